//! Offline editions as publishers and readers meet them: made by the program, spoilt in every way
//! that a stick can be, and checked by the program and by the tools that everybody has.
//!
//! Tests that need such a tool pass over it with a word when it is missing; with
//! `REDLIST_ALL_TOOLS=1`, as in `tests/run`, they insist on it.

mod support;

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

// A stick

#[test]
fn a_stick_holds_the_site_and_what_proves_it() {
    let desk = Desk::new();
    desk.sign("stick");
    for name in [
        "START-HERE.html",
        "SHA256SUMS",
        "manifest.json",
        "manifest.json.minisig",
        SEAL,
    ] {
        assert!(desk.at("stick").join(name).is_file(), "{name}");
    }
    desk.assert_good("stick");

    let text = fs::read_to_string(desk.at("stick/manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(manifest["edition"], "2026.1");
    assert_eq!(manifest["date"], "2026-01-31");
    assert_eq!(manifest["valid_until"], "2027-01-31");
    assert_eq!(manifest["publisher"]["name"], "Museum of the Test");
    assert_eq!(manifest["languages"], serde_json::json!(["en", "ar"]));
    let named: Vec<&str> = manifest["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["path"].as_str().unwrap())
        .collect();
    let mut found: Vec<String> = files(&desk.at("stick")).into_keys().collect();
    found.retain(|name| !name.starts_with("manifest.json"));
    assert_eq!(named, found);
}

#[test]
fn the_site_on_a_stick_is_the_site_as_it_is_built() {
    let desk = Desk::new();
    desk.sign("stick");
    support::build(desk.site.root(), &desk.at("public"));
    let mut stick = files(&desk.at("stick"));
    for name in [
        "START-HERE.html",
        "SHA256SUMS",
        "manifest.json",
        "manifest.json.minisig",
    ] {
        stick.remove(name).unwrap();
    }
    assert_eq!(stick, files(&desk.at("public")));
}

#[test]
fn everybody_s_tools_check_a_stick_too() {
    let desk = Desk::new();
    desk.sign("stick");
    let stick = desk.at("stick");
    tool_ok(
        "sha256sum",
        &["-c", "--quiet", "--strict", "SHA256SUMS"],
        &stick,
    );
    if !has("minisign") {
        return;
    }
    let args = ["-Vm", "manifest.json", "-p", "../me.pub"];
    let told = tool_ok("minisign", &args, &stick);
    assert!(told.contains("edition:2026.1"), "{told}");

    // And keys of the stock tool sign and check here.
    tool_ok(
        "minisign",
        &["-GW", "-p", "stock.pub", "-s", "stock.key"],
        desk.folder.path(),
    );
    desk.bundle("stick", &["--sign", "stock.key"]);
    tool_ok(
        "minisign",
        &["-Vm", "manifest.json", "-p", "../stock.pub"],
        &stick,
    );
    desk.ok(&[
        "verify",
        "stick",
        "--public-key",
        "stock.pub",
        "--date",
        "2026-06-01",
    ]);
    assert!(!tool("minisign", &args, &stick).status.success());
}

#[test]
fn an_unchanged_stick_is_not_touched_and_a_changed_one_only_where_it_changed() {
    let desk = Desk::new();
    desk.sign("stick");
    let before = files(&desk.at("stick"));
    let told = desk.sign("stick");
    assert!(told.contains("0 files written"), "{told}");
    assert_eq!(
        files(&desk.at("stick")),
        before,
        "the signature too stays as it was"
    );

    let page = "content/pages/about/en.md";
    let text = fs::read_to_string(desk.site.path(page)).unwrap();
    desk.site.write(page, text + "\nOne more sentence.\n");
    let told = desk.sign("stick");
    assert!(
        told.contains("5 files written"),
        "a page, its stale twin and three notes: {told}"
    );
    desk.assert_good("stick");
    let unsigned = desk.bundle("stick", &[]);
    assert!(
        unsigned.contains("1 removed"),
        "the signature goes: {unsigned}"
    );
    assert!(!desk.at("stick/manifest.json.minisig").exists());
}

#[test]
fn files_of_others_stay_and_are_never_replaced() {
    let desk = Desk::new();
    let stick = desk.at("stick");
    fs::create_dir_all(stick.join("holiday")).unwrap();
    fs::write(stick.join("holiday/beach.jpg"), "mine").unwrap();
    desk.sign("stick");
    desk.site.remove("content/news/2026-01-first-edition/ar.md");
    desk.bundle("stick", &[]);
    assert_eq!(
        fs::read_to_string(stick.join("holiday/beach.jpg")).unwrap(),
        "mine"
    );

    let other = desk.at("other");
    fs::create_dir_all(other.join("en/iraq")).unwrap();
    fs::write(other.join("en/iraq/index.html"), "mine").unwrap();
    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&["bundle", site, "other"]);
    assert!(told.contains("RL903"), "{told}");
    assert_eq!(
        fs::read_to_string(other.join("en/iraq/index.html")).unwrap(),
        "mine"
    );
    assert_eq!(files(&other).len(), 1, "nothing else came");
}

#[test]
fn a_stick_that_was_unpacked_or_copied_without_our_notes_is_updated_too() {
    let desk = Desk::new();
    desk.sign("stick");
    fs::remove_dir_all(desk.at("stick/.redlist")).unwrap();
    desk.publish("2026.2", "2026-02-28", "2027-02-28");
    desk.site.remove("content/news/2026-01-first-edition/ar.md");
    desk.sign("stick");
    desk.assert_good("stick");
}

// What is wrong with a stick

#[test]
fn each_way_to_spoil_a_stick_is_told_by_name() {
    let desk = Desk::new();
    desk.sign("whole");
    let seal = |folder: &Path| folder.join(SEAL);
    type Spoil<'a> = (&'a str, &'a dyn Fn(&Path), &'a [&'a str]);
    let cases: [Spoil<'_>; 12] = [
        (
            "a byte altered",
            &|stick| {
                let mut bytes = fs::read(seal(stick)).unwrap();
                let middle = bytes.len() / 2;
                bytes[middle] ^= 1;
                fs::write(seal(stick), bytes).unwrap();
            },
            &["altered en/iraq/cylinder-seals.html"],
        ),
        (
            "truncated",
            &|stick| {
                fs::File::options()
                    .write(true)
                    .open(seal(stick))
                    .unwrap()
                    .set_len(100)
                    .unwrap()
            },
            &["altered en/iraq/cylinder-seals.html: has 100 bytes"],
        ),
        (
            "emptied",
            &|stick| fs::write(seal(stick), "").unwrap(),
            &["altered en/iraq/cylinder-seals.html: has 0 bytes"],
        ),
        (
            "removed",
            &|stick| fs::remove_file(seal(stick)).unwrap(),
            &["missing en/iraq/cylinder-seals.html"],
        ),
        (
            "renamed",
            &|stick| fs::rename(seal(stick), stick.join("en/iraq/seals.html")).unwrap(),
            &[
                "missing en/iraq/cylinder-seals.html",
                "extra en/iraq/seals.html",
            ],
        ),
        (
            "replaced by a link",
            &|stick| {
                fs::rename(seal(stick), stick.with_extension("kept")).unwrap();
                std::os::unix::fs::symlink(stick.with_extension("kept"), seal(stick)).unwrap();
            },
            &["altered en/iraq/cylinder-seals.html: a link"],
        ),
        (
            "a program added",
            &|stick| fs::write(stick.join("Setup.exe"), "MZ").unwrap(),
            &["extra Setup.exe"],
        ),
        (
            "a folder added where systems hide theirs",
            &|stick| {
                fs::create_dir_all(stick.join(".redlist/unfinished/site")).unwrap();
                fs::write(stick.join(".redlist/unfinished/site/x.html"), "x").unwrap();
            },
            &["extra .redlist/unfinished/site/x.html: left by an update"],
        ),
        (
            "the manifest removed",
            &|stick| fs::remove_file(stick.join("manifest.json")).unwrap(),
            &["manifest manifest.json"],
        ),
        (
            "the signature removed",
            &|stick| fs::remove_file(stick.join("manifest.json.minisig")).unwrap(),
            &["signature manifest.json.minisig: is missing"],
        ),
        (
            "the signature damaged",
            &|stick| {
                fs::write(
                    stick.join("manifest.json.minisig"),
                    "untrusted comment: x\nRW",
                )
                .unwrap()
            },
            &["signature manifest.json.minisig: is damaged"],
        ),
        (
            "the manifest made to fit an altered page",
            &|stick| {
                let path = stick.join("manifest.json");
                let text = fs::read_to_string(&path).unwrap();
                fs::write(path, text.replace("2027-01-31", "2099-01-31")).unwrap();
            },
            &["signature manifest.json.minisig: does not fit"],
        ),
    ];
    for (number, (what, spoil, expected)) in cases.iter().enumerate() {
        let name = format!("stick-{number}");
        let stick = desk.at(&name);
        copy(&desk.at("whole"), &stick, &mut |_| {});
        spoil(&stick);
        eprintln!("{what}");
        desk.assert_found(&name, expected);
    }
}

#[test]
fn what_systems_leave_on_every_stick_is_no_finding() {
    let desk = Desk::new();
    desk.sign("stick");
    let put = |name: &str, bytes: &[u8]| {
        let path = desk.at("stick").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    put("System Volume Information/IndexerVolumeGuid", b"x");
    put(".Trashes/501/x", b"x");
    put("en/._index.html", b"\x00\x05\x16\x07x");
    put("Thumbs.db", b"x");
    desk.assert_good("stick");
    let told = desk.ok(&["verify", "stick", "--date", "2026-06-01"]);
    assert!(
        told.contains("as systems leave it on sticks: .Trashes"),
        "{told}"
    );
    // What opens something does not hide among it.
    put("System Volume Information/START.exe", b"MZ");
    put(".Trashes/index.html", b"<p>");
    put("._START-HERE.html", b"\x00\x05\x16\x07<script>");
    put("desktop.ini", b"[.ShellClassInfo]");
    desk.assert_found(
        "stick",
        &[
            "extra .Trashes/index.html",
            "extra ._START-HERE.html",
            "extra System Volume Information/START.exe",
            "extra desktop.ini",
        ],
    );
}

#[test]
fn another_key_and_the_manifest_of_another_edition_are_told() {
    let desk = Desk::new();
    desk.sign("stick");
    desk.ok(&["keygen", "other", "--no-password"]);
    let output = desk.run(&[
        "verify",
        "stick",
        "--public-key",
        "other.pub",
        "--date",
        "2026-06-01",
    ]);
    assert_eq!(output.status.code(), Some(1));
    let found = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(found.contains("was made with another key"), "{found}");

    // Manifest and signature of a later edition, both good, over the old files.
    desk.publish("2026.2", "2026-02-28", "2027-02-28");
    desk.sign("later");
    for name in ["manifest.json", "manifest.json.minisig"] {
        fs::copy(desk.at("later").join(name), desk.at("stick").join(name)).unwrap();
    }
    let (code, found) = desk.verify("stick", &[]);
    assert_eq!(code, 1);
    let altered = found
        .iter()
        .filter(|line| line.starts_with("altered"))
        .count();
    assert_eq!(altered, found.len());
    assert!(
        found
            .iter()
            .any(|line| line.starts_with("altered en/index.html")),
        "{found:?}"
    );
}

#[test]
fn an_old_edition_is_told_and_against_a_newer_manifest_every_old_file() {
    let desk = Desk::new();
    desk.sign("stick");
    let args = ["verify", "stick", "--public-key", "me.pub", "--date"];
    desk.ok(&[&args[..], &["2027-01-31"]].concat());
    let output = desk.run(&[&args[..], &["2027-02-01"]].concat());
    assert_eq!(output.status.code(), Some(1));
    let found = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        found.starts_with("out-of-date  manifest.json: edition 2026.1"),
        "{found}"
    );

    desk.publish("2026.2", "2026-02-28", "2027-02-28");
    desk.sign("newer");
    let (code, found) = desk.verify("stick", &["--newer", "newer/manifest.json"]);
    assert_eq!(code, 1);
    let line = "out-of-date en/index.html: has changed in edition 2026.2 of 2026-02-28";
    assert!(found.contains(&line.to_owned()), "{found:?}");
    desk.assert_good("newer");
}

#[test]
fn findings_are_there_for_programs_too() {
    let desk = Desk::new();
    desk.sign("stick");
    fs::remove_file(desk.at("stick").join(SEAL)).unwrap();
    let output = desk.run(&[
        "verify",
        "stick",
        "--format",
        "json",
        "--date",
        "2026-06-01",
    ]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["findings"][0]["kind"], "missing");
    assert_eq!(report["findings"][0]["path"], SEAL);
    assert_eq!(report["has_signature"], true);
    assert_eq!(report["signed"], false, "no key was given");
}

// Pulled, full, failing

#[test]
fn pulled_at_any_moment_the_truth_is_told_and_the_next_run_heals_it() {
    let desk = Desk::new();
    // Enough files to be caught half way.
    for n in 0..60 {
        let page = format!("content/pages/page-{n:02}");
        for name in ["page.yaml", "en.md", "ar.md"] {
            let from = desk.site.path("content/pages/about").join(name);
            let text = fs::read_to_string(from).unwrap();
            desk.site.write(&format!("{page}/{name}"), text);
        }
    }
    let site = desk.site.root().to_str().unwrap().to_owned();
    for round in 0..12u64 {
        desk.publish(&format!("2026.{round}"), "2026-01-31", "2027-01-31");
        let mut child = redlist()
            .args(["bundle", &site, "stick", "--sign", "me.key"])
            .current_dir(desk.folder.path())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(round * 97 % 900));
        let _ = child.kill();
        child.wait().unwrap();

        let (code, found) = match desk.at("stick/manifest.json").exists() {
            true => desk.verify("stick", &[]),
            false => (1, vec!["manifest".into()]),
        };
        assert_eq!(code == 0, found.is_empty(), "{found:?}");
        if round % 4 == 3 {
            desk.sign("stick");
            desk.assert_good("stick");
        }
    }
    desk.sign("stick");
    desk.assert_good("stick");
}

#[test]
fn a_full_stick_is_told_clearly_and_keeps_its_old_edition() {
    let desk = Desk::new();
    desk.sign("stick");
    let before = files(&desk.at("stick"));
    // A picture larger than any file may be for this process, as on a stick that is full.
    let drawing = "content/lists/iraq/clay-tablets/drawing.svg";
    let text = fs::read_to_string(desk.site.path(drawing)).unwrap();
    let large = format!("<g><title>{}</title></g></svg>", "x".repeat(300_000));
    desk.site.write(drawing, text.replace("</svg>", &large));
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 400; exec \"$0\" \"$@\""])
        .arg(env!("CARGO_BIN_EXE_redlist"))
        .args([
            "bundle",
            desk.site.root().to_str().unwrap(),
            "stick",
            "--sign",
            "me.key",
        ])
        .current_dir(desk.folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("RL904"), "{}", said(&output));
    assert_eq!(files(&desk.at("stick")), before);
    desk.assert_good("stick");
}

