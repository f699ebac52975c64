//! The plan: an ordered table from output path to artifact.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::{Catalogue, ListIndex, Target};
use crate::config::LanguageIndex;
use crate::content::{TermIndex, TermKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::media::PictureFile;
use crate::output::OutputPath;
use crate::search::{Search, Shard};
use crate::site::{Combination, Identify, Paths, Sequences, TermIndexes};

/// One file of the output, to be rendered on its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Artifact {
    /// The root page, where a reader chooses a language.
    Chooser,
    /// What a host shows for an address that does not exist.
    NotFound,
    /// A language's home page.
    Home(LanguageIndex),
    /// The page of a list, entry, page or piece of news.
    Target(LanguageIndex, Target),
    /// All terms of a kind.
    Terms(LanguageIndex, TermKind),
    /// The entries that bear a term.
    Term(LanguageIndex, TermKind, TermIndex),
    /// All titles and other names in the language's order.
    AToZ(LanguageIndex),
    /// The legal framework of all lists.
    Law(LanguageIndex),
    /// Whom to ask.
    Contacts(LanguageIndex),
    /// A list made for paper.
    Paper(LanguageIndex, PaperKind, ListIndex),
    /// The index of the news.
    NewsIndex(LanguageIndex),
    /// The page of the search.
    Search(LanguageIndex),
    /// What fits a combination of choices in "identify by what you see".
    Identify(LanguageIndex, Combination),
    /// A file of the search index of a language.
    SearchShard(LanguageIndex, Shard),
    /// The news as an Atom feed.
    Feed(LanguageIndex),
    /// All pages with their languages, for search engines.
    Sitemap,
    /// What robots may read.
    Robots,
    /// Keeps GitHub Pages from leaving files out.
    NoJekyll,
    /// Where the reader of a stick starts, and what to do when nothing opens.
    StartHere,
    /// A file of the theme.
    Asset(String),
    /// A picture of the content, in one of its sizes and formats.
    Picture(PictureFile),
}

/// What a list becomes on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperKind {
    /// A booklet, two entries to a page.
    Booklet,
    /// Cards to cut out, nine to a page.
    Cards,
}

impl PaperKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Booklet, Self::Cards];

    /// The name of the file, of the template and of its words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Booklet => "print",
            Self::Cards => "cards",
        }
    }
}

/// When more entries than this have changed, going over all of them is as quick as exchanging each.
const MOST_CHANGED: usize = 64;

/// Every file of the output.
#[derive(Clone, Debug)]
pub struct Plan {
    artifacts: Arc<BTreeMap<OutputPath, Artifact>>,
    /// Which entries bear which terms.
    pub terms: Arc<TermIndexes>,
    /// The order in which lists show their entries.
    pub sequences: Arc<Sequences>,
    /// The search indexes, made when they are asked for.
    pub search: Search,
    /// Which combinations of choices have a page.
    pub identify: Arc<Identify>,
}

impl Plan {
    /// Decides every output path. Names that a stick cannot hold, and names that two things would
    /// share, are reported and left out.
    pub fn new(
        catalogue: &Catalogue,
        assets: &BTreeMap<String, SourcePath>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let terms = TermIndexes::new(catalogue);
        let mut planner = Planner {
            catalogue,
            paths: Paths::new(catalogue),
            identify: Identify::new(catalogue, &terms),
            terms,
            search: Search::new(catalogue),
            artifacts: BTreeMap::new(),
            assets,
            told: BTreeSet::new(),
            diagnostics,
        };
        planner.site();
        for language in catalogue.config.published_languages() {
            planner.language(language);
        }
        planner.pictures();
        Self {
            artifacts: Arc::new(planner.artifacts),
            terms: Arc::new(planner.terms),
            sequences: Arc::new(Sequences::new(catalogue)),
            search: planner.search,
            identify: Arc::new(planner.identify),
        }
    }

    /// The plan for a newer catalogue in which every thing has the same files as in the older one,
    /// which this plan is for, but other words, and unless `same_places` is true, entries may stand
    /// in other indexes or in another order. `None` when the index pages or the files of the search
    /// come out as others.
    pub fn with_same_files(
        &self,
        older: &Catalogue,
        newer: &Catalogue,
        same_places: bool,
    ) -> Option<Self> {
        let changed = newer.changed_since(older)?;
        let search = self.search.with_changed(older, newer, &changed);
        let mut languages = newer.config.language_indices();
        if !languages.all(|language| search.counts(language) == self.search.counts(language)) {
            return None;
        }
        if same_places {
            return Some(Self {
                search,
                ..self.clone()
            });
        }
        let terms = match changed.len() > MOST_CHANGED {
            true => TermIndexes::new(newer),
            false => self.terms.with_changed(older, newer, &changed),
        };
        let identify = Identify::new(newer, &terms);
        let mut all = TermKind::INDEXED.into_iter().flat_map(|kind| {
            let terms = newer.vocabulary.indexed(kind);
            terms.map(move |(term, _)| (kind, term))
        });
        let same = all
            .all(|(kind, term)| terms.is_used(kind, term) == self.terms.is_used(kind, term))
            && identify.pages().eq(self.identify.pages());
        let category = |catalogue: &Catalogue, index| catalogue.entry(index).facts.category;
        let mut moved = changed.into_iter();
        let moved = moved.any(|index| category(older, index) != category(newer, index));
        same.then(|| Self {
            artifacts: Arc::clone(&self.artifacts),
            terms: Arc::new(terms),
            sequences: match moved {
                true => Arc::new(Sequences::new(newer)),
                false => Arc::clone(&self.sequences),
            },
            search,
            identify: Arc::new(identify),
        })
    }

