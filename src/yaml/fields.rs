//! The keys of one mapping: each is asked for once, and what nobody asked for is an error.

use std::collections::HashMap;
use std::ops::Range;

use super::{Key, Node, Reader, closest, one_of};
use crate::date::Date;
use crate::diagnostic::Code;
use crate::id::Id;

/// Reads a mapping key by key. [`Fields::finish`] reports the keys that are left.
pub struct Fields<'n> {
    entries: &'n [(Key, Node)],
    span: Range<usize>,
    known: Vec<&'static str>,
    /// Keys that are missing, unless another key turns out to be a slip for them.
    perhaps_missing: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    pub(super) fn new(
        entries: &'n [(Key, Node)],
        span: Range<usize>,
        reader: &mut Reader<'_>,
    ) -> Self {
        let mut first: HashMap<&str, &Key> = HashMap::with_capacity(entries.len());
        for (key, _) in entries {
            if let Some(first) = first.get(key.name.as_str()) {
                let line = reader.place(&first.span).line;
                reader.report(
                    Code::DuplicateKey,
                    &key.span,
                    format!("the key `{}` stands twice", key.name),
                    format!("Keep one of the two; the other is in line {line}."),
                );
                continue;
            }
            first.insert(&key.name, key);
        }
        Self {
            entries,
            span,
            known: vec!["extra"],
            perhaps_missing: Vec::new(),
        }
    }

    /// No keys, for what could not be read.
    pub fn none() -> Self {
        Self {
            entries: &[],
            span: 0..0,
            known: Vec::new(),
            perhaps_missing: Vec::new(),
        }
    }

    /// The bytes of the whole mapping.
    pub fn span(&self) -> &Range<usize> {
        &self.span
    }

    /// The value of a key, when the key is there.
    pub fn optional(&mut self, name: &'static str) -> Option<&'n Node> {
        self.known.push(name);
        self.entries
            .iter()
            .find(|(key, _)| key.name == name)
            .map(|(_, node)| node)
    }

    /// The value of a key that must be there.
    pub fn required(&mut self, name: &'static str, reader: &mut Reader<'_>) -> Option<&'n Node> {
        let found = self.optional(name);
        if found.is_none() {
            let keys = self.entries.iter().map(|(key, _)| key.name.as_str());
            match closest(name, keys) {
                Some(_) => self.perhaps_missing.push(name),
                None => self.report_missing(name, reader),
            }
        }
        found
    }

    fn report_missing(&self, name: &str, reader: &mut Reader<'_>) {
        let start = self.span.start;
        reader.report(
            Code::MissingKey,
            &(start..start),
            format!("the key `{name}` is missing"),
            format!("Add a line `{name}: …`."),
        );
    }

    /// Reports the keys that nobody asked for. Gives the keys that they seem to be slips for: what
    /// stands under them was not read.
    pub fn finish(self, reader: &mut Reader<'_>) -> Vec<&'static str> {
        let mut meant = Vec::new();
        for (key, _) in self.entries {
            if !self.known.contains(&key.name.as_str()) {
                meant.extend(self.report_unknown(key, reader));
            }
        }
        for name in &self.perhaps_missing {
            if !meant.contains(name) {
                self.report_missing(name, reader);
            }
        }
        meant
    }

    fn report_unknown(&self, key: &Key, reader: &mut Reader<'_>) -> Option<&'static str> {
        let names = self.known.iter().copied().filter(|name| *name != "extra");
        let typed: String = key.name.chars().filter(|c| !is_unseen(*c)).collect();
        let meant = match names.clone().find(|name| *name == typed) {
            Some(name) => Some(name),
            None => closest(&key.name, names.clone()),
        };
        let cure = match meant {
            Some(name) if *name == typed => {
                format!("A character that nobody sees stands in it: type `{name}` anew.")
            }
            _ => format!(
                "{} Data of your own goes under `extra:`.",
                one_of(&key.name, names)
            ),
        };
        reader.report(
            Code::UnknownKey,
            &key.span,
            format!("there is no key `{}` here", key.name),
            cure,
        );
        meant
    }

    /// A required text; empty when it is missing, which has then been reported.
    pub fn required_text(&mut self, name: &'static str, reader: &mut Reader<'_>) -> String {
        self.required(name, reader)
            .and_then(|node| reader.required_text(node))
            .unwrap_or_default()
    }

    /// An optional text.
    pub fn text(&mut self, name: &'static str, reader: &mut Reader<'_>) -> Option<String> {
        self.optional(name).and_then(|node| reader.text(node))
    }

    /// An optional list of texts.
    pub fn texts(&mut self, name: &'static str, reader: &mut Reader<'_>) -> Vec<String> {
        self.optional(name)
            .map(|node| reader.texts(node))
            .unwrap_or_default()
    }

    /// An optional web address.
    pub fn url(&mut self, name: &'static str, reader: &mut Reader<'_>) -> Option<String> {
        self.optional(name).and_then(|node| reader.url(node))
    }

    /// An optional date.
    pub fn date(&mut self, name: &'static str, reader: &mut Reader<'_>) -> Option<Date> {
        self.optional(name).and_then(|node| reader.date(node))
    }

    /// An optional `true` or `false`; false when it is missing.
    pub fn flag(&mut self, name: &'static str, reader: &mut Reader<'_>) -> bool {
        self.optional(name)
            .and_then(|node| reader.boolean(node))
            .unwrap_or(false)
    }

    /// A required id.
    pub fn required_id(&mut self, name: &'static str, reader: &mut Reader<'_>) -> Option<Id> {
        self.required(name, reader).and_then(|node| reader.id(node))
    }
}

/// Spaces of other widths, and marks that turn or join the text around them: editors that write
/// from right to left put them in by themselves.
fn is_unseen(c: char) -> bool {
    let turns =
        matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    turns || c.is_whitespace() || matches!(c, '\u{61c}' | '\u{feff}' | '\u{ad}')
}
