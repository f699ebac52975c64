//! Kinds of files: what each is taken for, and what is said of those that cannot be shown.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use image::{ImageFormat, Rgb, RgbImage};
use redlist::media::Nature;
use redlist::media::look::look;

use crate::support::pictures::{self as made, CORNERS, RawTiff};
use crate::{HIGH, WIDE, assert_near, assert_upright, colour, decoded, seen, site_with};

/// A drawing with its lines in one part, the rest white.
fn lines_at(left: u32, (width, height): (u32, u32)) -> RgbImage {
    let mut drawing = RgbImage::from_pixel(width, height, Rgb([255; 3]));
    for y in 0..height {
        for line in 0..10 {
            drawing.put_pixel(left + line * 15 + y % 15, y, Rgb([0; 3]));
        }
    }
    drawing
}

/// A photograph whose left part is flat, as a scanner's lid leaves it.
fn beside_flat(width: u32, height: u32) -> RgbImage {
    let mut image = made::photograph(width, height, 3);
    for (x, _, pixel) in image.enumerate_pixels_mut() {
        if x < width / 2 {
            *pixel = Rgb([255; 3]);
        }
    }
    image
}

#[test]
fn line_art_is_told_from_photographs_in_tiffs_that_are_packed_or_not() {
    use tiff::encoder::Compression;
    use tiff::encoder::compression::DeflateLevel;

    let nature = |file: &[u8]| seen(file, "a.tif").nature;
    for (how, compression) in [
        ("not packed", Compression::Uncompressed),
        ("PackBits", Compression::Packbits),
        ("LZW", Compression::Lzw),
        ("Deflate", Compression::Deflate(DeflateLevel::Balanced)),
    ] {
        for size in [(3000, 256), (700, 257 * 3), (300, 200), (4096, 1024)] {
            let (width, height) = size;
            let drawing = lines_at(width - 170, size);
            let photograph = beside_flat(width, height);
            let what = format!("{size:?}, {how}");
            let file = made::tiff_of_pages(&[&drawing], compression);
            assert_eq!(nature(&file), Nature::LineArt, "{what}");
            let file = made::tiff_of_pages(&[&photograph], compression);
            assert_eq!(nature(&file), Nature::Photograph, "{what}");
            let file = made::tiff_of_pages(&[&drawing, &photograph], compression);
            assert_eq!(nature(&file), Nature::LineArt, "{what}, first of two");
            let file = made::tiff_of_pages(&[&photograph, &drawing], compression);
            assert_eq!(nature(&file), Nature::Photograph, "{what}, first of two");
        }
    }
}

#[test]
fn a_tiff_that_does_not_say_how_it_is_packed_is_not_packed() {
    let uncompressed = tiff::encoder::Compression::Uncompressed;
    let mut file = made::tiff_of_pages(&[&lines_at(400, (600, 400))], uncompressed);
    // The tag with its kind; nobody knows tag 65000.
    let tag = [3, 1, 3, 0];
    let at = file.windows(4).position(|bytes| bytes == tag).unwrap();
    file[at..at + 2].copy_from_slice(&65000_u16.to_le_bytes());
    assert_eq!(seen(&file, "a.tif").nature, Nature::LineArt);
    assert_eq!(decoded(&file, "a.tif").width(), 600);
}

#[test]
fn a_photograph_that_is_a_jpeg_in_a_tiff_stays_a_photograph() {
    let image = made::photograph(400, 300, 4);
    let file = made::jpeg_in_tiff(&image);
    assert!(file.len() * 8 < 400 * 300 * 3, "as small as line art");
    assert_eq!(seen(&file, "a.tif").nature, Nature::Photograph);
    let shown = decoded(&file, "a.tif");
    for place in [(50, 50), (350, 250)] {
        let expected = image.get_pixel(place.0, place.1).0;
        assert_near(
            colour(&shown, place.0, place.1),
            expected,
            16,
            "a JPEG in a TIFF",
        );
    }
}

/// A disk that fails behind the first bytes.
struct Failing(Cursor<Vec<u8>>);

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.position() {
            0..16 => self.0.read(buffer),
            _ => Err(io::Error::other("the disk is worn out")),
        }
    }
}

impl Seek for Failing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_disk_that_fails_is_not_taken_for_a_file_that_is_cut_short() {
    for (name, file) in [
        ("a.jpg", made::jpeg(&made::chart(WIDE, HIGH))),
        (
            "a.png",
            made::encoded(&made::chart(WIDE, HIGH).into(), ImageFormat::Png),
        ),
        ("a.tif", made::telling_tiff(&made::chart(WIDE, HIGH), 1)),
    ] {
        let refusal = look(Failing(Cursor::new(file)), name).unwrap_err();
        assert_eq!(
            refusal.why, "it cannot be read: the disk is worn out",
            "{name}"
        );
        assert!(refusal.cure.contains("disk"), "{name}");
    }
}

