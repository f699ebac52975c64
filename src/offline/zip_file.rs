//! A zip that every computer opens: sorted, deflated, with the edition's date on every file, so
//! that the same edition gives the same bytes.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::container::{self, Container};
use super::error::OfflineError;
use super::manifest::FileRecord;
use super::recording::record;
use super::stick::flush;
use super::{DELTA, DELTA_SIGNATURE, MANIFEST, SIGNATURE, packs};
use crate::date::Date;
use crate::output::{self, FolderSink};

/// What is compressed already is stored: deflating it again costs time and gains nothing.
const STORED: [&str; 6] = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".woff2"];

/// Where a site is gathered, beside the zip that it becomes. Named for the zip, so that a killed
/// run is taken up by the next one.
pub struct Spool {
    folder: PathBuf,
}

/// What was packed.
#[derive(Clone, Copy, Debug)]
pub struct Packed {
    /// How many files.
    pub files: usize,
    /// The size of the zip in bytes.
    pub bytes: u64,
}

impl Spool {
    /// A place for the zip at `dest`. One that another hand made is not to be replaced.
    ///
    /// # Errors
    /// When `dest` is something else than a zip of ours.
    pub fn new(dest: &Path) -> Result<Self, OfflineError> {
        if fs::symlink_metadata(dest).is_ok() && !is_ours(dest) {
            return Err(OfflineError::Exists {
                path: dest.to_owned(),
            });
        }
        Ok(Self {
            folder: beside(dest, "unfinished"),
        })
    }

    /// The folder, as a sink.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn sink(&self) -> Result<FolderSink, OfflineError> {
        Ok(FolderSink::open(&self.folder)?)
    }

    /// Where the files stand.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        // What cannot be removed is taken up by the next run.
        let _ = output::clean(&self.folder);
    }
}

fn is_ours(dest: &Path) -> bool {
    let Ok(Some(zip @ Container::Zip(..))) = container::open(dest) else {
        return false;
    };
    zip.names()
        .is_ok_and(|names| names.contains_key(MANIFEST) || names.contains_key(DELTA))
}

/// `.name.zip.unfinished`, in the same folder.
fn beside(dest: &Path, ending: &str) -> PathBuf {
    let name = dest.file_name().unwrap_or_default().to_string_lossy();
    dest.with_file_name(format!(".{name}.{ending}"))
}

/// Packs files of a spool, and further ones, into a zip; reads it back, then moves it into place.
///
/// # Errors
/// When the zip cannot be written, or does not come back as it was written.
pub fn pack(
    spool: &Spool,
    files: &[FileRecord],
    further: &[(&str, &[u8])],
    date: Date,
    dest: &Path,
) -> Result<Packed, OfflineError> {
    let part = beside(dest, "part");
    let packed = write(spool, files, further, date, &part, dest)
        .and_then(|records| check(&part, &records, dest).map(|()| records.len()));
    let files = match packed {
        Ok(files) => files,
        Err(error) => {
            let _ = fs::remove_file(&part);
            return Err(error);
        }
    };
    let bytes = fs::metadata(&part).map_or(0, |found| found.len());
    fs::rename(&part, dest).map_err(OfflineError::write(dest))?;
    if let Some(folder) = dest
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        flush(folder).map_err(OfflineError::write(dest))?;
    }
    Ok(Packed { files, bytes })
}

fn write(
    spool: &Spool,
    files: &[FileRecord],
    further: &[(&str, &[u8])],
    date: Date,
    part: &Path,
    dest: &Path,
) -> Result<Vec<FileRecord>, OfflineError> {
    let failed = OfflineError::write(dest);
    let mut records: Vec<FileRecord> = files.to_vec();
    records.extend(further.iter().map(|(name, bytes)| record(name, bytes)));
    records.sort_by(|a, b| a.path.cmp(&b.path));
    let file = File::create(part).map_err(&failed)?;
    let mut zip = ZipWriter::new(BufWriter::new(file));
    let source = Sources { spool, further };
    for (name, entry) in entries(&records) {
        let options = dated(entry.options(), date);
        zip.start_file(name, options)
            .map_err(|error| failed(io::Error::from(error)))?;
        match entry {
            Entry::File(record, _) => source.copy(record, &mut zip).map_err(&failed)?,
            Entry::Pack(files) => {
                let read = |record: &FileRecord| {
                    let mut bytes = Vec::new();
                    source.copy(record, &mut bytes).map(|()| bytes)
                };
                let plain = dated(SimpleFileOptions::default(), date);
                let pack = packs::gather(&files, read, plain).map_err(&failed)?;
                zip.write_all(&pack).map_err(&failed)?;
            }
        }
    }
    let buffered = zip
        .finish()
        .map_err(|error| failed(io::Error::from(error)))?;
    let file = buffered
        .into_inner()
        .map_err(|error| failed(error.into_error()))?;
    file.sync_all().map_err(&failed)?;
    Ok(records)
}

