//! What a bundle carries besides the site: the list of sums, the manifest and its signature.

use super::error::OfflineError;
use super::key::SecretKey;
use super::manifest::{FileRecord, Manifest, ManifestList, ManifestPublisher};
use super::recording::record;
use super::{MANIFEST, SIGNATURE, SUMS};
use crate::catalogue::Catalogue;
use crate::output::OutputPath;

/// What a manifest says of an edition, besides its files.
#[derive(Clone, Debug)]
pub struct About {
    manifest: Manifest,
}

impl About {
    /// Says what a site is.
    pub fn new(catalogue: &Catalogue) -> Self {
        let config = &catalogue.config;
        let languages = config.published_languages();
        Self {
            manifest: Manifest {
                format: Manifest::format(),
                tool: concat!("redlist ", env!("CARGO_PKG_VERSION")).to_owned(),
                title: config.title.clone(),
                edition: config.edition.name.clone(),
                date: config.edition.date.to_string(),
                valid_until: config.edition.valid_until.map(|date| date.to_string()),
                publisher: ManifestPublisher {
                    name: config.publisher.name.clone(),
                    url: config.publisher.url.clone(),
                },
                languages: languages
                    .map(|index| config.language(index).tag.to_string())
                    .collect(),
                lists: catalogue
                    .lists
                    .iter()
                    .map(|list| ManifestList {
                        id: list.id.to_string(),
                        edition: list.facts.edition.name.clone(),
                        date: list.facts.edition.date.to_string(),
                    })
                    .collect(),
                files: Vec::new(),
            },
        }
    }

    /// The manifest, as yet without files.
    pub fn manifest(&self) -> Manifest {
        self.manifest.clone()
    }

    /// What a signature says besides, for people who check it with the stock tool.
    pub fn comment(&self, file: &str) -> String {
        comment(&self.manifest, file)
    }
}

fn comment(manifest: &Manifest, file: &str) -> String {
    let until = manifest.valid_until.as_deref().unwrap_or("-");
    // One line: a comment ends where its line ends.
    let edition: String = manifest
        .edition
        .chars()
        .filter(|c| !c.is_control())
        .collect();
    format!(
        "date:{}\tvalid-until:{until}\tfile:{file}\tedition:{edition}",
        manifest.date
    )
}

/// The files that stand beside the site.
#[derive(Clone, Debug)]
pub struct Notes {
    /// The manifest.
    pub manifest: Manifest,
    /// The files, in the order in which they are to be written: whoever finds the last one finds
    /// all others.
    pub files: Vec<(OutputPath, Vec<u8>)>,
}

/// A manifest with its signature, as they stand on a stick.
pub type Signed = (Vec<u8>, String);

impl Notes {
    /// Where the notes stand, in the order in which they are written.
    ///
    /// # Errors
    /// Never: the names are fixed, and a test makes them.
    pub fn paths(signed: bool) -> Result<Vec<OutputPath>, OfflineError> {
        let names = [SUMS, MANIFEST, SIGNATURE];
        let count = if signed { 3 } else { 2 };
        names[..count].iter().map(|name| path(name)).collect()
    }

    /// Writes the notes for the files of a site. A signature that is there already and still fits
    /// stays, so that a stick on which nothing changed is not touched.
    ///
    /// # Errors
    /// When the key cannot sign.
    pub fn new(
        about: &About,
        mut files: Vec<FileRecord>,
        key: Option<&SecretKey>,
        standing: Option<&Signed>,
    ) -> Result<Self, OfflineError> {
        let sums = sums(&files);
        files.push(record(SUMS, sums.as_bytes()));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let manifest = Manifest {
            files,
            ..about.manifest.clone()
        };
        let text = manifest.to_text().into_bytes();
        let mut notes = vec![(path(SUMS)?, sums.into_bytes())];
        let signature = key.map(|key| signature(key, &manifest, &text, standing));
        notes.push((path(MANIFEST)?, text));
        if let Some(signature) = signature {
            notes.push((path(SIGNATURE)?, signature?.into_bytes()));
        }
        Ok(Self {
            manifest,
            files: notes,
        })
    }

    /// The records of everything, each once: the files of the manifest, of which the list of sums is
    /// one, the manifest and its signature.
    pub fn all_records(&self) -> Vec<FileRecord> {
        let files = self.manifest.files.iter().cloned();
        let notes = self.records().filter(|note| note.path != SUMS);
        files.chain(notes).collect()
    }

    /// The records of the notes themselves.
    pub fn records(&self) -> impl Iterator<Item = FileRecord> {
        let files = self.files.iter();
        files.map(|(path, bytes)| record(path.as_str(), bytes))
    }
}

fn signature(
    key: &SecretKey,
    manifest: &Manifest,
    text: &[u8],
    standing: Option<&Signed>,
) -> Result<String, OfflineError> {
    let refused = |why| OfflineError::Key {
        path: "--sign".into(),
        why,
    };
    let comment = comment(manifest, MANIFEST);
    if let Some((_, signature)) = standing.filter(|(old, _)| old == text) {
        let public = key.public().map_err(refused)?;
        if public.verify(signature, text).as_ref() == Ok(&comment) {
            return Ok(signature.clone());
        }
    }
    key.sign(text, &comment).map_err(refused)
}

fn path(name: &str) -> Result<OutputPath, OfflineError> {
    OutputPath::new(name).map_err(|problem| OfflineError::Name {
        name: name.to_owned(),
        problem,
    })
}

/// What `sha256sum -c` reads: a hash, two spaces, a name.
fn sums(files: &[FileRecord]) -> String {
    let lines = files
        .iter()
        .map(|file| format!("{}  {}\n", file.sha256, file.path));
    lines.collect()
}

/// Whether a name is that of a note rather than of the site.
pub fn is_note(name: &str) -> bool {
    [SUMS, MANIFEST, SIGNATURE].contains(&name)
}
