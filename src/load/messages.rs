//! Loads the Fluent messages: the built-in interface strings, then the site's own.

use crate::builtin;
use crate::config::Config;
use crate::content::{TermKind, Vocabulary};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::language::{LanguageSetup, Layer, Messages, MessagesBuilder};
use crate::source::SiteFolder;

use super::{folder, tree};

/// Loads all messages and checks that every term of the vocabulary has its label.
pub fn load(
    site: &SiteFolder,
    config: &Config,
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Messages {
    let setups: Vec<LanguageSetup> = config
        .languages
        .iter()
        .map(|language| LanguageSetup {
            tag: language.tag.clone(),
            formats_tag: language.formats.clone(),
            chain: language.chain.iter().map(|index| index.0).collect(),
        })
        .collect();
    let mut builder = MessagesBuilder::new(&setups);
    for language in config.language_indices() {
        let tag = config.language(language).tag.as_str();
        for (name, text) in builtin::messages(tag) {
            let file = SourcePath::new(name);
            builder.add(language.0, Layer::Embedded, file, text, diagnostics);
        }
    }
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
                let languages = config.languages.iter();
                let tags: Vec<&str> = languages.map(|language| language.tag.as_str()).collect();
                diagnostics.push(
                    Diagnostic::at(
                        Code::UnknownLanguage,
                        Place::file(&root.file(tag)),
                        format!("the site has no language `{tag}`, so this folder is not used"),
                    )
                    .cure(format!(
                        "Name the folder after one of {}, or add `{tag}` to `languages` in redlist.yaml.",
                        tags.join(", ")
                    )),
                );
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
            let Some(source) = site.read_or_report(&inner.file(name), diagnostics) else {
                builder.mark_unread(language.0);
                continue;
            };
            builder.add(
                language.0,
                Layer::Site,
                source.file.clone(),
                &source.text,
                diagnostics,
            );
        }
    }
    let messages = builder.finish(diagnostics);
    check_labels(vocabulary, &messages, diagnostics);
    messages
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
