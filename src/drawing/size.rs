//! The size figure: the smallest and the largest typical piece, to scale, beside a thing that
//! everybody knows.

use std::fmt::Write;

use super::length;
use crate::content::{Dimension, Range, Size};

/// The diameter of the coin: that of a euro, a quarter dollar and many others, give or take 1 mm.
pub const COIN_MILLIMETRES: f64 = 24.0;

/// A thing that everybody knows, drawn beside the piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Companion {
    /// A coin of [`COIN_MILLIMETRES`].
    Coin,
    /// A grown-up's hand, 19 cm from the wrist to the tip of the middle finger.
    Hand,
    /// A sheet of A4 paper, 29.7 by 21 cm.
    Paper,
    /// A person, 170 cm.
    Person,
}

impl Companion {
    /// The end of its message: `beside-coin`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Coin => "coin",
            Self::Hand => "hand",
            Self::Paper => "paper",
            Self::Person => "person",
        }
    }

    /// Width and height in centimetres.
    fn size(self) -> (f64, f64) {
        match self {
            Self::Coin => (COIN_MILLIMETRES / 10.0, COIN_MILLIMETRES / 10.0),
            Self::Hand => (10.0, 19.0),
            Self::Paper => (21.0, 29.7),
            Self::Person => (46.0, 170.0),
        }
    }

    /// The one whose size tells most about a piece whose longest side has so many centimetres.
    fn for_length(centimetres: f64) -> Self {
        match centimetres {
            ..=5.0 => Self::Coin,
            ..=40.0 => Self::Hand,
            ..=70.0 => Self::Paper,
            _ => Self::Person,
        }
    }
}

/// The drawing and what stands beside the piece in it.
#[derive(Clone, Debug, PartialEq)]
pub struct SizeFigure {
    /// Inline SVG.
    pub svg: String,
    /// The thing that everybody knows.
    pub companion: Companion,
    /// The longest side of the smallest typical piece, in centimetres.
    pub min: f64,
    /// The longest side of the largest typical piece, in centimetres.
    pub max: f64,
}

/// Height of the drawing in SVG units, and the room around each thing.
const HEIGHT: f64 = 160.0;
const GAP: f64 = 24.0;
const EDGE: f64 = 2.0;
/// A piece of which only one side is known is a line whose ends are so wide, in SVG units.
const BAR: f64 = 12.0;

/// Draws the typical sizes of a type; `None` when no length is known.
pub fn size_figure(size: &Size) -> Option<SizeFigure> {
    let (min, max) = size.longest_side()?;
    if max <= 0.0 {
        return None;
    }
    let companion = Companion::for_length(max);
    let (width, height) = companion.size();
    let small = outline(size, |(min, _)| min);
    let large = outline(size, |(_, max)| max);
    let tallest = large.height.max(small.height).max(height);
    let scale = (HEIGHT - 2.0 * EDGE) / tallest;
    let mut figure = Figure {
        svg: String::new(),
        x: EDGE,
        scale,
    };
    figure.companion(companion, width, height);
    // When all pieces are alike, one outline says it.
    if (max - min) / max > 0.08 {
        figure.piece("size-small", &small);
    }
    figure.piece("size-large", &large);
    let total = figure.x - GAP + EDGE;
    let ground = HEIGHT - EDGE;
    let svg = format!(
        "<svg class=\"size-figure\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" aria-hidden=\"true\" focusable=\"false\">{}<path class=\"size-ground\" d=\"M0 {g} H{w}\"/></svg>",
        figure.svg,
        w = length(total),
        h = length(HEIGHT),
        g = length(ground),
    );
    Some(SizeFigure {
        svg,
        companion,
        min,
        max,
    })
}

/// The outline of a piece in centimetres.
struct Outline {
    width: Option<f64>,
    height: f64,
    round: bool,
}

