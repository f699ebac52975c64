//! The keys of one mapping: each is asked for once, and what nobody asked for is an error.

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
}

impl<'n> Fields<'n> {
    pub(super) fn new(
        entries: &'n [(Key, Node)],
        span: Range<usize>,
        reader: &mut Reader<'_>,
    ) -> Self {
        for (at, (key, _)) in entries.iter().enumerate() {
            if entries[..at]
                .iter()
                .any(|(other, _)| other.name == key.name)
            {
                reader.report(
                    Code::DuplicateKey,
                    &key.span,
                    format!("the key `{}` stands twice", key.name),
                    "Keep one of the two.",
                );
            }
        }
        Self {
            entries,
            span,
            known: vec!["extra"],
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
            let similar = closest(name, self.entries.iter().map(|(key, _)| key.name.as_str()));
            let cure = match similar {
                Some(similar) => format!("Is `{similar}` a slip for `{name}`?"),
                None => format!("Add a line `{name}: …`."),
            };
            let start = self.span.start;
            reader.report(
                Code::MissingKey,
                &(start..start),
                format!("the key `{name}` is missing"),
                cure,
            );
        }
        found
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(self, reader: &mut Reader<'_>) {
        for (key, _) in self.entries {
            if self.known.contains(&key.name.as_str()) {
                continue;
            }
            let mut names = self.known.clone();
            names.retain(|name| *name != "extra");
            let cure = match closest(&key.name, names.iter().copied()) {
                Some(name) => {
                    format!("Did you mean `{name}`? Data of your own goes under `extra:`.")
                }
                None => format!(
                    "{} Data of your own goes under `extra:`.",
                    one_of(&key.name, names.iter().copied())
                ),
            };
            reader.report(
                Code::UnknownKey,
                &key.span,
                format!("there is no key `{}` here", key.name),
                cure,
            );
        }
    }

    /// A required text; empty when it is missing, which has then been reported.
    pub fn required_text(&mut self, name: &'static str, reader: &mut Reader<'_>) -> String {
        self.required(name, reader)
            .and_then(|node| reader.text(node))
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
