//! A look into the head of a pixel picture: what it is, how large, how it lies, and what it tells
//! about the place where it was taken. Nothing is decoded, and what does not matter is skipped.

mod gif;
mod jpeg;
mod png;
mod sample;
mod tiff;
mod walk;
mod webp;

use std::io::{Read, Seek};

use super::{Nature, Refusal};
use walk::{Cut, Walk};

/// The largest file, in bytes: it is held in memory while it is read.
const MOST_BYTES: u64 = 512 << 20;

/// The most memory that the pixels of pictures may take at one time, in bytes. A picture that
/// needs more alone is refused.
pub const MEMORY: u64 = 1024 * 1024 * 1024;

/// What a decoder may hold besides the pixels, such as a colour profile, in bytes.
const BESIDE_PIXELS: u64 = 16 * 1024 * 1024;

/// How much longer than the other a side may be.
const LONGEST_TO_SHORTEST: u32 = 60;

/// How many bytes of a file say what it is.
const HEAD: u64 = 1024;

/// Below so many bits for a pixel, a file that loses nothing can only hold flat areas and lines.
const LINE_ART_BITS: u64 = 3;

/// A format of pixel pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// GIF; the first frame is used.
    Gif,
    /// WebP; the first frame is used.
    Webp,
    /// TIFF; the first page is used.
    Tiff,
}

impl Kind {
    /// What the first bytes of a file say.
    pub(super) fn of(head: &[u8]) -> Option<Self> {
        match head {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Some(Self::Webp),
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Some(Self::Tiff),
            _ => None,
        }
    }

    /// Its name with its article, and the endings that a file of it may have.
    fn names(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Jpeg => ("a JPEG", &["jpg", "jpeg"]),
            Self::Png => ("a PNG", &["png"]),
            Self::Gif => ("a GIF", &["gif"]),
            Self::Webp => ("a WebP", &["webp"]),
            Self::Tiff => ("a TIFF", &["tif", "tiff"]),
        }
    }
}

/// What a look shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The format.
    pub kind: Kind,
    /// Width in pixels as the file holds it.
    pub width: u32,
    /// Height in pixels as the file holds it.
    pub height: u32,
    /// How it is to be turned: the number of Exif, 1 to 8 (Exif 3.0, 4.6.5.1, tag 274).
    pub orientation: u8,
    /// How it is kept.
    pub nature: Nature,
    /// How many bytes a pixel takes when it is decoded.
    pub bytes_per_pixel: u8,
    /// Whether it may be seen through.
    pub is_transparent: bool,
    /// Whether the colours are already as much weaker as they can be seen through.
    pub is_premultiplied: bool,
    /// Where in the file a geographic position stands.
    pub position: Option<&'static str>,
}

impl Look {
    /// Width and height as a reader sees the picture.
    pub fn dimensions(&self) -> (u32, u32) {
        match self.orientation {
            5..=8 => (self.height, self.width),
            _ => (self.width, self.height),
        }
    }

    /// How much memory working on it takes, in bytes: the pixels, a turned or converted copy, and
    /// what stands beside them.
    pub fn memory(&self) -> u64 {
        let pixels = u64::from(self.width) * u64::from(self.height);
        let bytes = pixels.saturating_mul(u64::from(self.bytes_per_pixel));
        bytes.saturating_mul(2).saturating_add(BESIDE_PIXELS)
    }

    /// Whether a machine can hold it.
    fn check_size(&self) -> Result<(), Refusal> {
        let (width, height) = (self.width, self.height);
        if width == 0 || height == 0 {
            return Err("it has no size".into());
        }
        let (needed, most) = (self.memory().div_ceil(1 << 20), MEMORY >> 20);
        if needed > most {
            return Err(Refusal::too_large(format!(
                "it is {width} by {height} pixels, for which {needed} megabytes of memory are \
                 needed; {most} may be used"
            )));
        }
        Ok(())
    }

    /// Whether a person could look at it.
    fn check_shape(&self) -> Result<(), Refusal> {
        let (width, height) = (self.width, self.height);
        if width.max(height) / width.min(height).max(1) < LONGEST_TO_SHORTEST {
            return Ok(());
        }
        Err(Refusal::new(
            format!("it is {width} by {height} pixels, a line rather than a picture"),
            "Cut it into parts, or show the thing in another way.",
        ))
    }
}

