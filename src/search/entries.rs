//! What of an entry is searched: its own words, the labels of its terms, and the names that it has
//! in other languages.

use super::postings::{Field, Postings};
use crate::catalogue::{Catalogue, EntryIndex};
use crate::config::LanguageIndex;
use crate::content::{EntryWords, TermIndex, TermKind, Text};
use crate::language::Args;

/// The kinds of terms whose labels find an entry.
const KINDS: [TermKind; 8] = [
    TermKind::ObjectType,
    TermKind::Material,
    TermKind::Technique,
    TermKind::Period,
    TermKind::Place,
    TermKind::Script,
    TermKind::Shape,
    TermKind::Size,
];

/// The labels of all terms in all languages, looked up once.
pub struct Labels {
    /// By kind, term and language: a label that the language has itself.
    labels: Vec<Vec<Vec<Option<String>>>>,
}

impl Labels {
    /// Asks for every label once.
    pub fn new(catalogue: &Catalogue) -> Self {
        let labels = TermKind::ALL.into_iter().map(|kind| {
            let terms = catalogue.vocabulary.terms(kind).iter();
            let labels = terms.map(|term| {
                let key = term.label_key(kind);
                let languages = catalogue.config.language_indices();
                languages
                    .map(|language| own_message(catalogue, language, &key))
                    .collect()
            });
            labels.collect()
        });
        Self {
            labels: labels.collect(),
        }
    }

    /// A label that a language has itself, without its fallbacks.
    pub fn get(&self, kind: TermKind, term: TermIndex, language: LanguageIndex) -> Option<&str> {
        let slot = TermKind::ALL.iter().position(|other| *other == kind)?;
        let terms = self.labels.get(slot)?;
        terms.get(term.0 as usize)?.get(language.0)?.as_deref()
    }
}

/// A message in exactly this language.
pub fn own_message(catalogue: &Catalogue, language: LanguageIndex, key: &str) -> Option<String> {
    let found = catalogue.messages.plain(language.0, key, &Args::new())?;
    (found.language == language.0).then_some(found.value)
}

/// Reads an entry into the index of a language.
pub fn read(
    catalogue: &Catalogue,
    labels: &Labels,
    language: LanguageIndex,
    index: EntryIndex,
    postings: &mut Postings,
) {
    let tag = |language: LanguageIndex| catalogue.language(language).tag.as_str();
    let entry = catalogue.entry(index);
    let list = catalogue.list(index.list);
    if let Some(text) = entry.texts.get(language) {
        own_words(text, tag(language), postings);
    }
    for (other, text) in entry.texts.iter().filter(|(other, _)| *other != language) {
        postings.add(Field::ForeignTitle, &text.words.title, tag(other));
        for name in &text.words.also_called {
            postings.add(Field::ForeignName, name, tag(other));
        }
    }
    for name in &entry.facts.search_names {
        postings.add(Field::ForeignName, &name.name, &name.language);
    }
    if let Some(text) = list.texts.get(language) {
        postings.add(Field::Group, &text.words.title, tag(language));
        if let Some(category) = text.words.categories.get(entry.facts.category) {
            postings.add(Field::Group, &category.title, tag(language));
        }
    }
    for kind in KINDS {
        let own = match kind {
            TermKind::ObjectType => Field::ObjectType,
            TermKind::Size | TermKind::Shape => Field::Aside,
            _ => Field::Term,
        };
        for term in entry.facts.terms(kind) {
            for (distance, wide) in catalogue.vocabulary.with_broader(kind, *term).enumerate() {
                let own = if distance == 0 { own } else { Field::Group };
                add_label(catalogue, labels, (kind, wide), own, language, postings);
            }
        }
    }
}

fn add_label(
    catalogue: &Catalogue,
    labels: &Labels,
    (kind, term): (TermKind, TermIndex),
    own: Field,
    language: LanguageIndex,
    postings: &mut Postings,
) {
    for other in catalogue.config.language_indices() {
        let field = if other == language {
            own
        } else {
            Field::ForeignTerm
        };
        if let Some(label) = labels.get(kind, term, other) {
            postings.add(field, label, catalogue.language(other).tag.as_str());
        }
    }
    for name in &catalogue.vocabulary.term(kind, term).search_names {
        postings.add(Field::ForeignTerm, &name.name, &name.language);
    }
}

fn own_words(text: &Text<EntryWords>, language: &str, postings: &mut Postings) {
    let words = &text.words;
    postings.add(Field::Title, &words.title, language);
    let mut all = |field, texts: &[String]| {
        for text in texts {
            postings.add(field, text, language);
        }
    };
    all(Field::OtherName, &words.also_called);
    all(Field::Summary, std::slice::from_ref(&words.summary));
    all(Field::LookFor, &words.look_for);
    all(Field::Inscriptions, words.inscriptions.as_slice());
    all(Field::Aside, &words.warning_signs);
    for picture in &words.pictures {
        all(Field::Caption, picture.caption.as_slice());
    }
    for mistaken in &words.mistaken_for {
        postings.add(Field::Aside, &mistaken.what, language);
        postings.add(Field::Aside, &mistaken.tell_apart, language);
    }
    postings.add(Field::Body, &text.body.plain_text(), language);
}
