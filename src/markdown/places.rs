//! From byte ranges of the Markdown to places in the file.

use std::ops::Range;

use super::Source;
use crate::diagnostic::Place;

/// How many bytes lie between two marks.
const STRIDE: usize = 512;

/// Turns ranges into places. It marks the line and column of every few hundred bytes once, so
/// that a text with thousands of links is not counted thousands of times from its start.
pub(super) struct Places<'a> {
    source: &'a Source<'a>,
    start: usize,
    marks: Vec<Mark>,
}

/// Where a byte of the file stands, counted from 0.
#[derive(Clone, Copy, Debug)]
struct Mark {
    at: usize,
    line: u32,
    column: u32,
}

impl<'a> Places<'a> {
    /// `start` is where the Markdown starts in the file.
    pub(super) fn new(source: &'a Source<'a>, start: usize) -> Self {
        Self {
            source,
            start,
            marks: Vec::new(),
        }
    }

    /// The place of a byte range of the Markdown.
    pub(super) fn at(&mut self, range: Range<usize>) -> Place {
        let (start, end) = (range.start + self.start, range.end + self.start);
        let mark = self.mark(start);
        let mut place = Place::from_bytes(
            self.source.file,
            &self.source.text[mark.at..],
            start - mark.at..end - mark.at,
        );
        if place.line == 1 {
            place.column += mark.column;
        }
        place.line += mark.line;
        place
    }

    /// The last mark before a byte.
    fn mark(&mut self, at: usize) -> Mark {
        if self.marks.is_empty() {
            self.marks = marks(self.source.text);
        }
        // Marks stand at the start of a character, so one may come a little early.
        self.marks[(at / STRIDE).min(self.marks.len() - 1)]
    }
}

/// Marks for a whole text; the first one stands at its start.
fn marks(text: &str) -> Vec<Mark> {
    let mut mark = Mark {
        at: 0,
        line: 0,
        column: 0,
    };
    let mut marks = vec![mark];
    for at in (STRIDE..text.len()).step_by(STRIDE) {
        let at = text.floor_char_boundary(at);
        for character in text[mark.at..at].chars() {
            mark.column += 1;
            if character == '\n' {
                mark.line += 1;
                mark.column = 0;
            }
        }
        mark.at = at;
        marks.push(mark);
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourcePath;

    #[test]
    fn places_are_those_of_the_file_in_whatever_order_they_are_asked_for() {
        let file = SourcePath::new("ar.md");
        let lines = "سطر أول طويل\nسطر ثان\n\nسطر أخير\n".repeat(40);
        let text = &format!(
            "---\ntitle: أختام\n---\n{lines}{}",
            lines.replace('\n', " ")
        );
        let start = text.find("سطر").expect("the sample has it");
        let source = Source {
            file: &file,
            text,
            body: start..text.len(),
        };
        let mut places = Places::new(&source, start);
        let length = text.len() - start;
        let forwards = (0..length).step_by(3);
        let backwards = (0..length).rev().step_by(2);
        for at in forwards.chain(backwards) {
            let expected = Place::from_bytes(&file, text, start + at..start + at + 4);
            assert_eq!(places.at(at..at + 4), expected, "at {at}");
        }
    }
}
