//! Which HTML an author may write in Markdown, and what to say about the rest.

/// A tag that may be written by hand.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: &'static str,
    /// Whether it has no content and no end tag.
    pub(super) void: bool,
    /// Whether it stands within words.
    inline: bool,
    /// The attributes that it may have besides [`GLOBAL`].
    pub(super) attributes: &'static [&'static str],
}

const fn inline(name: &'static str) -> Tag {
    with(name, true, &[])
}

const fn block(name: &'static str) -> Tag {
    with(name, false, &[])
}

const fn void(name: &'static str, inline: bool) -> Tag {
    Tag {
        name,
        void: true,
        inline,
        attributes: &[],
    }
}

const fn with(name: &'static str, inline: bool, attributes: &'static [&'static str]) -> Tag {
    Tag {
        name,
        void: false,
        inline,
        attributes,
    }
}

/// Languages, scripts and small print, for which Markdown has no signs. Links, pictures, headings
/// and tables are missing on purpose: only what is written in Markdown is checked.
pub(super) const ALLOWED: &[Tag] = &[
    inline("abbr"),
    inline("b"),
    inline("bdi"),
    inline("bdo"),
    block("blockquote"),
    void("br", false),
    inline("cite"),
    inline("code"),
    block("dd"),
    with("del", true, &["datetime"]),
    with("details", false, &["open"]),
    inline("dfn"),
    block("div"),
    block("dl"),
    block("dt"),
    inline("em"),
    block("figcaption"),
    block("figure"),
    void("hr", false),
    inline("i"),
    with("ins", true, &["datetime"]),
    inline("kbd"),
    block("li"),
    inline("mark"),
    with("ol", false, &["reversed", "start"]),
    block("p"),
    inline("q"),
    inline("rb"),
    inline("rp"),
    inline("rt"),
    inline("rtc"),
    inline("ruby"),
    inline("s"),
    inline("samp"),
    inline("small"),
    inline("span"),
    inline("strong"),
    inline("sub"),
    block("summary"),
    inline("sup"),
    with("time", true, &["datetime"]),
    inline("u"),
    block("ul"),
    inline("var"),
    void("wbr", true),
];

/// The attributes that every allowed tag may have.
pub(super) const GLOBAL: &[&str] = &["dir", "lang", "title"];

/// Tags whose content is no text for readers, so it goes with them.
const WITH_CONTENT: &[&str] = &[
    "audio", "canvas", "iframe", "math", "noembed", "noframes", "noscript", "object", "script",
    "select", "style", "svg", "template", "textarea", "title", "video", "xmp",
];

/// The tag of this name, if it is allowed.
pub(super) fn find(name: &str) -> Option<&'static Tag> {
    ALLOWED
        .iter()
        .find(|tag| tag.name.eq_ignore_ascii_case(name))
}

/// Whether a tag of a compiled text stands within words.
pub(super) fn is_inline(name: &str) -> bool {
    name == "a" || find(name).is_some_and(|tag| tag.inline)
}

/// The name as we write it, when the content of a tag that is taken out goes with it.
pub(super) fn with_content(name: &str) -> Option<&'static str> {
    let matches = |known: &&&str| known.eq_ignore_ascii_case(name);
    WITH_CONTENT.iter().find(matches).copied()
}

impl Tag {
    /// The attribute as we write it, when this tag may have it with this value.
    pub(super) fn attribute(&self, name: &str, value: &str) -> Option<&'static str> {
        let mut allowed = GLOBAL.iter().chain(self.attributes);
        let name = *allowed.find(|allowed| allowed.eq_ignore_ascii_case(name))?;
        is_sensible(name, value).then_some(name)
    }
}

fn is_sensible(name: &str, value: &str) -> bool {
    let only = |allowed: fn(u8) -> bool| !value.is_empty() && value.bytes().all(allowed);
    match name {
        "dir" => ["ltr", "rtl", "auto"]
            .iter()
            .any(|dir| dir.eq_ignore_ascii_case(value)),
        "lang" => only(|b| b.is_ascii_alphanumeric() || b == b'-'),
        "start" => value.len() < 6 && only(|b| b.is_ascii_digit()),
        "datetime" => only(|b| b.is_ascii_alphanumeric() || b"-+:. ".contains(&b)),
        _ => true,
    }
}

/// What to do instead of a tag that was taken out.
pub(super) fn cure(name: &str) -> &'static str {
    match name.to_ascii_lowercase().as_str() {
        "a" => "Write the link in Markdown: `[text](address)`.",
        "img" | "picture" => "Write the picture in Markdown: `![what it shows](file.svg)`.",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "Write the heading in Markdown: `## Heading`.",
        "table" | "thead" | "tbody" | "tfoot" | "tr" | "th" | "td" | "caption" => {
            "Write the table in Markdown."
        }
        "script" | "style" | "link" => "Leave it out: scripts and styles belong to the theme.",
        "font" | "center" => "Leave it out: how things look belongs to the theme.",
        _ => "Leave it out, or write it in Markdown.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_case_and_given_back_in_ours() {
        assert_eq!(find("BDI").map(|tag| tag.name), Some("bdi"));
        assert!(find("a").is_none());
        assert!(find("bdix").is_none());
        assert_eq!(with_content("Script"), Some("script"));
    }

    #[test]
    fn attributes_are_allowed_by_name_and_value() {
        let span = find("span").expect("it is allowed");
        assert_eq!(span.attribute("DIR", "RTL"), Some("dir"));
        assert_eq!(span.attribute("lang", "ckb-Arab"), Some("lang"));
        for (name, value) in [
            ("dir", "sideways"),
            ("lang", ""),
            ("lang", "en\" onclick"),
            ("class", "external"),
            ("id", "main"),
            ("style", "color:red"),
            ("onclick", "alert(1)"),
            ("data-slot", "0"),
            ("start", "2"),
        ] {
            assert_eq!(span.attribute(name, value), None, "{name}={value}");
        }
    }

    #[test]
    fn no_tag_is_both_allowed_and_dropped_with_its_content() {
        for tag in ALLOWED {
            assert_eq!(with_content(tag.name), None);
        }
    }
}
