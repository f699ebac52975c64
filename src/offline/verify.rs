//! Whether an offline edition is what its publisher made, and still of today. Needs no site.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::container::{self, Container, Standing};
use super::delta::Delta;
use super::error::OfflineError;
use super::key::PublicKey;
use super::manifest::{FileRecord, Manifest};
use super::stick::LARGEST_MANIFEST;
use super::{DELTA, DELTA_SIGNATURE, MANIFEST, SIGNATURE, SUMS};
use crate::date::Date;

/// The largest single file that is read to check its signature.
const LARGEST_SINGLE: u64 = 2 * 1024 * 1024 * 1024;

/// What to hold an edition against.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// The publisher's key. Without it only the manifest's word stands for the files.
    pub public_key: Option<&'a PublicKey>,
    /// The day on which it is checked.
    pub today: Date,
    /// The manifest of a newer edition, to name what is out of date.
    pub newer: Option<&'a Manifest>,
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The signature is missing, damaged, of another key, or of another manifest.
    Signature,
    /// The manifest is missing or cannot be understood.
    Manifest,
    /// It has other bytes than its publisher gave it.
    Altered,
    /// It stands under another name than its publisher gave it.
    Renamed,
    /// It is not there.
    Missing,
    /// It is there and no part of the edition.
    Extra,
    /// It cannot be read.
    Unreadable,
    /// A newer one should have taken its place.
    OutOfDate,
}

impl Kind {
    /// The kind in a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Manifest => "manifest",
            Self::Altered => "altered",
            Self::Renamed => "renamed",
            Self::Missing => "missing",
            Self::Extra => "extra",
            Self::Unreadable => "unreadable",
            Self::OutOfDate => "out-of-date",
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// What is wrong.
    pub kind: Kind,
    /// The file.
    pub path: String,
    /// More about it, for people.
    pub note: Option<String>,
}

/// What was found.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// Everything that is wrong, sorted.
    pub findings: Vec<Finding>,
    /// How many files were compared with the manifest.
    pub checked: usize,
    /// The edition in words: `2026.1 of 2026-11-24`.
    pub edition: Option<String>,
    /// The last day on which nobody needs to ask for a newer edition.
    pub valid_until: Option<String>,
    /// Who is said to answer for it.
    pub publisher: Option<String>,
    /// Whether a signature was checked and is good.
    pub signed: bool,
    /// Whether it is signed at all.
    pub has_signature: bool,
    /// For a delta, which is a part of an edition, the edition that it is to be applied to.
    pub delta_from: Option<String>,
    /// The edition that was given as a newer one, and is older.
    pub older_given: Option<String>,
    /// What systems leave on every stick that is plugged in. It was not checked.
    pub litter: Vec<String>,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_good(&self) -> bool {
        self.findings.is_empty()
    }

    fn find(&mut self, kind: Kind, path: &str, note: impl Into<Option<String>>) {
        self.findings.push(Finding {
            kind,
            path: path.to_owned(),
            note: note.into(),
        });
    }
}

/// Checks a folder, a zip or a single file.
///
/// # Errors
/// Only when it cannot be looked at; all that is wrong with it is in the report.
pub fn verify(path: &Path, wanted: Wanted<'_>) -> Result<Report, OfflineError> {
    let mut report = match container::open(path)? {
        Some(container) => verify_container(path, &container, wanted)?,
        None => verify_single(path, wanted)?,
    };
    report.findings.sort();
    report.findings.dedup();
    Ok(report)
}

