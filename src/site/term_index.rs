//! Which entries bear which terms. An entry of haematite also bears stone.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalogue::{Catalogue, EntryIndex};
use crate::content::{Entry, TermIndex, TermKind, Vocabulary};

/// For every kind and term, the entries that bear it or a narrower term, in catalogue order.
#[derive(Clone, Debug)]
pub struct TermIndexes {
    /// Shared with older versions, but for the terms of entries that have changed.
    kinds: Vec<Vec<Arc<Vec<EntryIndex>>>>,
    /// For every material, how many entries name it before all others.
    named_first: Vec<usize>,
}

impl TermIndexes {
    /// Goes over all entries once.
    pub fn new(catalogue: &Catalogue) -> Self {
        let vocabulary = &catalogue.vocabulary;
        let terms = |kind| vocabulary.terms(kind).len();
        let mut kinds: Vec<Vec<Vec<EntryIndex>>> = TermKind::ALL
            .iter()
            .map(|kind| vec![Vec::new(); terms(*kind)])
            .collect();
        let mut named_first = vec![0; terms(TermKind::Material)];
        for index in catalogue.entry_indices() {
            let entry = catalogue.entry(index);
            for (slot, kind) in TermKind::ALL.into_iter().enumerate() {
                for term in entry.facts.terms(kind) {
                    for wide in vocabulary.with_broader(kind, *term) {
                        let entries = &mut kinds[slot][wide.0 as usize];
                        if entries.last() != Some(&index) {
                            entries.push(index);
                        }
                    }
                }
            }
            if let Some(material) = first_material(entry) {
                named_first[material.0 as usize] += 1;
            }
        }
        let shared = |terms: Vec<Vec<EntryIndex>>| terms.into_iter().map(Arc::new).collect();
        Self {
            kinds: kinds.into_iter().map(shared).collect(),
            named_first,
        }
    }

    /// The indexes of a newer catalogue with the same vocabulary, in which these entries and no
    /// others have changed.
    #[must_use]
    pub fn with_changed(
        &self,
        older: &Catalogue,
        newer: &Catalogue,
        changed: &[EntryIndex],
    ) -> Self {
        let mut indexes = self.clone();
        for index in changed {
            indexes.exchange(
                *index,
                older.entry(*index),
                newer.entry(*index),
                &newer.vocabulary,
            );
        }
        indexes
    }

    fn exchange(&mut self, index: EntryIndex, old: &Entry, new: &Entry, vocabulary: &Vocabulary) {
        for (slot, kind) in TermKind::ALL.into_iter().enumerate() {
            let (had, has) = (borne(old, kind, vocabulary), borne(new, kind, vocabulary));
            for term in had.difference(&has) {
                let entries = Arc::make_mut(&mut self.kinds[slot][term.0 as usize]);
                if let Ok(at) = entries.binary_search(&index) {
                    entries.remove(at);
                }
            }
            for term in has.difference(&had) {
                let entries = Arc::make_mut(&mut self.kinds[slot][term.0 as usize]);
                if let Err(at) = entries.binary_search(&index) {
                    entries.insert(at, index);
                }
            }
        }
        if let Some(material) = first_material(old) {
            self.named_first[material.0 as usize] -= 1;
        }
        if let Some(material) = first_material(new) {
            self.named_first[material.0 as usize] += 1;
        }
    }

    /// The entries that bear a term.
    pub fn entries(&self, kind: TermKind, term: TermIndex) -> &[EntryIndex] {
        let slot = TermKind::ALL.iter().position(|other| *other == kind);
        slot.map_or(&[], |slot| &self.kinds[slot][term.0 as usize])
    }

    /// Whether any entry bears it, so that it has a page.
    pub fn is_used(&self, kind: TermKind, term: TermIndex) -> bool {
        !self.entries(kind, term).is_empty()
    }

    /// The materials that some entry names before all others.
    pub fn first_materials(&self) -> impl Iterator<Item = TermIndex> {
        let materials = (0..).map(TermIndex).zip(&self.named_first);
        materials
            .filter(|(_, entries)| **entries > 0)
            .map(|(material, _)| material)
    }
}

/// The terms of a kind that an entry bears, with all wider ones.
fn borne(entry: &Entry, kind: TermKind, vocabulary: &Vocabulary) -> BTreeSet<TermIndex> {
    let terms = entry.facts.terms(kind).iter();
    terms
        .flat_map(|term| vocabulary.with_broader(kind, *term))
        .collect()
}

fn first_material(entry: &Entry) -> Option<TermIndex> {
    entry.facts.terms(TermKind::Material).first().copied()
}
