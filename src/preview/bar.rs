//! What the bar and the overlay of a page have to say, as values for the script to show.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::catalogue::{Catalogue, EntryIndex, Target};
use crate::config::LanguageIndex;
use crate::content::Texts;
use crate::diagnostic::{Diagnostic, Severity, SourcePath};
use crate::output::OutputPath;
use crate::site::{Artifact, Paths};
use crate::source::SourceLines;

use super::desk::Desk;
use super::editor_link;
use super::snapshot::{Made, Snapshot};

/// The most problems that are shown at once.
const MOST: usize = 40;
/// The most texts that are named.
const MOST_TEXTS: usize = 12;

/// Everything that the script needs to know.
#[derive(Debug, Serialize)]
pub struct State {
    /// The stamp of the page.
    page: String,
    /// The stamp of the style sheets.
    styles: String,
    /// What stops a build.
    errors: Vec<Problem>,
    /// How many more there are.
    more: usize,
    /// What there is to say about this page; `None` when it is not there.
    bar: Option<Bar>,
}

#[derive(Debug, Serialize)]
struct Problem {
    code: &'static str,
    severity: &'static str,
    message: String,
    file: Option<File>,
    line: u32,
    column: u32,
    /// The line of the source before, in and after the words that are meant.
    source: Option<[String; 3]>,
    cure: Option<String>,
}

#[derive(Debug, Serialize)]
struct File {
    path: String,
    /// Opens it in an editor.
    link: Option<String>,
}

#[derive(Debug, Default, Serialize)]
struct Bar {
    /// The files that the page is made from, the text first.
    files: Vec<File>,
    /// The page's language.
    language: Option<Language>,
    /// The same page in the other languages.
    others: Vec<Language>,
    /// The texts on this page that are left to do.
    texts: Vec<TextState>,
    /// How many more there are.
    more_texts: usize,
    /// What is wrong with the files of this page.
    checks: Vec<Problem>,
}

#[derive(Debug, Serialize)]
struct Language {
    tag: String,
    name: String,
    dir: &'static str,
    href: String,
    /// How its text stands: `missing`, `stale`, `draft` or nothing.
    state: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct TextState {
    file: File,
    state: &'static str,
}

/// What there is to say about a page. `problem` is why it could not be made.
pub fn state(
    desk: &Desk,
    snapshot: &Snapshot,
    page: Option<&OutputPath>,
    stamp: &str,
    problem: Option<&Diagnostic>,
) -> State {
    let writer = Writer {
        desk,
        snapshot,
        lines: SourceLines::new(snapshot.site()),
    };
    let errors = problem.into_iter().chain(snapshot.errors().iter());
    let count = errors.clone().count();
    let artifact = page.and_then(|page| snapshot.artifact(page));
    let bar = snapshot.made().zip(artifact);
    State {
        page: stamp.to_owned(),
        styles: snapshot.stamp_of_styles(),
        errors: errors
            .take(MOST)
            .map(|problem| writer.problem(problem))
            .collect(),
        more: count.saturating_sub(MOST),
        bar: bar.map(|(made, artifact)| writer.bar(made, artifact)),
    }
}

struct Writer<'a> {
    desk: &'a Desk,
    snapshot: &'a Snapshot,
    lines: SourceLines<'a>,
}

