//! Slips in YAML in plain words: where they really are, and what to do about them.
//!
//! The parser says where it gave up, which is often a line after the slip, and in words for
//! programmers. Both are mended here for the slips that people make.

use std::ops::Range;

use serde_saphyr::granit_parser::ErrorKind;

/// A slip as an editor is told of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// The bytes of the whole file that are meant.
    pub at: Range<usize>,
    pub message: String,
    pub cure: String,
}

/// Explains what the parser found at a byte of the text. The YAML starts at `start`.
pub(super) fn explain(text: &str, start: usize, at: usize, kind: &ErrorKind) -> Slip {
    let at = text.floor_char_boundary(at);
    let yaml = Yaml { text, start };
    yaml.odd_character(at, kind)
        .or_else(|| yaml.tab(at, kind))
        .or_else(|| yaml.bracket(at, kind))
        .or_else(|| yaml.colon(at, kind))
        .unwrap_or_else(|| yaml.other(at, kind))
}

/// A value that starts with a character that YAML keeps for itself.
pub(super) fn reserved(text: &str, at: usize, sign: char) -> Slip {
    let start = line_around(text, at).start;
    let found = text[start..at]
        .rfind(sign)
        .map_or(at, |found| start + found);
    let message = format!("a text cannot start with {sign}, which means something in YAML");
    slip(mark(text, found), message, "Put quotes around the text.")
}

fn slip(at: Range<usize>, message: impl Into<String>, cure: impl Into<String>) -> Slip {
    Slip {
        at,
        message: message.into(),
        cure: cure.into(),
    }
}

struct Yaml<'a> {
    text: &'a str,
    start: usize,
}

