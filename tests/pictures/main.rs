//! Pictures from a museum's folder to a reader's screen: upright, in the right colours, with
//! nothing in them but what is needed to show them; and what happens to those that are broken or
//! meant to do harm.

mod colours;
mod kinds;
#[path = "../support/mod.rs"]
mod support;
mod theme;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use proptest::prelude::*;
use redlist::build::{self, Options, Prepared, Timings};
use redlist::diagnostic::Diagnostics;
use redlist::media::look::{Look, look};
use redlist::media::pixels::{self, Pixels};
use redlist::media::{Format, Nature, PictureFile, Settings, encode};
use redlist::pictures::{Cache, Store};
use redlist::site::Artifact;
use redlist::source::SiteFolder;
use support::pictures::{self as made, CORNERS, SECRET};
use support::small::SmallSite;

const WIDE: u32 = 96;
const HIGH: u32 = 64;

fn seen(file: &[u8], name: &str) -> Look {
    look(Cursor::new(file), name).unwrap_or_else(|refusal| panic!("{name}: {}", refusal.why))
}

fn decoded(file: &[u8], name: &str) -> Pixels {
    pixels::decode(file, &seen(file, name))
        .unwrap_or_else(|refusal| panic!("{name}: {}", refusal.why))
}

fn colour(pixels: &Pixels, x: u32, y: u32) -> [u8; 3] {
    let channels = if pixels.is_transparent() { 4 } else { 3 };
    let at = (y * pixels.width() + x) as usize * channels;
    [0, 1, 2].map(|channel| pixels.data()[at + channel])
}

fn assert_near(found: [u8; 3], expected: [u8; 3], most: u8, what: &str) {
    let near = found
        .iter()
        .zip(expected)
        .all(|(a, b)| a.abs_diff(b) <= most);
    assert!(near, "{what}: {found:?} instead of {expected:?}");
}

/// The four colours of the chart stand where they should.
fn assert_upright(pixels: &Pixels, what: &str) {
    assert_eq!((pixels.width(), pixels.height()), (WIDE, HIGH), "{what}");
    for (at, expected) in CORNERS.into_iter().enumerate() {
        let x = WIDE / 4 + (at as u32 % 2) * WIDE / 2;
        let y = HIGH / 4 + (at as u32 / 2) * HIGH / 2;
        assert_near(
            colour(pixels, x, y),
            expected,
            12,
            &format!("{what}, corner {at}"),
        );
    }
}

#[test]
fn every_orientation_comes_out_upright_from_every_format() {
    for orientation in 1..=8 {
        let stored = made::turned_chart(WIDE, HIGH, orientation);
        for (name, file) in [
            ("a.jpg", made::telling_jpeg(&stored, orientation, true)),
            ("a.png", made::telling_png(&stored, orientation)),
            ("a.webp", made::telling_webp(&stored, orientation)),
            ("a.tif", made::telling_tiff(&stored, orientation)),
        ] {
            let what = format!("{name}, orientation {orientation}");
            let look = seen(&file, name);
            assert_eq!(look.dimensions(), (WIDE, HIGH), "{what}");
            assert!(look.position.is_some(), "{what}: its position is seen");
            assert_upright(&decoded(&file, name), &what);
        }
    }
}

#[test]
fn a_picture_without_a_position_is_not_said_to_have_one() {
    let chart = made::chart(WIDE, HIGH);
    let jpeg = made::telling_jpeg(&chart, 1, false);
    assert_eq!(seen(&jpeg, "a.jpg").position, None);
    assert_eq!(seen(&made::jpeg(&chart), "a.jpg").position, None);
}

#[test]
fn a_film_behind_a_photograph_is_not_read_and_a_cut_in_it_is_told() {
    let whole = made::jpeg(&made::chart(WIDE, HIGH));
    let film = [&whole[..], b"....ftypmp42\xff\xda\x00\x01 and more"].concat();
    assert_upright(&decoded(&film, "a.jpg"), "with a film");
    let scans = made::jpeg_in_scans(&made::chart(WIDE, HIGH), true);
    assert_upright(&decoded(&scans, "a.jpg"), "in scans");
    let cut = &scans[..scans.len() - 2];
    let look = seen(cut, "a.jpg");
    assert!(redlist::media::pixels::decode(cut, &look).is_err());
}