#[test]
fn a_tiff_that_counts_its_last_strip_too_long_is_read() {
    let chart = made::chart(WIDE, HIGH);
    let mut tiff = RawTiff::of(&chart);
    tiff.lengths = vec![u32::from(u16::MAX) * 100];
    let file = tiff.to_bytes();
    assert_upright(&decoded(&file, "a.tif"), "too long a strip");
    // Where notes lead past the end, the picture is whole all the same.
    let mut tiff = RawTiff::of(&chart);
    tiff.set(700, 1, vec![0; 3]);
    tiff.lie(700, u32::MAX, u32::MAX);
    assert_upright(&decoded(&tiff.to_bytes(), "a.tif"), "broken notes");
}

#[test]
fn a_position_is_found_on_every_page_and_behind_what_is_broken() {
    let chart = made::chart(WIDE, HIGH);
    let told = made::telling_tiff(&chart, 1);
    assert!(seen(&told, "a.tif").position.is_some());
    let second = RawTiff::of(&chart).before(&told);
    let look = seen(&second, "a.tif");
    assert!(look.position.is_some(), "on the second page");
    assert_eq!(look.orientation, 1);
    let mut broken = RawTiff::of(&chart);
    broken.set(274, 3, [1_u16; 9].map(u16::to_le_bytes).concat());
    broken.lie(274, 9, u32::MAX);
    broken.set(34853, 4, vec![0xff; 4]);
    assert!(seen(&broken.to_bytes(), "a.tif").position.is_some());
}

#[test]
fn what_is_half_seen_through_already_keeps_its_colours() {
    let mut tiff = RawTiff::of(&made::chart(WIDE, HIGH));
    tiff.pixels = [100, 50, 25, 128].repeat((WIDE * HIGH) as usize);
    tiff.set(258, 3, [8_u16; 4].map(u16::to_le_bytes).concat());
    tiff.set(277, 3, 4_u16.to_le_bytes().to_vec());
    for (extra, expected) in [(1_u16, [199, 100, 50]), (2, [100, 50, 25])] {
        tiff.set(338, 3, extra.to_le_bytes().to_vec());
        let shown = decoded(&tiff.to_bytes(), "a.tif");
        assert!(shown.is_transparent());
        assert_near(colour(&shown, 9, 9), expected, 1, "half seen through");
    }
}

#[test]
fn a_palette_and_grey_that_is_seen_through_are_read_from_tiffs() {
    let number = |x: u32, y: u32| u8::from(x >= WIDE / 2) + 2 * u8::from(y >= HIGH / 2);
    for bits in [8_u16, 4, 2] {
        let colours = 1_usize << bits;
        let map = (0..3).flat_map(|channel| {
            let tone = move |at: usize| CORNERS.get(at).map_or(0, |corner| corner[channel]);
            (0..colours).map(move |at| u16::from(tone(at)) * 257)
        });
        let numbers = (0..HIGH).flat_map(|y| (0..WIDE).map(move |x| number(x, y)));
        let numbers: Vec<u8> = numbers.collect();
        let in_a_byte = 8 / usize::from(bits);
        let mut tiff = RawTiff::of(&made::chart(WIDE, HIGH));
        tiff.pixels = numbers
            .chunks(in_a_byte)
            .map(|group| {
                group
                    .iter()
                    .fold(0, |byte, number| byte << (bits % 8) | number)
            })
            .collect();
        tiff.set(258, 3, bits.to_le_bytes().to_vec());
        tiff.set(262, 3, 3_u16.to_le_bytes().to_vec());
        tiff.set(277, 3, 1_u16.to_le_bytes().to_vec());
        tiff.set(320, 3, map.flat_map(u16::to_le_bytes).collect());
        let file = tiff.to_bytes();
        assert_eq!(seen(&file, "a.tif").nature, Nature::LineArt);
        assert_upright(&decoded(&file, "a.tif"), "a palette");
    }
    // A palette has one sample; what says two and holds two is no picture of ours.
    let mut tiff = RawTiff::of(&made::chart(WIDE, HIGH));
    tiff.pixels = [0, 128].repeat((WIDE * HIGH) as usize);
    tiff.set(258, 3, 8_u16.to_le_bytes().to_vec());
    tiff.set(262, 3, 3_u16.to_le_bytes().to_vec());
    tiff.set(277, 3, 2_u16.to_le_bytes().to_vec());
    tiff.set(320, 3, vec![9; 256 * 3 * 2]);
    tiff.set(338, 3, 2_u16.to_le_bytes().to_vec());
    let run = site_with(&[("a.tif", tiff.to_bytes())]).run(&["build", "-o", "out"]);
    assert!(run.told().contains("RL502"), "{}", run.told());
    assert_eq!(run.code(), 1, "{}", run.told());
    let mut tiff = RawTiff::of(&made::chart(WIDE, HIGH));
    tiff.pixels = [80, 128].repeat((WIDE * HIGH) as usize);
    tiff.set(258, 3, [8_u16; 2].map(u16::to_le_bytes).concat());
    tiff.set(262, 3, 1_u16.to_le_bytes().to_vec());
    tiff.set(277, 3, 2_u16.to_le_bytes().to_vec());
    tiff.set(338, 3, 2_u16.to_le_bytes().to_vec());
    let shown = decoded(&tiff.to_bytes(), "a.tif");
    assert!(shown.is_transparent());
    assert_eq!(colour(&shown, 9, 9), [80; 3]);
}

