//! Everything that was read of a site, unit by unit, so that any of them can be read again alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalogue::Catalogue;
use crate::config::Config;
use crate::content::{Entry, List, Named, News, Page, Vocabulary};
use crate::diagnostic::{Diagnostics, SourcePath};
use crate::id::Id;
use crate::language::{Formats, Messages};
use crate::source::SiteFolder;

use super::check::Checker;
use super::folder::{self, Names};
use super::frame::{read_config, read_messages, read_vocabulary};
use super::loader::Loader;
use super::messages::MessageFiles;
use super::tree;
use super::unit::{Thing, Unit};

/// Which version of what was read is meant. The two are one while nothing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// As the files are now.
    Newest,
    /// As they were when nothing was wrong with them; what never was right is left out.
    Good,
}

/// A site as it was read.
pub struct Units {
    pub(super) site: SiteFolder,
    pub(super) drafts: bool,
    pub(super) config: Part<Config>,
    pub(super) formats: Vec<Arc<Formats>>,
    pub(super) vocabulary: Part<Arc<Vocabulary>>,
    pub(super) messages: Part<Arc<Messages>>,
    pub(super) message_files: MessageFiles,
    /// What stands directly in `content/` and does not belong there.
    pub(super) top: Arc<Diagnostics>,
    pub(super) lists: Shelf<ListUnit>,
    pub(super) pages: Shelf<Unit<Page>>,
    pub(super) news: Shelf<Unit<News>>,
}

/// A part of the site that others are read with. When a later reading goes wrong, the value stays.
pub(super) struct Part<T> {
    pub value: T,
    pub found: Arc<Diagnostics>,
}

/// The units in a folder.
pub(super) struct Shelf<U> {
    pub units: BTreeMap<Id, U>,
    pub refused: Vec<SourcePath>,
    pub found: Arc<Diagnostics>,
}

impl<U> Default for Shelf<U> {
    fn default() -> Self {
        Self {
            units: BTreeMap::new(),
            refused: Vec::new(),
            found: Arc::default(),
        }
    }
}

/// A list and its entries.
pub(super) struct ListUnit {
    pub head: Unit<List>,
    pub refused: Vec<SourcePath>,
    /// The categories that the entries were read with.
    pub categories: Named<Id>,
    pub entries: BTreeMap<Id, Unit<Entry>>,
}

impl ListUnit {
    /// The categories that entries are to be read with.
    pub fn wanted_categories(head: &Unit<List>) -> Named<Id> {
        let list = head.any(Version::Newest);
        list.map_or_else(Named::none, |list| list.facts.categories.clone())
    }
}

impl Units {
    /// Reads a site.
    ///
    /// # Errors
    /// When `redlist.yaml` is not there, or so wrong that nothing can be read.
    pub fn read(site: &SiteFolder, drafts: bool) -> Result<Self, Diagnostics> {
        let mut found = Diagnostics::new();
        let Some(config) = read_config(site, &mut found) else {
            return Err(found);
        };
        let config = Part {
            value: config,
            found: Arc::new(found),
        };
        let formats = config.value.languages.par_iter();
        let formats = formats.map(|language| Arc::new(Formats::new(&language.formats)));
        let formats: Vec<_> = formats.collect();
        let (vocabulary, found) = read_vocabulary(site);
        let vocabulary = Part {
            value: Arc::new(vocabulary),
            found: Arc::new(found),
        };
        let mut message_files = MessageFiles::default();
        let (messages, found) = read_messages(
            site,
            &config.value,
            &formats,
            &vocabulary.value,
            &mut message_files,
        );
        let mut units = Self {
            site: site.clone(),
            drafts,
            config,
            formats,
            vocabulary,
            messages: Part {
                value: Arc::new(messages),
                found: Arc::new(found),
            },
            message_files,
            top: Arc::default(),
            lists: Shelf::default(),
            pages: Shelf::default(),
            news: Shelf::default(),
        };
        units.read_content();
        let catalogue = units.catalogue(Version::Newest);
        units.check_all(&catalogue);
        Ok(units)
    }

    /// Takes over the last good versions of what is broken now from an earlier reading, where the
    /// two speak of languages and terms in the same way.
    pub fn keep_good_of(&mut self, old: Self) {
        let same_languages = self.config.value.languages == old.config.value.languages;
        if !same_languages || !self.vocabulary.value.reads_like(&old.vocabulary.value) {
            return;
        }
        for (id, old) in old.lists.units {
            self.keep_good_of_list(&id, old);
        }
        keep_good_of(&mut self.pages.units, old.pages.units);
        keep_good_of(&mut self.news.units, old.news.units);
        if self.is_any_broken() {
            // What is known now to be a draft was checked as a thing that is not there.
            let catalogue = self.catalogue(Version::Newest);
            self.check_all(&catalogue);
        }
    }

