//! A compiled text: HTML with holes, and the holes filled for one page.

use std::borrow::Cow;
use std::fmt::Write;

use super::escape::push_attribute;
use super::reference::Reference;
use crate::diagnostic::Place;

/// A Markdown text, compiled. It belongs to no page yet: [`Body::write`] makes it part of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    pub(super) markup: Markup,
    pub(super) references: Vec<LocatedReference>,
    pub(super) headings: Vec<Heading>,
}

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6; the page's title is level 1.
    pub level: u8,
    /// The id within the text, to which [`Body::write`] adds its prefix.
    pub id: String,
    /// The words, without markup and unescaped.
    pub text: String,
}

/// What a link or picture points to, and where it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocatedReference {
    /// What it points to.
    pub reference: Reference,
    /// The link or picture in the file.
    pub place: Place,
}

/// What [`Body::write`] asks its caller for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The address of a [`Reference::File`] or [`Reference::Id`], by its index in
    /// [`Body::references`], unescaped. Nothing makes it a text without a link.
    Href(usize),
    /// The address of a [`Reference::Picture`], by its index in [`Body::references`], unescaped.
    /// Nothing leaves the text alternative.
    Src(usize),
    /// What else the tag of that picture holds, such as its size: safe attributes, each after a
    /// space.
    PictureAttributes(usize),
    /// What stands before that picture, such as its other formats. This is safe HTML.
    BeforePicture(usize),
    /// What ends that. This is safe HTML.
    AfterPicture(usize),
    /// What marks a link that leaves the site. This is safe HTML, and stands within the link.
    ExternalMark,
    /// The number of a footnote in the reader's digits, unescaped.
    NoteNumber(u32),
    /// The name of the arrow that leads from a footnote back to the text, such as "back to
    /// reference 1", unescaped.
    BacklinkLabel {
        /// The number of the footnote.
        note: u32,
        /// Which of the references to it, from 1.
        reference: u32,
    },
}

/// A place in the HTML where something is written only when the page is known. All but the last
/// four are attributes and stand within a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hole {
    /// `id` of a heading.
    HeadingId(usize),
    /// `href` of a link.
    Link(usize),
    /// `src` of a picture.
    Picture(usize),
    /// `id` of a footnote.
    NoteId(u32),
    /// `id` and `href` of a reference to a footnote.
    NoteReference { note: u32, reference: u32 },
    /// `href` and `aria-label` of the way back.
    Backlink { note: u32, reference: u32 },
    /// The number of a footnote, as text.
    NoteNumber(u32),
    /// The mark of a link that leaves the site, as HTML.
    ExternalMark,
    /// What stands before a picture, as HTML.
    BeforePicture(usize),
    /// What ends that, as HTML.
    AfterPicture(usize),
}

impl Hole {
    /// Whether it stands within a tag.
    pub(super) fn is_attribute(self) -> bool {
        !matches!(
            self,
            Hole::NoteNumber(_)
                | Hole::ExternalMark
                | Hole::BeforePicture(_)
                | Hole::AfterPicture(_)
        )
    }
}

/// HTML and its holes, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Markup {
    pub(super) html: String,
    pub(super) holes: Vec<(usize, Hole)>,
}

impl Markup {
    pub(super) fn hole(&mut self, hole: Hole) {
        self.holes.push((self.html.len(), hole));
    }

    /// Adds a part of other HTML with the holes in it.
    pub(super) fn append(&mut self, other: &Markup) {
        let shift = self.html.len();
        self.html.push_str(&other.html);
        let holes = other.holes.iter().map(|(at, hole)| (at + shift, *hole));
        self.holes.extend(holes);
    }
}

