//! Reads a Fluent file: entry by entry, so that one broken message costs no other.
//!
//! fluent-syntax does the reading. It nests as deep as the text says, and slices bytes where it
//! should slice characters, so the two texts that would bring it down are refused before.

use std::ops::Range;

use fluent_syntax::ast;
use fluent_syntax::parser::{ParserError, parse_runtime};

use super::compile;
use super::pattern::Message;
use super::syntax::{self, Explanation};
use crate::diagnostic::Code;

/// More braces and brackets than any message needs. Each may nest, and costs a few kilobytes of
/// stack.
const MOST_BRACKETS: usize = 100;

/// What a file says, and what is wrong in it.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub entries: Vec<Entry>,
    pub problems: Vec<Problem>,
    /// The ids of messages that could not be read, as far as they can be told.
    pub broken: Vec<String>,
}

/// A message or a term, and where it stands.
#[derive(Debug)]
pub(super) struct Entry {
    /// Terms keep their hyphen.
    pub id: String,
    pub at: Range<usize>,
    pub message: Message,
    pub uses: Vec<Use>,
}

/// A variable or a reference within an entry, and where it stands.
#[derive(Debug)]
pub(super) struct Use {
    /// The attribute in which it stands; nothing for the value.
    pub within: Option<String>,
    pub at: Range<usize>,
    pub of: Used,
}

#[derive(Debug)]
pub(super) enum Used {
    Variable(String),
    Entry {
        id: String,
        attribute: Option<String>,
    },
}

/// Something wrong at a place in the file.
#[derive(Debug)]
pub(super) struct Problem {
    pub at: Range<usize>,
    pub code: Code,
    pub message: String,
    pub cure: String,
}

pub(super) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    for entry in entries(text) {
        parse_entry(text, entry, &mut parsed);
    }
    parsed
}

/// The ranges of entries and of what stands between them. A line that begins with a name and `=`,
/// or with `#`, always begins an entry, whatever stands before it.
fn entries(text: &str) -> Vec<Range<usize>> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let line_starts = text.match_indices('\n').map(|(at, _)| at + 1);
    let mut starts: Vec<usize> = line_starts
        .filter(|at| *at > start && begins_entry(&text[*at..]))
        .collect();
    starts.insert(0, start);
    starts.push(text.len());
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

fn begins_entry(text: &str) -> bool {
    if text.starts_with('#') {
        return true;
    }
    let name = text.strip_prefix('-').unwrap_or(text);
    let after = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "-_".contains(c));
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && after.trim_start_matches(' ').starts_with('=')
}

fn parse_entry(text: &str, range: Range<usize>, parsed: &mut Parsed) {
    let entry = &text[range.clone()];
    if let Some((at, explanation)) = refused(entry) {
        let start = range.start + at;
        let problem = Problem::syntax(start..start + 1, explanation);
        parsed.broken.extend(name(entry));
        return parsed.problems.push(problem);
    }
    let resource = match parse_runtime(entry) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let junk = error.slice.clone().and_then(|slice| entry.get(slice));
                let junk = junk.filter(|junk| !junk.trim_start().starts_with('.'));
                parsed.broken.extend(name(junk.unwrap_or(entry)));
                let problem = explain(text, range.clone(), error);
                parsed.problems.push(problem);
            }
            resource
        }
    };
    for entry in resource.body {
        match entry {
            ast::Entry::Message(message) => {
                compile::message(text, &message, parsed);
            }
            ast::Entry::Term(term) => compile::term(text, &term, parsed),
            _ => {}
        }
    }
}

/// The name that a message or term begins with.
fn name(text: &str) -> Option<String> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c));
    let name = &text[..end.unwrap_or(text.len())];
    (!name.is_empty()).then(|| name.to_owned())
}

/// What fluent-syntax must not be given, and where.
fn refused(entry: &str) -> Option<(usize, Explanation)> {
    let mut brackets = entry.match_indices(['{', '(']);
    if let Some((at, _)) = brackets.nth(MOST_BRACKETS) {
        return Some((at, syntax::too_nested()));
    }
    let escapes = entry.match_indices("\\u").map(|found| (found, 4));
    let long_escapes = entry.match_indices("\\U").map(|found| (found, 6));
    escapes
        .chain(long_escapes)
        .find(|((at, _), digits)| {
            let mut digits = entry[at + 2..].chars().take(*digits);
            let stop = digits.find(|c| !c.is_ascii_hexdigit());
            stop.is_some_and(|c| !c.is_ascii())
        })
        .map(|((at, _), _)| (at, syntax::broken_escape()))
}

