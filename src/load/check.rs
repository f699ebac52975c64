//! Checks that need the whole catalogue: references between texts, and stale translations.

use crate::catalogue::{Catalogue, ListIndex, Target};
use crate::config::LanguageIndex;
use crate::content::text::SourceText;
use crate::content::{Entry, EntryRef, Picture, Text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourcePath};
use crate::markdown::{Kind, LocatedReference, Reference};
use crate::source::{SiteFolder, Source};
use crate::yaml::one_of;

/// Checks everything that one file alone cannot tell.
pub fn check(site: &SiteFolder, catalogue: &mut Catalogue, diagnostics: &mut Diagnostics) {
    mark_stale(site, catalogue, diagnostics);
    for list in catalogue.list_indices() {
        check_texts(catalogue, &catalogue.list(list).texts, &[], diagnostics);
        for entry in &catalogue.list(list).entries {
            check_entry(catalogue, list, entry, diagnostics);
        }
    }
    for page in &catalogue.pages {
        check_texts(catalogue, &page.texts, &[], diagnostics);
    }
    for news in &catalogue.news {
        check_texts(catalogue, &news.texts, &news.facts.pictures, diagnostics);
    }
}

struct FromDisk<'a>(&'a SiteFolder);

impl SourceText for FromDisk<'_> {
    fn reread(&mut self, file: &SourcePath) -> Option<Source> {
        self.0.read(file).ok()
    }
}

fn mark_stale(site: &SiteFolder, catalogue: &mut Catalogue, diagnostics: &mut Diagnostics) {
    let config = catalogue.config.clone();
    let sources = &mut FromDisk(site);
    for list in &mut catalogue.lists {
        list.texts.mark_stale(&config, sources, diagnostics);
        for entry in &mut list.entries {
            entry.texts.mark_stale(&config, sources, diagnostics);
        }
    }
    for page in &mut catalogue.pages {
        page.texts.mark_stale(&config, sources, diagnostics);
    }
    for news in &mut catalogue.news {
        news.texts.mark_stale(&config, sources, diagnostics);
    }
}

fn check_entry(
    catalogue: &Catalogue,
    list: ListIndex,
    entry: &Entry,
    diagnostics: &mut Diagnostics,
) {
    let facts = entry.facts.related.iter().chain(&entry.facts.confusables);
    for reference in facts {
        check_entry_ref(catalogue, list, reference, diagnostics);
    }
    for (_, text) in entry.texts.iter() {
        for mistaken in &text.words.mistaken_for {
            if let Some(reference) = &mistaken.entry {
                check_entry_ref(catalogue, list, reference, diagnostics);
            }
        }
    }
    check_texts(catalogue, &entry.texts, &entry.facts.pictures, diagnostics);
}

fn check_entry_ref(
    catalogue: &Catalogue,
    home: ListIndex,
    reference: &EntryRef,
    diagnostics: &mut Diagnostics,
) {
    if catalogue.resolve_entry(home, reference).is_some() {
        return;
    }
    let list = match &reference.list {
        None => Some(home),
        Some(id) => catalogue.find_list(id.as_str()),
    };
    let (message, cure) = match list {
        Some(list) => (
            format!("the list has no entry `{}`", reference.entry),
            one_of(reference.entry.as_str(), catalogue.entry_ids(list)),
        ),
        None => {
            let id = reference.list.as_ref().map_or("", |id| id.as_str());
            (
                format!("the site has no list `{id}`"),
                one_of(id, catalogue.list_ids()),
            )
        }
    };
    let place = reference.place.clone();
    diagnostics.push(Diagnostic::at(Code::UnknownEntry, place, message).cure(cure));
}

fn check_texts<W>(
    catalogue: &Catalogue,
    texts: &crate::content::Texts<W>,
    pictures: &[Picture],
    diagnostics: &mut Diagnostics,
) {
    for (language, text) in texts.iter() {
        for located in text.body.references() {
            check_reference(catalogue, language, text, pictures, located, diagnostics);
        }
    }
}

fn check_reference<W>(
    catalogue: &Catalogue,
    language: LanguageIndex,
    text: &Text<W>,
    pictures: &[Picture],
    located: &LocatedReference,
    diagnostics: &mut Diagnostics,
) {
    let mut report = |code, message: String, cure: String| {
        diagnostics.push(Diagnostic::at(code, located.place.clone(), message).cure(cure));
    };
    match &located.reference {
        Reference::External(_) | Reference::Mail(_) | Reference::Tel(_) => {}
        Reference::Picture { file } => {
            if !pictures.iter().any(|picture| picture.file == *file) {
                let names = pictures.iter().map(|picture| picture.file.as_str());
                let cure = format!(
                    "List it under `pictures:` in the facts, with its status, credit and licence. {}",
                    one_of(file, names)
                );
                report(
                    Code::PictureMissing,
                    format!("the facts name no picture `{file}`"),
                    cure,
                );
            }
        }
        reference => match catalogue.resolve(&text.file, reference) {
            None => {
                let (shown, cure) = dead(catalogue, &text.file, reference);
                report(
                    Code::DeadLink,
                    format!("the link to `{shown}` leads nowhere"),
                    cure,
                );
            }
            Some((target, Some(anchor))) if !catalogue.has_heading(target, language, anchor) => {
                report(
                    Code::DeadAnchor,
                    format!("there is no heading `#{anchor}` where this link leads"),
                    headings(catalogue, target, language, anchor),
                );
            }
            Some(_) => {}
        },
    }
}

fn dead(catalogue: &Catalogue, file: &SourcePath, reference: &Reference) -> (String, String) {
    match reference {
        Reference::File { path, .. } => (
            path.clone(),
            "Link to the text of an entry, list, page or piece of news, such as `../cylinder-seals/en.md`; check each part of the path.".to_owned(),
        ),
        Reference::Id { kind, id, .. } => {
            let home = super::home_list(catalogue, file).or(catalogue.list_indices().next());
            let name = id.rsplit('/').next().unwrap_or(id);
            let list = id.split_once('/').and_then(|(list, _)| catalogue.find_list(list)).or(home);
            let (kind, cure) = match kind {
                Kind::Entry => ("entry", list.map_or_else(String::new, |list| one_of(name, catalogue.entry_ids(list)))),
                Kind::List => ("list", one_of(id, catalogue.list_ids())),
                Kind::Page => ("page", one_of(id, catalogue.pages.iter().map(|page| page.id.as_str()))),
                Kind::News => ("news", one_of(id, catalogue.news.iter().map(|news| news.id.as_str()))),
            };
            (format!("{kind}:{id}"), cure)
        }
        _ => (String::new(), "Check the address.".to_owned()),
    }
}

fn headings(
    catalogue: &Catalogue,
    target: Target,
    language: LanguageIndex,
    anchor: &str,
) -> String {
    let ids = catalogue.headings(target, language);
    one_of(anchor, ids.iter().map(String::as_str))
}
