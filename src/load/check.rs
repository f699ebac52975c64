//! Checks that need the whole catalogue: references between texts, and stale translations.

use super::links::Links;
use crate::catalogue::Catalogue;
use crate::content::Named;
use crate::diagnostic::{Diagnostics, SourcePath};

/// Checks everything that one file alone cannot tell. `refused` are the folders of the content
/// that were not read.
pub fn check(catalogue: &mut Catalogue, refused: &[SourcePath], diagnostics: &mut Diagnostics) {
    mark_stale(catalogue, diagnostics);
    let no_pictures = Named::none();
    let mut links = Links::new(catalogue, refused, diagnostics);
    for index in catalogue.list_indices() {
        let list = catalogue.list(index);
        links.check_texts(&list.texts, &no_pictures);
        for entry in &list.entries {
            for reference in entry.facts.related.iter().chain(&entry.facts.confusables) {
                links.check_other_entry(index, &entry.id, reference);
            }
            for (_, text) in entry.texts.iter() {
                let mistaken = text.words.mistaken_for.iter();
                for reference in mistaken.filter_map(|mistaken| mistaken.entry.as_ref()) {
                    links.check_other_entry(index, &entry.id, reference);
                }
            }
            links.check_texts(&entry.texts, &entry.facts.pictures);
        }
    }
    for page in &catalogue.pages {
        links.check_texts(&page.texts, &no_pictures);
    }
    for news in &catalogue.news {
        links.check_texts(&news.texts, &news.facts.pictures);
    }
}

fn mark_stale(catalogue: &mut Catalogue, diagnostics: &mut Diagnostics) {
    let config = &catalogue.config;
    for list in &mut catalogue.lists {
        list.texts.mark_stale(config, diagnostics);
        for entry in &mut list.entries {
            entry.texts.mark_stale(config, diagnostics);
        }
    }
    for page in &mut catalogue.pages {
        page.texts.mark_stale(config, diagnostics);
    }
    for news in &mut catalogue.news {
        news.texts.mark_stale(config, diagnostics);
    }
}
