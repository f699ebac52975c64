//! A stick, or any folder, that an offline edition is written onto: among the files of others,
//! read back, the manifest last.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::bundle::{Notes, Signed};
use super::container::Container;
use super::delta::holds;
use super::error::OfflineError;
use super::manifest::{FileRecord, Manifest};
use super::recording::{Recording, hex, record};
use super::{MANIFEST, SIGNATURE};
use crate::output::{FolderSink, OutputError, OutputPath, Sink, Summary};

/// Far above any manifest, far below the memory of any computer.
pub(super) const LARGEST_MANIFEST: u64 = 64 * 1024 * 1024;

/// Writes an edition into a folder.
///
/// `fill` puts every file of `paths` into the sink that it is given; `notes` then makes the notes
/// from the records of those files and from the signed manifest that stands there. Until all is
/// written and read back, nothing that stands there changes; killed at any moment, it can be run
/// again.
///
/// # Errors
/// When the folder cannot be written, or does not keep what is written; whatever `fill` and
/// `notes` say.
pub fn write_folder<E: From<OfflineError>>(
    dest: &Path,
    paths: &[OutputPath],
    signed: bool,
    fill: impl FnOnce(&dyn Sink) -> Result<(), E>,
    notes: impl FnOnce(Vec<FileRecord>, Option<&Signed>) -> Result<Notes, OfflineError>,
) -> Result<(Summary, Notes), E> {
    let mut sink = open(dest, paths)?;
    let last = Notes::paths(signed)?;
    let mut all = paths.to_vec();
    all.extend(last.iter().cloned());
    sink.prepare(&all).map_err(OfflineError::from)?;
    let recording = Recording::new(&sink);
    fill(&recording)?;
    let notes = notes(recording.files(), standing(dest).as_ref())?;
    for (path, bytes) in &notes.files {
        sink.put(path, bytes).map_err(OfflineError::from)?;
    }
    let records = notes.all_records();
    let summary = finish(sink, dest, &records, &last)?;
    Ok((summary, notes))
}

/// Takes a stick. What its manifest names is ours, also where our own notes did not come along, as
/// when it was unpacked from a zip: all that the new edition has, and of what it has no more the
/// files that are as the manifest says. A manifest is only a file, and may name those of others.
fn open(dest: &Path, paths: &[OutputPath]) -> Result<FolderSink, OfflineError> {
    refuse_site(dest)?;
    let mut ours = Vec::new();
    if let Some(manifest) = read_manifest(dest) {
        let new: BTreeSet<&str> = paths.iter().map(OutputPath::as_str).collect();
        let stick = Container::Folder(dest.to_owned());
        let is_ours = |file: &&FileRecord| new.contains(file.path.as_str()) || holds(&stick, file);
        let files = manifest.files.iter().filter(is_ours);
        ours.extend(files.filter_map(|file| OutputPath::new(&file.path).ok()));
        for name in [MANIFEST, SIGNATURE] {
            ours.extend(OutputPath::new(name).ok());
        }
    }
    Ok(FolderSink::open_among_others(dest, ours)?)
}

/// An edition among the sources of a site would be part of the next one.
///
/// # Errors
/// When a folder is a site, or one of the folders that a site is read from.
pub fn refuse_site(dest: &Path) -> Result<(), OfflineError> {
    let real = dest.canonicalize().unwrap_or_else(|_| dest.to_owned());
    let is_site = |folder: &Path| folder.join(crate::config::FILE).is_file();
    let mut within = real.ancestors().zip(real.ancestors().skip(1));
    let is_part = |(folder, above): (&Path, &Path)| {
        let name = folder.file_name().unwrap_or_default();
        is_site(above) && PARTS.iter().any(|part| name == *part)
    };
    match is_site(&real) || within.any(is_part) {
        true => Err(OfflineError::Site {
            path: dest.to_owned(),
        }),
        false => Ok(()),
    }
}

/// The folders that a site is read from.
const PARTS: [&str; 3] = ["content", "i18n", "themes"];

pub(super) fn read_manifest(dest: &Path) -> Option<Manifest> {
    Manifest::parse(&read_note(dest, MANIFEST)?).ok()
}

/// The manifest of a stick with its signature, if both are there.
fn standing(dest: &Path) -> Option<Signed> {
    let signature = String::from_utf8(read_note(dest, SIGNATURE)?).ok()?;
    Some((read_note(dest, MANIFEST)?, signature))
}

fn read_note(dest: &Path, name: &str) -> Option<Vec<u8>> {
    let path = dest.join(name);
    let found = fs::symlink_metadata(&path).ok()?;
    if !found.is_file() || found.len() > LARGEST_MANIFEST {
        return None;
    }
    fs::read(path).ok()
}

