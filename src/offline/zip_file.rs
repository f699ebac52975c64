//! A zip that every computer opens: sorted, deflated, with the edition's date on every file, so
//! that the same edition gives the same bytes.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::container::{self, Container};
use super::error::OfflineError;
use super::manifest::FileRecord;
use super::recording::record;
use super::stick::flush;
use super::{DELTA, MANIFEST};
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
    let time = time(date);
    for record in &records {
        let known = further.iter().find(|(name, _)| *name == record.path);
        let stored = STORED.iter().any(|ending| record.path.ends_with(ending));
        let options = SimpleFileOptions::default()
            .compression_method(match stored {
                true => CompressionMethod::Stored,
                false => CompressionMethod::Deflated,
            })
            .last_modified_time(time)
            .large_file(record.size >= u64::from(u32::MAX))
            .unix_permissions(0o644);
        zip.start_file(record.path.as_str(), options)
            .map_err(|error| failed(io::Error::from(error)))?;
        match known {
            Some((_, bytes)) => zip.write_all(bytes).map_err(&failed)?,
            None => {
                let place = spool.folder().join(&record.path);
                let mut from = File::open(&place).map_err(OfflineError::read(&place))?;
                copy(&mut from, &mut zip).map_err(&failed)?;
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

fn copy(from: &mut impl Read, to: &mut impl Write) -> io::Result<()> {
    io::copy(from, to).map(drop)
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
