//! Texts with isolation marks, as HTML: where markup can stand, `<bdi>` takes the marks' place.

use crate::language::isolate::{CLOSE, OPEN};

/// Escapes a text for HTML and puts what stands between isolation marks into `<bdi>`. The result
/// is balanced, whatever the text.
pub(super) fn html(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            OPEN => {
                open += 1;
                html.push_str("<bdi>");
            }
            CLOSE if open > 0 => {
                open -= 1;
                html.push_str("</bdi>");
            }
            CLOSE => {}
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            other => html.push(other),
        }
    }
    html.push_str(&"</bdi>".repeat(open));
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_elements_and_the_rest_is_escaped() {
        assert_eq!(
            html("H \u{2068}2\u{2069} to <5>"),
            "H <bdi>2</bdi> to &lt;5&gt;"
        );
    }

    #[test]
    fn a_lonely_mark_leaves_no_open_element() {
        assert_eq!(html("\u{2068}a"), "<bdi>a</bdi>");
        assert_eq!(html("a\u{2069}"), "a");
    }
}
