//! The inverted index of one language: for every word the entries that bear it, and how well.

use std::collections::HashMap;

use super::encode;
use super::words;

/// Where in an entry a word stands, and what that is worth. The scale ends at [`MOST`]; what is
/// not in the language of the index is worth less than anything that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Title,
    OtherName,
    ObjectType,
    Term,
    Summary,
    LookFor,
    Group,
    Inscriptions,
    Caption,
    Body,
    Aside,
    /// The title in another language.
    ForeignTitle,
    /// Another name in another language.
    ForeignName,
    /// The label of a term in another language.
    ForeignTerm,
}

/// The largest worth: a posting's worth is one character.
const MOST: u16 = 63;

/// What is worth less is in another language.
const LEAST_OWN: u16 = 8;

impl Field {
    fn worth(self) -> u16 {
        match self {
            Self::Title => 52,
            Self::OtherName => 44,
            Self::ObjectType => 38,
            Self::Term => 24,
            Self::Summary => 22,
            Self::LookFor => 17,
            Self::Group => 15,
            Self::Inscriptions | Self::Caption => 13,
            Self::Body => 10,
            Self::Aside => LEAST_OWN,
            Self::ForeignTitle => 6,
            Self::ForeignName => 5,
            Self::ForeignTerm => 3,
        }
    }

    fn is_own(self) -> bool {
        self.worth() >= LEAST_OWN
    }

    fn is_name(self) -> bool {
        matches!(self, Self::Title | Self::OtherName)
    }
}

/// Whether a name ends with the word that says what the thing is: a "tablet envelope" is an
/// envelope, an "enveloppe de tablette" too.
fn is_head_last(language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or_default();
    matches!(primary, "de" | "en" | "ja" | "ko" | "nl" | "tr" | "zh")
}

#[derive(Clone, Copy, Default)]
struct Worth {
    best: u16,
    /// Further places and repetitions, which help a little.
    more: u16,
}

/// The forms of the words of a chunk: the number of each, and whether it is the word as written.
type Forms = Box<[(u32, bool)]>;

/// Collects the words of entries, one entry after the other.
#[derive(Default)]
pub struct Postings {
    lexicon: Lexicon,
    postings: Vec<Vec<(u32, u8)>>,
    /// What a chunk between two spaces comes to, for each language: words come again and again.
    known: Vec<(String, HashMap<String, Forms>)>,
    entry: Entry,
    entries: u32,
}

/// Chunks that are longer are not likely to come again.
const LONGEST_KNOWN: usize = 48;

impl Postings {
    /// Adds a text of the entry that is being read. `language` is the text's own tag.
    pub fn add(&mut self, field: Field, text: &str, language: &str) {
        let at = self.known.iter().position(|(tag, _)| tag == language);
        let at = at.unwrap_or_else(|| {
            self.known.push((language.to_owned(), HashMap::new()));
            self.known.len() - 1
        });
        let known = &mut self.known[at].1;
        let head = match field.is_name() && is_head_last(language) {
            true => text.split_ascii_whitespace().count().saturating_sub(1),
            false => 0,
        };
        for (position, chunk) in text.split_ascii_whitespace().enumerate() {
            let from_head = position.abs_diff(head);
            if let Some(forms) = known.get(chunk) {
                self.entry.note(field, forms, from_head);
                continue;
            }
            let forms = self.lexicon.analyse(chunk, language);
            self.entry.note(field, &forms, from_head);
            if chunk.len() <= LONGEST_KNOWN {
                known.insert(chunk.to_owned(), forms);
            }
        }
    }

    /// Ends an entry. Entries are numbered from 0 in the order in which they come.
    pub fn end_entry(&mut self) {
        self.postings
            .resize_with(self.lexicon.texts.len(), Vec::new);
        for (word, worth) in self.entry.worths.drain() {
            let sum = match worth.best >= LEAST_OWN {
                true => (worth.best + worth.more - 1).min(MOST),
                false => worth.best,
            };
            let sum = u8::try_from(sum).unwrap_or(0);
            self.postings[word as usize].push((self.entries, sum));
        }
        self.entries += 1;
    }

    /// The words in order of their code units, each with its postings as text.
    pub fn finish(self) -> Vec<Word> {
        let mut words: Vec<Word> = self
            .lexicon
            .texts
            .into_iter()
            .zip(self.postings)
            .zip(self.lexicon.written)
            .filter(|((_, postings), _)| !postings.is_empty())
            .map(|((text, postings), written)| Word {
                text,
                postings: encode(&postings),
                written,
            })
            .collect();
        words.sort_by(|a, b| by_code_units(&a.text, &b.text));
        words
    }
}

