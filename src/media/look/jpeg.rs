//! JPEG: segments up to the first scan (ITU-T T.81, annex B; Exif 3.0; XMP part 3).

use std::io::{Read, Seek};

use super::walk::{Cut, Walk};
use super::{Found, tiff, xmp_position};

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/x";

pub(super) fn look<R: Read + Seek>(walk: &mut Walk<R>) -> Result<Found, Cut> {
    let mut found = Found::default();
    let (mut components, mut sequential) = (0, false);
    walk.skip(2)?;
    loop {
        let marker = marker(walk)?;
        if matches!(marker, 0x01 | 0xd0..=0xd8) {
            continue;
        }
        if marker == 0xd9 || (marker == 0xda && components == 0) {
            return Err(Cut);
        }
        if marker == 0xda {
            let [_, _, in_scan] = walk.array()?;
            // The decoder takes it for another kind, and shows it wrong.
            if sequential && in_scan < components {
                found.unreadable = Some("it is a JPEG of a rare kind, with a scan for each colour");
            }
            return Ok(found);
        }
        let length = u64::from(u16::from_be_bytes(walk.array()?));
        let body = length.checked_sub(2).ok_or(Cut)?;
        let next = walk.at() + body;
        match marker {
            0xc4 | 0xc8 | 0xcc => {}
            0xc0..=0xcf => {
                components = frame(walk, &mut found)?;
                sequential = matches!(marker, 0xc0 | 0xc1);
                if !sequential {
                    // All coefficients are kept until the last scan has refined them.
                    found.bytes_per_pixel = found.bytes_per_pixel.saturating_add(2);
                }
            }
            0xe1 => application(&walk.bytes(body)?, &mut found),
            _ => {}
        }
        walk.go(next)?;
    }
}

fn marker<R: Read + Seek>(walk: &mut Walk<R>) -> Result<u8, Cut> {
    if walk.byte()? != 0xff {
        return Err(Cut);
    }
    loop {
        match walk.byte()? {
            0xff => {}
            marker => return Ok(marker),
        }
    }
}

/// The header of a frame: precision, height, width, number of components, which it gives.
fn frame<R: Read + Seek>(walk: &mut Walk<R>, found: &mut Found) -> Result<u8, Cut> {
    let [_, high, low, wide, narrow, components] = walk.array()?;
    found.height = u32::from(u16::from_be_bytes([high, low]));
    found.width = u32::from(u16::from_be_bytes([wide, narrow]));
    found.bytes_per_pixel = components.max(3);
    Ok(components)
}

fn application(body: &[u8], found: &mut Found) {
    if let Some(exif) = body.strip_prefix(EXIF) {
        tiff::read_exif(exif, found);
    } else if body.starts_with(XMP) {
        found.position = found.position.or_else(|| xmp_position(body));
    }
}