#[test]
fn a_small_disk_that_runs_full_is_told_clearly() {
    let desk = Desk::new();
    let mount = desk.at("small");
    fs::create_dir(&mount).unwrap();
    let Some(_mounted) = Mounted::new(&["-t", "tmpfs", "-o", "size=96k", "none"], &mount) else {
        return;
    };
    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&["bundle", site, "small"]);
    assert!(told.contains("the disk is full"), "{told}");
    assert!(files(&mount).is_empty(), "and nothing stays half written");
}

#[test]
fn a_real_exfat_stick_is_filled_updated_and_verified() {
    if !has("mkfs.exfat") || !has("mount.exfat-fuse") || !has("losetup") {
        return;
    }
    let desk = Desk::new();
    let here = desk.folder.path();
    tool_ok("truncate", &["-s", "20M", "stick.img"], here);
    tool_ok("mkfs.exfat", &["stick.img"], here);
    let Some(device) = Loop::new(&desk.at("stick.img")) else {
        return;
    };
    let mount = desk.at("stick");
    fs::create_dir(&mount).unwrap();
    let Some(mounted) = Mounted::with("mount.exfat-fuse", &[&device.0], &mount) else {
        return;
    };
    desk.sign("stick");
    desk.assert_good("stick");
    desk.publish("2026.2", "2026-02-28", "2027-02-28");
    desk.sign("stick");
    desk.assert_good("stick");
    drop(mounted);
    // As it comes out again, after the stick was pulled and put in.
    let Some(_mounted) = Mounted::with("mount.exfat-fuse", &["-o", "ro", &device.0], &mount) else {
        return;
    };
    desk.assert_good("stick");
}

