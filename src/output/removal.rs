//! Takes files of ours away again, and nothing but those.

use std::collections::BTreeMap;
use std::path::Path;

use super::disk::{self, Stands};
use super::error::OutputError;
use super::path::OutputPath;

/// Removes files that a manifest names, then the folders that became empty, and counts the files.
pub(super) fn remove<'a>(
    root: &Path,
    paths: impl IntoIterator<Item = &'a OutputPath>,
) -> Result<usize, OutputError> {
    let mut removed = 0;
    let mut folders = RealFolders::new(root);
    for path in paths {
        if !folders.lead_to(path)? {
            continue;
        }
        let place = root.join(path.as_str());
        match disk::stands(&place)? {
            Stands::Nothing | Stands::Folder => {}
            Stands::File(_) | Stands::Other => {
                disk::remove_file(&place)?;
                removed += 1;
            }
        }
    }
    folders.remove_empty();
    Ok(removed)
}

/// Removes a folder in which nothing is left but empty folders.
pub(super) fn remove_hollow(folder: &Path) -> Result<(), OutputError> {
    for entry in disk::list(folder)? {
        let path = entry.path();
        if disk::stands(&path)? == Stands::Folder {
            remove_hollow(&path)?;
        }
    }
    disk::remove_empty(folder);
    Ok(())
}

/// Knows which folders are real, so that no link is followed out of the output.
struct RealFolders<'a> {
    root: &'a Path,
    known: BTreeMap<&'a str, bool>,
}

impl<'a> RealFolders<'a> {
    fn new(root: &'a Path) -> Self {
        let known = BTreeMap::new();
        Self { root, known }
    }

    /// Whether all folders above the path exist and none is a link.
    fn lead_to(&mut self, path: &'a OutputPath) -> Result<bool, OutputError> {
        for folder in path.folders() {
            let real = match self.known.get(folder) {
                Some(real) => *real,
                None => disk::stands(&self.root.join(folder))? == Stands::Folder,
            };
            self.known.insert(folder, real);
            if !real {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Removes those that are empty, also when a killed build had already removed their files.
    fn remove_empty(&self) {
        // The inner folders sort after the outer ones.
        for (folder, _) in self.known.iter().rev().filter(|(_, real)| **real) {
            disk::remove_empty(&self.root.join(folder));
        }
    }
}
