//! The small site under `tests/sites/`, copied and changed, and the program run over it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use tempfile::TempDir;

use super::{copy, redlist, repository};

/// The small site as it stands in the repository.
pub fn small_site() -> PathBuf {
    repository().join("tests/sites/small")
}

/// A copy of the small site that may be changed.
pub struct SmallSite {
    folder: TempDir,
}

impl SmallSite {
    /// Copies the small site.
    pub fn new() -> Self {
        let site = Self {
            folder: TempDir::new().unwrap(),
        };
        site.lay_over(&small_site());
        site
    }

    /// The copy's root.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A file of the copy.
    pub fn path(&self, file: &str) -> PathBuf {
        self.root().join(file)
    }

    /// Copies the files of a folder over those that are there.
    pub fn lay_over(&self, folder: &Path) {
        copy(folder, self.root(), &mut |names| names.sort());
    }

    /// Writes a file.
    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Removes a file.
    pub fn remove(&self, file: &str) {
        fs::remove_file(self.path(file)).unwrap();
    }

    /// Runs the program in the site's folder, so that it names no path of this computer.
    pub fn run(&self, args: &[&str]) -> Run {
        let output = redlist().args(args).current_dir(self.root()).output();
        Run(output.expect("the program starts"))
    }
}

/// What the program did.
pub struct Run(Output);

impl Run {
    /// The exit code.
    pub fn code(&self) -> i32 {
        self.0.status.code().expect("the program ends by itself")
    }

    /// What programs read.
    pub fn stdout(&self) -> &str {
        std::str::from_utf8(&self.0.stdout).unwrap()
    }

    /// What people read, without what is no business of the site's problems: times, numbers of
    /// pages, the table of languages, and the strings of redlist that wait for a translator.
    pub fn told(&self) -> String {
        let text = std::str::from_utf8(&self.0.stderr).unwrap();
        let mut blocks: Vec<&str> = text.split("\n\n").collect();
        let last = summary(blocks.pop().unwrap_or_default());
        blocks.retain(|block| !block.contains("--> i18n/ar/interface.ftl"));
        blocks.push(&last);
        blocks.join("\n\n")
    }
}

/// The last words: how many problems there are.
fn summary(last: &str) -> String {
    let line = last.lines().last().unwrap_or_default();
    let count = line.strip_prefix("Checked ");
    match count.and_then(|rest| rest.split_once(": ")) {
        Some((_, count)) => format!("Checked: {count}\n"),
        None => format!("{line}\n"),
    }
}
