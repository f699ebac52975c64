//! The small site under `tests/sites/`, copied and changed, and the program run over it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;
use walkdir::WalkDir;

/// The folder of the tests.
pub fn tests_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The small site as it stands in the repository.
pub fn small_site() -> PathBuf {
    tests_folder().join("sites/small")
}

/// A copy of the small site that may be changed.
pub struct SiteCopy {
    folder: TempDir,
}

impl SiteCopy {
    /// Copies the small site.
    pub fn new() -> Self {
        let copy = Self {
            folder: TempDir::new().unwrap(),
        };
        copy.lay_over(&small_site());
        copy
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
        for file in files(folder) {
            let target = self.root().join(file.strip_prefix(folder).unwrap());
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(&file, &target).unwrap();
        }
    }

    /// Writes a file.
    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Removes a file, or a folder with all that it holds.
    pub fn remove(&self, file: &str) {
        let path = self.path(file);
        match path.is_dir() {
            true => fs::remove_dir_all(path).unwrap(),
            false => fs::remove_file(path).unwrap(),
        }
    }

    /// Runs the program in the site's folder.
    pub fn run(&self, args: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_redlist"))
            .args(args)
            .current_dir(self.root())
            .env_remove("NO_COLOR")
            .output()
            .unwrap();
        Run(output)
    }
}

/// What the program did.
pub struct Run(Output);

impl Run {
    /// The exit code.
    pub fn code(&self) -> i32 {
        self.0.status.code().expect("the program ends by itself")
    }


    /// What people read, without what is no business of the problems: times, numbers of pages,
    /// the table of languages, and strings that redlist itself has not in Arabic.
    pub fn told(&self) -> String {
        let text = std::str::from_utf8(&self.0.stderr).unwrap();
        let blocks = text.split("\n\n");
        let mut told: Vec<String> = blocks
            .filter(|block| !block.contains("i18n/ar/interface.ftl"))
            .map(str::to_owned)
            .collect();
        if let Some(last) = told.last_mut() {
            *last = summary(last);
        }
        told.join("\n\n")
    }
}

/// The last words: how many problems there are.
fn summary(last: &str) -> String {
    let line = last.lines().last().unwrap_or_default();
    match line
        .strip_prefix("Checked ")
        .and_then(|rest| rest.split_once(": "))
    {
        Some((_, count)) => format!("Checked: {count}\n"),
        None => format!("{line}\n"),
    }
}

/// All files below a folder, sorted.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let entries = entries.map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(walkdir::DirEntry::into_path).collect()
}
