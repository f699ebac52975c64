//! Pictures that tests make for themselves: with all that cameras, editors and attackers put into
//! them.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use tiff::encoder::colortype::{CMYK8, RGB8};

/// Stands in all metadata that tests write.
pub const SECRET: &str = "Finder at the well";

/// Red, green in the upper half; blue, white in the lower half.
pub const CORNERS: [[u8; 3]; 4] = [[220, 30, 30], [30, 160, 40], [30, 50, 200], [240, 240, 240]];

/// A chart of four colours, which shows how it lies and in which colours.
pub fn chart(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let at = usize::from(x >= width / 2) + 2 * usize::from(y >= height / 2);
        Rgb(CORNERS[at])
    })
}

/// The chart as a camera that is held in another way would store it.
pub fn turned_chart(width: u32, height: u32, orientation: u8) -> RgbImage {
    let undone = match orientation {
        6 => 8,
        8 => 6,
        other => other,
    };
    let mut image = DynamicImage::ImageRgb8(chart(width, height));
    image.apply_orientation(Orientation::from_exif(undone).unwrap());
    image.into_rgb8()
}

/// A made photograph: soft light, some edges, and the grain of a sensor. Each number gives another.
pub fn photograph(width: u32, height: u32, number: u32) -> RgbImage {
    let mut state = number.wrapping_mul(2_654_435_761).wrapping_add(1);
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state
    };
    let shapes: Vec<(f32, f32, f32, [f32; 3])> = (0..40)
        .map(|_| {
            let mut part = |most: f32| (random() % 10_000) as f32 / 10_000.0 * most;
            let place = (part(width as f32), part(height as f32));
            let size = 20.0 + part(width as f32 / 6.0);
            (place.0, place.1, size, [part(90.0), part(80.0), part(70.0)])
        })
        .collect();
    let mut rows = RgbImage::new(width, height);
    for (x, y, pixel) in rows.enumerate_pixels_mut() {
        let (x, y) = (x as f32, y as f32);
        let light = 60.0 + 70.0 * (x / width as f32) + 40.0 * (y / height as f32);
        let weave = 6.0 * ((x * 0.35).sin() + (y * 0.31 + x * 0.05).sin());
        let mut colour = [light + weave, light * 0.93 + weave, light * 0.8 + weave];
        for (left, top, size, add) in &shapes {
            let distance = ((x - left).powi(2) + (y - top).powi(2)).sqrt();
            if distance < *size {
                let shade = 1.0 - distance / size * 0.6;
                colour = [0, 1, 2].map(|at| colour[at] + add[at] * shade - 25.0);
            }
        }
        let grain = (random() % 9) as f32 - 4.0;
        *pixel = Rgb(colour.map(|value| (value + grain).clamp(0.0, 255.0) as u8));
    }
    rows
}

/// An Exif block: orientation, a maker's words, and a position when asked for.
pub fn exif(orientation: u8, position: bool) -> Vec<u8> {
    let words = format!("{SECRET}\0");
    let entries: u16 = if position { 3 } else { 2 };
    let after = 8 + 2 + u32::from(entries) * 12 + 4;
    let mut out = b"MM\0\x2a\0\0\0\x08".to_vec();
    out.extend(entries.to_be_bytes());
    let mut entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        out.extend(tag.to_be_bytes());
        out.extend(kind.to_be_bytes());
        out.extend(count.to_be_bytes());
        out.extend(value);
    };
    entry(271, 2, words.len() as u32, after.to_be_bytes());
    entry(274, 3, 1, [0, orientation, 0, 0]);
    let gps = after + words.len() as u32;
    if position {
        entry(34853, 4, 1, gps.to_be_bytes());
    }
    out.extend([0; 4]);
    out.extend(words.bytes());
    if position {
        let numbers = gps + 2 + 4 * 12 + 4;
        out.extend(4_u16.to_be_bytes());
        for (tag, kind, count, value) in [
            (1_u16, 2_u16, 2_u32, *b"N\0\0\0"),
            (2, 5, 3, numbers.to_be_bytes()),
            (3, 2, 2, *b"E\0\0\0"),
            (4, 5, 3, (numbers + 24).to_be_bytes()),
        ] {
            out.extend(tag.to_be_bytes());
            out.extend(kind.to_be_bytes());
            out.extend(count.to_be_bytes());
            out.extend(value);
        }
        out.extend([0; 4]);
        for (number, of) in [
            (30, 1),
            (57, 1),
            (4512_u32, 100_u32),
            (46, 1),
            (6, 1),
            (1130, 100),
        ] {
            out.extend(number.to_be_bytes());
            out.extend(of.to_be_bytes());
        }
    }
    out
}

