//! What templates see. `docs/themes.md` lists every field, and a test holds the two together.
//!
//! A view holds words in the reader's language, paths in the output (for the function `href`) and
//! HTML (fields named `body`, for the filter `safe`). Texts from a fallback language carry `lang`
//! and `dir`; where these are absent the text is in the page's language.

mod article;
mod entry;
mod home;
mod identify;
mod link;
mod list;
mod page;
mod paper;
mod picture;
mod site;
mod start;
mod structured;
mod term;

pub use article::{Article, NewsCard, SourceView, news_cards};
pub use entry::{Card, EntryView, Letter, letters};
pub use home::{Home, ListCard};
pub use identify::IdentifyView;
pub use list::{ListView, list_views};
pub use page::{Page, translations};
pub use paper::{Chapter, Leaf, Paper, Sheet};
pub use picture::{PictureSize, PictureSource, PictureView, picture_sources};
pub use site::Site;
pub use start::{Start, StartLanguage};
pub use term::{TermPage, TermView, TermsPage};

use serde::Serialize;

use crate::config::LanguageIndex;
use crate::render::Locale;

/// A link to a page of the site.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// What to call it.
    pub title: String,
    /// Where it stands in the output.
    pub path: String,
    /// The language of the title, when it is not the page's.
    pub lang: Option<String>,
    /// The direction of the title, when its language is not the page's.
    pub dir: Option<&'static str>,
}

impl Link {
    /// A link whose title is in the page's language.
    pub fn new(title: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            path: path.into(),
            lang: None,
            dir: None,
        }
    }
}

/// `lang` and `dir` of a text, when it is not in the page's language.
pub fn foreign(locale: Locale<'_>, text: LanguageIndex) -> (Option<String>, Option<&'static str>) {
    if text == locale.index {
        return (None, None);
    }
    let language = locale.catalogue.language(text);
    let tag = language.tag.as_str().to_owned();
    (Some(tag), Some(language.direction.as_str()))
}
