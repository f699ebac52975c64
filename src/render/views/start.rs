//! `START-HERE.html`: the page on a stick that speaks every language of the edition at once.

use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::language::Args;
use crate::render::Locale;

/// The page where the reader of a stick starts.
#[derive(Clone, Debug, Serialize)]
pub struct Start {
    /// The languages of the edition, each with the same words.
    pub languages: Vec<StartLanguage>,
}

/// The page in one language.
#[derive(Clone, Debug, Serialize)]
pub struct StartLanguage {
    /// The BCP 47 tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language's own name.
    pub name: String,
    /// The site's name.
    pub site_title: String,
    /// The home page.
    pub home: String,
    /// What to do.
    pub open: String,
    /// The edition, its date and until when it is valid.
    pub edition: String,
    /// Says that a newer edition may exist; to be shown after the edition's time.
    pub outdated: String,
    /// The heading of `help`.
    pub help_title: String,
    /// What to do when nothing opens.
    pub help: Vec<String>,
}

impl Start {
    /// The page of a site.
    pub fn new(catalogue: &Catalogue) -> Self {
        let languages = catalogue.config.published_languages();
        Self {
            languages: languages
                .map(|index| StartLanguage::new(Locale::new(catalogue, index)))
                .collect(),
        }
    }
}

impl StartLanguage {
    fn new(locale: Locale<'_>) -> Self {
        let language = locale.language();
        let help = ["browser", "copy", "phone", "safe", "check"];
        Self {
            lang: language.tag.as_str().to_owned(),
            dir: language.direction.as_str(),
            name: language.name.clone(),
            site_title: locale.site_title(),
            home: locale.paths().home(locale.index),
            open: locale.words("start-open"),
            edition: edition(locale),
            outdated: locale.words("newer-edition"),
            help_title: locale.words("start-help"),
            help: help
                .iter()
                .map(|name| locale.words(&format!("start-help-{name}")))
                .collect(),
        }
    }
}

fn edition(locale: Locale<'_>) -> String {
    let edition = &locale.catalogue.config.edition;
    let date = |date| locale.formats().date(date);
    let args = Args::new()
        .text("edition", edition.name.clone())
        .text("date", date(&edition.date));
    let mut words = locale.message("edition-of", &args);
    if let Some(until) = &edition.valid_until {
        let args = Args::new().text("date", date(until));
        words.push_str(". ");
        words.push_str(&locale.message("valid-until", &args));
    }
    words
}
