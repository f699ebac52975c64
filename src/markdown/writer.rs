//! From the parser's events to a body: what every event leads to. How headings,
//! cells and footnotes are written stands in `blocks`, links and pictures in `links`.

use std::ops::Range;

use pulldown_cmark::{
    BrokenLink, CowStr, Event, LinkType, Options as Extensions, Parser, Tag, TagEnd,
};

use super::blocks::Table;
use super::body::{Body, Heading, LocatedReference, Markup};
use super::clean::clean;
use super::escape::push_text;
use super::footnotes::{self, Footnotes};
use super::headings::Headings;
use super::html::{HandWritten, Raw};
use super::links::{EndOfLink, Picture, dead_anchors};
use super::places::Places;
use super::{Options, Source};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// See [`super::compile`].
pub(super) fn compile(source: &Source, options: &Options, diagnostics: &mut Diagnostics) -> Body {
    let range = source.body.clone();
    let (markdown, start) = match source.text.get(range.clone()) {
        Some(markdown) => (markdown, range.start),
        None => ("", 0),
    };
    let mut broken = Vec::new();
    let mut note_broken = |link: BrokenLink| {
        // A word in brackets is just that; `[text][label]` is meant as a link.
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            broken.push(link.span);
        }
        None::<(CowStr, CowStr)>
    };
    let parser = Parser::new_with_broken_link_callback(
        markdown,
        extensions(options),
        Some(&mut note_broken),
    );
    let mut writer = Writer::new(markdown, Places::new(source, start), diagnostics);
    for (event, range) in parser.into_offset_iter() {
        writer.event(event, range);
    }
    for range in broken {
        writer.report_broken(range);
    }
    writer.finish()
}

fn extensions(options: &Options) -> Extensions {
    let mut extensions = Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_DEFINITION_LIST
        | Extensions::ENABLE_STRIKETHROUGH;
    extensions.set(
        Extensions::ENABLE_SMART_PUNCTUATION,
        options.smart_punctuation,
    );
    extensions
}

/// Deeper elements are left out and their words kept: nobody reads a quotation within a hundred
/// others, and browsers stop nesting at a few hundred as well.
const MAX_DEPTH: usize = 100;

/// Everything that is under way while a text is being compiled.
pub(super) struct Writer<'a> {
    markdown: &'a str,
    places: Places<'a>,
    diagnostics: &'a mut Diagnostics,
    pub(super) out: Markup,
    pub(super) references: Vec<LocatedReference>,
    pub(super) links: Vec<EndOfLink>,
    pub(super) picture: Option<Picture>,
    pub(super) headings: Vec<Heading>,
    pub(super) heading_order: Headings,
    /// The words of the heading that is being written.
    pub(super) heading: Option<(u8, String)>,
    pub(super) footnotes: Footnotes,
    /// What was being written when a footnote's text came between.
    pub(super) interrupted: Vec<(Markup, String, Range<usize>)>,
    pub(super) table: Table,
    in_code_block: bool,
    html: HandWritten,
    html_block: Option<Raw>,
    /// How many Markdown elements are open.
    depth: usize,
}

impl<'a> Writer<'a> {
    fn new(markdown: &'a str, places: Places<'a>, diagnostics: &'a mut Diagnostics) -> Self {
        let out = Markup {
            html: String::with_capacity(markdown.len() + markdown.len() / 4),
            holes: Vec::new(),
        };
        Self {
            markdown,
            places,
            diagnostics,
            out,
            references: Vec::new(),
            links: Vec::new(),
            picture: None,
            headings: Vec::new(),
            heading_order: Headings::default(),
            heading: None,
            footnotes: Footnotes::default(),
            interrupted: Vec::new(),
            table: Table::default(),
            in_code_block: false,
            html: HandWritten::default(),
            html_block: None,
            depth: 0,
        }
    }

