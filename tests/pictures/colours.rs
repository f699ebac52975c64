//! Colours: what a camera, a scanner or a press meant is what a screen shows.

use image::{DynamicImage, GrayImage, ImageFormat, Luma, Rgb, RgbImage};
use moxcms::ColorProfile;
use redlist::media::pixels;

use crate::support::pictures::{self as made, CORNERS};
use crate::{HIGH, WIDE, assert_near, assert_upright, colour, decoded, seen};

#[test]
fn colours_of_another_space_are_those_that_were_meant() {
    // What Display P3 (200, 100, 50) is in sRGB, by the matrices of CSS Color 4.
    let (given, meant) = ([200, 100, 50], [214, 94, 32]);
    let image = RgbImage::from_pixel(WIDE, HIGH, Rgb(given));
    let profile = made::display_p3();
    let file = made::jpeg_of(&image, 98, Some(&profile));
    assert_near(
        colour(&decoded(&file, "a.jpg"), 9, 9),
        meant,
        4,
        "Display P3",
    );
    let file = made::flat_colour_tiff(given, &profile);
    let shown = colour(&decoded(&file, "a.tif"), 9, 9);
    assert_near(shown, meant, 4, "Display P3 in a small TIFF");
    let profile = ColorProfile::new_srgb().encode().unwrap();
    let file = made::jpeg_of(&image, 98, Some(&profile));
    assert_near(colour(&decoded(&file, "a.jpg"), 9, 9), given, 3, "sRGB");
    let file = made::jpeg_of(&image, 98, Some(b"no profile at all"));
    assert_near(
        colour(&decoded(&file, "a.jpg"), 9, 9),
        given,
        3,
        "a broken profile",
    );
}

#[test]
fn what_a_png_says_of_its_colours_without_a_profile_is_heard() {
    let given = [200, 100, 50];
    let image = RgbImage::from_pixel(WIDE, HIGH, Rgb(given)).into();
    let plain = made::encoded(&image, ImageFormat::Png);
    let srgb = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000];
    let p3 = [31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000];
    let gamma = |gamma: u32| (b"gAMA", made::numbers(&[gamma]));
    let primaries = |primaries: &[u32]| (b"cHRM", made::numbers(primaries));
    // Linear light and a power of 2.2 as sRGB (IEC 61966-2-1); Display P3 by the matrices of CSS
    // Color 4.
    for (what, chunks, meant) in [
        ("linear light", vec![gamma(100_000)], [229, 168, 123]),
        (
            "other primaries",
            vec![gamma(45_455), primaries(&p3)],
            [216, 92, 24],
        ),
        (
            "what most write for sRGB",
            vec![gamma(45_455), primaries(&srgb)],
            given,
        ),
        ("no gamma at all", vec![gamma(0)], given),
        ("no white", vec![gamma(45_455), primaries(&[0; 8])], given),
        ("cut off", vec![gamma(45_455), primaries(&p3[..3])], given),
        ("primaries without tones", vec![primaries(&p3)], given),
        (
            "primaries on one line",
            vec![
                gamma(45_455),
                primaries(&[31270, 32900, 1000, 1000, 2000, 2000, 3000, 3000]),
            ],
            given,
        ),
        (
            "the first of two",
            vec![gamma(45_455), gamma(100_000)],
            given,
        ),
        (
            "code points of P3",
            vec![(b"cICP", vec![12, 13, 0, 1])],
            [214, 94, 32],
        ),
        (
            "code points before all else",
            vec![(b"sRGB", vec![0]), (b"cICP", vec![12, 13, 0, 1])],
            [214, 94, 32],
        ),
        (
            "sRGB after all",
            vec![(b"sRGB", vec![0]), gamma(100_000)],
            given,
        ),
    ] {
        let file = made::with_chunks(&plain, &chunks);
        assert_near(colour(&decoded(&file, "a.png"), 9, 9), meant, 2, what);
    }
    let grey = GrayImage::from_pixel(WIDE, HIGH, Luma([128])).into();
    let grey = made::encoded(&grey, ImageFormat::Png);
    let file = made::with_chunks(&grey, &[gamma(100_000)]);
    assert_near(colour(&decoded(&file, "a.png"), 9, 9), [188; 3], 2, "grey");
}

