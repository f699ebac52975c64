//! Size and time, drawn from an entry's facts as inline SVG.
//!
//! The drawings hold no words and no colour of their own: the theme styles their classes, and a
//! text equivalent stands beside them. Attributes only, no `style`: the pages' policy allows none.

mod ribbon;
mod size;

pub use ribbon::{RIBBON, ribbon};
pub use size::{COIN_MILLIMETRES, Companion, SizeFigure, size_figure};

/// A length in a drawing, with one decimal at most: the same bytes on every machine.
fn length(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}
