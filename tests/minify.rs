//! Pages from minified templates hold the same document as pages from the templates as written:
//! the same elements, attributes and words, with the same spaces where a reader sees them.

mod support;

use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Elements that a browser sets apart from the line of text, so that white space beside them is
/// not seen.
const BLOCKS: &[&str] = &[
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "script",
    "header",
    "footer",
    "main",
    "nav",
    "section",
    "article",
    "aside",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "figure",
    "figcaption",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "hr",
    "form",
    "fieldset",
    "legend",
    "address",
    "blockquote",
    "pre",
    "details",
    "summary",
    "option",
    "#document",
    "#text-edge",
];

/// The document as lines: one for each element with its attributes, one for each run of words.
fn outline(html: &[u8]) -> Vec<String> {
    let dom = html5ever::parse_document(RcDom::default(), Default::default())
        .from_utf8()
        .one(html);
    let mut out = Vec::new();
    write(&dom.document, &mut out);
    join_words(out)
}

enum Piece {
    Open(String, bool),
    Close(bool),
    Words(String),
}

fn write(node: &Handle, out: &mut Vec<Piece>) {
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            let tag = name.local.to_string();
            let block = BLOCKS.contains(&tag.as_str());
            let mut attributes: Vec<String> = attrs
                .borrow()
                .iter()
                .map(|attr| format!("{}={:?}", attr.name.local, attr.value.trim()))
                .collect();
            attributes.sort();
            out.push(Piece::Open(
                format!("<{tag} {}>", attributes.join(" ")),
                block,
            ));
            for child in node.children.borrow().iter() {
                write(child, out);
            }
            out.push(Piece::Close(block));
        }
        NodeData::Text { contents } => out.push(Piece::Words(contents.borrow().to_string())),
        NodeData::Document => {
            for child in node.children.borrow().iter() {
                write(child, out);
            }
        }
        _ => {}
    }
}

/// White space is one space; beside a block it is nothing, and so is a second one after another.
fn join_words(pieces: Vec<Piece>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let flush = |line: &mut String, lines: &mut Vec<String>| {
        let text = line
            .split(' ')
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        if !text.is_empty() {
            lines.push(text);
        }
        line.clear();
    };
    for piece in pieces {
        match piece {
            Piece::Open(tag, true) => {
                flush(&mut line, &mut lines);
                lines.push(tag);
            }
            Piece::Close(true) => flush(&mut line, &mut lines),
            Piece::Open(tag, false) => line.push_str(&tag.replace(' ', "\u{1}")),
            Piece::Close(false) => line.push('\u{2}'),
            Piece::Words(words) => {
                line.push_str(&words.replace(['\n', '\t', '\r'], " "));
            }
        }
    }
    flush(&mut line, &mut lines);
    lines
}

#[test]
fn small_pages_hold_the_same_document_as_readable_ones() {
    let folder = tempfile::tempdir().unwrap();
    let (small, readable) = (folder.path().join("small"), folder.path().join("readable"));
    support::build(&support::repository(), &small);
    support::build_with(&support::repository(), &readable, &["--readable"], &[]);
    let (small, readable) = (support::files(&small), support::files(&readable));
    let (mut bytes_small, mut bytes_readable) = (0, 0);
    for (path, html) in readable.iter().filter(|(path, _)| path.ends_with(".html")) {
        bytes_small += small[path].len();
        bytes_readable += html.len();
        let (small, readable) = (outline(&small[path]), outline(html));
        for (small, readable) in small.iter().zip(&readable) {
            assert_eq!(small, readable, "{path}");
        }
        assert_eq!(small.len(), readable.len(), "{path}");
    }
    assert!(
        bytes_small < bytes_readable,
        "{bytes_small} of {bytes_readable} bytes"
    );
}
