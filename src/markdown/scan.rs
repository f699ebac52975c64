//! Cuts hand-written HTML into tags and text, forgivingly. What it makes of odd input matters
//! little for safety, because nothing is copied: see `html`.

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text, with its character references as written.
    Text(&'a str),
    /// A start tag.
    Start {
        name: &'a str,
        attributes: Vec<(&'a str, &'a str)>,
        self_closing: bool,
    },
    /// An end tag.
    End(&'a str),
    /// A comment.
    Comment,
    /// Something between `<` and `>` that is neither.
    Other,
    /// A tag without an end. It reaches to the end of the text.
    Unfinished(&'a str),
}

/// The first token of a text that is not empty, and its length in bytes.
pub(super) fn first(text: &str) -> (Token<'_>, usize) {
    if let Some(rest) = text.strip_prefix("<!--") {
        return (Token::Comment, comment_length(rest));
    }
    if let Some(length) = other_length(text) {
        return (Token::Other, length);
    }
    let (is_end, name) = match text.strip_prefix("</") {
        Some(rest) => (true, name(rest)),
        None => (false, text.strip_prefix('<').map_or("", name)),
    };
    if !name.is_empty() {
        return tag(text, name, is_end);
    }
    // A `<` that starts no tag is text, and so is all up to the next one.
    let skip = text.chars().next().map_or(0, char::len_utf8);
    let length = text[skip..].find('<').map_or(text.len(), |at| skip + at);
    (Token::Text(&text[..length]), length)
}

/// Where the end tag of an element starts, whatever stands before it.
pub(super) fn find_end_tag(text: &str, element: &str) -> Option<usize> {
    text.match_indices("</")
        .map(|(at, _)| at)
        .find(|at| name(&text[at + 2..]).eq_ignore_ascii_case(element))
}

/// Browsers take `<!-->` and `<!--->` for whole comments.
fn comment_length(rest: &str) -> usize {
    const OPEN: usize = "<!--".len();
    for short in [">", "->"] {
        if rest.starts_with(short) {
            return OPEN + short.len();
        }
    }
    rest.find("-->")
        .map_or(OPEN + rest.len(), |at| OPEN + at + "-->".len())
}

fn other_length(text: &str) -> Option<usize> {
    let end = if text.starts_with("<![CDATA[") {
        "]]>"
    } else if text.starts_with("<?") {
        "?>"
    } else if text.starts_with("<!") {
        ">"
    } else {
        return None;
    };
    Some(text.find(end).map_or(text.len(), |at| at + end.len()))
}

/// A tag name starts with an ASCII letter.
fn name(text: &str) -> &str {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let end = text.find(|c: char| is_space(c) || c == '/' || c == '>');
    &text[..end.unwrap_or(text.len())]
}

fn tag<'a>(text: &'a str, name: &'a str, is_end: bool) -> (Token<'a>, usize) {
    let start = if is_end { "</".len() } else { "<".len() };
    let mut rest = &text[start + name.len()..];
    let mut attributes = Vec::new();
    loop {
        let before = rest;
        rest = rest.trim_start_matches(|c| is_space(c) || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            let self_closing = before[..before.len() - rest.len()].ends_with('/');
            let token = match is_end {
                true => Token::End(name),
                false => Token::Start {
                    name,
                    attributes,
                    self_closing,
                },
            };
            return (token, text.len() - after.len());
        }
        let Some((attribute, after)) = attribute(rest) else {
            return (Token::Unfinished(name), text.len());
        };
        attributes.push(attribute);
        rest = after;
    }
}

/// The attribute at the start of a text, and what follows it.
fn attribute(text: &str) -> Option<((&str, &str), &str)> {
    let first = text.chars().next()?.len_utf8();
    let end = text[first..].find(|c: char| is_space(c) || matches!(c, '/' | '>' | '='));
    let (name, rest) = text.split_at(first + end?);
    let Some(value) = rest.trim_start_matches(is_space).strip_prefix('=') else {
        return Some(((name, ""), rest));
    };
    let value = value.trim_start_matches(is_space);
    for quote in ['"', '\''] {
        if let Some(value) = value.strip_prefix(quote) {
            let (value, rest) = value.split_once(quote)?;
            return Some(((name, value), rest));
        }
    }
    let end = value.find(|c: char| is_space(c) || c == '>')?;
    let (value, rest) = value.split_at(end);
    Some(((name, value), rest))
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start<'a>(name: &'a str, attributes: &[(&'a str, &'a str)]) -> Token<'a> {
        Token::Start {
            name,
            attributes: attributes.to_vec(),
            self_closing: false,
        }
    }

    #[test]
    fn tags_are_cut_with_their_attributes() {
        let text = "<span lang=ar dir='rtl'\n title=\"a > b\" hidden>ختم</span >";
        let expected = [
            ("lang", "ar"),
            ("dir", "rtl"),
            ("title", "a > b"),
            ("hidden", ""),
        ];
        let (token, length) = first(text);
        assert_eq!(token, start("span", &expected));
        assert_eq!(first(&text[length..]), (Token::Text("ختم"), 6));
        assert_eq!(first("</span >x"), (Token::End("span"), 8));
    }

    #[test]
    fn odd_tags_are_cut_as_browsers_cut_them() {
        assert_eq!(
            first("<br/>").0,
            Token::Start {
                name: "br",
                attributes: vec![],
                self_closing: true
            }
        );
        assert_eq!(first("<img/src=x>").0, start("img", &[("src", "x")]));
        assert_eq!(first("<a b = c>").0, start("a", &[("b", "c")]));
        assert_eq!(first("<a =b>").0, start("a", &[("=b", "")]));
        assert_eq!(first("<a href=x/>").0, start("a", &[("href", "x/")]));
    }

    #[test]
    fn comments_and_the_like_are_cut_whole() {
        assert_eq!(first("<!-- a > b -->c"), (Token::Comment, 14));
        assert_eq!(first("<!-->c"), (Token::Comment, 5));
        assert_eq!(first("<!--->c"), (Token::Comment, 6));
        assert_eq!(first("<!-- a"), (Token::Comment, 6));
        assert_eq!(first("<?php a > b ?>c"), (Token::Other, 14));
        assert_eq!(first("<![CDATA[ > ]]>c"), (Token::Other, 15));
        assert_eq!(first("<!DOCTYPE html>c"), (Token::Other, 15));
    }

    #[test]
    fn a_tag_without_an_end_reaches_to_the_end() {
        for text in [
            "<b",
            "<b ",
            "<b a",
            "<b a=",
            "<b a=\"x>",
            "</b ",
            "<b a='\n\nx",
        ] {
            assert_eq!(first(text), (Token::Unfinished("b"), text.len()), "{text}");
        }
    }

    #[test]
    fn a_lone_sign_is_text() {
        assert_eq!(first("< 5 <b>"), (Token::Text("< 5 "), 4));
        assert_eq!(first("<"), (Token::Text("<"), 1));
        assert_eq!(first("</>"), (Token::Text("</>"), 3));
        assert_eq!(first("خ<"), (Token::Text("خ"), 2));
    }

    #[test]
    fn the_end_of_an_element_is_found_in_any_case() {
        let text = "if (a</b) </scripty></SCRIPT >";
        assert_eq!(find_end_tag(text, "script"), Some(20));
        assert_eq!(find_end_tag("</scrip", "script"), None);
    }
}