#[test]
fn sixteen_bits_grey_and_inks_become_what_a_screen_shows() {
    let chart = DynamicImage::ImageRgb8(made::chart(WIDE, HIGH));
    for (name, format) in [("a.png", ImageFormat::Png), ("a.tif", ImageFormat::Tiff)] {
        let deep = made::encoded(&DynamicImage::ImageRgb16(chart.to_rgb16()), format);
        assert_upright(&decoded(&deep, name), "sixteen bits");
        let grey = made::encoded(&DynamicImage::ImageLuma8(chart.to_luma8()), format);
        let pixels = decoded(&grey, name);
        let [red, green, blue] = colour(&pixels, 9, 9);
        assert!(red == green && green == blue, "{name}: grey stays grey");
    }
    let inks = made::cmyk_jpeg(&made::chart(WIDE, HIGH));
    let pixels = decoded(&inks, "a.jpg");
    assert_near(colour(&pixels, 9, 9), CORNERS[0], 40, "inks");
    assert_near(colour(&pixels, WIDE - 9, HIGH - 9), CORNERS[3], 40, "paper");
}

/// A lightness of 50 is the grey 119 of sRGB, and one of 75 the grey 185 (CIE 15, IEC 61966-2-1).
#[test]
fn inks_show_as_their_press_prints_them() {
    let press = made::grey_press();
    for as_ycck in [false, true] {
        for (inks, grey) in [
            ([0, 0, 0, 0], 255),
            ([255, 0, 0, 0], 119),
            ([128, 0, 0, 0], 185),
            ([0, 0, 0, 255], 0),
        ] {
            let file = made::flat_inks(inks, as_ycck, &press);
            let shown = colour(&decoded(&file, "a.jpg"), 16, 16);
            assert_near(shown, [grey; 3], 4, "printed");
            let file = made::flat_inks_tiff(inks, &press);
            let shown = colour(&decoded(&file, "a.tif"), 16, 16);
            assert_near(shown, [grey; 3], 4, "printed from a TIFF");
        }
        let file = made::flat_inks([255, 0, 0, 0], as_ycck, b"no profile at all");
        let shown = colour(&decoded(&file, "a.jpg"), 16, 16);
        assert_near(shown, [0, 255, 255], 8, "a broken profile");
    }
}

#[test]
fn light_of_films_is_refused_with_what_to_do() {
    let image = RgbImage::from_pixel(WIDE, HIGH, Rgb([9; 3])).into();
    let plain = made::encoded(&image, ImageFormat::Png);
    for tones in [16, 18] {
        let file = made::with_chunks(&plain, &[(b"cICP", vec![9, tones, 0, 1])]);
        let refusal = pixels::decode(&file, &seen(&file, "a.png")).unwrap_err();
        assert!(refusal.why.contains("brighter than pages"), "{refusal:?}");
        assert!(refusal.cure.contains("export"), "{refusal:?}");
    }
}

/// Eight bits of linear light would leave a third of the dark tones.
#[test]
fn dark_tones_of_sixteen_bits_stay_apart() {
    let steps: u32 = 60;
    let image = image::ImageBuffer::from_fn(steps, 8, |x, _| {
        let light = f64::from(x) / f64::from(steps - 1) * 0.03;
        Rgb([(light * 65535.0).round() as u16; 3])
    });
    let plain = made::encoded(&DynamicImage::ImageRgb16(image), ImageFormat::Png);
    let file = made::with_chunks(&plain, &[(b"gAMA", made::numbers(&[100_000]))]);
    let shown = decoded(&file, "a.png");
    let mut tones: Vec<u8> = (0..steps).map(|x| colour(&shown, x, 4)[0]).collect();
    tones.dedup();
    // The brightest is the tone 48 of sRGB (IEC 61966-2-1), and each below it should be there.
    assert!(tones.len() > 40, "{tones:?}");
}

/// A profile that unpacks to very much more than it is in the file.
#[test]
fn a_profile_that_would_fill_the_memory_is_left_out_of_account() {
    let image = RgbImage::from_pixel(WIDE, HIGH, Rgb([200, 100, 50])).into();
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packer, &vec![0; 64 << 20]).unwrap();
    let body = [b"a\0\0".to_vec(), packer.finish().unwrap()].concat();
    let plain = made::encoded(&image, ImageFormat::Png);
    let file = made::with_chunks(&plain, &[(b"iCCP", body)]);
    assert_eq!(colour(&decoded(&file, "a.png"), 9, 9), [200, 100, 50]);
}
