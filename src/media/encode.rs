//! From pixels to the bytes of a file that holds nothing but what is needed to show them.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use jpeg_encoder::{ColorType, SamplingFactor};

use super::forms::{Format, Settings};
use super::guard::guarded;
use super::pixels::Pixels;

/// How hard libwebp tries, 0 to 6. Above 2 the files are hardly smaller at the same quality, and
/// take twice as long.
const WEBP_METHOD: i32 = 2;

/// How hard libwebp tries to make a lossless file small, 0 to 100.
const LOSSLESS_EFFORT: f32 = 60.0;

/// A picture file.
///
/// # Errors
/// Says in a few words what stood in the way.
pub fn encode(pixels: &Pixels, format: Format, settings: &Settings) -> Result<Vec<u8>, String> {
    let encoded = guarded(|| encode_unguarded(pixels, format, settings));
    encoded.unwrap_or_else(|| Err("it cannot be written".to_owned()))
}

fn encode_unguarded(
    pixels: &Pixels,
    format: Format,
    settings: &Settings,
) -> Result<Vec<u8>, String> {
    match format {
        Format::Webp => webp(pixels, Some(settings.webp_quality)),
        Format::WebpLossless => webp(pixels, None),
        Format::Jpeg => jpeg(pixels, settings.jpeg_quality),
        Format::Png => png(pixels),
    }
}

fn webp(pixels: &Pixels, quality: Option<u8>) -> Result<Vec<u8>, String> {
    let refused = || "libwebp refused its settings".to_owned();
    let mut config = webp::WebPConfig::new().map_err(|()| refused())?;
    match quality {
        Some(quality) => {
            config.quality = f32::from(quality);
            config.method = WEBP_METHOD;
        }
        None => {
            config.lossless = 1;
            config.quality = LOSSLESS_EFFORT;
        }
    }
    let (width, height) = (pixels.width(), pixels.height());
    let encoder = match pixels.is_transparent() {
        true => webp::Encoder::from_rgba(pixels.data(), width, height),
        false => webp::Encoder::from_rgb(pixels.data(), width, height),
    };
    let file = encoder.encode_advanced(&config);
    let file = file.map_err(|error| format!("libwebp refused it: {error:?}"))?;
    Ok(file.to_vec())
}

fn jpeg(pixels: &Pixels, quality: u8) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut out, quality);
    // Without optimised tables, which would be smaller by some percent: with them this encoder
    // writes one scan for each component, which is lawful but not every decoder reads.
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    let side = |n: u32| u16::try_from(n).map_err(|_| "it is too large for JPEG".to_owned());
    let (width, height) = (side(pixels.width())?, side(pixels.height())?);
    let opaque;
    let data = match pixels.is_transparent() {
        true => {
            opaque = on_white(pixels.data());
            &opaque
        }
        false => pixels.data(),
    };
    let encoded = encoder.encode(data, width, height, ColorType::Rgb);
    encoded.map_err(|error| error.to_string())?;
    Ok(out)
}

/// What is seen when the picture lies on white paper.
fn on_white(rgba: &[u8]) -> Vec<u8> {
    let blend = |value: u8, opacity: u8| {
        let sum = u16::from(value) * u16::from(opacity) + 255 * (255 - u16::from(opacity));
        u8::try_from(sum / 255).unwrap_or(u8::MAX)
    };
    let pixels = rgba.chunks_exact(4);
    pixels
        .flat_map(|pixel| [0, 1, 2].map(|at| blend(pixel[at], pixel[3])))
        .collect()
}

fn png(pixels: &Pixels) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut out, CompressionType::Best, FilterType::Adaptive);
    let (width, height) = (pixels.width(), pixels.height());
    let grey: Option<Vec<u8>> = match pixels.is_transparent() {
        true => None,
        false => {
            let mut pixels = pixels.data().chunks_exact(3);
            let is_grey = pixels
                .clone()
                .all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]);
            is_grey.then(|| pixels.by_ref().map(|pixel| pixel[0]).collect())
        }
    };
    let (data, colours) = match &grey {
        Some(grey) => (grey.as_slice(), ExtendedColorType::L8),
        None if pixels.is_transparent() => (pixels.data(), ExtendedColorType::Rgba8),
        None => (pixels.data(), ExtendedColorType::Rgb8),
    };
    let written = encoder.write_image(data, width, height, colours);
    written.map_err(|error| error.to_string())?;
    Ok(out)
}
