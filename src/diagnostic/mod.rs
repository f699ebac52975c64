//! Problems as values: what is wrong, where, and what to do about it.
//!
//! Loading and checking never stop at the first problem. They push a [`Diagnostic`] and go on, so
//! that an editor sees everything in one run. Only the command line prints them.

mod code;
mod place;
pub mod report;

pub use code::{Code, Severity};
pub use place::{Lines, Place, SourcePath};

use std::io;

use serde::Serialize;

/// One problem, written for the person who can mend it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// The stable code, documented in `docs/diagnostics.md`.
    pub code: Code,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Where it is; absent when the problem belongs to no file of the site.
    pub place: Option<Place>,
    /// What to do, as a sentence in the imperative.
    pub cure: Option<String>,
}

impl Diagnostic {
    /// A problem that belongs to no place in a file.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            place: None,
            cure: None,
        }
    }

    /// A problem at a place in a file of the site.
    pub fn at(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self {
            place: Some(place),
            ..Self::new(code, message)
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn cure(mut self, cure: impl Into<String>) -> Self {
        self.cure = Some(cure.into());
        self
    }

    /// How serious it is, which follows from the code.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    fn sort_key(&self) -> (&str, u32, u32, &'static str, &str) {
        let (file, line, column) = match &self.place {
            Some(place) => (place.file.as_str(), place.line, place.column),
            None => ("", 0, 0),
        };
        (file, line, column, self.code.id(), &self.message)
    }
}

/// Everything that was found in one run.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// An empty collection.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all problems of another collection.
    pub fn append(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    /// Sorts by file, line, column and code, and drops repetitions, so that the outcome does not
    /// depend on the order in which files were read.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.0.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        self.0.dedup();
        self
    }

    /// All problems, in the order in which they were found or sorted.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// How many have the given severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|d| d.severity() == severity).count()
    }

    /// Whether there is at least one error.
    pub fn has_errors(&self) -> bool {
        self.iter().any(|d| d.severity() == Severity::Error)
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(iter: I) -> Self {
        Self(iter.into_iter().collect())
    }
}

/// The system's own words without the number that nobody can use.
pub fn plain_io_error(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::IsADirectory {
        return "it is a folder".to_owned();
    }
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => "unknown reason".to_owned(),
    }
}
