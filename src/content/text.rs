//! One text per language, and how a translation stands to its source.

use std::ops::Range;
use std::sync::Arc;

use crate::config::{Config, Language, LanguageIndex};
use crate::content::named::Named;
use crate::content::picture::{Picture, PictureWords};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::markdown::{self, Body};
use crate::source::Source;
use crate::yaml::{Fields, Key, Node, Reader, closest, one_of};

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
    record: Record,
    /// Where the revision stands, or should stand.
    place: Place,
}

/// How much a translation says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Record {
    /// What it translates, and which revision of it.
    Whole,
    /// Everything but the revision.
    NoRevision,
    /// Nothing.
    Nothing,
    /// Something that could not be read, which has been reported.
    Unread,
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
    /// How many bytes the file has.
    pub size: usize,
    /// The revision of this file; `None` when its front matter could not be read.
    pub revision: Option<String>,
    /// `None` for a text in the source language.
    pub translation: Option<Translation>,
    /// Whether the source has moved on since the translation was made.
    pub stale: bool,
}

/// The words of one thing in all languages that have them. Cheap to clone.
#[derive(Debug)]
pub struct Texts<W> {
    texts: Vec<Option<Arc<Text<W>>>>,
    /// The size of each, side by side: they are summed up whenever anything changes.
    sizes: Vec<usize>,
    /// The languages whose text is there, but could not be read.
    unread: Vec<LanguageIndex>,
}

impl<W> Clone for Texts<W> {
    fn clone(&self) -> Self {
        Self {
            texts: self.texts.clone(),
            sizes: self.sizes.clone(),
            unread: self.unread.clone(),
        }
    }
}

impl<W> Texts<W> {
    /// No text, in a site with so many languages.
    pub fn new(languages: usize) -> Self {
        Self {
            texts: (0..languages).map(|_| None).collect(),
            sizes: vec![0; languages],
            unread: Vec::new(),
        }
    }

    /// Sets the text of a language.
    pub fn set(&mut self, language: LanguageIndex, text: Text<W>) {
        self.sizes[language.0] = text.size;
        self.texts[language.0] = Some(Arc::new(text));
    }

    /// Notes that the text of a language is there, but could not be read.
    pub fn mark_unread(&mut self, language: LanguageIndex) {
        self.unread.push(language);
    }

    /// The languages whose text is there, but could not be read.
    pub fn unread(&self) -> &[LanguageIndex] {
        &self.unread
    }

    /// The text in exactly this language.
    pub fn get(&self, language: LanguageIndex) -> Option<&Text<W>> {
        self.texts[language.0].as_deref()
    }

    /// How many bytes the file of each language has, by its index; 0 where there is none.
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// The text a reader of this language gets, and the language it is in.
    pub fn resolve(&self, language: &Language) -> Option<(LanguageIndex, &Text<W>)> {
        language
            .chain
            .iter()
            .find_map(|index| self.get(*index).map(|text| (*index, text)))
    }

    /// The Markdown that a reader of this language gets. Nothing when it is not known, because its
    /// file is missing or could not be read; that has been reported.
    pub fn body(&self, language: &Language) -> Option<&Body> {
        let (found, text) = self.resolve(language)?;
        let mut before = language.chain.iter().take_while(|index| **index != found);
        match before.any(|index| self.unread.contains(index)) {
            true => None,
            false => Some(&text.body),
        }
    }

    /// All texts with their languages.
    pub fn iter(&self) -> impl Iterator<Item = (LanguageIndex, &Text<W>)> {
        (0..)
            .map(LanguageIndex)
            .zip(&self.texts)
            .filter_map(|(index, text)| Some((index, text.as_deref()?)))
    }

    /// Marks the translations whose source has moved on, and reports them.
    pub fn mark_stale(&mut self, config: &Config, out: &mut Diagnostics) {
        let revisions: Vec<Option<String>> = self
            .texts
            .iter()
            .map(|text| text.as_ref().and_then(|text| text.revision.clone()))
            .collect();
        // Nobody else holds a text yet: it has only just been read.
        for text in self.texts.iter_mut().flatten().filter_map(Arc::get_mut) {
            let Some(translation) = &text.translation else {
                continue;
            };
            let Some(current) = &revisions[translation.of.0] else {
                continue;
            };
            let of = config.language(translation.of).tag.as_str();
            if let Some(problem) = translation.compare(of, current) {
                text.stale = true;
                out.push(problem);
            }
        }
    }
}

impl Translation {
    /// Compares what was translated with the current revision of the text in the language `of`.
    fn compare(&self, of: &str, current: &str) -> Option<Diagnostic> {
        let told = |code, message: String, cure: String| {
            Some(Diagnostic::at(code, self.place.clone(), message).cure(cure))
        };
        match (self.record, &self.revision) {
            (Record::Unread, _) | (Record::Whole, None) => None,
            (Record::Whole, Some(revision)) if revision == current => None,
            (Record::Whole, Some(revision)) => told(
                Code::StaleTranslation,
                format!(
                    "the text was translated from revision {revision}; `{of}.md` is now at {current}"
                ),
                format!(
                    "Compare it with `{of}.md`, mend the translation, then write `revision: {current}`."
                ),
            ),
            (Record::NoRevision, _) => told(
                Code::NoTranslationRecord,
                format!("the text does not say which revision of `{of}.md` it translates"),
                format!("Compare it with `{of}.md`, then add `revision: {current}`."),
            ),
            (Record::Nothing, _) => told(
                Code::NoTranslationRecord,
                "the text does not say what it translates".to_owned(),
                format!(
                    "Compare it with `{of}.md`, then add a line `translation: {{of: {of}, revision: {current}, status: draft}}`."
                ),
            ),
        }
    }
}

