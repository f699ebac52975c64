//! What can go wrong with an output folder, told to the person who can mend it.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use super::manifest::ManifestProblem;
use super::path::OutputPath;
use crate::diagnostic::{Code, Diagnostic};

/// Why the output could not be written.
#[derive(Debug)]
pub enum OutputError {
    /// Something that is not a folder has the name of the output folder.
    NotAFolder {
        /// The output folder.
        dir: PathBuf,
    },
    /// The folder holds files and no manifest, so another hand made it.
    NotOurs {
        /// The output folder.
        dir: PathBuf,
    },
    /// Another build is writing into the folder.
    Busy {
        /// The output folder.
        dir: PathBuf,
    },
    /// The manifest cannot be trusted.
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        problem: ManifestProblem,
    },
    /// A file, folder or link that another hand put where the site needs the place.
    InTheWay {
        /// What stands there.
        path: PathBuf,
    },
    /// Two files of the site want one place, or one wants the name of the other's folder.
    Collision {
        /// The place.
        path: OutputPath,
    },
    /// A file came that the plan does not name: a mistake in redlist.
    Unplanned {
        /// The file.
        path: OutputPath,
    },
    /// A file that the plan names did not come: a mistake in redlist.
    Missing {
        /// The file.
        path: OutputPath,
    },
    /// A file or folder of the output cannot be read.
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file or folder of the output cannot be written, moved or removed.
    Write {
        /// Its place in the output.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl OutputError {
    /// The error as a value of the report.
    pub fn to_diagnostic(&self) -> Diagnostic {
        Diagnostic::new(self.code(), self.to_string()).cure(self.cure())
    }

    fn code(&self) -> Code {
        match self {
            Self::NotOurs { .. } | Self::Manifest { .. } | Self::InTheWay { .. } => {
                Code::OutputNotOurs
            }
            Self::Busy { .. } => Code::OutputBusy,
            Self::Collision { .. } => Code::OutputCollision,
            Self::Read { .. } => Code::UnreadableFile,
            Self::NotAFolder { .. }
            | Self::Unplanned { .. }
            | Self::Missing { .. }
            | Self::Write { .. } => Code::CannotWrite,
        }
    }

    fn cure(&self) -> &'static str {
        match self {
            Self::NotAFolder { .. } => "Choose a folder for the output.",
            Self::NotOurs { .. } => {
                "Choose an empty or new folder; redlist never writes among the files of others."
            }
            Self::Busy { .. } => "Wait until the other build is done, or choose another folder.",
            Self::Manifest { problem, .. } => problem.cure(),
            Self::InTheWay { .. } => "Move it elsewhere, or choose another output folder.",
            Self::Collision { .. } => "Rename one of the two.",
            Self::Unplanned { .. } | Self::Missing { .. } => {
                "This is a mistake in redlist: please report it."
            }
            Self::Read { error, .. } => cure_for_reading(error.kind()),
            Self::Write { error, .. } => cure_for_writing(error.kind()),
        }
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFolder { dir } => {
                write!(f, "the output `{}` is not a folder", dir.display())
            }
            Self::NotOurs { dir } => write!(
                f,
                "the output folder `{}` holds files that redlist did not make",
                dir.display()
            ),
            Self::Busy { dir } => write!(
                f,
                "another build is writing into the output folder `{}`",
                dir.display()
            ),
            Self::Manifest { path, problem } => {
                write!(f, "`{}` {problem}", path.display())
            }
            Self::InTheWay { path } => write!(
                f,
                "`{}` stands where redlist wants to write, and redlist did not make it",
                path.display()
            ),
            Self::Collision { path } => write!(
                f,
                "two files of the site want the place `{path}` in the output"
            ),
            Self::Unplanned { path } => {
                write!(f, "`{path}` was rendered, but is not part of the plan")
            }
            Self::Missing { path } => {
                write!(f, "`{path}` is part of the plan, but was never rendered")
            }
            Self::Read { path, error } => {
                write!(f, "cannot read `{}`: {}", path.display(), reason(error))
            }
            Self::Write { path, error } => {
                write!(f, "cannot write `{}`: {}", path.display(), reason(error))
            }
        }
    }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { error, .. } | Self::Write { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// The system's words are for programmers; the usual reasons get words of their own.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::QuotaExceeded => "your share of the disk is used up".to_owned(),
        ErrorKind::FileTooLarge => "the file is larger than this disk allows".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::CrossesDevices => "it lies on another disk than its folder".to_owned(),
        _ => error.to_string(),
    }
}

fn cure_for_reading(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::PermissionDenied => {
            "Give yourself the right to read it, or choose another output folder."
        }
        _ => "Check the disk, or choose another output folder.",
    }
}

fn cure_for_writing(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "Free some space or choose a folder on another disk, then build again."
        }
        ErrorKind::FileTooLarge => "Choose a folder on another disk, then build again.",
        ErrorKind::ReadOnlyFilesystem => {
            "Unlock the disk or choose a folder on another one, then build again."
        }
        ErrorKind::PermissionDenied => {
            "Give yourself the right to write there, close programs that hold the file open, or \
             choose another folder, then build again."
        }
        ErrorKind::CrossesDevices => {
            "Do not mount another disk inside the output folder, then build again."
        }
        _ => "Check the disk or choose another folder, then build again.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write_error(kind: ErrorKind) -> Diagnostic {
        let (path, error) = (PathBuf::from("public/index.html"), kind.into());
        OutputError::Write { path, error }.to_diagnostic()
    }

    #[test]
    fn a_full_disk_is_told_with_the_file_and_what_to_do() {
        let told = write_error(ErrorKind::StorageFull);
        assert_eq!(told.code, Code::CannotWrite);
        assert_eq!(
            told.message,
            "cannot write `public/index.html`: the disk is full"
        );
        assert!(told.cure.unwrap().starts_with("Free some space"));
    }

    #[test]
    fn each_usual_reason_has_words_and_a_cure_of_its_own() {
        for (kind, reason, cure) in [
            (ErrorKind::ReadOnlyFilesystem, "read-only", "Unlock"),
            (ErrorKind::PermissionDenied, "permission", "Give yourself"),
            (ErrorKind::FileTooLarge, "larger", "another disk"),
        ] {
            let told = write_error(kind);
            assert!(told.message.contains(reason), "{}", told.message);
            assert!(told.cure.unwrap().contains(cure));
        }
    }

    #[test]
    fn every_kind_of_error_has_its_code() {
        let dir = PathBuf::from("public");
        let path = OutputPath::new("index.html").unwrap();
        let denied = || io::Error::from(ErrorKind::PermissionDenied);
        for (error, code) in [
            (
                OutputError::NotAFolder { dir: dir.clone() },
                Code::CannotWrite,
            ),
            (
                OutputError::NotOurs { dir: dir.clone() },
                Code::OutputNotOurs,
            ),
            (OutputError::Busy { dir: dir.clone() }, Code::OutputBusy),
            (
                OutputError::InTheWay { path: dir.clone() },
                Code::OutputNotOurs,
            ),
            (
                OutputError::Collision { path: path.clone() },
                Code::OutputCollision,
            ),
            (
                OutputError::Unplanned { path: path.clone() },
                Code::CannotWrite,
            ),
            (OutputError::Missing { path }, Code::CannotWrite),
            (
                OutputError::Read {
                    path: dir,
                    error: denied(),
                },
                Code::UnreadableFile,
            ),
        ] {
            let told = error.to_diagnostic();
            assert_eq!(told.code, code, "{}", told.message);
            assert!(told.cure.is_some_and(|cure| cure.ends_with('.')));
        }
    }
}
