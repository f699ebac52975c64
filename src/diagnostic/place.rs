//! Places in source files, counted as people count: lines and columns from 1, in characters.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// A file of the site, relative to its root, with forward slashes on every system.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// Takes a path relative to the site's root.
    pub fn new(path: impl AsRef<str>) -> Self {
        Self(Arc::from(path.as_ref().replace('\\', "/")))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part of the path.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The folder that holds the file, without a slash at the end; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Serialize for SourcePath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A stretch of text in a file. It stays within one line; longer ones end with their first line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The file.
    pub file: SourcePath,
    /// The line, from 1; 0 stands for the file as a whole.
    pub line: u32,
    /// The column of the first character, from 1; 0 stands for the file as a whole.
    pub column: u32,
    /// How many characters are meant; 0 marks a point.
    pub length: u32,
}

impl Place {
    /// The file as a whole.
    pub fn file(file: &SourcePath) -> Self {
        Self {
            file: file.clone(),
            line: 0,
            column: 0,
            length: 0,
        }
    }

    /// The place of a byte range in the file's text. Ranges beyond the text, or inside a
    /// character, are moved to the nearest sensible place.
    pub fn from_bytes(file: &SourcePath, text: &str, range: Range<usize>) -> Self {
        let before = &text.as_bytes()[..range.start.min(text.len())];
        let start = before.iter().rposition(|byte| *byte == b'\n');
        let lines = before.iter().filter(|byte| **byte == b'\n').count();
        Self::in_line(file, text, (lines, start.map_or(0, |at| at + 1)), range)
    }

    /// The place of a byte range of which it is known, from 0, in which line it starts, and at
    /// which byte that line starts.
    fn in_line(
        file: &SourcePath,
        text: &str,
        (line, line_start): (usize, usize),
        range: Range<usize>,
    ) -> Self {
        let start = text.floor_char_boundary(range.start);
        let end = text
            .floor_char_boundary(range.end.max(range.start))
            .max(start);
        let marked = text[start..end].split('\n').next().unwrap_or("");
        Self {
            file: file.clone(),
            line: count(line) + 1,
            column: count(text[line_start..start].chars().count()) + 1,
            length: count(marked.trim_end().chars().count()),
        }
    }
}

/// Where the lines of a text start, for those who need many places in it.
#[derive(Debug)]
pub struct Lines(Vec<usize>);

impl Lines {
    /// Finds the lines of a text.
    pub fn new(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self(
            std::iter::once(0)
                .chain(ends.map(|(at, _)| at + 1))
                .collect(),
        )
    }

    /// The same as [`Place::from_bytes`] for this text.
    pub fn place(&self, file: &SourcePath, text: &str, range: Range<usize>) -> Place {
        let line = self
            .0
            .partition_point(|start| *start <= range.start.min(text.len()));
        let line = line.saturating_sub(1);
        Place::in_line(file, text, (line, self.0[line]), range)
    }
}

/// Files are limited to far below 4 GiB, so a line or column always fits.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, range: Range<usize>) -> (u32, u32, u32) {
        let file = SourcePath::new("a.md");
        let place = Place::from_bytes(&file, text, range.clone());
        assert_eq!(Lines::new(text).place(&file, text, range), place);
        (place.line, place.column, place.length)
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        assert_eq!(place("title: Sceaux", 0..5), (1, 1, 5));
        assert_eq!(place("a: ب\nعنوان: ختم", 6..16), (2, 1, 5));
    }

    #[test]
    fn a_range_over_several_lines_ends_with_the_first() {
        assert_eq!(place("ab\ncd", 1..5), (1, 2, 1));
    }

    #[test]
    fn a_range_beyond_the_text_or_inside_a_character_is_moved() {
        assert_eq!(place("ab", 9..12), (1, 3, 0));
        assert_eq!(place("ب", 1..1), (1, 1, 0));
    }

    #[test]
    fn the_end_of_a_line_belongs_to_it() {
        assert_eq!(place("a\nb\n", 1..2), (1, 2, 0));
        assert_eq!(place("a\nb\n", 2..3), (2, 1, 1));
        assert_eq!(place("a\nb\n", 4..4), (3, 1, 0));
    }

    #[test]
    fn paths_use_forward_slashes() {
        let path = SourcePath::new("content\\lists\\iraq\\en.md");
        assert_eq!(path.as_str(), "content/lists/iraq/en.md");
        assert_eq!(path.file_name(), "en.md");
        assert_eq!(path.folder(), "content/lists/iraq");
    }
}
