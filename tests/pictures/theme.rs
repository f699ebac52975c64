//! The pictures of a theme are handed on as they are, but for what they tell.

use std::fs;
use std::path::Path;

use image::ImageFormat;

use crate::support::pictures::{self as made, SECRET};
use crate::support::small::SmallSite;

fn site_with_assets(assets: &[(&str, Vec<u8>)]) -> SmallSite {
    let site = SmallSite::new();
    for (name, bytes) in assets {
        site.write(&format!("themes/small/assets/{name}"), bytes);
    }
    site
}

fn assert_tells_nothing(name: &str, file: &Path) {
    let bytes = fs::read(file).unwrap();
    for trace in [SECRET, "Exif", "GPS", "script", "metadata"] {
        let found = bytes
            .windows(trace.len())
            .any(|part| part == trace.as_bytes());
        assert!(!found, "{name} holds {trace}");
    }
    if !name.ends_with("svg") {
        ::image::load_from_memory(&bytes).expect("it is still a picture");
    }
}

#[test]
fn the_pictures_of_a_theme_tell_nothing_either() {
    let image = made::chart(64, 48);
    let behind = |mut file: Vec<u8>| {
        file.extend([0; 8]);
        file.extend(made::telling_jpeg(&made::chart(64, 48), 1, true));
        file
    };
    let jpeg = made::telling_jpeg(&image, 1, true);
    let filled = [&jpeg[..2], b"\xff", &jpeg[2..]].concat();
    let gif = made::encoded(&image.clone().into(), ImageFormat::Gif);
    let trailer = gif.len() - 1;
    let note = [
        b"\x21\xfe",
        &[SECRET.len() as u8][..],
        SECRET.as_bytes(),
        b"\0",
    ]
    .concat();
    let gif = [&gif[..trailer], &note[..], &gif[trailer..]].concat();
    let svg = |inside: &str| {
        let text = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}\
             <path d='M0 0h9'/></svg>"
        );
        text.into_bytes()
    };
    let assets = [
        ("photo.jpg", jpeg.clone()),
        ("photo.jfif", jpeg.clone()),
        ("photo", jpeg.clone()),
        ("filled.jpg", filled),
        ("two.jpg", behind(jpeg)),
        ("photo.png", behind(made::telling_png(&image, 1))),
        ("photo.webp", behind(made::telling_webp(&image, 1))),
        ("photo.gif", gif),
        ("act.svg", svg(&format!("<script>{SECRET}</script>"))),
        (
            "bring.svg",
            svg(&format!(
                "<image width='9' height='9' href='DATA:image/jpeg;base64,{}'/>",
                crate::base64(&made::telling_jpeg(&image, 1, false))
            )),
        ),
        (
            "tell.svg",
            svg(&format!("<!-- {SECRET} --><metadata>{SECRET}</metadata>")),
        ),
    ];
    let site = site_with_assets(&assets);
    let run = site.run(&["build", "-o", "out"]);
    assert_eq!(run.code(), 0, "{}", run.told());
    assert_eq!(run.told().matches("RL507").count(), 7, "{}", run.told());
    assert_eq!(run.told().matches("RL506").count(), 1, "{}", run.told());
    for (name, _) in assets {
        assert_tells_nothing(name, &site.path("out/assets").join(name));
    }
}

#[test]
fn a_picture_of_a_theme_that_cannot_be_gone_through_is_not_handed_on() {
    let image = made::chart(64, 48);
    let jpeg = made::telling_jpeg(&image, 1, true);
    for (name, file, why) in [
        (
            "a.tif",
            made::telling_tiff(&image, 1),
            "that browsers do not show",
        ),
        ("a.jpg", jpeg[..jpeg.len() - 9].to_vec(), "it is damaged"),
        (
            "turned.png",
            made::telling_png(&image, 6),
            "it lies on its side",
        ),
        (
            "a.avif",
            b"\0\0\0\x18ftypavif\0\0\0\0".to_vec(),
            "files of its kind",
        ),
        ("a.svg", b"<svg><path".to_vec(), "lacks xmlns"),
        (
            "b.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path".to_vec(),
            "XML",
        ),
    ] {
        let site = site_with_assets(&[(name, file)]);
        let run = site.run(&["build", "-o", "out"]);
        let told = run.told();
        assert!(
            told.contains("RL502") && told.contains(why),
            "{name}: {told}"
        );
        assert_eq!(run.code(), 1, "{name}: {told}");
    }
}

#[test]
fn a_plain_drawing_of_a_theme_keeps_every_byte() {
    let drawing =
        b"<svg xmlns='http://www.w3.org/2000/svg'   viewBox='0 0 9 9'>\n<path d='M0 0h9'/></svg>";
    let site = site_with_assets(&[("plain.svg", drawing.to_vec())]);
    assert_eq!(site.run(&["build", "-o", "out"]).code(), 0);
    assert_eq!(
        fs::read(site.path("out/assets/plain.svg")).unwrap(),
        drawing
    );
}
