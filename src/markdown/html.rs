//! HTML that an author wrote by hand: rebuilt from the list of allowed tags, never copied, and
//! closed where the Markdown around it ends. What is not on the list is reported and left out.

use std::ops::Range;

use super::escape::push_raw;
use super::reference::shorten;
use super::scan::{self, Token};
use super::tags::{self, Tag};

/// Deeper nesting serves no reader, and slows down whoever parses it.
const MAX_DEPTH: usize = 50;

/// Something that was taken out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Removed {
    /// The tag, in bytes of the Markdown.
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) cure: &'static str,
}

/// The HTML of one text.
#[derive(Debug, Default)]
pub(super) struct HandWritten {
    /// Whether there is any in the text, so that it has to be cleaned.
    pub(super) used: bool,
    pub(super) removed: Vec<Removed>,
    open: Vec<Open>,
    muted: Option<Muted>,
}

/// A tag that is open, and how many Markdown elements were open around it.
#[derive(Debug)]
struct Open {
    tag: &'static Tag,
    depth: usize,
}

/// An element that is being left out with its content.
#[derive(Debug)]
struct Muted {
    name: &'static str,
    depth: usize,
}

/// A stretch of hand-written HTML, gathered from one or more lines.
#[derive(Debug, Default)]
pub(super) struct Raw {
    text: String,
    /// Where each line starts in the text, and where it stands in the Markdown.
    lines: Vec<(usize, usize)>,
}

impl Raw {
    pub(super) fn push(&mut self, text: &str, at: usize) {
        self.lines.push((self.text.len(), at));
        self.text.push_str(text);
    }

    fn range(&self, at: usize, length: usize) -> Range<usize> {
        let after = self.lines.partition_point(|(start, _)| *start <= at);
        let line = after.checked_sub(1).and_then(|line| self.lines.get(line));
        let start = line.map_or(0, |(start, source)| source + at - start);
        start..start + length
    }
}

impl HandWritten {
    /// Whether the text at hand belongs to an element that is left out.
    pub(super) fn is_muted(&self) -> bool {
        self.muted.is_some()
    }

    /// Writes what is allowed of a stretch of HTML. `depth` says how many Markdown elements are
    /// open around it.
    pub(super) fn write(&mut self, raw: &Raw, depth: usize, out: &mut String) {
        let mut at = 0;
        while at < raw.text.len() {
            let rest = &raw.text[at..];
            if let Some(muted) = &self.muted {
                let Some(end) = scan::find_end_tag(rest, muted.name) else {
                    return;
                };
                self.muted = None;
                at += end + scan::first(&rest[end..]).1;
                continue;
            }
            let (token, length) = scan::first(rest);
            self.write_token(token, raw.range(at, length), depth, out);
            at += length;
        }
    }

    fn write_token(&mut self, token: Token, range: Range<usize>, depth: usize, out: &mut String) {
        match token {
            Token::Text(text) => {
                self.used |= text.contains('&');
                push_raw(out, text);
            }
            // A comment was never meant for readers, so nobody misses it.
            Token::Comment => {}
            Token::Start {
                name,
                attributes,
                self_closing,
            } => match tags::find(name) {
                Some(tag) => self.open(tag, &attributes, range, depth, out),
                None => {
                    self.remove_tag(name, range);
                    let muted = tags::with_content(name).filter(|_| !self_closing);
                    self.muted = muted.map(|name| Muted { name, depth });
                }
            },
            Token::End(name) => self.close(name, range, depth, out),
            Token::Other => self.remove(
                range,
                "this HTML is not allowed and was taken out".into(),
                "Leave it out.",
            ),
            Token::Unfinished(name) => self.remove(
                range,
                format!("the tag `<{}` has no `>` and was taken out", shorten(name)),
                "Finish the tag, or write `&lt;` for the sign `<`.",
            ),
        }
    }

    fn open(
        &mut self,
        tag: &'static Tag,
        attributes: &[(&str, &str)],
        range: Range<usize>,
        depth: usize,
        out: &mut String,
    ) {
        if !tag.void && self.open.len() >= MAX_DEPTH {
            return self.remove(
                range,
                format!("`<{}>` is nested too deep and was taken out", tag.name),
                "Close tags before opening more.",
            );
        }
        self.used = true;
        out.push('<');
        out.push_str(tag.name);
        for (name, value) in attributes {
            match tag.attribute(name, value) {
                Some(name) => {
                    out.push(' ');
                    out.push_str(name);
                    out.push_str("=\"");
                    push_raw(out, value);
                    out.push('"');
                }
                None => self.remove_attribute(tag, name, range.clone()),
            }
        }
        out.push('>');
        if !tag.void {
            self.open.push(Open { tag, depth });
        }
    }

    /// Closes the innermost open tag of this name and all within it, but nothing that was opened
    /// outside of the Markdown element at hand.
    fn close(&mut self, name: &str, range: Range<usize>, depth: usize, out: &mut String) {
        // The start tag of anything else was reported already.
        let Some(tag) = tags::find(name) else {
            return;
        };
        let here = |open: &&Open| open.depth == depth;
        let open = self.open.iter().rev().take_while(here);
        match open.into_iter().position(|open| open.tag.name == tag.name) {
            Some(within) => (0..=within).for_each(|_| self.close_last(out)),
            None => self.remove(
                range,
                format!("`</{}>` closes nothing and was taken out", tag.name),
                "Open and close a tag within the same paragraph, list item or cell.",
            ),
        }
    }

    /// Closes what is still open when a Markdown element ends, or the text (depth 0).
    pub(super) fn close_all(&mut self, depth: usize, out: &mut String) {
        while self.open.last().is_some_and(|open| open.depth >= depth) {
            self.close_last(out);
        }
        if self
            .muted
            .as_ref()
            .is_some_and(|muted| muted.depth >= depth)
        {
            self.muted = None;
        }
    }

    /// Ends what is being left out, at the end of a block of HTML: a forgotten end tag must not
    /// swallow the rest of the text.
    pub(super) fn unmute(&mut self) {
        self.muted = None;
    }

    fn close_last(&mut self, out: &mut String) {
        if let Some(open) = self.open.pop() {
            out.push_str("</");
            out.push_str(open.tag.name);
            out.push('>');
        }
    }

    fn remove_tag(&mut self, name: &str, range: Range<usize>) {
        let message = format!("`<{}>` is not allowed and was taken out", shorten(name));
        self.remove(range, message, tags::cure(name));
    }

    fn remove_attribute(&mut self, tag: &Tag, name: &str, range: Range<usize>) {
        let name = shorten(name);
        let message = format!(
            "`{name}` on `<{}>` is not allowed and was taken out",
            tag.name
        );
        self.remove(
            range,
            message,
            "Leave it out; `lang`, `dir` and `title` may stay.",
        );
    }

    fn remove(&mut self, range: Range<usize>, message: String, cure: &'static str) {
        self.removed.push(Removed {
            range,
            message,
            cure,
        });
    }
}