/// Reads back what was gathered, moves it into place, the notes last, and waits for the medium.
fn finish(
    sink: FolderSink,
    dest: &Path,
    records: &[FileRecord],
    last: &[OutputPath],
) -> Result<Summary, OfflineError> {
    let records: BTreeMap<&str, &FileRecord> = records
        .iter()
        .map(|record| (record.path.as_str(), record))
        .collect();
    let mut moved = Vec::new();
    for (path, staged) in sink.staged() {
        let place = dest.join(path.as_str());
        let known = records.get(path.as_str());
        let known = known.ok_or_else(|| OutputError::Unplanned { path: path.clone() })?;
        read_back(&staged, &place, &known.sha256)?;
        if !last.contains(path) {
            moved.push((place, known.sha256.clone()));
        }
    }
    // Once more where they stand: a driver or stick may lose what it was only asked to move.
    let lost = RefCell::new(None);
    let summary = sink.commit_with_last(last, &|| {
        let kept = flush(dest)
            .map_err(OfflineError::write(dest))
            .and_then(|()| {
                let mut moved = moved.iter();
                moved.try_for_each(|(place, sha256)| read_back(place, place, sha256))
            });
        kept.map_err(|error| {
            let told = io::Error::other(error.to_string());
            *lost.borrow_mut() = Some(error);
            OutputError::Write {
                path: dest.to_owned(),
                error: told,
            }
        })
    });
    let half_done = |error| OfflineError::HalfDone(Box::new(error));
    let summary = summary.map_err(|error| {
        let lost = lost.take();
        half_done(lost.unwrap_or(OfflineError::Output(error)))
    })?;
    flush(dest).map_err(|error| half_done(OfflineError::write(dest)(error)))?;
    Ok(summary)
}

/// Waits until a file is on the medium, then reads it from there. `place` is where it will stand.
///
/// # Errors
/// When the medium fails, or holds other bytes.
pub fn read_back(file: &Path, place: &Path, sha256: &str) -> Result<(), OfflineError> {
    let write = OfflineError::write(place);
    let mut open = File::open(file).map_err(&write)?;
    match open.sync_all() {
        // Some systems let only a writer ask for this.
        Err(error) if error.kind() != io::ErrorKind::PermissionDenied => return Err(write(error)),
        _ => {}
    }
    forget(&open);
    let mut hash = Sha256::new();
    io::copy(&mut open, &mut HashWriter(&mut hash)).map_err(&write)?;
    match hex(&hash.finalize()) == sha256 {
        true => Ok(()),
        false => Err(OfflineError::ReadBack {
            path: place.to_owned(),
        }),
    }
}

/// Whether a file begins as `ours` says, so that it may be replaced.
fn is_ours(place: &Path, ours: &str) -> Result<bool, OfflineError> {
    let mut start = Vec::new();
    let opened = File::open(place).map_err(OfflineError::read(place))?;
    let read = io::Read::read_to_end(&mut io::Read::take(opened, 4096), &mut start);
    Ok(read.is_ok() && String::from_utf8_lossy(&start).contains(ours))
}

/// Removes a file, if it is there and `ours` says so of its first bytes.
///
/// # Errors
/// When it cannot be removed.
pub fn remove_file(place: &Path, ours: &str) -> Result<(), OfflineError> {
    if fs::symlink_metadata(place).is_err() || !is_ours(place, ours)? {
        return Ok(());
    }
    fs::remove_file(place).map_err(OfflineError::write(place))
}

/// Writes one file beside its place, reads it back and moves it there. A file that is there is
/// replaced only when `ours` says so of its first bytes.
///
/// # Errors
/// When it cannot be written, or the place is taken.
pub fn write_file(place: &Path, bytes: &[u8], ours: &str) -> Result<(), OfflineError> {
    let write = OfflineError::write(place);
    if fs::symlink_metadata(place).is_ok() && !is_ours(place, ours)? {
        return Err(OfflineError::Exists {
            path: place.to_owned(),
        });
    }
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let part = place.with_file_name(format!(".{name}.part"));
    let written = fs::write(&part, bytes)
        .map_err(&write)
        .and_then(|()| read_back(&part, place, &record("", bytes).sha256))
        .and_then(|()| fs::rename(&part, place).map_err(&write));
    if written.is_err() {
        let _ = fs::remove_file(&part);
        return written;
    }
    // The new name too must be on the medium before it may be pulled.
    let folder = place
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.map_or(Ok(()), flush).map_err(&write)
}

struct HashWriter<'a>(&'a mut Sha256);

impl io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Asks the system to forget its copy in memory, so that the file is read from the medium.
#[cfg(target_os = "linux")]
fn forget(file: &File) {
    // A file system that cannot do this only makes the check weaker.
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
}

#[cfg(not(target_os = "linux"))]
fn forget(_: &File) {}

/// Waits until all that was written below a folder is on the medium: then the stick may be pulled.
///
/// # Errors
/// When the medium fails.
#[cfg(target_os = "linux")]
pub fn flush(folder: &Path) -> io::Result<()> {
    rustix::fs::syncfs(File::open(folder)?).map_err(io::Error::from)
}

/// Elsewhere each file has been waited for.
#[cfg(not(target_os = "linux"))]
pub fn flush(_: &Path) -> io::Result<()> {
    Ok(())
}
