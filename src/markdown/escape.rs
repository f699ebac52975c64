//! Escaping for HTML, and the decoding of `%C3%A9` in addresses.

/// Appends text as the content of an element.
pub(super) fn push_text(out: &mut String, text: &str) {
    push(out, text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => control(byte),
    });
}

/// Appends text as the content of an attribute in double quotes.
pub(super) fn push_attribute(out: &mut String, text: &str) {
    push(out, text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'"' => Some("&quot;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => control(byte),
    });
}

/// Appends a piece of hand-written HTML that holds no tags. Its character references stay, so
/// `&eacute;` means what its author meant; tags and quotes do not.
pub(super) fn push_raw(out: &mut String, text: &str) {
    push(out, text, |byte| match byte {
        b'"' => Some("&quot;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => control(byte),
    });
}

/// HTML forbids control characters, even as character references.
fn control(byte: u8) -> Option<&'static str> {
    match byte {
        b'\t' | b'\n' | b'\r' => None,
        0..=0x1f | 0x7f => Some("\u{fffd}"),
        _ => None,
    }
}

/// Every byte that is replaced is ASCII, so the cuts never fall inside a character.
fn push(out: &mut String, text: &str, replacement: impl Fn(u8) -> Option<&'static str>) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(replacement) = replacement(byte) {
            out.push_str(&text[done..at]);
            out.push_str(replacement);
            done = at + 1;
        }
    }
    out.push_str(&text[done..]);
}

/// Decodes `%41` to `A`. What does not decode to UTF-8 stays as it is.
pub(super) fn decode_percent(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match hex_pair(&bytes[at..]) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

fn hex_pair(bytes: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = bytes else {
        return None;
    };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> String {
        let mut out = String::new();
        push_text(&mut out, text);
        out
    }

    #[test]
    fn text_and_attributes_are_escaped() {
        assert_eq!(text("a < b & \"ختم\" > c"), "a &lt; b &amp; \"ختم\" &gt; c");
        let mut out = String::new();
        push_attribute(&mut out, "\"><script>");
        assert_eq!(out, "&quot;&gt;&lt;script&gt;");
    }

    #[test]
    fn control_characters_become_visible() {
        assert_eq!(text("a\0b\u{7f}\tc"), "a\u{fffd}b\u{fffd}\tc");
    }

    #[test]
    fn percent_signs_are_decoded_when_they_give_text() {
        assert_eq!(decode_percent("%D8%AE%D8%AA%D9%85"), "ختم");
        assert_eq!(decode_percent("100%"), "100%");
        assert_eq!(decode_percent("%ff"), "%ff");
        assert_eq!(decode_percent("%é"), "%é");
    }
}
