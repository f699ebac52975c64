//! GIF: all blocks up to the trailer (GIF89a; XMP part 3).

use std::io::{Read, Seek};

use super::walk::{Cut, Walk};
use super::{Found, xmp_position};

pub(super) fn look<R: Read + Seek>(walk: &mut Walk<R>) -> Result<Found, Cut> {
    walk.skip(6)?;
    let width = u32::from(u16::from_le_bytes(walk.array()?));
    let height = u32::from(u16::from_le_bytes(walk.array()?));
    let [flags, _, _] = walk.array()?;
    let mut found = Found {
        width,
        height,
        transparent: true,
        few_colours: true,
        lossless: true,
        bytes_per_pixel: 4,
        ..Found::default()
    };
    walk.skip(table(flags))?;
    let mut frames = 0_u32;
    loop {
        match walk.byte() {
            Ok(0x2c) => {
                let [.., flags] = walk.array::<9>()?;
                // The table, and the size of the first code.
                walk.skip(table(flags) + 1)?;
                skip_blocks(walk)?;
                frames += 1;
            }
            Ok(0x21) if walk.byte()? == 0xff => application(walk, &mut found)?,
            Ok(0x21) => skip_blocks(walk)?,
            // Many writers forget the trailer.
            Ok(0x3b) | Err(Cut) if frames > 0 => return Ok(found),
            _ => return Err(Cut),
        }
    }
}

/// How long a colour table is, in bytes.
fn table(flags: u8) -> u64 {
    match flags & 0x80 {
        0 => 0,
        _ => 3 << ((flags & 7) + 1),
    }
}

fn skip_blocks<R: Read + Seek>(walk: &mut Walk<R>) -> Result<(), Cut> {
    loop {
        match walk.byte()? {
            0 => return Ok(()),
            length => walk.skip(u64::from(length))?,
        }
    }
}

/// XMP is not cut into blocks: its bytes are followed by 258 bytes that lead any reader of blocks
/// to the end.
fn application<R: Read + Seek>(walk: &mut Walk<R>, found: &mut Found) -> Result<(), Cut> {
    let length = walk.byte()?;
    let name = walk.bytes(u64::from(length))?;
    let start = walk.at();
    skip_blocks(walk)?;
    if name.starts_with(b"XMP Data") {
        let end = walk.at();
        walk.go(start)?;
        let packet = walk.bytes(end - start)?;
        found.position = found.position.or_else(|| xmp_position(&packet));
    }
    Ok(())
}
