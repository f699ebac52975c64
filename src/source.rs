//! Reading source files: the only place where a site's texts come from disk.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::yaml::{self, Node, Reader};

/// The largest text file that is read. A long entry is a hundredth of it.
const MAX_TEXT_BYTES: u64 = 8 * 1024 * 1024;

/// A site on disk.
#[derive(Clone, Debug)]
pub struct SiteFolder {
    root: PathBuf,
}

impl SiteFolder {
    /// The site whose root is the given folder.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where a file of the site stands on disk.
    pub fn path(&self, file: &SourcePath) -> PathBuf {
        self.root.join(file.as_str())
    }

    /// Reads a text file. A byte order mark is dropped.
    ///
    /// # Errors
    /// When it cannot be read, is too large or is not UTF-8.
    pub fn read(&self, file: &SourcePath) -> Result<Source, Box<Diagnostic>> {
        let path = self.path(file);
        let size = fs::metadata(&path)
            .map_err(|error| unreadable(file, &error))?
            .len();
        if size > MAX_TEXT_BYTES {
            return Err(Box::new(
                Diagnostic::at(
                    Code::FileTooLarge,
                    Place::file(file),
                    format!("the file has {size} bytes; a text may have {MAX_TEXT_BYTES}"),
                )
                .cure("Split it, or check that it really is a text."),
            ));
        }
        let bytes = fs::read(&path).map_err(|error| unreadable(file, &error))?;
        let text = String::from_utf8(bytes).map_err(|error| not_utf8(file, &error))?;
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        };
        Ok(Source {
            file: file.clone(),
            text,
        })
    }

    /// Reads a text file, and reports why when it cannot.
    pub fn read_or_report(
        &self,
        file: &SourcePath,
        diagnostics: &mut Diagnostics,
    ) -> Option<Source> {
        match self.read(file) {
            Ok(source) => Some(source),
            Err(problem) => {
                diagnostics.push(*problem);
                None
            }
        }
    }

    /// One line of a file, for showing a problem; `None` when it cannot be read any more.
    pub fn line(&self, place: &Place) -> Option<String> {
        let number = usize::try_from(place.line).ok()?.checked_sub(1)?;
        let source = self.read(&place.file).ok()?;
        source.text.lines().nth(number).map(str::to_owned)
    }
}

/// A problem for a file that the system would not read.
pub fn unreadable(file: &SourcePath, error: &io::Error) -> Box<Diagnostic> {
    let cure = match error.kind() {
        io::ErrorKind::NotFound => {
            "Check the name, and that the file or the target of its link is there."
        }
        io::ErrorKind::PermissionDenied => "Allow yourself to read it (file permissions).",
        _ => "Check the file and the disk.",
    };
    Box::new(
        Diagnostic::at(
            Code::UnreadableFile,
            Place::file(file),
            format!("`{file}` cannot be read: {}", plain_io_error(error)),
        )
        .cure(cure),
    )
}

/// The system's own words without the number that nobody can use.
pub fn plain_io_error(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => "unknown reason".to_owned(),
    }
}

fn not_utf8(file: &SourcePath, error: &std::string::FromUtf8Error) -> Box<Diagnostic> {
    let at = error.utf8_error().valid_up_to();
    let before = String::from_utf8_lossy(&error.as_bytes()[..at]).into_owned();
    let place = Place::from_bytes(file, &before, at..at);
    Box::new(
        Diagnostic::at(Code::NotUtf8, place, "the text is not UTF-8 from here on")
            .cure("Save the file again as UTF-8 (in most editors: Save as, Encoding)."),
    )
}

/// A text file in memory.
#[derive(Clone, Debug)]
pub struct Source {
    /// Which file it is.
    pub file: SourcePath,
    /// All of its text.
    pub text: String,
}

impl Source {
    /// A text that stands in memory only.
    pub fn from_text(file: &str, text: &str) -> Self {
        Self {
            file: SourcePath::new(file),
            text: text.to_owned(),
        }
    }

    /// Parses the whole file as YAML.
    pub fn yaml(&self, diagnostics: &mut Diagnostics) -> Option<Node> {
        self.yaml_in(0..self.text.len(), diagnostics)
    }

    /// Parses a part of the file as YAML.
    pub fn yaml_in(&self, range: Range<usize>, diagnostics: &mut Diagnostics) -> Option<Node> {
        match yaml::parse(&self.file, &self.text, range) {
            Ok(node) => Some(node),
            Err(problem) => {
                diagnostics.push(*problem);
                None
            }
        }
    }

    /// A reader for the nodes of this file.
    pub fn reader<'a>(&'a self, diagnostics: &'a mut Diagnostics) -> Reader<'a> {
        Reader::new(&self.file, &self.text, diagnostics)
    }

    /// The revision of the text: the first eight hexadecimal digits of its SHA-256, taken with
    /// plain line ends and without white space at the end, so that no editor's habit changes it.
    pub fn revision(&self) -> String {
        let mut hash = Sha256::new();
        for line in self.text.trim_end().lines() {
            hash.update(line.trim_end().as_bytes());
            hash.update(b"\n");
        }
        let digest = hash.finalize();
        digest[..4]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// The parts of a text with front matter: the bytes of its YAML and of its Markdown.
    ///
    /// # Errors
    /// When the file does not start with `---`, or nothing ends the front matter.
    pub fn front_matter(&self) -> Result<(Range<usize>, Range<usize>), Box<Diagnostic>> {
        let missing = |message: &str, cure: &str| {
            let place = Place::from_bytes(&self.file, &self.text, 0..0);
            Box::new(Diagnostic::at(Code::NoFrontMatter, place, message).cure(cure))
        };
        let Some(first) = self
            .text
            .lines()
            .next()
            .filter(|line| line.trim_end() == "---")
        else {
            return Err(missing(
                "the file does not start with front matter",
                "Start with a line `---`, then `title: …` and the other keys, then a line `---`, then the text.",
            ));
        };
        let start = self.text[first.len()..]
            .find('\n')
            .map_or(self.text.len(), |at| first.len() + at + 1);
        let mut at = start;
        for line in self.text[start..].split_inclusive('\n') {
            if line.trim_end() == "---" {
                return Ok((start..at, at + line.len()..self.text.len()));
            }
            at += line.len();
        }
        Err(missing(
            "nothing ends the front matter",
            "Put a line `---` after the last key.",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source {
            file: SourcePath::new("en.md"),
            text: text.to_owned(),
        }
    }

    #[test]
    fn front_matter_stands_between_two_lines() {
        let text = source("---\r\ntitle: A\r\n---\r\nBody\r\n");
        let (yaml, body) = text.front_matter().unwrap();
        assert_eq!(&text.text[yaml], "title: A\r\n");
        assert_eq!(&text.text[body], "Body\r\n");
    }

    #[test]
    fn front_matter_without_an_end_is_said_so() {
        assert!(source("---\ntitle: A\n").front_matter().is_err());
        assert!(source("title: A\n").front_matter().is_err());
        assert!(source("").front_matter().is_err());
    }

    #[test]
    fn line_ends_do_not_change_the_revision() {
        assert_eq!(
            source("---\na: b\n---\nText  \n").revision(),
            source("---\r\na: b\r\n---\r\nText\r\n\r\n").revision()
        );
        assert_ne!(source("a").revision(), source("b").revision());
    }
}