    fn event(&mut self, event: Event, range: Range<usize>) {
        if self.picture.is_some() {
            return self.picture_event(event, range);
        }
        match event {
            Event::Start(Tag::HtmlBlock) => self.html_block = Some(Raw::default()),
            Event::End(TagEnd::HtmlBlock) => self.end_html_block(),
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => {
                self.html.close_all(self.depth, &mut self.out.html);
                self.end(tag);
                self.depth -= 1;
            }
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.code(&text),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, range),
            Event::FootnoteReference(label) => self.footnote_reference(&label, range),
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Rule => self.push("<hr>\n"),
            // These extensions are off.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        if let Tag::Image {
            dest_url, title, ..
        } = tag
        {
            return self.start_picture(&dest_url, &title, range);
        }
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return;
        }
        match tag {
            Tag::Paragraph => self.push("<p>"),
            Tag::Heading { level, .. } => self.start_heading(level as u8, range),
            Tag::BlockQuote(_) => self.push("<blockquote>\n"),
            Tag::CodeBlock(_) => {
                self.in_code_block = true;
                self.push("<pre tabindex=\"0\"><code>");
            }
            Tag::List(None) => self.push("<ul>\n"),
            Tag::List(Some(1)) => self.push("<ol>\n"),
            Tag::List(Some(start)) => self.push(&format!("<ol start=\"{start}\">\n")),
            Tag::Item => self.push("<li>"),
            Tag::FootnoteDefinition(label) => {
                let interrupted = std::mem::take(&mut self.out);
                self.interrupted
                    .push((interrupted, label.into_string(), range));
            }
            Tag::DefinitionList => self.push("<dl>\n"),
            Tag::DefinitionListTitle => self.push("<dt>"),
            Tag::DefinitionListDefinition => self.push("<dd>"),
            Tag::Table(alignments) => {
                self.table.alignments = alignments;
                // Those who cannot drag a wide table sideways can scroll it with the keyboard.
                self.push("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\">\n<table>\n");
            }
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.push("<thead>\n<tr>");
            }
            Tag::TableRow => {
                self.table.column = 0;
                self.push("<tr>");
            }
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Strikethrough => self.push("<del>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.start_link(link_type, &dest_url, &title, range),
            // Handled before, or from extensions that are off.
            Tag::HtmlBlock
            | Tag::Image { .. }
            | Tag::MetadataBlock(_)
            | Tag::Superscript
            | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if self.depth > MAX_DEPTH {
            return;
        }
        match tag {
            TagEnd::Paragraph => self.push("</p>\n"),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(_) => self.push("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.in_code_block = false;
                self.push("</code></pre>\n");
            }
            TagEnd::List(true) => self.push("</ol>\n"),
            TagEnd::List(false) => self.push("</ul>\n"),
            TagEnd::Item => self.push("</li>\n"),
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::DefinitionList => self.push("</dl>\n"),
            TagEnd::DefinitionListTitle => self.push("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.push("</dd>\n"),
            TagEnd::Table => self.push("</tbody>\n</table>\n</div>\n"),
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.push("</tr>\n</thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.push("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</del>"),
            TagEnd::Link => self.end_link(),
            TagEnd::HtmlBlock
            | TagEnd::Image
            | TagEnd::MetadataBlock(_)
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if let Some(block) = &mut self.html_block {
            return block.push(text, range.start);
        }
        if self.html.is_muted() {
            return;
        }
        if !self.in_code_block && matches!(text, "[" | "![") {
            self.check_footnote(range.end - 1);
        }
        self.words(text);
        push_text(&mut self.out.html, text);
    }

    fn code(&mut self, text: &str) {
        if self.html.is_muted() {
            return;
        }
        self.words(text);
        self.push("<code>");
        push_text(&mut self.out.html, text);
        self.push("</code>");
    }

    fn line_break(&mut self, html: &str) {
        self.words(" ");
        self.push(html);
    }

    /// Keeps the words of a heading.
    pub(super) fn words(&mut self, words: &str) {
        if let Some((_, text)) = &mut self.heading {
            text.push_str(words);
        }
    }

    /// The parser gives references to missing footnotes as text that starts with a bracket.
    fn check_footnote(&mut self, at: usize) {
        let label = self.markdown.get(at..).and_then(footnotes::label);
        let Some(label) = label else {
            return;
        };
        let range = at..at + label.len() + "[^]".len();
        self.report_unknown_footnote(range);
    }

    fn report_unknown_footnote(&mut self, range: Range<usize>) {
        self.report(
            Code::UnknownFootnote,
            range,
            "this footnote has no text",
            "Write its text on a line of its own, such as `[^1]: The text.`.",
        );
    }

    fn html(&mut self, html: &str, range: Range<usize>) {
        if let Some(block) = &mut self.html_block {
            return block.push(html, range.start);
        }
        let mut raw = Raw::default();
        raw.push(html, range.start);
        self.html.write(&raw, self.depth, &mut self.out.html);
    }

    fn end_html_block(&mut self) {
        if let Some(raw) = self.html_block.take() {
            self.html.write(&raw, self.depth, &mut self.out.html);
            self.html.unmute();
        }
    }

    fn report_broken(&mut self, range: Range<usize>) {
        self.report(
            Code::DeadLink,
            range,
            "the address of this link is not given",
            "Add a line such as `[label]: ../foundation-cones/en.md`, or write `\\[` for a bracket.",
        );
    }

    fn finish(mut self) -> Body {
        self.html.close_all(0, &mut self.out.html);
        for range in std::mem::take(&mut self.footnotes).write(&mut self.out) {
            self.report_unknown_footnote(range);
        }
        for removed in std::mem::take(&mut self.html.removed) {
            self.report(
                Code::HtmlRemoved,
                removed.range,
                removed.message,
                removed.cure,
            );
        }
        // Links within the text can be checked here, where its headings are known.
        for problem in dead_anchors(&self.references, &self.headings) {
            self.diagnostics.push(problem);
        }
        Body {
            markup: match self.html.used {
                true => clean(&self.out),
                false => self.out,
            },
            references: self.references,
            headings: self.headings,
        }
    }

    pub(super) fn push(&mut self, html: &str) {
        self.out.html.push_str(html);
    }

    pub(super) fn place(&mut self, range: Range<usize>) -> Place {
        self.places.at(range)
    }

    pub(super) fn report(
        &mut self,
        code: Code,
        range: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        let place = self.places.at(range);
        self.diagnostics
            .push(Diagnostic::at(code, place, message).cure(cure));
    }
}
