//! Reading again what has changed on disk, and nothing else.
//!
//! An event says "look again": what it was is not believed. Each path leads to the units that are
//! read from it; a unit is read as a whole. Good news are taken at once. A unit that has lost
//! something may be a file that an editor has only half written: it is kept as it was, and its
//! path is given back, to be looked at a moment later.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalogue::Catalogue;
use crate::config::{self, Config};
use crate::content::{Entry, Named};
use crate::diagnostic::Diagnostics;
use crate::id::Id;
use crate::site::shape;

use super::check::{Checker, leads_to_headings};
use super::frame::{read_config, read_messages, read_vocabulary};
use super::seen::{Recheck, Seen, is_same, note, note_headings, relist, retain, take};
use super::unit::{Thing, Unit};
use super::units::{ListUnit, Part, Units, Version, check};

/// What is to be read again.
#[derive(Default)]
struct Work {
    all: bool,
    config: bool,
    messages: bool,
    vocabulary: bool,
    top: bool,
    lists: bool,
    pages: bool,
    news: bool,
    whole_lists: BTreeSet<Id>,
    heads: BTreeSet<Id>,
    entries: BTreeSet<(Id, Id)>,
    page_ids: BTreeSet<Id>,
    news_ids: BTreeSet<Id>,
}

impl Work {
    /// Whether anything of the content is to be read, which all but messages may change.
    fn has_content(&self) -> bool {
        let units = [
            self.whole_lists.is_empty(),
            self.heads.is_empty(),
            self.entries.is_empty(),
        ];
        let others = [self.page_ids.is_empty(), self.news_ids.is_empty()];
        let lists = self.lists || self.pages || self.news || self.config || self.vocabulary;
        lists || !units.into_iter().chain(others).all(|is_empty| is_empty)
    }
}

impl Units {
    /// Looks again at files and folders, given as paths from the site's root. On the last look,
    /// what was found is believed. `None` when the site has to be read as a whole.
    pub fn look_again(&mut self, paths: &BTreeSet<String>, last: bool) -> Option<Seen> {
        let work = self.work(paths);
        if work.all {
            return None;
        }
        let mut seen = Seen::new(last);
        seen.content = work.has_content();
        let mut recheck = Recheck::default();
        if work.config && !self.look_at_config(&mut seen) {
            return None;
        }
        let mut new_terms = false;
        if work.vocabulary {
            new_terms = self.look_at_vocabulary(&mut seen);
        }
        if work.messages || work.vocabulary {
            self.look_at_messages(&mut seen);
        }
        if new_terms {
            self.read_content();
            (seen.files, seen.places, recheck.all) = (true, true, true);
        } else {
            self.look_at_content(work, &mut seen, &mut recheck);
        }
        let newest = self.catalogue(Version::Newest);
        self.recheck(&recheck, &newest);
        seen.newest = Some(newest);
        Some(seen)
    }

    fn work(&self, paths: &BTreeSet<String>) -> Work {
        let mut work = Work::default();
        for path in paths {
            let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
            match parts[..] {
                [] | ["content"] => work.all = true,
                [config::FILE] => work.config = true,
                ["i18n", ..] => work.messages = true,
                ["content", "vocabulary", ..] => work.vocabulary = true,
                ["content", "lists"] => {
                    work.lists = true;
                    work.whole_lists.extend(self.lists.units.keys().cloned());
                }
                ["content", "lists", list, ref rest @ ..] => self.list_work(list, rest, &mut work),
                ["content", "pages"] => {
                    work.pages = true;
                    work.page_ids.extend(self.pages.units.keys().cloned());
                }
                ["content", "pages", page, ref rest @ ..] => {
                    let id = Id::new(page).ok();
                    let known = id
                        .as_ref()
                        .is_some_and(|id| self.pages.units.contains_key(id));
                    work.pages |= !known || rest.is_empty() || !self.is_folder(&parts[..3]);
                    work.page_ids.extend(id);
                }
                ["content", "news"] => {
                    work.news = true;
                    work.news_ids.extend(self.news.units.keys().cloned());
                }
                ["content", "news", news, ref rest @ ..] => {
                    let id = Id::new(news).ok();
                    let known = id
                        .as_ref()
                        .is_some_and(|id| self.news.units.contains_key(id));
                    work.news |= !known || rest.is_empty() || !self.is_folder(&parts[..3]);
                    work.news_ids.extend(id);
                }
                _ => {}
            }
            work.top |= parts.first() == Some(&"content") && parts.len() == 2;
        }
        work
    }

    fn list_work(&self, list: &str, rest: &[&str], work: &mut Work) {
        let Ok(id) = Id::new(list) else {
            work.lists = true;
            return;
        };
        let Some(unit) = self.lists.units.get(&id) else {
            work.lists = true;
            return;
        };
        let [name, inner @ ..] = rest else {
            work.lists = true;
            work.whole_lists.insert(id);
            return;
        };
        let entry = Id::new(name).ok();
        let known = entry
            .as_ref()
            .is_some_and(|entry| unit.entries.contains_key(entry));
        if !known || inner.is_empty() || !self.is_folder(&["content", "lists", list, name]) {
            work.lists |= !self.is_folder(&["content", "lists", list]);
            work.heads.insert(id.clone());
        }
        work.entries.extend(entry.map(|entry| (id, entry)));
    }

