//! `page`: what this page is, and links to others.

use serde::Serialize;

use super::link::{breadcrumbs, list_link, target_title};
use super::structured::structured_data;
use super::{Link, foreign};
use crate::catalogue::{Catalogue, Target};
use crate::config::LanguageIndex;
use crate::content::{Status, Text, Texts};
use crate::language::Args;
use crate::output::OutputPath;
use crate::render::Locale;
use crate::site::{Artifact, Combination};

/// `page`: what this page is.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// The kind of page, for style: `entry`, `list`, `home` and so on.
    pub kind: &'static str,
    /// Where it stands in the output. The functions need it.
    pub path: String,
    /// The position of its language. The functions need it.
    pub language_index: usize,
    /// The BCP 47 tag of its language.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The script of its language: `Latn`, `Arab`, `Hans`.
    pub script: String,
    /// The title.
    pub title: String,
    /// The title with the site's name, for the window.
    pub document_title: String,
    /// One sentence for search engines and shared links.
    pub description: Option<String>,
    /// The way from the home page to here.
    pub breadcrumbs: Vec<Link>,
    /// The same page in all languages.
    pub languages: Vec<LanguageLink>,
    /// The languages that have a text of their own for this page.
    pub alternates: Vec<Alternate>,
    /// The address that search engines should keep; on a fallback page that of its source.
    pub canonical: Option<String>,
    /// The language that readers of no listed language get.
    pub default_alternate: Option<String>,
    /// What machines read: schema.org as JSON-LD, for the filter `safe` inside a data block.
    pub structured_data: Option<String>,
    /// What a shared link shows as a picture: an absolute address.
    pub social_image: Option<String>,
    /// The language of the text, when it is not the page's.
    pub fallback: Option<Fallback>,
    /// Whether no native reader has checked the text.
    pub draft: bool,
    /// Whether the source has moved on since the translation.
    pub stale: bool,
    /// Whether the text is a translation.
    pub translated: bool,
    /// The list this page belongs to.
    pub list: Option<Link>,
    /// What every page of the list must say.
    pub disclaimers: Vec<String>,
    /// The language of the disclaimers, when it is not the page's.
    pub disclaimers_lang: Option<String>,
    /// The direction of the disclaimers, when their language is not the page's.
    pub disclaimers_dir: Option<&'static str>,
    /// On a page that a host shows at any address: the site's address, before every link.
    pub absolute_base: Option<String>,
}

/// The page in one of the site's languages.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageLink {
    /// The BCP 47 tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language's own name.
    pub name: String,
    /// The site's name in it.
    pub site_title: String,
    /// On a page that belongs to no language: its title in this one.
    pub title: Option<String>,
    /// On a page that belongs to no language: words that say that the browser asks for this one.
    pub suggestion: Option<String>,
    /// Where the page stands in the output.
    pub path: String,
    /// Whether it is this page.
    pub current: bool,
    /// Whether the page has a text of its own in it.
    pub translated: bool,
}

/// A translation, for search engines.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// The BCP 47 tag.
    pub lang: String,
    /// The address: absolute when the site's address is known, else relative.
    pub href: String,
}

/// The language a text is shown in instead of the reader's.
#[derive(Clone, Debug, Serialize)]
pub struct Fallback {
    /// The BCP 47 tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Its name in the reader's language.
    pub name: String,
}

/// How the text of a page stands.
struct TextState {
    language: LanguageIndex,
    draft: bool,
    stale: bool,
    translated: bool,
    summary: Option<String>,
}

impl TextState {
    fn of<W>(
        locale: Locale<'_>,
        texts: &Texts<W>,
        summary: impl FnOnce(&Text<W>) -> Option<String>,
    ) -> Option<Self> {
        let (language, text) = texts.resolve(locale.language())?;
        let translation = text.translation.as_ref();
        Some(Self {
            language,
            draft: translation.is_some_and(|translation| translation.status == Status::Draft),
            stale: text.stale,
            translated: translation.is_some(),
            summary: summary(text),
        })
    }
}

