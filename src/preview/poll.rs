//! Looking at all files again and again, for folders of which the system tells nothing: network
//! drives, sticks, files shared with a virtual machine.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use walkdir::WalkDir;

/// A file system may count time in steps of two seconds, as sticks do. What was written more
/// recently is compared by its bytes.
const RECENT: Duration = Duration::from_secs(3);

/// What was seen of all files at the last look.
pub struct Poll {
    root: PathBuf,
    parts: &'static [&'static str],
    seen: BTreeMap<PathBuf, Stamp>,
}

#[derive(Clone, Copy, PartialEq)]
struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    folder: bool,
    bytes: Option<u64>,
}

impl Poll {
    /// Looks for the first time at files and folders below a root.
    pub fn new(root: PathBuf, parts: &'static [&'static str]) -> Self {
        let mut poll = Self {
            root,
            parts,
            seen: BTreeMap::new(),
        };
        poll.look();
        poll
    }

    /// What has changed since the last look.
    pub fn look(&mut self) -> BTreeSet<PathBuf> {
        let now = self.now();
        let changed = now.iter().filter(|(path, stamp)| {
            let old = self.seen.get(*path);
            old.is_none_or(|old| old.differs(stamp))
        });
        let mut changed: BTreeSet<PathBuf> = changed.map(|(path, _)| path.clone()).collect();
        let gone = self.seen.keys().filter(|path| !now.contains_key(*path));
        changed.extend(gone.cloned());
        self.seen = now;
        changed
    }

    fn now(&self) -> BTreeMap<PathBuf, Stamp> {
        let starts = self.parts.iter().map(|part| self.root.join(part));
        let entries = starts.flat_map(|start| WalkDir::new(start).into_iter().flatten());
        entries
            .filter_map(|entry| {
                let found = entry.metadata().ok()?;
                let (folder, length) = (found.is_dir(), found.len());
                let mut stamp = Stamp {
                    // A folder's own time changes with what is in it, which is looked at anyway.
                    modified: found.modified().ok().filter(|_| !folder),
                    length: if folder { 0 } else { length },
                    folder,
                    bytes: None,
                };
                let before = self.seen.get(entry.path());
                if !folder && stamp.needs_bytes(before) {
                    stamp.bytes = hash(entry.path());
                }
                Some((entry.into_path(), stamp))
            })
            .collect()
    }
}

impl Stamp {
    fn is_recent(&self) -> bool {
        let age = self.modified.map(|time| time.elapsed());
        !matches!(age, Some(Ok(age)) if age > RECENT)
    }

    /// A file that was recent at the last look is compared once more when it is so no longer.
    fn needs_bytes(&self, before: Option<&Self>) -> bool {
        self.is_recent() || before.is_some_and(|before| before.bytes.is_some())
    }

    fn differs(&self, newer: &Self) -> bool {
        let plain = |stamp: &Self| (stamp.modified, stamp.length, stamp.folder);
        let bytes = self.bytes.zip(newer.bytes);
        plain(self) != plain(newer) || bytes.is_some_and(|(old, new)| old != new)
    }
}

fn hash(path: &Path) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    fs::read(path).ok()?.hash(&mut hasher);
    Some(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_finds_what_came_went_and_changed() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("content/a")).unwrap();
        fs::write(root.join("content/a/en.md"), "one").unwrap();
        fs::write(root.join("content/a/ar.md"), "one").unwrap();
        let mut poll = Poll::new(root.to_owned(), &["content"]);
        assert!(poll.look().is_empty(), "nothing has changed");
        // The same length, and on many file systems the same time.
        fs::write(root.join("content/a/en.md"), "two").unwrap();
        fs::remove_file(root.join("content/a/ar.md")).unwrap();
        fs::write(root.join("content/a/fr.md"), "").unwrap();
        let names = |found: BTreeSet<PathBuf>| -> Vec<String> {
            let names = found.iter().map(|path| path.file_name().unwrap());
            names
                .map(|name| name.to_string_lossy().into_owned())
                .collect()
        };
        assert_eq!(names(poll.look()), ["ar.md", "en.md", "fr.md"]);
        assert!(poll.look().is_empty(), "nothing has changed since");
    }
}
