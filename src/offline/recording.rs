//! A sink that notes size and hash of every file on its way to another sink.

use std::collections::BTreeMap;
use std::sync::Mutex;

use sha2::{Digest, Sha256};

use super::manifest::FileRecord;
use crate::output::{Outcome, OutputError, OutputPath, Sink};

/// Notes every file that passes.
pub struct Recording<'a> {
    inner: &'a dyn Sink,
    files: Mutex<BTreeMap<OutputPath, FileRecord>>,
}

impl<'a> Recording<'a> {
    /// Stands before a sink.
    pub fn new(inner: &'a dyn Sink) -> Self {
        Self {
            inner,
            files: Mutex::new(BTreeMap::new()),
        }
    }

    /// What has passed, sorted by path.
    pub fn files(&self) -> Vec<FileRecord> {
        // A thread that panicked has noted whole records or none.
        let files = match self.files.lock() {
            Ok(files) => files,
            Err(poisoned) => poisoned.into_inner(),
        };
        files.values().cloned().collect()
    }
}

impl Sink for Recording<'_> {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<Outcome, OutputError> {
        let record = record(path.as_str(), bytes);
        if let Ok(mut files) = self.files.lock() {
            files.insert(path.clone(), record);
        }
        self.inner.put(path, bytes)
    }
}

/// The record of a file.
pub(super) fn record(path: &str, bytes: &[u8]) -> FileRecord {
    FileRecord {
        path: path.to_owned(),
        size: bytes.len() as u64,
        sha256: hex(&Sha256::digest(bytes)),
    }
}

/// Bytes in lowercase hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}
