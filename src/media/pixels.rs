//! From a picture file to pixels as a screen wants them: upright, sRGB, eight bits, nothing else.
//! What else the file tells is left behind here, for good.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::Refusal;
use super::inks;
use super::look::{Kind, Look, MEMORY};

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
    // The decoders are the work of others and read hostile bytes: should one panic, this picture
    // is refused and the rest of the site is built. Nothing of ours is changed half-way.
    let decoded = catch_unwind(AssertUnwindSafe(|| decode_unguarded(bytes, look)));
    let decoded = decoded.unwrap_or_else(|_| Err("it brought its decoder down".to_owned()));
    decoded.map_err(Refusal::from)
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

fn decode_unguarded(bytes: &[u8], look: &Look) -> Result<Pixels, String> {
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
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| why(&error))?;
    if decoder.dimensions() != (look.width, look.height) {
        return Err("it says two different sizes".to_owned());
    }
    let profile = match look.kind {
        Kind::Tiff => tiff_profile(bytes),
        _ => decoder.icc_profile().ok().flatten(),
    };
    let printed = profile.as_ref();
    let printed = printed.and_then(|profile| inks::to_srgb(bytes, look.kind, profile));
    let image = match printed {
        Some(printed) => DynamicImage::ImageRgb8(printed),
        None => DynamicImage::from_decoder(decoder).map_err(|error| why(&error))?,
    };
    // A profile of inks has no more to say here.
    let mut image = match profile {
        Some(profile) => to_srgb(image, &profile),
        None => image,
    };
    if let Some(orientation) = Orientation::from_exif(look.orientation) {
        image.apply_orientation(orientation);
    }
    Ok(Pixels::of(image))
}

/// The usual decoder lets a profile have only a part of the memory of the pixels, so that small
/// pictures lose theirs.
fn tiff_profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = tiff::decoder::Decoder::new(Cursor::new(bytes)).ok()?;
    decoder.get_tag_u8_vec(tiff::tags::Tag::IccProfile).ok()
}

/// A decoder's reason, without line ends and not too long.
fn why(error: &image::ImageError) -> String {
    let words = error.to_string();
    let words: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = words.chars().take(160).collect();
    match error {
        image::ImageError::Unsupported(_) => {
            format!("it is of a kind that cannot be read: {short}")
        }
        _ => format!("it is damaged: {short}"),
    }
}

/// The picture in sRGB. A profile that is broken or does not fit the pixels is left out of account,
/// as browsers do.
fn to_srgb(image: DynamicImage, profile: &[u8]) -> DynamicImage {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else {
        return image;
    };
    match (profile.color_space, image.color().has_color()) {
        (DataColorSpace::Rgb, true) if is_srgb(&profile) => image,
        (DataColorSpace::Rgb, true) if image.color().has_alpha() => {
            let pixels = image.into_rgba8();
            let done = convert(&profile, &pixels, (Layout::Rgba, 4), (Layout::Rgba, 4));
            let size = pixels.dimensions();
            let done = done.and_then(|data| RgbaImage::from_raw(size.0, size.1, data));
            DynamicImage::ImageRgba8(done.unwrap_or(pixels))
        }
        (DataColorSpace::Rgb, true) => {
            let pixels = image.into_rgb8();
            let done = convert(&profile, &pixels, (Layout::Rgb, 3), (Layout::Rgb, 3));
            let size = pixels.dimensions();
            let done = done.and_then(|data| RgbImage::from_raw(size.0, size.1, data));
            DynamicImage::ImageRgb8(done.unwrap_or(pixels))
        }
        (DataColorSpace::Gray, false) if image.color().has_alpha() => {
            grey_with_alpha(image, &profile)
        }
        (DataColorSpace::Gray, false) => {
            let pixels = image.into_luma8();
            let done = convert(&profile, &pixels, (Layout::Gray, 1), (Layout::Rgb, 3));
            let size = pixels.dimensions();
            let done = done.and_then(|data| RgbImage::from_raw(size.0, size.1, data));
            done.map_or(DynamicImage::ImageLuma8(pixels), DynamicImage::ImageRgb8)
        }
        _ => image,
    }
}

/// A grey picture that can be seen through: the opacity stays as it is.
fn grey_with_alpha(image: DynamicImage, profile: &ColorProfile) -> DynamicImage {
    let pixels = image.into_luma_alpha8();
    let grey: Vec<u8> = pixels.pixels().map(|pixel| pixel[0]).collect();
    let done = convert(profile, &grey, (Layout::Gray, 1), (Layout::Rgb, 3)).and_then(|colours| {
        let colours = colours.chunks_exact(3).zip(pixels.pixels());
        let data = colours.flat_map(|(colour, pixel)| [colour[0], colour[1], colour[2], pixel[1]]);
        RgbaImage::from_raw(pixels.width(), pixels.height(), data.collect())
    });
    done.map_or(DynamicImage::ImageLumaA8(pixels), DynamicImage::ImageRgba8)
}

/// Whether a profile gives the same colours as sRGB, so that there is nothing to do.
fn is_srgb(profile: &ColorProfile) -> bool {
    const STEPS: [u8; 4] = [0, 60, 150, 255];
    let mut colours = Vec::new();
    for red in STEPS {
        for green in STEPS {
            colours.extend(STEPS.iter().flat_map(|blue| [red, green, *blue]));
        }
    }
    let shown = convert(profile, &colours, (Layout::Rgb, 3), (Layout::Rgb, 3));
    shown.is_some_and(|shown| {
        let mut pairs = shown.iter().zip(&colours);
        pairs.all(|(a, b)| a.abs_diff(*b) <= 2)
    })
}

fn convert(
    profile: &ColorProfile,
    pixels: &[u8],
    (from, channels): (Layout, usize),
    (to, made): (Layout, usize),
) -> Option<Vec<u8>> {
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let transform = profile
        .create_transform_8bit(from, &srgb, to, options)
        .ok()?;
    let mut out = vec![0; pixels.len() / channels * made];
    transform.transform(pixels, &mut out).ok()?;
    Some(out)
}

#[cfg(test)]
mod tests {
    use image::GrayAlphaImage;

    use super::*;

    #[test]
    fn a_grey_picture_with_a_profile_keeps_its_opacity() {
        let linear = ColorProfile::new_gray_with_gamma(1.0);
        let grey = GrayAlphaImage::from_raw(1, 1, vec![128, 77]).expect("one pixel has two bytes");
        let shown = grey_with_alpha(DynamicImage::ImageLumaA8(grey), &linear).into_rgba8();
        let [red, green, blue, opacity] = shown.get_pixel(0, 0).0;
        // Half of the light is this much of sRGB (IEC 61966-2-1).
        assert!(red.abs_diff(188) <= 2, "{red}");
        assert_eq!((green, blue, opacity), (red, red, 77));
    }
}
