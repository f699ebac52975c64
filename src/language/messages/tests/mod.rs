//! Messages in English, Arabic, Sorani and French.

mod hostile;
mod pages;
mod problems;

use super::*;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourcePath};

const EN: usize = 0;
const AR: usize = 1;
const CKB: usize = 2;
const FR: usize = 3;

fn languages() -> Vec<LanguageSetup> {
    let setup = |tag: &str, formats: &str, chain: &[usize]| LanguageSetup {
        tag: Tag::parse(tag).unwrap(),
        formats: Arc::new(Formats::new(&Tag::parse(formats).unwrap())),
        chain: chain.to_vec(),
    };
    vec![
        setup("en", "en", &[EN]),
        setup("ar", "ar-IQ", &[AR, EN]),
        setup("ckb", "ckb", &[CKB, AR, EN]),
        setup("fr", "fr", &[FR, EN]),
    ]
}

/// Builds messages from the site's files, and says what was found.
fn build(files: &[(usize, &str)]) -> (Messages, Vec<Diagnostic>) {
    let files: Vec<_> = files
        .iter()
        .map(|(l, text)| (*l, Layer::Site, *text))
        .collect();
    build_layers(&files)
}

fn build_layers(files: &[(usize, Layer, &str)]) -> (Messages, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::new();
    let mut builder = MessagesBuilder::new(&languages());
    for (language, layer, text) in files {
        let tag = ["en", "ar", "ckb", "fr"][*language];
        let file = SourcePath::new(format!("i18n/{tag}/ui.ftl"));
        let file = MessageFile::read(file, text);
        builder.add(*language, *layer, &file, &mut diagnostics);
    }
    let messages = builder.finish(&mut diagnostics);
    (messages, diagnostics.sorted().into_iter().collect())
}

fn messages(files: &[(usize, &str)]) -> Messages {
    build(files).0
}

fn problems(files: &[(usize, &str)], code: Code) -> Vec<Diagnostic> {
    let (_, diagnostics) = build(files);
    diagnostics.into_iter().filter(|d| d.code == code).collect()
}

/// Where a problem is, and what it says.
fn told(problem: &Diagnostic) -> (u32, u32, &str) {
    let place = problem.place.as_ref().unwrap();
    (place.line, place.column, &problem.message)
}

fn html(messages: &Messages, language: usize, key: &str, args: &Args) -> String {
    messages.html(language, key, args).unwrap().value
}

/// The text without isolation marks.
fn plain(messages: &Messages, language: usize, key: &str, args: &Args) -> String {
    let text = messages.plain(language, key, args).unwrap().value;
    text.replace(['\u{2068}', '\u{2069}'], "")
}

fn count(formats: &str, value: i64) -> Args {
    let formats = Formats::new(&Tag::parse(formats).unwrap());
    // Small numbers are exact.
    Args::new().number("count", value as f64, formats.integer(value))
}