/// An XMP packet with a position and a name.
pub fn xmp() -> Vec<u8> {
    format!(
        "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
         <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description \
         xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:GPSLatitude='30,57.752N' \
         exif:UserComment='{SECRET}'/></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    )
    .into_bytes()
}

/// A plain JPEG.
pub fn jpeg(image: &RgbImage) -> Vec<u8> {
    jpeg_of(image, 92, None)
}

/// A JPEG of some quality, with a colour profile.
pub fn jpeg_of(image: &RgbImage, quality: u8, profile: Option<&[u8]>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, quality);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    if let Some(profile) = profile {
        encoder.add_icc_profile(profile).unwrap();
    }
    let (width, height) = (image.width() as u16, image.height() as u16);
    encoder
        .encode(image, width, height, ColorType::Rgb)
        .unwrap();
    out
}

/// The profile of a wide colour space, without the time at which it was made.
pub fn display_p3() -> Vec<u8> {
    let mut profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    // The time at which it was made (ICC.1, 7.2.1): the same profile has the same bytes.
    profile[24..36].fill(0);
    profile
}

/// A JPEG that comes in several scans: finer and finer, or one for each component.
pub fn jpeg_in_scans(image: &RgbImage, progressive: bool) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, 92);
    encoder.set_progressive(progressive);
    encoder.set_optimized_huffman_tables(true);
    let (width, height) = (image.width() as u16, image.height() as u16);
    encoder
        .encode(image, width, height, ColorType::Rgb)
        .unwrap();
    out
}

/// A JPEG for printers, its inks inverted as Adobe writes them.
pub fn cmyk_jpeg(image: &RgbImage) -> Vec<u8> {
    let inks: Vec<u8> = image
        .pixels()
        .flat_map(|Rgb([red, green, blue])| [255 - red, 255 - green, 255 - blue, 0])
        .collect();
    let size = (image.width() as u16, image.height() as u16);
    inks_jpeg(&inks, size, ColorType::Cmyk, None)
}

/// A JPEG of the same inks everywhere, in one of the two ways to write them, with the profile of a
/// press.
pub fn flat_inks(inks: [u8; 4], as_ycck: bool, profile: &[u8]) -> Vec<u8> {
    let kind = match as_ycck {
        true => ColorType::CmykAsYcck,
        false => ColorType::Cmyk,
    };
    inks_jpeg(&inks.repeat(32 * 32), (32, 32), kind, Some(profile))
}

/// A small TIFF of the same inks everywhere, with the profile of a press.
pub fn flat_inks_tiff(inks: [u8; 4], profile: &[u8]) -> Vec<u8> {
    flat_tiff::<CMYK8>(&inks, profile)
}

/// A small TIFF of the same colour everywhere, with a profile.
pub fn flat_colour_tiff(colour: [u8; 3], profile: &[u8]) -> Vec<u8> {
    flat_tiff::<RGB8>(&colour, profile)
}

/// The body of a chunk of numbers.
pub fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers
        .iter()
        .flat_map(|number| number.to_be_bytes())
        .collect()
}

/// A TIFF of several pages, packed or as it is.
pub fn tiff_of_pages(pages: &[&RgbImage], compression: tiff::encoder::Compression) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let encoder = tiff::encoder::TiffEncoder::new(&mut out).unwrap();
    let mut encoder = encoder.with_compression(compression);
    for page in pages {
        let (width, height) = page.dimensions();
        encoder
            .write_image::<RGB8>(width, height, page.as_raw())
            .unwrap();
    }
    out.into_inner()
}

/// A TIFF whose only strip is a JPEG.
pub fn jpeg_in_tiff(image: &RgbImage) -> Vec<u8> {
    let mut tiff = RawTiff::of(image);
    tiff.pixels = jpeg(image);
    tiff.set(259, 3, 7_u16.to_le_bytes().to_vec());
    tiff.set(262, 3, 6_u16.to_le_bytes().to_vec());
    tiff.to_bytes()
}

/// A TIFF tag by tag, so that tests can say in each what they like. Its numbers are little-endian.
pub struct RawTiff {
    /// Each tag with its kind, its count, its value, and the place that it claims to stand at.
    tags: std::collections::BTreeMap<u16, (u16, u32, Vec<u8>, Option<u32>)>,
    /// The only strip.
    pub pixels: Vec<u8>,
    /// How long the strip is said to be; empty for the truth.
    pub lengths: Vec<u32>,
}