    /// The same for one list. While its head is broken, its entries stand in the last good
    /// categories.
    pub(super) fn keep_good_of_list(&mut self, id: &Id, old: ListUnit) {
        let Some(list) = self.lists.units.get(id) else {
            return;
        };
        let mut same = list.categories.reads_like(&old.categories);
        let has_good = old.head.any(Version::Good).is_some();
        let again = (!same && list.head.is_broken() && has_good).then(|| {
            let wanted = list.entries.keys();
            let wanted = wanted.map(|entry| (id, entry, &old.categories));
            self.read_entries(wanted.collect())
        });
        let Some(list) = self.lists.units.get_mut(id) else {
            return;
        };
        if let Some(again) = again {
            list.entries = again.into_iter().map(|(_, id, unit)| (id, unit)).collect();
            list.categories = old.categories;
            same = true;
        }
        list.head.keep_good_of(old.head);
        if same {
            keep_good_of(&mut list.entries, old.entries);
        }
    }

    /// How many folders of the content were read.
    pub fn amount(&self) -> usize {
        let entries = self.lists.units.values().map(|list| list.entries.len());
        let others = self.lists.units.len() + self.pages.units.len() + self.news.units.len();
        entries.sum::<usize>() + others
    }

    /// Reads all of the content with the vocabulary that is there.
    pub(super) fn read_content(&mut self) {
        self.top = Arc::new(self.read_top());
        let (names, found) = self.names("content/lists");
        let lists = names.ids.into_iter();
        let lists = lists.map(|id| (id.clone(), self.read_list(&id)));
        self.lists = Shelf {
            units: lists.collect(),
            refused: names.refused,
            found,
        };
        let (names, found) = self.names("content/pages");
        self.pages = Shelf {
            units: self.read_pages(names.ids).into_iter().collect(),
            refused: names.refused,
            found,
        };
        let (names, found) = self.names("content/news");
        self.news = Shelf {
            units: self.read_news(names.ids).into_iter().collect(),
            refused: names.refused,
            found,
        };
    }

