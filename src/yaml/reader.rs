//! Turns single nodes into typed values and collects what is wrong with them.

use std::cell::OnceCell;
use std::ops::{Range, RangeInclusive};

use super::{Fields, Node, Value};
use crate::address;
use crate::date::Date;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Lines, Place, SourcePath};
use crate::id::Id;

/// The largest number that a fact may have: more is a slip of the keyboard.
const MOST: f64 = 1_000_000.0;

/// The years that a thing made by people may have, from the first stone tools on.
const YEARS: RangeInclusive<i32> = -3_300_000..=2100;

/// Reads the nodes of one file. Every method that fails pushes a diagnostic and gives `None`.
pub struct Reader<'a> {
    file: &'a SourcePath,
    text: &'a str,
    lines: OnceCell<Lines>,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Reader<'a> {
    /// A reader for a file with the given text, which the nodes' spans refer to.
    pub fn new(file: &'a SourcePath, text: &'a str, diagnostics: &'a mut Diagnostics) -> Self {
        Self {
            file,
            text,
            lines: OnceCell::new(),
            diagnostics,
        }
    }

    /// The file that is read.
    pub fn file(&self) -> &SourcePath {
        self.file
    }

    /// Where a span stands.
    pub fn place(&self, span: &Range<usize>) -> Place {
        let lines = self.lines.get_or_init(|| Lines::new(self.text));
        lines.place(self.file, self.text, span.clone())
    }

    /// Adds a problem at a span.
    pub fn report(
        &mut self,
        code: Code,
        span: &Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        let place = self.place(span);
        self.diagnostics
            .push(Diagnostic::at(code, place, message).cure(cure));
    }

    /// Adds a problem of the file as a whole.
    pub fn report_file(&mut self, code: Code, message: impl Into<String>, cure: impl Into<String>) {
        let place = Place::file(self.file);
        self.diagnostics
            .push(Diagnostic::at(code, place, message).cure(cure));
    }

    /// The diagnostics, for what a reader does not know.
    pub fn diagnostics(&mut self) -> &mut Diagnostics {
        self.diagnostics
    }

    fn wrong<T>(&mut self, node: &Node, wanted: &str, cure: &str) -> Option<T> {
        let found = match &node.value {
            Value::Scalar { text, .. } => format!("`{}`", shorten(text)),
            other => other.kind().to_owned(),
        };
        let message = format!("expected {wanted}, found {found}");
        self.report(Code::WrongValue, &node.span, message, cure);
        None
    }

    /// A group of keys.
    pub fn fields<'n>(&mut self, node: &'n Node) -> Option<Fields<'n>> {
        self.fields_like(node, "key: value")
    }

    /// A group of keys, with an example for those who wrote something else.
    pub fn fields_like<'n>(&mut self, node: &'n Node, example: &str) -> Option<Fields<'n>> {
        match &node.value {
            Value::Map(entries) => Some(Fields::new(entries, node.span.clone(), self)),
            _ => self.wrong(
                node,
                "a group of keys",
                &format!("Write it like this: `{example}`."),
            ),
        }
    }

    /// A group of keys that may be left empty (`clay:` or `clay: {}`).
    pub fn fields_or_empty<'n>(&mut self, node: &'n Node) -> Option<Fields<'n>> {
        match &node.value {
            Value::Null => Some(Fields::new(&[], node.span.clone(), self)),
            _ => self.fields(node),
        }
    }

    /// The entries of a mapping whose keys are free.
    pub fn entries<'n>(&mut self, node: &'n Node) -> &'n [(super::Key, Node)] {
        match &node.value {
            Value::Map(entries) => {
                // Only for its check of keys that stand twice.
                let _ = Fields::new(entries, node.span.clone(), self);
                entries
            }
            _ => self
                .wrong(node, "a group of keys", "Write `key: value` lines here.")
                .unwrap_or(&[]),
        }
    }

    /// A text. Numbers and words such as `no` are texts too; an empty one is an error.
    pub fn text(&mut self, node: &Node) -> Option<String> {
        self.text_or(node, "Write it, or remove the key.")
    }

    /// The text of a key that must be there.
    pub fn required_text(&mut self, node: &Node) -> Option<String> {
        self.text_or(node, "Write it: this key must have a text.")
    }

    fn text_or(&mut self, node: &Node, cure: &str) -> Option<String> {
        match &node.value {
            Value::Scalar { text, .. } if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Value::Scalar { .. } | Value::Null => {
                self.report(Code::EmptyText, &node.span, "this text is empty", cure);
                None
            }
            _ => self.wrong(node, "a text", "Write a text after the colon."),
        }
    }

    /// A list; a single value stands for a list of one.
    pub fn list<'n>(&mut self, node: &'n Node) -> &'n [Node] {
        match &node.value {
            Value::List(items) => items,
            Value::Scalar { .. } => std::slice::from_ref(node),
            _ => self
                .wrong(
                    node,
                    "a list",
                    "Write `[one, two]`, or a line `- one` for each; leave the key out if there is none.",
                )
                .unwrap_or(&[]),
        }
    }

    /// A list that may not be empty.
    pub fn required_list<'n>(&mut self, node: &'n Node) -> &'n [Node] {
        let is_empty = match &node.value {
            Value::Null => true,
            Value::List(items) => items.is_empty(),
            _ => false,
        };
        if is_empty {
            let cure = "Name at least one: `[one, two]`, or a line `- one` for each.";
            self.report(Code::EmptyText, &node.span, "this list is empty", cure);
            return &[];
        }
        self.list(node)
    }

    /// A list of texts.
    pub fn texts(&mut self, node: &Node) -> Vec<String> {
        let items = self.list(node);
        self.texts_of(items)
    }

    /// A list of texts that may not be empty.
    pub fn required_texts(&mut self, node: &Node) -> Vec<String> {
        let items = self.required_list(node);
        self.texts_of(items)
    }

    fn texts_of(&mut self, items: &[Node]) -> Vec<String> {
        items
            .iter()
            .filter_map(|item| self.text_or(item, "Write it, or remove this point."))
            .collect()
    }

    /// An id, checked.
    pub fn id(&mut self, node: &Node) -> Option<Id> {
        let text = self.text(node)?;
        match Id::new(&text) {
            Ok(id) => Some(id),
            Err(problem) => {
                self.report(
                    Code::BadName,
                    &node.span,
                    format!("`{text}` cannot be an id: {problem}"),
                    Id::cure(&text),
                );
                None
            }
        }
    }

    /// A number.
    pub fn number(&mut self, node: &Node) -> Option<f64> {
        if let Value::Scalar { text, plain: true } = &node.value
            && let Ok(number) = text.replace('_', "").parse::<f64>()
            && number.abs() <= MOST
        {
            return Some(number);
        }
        self.wrong(
            node,
            "a number",
            "Write digits, with a point for decimals: `2.5`. It may be a million at most.",
        )
    }

    /// A whole number.
    pub fn integer(&mut self, node: &Node) -> Option<i32> {
        if let Value::Scalar { text, plain: true } = &node.value
            && let Ok(number) = text.parse::<i32>()
        {
            return Some(number);
        }
        self.wrong(
            node,
            "a whole number",
            "Write digits only, such as `3` or `-3300`.",
        )
    }

    /// A year: BCE is negative, and there is no year 0.
    pub fn year(&mut self, node: &Node) -> Option<i32> {
        let year = self.integer(node)?;
        if !YEARS.contains(&year) {
            return self.wrong(
                node,
                "a year",
                "Write a year up to 2100; years BCE are negative, such as `-3300`.",
            );
        }
        if year == 0 {
            self.report(
                Code::YearZero,
                &node.span,
                "there is no year 0",
                "Write `-1` for 1 BCE or `1` for 1 CE.",
            );
            return None;
        }
        Some(year)
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, node: &Node) -> Option<bool> {
        match &node.value {
            Value::Scalar { text, plain: true } if text == "true" => Some(true),
            Value::Scalar { text, plain: true } if text == "false" => Some(false),
            _ => self.wrong(
                node,
                "`true` or `false`",
                "Write `true` or `false`, without quotes.",
            ),
        }
    }

    /// A date: `2012-11-07`, `2012-11` or `2012`.
    pub fn date(&mut self, node: &Node) -> Option<Date> {
        let text = self.text(node)?;
        match Date::parse(&text) {
            Ok(date) => Some(date),
            Err(problem) => {
                self.report(
                    Code::BadDate,
                    &node.span,
                    format!("`{text}` is not a date: {problem}"),
                    "Write year-month-day: `2012-11-07`, `2012-11` or `2012`.",
                );
                None
            }
        }
    }

    /// One of a few fixed words.
    pub fn choice<T: Copy>(&mut self, node: &Node, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text(node)?;
        if let Some((_, value)) = choices.iter().find(|(name, _)| *name == text) {
            return Some(*value);
        }
        let names = choices.iter().map(|(name, _)| *name);
        self.report(
            Code::WrongValue,
            &node.span,
            format!("`{text}` is not a choice here"),
            super::one_of(&text, names),
        );
        None
    }

    /// A web address that starts with `https://` or `http://`.
    pub fn url(&mut self, node: &Node) -> Option<String> {
        let text = self.text(node)?;
        self.address(node, text, address::check)
    }

    /// The address of a whole site, behind which paths are put.
    pub fn base_url(&mut self, node: &Node) -> Option<String> {
        let text = self.text(node)?;
        self.address(node, text, address::check_base)
    }

    fn address(
        &mut self,
        node: &Node,
        text: String,
        check: fn(&str) -> Result<(), &'static str>,
    ) -> Option<String> {
        let Err(why) = check(&text) else {
            return Some(text);
        };
        self.report(
            Code::WrongValue,
            &node.span,
            format!("`{text}` is not a web address that can be used: {why}"),
            "Write it as a browser shows it, such as `https://example.org/iraq/`.",
        );
        None
    }
}

/// Enough of a value to know it again.
fn shorten(text: &str) -> String {
    let mut short: String = text.trim().chars().take(40).collect();
    if short.len() < text.trim().len() {
        short.push('…');
    }
    short
}
