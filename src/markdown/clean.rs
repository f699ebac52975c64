//! The second look at a text in which somebody wrote HTML: the finished HTML is parsed and
//! cleaned as a whole, so that no tag can reach beyond the text.
//!
//! The holes of the text travel through the cleaning as an attribute that only we can write. No
//! attribute with an address is let through at all, because every address is a hole.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::body::Markup;
use super::tags::{self, Tag};

/// The attribute that stands for a hole, up to its number. Within a tag it cannot be anything
/// else, because quotes in attributes are escaped.
const HOLE: &str = " data-slot=\"";
/// The element that stands for a hole between tags, up to its number.
const HOLE_ELEMENT: &str = "<wbr data-slot=\"";

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(cleaner);

fn cleaner() -> Builder<'static> {
    let ours = [
        "a", "div", "h2", "h3", "h4", "h5", "h6", "img", "pre", "section", "table", "tbody", "td",
        "th", "thead", "tr",
    ];
    let tags: HashSet<&str> = tags::ALLOWED
        .iter()
        .map(|tag| tag.name)
        .chain(ours)
        .collect();
    let mut attributes: HashMap<&str, HashSet<&str>> = tags::ALLOWED
        .iter()
        .map(|tag| (tag.name, own_attributes(tag)))
        .collect();
    for (tag, names) in [
        ("a", &["data-slot", "rel", "role"][..]),
        ("div", &["role", "tabindex"]),
        ("h2", &["data-slot"]),
        ("h3", &["data-slot"]),
        ("h4", &["data-slot"]),
        ("h5", &["data-slot"]),
        ("h6", &["data-slot"]),
        ("img", &["alt", "data-slot"]),
        ("li", &["data-slot"]),
        ("pre", &["tabindex"]),
        ("section", &["role"]),
        ("th", &["scope"]),
        ("wbr", &["data-slot"]),
    ] {
        attributes.entry(tag).or_default().extend(names);
    }
    let aligned = ["align-start", "align-center", "align-end"];
    let classes = HashMap::from([
        ("a", HashSet::from(["external", "footnote-back"])),
        ("div", HashSet::from(["table-scroll"])),
        ("section", HashSet::from(["footnotes"])),
        ("sup", HashSet::from(["footnote-ref"])),
        ("td", HashSet::from(aligned)),
        ("th", HashSet::from(aligned)),
    ]);

    let mut cleaner = Builder::empty();
    cleaner
        .tags(tags)
        .tag_attributes(attributes)
        .generic_attributes(tags::GLOBAL.iter().copied().collect())
        .allowed_classes(classes)
        .clean_content_tags(HashSet::from(["script", "style"]))
        .url_schemes(HashSet::new())
        .url_relative(UrlRelative::Deny)
        .link_rel(None)
        .strip_comments(true);
    cleaner
}

fn own_attributes(tag: &Tag) -> HashSet<&'static str> {
    tag.attributes.iter().copied().collect()
}

/// Cleans finished HTML and finds its holes again.
pub(super) fn clean(markup: &Markup) -> Markup {
    let cleaned = CLEANER.clean(&mark_holes(markup)).to_string();
    restore_holes(&cleaned, markup)
}

fn mark_holes(markup: &Markup) -> String {
    let mut html = String::with_capacity(markup.html.len() + markup.holes.len() * 24);
    let mut done = 0;
    for (index, (at, hole)) in markup.holes.iter().enumerate() {
        html.push_str(&markup.html[done..*at]);
        done = *at;
        let (start, end) = match hole.is_attribute() {
            true => (HOLE, "\""),
            false => (HOLE_ELEMENT, "\">"),
        };
        html.push_str(start);
        html.push_str(&index.to_string());
        html.push_str(end);
    }
    html.push_str(&markup.html[done..]);
    html
}

/// Walks over the tags of cleaned HTML, in which `<` and `>` stand for nothing but tags.
fn restore_holes(html: &str, original: &Markup) -> Markup {
    let mut markup = Markup {
        html: String::with_capacity(html.len()),
        holes: Vec::with_capacity(original.holes.len()),
    };
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let length = rest[open..]
            .find('>')
            .map_or(rest.len(), |at| open + at + 1);
        let (text, tag) = rest[..length].split_at(open);
        rest = &rest[length..];
        markup.html.push_str(text);
        restore_hole(tag, original, &mut markup);
    }
    markup.html.push_str(rest);
    markup
}

fn restore_hole(tag: &str, original: &Markup, markup: &mut Markup) {
    let Some((before, after)) = tag.split_once(HOLE) else {
        markup.html.push_str(tag);
        return;
    };
    let (number, after) = after.split_once('"').unwrap_or((after, ""));
    let hole = number
        .parse()
        .ok()
        .and_then(|n: usize| original.holes.get(n));
    let is_element = tag.starts_with(HOLE_ELEMENT);
    if !is_element {
        markup.html.push_str(before);
    }
    if let Some((_, hole)) = hole.filter(|(_, hole)| hole.is_attribute() != is_element) {
        markup.hole(*hole);
    }
    if !is_element {
        markup.html.push_str(after);
    }
}

#[cfg(test)]
mod tests {
    use super::super::body::Hole;
    use super::*;

    /// HTML in which `@` stands for a hole that is an attribute, and `~` for one that is text.
    fn markup(html: &str) -> Markup {
        let mut markup = Markup::default();
        for character in html.chars() {
            let next = markup.holes.len();
            match character {
                '@' => markup.hole(Hole::Link(next)),
                '~' => markup.hole(Hole::ExternalMark),
                _ => markup.html.push(character),
            }
        }
        markup
    }

    #[test]
    fn holes_survive_the_cleaning() {
        for html in [
            "<p><a@>ختم</a> &amp; <img alt=\"a\"@></p>",
            "<p><a class=\"external\" rel=\"external noreferrer\"@>x~</a></p>",
            "<h2@>a</h2><ul><li@>b</li></ul>",
        ] {
            assert_eq!(clean(&markup(html)), markup(html), "{html}");
        }
    }

    #[test]
    fn text_that_looks_like_a_hole_stays_text() {
        let html = "<p title=\" data-slot=&quot;0&quot;\"> data-slot=\"0\" <a@>x</a></p>";
        assert_eq!(clean(&markup(html)), markup(html));
    }

    #[test]
    fn a_hole_that_does_not_exist_is_left_out() {
        assert_eq!(
            clean(&markup(
                "<p><a data-slot=\"7\">a</a><wbr data-slot=\"x\"></p>"
            )),
            markup("<p><a>a</a></p>")
        );
        let swapped = clean(&markup("<p><a data-slot=\"0\">a</a>~</p>"));
        assert_eq!(swapped, markup("<p><a>a</a>~</p>"));
    }

    #[test]
    fn nothing_dangerous_survives() {
        let html = "<p onclick=\"x\" style=\"x\" id=\"x\" class=\"external\"><a href=\"https://x.org\">\
                    a</a><script>b</script><img src=\"x\"><svg></svg><form></form></p></div>";
        assert_eq!(clean(&markup(html)).html, "<p><a>a</a><img></p><p></p>");
    }
}