    /// The plan for a catalogue in which labels and other messages alone are others: the search
    /// has the same files, with other words in them.
    #[must_use]
    pub fn with_same_content(&self) -> Self {
        Self {
            search: self.search.with_other_words(),
            ..self.clone()
        }
    }

    /// All files, sorted by path.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&OutputPath, &Artifact)> + Clone {
        self.artifacts.iter()
    }

    /// What stands at a path.
    pub fn get(&self, path: &OutputPath) -> Option<&Artifact> {
        self.artifacts.get(path)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.artifacts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.artifacts.is_empty()
    }
}

impl Artifact {
    /// The language of a page; `None` for what belongs to all of them.
    pub fn language(&self) -> Option<LanguageIndex> {
        match self {
            Self::Home(language)
            | Self::Target(language, _)
            | Self::Terms(language, _)
            | Self::Term(language, ..)
            | Self::AToZ(language)
            | Self::Law(language)
            | Self::Contacts(language)
            | Self::Paper(language, ..)
            | Self::NewsIndex(language)
            | Self::Search(language)
            | Self::Identify(language, _)
            | Self::Feed(language) => Some(*language),
            _ => None,
        }
    }

    /// Whether a reader sees it as a page.
    pub fn is_page(&self) -> bool {
        match self {
            Self::Chooser | Self::NotFound | Self::StartHere => true,
            Self::Feed(_) => false,
            other => other.language().is_some(),
        }
    }

    /// The same page in another language.
    pub fn in_language(&self, language: LanguageIndex) -> Option<Self> {
        Some(match self {
            Self::Home(_) => Self::Home(language),
            Self::Target(_, target) => Self::Target(language, *target),
            Self::Terms(_, kind) => Self::Terms(language, *kind),
            Self::Term(_, kind, term) => Self::Term(language, *kind, *term),
            Self::AToZ(_) => Self::AToZ(language),
            Self::Law(_) => Self::Law(language),
            Self::Contacts(_) => Self::Contacts(language),
            Self::Paper(_, kind, list) => Self::Paper(language, *kind, *list),
            Self::NewsIndex(_) => Self::NewsIndex(language),
            Self::Search(_) => Self::Search(language),
            Self::Identify(_, choices) => Self::Identify(language, *choices),
            _ => return None,
        })
    }

    /// Where a page stands; `None` for what is no page of a language.
    pub fn page_path(&self, paths: Paths<'_>) -> Option<String> {
        Some(match self {
            Self::Home(language) => paths.home(*language),
            Self::Target(language, target) => paths.target(*language, *target),
            Self::Terms(language, kind) => paths.terms(*language, *kind),
            Self::Term(language, kind, term) => paths.term(*language, *kind, *term),
            Self::AToZ(language) => paths.top(*language, "a-z"),
            Self::Law(language) => paths.top(*language, "law"),
            Self::Contacts(language) => paths.top(*language, "contacts"),
            Self::Paper(language, kind, list) => paths.paper(*language, *kind, *list),
            Self::NewsIndex(language) => paths.news_index(*language),
            Self::Search(language) => paths.top(*language, "search"),
            Self::Identify(language, choices) => paths.identify(*language, *choices),
            _ => return None,
        })
    }
}

struct Planner<'a> {
    catalogue: &'a Catalogue,
    paths: Paths<'a>,
    terms: TermIndexes,
    search: Search,
    identify: Identify,
    artifacts: BTreeMap<OutputPath, Artifact>,
    assets: &'a BTreeMap<String, SourcePath>,
    /// The files of the site whose names have been reported: once is enough for all languages.
    told: BTreeSet<SourcePath>,
    diagnostics: &'a mut Diagnostics,
}

