//! PNG: all chunks up to the end (PNG third edition, 11.2 and 11.3; XMP part 3).

use std::io::{Read, Seek};

use flate2::read::ZlibDecoder;

use super::walk::{Cut, MOST, Walk};
use super::{Found, tiff, xmp_position};

pub(super) fn look<R: Read + Seek>(walk: &mut Walk<R>) -> Result<Found, Cut> {
    let mut found = Found {
        lossless: true,
        ..Found::default()
    };
    walk.skip(8)?;
    let mut texts = Texts { left: MOST };
    loop {
        let length = u64::from(u32::from_be_bytes(walk.array()?));
        let kind: [u8; 4] = walk.array()?;
        let next = walk.at() + length + 4;
        match &kind {
            b"IHDR" => header(walk, &mut found)?,
            b"tRNS" => found.transparent = true,
            b"eXIf" => tiff::read_exif(&walk.bytes(length)?, &mut found),
            b"tEXt" => text(&walk.bytes(length)?, &mut found),
            b"iTXt" => texts.international(&walk.bytes(length)?, &mut found),
            b"zTXt" => texts.compressed(&walk.bytes(length)?, &mut found),
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

/// The packed texts of a file.
struct Texts {
    /// How many bytes may still be unpacked: no more of all texts than is read of any one.
    left: u64,
}

impl Texts {
    /// A text of the file's own, which may be packed: its name, two bytes that say so, its language,
    /// its name in that language, the text.
    fn international(&mut self, body: &[u8], found: &mut Found) {
        let mut parts = body.splitn(2, |byte| *byte == 0);
        let (Some(name), Some([1, _, rest @ ..])) = (parts.next(), parts.next()) else {
            return text(body, found);
        };
        let packed = rest.splitn(3, |byte| *byte == 0).nth(2);
        text(
            &named(name, &self.unpack(packed.unwrap_or_default())),
            found,
        );
    }

    /// A packed text: its name, the method, the text.
    fn compressed(&mut self, body: &[u8], found: &mut Found) {
        let mut parts = body.splitn(2, |byte| *byte == 0);
        if let (Some(name), Some([_, packed @ ..])) = (parts.next(), parts.next()) {
            text(&named(name, &self.unpack(packed)), found);
        }
    }

    /// What was packed, as far as it can be unpacked.
    fn unpack(&mut self, packed: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        // What is damaged further on may have told of a position before.
        let _ = ZlibDecoder::new(packed)
            .take(self.left)
            .read_to_end(&mut out);
        self.left -= out.len() as u64;
        out
    }
}

fn named(name: &[u8], text: &[u8]) -> Vec<u8> {
    [name, b"\0", text].concat()
}

/// ImageMagick and others write whole blocks of metadata as hexadecimal digits: a line with the
/// kind, a line with the length, the digits.
fn raw_profile(body: &[u8], found: &mut Found) {
    let digits = body.splitn(4, |byte| *byte == b'\n').nth(3);
    let digits: Vec<u8> = digits
        .unwrap_or_default()
        .iter()
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    let bytes: Vec<u8> = digits
        .chunks_exact(2)
        .map(|pair| pair[0] << 4 | pair[1])
        .collect();
    tiff::read_exif(bytes.strip_prefix(b"Exif\0\0").unwrap_or(&bytes), found);
    found.position = found.position.or_else(|| xmp_position(&bytes));
}

/// XMP stands in a text of that name; ImageMagick also writes each tag of Exif into a text, of
/// which the name alone says enough.
fn text(body: &[u8], found: &mut Found) {
    if body.starts_with(b"Raw profile type ") {
        raw_profile(body, found);
    } else if body.starts_with(b"XML:com.adobe.xmp\0") {
        found.position = found.position.or_else(|| xmp_position(body));
    } else if body.to_ascii_lowercase().starts_with(b"exif:gpslatitude\0") {
        found.position = Some("a text named exif:GPSLatitude");
    }
}