#[test]
fn a_progressive_jpeg_is_read_and_what_the_decoder_would_get_wrong_is_refused() {
    let chart = made::chart(WIDE, HIGH);
    let file = made::jpeg_in_scans(&chart, true);
    assert_upright(&decoded(&file, "a.jpg"), "progressive");
    let file = made::jpeg_in_scans(&chart, false);
    let refused = look(Cursor::new(&file), "a.jpg").unwrap_err().why;
    assert!(refused.contains("scan for each colour"), "{refused}");
}

/// A JPEG of ours can be read by us, in any size.
#[test]
fn what_is_written_as_jpeg_shows_the_same() {
    let pixels = decoded(&made::jpeg(&made::chart(WIDE, HIGH)), "a.jpg");
    let file = encode::encode(&pixels, Format::Jpeg, &Settings::default()).unwrap();
    assert_upright(&decoded(&file, "a.jpg"), "written by us");
    let file = encode::encode(&pixels, Format::Webp, &Settings::default()).unwrap();
    assert_upright(&decoded(&file, "a.webp"), "written by us");
}

#[test]
fn of_a_moving_picture_the_first_frame_is_kept() {
    let mut file = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut file);
    let frames = [made::chart(WIDE, HIGH), RgbImage::new(WIDE, HIGH)];
    let frames = frames.map(|frame| image::Frame::new(DynamicImage::ImageRgb8(frame).to_rgba8()));
    encoder.encode_frames(frames).unwrap();
    drop(encoder);
    assert_eq!(seen(&file, "a.gif").nature, Nature::LineArt);
    assert_upright(&decoded(&file, "a.gif"), "the first frame");
}

#[test]
fn what_can_be_seen_through_stays_so() {
    let image = RgbaImage::from_fn(WIDE, HIGH, |x, _| Rgba([90, 120, 40, (x * 2) as u8]));
    let file = made::encoded(&image.into(), ImageFormat::Png);
    let pixels = decoded(&file, "a.png");
    for format in [Format::Webp, Format::WebpLossless, Format::Png] {
        let file = encode::encode(&pixels, format, &Settings::default()).unwrap();
        let shown = ::image::load_from_memory(&file).unwrap().to_rgba8();
        assert_eq!(shown.get_pixel(0, 9).0[3], 0, "{format:?}");
        assert!(
            shown.get_pixel(WIDE - 1, 9).0[3].abs_diff(190) < 6,
            "{format:?}"
        );
    }
    // Paper is white where nothing is.
    let file = encode::encode(&pixels, Format::Jpeg, &Settings::default()).unwrap();
    let shown = ::image::load_from_memory(&file).unwrap().to_rgb8();
    let paper = shown.get_pixel(0, 9).0;
    assert!(paper.iter().all(|value| *value > 210), "{paper:?}");
}

#[test]
fn line_art_keeps_every_pixel() {
    let mut drawing = RgbImage::from_pixel(400, 300, Rgb([255, 255, 255]));
    (20..380).for_each(|x| drawing.put_pixel(x, 40 + x / 2, Rgb([0, 0, 0])));
    let file = made::encoded(&drawing.clone().into(), ImageFormat::Png);
    assert_eq!(seen(&file, "a.png").nature, Nature::LineArt);
    let pixels = decoded(&file, "a.png");
    for format in [Format::WebpLossless, Format::Png] {
        let file = encode::encode(&pixels, format, &Settings::default()).unwrap();
        assert_eq!(
            ::image::load_from_memory(&file).unwrap().to_rgb8(),
            drawing,
            "{format:?}"
        );
    }
    let photograph = made::encoded(&made::photograph(200, 150, 1).into(), ImageFormat::Png);
    assert_eq!(seen(&photograph, "a.png").nature, Nature::Photograph);
}