impl Page {
    /// The page that an artifact makes at a path.
    pub fn new(locale: Locale<'_>, path: &OutputPath, artifact: &Artifact) -> Self {
        let config = &locale.catalogue.config;
        let language = locale.language();
        let state = text_state(locale, artifact);
        let title = title(locale, artifact);
        let crumbs = breadcrumbs(locale, artifact);
        let fallback = state
            .as_ref()
            .filter(|state| state.language != locale.index)
            .map(|state| fallback(locale, state.language));
        let translated = translations(locale.catalogue, artifact);
        let (disclaimers, disclaimers_language) = disclaimers(locale, artifact);
        let (disclaimers_lang, disclaimers_dir) = foreign(locale, disclaimers_language);
        let address = |to: &str| address(config.base_url.as_deref(), path, to);
        let twin = |index: LanguageIndex| {
            let twin = artifact
                .in_language(index)
                .and_then(|twin| twin.page_path(locale.paths()));
            twin.unwrap_or_else(|| locale.paths().home(index))
        };
        // Pages list each other or not at all; one with a borrowed text stands apart.
        let listed = translated.len() > 1 && translated.contains(&locale.index);
        let source = state.as_ref().map_or(locale.index, |state| state.language);
        let is_page = artifact.language().is_some();
        Self {
            kind: kind(artifact),
            path: path.as_str().to_owned(),
            language_index: locale.index.0,
            lang: language.tag.as_str().to_owned(),
            dir: language.direction.as_str(),
            script: language.tag.script().to_owned(),
            document_title: document_title(locale, &title, artifact),
            description: description(locale, artifact, state.as_ref()),
            structured_data: structured_data(locale, path, artifact, &crumbs, &title),
            breadcrumbs: crumbs,
            languages: language_links(locale, &translated, artifact, twin),
            alternates: translated
                .iter()
                .filter(|_| listed)
                .map(|index| Alternate {
                    lang: locale.catalogue.language(*index).tag.as_str().to_owned(),
                    href: address(&twin(*index)),
                })
                .collect(),
            canonical: is_page
                .then(|| address(&twin(source)))
                .filter(|_| config.base_url.is_some() || source != locale.index)
                .filter(|_| config.language(source).published),
            default_alternate: listed.then(|| address(&twin(config.first_language()))),
            social_image: social_image(locale, artifact),
            draft: state.as_ref().is_some_and(|state| state.draft),
            stale: state.as_ref().is_some_and(|state| state.stale),
            translated: state.as_ref().is_some_and(|state| state.translated),
            fallback,
            list: list_link(locale, artifact),
            disclaimers,
            disclaimers_lang,
            disclaimers_dir,
            absolute_base: config
                .base_url
                .clone()
                .filter(|_| *artifact == Artifact::NotFound),
            title,
        }
    }
}

fn kind(artifact: &Artifact) -> &'static str {
    match artifact {
        Artifact::Chooser => "chooser",
        Artifact::NotFound => "not-found",
        Artifact::StartHere => "start-here",
        Artifact::Target(_, Target::List(_)) => "list",
        Artifact::Target(_, Target::Entry(_)) => "entry",
        Artifact::Target(_, Target::Page(_)) => "page",
        Artifact::Target(_, Target::News(_)) => "news",
        Artifact::Terms(..) => "terms",
        Artifact::Term(..) => "term",
        Artifact::AToZ(_) => "a-to-z",
        Artifact::Law(_) => "law",
        Artifact::Contacts(_) => "contacts",
        Artifact::Paper(_, kind, _) => kind.name(),
        Artifact::NewsIndex(_) => "news-index",
        Artifact::Search(_) => "search",
        Artifact::Identify(..) => "identify",
        _ => "home",
    }
}

fn title(locale: Locale<'_>, artifact: &Artifact) -> String {
    match artifact {
        Artifact::Target(_, target) => {
            target_title(locale, *target).map_or_else(String::new, |(_, title)| title.to_owned())
        }
        Artifact::Terms(_, kind) => locale.words(&format!("terms-{}", kind.name())),
        Artifact::Term(_, kind, term) => {
            let args = Args::new().text("term", locale.label(*kind, *term));
            locale.message(&format!("term-title-{}", kind.name()), &args)
        }
        Artifact::AToZ(_) => locale.words("a-to-z"),
        Artifact::Law(_) => locale.words("law"),
        Artifact::Contacts(_) => locale.words("contacts"),
        Artifact::Paper(_, kind, list) => {
            let list = target_title(locale, Target::List(*list));
            let args = Args::new().text("list", list.map_or("", |(_, title)| title));
            locale.message(&format!("{}-title", kind.name()), &args)
        }
        Artifact::NewsIndex(_) => locale.words("news"),
        Artifact::Search(_) => locale.words("search"),
        Artifact::Identify(_, choices) => identify_title(locale, *choices),
        Artifact::NotFound => locale.words("not-found"),
        Artifact::StartHere => locale.words("start-here"),
        _ => locale.site_title(),
    }
}

/// The choices, or what this is about where nothing is chosen.
fn identify_title(locale: Locale<'_>, choices: Combination) -> String {
    let labels: Vec<String> = choices
        .chosen()
        .map(|(_, kind, term)| locale.label(kind, term))
        .collect();
    if labels.is_empty() {
        return locale.words("identify");
    }
    let args = Args::new().text("choices", locale.formats().list(&labels));
    locale.message("identify-title", &args)
}

fn document_title(locale: Locale<'_>, title: &str, artifact: &Artifact) -> String {
    if matches!(artifact, Artifact::Home(_) | Artifact::Chooser) {
        return title.to_owned();
    }
    let args = Args::new()
        .text("page", title)
        .text("site", locale.site_title());
    locale.message("document-title", &args)
}

