//! What a link or a picture points to. Every address is parsed into one of these or refused, so
//! that no address reaches a page without having been understood.

use super::escape::decode_percent;
use crate::diagnostic::Code;

/// What a link or a picture in a text points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// A Markdown file, as a path relative to the folder of the file that holds the link.
    File {
        /// The path as written, with `%20` and the like decoded.
        path: String,
        /// The heading within it, without `#`.
        anchor: Option<String>,
    },
    /// Something by its id, such as `entry:iraq/foundation-cones`.
    Id {
        /// What the id names.
        kind: Kind,
        /// The id as written; whether it exists is for the caller to say.
        id: String,
        /// The heading within it, without `#`.
        anchor: Option<String>,
    },
    /// A heading of the same text, without `#`.
    Anchor(String),
    /// An `http` or `https` address.
    External(String),
    /// A mail address, without `mailto:`.
    Mail(String),
    /// A telephone number, without `tel:`.
    Tel(String),
    /// A picture file, as a path relative to the folder of the file that shows it.
    Picture {
        /// The path as written, with `%20` and the like decoded.
        file: String,
    },
}

/// What an id in a link names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `entry:`
    Entry,
    /// `list:`
    List,
    /// `page:`
    Page,
    /// `news:`
    News,
}

/// Why an address was refused.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) cure: &'static str,
}

impl Refusal {
    fn unsafe_link(message: impl Into<String>, cure: &'static str) -> Self {
        Self {
            code: Code::UnsafeLink,
            message: message.into(),
            cure,
        }
    }

    fn dead(message: impl Into<String>, cure: &'static str) -> Self {
        Self {
            code: Code::DeadLink,
            message: message.into(),
            cure,
        }
    }
}

const KINDS_OF_LINKS: &str = "Link to a Markdown file of the site, to `entry:`, `list:`, `page:` or \
     `news:` with an id, or to an address that starts with `https://`, `mailto:` or `tel:`.";
const RELATIVE: &str = "Write the path from the folder of this file, such as \
     `../foundation-cones/en.md`, or the id, such as `entry:foundation-cones`.";
const PICTURE_HERE: &str = "Put the picture into the folder of this text and write its file name; \
     no page may fetch anything from elsewhere.";
const INVISIBLE: &str = "Write the address without spaces and invisible characters; a space within \
     it is `%20`.";

/// Parses the address of a link, as it stands after Markdown's own escapes are undone.
pub(super) fn parse_link(address: &str) -> Result<Reference, Refusal> {
    check_characters(address)?;
    if let Some(anchor) = address.strip_prefix('#') {
        return parse_anchor(anchor);
    }
    if address.is_empty() {
        return Err(Refusal::dead("the link has no address", KINDS_OF_LINKS));
    }
    if address.starts_with('/') {
        return Err(Refusal::unsafe_link(
            "a link may not start with `/`: the site may stand in any folder",
            RELATIVE,
        ));
    }
    match scheme(address) {
        Some((scheme, rest)) => parse_scheme(scheme, rest, address),
        None => parse_file(address),
    }
}

/// Parses the address of a picture.
pub(super) fn parse_picture(address: &str) -> Result<Reference, Refusal> {
    check_characters(address)?;
    if address.is_empty() {
        return Err(Refusal::dead("the picture has no file", PICTURE_HERE));
    }
    if address.starts_with(['/', '#']) || scheme(address).is_some() {
        return Err(Refusal::unsafe_link(
            "a picture must be a file beside its text",
            PICTURE_HERE,
        ));
    }
    Ok(Reference::Picture {
        file: decode_path(address)?,
    })
}

fn parse_anchor(anchor: &str) -> Result<Reference, Refusal> {
    if anchor.is_empty() {
        return Err(Refusal::dead(
            "`#` names no heading",
            "Write the heading's words after it, in lower case and with hyphens.",
        ));
    }
    Ok(Reference::Anchor(decode_percent(anchor)))
}

fn parse_scheme(scheme: &str, rest: &str, address: &str) -> Result<Reference, Refusal> {
    let kind = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => return parse_external(rest, address),
        "mailto" => return parse_mail(rest),
        "tel" => return parse_tel(rest),
        "entry" => Kind::Entry,
        "list" => Kind::List,
        "page" => Kind::Page,
        "news" => Kind::News,
        _ => {
            return Err(Refusal::unsafe_link(
                format!("links with `{}:` are not allowed", shorten(scheme)),
                KINDS_OF_LINKS,
            ));
        }
    };
    let (id, anchor) = split_anchor(rest);
    if id.is_empty() {
        return Err(Refusal::dead(
            "the link names no id",
            "Write the id after the colon, such as `entry:foundation-cones`.",
        ));
    }
    Ok(Reference::Id {
        kind,
        id: id.to_owned(),
        anchor,
    })
}

