//! Packs: the small files of a delta, put together. A page shares most of what it holds with the
//! next one, but a zip packs each file alone. So many of them make one zip that is not packed, and
//! that zip is packed as a whole and stands in the delta as `packed/0001.zip`.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Cursor, Read, Write};
use std::sync::{Mutex, PoisonError};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::manifest::FileRecord;
use super::zip_shape;

const FOLDER: &str = "packed/";

/// How many bytes of files make a pack. It is unpacked in memory, and a program that looks for what
/// files share remembers about as much.
const FULL: u64 = 8 * 1024 * 1024;

/// A larger file stands alone.
const LARGEST_FILE: u64 = FULL / 2;

/// How many files make a pack.
const MOST_FILES: usize = 4096;

/// How many files all packs may hold: more than ten times those of the largest site that was tried.
const MOST_MEMBERS: usize = 1_000_000;

/// No pack of ours is longer.
const LARGEST_PACK: u64 = 2 * FULL;

/// How hard files are packed, 0 to 9. From 4 on, pages hardly become smaller.
const EFFORT: i64 = 4;

/// Whether a file of this size may stand in a pack.
pub(super) fn takes(size: u64) -> bool {
    size <= LARGEST_FILE
}

/// Divides files into packs, and gives these names.
pub(super) fn divide(files: Vec<FileRecord>) -> Vec<(String, Vec<FileRecord>)> {
    let mut packs: Vec<Vec<FileRecord>> = Vec::new();
    let mut room = 0;
    for file in files {
        match packs.last_mut() {
            Some(last) if file.size <= room && last.len() < MOST_FILES => {
                room -= file.size;
                last.push(file);
            }
            _ => {
                room = FULL.saturating_sub(file.size);
                packs.push(vec![file]);
            }
        }
    }
    let numbered = packs.into_iter().enumerate();
    numbered
        .map(|(at, files)| (format!("{FOLDER}{:04}.zip", at + 1), files))
        .collect()
}

/// How a pack stands in a delta.
pub(super) fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Xz)
        .compression_level(Some(EFFORT))
}

/// A pack of files, as yet not packed itself.
pub(super) fn gather(
    files: &[FileRecord],
    read: impl Fn(&FileRecord) -> io::Result<Vec<u8>>,
    options: SimpleFileOptions,
) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = options.compression_method(CompressionMethod::Stored);
    for file in files {
        zip.start_file(file.path.as_str(), options)?;
        zip.write_all(&read(file)?)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The packs of a delta.
pub(super) struct Packs {
    members: BTreeMap<String, Member>,
    /// The one that was read last, which the next file is most likely in.
    last: Mutex<Option<(String, Pack)>>,
}

type Pack = ZipArchive<Cursor<Vec<u8>>>;

struct Member {
    pack: String,
    size: u64,
}

impl Packs {
    /// Looks into all packs of a delta.
    ///
    /// # Errors
    /// Says in a few words which one is damaged, or could be read in two ways.
    pub(super) fn of(archive: &mut ZipArchive<File>) -> Result<Self, String> {
        let mut names: Vec<String> = archive
            .file_names()
            .filter_map(|name| name.ok().map(|name| name.into_owned()))
            .filter(|name| is_pack(name))
            .collect();
        names.sort();
        let mut members = BTreeMap::new();
        for name in names {
            let mut bytes =
                Cursor::new(unpack(archive, &name).map_err(|error| told(&name, error))?);
            zip_shape::check(&mut bytes).map_err(|why| format!("{name}: {why}"))?;
            let mut pack = ZipArchive::new(bytes).map_err(|error| told(&name, error))?;
            if pack.len() > MOST_FILES || members.len() > MOST_MEMBERS {
                return Err(format!("{name} in it holds more files than redlist packs"));
            }
            for at in 0..pack.len() {
                let file = pack.by_index_raw(at).map_err(|error| told(&name, error))?;
                let member = Member {
                    pack: name.clone(),
                    size: file.size(),
                };
                let path = file.name().map_err(|error| told(&name, error))?;
                let path = path.into_owned();
                if is_pack(&path) || members.insert(path.clone(), member).is_some() {
                    return Err(format!("{path} stands in it twice"));
                }
            }
        }
        Ok(Self {
            members,
            last: Mutex::default(),
        })
    }

    /// The files in packs, with their sizes in bytes.
    pub(super) fn files(&self) -> impl Iterator<Item = (&String, u64)> {
        let members = self.members.iter();
        members.map(|(name, member)| (name, member.size))
    }

    /// Hands a file to `take`; `None` when it is in no pack.
    pub(super) fn with(
        &self,
        archive: &mut ZipArchive<File>,
        name: &str,
        take: &mut dyn FnMut(&mut dyn Read) -> io::Result<()>,
    ) -> Option<io::Result<()>> {
        let member = self.members.get(name)?;
        // Whoever panicked with it in hand only read.
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let mut found = last.take().filter(|(pack, _)| *pack == member.pack);
        if found.is_none() {
            let bytes = unpack(archive, &member.pack);
            let pack = bytes.and_then(|bytes| Ok(ZipArchive::new(Cursor::new(bytes))?));
            found = match pack {
                Ok(pack) => Some((member.pack.clone(), pack)),
                Err(error) => return Some(Err(error)),
            };
        }
        let (_, pack) = last.insert(found?);
        Some(match pack.by_name(name) {
            Ok(mut file) => take(&mut file),
            Err(error) => Err(error.into()),
        })
    }
}

/// Whether a name is that of a pack.
pub(super) fn is_pack(name: &str) -> bool {
    name.starts_with(FOLDER) && name.ends_with(".zip")
}

fn unpack(archive: &mut ZipArchive<File>, name: &str) -> io::Result<Vec<u8>> {
    let file = archive.by_name(name)?;
    let mut bytes = Vec::new();
    file.take(LARGEST_PACK + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 > LARGEST_PACK {
        true => Err(io::Error::new(io::ErrorKind::InvalidData, "it is too long")),
        false => Ok(bytes),
    }
}

fn told(name: &str, error: impl std::fmt::Display) -> String {
    format!("{name} in it is damaged: {error}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(sizes: &[u64]) -> Vec<FileRecord> {
        let numbered = sizes.iter().enumerate();
        numbered
            .map(|(at, size)| FileRecord {
                path: format!("{at}.html"),
                size: *size,
                sha256: String::new(),
            })
            .collect()
    }

    #[test]
    fn packs_are_no_larger_than_may_be_and_hold_every_file_once_in_order() {
        let sizes = [
            LARGEST_FILE,
            LARGEST_FILE,
            1,
            0,
            LARGEST_FILE,
            LARGEST_FILE,
            7,
        ];
        let packs = divide(files(&sizes));
        let names: Vec<_> = packs.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["packed/0001.zip", "packed/0002.zip", "packed/0003.zip"]
        );
        for (name, files) in &packs {
            assert!(is_pack(name));
            assert!(files.iter().map(|file| file.size).sum::<u64>() <= FULL);
        }
        let again: Vec<_> = packs.into_iter().flat_map(|(_, files)| files).collect();
        assert_eq!(again, files(&sizes));
        assert_eq!(divide(files(&vec![0; MOST_FILES + 1])).len(), 2);
        assert!(divide(Vec::new()).is_empty());
    }
}