/// What stands in a zip under one name.
enum Entry<'a> {
    /// A file, and whether it is packed.
    File(&'a FileRecord, bool),
    /// Many files together.
    Pack(Vec<FileRecord>),
}

impl Entry<'_> {
    fn options(&self) -> SimpleFileOptions {
        match self {
            Self::File(record, is_packed) => SimpleFileOptions::default()
                .compression_method(match is_packed {
                    true => CompressionMethod::Deflated,
                    false => CompressionMethod::Stored,
                })
                .large_file(record.size >= u64::from(u32::MAX)),
            Self::Pack(_) => packs::options(),
        }
    }
}

/// The entries of a zip, by name. In a delta, which no one opens by hand, most files stand in packs.
fn entries(records: &[FileRecord]) -> BTreeMap<String, Entry<'_>> {
    let is_delta = records.iter().any(|record| record.path == DELTA);
    let (mut entries, mut together) = (BTreeMap::new(), Vec::new());
    for record in records {
        let is_packed = !STORED.iter().any(|ending| record.path.ends_with(ending));
        // These are read before anything else is believed.
        let is_note = [DELTA, DELTA_SIGNATURE, MANIFEST, SIGNATURE].contains(&record.path.as_str());
        if is_delta && is_packed && !is_note && packs::takes(record.size) {
            together.push(record.clone());
        } else {
            entries.insert(record.path.clone(), Entry::File(record, is_packed));
        }
    }
    let packs = packs::divide(together).into_iter();
    entries.extend(packs.map(|(name, files)| (name, Entry::Pack(files))));
    entries
}

fn dated(options: SimpleFileOptions, date: Date) -> SimpleFileOptions {
    options
        .last_modified_time(time(date))
        .unix_permissions(0o644)
}

/// Where the bytes of files come from.
struct Sources<'a> {
    spool: &'a Spool,
    further: &'a [(&'a str, &'a [u8])],
}

impl Sources<'_> {
    fn copy(&self, record: &FileRecord, to: &mut impl Write) -> io::Result<()> {
        let mut known = self.further.iter();
        if let Some((_, bytes)) = known.find(|(name, _)| *name == record.path) {
            return to.write_all(bytes);
        }
        let place = self.spool.folder().join(&record.path);
        let mut from = File::open(&place).map_err(|error| {
            let why = format!("`{}` cannot be read: {error}", place.display());
            io::Error::new(error.kind(), why)
        })?;
        io::copy(&mut from, to).map(drop)
    }
}

/// A zip knows the years 1980 to 2107; a date that leaves out its day is the first of that time.
fn time(date: Date) -> DateTime {
    let year = u16::try_from(date.year).unwrap_or(1980).clamp(1980, 2107);
    let (month, day) = (date.month.unwrap_or(1), date.day.unwrap_or(1));
    DateTime::from_date_and_time(year, month, day, 0, 0, 0).unwrap_or(DateTime::DEFAULT)
}

/// Reads the whole zip back.
fn check(part: &Path, records: &[FileRecord], dest: &Path) -> Result<(), OfflineError> {
    let spoilt = || OfflineError::ReadBack {
        path: dest.to_owned(),
    };
    let zip = container::open(part)?.ok_or_else(spoilt)?;
    for record in records {
        let hash = zip.hash(&record.path, record.size).map_err(|_| spoilt())?;
        if hash != record.sha256 {
            return Err(spoilt());
        }
    }
    Ok(())
}
