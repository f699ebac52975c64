//! Pages such as "About", and pieces of news.

use crate::content::facts::{Citation, read_citations};
use crate::content::named::Named;
use crate::content::picture::{Picture, PictureWords};
use crate::content::text::{Texts, read_picture_words};
use crate::content::vocabulary::Vocabulary;
use crate::date::Date;
use crate::diagnostic::SourcePath;
use crate::id::Id;
use crate::yaml::{Fields, Node, Reader};

/// A page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its id, which is the folder's name.
    pub id: Id,
    /// Its folder.
    pub folder: SourcePath,
    /// What is the same in all languages.
    pub facts: PageFacts,
    /// Its words.
    pub texts: Texts<PageWords>,
}

/// The facts of a page.
#[derive(Clone, Debug, Default)]
pub struct PageFacts {
    /// The order among pages; then by id.
    pub order: i32,
    /// Whether the menu shows it.
    pub menu: bool,
    /// Whether it is left out unless drafts are asked for.
    pub draft: bool,
}

/// A piece of news.
#[derive(Clone, Debug)]
pub struct News {
    /// Its id, which is the folder's name.
    pub id: Id,
    /// The file of its facts.
    pub file: SourcePath,
    /// What is the same in all languages.
    pub facts: NewsFacts,
    /// Its words.
    pub texts: Texts<PageWords>,
}

/// The facts of a piece of news.
#[derive(Clone, Debug)]
pub struct NewsFacts {
    /// The day it stands under.
    pub date: Date,
    /// Its pictures.
    pub pictures: Named<Picture>,
    /// Where it can be checked.
    pub sources: Vec<Citation>,
    /// Whether it is left out unless drafts are asked for.
    pub draft: bool,
}

/// The words of a page or a piece of news.
#[derive(Clone, Debug, Default)]
pub struct PageWords {
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// One for each picture of the facts, in their order.
    pub pictures: Vec<PictureWords>,
}

impl PageFacts {
    /// Reads `page.yaml`.
    pub fn read(root: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.fields_or_empty(root)?;
        let order = fields
            .optional("order")
            .and_then(|node| reader.integer(node));
        let menu = fields.flag("menu", reader);
        let draft = fields.flag("draft", reader);
        fields.finish(reader);
        Some(Self {
            order: order.unwrap_or(0),
            menu,
            draft,
        })
    }
}

impl NewsFacts {
    /// Stand in for facts that could not be read, so that the words can be checked.
    pub fn unread() -> Self {
        Self {
            date: Date::default(),
            pictures: Named::unread(),
            sources: Vec::new(),
            draft: false,
        }
    }

    /// Reads `news.yaml`.
    pub fn read(
        root: &Node,
        folder: &str,
        vocabulary: &Vocabulary,
        reader: &mut Reader<'_>,
    ) -> Option<Self> {
        let mut fields = reader.fields(root)?;
        let date = fields.required("date", reader);
        let date = date.and_then(|node| reader.date(node));
        let mut pictures = fields
            .optional("pictures")
            .map_or_else(Named::none, |node| {
                Picture::read_all(node, folder, vocabulary, reader)
            });
        let sources = fields
            .optional("sources")
            .map(|node| read_citations(node, reader))
            .unwrap_or_default();
        let draft = fields.flag("draft", reader);
        if fields.finish(reader).contains(&"pictures") {
            pictures.mark_incomplete();
        }
        Some(Self {
            date: date.unwrap_or_default(),
            pictures,
            sources,
            draft,
        })
    }
}

impl PageWords {
    /// Reads the front matter of a page.
    pub fn read_page(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Self {
        Self {
            title: fields.required_text("title", reader),
            summary: fields.text("summary", reader),
            pictures: Vec::new(),
        }
    }

    /// Reads the front matter of a piece of news.
    pub fn read_news(
        fields: &mut Fields<'_>,
        pictures: &Named<Picture>,
        reader: &mut Reader<'_>,
    ) -> Self {
        Self {
            title: fields.required_text("title", reader),
            summary: Some(fields.required_text("summary", reader)),
            pictures: read_picture_words(fields, pictures, reader),
        }
    }
}