/// What the tests in browsers compare with their output: each file as this test makes it.
#[test]
fn the_sources_that_browsers_are_shown_are_these() {
    let folder = support::repository().join("tests/browser/fixtures/pictures");
    let profile = made::display_p3();
    let mut files = BTreeMap::new();
    for orientation in 1..=8 {
        let stored = made::turned_chart(WIDE, HIGH, orientation);
        let exif = [b"Exif\0\0".to_vec(), made::exif(orientation, true)].concat();
        let jpeg = made::jpeg_of(&stored, 95, Some(&profile));
        let file = made::with_segments(&jpeg, &[(0xe1, exif)]);
        files.insert(format!("orientation{orientation}.jpg"), file);
    }
    let chart = DynamicImage::ImageRgb8(made::chart(WIDE, HIGH));
    let deep = DynamicImage::ImageRgb16(chart.to_rgb16());
    files.insert(
        "deep.png".to_owned(),
        made::encoded(&deep, ImageFormat::Png),
    );
    let plain = made::encoded(&chart, ImageFormat::Png);
    let light = (b"gAMA", made::numbers(&[70_000]));
    files.insert("light.png".to_owned(), made::with_chunks(&plain, &[light]));
    let wide = [31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000];
    let wide = [
        (b"gAMA", made::numbers(&[45_455])),
        (b"cHRM", made::numbers(&wide)),
    ];
    files.insert("wide.png".to_owned(), made::with_chunks(&plain, &wide));
    files.insert(
        "moving.gif".to_owned(),
        made::encoded(&chart, ImageFormat::Gif),
    );
    files.insert("inks.jpg".to_owned(), made::cmyk_jpeg(&chart.to_rgb8()));
    files.insert(
        "plain.webp".to_owned(),
        made::telling_webp(&chart.to_rgb8(), 1),
    );
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::create_dir_all(&folder).unwrap();
        for (name, bytes) in &files {
            fs::write(folder.join(name), bytes).unwrap();
        }
    }
    assert!(
        support::files(&folder) == files,
        "write them anew with UPDATE_EXPECTED=1"
    );
}

// Whole sites

/// The small site with further pictures in its first entry.
fn site_with(files: &[(&str, Vec<u8>)]) -> SmallSite {
    let site = SmallSite::new();
    let entry = "content/lists/iraq/clay-tablets";
    let change = |file: &str, after: &str, line: &dyn Fn(&str) -> String| {
        let path = site.path(&format!("{entry}/{file}"));
        let text = fs::read_to_string(&path).unwrap();
        let lines: String = files.iter().map(|(name, _)| line(name)).collect();
        let text = text.replacen(after, &format!("{after}{lines}"), 1);
        fs::write(path, text).unwrap();
    };
    change("entry.yaml", "pictures:\n", &|name| {
        format!(
            "  - {{file: {name}, status: reference, credit: A museum, licence: CC0-1.0, holder: Museum of the Test, inventory: A 7}}\n"
        )
    });
    for file in ["en.md", "ar.md"] {
        change(file, "pictures:\n", &|name| {
            format!("  {name}: {{alt: A chart of four colours.}}\n")
        });
    }
    for (name, bytes) in files {
        site.write(&format!("{entry}/{name}"), bytes);
    }
    site
}

fn telling() -> Vec<(&'static str, Vec<u8>)> {
    let chart = made::chart(WIDE, HIGH);
    let profile = made::display_p3();
    let segment = [b"Exif\0\0".to_vec(), made::exif(1, true)].concat();
    let in_drawing = made::telling_jpeg(&chart, 1, true);
    let drawing = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 40' \
         xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' \
         xmlns:xlink='http://www.w3.org/1999/xlink' sodipodi:docname='{SECRET}.svg'>\
         <!-- {SECRET} --><metadata>{SECRET} GPSLatitude</metadata>\
         <sodipodi:namedview>{SECRET}</sodipodi:namedview>\
         <image xlink:href='data:image/jpeg;base64,{}' width='9' height='6'/>\
         <image href='other.jpg' width='9' height='6'/>\
         <rect fill='url(https://example.org/#a)' width='9' height='6'/></svg>",
        base64(&in_drawing)
    );
    vec![
        ("front.jpg", made::telling_jpeg(&chart, 6, true)),
        (
            "back.jpg",
            made::with_segments(
                &made::jpeg_of(&chart, 90, Some(&profile)),
                &[(0xe1, segment)],
            ),
        ),
        ("left.png", made::telling_png(&chart, 3)),
        ("right.webp", made::telling_webp(&chart, 8)),
        ("top.tif", made::telling_tiff(&chart, 5)),
        ("bottom.gif", telling_gif(&chart)),
        ("inside.svg", drawing.into_bytes()),
    ]
}