impl Yaml<'_> {
    /// Characters that nobody sees, or that look like others.
    fn odd_character(&self, at: usize, kind: &ErrorKind) -> Option<Slip> {
        let line = line_around(self.text, at);
        if let ErrorKind::UnexpectedCharacter { character } = kind {
            let found = self.text[at..line.end].find(*character);
            let place = mark(self.text, found.map_or(at, |found| at + found));
            if !character.is_control() {
                return Some(reserved(self.text, place.start, *character));
            }
            let message = format!(
                "an invisible character stands here (U+{:04X})",
                u32::from(*character)
            );
            return Some(slip(
                place,
                message,
                "Delete it, and type the words around it anew.",
            ));
        }
        for (sign, message, cure) in [
            (
                ":\u{a0}",
                "a no-break space stands after the colon",
                "Type an ordinary space instead.",
            ),
            (
                "：",
                "this is not the colon that YAML knows",
                "Type `:` and a space instead.",
            ),
        ] {
            for line in [Some(line.clone()), self.line_before(line.start)]
                .into_iter()
                .flatten()
            {
                if let Some(found) = self.text[line.clone()].find(sign) {
                    return Some(slip(mark(self.text, line.start + found), message, cure));
                }
            }
        }
        None
    }

    /// A tab in the indentation, on the line where the parser stopped or the one after.
    fn tab(&self, at: usize, kind: &ErrorKind) -> Option<Slip> {
        let is_tab = matches!(
            kind,
            ErrorKind::TabNotAllowed
                | ErrorKind::TabInBlockIndentation
                | ErrorKind::TabInIndentation
                | ErrorKind::TabInPlainScalar
                | ErrorKind::TabAtBlockScalarStart
        );
        if !is_tab {
            return None;
        }
        let line = line_around(self.text, at).start;
        let found = self.text[line..]
            .find('\t')
            .map_or(at, |found| line + found);
        Some(slip(
            found..found + 1,
            "a tab stands in the indentation",
            "Indent with spaces instead; many editors can do so by themselves.",
        ))
    }

    /// Brackets and braces.
    fn bracket(&self, at: usize, kind: &ErrorKind) -> Option<Slip> {
        match kind {
            ErrorKind::MismatchedFlowCollectionEnd { open, close } => Some(slip(
                mark(self.text, at),
                format!("this `{open}` is closed by `{close}`"),
                format!("Close it with `{}`.", closing(*open)),
            )),
            ErrorKind::MisplacedFlowCollectionEnd => Some(slip(
                mark(self.text, at),
                "this bracket closes nothing",
                "Remove it, or put quotes around the text.",
            )),
            ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::InvalidColonPlacement
            | ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofImplicitFlowMapping => Some(self.open_bracket(at)),
            _ => None,
        }
    }

    /// The bracket that was left open up to here; else something is wrong between two commas.
    fn open_bracket(&self, at: usize) -> Slip {
        let mut line = Some(line_around(self.text, at));
        while let Some(here) = line {
            if let Some((found, open)) = left_open(&self.text[here.clone()]) {
                let message =
                    format!("this `{open}` is not closed, or a comma is missing after it");
                let cure = format!(
                    "Close it with `{}`; what stands in it is separated by commas.",
                    closing(open)
                );
                return slip(mark(self.text, here.start + found), message, cure);
            }
            line = self.line_before(here.start);
        }
        slip(
            mark(self.text, at),
            "what stands in brackets goes wrong here",
            "Put one comma between two values, and quotes around a text that holds a comma, a colon or a bracket.",
        )
    }

    /// Colons that are missing, or stand where they mean something else.
    fn colon(&self, at: usize, kind: &ErrorKind) -> Option<Slip> {
        const MISSING: &str = "Write `key: value`, with a colon and a space after the key. A line that continues a text is indented.";
        let line = line_around(self.text, at);
        match kind {
            ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => Some(slip(
                self.words(line),
                "this line has no colon after its key",
                MISSING,
            )),
            ErrorKind::MappingValueNotAllowed => {
                if self.text[line.start..at].contains(": ") {
                    return Some(slip(
                        mark(self.text, at),
                        "a colon followed by a space stands in the text",
                        "Put quotes around the text.",
                    ));
                }
                let before = self.line_before(line.start);
                match before.filter(|before| !is_key(&self.text[before.clone()])) {
                    Some(before) => Some(slip(
                        self.words(before),
                        "this line has no colon with a space after its key",
                        MISSING,
                    )),
                    None => Some(self.indentation(line)),
                }
            }
            _ => None,
        }
    }

    fn indentation(&self, line: Range<usize>) -> Slip {
        slip(
            self.words(line),
            "this line is not indented like those that it belongs to",
            "Let the keys of one group start below each other, and so the `-` of one list.",
        )
    }

    fn other(&self, at: usize, kind: &ErrorKind) -> Slip {
        let line = line_around(self.text, at);
        let (message, cure) = match kind {
            ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::InvalidIndentation => return self.indentation(line),
            ErrorKind::UnclosedQuotedScalar => (
                "the quote that opens here is never closed",
                "Close it with the same sign, on the same line.",
            ),
            ErrorKind::InvalidTrailingDoubleQuotedScalar
            | ErrorKind::InvalidTrailingSingleQuotedScalar => (
                "something stands after the end of the text in quotes",
                "A quote within the text ends it: put the other kind, \" or ', around the whole text.",
            ),
            ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => (
                "a backslash stands in a text with double quotes, where it means something",
                "Put single quotes around the text, or write `\\\\` for each backslash.",
            ),
            ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::BlockEntryInFlowCollection => (
                "a point of a list cannot start here",
                "Start each point `- …` on a line of its own, below its key.",
            ),
            ErrorKind::InvalidBlockScalarHeader => (
                "a text cannot start with > or |, which mean something in YAML",
                "Put quotes around the text.",
            ),
            ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName => {
                let sign = self.text[at..].chars().next().unwrap_or('*');
                return reserved(self.text, at + sign.len_utf8(), sign);
            }
            other => {
                return slip(
                    mark(self.text, at),
                    format!("this YAML cannot be understood: {other}"),
                    "Check the indentation and the quotes of this line and the one before: each key stands as `key: value`, each point of a list as `- point`.",
                );
            }
        };
        slip(mark(self.text, at), message, cure)
    }

    /// The words of a line, without its indentation.
    fn words(&self, line: Range<usize>) -> Range<usize> {
        let words = self.text[line.clone()].trim_start();
        line.end - words.len()..line.end
    }

    /// The line with words before the one that starts here, as far as the YAML goes.
    fn line_before(&self, start: usize) -> Option<Range<usize>> {
        let mut end = start;
        while end > self.start {
            let line = line_around(self.text, end - 1);
            if !self.text[line.clone()].trim().is_empty() {
                return Some(line);
            }
            end = line.start;
        }
        None
    }
}

/// The line around a byte, without its end.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |found| found + 1);
    let line = text[start..].split('\n').next().unwrap_or("");
    start..start + line.trim_end_matches('\r').len()
}

/// The character at a byte.
fn mark(text: &str, at: usize) -> Range<usize> {
    at..at + text[at..].chars().next().map_or(0, char::len_utf8)
}

fn closing(open: char) -> char {
    if open == '{' { '}' } else { ']' }
}

/// Whether a line is `key: value`, or the like.
fn is_key(line: &str) -> bool {
    let line = line.trim_end();
    line.contains(": ") || line.ends_with(':') || line.starts_with('#')
}

