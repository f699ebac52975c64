//! Loading: from the files of a site to a [`Catalogue`]. The only room that reads content.
//!
//! Every file is read once, entries in parallel. What depends on several files (references,
//! stale translations, missing texts) is checked when all are there.

mod check;
mod folder;
mod links;
mod messages;
mod pictures;
mod tree;

use std::sync::Arc;

use rayon::prelude::*;

use crate::catalogue::Catalogue;
use crate::config::{self, Config};
use crate::content::{
    Entry, EntryFacts, EntryWords, List, ListFacts, ListWords, Named, News, NewsFacts, Page,
    PageFacts, PageWords, TermKind, Vocabulary,
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourcePath};
use crate::id::Id;
use crate::language::Formats;
use crate::source::SiteFolder;
use folder::ContentFolder;
use tree::Folder;

/// What loading found. Without a catalogue, the diagnostics say why.
pub struct Loaded {
    /// The site, as far as it could be read.
    pub catalogue: Option<Catalogue>,
    /// Everything that is wrong with it, not yet sorted.
    pub diagnostics: Diagnostics,
}

/// Reads the site in a folder, with or without what is marked as a draft.
pub fn load(site: &SiteFolder, drafts: bool) -> Loaded {
    let mut diagnostics = Diagnostics::new();
    let catalogue = load_catalogue(site, drafts, &mut diagnostics);
    Loaded {
        catalogue,
        diagnostics,
    }
}

fn load_catalogue(
    site: &SiteFolder,
    drafts: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Catalogue> {
    let config = load_config(site, diagnostics)?;
    let content = tree::walk(site, "content", diagnostics);
    let empty = Folder::default();
    let part = |name: &str| content.folders.get(name).unwrap_or(&empty);
    report_strays(&content, diagnostics);
    let vocabulary = load_vocabulary(site, part("vocabulary"), diagnostics);
    let formats: Vec<Arc<Formats>> = config
        .languages
        .par_iter()
        .map(|language| Arc::new(Formats::new(&language.formats)))
        .collect();
    let messages = messages::load(site, &config, &vocabulary, diagnostics);
    let loader = Loader {
        site,
        config: &config,
        vocabulary: &vocabulary,
        drafts,
    };
    let lists = loader.lists(part("lists"), diagnostics);
    let pages = loader.pages(part("pages"), diagnostics);
    let news = loader.news(part("news"), diagnostics);
    let mut catalogue = Catalogue {
        config,
        vocabulary,
        lists,
        pages,
        news,
        messages: Arc::new(messages),
        formats,
        drafts: Vec::new(),
    };
    if !drafts {
        leave_out_drafts(&mut catalogue);
    }
    check::check(&mut catalogue, &folder::refused(&content), diagnostics);
    Some(catalogue)
}

/// Takes out what is marked as a draft, and remembers its folders.
fn leave_out_drafts(catalogue: &mut Catalogue) {
    let mut drafts = Vec::new();
    let mut keep = |draft: bool, folder: String| {
        if draft {
            drafts.push(SourcePath::new(folder));
        }
        !draft
    };
    let lists = &mut catalogue.lists;
    lists.retain(|list| keep(list.facts.draft, list.file.folder().to_owned()));
    for list in lists {
        let entries = &mut list.entries;
        entries.retain(|entry| keep(entry.facts.draft, entry.file.folder().to_owned()));
    }
    let pages = &mut catalogue.pages;
    pages.retain(|page| keep(page.facts.draft, page.folder.as_str().to_owned()));
    let news = &mut catalogue.news;
    news.retain(|news| keep(news.facts.draft, news.file.folder().to_owned()));
    catalogue.drafts = drafts;
}

fn load_config(site: &SiteFolder, diagnostics: &mut Diagnostics) -> Option<Config> {
    let file = SourcePath::new(config::FILE);
    if !site.path(&file).exists() {
        let folder = site.root().display();
        diagnostics.push(
            Diagnostic::new(
                Code::NoSite,
                format!("there is no {} in `{folder}`", config::FILE),
            )
            .cure("Name the site's folder, or make a new site with `redlist init`."),
        );
        return None;
    }
    let source = site.read_or_report(&file, diagnostics)?;
    Config::read(&source, diagnostics)
}

fn report_strays(content: &Folder, diagnostics: &mut Diagnostics) {
    const PARTS: [&str; 4] = ["vocabulary", "lists", "pages", "news"];
    let folders = content
        .folders
        .keys()
        .filter(|name| !PARTS.contains(&name.as_str()));
    for name in content.files.iter().chain(folders) {
        diagnostics.push(folder::stray(
            &content.file(name),
            "Content stands in vocabulary/, lists/, pages/ or news/.",
        ));
    }
}

fn load_vocabulary(
    site: &SiteFolder,
    folder: &Folder,
    diagnostics: &mut Diagnostics,
) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for kind in TermKind::ALL {
        let name = format!("{}.yaml", kind.plural());
        if !folder.has(&name) {
            continue;
        }
        let source = site.read_or_report(&folder.file(&name), diagnostics);
        let root = source.as_ref().and_then(|source| source.yaml(diagnostics));
        match source.as_ref().zip(root) {
            Some((source, root)) => vocabulary.read(kind, &root, &mut source.reader(diagnostics)),
            None => vocabulary.mark_incomplete(kind),
        }
    }
    let known: Vec<String> = TermKind::ALL
        .iter()
        .map(|kind| format!("{}.yaml", kind.plural()))
        .collect();
    for name in folder.files.iter().chain(folder.folders.keys()) {
        if !known.contains(name) {
            let cure = crate::yaml::one_of(name, known.iter().map(String::as_str));
            diagnostics.push(folder::stray(&folder.file(name), &cure));
        }
    }
    vocabulary
}

