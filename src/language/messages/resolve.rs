//! Writes a message: follows references, chooses variants, inserts values.
//!
//! It works on fluent-syntax's reading of a message. fluent-bundle, which could do it too, shows
//! numbers in Latin digits, takes its plural forms from a second set of data that lacks Sorani,
//! does not tell a message's words from what is inserted (so that neither can be escaped with
//! certainty), locks for each plural, and panics on some texts.

use std::borrow::Cow;

use super::Language;
use super::args::{Args, Value};
use super::output::{Markup, Output};
use super::pattern::{Literal, Part, Pattern, Reference, Select, Selector, VariantKey};
use crate::language::Counting;

/// Stands for what is not there, such as a variable that a template forgot. Nobody should see
/// it, but a reader who does is not shown a key.
const GAP: &str = "…";

/// How many references one message may follow, and how deep variants and references may nest.
/// Both stop messages that refer to themselves, and those that double with every step.
const MOST_REFERENCES: u32 = 100;
const DEEPEST: u32 = 128;

/// Finds the pattern of a message in a language or its fallbacks, and the language that has it.
pub(super) fn find<'a>(
    languages: &'a [Language],
    language: usize,
    id: &str,
    attribute: Option<&str>,
) -> Option<(usize, &'a Pattern)> {
    let chain = &languages.get(language)?.chain;
    chain.iter().find_map(|index| {
        let definition = languages.get(*index)?.messages.get(id)?;
        Some((*index, definition.message.pattern(attribute)?))
    })
}

/// Writes one message.
pub(super) struct Resolver<'a> {
    languages: &'a [Language],
    args: &'a Args,
    /// The language that was asked for, by whose formats the arguments' numbers are written.
    asked: usize,
    /// The language of the pattern that is being written.
    language: usize,
    /// Within a term, only what the reference to it says.
    local: Option<&'a [(String, Literal)]>,
    references: u32,
    depth: u32,
    out: Output,
}

/// What a choice depends on.
enum Chosen<'a> {
    Number(f64, Counting),
    Text(Cow<'a, str>),
    Nothing,
}

impl<'a> Resolver<'a> {
    pub fn new(
        languages: &'a [Language],
        args: &'a Args,
        (asked, language): (usize, usize),
        markup: Markup,
    ) -> Self {
        Self {
            languages,
            args,
            asked,
            language,
            local: None,
            references: MOST_REFERENCES,
            depth: DEEPEST,
            out: Output::new(markup),
        }
    }

    pub fn finish(mut self, pattern: &'a Pattern) -> String {
        self.pattern(pattern);
        self.out.finish()
    }

    fn pattern(&mut self, pattern: &'a Pattern) {
        if self.depth == 0 {
            return self.out.words(GAP);
        }
        self.depth -= 1;
        for part in pattern {
            match part {
                Part::Text(words) => self.out.words(words),
                Part::Number(number) => self.number(*number),
                Part::Variable(name) => self.variable(name),
                Part::Reference(reference) => self.reference(reference),
                Part::Select(select) => self.select(select),
            }
        }
        self.depth += 1;
    }

    fn number(&mut self, number: f64) {
        let shown = self.languages[self.language].formats.decimal(number);
        self.out.value(&shown);
    }

    fn variable(&mut self, name: &str) {
        if let Some(local) = self.local {
            return match literal(local, name) {
                Some(Literal::Text(text)) => self.out.words(text),
                Some(Literal::Number(number)) => self.number(*number),
                None => self.out.words(GAP),
            };
        }
        match self.args.get(name) {
            Some(Value::Text(text)) => self.out.value(text),
            Some(Value::Number { shown, .. }) if self.language == self.asked => {
                self.out.value(shown);
            }
            Some(Value::Number { value, .. }) => self.number(*value),
            None => self.out.words(GAP),
        }
    }

    fn reference(&mut self, reference: &'a Reference) {
        let attribute = reference.attribute.as_deref();
        let found = find(self.languages, self.language, &reference.id, attribute);
        let (Some((language, pattern)), 1..) = (found, self.references) else {
            return self.out.words(GAP);
        };
        self.references -= 1;
        let outer = (self.language, self.local);
        self.language = language;
        if reference.id.starts_with('-') {
            self.local = Some(&reference.arguments);
        }
        self.pattern(pattern);
        (self.language, self.local) = outer;
    }

    fn select(&mut self, select: &'a Select) {
        let chosen = self.chosen(&select.selector);
        let form = match chosen {
            Chosen::Number(number, counting) => self.languages[self.language]
                .formats
                .plural(number, counting),
            _ => "",
        };
        let fits = |key: &VariantKey| match (key, &chosen) {
            (VariantKey::Number(key), Chosen::Number(number, _)) => key == number,
            (VariantKey::Name(key), Chosen::Number(..)) => key == form,
            (VariantKey::Name(key), Chosen::Text(text)) => key == text,
            _ => false,
        };
        let variant = select
            .variants
            .iter()
            .find(|(key, _)| fits(key))
            .or_else(|| select.variants.get(select.default));
        if let Some((_, pattern)) = variant {
            self.pattern(pattern);
        }
    }

    fn chosen(&mut self, selector: &'a Selector) -> Chosen<'a> {
        match selector {
            Selector::Literal(Literal::Text(text), _) => Chosen::Text(text.into()),
            Selector::Literal(Literal::Number(number), counting) => {
                Chosen::Number(*number, *counting)
            }
            Selector::Variable(name, counting) => self.chosen_by(name, *counting),
            Selector::Term(reference) => Chosen::Text(self.bare(reference).into()),
        }
    }

    fn chosen_by(&self, name: &str, counting: Counting) -> Chosen<'a> {
        if let Some(local) = self.local {
            return match literal(local, name) {
                Some(Literal::Text(text)) => Chosen::Text(text.into()),
                Some(Literal::Number(number)) => Chosen::Number(*number, counting),
                None => Chosen::Nothing,
            };
        }
        match self.args.get(name) {
            Some(Value::Text(text)) => Chosen::Text(text.into()),
            Some(Value::Number { value, .. }) => Chosen::Number(*value, counting),
            None => Chosen::Nothing,
        }
    }

    /// The characters of a term's attribute.
    fn bare(&mut self, reference: &'a Reference) -> String {
        let outer = std::mem::replace(&mut self.out, Output::new(Markup::Bare));
        self.reference(reference);
        std::mem::replace(&mut self.out, outer).finish()
    }
}

fn literal<'a>(local: &'a [(String, Literal)], name: &str) -> Option<&'a Literal> {
    let found = local.iter().find(|(known, _)| known == name);
    found.map(|(_, literal)| literal)
}