fn verify_container(
    path: &Path,
    container: &Container,
    wanted: Wanted<'_>,
) -> Result<Report, OfflineError> {
    let mut report = Report::default();
    if let Err(why) = container.one_meaning() {
        let note = format!("it may show other files to other programs: {why}");
        report.find(Kind::Altered, &shown(path), note);
    }
    let names = container.names().map_err(OfflineError::read(path))?;
    let text = match names.get(MANIFEST) {
        Some(Standing::File(_)) => container.read(MANIFEST, LARGEST_MANIFEST),
        _ => {
            let above = path
                .parent()
                .is_some_and(|above| above.join(MANIFEST).is_file());
            let note = match above {
                true => "is in the folder above: verify that one",
                false => "without it nothing can be checked",
            };
            let note = note.to_owned();
            report.find(Kind::Manifest, MANIFEST, note);
            return Ok(report);
        }
    };
    let text = match text {
        Ok(text) => text,
        Err(error) => {
            report.find(Kind::Unreadable, MANIFEST, error.to_string());
            return Ok(report);
        }
    };
    check_signature(&mut report, container, &names, &text, wanted);
    let manifest = match Manifest::parse(&text) {
        Ok(manifest) => manifest,
        Err(why) => {
            report.find(Kind::Manifest, MANIFEST, why);
            return Ok(report);
        }
    };
    report.edition = Some(manifest.edition_and_date());
    report.valid_until.clone_from(&manifest.valid_until);
    report.publisher = Some(manifest.publisher.name.clone());
    let is_zip = matches!(container, Container::Zip(..));
    let delta = match is_zip && names.contains_key(DELTA) {
        true => read_delta(&mut report, container, wanted),
        false => None,
    };
    report.delta_from = delta.as_ref().map(Delta::from);
    let wanted_files = manifest.files.iter().filter(|file| match &delta {
        Some(delta) => file.path == SUMS || delta.carries.binary_search(&file.path).is_ok(),
        None => true,
    });
    let expected: Vec<&FileRecord> = wanted_files.collect();
    check_files(&mut report, container, &names, &expected);
    find_extra(&mut report, container, &names, &expected);
    check_age(&mut report, MANIFEST, &manifest, wanted);
    Ok(report)
}

fn check_signature(
    report: &mut Report,
    container: &Container,
    names: &BTreeMap<String, Standing>,
    text: &[u8],
    wanted: Wanted<'_>,
) {
    report.has_signature = names.contains_key(SIGNATURE);
    let Some(key) = wanted.public_key else { return };
    if !report.has_signature {
        let note = "is missing: this copy is not signed".to_owned();
        return report.find(Kind::Signature, SIGNATURE, note);
    }
    match container.read(SIGNATURE, LARGEST_MANIFEST) {
        Ok(signature) => match key.verify(&String::from_utf8_lossy(&signature), text) {
            Ok(_) => report.signed = true,
            Err(why) => report.find(Kind::Signature, SIGNATURE, why),
        },
        Err(error) => report.find(Kind::Unreadable, SIGNATURE, error.to_string()),
    }
}

/// What a delta says of itself, which has a signature of its own.
fn read_delta(report: &mut Report, container: &Container, wanted: Wanted<'_>) -> Option<Delta> {
    let text = match container.read(DELTA, LARGEST_MANIFEST) {
        Ok(text) => text,
        Err(error) => {
            report.find(Kind::Unreadable, DELTA, error.to_string());
            return None;
        }
    };
    if let Some(key) = wanted.public_key {
        let signature = container.read(DELTA_SIGNATURE, LARGEST_MANIFEST);
        let signature = signature.map_err(|_| "is missing: what it says is not signed".to_owned());
        let checked =
            signature.and_then(|signature| key.verify(&String::from_utf8_lossy(&signature), &text));
        if let Err(why) = checked {
            report.signed = false;
            report.find(Kind::Signature, DELTA_SIGNATURE, why);
        }
    }
    match Delta::parse(&text) {
        Ok(delta) => Some(delta),
        Err(why) => {
            report.find(Kind::Altered, DELTA, why);
            None
        }
    }
}

fn check_files(
    report: &mut Report,
    container: &Container,
    names: &BTreeMap<String, Standing>,
    expected: &[&FileRecord],
) {
    for file in expected {
        match names.get(&file.path) {
            None => report.find(Kind::Missing, &file.path, None),
            Some(Standing::Other) => {
                let note = "a link or device stands in its place".to_owned();
                report.find(Kind::Altered, &file.path, note);
            }
            Some(Standing::File(size)) if *size != file.size => {
                let note = format!("has {size} bytes, not {}", file.size);
                report.find(Kind::Altered, &file.path, note);
            }
            Some(Standing::File(_)) => check_hash(report, container, file),
        }
        report.checked += 1;
    }
}

