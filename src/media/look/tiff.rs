//! TIFF: its directories, which Exif uses too (TIFF 6.0, section 2; Exif 3.0, 4.6).

use std::io::{Cursor, Read, Seek};

use super::sample::{self, Stretch};
use super::walk::{Cut, Walk};
use super::{Found, xmp_position};

const WIDTH: u16 = 256;
const HEIGHT: u16 = 257;
const BITS: u16 = 258;
const COMPRESSION: u16 = 259;
const MEANING_OF_SAMPLES: u16 = 262;
const STRIP_STARTS: u16 = 273;
const ORIENTATION: u16 = 274;
const SAMPLES: u16 = 277;
const STRIP_LENGTHS: u16 = 279;
const TILE_STARTS: u16 = 324;
const TILE_LENGTHS: u16 = 325;
const EXTRA_SAMPLES: u16 = 338;
const XMP: u16 = 700;
const GPS: u16 = 34853;
const GPS_LATITUDE: u16 = 2;

const UNPACKED: u32 = 1;
/// Fax, LZW, Deflate and PackBits. What is left out here, such as JPEG, loses something.
const LOSSLESS: [u32; 8] = [UNPACKED, 2, 3, 4, 5, 8, 32773, 32946];

/// A TIFF structure somewhere in a file.
struct Tiff<'a, R> {
    walk: &'a mut Walk<R>,
    start: u64,
    big_endian: bool,
}

/// A value of a directory.
struct Entry {
    tag: u16,
    kind: u16,
    count: u32,
    value: [u8; 4],
}

impl<'a, R: Read + Seek> Tiff<'a, R> {
    /// Opens a structure; gives it with the place of its first directory.
    fn open(walk: &'a mut Walk<R>) -> Result<(Self, u64), Cut> {
        let start = walk.at();
        let big_endian = match walk.array()? {
            [b'M', b'M'] => true,
            [b'I', b'I'] => false,
            _ => return Err(Cut),
        };
        let mut tiff = Self {
            walk,
            start,
            big_endian,
        };
        if tiff.short()? != 42 {
            return Err(Cut);
        }
        let first = tiff.long()?;
        Ok((tiff, u64::from(first)))
    }

    fn short(&mut self) -> Result<u16, Cut> {
        let bytes = self.walk.array()?;
        Ok(self.short_of(bytes))
    }

    fn long(&mut self) -> Result<u32, Cut> {
        let bytes = self.walk.array()?;
        Ok(self.long_of(bytes))
    }

    fn short_of(&self, bytes: [u8; 2]) -> u16 {
        match self.big_endian {
            true => u16::from_be_bytes(bytes),
            false => u16::from_le_bytes(bytes),
        }
    }

    fn long_of(&self, bytes: [u8; 4]) -> u32 {
        match self.big_endian {
            true => u32::from_be_bytes(bytes),
            false => u32::from_le_bytes(bytes),
        }
    }

    fn directory(&mut self, at: u64) -> Result<Vec<Entry>, Cut> {
        self.walk.go(self.start.checked_add(at).ok_or(Cut)?)?;
        let count = self.short()?;
        (0..count)
            .map(|_| {
                Ok(Entry {
                    tag: self.short()?,
                    kind: self.short()?,
                    count: self.long()?,
                    value: self.walk.array()?,
                })
            })
            .collect()
    }

    /// The first number of a value of 8, 16 or 32 bits.
    fn number(&mut self, entry: &Entry) -> Result<u32, Cut> {
        let [a, b, ..] = entry.value;
        match (entry.kind, entry.count) {
            (1, _) => Ok(u32::from(a)),
            (3, 0..=2) => Ok(u32::from(self.short_of([a, b]))),
            (3, _) => {
                self.walk
                    .go(self.start + u64::from(self.long_of(entry.value)))?;
                self.short().map(u32::from)
            }
            _ => Ok(self.long_of(entry.value)),
        }
    }

    /// All numbers of a value of 16 or 32 bits; of very many the first ones.
    fn numbers(&mut self, entry: &Entry) -> Result<Vec<u64>, Cut> {
        let size = match entry.kind {
            3 => 2,
            _ => 4,
        };
        let length = u64::from(entry.count) * size;
        let bytes = match length {
            0..=4 => entry.value[..length as usize].to_vec(),
            _ => {
                self.walk
                    .go(self.start + u64::from(self.long_of(entry.value)))?;
                self.walk.bytes(length)?
            }
        };
        let numbers = bytes
            .chunks_exact(size as usize)
            .map(|number| match *number {
                [a, b] => u64::from(self.short_of([a, b])),
                [a, b, c, d] => u64::from(self.long_of([a, b, c, d])),
                _ => 0,
            });
        Ok(numbers.collect())
    }