impl Planner<'_> {
    fn site(&mut self) {
        self.add("index.html", Artifact::Chooser);
        self.add("404.html", Artifact::NotFound);
        self.add(".nojekyll", Artifact::NoJekyll);
        if self.catalogue.config.offline {
            self.add(crate::offline::START_HERE, Artifact::StartHere);
        }
        if self.catalogue.config.base_url.is_some() {
            self.add("sitemap.xml", Artifact::Sitemap);
            self.add("robots.txt", Artifact::Robots);
        }
        for name in self.assets.keys() {
            let path = self.paths.asset(name);
            self.add(&path, Artifact::Asset(name.clone()));
        }
    }

    fn language(&mut self, language: LanguageIndex) {
        self.add_page(Artifact::Home(language));
        self.add_page(Artifact::AToZ(language));
        self.add_page(Artifact::Law(language));
        self.add_page(Artifact::Contacts(language));
        let lists = self.catalogue.list_indices().map(Target::List);
        let entries = self.catalogue.entry_indices().map(Target::Entry);
        let pages = (0..self.catalogue.pages.len()).map(Target::Page);
        let news = (0..self.catalogue.news.len()).map(Target::News);
        for target in lists.chain(entries).chain(pages).chain(news) {
            self.add_page(Artifact::Target(language, target));
        }
        if !self.catalogue.news.is_empty() {
            self.add_page(Artifact::NewsIndex(language));
            let path = self.paths.feed(language);
            self.add(&path, Artifact::Feed(language));
        }
        for list in self.catalogue.list_indices() {
            for kind in PaperKind::ALL {
                self.add_page(Artifact::Paper(language, kind, list));
            }
        }
        for kind in TermKind::INDEXED {
            self.term_pages(language, kind);
        }
        self.search(language);
        let pages: Vec<Combination> = self.identify.pages().collect();
        for page in pages {
            self.add_page(Artifact::Identify(language, page));
        }
    }

    fn search(&mut self, language: LanguageIndex) {
        self.add_page(Artifact::Search(language));
        for shard in self.search.counts(language).shards() {
            let path = self.paths.shard(language, shard);
            self.add(&path, Artifact::SearchShard(language, shard));
        }
    }

    fn term_pages(&mut self, language: LanguageIndex, kind: TermKind) {
        let used: Vec<TermIndex> = self
            .catalogue
            .vocabulary
            .indexed(kind)
            .map(|(index, _)| index)
            .filter(|index| self.terms.is_used(kind, *index))
            .collect();
        if used.is_empty() {
            return;
        }
        self.add_page(Artifact::Terms(language, kind));
        for term in used {
            self.add_page(Artifact::Term(language, kind, term));
        }
    }

    fn pictures(&mut self) {
        let catalogue = self.catalogue;
        for picture in catalogue.pictures() {
            for form in picture.forms(&catalogue.config.pictures) {
                let path = self.paths.picture_file(&picture.source, form);
                let source = picture.source.clone();
                self.add(&path, Artifact::Picture(PictureFile { source, form }));
            }
        }
    }

    fn add_page(&mut self, artifact: Artifact) {
        if let Some(path) = artifact.page_path(self.paths) {
            self.add(&path, artifact);
        }
    }

    fn add(&mut self, path: &str, artifact: Artifact) {
        let path = match OutputPath::new(path) {
            Ok(path) => path,
            Err(problem) => {
                let message = format!("`{path}` cannot be the name of a file: {problem}");
                let cure = "The names come from the folders and files of the site: rename those.";
                let file = self.source_of(&artifact);
                return self.report(Code::BadOutputPath, file, message, cure);
            }
        };
        if let Some(other) = self.artifacts.get(&path) {
            let (file, other) = (self.source_of(&artifact), self.source_of(other));
            if let (Artifact::Picture(_), Some(other)) = (&artifact, &other) {
                let message = format!("`{path}` is made from `{other}` already");
                let cure = "Give one of the two pictures another name, not only another ending.";
                return self.report(Code::OutputCollision, file, message, cure);
            }
            let message = match (&file, &other) {
                (Some(_), Some(other)) => format!("`{path}` is the page of `{other}` already"),
                _ => format!("`{path}` is a page that redlist makes by itself"),
            };
            let file = file.or(other);
            let cure = "Rename the folder: its name is taken.";
            return self.report(Code::OutputCollision, file, message, cure);
        }
        self.artifacts.insert(path, artifact);
    }

    fn report(&mut self, code: Code, file: Option<SourcePath>, message: String, cure: &str) {
        let mut problem = Diagnostic::new(code, message).cure(cure);
        if let Some(file) = file {
            if !self.told.insert(file.clone()) {
                return;
            }
            problem.place = Some(Place::file(&file));
        }
        self.diagnostics.push(problem);
    }

    /// The file or folder of the site that gave an artifact its name.
    fn source_of(&self, artifact: &Artifact) -> Option<SourcePath> {
        let catalogue = self.catalogue;
        let folder = |file: &SourcePath| SourcePath::new(file.folder());
        Some(match artifact {
            Artifact::Target(_, Target::List(list)) => folder(&catalogue.list(*list).file),
            Artifact::Target(_, Target::Entry(entry)) => folder(&catalogue.entry(*entry).file),
            Artifact::Target(_, Target::Page(page)) => catalogue.pages[*page].folder.clone(),
            Artifact::Target(_, Target::News(news)) => folder(&catalogue.news[*news].file),
            Artifact::Term(_, kind, _) => {
                SourcePath::new(format!("content/vocabulary/{}.yaml", kind.plural()))
            }
            Artifact::Picture(file) => file.source.clone(),
            Artifact::Asset(name) => self.assets.get(name)?.clone(),
            _ => return None,
        })
    }
}
