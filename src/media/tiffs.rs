//! What the usual decoder does not make of TIFFs: pictures with a palette, pictures that are packed
//! as JPEGs within, and grey ones that can be seen through (TIFF 6.0, sections 5, 21 and 22).

use std::io::Cursor;

use image::{DynamicImage, GrayAlphaImage, RgbImage};
use tiff::ColorType;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;

use super::colour::from_ycbcr;
use super::look::Look;

/// In bytes. The profiles of presses have some megabytes.
const LARGEST_PROFILE: usize = 16 * 1024 * 1024;

const PALETTE: u32 = 3;
const BLACK_IS_ZERO: u16 = 1;

/// The profile that it carries. The usual decoder lets a profile have only a part of the memory of
/// the pixels, so that small pictures lose theirs.
pub fn profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut limits = Limits::default();
    limits.ifd_value_size = LARGEST_PROFILE;
    let decoder = Decoder::new(Cursor::new(bytes)).ok()?;
    let mut decoder = decoder.with_limits(limits);
    decoder.get_tag_u8_vec(Tag::IccProfile).ok()
}

/// The picture, if it is of one of these kinds and whole.
pub fn decode(bytes: &[u8], look: &Look) -> Option<DynamicImage> {
    let mut decoder = open(bytes, look)?;
    let meaning = decoder.get_tag_u32(Tag::PhotometricInterpretation).ok()?;
    if meaning == PALETTE {
        return with_palette(bytes, look, &mut decoder);
    }
    let (width, height) = decoder.dimensions().ok()?;
    match decoder.colortype().ok()? {
        ColorType::YCbCr(8) => {
            let mut samples = samples(&mut decoder)?;
            samples.chunks_exact_mut(3).for_each(from_ycbcr);
            rgb(width, height, samples)
        }
        ColorType::Multiband {
            bit_depth: 8,
            num_samples: 2,
        } if look.is_transparent => {
            let samples = samples(&mut decoder)?;
            let is_whole = samples.len() as u64 == u64::from(width) * u64::from(height) * 2;
            let image = GrayAlphaImage::from_raw(width, height, samples);
            image.filter(|_| is_whole).map(Into::into)
        }
        _ => None,
    }
}

fn open<'a>(bytes: &'a [u8], look: &Look) -> Option<Decoder<Cursor<&'a [u8]>>> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = usize::try_from(look.memory()).ok()?;
    Some(Decoder::new(Cursor::new(bytes)).ok()?.with_limits(limits))
}

fn samples(decoder: &mut Decoder<Cursor<&[u8]>>) -> Option<Vec<u8>> {
    match decoder.read_image().ok()? {
        DecodingResult::U8(samples) => Some(samples),
        _ => None,
    }
}

fn rgb(width: u32, height: u32, data: Vec<u8>) -> Option<DynamicImage> {
    let is_whole = data.len() as u64 == u64::from(width) * u64::from(height) * 3;
    let image = RgbImage::from_raw(width, height, data);
    image.filter(|_| is_whole).map(Into::into)
}

/// The numbers of the colours are read as tones of grey, then looked up.
fn with_palette(
    bytes: &[u8],
    look: &Look,
    decoder: &mut Decoder<Cursor<&[u8]>>,
) -> Option<DynamicImage> {
    let bits = decoder.get_tag_u32(Tag::BitsPerSample).ok()?;
    if decoder.get_tag_u32(Tag::SamplesPerPixel).unwrap_or(1) != 1 || !matches!(bits, 1 | 2 | 4 | 8)
    {
        return None;
    }
    let map = decoder.get_tag_u16_vec(Tag::ColorMap).ok()?;
    let colours = 1_usize.checked_shl(bits)?;
    if map.len() != colours * 3 {
        return None;
    }
    let grey = as_grey(bytes)?;
    let mut decoder = open(&grey, look)?;
    let (width, height) = decoder.dimensions().ok()?;
    let samples = samples(&mut decoder)?;
    let row = usize::try_from(u64::from(width) * u64::from(bits))
        .ok()?
        .div_ceil(8);
    // All reds stand before all greens. The upper half of each is all that a screen shows.
    // Some writers put values of 8 bits there.
    let shift = if map.iter().all(|value| *value < 256) {
        0
    } else {
        8
    };
    let colour =
        |number: usize| [0, 1, 2].map(|channel| (map[channel * colours + number] >> shift) as u8);
    let mut data = Vec::with_capacity(width as usize * height as usize * 3);
    for row in samples.chunks_exact(row) {
        let numbers = row.iter().flat_map(|byte| numbers(*byte, bits));
        data.extend(numbers.take(width as usize).flat_map(colour));
    }
    rgb(width, height, data)
}

/// The numbers that stand in a byte, the first in its upper bits.
fn numbers(byte: u8, bits: u32) -> impl Iterator<Item = usize> {
    let each = 8 / bits;
    let mask = u8::MAX >> (8 - bits);
    (0..each).map(move |at| usize::from((byte >> (8 - bits * (at + 1))) & mask))
}

/// A copy that says its samples are tones of grey.
fn as_grey(bytes: &[u8]) -> Option<Vec<u8>> {
    const MEANING_OF_SAMPLES: u16 = 262;
    let is_big_endian = bytes.starts_with(b"MM");
    let short = |bytes: [u8; 2]| match is_big_endian {
        true => u16::from_be_bytes(bytes),
        false => u16::from_le_bytes(bytes),
    };
    let first: [u8; 4] = bytes.get(4..8)?.try_into().ok()?;
    let first = match is_big_endian {
        true => u32::from_be_bytes(first),
        false => u32::from_le_bytes(first),
    };
    let start = usize::try_from(first).ok()?;
    let count = usize::from(short(bytes.get(start..start + 2)?.try_into().ok()?));
    let mut entries = (0..count).map(|at| start + 2 + at * 12);
    let entry = entries.find(|at| {
        let tag = bytes.get(*at..at + 2).and_then(|tag| tag.try_into().ok());
        tag.map(short) == Some(MEANING_OF_SAMPLES)
    })?;
    let grey = match is_big_endian {
        true => BLACK_IS_ZERO.to_be_bytes(),
        false => BLACK_IS_ZERO.to_le_bytes(),
    };
    let mut copy = bytes.to_vec();
    copy.get_mut(entry + 8..entry + 10)?.copy_from_slice(&grey);
    Some(copy)
}
