//! The behaviour of Markdown as a whole: what an author writes and what a reader gets.

mod addresses;
mod blocks;
mod hostile;
mod links;
mod notes;
mod properties;

use std::borrow::Cow;

use super::{Body, Options, Slot, Source, compile};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourcePath};

/// A compiled text and what was said about it, in the order of the file.
struct Compiled {
    body: Body,
    problems: Vec<Diagnostic>,
}

fn compiled(markdown: &str) -> Compiled {
    compiled_within("", markdown, &Options::default())
}

fn compiled_within(front: &str, markdown: &str, options: &Options) -> Compiled {
    let file = SourcePath::new("content/lists/iraq/cylinder-seals/ar.md");
    let text = format!("{front}{markdown}");
    let source = Source {
        file: &file,
        text: &text,
        body: front.len()..text.len(),
    };
    let mut diagnostics = Diagnostics::new();
    let body = compile(&source, options, &mut diagnostics);
    Compiled {
        body,
        problems: diagnostics.sorted().into_iter().collect(),
    }
}

impl Compiled {
    fn codes(&self) -> Vec<Code> {
        self.problems.iter().map(|problem| problem.code).collect()
    }

    /// Line, column and length of each problem.
    fn places(&self) -> Vec<(u32, u32, u32)> {
        let places = self.problems.iter().filter_map(|p| p.place.as_ref());
        places.map(|p| (p.line, p.column, p.length)).collect()
    }

    fn html(&self) -> String {
        written(&self.body, "")
    }
}

/// The HTML of a body for a page on which every slot shows what it is.
fn written(body: &Body, ids: &str) -> String {
    let mut out = String::new();
    body.write(&mut out, ids, &mut |slot| match slot {
        Slot::Href(index) => format!("target-{index}").into(),
        Slot::Src(index) => format!("picture-{index}").into(),
        Slot::PictureAttributes(_) | Slot::BeforePicture(_) | Slot::AfterPicture(_) => "".into(),
        Slot::ExternalMark => Cow::Borrowed("<span>↗</span>"),
        Slot::NoteNumber(note) => note.to_string().into(),
        Slot::BacklinkLabel { note, reference } => format!("back to {note}.{reference}").into(),
    });
    out
}

/// The HTML of a text that has no problems.
fn html(markdown: &str) -> String {
    let compiled = compiled(markdown);
    assert_eq!(compiled.problems, [], "{markdown}");
    compiled.html()
}

/// The codes of all problems of a text.
fn codes(markdown: &str) -> Vec<Code> {
    compiled(markdown).codes()
}
