//! Checks that need the whole catalogue: where the references of each thing lead.

use super::links::Links;
use crate::catalogue::{Catalogue, ListIndex};
use crate::content::{Entry, List, Named, News, Page, Texts};
use crate::diagnostic::{Diagnostics, SourcePath};
use crate::markdown::Reference;

/// Everything that references may lead to.
#[derive(Clone, Copy)]
pub struct Checker<'a> {
    /// The site.
    pub catalogue: &'a Catalogue,
    /// The folders of the content that were not read.
    pub refused: &'a [SourcePath],
}

impl Checker<'_> {
    fn links(&self, check: impl FnOnce(&mut Links<'_>)) -> Diagnostics {
        let mut found = Diagnostics::new();
        check(&mut Links::new(self.catalogue, self.refused, &mut found));
        found
    }

    /// The references of a list, its entries aside.
    pub fn list(&self, list: &List) -> Diagnostics {
        self.links(|links| links.check_texts(&list.texts, &Named::none()))
    }

    /// The references of an entry in the list `home`.
    pub fn entry(&self, home: ListIndex, entry: &Entry) -> Diagnostics {
        self.links(|links| {
            for reference in entry.facts.related.iter().chain(&entry.facts.confusables) {
                links.check_other_entry(home, &entry.id, reference);
            }
            for (_, text) in entry.texts.iter() {
                let mistaken = text.words.mistaken_for.iter();
                for reference in mistaken.filter_map(|mistaken| mistaken.entry.as_ref()) {
                    links.check_other_entry(home, &entry.id, reference);
                }
            }
            links.check_texts(&entry.texts, &entry.facts.pictures);
        })
    }

    /// The references of a page.
    pub fn page(&self, page: &Page) -> Diagnostics {
        self.links(|links| links.check_texts(&page.texts, &Named::none()))
    }

    /// The references of a piece of news.
    pub fn news(&self, news: &News) -> Diagnostics {
        self.links(|links| links.check_texts(&news.texts, &news.facts.pictures))
    }
}

/// Whether texts link to headings of other texts, so that those may not change unnoticed.
pub fn leads_to_headings<W>(texts: &Texts<W>) -> bool {
    let bodies = texts.iter().map(|(_, text)| &text.body);
    bodies.flat_map(|body| body.references()).any(|located| {
        matches!(
            &located.reference,
            Reference::File {
                anchor: Some(_),
                ..
            } | Reference::Id {
                anchor: Some(_),
                ..
            }
        )
    })
}

/// Whether a link to a heading leads to the same place in both: the same languages have a text,
/// and the texts have the same headings.
pub fn same_headings<W>(one: &Texts<W>, other: &Texts<W>) -> bool {
    let headings = |texts: &Texts<W>| -> Vec<(usize, Vec<String>)> {
        let ids = |(language, text): (crate::config::LanguageIndex, &crate::content::Text<W>)| {
            let ids = text.body.headings().iter().map(|h| h.id.clone());
            (language.0, ids.collect())
        };
        texts.iter().map(ids).collect()
    };
    one.unread() == other.unread() && headings(one) == headings(other)
}