struct Loader<'a> {
    site: &'a SiteFolder,
    config: &'a Config,
    vocabulary: &'a Vocabulary,
    drafts: bool,
}

impl Loader<'_> {
    /// Loads one thing. What is wrong with a draft is nobody's business until drafts are asked for.
    fn one<T>(
        &self,
        load: impl FnOnce(&mut Diagnostics) -> Option<T>,
        is_draft: impl FnOnce(&T) -> bool,
        diagnostics: &mut Diagnostics,
    ) -> Option<T> {
        let mut found = Diagnostics::new();
        let thing = load(&mut found);
        if self.drafts || !thing.as_ref().is_some_and(is_draft) {
            diagnostics.append(found);
        }
        thing
    }

    fn open<'f>(&'f self, folder: &'f Folder) -> ContentFolder<'f> {
        ContentFolder::new(self.site, self.config, folder)
    }

    fn lists(&self, folder: &Folder, diagnostics: &mut Diagnostics) -> Vec<List> {
        let mut lists: Vec<List> = folder::things(folder, diagnostics)
            .filter_map(|(id, folder)| {
                let load = |found: &mut Diagnostics| self.list(id, folder, found);
                self.one(load, |list| list.facts.draft, diagnostics)
            })
            .collect();
        lists.sort_by(|a, b| (a.facts.order, &a.id).cmp(&(b.facts.order, &b.id)));
        lists
    }

    fn list(&self, id: Id, folder: &Folder, diagnostics: &mut Diagnostics) -> Option<List> {
        let mut content = self.open(folder);
        let facts = content.facts("list.yaml", diagnostics, |root, reader| {
            ListFacts::read(root, self.vocabulary, reader)
        });
        if facts.is_none() && content.has_no_text() && folder.folders.is_empty() {
            return None;
        }
        let facts = facts.unwrap_or_else(ListFacts::unread);
        let texts = content.texts(diagnostics, |fields, reader| {
            ListWords::read(fields, &facts, reader)
        });
        content.report_strays(&Named::none(), diagnostics);
        let folders: Vec<(Id, &Folder)> = folder::named(folder, diagnostics).collect();
        let loaded: Vec<(Option<Entry>, Diagnostics)> = folders
            .into_par_iter()
            .map(|(id, folder)| {
                let mut found = Diagnostics::new();
                let load =
                    |found: &mut Diagnostics| self.entry(id, folder, &facts.categories, found);
                let entry = self.one(load, |entry| entry.facts.draft, &mut found);
                (entry, found)
            })
            .collect();
        let mut entries = Vec::with_capacity(loaded.len());
        for (entry, found) in loaded {
            entries.extend(entry);
            diagnostics.append(found);
        }
        entries.sort_by(|a, b| a.id.cmp(&b.id));
        Some(List {
            id,
            file: folder.file("list.yaml"),
            facts,
            texts,
            entries,
        })
    }

    fn entry(
        &self,
        id: Id,
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
        let texts = content.texts(diagnostics, |fields, reader| {
            EntryWords::read(fields, &facts.pictures, reader)
        });
        content.report_strays(&facts.pictures, diagnostics);
        folder::report_folders(folder, diagnostics);
        Some(Entry {
            id,
            file: folder.file("entry.yaml"),
            facts,
            texts,
        })
    }

    fn pages(&self, folder: &Folder, diagnostics: &mut Diagnostics) -> Vec<Page> {
        let mut pages: Vec<Page> = folder::things(folder, diagnostics)
            .filter_map(|(id, folder)| {
                let load = |found: &mut Diagnostics| Some(self.page(id, folder, found));
                self.one(load, |page| page.facts.draft, diagnostics)
            })
            .collect();
        pages.sort_by(|a, b| (a.facts.order, &a.id).cmp(&(b.facts.order, &b.id)));
        pages
    }

    fn page(&self, id: Id, folder: &Folder, diagnostics: &mut Diagnostics) -> Page {
        let mut content = self.open(folder);
        let facts = if folder.has("page.yaml") {
            content.facts("page.yaml", diagnostics, PageFacts::read)
        } else {
            None
        };
        let texts = content.texts(diagnostics, PageWords::read_page);
        content.report_strays(&Named::none(), diagnostics);
        folder::report_folders(folder, diagnostics);
        Page {
            id,
            folder: SourcePath::new(&folder.path),
            facts: facts.unwrap_or_default(),
            texts,
        }
    }

    fn news(&self, folder: &Folder, diagnostics: &mut Diagnostics) -> Vec<News> {
        let mut news: Vec<News> = folder::things(folder, diagnostics)
            .filter_map(|(id, folder)| {
                let load = |found: &mut Diagnostics| self.one_news(id, folder, found);
                self.one(load, |news| news.facts.draft, diagnostics)
            })
            .collect();
        news.sort_by(|a, b| (b.facts.date, &a.id).cmp(&(a.facts.date, &b.id)));
        news
    }

    fn one_news(&self, id: Id, folder: &Folder, diagnostics: &mut Diagnostics) -> Option<News> {
        let mut content = self.open(folder);
        let facts = content.facts("news.yaml", diagnostics, |root, reader| {
            NewsFacts::read(root, &folder.path, self.vocabulary, reader)
        });
        if facts.is_none() && content.has_no_text() {
            return None;
        }
        let mut facts = facts.unwrap_or_else(NewsFacts::unread);
        pictures::inspect(self.site, folder, &mut facts.pictures, diagnostics);
        let texts = content.texts(diagnostics, |fields, reader| {
            PageWords::read_news(fields, &facts.pictures, reader)
        });
        content.report_strays(&facts.pictures, diagnostics);
        folder::report_folders(folder, diagnostics);
        Some(News {
            id,
            file: folder.file("news.yaml"),
            facts,
            texts,
        })
    }
}
