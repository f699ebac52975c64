//! How large a drawing is: from its `viewBox`, else from its width and height (SVG 2, 8.2; CSS Values
//! 4, 6).

use xml::attribute::OwnedAttribute;

/// The longest side, in pixels.
const LONGEST: f64 = 100_000.0;

/// What the longer side of a drawing becomes whose own unit is too small or too large to count
/// pixels in: only the shape matters.
const USUAL: f64 = 1000.0;

/// Width and height in pixels.
///
/// # Errors
/// Says in a few words why there are none.
pub(super) fn of(attributes: &[OwnedAttribute]) -> Result<(u32, u32), &'static str> {
    let get = |name: &str| {
        let found = attributes.iter().find(|a| a.name.local_name == name);
        found.map(|a| a.value.as_str())
    };
    if let Some((width, height)) = get("viewBox").and_then(view_box) {
        return whole(width, height).ok_or("its viewBox has no size");
    }
    let (Some(width), Some(height)) = (get("width"), get("height")) else {
        return Err("it has neither viewBox nor width and height");
    };
    let (Some(width), Some(height)) = (length(width), length(height)) else {
        return Err("it has no viewBox, and its width and height are no lengths such as 80mm");
    };
    whole(width, height).ok_or("its width and height are no size")
}

fn view_box(text: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = text
        .split([' ', ',', '\n', '\r', '\t'])
        .filter(|part| !part.is_empty())
        .map_while(|part| part.parse().ok())
        .collect();
    match numbers[..] {
        [_, _, width, height] => Some((width, height)),
        _ => None,
    }
}

/// A length in pixels, of which an inch has 96.
fn length(text: &str) -> Option<f64> {
    const UNITS: [(&str, f64); 7] = [
        ("px", 1.0),
        ("mm", 96.0 / 25.4),
        ("cm", 96.0 / 2.54),
        ("in", 96.0),
        ("pt", 96.0 / 72.0),
        ("pc", 16.0),
        ("", 1.0),
    ];
    let text = text.trim();
    let mut units = UNITS.iter();
    let (number, pixels) =
        units.find_map(|(unit, pixels)| Some((text.strip_suffix(unit)?, pixels)))?;
    let number: f64 = number.trim().parse().ok()?;
    Some(number * pixels)
}

fn whole(width: f64, height: f64) -> Option<(u32, u32)> {
    let is_size = |n: f64| n.is_finite() && n > 0.0;
    if !is_size(width) || !is_size(height) {
        return None;
    }
    let fits = |n: f64| (1.0..=LONGEST).contains(&n.round());
    // Below some pixels rounding would change the shape.
    let is_usual = width.min(height) >= 3.0 && fits(width) && fits(height);
    let scale = match is_usual {
        true => 1.0,
        false => USUAL / width.max(height),
    };
    let (width, height) = (width * scale, height * scale);
    // In range, so the conversion keeps the value.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked right here"
    )]
    let side = |n: f64| n.round() as u32;
    (fits(width) && fits(height)).then(|| (side(width), side(height)))
}

#[cfg(test)]
mod tests {
    use xml::name::OwnedName;

    use super::*;

    fn size(attributes: &[(&str, &str)]) -> Result<(u32, u32), &'static str> {
        let attributes = attributes.iter().map(|(name, value)| {
            let name = OwnedName::local(*name);
            OwnedAttribute::new(name, *value)
        });
        of(&attributes.collect::<Vec<_>>())
    }

    #[test]
    fn a_size_is_understood_in_every_unit() {
        assert_eq!(size(&[("viewBox", "0 0 800, 600.4")]), Ok((800, 600)));
        assert_eq!(
            size(&[("width", "210mm"), ("height", "297mm")]),
            Ok((794, 1123))
        );
        assert_eq!(size(&[("width", "1in"), ("height", "72pt")]), Ok((96, 96)));
        assert_eq!(size(&[("width", "9"), ("height", " 7px")]), Ok((9, 7)));
        let both = [
            ("viewBox", "0 0 4 3"),
            ("width", "100%"),
            ("height", "100%"),
        ];
        assert_eq!(size(&both), Ok((4, 3)));
    }

    #[test]
    fn a_tiny_or_huge_unit_changes_only_the_count() {
        assert_eq!(size(&[("viewBox", "0 0 1 0.5")]), Ok((1000, 500)));
        assert_eq!(size(&[("viewBox", "0 0 4e9 1e9")]), Ok((1000, 250)));
    }

    #[test]
    fn what_is_no_size_is_told() {
        assert!(size(&[]).unwrap_err().contains("neither"));
        let percent = [("width", "100%"), ("height", "100%")];
        assert!(size(&percent).unwrap_err().contains("80mm"));
        for view_box in ["0 0 0 9", "0 0 -3 9", "0 0 NaN 9", "0 0 9e9 1"] {
            assert!(size(&[("viewBox", view_box)]).is_err(), "{view_box}");
        }
    }
}