impl Writer<'_> {
    fn file(&self, file: &SourcePath, line: u32) -> File {
        let site = self.snapshot.site();
        let link = self.desk.editor().and_then(|editor| {
            let path = site.path(file).canonicalize().ok()?;
            // Windows writes whole paths in a way that editors do not know.
            let path = path.to_string_lossy();
            editor_link(editor, path.trim_start_matches(r"\\?\"), line)
        });
        File {
            path: file.to_string(),
            link,
        }
    }

    fn problem(&self, problem: &Diagnostic) -> Problem {
        let place = problem.place.as_ref();
        let line = place.and_then(|place| self.lines.get(place));
        let source = place.zip(line).map(|(place, line)| {
            let at = |n: u32| {
                let n = usize::try_from(n).unwrap_or(usize::MAX);
                line.char_indices().nth(n).map_or(line.len(), |(at, _)| at)
            };
            let start = at(place.column.saturating_sub(1));
            let end = at(place.column.saturating_sub(1) + place.length.max(1));
            [&line[..start], &line[start..end], &line[end..]].map(str::to_owned)
        });
        Problem {
            code: problem.code.id(),
            severity: match problem.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            message: problem.message.clone(),
            file: place.map(|place| self.file(&place.file, place.line)),
            line: place.map_or(0, |place| place.line),
            column: place.map_or(0, |place| place.column),
            source,
            cure: problem.cure.clone(),
        }
    }

    fn bar(&self, made: &Made, artifact: &Artifact) -> Bar {
        let catalogue = &made.catalogue;
        let Some(language) = artifact.language() else {
            return Bar::default();
        };
        let describe = |index: LanguageIndex| -> Option<Language> {
            let twin = artifact.in_language(index)?;
            let path = twin.page_path(Paths::new(catalogue))?;
            let info = catalogue.language(index);
            Some(Language {
                tag: info.tag.as_str().to_owned(),
                name: info.name.clone(),
                dir: info.direction.as_str(),
                href: format!("/{path}"),
                state: target(artifact).and_then(|target| target_state(catalogue, target, index)),
            })
        };
        let files = sources(catalogue, artifact, language);
        let mut checks = Vec::new();
        for folder in folders_of(artifact, &files) {
            let found = self.snapshot.problems_in(folder);
            let own = found
                .iter()
                .filter(|problem| is_about(problem, catalogue, language));
            checks.extend(own.take(MOST).map(|problem| self.problem(problem)));
        }
        let texts = open_texts(catalogue, artifact, language);
        let more_texts = texts.len().saturating_sub(MOST_TEXTS);
        let texts = texts
            .into_iter()
            .take(MOST_TEXTS)
            .map(|(file, state)| TextState {
                file: self.file(&file, 1),
                state,
            });
        Bar {
            files: files.iter().map(|file| self.file(file, 1)).collect(),
            language: describe(language),
            others: catalogue
                .config
                .language_indices()
                .filter(|index| *index != language)
                .filter_map(describe)
                .collect(),
            texts: texts.collect(),
            more_texts,
            checks,
        }
    }
}

/// What concerns the whole site is said on the pages that belong to no thing of the content.
const WHOLE_SITE: [&str; 6] = [
    "",
    crate::config::FILE,
    "i18n",
    "themes",
    "content",
    "content/vocabulary",
];

/// The folders whose problems are told on a page that is made from some files.
fn folders_of<'a>(artifact: &Artifact, files: &'a [SourcePath]) -> BTreeSet<&'a str> {
    let own = files.iter().map(SourcePath::folder);
    match target(artifact) {
        Some(_) => own.filter(|folder| !folder.is_empty()).collect(),
        None => own.chain(WHOLE_SITE).collect(),
    }
}

/// Whether a problem concerns a page in a language: it stands in the facts, in that language's
/// text, or in one that it falls back to. The texts of the other languages have pages of their own.
fn is_about(problem: &Diagnostic, catalogue: &Catalogue, language: LanguageIndex) -> bool {
    let Some(place) = &problem.place else {
        return true;
    };
    let Some(tag) = place.file.file_name().strip_suffix(".md") else {
        return true;
    };
    let chain = &catalogue.language(language).chain;
    match catalogue.config.find_language(tag) {
        Some(other) => chain.contains(&other),
        None => true,
    }
}

fn target(artifact: &Artifact) -> Option<Target> {
    match artifact {
        Artifact::Target(_, target) => Some(*target),
        _ => None,
    }
}