fn check_hash(report: &mut Report, container: &Container, file: &FileRecord) {
    match container.hash(&file.path, file.size) {
        Ok(hash) if hash == file.sha256 => {}
        Ok(_) => report.find(Kind::Altered, &file.path, None),
        // A zip notices by itself that the bytes of a file are not those that were packed.
        Err(error) if matches!(container, Container::Zip(..)) => {
            report.find(Kind::Altered, &file.path, error.to_string());
        }
        Err(error) => report.find(Kind::Unreadable, &file.path, error.to_string()),
    }
}

fn find_extra(
    report: &mut Report,
    container: &Container,
    names: &BTreeMap<String, Standing>,
    expected: &[&FileRecord],
) {
    let is_zip = matches!(container, Container::Zip(..));
    for name in names.keys() {
        let by_path = |file: &&FileRecord| file.path.as_str().cmp(name);
        let known = expected.binary_search_by(by_path).is_ok()
            || [MANIFEST, SIGNATURE].contains(&name.as_str())
            || (report.delta_from.is_some() && is_of_delta(name));
        if known || (!is_zip && is_own_note(name)) {
            continue;
        }
        // No system leaves anything in a zip.
        if !is_zip && (is_litter(name) || is_apple_double(container, name)) {
            report.litter.push(name.clone());
            continue;
        }
        let interrupted = name.starts_with(".redlist/unfinished/");
        let note = interrupted.then(|| "left by an update that was interrupted".to_owned());
        report.find(Kind::Extra, name, note);
    }
}

/// What a delta holds besides the files and the notes of the new edition.
fn is_of_delta(name: &str) -> bool {
    [DELTA, DELTA_SIGNATURE].contains(&name)
}

/// What redlist remembers of a folder that it writes. No browser is led there.
fn is_own_note(name: &str) -> bool {
    matches!(name, ".redlist/manifest" | ".redlist/lock")
}

/// What systems leave on every stick that is plugged in.
fn is_litter(name: &str) -> bool {
    const FOLDERS: [&str; 6] = [
        "System Volume Information",
        "$RECYCLE.BIN",
        ".Spotlight-V100",
        ".Trashes",
        ".fseventsd",
        ".TemporaryItems",
    ];
    const FILES: [&str; 3] = [".ds_store", "thumbs.db", ".metadata_never_index"];
    // What opens something when it is clicked is nothing that a system leaves.
    const ACTING: [&str; 20] = [
        "bat", "chm", "cmd", "com", "docm", "exe", "hta", "htm", "html", "jar", "js", "lnk", "msi",
        "pdf", "ps1", "scr", "svg", "url", "vbs", "xhtml",
    ];
    let (first, last) = (
        name.split('/').next().unwrap_or(name),
        name.rsplit('/').next().unwrap_or(name),
    );
    let last = last.to_ascii_lowercase();
    let ending = last.rsplit_once('.').map_or("", |(_, ending)| ending);
    let left = FOLDERS.contains(&first) || FILES.contains(&&*last);
    left && !ACTING.contains(&ending)
}

/// macOS writes a small file beside each one that it copies onto a stick, with the same name behind
/// `._`: AppleDouble (RFC 1740, appendix A). One with markup in it is something else.
fn is_apple_double(container: &Container, name: &str) -> bool {
    const MAGIC: [u8; 4] = [0, 5, 0x16, 7];
    const LARGEST: u64 = 64 * 1024;
    let last = name.rsplit('/').next().unwrap_or(name);
    last.starts_with("._")
        && container
            .read(name, LARGEST)
            .is_ok_and(|bytes| bytes.starts_with(&MAGIC) && !bytes.contains(&b'<'))
}