/// What a format's own reader finds.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    width: u32,
    height: u32,
    /// 0 when the file does not say.
    orientation: u8,
    transparent: bool,
    /// Whether it has a palette or only a few grey tones.
    few_colours: bool,
    /// Whether the format keeps every pixel.
    lossless: bool,
    /// How many bytes the pixels take when they are packed, where the length of the file does not
    /// say.
    packed: Option<u64>,
    bytes_per_pixel: u8,
    /// Whether the colours are already as much weaker as they can be seen through.
    premultiplied: bool,
    /// Why the decoder would not read it, or show it wrong.
    unreadable: Option<&'static str>,
    position: Option<&'static str>,
}

/// Looks into a picture with the given name.
///
/// # Errors
/// Says in a few words why the file is not the picture its name promises, or cannot be used.
pub fn look(source: impl Read + Seek, name: &str) -> Result<Look, Refusal> {
    let look = look_at(source, Some(name))?;
    look.check_shape()?;
    Ok(look)
}

/// Looks into a picture that is a part of another, and so has no name and any shape.
///
/// # Errors
/// Says in a few words why it cannot be used.
pub fn look_at_part(source: impl Read + Seek) -> Result<Look, Refusal> {
    look_at(source, None)
}

fn look_at(source: impl Read + Seek, name: Option<&str>) -> Result<Look, Refusal> {
    let mut walk = Walk::new(source).map_err(|error| Refusal::unreadable(&error))?;
    let length = walk.length();
    if length == 0 {
        return Err(Refusal::cut_short("it is empty"));
    }
    if length > MOST_BYTES {
        let (length, most) = (length.div_ceil(1 << 20), MOST_BYTES >> 20);
        return Err(Refusal::too_large(format!(
            "it has {length} megabytes; a picture may have {most}"
        )));
    }
    let Ok(head) = walk.peek(HEAD) else {
        return Err(stopped(walk));
    };
    let kind = Kind::of(&head).ok_or_else(|| not_a_picture(&head, name))?;
    if let Some(refusal) = name.and_then(|name| misnamed(kind, name)) {
        return Err(refusal);
    }
    let found = find(&mut walk, kind);
    let Ok(found) = found else {
        return Err(stopped(walk));
    };
    if let Some(why) = found.unreadable {
        return Err(Refusal::of_no_use(why));
    }
    let pixels = (u64::from(found.width) * u64::from(found.height)).max(1);
    let packed = found.packed.unwrap_or(length);
    let flat = found.lossless && packed.saturating_mul(8) / pixels < LINE_ART_BITS;
    let look = Look {
        kind,
        width: found.width,
        height: found.height,
        orientation: match found.orientation {
            known @ 1..=8 => known,
            _ => 1,
        },
        nature: match found.transparent {
            _ if found.few_colours || flat => Nature::LineArt,
            true => Nature::Transparent,
            false => Nature::Photograph,
        },
        bytes_per_pixel: found.bytes_per_pixel.clamp(3, 16),
        is_transparent: found.transparent,
        is_premultiplied: found.premultiplied,
        position: found.position,
    };
    look.check_size()?;
    Ok(look)
}

fn find<R: Read + Seek>(walk: &mut Walk<R>, kind: Kind) -> Result<Found, Cut> {
    match kind {
        Kind::Jpeg => jpeg::look(walk),
        Kind::Png => png::look(walk),
        Kind::Gif => gif::look(walk),
        Kind::Webp => webp::look(walk),
        Kind::Tiff => tiff::look(walk),
    }
}

/// Whether a file starts as a pixel picture does, whatever its name.
pub fn is_picture(head: &[u8]) -> bool {
    Kind::of(head).is_some()
}

/// Whether it is a HEIC or an AVIF, which are films of one picture (ISO/IEC 14496-12, 4.3), or a JPEG
/// XL.
pub fn is_film_picture(head: &[u8]) -> bool {
    const BRANDS: [&[u8]; 10] = [
        b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis",
    ];
    const JPEG_XL: [&[u8]; 2] = [b"\0\0\0\x0cJXL \r\n", b"\xff\x0a"];
    if JPEG_XL.iter().any(|start| head.starts_with(start)) {
        return true;
    }
    let brand = head.get(8..12);
    head.get(4..8) == Some(&b"ftyp"[..]) && brand.is_some_and(|brand| BRANDS.contains(&brand))
}

/// What a picture tells that its pixels do not, whatever its name and whether it is whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Where a geographic position stands.
    pub position: Option<&'static str>,
    /// Whether a reader is told to turn it.
    pub is_turned: bool,
}

