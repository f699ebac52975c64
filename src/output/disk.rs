//! Every look at the disk and every change to it, told with its path when it fails.
//!
//! Changes go through here and nowhere else, so that the tests can stop a build at each of them.

use std::fs::{self, DirEntry, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use super::error::OutputError;

/// How much of a file is compared at a time: most pages at once, photographs in little memory.
const CHUNK: usize = 16 * 1024;

/// What has a name, without following links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    Nothing,
    /// A regular file, with its length.
    File(u64),
    Folder,
    /// A symbolic link, a socket, a device.
    Other,
}

pub(super) fn stands(path: &Path) -> Result<Stands, OutputError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => Ok(Stands::Folder),
        Ok(found) if found.is_file() => Ok(Stands::File(found.len())),
        Ok(_) => Ok(Stands::Other),
        Err(error) if is_absence(&error) => Ok(Stands::Nothing),
        Err(error) => Err(reading(path)(error)),
    }
}

/// Below a file there is nothing, either.
fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// What a folder holds, in the system's order.
pub(super) fn list(folder: &Path) -> Result<Vec<DirEntry>, OutputError> {
    fs::read_dir(folder)
        .and_then(Iterator::collect)
        .map_err(reading(folder))
}

/// Whether a file holds exactly these bytes. One that cannot be read does not: a damaged file is
/// to be replaced.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> bool {
    let Ok(mut file) = File::open(path) else {
        return false;
    };
    let mut buffer = [0; CHUNK];
    bytes.chunks(CHUNK).all(|expected| {
        let found = &mut buffer[..expected.len()];
        file.read_exact(found).is_ok() && found == expected
    })
}

/// Creates a folder and those above it.
pub(super) fn create_folders(path: &Path) -> Result<(), OutputError> {
    step()
        .and_then(|()| fs::create_dir_all(path))
        .map_err(writing(path))
}

/// Writes a file that does not exist yet, and its folders when they are missing. The error names
/// `place`, where the file will stand in the end.
pub(super) fn create(path: &Path, bytes: &[u8], place: &Path) -> Result<(), OutputError> {
    fill(path, bytes).map(drop).map_err(writing(place))
}

/// As [`create`], and waits until the bytes are on the disk.
pub(super) fn create_durable(path: &Path, bytes: &[u8], place: &Path) -> Result<(), OutputError> {
    fill(path, bytes)
        .and_then(|file| file.sync_all())
        .map_err(writing(place))
}

fn fill(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let mut file = create_new(path)?;
    step()?;
    file.write_all(bytes)?;
    Ok(file)
}

/// Trying first costs nothing for all files but the first of a folder.
fn create_new(path: &Path) -> io::Result<File> {
    let open = || OpenOptions::new().write(true).create_new(true).open(path);
    step()?;
    match (open(), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            open()
        }
        (outcome, _) => outcome,
    }
}

/// Moves a file or folder. A file takes the place of another one at once.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), OutputError> {
    step()
        .and_then(|()| fs::rename(from, to))
        .map_err(writing(to))
}

/// Removes a file, or a link but not what it leads to.
pub(super) fn remove_file(path: &Path) -> Result<(), OutputError> {
    match step().and_then(|()| fs::remove_file(path)) {
        Err(error) if !is_absence(&error) => Err(writing(path)(error)),
        _ => Ok(()),
    }
}

/// Removes a folder if it is empty. A folder that stays is no harm, whatever the reason.
pub(super) fn remove_empty(path: &Path) {
    let _ = step().and_then(|()| fs::remove_dir(path));
}

/// Removes a folder of ours with all that it holds, or whatever has its name. Links are removed,
/// not followed.
pub(super) fn remove_tree(path: &Path) -> Result<(), OutputError> {
    let removed = match stands(path)? {
        Stands::Nothing => return Ok(()),
        Stands::File(_) => step().and_then(|()| fs::remove_file(path)),
        Stands::Folder | Stands::Other => step().and_then(|()| fs::remove_dir_all(path)),
    };
    removed.map_err(writing(path))
}

/// Asks the system whether a regular file may be replaced or removed, without touching it.
///
/// There is no question for this. But removing it *as a folder* always fails, and the system
/// looks at the rights first: it answers "not a folder" only to those who may. Other systems than
/// Unix may answer in another order, so they are not asked.
pub(super) fn may_replace(file: &Path) -> Result<(), OutputError> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    match fs::remove_dir(file) {
        Err(error) if is_refusal(&error) => Err(writing(file)(error)),
        _ => Ok(()),
    }
}

fn is_refusal(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
    )
}

/// Turns what the system says into an error of reading this path.
pub(super) fn reading(path: &Path) -> impl Fn(io::Error) -> OutputError {
    let path = path.to_owned();
    move |error| OutputError::Read {
        path: path.clone(),
        error,
    }
}

/// Turns what the system says into an error of writing this path.
pub(super) fn writing(path: &Path) -> impl Fn(io::Error) -> OutputError {
    let path = path.to_owned();
    move |error| OutputError::Write {
        path: path.clone(),
        error,
    }
}

#[cfg(not(test))]
fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
use failpoint::step;

/// Lets a test stop the changes of its thread at any one of them.
#[cfg(test)]
pub(super) mod failpoint {
    use std::cell::Cell;
    use std::io::{self, ErrorKind};

    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Failure {
        /// One change fails, as on a full disk.
        Once,
        /// That change and all after it fail, as if the process had been killed.
        Forever,
    }

    thread_local! {
        /// How many changes may still pass.
        static LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
        static FAILURE: Cell<Failure> = const { Cell::new(Failure::Once) };
        static FAILED: Cell<bool> = const { Cell::new(false) };
    }

    /// Lets so many changes pass, then fail.
    pub fn arm(changes: usize, failure: Failure) {
        LEFT.set(changes);
        FAILURE.set(failure);
        FAILED.set(false);
    }

    /// Lets everything pass again, and tells whether a change failed.
    pub fn disarm() -> bool {
        LEFT.set(usize::MAX);
        FAILED.get()
    }

    pub(in super::super) fn step() -> io::Result<()> {
        if LEFT.get() > 0 {
            LEFT.set(LEFT.get() - 1);
            return Ok(());
        }
        FAILED.set(true);
        if FAILURE.get() == Failure::Once {
            LEFT.set(usize::MAX);
        }
        Err(ErrorKind::StorageFull.into())
    }
}
