//! WebP: all chunks (RFC 9649).

use std::io::{Read, Seek};

use super::walk::{Cut, Walk};
use super::{Found, tiff, xmp_position};

pub(super) fn look<R: Read + Seek>(walk: &mut Walk<R>) -> Result<Found, Cut> {
    let mut found = Found {
        bytes_per_pixel: 4,
        ..Found::default()
    };
    walk.skip(4)?;
    let end = walk.at() + 4 + u64::from(u32::from_le_bytes(walk.array()?));
    if end > walk.length() {
        return Err(Cut);
    }
    walk.skip(4)?;
    while walk.at() + 8 <= end {
        let kind: [u8; 4] = walk.array()?;
        let length = u64::from(u32::from_le_bytes(walk.array()?));
        let next = walk.at() + length;
        match &kind {
            b"VP8X" => extended(walk, &mut found)?,
            b"VP8 " => lossy(walk, &mut found)?,
            b"VP8L" => lossless(walk, &mut found)?,
            b"EXIF" => {
                let block = walk.bytes(length)?;
                let block = block.strip_prefix(b"Exif\0\0").unwrap_or(&block);
                tiff::read_exif(block, &mut found);
            }
            b"XMP " => {
                let packet = walk.bytes(length)?;
                found.position = found.position.or_else(|| xmp_position(&packet));
            }
            _ => {}
        }
        walk.go(next)?;
        // A chunk of odd length is followed by a byte that some writers leave out at the end.
        if length % 2 == 1 && walk.at() < walk.length() {
            walk.skip(1)?;
        }
    }
    match found.width {
        0 => Err(Cut),
        _ => Ok(found),
    }
}

fn extended<R: Read + Seek>(walk: &mut Walk<R>, found: &mut Found) -> Result<(), Cut> {
    let [flags, _, _, _, a, b, c, d, e, f] = walk.array()?;
    found.transparent = flags & 0x10 != 0;
    found.width = u32::from_le_bytes([a, b, c, 0]) + 1;
    found.height = u32::from_le_bytes([d, e, f, 0]) + 1;
    Ok(())
}

fn lossy<R: Read + Seek>(walk: &mut Walk<R>, found: &mut Found) -> Result<(), Cut> {
    if found.width > 0 {
        return Ok(());
    }
    let [_, _, _, 0x9d, 0x01, 0x2a, a, b, c, d] = walk.array()? else {
        return Err(Cut);
    };
    found.width = u32::from(u16::from_le_bytes([a, b]) & 0x3fff);
    found.height = u32::from(u16::from_le_bytes([c, d]) & 0x3fff);
    Ok(())
}

fn lossless<R: Read + Seek>(walk: &mut Walk<R>, found: &mut Found) -> Result<(), Cut> {
    found.lossless = true;
    let [0x2f, a, b, c, d] = walk.array()? else {
        return Err(Cut);
    };
    let bits = u32::from_le_bytes([a, b, c, d]);
    found.transparent |= bits >> 28 & 1 == 1;
    if found.width == 0 {
        found.width = (bits & 0x3fff) + 1;
        found.height = (bits >> 14 & 0x3fff) + 1;
    }
    Ok(())
}
