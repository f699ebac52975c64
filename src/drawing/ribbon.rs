//! The time ribbon: one scale for all entries, from 10,000 BCE to 1900 CE, with room for the
//! crowded centuries.

use std::fmt::Write;

use super::length;
use crate::content::Years;
use crate::language::Direction;

/// Width of the ribbon in SVG units; the theme scales it.
const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 26.0;
const BAR_TOP: f64 = 4.0;
const BAR_HEIGHT: f64 = 12.0;

/// Where years stand on the ribbon, from 0 to 1. Between two of them the scale is even. Most types
/// fall between 3500 and 500 BCE, so these years get half of the room.
const STOPS: [(f64, f64); 6] = [
    (-10_000.0, 0.0),
    (-4_000.0, 0.14),
    (-500.0, 0.66),
    (700.0, 0.82),
    (1_500.0, 0.94),
    (1_900.0, 1.0),
];

/// Years with a tick: the start of a millennium, more or less.
const TICKS: [i32; 9] = [-8000, -6000, -4000, -3000, -2000, -1000, 1, 1000, 1900];

/// Where a year stands, from 0 (the earliest) to 1.
fn position(year: i32) -> f64 {
    let year = f64::from(year).clamp(STOPS[0].0, STOPS[STOPS.len() - 1].0);
    let after = STOPS
        .iter()
        .position(|(stop, _)| year <= *stop)
        .unwrap_or(STOPS.len() - 1);
    let (end, end_at) = STOPS[after];
    let Some((start, start_at)) = after.checked_sub(1).map(|before| STOPS[before]) else {
        return end_at;
    };
    start_at + (end_at - start_at) * (year - start) / (end - start)
}

/// The ribbon with a range marked. Time runs in the direction of the script.
pub fn ribbon(years: Years, direction: Direction) -> String {
    let across = |year: i32| match direction {
        Direction::Ltr => position(year) * WIDTH,
        Direction::Rtl => WIDTH - position(year) * WIDTH,
    };
    let (a, b) = (across(years.from), across(years.to));
    // A single year still has to be seen.
    let width = (a - b).abs().max(4.0);
    let start = a.min(b).min(WIDTH - width);
    let mut svg = String::from(
        "<svg class=\"ribbon\" viewBox=\"0 0 600 26\" width=\"600\" height=\"26\" aria-hidden=\"true\" focusable=\"false\">",
    );
    let (top, height) = (length(BAR_TOP), length(BAR_HEIGHT));
    // Writing into a string never fails.
    let _ = write!(
        svg,
        "<rect class=\"ribbon-all\" x=\"0\" y=\"{top}\" width=\"600\" height=\"{height}\" rx=\"2\"/>"
    );
    let _ = write!(
        svg,
        "<rect class=\"ribbon-range\" x=\"{}\" y=\"{top}\" width=\"{}\" height=\"{height}\" rx=\"2\"/>",
        length(start),
        length(width)
    );
    for year in TICKS {
        let class = if year == 1 {
            "ribbon-tick ribbon-era"
        } else {
            "ribbon-tick"
        };
        let x = length(across(year).clamp(0.5, WIDTH - 0.5));
        let bottom = length(if year == 1 {
            HEIGHT
        } else {
            BAR_TOP + BAR_HEIGHT + 5.0
        });
        let _ = write!(
            svg,
            "<path class=\"{class}\" d=\"M{x} {} V{bottom}\"/>",
            length(if year == 1 { 0.0 } else { BAR_TOP + BAR_HEIGHT })
        );
    }
    svg.push_str("</svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_runs_with_the_script() {
        let years = Years {
            from: -3500,
            to: -400,
        };
        let ltr = ribbon(years, Direction::Ltr);
        let rtl = ribbon(years, Direction::Rtl);
        let start = |svg: &str| -> f64 {
            let range = svg.split("ribbon-range\" x=\"").nth(1).unwrap();
            range.split('"').next().unwrap().parse().unwrap()
        };
        let width = |svg: &str| -> f64 {
            let range = svg.split("ribbon-range\"").nth(1).unwrap();
            let range = range.split("width=\"").nth(1).unwrap();
            range.split('"').next().unwrap().parse().unwrap()
        };
        assert!((start(&ltr) + start(&rtl) + width(&rtl) - WIDTH).abs() < 0.2);
        assert!((width(&ltr) - width(&rtl)).abs() < 0.2);
    }

    #[test]
    fn later_years_stand_further_along_and_never_outside() {
        let years = [-50_000, -10_000, -4_000, -500, -1, 1, 700, 1_900, 3_000];
        let places: Vec<f64> = years.iter().map(|year| position(*year)).collect();
        assert!(
            places.windows(2).all(|pair| pair[0] <= pair[1]),
            "{places:?}"
        );
        assert!(
            places.iter().all(|place| (0.0..=1.0).contains(place)),
            "{places:?}"
        );
    }
}
