//! `redlist.yaml`: the site's languages, publisher, edition and theme.

mod pictures;

use crate::date::Date;
use crate::diagnostic::{Code, Diagnostics, Place};
use crate::language::{Direction, Tag};
use crate::media::Settings;
use crate::source::Source;
use crate::yaml::{self, Fields, Node, Reader, one_of};

/// The name of the file that makes a folder a site.
pub const FILE: &str = "redlist.yaml";

/// One of the site's languages, as its position in `languages`. The source language is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageIndex(pub usize);

impl LanguageIndex {
    /// The language that the others are translated from.
    pub const SOURCE: Self = Self(0);
}

/// The configuration of a site.
#[derive(Clone, Debug)]
pub struct Config {
    /// The site's name in the source language.
    pub title: String,
    /// At least one; the first is the source language.
    pub languages: Vec<Language>,
    /// Who answers for the site.
    pub publisher: Publisher,
    /// What readers see, to tell a new copy from an old one.
    pub edition: Edition,
    /// The theme's folder name.
    pub theme: String,
    /// Where the theme is named, for a problem with it.
    pub theme_place: Option<Place>,
    /// Where the site will stand, ending in a slash.
    pub base_url: Option<String>,
    /// Licence of the texts, an SPDX id.
    pub licence: Option<String>,
    /// In which sizes and formats readers get pictures.
    pub pictures: Settings,
}

/// A language of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The BCP 47 tag.
    pub tag: Tag,
    /// The languages a text is looked for in: this one, its fallbacks, the source language.
    pub chain: Vec<LanguageIndex>,
    /// The language's own name; its tag when nobody knows it.
    pub name: String,
    /// The tag whose forms of numbers and dates are used.
    pub formats: Tag,
    /// The direction of its script.
    pub direction: Direction,
}

/// Who answers for the site.
#[derive(Clone, Debug, Default)]
pub struct Publisher {
    /// The name.
    pub name: String,
    /// The web address.
    pub url: Option<String>,
}

/// An edition, as readers see it.
#[derive(Clone, Debug, Default)]
pub struct Edition {
    /// Such as `2026.1`.
    pub name: String,
    /// The day of publication.
    pub date: Date,
}

impl Edition {
    /// Reads `{name, date}`. What is wrong with it does not keep the rest from being checked.
    pub fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.fields_like(node, "{name: \"1\", date: 2026-01-31}")?;
        let name = fields.required_text("name", reader);
        let date = fields.required("date", reader);
        let date = date.and_then(|node| reader.date(node));
        fields.finish(reader);
        Some(Self {
            name,
            date: date.unwrap_or_default(),
        })
    }
}

impl Config {
    /// The language at an index.
    pub fn language(&self, index: LanguageIndex) -> &Language {
        &self.languages[index.0]
    }

    /// All indices, the source language first.
    pub fn language_indices(&self) -> impl Iterator<Item = LanguageIndex> + Clone + use<> {
        (0..self.languages.len()).map(LanguageIndex)
    }

    /// The language whose tag is the given text.
    pub fn find_language(&self, tag: &str) -> Option<LanguageIndex> {
        self.languages
            .iter()
            .position(|language| language.tag.as_str() == tag)
            .map(LanguageIndex)
    }

    /// Reads the file. `None` when so much is wrong that the rest of the site cannot be read.
    pub fn read(source: &Source, diagnostics: &mut Diagnostics) -> Option<Self> {
        let root = source.yaml(diagnostics)?;
        let mut reader = source.reader(diagnostics);
        let mut fields = reader.fields(&root)?;
        let reader = &mut reader;
        let title = fields.required_text("title", reader);
        let languages = fields.required("languages", reader);
        let languages = languages.and_then(|node| read_languages(node, reader));
        let publisher = fields.required("publisher", reader);
        let publisher = publisher.and_then(|node| read_publisher(node, reader));
        let edition = fields.required("edition", reader);
        let edition = edition.and_then(|node| Edition::read(node, reader));
        let theme_node = fields.optional("theme");
        let theme = theme_node.and_then(|node| reader.text(node));
        let theme_place = theme_node.map(|node| reader.place(&node.span));
        let base_url = read_base_url(&mut fields, reader);
        let licence = fields.text("licence", reader);
        let pictures = fields.optional("pictures");
        let pictures = pictures.map(|node| pictures::read(node, reader));
        fields.finish(reader);
        Some(Self {
            title,
            languages: languages?,
            publisher: publisher.unwrap_or_default(),
            edition: edition.unwrap_or_default(),
            theme: theme.unwrap_or_else(|| "default".to_owned()),
            theme_place,
            base_url,
            licence,
            pictures: pictures.unwrap_or_default(),
        })
    }
}