#[test]
fn a_real_fat32_image_holds_every_name_and_byte() {
    if !has("mkfs.vfat") || !has("mcopy") {
        return;
    }
    let desk = Desk::new();
    let here = desk.folder.path();
    desk.sign("stick");
    tool_ok("truncate", &["-s", "40M", "fat.img"], here);
    tool_ok("mkfs.vfat", &["-F", "32", "fat.img"], here);
    let mut names: Vec<String> = fs::read_dir(desk.at("stick"))
        .unwrap()
        .map(|entry| format!("stick/{}", entry.unwrap().file_name().to_str().unwrap()))
        .collect();
    names.sort();
    let mut args = vec!["-s", "-i", "fat.img"];
    args.extend(names.iter().map(String::as_str));
    args.push("::/");
    tool_ok("mcopy", &args, here);
    fs::create_dir(desk.at("back")).unwrap();
    tool_ok("mcopy", &["-s", "-i", "fat.img", "::*", "back/"], here);
    assert_eq!(files(&desk.at("back")), files(&desk.at("stick")));
    desk.assert_good("back");
}

/// A mounted file system; gone with the value. `None` where this machine mounts nothing.
struct Mounted(PathBuf);

impl Mounted {
    fn new(args: &[&str], place: &Path) -> Option<Self> {
        Self::with("mount", args, place)
    }

    fn with(program: &str, args: &[&str], place: &Path) -> Option<Self> {
        let place_text = place.to_str().unwrap();
        let output = tool(program, &[args, &[place_text]].concat(), Path::new("/"));
        if output.status.success() {
            return Some(Self(place.to_owned()));
        }
        eprintln!(
            "passed over: nothing can be mounted here: {}",
            said(&output)
        );
        None
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        tool_ok("umount", &[self.0.to_str().unwrap()], Path::new("/"));
    }
}

/// A file as a block device.
struct Loop(String);

