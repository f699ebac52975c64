//! The single-file edition: all pages of one or more languages in one HTML that needs nothing
//! beside it, for a phone that opens a file from a message and follows no link to another.
//!
//! The pages are those of the site, rendered through the same templates; here they are taken apart
//! and put together: each page's main part becomes a section, its links lead to sections, its
//! pictures become data. Style and script stand in the file and are named by hash in its policy,
//! so that nothing else runs and nothing is asked for from outside.

mod page;
mod pictures;
mod shell;

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::error::OfflineError;
use crate::build::Prepared;
use crate::config::LanguageIndex;
use crate::output::{Outcome, OutputError, OutputPath, Sink};
use crate::site::Artifact;
use page::Pages;
use pictures::Pictures;

/// A file from a message should not be larger than this, unless someone says otherwise.
pub const DEFAULT_SIZE: u64 = 10_000_000;

/// A site in memory.
#[derive(Default)]
pub struct Memory(Mutex<BTreeMap<OutputPath, Vec<u8>>>);

impl Sink for Memory {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<Outcome, OutputError> {
        if let Ok(mut files) = self.0.lock() {
            files.insert(path.clone(), bytes.to_vec());
        }
        Ok(Outcome::Written)
    }
}

impl Memory {
    /// All files.
    pub fn into_files(self) -> BTreeMap<OutputPath, Vec<u8>> {
        self.0
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// A single-file edition.
#[derive(Clone, Debug)]
pub struct Single {
    /// The file.
    pub html: Vec<u8>,
    /// How many pages are in it.
    pub pages: usize,
    /// How wide its pictures are at most, in pixels, if they had to be made smaller.
    pub width: Option<u32>,
}

/// Puts the pages of some languages into one file of at most `limit` bytes.
///
/// # Errors
/// When it does not fit, with the smallest pictures there are.
pub fn single_file(
    prepared: &Prepared,
    files: &BTreeMap<OutputPath, Vec<u8>>,
    languages: &[LanguageIndex],
    limit: u64,
) -> Result<Single, OfflineError> {
    let wanted = wanted(prepared, languages);
    let mut smallest = None;
    for width in pictures::WIDTHS {
        let mut pictures = Pictures::new(files, width);
        let mut pages = Pages::new(files, &wanted, languages.len() > 1);
        let html = shell::write(prepared, languages, &mut pages, &mut pictures);
        let size = html.len() as u64;
        let asked = pictures.largest();
        if size <= limit {
            return Ok(Single {
                html: html.into_bytes(),
                pages: wanted.len(),
                width: (width != pictures::WIDTHS[0]).then_some(width),
            });
        }
        let before = smallest.replace((size, asked));
        // Smaller ones there are not.
        if before.is_some_and(|(before, _)| before == size) && width < 400 {
            break;
        }
    }
    let (needed, largest) = smallest.unwrap_or_default();
    Err(OfflineError::TooLarge {
        needed,
        limit,
        largest,
    })
}

/// The pages that go into the file: all that a reader sees but those made for paper, and but the
/// combinations of choices in "identify". Its first page narrows by script; without one, every
/// single choice still leads to its candidates.
fn wanted<'a>(
    prepared: &'a Prepared,
    languages: &[LanguageIndex],
) -> BTreeMap<&'a OutputPath, &'a Artifact> {
    let several = languages.len() > 1;
    let is_wanted = |artifact: &Artifact| match artifact {
        Artifact::Chooser => several,
        Artifact::Paper(..) => false,
        Artifact::Identify(_, choices) if choices.chosen().count() > 1 => false,
        page => page.is_page() && page.language().is_some_and(|l| languages.contains(&l)),
    };
    let plan = prepared.plan.iter();
    plan.filter(|(_, artifact)| is_wanted(artifact)).collect()
}
