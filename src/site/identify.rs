//! "Identify by what you see": which combinations of choices have a page of their own.
//!
//! A combination has at most one choice for each of four questions, and one page whatever the
//! order of the choices. Pages are kept few: a page with no more than [`FEW`] candidates compares
//! them and asks no further; no page is made for a combination that no entry fits; and a question is
//! asked only while the pages of all its choices fit within [`MOST_PAGES`]. So a language never has
//! more than that, however many entries and terms there are. (With a script, one page does all.)

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Catalogue, EntryIndex};
use crate::content::{TermIndex, TermKind};
use crate::output::OutputPath;
use crate::site::TermIndexes;

/// So many candidates can be compared side by side.
pub const FEW: usize = 6;

/// The most pages of a language.
pub const MOST_PAGES: usize = 200;

/// The questions, in the order in which they are asked and in which choices are named in paths.
pub const QUESTIONS: [TermKind; 4] = [
    TermKind::Material,
    TermKind::Shape,
    TermKind::Script,
    TermKind::Size,
];

/// A choice, or none, for each question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Combination(pub [Option<TermIndex>; 4]);

impl Combination {
    /// The same with another choice for a question.
    #[must_use]
    pub fn with(self, question: usize, choice: Option<TermIndex>) -> Self {
        let mut choices = self.0;
        choices[question] = choice;
        Self(choices)
    }

    /// The choices that are made: the kind of term and the term.
    pub fn chosen(self) -> impl Iterator<Item = (usize, TermKind, TermIndex)> {
        let pairs = QUESTIONS.into_iter().zip(self.0).enumerate();
        pairs.filter_map(|(question, (kind, term))| Some((question, kind, term?)))
    }

    /// The name of its page, without folder and ending.
    pub fn name(self, catalogue: &Catalogue) -> String {
        let parts: Vec<String> = self
            .chosen()
            .map(|(_, kind, term)| catalogue.vocabulary.term(kind, term).label_key(kind))
            .collect();
        match parts.is_empty() {
            true => "index".to_owned(),
            false => parts.join("."),
        }
    }
}

/// The pages and the choices that each question offers.
#[derive(Clone, Debug)]
pub struct Identify {
    /// What each question offers, in the order of the vocabulary.
    pub choices: [Vec<TermIndex>; 4],
    /// The pages, with how many candidates each has.
    pages: BTreeMap<Combination, usize>,
}

impl Identify {
    /// Finds all combinations that get a page, the widest first.
    pub fn new(catalogue: &Catalogue, terms: &TermIndexes) -> Self {
        let mut identify = Self {
            choices: QUESTIONS.map(|kind| choices(catalogue, terms, kind)),
            pages: BTreeMap::new(),
        };
        let start = Combination::default();
        let all = catalogue.entry_indices().count();
        identify.pages.insert(start, all);
        let sets = Sets::new(catalogue, terms, &identify.choices);
        let mut level = vec![start];
        while !level.is_empty() {
            // Where there is not room for all, those that leave the most open come first.
            level.sort_by_key(|page| (std::cmp::Reverse(identify.pages[page]), *page));
            let mut next = Vec::new();
            for page in level {
                next.extend(identify.ask(page, catalogue, &sets));
            }
            level = next;
        }
        identify
    }

    /// Lets a page lead on, when there is need and room, and gives the new pages.
    fn ask(&mut self, page: Combination, catalogue: &Catalogue, sets: &Sets) -> Vec<Combination> {
        if self.pages[&page] <= FEW && page != Combination::default() {
            return Vec::new();
        }
        let entries = sets.candidates(page);
        let mut new = Vec::new();
        for question in 0..QUESTIONS.len() {
            if page.0[question].is_some() {
                continue;
            }
            let choices = self.choices[question].iter();
            let all = choices.map(|choice| {
                let fits = sets.fits(&entries, question, *choice);
                (page.with(question, Some(*choice)), fits)
            });
            let pages: Vec<(Combination, usize)> = all
                .filter(|(narrower, fits)| *fits > 0 && !self.pages.contains_key(narrower))
                .collect();
            let named = pages
                .iter()
                .all(|(page, _)| has_short_name(*page, &sets.longest_folder, catalogue));
            if named && self.pages.len() + pages.len() <= MOST_PAGES {
                self.pages.extend(pages.iter().copied());
                new.extend(pages.into_iter().map(|(page, _)| page));
            }
        }
        new
    }

