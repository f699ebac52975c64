//! One text per language, and how a translation stands to its source.

use std::ops::Range;

use crate::config::{Config, Language, LanguageIndex};
use crate::content::picture::{Picture, PictureWords};
use crate::diagnostic::{Code, Diagnostics, SourcePath};
use crate::markdown::{self, Body};
use crate::source::Source;
use crate::yaml::{Fields, Reader, one_of};

/// How far a translation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Made by a machine, or not yet read by a native reader.
    Draft,
    /// Read and found right by a native reader.
    Reviewed,
}

/// What a translation says of itself.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The language it was made from.
    pub of: LanguageIndex,
    /// The revision of the text that it renders.
    pub revision: Option<String>,
    /// How far it has come.
    pub status: Status,
    /// Who made it.
    pub by: Option<String>,
    /// Bytes of the revision in the file, for a diagnostic.
    span: Range<usize>,
}

/// The words of one thing in one language.
#[derive(Clone, Debug)]
pub struct Text<W> {
    /// The file they come from.
    pub file: SourcePath,
    /// The front matter.
    pub words: W,
    /// The Markdown.
    pub body: Body,
    /// The revision of this file.
    pub revision: String,
    /// `None` for a text in the source language.
    pub translation: Option<Translation>,
    /// Whether the source has moved on since the translation was made.
    pub stale: bool,
}

/// The words of one thing in all languages that have them.
#[derive(Clone, Debug)]
pub struct Texts<W>(Vec<Option<Text<W>>>);

impl<W> Texts<W> {
    /// No text, in a site with so many languages.
    pub fn new(languages: usize) -> Self {
        Self((0..languages).map(|_| None).collect())
    }

    /// Sets the text of a language.
    pub fn set(&mut self, language: LanguageIndex, text: Text<W>) {
        self.0[language.0] = Some(text);
    }

    /// The text in exactly this language.
    pub fn get(&self, language: LanguageIndex) -> Option<&Text<W>> {
        self.0[language.0].as_ref()
    }

    /// The text in exactly this language, to be changed.
    pub fn get_mut(&mut self, language: LanguageIndex) -> Option<&mut Text<W>> {
        self.0[language.0].as_mut()
    }

    /// The text a reader of this language gets, and the language it is in.
    pub fn resolve(&self, language: &Language) -> Option<(LanguageIndex, &Text<W>)> {
        language
            .chain
            .iter()
            .find_map(|index| self.get(*index).map(|text| (*index, text)))
    }

    /// All texts with their languages.
    pub fn iter(&self) -> impl Iterator<Item = (LanguageIndex, &Text<W>)> {
        (0..)
            .map(LanguageIndex)
            .zip(&self.0)
            .filter_map(|(index, text)| Some((index, text.as_ref()?)))
    }

    /// Marks the translations whose source has moved on, and reports them.
    pub fn mark_stale(
        &mut self,
        config: &Config,
        sources: &mut dyn SourceText,
        out: &mut Diagnostics,
    ) {
        let revisions: Vec<Option<String>> = self
            .0
            .iter()
            .map(|text| text.as_ref().map(|text| text.revision.clone()))
            .collect();
        for text in self.0.iter_mut().flatten() {
            let Some(translation) = &text.translation else {
                continue;
            };
            let Some(current) = &revisions[translation.of.0] else {
                continue;
            };
            if translation.revision.as_ref() == Some(current) {
                continue;
            }
            text.stale = true;
            let of = config.language(translation.of).tag.as_str();
            let Some(source) = sources.reread(&text.file) else {
                continue;
            };
            let message = match &translation.revision {
                Some(old) => format!(
                    "the text was translated from revision {old}; `{of}.md` is now at {current}"
                ),
                None => format!("the text does not say which revision of `{of}.md` it translates"),
            };
            source.reader(out).report(
                Code::StaleTranslation,
                &translation.span,
                message,
                format!("Compare it with `{of}.md`, mend the translation, then write `revision: {current}`."),
            );
        }
    }
}

/// Gives a source again, for the few diagnostics that arise after it was read.
pub trait SourceText {
    /// The file's text, when it still can be read.
    fn reread(&mut self, file: &SourcePath) -> Option<Source>;
}