fn explain(text: &str, entry: Range<usize>, error: ParserError) -> Problem {
    let junk = error.slice.clone().unwrap_or(0..0);
    let junk = entry.start + junk.start..entry.start + junk.end;
    if let Some(at) = tab(&text[junk.clone()]) {
        let at = junk.start + at;
        return Problem::syntax(at..at + 1, syntax::tab());
    }
    let (start, error) = broken_attribute(text, junk.clone()).unwrap_or((entry.start, Some(error)));
    let Some(error) = error else {
        return Problem::syntax(start.saturating_sub(1)..start, syntax::stray_attribute());
    };
    let at = start + error.pos.start;
    let explanation = syntax::explain(text, at, &error.kind);
    let range = place(text, junk.start, at..start + error.pos.end);
    Problem::syntax(range, explanation)
}

/// A line that is indented with a tab. Whatever the parser says about it, that is the reason.
fn tab(junk: &str) -> Option<usize> {
    let mut start = 0;
    junk.split_inclusive('\n').find_map(|line| {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let at = start + indent;
        start += line.len();
        line[indent..].starts_with('\t').then_some(at)
    })
}

/// fluent-syntax only says where an attribute begins that it cannot read. Read alone, as if it
/// were a message, it says where in the attribute the mistake is.
fn broken_attribute(text: &str, junk: Range<usize>) -> Option<(usize, Option<ParserError>)> {
    let attribute = text.get(junk.clone())?.trim_start().strip_prefix('.')?;
    let start = junk.end - attribute.len();
    let errors = parse_runtime(attribute).err().map(|(_, errors)| errors);
    Some((start, errors.and_then(|errors| errors.into_iter().next())))
}

/// When something is missing at the end of a line, the reader only notices at the next word. The
/// place of the mistake is where the line ends.
fn place(text: &str, entry: usize, range: Range<usize>) -> Range<usize> {
    let Some(before) = text.get(entry..range.start) else {
        return range;
    };
    let end = before.trim_end().len();
    if before[end..].contains('\n') {
        return entry + end..entry + end;
    }
    range
}

impl Problem {
    fn syntax(at: Range<usize>, explanation: Explanation) -> Self {
        Self {
            at,
            code: Code::MessageSyntax,
            message: explanation.message,
            cure: explanation.cure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<String> {
        parse(text).entries.into_iter().map(|e| e.id).collect()
    }

    #[test]
    fn entries_begin_with_a_name_or_a_comment() {
        for yes in ["a = b", "-brand = x", "a-1_b   =", "# c", "a ="] {
            assert!(begins_entry(yes), "{yes}");
        }
        for no in [
            " a = b",
            "1a = b",
            "a b = c",
            ".a = b",
            "=",
            "- = b",
            "عنوان = x",
            "",
        ] {
            assert!(!begins_entry(no), "{no}");
        }
    }

    #[test]
    fn one_broken_message_costs_no_other() {
        let parsed = parse("\u{feff}a = A\nb = { $x\nc = C\nd { x }\ne = }\nf = F\n");
        let ids: Vec<_> = parsed.entries.iter().map(|e| e.id.as_str()).collect();
        assert_eq!(ids, ["a", "c", "f"]);
        assert_eq!(parsed.broken, ["b", "d", "e"]);
        assert_eq!(parsed.problems.len(), 3);
    }

    #[test]
    fn windows_line_ends_and_comments_are_read() {
        assert_eq!(
            ids("# x\r\na = A\r\n    B\r\n\r\n## y\r\n-b = B\r\n"),
            ["a", "-b"]
        );
    }

    #[test]
    fn deep_nesting_is_refused() {
        for bracket in ["{", "A(", "{ $a ->\n *[x] "] {
            let parsed = parse(&format!("a = {{ {}\nb = B", bracket.repeat(100_000)));
            assert_eq!(parsed.problems.len(), 1);
            assert_eq!(parsed.entries.len(), 1);
        }
    }

    #[test]
    fn an_escape_that_a_letter_breaks_off_is_refused() {
        for text in ["a = { \"\\u00ب\" }", "a = { \"\\Uب\" }"] {
            let parsed = parse(text);
            assert_eq!(parsed.problems[0].at, 7..8);
        }
    }
}
