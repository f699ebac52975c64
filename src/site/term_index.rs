//! Which entries bear which terms. An entry of haematite also bears stone.

use crate::catalogue::{Catalogue, EntryIndex};
use crate::content::{TermIndex, TermKind};

/// For every kind and term, the entries that bear it or a narrower term, in catalogue order.
#[derive(Clone, Debug)]
pub struct TermIndexes {
    kinds: Vec<Vec<Vec<EntryIndex>>>,
}

impl TermIndexes {
    /// Goes over all entries once.
    pub fn new(catalogue: &Catalogue) -> Self {
        let vocabulary = &catalogue.vocabulary;
        let mut kinds: Vec<Vec<Vec<EntryIndex>>> = TermKind::ALL
            .iter()
            .map(|kind| vec![Vec::new(); vocabulary.terms(*kind).len()])
            .collect();
        for index in catalogue.entry_indices() {
            let facts = &catalogue.entry(index).facts;
            for (slot, kind) in TermKind::ALL.into_iter().enumerate() {
                for term in facts.terms(kind) {
                    for wide in vocabulary.with_broader(kind, *term) {
                        let entries = &mut kinds[slot][wide.0 as usize];
                        if entries.last() != Some(&index) {
                            entries.push(index);
                        }
                    }
                }
            }
        }
        Self { kinds }
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
}
