//! Reading source files: the only place where a site's texts come from disk.

use std::cell::RefCell;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath, plain_io_error};
use crate::yaml::{self, Node, Reader};

/// The longest text that is read, in bytes. A long entry is a hundredth of it.
pub const LONGEST_TEXT: u64 = 8 * MEGABYTE;

const MEGABYTE: u64 = 1024 * 1024;

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

    /// Why a file is not to be read: it is a link, or stands behind one, that leads out of the
    /// site. What is not there leads nowhere.
    pub fn leads_outside(&self, file: &SourcePath) -> Option<Box<Diagnostic>> {
        let real = |path: &Path| path.canonicalize().ok();
        let (root, path) = (real(&self.root)?, real(&self.path(file))?);
        if path.starts_with(root) {
            return None;
        }
        let message = format!("`{file}` leads out of the site");
        let problem = Diagnostic::at(Code::UnreadableFile, Place::file(file), message)
            .cure("Put the file itself there instead of a link.");
        Some(Box::new(problem))
    }

    /// Reads a text file. A byte order mark is dropped.
    ///
    /// # Errors
    /// When it cannot be read, is too large, is not UTF-8 or is a link that leads out of the site.
    pub fn read(&self, file: &SourcePath) -> Result<Source, Box<Diagnostic>> {
        let path = self.path(file);
        let is_link = |found: fs::Metadata| found.is_symlink();
        if fs::symlink_metadata(&path).is_ok_and(is_link)
            && let Some(problem) = self.leads_outside(file)
        {
            return Err(problem);
        }
        let size = fs::metadata(&path)
            .map_err(|error| unreadable(file, &error))?
            .len();
        if size > LONGEST_TEXT {
            let (size, most) = (size.div_ceil(MEGABYTE), LONGEST_TEXT / MEGABYTE);
            return Err(Box::new(
                Diagnostic::at(
                    Code::FileTooLarge,
                    Place::file(file),
                    format!("the file has {size} megabytes; a text may have {most}"),
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
}

/// Gives the lines at which problems stand. It keeps the last file, because problems come sorted.
#[derive(Debug)]
pub struct SourceLines<'a> {
    site: &'a SiteFolder,
    last: RefCell<Option<(SourcePath, String)>>,
}

impl<'a> SourceLines<'a> {
    /// The lines of a site's files.
    pub fn new(site: &'a SiteFolder) -> Self {
        Self {
            site,
            last: RefCell::new(None),
        }
    }

    /// One line of a file; `None` when it cannot be read any more. Bytes that are no UTF-8, which
    /// may be the problem itself, are shown as `�`.
    pub fn get(&self, place: &Place) -> Option<String> {
        let number = usize::try_from(place.line).ok()?.checked_sub(1)?;
        let mut last = self.last.borrow_mut();
        if last.as_ref().is_none_or(|(file, _)| *file != place.file) {
            if self.site.leads_outside(&place.file).is_some() {
                return None;
            }
            let bytes = fs::read(self.site.path(&place.file)).ok()?;
            let text = String::from_utf8_lossy(&bytes).into_owned();
            *last = Some((place.file.clone(), text));
        }
        let (_, text) = last.as_ref()?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        text.lines().nth(number).map(str::to_owned)
    }
}

/// A problem for a file that the system would not read.
pub fn unreadable(file: &SourcePath, error: &io::Error) -> Box<Diagnostic> {
    let cure = match error.kind() {
        io::ErrorKind::NotFound => {
            "Check the name, and that the file or the target of its link is there."
        }
        io::ErrorKind::PermissionDenied => "Allow yourself to read it (file permissions).",
        io::ErrorKind::IsADirectory => "Put a file there instead of the folder.",
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

fn not_utf8(file: &SourcePath, error: &std::string::FromUtf8Error) -> Box<Diagnostic> {
    let bytes = error.as_bytes();
    let at = error.utf8_error().valid_up_to();
    let before = String::from_utf8_lossy(&bytes[..at]).into_owned();
    let message = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "the text is UTF-16, not UTF-8",
        _ => "the text is not UTF-8 from here on",
    };
    Box::new(
        Diagnostic::at(
            Code::NotUtf8,
            Place::from_bytes(file, &before, at..at),
            message,
        )
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
        let mut lines = self.lines();
        let start = match lines.next() {
            Some((at, line)) if line.trim_end() == FENCE => at + line.len(),
            first => return Err(self.no_front_matter(first.map_or("", |(_, line)| line))),
        };
        for (at, line) in lines.clone() {
            if line.trim_end() == FENCE {
                return Ok((start..at, at + line.len()..self.text.len()));
            }
        }
        let meant = lines.find(|(_, line)| is_like_fence(line));
        Err(match meant {
            Some((at, line)) => self.bad_fence(at..at + line.len()),
            None => self.front_matter_problem(
                0..FENCE.len(),
                "nothing ends the front matter that starts here",
                "Put a line `---` after the last key, before the text.",
            ),
        })
    }

    /// All lines with their ends, and where they start.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> + Clone {
        let lines = self.text.split_inclusive('\n');
        lines.scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start, line))
        })
    }

    fn no_front_matter(&self, first: &str) -> Box<Diagnostic> {
        let start = self.text.find(|c: char| !c.is_whitespace()).unwrap_or(0);
        if is_like_fence(first) {
            return self.bad_fence(0..first.len());
        }
        if self.text[start..].starts_with(FENCE) {
            return self.front_matter_problem(
                start..start + FENCE.len(),
                "something empty stands before the front matter",
                "Remove what stands before the first `---`, and start that line with it.",
            );
        }
        self.front_matter_problem(
            0..0,
            "the file does not start with front matter",
            "Start with a line `---`, then `title: …` and the other keys, then a line `---`, then the text.",
        )
    }

    fn bad_fence(&self, at: Range<usize>) -> Box<Diagnostic> {
        self.front_matter_problem(
            at,
            "this line is not quite `---`",
            "Type three hyphens and nothing else; some programs turn them into a dash.",
        )
    }

    fn front_matter_problem(&self, at: Range<usize>, message: &str, cure: &str) -> Box<Diagnostic> {
        let place = Place::from_bytes(&self.file, &self.text, at);
        Box::new(Diagnostic::at(Code::NoFrontMatter, place, message).cure(cure))
    }
}

/// The line before and after front matter.
const FENCE: &str = "---";

/// Whether a line was meant to be `---`: other dashes, too many, too few, or spaces before them.
fn is_like_fence(line: &str) -> bool {
    let line = line.trim();
    let is_dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '−' | '_');
    line.chars().all(is_dash) && (line.len() > 1)
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
    fn a_line_that_was_meant_to_end_the_front_matter_is_found() {
        for (text, line) in [
            ("---\ntitle: A\n—\nText", 3),
            ("---\ntitle: A\n ---\nText", 3),
            ("---\ntitle: A\n----\nText", 3),
            ("–––\ntitle: A\n---\nText", 1),
            ("\n---\ntitle: A\n---\nText", 2),
            ("---\ntitle: A\n- a\nText", 1),
        ] {
            let problem = source(text).front_matter().unwrap_err();
            assert_eq!(problem.place.unwrap().line, line, "{text}");
        }
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
