//! What several tests need: a copy of a site, a run of the binary, a folder as bytes.
#![allow(dead_code, reason = "each test uses a part of it")]

pub mod pictures;
pub mod small;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The repository's root, which is also its first site.
pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The binary under test.
pub fn redlist() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redlist"));
    command.env("NO_COLOR", "1");
    // Not the user's own: see `redlist::pictures::Cache`.
    command.env("REDLIST_CACHE", env!("CARGO_TARGET_TMPDIR"));
    command
}

/// Runs the binary to its end.
pub fn run(args: &[&str]) -> Output {
    redlist().args(args).output().expect("the binary starts")
}

/// What a run said to people.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Builds a site into a folder and insists that it works.
pub fn build(site: &Path, output: &Path) {
    build_with(site, output, &[], &[]);
}

/// Builds a site with more words and environment, and insists that it works.
pub fn build_with(site: &Path, output: &Path, args: &[&str], env: &[(&str, &str)]) {
    let done = redlist()
        .args([
            "build".as_ref(),
            site.as_os_str(),
            "-o".as_ref(),
            output.as_os_str(),
        ])
        .args(args)
        .envs(env.iter().copied())
        .output()
        .expect("the binary starts");
    assert!(done.status.success(), "{}", said(&done));
}

/// Every file below a folder with its bytes; what belongs to the tool itself is left out.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_entry(|entry| entry.file_name() != ".redlist")
        .map(|entry| entry.expect("the folder can be read"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("it is below");
            let bytes = fs::read(entry.path()).expect("the file can be read");
            (path.to_string_lossy().replace('\\', "/"), bytes)
        })
        .collect()
}

/// Copies the files of a site: its configuration, content, messages and themes.
pub fn copy_site(from: &Path, to: &Path) {
    for part in ["redlist.yaml", "content", "i18n", "themes"] {
        copy(&from.join(part), &to.join(part), &mut |names| names.sort());
    }
}

/// Copies a file or folder; `order` decides in which order a folder's files are made.
pub fn copy(from: &Path, to: &Path, order: &mut dyn FnMut(&mut Vec<PathBuf>)) {
    if from.is_file() {
        fs::create_dir_all(to.parent().expect("a file stands in a folder")).expect("can be made");
        fs::copy(from, to).expect("can be copied");
        return;
    }
    let Ok(entries) = fs::read_dir(from) else {
        return;
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("can be read").path())
        .collect();
    order(&mut paths);
    for path in paths {
        let name = path.file_name().expect("an entry has a name").to_owned();
        copy(&path, &to.join(name), order);
    }
}
