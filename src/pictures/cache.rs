//! The cache of made pictures, shared by all sites and builds of a user. It stands outside every
//! site, so that nothing which watches a site sees it change.
//!
//! A file is named by a hash of all that went into it, and ends in a hash of what it holds: one
//! that was damaged is taken for missing and made anew. Files come into being by a rename, so
//! that two builds at once see whole files only. A cache that cannot be read or written is never
//! a fault of the build: then pictures are made again.

use std::env;
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

/// How many bytes the cache keeps; the pictures that were not used for longest go first.
const LIMIT: u64 = 2 * 1024 * 1024 * 1024;

/// How many bytes of what is kept are left after making room.
const KEPT_OF_TEN: u64 = 9;

/// A use is noted when the last one is so long ago.
const NOTE_AFTER: Duration = Duration::from_secs(60 * 60);

/// A file that somebody began to write so long ago will not be finished.
const ABANDONED_AFTER: Duration = Duration::from_secs(24 * 60 * 60);

/// How many digits of a key name the folder, and how many the file.
const START: usize = 2;
const REST: usize = 2 * blake3::OUT_LEN - START;

/// The ending of a file that is being written.
const UNFINISHED: &str = "new";

/// The hash at the end of a file.
const SEAL: usize = blake3::OUT_LEN;

/// Names a made picture by all that went into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(blake3::Hash);

impl Key {
    /// What is made from a content, in a way that these words tell whole.
    pub fn new(content: &blake3::Hash, how: &str) -> Self {
        let mut hash = blake3::Hasher::new();
        // Which crates and which code of ours make pictures: see build.rs.
        hash.update(env!("REDLIST_PICTURE_MAKERS").as_bytes());
        hash.update(content.as_bytes());
        hash.update(how.as_bytes());
        Self(hash.finalize())
    }
}

/// A folder of made pictures, or none.
#[derive(Debug)]
pub struct Cache {
    folder: Option<PathBuf>,
    limit: u64,
    /// How many bytes were added since room was last made.
    added: AtomicU64,
}

impl Cache {
    /// The user's cache: `$REDLIST_CACHE` when it is set (empty means none), else what is usual
    /// on the system.
    pub fn of_user() -> Self {
        let folder = match env::var_os("REDLIST_CACHE") {
            Some(folder) if folder.is_empty() => None,
            Some(folder) => Some(PathBuf::from(folder)),
            None => usual_folder(),
        };
        Self::new(folder.map(|folder| folder.join("pictures")), LIMIT)
    }

    /// A cache in a folder that need not be there yet, which keeps so many bytes.
    pub fn new(folder: Option<PathBuf>, limit: u64) -> Self {
        Self {
            folder,
            limit,
            added: AtomicU64::new(0),
        }
    }

    /// A picture that was made before.
    pub fn get(&self, key: &Key) -> Option<Vec<u8>> {
        let path = self.path(key)?;
        let mut file = File::open(&path).ok()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        if !open_seal(&mut bytes) {
            let _ = fs::remove_file(&path);
            return None;
        }
        note_use(&file, &path);
        Some(bytes)
    }

    /// Keeps a picture.
    pub fn put(&self, key: &Key, bytes: &[u8]) {
        let Some(path) = self.path(key) else {
            return;
        };
        if write(&path, bytes).is_err() {
            return;
        }
        let size = bytes.len() as u64;
        let added = self.added.fetch_add(size, Ordering::Relaxed) + size;
        if added > self.limit / 8 {
            self.make_room();
        }
    }

    /// Removes what was not used for longest until the rest fits.
    pub fn make_room(&self) {
        self.added.store(0, Ordering::Relaxed);
        let Some(folder) = &self.folder else {
            return;
        };
        let mut files = files(folder);
        let mut size: u64 = files.iter().map(|(_, _, size)| size).sum();
        if size <= self.limit {
            return;
        }
        files.sort();
        for (_, path, bytes) in files {
            if size <= self.limit / 10 * KEPT_OF_TEN {
                return;
            }
            if fs::remove_file(path).is_ok() {
                size -= bytes;
            }
        }
    }

    fn path(&self, key: &Key) -> Option<PathBuf> {
        let name = key.0.to_hex();
        let (start, rest) = name.split_at(START);
        Some(self.folder.as_ref()?.join(start).join(rest))
    }
}

impl Drop for Cache {
    fn drop(&mut self) {
        if *self.added.get_mut() > 0 {
            self.make_room();
        }
    }
}

/// `~/.cache/redlist` and its like.
fn usual_folder() -> Option<PathBuf> {
    let of = |name: &str| {
        let value = env::var_os(name).map(PathBuf::from);
        value.filter(|path| path.is_absolute())
    };
    let base = if cfg!(windows) {
        of("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        of("HOME").map(|home| home.join("Library/Caches"))
    } else {
        of("XDG_CACHE_HOME").or_else(|| of("HOME").map(|home| home.join(".cache")))
    };
    base.map(|base| base.join("redlist"))
}

/// Takes the seal off. Whether it was whole.
fn open_seal(bytes: &mut Vec<u8>) -> bool {
    let Some(end) = bytes.len().checked_sub(SEAL) else {
        return false;
    };
    let (held, seal) = bytes.split_at(end);
    let whole = blake3::hash(held).as_bytes() == seal;
    bytes.truncate(end);
    whole
}

/// Remembers a use by the time of the file.
fn note_use(file: &File, path: &Path) {
    let Ok(last) = file.metadata().and_then(|data| data.modified()) else {
        return;
    };
    let now = SystemTime::now();
    if now.duration_since(last).is_ok_and(|age| age > NOTE_AFTER) {
        let _ = OpenOptions::new()
            .append(true)
            .open(path)
            .and_then(|file| file.set_modified(now));
    }
}

/// Writes beside the place, then moves into it.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let unfinished = path.with_extension(format!("{}-{number}.{UNFINISHED}", std::process::id()));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut sealed = Vec::with_capacity(bytes.len() + SEAL);
    sealed.extend_from_slice(bytes);
    sealed.extend_from_slice(blake3::hash(bytes).as_bytes());
    let written = fs::write(&unfinished, sealed).and_then(|()| fs::rename(&unfinished, path));
    if written.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    written
}

