//! By what results can be narrowed: the values of every kind, and the entries that bear each.

use std::collections::BTreeMap;

use super::encode;
use super::entries::Labels;
use crate::catalogue::{Catalogue, EntryIndex, ListIndex};
use crate::config::LanguageIndex;
use crate::content::{TermIndex, TermKind};

/// A kind of facet, in the order in which a reader meets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The list.
    List,
    /// The category within its list.
    Category,
    /// A kind of term.
    Term(TermKind),
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::List,
        Self::Category,
        Self::Term(TermKind::Material),
        Self::Term(TermKind::ObjectType),
        Self::Term(TermKind::Period),
        Self::Term(TermKind::Place),
        Self::Term(TermKind::Script),
        Self::Term(TermKind::Shape),
        Self::Term(TermKind::Size),
    ];

    /// Its name in addresses and queries.
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Category => "category",
            Self::Term(TermKind::ObjectType) => "type",
            Self::Term(kind) => kind.name(),
        }
    }
}

/// A value of a kind, and the entries that bear it.
pub struct Value {
    /// Its kind.
    pub kind: Kind,
    /// Its name in addresses: unique within its kind.
    pub id: String,
    /// The list or category that it stands for; for terms the term.
    pub what: What,
    /// The place of the wider value among all values.
    pub wider: Option<usize>,
    /// The entries, by number.
    pub entries: Vec<u32>,
    /// What it is called in all languages, that of the index first.
    pub names: Vec<String>,
}

/// What a value stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    List(ListIndex),
    Category(ListIndex, usize),
    Term(TermKind, TermIndex),
}

/// All values that some entry bears, in order. `numbers` are the entries in the index.
pub fn values(
    catalogue: &Catalogue,
    labels: &Labels,
    language: LanguageIndex,
    numbers: &BTreeMap<EntryIndex, u32>,
) -> Vec<Value> {
    let mut values = Vec::new();
    for kind in Kind::ALL {
        match kind {
            Kind::List => values.extend(lists(catalogue, language, numbers)),
            Kind::Category => values.extend(categories(catalogue, language, numbers)),
            Kind::Term(kind) => terms(catalogue, labels, kind, language, numbers, &mut values),
        }
    }
    values
}

fn lists(
    catalogue: &Catalogue,
    language: LanguageIndex,
    numbers: &BTreeMap<EntryIndex, u32>,
) -> Vec<Value> {
    catalogue
        .list_indices()
        .map(|list| Value {
            kind: Kind::List,
            id: catalogue.list(list).id.to_string(),
            what: What::List(list),
            wider: None,
            entries: numbers_of(catalogue.entries_of(list), numbers),
            names: own_first(language, catalogue, |language| {
                let text = catalogue.list(list).texts.get(language)?;
                Some(text.words.title.clone())
            }),
        })
        .filter(|value| !value.entries.is_empty())
        .collect()
}

fn categories(
    catalogue: &Catalogue,
    language: LanguageIndex,
    numbers: &BTreeMap<EntryIndex, u32>,
) -> Vec<Value> {
    let mut values = Vec::new();
    for list in catalogue.list_indices() {
        for (at, id) in catalogue.list(list).facts.categories.iter().enumerate() {
            let entries = catalogue
                .entries_of(list)
                .filter(|entry| catalogue.entry(*entry).facts.category == at);
            values.push(Value {
                kind: Kind::Category,
                id: format!("{}.{id}", catalogue.list(list).id),
                what: What::Category(list, at),
                wider: None,
                entries: numbers_of(entries, numbers),
                names: own_first(language, catalogue, |language| {
                    let text = catalogue.list(list).texts.get(language)?;
                    Some(text.words.categories.get(at)?.title.clone())
                }),
            });
        }
    }
    values.retain(|value| !value.entries.is_empty());
    values
}

fn terms(
    catalogue: &Catalogue,
    labels: &Labels,
    kind: TermKind,
    language: LanguageIndex,
    numbers: &BTreeMap<EntryIndex, u32>,
    values: &mut Vec<Value>,
) {
    let vocabulary = &catalogue.vocabulary;
    let mut bearers: Vec<Vec<u32>> = vec![Vec::new(); vocabulary.terms(kind).len()];
    for (entry, number) in numbers {
        for term in catalogue.entry(*entry).facts.terms(kind) {
            for wide in vocabulary.with_broader(kind, *term) {
                let bearers = &mut bearers[wide.0 as usize];
                if bearers.last() != Some(number) {
                    bearers.push(*number);
                }
            }
        }
    }
    let first = values.len();
    let mut places = vec![None; bearers.len()];
    let used = bearers
        .iter()
        .enumerate()
        .filter(|(_, bearers)| !bearers.is_empty());
    for (place, (at, _)) in used.enumerate() {
        places[at] = Some(first + place);
    }
    for (at, bearers) in bearers.into_iter().enumerate() {
        if bearers.is_empty() {
            continue;
        }
        let term = TermIndex(u32::try_from(at).unwrap_or(u32::MAX));
        let wider = vocabulary.term(kind, term).broader;
        values.push(Value {
            kind: Kind::Term(kind),
            id: vocabulary.term(kind, term).id.to_string(),
            what: What::Term(kind, term),
            wider: wider.and_then(|wider| places[wider.0 as usize]),
            entries: bearers,
            names: own_first(language, catalogue, |language| {
                labels.get(kind, term, language).map(str::to_owned)
            }),
        });
    }
}

fn numbers_of(
    entries: impl Iterator<Item = EntryIndex>,
    numbers: &BTreeMap<EntryIndex, u32>,
) -> Vec<u32> {
    entries
        .filter_map(|entry| numbers.get(&entry).copied())
        .collect()
}

fn own_first(
    language: LanguageIndex,
    catalogue: &Catalogue,
    name: impl Fn(LanguageIndex) -> Option<String>,
) -> Vec<String> {
    let others = catalogue
        .config
        .language_indices()
        .filter(|other| *other != language);
    let mut names: Vec<String> = Vec::new();
    for found in std::iter::once(language).chain(others).filter_map(name) {
        if !names.contains(&found) {
            names.push(found);
        }
    }
    names
}

/// How many entries a piece of years holds.
pub const YEARS_PER_PIECE: usize = 4096;

/// The lists of entries of all values, then pieces of the years of all entries: first and last
/// year of one after the other.
pub fn pieces(values: &[Value], years: &[(i32, i32)]) -> Vec<String> {
    let lists = values.iter().map(|value| {
        let mut text = String::new();
        encode::rising(value.entries.iter().copied(), &mut text);
        text
    });
    let years = years.chunks(YEARS_PER_PIECE).map(|piece| {
        let mut text = String::new();
        for (from, to) in piece {
            // The sign goes into the lowest bit.
            let size = from.unsigned_abs().saturating_mul(2);
            encode::number(size | u32::from(*from < 0), &mut text);
            encode::number(to.abs_diff(*from), &mut text);
        }
        text
    });
    lists.chain(years).collect()
}
