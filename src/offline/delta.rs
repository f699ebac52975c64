//! A delta: a zip with the files that changed since an edition, for a slow line, and how it is put
//! onto a stick. Every page names the edition, so that with a new one every page has changed; what
//! pages have in common is packed once (see [`super::packs`]).

use std::collections::BTreeSet;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::bundle::{Notes, is_note};
use super::container::{self, Container, Standing};
use super::error::OfflineError;
use super::key::PublicKey;
use super::manifest::{FileRecord, Manifest};
use super::recording::{hex, record};
use super::stick::{LARGEST_MANIFEST, read_manifest, write_folder};
use super::{DELTA, DELTA_SIGNATURE, MANIFEST, SIGNATURE};
use crate::output::{OutputPath, Sink, Summary};
use sha2::{Digest, Sha256};

const FORMAT: &str = "redlist-delta 3";

/// What stands in `delta.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delta {
    /// Names the format and its version.
    pub format: String,
    /// The name of the edition that it starts from.
    pub from_edition: String,
    /// The day of the edition that it starts from.
    pub from_date: String,
    /// The SHA-256 of the manifest that it starts from.
    pub from_manifest: String,
    /// The files that it carries, sorted by path.
    pub carries: Vec<String>,
    /// Files that the new edition no longer has.
    pub remove: Vec<String>,
}

impl Delta {
    /// What leads from an old manifest to a new one, and the files to carry.
    pub fn new(old: &Manifest, old_bytes: &[u8], new: &Manifest) -> (Self, Vec<FileRecord>) {
        let kept = |file: &&FileRecord| old.file(&file.path).is_none_or(|was| was != *file);
        let changed = new.files.iter().filter(kept);
        let gone = old
            .files
            .iter()
            .filter(|file| new.file(&file.path).is_none());
        let changed: Vec<FileRecord> = changed.cloned().collect();
        let delta = Self {
            carries: changed.iter().map(|file| file.path.clone()).collect(),
            format: FORMAT.to_owned(),
            from_edition: old.edition.clone(),
            from_date: old.date.clone(),
            from_manifest: hex(&Sha256::digest(old_bytes)),
            remove: gone.map(|file| file.path.clone()).collect(),
        };
        (delta, changed)
    }

    /// The text of `delta.json`.
    pub fn to_text(&self) -> String {
        // Only a map with keys that are no texts could fail, and there is none.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// `2026.1 of 2026-11-24`, the edition that it starts from.
    pub fn from(&self) -> String {
        format!("{} of {}", self.from_edition, self.from_date)
    }

    /// Reads `delta.json`. The message goes on a sentence that starts with the file.
    ///
    /// # Errors
    /// When it is damaged, or of another version.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let delta: Self =
            serde_json::from_slice(bytes).map_err(|error| format!("it is damaged: {error}"))?;
        match delta.format == FORMAT {
            true => Ok(delta),
            false => Err("it is of a version that this redlist does not know".to_owned()),
        }
    }
}

/// What became of a stick.
#[derive(Clone, Debug)]
pub struct Applied {
    /// How many files were written, kept and removed.
    pub summary: Summary,
    /// The edition that the stick holds now.
    pub manifest: Manifest,
    /// Whether its signature was checked.
    pub checked: bool,
    /// The edition that the stick held before, when that was a newer one.
    pub was_newer: Option<String>,
}

/// Puts a delta onto a stick. First it is made sure that the new edition will be whole: what the
/// delta does not carry must stand on the stick, unaltered.
///
/// A file is removed only when the stick's own notes say that it is ours; what a delta names is
/// not enough.
///
/// # Errors
/// When the delta is damaged or not signed with the key, or when the stick holds another edition.
pub fn apply(
    delta_path: &Path,
    dest: &Path,
    key: Option<&PublicKey>,
) -> Result<Applied, OfflineError> {
    let source = Source::open(delta_path, key)?;
    let before = read_manifest(dest);
    let was_newer = before.filter(|before| before.date > source.manifest.date);
    let stick = Container::Folder(dest.to_owned());
    let lacking: Vec<OutputPath> = source
        .manifest
        .files
        .iter()
        .filter(|file| !source.carries.contains(&file.path))
        .filter(|file| !holds(&stick, file))
        .filter_map(|file| OutputPath::new(&file.path).ok())
        .collect();
    if !lacking.is_empty() {
        return Err(OfflineError::Base {
            dest: dest.to_owned(),
            from: source.delta.from(),
            lacking,
        });
    }
    let notes = source.notes.clone();
    let site: Vec<OutputPath> = source
        .manifest
        .paths()
        .filter(|path| !is_note(path.as_str()))
        .collect();
    let signed = notes.files.len() == 3;
    let (summary, notes) = write_folder(
        dest,
        &site,
        signed,
        |sink: &dyn Sink| -> Result<(), OfflineError> {
            for path in &site {
                sink.put(path, &source.bytes(&stick, dest, path.as_str())?)?;
            }
            Ok(())
        },
        |_, _| Ok(notes),
    )?;
    Ok(Applied {
        summary,
        manifest: notes.manifest,
        checked: key.is_some(),
        was_newer: was_newer.map(|before| before.edition_and_date()),
    })
}

