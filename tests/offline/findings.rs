//! What is wrong with a stick is told by name.

use super::*;

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
