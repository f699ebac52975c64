//! Headings, cells of tables and footnotes, as the writer meets them.

use std::ops::Range;

use pulldown_cmark::Alignment;

use super::body::{Heading, Hole};
use super::footnotes::Reference;
use super::headings::Disorder;
use super::writer::Writer;
use crate::diagnostic::Code;

/// The table that is being written; tables do not nest.
#[derive(Default)]
pub(super) struct Table {
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) in_head: bool,
    /// Where the tag of the cell at hand starts and ends.
    cell: (usize, usize),
}

impl Writer<'_> {
    pub(super) fn start_heading(&mut self, written: u8, range: Range<usize>) {
        let (level, disorder) = self.heading_order.level(written);
        match disorder {
            None => {}
            Some(Disorder::Title) => self.report(
                Code::HeadingLevel,
                range,
                "a text may not have a heading of level 1: that is the page's title",
                "Start the heading with `##`.",
            ),
            Some(Disorder::Skips(before)) => self.report(
                Code::HeadingLevel,
                range,
                format!("a heading of level {level} follows level {before}"),
                format!(
                    "Start the heading with `{}`.",
                    "#".repeat(before.into()) + "#"
                ),
            ),
        }
        self.heading = Some((level, String::new()));
        self.push(&format!("<h{level}"));
        self.out.hole(Hole::HeadingId(self.headings.len()));
        self.push(">");
    }

    pub(super) fn end_heading(&mut self) {
        let Some((level, text)) = self.heading.take() else {
            return;
        };
        let id = self.heading_order.id(&text, self.headings.len() + 1);
        let text = text.trim().to_owned();
        self.headings.push(Heading { level, id, text });
        self.push(&format!("</h{level}>\n"));
    }

    pub(super) fn start_cell(&mut self) {
        let alignment = self.table.alignments.get(self.table.column);
        // Left in a text that is read from the left means the beginning of the line.
        let class = match alignment {
            Some(Alignment::Left) => " class=\"align-start\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-end\"",
            Some(Alignment::None) | None => "",
        };
        let start = self.out.html.len();
        self.push(match self.table.in_head {
            true => "<th scope=\"col\"",
            false => "<td",
        });
        self.push(class);
        self.push(">");
        self.table.cell = (start, self.out.html.len());
        self.table.column += 1;
    }

    pub(super) fn end_cell(&mut self) {
        let (start, content) = self.table.cell;
        if !self.table.in_head {
            return self.push("</td>");
        }
        // An empty corner is the header of nothing.
        if self.out.html.len() == content {
            self.out.html.truncate(start);
            return self.push("<td></td>");
        }
        self.push("</th>");
    }

    pub(super) fn footnote_reference(&mut self, label: &str, range: Range<usize>) {
        let Reference { note, reference } = self.footnotes.refer(label, range);
        self.push("<sup class=\"footnote-ref\"><a role=\"doc-noteref\"");
        self.out.hole(Hole::NoteReference { note, reference });
        self.push(">");
        self.out.hole(Hole::NoteNumber(note));
        self.push("</a></sup>");
    }

    pub(super) fn end_footnote(&mut self) {
        let Some((interrupted, label, range)) = self.interrupted.pop() else {
            return;
        };
        let content = std::mem::replace(&mut self.out, interrupted);
        if self.footnotes.define(&label, content).is_err() {
            self.report(
                Code::DuplicateId,
                range,
                "this footnote has a text already",
                "Give one of the two another name.",
            );
        }
    }
}