/// The last bracket or brace of a line that the line does not close.
fn left_open(line: &str) -> Option<(usize, char)> {
    let mut open = Vec::new();
    let mut quote = None;
    for (at, character) in line.char_indices() {
        match (quote, character) {
            (Some(quoted), _) if quoted == character => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '#') if line[..at].ends_with(' ') => break,
            (None, '[' | '{') => open.push((at, character)),
            (None, ']' | '}') => {
                open.pop();
            }
            _ => {}
        }
    }
    open.pop()
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, SourcePath};

    /// Line, column, length and words of the slip in a text.
    fn told(text: &str) -> (u32, u32, u32, String) {
        let file = SourcePath::new("a.yaml");
        let problem = super::super::parse(&file, text, 0..text.len()).expect_err(text);
        assert_eq!(problem.code, Code::YamlSyntax, "{text}");
        assert!(problem.cure.is_some(), "{text}");
        let place = problem.place.expect(text);
        (place.line, place.column, place.length, problem.message)
    }

    fn assert_slips(slips: &[(&str, (u32, u32, u32), &str)]) {
        for (text, place, words) in slips {
            let (line, column, length, message) = told(text);
            assert_eq!((line, column, length), *place, "{text}: {message}");
            assert!(message.contains(words), "{text}: {message}");
        }
    }

    #[test]
    fn brackets_are_marked_where_they_open() {
        assert_slips(&[
            ("a: [b, c\nd: e", (1, 4, 1), "not closed"),
            ("a: [b, c\n", (1, 4, 1), "not closed"),
            ("a: {b: c\n\nd: e", (1, 4, 1), "not closed"),
            ("a: {b: 1\n  c: 2}", (1, 4, 1), "comma"),
            ("a: [\"[\", c\nd: e", (1, 4, 1), "not closed"),
            ("a: [b}\n", (1, 4, 1), "closed by `}`"),
            ("a: {b: c}}\n", (1, 10, 1), "closes nothing"),
            ("a: {b: c d: e}\n", (1, 11, 1), "goes wrong here"),
            ("a: [b, , c]\n", (1, 8, 1), "goes wrong here"),
        ]);
    }

    #[test]
    fn colons_are_missed_where_they_belong() {
        assert_slips(&[
            ("a: 1\nmenu true\n", (2, 1, 9), "no colon"),
            ("menu:true\na: 1\n", (1, 1, 9), "no colon with a space"),
            ("عنوان ختم\na: 1\n", (1, 1, 9), "no colon"),
            ("a: أختام: حجر\n", (1, 9, 1), "stands in the text"),
            ("title:\u{a0}a\nb: c\n", (1, 6, 1), "no-break space"),
            ("a: b\ntitle：c\n", (2, 6, 1), "not the colon"),
        ]);
    }

    #[test]
    fn lines_that_are_indented_wrong_are_marked() {
        assert_slips(&[
            ("a: 1\n b: 2\n", (2, 2, 4), "indented"),
            ("a:\n   b: 1\n  c: 2\n", (3, 3, 4), "indented"),
            ("a:\n  - b\n - c\n", (3, 2, 3), "indented"),
            ("a:\n  - b\n  c: d\n", (3, 3, 4), "indented"),
            ("a:\n\t- b\n", (2, 1, 0), "tab"),
            ("a:\n  - b\n\t- c\n", (3, 1, 0), "tab"),
            ("a:\n  b: 1\n\tc: 2\n", (3, 1, 0), "tab"),
            ("a: - b\n", (1, 4, 1), "cannot start here"),
        ]);
    }

    #[test]
    fn quotes_and_signs_are_named() {
        assert_slips(&[
            ("a: \"b\nc: d\n", (1, 4, 1), "never closed"),
            ("a: 'it's'\n", (1, 8, 1), "after the end"),
            ("a: \"C:\\photos\"\n", (1, 4, 1), "backslash"),
            ("a: @b\n", (1, 4, 1), "start with @"),
            ("a: *b*\n", (1, 4, 1), "start with *"),
            ("a: &b\n", (1, 4, 1), "start with &"),
            ("a: &b c\n", (1, 4, 1), "start with &"),
            ("a: !b c\n", (1, 4, 1), "start with !"),
            ("a: > b\n", (1, 4, 1), "start with >"),
            (
                "a: ب\u{7}\n",
                (1, 5, 1),
                "invisible character stands here (U+0007)",
            ),
        ]);
    }

    proptest::proptest! {
        #[test]
        fn no_slip_is_too_odd_to_be_told(text in "[a: \\[\\]{},\"'#\n\t\u{a0}：ب&*!|>@-]{0,60}") {
            let file = SourcePath::new("a.yaml");
            if let Err(problem) = super::super::parse(&file, &text, 0..text.len()) {
                proptest::prop_assert!(problem.place.is_some() && problem.cure.is_some());
            }
        }
    }
}
