//! A picture as templates see it.

use serde::Serialize;

use super::foreign;
use crate::config::LanguageIndex;
use crate::content::{Picture, PictureWords, TermKind};
use crate::media::Form;
use crate::render::Locale;

/// A picture with its words and rights.
#[derive(Clone, Debug, Serialize)]
pub struct PictureView {
    /// Names it on its page, for links to it.
    pub id: String,
    /// Where the file stands that any browser can show, in its largest size.
    pub path: String,
    /// Width of that file in pixels or SVG units.
    pub width: u32,
    /// Height of that file in pixels or SVG units.
    pub height: u32,
    /// All sizes of it in the format of `path`, from narrow to wide; none for a drawing.
    pub sizes: Vec<PictureSize>,
    /// The same picture in better formats, the best first.
    pub sources: Vec<PictureSource>,
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

/// A picture in a format that not every browser knows.
#[derive(Clone, Debug, Serialize)]
pub struct PictureSource {
    /// The media type, such as `image/webp`.
    #[serde(rename = "type")]
    pub media_type: &'static str,
    /// All sizes, from narrow to wide.
    pub sizes: Vec<PictureSize>,
}

/// A file of a picture.
#[derive(Clone, Debug, Serialize)]
pub struct PictureSize {
    /// Where it stands in the output.
    pub path: String,
    /// Width in pixels.
    pub width: u32,
}

impl PictureView {
    /// A picture whose words are in a given language. One that could not be read has no view.
    pub fn new(
        locale: Locale<'_>,
        picture: &Picture,
        words: &PictureWords,
        language: LanguageIndex,
    ) -> Option<Self> {
        let (mut sources, (width, height)) = picture_sources(locale, picture)?;
        let sizes = sources.pop().map_or_else(Vec::new, |last| last.sizes);
        let (lang, dir) = foreign(locale, language);
        let status = picture.status.map(|status| status.name());
        Some(Self {
            id: format!("picture-{}", picture.file.replace(['.', '_'], "-")),
            path: locale.paths().picture(picture)?,
            width,
            height,
            sizes,
            sources,
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

    /// All sizes in the best format, from narrow to wide; none for a drawing.
    pub fn sizes_of_best(&self) -> &[PictureSize] {
        self.sources.first().map_or(&self.sizes, |best| &best.sizes)
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

/// The files of a picture, one group for each format, the best first, none for a drawing; and the
/// dimensions of the largest file. `None` for a picture that could not be read.
pub fn picture_sources(
    locale: Locale<'_>,
    picture: &Picture,
) -> Option<(Vec<PictureSource>, (u32, u32))> {
    let mut sources: Vec<PictureSource> = Vec::new();
    let forms = picture.forms(&locale.catalogue.config.pictures);
    let largest = forms.iter().filter_map(|form| match form {
        Form::Drawing => None,
        Form::Pixels { width, height, .. } => Some((*width, *height)),
    });
    let dimensions = largest.max().unwrap_or(picture.dimensions);
    if forms.is_empty() {
        return None;
    }
    for form in forms {
        let Form::Pixels { width, format, .. } = form else {
            continue;
        };
        let size = PictureSize {
            path: locale.paths().picture_file(&picture.source, form),
            width,
        };
        let media_type = format.media_type();
        match sources.last_mut() {
            Some(last) if last.media_type == media_type => last.sizes.push(size),
            _ => sources.push(PictureSource {
                media_type,
                sizes: vec![size],
            }),
        }
    }
    Some((sources, dimensions))
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
