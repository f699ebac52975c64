//! `site`: what every template of a language sees.

use serde::Serialize;

use super::Link;
use super::link::target_link;
use crate::catalogue::Target;
use crate::content::TermKind;
use crate::render::Locale;
use crate::site::{Combination, Plan};

/// `site`: the same on every page of a language.
#[derive(Clone, Debug, Serialize)]
pub struct Site {
    /// The site's name.
    pub title: String,
    /// The home page.
    pub home: String,
    /// The edition's name.
    pub edition: String,
    /// The edition's date in words.
    pub date: String,
    /// The edition's date as `2026-11-24`.
    pub date_iso: String,
    /// The last day on which nobody needs to ask for a newer edition, in words.
    pub valid_until: Option<String>,
    /// The same day as `2027-11-24`, for the script.
    pub valid_until_iso: Option<String>,
    /// Who answers for the site.
    pub publisher: String,
    /// The publisher's address on the web.
    pub publisher_url: Option<String>,
    /// The licence of the texts.
    pub licence: Option<String>,
    /// The site's address, when it is known.
    pub base_url: Option<String>,
    /// The lists.
    pub lists: Vec<Link>,
    /// The pages that the menu shows.
    pub menu: Vec<Link>,
    /// The pages that it does not show.
    pub more: Vec<Link>,
    /// The indexes by material, period and so on.
    pub indexes: Vec<IndexLink>,
    /// All titles in order.
    pub a_to_z: String,
    /// The page of the search.
    pub search: String,
    /// The start of "identify by what you see".
    pub identify: String,
    /// The folder of the language: the search index of the language is called after it.
    pub folder: String,
    /// The legal framework.
    pub law: String,
    /// Whom to ask.
    pub contacts: String,
    /// The index of the news, when there are any.
    pub news: Option<String>,
    /// The feed of the news, when there are any.
    pub feed: Option<String>,
    /// The tool that made the page.
    pub generator: String,
}

/// A link to the index of a kind of term.
#[derive(Clone, Debug, Serialize)]
pub struct IndexLink {
    /// The kind: `material`, `object-type` and so on.
    pub kind: &'static str,
    /// What to call it.
    pub title: String,
    /// Where it stands in the output.
    pub path: String,
}

impl Site {
    /// The site in a language.
    pub fn new(locale: Locale<'_>, plan: &Plan) -> Self {
        let config = &locale.catalogue.config;
        let paths = locale.paths();
        let lists = locale.catalogue.list_indices();
        let has_news = !locale.catalogue.news.is_empty();
        Self {
            title: locale.site_title(),
            home: paths.home(locale.index),
            edition: config.edition.name.clone(),
            date: locale.formats().date(&config.edition.date),
            date_iso: config.edition.date.to_string(),
            valid_until: config
                .edition
                .valid_until
                .map(|date| locale.formats().date(&date)),
            valid_until_iso: config.edition.valid_until.map(|date| {
                let (year, month, day) = date.last_day();
                format!("{year:04}-{month:02}-{day:02}")
            }),
            publisher: config.publisher.name.clone(),
            publisher_url: config.publisher.url.clone(),
            licence: config.licence.clone(),
            base_url: config.base_url.clone(),
            lists: lists
                .filter_map(|list| target_link(locale, Target::List(list)))
                .collect(),
            menu: page_links(locale, true),
            more: page_links(locale, false),
            indexes: index_links(locale, plan),
            a_to_z: paths.top(locale.index, "a-z"),
            search: paths.top(locale.index, "search"),
            identify: paths.identify(locale.index, Combination::default()),
            folder: locale.language().tag.folder(),
            law: paths.top(locale.index, "law"),
            contacts: paths.top(locale.index, "contacts"),
            news: has_news.then(|| paths.news_index(locale.index)),
            feed: has_news.then(|| paths.feed(locale.index)),
            generator: concat!("redlist ", env!("CARGO_PKG_VERSION")).to_owned(),
        }
    }
}

fn page_links(locale: Locale<'_>, menu: bool) -> Vec<Link> {
    (0..locale.catalogue.pages.len())
        .filter(|page| locale.catalogue.pages[*page].facts.menu == menu)
        .filter_map(|page| target_link(locale, Target::Page(page)))
        .collect()
}

fn index_links(locale: Locale<'_>, plan: &Plan) -> Vec<IndexLink> {
    let used = |kind: &TermKind| {
        let mut terms = locale.catalogue.vocabulary.indexed(*kind);
        terms.any(|(term, _)| plan.terms.is_used(*kind, term))
    };
    TermKind::INDEXED
        .into_iter()
        .filter(used)
        .map(|kind| IndexLink {
            kind: kind.name(),
            title: locale.words(&format!("terms-{}", kind.name())),
            path: locale.paths().terms(locale.index, kind),
        })
        .collect()
}
