//! What a PNG without a profile says of its colours: how its tones run, and what its red, green,
//! blue and white are (PNG third edition, 11.3.2).

use moxcms::{Chromaticity, ColorPrimaries, ColorProfile, ToneReprCurve, XyY};

/// Numbers of a PNG are whole, in units of this.
const UNIT: f32 = 1.0 / 100_000.0;

/// The gamma that stands for the tones of sRGB, which are no plain power.
const SRGB_GAMMA: u32 = 45_455;

/// How far another may be from it and still be meant.
const NEAR: u32 = 500;

/// What gammas can be meant, in the PNG's own numbers.
const SENSIBLE: std::ops::RangeInclusive<u32> = 10_000..=1_000_000;

/// The colours as a profile. `None` when they are sRGB or nothing is said.
pub fn profile(bytes: &[u8]) -> Option<ColorProfile> {
    let (mut gamma, mut primaries, mut grey) = (None, None, false);
    for (kind, body) in Chunks(bytes.get(8..)?) {
        match kind {
            b"IHDR" => grey = matches!(body.get(9), Some(0 | 4)),
            b"gAMA" => gamma = number(body, 0).filter(|gamma| SENSIBLE.contains(gamma)),
            b"cHRM" => primaries = primaries_of(body),
            // These say it better, and what they say is heard elsewhere.
            b"sRGB" | b"iCCP" | b"cICP" => return None,
            b"IDAT" => break,
            _ => {}
        }
    }
    let power = gamma
        .filter(|gamma| gamma.abs_diff(SRGB_GAMMA) > NEAR)
        .map(|gamma| 1.0 / (gamma as f32 * UNIT));
    match (power, primaries) {
        (Some(power), _) if grey => Some(ColorProfile::new_gray_with_gamma(power)),
        (None, None) => None,
        _ if grey => None,
        (power, primaries) => Some(coloured(power, primaries)),
    }
}

fn coloured(power: Option<f32>, primaries: Option<(XyY, ColorPrimaries)>) -> ColorProfile {
    let mut profile = ColorProfile::new_srgb();
    // It is no longer the space that this names.
    profile.cicp = None;
    if let Some(power) = power {
        let curve = ToneReprCurve::Parametric(vec![power]);
        profile.red_trc = Some(curve.clone());
        profile.green_trc = Some(curve.clone());
        profile.blue_trc = Some(curve);
    }
    if let Some((white, primaries)) = primaries {
        profile.update_rgb_colorimetry(white, primaries);
    }
    profile
}

fn primaries_of(body: &[u8]) -> Option<(XyY, ColorPrimaries)> {
    let mut places = (0..4).map(|at| Some((number(body, at * 2)?, number(body, at * 2 + 1)?)));
    let mut next = || {
        let (x, y) = places.next()??;
        // A colour without brightness could not be reckoned with.
        (y > 0).then(|| Chromaticity::new(x as f32 * UNIT, y as f32 * UNIT))
    };
    let white = next()?;
    let white = XyY {
        x: f64::from(white.x),
        y: f64::from(white.y),
        yb: 1.0,
    };
    let (red, green, blue) = (next()?, next()?, next()?);
    Some((white, ColorPrimaries { red, green, blue }))
}

fn number(body: &[u8], at: usize) -> Option<u32> {
    let bytes = body.get(at * 4..at * 4 + 4)?;
    bytes.try_into().ok().map(u32::from_be_bytes)
}

/// The chunks of a PNG behind its first eight bytes.
struct Chunks<'a>(&'a [u8]);

impl<'a> Iterator for Chunks<'a> {
    type Item = (&'a [u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let (kind, rest) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let body = rest.get(..length)?;
        // A check sum follows.
        self.0 = rest.get(length + 4..)?;
        Some((kind, body))
    }
}
