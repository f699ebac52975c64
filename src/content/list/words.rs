//! The words of a list in one language, for the things that its facts name.

use super::ListFacts;
use crate::content::entry::read_points;
use crate::diagnostic::Code;
use crate::id::Id;
use crate::yaml::{Fields, Key, Reader, closest, one_of};

/// The words of a list in one language.
#[derive(Clone, Debug, Default)]
pub struct ListWords {
    /// The list's name.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Whom it is for.
    pub purpose: Option<String>,
    /// One for each category of the facts, in their order.
    pub categories: Vec<Category>,
    /// What every page and print must say.
    pub disclaimers: Vec<String>,
    /// What to do now.
    pub actions: Vec<String>,
    /// Signs that hold for the whole list.
    pub warning_signs: Vec<String>,
    /// One for each contact of the facts, in their order.
    pub contacts: Vec<ContactWords>,
}

/// A category's words.
#[derive(Clone, Debug, Default)]
pub struct Category {
    /// Its name.
    pub title: String,
    /// One sentence.
    pub summary: Option<String>,
}

/// A contact's words.
#[derive(Clone, Debug, Default)]
pub struct ContactWords {
    /// The office's name.
    pub name: String,
    /// The postal address.
    pub address: Option<String>,
    /// How to reach it, and when.
    pub note: Option<String>,
}

impl ListWords {
    /// Reads the front matter of a list's text.
    pub fn read(fields: &mut Fields<'_>, facts: &ListFacts, reader: &mut Reader<'_>) -> Self {
        let title = fields.required_text("title", reader);
        let summary = fields.required_text("summary", reader);
        let purpose = fields.text("purpose", reader);
        let disclaimers = fields.required("disclaimers", reader);
        let disclaimers = disclaimers
            .map(|node| read_points(node, reader))
            .unwrap_or_default();
        let actions = fields.required("actions", reader);
        let actions = actions
            .map(|node| read_points(node, reader))
            .unwrap_or_default();
        let categories = Wanted {
            name: "categories",
            ids: facts.categories.iter().collect(),
            complete: facts.categories.is_complete(),
            unknown: Code::UnknownCategory,
        };
        let contacts = Wanted {
            name: "contacts",
            ids: facts.contacts.iter().map(|contact| &contact.id).collect(),
            complete: facts.contacts.is_complete(),
            unknown: Code::UnknownContact,
        };
        Self {
            title,
            summary,
            purpose,
            categories: categories.read(fields, reader, |fields, reader| Category {
                title: fields.required_text("title", reader),
                summary: fields.text("summary", reader),
            }),
            disclaimers,
            actions,
            warning_signs: fields.texts("warning_signs", reader),
            contacts: contacts.read(fields, reader, |fields, reader| ContactWords {
                name: fields.required_text("name", reader),
                address: fields.text("address", reader),
                note: fields.text("note", reader),
            }),
        }
    }
}

/// The ids of the facts for which a text must have words.
struct Wanted<'a> {
    name: &'static str,
    ids: Vec<&'a Id>,
    complete: bool,
    unknown: Code,
}

impl Wanted<'_> {
    fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.ids.iter().map(|id| id.as_str())
    }

    /// Reads a mapping from ids to words: one for each id, none for others.
    fn read<T: Clone + Default>(
        &self,
        fields: &mut Fields<'_>,
        reader: &mut Reader<'_>,
        mut read: impl FnMut(&mut Fields<'_>, &mut Reader<'_>) -> T,
    ) -> Vec<T> {
        let mut words = vec![T::default(); self.ids.len()];
        let node = match self.ids.is_empty() {
            true => fields.optional(self.name),
            false => fields.required(self.name, reader),
        };
        let Some(node) = node else {
            return words;
        };
        let mut missing: Vec<&str> = self.names().collect();
        for (key, value) in reader.entries(node) {
            let at = self.names().position(|id| id == key.name);
            let meant = match at {
                Some(at) => Some(self.ids[at].as_str()),
                None => self.report_unknown(key, reader),
            };
            missing.retain(|id| Some(*id) != meant);
            if let Some(mut fields) = reader.fields(value) {
                let found = read(&mut fields, reader);
                fields.finish(reader);
                if let Some(at) = at {
                    words[at] = found;
                }
            }
        }
        for id in missing {
            reader.report(
                Code::MissingKey,
                &node.span,
                format!("`{}` lacks `{id}`, which the facts name", self.name),
                format!("Add a line for `{id}` under `{}:`.", self.name),
            );
        }
        words
    }

    /// Reports words for an id that the facts do not have, and gives the id that is meant.
    fn report_unknown(&self, key: &Key, reader: &mut Reader<'_>) -> Option<&str> {
        if !self.complete {
            return None;
        }
        let message = format!(
            "the list's facts have no `{}` under `{}`",
            key.name, self.name
        );
        let cure = one_of(&key.name, self.names());
        reader.report(self.unknown, &key.span, message, cure);
        closest(&key.name, self.names())
    }
}
