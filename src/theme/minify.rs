//! Makes templates small once, when the theme is loaded.
//!
//! Minifying every finished page would cost ten times what rendering it costs, over and over for
//! the same markup. So minify-html goes over the template's source instead, with everything that
//! is Tera's or that a reader would see hidden behind stand-ins:
//!
//! - a Tera tag becomes a word of private characters. It holds an `=`, so that an attribute whose
//!   value comes later keeps its quotes;
//! - white space between two inline elements is a space that a reader sees, and minify-html would
//!   drop it in `div`, `nav` and `body`; it becomes a stand-in too.
//!
//! A template that does not come back with all stand-ins in their order, or that has Tera tags
//! inside an HTML tag but outside its attribute values, is used as it was.

use std::panic::catch_unwind;

const OPEN: char = '\u{f0000}';
const CLOSE: char = '\u{f0001}';

/// Elements that stand in a line of text, so that the white space beside them is seen.
const INLINE: [&str; 34] = [
    "a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "data", "del", "dfn", "em",
    "i", "img", "input", "ins", "kbd", "label", "mark", "meter", "output", "picture", "q", "ruby",
    "s", "samp", "select", "small", "span", "strong", "sub", "sup", "time",
];

/// The template without comments and without white space that no reader sees. What cannot be made
/// small safely comes back as it was.
pub fn minify_template(source: &str) -> String {
    try_minify(source).unwrap_or_else(|| source.to_owned())
}

fn try_minify(source: &str) -> Option<String> {
    if source.contains([OPEN, CLOSE]) {
        return None;
    }
    let mut hidden = Vec::new();
    let shielded = shield(source, &mut hidden)?;
    let config = minify_html::Cfg {
        allow_noncompliant_unquoted_attribute_values: false,
        allow_optimal_entities: false,
        allow_removing_spaces_between_attributes: false,
        keep_closing_tags: true,
        keep_comments: false,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        keep_ssi_comments: false,
        minify_css: false,
        minify_doctype: false,
        minify_js: false,
        preserve_brace_template_syntax: false,
        preserve_chevron_percent_template_syntax: false,
        remove_bangs: false,
        remove_processing_instructions: false,
    };
    // minify-html is known to panic on odd input; a theme maker's page must not depend on it.
    let small = catch_unwind(|| minify_html::minify(shielded.as_bytes(), &config)).ok()?;
    restore(&String::from_utf8(small).ok()?, &hidden)
}

/// Where a stretch of the source stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Text,
    Tag,
    Quoted(char),
}

/// Something of the source that minify-html is not to see.
struct Hidden {
    source: String,
    in_attribute: bool,
}

/// Replaces Tera tags and visible white space by stand-ins.
fn shield(source: &str, hidden: &mut Vec<Hidden>) -> Option<String> {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    let mut within = Within::Text;
    // Whether what came before could stand in a line of text: a word, or an inline element.
    let mut inline_before = false;
    while let Some(first) = rest.chars().next() {
        if let Some(end) = tera_tag(rest) {
            let tag = &rest[..end];
            rest = &rest[end..];
            if tag.starts_with("{#") {
                continue;
            }
            if within == Within::Tag {
                return None;
            }
            stand_in(tag, within != Within::Text, hidden, &mut out);
            if tag.starts_with("{% raw") {
                return None;
            }
            if within == Within::Text {
                inline_before = tag.starts_with("{{");
            }
            continue;
        }
        match within {
            Within::Text if first == '<' => {
                if let Some(end) = verbatim(rest) {
                    // White space is content here.
                    stand_in(&rest[..end], false, hidden, &mut out);
                    rest = &rest[end..];
                    inline_before = false;
                    continue;
                }
                inline_before = is_inline_tag(rest);
                within = Within::Tag;
            }
            Within::Text if first.is_ascii_whitespace() => {
                let run = rest.len()
                    - rest
                        .trim_start_matches(|c: char| c.is_ascii_whitespace())
                        .len();
                let after = &rest[run..];
                let seen = inline_before && inline_after(after);
                if seen {
                    stand_in(" ", false, hidden, &mut out);
                } else {
                    out.push('\n');
                }
                rest = after;
                continue;
            }
            Within::Text => inline_before = true,
            Within::Tag if first == '>' => within = Within::Text,
            Within::Tag if first == '"' || first == '\'' => within = Within::Quoted(first),
            Within::Quoted(quote) if first == quote => within = Within::Tag,
            _ => {}
        }
        out.push(first);
        rest = &rest[first.len_utf8()..];
    }
    (within == Within::Text).then_some(out)
}

fn stand_in(source: &str, in_attribute: bool, hidden: &mut Vec<Hidden>, out: &mut String) {
    out.push(OPEN);
    out.push('=');
    out.push_str(&hidden.len().to_string());
    out.push(CLOSE);
    hidden.push(Hidden {
        source: source.to_owned(),
        in_attribute,
    });
}

