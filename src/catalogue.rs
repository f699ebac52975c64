//! The catalogue: everything a site says, read and checked. No I/O, no paths in the output.

use std::sync::Arc;

use crate::config::{Config, Language, LanguageIndex};
use crate::content::{Entry, EntryRef, List, News, Page, Picture, Texts, Vocabulary};
use crate::diagnostic::SourcePath;
use crate::id::Id;
use crate::language::{Formats, Messages};
use crate::markdown::{Body, Kind, Reference};

/// A site in memory.
#[derive(Clone)]
pub struct Catalogue {
    /// `redlist.yaml`.
    pub config: Config,
    /// The terms.
    pub vocabulary: Arc<Vocabulary>,
    /// The lists, in the order in which they are shown.
    pub lists: Vec<List>,
    /// The pages, in the order in which they are shown.
    pub pages: Vec<Page>,
    /// The news, the latest first.
    pub news: Vec<News>,
    /// The interface strings and labels of all languages.
    pub messages: Arc<Messages>,
    /// Numbers, dates and order, for each language.
    pub formats: Vec<Arc<Formats>>,
    /// The folders of what was left out as a draft.
    pub drafts: Vec<SourcePath>,
}

/// How a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextState {
    /// Whether no native reader has checked it.
    pub draft: bool,
    /// Whether the source has moved on since it was translated.
    pub stale: bool,
}

impl TextState {
    fn of<W>(texts: &Texts<W>, language: LanguageIndex) -> Option<Self> {
        texts.get(language).map(|text| Self {
            draft: text.is_draft(),
            stale: text.stale,
        })
    }
}

/// A list, as its position in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ListIndex(pub usize);

/// An entry: its list, and its position in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryIndex {
    /// The list.
    pub list: ListIndex,
    /// The position among the list's entries.
    pub entry: usize,
}

/// A thing of the site that has pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A list.
    List(ListIndex),
    /// An entry.
    Entry(EntryIndex),
    /// A page.
    Page(usize),
    /// A piece of news.
    News(usize),
}

impl Catalogue {
    /// A language.
    pub fn language(&self, index: LanguageIndex) -> &Language {
        self.config.language(index)
    }

    /// The forms of numbers and dates of a language.
    pub fn formats(&self, index: LanguageIndex) -> &Formats {
        &self.formats[index.0]
    }

    /// A list.
    pub fn list(&self, index: ListIndex) -> &List {
        &self.lists[index.0]
    }

    /// An entry.
    pub fn entry(&self, index: EntryIndex) -> &Entry {
        &self.list(index.list).entries[index.entry]
    }

    /// The indices of all lists.
    pub fn list_indices(&self) -> impl Iterator<Item = ListIndex> + use<> {
        (0..self.lists.len()).map(ListIndex)
    }

    /// The indices of a list's entries.
    pub fn entries_of(&self, list: ListIndex) -> impl Iterator<Item = EntryIndex> + Clone + use<> {
        (0..self.list(list).entries.len()).map(move |entry| EntryIndex { list, entry })
    }

    /// The indices of all entries.
    pub fn entry_indices(&self) -> impl Iterator<Item = EntryIndex> {
        self.list_indices().flat_map(|list| self.entries_of(list))
    }

    /// The entries that are others than in an older catalogue. `None` when entries have come, gone
    /// or moved. Entries that were not read again are known without looking at them.
    pub fn changed_since(&self, older: &Self) -> Option<Vec<EntryIndex>> {
        if self.lists.len() != older.lists.len() {
            return None;
        }
        let mut changed = Vec::new();
        for (list, (new, old)) in self.lists.iter().zip(&older.lists).enumerate() {
            if new.entries.len() != old.entries.len() {
                return None;
            }
            let list = ListIndex(list);
            for (entry, (new, old)) in new.entries.iter().zip(&old.entries).enumerate() {
                if Arc::ptr_eq(new, old) {
                    continue;
                }
                if new.id != old.id {
                    return None;
                }
                changed.push(EntryIndex { list, entry });
            }
        }
        Some(changed)
    }

    /// The list with an id.
    pub fn find_list(&self, id: &str) -> Option<ListIndex> {
        self.lists
            .iter()
            .position(|list| list.id.as_str() == id)
            .map(ListIndex)
    }

    /// The entry with an id in a list.
    pub fn find_entry(&self, list: ListIndex, id: &str) -> Option<EntryIndex> {
        let entries = &self.list(list).entries;
        let found = entries.binary_search_by(|entry| entry.id.as_str().cmp(id));
        found.ok().map(|entry| EntryIndex { list, entry })
    }

    /// The entry that a reference within a list means.
    pub fn resolve_entry(&self, home: ListIndex, reference: &EntryRef) -> Option<EntryIndex> {
        let list = match &reference.list {
            Some(id) => self.find_list(id.as_str())?,
            None => home,
        };
        self.find_entry(list, reference.entry.as_str())
    }

