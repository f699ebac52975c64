//! Folding: what makes two spellings the same word for the search.
//!
//! The browser folds what is typed with the same rules (`fold` in `assets/search-words.js`). They stand
//! here and there; `tests/search/fold.json` and a property test hold the two together. A rule is
//! the same in all languages, because a reader may type a word of any of them.

use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup};

/// Marks that are left out: accents of Latin, Greek and Cyrillic, the points of Hebrew, Arabic and
/// Syriac. Those of other scripts are letters in all but name, and stay.
const MARKS: [(u32, u32); 20] = [
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05BD),
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
    (0x0711, 0x0711),
    (0x0730, 0x074A),
    (0x08D3, 0x08FF),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
];

/// What is written for looks or for direction, and says nothing.
fn is_silent(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{02B9}'..='\u{02BF}' | '\u{061C}' | '\u{0640}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        // A hamza that stands alone is often not written.
        | '\u{0621}')
}

fn is_mark(c: char) -> bool {
    let c = c as u32;
    c >= 0x0300
        && MARKS
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&c))
}

/// One letter for several that readers do not keep apart; `""` leaves a letter as it is.
fn letter(c: char) -> &'static str {
    match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ə' => "e",
        'ς' => "σ",
        'ٱ' => "ا",
        'ى' | 'ي' | 'ے' => "ی",
        'ك' | 'ڪ' => "ک",
        // The Kurdish vowel too: many write it as the letter with a non-joiner, or with none.
        'ة' | 'ھ' | 'ہ' | 'ۃ' | 'ۀ' | 'ە' => "ه",
        _ => "",
    }
}

fn digit(c: char) -> Option<char> {
    let zero = match c {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        _ => return None,
    };
    char::from_u32(c as u32 - zero + u32::from(b'0'))
}

/// Whether a character belongs to a word.
pub fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    GeneralCategoryGroup::Letter.contains(category)
        || GeneralCategoryGroup::Mark.contains(category)
        || GeneralCategoryGroup::Number.contains(category)
}

/// The text in the form in which words are compared: composed, in lower case, without accents,
/// points and filling, with one letter for each family of letters and with European digits.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    let mut lower = String::with_capacity(composed.len());
    let mut before = ' ';
    for c in composed.chars() {
        // The seat of a vowel at the start of a Kurdish word: written or not, it is one word.
        let seat = c == 'ئ' && !is_word(before);
        if !seat {
            lower.extend(c.to_lowercase());
        }
        before = c;
    }
    // Composed with its hamza it would fall into another letter than in Persian.
    let lower = lower.replace('ۀ', "ه");
    let parts = DecomposingNormalizerBorrowed::new_nfd().normalize(&lower);
    let mut folded = String::with_capacity(parts.len());
    for c in parts.chars().filter(|c| !is_mark(*c) && !is_silent(*c)) {
        match (letter(c), digit(c)) {
            ("", None) => folded.push(c),
            ("", Some(digit)) => folded.push(digit),
            (other, _) => folded.push_str(other),
        }
    }
    ComposingNormalizerBorrowed::new_nfc()
        .normalize(&folded)
        .into_owned()
}