fn parse_external(rest: &str, address: &str) -> Result<Reference, Refusal> {
    let authority = rest
        .strip_prefix("//")
        .and_then(|rest| rest.split(['/', '?', '#']).next())
        .unwrap_or("");
    let host = authority.split(':').next().unwrap_or("");
    if host.is_empty() {
        return Err(Refusal::unsafe_link(
            "the address has no host",
            "Write the whole address, such as `https://example.org/page`.",
        ));
    }
    // `https://icom.museum@evil.example` leads to evil.example.
    if authority.contains('@') {
        return Err(Refusal::unsafe_link(
            "the address has a user name, which hides where it leads",
            "Leave out everything before the `@`.",
        ));
    }
    Ok(Reference::External(address.to_owned()))
}

fn parse_mail(address: &str) -> Result<Reference, Refusal> {
    if !address.contains('@') || address.starts_with('/') {
        return Err(Refusal::unsafe_link(
            "`mailto:` is not followed by a mail address",
            "Write it as `mailto:name@example.org`.",
        ));
    }
    Ok(Reference::Mail(address.to_owned()))
}

fn parse_tel(number: &str) -> Result<Reference, Refusal> {
    let allowed = |c: char| c.is_ascii_digit() || "+-.()".contains(c);
    if !number.chars().all(allowed) || !number.contains(|c: char| c.is_ascii_digit()) {
        return Err(Refusal::unsafe_link(
            "`tel:` is not followed by a telephone number",
            "Write it as `tel:+9647701234567`, with Latin digits.",
        ));
    }
    Ok(Reference::Tel(number.to_owned()))
}

fn parse_file(address: &str) -> Result<Reference, Refusal> {
    let (path, anchor) = split_anchor(address);
    if !path.ends_with(".md") || path.contains('?') {
        return Err(Refusal::dead(
            "the link leads to a file that is not Markdown",
            KINDS_OF_LINKS,
        ));
    }
    Ok(Reference::File {
        path: decode_path(path)?,
        anchor,
    })
}

/// The path may hide behind percent signs what is refused in the open.
fn decode_path(path: &str) -> Result<String, Refusal> {
    let path = decode_percent(path);
    let hides = |c: char| c != ' ' && is_refused(c);
    if path.contains(hides) || path.starts_with('/') {
        return Err(Refusal::unsafe_link(
            "the address hides characters behind percent signs",
            INVISIBLE,
        ));
    }
    Ok(path)
}

fn split_anchor(address: &str) -> (&str, Option<String>) {
    match address.split_once('#') {
        Some((path, anchor)) if !anchor.is_empty() => (path, Some(decode_percent(anchor))),
        Some((path, _)) => (path, None),
        None => (address, None),
    }
}

/// What stands before the first colon, unless a slash or the like comes first. It need not look
/// like a scheme: a browser may be laxer than we are, so all of them are looked up.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let at = address.find([':', '/', '?', '#'])?;
    let rest = address[at..].strip_prefix(':')?;
    Some((&address[..at], rest))
}

/// Browsers drop some of these characters and show others as nothing, so that an address is not
/// what it seems; a backslash is a slash to them.
fn check_characters(address: &str) -> Result<(), Refusal> {
    if address.contains('\\') {
        return Err(Refusal::unsafe_link(
            "an address may not hold `\\`",
            "Write `/` between folders, on every system.",
        ));
    }
    if address.contains(is_refused) {
        return Err(Refusal::unsafe_link(
            "the address holds spaces or invisible characters",
            INVISIBLE,
        ));
    }
    Ok(())
}

/// Spaces, control characters, and those that turn or hide the text around them. Joiners are
/// letters' business and stay.
fn is_refused(c: char) -> bool {
    c == '\\'
        || c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{61c}'
        )
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// Hostile words are not repeated at length.
pub(super) fn shorten(word: &str) -> String {
    let mut short: String = word.chars().take(30).collect();
    if short.len() < word.len() {
        short.push('…');
    }
    short
}
