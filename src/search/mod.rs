//! The search index: one for each language, cut into scripts of a few dozen KB that a page loads
//! as it needs them, from a host or from a stick.
//!
//! An index belongs to a language. It holds the texts that are in this language, the labels of the
//! terms, and the names that entries have in other languages, which count less. Texts that a page
//! borrows from another language are not in it.
//!
//! Planning only counts: how many files there are follows from how much text there is. The index
//! itself is made when the first of its files is asked for.

pub mod encode;
pub mod entries;
pub mod facets;
pub mod fold;
pub mod pack;
pub mod postings;
pub mod words;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::catalogue::{Catalogue, EntryIndex};
use crate::config::LanguageIndex;
use crate::content::Entry;
use entries::Labels;
use facets::Value;
use postings::{Postings, Word};

/// How many entries' cards stand in one file.
pub const CARDS_PER_SHARD: usize = 64;

/// How large a file should be, in bytes. A stick is slow with thousands of small files, and a
/// reader waits for large ones.
const WORDS_SHARD: usize = 24 * 1024;
/// Before it is packed, which leaves about half.
const TEXTS_SHARD: usize = 80 * 1024;
const OTHER_SHARD: usize = 32 * 1024;

/// A file of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shard {
    /// What leads to the others.
    Root,
    /// Words from one to another, with the entries that bear them.
    Words(usize),
    /// What is shown of entries in a list of results.
    Cards(usize),
    /// The points and texts of entries, to show the place that matched and to compare entries.
    Texts(usize),
    /// By what results can be narrowed.
    Facets(usize),
    /// All words without their entries, to find what a misspelt one may mean.
    Spelling(usize),
}

impl Shard {
    /// Its name, which is also its key among the scripts of a language.
    pub fn name(self) -> String {
        match self {
            Self::Root => "root".to_owned(),
            Self::Words(at) => format!("w{at}"),
            Self::Cards(at) => format!("c{at}"),
            Self::Texts(at) => format!("t{at}"),
            Self::Facets(at) => format!("f{at}"),
            Self::Spelling(at) => format!("s{at}"),
        }
    }
}

/// How many files of each kind an index has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// [`Shard::Words`].
    pub words: usize,
    /// [`Shard::Cards`].
    pub cards: usize,
    /// [`Shard::Texts`].
    pub texts: usize,
    /// [`Shard::Facets`].
    pub facets: usize,
    /// [`Shard::Spelling`].
    pub spelling: usize,
}

impl Counts {
    fn of(entries: usize, own: usize, shown: usize, languages: usize) -> Self {
        // Vocabulary grows with the root of the length of the text. The factors were measured on
        // texts of several languages, from 30 to 10,000 entries.
        let spelling = (own / 8).isqrt() * 200;
        let words = own * 22 / 100 + entries * (90 + 60 * languages) + 2 * spelling;
        let parts = |bytes: usize, size: usize| bytes.div_ceil(size).max(1);
        Self {
            words: parts(words, WORDS_SHARD),
            cards: parts(entries, CARDS_PER_SHARD),
            texts: parts(shown, TEXTS_SHARD),
            facets: parts(entries * 32, OTHER_SHARD),
            spelling: parts(spelling, OTHER_SHARD),
        }
    }

    /// All files, the root first.
    pub fn shards(&self) -> impl Iterator<Item = Shard> {
        let root = std::iter::once(Shard::Root);
        root.chain((0..self.words).map(Shard::Words))
            .chain((0..self.cards).map(Shard::Cards))
            .chain((0..self.texts).map(Shard::Texts))
            .chain((0..self.facets).map(Shard::Facets))
            .chain((0..self.spelling).map(Shard::Spelling))
    }
}

/// How much text there is: what tells how many files an index has.
#[derive(Clone, Debug)]
struct Amounts {
    entries: usize,
    /// By language, in bytes: its own texts, and those that it shows, some of them borrowed.
    languages: Vec<(usize, usize)>,
}

impl Amounts {
    /// Adds up all texts without reading them.
    fn new(catalogue: &Catalogue) -> Self {
        let mut amounts = Self {
            entries: 0,
            languages: vec![(0, 0); catalogue.config.languages.len()],
        };
        for entry in catalogue.lists.iter().flat_map(|list| &list.entries) {
            amounts.entries += 1;
            amounts.change(catalogue, entry, |sum, size| *sum += size);
        }
        amounts
    }