impl RawTiff {
    /// A picture of three times eight bits that is not packed.
    pub fn of(image: &RgbImage) -> Self {
        let mut tiff = Self {
            tags: std::collections::BTreeMap::new(),
            pixels: image.as_raw().clone(),
            lengths: Vec::new(),
        };
        tiff.set(256, 4, image.width().to_le_bytes().to_vec());
        tiff.set(257, 4, image.height().to_le_bytes().to_vec());
        tiff.set(258, 3, [8_u16; 3].map(u16::to_le_bytes).concat());
        tiff.set(259, 3, 1_u16.to_le_bytes().to_vec());
        tiff.set(262, 3, 2_u16.to_le_bytes().to_vec());
        tiff.set(277, 3, 3_u16.to_le_bytes().to_vec());
        tiff.set(278, 4, image.height().to_le_bytes().to_vec());
        tiff
    }

    /// Sets a tag of bytes (1), of numbers of 16 bits (3) or of 32 (4).
    pub fn set(&mut self, tag: u16, kind: u16, value: Vec<u8>) {
        let size = match kind {
            3 => 2,
            4 => 4,
            _ => 1,
        };
        let count = (value.len() / size) as u32;
        self.tags.insert(tag, (kind, count, value, None));
    }

    /// Makes a tag claim another count and place.
    pub fn lie(&mut self, tag: u16, count: u32, place: u32) {
        let entry = self.tags.get_mut(&tag).unwrap();
        (entry.1, entry.3) = (count, Some(place));
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        self.with_next(0)
    }

    /// Puts this page before those of a file, whose first directory stands where most put it.
    pub fn before(&self, other: &[u8]) -> Vec<u8> {
        let own = self.with_next(0).len() as u32;
        let mut out = self.with_next(own);
        // Places in the other file are counted from its start.
        out.extend(moved(other, own));
        out
    }

    fn with_next(&self, next: u32) -> Vec<u8> {
        let mut tags = self.tags.clone();
        let length = self.pixels.len() as u32;
        let lengths = match self.lengths.is_empty() {
            true => vec![length],
            false => self.lengths.clone(),
        };
        tags.insert(273, (4, 1, 8_u32.to_le_bytes().to_vec(), None));
        let bytes = lengths.iter().flat_map(|length| length.to_le_bytes());
        tags.insert(279, (4, lengths.len() as u32, bytes.collect(), None));
        let directory = 8 + length + length % 2;
        let mut out = b"II\x2a\0".to_vec();
        out.extend(directory.to_le_bytes());
        out.extend(&self.pixels);
        out.resize(directory as usize, 0);
        out.extend((tags.len() as u16).to_le_bytes());
        let mut values = Vec::new();
        let start = directory + 2 + tags.len() as u32 * 12 + 4;
        for (tag, (kind, count, value, place)) in &tags {
            out.extend(tag.to_le_bytes());
            out.extend(kind.to_le_bytes());
            out.extend(count.to_le_bytes());
            let mut field = value.clone();
            if field.len() > 4 {
                field = (start + values.len() as u32).to_le_bytes().to_vec();
                values.extend(value);
                values.resize(values.len().next_multiple_of(2), 0);
            }
            field.resize(4, 0);
            let claimed = place.map(|place| place.to_le_bytes().to_vec());
            out.extend(claimed.unwrap_or(field));
        }
        out.extend(next.to_le_bytes());
        out.extend(values);
        out
    }
}

/// The first directory of a TIFF, as it must be when the file stands behind another.
fn moved(file: &[u8], by: u32) -> Vec<u8> {
    let number = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap());
    let start = number(4) as usize;
    let count = usize::from(u16::from_le_bytes([file[start], file[start + 1]]));
    let mut out = file[start..start + 2 + count * 12 + 4].to_vec();
    for at in (0..count).map(|at| 2 + at * 12) {
        let tag = u16::from_le_bytes([out[at], out[at + 1]]);
        // Only what leads to the position must be found.
        if tag == 34853 {
            let place = number(start + at + 8) + by + out.len() as u32;
            out[at + 8..at + 12].copy_from_slice(&place.to_le_bytes());
        }
    }
    let directory = out.len() as u32;
    out.extend(file);
    // The position itself is another step away.
    let gps = number_of_gps(file);
    let at = directory as usize + gps + 2 + 8;
    let place = u32::from_le_bytes(out[at..at + 4].try_into().unwrap()) + by + directory;
    out[at..at + 4].copy_from_slice(&place.to_le_bytes());
    out
}