/// The two sides that a viewer sees: the height and the width, or what comes nearest.
fn outline(size: &Size, end: impl Fn((f64, f64)) -> f64) -> Outline {
    let find = |dimension: Dimension| {
        let range = size
            .ranges
            .iter()
            .find(|range| range.dimension == dimension);
        range.and_then(Range::centimetres).map(&end)
    };
    let diameter = find(Dimension::Diameter);
    let height = find(Dimension::Height);
    let length = find(Dimension::Length);
    let width = find(Dimension::Width);
    match (height, length, diameter) {
        (Some(height), _, Some(across)) => Outline::new(Some(across), height, false),
        (Some(height), length, None) => Outline::new(width.or(length), height, false),
        // A thing that has a length and no height lies flat.
        (None, Some(length), across) => {
            Outline::new(Some(length), width.or(across).unwrap_or(0.0), false)
        }
        (None, None, Some(across)) => Outline::new(Some(across), across, true),
        (None, None, None) => {
            let side = size.longest_side().map_or(0.0, &end);
            Outline::new(None, width.unwrap_or(side), false)
        }
    }
}

impl Outline {
    fn new(width: Option<f64>, height: f64, round: bool) -> Self {
        Self {
            width,
            height,
            round,
        }
    }
}

struct Figure {
    svg: String,
    x: f64,
    scale: f64,
}

impl Figure {
    fn companion(&mut self, companion: Companion, width: f64, height: f64) {
        let (w, h) = (width * self.scale, height * self.scale);
        let (x, y) = (self.x, HEIGHT - EDGE - h);
        let path = match companion {
            Companion::Coin => round(x, y, w, h),
            Companion::Paper => rectangle(x, y, w, h),
            Companion::Hand => shape(HAND, x, y, w, h),
            Companion::Person => shape(PERSON, x, y, w, h),
        };
        // Writing into a string never fails.
        let _ = write!(self.svg, "<path class=\"size-known\" d=\"{path}\"/>");
        if companion == Companion::Coin {
            let inner = round(x + w * 0.1, y + h * 0.1, w * 0.8, h * 0.8);
            let _ = write!(self.svg, "<path class=\"size-line\" d=\"{inner}\"/>");
        }
        self.x += w + GAP;
    }

    fn piece(&mut self, class: &str, outline: &Outline) {
        let h = (outline.height * self.scale).max(2.0);
        let w = outline
            .width
            .map_or(BAR, |width| (width * self.scale).max(2.0));
        let (x, y) = (self.x, HEIGHT - EDGE - h);
        let path = match (outline.width, outline.round) {
            (None, _) => measure(x, y, w, h),
            (Some(_), true) => round(x, y, w, h),
            (Some(_), false) => rectangle(x, y, w, h),
        };
        let _ = write!(
            self.svg,
            "<path class=\"size-piece {class}\" d=\"{path}\"/>"
        );
        self.x += w + GAP;
    }
}

/// A line with its two ends marked, where only one side is known.
fn measure(x: f64, y: f64, w: f64, h: f64) -> String {
    let (left, top, bottom) = (length(x), length(y + 1.0), length(y + h));
    let (width, middle) = (length(w), length(x + w / 2.0));
    format!("M{left} {top}h{width}M{middle} {top}V{bottom}M{left} {bottom}h{width}")
}

fn rectangle(x: f64, y: f64, w: f64, h: f64) -> String {
    let r = (w.min(h) * 0.12).min(6.0);
    format!(
        "M{} {}h{}a{r} {r} 0 0 1 {r} {r}v{}a{r} {r} 0 0 1 -{r} {r}h-{}a{r} {r} 0 0 1 -{r} -{r}v-{}a{r} {r} 0 0 1 {r} -{r}z",
        length(x + r),
        length(y),
        length(w - 2.0 * r),
        length(h - 2.0 * r),
        length(w - 2.0 * r),
        length(h - 2.0 * r),
        r = length(r),
    )
}

fn round(x: f64, y: f64, w: f64, h: f64) -> String {
    let (rx, ry) = (length(w / 2.0), length(h / 2.0));
    format!(
        "M{} {}a{rx} {ry} 0 1 0 {} 0a{rx} {ry} 0 1 0 -{} 0z",
        length(x),
        length(y + h / 2.0),
        length(w),
        length(w)
    )
}

/// Points of an outline from (0, 0) to (100, 100), joined by smooth curves.
type Points = &'static [(f64, f64)];