    fn is_folder(&self, parts: &[&str]) -> bool {
        let path = self.site.root().join(parts.join("/"));
        std::fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
    }

    /// Reads `redlist.yaml` again. `false` when other languages change how all else is read.
    fn look_at_config(&mut self, seen: &mut Seen) -> bool {
        let mut found = Diagnostics::new();
        let config = read_config(&self.site, &mut found);
        match config.filter(|_| !found.has_errors()) {
            Some(config) if same_languages(&config, &self.config.value) => {
                // Any line of it may decide which files there are.
                (seen.frame, seen.files, seen.places) = (true, true, true);
                self.config = Part {
                    value: config,
                    found: Arc::new(found),
                };
            }
            Some(_) => return false,
            None if seen.last => self.config.found = Arc::new(found),
            None => seen.doubt(config::FILE),
        }
        true
    }

    /// Reads the vocabulary again. Whether its terms are others, so that all content is to be
    /// read again.
    fn look_at_vocabulary(&mut self, seen: &mut Seen) -> bool {
        let (vocabulary, found) = read_vocabulary(&self.site);
        let old = &self.vocabulary;
        if found.has_errors() {
            match seen.last {
                true => self.vocabulary.found = Arc::new(found),
                false => seen.doubt("content/vocabulary"),
            }
            return false;
        }
        let gone = vocabulary.len() < old.value.len();
        if gone && !seen.last {
            seen.doubt("content/vocabulary");
            return false;
        }
        let same = vocabulary.reads_like(&old.value);
        self.vocabulary = Part {
            value: Arc::new(vocabulary),
            found: Arc::new(found),
        };
        seen.frame = true;
        !same
    }

    fn look_at_messages(&mut self, seen: &mut Seen) {
        let (messages, found) = read_messages(
            &self.site,
            &self.config.value,
            &self.formats,
            &self.vocabulary.value,
            &mut self.message_files,
        );
        if !found.has_errors() {
            self.messages = Part {
                value: Arc::new(messages),
                found: Arc::new(found),
            };
            seen.frame = true;
        } else if seen.last {
            self.messages.found = Arc::new(found);
        } else {
            seen.doubt("i18n");
        }
    }

    fn look_at_content(&mut self, mut work: Work, seen: &mut Seen, recheck: &mut Recheck) {
        if work.top {
            self.top = Arc::new(self.read_top());
        }
        if work.lists {
            self.relist_lists(&mut work, seen, recheck);
        }
        for id in &work.whole_lists {
            let list = self.read_list(id);
            if let Some(old) = self.lists.units.insert(id.clone(), list) {
                self.keep_good_of_list(id, old);
            }
            seen.all(recheck);
        }
        for id in work
            .heads
            .iter()
            .filter(|id| !work.whole_lists.contains(*id))
        {
            self.look_at_head(id, &mut work.entries, seen, recheck);
        }
        self.look_at_entries(&work, seen, recheck);
        if work.pages {
            let (names, found) = self.names("content/pages");
            let (shelf, ids) = (&mut self.pages, &mut work.page_ids);
            relist(shelf, (names, found), "content/pages", ids, seen, recheck);
        }
        for (id, newer) in self.read_pages(work.page_ids.into_iter().collect()) {
            if let Some(unit) = self.pages.units.get(&id) {
                note_headings(unit, &newer, |page| &page.texts, recheck);
            }
            let same = shape::same_page;
            take(
                &mut self.pages,
                "content/pages",
                &id,
                newer,
                same,
                seen,
                recheck,
            );
            recheck.pages.insert(id);
        }
        if work.news {
            let (names, found) = self.names("content/news");
            let (shelf, ids) = (&mut self.news, &mut work.news_ids);
            relist(shelf, (names, found), "content/news", ids, seen, recheck);
        }
        for (id, newer) in self.read_news(work.news_ids.into_iter().collect()) {
            if let Some(unit) = self.news.units.get(&id) {
                note_headings(unit, &newer, |news| &news.texts, recheck);
            }
            let same = shape::same_news;
            take(
                &mut self.news,
                "content/news",
                &id,
                newer,
                same,
                seen,
                recheck,
            );
            recheck.news.insert(id);
        }
    }

    fn relist_lists(&mut self, work: &mut Work, seen: &mut Seen, recheck: &mut Recheck) {
        let (names, found) = self.names("content/lists");
        work.heads.retain(|id| names.ids.binary_search(id).is_ok());
        let (shelf, ids) = (&mut self.lists, &mut work.whole_lists);
        relist(shelf, (names, found), "content/lists", ids, seen, recheck);
    }