/// Where the directory of the position stands in a file of [`telling_tiff`].
fn number_of_gps(file: &[u8]) -> usize {
    let tag = 34853_u16.to_le_bytes();
    let at = file.windows(2).position(|bytes| bytes == tag).unwrap();
    u32::from_le_bytes(file[at + 8..at + 12].try_into().unwrap()) as usize
}

fn flat_tiff<C: tiff::encoder::colortype::ColorType<Inner = u8>>(
    pixel: &[u8],
    profile: &[u8],
) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let mut encoder = tiff::encoder::TiffEncoder::new(&mut out).unwrap();
    let mut image = encoder.new_image::<C>(32, 32).unwrap();
    let tag = tiff::tags::Tag::IccProfile;
    image.encoder().write_tag(tag, profile).unwrap();
    image.write_data(&pixel.repeat(32 * 32)).unwrap();
    out.into_inner()
}

fn inks_jpeg(
    inks: &[u8],
    (width, height): (u16, u16),
    kind: ColorType,
    profile: Option<&[u8]>,
) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, 95);
    if let Some(profile) = profile {
        encoder.add_icc_profile(profile).unwrap();
    }
    encoder.encode(inks, width, height, kind).unwrap();
    out
}

/// The profile of a press (ICC.1, 10.10 `lut8Type`) whose full cyan prints a middle grey, and whose
/// other inks all print black.
pub fn grey_press() -> Vec<u8> {
    let mut table = b"mft1\0\0\0\0\x04\x03\x02\0".to_vec();
    for place in 0..9 {
        let one = if place % 4 == 0 { 0x1_0000_u32 } else { 0 };
        table.extend(one.to_be_bytes());
    }
    let straight: Vec<u8> = (0..=255).collect();
    table.extend(straight.repeat(4));
    // Lightness 100, 50 or 0 as a byte, and no colour; black changes fastest, cyan slowest.
    for corner in 0..16 {
        let lightness = match corner {
            0 => 255,
            8 => 128,
            _ => 0,
        };
        table.extend([lightness, 128, 128]);
    }
    table.extend(straight.repeat(3));
    let start = 128 + 4 + 12;
    let mut profile = vec![0; 128];
    profile[..4].copy_from_slice(&((start + table.len()) as u32).to_be_bytes());
    profile[8..12].copy_from_slice(&[2, 0x40, 0, 0]);
    profile[12..24].copy_from_slice(b"prtrCMYKLab ");
    profile[36..40].copy_from_slice(b"acsp");
    // The light under which colours are compared, D50.
    for (at, part) in [(68, 0xf6d6_u32), (72, 0x1_0000), (76, 0xd32d)] {
        profile[at..at + 4].copy_from_slice(&part.to_be_bytes());
    }
    profile.extend(1_u32.to_be_bytes());
    profile.extend(b"A2B0");
    profile.extend((start as u32).to_be_bytes());
    profile.extend((table.len() as u32).to_be_bytes());
    profile.extend(table);
    profile
}

/// Puts segments behind the start of a JPEG.
pub fn with_segments(jpeg: &[u8], segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut out = jpeg[..2].to_vec();
    for (marker, body) in segments {
        out.extend([0xff, *marker]);
        out.extend((body.len() as u16 + 2).to_be_bytes());
        out.extend(body);
    }
    out.extend(&jpeg[2..]);
    out
}

/// A JPEG with Exif, XMP, IPTC and a comment.
pub fn telling_jpeg(image: &RgbImage, orientation: u8, position: bool) -> Vec<u8> {
    let named = |name: &[u8], body: &[u8]| [name, body].concat();
    let mut segments = vec![(0xe1, named(b"Exif\0\0", &exif(orientation, position)))];
    if position {
        let name = b"http://ns.adobe.com/xap/1.0/\0";
        segments.push((0xe1, named(name, &xmp())));
    }
    let iptc = [
        b"8BIM\x04\x04\0\0\0\0\0\x17\x1c\x02\x5a\0\x12",
        SECRET.as_bytes(),
    ]
    .concat();
    segments.push((0xed, named(b"Photoshop 3.0\0", &iptc)));
    segments.push((0xfe, SECRET.as_bytes().to_vec()));
    with_segments(&jpeg(image), &segments)
}