/// The words that have come so far.
#[derive(Default)]
struct Lexicon {
    numbers: HashMap<String, u32>,
    texts: Vec<String>,
    /// Whether a word occurs as written; the others are only stems.
    written: Vec<bool>,
}

impl Lexicon {
    fn analyse(&mut self, chunk: &str, language: &str) -> Forms {
        let mut all = Vec::new();
        for word in words::words(chunk) {
            for (at, form) in words::forms(&word, language).into_iter().enumerate() {
                let is_bare = form == words::without_article(&word);
                let number = self.number(form);
                // Without the article an Arabic word is still a word that one may write.
                self.written[number as usize] |= at == 0 || is_bare;
                all.push((number, at == 0));
            }
        }
        all.into_boxed_slice()
    }

    fn number(&mut self, form: String) -> u32 {
        if let Some(number) = self.numbers.get(&form) {
            return *number;
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.numbers.insert(form.clone(), number);
        self.texts.push(form);
        self.written.push(false);
        number
    }
}

/// The words of the entry that is being read.
#[derive(Default)]
struct Entry {
    worths: HashMap<u32, Worth>,
}

impl Entry {
    /// Notes a word that stands so many words from the one that says what the thing is.
    fn note(&mut self, field: Field, forms: &[(u32, bool)], from_head: usize) {
        for (form, whole) in forms {
            let mut worth = field.worth();
            if field.is_name() {
                worth -= u16::try_from(from_head.min(3)).unwrap_or(3) * 4;
            }
            if !whole && field.is_own() {
                worth = (worth * 19 / 20).max(LEAST_OWN);
            }
            let entry = self.worths.entry(*form).or_default();
            entry.best = entry.best.max(worth);
            entry.more += u16::from(field.is_own() && entry.more < 8);
        }
    }
}

/// The order in which a script compares texts.
fn by_code_units(a: &str, b: &str) -> std::cmp::Ordering {
    a.encode_utf16().cmp(b.encode_utf16())
}

fn encode(postings: &[(u32, u8)]) -> String {
    let mut text = String::with_capacity(postings.len() * 2);
    let mut before = 0;
    for (entry, worth) in postings {
        encode::number(entry - before, &mut text);
        encode::number(u32::from(*worth), &mut text);
        before = *entry;
    }
    text
}

/// A word of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word, folded.
    pub text: String,
    /// Pairs of the distance to the entry before and the worth there.
    pub postings: String,
    /// Whether it occurs as written; other words are only stems.
    pub written: bool,
}

impl Word {
    /// How many bytes it takes in a shard.
    pub fn size(&self) -> usize {
        self.text.len() + self.postings.len() + 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(texts: &[(Field, &str, &str)]) -> Vec<Word> {
        let mut postings = Postings::default();
        for (field, text, language) in texts {
            postings.add(*field, text, language);
        }
        postings.end_entry();
        postings.finish()
    }

    #[test]
    fn a_word_is_found_by_its_forms_and_stands_once() {
        let words = words_of(&[
            (Field::Title, "Clay tablets", "en"),
            (Field::Body, "tablets of clay", "en"),
        ]);
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(texts, ["clay", "of", "tablet", "tablets"]);
        assert!(!words[2].written && words[3].written);
    }

    #[test]
    fn the_word_that_says_what_a_thing_is_is_worth_most() {
        let worth = |title: &str, language: &str, wanted: &str| {
            let words = words_of(&[(Field::Title, title, language)]);
            let found = words.into_iter().find(|word| word.text == wanted);
            found.map(|word| word.postings)
        };
        assert!(
            worth("Cuneiform tablets", "en", "tablet") > worth("Tablet envelopes", "en", "tablet")
        );
        assert!(
            worth("Tablettes en argile", "fr", "tablettes")
                > worth("Enveloppes de tablettes", "fr", "tablettes")
        );
    }

    #[test]
    fn another_language_is_worth_less_than_an_aside() {
        assert!(Field::ForeignTitle.worth() < Field::Aside.worth());
        let words = words_of(&[
            (Field::ForeignTitle, "Tablettes", "fr"),
            (Field::Aside, "beads", "en"),
        ]);
        let worth = |text: &str| {
            let found = words.iter().find(|word| word.text == text);
            found.map(|word| word.postings.clone())
        };
        assert!(worth("tablettes") < worth("beads"));
    }
}