    /// How many bytes the pixels of the first page take, or would take if they were packed. `None`
    /// where the file does not say how long they are.
    fn packed(
        &mut self,
        starts: &Entry,
        lengths: &Entry,
        compression: u32,
    ) -> Result<Option<u64>, Cut> {
        let starts = self.numbers(starts)?;
        let lengths = self.numbers(lengths)?;
        let total = lengths.iter().sum();
        if compression != UNPACKED || total == 0 {
            return Ok(Some(total).filter(|total| *total > 0));
        }
        let stretches = starts.into_iter().zip(lengths);
        let stretches: Vec<Stretch> = stretches
            .map(|(start, length)| Stretch { start, length })
            .collect();
        sample::packed(self.walk, &stretches).map(Some)
    }

    /// Whether a directory of the Global Positioning System has a latitude that is not empty.
    fn has_position(&mut self, at: u64) -> Result<bool, Cut> {
        let directory = self.directory(at)?;
        let Some(latitude) = directory.iter().find(|entry| entry.tag == GPS_LATITUDE) else {
            return Ok(false);
        };
        self.walk
            .go(self.start + u64::from(self.long_of(latitude.value)))?;
        let degrees: [u8; 24] = self.walk.array()?;
        Ok(degrees.iter().any(|byte| *byte != 0))
    }

    fn note_position(&mut self, entry: &Entry, found: &mut Found) {
        let at = u64::from(self.long_of(entry.value));
        // A broken directory may still hold readable numbers: better one warning too many.
        if self.has_position(at).unwrap_or(true) {
            found.position = Some("GPSLatitude in its Exif data");
        }
    }
}

/// Reads what an Exif block says. A broken block says nothing.
pub(super) fn read_exif(block: &[u8], found: &mut Found) {
    let _ = Walk::new(Cursor::new(block))
        .map_err(|_| Cut)
        .and_then(|mut walk| {
            let (mut tiff, first) = Tiff::open(&mut walk)?;
            for entry in tiff.directory(first)? {
                match entry.tag {
                    ORIENTATION => found.orientation = small(tiff.number(&entry)?),
                    GPS => tiff.note_position(&entry, found),
                    _ => {}
                }
            }
            Ok(())
        });
}

pub(super) fn look<R: Read + Seek>(walk: &mut Walk<R>) -> Result<Found, Cut> {
    let mut found = Found::default();
    let (mut tiff, first) = Tiff::open(walk)?;
    let (mut bits, mut samples, mut meaning, mut compression) = (1, 1, 0, UNPACKED);
    let (mut starts, mut lengths) = (None, None);
    for entry in tiff.directory(first)? {
        match entry.tag {
            WIDTH => found.width = tiff.number(&entry)?,
            HEIGHT => found.height = tiff.number(&entry)?,
            BITS => bits = tiff.number(&entry)?,
            COMPRESSION => compression = tiff.number(&entry)?,
            STRIP_STARTS | TILE_STARTS => starts = Some(entry),
            STRIP_LENGTHS | TILE_LENGTHS => lengths = Some(entry),
            MEANING_OF_SAMPLES => meaning = tiff.number(&entry)?,
            ORIENTATION => found.orientation = small(tiff.number(&entry)?),
            SAMPLES => samples = tiff.number(&entry)?,
            EXTRA_SAMPLES => found.transparent = matches!(tiff.number(&entry)?, 1 | 2),
            GPS => tiff.note_position(&entry, &mut found),
            XMP => {
                let at = u64::from(tiff.long_of(entry.value));
                tiff.walk.go(at)?;
                let packet = tiff.walk.bytes(u64::from(entry.count))?;
                found.position = found.position.or_else(|| xmp_position(&packet));
            }
            _ => {}
        }
    }
    found.lossless = LOSSLESS.contains(&compression);
    if let (Some(starts), Some(lengths)) = (starts, lengths) {
        found.packed = tiff.packed(&starts, &lengths, compression)?;
    }
    // 3 is a palette.
    found.few_colours = bits < 8 || meaning == 3;
    let bytes = bits.div_ceil(8).saturating_mul(samples.max(3));
    found.bytes_per_pixel = small(bytes).max(3);
    Ok(found)
}

fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