    /// All pages, the start among them.
    pub fn pages(&self) -> impl Iterator<Item = Combination> {
        self.pages.keys().copied()
    }

    /// Whether a combination has a page.
    pub fn has(&self, page: Combination) -> bool {
        self.pages.contains_key(&page)
    }
}

/// The entries of every choice as sets of bits, since all combinations are tried.
struct Sets {
    longest_folder: String,
    all: Vec<u64>,
    /// By question and choice.
    sets: BTreeMap<(usize, TermIndex), Vec<u64>>,
}

impl Sets {
    fn new(catalogue: &Catalogue, terms: &TermIndexes, choices: &[Vec<TermIndex>; 4]) -> Self {
        let mut starts = Vec::new();
        let mut count = 0;
        for list in catalogue.list_indices() {
            starts.push(count);
            count += catalogue.list(list).entries.len();
        }
        let set_of = |entries: &mut dyn Iterator<Item = EntryIndex>| {
            let mut set = vec![0; count.div_ceil(64)];
            for entry in entries {
                let number = starts[entry.list.0] + entry.entry;
                set[number / 64] |= 1 << (number % 64);
            }
            set
        };
        let mut sets = BTreeMap::new();
        for (question, kind) in QUESTIONS.into_iter().enumerate() {
            for choice in &choices[question] {
                let mut entries = terms.entries(kind, *choice).iter().copied();
                sets.insert((question, *choice), set_of(&mut entries));
            }
        }
        Self {
            longest_folder: longest_folder(catalogue),
            all: set_of(&mut catalogue.entry_indices()),
            sets,
        }
    }

    /// The entries that fit a combination.
    fn candidates(&self, page: Combination) -> Vec<u64> {
        let mut entries = self.all.clone();
        for (question, _, choice) in page.chosen() {
            let set = self.sets.get(&(question, choice)).into_iter().flatten();
            for (bits, other) in entries.iter_mut().zip(set) {
                *bits &= other;
            }
        }
        entries
    }

    /// How many of some entries fit a choice.
    fn fits(&self, entries: &[u64], question: usize, choice: TermIndex) -> usize {
        let set = self.sets.get(&(question, choice)).into_iter().flatten();
        let both = entries.iter().zip(set).map(|(a, b)| (a & b).count_ones());
        both.sum::<u32>() as usize
    }
}

/// The longest of the languages' folders.
fn longest_folder(catalogue: &Catalogue) -> String {
    let languages = catalogue.config.languages.iter();
    let folders = languages.map(|language| language.tag.folder());
    folders.max_by_key(String::len).unwrap_or_default()
}

/// A path that is too long for a stick in the longest of language folders gets no page.
fn has_short_name(page: Combination, longest: &str, catalogue: &Catalogue) -> bool {
    OutputPath::new(&format!("{longest}/identify/{}.html", page.name(catalogue))).is_ok()
}

/// What a question offers: terms without a wider one that entries bear. A material that is no group
/// of others is offered only when some entry names it first: nothing is made of ink alone.
fn choices(catalogue: &Catalogue, terms: &TermIndexes, kind: TermKind) -> Vec<TermIndex> {
    let widest = |term| catalogue.vocabulary.with_broader(kind, term).last();
    let is_group = |index: TermIndex| {
        let mut all = catalogue.vocabulary.terms(kind).iter();
        all.any(|term| term.broader == Some(index))
    };
    let mut first = BTreeSet::new();
    if kind == TermKind::Material {
        first.extend(terms.first_materials().filter_map(widest));
    }
    catalogue
        .vocabulary
        .indexed(kind)
        .filter(|(index, term)| term.broader.is_none() && terms.is_used(kind, *index))
        .filter(|(index, _)| {
            kind != TermKind::Material || first.contains(index) || is_group(*index)
        })
        .map(|(index, _)| index)
        .collect()
}

/// The entries that fit a combination, in catalogue order.
pub fn candidates(
    catalogue: &Catalogue,
    terms: &TermIndexes,
    page: Combination,
) -> Vec<EntryIndex> {
    let mut entries: Vec<EntryIndex> = catalogue.entry_indices().collect();
    for (_, kind, term) in page.chosen() {
        entries = common(&entries, terms.entries(kind, term)).collect();
    }
    entries
}

/// What two sorted lists have in common.
pub fn common<'e>(a: &'e [EntryIndex], b: &'e [EntryIndex]) -> impl Iterator<Item = EntryIndex> {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.iter()
        .copied()
        .filter(|entry| many.binary_search(entry).is_ok())
}
