//! Loads the Fluent messages: the built-in interface strings, then the site's own.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::builtin;
use crate::config::{Config, LanguageIndex};
use crate::content::{TermKind, Vocabulary};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::language::{Formats, LanguageSetup, Layer, MessageFile, Messages, MessagesBuilder};
use crate::source::{SiteFolder, Source};

use super::{folder, tree};

/// The Fluent files that were read, so that those which stay the same need not be understood again.
#[derive(Default)]
pub struct MessageFiles(HashMap<SourcePath, Arc<MessageFile>>);

impl MessageFiles {
    /// Reads files, and forgets all others.
    fn read(&mut self, texts: Vec<(SourcePath, &str)>) -> Vec<Arc<MessageFile>> {
        let known = std::mem::take(&mut self.0);
        let files: Vec<(SourcePath, Arc<MessageFile>)> = texts
            .into_par_iter()
            .map(|(file, text)| {
                let same = known.get(&file).filter(|known| known.text() == text);
                let read = || Arc::new(MessageFile::read(file.clone(), text));
                let read = same.map_or_else(read, Arc::clone);
                (file, read)
            })
            .collect();
        self.0 = files.iter().cloned().collect();
        files.into_iter().map(|(_, file)| file).collect()
    }
}

/// Loads all messages and checks that every term of the vocabulary has its label.
pub fn load(
    site: &SiteFolder,
    config: &Config,
    formats: &[Arc<Formats>],
    vocabulary: &Vocabulary,
    files: &mut MessageFiles,
    diagnostics: &mut Diagnostics,
) -> Messages {
    let setups: Vec<LanguageSetup> = config
        .languages
        .iter()
        .zip(formats)
        .map(|(language, formats)| LanguageSetup {
            tag: language.tag.clone(),
            formats: Arc::clone(formats),
            chain: language.chain.iter().map(|index| index.0).collect(),
        })
        .collect();
    let mut builder = MessagesBuilder::new(&setups);
    let mut embedded = Vec::new();
    for language in config.language_indices() {
        let tag = config.language(language).tag.as_str();
        let texts = builtin::messages(tag);
        embedded.extend(texts.map(|(name, text)| (language, SourcePath::new(name), text)));
    }
    let (own, unread) = own_files(site, config, diagnostics);
    for language in unread {
        builder.mark_unread(language.0);
    }
    let own = own.iter();
    let own = own.map(|(language, source)| (*language, source.file.clone(), source.text.as_str()));
    let (places, texts): (Vec<_>, Vec<_>) = embedded
        .into_iter()
        .map(|(language, file, text)| ((language, Layer::Embedded), (file, text)))
        .chain(own.map(|(language, file, text)| ((language, Layer::Site), (file, text))))
        .unzip();
    for ((language, layer), file) in places.into_iter().zip(files.read(texts)) {
        builder.add(language.0, layer, &file, diagnostics);
    }
    let messages = builder.finish(diagnostics);
    check_labels(vocabulary, &messages, diagnostics);
    messages
}

/// The files of the site with their languages, and the languages that have one which cannot be
/// read.
fn own_files(
    site: &SiteFolder,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> (Vec<(LanguageIndex, Source)>, Vec<LanguageIndex>) {
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    let root = tree::walk(site, "i18n", diagnostics);
    for name in &root.files {
        diagnostics.push(folder::stray(
            &root.file(name),
            "Put it into the folder of its language.",
        ));
    }
    for (tag, inner) in &root.folders {
        let Some(language) = config.find_language(tag) else {
            // A tool's own repository or a shared folder may hold more languages than one site.
            if !builtin::has_language(tag) {
                diagnostics.push(unknown_language(&root.file(tag), tag, config));
            }
            continue;
        };
        folder::report_folders(inner, diagnostics);
        for name in &inner.files {
            if !name.ends_with(".ftl") {
                diagnostics.push(folder::stray(
                    &inner.file(name),
                    "Messages stand in files that end in .ftl.",
                ));
                continue;
            }
            match site.read_or_report(&inner.file(name), diagnostics) {
                Some(source) => files.push((language, source)),
                None => unread.push(language),
            }
        }
    }
    (files, unread)
}

fn unknown_language(folder: &SourcePath, tag: &str, config: &Config) -> Diagnostic {
    let languages = config.languages.iter();
    let tags: Vec<&str> = languages.map(|language| language.tag.as_str()).collect();
    let message = format!("the site has no language `{tag}`, so this folder is not used");
    Diagnostic::at(Code::UnknownLanguage, Place::file(folder), message).cure(format!(
        "Name the folder after one of {}, or add `{tag}` to `languages` in redlist.yaml.",
        tags.join(", ")
    ))
}

/// A term without a label would leave a hole in every page that names it.
fn check_labels(vocabulary: &Vocabulary, messages: &Messages, diagnostics: &mut Diagnostics) {
    for kind in TermKind::ALL {
        for term in vocabulary.terms(kind) {
            let key = term.label_key(kind);
            if messages.has(0, &key) || messages.is_broken(0, &key) {
                continue;
            }
            let message = format!("the term `{}` has no label in the source language", term.id);
            diagnostics.push(
                Diagnostic::at(Code::MissingMessage, term.place.clone(), message).cure(format!(
                    "Add `{key} = …` to i18n/<language>/vocabulary.ftl for every language."
                )),
            );
        }
    }
}