    fn change(&mut self, catalogue: &Catalogue, entry: &Entry, change: fn(&mut usize, usize)) {
        let sizes = entry.texts.sizes();
        for ((own, shown), language) in self.languages.iter_mut().zip(&catalogue.config.languages) {
            let size = |index: &LanguageIndex| sizes.get(index.0).copied().unwrap_or(0);
            let mut chain = language.chain.iter().map(size);
            change(own, chain.clone().next().unwrap_or(0));
            change(shown, chain.find(|size| *size > 0).unwrap_or(0));
        }
    }

    fn counts(&self) -> impl Iterator<Item = Counts> {
        let languages = self.languages.iter();
        languages.map(|(own, shown)| Counts::of(self.entries, *own, *shown, self.languages.len()))
    }
}

/// The indexes of a site.
#[derive(Clone)]
pub struct Search {
    amounts: Amounts,
    languages: Arc<Vec<Language>>,
}

struct Language {
    counts: Counts,
    index: OnceLock<Index>,
}

impl fmt::Debug for Search {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.languages.iter().map(|language| language.counts))
            .finish()
    }
}

impl Search {
    /// Counts the files of every language.
    pub fn new(catalogue: &Catalogue) -> Self {
        Self::of(Amounts::new(catalogue))
    }

    /// The indexes of a newer catalogue with the same languages, in which these entries and no
    /// others have changed. They are made anew.
    #[must_use]
    pub fn with_changed(
        &self,
        older: &Catalogue,
        newer: &Catalogue,
        changed: &[EntryIndex],
    ) -> Self {
        let mut amounts = self.amounts.clone();
        for index in changed {
            amounts.change(older, older.entry(*index), |sum, size| *sum -= size);
            amounts.change(newer, newer.entry(*index), |sum, size| *sum += size);
        }
        Self::of(amounts)
    }

    /// As many files, to be made anew.
    #[must_use]
    pub fn with_other_words(&self) -> Self {
        Self::of(self.amounts.clone())
    }

    fn of(amounts: Amounts) -> Self {
        let languages = amounts.counts().map(|counts| Language {
            counts,
            index: OnceLock::new(),
        });
        Self {
            languages: Arc::new(languages.collect()),
            amounts,
        }
    }

    /// How many files a language has.
    pub fn counts(&self, language: LanguageIndex) -> Counts {
        self.languages[language.0].counts
    }

    /// The index of a language, made when it is asked for the first time. `catalogue` is the one
    /// that the plan was made from.
    pub fn index(&self, catalogue: &Catalogue, language: LanguageIndex) -> &Index {
        let found = &self.languages[language.0];
        // No parallel work in here: a thread that waits for the cell must not be needed by it.
        found
            .index
            .get_or_init(|| Index::new(catalogue, language, &found.counts))
    }
}

/// The index of a language.
pub struct Index {
    /// Says which files belong together: files of another edition are refused.
    pub build: String,
    /// The entries, in the order of their numbers.
    pub entries: Vec<EntryIndex>,
    /// All words in order.
    pub words: Vec<Word>,
    /// The first word of each [`Shard::Words`], by its place.
    pub word_starts: Vec<usize>,
    /// The first entry of each [`Shard::Texts`].
    pub text_starts: Vec<usize>,
    /// By what results can be narrowed.
    pub values: Vec<Value>,
    /// See [`facets::pieces`].
    pub pieces: Vec<String>,
    /// The first piece of each [`Shard::Facets`].
    pub piece_starts: Vec<usize>,
}

