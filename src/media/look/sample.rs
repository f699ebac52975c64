//! How small pixels that are not packed would be if they were: the way to tell flat areas and lines
//! from a photograph where the length of the file says nothing.

use std::io::{Read, Seek, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::walk::{Cut, Walk};

/// In how many places a look is taken at the most.
const PLACES: u64 = 257;

/// How many bytes are read in each.
const BYTES: u64 = 1024;

/// A row of bytes in a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub start: u64,
    pub length: u64,
}

/// About how many bytes these stretches would take when packed.
pub(super) fn packed<R: Read + Seek>(
    walk: &mut Walk<R>,
    stretches: &[Stretch],
) -> Result<u64, Cut> {
    let total: u64 = stretches.iter().map(|stretch| stretch.length).sum();
    let places = (total / BYTES).clamp(1, PLACES);
    let slot = total / places;
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
    let mut seen = 0;
    for place in 0..places {
        // One in each slot, and not always in the same part of it: else all might stand at the
        // same edge of the picture. 159 / 257 is near the golden section, which spreads best.
        let within = slot.saturating_sub(BYTES) * (place * 159 % PLACES) / PLACES;
        let bytes = read(walk, stretches, place * slot + within)?;
        seen += bytes.len() as u64;
        packer.write_all(&bytes).map_err(|_| Cut)?;
    }
    let packed = packer.finish().map_err(|_| Cut)?.len() as u64;
    Ok(
        u64::try_from(u128::from(packed) * u128::from(total) / u128::from(seen.max(1)))
            .unwrap_or(total),
    )
}

/// Up to [`BYTES`] at a place counted through all stretches.
fn read<R: Read + Seek>(
    walk: &mut Walk<R>,
    stretches: &[Stretch],
    mut place: u64,
) -> Result<Vec<u8>, Cut> {
    for stretch in stretches {
        if place < stretch.length {
            walk.go(stretch.start.checked_add(place).ok_or(Cut)?)?;
            return walk.peek(BYTES.min(stretch.length - place));
        }
        place -= stretch.length;
    }
    Ok(Vec::new())
}
