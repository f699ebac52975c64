//! A catalogue seen in one language: labels, years, sizes and sentences as its readers write them.

use crate::catalogue::Catalogue;
use crate::config::{Language, LanguageIndex};
use crate::content::{Range, TermIndex, TermKind, Years};
use crate::language::{Args, Formats};
use crate::site::Paths;

/// The language of the page that is being made, handed down as a value.
#[derive(Clone, Copy)]
pub struct Locale<'a> {
    /// The site.
    pub catalogue: &'a Catalogue,
    /// The reader's language.
    pub index: LanguageIndex,
}

impl<'a> Locale<'a> {
    /// The site in a language.
    pub fn new(catalogue: &'a Catalogue, index: LanguageIndex) -> Self {
        Self { catalogue, index }
    }

    /// The same site in another language.
    pub fn other(self, index: LanguageIndex) -> Self {
        Self { index, ..self }
    }

    /// The language.
    pub fn language(self) -> &'a Language {
        self.catalogue.language(self.index)
    }

    /// Its numbers, dates and order.
    pub fn formats(self) -> &'a Formats {
        self.catalogue.formats(self.index)
    }

    /// Where things stand in the output.
    pub fn paths(self) -> Paths<'a> {
        Paths::new(self.catalogue)
    }

    /// A message as plain text, with isolation marks around what is inserted. One that no
    /// language has is empty; loading has reported it.
    pub fn message(self, key: &str, args: &Args) -> String {
        let found = self.catalogue.messages.plain(self.index.0, key, args);
        found.map(|found| found.value).unwrap_or_default()
    }

    /// A message without variables.
    pub fn words(self, key: &str) -> String {
        self.message(key, &Args::new())
    }

    /// A message without variables, when some language of the chain has it.
    pub fn optional_words(self, key: &str) -> Option<String> {
        let has = self.catalogue.messages.has(self.index.0, key);
        has.then(|| self.words(key))
            .filter(|words| !words.is_empty())
    }

    /// The label of a term.
    pub fn label(self, kind: TermKind, term: TermIndex) -> String {
        let term = self.catalogue.vocabulary.term(kind, term);
        self.words(&term.label_key(kind))
    }

    /// The site's name.
    pub fn site_title(self) -> String {
        self.optional_words("site-title")
            .unwrap_or_else(|| self.catalogue.config.title.clone())
    }

    /// The name of a language in this one; its own name when nothing better is known.
    pub fn language_name(self, index: LanguageIndex) -> String {
        let tag = &self.catalogue.language(index).tag;
        self.formats()
            .language_name(tag)
            .unwrap_or_else(|| self.catalogue.language(index).name.clone())
    }

    /// A range of years with its era or eras.
    pub fn years(self, years: Years) -> String {
        let args = Args::new()
            .text("from", self.formats().year(years.from))
            .text("to", self.formats().year(years.to));
        let key = match (years.from < 0, years.to < 0) {
            (true, true) if years.from == years.to => "year-bce",
            (false, false) if years.from == years.to => "year-ce",
            (true, true) => "years-bce",
            (true, false) => "years-bce-ce",
            (false, _) => "years-ce",
        };
        self.message(key, &args)
    }

    /// A range of a dimension with its unit.
    pub fn range(self, range: &Range) -> String {
        let args = Args::new()
            .text("min", self.formats().decimal(range.min))
            .text("max", self.formats().decimal(range.max))
            .text("unit", self.words(&format!("unit-{}", range.unit.symbol())));
        let exact = (range.max - range.min).abs() < f64::EPSILON;
        self.message(if exact { "size-exact" } else { "size-range" }, &args)
    }

    /// A country's name.
    pub fn country(self, code: &str) -> String {
        self.optional_words(&format!("country-{code}"))
            .unwrap_or_else(|| code.to_owned())
    }
}
