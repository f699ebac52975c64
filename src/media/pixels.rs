//! From a picture file to pixels as a screen wants them: upright, sRGB, eight bits, nothing else.
//! What else the file tells is left behind here, for good.

use std::io::Cursor;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgba};
use moxcms::ColorProfile;

use super::Refusal;
use super::colour::{self, inks};
use super::guard::guarded;
use super::look::{Kind, Look};
use super::tiffs;

/// Upright sRGB pixels of eight bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    width: u32,
    height: u32,
    transparent: bool,
    /// Three bytes for each pixel, four when it can be seen through, row after row.
    data: Vec<u8>,
}

impl Pixels {
    /// Width in pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Whether there is a fourth byte, the opacity.
    pub fn is_transparent(&self) -> bool {
        self.transparent
    }

    /// All bytes, row after row.
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    fn of(image: DynamicImage) -> Self {
        let (width, height) = (image.width(), image.height());
        let see_through = image.color().has_alpha();
        if see_through {
            let data = image.into_rgba8().into_raw();
            if data.chunks_exact(4).any(|pixel| pixel[3] < u8::MAX) {
                return Self {
                    width,
                    height,
                    transparent: true,
                    data,
                };
            }
            let data = data
                .chunks_exact(4)
                .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]);
            return Self {
                width,
                height,
                transparent: false,
                data: data.collect(),
            };
        }
        Self {
            width,
            height,
            transparent: false,
            data: image.into_rgb8().into_raw(),
        }
    }

    /// The same picture in another size. The same input gives the same bytes on one kind of
    /// machine.
    ///
    /// # Errors
    /// Says what stood in the way.
    pub fn resize(&self, width: u32, height: u32) -> Result<Self, String> {
        if (width, height) == (self.width, self.height) {
            return Ok(self.clone());
        }
        let kind = match self.transparent {
            true => PixelType::U8x4,
            false => PixelType::U8x3,
        };
        let source = ImageRef::new(self.width, self.height, &self.data, kind);
        let source = source.map_err(|error| error.to_string())?;
        let mut target = Image::new(width, height, kind);
        let filter = ResizeAlg::Convolution(FilterType::Lanczos3);
        Resizer::new()
            .resize(
                &source,
                &mut target,
                &ResizeOptions::new().resize_alg(filter),
            )
            .map_err(|error| error.to_string())?;
        Ok(Self {
            width,
            height,
            transparent: self.transparent,
            data: target.into_vec(),
        })
    }
}

/// Decodes a picture into which [`super::look::look`] has looked.
///
/// # Errors
/// Says in a few words why it cannot be used.
pub fn decode(bytes: &[u8], look: &Look) -> Result<Pixels, Refusal> {
    if look.kind == Kind::Jpeg && !has_end(bytes) {
        // The decoder would fill the rest with grey.
        return Err(Refusal::cut_short("it is cut short"));
    }
    let decoded = guarded(|| decode_unguarded(bytes, look));
    decoded.unwrap_or_else(|| {
        let why = "it is damaged, or of a kind that cannot be read";
        Err(Refusal::of_no_use(why))
    })
}

/// Whether a JPEG has an end of image after its scans. What stands behind the end is not read: a
/// telephone may put a film there.
fn has_end(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(marker) = marker(bytes, &mut at) {
        match marker {
            0xd9 => return true,
            // Start, restarts, and what a scan writes for its own 0xff.
            0x00 | 0x01 | 0xd0..=0xd8 => {}
            _ => {
                let Some([high, low]) = bytes.get(at..at + 2) else {
                    return false;
                };
                at += usize::from(u16::from_be_bytes([*high, *low]));
            }
        }
    }
    false
}

/// The next marker, and the place behind it.
fn marker(bytes: &[u8], at: &mut usize) -> Option<u8> {
    let rest = bytes.get(*at..)?;
    let start = *at + rest.iter().position(|byte| *byte == 0xff)?;
    let length = bytes[start..]
        .iter()
        .take_while(|byte| **byte == 0xff)
        .count();
    *at = start + length + 1;
    bytes.get(start + length).copied()
}

