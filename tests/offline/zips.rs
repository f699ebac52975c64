//! A zip that every computer opens in the same way.

use super::*;

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