/// A GIF with a comment.
fn telling_gif(image: &RgbImage) -> Vec<u8> {
    let mut file = made::encoded(&image.clone().into(), ImageFormat::Gif);
    let end = file.pop();
    file.extend([0x21, 0xfe, SECRET.len() as u8]);
    file.extend(SECRET.bytes());
    file.push(0);
    file.extend(end);
    file
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |bits: u32| char::from(DIGITS[(bits & 63) as usize]);
    let mut text = String::new();
    for part in bytes.chunks(3) {
        let byte = |at: usize| u32::from(part.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        let digits = [18, 12, 6, 0].map(|shift| digit(bits >> shift));
        let padded = digits.iter().enumerate();
        text.extend(padded.map(|(at, digit)| if at > part.len() { '=' } else { *digit }));
    }
    text
}

fn output(site: &SmallSite) -> BTreeMap<String, Vec<u8>> {
    let run = site.run(&["build", "-o", "out"]);
    assert_eq!(run.code(), 0, "{}", run.told());
    support::files(&site.path("out"))
        .into_iter()
        .filter(|(path, _)| path.starts_with("media/"))
        .collect()
}

#[test]
fn the_output_holds_what_is_needed_to_show_it_and_nothing_else() {
    let files = output(&site_with(&telling()));
    assert!(files.len() >= 15, "{:?}", files.keys());
    for (path, bytes) in &files {
        for trace in [
            SECRET,
            "Exif",
            "GPS",
            "adobe",
            "8BIM",
            "sodipodi",
            "example.org",
            "other.jpg",
        ] {
            let found = bytes
                .windows(trace.len())
                .any(|part| part == trace.as_bytes());
            assert!(!found, "{path} holds {trace}");
        }
        let parts = match path.rsplit_once('.').unwrap().1 {
            "jpg" => jpeg_segments(bytes),
            "png" => png_chunks(bytes),
            "webp" => webp_chunks(bytes),
            _ => Vec::new(),
        };
        let known = [
            "E0", "DB", "C0", "C2", "C4", "DA", "DD", "IHDR", "IDAT", "IEND", "VP8 ", "VP8L",
        ];
        for part in parts {
            assert!(known.contains(&part.as_str()), "{path} holds a part {part}");
        }
    }
    let drawing = String::from_utf8(files["media/iraq/clay-tablets/inside.svg"].clone()).unwrap();
    assert!(
        drawing.contains("data:image/"),
        "the picture in it stays: {drawing}"
    );
}

/// The markers of all segments up to the first scan.
fn jpeg_segments(bytes: &[u8]) -> Vec<String> {
    let (mut at, mut found) = (2, Vec::new());
    loop {
        let marker = bytes[at + 1];
        found.push(format!("{marker:02X}"));
        if marker == 0xda {
            return found;
        }
        at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
    }
}

fn png_chunks(bytes: &[u8]) -> Vec<String> {
    let (mut at, mut found) = (8, Vec::new());
    while at < bytes.len() {
        found.push(String::from_utf8_lossy(&bytes[at + 4..at + 8]).into_owned());
        let length = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        at += 12 + length as usize;
    }
    found
}

fn webp_chunks(bytes: &[u8]) -> Vec<String> {
    let (mut at, mut found) = (12, Vec::new());
    while at < bytes.len() {
        found.push(String::from_utf8_lossy(&bytes[at..at + 4]).into_owned());
        let length = u32::from_le_bytes(bytes[at + 4..at + 8].try_into().unwrap()) as usize;
        at += 8 + length + length % 2;
    }
    found
}

#[test]
fn a_position_in_a_source_is_told_and_stops_a_strict_build() {
    let site = site_with(&telling());
    let run = site.run(&["check"]);
    let told = run.told();
    assert_eq!(run.code(), 0, "{told}");
    for name in [
        "front.jpg",
        "back.jpg",
        "left.png",
        "right.webp",
        "top.tif",
        "inside.svg",
    ] {
        let said = format!("warning[RL507]: `{name}` says where it was taken");
        assert!(told.contains(&said), "{name}: {told}");
    }
    assert!(!told.contains("57"), "the position itself is not told");
    assert_eq!(site.run(&["check", "--strict"]).code(), 1);
}

#[test]
fn pages_offer_every_size_and_machines_read_whose_it_is() {
    let photograph = made::jpeg(&made::photograph(1600, 1200, 3));
    let site = site_with(&[("front.jpg", photograph)]);
    let text = site.path("content/lists/iraq/clay-tablets/ar.md");
    let with_picture = fs::read_to_string(&text).unwrap() + "\n![A chart](front.jpg)\n";
    fs::write(&text, with_picture).unwrap();
    let run = site.run(&["build", "-o", "out"]);
    assert_eq!(run.code(), 0, "{}", run.told());
    let page = fs::read_to_string(site.path("out/ar/iraq/clay-tablets.html")).unwrap();
    let folder = "../../media/iraq/clay-tablets/front";
    for part in [
        format!("{folder}-320.webp 320w, {folder}-640.webp 640w, {folder}-1280.webp 1280w"),
        format!("src=\"{folder}-1280.jpg\""),
        "width=\"1280\"".to_owned(),
        "height=\"960\"".to_owned(),
        "loading=lazy".to_owned(),
        "decoding=async".to_owned(),
        "\"holdingArchive\":{\"@type\":\"ArchiveOrganization\",\"name\":\"Museum of the Test\"}"
            .to_owned(),
        "\"creditText\":\"A museum\"".to_owned(),
    ] {
        assert!(page.contains(&part), "{part}\n{page}");
    }
    assert!(
        !site
            .path("out/media/iraq/clay-tablets/front-640.jpg")
            .exists()
    );
}

#[test]
fn the_site_decides_in_which_sizes_and_formats() {
    let photograph = made::jpeg(&made::photograph(900, 600, 3));
    let site = site_with(&[("front.jpg", photograph)]);
    let config = fs::read_to_string(site.path("redlist.yaml")).unwrap();
    let pictures = "pictures: {widths: [500, 200], formats: [jpeg], quality: {jpeg: 60}}";
    site.write("redlist.yaml", format!("{config}\n{pictures}\n"));
    let files = output(&site);
    let names: Vec<&str> = files
        .keys()
        .filter_map(|path| path.strip_prefix("media/iraq/clay-tablets/front"))
        .collect();
    assert_eq!(names, ["-200.jpg", "-500.jpg"]);
}

// Broken and hostile files

fn hostile() -> Vec<(&'static str, Vec<u8>)> {
    let chart = made::chart(WIDE, HIGH);
    let jpeg = made::jpeg(&made::photograph(300, 200, 2));
    let png = made::encoded(&made::photograph(300, 200, 2).into(), ImageFormat::Png);
    let gif = made::encoded(&chart.clone().into(), ImageFormat::Gif);
    let webp = made::telling_webp(&made::photograph(300, 200, 2), 1);
    let cut = |file: &[u8], tenths: usize| file[..file.len() * tenths / 10].to_vec();
    let mut both = jpeg.clone();
    both.extend(b"<script>alert(1)</script>PK\x03\x04");
    let mut other = b"GIF89a/*".to_vec();
    other.extend(b"*/=1;alert(1)//");
    let mut wide = made::empty_png(100_000, 1);
    wide.resize(4096, 0);
    vec![
        ("wide.png", wide),
        ("bomb.png", made::empty_png(60_000, 60_000)),
        ("zero.png", made::empty_png(0, 10)),
        ("empty.jpg", Vec::new()),
        ("header.jpg", jpeg[..200].to_vec()),
        ("cut.jpg", cut(&jpeg, 6)),
        ("cut.png", cut(&png, 6)),
        ("cut.gif", cut(&gif, 6)),
        ("cut.webp", cut(&webp, 6)),
        ("cut.tif", cut(&made::telling_tiff(&chart, 1), 6)),
        ("wrong.png", jpeg.clone()),
        ("text.jpg", b"not a picture".to_vec()),
        ("program.gif", other),
        ("big.tif", b"II\x2b\0\x08\0\0\0\0\0\0\0\0\0\0\0".to_vec()),
        ("uses.svg", nested_uses(9, 10)),
        ("entities.svg", entities()),
        ("large.svg", large_drawing()),
    ]
}

/// A drawing that a browser would draw a billion times over.
fn nested_uses(depth: usize, each: usize) -> Vec<u8> {
    let mut text = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><defs>\
                    <g id='a0'><path d='M0 0h9'/></g>"
        .to_owned();
    for level in 1..=depth {
        let below = level - 1;
        let uses = format!("<use href='#a{below}'/>").repeat(each);
        text.push_str(&format!("<g id='a{level}'>{uses}</g>"));
    }
    text.push_str(&format!("</defs><use href='#a{depth}'/></svg>"));
    text.into_bytes()
}

/// A drawing whose text would be a billion letters long.
fn entities() -> Vec<u8> {
    let mut text = "<!DOCTYPE svg [<!ENTITY a0 'ha'>".to_owned();
    for level in 1..=9 {
        let below = format!("&a{};", level - 1).repeat(10);
        text.push_str(&format!("<!ENTITY a{level} '{below}'>"));
    }
    text.push_str(
        "]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>&a9;</text></svg>",
    );
    text.into_bytes()
}

/// Thirty megabytes of nested uses.
fn large_drawing() -> Vec<u8> {
    let mut file = nested_uses(9, 10);
    file.resize(30 * 1024 * 1024, b' ');
    file
}

#[test]
fn broken_and_hostile_pictures_are_told_with_their_reason_and_bring_nothing_down() {
    for (name, bytes) in hostile() {
        let site = site_with(&[(name, bytes)]);
        let run = site.run(&["check"]);
        let told = run.told();
        let said = told.contains("error[RL502]") || told.contains("error[RL103]");
        assert!(said && told.contains(name), "{name}: {told}");
        assert!(!told.contains("panicked"), "{name}: {told}");
        assert_eq!(run.code(), 1, "{name}: {told}");
    }
}

#[test]
fn a_picture_that_is_a_program_too_is_only_a_picture_afterwards() {
    let mut both = made::jpeg(&made::chart(WIDE, HIGH));
    both.extend(b"<script>alert(1)</script>PK\x03\x04");
    let files = output(&site_with(&[("both.jpg", both)]));
    let jpeg = &files["media/iraq/clay-tablets/both-96.jpg"];
    assert!(!jpeg.windows(5).any(|part| part == b"alert"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn damaged_files_are_refused_or_shown_and_never_bring_the_decoder_down(
        which in 0_usize..5,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        kept in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let chart = made::chart(24, 16);
        let (name, mut file) = match which {
            0 => ("a.jpg", made::telling_jpeg(&chart, 6, true)),
            1 => ("a.png", made::telling_png(&chart, 6)),
            2 => ("a.webp", made::telling_webp(&chart, 6)),
            3 => ("a.tif", made::telling_tiff(&chart, 6)),
            _ => ("a.gif", telling_gif(&chart)),
        };
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if cut {
            file.truncate(kept.index(file.len()));
        }
        if let Ok(look) = look(Cursor::new(&file), name)
            && look.memory() < 64 << 20
            && let Err(why) = pixels::decode(&file, &look)
        {
            prop_assert!(!why.why.is_empty());
        }
    }
}

// The cache

fn prepared(site: &SiteFolder) -> Prepared {
    let mut diagnostics = Diagnostics::new();
    let options = Options::default();
    build::prepare(site, &options, &mut Timings::default(), &mut diagnostics).unwrap()
}

fn picture_files(prepared: &Prepared) -> Vec<PictureFile> {
    let artifacts = prepared.plan.iter().map(|(_, artifact)| artifact);
    let files = artifacts.filter_map(|artifact| match artifact {
        Artifact::Picture(file) => Some(file.clone()),
        _ => None,
    });
    files.collect()
}

fn all(store: &Store<'_>, files: &[PictureFile]) -> Vec<Vec<u8>> {
    files.iter().map(|file| store.get(file).unwrap()).collect()
}

fn cache(folder: &Path) -> Cache {
    Cache::new(Some(folder.to_owned()), u64::MAX)
}

#[test]
fn a_second_build_decodes_nothing_and_a_damaged_cache_heals() {
    let site = site_with(&[("front.jpg", made::jpeg(&made::photograph(700, 500, 4)))]);
    let folder = SiteFolder::new(site.root());
    let prepared = prepared(&folder);
    let files = picture_files(&prepared);
    let kept = tempfile::tempdir().unwrap();
    let store = || Store::new(&folder, &prepared.catalogue, cache(kept.path()));
    let first = store();
    let made = all(&first, &files);
    assert!(!first.spent().decode().is_zero());
    let second = store();
    assert_eq!(all(&second, &files), made);
    assert!(
        second.spent().decode().is_zero(),
        "nothing is decoded twice"
    );
    for entry in walkdir::WalkDir::new(kept.path()).into_iter().flatten() {
        if entry.file_type().is_file() {
            fs::write(entry.path(), b"damaged").unwrap();
        }
    }
    let third = store();
    assert_eq!(all(&third, &files), made);
    assert!(!third.spent().decode().is_zero());
    let fourth = store();
    assert_eq!(all(&fourth, &files), made);
    assert!(fourth.spent().decode().is_zero());
}

#[test]
fn any_file_can_be_had_alone_and_without_a_cache() {
    let site = site_with(&[("front.jpg", made::jpeg(&made::photograph(700, 500, 4)))]);
    let folder = SiteFolder::new(site.root());
    let prepared = prepared(&folder);
    let files = picture_files(&prepared);
    let none = || Store::new(&folder, &prepared.catalogue, Cache::new(None, 0));
    let together = all(&none(), &files);
    for (file, expected) in files.iter().zip(together).rev() {
        assert_eq!(none().get(file).unwrap(), expected, "{file:?}");
    }
}

#[test]
fn two_builds_at_once_share_a_cache() {
    let site = site_with(&telling());
    let folder = SiteFolder::new(site.root());
    let prepared = prepared(&folder);
    let files = picture_files(&prepared);
    let kept = tempfile::tempdir().unwrap();
    let expected = all(
        &Store::new(&folder, &prepared.catalogue, Cache::new(None, 0)),
        &files,
    );
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let store = Store::new(&folder, &prepared.catalogue, cache(kept.path()));
                assert_eq!(all(&store, &files), expected);
            });
        }
    });
}