fn decode_unguarded(bytes: &[u8], look: &Look) -> Result<Pixels, Refusal> {
    let (image, profile) = read(bytes, look)?;
    if (image.width(), image.height()) != (look.width, look.height) {
        return Err("it says two different sizes".into());
    }
    let image = match look.is_premultiplied && image.color().has_alpha() {
        true => unpremultiplied(image),
        false => image,
    };
    let mut image = match profile {
        Some(profile) => colour::to_srgb(image, &profile),
        None => image,
    };
    if let Some(orientation) = Orientation::from_exif(look.orientation) {
        image.apply_orientation(orientation);
    }
    Ok(Pixels::of(image))
}

/// The picture as the file has it, and the profile that tells what its numbers mean.
fn read(bytes: &[u8], look: &Look) -> Result<(DynamicImage, Option<ColorProfile>), Refusal> {
    if look.kind == Kind::Tiff
        && let Some(image) = tiffs::decode(bytes, look)
    {
        return Ok((image, meant(bytes, look, None)?));
    }
    let mut decoder = usual_decoder(bytes, look).map_err(|error| why(&error))?;
    let carried = decoder.icc_profile().ok().flatten();
    let profile = meant(bytes, look, carried)?;
    let printed = profile.as_ref();
    let printed = printed.and_then(|profile| inks::to_srgb(bytes, look, profile));
    if let Some(printed) = printed {
        // A profile of inks has no more to say here.
        return Ok((printed.into(), None));
    }
    let image = DynamicImage::from_decoder(decoder).map_err(|error| why(&error))?;
    Ok((image, profile))
}

fn usual_decoder<'a>(
    bytes: &'a [u8],
    look: &Look,
) -> Result<impl ImageDecoder + use<'a>, image::ImageError> {
    let format = match look.kind {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        Kind::Gif => ImageFormat::Gif,
        Kind::Webp => ImageFormat::WebP,
        Kind::Tiff => ImageFormat::Tiff,
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(look.width);
    limits.max_image_height = Some(look.height);
    limits.max_alloc = Some(look.memory());
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    reader.into_decoder()
}

/// What a file says of its colours, whether in a profile that was found in it or in another way.
fn meant(
    bytes: &[u8],
    look: &Look,
    carried: Option<Vec<u8>>,
) -> Result<Option<ColorProfile>, Refusal> {
    let carried = match look.kind {
        Kind::Tiff => tiffs::profile(bytes),
        _ => carried,
    };
    let said = match look.kind {
        Kind::Png => colour::png::said(bytes).map_err(Refusal::of_no_use)?,
        _ => colour::png::Said::default(),
    };
    let carried = carried.as_deref().and_then(colour::profile_of);
    Ok(said.code_points.or(carried).or(said.tones))
}

/// The colours as they would be if nothing could be seen through.
fn unpremultiplied(image: DynamicImage) -> DynamicImage {
    let mut image = image.into_rgba16();
    for Rgba([red, green, blue, opacity]) in image.pixels_mut() {
        let most = u32::from(u16::MAX);
        let full = |value: u16| {
            let value = u32::from(value) * most / u32::from(*opacity).max(1);
            u16::try_from(value).unwrap_or(u16::MAX)
        };
        (*red, *green, *blue) = (full(*red), full(*green), full(*blue));
    }
    image.into()
}

/// A decoder's reason, without line ends and not too long.
fn why(error: &image::ImageError) -> Refusal {
    let words = error.to_string();
    let words: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = words.chars().take(160).collect();
    match error {
        image::ImageError::Unsupported(_) => {
            Refusal::of_no_use(format!("it is of a kind that cannot be read: {short}"))
        }
        _ => format!("it is damaged: {short}").into(),
    }
}