impl Body {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.markup.html.trim().is_empty()
    }

    /// The headings, in the order of the text.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// The links and pictures that were understood, in the order of the text.
    pub fn references(&self) -> &[LocatedReference] {
        &self.references
    }

    /// Writes the HTML for one page.
    ///
    /// `ids` goes before every id, and every link to one; it keeps several texts apart on one page
    /// and is otherwise empty. `fill` gives what belongs into each [`Slot`].
    pub fn write<'f>(
        &self,
        out: &mut String,
        ids: &str,
        fill: &mut dyn FnMut(Slot) -> Cow<'f, str>,
    ) {
        out.reserve(self.markup.html.len() + self.markup.holes.len() * 32);
        let mut done = 0;
        for (at, hole) in &self.markup.holes {
            out.push_str(&self.markup.html[done..*at]);
            done = *at;
            self.fill(*hole, out, ids, fill);
        }
        out.push_str(&self.markup.html[done..]);
    }

    fn fill<'f>(
        &self,
        hole: Hole,
        out: &mut String,
        ids: &str,
        fill: &mut dyn FnMut(Slot) -> Cow<'f, str>,
    ) {
        match hole {
            Hole::HeadingId(index) => {
                if let Some(heading) = self.headings.get(index) {
                    attribute(out, "id", &[ids, &heading.id]);
                }
            }
            Hole::Link(index) => self.fill_link(index, out, ids, fill),
            Hole::Picture(index) => {
                attribute(out, "src", &[&fill(Slot::Src(index))]);
                out.push_str(&fill(Slot::PictureAttributes(index)));
            }
            Hole::BeforePicture(index) => out.push_str(&fill(Slot::BeforePicture(index))),
            Hole::AfterPicture(index) => out.push_str(&fill(Slot::AfterPicture(index))),
            Hole::NoteId(note) => attribute(out, "id", &[ids, &note_id(note)]),
            Hole::NoteReference { note, reference } => {
                attribute(out, "id", &[ids, &reference_id(note, reference)]);
                attribute(out, "href", &["#", ids, &note_id(note)]);
            }
            Hole::Backlink { note, reference } => {
                attribute(out, "href", &["#", ids, &reference_id(note, reference)]);
                let label = fill(Slot::BacklinkLabel { note, reference });
                attribute(out, "aria-label", &[&label]);
            }
            Hole::NoteNumber(note) => push_attribute(out, &fill(Slot::NoteNumber(note))),
            Hole::ExternalMark => out.push_str(&fill(Slot::ExternalMark)),
        }
    }

    fn fill_link<'f>(
        &self,
        index: usize,
        out: &mut String,
        ids: &str,
        fill: &mut dyn FnMut(Slot) -> Cow<'f, str>,
    ) {
        let Some(located) = self.references.get(index) else {
            return;
        };
        match &located.reference {
            Reference::Anchor(anchor) => attribute(out, "href", &["#", ids, anchor]),
            Reference::External(address) => attribute(out, "href", &[address]),
            Reference::Mail(address) => attribute(out, "href", &["mailto:", address]),
            Reference::Tel(number) => attribute(out, "href", &["tel:", number]),
            Reference::File { .. } | Reference::Id { .. } | Reference::Picture { .. } => {
                attribute(out, "href", &[&fill(Slot::Href(index))]);
            }
        }
    }

    /// The words without markup, on one line: for feeds, descriptions and the search. Numbers of
    /// footnotes are left out, their texts come last.
    pub fn plain_text(&self) -> String {
        self.plain(' ')
    }

    /// The same with each paragraph, heading and item on a line of its own: for passages.
    pub fn plain_lines(&self) -> String {
        self.plain('\n')
    }

    fn plain(&self, between: char) -> String {
        let mut text = PlainText::default();
        let mut rest = self.markup.html.as_str();
        while let Some(open) = rest.find('<') {
            text.push_escaped(&rest[..open]);
            // No `>` stands in an attribute: all of them were escaped.
            let Some(close) = rest[open..].find('>') else {
                break;
            };
            let tag = &rest[open + 1..open + close];
            rest = &rest[open + close + 1..];
            if tag.starts_with(BACKLINK) {
                rest = rest.find('<').map_or("", |end| &rest[end..]);
            }
            if !is_inline(tag) {
                text.end(between);
            }
        }
        text.push_escaped(rest);
        text.0.truncate(text.0.trim_end_matches([' ', '\n']).len());
        text.0
    }
}

/// How the tag of the way back from a footnote starts.
pub(super) const BACKLINK: &str = "a class=\"footnote-back\"";

/// Writes an attribute, unless nothing is to stand in it.
fn attribute(out: &mut String, name: &str, parts: &[&str]) {
    if parts.iter().all(|part| part.is_empty()) {
        return;
    }
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    for part in parts {
        push_attribute(out, part);
    }
    out.push('"');
}

fn note_id(note: u32) -> String {
    format!("fn-{note}")
}

/// The first reference has the plain id; further ones are numbered.
fn reference_id(note: u32, reference: u32) -> String {
    let mut id = format!("fnref-{note}");
    if reference > 1 {
        // Writing into a string never fails.
        let _ = write!(id, "-{reference}");
    }
    id
}

/// Whether a tag stands within words, so that the words on both sides of it may be one.
fn is_inline(tag: &str) -> bool {
    let name = tag.trim_start_matches('/');
    let end = name.find([' ', '/']).unwrap_or(name.len());
    super::tags::is_inline(&name[..end])
}

/// Text with runs of spaces and line breaks as one space. No-break spaces stay.
#[derive(Default)]
struct PlainText(String);

impl PlainText {
    /// Ends a block: what stands between two of them is one character.
    fn end(&mut self, between: char) {
        self.0.truncate(self.0.trim_end_matches([' ', '\n']).len());
        if !self.0.is_empty() {
            self.0.push(between);
        }
    }

    fn space(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with([' ', '\n']) {
            self.0.push(' ');
        }
    }

    /// Appends escaped text. Only our own escapes can stand in it.
    fn push_escaped(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['&', ' ', '\n', '\r', '\t']) {
            self.0.push_str(&rest[..at]);
            rest = &rest[at..];
            let escape = ESCAPES.iter().find(|(escape, _)| rest.starts_with(escape));
            match escape {
                Some((escape, character)) => {
                    self.0.push(*character);
                    rest = &rest[escape.len()..];
                }
                None => {
                    if rest.starts_with('&') {
                        self.0.push('&');
                    } else {
                        self.space();
                    }
                    rest = &rest[1..];
                }
            }
        }
        self.0.push_str(rest);
    }
}

const ESCAPES: [(&str, char); 5] = [
    ("&amp;", '&'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&nbsp;", '\u{a0}'),
];
