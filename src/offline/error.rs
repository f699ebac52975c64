//! What can go wrong with an offline edition, told to the person who can mend it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic};
use crate::output::{OutputError, OutputPath, PathProblem};

/// Why an offline edition could not be made or used.
#[derive(Debug)]
pub enum OfflineError {
    /// The output folder says no.
    Output(OutputError),
    /// A file cannot be read.
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file cannot be written.
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// What was written comes back with other bytes: the medium fails.
    ReadBack {
        /// The file.
        path: PathBuf,
    },
    /// Something went wrong when what stands there was already being changed.
    HalfDone(Box<OfflineError>),
    /// The folder to write into is a site, or a part of one.
    Site {
        /// The folder.
        path: PathBuf,
    },
    /// A file exists, and is not to be replaced.
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// A file holds no key of this kind.
    Key {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The password does not open the key.
    Password {
        /// The file of the key.
        path: PathBuf,
    },
    /// A file is not a zip, or a damaged one.
    Zip {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A manifest cannot be understood.
    Manifest {
        /// Where it stands.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A delta was made for another edition than the stick holds.
    Base {
        /// The stick.
        dest: PathBuf,
        /// The edition that the delta starts from.
        from: String,
        /// Files that the new edition needs and the delta does not carry.
        lacking: Vec<OutputPath>,
    },
    /// A delta or manifest that does not belong to this publisher, or was altered.
    Untrusted {
        /// What is not to be trusted.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The site has no such list.
    UnknownList {
        /// What was asked for.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// A file name that no stick could hold.
    Name {
        /// The name.
        name: String,
        /// What is wrong with it.
        problem: PathProblem,
    },
    /// What was asked for does not fit into the size that was given.
    TooLarge {
        /// How many bytes it has.
        needed: u64,
        /// How many it may have.
        limit: u64,
        /// The largest parts, with their sizes.
        largest: Vec<(String, u64)>,
    },
}

impl OfflineError {
    pub(super) fn read(path: &Path) -> impl Fn(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Read {
            path: path.clone(),
            error,
        }
    }

    pub(super) fn write(path: &Path) -> impl Fn(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Write {
            path: path.clone(),
            error,
        }
    }

    /// The error as a value of the report.
    pub fn to_diagnostic(&self) -> Diagnostic {
        match self {
            Self::Output(error) => error.to_diagnostic(),
            Self::HalfDone(error) => error.to_diagnostic(),
            Self::Write { path, error } => OutputError::Write {
                path: path.clone(),
                error: io::Error::new(error.kind(), error.to_string()),
            }
            .to_diagnostic(),
            _ => Diagnostic::new(Code::OfflineEdition, self.to_string()).cure(self.cure()),
        }
    }

    fn cure(&self) -> String {
        match self {
            Self::Output(_) | Self::Write { .. } => String::new(),
            Self::HalfDone(error) => error.cure(),
            Self::Site { .. } => {
                "Name the stick or folder to write into last: `redlist bundle SITE DEST`.".to_owned()
            }
            Self::Read { .. } => "Check the path, and that you may read it.".to_owned(),
            Self::ReadBack { .. } => {
                "The stick or disk does not keep what is written. Use another one.".to_owned()
            }
            Self::Exists { .. } => {
                "Choose another name, or move the old file away yourself.".to_owned()
            }
            Self::Key { .. } => {
                "`redlist keygen NAME` makes a pair of keys; docs/offline.md tells which is for what.".to_owned()
            }
            Self::Password { .. } => {
                "Type it again, or give it in a file with --password-file.".to_owned()
            }
            Self::Zip { .. } => "Fetch or copy the file again: it may have arrived in part.".into(),
            Self::Manifest { .. } => {
                "Give the manifest.json of an offline edition that redlist made.".to_owned()
            }
            Self::Base { from, .. } => format!(
                "Apply the delta to a whole copy of edition {from}, or ask for the whole new edition."
            ),
            Self::Untrusted { .. } => {
                "Do not use it. Ask the publisher for a new copy, by another way.".to_owned()
            }
            Self::UnknownList { known, .. } => format!("The lists are: {}.", known.join(", ")),
            Self::Name { .. } => {
                "Use lowercase letters, digits, hyphen, underscore and dot.".to_owned()
            }
            Self::TooLarge { .. } => {
                "Choose fewer languages or lists, or allow more with --max-size.".to_owned()
            }
        }
    }
}

impl fmt::Display for OfflineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Output(error) => error.fmt(f),
            Self::Read { path, error } => write!(f, "cannot read `{}`: {error}", path.display()),
            Self::Write { path, error } => write!(f, "cannot write `{}`: {error}", path.display()),
            Self::ReadBack { path } => write!(
                f,
                "`{}` does not come back as it was written",
                path.display()
            ),
            Self::HalfDone(error) => error.fmt(f),
            Self::Site { path } => write!(
                f,
                "`{}` is a site or a part of one, and no place for an edition",
                path.display()
            ),
            Self::Exists { path } => write!(f, "`{}` is there already", path.display()),
            Self::Key { path, why } => {
                write!(f, "the key `{}` cannot be used: {why}", path.display())
            }
            Self::Password { path } => {
                write!(f, "the password does not open the key `{}`", path.display())
            }
            Self::Zip { path, why } => {
                write!(f, "`{}` cannot be read as a zip: {why}", path.display())
            }
            Self::Manifest { path, why } => {
                write!(f, "`{}` is not a manifest: {why}", path.display())
            }
            Self::Base { dest, lacking, .. } => {
                write!(
                    f,
                    "`{}` is not the edition that this delta starts from: {} missing or altered (",
                    dest.display(),
                    match lacking.len() {
                        1 => "1 file is".to_owned(),
                        n => format!("{n} files are"),
                    }
                )?;
                for (at, path) in lacking.iter().take(5).enumerate() {
                    write!(f, "{}{path}", if at > 0 { ", " } else { "" })?;
                }
                f.write_str(if lacking.len() > 5 { ", …)" } else { ")" })
            }
            Self::Untrusted { path, why } => write!(f, "`{}`: {why}", path.display()),
            Self::UnknownList { name, .. } => write!(f, "the site has no list `{name}`"),
            Self::Name { name, problem } => {
                write!(f, "`{name}` cannot be the name of a file: {problem}")
            }
            Self::TooLarge {
                needed,
                limit,
                largest,
            } => {
                write!(
                    f,
                    "this needs {}, and only {} are allowed; the largest parts are ",
                    size_beside(*needed, *limit),
                    human_size(*limit)
                )?;
                for (at, (name, size)) in largest.iter().enumerate() {
                    write!(
                        f,
                        "{}{name} ({})",
                        if at > 0 { ", " } else { "" },
                        human_size(*size)
                    )?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for OfflineError {}

impl From<OutputError> for OfflineError {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

/// A size in words that differ from those of another size.
fn size_beside(bytes: u64, other: u64) -> String {
    let words = human_size(bytes);
    match words == human_size(other) {
        true => format!("{bytes} bytes"),
        false => words,
    }
}

/// `9.5 MB`, in the units that file managers and shops use: a megabyte is a million bytes.
pub fn human_size(bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "one decimal is shown")]
    let n = bytes as f64;
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{:.1} kB", n / 1e3),
        1_000_000..1_000_000_000 => format!("{:.1} MB", n / 1e6),
        _ => format!("{:.1} GB", n / 1e9),
    }
}
