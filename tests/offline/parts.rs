//! A part of a site, and how large it may be.

use super::*;

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