/// Looks for what a picture tells.
pub fn told(source: impl Read + Seek) -> Told {
    let look = || {
        let mut walk = Walk::new(source).ok()?;
        let kind = Kind::of(&walk.peek(HEAD).ok()?)?;
        find(&mut walk, kind).ok()
    };
    look().map_or_else(Told::default, |found| Told {
        position: found.position,
        is_turned: matches!(found.orientation, 2..=8),
    })
}

/// How an Exif block says that the picture is to be turned; 0 when it does not.
pub(super) fn exif_orientation(block: &[u8]) -> u8 {
    let mut found = Found::default();
    tiff::read_exif(block, &mut found);
    found.orientation
}

/// Why a file that starts so cannot have this name; `None` when it can, or is no pixel picture.
pub fn misnamed_picture(head: &[u8], name: &str) -> Option<Refusal> {
    misnamed(Kind::of(head)?, name)
}

fn misnamed(kind: Kind, name: &str) -> Option<Refusal> {
    let (what, endings) = kind.names();
    let ending = name.rsplit('.').next().unwrap_or("");
    (!endings.contains(&ending)).then(|| wrong_ending(what, endings[0], name))
}

fn wrong_ending(what: &str, right: &str, name: &str) -> Refusal {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Refusal::new(
        format!("its content is {what}, so its name must end in .{right}"),
        format!("Rename it to `{stem}.{right}`, here and in the texts too."),
    )
}

/// Why a walk came to its end too early.
fn stopped<R: Read + Seek>(walk: Walk<R>) -> Refusal {
    match walk.failure() {
        Some(error) => Refusal::unreadable(&error),
        None => Refusal::cut_short("it is damaged or cut short"),
    }
}

fn not_a_picture(head: &[u8], name: Option<&str>) -> Refusal {
    const DRAWING: &[u8] = b"<svg";
    match head {
        [b'I', b'I', 43, 0, ..] | [b'M', b'M', 0, 43, ..] => Refusal::new(
            "it is a BigTIFF, a kind for files of more than four gigabytes",
            "Open it in a picture editor and export it as an ordinary TIFF, JPEG or PNG.",
        ),
        _ if is_film_picture(head) => {
            Refusal::of_no_use("it is a HEIC, AVIF or JPEG XL, which not every browser shows")
        }
        _ if head.windows(DRAWING.len()).any(|part| part == DRAWING) => match name {
            Some(name) => wrong_ending("an SVG drawing", "svg", name),
            None => Refusal::of_no_use("it is a drawing itself"),
        },
        _ => Refusal::of_no_use("its content is no JPEG, PNG, WebP, TIFF or GIF"),
    }
}

/// Whether an XMP packet holds a position.
fn xmp_position(packet: &[u8]) -> Option<&'static str> {
    const TAG: &[u8] = b"GPSLatitude";
    let found = packet.windows(TAG.len()).any(|part| part == TAG);
    found.then_some("GPSLatitude in its XMP data")
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    /// The first bytes of a PNG, and its end.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        file.extend(width.to_be_bytes());
        file.extend(height.to_be_bytes());
        file.extend(b"\x08\x02\0\0\0\0\0\0\0\0\0\0\0IEND\0\0\0\0");
        file
    }

    fn seen(file: &[u8], name: &str) -> Result<(u32, u32), String> {
        let look = look(Cursor::new(file), name).map_err(|refusal| refusal.why);
        look.map(|look| look.dimensions())
    }

    #[test]
    fn a_picture_tells_its_size() {
        assert_eq!(seen(&png(3, 2), "a.png"), Ok((3, 2)));
    }

    #[test]
    fn a_wrong_ending_is_named() {
        assert!(seen(&png(3, 2), "a.jpg").unwrap_err().contains(".png"));
        assert!(seen(b"hello", "a.jpg").is_err());
        assert!(seen(b"", "a.jpg").unwrap_err().contains("empty"));
    }

    #[test]
    fn sizes_that_nobody_could_use_are_refused() {
        for (width, height) in [
            (0, 5),
            (5, 0),
            (100_000, 1),
            (100_000, 100_000),
            (u32::MAX, 9),
            (1 << 31, 1 << 31),
        ] {
            assert!(
                seen(&png(width, height), "a.png").is_err(),
                "{width} {height}"
            );
        }
    }
}
