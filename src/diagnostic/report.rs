//! Ways to write diagnostics down: for people, for programs, for GitHub.
//!
//! None of them reads files or knows a terminal: the caller gives the source line of a place and
//! takes the text.

use std::fmt::Write;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::{Diagnostic, Diagnostics, Place, Severity};

/// Gives the line of text at a place.
pub type SourceLine<'a> = &'a dyn Fn(&Place) -> Option<String>;

/// For people: the problem, the source line with a mark under the words that are meant, the cure.
pub fn human(diagnostic: &Diagnostic, source: SourceLine<'_>, colour: bool) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = visible(&diagnostic.message);
    let title = level.primary_title(&message).id(diagnostic.code.id());
    let place = diagnostic.place.as_ref();
    let path = place.map(|place| visible(place.file.as_str()));
    let line = place.and_then(source);
    let mut group = match (place, &path, &line) {
        (Some(place), Some(path), Some(line)) => {
            let annotation = AnnotationKind::Primary.span(marked(place, line));
            let snippet = Snippet::source(line.as_str())
                .path(path)
                .line_start(place.line as usize)
                .annotation(annotation);
            title.element(snippet)
        }
        (Some(place), Some(path), None) if place.line > 0 => {
            let origin = Origin::path(path)
                .line(place.line as usize)
                .char_column(place.column as usize);
            title.element(origin)
        }
        (_, Some(path), _) => title.element(Origin::path(path)),
        _ => Group::with_title(title),
    };
    let words = place.zip(line.as_deref());
    let words = words.and_then(|(place, line)| turned(place, line));
    if let Some(words) = words.filter(|words| !message.contains(words)) {
        group = group.element(Level::NOTE.message(format!("the mark means `{words}`")));
    }
    if let Some(cure) = &diagnostic.cure {
        group = group.element(Level::HELP.message(visible(cure)));
    }
    let renderer = match colour {
        true => Renderer::styled(),
        false => Renderer::plain(),
    };
    renderer.decor_style(DecorStyle::Ascii).render(&[group])
}

/// The marked words of a line with letters that are written from right to left. Terminals that
/// turn such a line around show it in another order than the mark below it.
fn turned(place: &Place, line: &str) -> Option<String> {
    let words = &line[marked(place, line)];
    let is_plain = place.length < 3 || words == line.trim();
    if is_plain || !line.chars().any(is_right_to_left) {
        return None;
    }
    let mut short: String = visible(words).chars().take(60).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    Some(short)
}

/// Hebrew, Arabic, Syriac and their like.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
        || matches!(c, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// A text in which control characters are shown, so that no file can give orders to a terminal.
fn visible(text: &str) -> String {
    let shown = |c: char| match c {
        '\0'..='\u{1f}' => char::from_u32(u32::from(c) + 0x2400).unwrap_or('�'),
        c if c.is_control() => '�',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '�',
        c => c,
    };
    text.chars().map(shown).collect()
}

/// The bytes of a line that a place means.
fn marked(place: &Place, line: &str) -> std::ops::Range<usize> {
    let byte = |column: usize| {
        let found = line.char_indices().nth(column).map(|(byte, _)| byte);
        found.unwrap_or(line.len())
    };
    let start = (place.column as usize).saturating_sub(1);
    let length = (place.length as usize).max(1);
    byte(start)..byte(start + length)
}

#[derive(Serialize)]
struct JsonReport<'a> {
    errors: usize,
    warnings: usize,
    notes: usize,
    diagnostics: Vec<JsonDiagnostic<'a>>,
}

#[derive(Serialize)]
struct JsonDiagnostic<'a> {
    code: &'static str,
    severity: Severity,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cure: Option<&'a str>,
}