/// A picture in any format that `image` writes.
pub fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// Puts chunks behind the header of a PNG.
pub fn with_chunks(png: &[u8], chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut out = png[..33].to_vec();
    for (kind, body) in chunks {
        out.extend((body.len() as u32).to_be_bytes());
        out.extend(*kind);
        out.extend(body);
        out.extend(crc(&[&kind[..], body].concat()).to_be_bytes());
    }
    out.extend(&png[33..]);
    out
}

/// The checksum of PNG (third edition, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let crc = bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 * (crc & 1))
        })
    });
    !crc
}

/// A PNG that says it has a size, and holds almost nothing.
pub fn empty_png(width: u32, height: u32) -> Vec<u8> {
    let png = encoded(&DynamicImage::new_rgb8(1, 1), ImageFormat::Png);
    let mut header = width.to_be_bytes().to_vec();
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut out = png[..8].to_vec();
    out.extend(13_u32.to_be_bytes());
    out.extend(b"IHDR");
    out.extend(&header);
    out.extend(crc(&[&b"IHDR"[..], &header].concat()).to_be_bytes());
    out.extend(&png[33..]);
    out
}

/// A PNG with all that editors write.
pub fn telling_png(image: &RgbImage, orientation: u8) -> Vec<u8> {
    let png = encoded(&image.clone().into(), ImageFormat::Png);
    let text = format!("Comment\0{SECRET}");
    let packet = [&b"XML:com.adobe.xmp\0\0\0\0\0"[..], &xmp()].concat();
    let chunks = [
        (b"eXIf", exif(orientation, true)),
        (b"tEXt", text.into_bytes()),
        (b"iTXt", packet),
    ];
    with_chunks(&png, &chunks)
}

/// A lossy WebP with Exif and XMP.
pub fn telling_webp(image: &RgbImage, orientation: u8) -> Vec<u8> {
    let (width, height) = image.dimensions();
    let plain = webp::Encoder::from_rgb(image, width, height).encode(90.0);
    let mut body = b"WEBP".to_vec();
    let mut chunk = |kind: &[u8; 4], bytes: &[u8]| {
        body.extend(kind);
        body.extend((bytes.len() as u32).to_le_bytes());
        body.extend(bytes);
        body.extend(vec![0; bytes.len() % 2]);
    };
    let mut header = vec![0x0c, 0, 0, 0];
    header.extend(&(width - 1).to_le_bytes()[..3]);
    header.extend(&(height - 1).to_le_bytes()[..3]);
    chunk(b"VP8X", &header);
    chunk(b"VP8 ", &plain[20..]);
    chunk(b"EXIF", &exif(orientation, true));
    chunk(b"XMP ", &xmp());
    let mut out = b"RIFF".to_vec();
    out.extend((body.len() as u32).to_le_bytes());
    out.extend(body);
    out
}

/// An uncompressed TIFF that lies as asked, and holds a position.
pub fn telling_tiff(image: &RgbImage, orientation: u8) -> Vec<u8> {
    let (width, height) = image.dimensions();
    let pixels = image.as_raw();
    let words = format!("{SECRET}\0");
    let entries = 11_u16;
    let bits = 8 + 2 + u32::from(entries) * 12 + 4;
    let text = bits + 6;
    let gps = text + words.len() as u32;
    let numbers = gps + 2 + 12 + 4;
    let data = numbers + 24;
    let mut out = b"II\x2a\0\x08\0\0\0".to_vec();
    out.extend(entries.to_le_bytes());
    let mut entry = |tag: u16, kind: u16, count: u32, value: u32| {
        out.extend(tag.to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(value.to_le_bytes());
    };
    entry(256, 4, 1, width);
    entry(257, 4, 1, height);
    entry(258, 3, 3, bits);
    entry(259, 3, 1, 1);
    entry(262, 3, 1, 2);
    entry(271, 2, words.len() as u32, text);
    entry(273, 4, 1, data);
    entry(274, 3, 1, u32::from(orientation));
    entry(277, 3, 1, 3);
    entry(279, 4, 1, pixels.len() as u32);
    entry(34853, 4, 1, gps);
    out.extend([0; 4]);
    out.extend([8, 0, 8, 0, 8, 0]);
    out.extend(words.bytes());
    out.extend(1_u16.to_le_bytes());
    out.extend(2_u16.to_le_bytes());
    out.extend(5_u16.to_le_bytes());
    out.extend(3_u32.to_le_bytes());
    out.extend(numbers.to_le_bytes());
    out.extend([0; 4]);
    for number in [30_u32, 1, 57, 1, 4512, 100] {
        out.extend(number.to_le_bytes());
    }
    out.extend(pixels);
    out
}
