//! PNG: all chunks up to the end (PNG third edition, 11.2 and 11.3; XMP part 3).

use std::io::{Read, Seek};

use super::walk::{Cut, Walk};
use super::{Found, tiff, xmp_position};

pub(super) fn look<R: Read + Seek>(walk: &mut Walk<R>) -> Result<Found, Cut> {
    let mut found = Found {
        lossless: true,
        ..Found::default()
    };
    walk.skip(8)?;
    loop {
        let length = u64::from(u32::from_be_bytes(walk.array()?));
        let kind: [u8; 4] = walk.array()?;
        let next = walk.at() + length + 4;
        match &kind {
            b"IHDR" => header(walk, &mut found)?,
            b"tRNS" => found.transparent = true,
            b"eXIf" => tiff::read_exif(&walk.bytes(length)?, &mut found),
            b"iTXt" | b"tEXt" => text(&walk.bytes(length)?, &mut found),
            b"IEND" => break,
            _ => {}
        }
        walk.go(next)?;
    }
    match found.bytes_per_pixel {
        0 => Err(Cut),
        _ => Ok(found),
    }
}

fn header<R: Read + Seek>(walk: &mut Walk<R>, found: &mut Found) -> Result<(), Cut> {
    found.width = u32::from_be_bytes(walk.array()?);
    found.height = u32::from_be_bytes(walk.array()?);
    let [depth, colours] = walk.array()?;
    found.few_colours = colours == 3 || depth < 8;
    found.transparent = matches!(colours, 4 | 6);
    // With transparency a colour becomes four samples.
    found.bytes_per_pixel = 4 * depth.div_ceil(8);
    Ok(())
}

/// XMP stands in a text of that name; ImageMagick writes Exif as hexadecimal digits into another,
/// of which the name alone says enough.
fn text(body: &[u8], found: &mut Found) {
    if body.starts_with(b"XML:com.adobe.xmp\0") {
        found.position = found.position.or_else(|| xmp_position(body));
    } else if body.to_ascii_lowercase().starts_with(b"exif:gpslatitude\0") {
        found.position = Some("a text named exif:GPSLatitude");
    }
}
