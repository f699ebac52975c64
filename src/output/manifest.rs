//! The manifest: a plain text file that names every file of the output that is ours.
//!
//! The first line names the format and its version, then comes one path a line, sorted. What a
//! manifest names may be removed, so a line that is not a good path spoils the whole.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::disk::{self, Stands};
use super::error::OutputError;
use super::path::{OutputPath, PathProblem};

const FORMAT: &str = "redlist-output ";
const VERSION: &str = "1";

/// Far above any site, far below the memory of any computer.
const TOO_LARGE: u64 = 64 * 1024 * 1024;

/// Why a manifest cannot be trusted. Displayed, it goes on a sentence that starts with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ManifestProblem {
    /// The first line is not that of a manifest.
    Foreign,
    /// The format is of a version that this redlist does not know.
    Version(String),
    /// A line, counted from 1, is not a path of an output.
    Line(usize, PathProblem),
}

impl ManifestProblem {
    /// What to do about it.
    pub fn cure(&self) -> &'static str {
        match self {
            Self::Version(_) => {
                "Build with the redlist that made the folder, or choose another output folder."
            }
            Self::Foreign | Self::Line(..) => {
                "Look through the folder and delete it yourself, or choose another output folder."
            }
        }
    }
}

impl fmt::Display for ManifestProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("is not a manifest of redlist"),
            Self::Version(version) => write!(
                f,
                "has the format {version:?}, and this redlist only knows {VERSION:?}"
            ),
            Self::Line(number, problem) => write!(f, "is damaged in line {number}: {problem}"),
        }
    }
}

/// The paths that a manifest names, sorted; nothing when there is no manifest.
pub(super) fn read(path: &Path) -> Result<Option<Vec<OutputPath>>, OutputError> {
    let spoilt = |problem| {
        let path = path.to_owned();
        OutputError::Manifest { path, problem }
    };
    match disk::stands(path)? {
        Stands::Nothing => return Ok(None),
        Stands::File(length) if length < TOO_LARGE => {}
        _ => return Err(spoilt(ManifestProblem::Foreign)),
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(TOO_LARGE).read_to_end(&mut bytes))
        .map_err(disk::reading(path))?;
    let text = String::from_utf8(bytes).map_err(|_| spoilt(ManifestProblem::Foreign))?;
    parse(&text).map(Some).map_err(spoilt)
}

fn parse(text: &str) -> Result<Vec<OutputPath>, ManifestProblem> {
    let mut lines = text.lines();
    let version = lines
        .next()
        .and_then(|line| line.strip_prefix(FORMAT))
        .ok_or(ManifestProblem::Foreign)?;
    if version != VERSION {
        return Err(ManifestProblem::Version(version.chars().take(20).collect()));
    }
    let mut paths = lines
        .enumerate()
        .map(|(at, line)| {
            OutputPath::new(line).map_err(|problem| ManifestProblem::Line(at + 2, problem))
        })
        .collect::<Result<Vec<_>, _>>()?;
    // Ours are sorted; those that someone edited need not be.
    paths.sort_unstable();
    paths.dedup();
    Ok(paths)
}

/// The text of a manifest; the paths come sorted.
pub(super) fn write(paths: &[OutputPath]) -> String {
    let mut text = format!("{FORMAT}{VERSION}\n");
    for path in paths {
        text.push_str(path.as_str());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(texts: &[&str]) -> Vec<OutputPath> {
        texts.iter().map(|t| OutputPath::new(t).unwrap()).collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let paths = paths(&["ar/index.html", "index.html"]);
        let text = write(&paths);
        assert_eq!(text, "redlist-output 1\nar/index.html\nindex.html\n");
        assert_eq!(parse(&text), Ok(paths));
        assert_eq!(parse(&write(&[])), Ok(Vec::new()));
    }

    #[test]
    fn order_repetition_and_line_ends_do_not_matter() {
        let text = "redlist-output 1\r\nb\r\na\r\nb\r\n";
        assert_eq!(parse(text), Ok(paths(&["a", "b"])));
    }

    #[test]
    fn a_line_that_leads_outside_spoils_the_whole() {
        for line in [
            "../x",
            "/etc/passwd",
            "a/../../x",
            "C:\\x",
            "",
            ".redlist/lock",
        ] {
            let text = format!("redlist-output 1\na\n{line}\n");
            assert!(
                matches!(parse(&text), Err(ManifestProblem::Line(3, _))),
                "{line:?}"
            );
        }
    }

    #[test]
    fn other_formats_and_versions_are_told_apart() {
        let version = |v: &str| Err(ManifestProblem::Version(v.to_owned()));
        assert_eq!(parse("redlist-output 2\na\n"), version("2"));
        assert_eq!(parse("redlist-output 1.1\n"), version("1.1"));
        assert_eq!(parse(""), Err(ManifestProblem::Foreign));
        assert_eq!(parse("a\nb\n"), Err(ManifestProblem::Foreign));
    }

    #[test]
    fn a_problem_names_the_line() {
        let problem = parse("redlist-output 1\na\nB\n").unwrap_err();
        let text = problem.to_string();
        assert!(text.starts_with("is damaged in line 3: "), "{text}");
    }
}