fn description(
    locale: Locale<'_>,
    artifact: &Artifact,
    state: Option<&TextState>,
) -> Option<String> {
    match artifact {
        Artifact::Target(..) => state.and_then(|state| state.summary.clone()),
        Artifact::Home(_) => {
            let list = locale.catalogue.lists.first()?;
            let (_, text) = list.texts.resolve(locale.language())?;
            Some(text.words.summary.clone())
        }
        _ => None,
    }
}

/// The thing whose text a page shows.
fn text_of(artifact: &Artifact) -> Option<Target> {
    match artifact {
        Artifact::Target(_, target) => Some(*target),
        Artifact::Paper(_, _, list) => Some(Target::List(*list)),
        _ => None,
    }
}

fn text_state(locale: Locale<'_>, artifact: &Artifact) -> Option<TextState> {
    let catalogue = locale.catalogue;
    match text_of(artifact)? {
        Target::List(list) => TextState::of(locale, &catalogue.list(list).texts, |text| {
            Some(text.words.summary.clone())
        }),
        Target::Entry(entry) => TextState::of(locale, &catalogue.entry(entry).texts, |text| {
            Some(text.words.summary.clone())
        }),
        Target::Page(page) => TextState::of(locale, &catalogue.pages[page].texts, |text| {
            text.words.summary.clone()
        }),
        Target::News(news) => TextState::of(locale, &catalogue.news[news].texts, |text| {
            text.words.summary.clone()
        }),
    }
}

/// The languages that have a text of their own for a page. Pages that are made of labels alone
/// are there in every language.
pub fn translations(catalogue: &Catalogue, artifact: &Artifact) -> Vec<LanguageIndex> {
    let all = catalogue.config.published_languages();
    let Some(target) = text_of(artifact) else {
        return match artifact.language() {
            Some(_) => all.collect(),
            None => Vec::new(),
        };
    };
    let has = |index: &LanguageIndex| match target {
        Target::List(list) => catalogue.list(list).texts.get(*index).is_some(),
        Target::Entry(entry) => catalogue.entry(entry).texts.get(*index).is_some(),
        Target::Page(page) => catalogue.pages[page].texts.get(*index).is_some(),
        Target::News(news) => catalogue.news[news].texts.get(*index).is_some(),
    };
    all.filter(has).collect()
}

fn fallback(locale: Locale<'_>, language: LanguageIndex) -> Fallback {
    Fallback {
        lang: locale.catalogue.language(language).tag.as_str().to_owned(),
        dir: locale.catalogue.language(language).direction.as_str(),
        name: locale.language_name(language),
    }
}

fn language_links(
    locale: Locale<'_>,
    translated: &[LanguageIndex],
    artifact: &Artifact,
    twin: impl Fn(LanguageIndex) -> String,
) -> Vec<LanguageLink> {
    let indices = locale.catalogue.config.published_languages();
    let is_page = artifact.language().is_some();
    indices
        .map(|index| {
            let own = locale.other(index);
            let language = locale.catalogue.language(index);
            LanguageLink {
                lang: language.tag.as_str().to_owned(),
                dir: language.direction.as_str(),
                name: language.name.clone(),
                site_title: own.site_title(),
                title: (!is_page).then(|| title(own, artifact)),
                suggestion: (!is_page).then(|| own.words("suggested-language")),
                path: twin(index),
                current: is_page && index == locale.index,
                translated: !is_page || translated.contains(&index),
            }
        })
        .collect()
}

/// An address for machines: absolute when the site's address is known.
fn address(base: Option<&str>, from: &OutputPath, to: &str) -> String {
    match (base, OutputPath::new(to)) {
        (Some(base), _) => format!("{base}{to}"),
        (None, Ok(to)) => to.relative_to(from),
        (None, Err(_)) => to.to_owned(),
    }
}

/// The disclaimers of the page's list; on other pages those of the first list.
fn disclaimers(locale: Locale<'_>, artifact: &Artifact) -> (Vec<String>, LanguageIndex) {
    let list = match artifact {
        Artifact::Target(_, Target::Entry(entry)) => locale.catalogue.lists.get(entry.list.0),
        Artifact::Target(_, Target::List(list)) | Artifact::Paper(_, _, list) => {
            locale.catalogue.lists.get(list.0)
        }
        _ => locale.catalogue.lists.first(),
    };
    let text = list.and_then(|list| list.texts.resolve(locale.language()));
    match text {
        Some((language, text)) => (text.words.disclaimers.clone(), language),
        None => (Vec::new(), locale.index),
    }
}

fn social_image(locale: Locale<'_>, artifact: &Artifact) -> Option<String> {
    let base = locale.catalogue.config.base_url.as_deref()?;
    let Artifact::Target(_, Target::Entry(entry)) = artifact else {
        return None;
    };
    let facts = &locale.catalogue.entry(*entry).facts;
    // Social networks show no SVG.
    let picture = facts
        .pictures
        .iter()
        .find(|picture| !picture.file.ends_with(".svg"))?;
    Some(format!("{base}{}", locale.paths().picture(picture)?))
}
