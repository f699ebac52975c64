//! One folder of the content: its facts, its texts in every language, and what does not belong.

use crate::config::{Config, LanguageIndex};
use crate::content::picture::is_picture_name;
use crate::content::{Named, Picture, Text, Texts};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::id::Id;
use crate::source::SiteFolder;
use crate::yaml::{Fields, Node, Reader};

use super::tree::Folder;

/// A folder that holds facts and texts.
pub struct ContentFolder<'a> {
    site: &'a SiteFolder,
    config: &'a Config,
    folder: &'a Folder,
    facts_file: Option<&'static str>,
}

impl<'a> ContentFolder<'a> {
    /// Opens a folder.
    pub fn new(site: &'a SiteFolder, config: &'a Config, folder: &'a Folder) -> Self {
        Self {
            site,
            config,
            folder,
            facts_file: None,
        }
    }

    /// Reads the file of facts.
    pub fn facts<T>(
        &mut self,
        name: &'static str,
        diagnostics: &mut Diagnostics,
        read: impl FnOnce(&Node, &mut Reader<'_>) -> Option<T>,
    ) -> Option<T> {
        self.facts_file = Some(name);
        if !self.folder.has(name) {
            let file = self.folder.file(name);
            diagnostics.push(
                Diagnostic::at(
                    Code::MissingFacts,
                    Place::file(&file),
                    format!("the folder has no `{name}`, the file of its facts"),
                )
                .cure(format!(
                    "Write it, or remove the folder `{}`.",
                    self.folder.path
                )),
            );
            return None;
        }
        let source = self
            .site
            .read_or_report(&self.folder.file(name), diagnostics)?;
        let root = source.yaml(diagnostics)?;
        read(&root, &mut source.reader(diagnostics))
    }

    /// Whether the folder has no text in any language.
    pub fn has_no_text(&self) -> bool {
        let mut languages = self.config.language_indices();
        !languages.any(|language| self.folder.has(&self.text_name(language)))
    }

    /// Reads the text of every language that the folder has one for.
    pub fn texts<W>(
        &self,
        diagnostics: &mut Diagnostics,
        mut read_words: impl FnMut(&mut Fields<'_>, &mut Reader<'_>) -> W,
    ) -> Texts<W> {
        let mut texts = Texts::new(self.config.languages.len());
        for language in self.config.language_indices() {
            let name = self.text_name(language);
            if !self.folder.has(&name) {
                self.report_missing(language, diagnostics);
                continue;
            }
            let file = self.folder.file(&name);
            let source = self.site.read_or_report(&file, diagnostics);
            let text = source.and_then(|source| {
                Text::read(&source, language, self.config, diagnostics, &mut read_words)
            });
            match text {
                Some(text) => texts.set(language, text),
                None => texts.mark_unread(language),
            }
        }
        texts
    }

    fn text_name(&self, language: LanguageIndex) -> String {
        format!("{}.md", self.config.language(language).tag.as_str())
    }

    fn report_missing(&self, language: LanguageIndex, diagnostics: &mut Diagnostics) {
        let name = self.text_name(language);
        let file = self.folder.file(&name);
        if language == LanguageIndex::SOURCE {
            diagnostics.push(
                Diagnostic::at(
                    Code::NoSourceText,
                    Place::file(&file),
                    format!("there is no `{name}`, the text in the source language"),
                )
                .cure("Write it first: the other languages are translated from it."),
            );
            return;
        }
        let source = self.text_name(LanguageIndex::SOURCE);
        diagnostics.push(
            Diagnostic::at(
                Code::MissingTranslation,
                Place::file(&file),
                format!("there is no `{name}` yet; readers get a fallback language"),
            )
            .cure(format!("Copy `{source}` to `{name}` and translate it.")),
        );
    }

    /// Reports the files that are neither facts, nor texts, nor pictures of the facts.
    pub fn report_strays(&self, pictures: &Named<Picture>, diagnostics: &mut Diagnostics) {
        for name in &self.folder.files {
            if Some(name.as_str()) == self.facts_file
                || pictures.iter().any(|picture| picture.file == *name)
            {
                continue;
            }
            let file = self.folder.file(name);
            match name.strip_suffix(".md") {
                Some(tag) if self.config.find_language(tag).is_some() => {}
                Some(tag) => diagnostics.push(self.unknown_language(name, tag)),
                None if is_picture_name(name) && !pictures.is_complete() => {}
                None => diagnostics.push(stray(
                    &file,
                    "Name it in the facts if it is a picture, or move it out of content/.",
                )),
            }
        }
    }

    fn unknown_language(&self, name: &str, tag: &str) -> Diagnostic {
        let languages = self.config.languages.iter();
        let tags: Vec<&str> = languages.map(|language| language.tag.as_str()).collect();
        Diagnostic::at(
            Code::UnknownLanguage,
            Place::file(&self.folder.file(name)),
            format!("the site has no language `{tag}`, so `{name}` is not used"),
        )
        .cure(format!(
            "Name the file after one of {}, or add `{tag}` to `languages` in redlist.yaml.",
            tags.join(", ")
        ))
    }
}

/// Reports the files of a folder in which each thing has a folder of its own.
pub fn report_files(folder: &Folder, diagnostics: &mut Diagnostics) {
    for name in &folder.files {
        diagnostics.push(stray(
            &folder.file(name),
            "Each thing has a folder of its own here.",
        ));
    }
}

/// The ids that the folders in a folder give to things.
#[derive(Default)]
pub struct Names {
    /// The ids, sorted.
    pub ids: Vec<Id>,
    /// The folders whose names are no ids.
    pub refused: Vec<SourcePath>,
}

impl Names {
    /// The names of the folders in a folder; those that are no ids are reported.
    pub fn of(folder: &Folder, diagnostics: &mut Diagnostics) -> Self {
        let mut names = Self::default();
        for name in folder.folders.keys() {
            match Id::new(name) {
                Ok(id) => names.ids.push(id),
                Err(problem) => {
                    let file = folder.file(name);
                    diagnostics.push(
                        Diagnostic::at(
                            Code::BadName,
                            Place::file(&file),
                            format!("the folder `{name}` cannot give an id: {problem}"),
                        )
                        .cure(Id::cure(name)),
                    );
                    names.refused.push(file);
                }
            }
        }
        names
    }
}

/// Reports folders where there should be none.
pub fn report_folders(folder: &Folder, diagnostics: &mut Diagnostics) {
    for name in folder.folders.keys() {
        diagnostics.push(stray(
            &folder.file(name),
            "Nothing is read from folders in here; move its files up.",
        ));
    }
}

/// A file or folder that belongs to nothing.
pub fn stray(file: &SourcePath, cure: &str) -> Diagnostic {
    Diagnostic::at(
        Code::StrayFile,
        Place::file(file),
        format!("`{file}` belongs to nothing and is left out"),
    )
    .cure(cure)
}