/// Whether a file stands there as it is recorded.
pub(super) fn holds(container: &Container, file: &FileRecord) -> bool {
    let hash = container.hash(&file.path, file.size);
    hash.is_ok_and(|hash| hash == file.sha256)
}

/// A delta that has been read and checked.
struct Source<'a> {
    path: &'a Path,
    zip: Container,
    delta: Delta,
    manifest: Manifest,
    notes: Notes,
    carries: BTreeSet<String>,
}

impl<'a> Source<'a> {
    fn open(path: &'a Path, key: Option<&PublicKey>) -> Result<Self, OfflineError> {
        let spoilt = |why: String| OfflineError::Zip {
            path: path.to_owned(),
            why,
        };
        let zip = container::open(path)?
            .filter(|container| matches!(container, Container::Zip(..)))
            .ok_or_else(|| spoilt("it is no zip".to_owned()))?;
        zip.one_meaning().map_err(|why| spoilt(why.to_owned()))?;
        let names = zip.names().map_err(|error| spoilt(error.to_string()))?;
        let read = |name: &str| {
            zip.read(name, LARGEST_MANIFEST)
                .map_err(|error| spoilt(format!("{name}: {error}")))
        };
        if !names.contains_key(DELTA) {
            return Err(spoilt(
                "it holds no delta.json, so it is no delta".to_owned(),
            ));
        }
        let told = read(DELTA)?;
        let delta = Delta::parse(&told).map_err(spoilt)?;
        let text = read(MANIFEST)?;
        let untrusted = |why: String| OfflineError::Untrusted {
            path: path.to_owned(),
            why,
        };
        let signature = match names.contains_key(SIGNATURE) {
            true => Some(String::from_utf8_lossy(&read(SIGNATURE)?).into_owned()),
            false => None,
        };
        if let Some(key) = key {
            let signature = signature
                .as_deref()
                .ok_or_else(|| untrusted("its manifest is not signed".to_owned()))?;
            key.verify(signature, &text)
                .map_err(|why| untrusted(format!("the signature of its manifest {why}")))?;
            let signature = read(DELTA_SIGNATURE)
                .map_err(|_| untrusted("what it says of itself is not signed".to_owned()))?;
            key.verify(&String::from_utf8_lossy(&signature), &told)
                .map_err(|why| untrusted(format!("the signature of its delta.json {why}")))?;
        }
        let manifest = Manifest::parse(&text).map_err(|why| OfflineError::Manifest {
            path: path.join(MANIFEST),
            why,
        })?;
        let mut carries = BTreeSet::new();
        for name in &delta.carries {
            let right = match (names.get(name), manifest.file(name)) {
                (Some(Standing::File(_)), Some(file)) => holds(&zip, file),
                _ => false,
            };
            if !right {
                return Err(untrusted(format!("{name} in it is missing or was altered")));
            }
            carries.insert(name.clone());
        }
        let mut notes = Vec::new();
        for name in Notes::paths(signature.is_some())? {
            notes.push((name.clone(), read(name.as_str())?));
        }
        let notes = Notes {
            manifest: manifest.clone(),
            files: notes,
        };
        // The sums are named by the manifest; the two others are the manifest and its signature.
        for record in notes.records().take(1) {
            if manifest.file(&record.path) != Some(&record) {
                return Err(untrusted(format!("{} in it was altered", record.path)));
            }
        }
        Ok(Self {
            path,
            zip,
            delta,
            manifest,
            notes,
            carries,
        })
    }

    /// A file of the new edition, from the delta or from the stick.
    fn bytes(&self, stick: &Container, dest: &Path, name: &str) -> Result<Vec<u8>, OfflineError> {
        let (container, path) = match self.carries.contains(name) {
            true => (&self.zip, self.path.join(name)),
            false => (stick, dest.join(name)),
        };
        let size = self.manifest.file(name).map_or(0, |file| file.size);
        let bytes = container
            .read(name, size)
            .map_err(OfflineError::read(&path))?;
        // It was right a moment ago; a stick that changes under our hands is no base.
        match self.manifest.file(name) == Some(&record(name, &bytes)) {
            true => Ok(bytes),
            false => Err(OfflineError::ReadBack { path }),
        }
    }
}