impl<W> Text<W> {
    /// Reads a text file: its front matter by `read_words`, its Markdown, its translation record.
    /// Broken YAML does not keep the Markdown from being read.
    pub fn read(
        source: &Source,
        language: LanguageIndex,
        config: &Config,
        diagnostics: &mut Diagnostics,
        read_words: &mut dyn FnMut(&mut Fields<'_>, &mut Reader<'_>) -> W,
    ) -> Option<Self> {
        let (yaml, body) = match source.front_matter() {
            Ok(parts) => parts,
            Err(problem) => {
                diagnostics.push(*problem);
                return None;
            }
        };
        let root = source.yaml_in(yaml, diagnostics);
        let mut reader = source.reader(diagnostics);
        let fields = root.as_ref().and_then(|root| reader.fields(root));
        let is_read = fields.is_some();
        let (words, translation) = match fields {
            Some(mut fields) => {
                let words = read_words(&mut fields, &mut reader);
                let translation = read_translation(&mut fields, language, config, &mut reader);
                let misspelt = fields.finish(&mut reader);
                let told = !misspelt.contains(&"translation");
                (words, translation.filter(|_| told))
            }
            None => (no_words(source, read_words), None),
        };
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
            size: source.text.len(),
            revision: is_read.then(|| source.revision()),
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

/// The words of front matter that could not be read. What they lack is not worth a word.
fn no_words<W>(
    source: &Source,
    read_words: &mut dyn FnMut(&mut Fields<'_>, &mut Reader<'_>) -> W,
) -> W {
    let mut unheard = Diagnostics::new();
    let mut fields = Fields::none();
    read_words(&mut fields, &mut source.reader(&mut unheard))
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
        return Some(Translation {
            of: LanguageIndex::SOURCE,
            revision: None,
            status: Status::Draft,
            by: None,
            record: Record::Nothing,
            place: reader.place(&(start..start)),
        });
    };
    let example = "{of: en, revision: 5e1c09d2, status: draft}";
    let mut fields = reader.fields_like(node, example)?;
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
        if found == Some(language) {
            let message = "a text cannot be the translation of itself";
            let cure = "Name the language that it was translated from.";
            reader.report(Code::WrongValue, &node.span, message, cure);
        }
        found.filter(|found| *found != language)
    });
    let revision_node = fields.optional("revision");
    let revision = revision_node.and_then(|node| reader.text(node));
    let status = fields.required("status", reader);
    let status = status.and_then(|node| {
        reader.choice(
            node,
            &[("draft", Status::Draft), ("reviewed", Status::Reviewed)],
        )
    });
    let by = fields.text("by", reader);
    let misspelt = fields.finish(reader);
    let record = match (of, revision_node) {
        (None, _) => Record::Unread,
        (_, Some(_)) => Record::Whole,
        (_, None) if misspelt.contains(&"revision") => Record::Unread,
        (_, None) => Record::NoRevision,
    };
    Some(Translation {
        of: of.unwrap_or(LanguageIndex::SOURCE),
        revision,
        status: status.unwrap_or(Status::Draft),
        by,
        record,
        place: reader.place(&revision_node.unwrap_or(node).span),
    })
}

/// Reads the words of the given pictures, one group per file name.
pub fn read_picture_words(
    fields: &mut Fields<'_>,
    pictures: &Named<Picture>,
    reader: &mut Reader<'_>,
) -> Vec<PictureWords> {
    let names = || pictures.iter().map(|picture| picture.file.as_str());
    let node = fields.optional("pictures");
    let mut words = vec![PictureWords::default(); pictures.len()];
    let mut wordless: Vec<&str> = names().collect();
    for (key, node) in node.map(|node| reader.entries(node)).unwrap_or(&[]) {
        let at = names().position(|name| name == key.name);
        if at.is_none() && pictures.is_complete() {
            let message = format!("the facts name no picture `{}`", key.name);
            let cure = one_of(&key.name, names());
            reader.report(Code::UnknownPicture, &key.span, message, cure);
        }
        let meant = match at {
            Some(_) => Some(key.name.as_str()),
            None => closest(&key.name, names()),
        };
        wordless.retain(|name| Some(*name) != meant);
        let found = read_words(key, node, reader);
        if let Some((at, found)) = at.zip(found) {
            words[at] = found;
        }
    }
    let start = fields.span().start;
    let span = node.map_or(start..start, |node| node.span.clone());
    for name in wordless {
        no_alt(name, &span, reader);
    }
    words
}

fn read_words(key: &Key, node: &Node, reader: &mut Reader<'_>) -> Option<PictureWords> {
    let mut fields = reader.fields_like(node, "{alt: A tablet seen from the front}")?;
    let alt = fields.optional("alt");
    let caption = fields.text("caption", reader);
    let misspelt = fields.finish(reader);
    let alt = match alt {
        None if misspelt.contains(&"alt") => None,
        None => {
            no_alt(&key.name, &key.span, reader);
            None
        }
        Some(node) if node.value.is_empty() => {
            no_alt(&key.name, &node.span, reader);
            None
        }
        Some(node) => reader.text(node),
    };
    Some(PictureWords {
        alt: alt.unwrap_or_default(),
        caption,
    })
}

fn no_alt(file: &str, span: &Range<usize>, reader: &mut Reader<'_>) {
    reader.report(
        Code::NoAltText,
        span,
        format!("the picture `{file}` has no text alternative in this language"),
        format!("Add under `pictures:` a line `{file}: {{alt: \"…\"}}` that says what a reader would see."),
    );
}
