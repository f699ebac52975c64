//! Whose folder it is: finds out whether an output folder is ours, and keeps other builds out.
//!
//! All that redlist needs to remember stands in `.redlist/` below the output: `manifest`, `lock`
//! and, while a build runs, `unfinished/`.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::disk::{self, Stands};
use super::error::OutputError;

/// Our own folder below the output. No [`super::OutputPath`] leads into it.
const OURS: &str = ".redlist";

/// What file managers drop into a folder that is merely looked at.
const LITTER: [&str; 2] = [".DS_Store", "Thumbs.db"];

/// What was found in an output folder that is ours, or free to become ours.
pub(super) struct Survey {
    /// Nothing stands there besides our own folder.
    pub bare: bool,
    /// Our own folder stands there.
    pub marked: bool,
}

/// Whose files may stand in an output folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Company {
    /// Ours alone.
    None,
    /// Those of others too, as on a stick.
    Others,
}

/// Looks at an existing folder, and refuses one that is not ours.
pub(super) fn survey(root: &Path, company: Company) -> Result<Survey, OutputError> {
    let entries = disk::list(root)?;
    let has = |name: &str| entries.iter().any(|entry| entry.file_name() == name);
    let survey = Survey {
        bare: entries.iter().all(|entry| {
            let name = entry.file_name();
            name == OURS || LITTER.iter().any(|litter| name == *litter)
        }),
        marked: has(OURS),
    };
    // A manifest comes before the first file, so without one only an empty folder can be ours.
    let ours = if survey.marked {
        let home = root.join(OURS);
        disk::stands(&home)? == Stands::Folder
            && (survey.bare
                || company == Company::Others
                || disk::stands(&home.join("manifest"))? != Stands::Nothing)
    } else {
        survey.bare || company == Company::Others
    };
    if !ours {
        let dir = root.to_owned();
        return Err(OutputError::NotOurs { dir });
    }
    Ok(survey)
}

/// An output folder that is ours for as long as this lives.
pub(super) struct Home {
    root: PathBuf,
    lock: File,
    created: bool,
    bare: bool,
}

impl Home {
    /// Takes a folder, which is created when it is absent. What a killed build left unfinished is
    /// cleared away.
    pub fn take(root: &Path, company: Company) -> Result<Self, OutputError> {
        let created = !is_there(root)?;
        if !created {
            survey(root, company)?;
        }
        disk::create_folders(&root.join(OURS))?;
        let mut home = Self {
            root: root.to_owned(),
            lock: lock(root)?,
            created,
            bare: false,
        };
        // Another build may have been at work between the first look and the lock.
        home.bare = survey(root, company)?.bare;
        home.clear_unfinished()?;
        Ok(home)
    }

    /// The output folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether nothing stood in the folder when it was taken.
    pub fn is_bare(&self) -> bool {
        self.bare
    }

    /// The list of the files that are ours.
    pub fn manifest(&self) -> PathBuf {
        self.root.join(OURS).join("manifest")
    }

    /// Where files are gathered until they move into place, as they will stand in the output.
    pub fn staging(&self) -> PathBuf {
        self.unfinished().join("site")
    }

    /// A name for a manifest that is not yet valid.
    pub fn draft(&self, name: &str) -> PathBuf {
        self.unfinished().join(name)
    }

    /// Removes what a build gathered and did not move into place.
    pub fn clear_unfinished(&self) -> Result<(), OutputError> {
        disk::remove_tree(&self.unfinished())
    }

    /// Gives the folder up, once the site's files are gone: removes our own notes, and the folder
    /// itself when nothing else is left.
    pub fn give_up(self) -> Result<(), OutputError> {
        let root = self.root.clone();
        disk::remove_file(&self.manifest())?;
        drop(self);
        // On Windows the lock goes when it is closed, so our folder may be empty only now.
        disk::remove_empty(&root.join(OURS));
        disk::remove_empty(&root);
        Ok(())
    }

    fn unfinished(&self) -> PathBuf {
        self.root.join(OURS).join("unfinished")
    }

    /// Takes back what [`Home::take`] created, when no build came to its end.
    fn vanish(&self) {
        if !matches!(disk::stands(&self.manifest()), Ok(Stands::Nothing)) {
            return;
        }
        // What cannot be removed stays; the next build takes it for ours.
        let _ = disk::remove_file(&lock_path(&self.root));
        disk::remove_empty(&self.root.join(OURS));
        if self.created {
            disk::remove_empty(&self.root);
        }
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = self.clear_unfinished();
        self.vanish();
        // Closing the file is not enough while a child process, just started, still has a copy.
        let _ = self.lock.unlock();
    }
}

/// Whether the output folder exists. It may be a link: the person chose it.
pub(super) fn is_there(root: &Path) -> Result<bool, OutputError> {
    match fs::metadata(root) {
        Ok(found) if found.is_dir() => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) if error.kind() != ErrorKind::NotADirectory => Err(disk::reading(root)(error)),
        _ => Err(OutputError::NotAFolder {
            dir: root.to_owned(),
        }),
    }
}

fn lock_path(root: &Path) -> PathBuf {
    root.join(OURS).join("lock")
}

/// The lock is the system's, on an empty file: it ends with the process, however that ends.
fn lock(root: &Path) -> Result<File, OutputError> {
    let path = lock_path(root);
    let dir = || root.to_owned();
    if disk::stands(&path)? == Stands::Other {
        return Err(OutputError::NotOurs { dir: dir() });
    }
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .map_err(disk::writing(&path))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(OutputError::Busy { dir: dir() }),
        // The other build ended, and took the file that we had just opened away with it.
        Ok(()) if disk::stands(&path)? == Stands::Nothing => Err(OutputError::Busy { dir: dir() }),
        // Some network drives know no locks; a build there is worth more than the guard.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
    }
}