impl Loop {
    fn new(image: &Path) -> Option<Self> {
        let output = tool(
            "losetup",
            &["-f", "--show", image.to_str().unwrap()],
            Path::new("/"),
        );
        if !output.status.success() {
            eprintln!("passed over: no loop devices here");
            return None;
        }
        Some(Self(
            String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        ))
    }
}

impl Drop for Loop {
    fn drop(&mut self) {
        tool_ok("losetup", &["-d", &self.0], Path::new("/"));
    }
}

#[test]
fn nobody_needs_the_right_to_write_to_check_a_stick() {
    let desk = Desk::new();
    desk.sign("stick");
    for entry in walkdir::WalkDir::new(desk.at("stick")).contents_first(true) {
        let entry = entry.unwrap();
        let mode = if entry.file_type().is_dir() {
            0o555
        } else {
            0o444
        };
        fs::set_permissions(entry.path(), fs::Permissions::from_mode(mode)).unwrap();
    }
    let before = files(&desk.at("stick"));
    desk.assert_good("stick");
    assert_eq!(files(&desk.at("stick")), before);
    for entry in walkdir::WalkDir::new(desk.at("stick")) {
        let path = entry.unwrap().into_path();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

// A zip

#[test]
fn the_same_site_gives_the_same_zip_at_any_number_of_threads() {
    let desk = Desk::new();
    let site = desk.site.root().to_str().unwrap();
    for (name, threads) in [("one.zip", "1"), ("two.zip", "7")] {
        let output = redlist()
            .args(["bundle", site, name])
            .env("RAYON_NUM_THREADS", threads)
            .current_dir(desk.folder.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", said(&output));
    }
    let read = |name: &str| fs::read(desk.at(name)).unwrap();
    assert!(read("one.zip") == read("two.zip"));
    let beside: Vec<_> = fs::read_dir(desk.folder.path()).unwrap().collect();
    assert_eq!(
        beside.len(),
        4,
        "two keys, two zips, and nothing left over: {beside:?}"
    );
}

#[test]
fn a_zip_is_sorted_and_opened_by_the_tools_that_people_have() {
    let desk = Desk::new();
    desk.sign("stick");
    desk.sign("red.zip");
    desk.assert_good("red.zip");
    let here = desk.folder.path();
    let mut archive = zip::ZipArchive::new(fs::File::open(desk.at("red.zip")).unwrap()).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert!(names.is_sorted());
    for at in 0..archive.len() {
        let file = archive.by_index(at).unwrap();
        let method = file.compression();
        let old = [
            zip::CompressionMethod::Deflated,
            zip::CompressionMethod::Stored,
        ];
        assert!(old.contains(&method), "Windows opens no {method:?}");
        assert_eq!(
            file.last_modified().unwrap().to_string(),
            "2026-01-31 00:00:00"
        );
    }
    if has("unzip") {
        tool_ok("unzip", &["-q", "red.zip", "-d", "unzipped"], here);
        let mut unzipped = files(&desk.at("unzipped"));
        let mut stick = files(&desk.at("stick"));
        for files in [&mut unzipped, &mut stick] {
            files.remove("manifest.json.minisig").unwrap();
        }
        assert_eq!(
            unzipped, stick,
            "but for the signature, which holds randomness"
        );
        desk.assert_good("unzipped");
    }
    if has("7zz") {
        tool_ok("7zz", &["t", "red.zip"], here);
    }
    if has("python3") {
        let script =
            "import zipfile, sys; sys.exit(zipfile.ZipFile('red.zip').testzip() is not None)";
        tool_ok("python3", &["-c", script], here);
    }
}

/// Writes a zip anew, with its files changed.
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

#[test]
fn each_way_to_spoil_a_zip_is_told_by_name() {
    let desk = Desk::new();
    desk.sign("red.zip");
    rezip(&desk.at("red.zip"), &desk.at("bad.zip"), |files| {
        files.get_mut(SEAL).unwrap()[50] ^= 1;
        files.remove("ar/index.html").unwrap();
        files.insert("en/new.html".into(), b"new".to_vec());
    });
    desk.assert_found(
        "bad.zip",
        &[
            "altered en/iraq/cylinder-seals.html",
            "missing ar/index.html",
            "extra en/new.html",
        ],
    );
    let bytes = fs::read(desk.at("red.zip")).unwrap();
    fs::write(desk.at("half.zip"), &bytes[..bytes.len() / 2]).unwrap();
    let told = desk.fails(&["verify", "half.zip", "--public-key", "me.pub"]);
    assert!(
        told.contains("`half.zip` cannot be read as a zip"),
        "{told}"
    );

    // A byte among the packed bytes of a file, which come after its name.
    let mut spoilt = bytes.clone();
    let name = spoilt
        .windows(SEAL.len())
        .position(|part| part == SEAL.as_bytes());
    spoilt[name.unwrap() + SEAL.len() + 40] ^= 0x40;
    fs::write(desk.at("spoilt.zip"), spoilt).unwrap();
    let (code, found) = desk.verify("spoilt.zip", &[]);
    assert_eq!(code, 1);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("altered"), "{found:?}");
}

#[test]
fn a_zip_that_programs_may_read_in_two_ways_is_told() {
    let desk = Desk::new();
    desk.sign("red.zip");
    let good = fs::read(desk.at("red.zip")).unwrap();
    let mut other = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    other
        .start_file("en/index.html", zip::write::SimpleFileOptions::default())
        .unwrap();
    std::io::Write::write_all(&mut other, b"forged").unwrap();
    let other = other.finish().unwrap().into_inner();
    fs::write(desk.at("behind.zip"), [&other[..], &good].concat()).unwrap();
    desk.assert_found("behind.zip", &["altered behind.zip"]);
    // A browser shows what stands before the zip.
    let page = b"PK<!doctype html><p>Forged<!--";
    fs::write(desk.at("iraq-en.html"), [&page[..], &good].concat()).unwrap();
    desk.assert_found("iraq-en.html", &["signature iraq-en.html.minisig"]);
    rezip(&desk.at("red.zip"), &desk.at("litter.zip"), |files| {
        files.insert("Thumbs.db".into(), b"x".to_vec());
        files.insert(".redlist/lock".into(), b"x".to_vec());
    });
    desk.assert_found("litter.zip", &["extra .redlist/lock", "extra Thumbs.db"]);
}

#[test]
fn a_name_from_a_stick_cannot_write_lines_of_its_own() {
    let desk = Desk::new();
    desk.sign("stick");
    let name = "zz\nThe signature is good.\u{1b}[2K\u{202e}";
    if fs::write(desk.at("stick").join(name), "x").is_err() {
        // Windows has no such names.
        return;
    }
    let output = desk.run(&["verify", "stick", "--date", "2026-06-01"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(
        told.contains("zz\\u{a}The signature is good.\\u{1b}[2K\\u{202e}"),
        "{told}"
    );
}

#[test]
fn an_edition_is_not_written_among_the_sources_of_a_site() {
    let desk = Desk::new();
    let site = desk.site.root().to_str().unwrap().to_owned();
    let before = files(desk.site.root());
    for dest in [site.clone(), format!("{site}/content/lists/new")] {
        let told = desk.fails(&["bundle", &site, &dest]);
        assert!(told.contains("is a site or a part of one"), "{told}");
    }
    assert_eq!(files(desk.site.root()), before);
}

#[test]
fn a_zip_that_another_hand_made_is_not_replaced() {
    let desk = Desk::new();
    fs::write(desk.at("photos.zip"), "PK not a zip").unwrap();
    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&["bundle", site, "photos.zip"]);
    assert!(told.contains("is there already"), "{told}");
    assert_eq!(
        fs::read_to_string(desk.at("photos.zip")).unwrap(),
        "PK not a zip"
    );
}

// A delta

impl Desk {
    /// A stick with the first edition, and a delta to a second one: a page less, another changed.
    fn with_delta() -> Self {
        let desk = Self::new();
        for name in ["page.yaml", "en.md", "ar.md"] {
            let text =
                fs::read_to_string(desk.site.path("content/pages/about").join(name)).unwrap();
            desk.site.write(&format!("content/pages/old/{name}"), text);
        }
        desk.sign("stick");
        fs::remove_dir_all(desk.site.path("content/pages/old")).unwrap();
        desk.publish("2026.2", "2026-02-28", "2027-02-28");
        desk.sign("next");
        let args = ["--sign", "me.key", "--since", "stick/manifest.json"];
        desk.bundle("delta.zip", &args);
        desk
    }
}

const APPLY: [&str; 6] = [
    "bundle",
    "--apply",
    "delta.zip",
    "stick",
    "--public-key",
    "me.pub",
];

#[test]
fn a_delta_makes_an_old_stick_a_new_one() {
    let desk = Desk::with_delta();
    assert!(desk.at("stick/en/old.html").exists());
    let told = desk.ok(&APPLY);
    assert!(told.contains("now holds edition 2026.2"), "{told}");
    desk.assert_good("stick");
    assert!(
        !desk.at("stick/en/old.html").exists(),
        "what the new edition lacks is gone"
    );
    let (mut stick, mut next) = (files(&desk.at("stick")), files(&desk.at("next")));
    for files in [&mut stick, &mut next] {
        files.remove("manifest.json.minisig");
    }
    assert_eq!(stick, next);
    let told = desk.ok(&APPLY);
    assert!(
        told.contains("0 files written"),
        "again, nothing is to be done: {told}"
    );
    let told = desk.ok(&[
        "verify",
        "delta.zip",
        "--public-key",
        "me.pub",
        "--date",
        "2026-06-01",
    ]);
    assert!(told.contains("This is a delta"), "{told}");
}

#[test]
fn a_delta_holds_only_what_changed() {
    let desk = Desk::new();
    desk.sign("stick");
    let page = "content/pages/about/en.md";
    let text = fs::read_to_string(desk.site.path(page)).unwrap();
    desk.site.write(page, text + "\nOne more sentence.\n");
    desk.bundle("delta.zip", &["--since", "stick/manifest.json"]);
    let delta = unzipped(&fs::read(desk.at("delta.zip")).unwrap());
    let names: Vec<&String> = delta.keys().collect();
    assert_eq!(names, ["delta.json", "manifest.json", "packed/0001.zip"]);
    let pack = unzipped(&delta["packed/0001.zip"]);
    let names: Vec<&String> = pack.keys().collect();
    assert_eq!(
        names,
        ["SHA256SUMS", "ar/about.html", "en/about.html"],
        "the page, and its translation, which is stale now"
    );
}

#[test]
fn a_delta_to_an_edition_with_another_name_is_small_though_every_page_names_it() {
    let desk = Desk::new();
    desk.sign("stick");
    desk.publish("2026.2", "2026-02-28", "2027-02-28");
    desk.bundle("whole.zip", &[]);
    desk.bundle("delta.zip", &["--since", "stick/manifest.json"]);
    let delta = unzipped(&fs::read(desk.at("delta.zip")).unwrap());
    assert!(unzipped(&delta["packed/0001.zip"]).contains_key("ar/about.html"));
    let size = |name: &str| fs::metadata(desk.at(name)).unwrap().len();
    let (whole, delta) = (size("whole.zip"), size("delta.zip"));
    assert!(delta * 3 < whole, "{delta} of {whole} bytes");
}

#[test]
fn a_pack_that_was_altered_or_says_two_things_changes_nothing() {
    let desk = Desk::with_delta();
    let before = files(&desk.at("stick"));
    let delta = desk.at("delta.zip");
    repack(&delta, &desk.at("altered.zip"), |files| {
        files.get_mut("en/index.html").unwrap()[50] ^= 1;
    });
    repack(&delta, &desk.at("extra.zip"), |files| {
        files.insert("en/new.html".into(), b"new".to_vec());
    });
    let page = || ("en/index.html".to_owned(), b"another".to_vec());
    let mut twice = unzipped(&fs::read(&delta).unwrap());
    twice.extend([page()]);
    fs::write(desk.at("twice.zip"), zipped(twice)).unwrap();
    let mut second = unzipped(&fs::read(&delta).unwrap());
    let pack = zipped(BTreeMap::from([page()]));
    second.insert("packed/0002.zip".into(), pack);
    fs::write(desk.at("second.zip"), zipped(second)).unwrap();
    let mut broken = unzipped(&fs::read(&delta).unwrap());
    let pack = broken.get_mut("packed/0001.zip").unwrap();
    pack.truncate(pack.len() / 2);
    fs::write(desk.at("broken.zip"), zipped(broken)).unwrap();
    let mut bomb = unzipped(&fs::read(&delta).unwrap());
    bomb.insert("packed/0002.zip".into(), vec![0; 64 * 1024 * 1024]);
    fs::write(desk.at("bomb.zip"), zipped(bomb)).unwrap();
    for (name, why) in [
        (
            "altered.zip",
            "en/index.html in it is missing or was altered",
        ),
        ("twice.zip", "en/index.html stands in it twice"),
        ("second.zip", "en/index.html stands in it twice"),
        ("broken.zip", "packed/0001.zip"),
        (
            "bomb.zip",
            "packed/0002.zip in it is damaged: it is too long",
        ),
    ] {
        let told = desk.fails(&["bundle", "--apply", name, "stick"]);
        assert!(told.contains(why), "{name}: {told}");
        assert_eq!(files(&desk.at("stick")), before, "{name}");
    }
    desk.assert_found("altered.zip", &["altered en/index.html"]);
    desk.assert_found("extra.zip", &["extra en/new.html"]);
}

#[test]
fn a_delta_is_refused_by_a_stick_that_it_would_not_make_whole() {
    let desk = Desk::with_delta();
    let picture = "stick/media/iraq/clay-tablets/drawing.svg";
    fs::remove_file(desk.at(picture)).unwrap();
    let before = files(&desk.at("stick"));
    let told = desk.fails(&APPLY);
    assert!(
        told.contains("media/iraq/clay-tablets/drawing.svg"),
        "{told}"
    );
    assert!(told.contains("2026.1 of 2026-01-31"), "{told}");
    assert_eq!(files(&desk.at("stick")), before);
}

#[test]
fn a_delta_of_another_hand_changes_nothing() {
    let desk = Desk::with_delta();
    let before = files(&desk.at("stick"));
    rezip(&desk.at("delta.zip"), &desk.at("bad.zip"), |files| {
        files.get_mut("en/index.html").unwrap()[50] ^= 1;
    });
    let told = desk.fails(&["bundle", "--apply", "bad.zip", "stick"]);
    assert!(
        told.contains("en/index.html in it is missing or was altered"),
        "{told}"
    );

    desk.ok(&["keygen", "other", "--no-password"]);
    let told = desk.fails(&[
        "bundle",
        "--apply",
        "delta.zip",
        "stick",
        "--public-key",
        "other.pub",
    ]);
    assert!(told.contains("another key"), "{told}");

    // A forged list of what to remove takes no file of others.
    fs::write(desk.at("stick/mine.html"), "mine").unwrap();
    rezip(&desk.at("delta.zip"), &desk.at("forged.zip"), |files| {
        let delta = files.get_mut("delta.json").unwrap();
        let text = String::from_utf8(delta.clone()).unwrap();
        *delta = text.replace("en/old.html", "mine.html").into_bytes();
    });
    fs::remove_file(desk.at("stick/mine.html")).unwrap();
    assert_eq!(files(&desk.at("stick")), before);
    fs::write(desk.at("stick/mine.html"), "mine").unwrap();
    desk.ok(&["bundle", "--apply", "forged.zip", "stick"]);
    assert_eq!(
        fs::read_to_string(desk.at("stick/mine.html")).unwrap(),
        "mine"
    );
    assert!(
        !desk.at("stick/en/old.html").exists(),
        "the stick's own notes say what is ours"
    );
    // And whoever asks for a signature is told.
    desk.assert_found(
        "forged.zip",
        &["signature delta.json.minisig: does not fit"],
    );
}

#[test]
fn a_whole_edition_does_not_pass_for_a_delta_to_hide_what_it_lacks() {
    let desk = Desk::with_delta();
    desk.sign("red.zip");
    rezip(&desk.at("red.zip"), &desk.at("less.zip"), |files| {
        files.remove("en/index.html").unwrap();
        files.insert("delta.json".into(), b"{}".to_vec());
    });
    let (code, found) = desk.verify("less.zip", &[]);
    assert_eq!(code, 1);
    assert!(
        found
            .iter()
            .any(|line| line.contains("missing en/index.html")),
        "{found:?}"
    );
    assert!(
        found.iter().any(|line| line.contains("altered delta.json")),
        "{found:?}"
    );
    let delta = desk.at("delta.zip");
    rezip(&delta, &desk.at("less-delta.zip"), |files| {
        files.remove("en/index.html").unwrap();
    });
    desk.assert_found("less-delta.zip", &["missing en/index.html"]);
}

#[test]
fn the_manifest_of_a_stick_does_not_make_files_of_others_ours() {
    let desk = Desk::with_delta();
    fs::remove_dir_all(desk.at("stick/.redlist")).unwrap();
    let path = desk.at("stick/manifest.json");
    let text = fs::read_to_string(&path).unwrap();
    let record = format!(
        "{{\"path\":\"zz-photos/x.jpg\",\"size\":1,\"sha256\":\"{}\"}}\n  ]",
        "0".repeat(64)
    );
    let text = text.replace("\n  ]\n}", &format!(",\n    {record}\n}}"));
    fs::write(&path, text).unwrap();
    fs::create_dir(desk.at("stick/zz-photos")).unwrap();
    fs::write(desk.at("stick/zz-photos/x.jpg"), "mine").unwrap();
    desk.ok(&APPLY);
    assert!(desk.at("stick/zz-photos/x.jpg").exists());
    assert!(!desk.at("stick/en/old.html").exists());
}

#[test]
fn a_delta_that_is_interrupted_can_be_applied_again() {
    let desk = Desk::with_delta();
    copy(&desk.at("stick"), &desk.at("kept"), &mut |_| {});
    for round in 0..8u64 {
        fs::remove_dir_all(desk.at("stick")).unwrap();
        copy(&desk.at("kept"), &desk.at("stick"), &mut |_| {});
        let mut child = redlist()
            .args(APPLY)
            .current_dir(desk.folder.path())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(round * 13));
        let _ = child.kill();
        child.wait().unwrap();
        desk.ok(&APPLY);
        desk.assert_good("stick");
    }
}

// Keys

#[test]
fn a_key_is_for_its_owner_alone_and_never_replaced() {
    let desk = Desk::new();
    let mode = fs::metadata(desk.at("me.key"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let told = desk.fails(&["keygen", "me", "--no-password"]);
    assert!(told.contains("is there already"), "{told}");
}

#[test]
fn a_password_opens_a_key_and_is_never_shown() {
    let desk = Desk::new();
    fs::write(desk.at("password"), "cuneiform\n").unwrap();
    fs::write(desk.at("wrong"), "hieroglyphs\n").unwrap();
    let output = desk.run(&["keygen", "locked", "--password-file", "password"]);
    assert!(output.status.success(), "{}", said(&output));
    let secret = fs::read_to_string(desk.at("locked.key")).unwrap();
    let secret = secret.lines().nth(1).unwrap();
    let public = String::from_utf8(output.stdout.clone()).unwrap();
    for told in [said(&output), public.clone()] {
        assert!(
            !told.contains("cuneiform") && !told.contains(secret),
            "{told}"
        );
    }

    let key = ["--sign", "locked.key", "--password-file"];
    let told = desk.bundle("stick", &[&key[..], &["password"]].concat());
    assert!(!told.contains("cuneiform"), "{told}");
    let line = public.trim();
    desk.ok(&[
        "verify",
        "stick",
        "--public-key",
        line,
        "--date",
        "2026-06-01",
    ]);

    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&[&["bundle", site, "stick"], &key[..], &["wrong"]].concat());
    assert!(told.contains("the password does not open"), "{told}");
    let told = desk.fails(&["bundle", site, "stick", "--sign", "locked.key"]);
    assert!(
        told.contains("--password-file"),
        "without a terminal: {told}"
    );
    if has("minisign") {
        tool_ok(
            "minisign",
            &["-Vm", "manifest.json", "-p", "../locked.pub"],
            &desk.at("stick"),
        );
    }
}

#[test]
fn what_is_no_key_is_told() {
    let desk = Desk::new();
    desk.sign("stick");
    for key in ["me.key", "stick/manifest.json", "nowhere.pub"] {
        let told = desk.fails(&["verify", "stick", "--public-key", key]);
        assert!(told.contains("RL906"), "{key}: {told}");
    }
    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&[
        "bundle",
        site,
        "stick",
        "--sign",
        "me.pub",
        "--password-file",
        "me.pub",
    ]);
    assert!(told.contains("RL906"), "{told}");
}

// A part of a site

/// Every link of a page that leads to another file, without its anchor.
fn links(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for attribute in ["href=\"", "src=\""] {
        for part in html.split(attribute).skip(1) {
            let link = part.split('"').next().unwrap();
            let link = link.split('#').next().unwrap();
            if !link.is_empty() && !link.contains(':') {
                found.push(link.to_owned());
            }
        }
    }
    found
}

fn assert_every_link_leads_somewhere(folder: &Path) -> usize {
    let mut count = 0;
    for (name, bytes) in files(folder) {
        if !name.ends_with(".html") {
            continue;
        }
        let html = String::from_utf8(bytes).unwrap();
        for link in links(&html) {
            let target = folder.join(&name).parent().unwrap().join(&link);
            assert!(target.is_file(), "{name} links to {link}");
            count += 1;
        }
    }
    count
}

#[test]
fn fewer_languages_and_lists_make_a_smaller_edition_whose_links_fit() {
    let desk = Desk::new();
    copy(
        &desk.site.path("content/lists/iraq"),
        &desk.site.path("content/lists/elsewhere"),
        &mut |_| {},
    );
    let page = "content/pages/about/en.md";
    let text = fs::read_to_string(desk.site.path(page)).unwrap();
    desk.site
        .write(page, text + "\nSee the [other list](list:elsewhere) too.\n");

    desk.bundle("all", &[]);
    let all = assert_every_link_leads_somewhere(&desk.at("all"));
    desk.bundle("arabic", &["--languages", "ar"]);
    let arabic = assert_every_link_leads_somewhere(&desk.at("arabic"));
    desk.bundle("iraq", &["--lists", "iraq"]);
    let iraq = assert_every_link_leads_somewhere(&desk.at("iraq"));
    assert!(arabic > 0 && arabic < all && iraq > 0 && iraq < all);

    assert!(!desk.at("arabic/en").exists() && desk.at("arabic/ar/elsewhere/index.html").exists());
    assert!(!desk.at("iraq/ar/elsewhere").exists() && desk.at("iraq/en/iraq/index.html").exists());
    let start = fs::read_to_string(desk.at("arabic/START-HERE.html")).unwrap();
    assert!(start.contains("lang=\"ar\"") && !start.contains("en/index.html"));
    let about = fs::read_to_string(desk.at("iraq/en/about.html")).unwrap();
    assert!(
        about.contains("other list"),
        "the words stay, without a link"
    );

    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&["bundle", site, "x", "--languages", "ar,xx"]);
    assert!(told.contains("no language `xx`"), "{told}");
    let told = desk.fails(&["bundle", site, "x", "--lists", "iran"]);
    assert!(
        told.contains("no list `iran`") && told.contains("elsewhere, iraq"),
        "{told}"
    );
}

// How large it may be

#[test]
fn a_size_that_is_too_small_is_told_with_what_needs_the_room() {
    let desk = Desk::new();
    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&["bundle", site, "stick", "--max-size", "100kB"]);
    assert!(told.contains("only 100.0 kB are allowed"), "{told}");
    assert!(told.contains("en (") && told.contains("ar ("), "{told}");
    assert!(!desk.at("stick").exists());
    desk.bundle("stick", &["--max-size", "2MB"]);
    let told = desk.fails(&[
        "bundle",
        site,
        "one.html",
        "--single-file",
        "--max-size",
        "50kB",
    ]);
    assert!(told.contains("only 50.0 kB are allowed"), "{told}");
    assert!(!desk.at("one.html").exists());
    let output = desk.run(&["bundle", site, "stick", "--max-size", "much"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
}

#[test]
fn pictures_are_made_smaller_to_fit() {
    let desk = Desk::new();
    // Noise, which no format makes small.
    let mut seed = 1u32;
    let picture = image::RgbImage::from_fn(1400, 1000, |_, _| {
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        };
        image::Rgb([next(), next(), next()])
    });
    let place = desk.site.path("content/lists/iraq/clay-tablets/photo.jpg");
    picture.save(place).unwrap();
    let facts = "content/lists/iraq/clay-tablets/entry.yaml";
    let text = fs::read_to_string(desk.site.path(facts)).unwrap();
    let line = "  - {file: photo.jpg, status: illustration, credit: us, licence: CC0-1.0}\n";
    desk.site.write(
        facts,
        text.replace("pictures:\n", &format!("pictures:\n{line}")),
    );
    for language in ["en", "ar"] {
        let words = format!("content/lists/iraq/clay-tablets/{language}.md");
        let text = fs::read_to_string(desk.site.path(&words)).unwrap();
        let line = "pictures:\n  photo.jpg: {alt: Noise}\n";
        desk.site.write(&words, text.replace("pictures:\n", line));
    }
    desk.bundle("wide", &[]);
    let told = desk.bundle("narrow", &["--max-size", "900kB"]);
    assert!(told.contains("Pictures have at most"), "{told}");
    let size = |name: &str| files(&desk.at(name)).values().map(Vec::len).sum::<usize>();
    assert!(size("narrow") < 1_000_000 && size("wide") > 1_500_000);
    assert_every_link_leads_somewhere(&desk.at("narrow"));

    desk.bundle("wide.html", &["--single-file"]);
    let told = desk.bundle("narrow.html", &["--single-file", "--max-size", "600kB"]);
    assert!(told.contains("pictures of at most"), "{told}");
    let size = |name: &str| fs::metadata(desk.at(name)).unwrap().len();
    assert!(size("narrow.html") <= 600_000 && size("wide.html") > 900_000);
}

// A single file

#[test]
fn a_single_file_is_signed_verified_and_told_when_it_is_altered() {
    let desk = Desk::new();
    desk.bundle("phones", &["--single-file", "--sign", "me.key"]);
    desk.assert_good("phones/iraq-ar.html");
    let html = fs::read_to_string(desk.at("phones/iraq-en.html")).unwrap();
    let linked = html.split(" href=\"").skip(1);
    let shown = html.split(" src=\"").skip(1);
    for (address, _) in linked.chain(shown).filter_map(|rest| rest.split_once('"')) {
        let inside = address.starts_with('#') || address.starts_with("data:");
        let outside = ["https://", "http://", "mailto:", "tel:"];
        let outside = outside.iter().any(|scheme| address.starts_with(scheme));
        assert!(inside || outside, "nothing beside it is needed: {address}");
    }
    for ending in ["", ".minisig"] {
        let (from, to) = (
            format!("phones/iraq-en.html{ending}"),
            format!("phones/s.html{ending}"),
        );
        fs::copy(desk.at(&from), desk.at(&to)).unwrap();
    }
    desk.assert_found(
        "phones/s.html",
        &["renamed s.html: was published as iraq-en.html"],
    );
    fs::write(desk.at("phones/iraq-ar.html"), html.replace("Clay", "Play")).unwrap();
    desk.assert_found("phones/iraq-ar.html", &["altered iraq-ar.html"]);
    fs::remove_file(desk.at("phones/iraq-ar.html.minisig")).unwrap();
    desk.assert_found(
        "phones/iraq-ar.html",
        &["signature iraq-ar.html.minisig: is missing"],
    );
    let args = [
        "verify",
        "phones/iraq-en.html",
        "--public-key",
        "me.pub",
        "--date",
    ];
    desk.ok(&[&args[..], &["2027-01-31"]].concat());
    let output = desk.run(&[&args[..], &["2027-02-01"]].concat());
    let found = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        found.starts_with("out-of-date  iraq-en.html: edition 2026.1"),
        "{found}"
    );
    if has("minisign") {
        tool_ok(
            "minisign",
            &["-Vm", "iraq-en.html", "-p", "../me.pub"],
            &desk.at("phones"),
        );
    }
}

