//! The home page of a language.

use serde::Serialize;

use super::{Card, Link, NewsCard, foreign, news_cards};
use crate::catalogue::ListIndex;
use crate::render::Locale;

/// How many pieces of news the home page shows.
const NEWS: usize = 3;

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct Home {
    /// The lists.
    pub lists: Vec<ListCard>,
    /// The latest news.
    pub news: Vec<NewsCard>,
    /// How many entries the site has.
    pub count: usize,
}

/// What leads to a list.
#[derive(Clone, Debug, Serialize)]
pub struct ListCard {
    /// The title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Where it stands in the output.
    pub path: String,
    /// `emergency` or `regular`.
    pub kind: &'static str,
    /// The kind in words.
    pub kind_label: String,
    /// The country's name.
    pub country: String,
    /// The edition's name.
    pub edition: String,
    /// The edition's date in words.
    pub date: String,
    /// The edition's date as `2026-11-24`.
    pub date_iso: String,
    /// How many entries it has.
    pub count: usize,
    /// The categories, each with its number of entries and its first entry's card.
    pub categories: Vec<CategoryCard>,
    /// What to do now.
    pub actions: Vec<String>,
    /// The language of the words, when it is not the page's.
    pub lang: Option<String>,
    /// The direction of the words, when their language is not the page's.
    pub dir: Option<&'static str>,
}

/// What leads to a category of a list.
#[derive(Clone, Debug, Serialize)]
pub struct CategoryCard {
    /// Its anchor on the list's page.
    pub id: String,
    /// Its name.
    pub title: String,
    /// One sentence.
    pub summary: Option<String>,
    /// The list's page.
    pub path: String,
    /// How many entries it has.
    pub count: usize,
    /// Its first entry, for a picture.
    pub first: Option<Card>,
    /// Links to its entries.
    pub entries: Vec<Link>,
}

impl Home {
    /// The home page of a language.
    pub fn new(locale: Locale<'_>) -> Self {
        let mut news = news_cards(locale);
        news.truncate(NEWS);
        let lists = locale.catalogue.list_indices();
        Self {
            lists: lists
                .filter_map(|list| ListCard::new(locale, list))
                .collect(),
            news,
            count: locale.catalogue.entry_indices().count(),
        }
    }
}

impl ListCard {
    fn new(locale: Locale<'_>, index: ListIndex) -> Option<Self> {
        let list = locale.catalogue.list(index);
        let (language, text) = list.texts.resolve(locale.language())?;
        let (lang, dir) = foreign(locale, language);
        Some(Self {
            title: text.words.title.clone(),
            summary: text.words.summary.clone(),
            path: locale.paths().list(locale.index, index),
            kind: list.facts.kind.name(),
            kind_label: locale.words(&format!("list-kind-{}", list.facts.kind.name())),
            country: locale.country(&list.facts.country),
            edition: list.facts.edition.name.clone(),
            date: locale.formats().date(&list.facts.edition.date),
            date_iso: list.facts.edition.date.to_string(),
            count: list.entries.len(),
            categories: categories(locale, index),
            actions: text.words.actions.clone(),
            lang,
            dir,
        })
    }
}

fn categories(locale: Locale<'_>, index: ListIndex) -> Vec<CategoryCard> {
    let list = locale.catalogue.list(index);
    let Some((_, text)) = list.texts.resolve(locale.language()) else {
        return Vec::new();
    };
    let mut cards: Vec<CategoryCard> = list
        .facts
        .categories
        .iter()
        .zip(&text.words.categories)
        .map(|(id, words)| CategoryCard {
            id: id.to_string(),
            title: words.title.clone(),
            summary: words.summary.clone(),
            path: locale.paths().list(locale.index, index),
            count: 0,
            first: None,
            entries: Vec::new(),
        })
        .collect();
    for entry in locale.catalogue.entries_of(index) {
        let Some(card) = cards.get_mut(locale.catalogue.entry(entry).facts.category) else {
            continue;
        };
        if card.first.is_none() {
            card.first = Card::new(locale, entry);
        }
        card.count += 1;
        card.entries.extend(super::link::target_link(
            locale,
            crate::catalogue::Target::Entry(entry),
        ));
    }
    cards.retain(|card| card.count > 0);
    cards
}
