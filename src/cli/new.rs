//! `redlist new`: adds a commented skeleton, with a text for every language of the site.

use redlist::config::{self, Config, LanguageIndex};
use redlist::diagnostic::{Diagnostics, SourcePath, plain_io_error};
use redlist::id::Id;
use redlist::site::is_reserved;
use redlist::source::{SiteFolder, Source};
use redlist::yaml;

use super::report::{self, say};
use super::scaffold::{self, NewFile, write_new};
use super::{Outcome, SiteArg};

/// Add a list, an entry, a page or a piece of news, with a text for every language.
#[derive(Debug, clap::Args)]
pub struct NewArgs {
    /// What to add.
    #[arg(value_enum)]
    kind: Kind,
    /// Its id, which becomes its folder's name; an entry's may be `list/entry`.
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    site: SiteArg,
}

/// What can be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    List,
    Entry,
    Page,
    News,
}

impl NewArgs {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let site = SiteFolder::new(&self.site.site);
        let mut diagnostics = Diagnostics::new();
        let file = SourcePath::new(config::FILE);
        let source = site.read_or_report(&file, &mut diagnostics);
        let config = source.and_then(|source| Config::read(&source, &mut diagnostics));
        let Some(config) = config.filter(|_| !diagnostics.has_errors()) else {
            report::show(&diagnostics, &site, false);
            return Outcome::Problems;
        };
        let folder = match self.folder(&site) {
            Ok(folder) => folder,
            Err(problem) => {
                say(&format!("error: {problem}"));
                return Outcome::Problems;
            }
        };
        let files = self.files(&site, &folder, &config);
        if let Err(refused) = write_new(site.root(), &files) {
            let path = refused.path.display();
            say(&format!(
                "error: `{path}` was not written: {}",
                plain_io_error(&refused.error)
            ));
            return Outcome::Problems;
        }
        for file in &files {
            say(&format!("Wrote {}", file.path));
        }
        say("It is marked `draft: true`: build and check leave it out unless you say --drafts.");
        Outcome::Done
    }

    /// The folder of the new thing.
    fn folder(&self, site: &SiteFolder) -> Result<String, String> {
        let checked = |id: &str| match Id::new(id) {
            Ok(id) => Ok(id),
            Err(problem) => Err(format!("`{id}` cannot be an id: {problem}. {}", Id::RULE)),
        };
        let (list, id) = match self.id.split_once('/') {
            Some((list, id)) if self.kind == Kind::Entry => (Some(checked(list)?), checked(id)?),
            _ => (None, checked(&self.id)?),
        };
        let top = matches!(self.kind, Kind::List | Kind::Page);
        if is_reserved(id.as_str(), top) {
            return Err(format!(
                "`{id}` is the name of a page that redlist makes by itself. Choose another id"
            ));
        }
        match self.kind {
            Kind::List => Ok(format!("content/lists/{id}")),
            Kind::Page => Ok(format!("content/pages/{id}")),
            Kind::News => Ok(format!("content/news/{id}")),
            Kind::Entry => {
                let list = existing_list(site, list.as_ref())?;
                Ok(format!("content/lists/{list}/{id}"))
            }
        }
    }

    fn files(&self, site: &SiteFolder, folder: &str, config: &Config) -> Vec<NewFile> {
        let (facts, facts_name, text) = match self.kind {
            Kind::List => (scaffold::LIST, "list.yaml", scaffold::LIST_TEXT),
            Kind::Entry => (scaffold::ENTRY, "entry.yaml", scaffold::ENTRY_TEXT),
            Kind::Page => (scaffold::PAGE, "page.yaml", scaffold::PAGE_TEXT),
            Kind::News => (scaffold::NEWS, "news.yaml", scaffold::NEWS_TEXT),
        };
        let categories = categories(site, folder);
        let facts = facts.replace("CATEGORIES", &categories.join(", ")).replace(
            "CATEGORY",
            categories.first().map_or("first-category", String::as_str),
        );
        let mut files = vec![NewFile::new(format!("{folder}/{facts_name}"), facts)];
        let of = config.language(LanguageIndex::SOURCE).tag.as_str();
        let revision = Source::from_text("source.md", text).revision();
        for language in config.language_indices() {
            let tag = config.language(language).tag.as_str();
            let text = match language {
                LanguageIndex::SOURCE => text.to_owned(),
                _ => as_translation(text, of, &revision),
            };
            files.push(NewFile::new(format!("{folder}/{tag}.md"), text));
        }
        files
    }
}

/// The list a new entry belongs to: the one that was named, or the only one.
fn existing_list(site: &SiteFolder, named: Option<&Id>) -> Result<String, String> {
    let mut lists: Vec<String> = std::fs::read_dir(site.root().join("content/lists"))
        .map(|folders| {
            folders
                .flatten()
                .filter(|folder| folder.path().join("list.yaml").is_file())
                .map(|folder| folder.file_name().to_string_lossy().into_owned())
                .collect()
        })
        .unwrap_or_default();
    lists.sort();
    match (named, &lists[..]) {
        (_, []) => Err("the site has no list yet: add one with `redlist new list ID`".to_owned()),
        (Some(id), lists) if lists.iter().any(|list| list == id.as_str()) => Ok(id.to_string()),
        (Some(id), lists) => Err(format!(
            "the site has no list `{id}`. {}",
            yaml::one_of(id.as_str(), lists.iter().map(String::as_str))
        )),
        (None, [only]) => Ok(only.clone()),
        (None, lists) => Err(format!(
            "the site has several lists ({}); write the id as `list/entry`",
            lists.join(", ")
        )),
    }
}

/// The categories of the list that a new entry's folder stands in.
fn categories(site: &SiteFolder, folder: &str) -> Vec<String> {
    let list = folder.rsplit_once('/').map_or("", |(list, _)| list);
    let file = SourcePath::new(format!("{list}/list.yaml"));
    let mut ignored = Diagnostics::new();
    let Some(source) = site.read_or_report(&file, &mut ignored) else {
        return Vec::new();
    };
    let Some(root) = source.yaml(&mut ignored) else {
        return Vec::new();
    };
    let mut reader = source.reader(&mut ignored);
    let Some(mut fields) = reader.fields(&root) else {
        return Vec::new();
    };
    fields.texts("categories", &mut reader)
}

/// The skeleton of a translation: the source's text with a record of what it translates.
fn as_translation(text: &str, of: &str, revision: &str) -> String {
    let record = format!("translation: {{of: {of}, revision: {revision}, status: draft}}\n---");
    // The second line of dashes ends the front matter.
    match text.match_indices("\n---").next() {
        Some((at, _)) => format!("{}\n{record}{}", &text[..at], &text[at + 4..]),
        None => text.to_owned(),
    }
}
