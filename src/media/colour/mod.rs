//! From the colours of a camera, a scanner or a press to those of a screen.

pub(super) mod inks;
pub(super) mod png;

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{DynamicImage, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Work with a profile, which is hostile bytes to the work of others: should that panic, there is
/// no result, and the profile is left out of account as a broken one is.
fn guarded<T>(work: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok().flatten()
}

/// A profile that a file carries; `None` for a broken one.
pub(super) fn profile_of(bytes: &[u8]) -> Option<ColorProfile> {
    guarded(|| ColorProfile::new_from_slice(bytes).ok())
}

/// The picture in sRGB. A profile that is does not fit the pixels is left out of account,
/// as browsers do.
pub(super) fn to_srgb(image: DynamicImage, profile: &ColorProfile) -> DynamicImage {
    match (profile.color_space, image.color().has_color()) {
        (DataColorSpace::Rgb, true) if is_srgb(profile) => image,
        (DataColorSpace::Rgb, true) if image.color().has_alpha() => {
            let pixels = image.into_rgba8();
            let done = convert(profile, &pixels, (Layout::Rgba, 4), (Layout::Rgba, 4));
            let size = pixels.dimensions();
            let done = done.and_then(|data| RgbaImage::from_raw(size.0, size.1, data));
            DynamicImage::ImageRgba8(done.unwrap_or(pixels))
        }
        (DataColorSpace::Rgb, true) => {
            let pixels = image.into_rgb8();
            let done = convert(profile, &pixels, (Layout::Rgb, 3), (Layout::Rgb, 3));
            let size = pixels.dimensions();
            let done = done.and_then(|data| RgbImage::from_raw(size.0, size.1, data));
            DynamicImage::ImageRgb8(done.unwrap_or(pixels))
        }
        (DataColorSpace::Gray, false) if image.color().has_alpha() => {
            grey_with_alpha(image, profile)
        }
        (DataColorSpace::Gray, false) => {
            let pixels = image.into_luma8();
            let done = convert(profile, &pixels, (Layout::Gray, 1), (Layout::Rgb, 3));
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
    guarded(|| {
        let srgb = ColorProfile::new_srgb();
        let options = TransformOptions::default();
        let transform = profile
            .create_transform_8bit(from, &srgb, to, options)
            .ok()?;
        let mut out = vec![0; pixels.len() / channels * made];
        transform.transform(pixels, &mut out).ok()?;
        Some(out)
    })
}

#[cfg(test)]
mod tests {
    use image::GrayAlphaImage;

    use super::*;

    #[test]
    fn a_panic_over_a_profile_is_no_result() {
        assert_eq!(guarded(|| Some(1)), Some(1));
        assert_eq!(guarded::<u8>(|| panic!("as a broken profile might")), None);
    }

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