#[test]
fn a_picture_that_changes_is_made_anew() {
    let site = site_with(&[("front.jpg", made::jpeg(&made::photograph(300, 200, 4)))]);
    let folder = SiteFolder::new(site.root());
    let prepared = prepared(&folder);
    let files = picture_files(&prepared);
    let kept = tempfile::tempdir().unwrap();
    let store = Store::new(&folder, &prepared.catalogue, cache(kept.path()));
    let before = all(&store, &files);
    let other = made::jpeg(&made::photograph(300, 200, 5));
    site.write("content/lists/iraq/clay-tablets/front.jpg", other);
    assert_ne!(all(&store, &files), before);
}

#[test]
fn a_position_in_a_packed_text_is_told_too() {
    let packed = |text: &[u8]| {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(text).unwrap();
        packer.finish().unwrap()
    };
    let image = made::chart(64, 48);
    let png = made::encoded(&image.clone().into(), ImageFormat::Png);
    let exif = [&b"Exif\0\0"[..], &made::exif(1, true)].concat();
    let digits: String = exif.iter().map(|byte| format!("{byte:02x}")).collect();
    let profile = format!("\nexif\n{:8}\n{digits}\n", exif.len());
    let raw = [
        &b"Raw profile type exif\0\0"[..],
        &packed(profile.as_bytes()),
    ]
    .concat();
    let xmp = [&b"XML:com.adobe.xmp\0\x01\0\0\0"[..], &packed(&made::xmp())].concat();
    for chunk in [(b"zTXt", raw), (b"iTXt", xmp)] {
        let kind = String::from_utf8_lossy(chunk.0).into_owned();
        let site = site_with(&[("found.png", made::with_chunks(&png, &[chunk]))]);
        let told = site.run(&["check"]).told();
        assert!(told.contains("RL507"), "{kind}: {told}");
    }
}
