//! Footnotes: numbered in the order in which they are referred to, and written at the end.

use std::collections::HashMap;
use std::ops::Range;

use super::body::{BACKLINK, Hole, Markup};

/// All footnotes of a text.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    by_label: HashMap<String, usize>,
    notes: Vec<Footnote>,
    /// Indexes into the notes, in the order of their numbers.
    numbered: Vec<usize>,
}

#[derive(Debug, Default)]
struct Footnote {
    /// 0 until it is referred to.
    number: u32,
    references: u32,
    content: Option<Markup>,
    /// The first reference in the Markdown.
    first: Range<usize>,
}

impl Footnotes {
    /// Notes a reference and gives what stands in its place.
    pub(super) fn refer(&mut self, label: &str, range: Range<usize>) -> Reference {
        let index = self.index(label);
        let number = self.notes[index].number;
        if number == 0 {
            self.notes[index].first = range;
            self.number(index);
        }
        let note = &mut self.notes[index];
        note.references += 1;
        Reference {
            note: note.number,
            reference: note.references,
        }
    }

    /// Keeps the text of a footnote, unless there is one already.
    pub(super) fn define(&mut self, label: &str, content: Markup) -> Result<(), Duplicate> {
        let index = self.index(label);
        let note = &mut self.notes[index];
        if note.content.is_some() {
            return Err(Duplicate);
        }
        note.content = Some(content);
        Ok(())
    }

    /// Writes the footnotes, and gives the places of references to footnotes without a text.
    pub(super) fn write(mut self, out: &mut Markup) -> Vec<Range<usize>> {
        // Words that nothing refers to are words nevertheless; they come last.
        for index in 0..self.notes.len() {
            if self.notes[index].number == 0 {
                self.number(index);
            }
        }
        if self.numbered.is_empty() {
            return Vec::new();
        }
        let start = "<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n";
        out.html.push_str(start);
        for index in &self.numbered {
            write_note(&self.notes[*index], out);
        }
        out.html.push_str("</ol>\n</section>\n");
        let mut missing: Vec<_> = self
            .notes
            .into_iter()
            .filter(|n| n.content.is_none())
            .collect();
        missing.sort_by_key(|note| note.number);
        missing.into_iter().map(|note| note.first).collect()
    }

    fn index(&mut self, label: &str) -> usize {
        let next = self.notes.len();
        let index = *self.by_label.entry(fold(label)).or_insert(next);
        if index == next {
            self.notes.push(Footnote::default());
        }
        index
    }

    fn number(&mut self, index: usize) {
        self.numbered.push(index);
        // A text is far too short for 2³² footnotes.
        self.notes[index].number = u32::try_from(self.numbered.len()).unwrap_or(u32::MAX);
    }
}

/// One of the references to a footnote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) note: u32,
    pub(super) reference: u32,
}

/// A second text for the same footnote.
#[derive(Debug)]
pub(super) struct Duplicate;

/// Markdown's labels are the same in upper and lower case.
fn fold(label: &str) -> String {
    label.to_uppercase().to_lowercase()
}

fn write_note(note: &Footnote, out: &mut Markup) {
    out.html.push_str("<li");
    out.hole(Hole::NoteId(note.number));
    out.html.push('>');
    if let Some(content) = &note.content {
        out.append(content);
    }
    // The way back stands in the last paragraph, where the eye is after reading.
    let paragraph_end = "</p>\n";
    let in_paragraph = out.html.ends_with(paragraph_end);
    if in_paragraph {
        out.html.truncate(out.html.len() - paragraph_end.len());
    }
    for reference in 1..=note.references {
        out.html.push_str(" <");
        out.html.push_str(BACKLINK);
        out.html.push_str(" role=\"doc-backlink\"");
        out.hole(Hole::Backlink {
            note: note.number,
            reference,
        });
        // An arrow that points neither left nor right suits both directions of writing.
        out.html.push_str(">↑</a>");
    }
    if in_paragraph {
        out.html.push_str(paragraph_end);
    }
    out.html.push_str("</li>\n");
}

/// The label of a reference to a footnote at the start of a text, if it looks like one. The
/// parser gives a reference to a footnote that does not exist as plain text.
pub(super) fn label(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("[^")?;
    let end = rest.find(['[', ']', '\n', '\r'])?;
    let label = &rest[..end];
    (rest[end..].starts_with(']') && !label.trim().is_empty()).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_references_and_labels_ignore_case() {
        let mut notes = Footnotes::default();
        let at = |note, reference| Reference { note, reference };
        assert_eq!(notes.refer("B", 0..1), at(1, 1));
        assert_eq!(notes.refer("a", 0..1), at(2, 1));
        assert_eq!(notes.refer("b", 0..1), at(1, 2));
        assert!(notes.define("a", Markup::default()).is_ok());
        assert!(notes.define("A", Markup::default()).is_err());
    }

    #[test]
    fn references_to_a_footnote_are_recognised_in_text() {
        assert_eq!(label("[^1] and"), Some("1"));
        assert_eq!(label("[^حاشية]"), Some("حاشية"));
        for text in ["[1]", "[^]", "[^ ]", "[^a", "[^a\n]", "[^a[b]]", "^a]"] {
            assert_eq!(label(text), None, "{text}");
        }
    }
}
