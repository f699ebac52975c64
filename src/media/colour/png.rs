//! What a PNG says of its colours without a profile: how its tones run, and what its red, green,
//! blue and white are (PNG third edition, 11.3.2).

use moxcms::{
    Chromaticity, CicpProfile, ColorPrimaries, ColorProfile, MatrixCoefficients, ToneReprCurve, XyY,
};

/// Numbers of a PNG are whole, in units of this.
const UNIT: f32 = 1.0 / 100_000.0;

/// The gamma that stands for the tones of sRGB, which are no plain power.
const SRGB_GAMMA: u32 = 45_455;

/// How far another may be from it and still be meant.
const NEAR: u32 = 500;

/// Twice the area between three primaries that could make a picture; those of sRGB have 0.22.
const SMALLEST_AREA: f32 = 0.02;

/// What gammas can be meant, in the PNG's own numbers.
const SENSIBLE: std::ops::RangeInclusive<u32> = 10_000..=1_000_000;

/// What is wrong with colours that no screen of today shows as they are meant.
pub type TooBright = &'static str;

/// What a PNG says, in the order in which it is to be believed. Between the two stands a profile
/// of the usual kind, if it has one that is whole. What is `None` is sRGB or not said.
#[derive(Debug, Default)]
pub struct Said {
    /// By numbers of a list.
    pub code_points: Option<ColorProfile>,
    /// By its tones and primaries.
    pub tones: Option<ColorProfile>,
}

/// Reads what a PNG says of its colours.
///
/// # Errors
/// When they are brighter than pages are.
pub fn said(bytes: &[u8]) -> Result<Said, TooBright> {
    let (mut gamma, mut primaries, mut grey, mut is_srgb) = (None, None, false, false);
    let mut said = Said::default();
    for (kind, body) in Chunks(bytes.get(8..).unwrap_or_default()) {
        match kind {
            b"IHDR" => grey = matches!(body.get(9), Some(0 | 4)),
            b"cICP" => said.code_points = code_points(body)?,
            b"gAMA" if gamma.is_none() => gamma = number(body, 0),
            b"cHRM" if primaries.is_none() => primaries = primaries_of(body),
            b"sRGB" => is_srgb = true,
            b"IDAT" => break,
            _ => {}
        }
    }
    if let Some(gamma) = gamma.filter(|_| !is_srgb) {
        said.tones = tones(gamma, primaries, grey);
    }
    Ok(said)
}

fn tones(gamma: u32, primaries: Option<[Chromaticity; 4]>, grey: bool) -> Option<ColorProfile> {
    let primaries = primaries.filter(|primaries| !are_srgb(*primaries));
    let is_usual = primaries.is_none() && gamma.abs_diff(SRGB_GAMMA) <= NEAR;
    if is_usual || !SENSIBLE.contains(&gamma) {
        return None;
    }
    let power = 1.0 / (gamma as f32 * UNIT);
    Some(match grey {
        true => ColorProfile::new_gray_with_gamma(power),
        false => coloured(power, primaries),
    })
}

/// Numbers of a list that films use too (ITU-T H.273): primaries, tones, and two that are always
/// the same in a PNG.
fn code_points(body: &[u8]) -> Result<Option<ColorProfile>, TooBright> {
    const PQ: u8 = 16;
    const HLG: u8 = 18;
    let [primaries, tones, ..] = *body else {
        return Ok(None);
    };
    if [PQ, HLG].contains(&tones) {
        return Err("its colours are brighter than pages are (PQ or HLG)");
    }
    let read = || {
        Some(CicpProfile {
            color_primaries: primaries.try_into().ok()?,
            transfer_characteristics: tones.try_into().ok()?,
            matrix_coefficients: MatrixCoefficients::Identity,
            full_range: true,
        })
    };
    Ok(read().map(ColorProfile::new_from_cicp))
}

fn coloured(power: f32, primaries: Option<[Chromaticity; 4]>) -> ColorProfile {
    let mut profile = ColorProfile::new_srgb();
    // It is no longer the space that this names.
    profile.cicp = None;
    let curve = ToneReprCurve::Parametric(vec![power]);
    profile.red_trc = Some(curve.clone());
    profile.green_trc = Some(curve.clone());
    profile.blue_trc = Some(curve);
    if let Some([white, red, green, blue]) = primaries {
        let white = XyY {
            x: f64::from(white.x),
            y: f64::from(white.y),
            yb: 1.0,
        };
        profile.update_rgb_colorimetry(white, ColorPrimaries { red, green, blue });
    }
    profile
}

/// White, red, green and blue. `None` for what could be no colours.
fn primaries_of(body: &[u8]) -> Option<[Chromaticity; 4]> {
    let place = |at: usize| {
        let (x, y) = (number(body, at * 2)?, number(body, at * 2 + 1)?);
        // A colour without brightness could not be reckoned with.
        let is_colour = y > 0 && x.checked_add(y)? <= 100_000;
        is_colour.then(|| Chromaticity::new(x as f32 * UNIT, y as f32 * UNIT))
    };
    let all = [place(0)?, place(1)?, place(2)?, place(3)?];
    let [_, red, green, blue] = all;
    let twice_the_area =
        (green.x - red.x) * (blue.y - red.y) - (blue.x - red.x) * (green.y - red.y);
    (twice_the_area.abs() > SMALLEST_AREA).then_some(all)
}

fn are_srgb(primaries: [Chromaticity; 4]) -> bool {
    const SRGB: [(f32, f32); 4] = [(0.3127, 0.329), (0.64, 0.33), (0.3, 0.6), (0.15, 0.06)];
    let mut pairs = primaries.iter().zip(SRGB);
    pairs.all(|(place, (x, y))| (place.x - x).abs() < 0.005 && (place.y - y).abs() < 0.005)
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
