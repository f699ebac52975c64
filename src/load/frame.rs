//! Reading what everything else is read with: the configuration, the vocabulary and the messages.

use std::sync::Arc;

use crate::config::{self, Config};
use crate::content::{TermKind, Vocabulary};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourcePath};
use crate::language::{Formats, Messages};
use crate::source::SiteFolder;

use super::folder;
use super::messages::{self, MessageFiles};
use super::tree::{self, Folder};

/// Reads `redlist.yaml`; `None` when nothing else can be read without it.
pub(super) fn read_config(site: &SiteFolder, diagnostics: &mut Diagnostics) -> Option<Config> {
    let file = SourcePath::new(config::FILE);
    if !site.path(&file).exists() {
        let folder = site.root().display();
        diagnostics.push(
            Diagnostic::new(
                Code::NoSite,
                format!("there is no {} in `{folder}`", config::FILE),
            )
            .cure("Name the site's folder, or make a new site with `redlist init`."),
        );
        return None;
    }
    let source = site.read_or_report(&file, diagnostics)?;
    Config::read(&source, diagnostics)
}

/// Reads all files of the vocabulary.
pub(super) fn read_vocabulary(site: &SiteFolder) -> (Vocabulary, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let folder = tree::walk(site, "content/vocabulary", &mut diagnostics);
    let mut vocabulary = Vocabulary::default();
    for kind in TermKind::ALL {
        let name = format!("{}.yaml", kind.plural());
        if !folder.has(&name) {
            continue;
        }
        let source = site.read_or_report(&folder.file(&name), &mut diagnostics);
        let root = source
            .as_ref()
            .and_then(|source| source.yaml(&mut diagnostics));
        match source.as_ref().zip(root) {
            Some((source, root)) => {
                vocabulary.read(kind, &root, &mut source.reader(&mut diagnostics));
            }
            None => vocabulary.mark_incomplete(kind),
        }
    }
    report_unknown_kinds(&folder, &mut diagnostics);
    (vocabulary, diagnostics)
}

fn report_unknown_kinds(folder: &Folder, diagnostics: &mut Diagnostics) {
    let known = TermKind::ALL.iter();
    let known: Vec<String> = known
        .map(|kind| format!("{}.yaml", kind.plural()))
        .collect();
    for name in folder.files.iter().chain(folder.folders.keys()) {
        if !known.contains(name) {
            let cure = crate::yaml::one_of(name, known.iter().map(String::as_str));
            diagnostics.push(folder::stray(&folder.file(name), &cure));
        }
    }
}

/// Reads the messages of all languages.
pub(super) fn read_messages(
    site: &SiteFolder,
    config: &Config,
    formats: &[Arc<Formats>],
    vocabulary: &Vocabulary,
    files: &mut MessageFiles,
) -> (Messages, Diagnostics) {
    let mut found = Diagnostics::new();
    let messages = messages::load(site, config, formats, vocabulary, files, &mut found);
    (messages, found)
}
