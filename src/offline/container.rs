//! An offline edition to be read, wherever it stands: a folder or a zip. Only looks, never writes.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use sha2::{Digest, Sha256};
use walkdir::WalkDir;
use zip::ZipArchive;

use super::DELTA;
use super::error::OfflineError;
use super::packs::{Packs, is_pack};
use super::recording::hex;
use super::zip_shape;

/// What has a name in a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A file, with its size in bytes.
    File(u64),
    /// A link, a device, a name that cannot be read: never part of an edition.
    Other,
}

/// A folder or a zip.
pub enum Container {
    /// A folder, such as a mounted stick.
    Folder(PathBuf),
    /// A zip.
    Zip(Box<Zip>),
}

/// A zip to be read.
pub struct Zip {
    /// Reading moves within it, hence the lock.
    archive: Mutex<ZipArchive<File>>,
    /// In a delta many files stand in packs.
    packs: Option<Packs>,
    /// Whether all readers see the same in it; if not, why. See [`zip_shape`].
    one_meaning: Result<(), String>,
}

/// Opens a folder or a zip; `None` for a file of another kind.
///
/// # Errors
/// When nothing stands there, or a zip is damaged.
pub fn open(path: &Path) -> Result<Option<Container>, OfflineError> {
    let read = OfflineError::read(path);
    if fs::metadata(path).map_err(&read)?.is_dir() {
        return Ok(Some(Container::Folder(path.to_owned())));
    }
    let mut file = File::open(path).map_err(&read)?;
    let is_named = |ending: &str| {
        let own = path.extension();
        own.is_some_and(|own| own.eq_ignore_ascii_case(ending))
    };
    let mut start = [0; 4];
    let starts_so = file.read_exact(&mut start).is_ok() && start == *b"PK\x03\x04";
    // A browser shows a page whatever it begins with.
    let is_page = is_named("html") || is_named("htm");
    if is_page || !(starts_so || is_named("zip")) {
        return Ok(None);
    }
    let one_meaning = zip_shape::check(&mut file);
    let spoilt = |why: String| OfflineError::Zip {
        path: path.to_owned(),
        why,
    };
    let mut archive = ZipArchive::new(file).map_err(|error| spoilt(error.to_string()))?;
    let packs = match archive.index_for_name(DELTA) {
        Some(_) => Some(Packs::of(&mut archive).map_err(spoilt)?),
        None => None,
    };
    Ok(Some(Container::Zip(Box::new(Zip {
        archive: Mutex::new(archive),
        packs,
        one_meaning,
    }))))
}

impl Container {
    /// Whether all readers see the same files in it; a folder has no two meanings.
    ///
    /// # Errors
    /// Says in a few words why not.
    pub fn one_meaning(&self) -> Result<(), &str> {
        match self {
            Self::Zip(zip) => zip.one_meaning.as_ref().map_err(String::as_str).copied(),
            Self::Folder(_) => Ok(()),
        }
    }

    /// Every name, with forward slashes, and what has it. Folders are left out.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn names(&self) -> io::Result<BTreeMap<String, Standing>> {
        match self {
            Self::Folder(root) => names_of_folder(root),
            Self::Zip(zip) => zip.names(),
        }
    }

    /// Reads a file of at most `limit` bytes.
    ///
    /// # Errors
    /// When it is longer, or cannot be read.
    pub fn read(&self, name: &str, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.with(name, limit, &mut |chunk| bytes.extend_from_slice(chunk))?;
        Ok(bytes)
    }

    /// The SHA-256 of a file of at most `limit` bytes.
    ///
    /// # Errors
    /// When it is longer, or cannot be read.
    pub fn hash(&self, name: &str, limit: u64) -> io::Result<String> {
        let mut hash = Sha256::new();
        self.with(name, limit, &mut |chunk| hash.update(chunk))?;
        Ok(hex(&hash.finalize()))
    }

    fn with(&self, name: &str, limit: u64, take: &mut dyn FnMut(&[u8])) -> io::Result<()> {
        match self {
            Self::Folder(root) => pour(File::open(root.join(name))?, limit, take),
            Self::Zip(zip) => zip.with(name, limit, take),
        }
    }
}

impl Zip {
    fn names(&self) -> io::Result<BTreeMap<String, Standing>> {
        let mut names = names_of_zip(&mut lock(&self.archive));
        let Some(packs) = &self.packs else {
            return Ok(names);
        };
        names.retain(|name, _| !is_pack(name));
        for (name, size) in packs.files() {
            if names.insert(name.clone(), Standing::File(size)).is_some() {
                let why = format!("{name} stands in it twice");
                return Err(io::Error::new(ErrorKind::InvalidData, why));
            }
        }
        Ok(names)
    }

    fn with(&self, name: &str, limit: u64, take: &mut dyn FnMut(&[u8])) -> io::Result<()> {
        let mut archive = lock(&self.archive);
        if let Some(packs) = &self.packs
            && let Some(done) = packs.with(&mut archive, name, &mut |file| pour(file, limit, take))
        {
            return done;
        }
        let file = archive.by_name(name).map_err(io::Error::other)?;
        pour(file, limit, take)
    }
}

/// Reads to the end, but never more than was promised: a zip may claim less than it holds.
fn pour(from: impl Read, limit: u64, take: &mut dyn FnMut(&[u8])) -> io::Result<()> {
    let mut from = from.take(limit.saturating_add(1));
    let mut buffer = vec![0; 64 * 1024];
    let mut length = 0;
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(n) => {
                length += n as u64;
                if length > limit {
                    return Err(io::Error::new(ErrorKind::InvalidData, "it is too long"));
                }
                take(&buffer[..n]);
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn lock(archive: &Mutex<ZipArchive<File>>) -> std::sync::MutexGuard<'_, ZipArchive<File>> {
    // A reader that panicked leaves the archive as it was: it is only read.
    archive
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn names_of_folder(root: &Path) -> io::Result<BTreeMap<String, Standing>> {
    let mut names = BTreeMap::new();
    for entry in WalkDir::new(root).min_depth(1).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            // What no one may list (a system's own folder on a stick) is named, and not looked into.
            Err(error) => {
                let Some(path) = error.path().and_then(|path| path.strip_prefix(root).ok()) else {
                    return Err(error.into());
                };
                names.insert(slashes(path), Standing::Other);
                continue;
            }
        };
        if entry.file_type().is_dir() {
            continue;
        }
        let Ok(path) = entry.path().strip_prefix(root) else {
            continue;
        };
        let standing = match entry.metadata() {
            Ok(found) if found.is_file() => Standing::File(found.len()),
            _ => Standing::Other,
        };
        names.insert(slashes(path), standing);
    }
    Ok(names)
}

fn slashes(path: &Path) -> String {
    let text = path.to_string_lossy();
    match std::path::MAIN_SEPARATOR {
        '/' => text.into_owned(),
        other => text.replace(other, "/"),
    }
}

fn names_of_zip(archive: &mut ZipArchive<File>) -> BTreeMap<String, Standing> {
    let mut names = BTreeMap::new();
    for at in 0..archive.len() {
        let unreadable = format!("(file {} of the zip)", at + 1);
        let Ok(file) = archive.by_index_raw(at) else {
            names.insert(unreadable, Standing::Other);
            continue;
        };
        if file.is_dir() {
            continue;
        }
        let standing = match file.is_file() {
            true => Standing::File(file.size()),
            false => Standing::Other,
        };
        match file.name() {
            Ok(name) => names.insert(name.into_owned(), standing),
            Err(_) => names.insert(unreadable, Standing::Other),
        };
    }
    names
}