#[test]
fn tiffs_that_would_be_shown_wrong_are_refused_with_their_reason() {
    let short = |number: u16| number.to_le_bytes().to_vec();
    for (tags, why) in [
        (vec![(262, short(8))], "Lab"),
        (vec![(262, short(6))], "YCbCr"),
        (vec![(259, short(3))], "packed in a way that is rare"),
        (vec![(259, short(34712))], "packed in a way that is rare"),
        (
            vec![(258, [32_u16; 3].map(u16::to_le_bytes).concat())],
            "32 bits",
        ),
        (
            vec![(339, [2_u16; 3].map(u16::to_le_bytes).concat())],
            "a sign",
        ),
        (
            vec![(284, short(2)), (324, vec![8, 0, 0, 0])],
            "tiles of its own",
        ),
    ] {
        let mut tiff = RawTiff::of(&made::chart(WIDE, HIGH));
        for (tag, value) in tags {
            let kind = if value.len() == 4 { 4 } else { 3 };
            tiff.set(tag, kind, value);
        }
        let refusal = look(Cursor::new(tiff.to_bytes()), "a.tif").unwrap_err();
        assert!(refusal.why.contains(why), "{why}: {refusal:?}");
        assert!(refusal.cure.contains("export it as JPEG or PNG"), "{why}");
    }
}

#[test]
fn a_wrong_ending_is_told_for_drawings_and_telephones_too() {
    let drawing =
        "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>";
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    let large = format!("{drawing}{}", " ".repeat(9 << 20));
    for (name, file, why, cure) in [
        (
            "a.svg",
            made::jpeg(&made::chart(WIDE, HIGH)),
            "its content is a JPEG",
            "`a.jpg`",
        ),
        (
            "a.jpg",
            drawing.into(),
            "its content is an SVG drawing",
            "`a.svg`",
        ),
        (
            "a.jpg",
            heic,
            "it is a HEIC, AVIF or JPEG XL",
            "export it as JPEG",
        ),
        (
            "a.svg",
            large.into(),
            "it has 10 megabytes; a drawing may have 8",
            "export it as PNG",
        ),
    ] {
        let told = site_with(&[(name, file)]).run(&["check"]).told();
        assert!(
            told.contains("RL502") && told.contains(why),
            "{name}: {told}"
        );
        assert!(told.contains(cure), "{name}: {told}");
    }
}

/// A drawing with a picture in it.
fn with_picture(kind: &str, file: &[u8]) -> Vec<u8> {
    let data = crate::base64(file);
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 90'>\n\
         <image width='9' height='9' href='data:{kind};base64,{data}'/></svg>"
    )
    .into_bytes()
}

#[test]
fn a_picture_within_a_drawing_is_looked_at_as_any_other() {
    let chart = made::chart(WIDE, HIGH);
    let jpeg = made::telling_jpeg(&chart, 1, true);
    // A browser looks at the content, not at the name.
    let site = site_with(&[("a.svg", with_picture("image/png", &jpeg))]);
    let told = site.run(&["check"]).told();
    assert!(
        told.contains("RL507") && told.contains("a picture within it"),
        "{told}"
    );
    let strip = made::encoded(
        &RgbImage::from_pixel(300, 2, Rgb([9; 3])).into(),
        ImageFormat::Png,
    );
    let site = site_with(&[("a.svg", with_picture("image/png", &strip))]);
    assert_eq!(site.run(&["check"]).code(), 0);
    for (file, why) in [
        (&jpeg[..jpeg.len() / 2], "cut short"),
        (b"nothing", "its content is no JPEG"),
    ] {
        let site = site_with(&[("a.svg", with_picture("image/jpeg", file))]);
        let run = site.run(&["check"]);
        let told = run.told();
        assert!(
            told.contains("a picture within it cannot be used"),
            "{told}"
        );
        assert!(told.contains(why), "{told}");
        assert_eq!(run.code(), 1, "{told}");
    }
}