fn read_base_url(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Option<String> {
    let node = fields.optional("base_url")?;
    let url = reader.base_url(node)?;
    Some(normal_base_url(&url))
}

/// A base address always ends in a slash, so that a path can be put behind it.
pub fn normal_base_url(url: &str) -> String {
    format!("{}/", url.trim_end_matches('/'))
}

fn read_publisher(node: &Node, reader: &mut Reader<'_>) -> Option<Publisher> {
    let mut fields = reader.fields_like(node, "{name: A museum}")?;
    let name = fields.required_text("name", reader);
    let url = fields.url("url", reader);
    fields.finish(reader);
    Some(Publisher { name, url })
}

/// A language whose fallback tags are not yet looked up.
struct Draft<'n> {
    language: Language,
    fallback: Vec<(String, &'n Node)>,
}

/// Reads all languages. When one of them cannot be read, the others would be taken for something
/// else (the second for the source), so there is none.
fn read_languages(node: &Node, reader: &mut Reader<'_>) -> Option<Vec<Language>> {
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    let items = reader.required_list(node);
    let mut all_read = !items.is_empty();
    for item in items {
        let Some(draft) = read_language(item, reader) else {
            all_read = false;
            continue;
        };
        let tag = draft.language.tag.as_str();
        if drafts
            .iter()
            .any(|other| other.language.tag.as_str() == tag)
        {
            let message = format!("the language `{tag}` stands twice");
            reader.report(
                Code::DuplicateLanguage,
                &item.span,
                message,
                "Remove one of the two.",
            );
            continue;
        }
        drafts.push(draft);
    }
    if !all_read {
        return None;
    }
    let tags: Vec<String> = drafts
        .iter()
        .map(|draft| draft.language.tag.as_str().to_owned())
        .collect();
    let drafts = drafts.into_iter().enumerate();
    let languages = drafts.map(|(index, draft)| with_chain(index, draft, &tags, reader));
    Some(languages.collect())
}

fn read_language<'n>(node: &'n Node, reader: &mut Reader<'_>) -> Option<Draft<'n>> {
    if let yaml::Value::Scalar { .. } = node.value {
        let tag = read_tag(node, reader)?;
        return Some(draft(tag, None, None, None, Vec::new()));
    }
    let mut fields = reader.fields_like(node, "{tag: ckb, fallback: [ar, en]}")?;
    let tag = fields.required("tag", reader);
    let tag = tag.and_then(|node| read_tag(node, reader));
    let name = fields.text("name", reader);
    let formats = fields.optional("formats");
    let formats = formats.and_then(|node| read_tag(node, reader));
    let direction = fields
        .optional("direction")
        .and_then(|node| reader.choice(node, &[("ltr", Direction::Ltr), ("rtl", Direction::Rtl)]));
    let mut fallback = Vec::new();
    if let Some(list) = fields.optional("fallback") {
        for item in reader.list(list) {
            fallback.extend(reader.text(item).map(|text| (text, item)));
        }
    }
    fields.finish(reader);
    Some(draft(tag?, name, formats, direction, fallback))
}

fn draft(
    tag: Tag,
    name: Option<String>,
    formats: Option<Tag>,
    direction: Option<Direction>,
    fallback: Vec<(String, &Node)>,
) -> Draft<'_> {
    Draft {
        language: Language {
            direction: direction.unwrap_or_else(|| tag.direction()),
            formats: formats.unwrap_or_else(|| tag.clone()),
            chain: Vec::new(),
            name: name
                .or_else(|| tag.own_name())
                .unwrap_or_else(|| tag.to_string()),
            tag,
        },
        fallback,
    }
}

fn read_tag(node: &Node, reader: &mut Reader<'_>) -> Option<Tag> {
    let text = reader.text(node)?;
    match Tag::parse(&text) {
        Ok(tag) => Some(tag),
        Err(problem) => {
            reader.report(
                Code::BadLanguageTag,
                &node.span,
                format!("`{text}` is not a language tag: {problem}"),
                "Write a BCP 47 tag such as `en`, `ckb` or `zh-Hans`.",
            );
            None
        }
    }
}

fn with_chain(
    index: usize,
    draft: Draft<'_>,
    tags: &[String],
    reader: &mut Reader<'_>,
) -> Language {
    let mut chain = vec![LanguageIndex(index)];
    for (name, node) in draft.fallback {
        let Some(found) = tags.iter().position(|tag| *tag == name) else {
            reader.report(
                Code::UnknownLanguage,
                &node.span,
                format!("the site has no language `{name}` to fall back to"),
                one_of(&name, tags.iter().map(String::as_str)),
            );
            continue;
        };
        if found == index {
            reader.report(
                Code::UnknownLanguage,
                &node.span,
                format!("`{name}` cannot fall back to itself"),
                "Name the language that its readers know best after it, or leave it out.",
            );
        }
        if !chain.contains(&LanguageIndex(found)) {
            chain.push(LanguageIndex(found));
        }
    }
    if !chain.contains(&LanguageIndex::SOURCE) {
        chain.push(LanguageIndex::SOURCE);
    }
    Language {
        chain,
        ..draft.language
    }
}