/// All files of the cache with the time of their last use, and their size. What another build began
/// to write and left is removed. Only what is named as [`Cache::path`] and [`write`] name it is
/// ours; somebody may have pointed the cache at a folder that holds other things.
fn files(folder: &Path) -> Vec<(SystemTime, PathBuf, u64)> {
    let mut files = Vec::new();
    for entry in entries(folder).filter(|entry| is_hex(&entry.file_name(), START)) {
        if !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        for entry in entries(&entry.path()) {
            let path = entry.path();
            let is_ours = path.file_stem().is_some_and(|stem| is_hex(stem, REST));
            let Ok(data) = entry.metadata() else {
                continue;
            };
            let Some(used) = data.modified().ok().filter(|_| is_ours && data.is_file()) else {
                continue;
            };
            match path.extension() {
                None => files.push((used, path, data.len())),
                Some(ending) if ending == UNFINISHED => {
                    let age = SystemTime::now().duration_since(used);
                    if age.is_ok_and(|age| age > ABANDONED_AFTER) {
                        let _ = fs::remove_file(path);
                    }
                }
                Some(_) => {}
            }
        }
    }
    files
}

fn entries(folder: &Path) -> impl Iterator<Item = fs::DirEntry> {
    fs::read_dir(folder).into_iter().flatten().flatten()
}

/// Whether a name is so many lowercase hexadecimal digits, and perhaps what an unfinished file has
/// behind them.
fn is_hex(name: &OsStr, digits: usize) -> bool {
    let Some(name) = name.to_str() else {
        return false;
    };
    let name = name.split('.').next().unwrap_or(name);
    name.len() == digits && name.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Key {
        Key::new(&blake3::hash(name.as_bytes()), "as it is")
    }

    #[test]
    fn what_was_kept_is_found_by_another_build() {
        let folder = tempfile::tempdir().unwrap();
        let place = Some(folder.path().join("not/there/yet"));
        Cache::new(place.clone(), LIMIT).put(&key("a"), b"picture");
        let other = Cache::new(place, LIMIT);
        assert_eq!(other.get(&key("a")).as_deref(), Some(&b"picture"[..]));
        assert_eq!(other.get(&key("b")), None);
        let otherwise = Key::new(&blake3::hash(b"a"), "otherwise");
        assert_eq!(other.get(&otherwise), None);
    }

    #[test]
    fn a_damaged_file_is_taken_for_missing_and_can_be_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(Some(folder.path().to_owned()), LIMIT);
        for damage in [
            &b""[..],
            b"short",
            b"something else of more than thirty-two bytes",
        ] {
            cache.put(&key("a"), b"picture");
            fs::write(cache.path(&key("a")).unwrap(), damage).unwrap();
            assert_eq!(cache.get(&key("a")), None);
        }
        cache.put(&key("a"), b"picture");
        assert_eq!(cache.get(&key("a")).as_deref(), Some(&b"picture"[..]));
    }

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(Some(folder.path().to_owned()), 10_000);
        let long_ago = SystemTime::now() - Duration::from_secs(1_000_000);
        for number in 0..20_u32 {
            let key = key(&number.to_string());
            cache.put(&key, &[7; 1000]);
            let file = OpenOptions::new()
                .append(true)
                .open(cache.path(&key).unwrap());
            if let Ok(file) = file {
                let then = long_ago + Duration::from_secs(u64::from(number));
                file.set_modified(then).unwrap();
            }
            // Somebody looks at the first all the time.
            cache.get(&self::key("0"));
        }
        cache.make_room();
        let size: u64 = files(folder.path()).iter().map(|(_, _, size)| size).sum();
        assert!(size <= 10_000, "{size}");
        assert!(cache.get(&key("0")).is_some());
        assert!(cache.get(&key("1")).is_none());
        assert!(cache.get(&key("19")).is_some());
    }

    #[test]
    fn what_others_keep_in_the_folder_stays() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(Some(folder.path().to_owned()), 100);
        cache.put(&key("a"), &[7; 1000]);
        let ours = cache.path(&key("a")).unwrap().with_extension("12-3.new");
        let theirs = ["holiday/mum.jpg", "ab/mum.jpg", "ab/notes", "ab/letter.new"];
        let all = theirs.map(|name| folder.path().join(name)).into_iter();
        for path in all.clone().chain([ours.clone()]) {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, [0; 1000]).unwrap();
            let file = OpenOptions::new().append(true).open(&path).unwrap();
            let long_ago = SystemTime::now() - 2 * ABANDONED_AFTER;
            file.set_modified(long_ago).unwrap();
        }
        cache.make_room();
        assert!(all.clone().all(|path| path.exists()));
        assert!(!ours.exists());
    }

    #[test]
    fn without_a_folder_nothing_is_kept_and_nothing_fails() {
        let file = tempfile::NamedTempFile::new().unwrap();
        for folder in [None, Some(file.path().to_owned())] {
            let cache = Cache::new(folder, LIMIT);
            cache.put(&key("a"), b"picture");
            assert_eq!(cache.get(&key("a")), None);
            cache.make_room();
        }
    }
}