/// For programs: one JSON object with everything.
pub fn json(diagnostics: &Diagnostics, source: SourceLine<'_>) -> String {
    let report = JsonReport {
        errors: diagnostics.count(Severity::Error),
        warnings: diagnostics.count(Severity::Warning),
        notes: diagnostics.count(Severity::Note),
        diagnostics: diagnostics
            .iter()
            .map(|diagnostic| {
                let place = diagnostic.place.as_ref();
                let at = |number: fn(&Place) -> u32| place.map(number).filter(|n| *n > 0);
                JsonDiagnostic {
                    code: diagnostic.code.id(),
                    severity: diagnostic.severity(),
                    message: &diagnostic.message,
                    file: place.map(|place| place.file.as_str()),
                    line: at(|place| place.line),
                    column: at(|place| place.column),
                    length: at(|place| place.length),
                    source: place.and_then(source),
                    cure: diagnostic.cure.as_deref(),
                }
            })
            .collect(),
    };
    // The report holds only texts and numbers, which JSON can always hold.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

/// For GitHub: one workflow command a line, shown beside the changed lines.
pub fn github(diagnostics: &Diagnostics) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics.iter() {
        let level = match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let mut properties = format!("title={}", property(diagnostic.code.id()));
        if let Some(place) = &diagnostic.place {
            // Writing into a string never fails.
            let _ = write!(properties, ",file={}", property(place.file.as_str()));
            if place.line > 0 {
                let end = place.column + place.length.max(1) - 1;
                let _ = write!(
                    properties,
                    ",line={},col={},endColumn={end}",
                    place.line, place.column
                );
            }
        }
        let mut message = diagnostic.message.clone();
        if let Some(cure) = &diagnostic.cure {
            let _ = write!(message, "\n{cure}");
        }
        let _ = writeln!(out, "::{level} {properties}::{}", data(&message));
    }
    out
}

/// Escapes the text of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, SourcePath};

    fn arabic() -> (Diagnostic, &'static str) {
        let text = "مواد: [هيماتيت]";
        let file = SourcePath::new("content/lists/iraq/a/entry.yaml");
        let start = text.find('ه').unwrap();
        let place = Place::from_bytes(&file, text, start..text.len() - 1);
        let diagnostic =
            Diagnostic::at(Code::UnknownTerm, place, "the vocabulary has no such term")
                .cure("Use one of: clay, stone.");
        (diagnostic, text)
    }

    #[test]
    fn the_mark_stands_under_the_word_in_arabic_too() {
        let (diagnostic, line) = arabic();
        let text = human(&diagnostic, &|_| Some(line.to_owned()), false);
        insta::assert_snapshot!(text);
    }

    #[test]
    fn words_that_a_terminal_may_turn_around_are_said_again() {
        let (diagnostic, line) = arabic();
        let said = |diagnostic| human(&diagnostic, &|_| Some(line.to_owned()), false);
        let words = "note: the mark means `هيماتيت`";
        assert!(said(diagnostic.clone()).contains(words));
        let message = "there is no `هيماتيت`".to_owned();
        assert!(
            !said(Diagnostic {
                message,
                ..diagnostic
            })
            .contains(words)
        );
    }

    #[test]
    fn no_text_gives_orders_to_a_terminal() {
        let diagnostic =
            Diagnostic::new(Code::UnknownTerm, "no `\u{1b}[2J`").cure("Not \u{1b}[2J.");
        let told = human(&diagnostic, &|_| None, false);
        assert!(!told.contains('\u{1b}') && told.contains("␛[2J"), "{told}");
    }

    #[test]
    fn a_file_without_a_line_is_named_alone() {
        let file = SourcePath::new("content/lists/iraq");
        let diagnostic =
            Diagnostic::at(Code::StrayFile, Place::file(&file), "it belongs to nothing");
        insta::assert_snapshot!(human(&diagnostic, &|_| None, false));
    }

    #[test]
    fn programs_get_json() {
        let (diagnostic, line) = arabic();
        let all = std::iter::once(diagnostic).collect();
        insta::assert_snapshot!(json(&all, &|_| Some(line.to_owned())));
    }

    #[test]
    fn github_gets_one_command_a_line() {
        let (diagnostic, _) = arabic();
        let all = std::iter::once(diagnostic).collect();
        insta::assert_snapshot!(github(&all));
    }
}
