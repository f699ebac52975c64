//! From the colours of a camera, a scanner or a press to those of a screen.

pub(super) mod inks;
pub(super) mod png;

use std::sync::Arc;

use image::{DynamicImage, ImageBuffer, Luma, LumaA, Pixel, Primitive, Rgb, Rgba};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformExecutor, TransformOptions};

use super::guard::guarded;

/// A profile that a file carries; `None` for a broken one.
pub(super) fn profile_of(bytes: &[u8]) -> Option<ColorProfile> {
    guarded(|| ColorProfile::new_from_slice(bytes).ok()).flatten()
}

/// The picture in sRGB. A profile that does not fit the pixels is left out of account, as browsers
/// do. Pixels of 16 bits keep them: in eight, dark tones of light that is linear would be lost.
pub(super) fn to_srgb(image: DynamicImage, profile: &ColorProfile) -> DynamicImage {
    let colour = image.color();
    let fits = match profile.color_space {
        DataColorSpace::Rgb => colour.has_color() && !is_srgb(profile),
        DataColorSpace::Gray => !colour.has_color(),
        _ => false,
    };
    if !fits {
        return image;
    }
    let is_deep = colour.bits_per_pixel() > 8 * u16::from(colour.channel_count());
    match (colour.has_color(), colour.has_alpha(), is_deep) {
        (true, false, false) => colours(image.into_rgb8(), profile).into(),
        (true, false, true) => colours(image.into_rgb16(), profile).into(),
        (true, true, false) => colours(image.into_rgba8(), profile).into(),
        (true, true, true) => colours(image.into_rgba16(), profile).into(),
        (false, false, false) => greys(image.into_luma8(), profile),
        (false, false, true) => greys(image.into_luma16(), profile),
        (false, true, false) => greys_with_alpha(image.into_luma_alpha8(), profile),
        (false, true, true) => greys_with_alpha(image.into_luma_alpha16(), profile),
    }
}

/// Samples of 8 or 16 bits.
trait Depth: Primitive + Default {
    fn transform(from: &ColorProfile, layout: Layout, to: Layout) -> Option<Executor<Self>>;
}

type Executor<S> = Arc<dyn TransformExecutor<S> + Send + Sync>;

impl Depth for u8 {
    fn transform(from: &ColorProfile, layout: Layout, to: Layout) -> Option<Executor<Self>> {
        let srgb = ColorProfile::new_srgb();
        from.create_transform_8bit(layout, &srgb, to, TransformOptions::default())
            .ok()
    }
}

impl Depth for u16 {
    fn transform(from: &ColorProfile, layout: Layout, to: Layout) -> Option<Executor<Self>> {
        let srgb = ColorProfile::new_srgb();
        from.create_transform_16bit(layout, &srgb, to, TransformOptions::default())
            .ok()
    }
}

fn colours<P: Pixel<Subpixel: Depth>>(
    image: ImageBuffer<P, Vec<P::Subpixel>>,
    profile: &ColorProfile,
) -> ImageBuffer<P, Vec<P::Subpixel>> {
    let layout = match P::CHANNEL_COUNT {
        4 => (Layout::Rgba, 4),
        _ => (Layout::Rgb, 3),
    };
    let done = convert(profile, &image, layout, layout);
    let size = image.dimensions();
    let done = done.and_then(|data| ImageBuffer::from_raw(size.0, size.1, data));
    done.unwrap_or(image)
}

fn greys<S: Depth>(image: ImageBuffer<Luma<S>, Vec<S>>, profile: &ColorProfile) -> DynamicImage
where
    Luma<S>: Pixel<Subpixel = S>,
    Rgb<S>: Pixel<Subpixel = S>,
    DynamicImage: From<ImageBuffer<Luma<S>, Vec<S>>> + From<ImageBuffer<Rgb<S>, Vec<S>>>,
{
    let done = convert(profile, &image, (Layout::Gray, 1), (Layout::Rgb, 3));
    let size = image.dimensions();
    let done = done.and_then(|data| ImageBuffer::<Rgb<S>, _>::from_raw(size.0, size.1, data));
    done.map_or_else(|| image.into(), Into::into)
}

/// The opacity stays as it is.
fn greys_with_alpha<S: Depth>(
    image: ImageBuffer<LumaA<S>, Vec<S>>,
    profile: &ColorProfile,
) -> DynamicImage
where
    LumaA<S>: Pixel<Subpixel = S>,
    Rgba<S>: Pixel<Subpixel = S>,
    DynamicImage: From<ImageBuffer<LumaA<S>, Vec<S>>> + From<ImageBuffer<Rgba<S>, Vec<S>>>,
{
    let grey: Vec<S> = image.pixels().map(|pixel| pixel.channels()[0]).collect();
    let done = convert(profile, &grey, (Layout::Gray, 1), (Layout::Rgb, 3)).and_then(|colours| {
        let colours = colours.chunks_exact(3).zip(image.pixels());
        let data = colours.flat_map(|(colour, pixel)| {
            let opacity = pixel.channels()[1];
            [colour[0], colour[1], colour[2], opacity]
        });
        ImageBuffer::<Rgba<S>, _>::from_raw(image.width(), image.height(), data.collect())
    });
    done.map_or_else(|| image.into(), Into::into)
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

fn convert<S: Depth>(
    profile: &ColorProfile,
    pixels: &[S],
    (from, channels): (Layout, usize),
    (to, made): (Layout, usize),
) -> Option<Vec<S>> {
    let work = || {
        let transform = S::transform(profile, from, to)?;
        let mut out = vec![S::DEFAULT_MIN_VALUE; pixels.len() / channels * made];
        transform.transform(pixels, &mut out).ok()?;
        Some(out)
    };
    guarded(work).flatten()
}

/// Brightness and two colours as red, green and blue (ITU-T T.871).
pub(super) fn from_ycbcr(pixel: &mut [u8]) {
    let [bright, blue, red] = pixel else { return };
    let (y, cb, cr) = (
        f32::from(*bright),
        f32::from(*blue) - 128.0,
        f32::from(*red) - 128.0,
    );
    // A float that does not fit becomes the nearest value that does.
    *bright = (y + 1.402 * cr).round() as u8;
    *blue = (y - 0.344_136 * cb - 0.714_136 * cr).round() as u8;
    *red = (y + 1.772 * cb).round() as u8;
}

#[cfg(test)]
mod tests {
    use image::GrayAlphaImage;

    use super::*;

    #[test]
    fn a_grey_picture_with_a_profile_keeps_its_opacity() {
        let linear = ColorProfile::new_gray_with_gamma(1.0);
        let grey = GrayAlphaImage::from_raw(1, 1, vec![128, 77]).expect("one pixel has two bytes");
        let shown = to_srgb(DynamicImage::ImageLumaA8(grey), &linear).into_rgba8();
        let [red, green, blue, opacity] = shown.get_pixel(0, 0).0;
        // Half of the light is this much of sRGB (IEC 61966-2-1).
        assert!(red.abs_diff(188) <= 2, "{red}");
        assert_eq!((green, blue, opacity), (red, red, 77));
    }
}
