//! The order in which a list shows its entries: by category, then by id.

use crate::catalogue::{Catalogue, EntryIndex, ListIndex};

/// For every list, the positions of its entries in the order in which they are shown.
#[derive(Clone, Debug)]
pub struct Sequences {
    lists: Vec<Sequence>,
}

#[derive(Clone, Debug)]
struct Sequence {
    /// Entries in the order in which they are shown.
    shown: Vec<usize>,
    /// Where each entry stands in it.
    place: Vec<usize>,
}

impl Sequences {
    /// Sorts the entries of every list once.
    pub fn new(catalogue: &Catalogue) -> Self {
        let lists = catalogue.list_indices().map(|list| {
            let entries = &catalogue.list(list).entries;
            let mut shown: Vec<usize> = (0..entries.len()).collect();
            // The sort is stable, and entries are sorted by id.
            shown.sort_by_key(|entry| entries[*entry].facts.category);
            let mut place = vec![0; entries.len()];
            for (at, entry) in shown.iter().enumerate() {
                place[*entry] = at;
            }
            Sequence { shown, place }
        });
        Self {
            lists: lists.collect(),
        }
    }

    /// The entries of a list in the order in which they are shown.
    pub fn of(&self, list: ListIndex) -> impl Iterator<Item = EntryIndex> {
        let shown = self.lists[list.0].shown.iter();
        shown.map(move |entry| EntryIndex {
            list,
            entry: *entry,
        })
    }

    /// The entries before and after one.
    pub fn neighbours(&self, index: EntryIndex) -> (Option<EntryIndex>, Option<EntryIndex>) {
        let sequence = &self.lists[index.list.0];
        let at = sequence.place[index.entry];
        let entry = |at: usize| {
            let entry = *sequence.shown.get(at)?;
            Some(EntryIndex { entry, ..index })
        };
        (at.checked_sub(1).and_then(entry), entry(at + 1))
    }
}