/// The end of a Tera tag at the start of the text.
fn tera_tag(text: &str) -> Option<usize> {
    let close = match text.get(..2)? {
        "{{" => "}}",
        "{%" => "%}",
        "{#" => "#}",
        _ => return None,
    };
    let mut quote = None;
    let bytes = text.as_bytes();
    for (at, c) in text.char_indices().skip(2) {
        match (quote, c) {
            (Some(open), c) if c == open && bytes[at - 1] != b'\\' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') if close != "#}" => quote = Some(c),
            (None, _) if text[at..].starts_with(close) => return Some(at + 2),
            (None, _) => {}
        }
    }
    None
}

/// The end of an element at the start of the text whose content is not to be touched.
fn verbatim(text: &str) -> Option<usize> {
    for name in ["pre", "textarea", "script", "style", "svg"] {
        let starts = text[1..].starts_with(name)
            && text[1 + name.len()..].starts_with(|c: char| c.is_whitespace() || c == '>');
        if starts {
            let close = format!("</{name}>");
            return text.find(&close).map(|at| at + close.len());
        }
    }
    None
}

fn is_inline_tag(text: &str) -> bool {
    let name = text.trim_start_matches('<').trim_start_matches('/');
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    INLINE.contains(&&name[..end])
}

fn inline_after(text: &str) -> bool {
    match text.get(..2) {
        Some("{{") => true,
        Some("{%" | "{#") => false,
        _ if text.starts_with("<!") => false,
        _ if text.starts_with('<') => is_inline_tag(text),
        _ => !text.is_empty(),
    }
}

/// Puts back what was hidden; `None` unless everything is there once and in its order. Only
/// attributes may change places: minify-html sorts them.
fn restore(small: &str, hidden: &[Hidden]) -> Option<String> {
    let mut out = String::with_capacity(small.len());
    let mut rest = small;
    let mut seen = vec![false; hidden.len()];
    let mut last_in_text = None;
    while let Some(at) = rest.find(OPEN) {
        out.push_str(&rest[..at]);
        let inner = &rest[at + OPEN.len_utf8()..];
        let end = inner.find(CLOSE)?;
        let number: usize = inner[..end].strip_prefix('=')?.parse().ok()?;
        let what = hidden.get(number)?;
        if std::mem::replace(&mut seen[number], true) {
            return None;
        }
        if !what.in_attribute {
            if last_in_text.is_some_and(|last| last > number) {
                return None;
            }
            last_in_text = Some(number);
        }
        out.push_str(&what.source);
        rest = &inner[end + CLOSE.len_utf8()..];
    }
    out.push_str(rest);
    seen.into_iter().all(|seen| seen).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::minify_template;

    #[test]
    fn white_space_and_comments_that_nobody_sees_go() {
        let small = minify_template("<ul>\n  <!-- x -->\n  <li>a</li>\n  <li>b</li>\n</ul>\n");
        assert_eq!(small, "<ul><li>a</li><li>b</li></ul>");
    }

    #[test]
    fn a_space_between_inline_elements_stays() {
        let small = minify_template("<nav>\n<a href=\"x\">a</a>\n<a href=\"y\">b</a>\n</nav>");
        assert!(small.contains("</a> <a"), "{small}");
    }

    #[test]
    fn an_attribute_whose_value_comes_later_keeps_its_quotes() {
        let small = minify_template("<a href=\"{{ href(to=path) }}\" class=\"{{ c }}\">x</a>");
        assert!(small.contains("href=\"{{ href(to=path) }}\""), "{small}");
        assert!(small.contains("class=\"{{ c }}\""), "{small}");
    }

    #[test]
    fn attributes_may_stand_in_any_order() {
        let small = minify_template(
            "<ul>\n<li><a href=\"{{ b }}\" class=\"{{ a }}\">{{ c }}</a></li>\n</ul>",
        );
        assert!(!small.contains('\n'), "{small}");
        assert!(
            small.contains("href=\"{{ b }}\"") && small.contains("class=\"{{ a }}\""),
            "{small}"
        );
    }

    #[test]
    fn tera_tags_inside_a_tag_leave_the_template_alone() {
        let source = "<a  {% if x %}hidden{% endif %}>y</a>";
        assert_eq!(minify_template(source), source);
    }

    #[test]
    fn an_inserted_word_keeps_the_space_beside_it() {
        let small = minify_template("<p>{{ a }} {{ b }} <b>c</b> {{ d }}</p>");
        assert_eq!(small, "<p>{{ a }} {{ b }} <b>c</b> {{ d }}</p>");
    }

    #[test]
    fn an_attribute_value_that_is_an_if_stays_in_its_quotes() {
        let small = minify_template("<a class=\"x{% if y %} z{% endif %}\">t</a>");
        assert_eq!(small, "<a class=\"x{% if y %} z{% endif %}\">t</a>");
    }
}