fn check_age(report: &mut Report, name: &str, manifest: &Manifest, wanted: Wanted<'_>) {
    if manifest.is_outdated(wanted.today) {
        let until = manifest.valid_until.as_deref().unwrap_or_default();
        let note = outdated(&manifest.edition_and_date(), until);
        report.find(Kind::OutOfDate, name, note);
    }
    let Some(newer) = wanted.newer else { return };
    if newer.date < manifest.date {
        report.older_given = Some(newer.edition_and_date());
        return;
    }
    if newer.files == manifest.files {
        return;
    }
    let note = |text: &str| Some(format!("{text} in edition {}", newer.edition_and_date()));
    for file in &manifest.files {
        match newer.file(&file.path) {
            None => report.find(Kind::OutOfDate, &file.path, note("no longer")),
            Some(now) if now != file => {
                report.find(Kind::OutOfDate, &file.path, note("has changed"));
            }
            Some(_) => {}
        }
    }
    for file in &newer.files {
        if manifest.file(&file.path).is_none() {
            report.find(Kind::OutOfDate, &file.path, note("is new"));
        }
    }
}

fn outdated(edition: &str, until: &str) -> String {
    format!("edition {edition} was valid until {until}; ask for a newer one")
}

/// The name of a file without its folder.
fn shown(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// A single file stands with its signature beside it, and its comment says how old it is.
fn verify_single(path: &Path, wanted: Wanted<'_>) -> Result<Report, OfflineError> {
    let mut report = Report::default();
    let (name, beside) = (shown(path), with_ending(path, ".minisig"));
    report.has_signature = beside.is_file();
    let Some(key) = wanted.public_key else {
        let note = "a single file can be checked only with --public-key".to_owned();
        report.find(Kind::Signature, &shown(&beside), note);
        return Ok(report);
    };
    let Ok(signature) = fs::read_to_string(&beside) else {
        let note = "is missing: it must stand beside the file".to_owned();
        report.find(Kind::Signature, &shown(&beside), note);
        return Ok(report);
    };
    let read = OfflineError::read(path);
    if fs::metadata(path).map_err(&read)?.len() > LARGEST_SINGLE {
        report.find(Kind::Unreadable, &name, "is far too large".to_owned());
        return Ok(report);
    }
    let bytes = fs::read(path).map_err(read)?;
    report.checked = 1;
    match key.verify(&signature, &bytes) {
        Ok(comment) => {
            report.signed = true;
            read_comment(&mut report, &name, &comment, wanted.today);
        }
        Err(why) if why.contains("altered") => {
            let note = "its bytes are not those that were signed".to_owned();
            report.find(Kind::Altered, &name, note);
        }
        Err(why) => report.find(Kind::Signature, &shown(&beside), why),
    }
    Ok(report)
}

/// The comment is signed too: `date:2026-11-24`, `valid-until:…`, `edition:…`.
fn read_comment(report: &mut Report, name: &str, comment: &str, today: Date) {
    let value = |key: &str| {
        let mut parts = comment.split('\t');
        parts.find_map(|part| part.strip_prefix(key)?.strip_prefix(':'))
    };
    let (Some(file), Some(edition), Some(date)) = (value("file"), value("edition"), value("date"))
    else {
        let note = "is good, but names no file and no edition: it may be of another file";
        return report.find(Kind::Signature, name, note.to_owned());
    };
    if file != name {
        let note = format!("was published as {file}: give it its name back, or ask for this one");
        report.find(Kind::Renamed, name, note);
    }
    if file == MANIFEST {
        let note = "is only the list: verify the folder or zip that it stands in".to_owned();
        report.find(Kind::Manifest, name, note);
    }
    let edition = format!("{edition} of {date}");
    report.valid_until = value("valid-until")
        .filter(|until| *until != "-")
        .map(str::to_owned);
    let until = report.valid_until.as_deref();
    let until = until.and_then(|until| Date::parse(until).ok());
    if let Some(until) = until.filter(|until| today.is_after(*until)) {
        let note = outdated(&edition, &until.to_string());
        report.find(Kind::OutOfDate, name, note);
    }
    report.edition = Some(edition);
}

/// `name.html.minisig` for `name.html`.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