#[test]
fn the_same_site_gives_the_same_single_file_and_others_files_stay() {
    let desk = Desk::new();
    desk.bundle("one.html", &["--single-file"]);
    desk.bundle("two.html", &["--single-file"]);
    assert!(fs::read(desk.at("one.html")).unwrap() == fs::read(desk.at("two.html")).unwrap());
    desk.bundle("one.html", &["--single-file", "--languages", "ar"]);
    fs::write(desk.at("mine.html"), "<p>mine").unwrap();
    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&["bundle", site, "mine.html", "--single-file"]);
    assert!(told.contains("is there already"), "{told}");
}

// How old a copy is

#[test]
fn every_page_says_its_edition_and_until_when_it_is_valid() {
    let desk = Desk::new();
    desk.bundle("stick", &[]);
    for (name, bytes) in files(&desk.at("stick")) {
        if name.ends_with(".html") {
            let html = String::from_utf8(bytes).unwrap();
            assert!(html.contains("data-valid-until=\"2027-01-31\""), "{name}");
            assert!(html.contains("2026.1"), "{name}");
        }
    }
}

#[test]
fn an_edition_cannot_end_before_it_begins() {
    let desk = Desk::new();
    desk.publish("2026.1", "2026-01-31", "2025-12-31");
    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&["bundle", site, "stick"]);
    assert!(
        told.contains("RL301") && told.contains("redlist.yaml"),
        "{told}"
    );
    assert!(!desk.at("stick").exists());
}

