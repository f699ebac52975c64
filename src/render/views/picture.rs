//! A picture as templates see it.

use serde::Serialize;

use super::foreign;
use crate::config::LanguageIndex;
use crate::content::{Picture, PictureWords, TermKind};
use crate::render::Locale;

/// A picture with its words and rights.
#[derive(Clone, Debug, Serialize)]
pub struct PictureView {
    /// Where it stands in the output.
    pub path: String,
    /// Width in pixels or SVG units.
    pub width: u32,
    /// Height in pixels or SVG units.
    pub height: u32,
    /// For those who cannot see it.
    pub alt: String,
    /// Under the picture.
    pub caption: Option<String>,
    /// The language of the words, when it is not the page's.
    pub lang: Option<String>,
    /// The direction of the words, when their language is not the page's.
    pub dir: Option<&'static str>,
    /// `reference`, `seized`, `returned`, `missing` or `illustration`.
    pub status: Option<&'static str>,
    /// The status in words.
    pub status_label: Option<String>,
    /// Whom to name.
    pub credit: Option<String>,
    /// The licence.
    pub licence: Option<String>,
    /// Who holds the piece that is shown.
    pub holder: Option<String>,
    /// The piece's inventory number.
    pub inventory: Option<String>,
    /// The piece's own facts in words: materials, dates, places, sizes.
    pub facts: Vec<String>,
}

impl PictureView {
    /// A picture whose words are in a given language. One that could not be read has no view.
    pub fn new(
        locale: Locale<'_>,
        picture: &Picture,
        words: &PictureWords,
        language: LanguageIndex,
    ) -> Option<Self> {
        let (width, height) = picture.dimensions;
        if width == 0 || height == 0 {
            return None;
        }
        let (lang, dir) = foreign(locale, language);
        let status = picture.status.map(|status| status.name());
        Some(Self {
            path: locale.paths().picture(&picture.source),
            width,
            height,
            alt: words.alt.clone(),
            caption: words.caption.clone(),
            lang,
            dir,
            status,
            status_label: status.map(|name| locale.words(&format!("picture-status-{name}"))),
            credit: picture.credit.clone(),
            licence: picture.licence.clone(),
            holder: picture.holder.clone(),
            inventory: picture.inventory.clone(),
            facts: facts(locale, picture),
        })
    }

    /// All pictures of a thing, with words in a given language.
    pub fn all(
        locale: Locale<'_>,
        pictures: &[Picture],
        words: &[PictureWords],
        language: LanguageIndex,
    ) -> Vec<Self> {
        pictures
            .iter()
            .zip(words)
            .filter_map(|(picture, words)| Self::new(locale, picture, words, language))
            .collect()
    }
}

fn facts(locale: Locale<'_>, picture: &Picture) -> Vec<String> {
    let mut facts = Vec::new();
    let labels = |kind, terms: &[_]| -> Vec<String> {
        terms.iter().map(|term| locale.label(kind, *term)).collect()
    };
    if !picture.materials.is_empty() {
        let materials = labels(TermKind::Material, &picture.materials);
        facts.push(locale.formats().list(&materials));
    }
    if !picture.places.is_empty() {
        let places = labels(TermKind::Place, &picture.places);
        facts.push(locale.formats().list(&places));
    }
    facts.extend(picture.dates.map(|years| locale.years(years)));
    if let Some(size) = &picture.size {
        facts.extend(size.ranges.iter().map(|range| locale.range(range)));
    }
    facts
}
