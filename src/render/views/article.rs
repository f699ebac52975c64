//! Pages and news as templates see them.

use serde::Serialize;

use super::{Link, PictureView, foreign};
use crate::catalogue::Target;
use crate::content::facts::Citation;
use crate::content::{PageWords, Sources, Texts};
use crate::output::OutputPath;
use crate::render::{Locale, body};

/// A page such as "About", or a piece of news.
#[derive(Clone, Debug, Serialize)]
pub struct Article {
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// The text, HTML.
    pub body: String,
    /// The headings of the text.
    pub headings: Vec<HeadingView>,
    /// The language of the words, when it is not the page's.
    pub lang: Option<String>,
    /// The direction of the words, when their language is not the page's.
    pub dir: Option<&'static str>,
    /// The day of a piece of news, in words.
    pub date: Option<String>,
    /// The day of a piece of news as `2012-11-08`.
    pub date_iso: Option<String>,
    /// Pictures of a piece of news.
    pub pictures: Vec<PictureView>,
    /// Where a piece of news can be checked.
    pub sources: Vec<SourceView>,
    /// The older piece of news.
    pub older: Option<Link>,
    /// The newer piece of news.
    pub newer: Option<Link>,
}

/// A heading of a text.
#[derive(Clone, Debug, Serialize)]
pub struct HeadingView {
    /// 2 to 6.
    pub level: u8,
    /// The anchor.
    pub id: String,
    /// The words.
    pub text: String,
}

/// A publication.
#[derive(Clone, Debug, Serialize)]
pub struct SourceView {
    /// Its title.
    pub title: String,
    /// Where it can be read.
    pub url: Option<String>,
}

impl SourceView {
    /// The publications that confirm facts.
    pub fn all(sources: &Sources) -> Vec<Self> {
        match sources {
            Sources::Unverified => Vec::new(),
            Sources::Named(citations) => Self::cited(citations),
        }
    }

    fn cited(citations: &[Citation]) -> Vec<Self> {
        citations
            .iter()
            .map(|citation| Self {
                title: citation.title.clone(),
                url: citation.url.clone(),
            })
            .collect()
    }
}

impl Article {
    /// A page, written for the page at a path.
    pub fn page(locale: Locale<'_>, path: &OutputPath, texts: &Texts<PageWords>) -> Option<Self> {
        let (language, text) = texts.resolve(locale.language())?;
        let (lang, dir) = foreign(locale, language);
        Some(Self {
            title: text.words.title.clone(),
            summary: text.words.summary.clone(),
            body: body::write(locale, path, text),
            headings: text
                .body
                .headings()
                .iter()
                .map(|heading| HeadingView {
                    level: heading.level,
                    id: heading.id.clone(),
                    text: heading.text.clone(),
                })
                .collect(),
            lang,
            dir,
            date: None,
            date_iso: None,
            pictures: Vec::new(),
            sources: Vec::new(),
            older: None,
            newer: None,
        })
    }

    /// A piece of news, written for the page at a path.
    pub fn news(locale: Locale<'_>, path: &OutputPath, index: usize) -> Option<Self> {
        let news = &locale.catalogue.news[index];
        let (language, text) = news.texts.resolve(locale.language())?;
        let link = |index: usize| super::link::target_link(locale, Target::News(index));
        let count = locale.catalogue.news.len();
        Some(Self {
            date: Some(locale.formats().date(&news.facts.date)),
            date_iso: Some(news.facts.date.to_string()),
            pictures: PictureView::all(
                locale,
                &news.facts.pictures,
                &text.words.pictures,
                language,
            ),
            sources: SourceView::cited(&news.facts.sources),
            older: (index + 1 < count).then(|| index + 1).and_then(link),
            newer: index.checked_sub(1).and_then(link),
            ..Self::page(locale, path, &news.texts)?
        })
    }
}

/// What leads to a piece of news.
#[derive(Clone, Debug, Serialize)]
pub struct NewsCard {
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Where it stands in the output.
    pub path: String,
    /// The day, in words.
    pub date: String,
    /// The day as `2012-11-08`.
    pub date_iso: String,
    /// The language of the words, when it is not the page's.
    pub lang: Option<String>,
    /// The direction of the words, when their language is not the page's.
    pub dir: Option<&'static str>,
}

/// All news, the latest first.
pub fn news_cards(locale: Locale<'_>) -> Vec<NewsCard> {
    let all = locale.catalogue.news.iter().enumerate();
    all.filter_map(|(index, news)| {
        let (language, text) = news.texts.resolve(locale.language())?;
        let (lang, dir) = foreign(locale, language);
        Some(NewsCard {
            title: text.words.title.clone(),
            summary: text.words.summary.clone(),
            path: locale.paths().news(locale.index, index),
            date: locale.formats().date(&news.facts.date),
            date_iso: news.facts.date.to_string(),
            lang,
            dir,
        })
    })
    .collect()
}