/// An open right hand, palm to the viewer, fingers up.
const HAND: Points = &[
    (32.0, 100.0),
    (28.0, 82.0),
    (10.0, 62.0),
    (0.0, 48.0),
    (5.0, 44.0),
    (17.0, 53.0),
    (26.0, 60.0),
    (25.0, 38.0),
    (24.0, 14.0),
    (29.0, 10.0),
    (35.0, 14.0),
    (38.0, 40.0),
    (41.0, 40.0),
    (42.0, 5.0),
    (48.0, 0.0),
    (54.0, 5.0),
    (55.0, 40.0),
    (58.0, 40.0),
    (62.0, 9.0),
    (68.0, 6.0),
    (73.0, 11.0),
    (71.0, 42.0),
    (74.0, 44.0),
    (82.0, 24.0),
    (88.0, 22.0),
    (92.0, 27.0),
    (86.0, 52.0),
    (84.0, 70.0),
    (76.0, 86.0),
    (74.0, 100.0),
];

/// A standing person seen from the front.
const PERSON: Points = &[
    (30.0, 100.0),
    (32.0, 74.0),
    (30.0, 50.0),
    (26.0, 30.0),
    (20.0, 50.0),
    (10.0, 54.0),
    (8.0, 48.0),
    (12.0, 26.0),
    (22.0, 17.5),
    (40.0, 15.0),
    (40.0, 12.5),
    (35.0, 7.0),
    (40.0, 1.5),
    (50.0, 0.0),
    (60.0, 1.5),
    (65.0, 7.0),
    (60.0, 12.5),
    (60.0, 15.0),
    (78.0, 17.5),
    (88.0, 26.0),
    (92.0, 48.0),
    (90.0, 54.0),
    (80.0, 50.0),
    (74.0, 30.0),
    (70.0, 50.0),
    (68.0, 74.0),
    (70.0, 100.0),
    (54.0, 100.0),
    (51.0, 62.0),
    (49.0, 62.0),
    (46.0, 100.0),
];

/// A closed curve through the middles of the points, which pull it towards them.
fn shape(points: Points, x: f64, y: f64, w: f64, h: f64) -> String {
    let at = |(px, py): (f64, f64)| (x + px / 100.0 * w, y + py / 100.0 * h);
    let middle = |a: (f64, f64), b: (f64, f64)| ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
    let placed: Vec<(f64, f64)> = points.iter().map(|point| at(*point)).collect();
    let mut path = String::new();
    for (index, point) in placed.iter().enumerate() {
        let next = placed[(index + 1) % placed.len()];
        let (mx, my) = middle(*point, next);
        // The curve starts at the first middle, so the first point closes it at the end.
        if index == 0 {
            let _ = write!(path, "M{} {}", length(mx), length(my));
            continue;
        }
        let (px, py) = (length(point.0), length(point.1));
        let _ = write!(path, "Q{px} {py} {} {}", length(mx), length(my));
    }
    if let Some(first) = placed.first() {
        let (mx, my) = middle(*first, placed[1 % placed.len()]);
        let (px, py) = (length(first.0), length(first.1));
        let _ = write!(path, "Q{px} {py} {} {}z", length(mx), length(my));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Unit;

    fn size(dimension: Dimension, min: f64, max: f64) -> Size {
        Size {
            ranges: vec![Range {
                dimension,
                min,
                max,
                unit: Unit::Centimetre,
            }],
            class: None,
        }
    }

    #[test]
    fn small_things_stand_beside_a_coin_and_large_ones_beside_a_person() {
        let beside = |max| {
            size_figure(&size(Dimension::Height, max / 2.0, max))
                .unwrap()
                .companion
        };
        assert_eq!(beside(3.0), Companion::Coin);
        assert_eq!(beside(25.0), Companion::Hand);
        assert_eq!(beside(60.0), Companion::Paper);
        assert_eq!(beside(300.0), Companion::Person);
    }

    #[test]
    fn pieces_that_are_all_alike_are_drawn_once() {
        let one = size_figure(&size(Dimension::Diameter, 2.0, 2.0)).unwrap();
        assert!(!one.svg.contains("size-small"));
        let two = size_figure(&size(Dimension::Diameter, 1.0, 3.0)).unwrap();
        assert!(two.svg.contains("size-small"));
    }

    #[test]
    fn a_type_without_lengths_has_no_figure() {
        assert_eq!(size_figure(&Size::default()), None);
    }

    proptest::proptest! {
        #[test]
        fn any_range_gives_a_drawing_of_finite_numbers(min in 0.0..1e6_f64, more in 0.0..1e6_f64) {
            if let Some(figure) = size_figure(&size(Dimension::Width, min, min + more)) {
                proptest::prop_assert!(!figure.svg.contains("NaN") && !figure.svg.contains("inf"));
            }
        }
    }
}
