//! Offline editions as publishers and readers meet them: made by the program, spoilt in every way
//! that a stick can be, and checked by the program and by the tools that everybody has.
//!
//! Tests that need such a tool pass over it with a word when it is missing; with
//! `REDLIST_ALL_TOOLS=1`, as in `tests/run`, they insist on it.

mod age;
mod deltas;
mod failing;
mod findings;
mod keys;
mod parts;
mod single;
mod stick;
#[path = "../support/mod.rs"]
mod support;
mod zips;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use support::small::SmallSite;
use support::{copy, files, redlist, said};
use tempfile::TempDir;

/// A site, a key, and a place to write to.
struct Desk {
    site: SmallSite,
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            site: SmallSite::new(),
            folder: TempDir::new().unwrap(),
        };
        desk.publish("2026.1", "2026-01-31", "2027-01-31");
        desk.ok(&["keygen", "me", "--no-password"]);
        desk
    }

    /// Names the edition of the site.
    fn publish(&self, name: &str, date: &str, until: &str) {
        let text = fs::read_to_string(self.site.path("redlist.yaml")).unwrap();
        let line = format!("edition: {{name: \"{name}\", date: {date}, valid_until: {until}}}");
        let lines = text.lines().map(|old| match old.starts_with("edition:") {
            true => line.as_str(),
            false => old,
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        self.site.write("redlist.yaml", text + "\n");
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, args: &[&str]) -> Output {
        let output = redlist()
            .args(args)
            .current_dir(self.folder.path())
            .output();
        output.unwrap()
    }

    fn ok(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", said(&output));
        said(&output)
    }

    /// Runs what must fail, and gives what it said.
    fn fails(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(1), "{args:?}: {}", said(&output));
        said(&output)
    }

    fn bundle(&self, dest: &str, more: &[&str]) -> String {
        let site = self.site.root().to_str().unwrap();
        self.ok(&[&["bundle", site, dest], more].concat())
    }

    fn sign(&self, dest: &str) -> String {
        self.bundle(dest, &["--sign", "me.key"])
    }

    /// Verifies on a day on which the edition is valid; gives the exit code and the findings.
    fn verify(&self, path: &str, more: &[&str]) -> (i32, Vec<String>) {
        let args = [
            "verify",
            path,
            "--public-key",
            "me.pub",
            "--date",
            "2026-06-01",
        ];
        let output = self.run(&[&args, more].concat());
        let lines = String::from_utf8(output.stdout).unwrap();
        let lines = lines.lines().map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            words.join(" ")
        });
        (output.status.code().unwrap(), lines.collect())
    }

    fn assert_good(&self, path: &str) {
        assert_eq!(self.verify(path, &[]), (0, Vec::new()));
    }

    /// Insists on exactly these findings: each a line's start.
    fn assert_found(&self, path: &str, expected: &[&str]) {
        let (code, found) = self.verify(path, &[]);
        assert_eq!(code, 1, "{found:?}");
        let fits = found.len() == expected.len()
            && found
                .iter()
                .zip(expected)
                .all(|(line, start)| line.starts_with(start));
        assert!(fits, "found {found:#?}\nexpected {expected:#?}");
    }
}

/// Whether a tool is there; says so when a test is passed over.
fn has(tool: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    folders.extend(["/sbin", "/usr/sbin"].map(PathBuf::from));
    if folders.iter().any(|folder| folder.join(tool).exists()) {
        return true;
    }
    assert!(
        std::env::var_os("REDLIST_ALL_TOOLS").is_none(),
        "{tool} is missing"
    );
    eprintln!("passed over: {tool} is not installed");
    false
}

fn tool(name: &str, args: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(name);
    let path = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{path}:/sbin:/usr/sbin"));
    command.args(args).current_dir(folder).output().unwrap()
}

fn tool_ok(name: &str, args: &[&str], folder: &Path) -> String {
    let output = tool(name, args, folder);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "{name} {args:?}: {}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
    text(&output.stdout)
}

const SEAL: &str = "en/iraq/cylinder-seals.html";

/// Makes a zip anew with changed files. What stood in packs stands alone afterwards.
fn rezip(from: &Path, to: &Path, change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) {
    let mut all = unzipped(&fs::read(from).unwrap());
    for name in packs(&all) {
        let pack = all.remove(&name).unwrap();
        all.extend(unzipped(&pack));
    }
    change(&mut all);
    fs::write(to, zipped(all)).unwrap();
}

/// Makes a delta anew with changed files in its first pack.
fn repack(from: &Path, to: &Path, change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) {
    let mut all = unzipped(&fs::read(from).unwrap());
    let first = packs(&all).remove(0);
    let mut inside = unzipped(&all[&first]);
    change(&mut inside);
    all.insert(first, zipped(inside));
    fs::write(to, zipped(all)).unwrap();
}

fn packs(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let packs = files.keys().filter(|name| name.starts_with("packed/"));
    packs.cloned().collect()
}

fn unzipped(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let mut all = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        all.insert(file.name().unwrap().into_owned(), bytes);
    }
    all
}

fn zipped(files: BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
