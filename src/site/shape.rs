//! What the plan needs to know of a thing, so that a preview notices when a change asks for
//! another plan. Who makes the plan depend on more of a thing adds it here; the property test of
//! the preview finds out who forgets it.

use crate::content::{Entry, List, News, Page, Picture, TermKind};

/// Whether two versions of an entry have the same files in the output.
pub fn same_files(one: &Entry, other: &Entry) -> bool {
    one.id == other.id && same_pictures(&one.facts.pictures, &other.facts.pictures)
}

/// Whether two versions of an entry stand in the same indexes and at the same place in the list.
pub fn same_place(one: &Entry, other: &Entry) -> bool {
    let mut kinds = TermKind::ALL.into_iter();
    one.facts.category == other.facts.category
        && kinds.all(|kind| one.facts.terms(kind) == other.facts.terms(kind))
}

/// Whether two versions of a list have the same files in the output, its entries aside.
pub fn same_list(one: &List, other: &List) -> bool {
    one.id == other.id && one.facts.order == other.facts.order
}

/// Whether two versions of a page have the same files in the output.
pub fn same_page(one: &Page, other: &Page) -> bool {
    one.id == other.id && one.facts.order == other.facts.order
}

/// Whether two versions of a piece of news have the same files in the output.
pub fn same_news(one: &News, other: &News) -> bool {
    one.id == other.id
        && one.facts.date == other.facts.date
        && same_pictures(&one.facts.pictures, &other.facts.pictures)
}

fn same_pictures(one: &[Picture], other: &[Picture]) -> bool {
    let same = |(one, other): (&Picture, &Picture)| {
        one.source == other.source
            && one.dimensions == other.dimensions
            && one.nature == other.nature
    };
    one.len() == other.len() && one.iter().zip(other).all(same)
}