    /// What a reference in a text means, and the heading in it. `file` is the file of the text.
    /// `None` for addresses that leave the site, and for what does not exist.
    pub fn resolve<'r>(
        &self,
        file: &SourcePath,
        reference: &'r Reference,
    ) -> Option<(Target, Option<&'r str>)> {
        match reference {
            Reference::File { path, anchor } => {
                let target = self.resolve_file(file, path)?;
                Some((target, anchor.as_deref()))
            }
            Reference::Id { kind, id, anchor } => {
                let target = self.resolve_id(file, *kind, id)?;
                Some((target, anchor.as_deref()))
            }
            Reference::Anchor(anchor) => {
                let target = self.target_of_folder(file.folder())?;
                Some((target, Some(anchor)))
            }
            _ => None,
        }
    }

    fn resolve_file(&self, file: &SourcePath, path: &str) -> Option<Target> {
        let joined = join(file.folder(), path)?;
        let (folder, name) = joined.rsplit_once('/')?;
        let tag = name.strip_suffix(".md")?;
        self.config.find_language(tag)?;
        self.target_of_folder(folder)
    }

    fn resolve_id(&self, file: &SourcePath, kind: Kind, id: &str) -> Option<Target> {
        match kind {
            Kind::List => self.find_list(id).map(Target::List),
            Kind::Page => self.find_page(id).map(Target::Page),
            Kind::News => self.find_news(id).map(Target::News),
            Kind::Entry => {
                let found = match id.split_once('/') {
                    Some((list, entry)) => self.find_entry(self.find_list(list)?, entry),
                    None => self.find_entry(self.home_list(file)?, id),
                };
                found.map(Target::Entry)
            }
        }
    }

    /// The list in which a bare entry id is looked up: the text's own, or the only one.
    pub fn home_list(&self, file: &SourcePath) -> Option<ListIndex> {
        let rest = file.as_str().strip_prefix("content/lists/");
        match rest.and_then(|rest| rest.split('/').next()) {
            Some(list) => self.find_list(list),
            None if self.lists.len() == 1 => Some(ListIndex(0)),
            None => None,
        }
    }

    /// The page with an id.
    pub fn find_page(&self, id: &str) -> Option<usize> {
        self.pages.iter().position(|page| page.id.as_str() == id)
    }

    /// The piece of news with an id.
    pub fn find_news(&self, id: &str) -> Option<usize> {
        self.news.iter().position(|news| news.id.as_str() == id)
    }

    /// All pictures.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let entries = self.lists.iter().flat_map(|list| list.entries.iter());
        let entries = entries.flat_map(|entry| entry.facts.pictures.iter());
        let news = self.news.iter().flat_map(|news| news.facts.pictures.iter());
        entries.chain(news)
    }

    /// The picture in a file of the content.
    pub fn find_picture(&self, file: &SourcePath) -> Option<&Picture> {
        let pictures = match self.target_of_folder(file.folder())? {
            Target::Entry(entry) => &self.entry(entry).facts.pictures,
            Target::News(news) => &self.news[news].facts.pictures,
            Target::List(_) | Target::Page(_) => return None,
        };
        pictures.iter().find(|picture| picture.source == *file)
    }

    /// What a folder of the content holds.
    pub fn target_of_folder(&self, folder: &str) -> Option<Target> {
        let mut parts = folder.strip_prefix("content/")?.split('/');
        let kind = parts.next()?;
        let first = parts.next()?;
        let second = parts.next();
        if parts.next().is_some() {
            return None;
        }
        match (kind, second) {
            ("lists", None) => self.find_list(first).map(Target::List),
            ("lists", Some(entry)) => {
                let list = self.find_list(first)?;
                self.find_entry(list, entry).map(Target::Entry)
            }
            ("pages", None) => self.find_page(first).map(Target::Page),
            ("news", None) => self.find_news(first).map(Target::News),
            _ => None,
        }
    }

    /// The text that a reader of a language gets for a target, when it is known.
    fn body(&self, target: Target, reader: LanguageIndex) -> Option<&Body> {
        let language = self.language(reader);
        match target {
            Target::List(at) => self.list(at).texts.body(language),
            Target::Entry(at) => self.entry(at).texts.body(language),
            Target::Page(at) => self.pages[at].texts.body(language),
            Target::News(at) => self.news[at].texts.body(language),
        }
    }

    /// The ids of the headings in the text that a reader of a language gets for a target. Nothing
    /// when that text is not known, because it is missing or could not be read.
    pub fn headings(
        &self,
        target: Target,
        reader: LanguageIndex,
    ) -> Option<impl Iterator<Item = &str> + Clone> {
        let headings = self.body(target, reader)?.headings().iter();
        Some(headings.map(|heading| heading.id.as_str()))
    }

    /// Whether the text that a reader of a language gets for a target has a heading with this id.
    pub fn has_heading(&self, target: Target, reader: LanguageIndex, anchor: &str) -> bool {
        let headings = self.headings(target, reader);
        headings.is_some_and(|mut ids| ids.any(|id| id == anchor))
    }

    /// How each text of the site stands in a language; `None` for one that it lacks.
    pub fn text_states(&self, language: LanguageIndex) -> impl Iterator<Item = Option<TextState>> {
        let lists = self.lists.iter().flat_map(move |list| {
            let entries = list.entries.iter();
            let entries = entries.map(move |entry| TextState::of(&entry.texts, language));
            std::iter::once(TextState::of(&list.texts, language)).chain(entries)
        });
        let pages = self
            .pages
            .iter()
            .map(move |page| TextState::of(&page.texts, language));
        let news = self
            .news
            .iter()
            .map(move |news| TextState::of(&news.texts, language));
        lists.chain(pages).chain(news)
    }

    /// The ids of all entries of a list, for "did you mean".
    pub fn entry_ids(&self, list: ListIndex) -> impl Iterator<Item = &str> + Clone {
        self.list(list)
            .entries
            .iter()
            .map(|entry| entry.id.as_str())
    }

    /// The ids of all lists, for "did you mean".
    pub fn list_ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.lists.iter().map(|list| Id::as_str(&list.id))
    }
}

/// Joins a relative path to a folder; `None` when it leads above the site.
pub fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn a_relative_path_is_joined_and_never_leaves_the_site() {
        let folder = "content/lists/iraq/seals";
        assert_eq!(
            join(folder, "../cones/en.md").as_deref(),
            Some("content/lists/iraq/cones/en.md")
        );
        assert_eq!(join(folder, "../../../../../etc/passwd"), None);
    }
}
