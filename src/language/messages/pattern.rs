//! A message as it is kept: what it says, without where its author wrote it.

use crate::language::Counting;

/// A message or a term.
#[derive(Debug, Default)]
pub(super) struct Message {
    pub value: Option<Pattern>,
    pub attributes: Vec<(String, Pattern)>,
}

/// What stands after `=`: words, and what is inserted between them.
pub(super) type Pattern = Vec<Part>;

#[derive(Debug)]
pub(super) enum Part {
    /// The message's own words, string literals included.
    Text(String),
    /// A number that the message itself gives.
    Number(f64),
    /// `{ $name }`
    Variable(String),
    /// `{ message }`, `{ message.attribute }` or `{ -term }`
    Reference(Reference),
    /// `{ $count -> … }`
    Select(Select),
}

/// Another message or term.
#[derive(Debug)]
pub(super) struct Reference {
    /// Terms keep their hyphen: `-brand`.
    pub id: String,
    pub attribute: Option<String>,
    /// What a term is told: `-brand(case: "genitive")`.
    pub arguments: Vec<(String, Literal)>,
}

#[derive(Debug)]
pub(super) enum Literal {
    Text(String),
    Number(f64),
}

/// A choice between variants.
#[derive(Debug)]
pub(super) struct Select {
    pub selector: Selector,
    pub variants: Vec<(VariantKey, Pattern)>,
    /// The place of the variant that is taken when no other fits.
    pub default: usize,
}

#[derive(Debug)]
pub(super) enum Selector {
    Literal(Literal, Counting),
    Variable(String, Counting),
    /// An attribute of a term: `{ -brand.gender -> … }`
    Term(Reference),
}

#[derive(Debug)]
pub(super) enum VariantKey {
    /// A form such as `one`, or a text such as `male`.
    Name(String),
    Number(f64),
}

impl Message {
    /// The pattern of the value, or of an attribute.
    pub fn pattern(&self, attribute: Option<&str>) -> Option<&Pattern> {
        match attribute {
            None => self.value.as_ref(),
            Some(wanted) => {
                let found = self.attributes.iter().find(|(name, _)| name == wanted);
                found.map(|(_, pattern)| pattern)
            }
        }
    }

    /// What can be looked up: the value, which has no attribute's name, and every attribute.
    pub fn units(&self) -> impl Iterator<Item = Option<&str>> {
        let value = self.value.iter().map(|_| None);
        value.chain(self.attributes.iter().map(|(name, _)| Some(name.as_str())))
    }
}

/// The key under which a unit is looked up: `id` or `id.attribute`.
pub(super) fn key(id: &str, attribute: Option<&str>) -> String {
    match attribute {
        None => id.to_owned(),
        Some(attribute) => format!("{id}.{attribute}"),
    }
}