impl<W> Text<W> {
    /// Reads a text file: its front matter by `read_words`, its Markdown, its translation record.
    pub fn read(
        source: &Source,
        language: LanguageIndex,
        config: &Config,
        diagnostics: &mut Diagnostics,
        read_words: impl FnOnce(&mut Fields<'_>, &mut Reader<'_>) -> W,
    ) -> Option<Self> {
        let (yaml, body) = match source.front_matter() {
            Ok(parts) => parts,
            Err(problem) => {
                diagnostics.push(*problem);
                return None;
            }
        };
        let root = source.yaml_in(yaml, diagnostics)?;
        let mut reader = source.reader(diagnostics);
        let mut fields = reader.fields(&root)?;
        let words = read_words(&mut fields, &mut reader);
        let translation = read_translation(&mut fields, language, config, &mut reader);
        fields.finish(&mut reader);
        let markdown = markdown::Source {
            file: &source.file,
            text: &source.text,
            body,
        };
        let options = markdown::Options {
            smart_punctuation: config.language(language).tag.as_str().split('-').next()
                == Some("en"),
        };
        let body = markdown::compile(&markdown, &options, diagnostics);
        Some(Self {
            file: source.file.clone(),
            words,
            body,
            revision: source.revision(),
            translation,
            stale: false,
        })
    }

    /// Whether no native reader has checked the text.
    pub fn is_draft(&self) -> bool {
        self.translation
            .as_ref()
            .is_some_and(|translation| translation.status == Status::Draft)
    }
}

fn read_translation(
    fields: &mut Fields<'_>,
    language: LanguageIndex,
    config: &Config,
    reader: &mut Reader<'_>,
) -> Option<Translation> {
    let node = fields.optional("translation");
    if language == LanguageIndex::SOURCE {
        if let Some(node) = node {
            reader.report(
                Code::UnknownKey,
                &node.span,
                "a text in the source language translates nothing",
                "Remove `translation`.",
            );
        }
        return None;
    }
    let Some(node) = node else {
        let start = fields.span().start;
        reader.report(
            Code::NoTranslationRecord,
            &(start..start),
            "the text does not say what it translates",
            "Add `translation: {of: en, revision: …, status: draft}`; `redlist check` names the revision.",
        );
        return Some(Translation {
            of: LanguageIndex::SOURCE,
            revision: None,
            status: Status::Draft,
            by: None,
            span: start..start,
        });
    };
    let mut fields = reader.fields(node)?;
    let of = fields.required("of", reader);
    let of = of.and_then(|node| {
        let tag = reader.text(node)?;
        let found = config.find_language(&tag);
        if found.is_none() {
            let names = config
                .languages
                .iter()
                .map(|language| language.tag.as_str());
            let message = format!("the site has no language `{tag}`");
            reader.report(
                Code::UnknownLanguage,
                &node.span,
                message,
                one_of(&tag, names),
            );
        }
        found
    });
    let revision_node = fields.required("revision", reader);
    let revision = revision_node.and_then(|node| reader.text(node));
    let status = fields.required("status", reader);
    let status = status.and_then(|node| {
        reader.choice(
            node,
            &[("draft", Status::Draft), ("reviewed", Status::Reviewed)],
        )
    });
    let by = fields.text("by", reader);
    fields.finish(reader);
    Some(Translation {
        of: of.unwrap_or(LanguageIndex::SOURCE),
        revision,
        status: status.unwrap_or(Status::Draft),
        by,
        span: revision_node.map_or_else(|| node.span.clone(), |node| node.span.clone()),
    })
}

/// Reads the words of the given pictures, one group per file name.
pub fn read_picture_words(
    fields: &mut Fields<'_>,
    pictures: &[Picture],
    reader: &mut Reader<'_>,
) -> Vec<PictureWords> {
    let node = fields.optional("pictures");
    let mut words = vec![PictureWords::default(); pictures.len()];
    let mut found = vec![false; pictures.len()];
    for (key, node) in node.map(|node| reader.entries(node)).unwrap_or(&[]) {
        let Some(at) = pictures.iter().position(|picture| picture.file == key.name) else {
            let names = pictures.iter().map(|picture| picture.file.as_str());
            let message = format!("the facts name no picture `{}`", key.name);
            let cure = one_of(&key.name, names);
            reader.report(Code::UnknownPicture, &key.span, message, cure);
            continue;
        };
        found[at] = true;
        let Some(mut fields) = reader.fields(node) else {
            continue;
        };
        words[at] = PictureWords {
            alt: match fields.optional("alt") {
                Some(node) => reader.text(node).unwrap_or_default(),
                None => {
                    no_alt(&key.name, &key.span, reader);
                    String::new()
                }
            },
            caption: fields.text("caption", reader),
        };
        fields.finish(reader);
    }
    let start = fields.span().start;
    for (picture, found) in pictures.iter().zip(found) {
        if !found {
            no_alt(&picture.file, &(start..start), reader);
        }
    }
    words
}

fn no_alt(file: &str, span: &Range<usize>, reader: &mut Reader<'_>) {
    reader.report(
        Code::NoAltText,
        span,
        format!("the picture `{file}` has no text alternative in this language"),
        format!("Add under `pictures:` a line `{file}: {{alt: \"…\"}}` that says what a reader would see."),
    );
}
