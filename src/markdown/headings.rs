//! The headings of a text: their order, and ids that may be linked to.

use std::collections::HashMap;

use icu::normalizer::properties::{CanonicalDecompositionBorrowed, Decomposed};

/// What is wrong with a heading's level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Disorder {
    /// It is the page's title.
    Title,
    /// It is more than one level below the heading before it, whose level is given.
    Skips(u8),
}

/// Gives out levels and ids.
#[derive(Debug)]
pub(super) struct Headings {
    level: u8,
    /// The ids in use, with the number to try next when one of them comes again.
    ids: HashMap<String, u32>,
}

impl Default for Headings {
    fn default() -> Self {
        Self {
            level: 1,
            ids: HashMap::new(),
        }
    }
}

impl Headings {
    /// The level that a heading gets, and what is wrong with the one that it has.
    pub(super) fn level(&mut self, written: u8) -> (u8, Option<Disorder>) {
        let level = written.max(2);
        let before = std::mem::replace(&mut self.level, level);
        let disorder = match written {
            ..2 => Some(Disorder::Title),
            _ if level > before + 1 => Some(Disorder::Skips(before)),
            _ => None,
        };
        (level, disorder)
    }

    /// An id for a heading; `number` counts the headings from 1.
    pub(super) fn id(&mut self, text: &str, number: usize) -> String {
        let mut slug = slug(text);
        // Footnotes have ids of that form.
        if slug.is_empty() || slug.starts_with("fn-") || slug.starts_with("fnref-") {
            slug = match slug.as_str() {
                "" => format!("section-{number}"),
                taken => format!("section-{taken}"),
            };
        }
        self.unique(slug)
    }

    fn unique(&mut self, slug: String) -> String {
        let mut next = match self.ids.get(&slug) {
            None => {
                self.ids.insert(slug.clone(), 2);
                return slug;
            }
            Some(next) => *next,
        };
        let mut id = format!("{slug}-{next}");
        while self.ids.contains_key(&id) {
            next += 1;
            id = format!("{slug}-{next}");
        }
        self.ids.insert(slug, next + 1);
        self.ids.insert(id.clone(), 2);
        id
    }
}

/// Lower-case letters and digits of any script; everything between them is one hyphen. Latin
/// letters lose their accents, so that `#sceaux-graves` can be typed.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars().flat_map(char::to_lowercase) {
        if matches!(character, '\u{300}'..='\u{36f}') {
            continue;
        }
        if !character.is_alphanumeric() {
            gap = true;
            continue;
        }
        if gap && !slug.is_empty() {
            slug.push('-');
        }
        gap = false;
        push_plain(&mut slug, character);
    }
    slug
}

fn push_plain(slug: &mut String, character: char) {
    if character.is_ascii() {
        return slug.push(character);
    }
    match character {
        'ß' => slug.push_str("ss"),
        'æ' => slug.push_str("ae"),
        'œ' => slug.push_str("oe"),
        'þ' => slug.push_str("th"),
        'ø' => slug.push('o'),
        'ð' | 'đ' => slug.push('d'),
        'ł' => slug.push('l'),
        'ı' => slug.push('i'),
        _ => slug.push(base(character)),
    }
}

/// The Latin letter under the accents; letters of other scripts stay whole.
fn base(character: char) -> char {
    let decomposition = CanonicalDecompositionBorrowed::new();
    let mut base = character;
    while let Decomposed::Expansion(first, _) = decomposition.decompose(base) {
        base = first;
    }
    if base.is_ascii_alphanumeric() {
        base
    } else {
        character
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_joined_by_hyphens() {
        for (text, expected) in [
            ("How to tell it apart?", "how-to-tell-it-apart"),
            (
                "  Où l'on trouve : l'Élam & Suse ",
                "ou-l-on-trouve-l-elam-suse",
            ),
            ("Mühürlerin İzi: ışık", "muhurlerin-izi-isik"),
            ("Straße nach Łódź", "strasse-nach-lodz"),
            ("Mo\u{301}r Nguyễn", "mor-nguyen"),
            ("الأختام الأسطوانية", "الأختام-الأسطوانية"),
            ("مۆرە لوولەییەکان ٣", "مۆرە-لوولەییەکان-٣"),
            ("印章 1.2", "印章-1-2"),
            ("Печати «Ура»: йод", "печати-ура-йод"),
        ] {
            assert_eq!(Headings::default().id(text, 1), expected, "{text}");
        }
    }

    #[test]
    fn ids_are_unique_and_never_empty() {
        let mut headings = Headings::default();
        let texts = ["a", "a", "a-2", "a", "!", "Section 5", "fn 1", ""];
        let ids: Vec<_> = (1..)
            .zip(texts)
            .map(|(n, text)| headings.id(text, n))
            .collect();
        let expected = [
            "a",
            "a-2",
            "a-2-2",
            "a-3",
            "section-5",
            "section-5-2",
            "section-fn-1",
            "section-8",
        ];
        assert_eq!(ids, expected);
    }

    #[test]
    fn levels_go_down_one_step_at_a_time() {
        let mut headings = Headings::default();
        assert_eq!(headings.level(2), (2, None));
        assert_eq!(headings.level(3), (3, None));
        assert_eq!(headings.level(5), (5, Some(Disorder::Skips(3))));
        assert_eq!(headings.level(2), (2, None));
        assert_eq!(headings.level(1), (2, Some(Disorder::Title)));
        assert_eq!(headings.level(3), (3, None));
        assert_eq!(Headings::default().level(3), (3, Some(Disorder::Skips(1))));
    }
}
