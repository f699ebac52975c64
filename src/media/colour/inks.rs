//! Pictures of four inks, as print shops make them, in the colours of the press that they are for.
//! Without that press's profile inks are only guessed at, which the usual decoder does.

use std::io::Cursor;

use image::RgbImage;
use moxcms::{ColorProfile, DataColorSpace, Layout};
use tiff::decoder::{Decoder, DecodingResult, Limits};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::{convert, from_ycbcr};
use crate::media::look::{Kind, Look};

/// The picture in sRGB. `None` for what is no JPEG or TIFF of four inks, or has no profile for them
/// that can be used.
pub fn to_srgb(bytes: &[u8], look: &Look, profile: &ColorProfile) -> Option<RgbImage> {
    if profile.color_space != DataColorSpace::Cmyk {
        return None;
    }
    let (width, height, inks) = match look.kind {
        Kind::Jpeg => jpeg(bytes)?,
        Kind::Tiff => tiff(bytes, look)?,
        _ => return None,
    };
    let colours = convert(profile, &inks, (Layout::Rgba, 4), (Layout::Rgb, 3))?;
    RgbImage::from_raw(width, height, colours)
}

/// Width, height, and four bytes for each pixel: how much cyan, magenta, yellow and black there is.
type Inks = (u32, u32, Vec<u8>);

fn tiff(bytes: &[u8], look: &Look) -> Option<Inks> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = usize::try_from(look.memory()).ok()?;
    let mut decoder = Decoder::new(Cursor::new(bytes)).ok()?.with_limits(limits);
    if !matches!(decoder.colortype().ok()?, tiff::ColorType::CMYK(8 | 16)) {
        return None;
    }
    let (width, height) = decoder.dimensions().ok()?;
    let inks: Vec<u8> = match decoder.read_image().ok()? {
        DecodingResult::U8(values) => values,
        // The upper half is all that a screen shows.
        DecodingResult::U16(values) => values.iter().map(|value| (value >> 8) as u8).collect(),
        _ => return None,
    };
    let expected = u64::from(width) * u64::from(height) * 4;
    (inks.len() as u64 == expected).then_some((width, height, inks))
}

fn jpeg(bytes: &[u8]) -> Option<Inks> {
    // How large it may be has been decided by a look at its head.
    let side = usize::from(u16::MAX);
    let options = DecoderOptions::default();
    let options = options.set_max_width(side).set_max_height(side);
    let mut head = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    head.decode_headers().ok()?;
    let space = head.input_colorspace()?;
    let to_inks: fn(&mut [u8]) = match space {
        ColorSpace::CMYK => from_cmyk,
        ColorSpace::YCCK => from_ycck,
        _ => return None,
    };
    // As they stand in the file: the decoder knows of no press.
    let options = options.jpeg_set_out_colorspace(space);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let mut values = decoder.decode().ok()?;
    let (width, height) = decoder.dimensions()?;
    values.chunks_exact_mut(4).for_each(to_inks);
    Some((
        u32::try_from(width).ok()?,
        u32::try_from(height).ok()?,
        values,
    ))
}

/// Files say how much of an ink is left out, as Adobe began it.
fn from_cmyk(pixel: &mut [u8]) {
    pixel.iter_mut().for_each(|value| *value = 255 - *value);
}

/// The first three as brightness and colour (ITU-T T.871): of what is left out they give what is
/// there.
fn from_ycck(pixel: &mut [u8]) {
    let Some((colours, [black])) = pixel.split_at_mut_checked(3) else {
        return;
    };
    from_ycbcr(colours);
    *black = 255 - *black;
}