impl Index {
    fn new(catalogue: &Catalogue, language: LanguageIndex, counts: &Counts) -> Self {
        let labels = Labels::new(catalogue);
        let entries: Vec<EntryIndex> = catalogue.entry_indices().collect();
        let mut postings = Postings::default();
        for index in &entries {
            entries::read(catalogue, &labels, language, *index, &mut postings);
            postings.end_entry();
        }
        let words = postings.finish();
        let word_starts = encode::cut(words.iter().map(Word::size), counts.words);
        let sizes = entries.iter().map(|index| {
            let resolved = catalogue
                .entry(*index)
                .texts
                .resolve(catalogue.language(language));
            resolved.map_or(0, |(_, text)| text.size)
        });
        let text_starts = encode::cut(sizes, counts.texts);
        let numbers: BTreeMap<EntryIndex, u32> = entries.iter().copied().zip(0..).collect();
        let values = facets::values(catalogue, &labels, language, &numbers);
        let years: Vec<(i32, i32)> = entries
            .iter()
            .map(|index| catalogue.entry(*index).facts.dates)
            .map(|years| (years.from, years.to))
            .collect();
        let pieces = facets::pieces(&values, &years);
        let piece_starts = encode::cut(pieces.iter().map(String::len), counts.facets);
        let mut index = Self {
            build: String::new(),
            entries,
            words,
            word_starts,
            text_starts,
            values,
            pieces,
            piece_starts,
        };
        index.build = index.name(catalogue, language);
        index
    }

    /// A name for what the files hold, the same for the same content.
    fn name(&self, catalogue: &Catalogue, language: LanguageIndex) -> String {
        let mut hash = Fnv::default();
        for word in &self.words {
            hash.add(&word.text);
            hash.add(&word.postings);
        }
        for piece in &self.pieces {
            hash.add(piece);
        }
        for name in self.values.iter().flat_map(|value| &value.names) {
            hash.add(name);
        }
        for index in &self.entries {
            let texts = &catalogue.entry(*index).texts;
            let shown = texts.resolve(catalogue.language(language));
            let revision = shown.and_then(|(_, text)| text.revision.as_deref());
            hash.add(revision.unwrap_or_default());
        }
        format!("{:016x}", hash.0)
    }

    /// The words of a [`Shard::Words`].
    pub fn words_of(&self, shard: usize) -> &[Word] {
        part(&self.words, &self.word_starts, shard)
    }

    /// The pieces of a [`Shard::Facets`].
    pub fn pieces_of(&self, shard: usize) -> &[String] {
        part(&self.pieces, &self.piece_starts, shard)
    }

    /// The entries of a [`Shard::Cards`], and the number of the first.
    pub fn cards_of(&self, shard: usize) -> &[EntryIndex] {
        let start = (shard * CARDS_PER_SHARD).min(self.entries.len());
        let end = (start + CARDS_PER_SHARD).min(self.entries.len());
        &self.entries[start..end]
    }

    /// The entries of a [`Shard::Texts`].
    pub fn texts_of(&self, shard: usize) -> &[EntryIndex] {
        part(&self.entries, &self.text_starts, shard)
    }

    /// The words of a [`Shard::Spelling`].
    pub fn spelling_of(&self, shard: usize, shards: usize) -> Vec<&str> {
        let words = self.spelling();
        part(&words, &spelling_cuts(&words, shards), shard).to_vec()
    }

    /// The first word of each [`Shard::Spelling`].
    pub fn spelling_starts(&self, shards: usize) -> Vec<&str> {
        let words = self.spelling();
        let cuts = spelling_cuts(&words, shards);
        let firsts = cuts.iter().map(|at| words.get(*at).copied());
        firsts.map(|word| word.unwrap_or("\u{FFFF}")).collect()
    }

    /// The words that occur as written, without numbers.
    fn spelling(&self) -> Vec<&str> {
        let words = self.words.iter().filter(|word| word.written);
        words
            .map(|word| word.text.as_str())
            .filter(|text| !text.starts_with(|c: char| c.is_ascii_digit()))
            .collect()
    }
}

fn spelling_cuts(words: &[&str], shards: usize) -> Vec<usize> {
    encode::cut(words.iter().map(|word| word.len() + 1), shards)
}

fn part<'t, T>(all: &'t [T], starts: &[usize], shard: usize) -> &'t [T] {
    let start = starts.get(shard).copied().unwrap_or(all.len());
    let end = starts.get(shard + 1).copied().unwrap_or(all.len());
    &all[start.min(end)..end]
}

/// The hash of Fowler, Noll and Vo, 64 bits: quick, and the same everywhere. It tells editions
/// apart; it protects from nothing.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn add(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
