//! Numbers as short texts, and payloads as classic scripts.

use std::fmt::Write;

/// The digits: printable ASCII without what a script's string would have to escape. The first 64
/// end a number, the other 21 go on.
const FIRST: u8 = b'(';
const ENDS: u32 = 64;
const GOES_ON: u32 = 21;

fn symbol(value: u32) -> char {
    // 0 to 84, so that it stays within ASCII after the two that are left out.
    let mut code = FIRST + u8::try_from(value).unwrap_or(0);
    if code >= b'<' {
        code += 1;
    }
    if code >= b'\\' {
        code += 1;
    }
    char::from(code)
}

/// Writes a number: one character below 64, two below 1,344, three below 28,224.
pub fn number(value: u32, to: &mut String) {
    let mut lead = value / ENDS;
    let mut digits = [0; 8];
    let mut count = 0;
    while lead > 0 {
        digits[count] = lead % GOES_ON;
        lead /= GOES_ON;
        count += 1;
    }
    for digit in digits[..count].iter().rev() {
        to.push(symbol(ENDS + digit));
    }
    to.push(symbol(value % ENDS));
}

/// How many characters [`number`] writes.
pub fn length(value: u32) -> usize {
    let mut lead = value / ENDS;
    let mut length = 1;
    while lead > 0 {
        lead /= GOES_ON;
        length += 1;
    }
    length
}

/// Writes rising numbers as their differences.
pub fn rising(values: impl Iterator<Item = u32>, to: &mut String) {
    let mut before = 0;
    for value in values {
        number(value - before, to);
        before = value;
    }
}

/// A payload as a script that hands it to whoever waits for it. JSON in a quoted string is read
/// faster than the same as a literal.
pub fn script(key: &str, json: &str) -> String {
    let mut script = String::with_capacity(json.len() + json.len() / 50 + key.len() + 16);
    let _ = write!(script, "__rl('{key}','");
    for c in json.chars() {
        match c {
            '\\' => script.push_str("\\\\"),
            '\'' => script.push_str("\\'"),
            '<' => script.push_str("\\x3c"),
            '\u{2028}' => script.push_str("\\u2028"),
            '\u{2029}' => script.push_str("\\u2029"),
            '\n' => script.push_str("\\n"),
            '\r' => script.push_str("\\r"),
            other => script.push(other),
        }
    }
    script.push_str("')\n");
    script
}

/// Cuts a row of things with sizes into a number of parts of about the same size. Gives the first
/// thing of each part; a part may be empty.
pub fn cut(sizes: impl Iterator<Item = usize> + Clone, parts: usize) -> Vec<usize> {
    let total: usize = sizes.clone().sum();
    let mut starts = vec![0];
    let mut before = 0;
    let mut count = 0;
    for (at, size) in sizes.enumerate() {
        // A thing opens the next part when its middle lies beyond the end of this one.
        while starts.len() < parts && (before + size / 2) * parts >= total * starts.len() {
            starts.push(at);
        }
        before += size;
        count = at + 1;
    }
    starts.resize(parts.max(1), count);
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(values: &[u32]) -> String {
        let mut text = String::new();
        for value in values {
            number(*value, &mut text);
        }
        text
    }

    #[test]
    fn small_numbers_are_one_character() {
        assert_eq!(digits(&[0, 1, 63]), "()i");
        assert_eq!(digits(&[64]).len(), 2);
        assert_eq!(digits(&[1343]).len(), 2);
        assert_eq!(digits(&[1344]).len(), 3);
        assert_eq!(digits(&[84 * 64]).len(), 3);
    }

    #[test]
    fn the_length_of_a_number_is_known_before_it_is_written() {
        for value in (0..30_000).chain([u32::MAX]) {
            assert_eq!(length(value), digits(&[value]).len());
        }
    }

    #[test]
    fn no_number_has_a_character_that_a_script_must_escape() {
        let all: String = (0..30_000).map(|value| digits(&[value])).collect();
        assert!(
            all.bytes()
                .all(|b| b.is_ascii_graphic() && !b"'\"\\<".contains(&b))
        );
    }

    #[test]
    fn a_script_cannot_be_left() {
        assert_eq!(
            script("en:w0", "{\"a\":\"</script>'\\n\u{2028}\"}"),
            "__rl('en:w0','{\"a\":\"\\x3c/script>\\'\\\\n\\u2028\"}')\n"
        );
    }

    #[test]
    fn parts_are_about_equal_and_never_lost() {
        assert_eq!(cut([10; 10].into_iter(), 5), [0, 2, 4, 6, 8]);
        assert_eq!(cut([100, 1, 1].into_iter(), 2).len(), 2);
        assert_eq!(cut(std::iter::empty(), 3), [0, 0, 0]);
        assert_eq!(cut([1].into_iter(), 1), [0]);
    }
}
