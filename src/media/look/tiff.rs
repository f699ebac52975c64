//! TIFF: its directories, which Exif uses too (TIFF 6.0, section 2; Exif 3.0, 4.6).

use std::collections::BTreeSet;
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
const PLANES: u16 = 284;
const SAMPLE_FORMAT: u16 = 339;
const XMP: u16 = 700;
const GPS: u16 = 34853;
const GPS_LATITUDE: u16 = 2;

/// On how many pages positions are looked for.
const MOST_PAGES: usize = 20;

const UNPACKED: u32 = 1;
const JPEG: u32 = 7;
const PALETTE: u32 = 3;
const YCBCR: u32 = 6;
const UNSIGNED: u32 = 1;
const FLOAT: u32 = 3;
const UNDEFINED: u32 = 4;
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

    /// The entries of a directory. Right behind it stands where the next one is.
    fn directory(&mut self, at: u64) -> Result<Vec<Entry>, Cut> {
        self.walk.go(self.start.checked_add(at).ok_or(Cut)?)?;
        let count = self.short()?;
        let entries = (0..count).map(|_| {
            Ok(Entry {
                tag: self.short()?,
                kind: self.short()?,
                count: self.long()?,
                value: self.walk.array()?,
            })
        });
        let mut entries = entries.collect::<Result<Vec<_>, Cut>>()?;
        // Each tag stands once. A hostile file might have thousands that each lead to thousands.
        let mut seen = BTreeSet::new();
        entries.retain(|entry| seen.insert(entry.tag));
        Ok(entries)
    }

    /// Where the directory of the next page stands, right behind one that was read.
    fn next_page(&mut self) -> Option<u64> {
        let at = self.long().ok()?;
        (at != 0).then(|| u64::from(at))
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
        let end = self.walk.length();
        // A file may count its last strip as long as the others.
        let stretches: Vec<Stretch> = stretches
            .map(|(start, length)| Stretch {
                start,
                length: length.min(end.saturating_sub(start)),
            })
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

    fn note_xmp(&mut self, entry: &Entry, found: &mut Found) -> Result<(), Cut> {
        self.walk.go(u64::from(self.long_of(entry.value)))?;
        let packet = self.walk.bytes(u64::from(entry.count))?;
        found.position = found.position.or_else(|| xmp_position(&packet));
        Ok(())
    }

    /// What an entry tells besides the pixels. Broken ones tell nothing, and hide no others.
    fn note(&mut self, entry: &Entry, found: &mut Found) {
        match entry.tag {
            ORIENTATION => found.orientation = self.number(entry).map_or(0, small),
            GPS => self.note_position(entry, found),
            // As for the others, what is broken is not read.
            XMP => drop(self.note_xmp(entry, found)),
            _ => {}
        }
    }

    /// The positions on further pages, which are not shown.
    fn note_further_positions(&mut self, mut next: Option<u64>, found: &mut Found) {
        for _ in 0..MOST_PAGES {
            let Some(at) = next.filter(|_| found.position.is_none()) else {
                return;
            };
            let Ok(entries) = self.directory(at) else {
                return;
            };
            next = self.next_page();
            let orientation = found.orientation;
            entries.iter().for_each(|entry| self.note(entry, found));
            found.orientation = orientation;
        }
    }
}

/// Reads what an Exif block says. A broken block says nothing.
pub(super) fn read_exif(block: &[u8], found: &mut Found) {
    let mut read = || {
        let mut walk = Walk::new(Cursor::new(block)).map_err(|_| Cut)?;
        let (mut tiff, first) = Tiff::open(&mut walk)?;
        let entries = tiff.directory(first)?;
        entries.iter().for_each(|entry| tiff.note(entry, found));
        Ok::<_, Cut>(())
    };
    let _ = read();
}

pub(super) fn look<R: Read + Seek>(walk: &mut Walk<R>) -> Result<Found, Cut> {
    let mut found = Found::default();
    let (mut tiff, first) = Tiff::open(walk)?;
    let mut page = Page::default();
    let (mut starts, mut lengths) = (None, None);
    let entries = tiff.directory(first)?;
    let next = tiff.next_page();
    for entry in entries {
        match entry.tag {
            WIDTH => found.width = tiff.number(&entry)?,
            HEIGHT => found.height = tiff.number(&entry)?,
            BITS => page.bits = tiff.number(&entry)?,
            COMPRESSION => page.compression = tiff.number(&entry)?,
            MEANING_OF_SAMPLES => page.meaning = tiff.number(&entry)?,
            SAMPLES => page.samples = tiff.number(&entry)?,
            PLANES => page.is_in_planes = tiff.number(&entry)? == 2,
            SAMPLE_FORMAT => page.sample_format = tiff.number(&entry)?,
            EXTRA_SAMPLES => {
                let meaning = tiff.number(&entry)?;
                found.transparent = matches!(meaning, 1 | 2);
                found.premultiplied = meaning == 1;
            }
            STRIP_STARTS => starts = Some(entry),
            TILE_STARTS => {
                page.is_in_tiles = true;
                starts = Some(entry);
            }
            STRIP_LENGTHS | TILE_LENGTHS => lengths = Some(entry),
            _ => tiff.note(&entry, &mut found),
        }
    }
    found.unreadable = page.unreadable();
    found.lossless = LOSSLESS.contains(&page.compression);
    if let (Some(starts), Some(lengths)) = (starts, lengths) {
        // It is for a guess only: whether the pixels are there, their decoder finds out.
        let packed = tiff.packed(&starts, &lengths, page.compression);
        found.packed = packed.unwrap_or_default();
    }
    found.few_colours = page.bits < 8 || page.meaning == PALETTE;
    let bytes = page.bits.div_ceil(8).saturating_mul(page.samples.max(3));
    found.bytes_per_pixel = small(bytes).max(3);
    tiff.note_further_positions(next, &mut found);
    Ok(found)
}

/// How the pixels of the first page are kept.
struct Page {
    bits: u32,
    samples: u32,
    meaning: u32,
    compression: u32,
    sample_format: u32,
    is_in_planes: bool,
    is_in_tiles: bool,
}

impl Default for Page {
    /// What holds where a file says nothing.
    fn default() -> Self {
        Self {
            bits: 1,
            samples: 1,
            meaning: 0,
            compression: UNPACKED,
            sample_format: UNSIGNED,
            is_in_planes: false,
            is_in_tiles: false,
        }
    }
}

impl Page {
    /// Why it cannot be decoded, or would be shown wrong.
    fn unreadable(&self) -> Option<&'static str> {
        // Fax of group 4, LZW, Deflate and PackBits among them.
        let is_packed_as_known = matches!(
            self.compression,
            UNPACKED | 4 | 5 | JPEG | 8 | 32773 | 32946
        );
        match self.meaning {
            8..=10 => Some("its colours are kept as Lab"),
            YCBCR if self.compression != JPEG => Some("its colours are kept as YCbCr"),
            PALETTE if self.bits > 8 => Some("its palette is larger than others"),
            _ if !is_packed_as_known => Some("it is packed in a way that is rare in TIFFs"),
            _ if self.is_in_planes && self.is_in_tiles && self.samples > 1 => {
                Some("each of its colours stands in tiles of its own")
            }
            _ if self.bits == 32 && self.sample_format != FLOAT => {
                Some("its samples are whole numbers of 32 bits")
            }
            _ if !matches!(self.sample_format, 0 | UNSIGNED | FLOAT | UNDEFINED) => {
                Some("its samples have a sign")
            }
            _ => None,
        }
    }
}

fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
