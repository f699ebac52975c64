//! The Sorani alphabet, for which CLDR has no order of its own.
//!
//! CLDR's root keeps the Arabic and the Kurdish forms of kaf and yeh far apart, puts `ڕ` after
//! `ز`, and does not know that vowel signs make no other word. The order of letters is the one
//! that Kurdish Wikipedia and the Kurdish Academy's lists share: `ه ە` before `و ۆ`.

use std::cmp::Ordering;

use super::tag::Tag;

/// The letters in order. Those of Arabic loanwords stand where Arabic has them.
const ALPHABET: &str = "ئابپتثجچحخدذرڕزژسشصضطظعغفڤقکگلڵمنهەوۆیێ";

/// Whether this alphabet is the one of the language: Sorani, and Kurdish in Arabic script.
pub(super) fn is_written_in(tag: &Tag) -> bool {
    let kurdish = ["ckb", "ku", "sdh"].contains(&tag.locale().id.language.as_str());
    kurdish && tag.script() == "Arab"
}

/// The order of two texts, letter by letter.
pub(super) fn compare(a: &str, b: &str) -> Ordering {
    a.chars()
        .filter_map(weight)
        .cmp(b.chars().filter_map(weight))
}

/// The Kurdish form of a letter that has several code points.
pub(super) fn fold(c: char) -> char {
    match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ھ' => 'ه',
        'ة' => 'ە',
        'ؤ' => 'و',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        other => other,
    }
}

/// Signs, then digits, then other scripts, then the alphabet; nothing for what makes no difference.
fn weight(c: char) -> Option<(u8, u32)> {
    let c = fold(c);
    if is_ignored(c) {
        return None;
    }
    if let Some(rank) = ALPHABET.chars().position(|letter| letter == c) {
        return Some((3, u32::try_from(rank).unwrap_or(u32::MAX)));
    }
    if let Some(digit) = digit(c) {
        return Some((1, digit));
    }
    let group = if c.is_alphanumeric() { 2 } else { 0 };
    let lower = c.to_lowercase().next().unwrap_or(c);
    Some((group, u32::from(lower)))
}

/// Joiners, marks of direction, the stretched line and vowel signs.
fn is_ignored(c: char) -> bool {
    matches!(
        c,
        '\u{200c}'..='\u{200f}'
            | '\u{61c}'
            | '\u{2066}'..='\u{2069}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
    )
}

/// The value of a Latin, Arabic or Persian digit.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '٠'..='٩' => Some(u32::from(c) - u32::from('٠')),
        '۰'..='۹' => Some(u32::from(c) - u32::from('۰')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_is_in_order() {
        let letters: Vec<String> = ALPHABET.chars().map(String::from).collect();
        assert_eq!(letters.len(), 39);
        for pair in letters.windows(2) {
            assert_eq!(compare(&pair[0], &pair[1]), Ordering::Less, "{pair:?}");
        }
    }

    #[test]
    fn arabic_forms_joiners_and_vowel_signs_make_no_difference() {
        assert_eq!(compare("كتێبي", "کتێبی"), Ordering::Equal);
        assert_eq!(compare("نێو\u{200c}دەوڵەتی", "نێودەوڵەتی"), Ordering::Equal);
        assert_eq!(compare("مُۆر", "مۆر"), Ordering::Equal);
    }

    #[test]
    fn shorter_words_and_spaces_come_first() {
        assert_eq!(compare("مۆر", "مۆرەکان"), Ordering::Less);
        assert_eq!(compare("مۆر ب", "مۆرا"), Ordering::Less);
    }

    #[test]
    fn digits_and_other_scripts_come_before_the_alphabet() {
        assert_eq!(compare("٢", "3"), Ordering::Less);
        assert_eq!(compare("9", "Z"), Ordering::Less);
        assert_eq!(compare("a", "B"), Ordering::Less);
        assert_eq!(compare("z", "ئا"), Ordering::Less);
    }

    #[test]
    fn only_kurdish_in_arabic_script_uses_it() {
        let uses = |text: &str| is_written_in(&Tag::parse(text).unwrap());
        assert!(uses("ckb") && uses("ckb-IQ") && uses("ku-Arab"));
        assert!(!uses("ku") && !uses("kmr") && !uses("ar") && !uses("fa"));
    }
}
