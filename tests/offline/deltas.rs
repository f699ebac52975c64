//! A delta makes an old edition a new one, and nothing else.

use super::*;

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
