//! YAML as a tree of nodes that remember where they stand.
//!
//! Parsing is `serde-saphyr`'s event parser. The tree is kept untyped on purpose: a typed
//! deserialiser stops at its first error, while an editor wants all of them in one run. The
//! [`Fields`] reader turns nodes into typed values and collects what is wrong.

mod fields;
mod reader;
mod suggest;
mod syntax;

pub use fields::Fields;
pub use reader::Reader;
pub use suggest::{closest, one_of};

use std::ops::Range;

use serde_saphyr::granit_parser::{Event, Marker, Parser, ScalarStyle, ScanError};

use crate::diagnostic::{Code, Diagnostic, Place, SourcePath};

/// The most values one file may hold. The largest real vocabulary has a few thousand.
const MAX_NODES: usize = 200_000;
/// How deep values may stand in each other. Content needs five.
const MAX_DEPTH: usize = 32;

/// A value and the bytes of the file where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Bytes in the text of the whole file.
    pub span: Range<usize>,
    /// The value.
    pub value: Value,
}

/// What a node holds. Scalars keep their text: whether `1990` is a number or a title is for the
/// key to say, so that `no` never turns into false.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// A scalar's text; `plain` when it stood without quotes.
    Scalar { text: String, plain: bool },
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order of the file.
    Map(Vec<(Key, Node)>),
}

/// A key of a mapping.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The key's text.
    pub name: String,
    /// Bytes in the text of the whole file.
    pub span: Range<usize>,
}

impl Value {
    /// Whether it is nothing, or a text without words.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Scalar { text, .. } => text.trim().is_empty(),
            _ => false,
        }
    }

    /// What it is, in words that an editor knows.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "nothing",
            Value::Scalar { .. } => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a group of keys",
        }
    }
}

/// Parses the YAML in `text[range]`. Spans count from the start of `text`, so that front matter
/// needs no correction. An empty document is an empty mapping.
///
/// # Errors
/// The first thing that cannot be understood, with its place and a cure: after a syntax error the
/// rest of the file means nothing certain.
pub fn parse(file: &SourcePath, text: &str, range: Range<usize>) -> Result<Node, Box<Diagnostic>> {
    let mut builder = Builder {
        file,
        text,
        offset: range.start,
        open: Vec::new(),
        nodes: 0,
        root: None,
    };
    for event in Parser::new_from_str(&text[range.clone()]) {
        let (event, span) = event.map_err(|error| builder.syntax_error(&error))?;
        let start = builder.byte(&span.start, range.end);
        let end = builder.byte(&span.end, range.end).max(start);
        builder.event(event, start..end)?;
    }
    Ok(builder.root.unwrap_or(Node {
        span: range,
        value: Value::Map(Vec::new()),
    }))
}

/// A list or mapping whose end has not been read.
enum Open {
    List(usize, Vec<Node>),
    Map(usize, Vec<(Key, Node)>, Option<Key>),
}

struct Builder<'a> {
    file: &'a SourcePath,
    text: &'a str,
    offset: usize,
    open: Vec<Open>,
    nodes: usize,
    root: Option<Node>,
}

