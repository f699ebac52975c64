//! Isolation of inserted text where no markup can stand, such as in `title` and `alt`.

/// FIRST STRONG ISOLATE: what follows finds its own direction.
pub const OPEN: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE: ends it.
pub const CLOSE: char = '\u{2069}';

/// Wraps a text so that its direction and that of its surroundings do not disturb each other.
pub fn isolate(text: &str) -> String {
    format!("{OPEN}{text}{CLOSE}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isolated_text_stands_between_marks() {
        assert_eq!(isolate("IM 1234"), "\u{2068}IM 1234\u{2069}");
    }
}
