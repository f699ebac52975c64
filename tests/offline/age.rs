//! How old a copy is, and what mangled bytes do.

use super::*;

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