    pub(super) fn loader(&self) -> Loader<'_> {
        Loader {
            site: &self.site,
            config: &self.config.value,
            vocabulary: &self.vocabulary.value,
            drafts: self.drafts,
        }
    }

    pub(super) fn read_top(&self) -> Diagnostics {
        const PARTS: [&str; 4] = ["vocabulary", "lists", "pages", "news"];
        let mut found = Diagnostics::new();
        let content = tree::list(&self.site, "content", &mut found);
        let folders = content.folders.keys();
        let folders = folders.filter(|name| !PARTS.contains(&name.as_str()));
        for name in content.files.iter().chain(folders) {
            found.push(folder::stray(
                &content.file(name),
                "Content stands in vocabulary/, lists/, pages/ or news/.",
            ));
        }
        found
    }

    /// The names of the things in `content/lists`, `content/pages` or `content/news`.
    pub(super) fn names(&self, path: &str) -> (Names, Arc<Diagnostics>) {
        let mut found = Diagnostics::new();
        let folder = tree::list(&self.site, path, &mut found);
        folder::report_files(&folder, &mut found);
        let names = Names::of(&folder, &mut found);
        (names, Arc::new(found))
    }

    /// A list without its entries, and their names.
    pub(super) fn read_head(&self, id: &Id) -> (Unit<List>, Names) {
        let mut found = Diagnostics::new();
        let folder = tree::list(&self.site, &format!("content/lists/{id}"), &mut found);
        let names = Names::of(&folder, &mut found);
        (self.loader().list(id, &folder, found), names)
    }

    pub(super) fn read_list(&self, id: &Id) -> ListUnit {
        let (head, names) = self.read_head(id);
        let categories = ListUnit::wanted_categories(&head);
        let wanted = names.ids.iter().map(|entry| (id, entry, &categories));
        let entries = self.read_entries(wanted.collect());
        let entries = entries.into_iter().map(|(_, id, unit)| (id, unit));
        let entries = entries.collect();
        ListUnit {
            head,
            refused: names.refused,
            entries,
            categories,
        }
    }

    /// Reads entries in parallel, each of a list with the given categories.
    pub(super) fn read_entries(
        &self,
        wanted: Vec<(&Id, &Id, &Named<Id>)>,
    ) -> Vec<(Id, Id, Unit<Entry>)> {
        let loader = self.loader();
        let wanted = wanted.into_par_iter();
        let entry = |(list, id, categories): (&Id, &Id, &Named<Id>)| {
            let unit = loader.entry(list, id, categories);
            (list.clone(), id.clone(), unit)
        };
        wanted.map(entry).collect()
    }

    pub(super) fn read_pages(&self, ids: Vec<Id>) -> Vec<(Id, Unit<Page>)> {
        let loader = self.loader();
        let pages = ids.into_par_iter().map(|id| {
            let unit = loader.page(&id);
            (id, unit)
        });
        pages.collect()
    }

    pub(super) fn read_news(&self, ids: Vec<Id>) -> Vec<(Id, Unit<News>)> {
        let loader = self.loader();
        let news = ids.into_par_iter().map(|id| {
            let unit = loader.news(&id);
            (id, unit)
        });
        news.collect()
    }

    /// The site, without what is left out as a draft.
    pub fn catalogue(&self, version: Version) -> Catalogue {
        let mut drafts = Vec::new();
        let mut lists = Vec::new();
        for unit in self.lists.units.values() {
            let Some(head) = unit.head.get(version) else {
                drafts.extend(left_out(&unit.head).map(|list| SourcePath::new(list.file.folder())));
                continue;
            };
            let mut list = List::clone(head);
            let entries = unit.entries.values();
            list.entries = entries
                .clone()
                .filter_map(|unit| unit.get(version).cloned())
                .collect();
            let entries = entries.filter_map(left_out);
            drafts.extend(entries.map(|entry| SourcePath::new(entry.file.folder())));
            lists.push(list);
        }
        lists.sort_by(|a, b| (a.facts.order, &a.id).cmp(&(b.facts.order, &b.id)));
        let pages = self.pages.units.values();
        drafts.extend(
            pages
                .clone()
                .filter_map(left_out)
                .map(|page| page.folder.clone()),
        );
        let mut pages: Vec<Page> = pages
            .filter_map(|unit| unit.get(version))
            .map(|page| Page::clone(page))
            .collect();
        pages.sort_by(|a, b| (a.facts.order, &a.id).cmp(&(b.facts.order, &b.id)));
        let news = self.news.units.values();
        let folders = news.clone().filter_map(left_out);
        drafts.extend(folders.map(|news| SourcePath::new(news.file.folder())));
        let mut news: Vec<News> = news
            .filter_map(|unit| unit.get(version))
            .map(|news| News::clone(news))
            .collect();
        news.sort_by(|a, b| (b.facts.date, &a.id).cmp(&(a.facts.date, &b.id)));
        Catalogue {
            config: self.config.value.clone(),
            vocabulary: Arc::clone(&self.vocabulary.value),
            lists,
            pages,
            news,
            messages: Arc::clone(&self.messages.value),
            formats: self.formats.clone(),
            drafts,
        }
    }

    /// The folders of the content that were not read, because their names are no ids.
    pub(super) fn refused(&self) -> Vec<SourcePath> {
        let entries = self.lists.units.values().flat_map(|list| &list.refused);
        let shelves = self.lists.refused.iter();
        let shelves = shelves.chain(&self.pages.refused).chain(&self.news.refused);
        shelves.chain(entries).cloned().collect()
    }

    /// Checks the references of everything.
    pub(super) fn check_all(&mut self, catalogue: &Catalogue) {
        let refused = self.refused();
        let checker = Checker {
            catalogue,
            refused: &refused,
        };
        for unit in self.lists.units.values_mut() {
            check(&mut unit.head, |list| checker.list(list));
            let Some(home) = unit
                .head
                .get(Version::Newest)
                .and_then(|list| catalogue.find_list(list.id.as_str()))
            else {
                continue;
            };
            let entries: Vec<&mut Unit<Entry>> = unit.entries.values_mut().collect();
            entries
                .into_par_iter()
                .for_each(|unit| check(unit, |entry| checker.entry(home, entry)));
        }
        for unit in self.pages.units.values_mut() {
            check(unit, |page| checker.page(page));
        }
        for unit in self.news.units.values_mut() {
            check(unit, |news| checker.news(news));
        }
    }

    /// Whether something is wrong with the files of a unit, so that the two versions differ.
    pub fn is_any_broken(&self) -> bool {
        let mut lists = self.lists.units.values();
        let mut entries = lists.clone().flat_map(|list| list.entries.values());
        lists.any(|list| list.head.is_broken())
            || entries.any(Unit::is_broken)
            || self.pages.units.values().any(Unit::is_broken)
            || self.news.units.values().any(Unit::is_broken)
    }

    /// What is wrong with the messages.
    pub fn message_problems(&self) -> &Diagnostics {
        &self.messages.found
    }
}

fn keep_good_of<T: Thing>(units: &mut BTreeMap<Id, Unit<T>>, old: BTreeMap<Id, Unit<T>>) {
    for (id, old) in old {
        if let Some(unit) = units.get_mut(&id) {
            unit.keep_good_of(old);
        }
    }
}

fn left_out<T: Thing>(unit: &Unit<T>) -> Option<&Arc<T>> {
    // A draft that breaks is a draft still.
    let thing = unit
        .any(Version::Newest)
        .or_else(|| unit.any(Version::Good));
    thing.filter(|_| unit.is_left_out())
}

/// Checks one unit; what is left out as a draft has no references that matter.
pub(super) fn check<T: Thing>(unit: &mut Unit<T>, find: impl FnOnce(&T) -> Diagnostics) {
    let found = unit.get(Version::Newest).map(|thing| find(thing));
    unit.set_links(found.unwrap_or_default());
}
