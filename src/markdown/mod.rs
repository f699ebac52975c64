//! Markdown, compiled once when a file is loaded.
//!
//! [`compile`] turns the text below a file's front matter into a [`Body`]: finished HTML with
//! slots where a link's address, a picture's address or a word in the reader's language belongs.
//! [`Body::write`] fills the slots, so one body serves every page, language and depth.
//!
//! Nothing an author writes reaches a page as it stands. Text is escaped, addresses are parsed
//! into a [`Reference`] or refused, and HTML in Markdown is rebuilt from a list of harmless tags
//! and then cleaned once more.

mod blocks;
mod body;
mod clean;
mod escape;
mod footnotes;
mod headings;
mod html;
mod links;
mod places;
mod reference;
mod scan;
mod tags;
mod writer;

#[cfg(test)]
mod tests;

pub use body::{Body, Heading, LocatedReference, Slot};
pub use reference::{Kind, Reference};

use std::ops::Range;

use crate::diagnostic::{Diagnostics, SourcePath};

/// A Markdown text within its file, so that problems carry the place in the file.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The file.
    pub file: &'a SourcePath,
    /// The whole text of the file, front matter included.
    pub text: &'a str,
    /// The bytes of the Markdown in it. A range that does not fit the text means no Markdown.
    pub body: Range<usize>,
}

/// What may differ from text to text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Turns straight quotes, `--` and `...` into their printed forms. The forms are English
    /// whatever the language, so this is for English texts only.
    pub smart_punctuation: bool,
}

/// Compiles a Markdown text. What is wrong with it is reported and left out of the body; the rest
/// is kept, so there is always something to show.
pub fn compile(source: &Source, options: &Options, diagnostics: &mut Diagnostics) -> Body {
    writer::compile(source, options, diagnostics)
}