// Hostile bytes

#[test]
fn mangled_manifests_signatures_and_zips_are_told_not_fatal() {
    let desk = Desk::new();
    desk.sign("whole");
    desk.sign("whole.zip");
    let mut seed = 0x2545_F491_4F6C_DD1Du64;
    let mut random = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below as u64).unwrap()
    };
    for round in 0..30 {
        let name = [
            "whole/manifest.json",
            "whole/manifest.json.minisig",
            "whole.zip",
        ][round % 3];
        let path = desk.at(name);
        let good = fs::read(&path).unwrap();
        let mut bytes = good.clone();
        for _ in 0..=random(4) {
            let at = random(bytes.len());
            match random(3) {
                0 => bytes[at] = u8::try_from(random(256)).unwrap(),
                1 => bytes.truncate(at.max(1)),
                _ => bytes.insert(at, u8::try_from(random(256)).unwrap()),
            }
        }
        if bytes == good {
            continue;
        }
        fs::write(&path, &bytes).unwrap();
        let target = name.split('/').next().unwrap();
        let args = [
            "verify",
            target,
            "--public-key",
            "me.pub",
            "--date",
            "2026-06-01",
        ];
        let output = desk.run(&args);
        let told = said(&output);
        assert!(!told.contains("panicked"), "{told}");
        // A byte between the files of a zip, or in a comment that nobody reads, alters nothing.
        assert!([Some(0), Some(1)].contains(&output.status.code()), "{told}");
        fs::write(&path, good).unwrap();
    }
}