/// The files that a page is made from, its text first.
fn sources(catalogue: &Catalogue, artifact: &Artifact, language: LanguageIndex) -> Vec<SourcePath> {
    let file = |path: String| vec![SourcePath::new(path)];
    match artifact {
        Artifact::Target(_, Target::List(at)) => {
            let list = catalogue.list(*at);
            with_text(catalogue, &list.texts, language, Some(&list.file))
        }
        Artifact::Target(_, Target::Entry(at)) => {
            let entry = catalogue.entry(*at);
            with_text(catalogue, &entry.texts, language, Some(&entry.file))
        }
        Artifact::Target(_, Target::Page(at)) => {
            with_text(catalogue, &catalogue.pages[*at].texts, language, None)
        }
        Artifact::Target(_, Target::News(at)) => {
            let news = &catalogue.news[*at];
            with_text(catalogue, &news.texts, language, Some(&news.file))
        }
        Artifact::Term(_, kind, _) | Artifact::Terms(_, kind) => {
            file(format!("content/vocabulary/{}.yaml", kind.plural()))
        }
        Artifact::Law(_) | Artifact::Contacts(_) => catalogue
            .lists
            .iter()
            .map(|list| list.file.clone())
            .take(3)
            .collect(),
        _ => file(crate::config::FILE.to_owned()),
    }
}

fn with_text<W>(
    catalogue: &Catalogue,
    texts: &Texts<W>,
    language: LanguageIndex,
    facts: Option<&SourcePath>,
) -> Vec<SourcePath> {
    let text = texts.resolve(catalogue.language(language));
    let text = text.map(|(_, text)| text.file.clone());
    text.into_iter().chain(facts.cloned()).collect()
}

fn text_state<W>(texts: &Texts<W>, language: LanguageIndex) -> Option<&'static str> {
    match texts.get(language) {
        None => Some("missing"),
        Some(text) if text.stale => Some("stale"),
        Some(text) if text.is_draft() => Some("draft"),
        Some(_) => None,
    }
}

fn target_state(
    catalogue: &Catalogue,
    target: Target,
    language: LanguageIndex,
) -> Option<&'static str> {
    match target {
        Target::List(at) => text_state(&catalogue.list(at).texts, language),
        Target::Entry(at) => text_state(&catalogue.entry(at).texts, language),
        Target::Page(at) => text_state(&catalogue.pages[at].texts, language),
        Target::News(at) => text_state(&catalogue.news[at].texts, language),
    }
}

/// The things whose texts a page shows: its own first, then those that it gathers.
fn shown_on(catalogue: &Catalogue, artifact: &Artifact) -> Vec<Target> {
    let lists = || catalogue.list_indices().map(Target::List);
    let pages = || (0..catalogue.pages.len()).map(Target::Page);
    let news = || (0..catalogue.news.len()).map(Target::News);
    match artifact {
        Artifact::Target(_, Target::List(list)) | Artifact::Paper(_, _, list) => {
            let entries = catalogue.entries_of(*list).map(Target::Entry);
            std::iter::once(Target::List(*list))
                .chain(entries)
                .collect()
        }
        Artifact::Target(_, target) => vec![*target],
        Artifact::Home(_) => lists().chain(pages()).chain(news()).collect(),
        Artifact::Law(_) | Artifact::Contacts(_) => lists().collect(),
        Artifact::NewsIndex(_) => news().collect(),
        Artifact::AToZ(_) => catalogue.entry_indices().map(Target::Entry).collect(),
        Artifact::Term(_, kind, term) => {
            let bears =
                |entry: &EntryIndex| catalogue.entry(*entry).facts.terms(*kind).contains(term);
            let entries = catalogue.entry_indices().filter(bears);
            entries.map(Target::Entry).collect()
        }
        _ => Vec::new(),
    }
}

/// The texts that are on a page and left to do, with how they stand.
fn open_texts(
    catalogue: &Catalogue,
    artifact: &Artifact,
    language: LanguageIndex,
) -> Vec<(SourcePath, &'static str)> {
    let name = format!("{}.md", catalogue.language(language).tag.as_str());
    let folder = |target| -> String {
        match target {
            Target::List(at) => catalogue.list(at).file.folder().to_owned(),
            Target::Entry(at) => catalogue.entry(at).file.folder().to_owned(),
            Target::Page(at) => catalogue.pages[at].folder.to_string(),
            Target::News(at) => catalogue.news[at].file.folder().to_owned(),
        }
    };
    let all = shown_on(catalogue, artifact).into_iter();
    all.filter_map(|target| {
        let state = target_state(catalogue, target, language)?;
        Some((SourcePath::new(format!("{}/{name}", folder(target))), state))
    })
    .collect()
}