impl Builder<'_> {
    fn byte(&self, marker: &Marker, end: usize) -> usize {
        marker
            .byte_offset()
            .map_or(end, |byte| byte + self.offset)
            .min(end)
    }

    fn event(&mut self, event: Event<'_>, span: Range<usize>) -> Result<(), Box<Diagnostic>> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), &span)?;
                let plain = style == ScalarStyle::Plain;
                let value = match &*text {
                    "" | "~" | "null" if plain => Value::Null,
                    _ => Value::Scalar {
                        text: text.into_owned(),
                        plain,
                    },
                };
                self.add(Node { span, value })
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), &span)?;
                self.deepen(Open::List(span.start, Vec::new()), &span)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), &span)?;
                self.deepen(Open::Map(span.start, Vec::new(), None), &span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span.end),
            Event::Alias(_) => Err(self.reserved('*', span.start + 1)),
            Event::DocumentStart(..) if self.root.is_some() => Err(self.error(
                Code::YamlSyntax,
                &span,
                "a second document starts here",
                "Keep one document in a file: remove this `---` and what follows, or make a second file.",
            )),
            _ => Ok(()),
        }
    }

    fn deepen(&mut self, open: Open, span: &Range<usize>) -> Result<(), Box<Diagnostic>> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.error(
                Code::YamlTooComplex,
                span,
                format!("values stand in each other more than {MAX_DEPTH} deep"),
                "Look for brackets that are never closed.",
            ));
        }
        self.open.push(open);
        Ok(())
    }

    fn close(&mut self, end: usize) -> Result<(), Box<Diagnostic>> {
        let node = match self.open.pop() {
            Some(Open::List(start, items)) => Node {
                span: start..end.max(start),
                value: Value::List(items),
            },
            Some(Open::Map(start, entries, _)) => Node {
                span: start..end.max(start),
                value: Value::Map(entries),
            },
            None => return Ok(()),
        };
        self.add(node)
    }

    fn add(&mut self, node: Node) -> Result<(), Box<Diagnostic>> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(self.error(
                Code::YamlTooComplex,
                &node.span,
                format!("the file holds more than {MAX_NODES} values"),
                "Split the file.",
            ));
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, pending)) => match pending.take() {
                Some(key) => entries.push((key, node)),
                None => *pending = Some(key(node, self.file, self.text)?),
            },
        }
        Ok(())
    }

    /// Anchors and tags only come about by chance, when a text starts with their sign.
    fn refuse(&self, anchor: usize, tag: bool, span: &Range<usize>) -> Result<(), Box<Diagnostic>> {
        match (anchor != 0, tag) {
            (true, _) => Err(self.reserved('&', span.start)),
            (_, true) => Err(self.reserved('!', span.start)),
            _ => Ok(()),
        }
    }

    fn reserved(&self, sign: char, at: usize) -> Box<Diagnostic> {
        self.slip(syntax::reserved(self.text, at, sign))
    }

    fn syntax_error(&self, error: &ScanError) -> Box<Diagnostic> {
        let at = self.byte(error.marker(), self.text.len());
        self.slip(syntax::explain(self.text, self.offset, at, error.kind()))
    }

    fn slip(&self, slip: syntax::Slip) -> Box<Diagnostic> {
        self.error(Code::YamlSyntax, &slip.at, slip.message, &slip.cure)
    }

    fn error(
        &self,
        code: Code,
        span: &Range<usize>,
        message: impl Into<String>,
        cure: &str,
    ) -> Box<Diagnostic> {
        let place = Place::from_bytes(self.file, self.text, span.clone());
        Box::new(Diagnostic::at(code, place, message).cure(cure))
    }
}

fn key(node: Node, file: &SourcePath, text: &str) -> Result<Key, Box<Diagnostic>> {
    match node.value {
        Value::Scalar { text, .. } => Ok(Key {
            name: text,
            span: node.span,
        }),
        other => {
            let place = Place::from_bytes(file, text, node.span);
            let message = format!("a key must be a word, but here stands {}", other.kind());
            let problem = Diagnostic::at(Code::YamlSyntax, place, message);
            Err(Box::new(problem.cure("Write `key: value`.")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Result<Node, Box<Diagnostic>> {
        parse(&SourcePath::new("a.yaml"), text, 0..text.len())
    }

    #[test]
    fn a_word_like_no_or_1990_stays_text() {
        let node = tree("a: no\nb: 1990\n").unwrap();
        let Value::Map(entries) = node.value else {
            panic!("a mapping")
        };
        assert_eq!(
            entries[0].1.value,
            Value::Scalar {
                text: "no".into(),
                plain: true
            }
        );
    }

    #[test]
    fn spans_count_bytes_of_the_whole_file() {
        let text = "---\nعنوان: ختم\n---\n";
        let node = parse(&SourcePath::new("ar.md"), text, 4..text.len() - 4).unwrap();
        let Value::Map(entries) = node.value else {
            panic!("a mapping")
        };
        assert_eq!(&text[entries[0].0.span.clone()], "عنوان");
        assert_eq!(&text[entries[0].1.span.clone()], "ختم");
    }

    #[test]
    fn a_colon_in_a_text_is_named_as_the_cause() {
        let error = tree("title: Seals: a type\n").unwrap_err();
        assert_eq!(error.code, Code::YamlSyntax);
        assert!(error.message.contains("colon"));
    }

    #[test]
    fn a_hundred_thousand_brackets_end_quickly() {
        let error = tree(&"[".repeat(100_000)).unwrap_err();
        assert!(matches!(
            error.code,
            Code::YamlTooComplex | Code::YamlSyntax
        ));
    }

    #[test]
    fn aliases_are_refused() {
        assert_eq!(
            tree("a: &x [1]\nb: *x\n").unwrap_err().code,
            Code::YamlSyntax
        );
    }

    #[test]
    fn an_empty_file_is_an_empty_group() {
        assert_eq!(tree("").unwrap().value, Value::Map(Vec::new()));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,200}|[\\[\\]{}:,&*!|>'\"%@\n\t -]{0,80}") {
            let _ = tree(&text);
        }
    }
}
