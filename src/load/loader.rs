//! Reads one thing of the content: a list, an entry, a page, a piece of news.

use crate::config::Config;
use crate::content::{
    Entry, EntryFacts, EntryWords, List, ListFacts, ListWords, Named, News, NewsFacts, Page,
    PageFacts, PageWords, Vocabulary,
};
use crate::diagnostic::{Diagnostics, SourcePath};
use crate::id::Id;
use crate::source::SiteFolder;

use super::folder::{self, ContentFolder};
use super::pictures;
use super::tree::{self, Folder};
use super::unit::Unit;

/// Reads things, given what is the same for all of them.
pub struct Loader<'a> {
    /// Where they stand.
    pub site: &'a SiteFolder,
    /// The languages.
    pub config: &'a Config,
    /// The terms that facts may name.
    pub vocabulary: &'a Vocabulary,
    /// Whether drafts are part of the site.
    pub drafts: bool,
}

impl Loader<'_> {
    fn open<'f>(&'f self, folder: &'f Folder) -> ContentFolder<'f> {
        ContentFolder::new(self.site, self.config, folder)
    }

    /// Reads a list without its entries. `folder` names what stands directly in its folder.
    pub fn list(&self, id: &Id, folder: &Folder, mut found: Diagnostics) -> Unit<List> {
        let list = self.one_list(id, folder, &mut found);
        Unit::new(list, found, self.drafts)
    }

    fn one_list(&self, id: &Id, folder: &Folder, diagnostics: &mut Diagnostics) -> Option<List> {
        let mut content = self.open(folder);
        let facts = content.facts("list.yaml", diagnostics, |root, reader| {
            ListFacts::read(root, self.vocabulary, reader)
        });
        if facts.is_none() && content.has_no_text() && folder.folders.is_empty() {
            return None;
        }
        let facts = facts.unwrap_or_else(ListFacts::unread);
        let mut texts = content.texts(diagnostics, |fields, reader| {
            ListWords::read(fields, &facts, reader)
        });
        content.report_strays(&Named::none(), diagnostics);
        texts.mark_stale(self.config, diagnostics);
        Some(List {
            id: id.clone(),
            file: folder.file("list.yaml"),
            facts,
            texts,
            entries: Vec::new(),
        })
    }

    /// Reads an entry of a list with the given categories.
    pub fn entry(&self, list: &Id, id: &Id, categories: &Named<Id>) -> Unit<Entry> {
        let mut found = Diagnostics::new();
        let path = format!("content/lists/{list}/{id}");
        let folder = tree::walk(self.site, &path, &mut found);
        let entry = self.one_entry(id, &folder, categories, &mut found);
        Unit::new(entry, found, self.drafts)
    }

    fn one_entry(
        &self,
        id: &Id,
        folder: &Folder,
        categories: &Named<Id>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Entry> {
        let mut content = self.open(folder);
        let facts = content.facts("entry.yaml", diagnostics, |root, reader| {
            EntryFacts::read(root, &folder.path, categories, self.vocabulary, reader)
        });
        if facts.is_none() && content.has_no_text() {
            return None;
        }
        let mut facts = facts.unwrap_or_else(EntryFacts::unread);
        pictures::inspect(self.site, folder, &mut facts.pictures, diagnostics);
        let mut texts = content.texts(diagnostics, |fields, reader| {
            EntryWords::read(fields, &facts.pictures, reader)
        });
        content.report_strays(&facts.pictures, diagnostics);
        folder::report_folders(folder, diagnostics);
        texts.mark_stale(self.config, diagnostics);
        Some(Entry {
            id: id.clone(),
            file: folder.file("entry.yaml"),
            facts,
            texts,
        })
    }

    /// Reads a page.
    pub fn page(&self, id: &Id) -> Unit<Page> {
        let mut found = Diagnostics::new();
        let folder = tree::walk(self.site, &format!("content/pages/{id}"), &mut found);
        let page = self.one_page(id, &folder, &mut found);
        Unit::new(Some(page), found, self.drafts)
    }

    fn one_page(&self, id: &Id, folder: &Folder, diagnostics: &mut Diagnostics) -> Page {
        let mut content = self.open(folder);
        let facts = if folder.has("page.yaml") {
            content.facts("page.yaml", diagnostics, PageFacts::read)
        } else {
            None
        };
        let mut texts = content.texts(diagnostics, PageWords::read_page);
        content.report_strays(&Named::none(), diagnostics);
        folder::report_folders(folder, diagnostics);
        texts.mark_stale(self.config, diagnostics);
        Page {
            id: id.clone(),
            folder: SourcePath::new(&folder.path),
            facts: facts.unwrap_or_default(),
            texts,
        }
    }

    /// Reads a piece of news.
    pub fn news(&self, id: &Id) -> Unit<News> {
        let mut found = Diagnostics::new();
        let folder = tree::walk(self.site, &format!("content/news/{id}"), &mut found);
        let news = self.one_news(id, &folder, &mut found);
        Unit::new(news, found, self.drafts)
    }

    fn one_news(&self, id: &Id, folder: &Folder, diagnostics: &mut Diagnostics) -> Option<News> {
        let mut content = self.open(folder);
        let facts = content.facts("news.yaml", diagnostics, |root, reader| {
            NewsFacts::read(root, &folder.path, self.vocabulary, reader)
        });
        if facts.is_none() && content.has_no_text() {
            return None;
        }
        let mut facts = facts.unwrap_or_else(NewsFacts::unread);
        pictures::inspect(self.site, folder, &mut facts.pictures, diagnostics);
        let mut texts = content.texts(diagnostics, |fields, reader| {
            PageWords::read_news(fields, &facts.pictures, reader)
        });
        content.report_strays(&facts.pictures, diagnostics);
        folder::report_folders(folder, diagnostics);
        texts.mark_stale(self.config, diagnostics);
        Some(News {
            id: id.clone(),
            file: folder.file("news.yaml"),
            facts,
            texts,
        })
    }
}
