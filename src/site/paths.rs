//! Where each thing of the site stands in the output. The same ids name it in every language, so
//! that the language switcher always finds its twin.

use crate::catalogue::{Catalogue, EntryIndex, ListIndex, Target};
use crate::config::LanguageIndex;
use crate::content::{Picture, TermIndex, TermKind};
use crate::diagnostic::SourcePath;
use crate::media::Form;
use crate::search::Shard;
use crate::site::Combination;

/// Names that redlist's own pages have in the folder of every language. Lists and pages have others.
const RESERVED: &[&str] = &[
    "index", "a-z", "law", "contacts", "news", "feed", "search", "identify",
];

/// Names that redlist's own pages have in the folder of every list and of the news.
const RESERVED_WITHIN: &[&str] = &["index", "print", "cards"];

/// Whether an id is the name of one of redlist's own pages: for a list or page when `top`, else
/// for an entry or piece of news.
pub fn is_reserved(id: &str, top: bool) -> bool {
    match top {
        true => {
            let mut kinds = TermKind::INDEXED.into_iter();
            RESERVED.contains(&id) || kinds.any(|kind| kind.plural() == id)
        }
        false => RESERVED_WITHIN.contains(&id),
    }
}

/// Names output paths as text. [`crate::site::Plan`] checks each of them once.
#[derive(Clone, Copy)]
pub struct Paths<'a> {
    catalogue: &'a Catalogue,
}

impl<'a> Paths<'a> {
    /// The paths of a site.
    pub fn new(catalogue: &'a Catalogue) -> Self {
        Self { catalogue }
    }

    fn language(self, language: LanguageIndex) -> String {
        self.catalogue.language(language).tag.folder()
    }

    /// A page that stands directly in a language's folder.
    pub fn top(self, language: LanguageIndex, name: &str) -> String {
        format!("{}/{name}.html", self.language(language))
    }

    /// The home page of a language.
    pub fn home(self, language: LanguageIndex) -> String {
        self.top(language, "index")
    }

    /// The feed of a language.
    pub fn feed(self, language: LanguageIndex) -> String {
        format!("{}/feed.xml", self.language(language))
    }

    /// A list.
    pub fn list(self, language: LanguageIndex, list: ListIndex) -> String {
        let id = &self.catalogue.list(list).id;
        format!("{}/{id}/index.html", self.language(language))
    }

    /// An entry.
    pub fn entry(self, language: LanguageIndex, index: EntryIndex) -> String {
        let list = &self.catalogue.list(index.list).id;
        let entry = &self.catalogue.entry(index).id;
        format!("{}/{list}/{entry}.html", self.language(language))
    }

    /// The index of all terms of a kind.
    pub fn terms(self, language: LanguageIndex, kind: TermKind) -> String {
        format!("{}/{}/index.html", self.language(language), kind.plural())
    }

    /// The entries that bear a term.
    pub fn term(self, language: LanguageIndex, kind: TermKind, term: TermIndex) -> String {
        let id = &self.catalogue.vocabulary.term(kind, term).id;
        format!("{}/{}/{id}.html", self.language(language), kind.plural())
    }

    /// A page.
    pub fn page(self, language: LanguageIndex, page: usize) -> String {
        self.top(language, self.catalogue.pages[page].id.as_str())
    }

    /// The index of the news.
    pub fn news_index(self, language: LanguageIndex) -> String {
        format!("{}/news/index.html", self.language(language))
    }

    /// A piece of news.
    pub fn news(self, language: LanguageIndex, news: usize) -> String {
        let id = &self.catalogue.news[news].id;
        format!("{}/news/{id}.html", self.language(language))
    }

    /// The page of a thing.
    pub fn target(self, language: LanguageIndex, target: Target) -> String {
        match target {
            Target::List(list) => self.list(language, list),
            Target::Entry(entry) => self.entry(language, entry),
            Target::Page(page) => self.page(language, page),
            Target::News(news) => self.news(language, news),
        }
    }

    /// A file that shows a picture: the picture's path below `content/` without the word `lists`,
    /// and for pixels their width.
    pub fn picture_file(self, source: &SourcePath, form: Form) -> String {
        let path = source.as_str();
        let path = path.strip_prefix("content/").unwrap_or(path);
        let path = path.strip_prefix("lists/").unwrap_or(path);
        match form {
            Form::Drawing => format!("media/{path}"),
            Form::Pixels { width, format, .. } => {
                let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
                format!("media/{stem}-{width}.{}", format.ending())
            }
        }
    }

    /// The one file of a picture that any browser and any program can show; `None` for a picture
    /// that could not be read.
    pub fn picture(self, picture: &Picture) -> Option<String> {
        let forms = picture.forms(&self.catalogue.config.pictures);
        let last = forms.last()?;
        Some(self.picture_file(&picture.source, *last))
    }

    /// What fits a combination of choices.
    pub fn identify(self, language: LanguageIndex, choices: Combination) -> String {
        let name = choices.name(self.catalogue);
        format!("{}/identify/{name}.html", self.language(language))
    }

    /// A file of the search index of a language.
    pub fn shard(self, language: LanguageIndex, shard: Shard) -> String {
        format!("search/{}/{}.js", self.language(language), shard.name())
    }

    /// A file of the theme.
    pub fn asset(self, name: &str) -> String {
        format!("assets/{name}")
    }
}
