//! The interface's messages: Fluent files of every language, with fallback from one language to
//! the next.
//!
//! A [`MessagesBuilder`] takes the files, reports what is wrong in them and how far each language
//! is translated, and turns into [`Messages`], which pages ask by key.

mod args;
mod build;
mod check;
mod compile;
mod output;
mod parse;
mod pattern;
mod resolve;
mod syntax;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use self::build::{Broken, Definition};
use self::output::Markup;
use self::resolve::{Resolver, find};
use super::formats::Formats;
use super::tag::Tag;
use crate::diagnostic::Place;

pub use self::args::Args;
pub use self::build::{MessageFile, MessagesBuilder};

/// What the messages of a language need to know about it.
#[derive(Clone)]
pub struct LanguageSetup {
    /// The language.
    pub tag: Tag,
    /// Its plural forms and numbers, such as those of `ar-IQ` for `ar`.
    pub formats: Arc<Formats>,
    /// Where a message is looked up: the language's own place among the languages, then those of
    /// its fallbacks, and last the source language's, which is 0.
    pub chain: Vec<usize>,
}

/// Who wrote a message. A message of the site takes the place of the embedded one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// It came with the program.
    Embedded,
    /// It is in the site's `i18n` folder.
    Site,
}

/// A text, and the language that it was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// What was found.
    pub value: T,
    /// The place of its language among the languages. When it is not the one that was asked for,
    /// the page marks the text with its own `lang` and `dir`.
    pub language: usize,
}

/// How much of the source language's messages a language has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completeness {
    /// How many the source language has; an attribute counts as one.
    pub total: usize,
    /// How many of them the language has itself, without its fallbacks.
    pub present: usize,
}

/// All messages of all languages. They are shared between threads, and looking one up locks
/// nothing.
pub struct Messages {
    languages: Vec<Language>,
    /// The variables of the source language's messages, by key.
    variables: HashMap<String, Vec<String>>,
    /// Messages that the site adds to those of the program.
    added: Vec<Added>,
}

/// A message that the site adds: no language of the program has it, and no other message
/// refers to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub place: Place,
}

struct Language {
    chain: Vec<usize>,
    broken: Broken,
    formats: Arc<Formats>,
    messages: HashMap<String, Arc<Definition>>,
    completeness: Completeness,
}

impl Messages {
    /// Whether the language or one of its fallbacks has the message. A key is `id` or
    /// `id.attribute`.
    pub fn has(&self, language: usize, key: &str) -> bool {
        let (id, attribute) = split(key);
        find(&self.languages, language, id, attribute).is_some()
    }

    /// Whether the message may be in a file of the language itself that could not be read, or is
    /// broken there.
    pub fn is_broken(&self, language: usize, key: &str) -> bool {
        let language = self.languages.get(language);
        language.is_some_and(|language| language.broken.may_have(split(key).0))
    }

    /// The message as text for places without markup, such as `title`, `alt` and `aria-label`.
    /// Inserted values stand between isolation marks. Nothing is escaped.
    pub fn plain(&self, language: usize, key: &str, args: &Args) -> Option<Found<String>> {
        self.write(language, key, args, Markup::Plain)
    }

    /// The message as HTML: all of its text is escaped, and inserted values stand in `<bdi>`.
    pub fn html(&self, language: usize, key: &str, args: &Args) -> Option<Found<String>> {
        self.write(language, key, args, Markup::Html)
    }

    /// The variables that the source language's message uses, sorted, for templates that want to
    /// know what to give. Empty for a message that the source language does not have.
    pub fn variables(&self, key: &str) -> &[String] {
        self.variables.get(key).map_or(&[], Vec::as_slice)
    }

    /// The messages that the site adds to those of the program, language by language.
    pub fn added(&self) -> &[Added] {
        &self.added
    }

    /// The ids of the source language's messages.
    pub fn source_ids(&self) -> impl Iterator<Item = &str> {
        let source = self.languages.first().into_iter();
        source.flat_map(|language| language.messages.keys().map(String::as_str))
    }

    /// How far a language is translated.
    pub fn completeness(&self, language: usize) -> Completeness {
        let nothing = Completeness {
            total: 0,
            present: 0,
        };
        let language = self.languages.get(language);
        language.map_or(nothing, |language| language.completeness)
    }

    fn write(&self, asked: usize, key: &str, args: &Args, markup: Markup) -> Option<Found<String>> {
        let (id, attribute) = split(key);
        let (language, pattern) = find(&self.languages, asked, id, attribute)?;
        let resolver = Resolver::new(&self.languages, args, (asked, language), markup);
        Some(Found {
            value: resolver.finish(pattern),
            language,
        })
    }
}

fn split(key: &str) -> (&str, Option<&str>) {
    match key.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (key, None),
    }
}
