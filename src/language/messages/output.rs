//! Where a message's text goes: into HTML, into an attribute, or into a comparison.

use crate::language::isolate;

/// A text that is being written.
pub(super) struct Output {
    markup: Markup,
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// Everything is escaped, and inserted values stand in `<bdi>`.
    Html,
    /// Nothing is escaped, and inserted values stand between isolation marks.
    Plain,
    /// Only the characters, to compare them.
    Bare,
}

impl Output {
    pub fn new(markup: Markup) -> Self {
        Self {
            markup,
            text: String::new(),
        }
    }

    /// Writes the message's own words.
    pub fn words(&mut self, words: &str) {
        match self.markup {
            Markup::Html => escape(words, &mut self.text),
            Markup::Plain | Markup::Bare => self.text.push_str(words),
        }
    }

    /// Writes a value that was inserted, and may be of another direction.
    pub fn value(&mut self, value: &str) {
        match self.markup {
            Markup::Html => {
                self.text.push_str("<bdi>");
                escape(value, &mut self.text);
                self.text.push_str("</bdi>");
            }
            Markup::Plain => {
                self.text.push(isolate::OPEN);
                self.text.push_str(value);
                self.text.push(isolate::CLOSE);
            }
            Markup::Bare => self.text.push_str(value),
        }
    }

    pub fn finish(self) -> String {
        self.text
    }
}

/// Escapes what means something in HTML, for texts and for attributes in either kind of quotes.
fn escape(text: &str, to: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (before, special) = rest.split_at(at);
        to.push_str(before);
        to.push_str(match special.as_bytes().first() {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            Some(b'"') => "&quot;",
            _ => "&#39;",
        });
        rest = special.get(1..).unwrap_or_default();
    }
    to.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_escaped() {
        let mut out = Output::new(Markup::Html);
        out.words("a < b & c > d \"e\" 'f' ختم");
        assert_eq!(
            out.finish(),
            "a &lt; b &amp; c &gt; d &quot;e&quot; &#39;f&#39; ختم"
        );
    }
}
