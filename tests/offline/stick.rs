//! A stick: what stands on it, and what an update touches.

use super::*;

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
