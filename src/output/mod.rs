//! Where the bytes go: places in the output, and the sinks that take what is rendered.
//!
//! A sink knows paths and bytes; it knows nothing of lists or languages. The folder on disk is
//! built like this: files that changed are gathered in `.redlist/unfinished/` below the output,
//! and only [`FolderSink::commit`] moves them into place. The manifest in `.redlist/manifest`
//! names every file that is ours, so that nothing else is ever replaced or removed.

mod clean;
mod disk;
mod error;
mod folder;
mod home;
#[cfg(test)]
mod interruptions;
mod manifest;
mod path;
mod plan;
mod removal;

pub use clean::clean;
pub use error::OutputError;
pub use folder::FolderSink;
pub use manifest::ManifestProblem;
pub use path::{OutputPath, PathProblem};

/// Takes what is rendered, from many threads at once.
pub trait Sink: Sync {
    /// Takes the bytes of one file.
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<Outcome, OutputError>;
}

/// A sink that keeps nothing, for commands that only look for problems.
#[derive(Clone, Copy, Debug, Default)]
pub struct Discard;

impl Sink for Discard {
    fn put(&self, _: &OutputPath, _: &[u8]) -> Result<Outcome, OutputError> {
        Ok(Outcome::Unchanged)
    }
}

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is new or differs from the one that stands there.
    Written,
    /// The same bytes stand there already; nothing was touched.
    Unchanged,
}

/// What a build did to its output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that stood there already.
    pub unchanged: usize,
    /// Files of an earlier build that are no longer part of the site.
    pub removed: usize,
    /// The size of all files of the site, written or not.
    pub bytes: u64,
}
