//! Links and pictures: from the parser's events to references and the tags around them.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::body::{Heading, Hole, LocatedReference};
use super::escape::{push_attribute, push_text};
use super::reference::{Reference, Refusal, parse_link, parse_picture, shorten};
use super::writer::Writer;
use crate::diagnostic::{Code, Diagnostic};

/// What is to be written where a link ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EndOfLink {
    /// Nothing: the link was refused.
    Nothing,
    /// The end tag.
    Tag,
    /// The mark of a link that leaves the site, and the end tag.
    MarkAndTag,
}

/// A picture whose text alternative is being gathered.
#[derive(Debug)]
pub(super) struct Picture {
    reference: Result<Reference, Refusal>,
    title: String,
    alternative: String,
    range: Range<usize>,
    /// How many pictures are open within the text alternative.
    within: usize,
}

impl Writer<'_> {
    pub(super) fn start_link(
        &mut self,
        link_type: LinkType,
        address: &str,
        title: &str,
        range: Range<usize>,
    ) {
        let end = self.open_link(link_type, address, title, range);
        self.links.push(end);
    }

    fn open_link(
        &mut self,
        link_type: LinkType,
        address: &str,
        title: &str,
        range: Range<usize>,
    ) -> EndOfLink {
        let reference = match link_type {
            LinkType::Email => Ok(Reference::Mail(address.to_owned())),
            _ => parse_link(address),
        };
        let reference = match reference {
            Ok(reference) => reference,
            Err(refusal) => {
                self.report(refusal.code, range, refusal.message, refusal.cure);
                return EndOfLink::Nothing;
            }
        };
        // HTML has no links within links.
        if self.links.iter().any(|end| *end != EndOfLink::Nothing) {
            return EndOfLink::Nothing;
        }
        let leaves = matches!(reference, Reference::External(_));
        self.push("<a");
        if leaves {
            self.push(" class=\"external\" rel=\"external noreferrer\"");
        }
        self.push_title(title);
        self.refer(reference, range, Hole::Link);
        self.push(">");
        match leaves {
            true => EndOfLink::MarkAndTag,
            false => EndOfLink::Tag,
        }
    }

    pub(super) fn end_link(&mut self) {
        match self.links.pop() {
            None | Some(EndOfLink::Nothing) => {}
            Some(EndOfLink::Tag) => self.push("</a>"),
            Some(EndOfLink::MarkAndTag) => {
                self.out.hole(Hole::ExternalMark);
                self.push("</a>");
            }
        }
    }

    pub(super) fn start_picture(&mut self, address: &str, title: &str, range: Range<usize>) {
        self.picture = Some(Picture {
            reference: parse_picture(address),
            title: title.to_owned(),
            alternative: String::new(),
            range,
            within: 0,
        });
    }

    /// Between the brackets of a picture stand words only.
    pub(super) fn picture_event(&mut self, event: Event, range: Range<usize>) {
        let Some(picture) = &mut self.picture else {
            return;
        };
        match event {
            Event::Text(text) | Event::Code(text) => picture.alternative.push_str(&text),
            Event::SoftBreak | Event::HardBreak => picture.alternative.push(' '),
            Event::Start(Tag::Image { .. }) => picture.within += 1,
            Event::End(TagEnd::Image) if picture.within > 0 => picture.within -= 1,
            Event::End(TagEnd::Image) => self.end_picture(),
            Event::InlineHtml(_) | Event::Html(_) => self.report(
                Code::HtmlRemoved,
                range,
                "a text alternative holds no HTML, so it was taken out",
                "Leave it out.",
            ),
            _ => {}
        }
    }

    fn end_picture(&mut self) {
        let Some(picture) = self.picture.take() else {
            return;
        };
        let alternative = picture.alternative.trim();
        self.words(alternative);
        let reference = match picture.reference {
            Ok(reference) => reference,
            Err(refusal) => {
                push_text(&mut self.out.html, alternative);
                return self.report(refusal.code, picture.range, refusal.message, refusal.cure);
            }
        };
        if alternative.is_empty() {
            self.report(
                Code::NoAltText,
                picture.range.clone(),
                "the picture has no text alternative",
                "Say between the brackets what it shows: `![a cylinder seen from the front](…)`.",
            );
        }
        let index = self.references.len();
        self.out.hole(Hole::BeforePicture(index));
        self.push("<img alt=\"");
        push_attribute(&mut self.out.html, alternative);
        self.push("\"");
        self.push_title(&picture.title);
        self.refer(reference, picture.range, Hole::Picture);
        self.push(">");
        self.out.hole(Hole::AfterPicture(index));
    }

    fn push_title(&mut self, title: &str) {
        if title.is_empty() {
            return;
        }
        self.push(" title=\"");
        push_attribute(&mut self.out.html, title);
        self.push("\"");
    }

    fn refer(&mut self, reference: Reference, range: Range<usize>, hole: fn(usize) -> Hole) {
        self.out.hole(hole(self.references.len()));
        let place = self.place(range);
        self.references.push(LocatedReference { reference, place });
    }
}

/// The problems with links to headings that this text does not have.
pub(super) fn dead_anchors(
    references: &[LocatedReference],
    headings: &[Heading],
) -> Vec<Diagnostic> {
    let ids: HashSet<&str> = headings.iter().map(|heading| heading.id.as_str()).collect();
    let dead = references
        .iter()
        .filter_map(|located| match &located.reference {
            Reference::Anchor(anchor) if !ids.contains(anchor.as_str()) => Some((located, anchor)),
            _ => None,
        });
    dead.map(|(located, anchor)| {
        let message = format!("this text has no heading `#{}`", shorten(anchor));
        let cure = match most_like(anchor, headings) {
            Some(id) => format!("Did you mean `#{id}`?"),
            None => "Add a heading, or leave out the link.".to_owned(),
        };
        Diagnostic::at(Code::DeadAnchor, located.place.clone(), message).cure(cure)
    })
    .collect()
}

/// Nobody needs a suggestion from among hundreds of headings, and comparing with all takes long.
fn most_like<'a>(anchor: &str, headings: &'a [Heading]) -> Option<&'a str> {
    let ids = headings.iter().take(100).map(|heading| heading.id.as_str());
    let likeness = |id: &str| strsim::jaro_winkler(id, anchor);
    ids.max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
}