    /// Reads a list without its entries again, and sees which entries came and went.
    fn look_at_head(
        &mut self,
        id: &Id,
        entries: &mut BTreeSet<(Id, Id)>,
        seen: &mut Seen,
        recheck: &mut Recheck,
    ) {
        let (newer, names) = self.read_head(id);
        let Some(unit) = self.lists.units.get_mut(id) else {
            return;
        };
        let known = unit.entries.len();
        let head = format!("content/lists/{id}/list.yaml");
        retain(&mut unit.entries, &names, &head, seen);
        if known != unit.entries.len() || unit.refused != names.refused {
            seen.all(recheck);
        }
        unit.refused = names.refused;
        let new = names
            .ids
            .iter()
            .filter(|entry| !unit.entries.contains_key(*entry));
        entries.extend(new.map(|entry| (id.clone(), entry.clone())));
        if !seen.last && unit.head.is_doubtful(&newer) {
            seen.doubt(&format!("content/lists/{id}/list.yaml"));
            return;
        }
        note(&unit.head, &newer, shape::same_list, seen, recheck);
        note_headings(&unit.head, &newer, |list| &list.texts, recheck);
        let wanted = ListUnit::wanted_categories(&newer);
        let has_good = unit.head.any(Version::Good).is_some();
        let keep = (newer.is_broken() && has_good) || wanted.reads_like(&unit.categories);
        unit.head.replace(newer);
        recheck.lists.insert(id.clone());
        if !keep {
            unit.categories = wanted;
            entries.extend(unit.entries.keys().map(|entry| (id.clone(), entry.clone())));
        }
    }

    fn look_at_entries(&mut self, work: &Work, seen: &mut Seen, recheck: &mut Recheck) {
        let wanted = work
            .entries
            .iter()
            .filter(|(list, _)| !work.whole_lists.contains(list));
        let wanted: Vec<(&Id, &Id, &Named<Id>)> = wanted
            .filter_map(|(list, id)| {
                let unit = self.lists.units.get(list)?;
                let there = self.is_folder(&["content", "lists", list.as_str(), id.as_str()]);
                there.then_some((list, id, &unit.categories))
            })
            .collect();
        for (list, id, newer) in self.read_entries(wanted) {
            let Some(unit) = self.lists.units.get_mut(&list) else {
                continue;
            };
            match unit.entries.get_mut(&id) {
                Some(unit) if !seen.last && unit.is_doubtful(&newer) => {
                    seen.doubt(&format!("content/lists/{list}/{id}"));
                }
                Some(unit) => {
                    note(unit, &newer, shape::same_files, seen, recheck);
                    seen.places |= !is_same(unit, &newer, shape::same_place);
                    note_headings(unit, &newer, |entry: &Entry| &entry.texts, recheck);
                    unit.replace(newer);
                }
                None => {
                    unit.entries.insert(id.clone(), newer);
                    seen.all(recheck);
                }
            }
            recheck.entries.insert((list, id));
        }
    }

    fn recheck(&mut self, recheck: &Recheck, catalogue: &Catalogue) {
        if recheck.all {
            return self.check_all(catalogue);
        }
        let refused = self.refused();
        let checker = Checker {
            catalogue,
            refused: &refused,
        };
        self.recheck_lists(recheck, checker, catalogue);
        for (id, unit) in &mut self.pages.units {
            let leads = |unit: &Unit<_>| leads(unit, |page: &crate::content::Page| &page.texts);
            if recheck.pages.contains(id) || recheck.headings && leads(unit) {
                check(unit, |page| checker.page(page));
            }
        }
        for (id, unit) in &mut self.news.units {
            let leads = |unit: &Unit<_>| leads(unit, |news: &crate::content::News| &news.texts);
            if recheck.news.contains(id) || recheck.headings && leads(unit) {
                check(unit, |news| checker.news(news));
            }
        }
    }

    fn recheck_lists(&mut self, recheck: &Recheck, checker: Checker<'_>, catalogue: &Catalogue) {
        for (id, unit) in &mut self.lists.units {
            let head = &mut unit.head;
            let leads_on =
                recheck.headings && leads(head, |list: &crate::content::List| &list.texts);
            if recheck.lists.contains(id) || leads_on {
                check(head, |list| checker.list(list));
            }
            let Some(home) = catalogue.find_list(id.as_str()) else {
                continue;
            };
            if recheck.headings {
                let entries: Vec<_> = unit.entries.values_mut().collect();
                entries.into_par_iter().for_each(|unit| {
                    if leads(unit, |entry: &Entry| &entry.texts) {
                        check(unit, |entry| checker.entry(home, entry));
                    }
                });
            }
            let changed = recheck.entries.iter().filter(|(list, _)| list == id);
            for (_, entry) in changed {
                if let Some(unit) = unit.entries.get_mut(entry) {
                    check(unit, |entry| checker.entry(home, entry));
                }
            }
        }
    }
}

fn leads<T: Thing, W>(unit: &Unit<T>, texts: impl Fn(&T) -> &crate::content::Texts<W>) -> bool {
    let thing = unit.get(Version::Newest);
    thing.is_some_and(|thing| leads_to_headings(texts(thing)))
}

/// Whether everything is read in the same languages.
fn same_languages(one: &Config, other: &Config) -> bool {
    one.languages == other.languages
}
