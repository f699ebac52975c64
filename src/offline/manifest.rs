//! `manifest.json`: what an offline edition is, and every file of it with size and hash. No I/O.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::output::OutputPath;

const FORMAT: &str = "redlist-bundle 1";

/// What stands in `manifest.json`. Its keys are documented in `docs/offline.md`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Names the format and its version.
    pub format: String,
    /// The tool that made the edition, such as `redlist 0.1.0`.
    pub tool: String,
    /// The site's name in its source language.
    pub title: String,
    /// The edition's name.
    pub edition: String,
    /// The day of publication, as `2026-11-24`.
    pub date: String,
    /// The last day on which nobody needs to ask for a newer edition.
    pub valid_until: Option<String>,
    /// Who answers for it.
    pub publisher: ManifestPublisher,
    /// The languages that it holds, as BCP 47 tags.
    pub languages: Vec<String>,
    /// The lists that it holds.
    pub lists: Vec<ManifestList>,
    /// Every file but the manifest and its signature, sorted by path.
    pub files: Vec<FileRecord>,
}

/// Who answers for an edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestPublisher {
    /// The name.
    pub name: String,
    /// The web address.
    pub url: Option<String>,
}

/// A list in an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestList {
    /// Its id.
    pub id: String,
    /// Its own edition's name.
    pub edition: String,
    /// The day of its own edition.
    pub date: String,
}

/// A file of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRecord {
    /// Its path, with forward slashes.
    pub path: String,
    /// How many bytes it has.
    pub size: u64,
    /// The SHA-256 of its bytes, in lowercase hexadecimal digits.
    pub sha256: String,
}

impl Manifest {
    /// The name of the format, for a new manifest.
    pub fn format() -> String {
        FORMAT.to_owned()
    }

    /// Reads a manifest, and checks all that is not to be trusted: the paths, their order, the
    /// hashes, the dates. The message goes on a sentence that starts with the file.
    ///
    /// # Errors
    /// When a part of it is not what it must be; a sentence for people.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let manifest: Self =
            serde_json::from_slice(bytes).map_err(|error| format!("it is damaged: {error}"))?;
        if manifest.format != FORMAT {
            let format: String = manifest.format.chars().take(40).collect();
            return Err(format!(
                "its format is {format:?}, and this redlist only knows {FORMAT:?}"
            ));
        }
        for date in std::iter::once(&manifest.date).chain(&manifest.valid_until) {
            Date::parse(date).map_err(|_| format!("{date:?} in it is not a date"))?;
        }
        for file in &manifest.files {
            OutputPath::new(&file.path)
                .map_err(|problem| format!("it names {:?}, but {problem}", file.path))?;
            if !is_hash(&file.sha256) {
                return Err(format!("the hash of {} in it is none", file.path));
            }
        }
        let sorted = |pair: &[FileRecord]| pair[0].path < pair[1].path;
        if !manifest.files.windows(2).all(sorted) {
            return Err("its files are not sorted, or one stands twice".to_owned());
        }
        Ok(manifest)
    }

    /// The text of the manifest: the same for the same content, one file a line.
    pub fn to_text(&self) -> String {
        // Only a map with keys that are no texts could fail, and there is none.
        let head = serde_json::to_string_pretty(&Self {
            files: Vec::new(),
            ..self.clone()
        })
        .unwrap_or_default();
        let mut text = head
            .strip_suffix("[]\n}")
            .map_or_else(|| head.clone(), |head| format!("{head}["));
        for (at, file) in self.files.iter().enumerate() {
            let line = serde_json::to_string(file).unwrap_or_default();
            text.push_str(if at > 0 { ",\n    " } else { "\n    " });
            text.push_str(&line);
        }
        text.push_str("\n  ]\n}\n");
        text
    }

    /// A file's record.
    pub fn file(&self, path: &str) -> Option<&FileRecord> {
        let found = self
            .files
            .binary_search_by(|file| file.path.as_str().cmp(path));
        found.ok().map(|at| &self.files[at])
    }

    /// The paths of all files. [`Manifest::parse`] has checked each of them.
    pub fn paths(&self) -> impl Iterator<Item = OutputPath> {
        let paths = self.files.iter();
        paths.filter_map(|file| OutputPath::new(&file.path).ok())
    }

    /// Whether an edition that was valid until some day is out of date on another.
    pub fn is_outdated(&self, today: Date) -> bool {
        let until = self.valid_until.as_deref();
        let until = until.and_then(|date| Date::parse(date).ok());
        until.is_some_and(|until| today.is_after(until))
    }

    /// `2026.1 of 2026-11-24`.
    pub fn edition_and_date(&self) -> String {
        format!("{} of {}", self.edition, self.date)
    }
}

fn is_hash(text: &str) -> bool {
    let digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    text.len() == 64 && text.bytes().all(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> FileRecord {
        FileRecord {
            path: path.to_owned(),
            size: 3,
            sha256: "0f".repeat(32),
        }
    }

    fn manifest(files: &[&str]) -> Manifest {
        Manifest {
            format: Manifest::format(),
            tool: "redlist 0.1.0".into(),
            title: "قائمة حمراء".into(),
            edition: "2026.1".into(),
            date: "2026-11-24".into(),
            valid_until: Some("2027-11-24".into()),
            publisher: ManifestPublisher::default(),
            languages: vec!["en".into(), "ckb".into()],
            lists: Vec::new(),
            files: files.iter().map(|path| file(path)).collect(),
        }
    }

    #[test]
    fn what_is_written_is_read_again_with_one_file_a_line() {
        for files in [&["START-HERE.html", "en/index.html"][..], &[]] {
            let manifest = manifest(files);
            let text = manifest.to_text();
            assert_eq!(Manifest::parse(text.as_bytes()), Ok(manifest));
            let lines = text.lines().filter(|line| line.contains("sha256"));
            assert_eq!(lines.count(), files.len());
        }
    }

    #[test]
    fn a_manifest_that_leads_outside_or_is_no_manifest_is_refused() {
        for path in [
            "../x",
            "/etc/passwd",
            "C:\\x",
            "",
            "a/../b",
            ".redlist/lock",
        ] {
            let text = manifest(&[path]).to_text();
            let problem = Manifest::parse(text.as_bytes()).unwrap_err();
            assert!(problem.starts_with("it names"), "{problem}");
        }
        for files in [["b", "a"], ["a", "a"]] {
            let text = manifest(&files).to_text();
            assert!(Manifest::parse(text.as_bytes()).is_err());
        }
        let mut other = manifest(&[]);
        other.format = "redlist-bundle 9".into();
        let problem = Manifest::parse(other.to_text().as_bytes()).unwrap_err();
        assert!(problem.contains("redlist-bundle 9"), "{problem}");
        for text in ["", "{}", "[]", "null", "{\"format\": \"redlist-bundle 1\"}"] {
            assert!(Manifest::parse(text.as_bytes()).is_err(), "{text}");
        }
    }

    #[test]
    fn an_edition_is_out_of_date_from_the_day_after() {
        let manifest = manifest(&[]);
        for (today, outdated) in [
            ("2026-11-24", false),
            ("2027-11-24", false),
            ("2027-11-25", true),
            ("2028-01-01", true),
        ] {
            assert_eq!(manifest.is_outdated(Date::parse(today).unwrap()), outdated);
        }
    }
}
