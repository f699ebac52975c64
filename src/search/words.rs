//! From a text to the words that are indexed, and from a word to the forms that stand for it.
//!
//! `words` and `forms` in `assets/search-words.js` do the same to what is typed.

use super::fold::{fold, is_word};

/// The words of a text, folded, in their order. Chinese and Japanese, which write no spaces, are
/// cut into pairs of characters.
pub fn words(text: &str) -> Vec<String> {
    let folded: Vec<char> = fold(text).chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    let mut length = 0;
    let mut at = 0;
    while let Some(c) = folded.get(at).copied() {
        if is_pair_script(c) {
            end(&mut word, &mut length, &mut words);
            let run: Vec<char> = folded[at..]
                .iter()
                .copied()
                .take_while(|c| is_pair_script(*c))
                .collect();
            at += run.len();
            pairs(&run, &mut words);
            continue;
        }
        if is_word(c) {
            word.push(c);
            length += 1;
        } else if !(is_apostrophe(c) && joins(length, &folded[at + 1..])) {
            end(&mut word, &mut length, &mut words);
        }
        at += 1;
    }
    end(&mut word, &mut length, &mut words);
    words
}

/// A single Latin letter is an elided article or a genitive, never what somebody looks for.
fn end(word: &mut String, length: &mut usize, words: &mut Vec<String>) {
    *length = 0;
    let word = std::mem::take(word);
    let lone = word.len() == 1 && word.bytes().all(|b| b.is_ascii_lowercase());
    if !word.is_empty() && !lone {
        words.push(word);
    }
}

fn pairs(run: &[char], words: &mut Vec<String>) {
    if let [one] = run {
        words.push(one.to_string());
    }
    words.extend(run.windows(2).map(|pair| pair.iter().collect::<String>()));
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{0060}' | '\u{00B4}')
}

/// Qur'an is one word, l'argile and Nimrud's are two.
fn joins(length: usize, rest: &[char]) -> bool {
    let follows = |at: usize| {
        rest.get(at)
            .is_some_and(|c| is_word(*c) && !is_pair_script(*c))
    };
    length >= 3 && follows(0) && follows(1)
}

/// Scripts without spaces between words, which are searched by pairs of characters.
pub fn is_pair_script(c: char) -> bool {
    matches!(c as u32, 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// The forms under which a word of a language is found: itself, without its endings, and in
/// Arabic without the article and without a one-letter word that is written together with it.
/// Each is there once, the word itself first.
pub fn forms(word: &str, language: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let mut add = |form: String| {
        if !forms.contains(&form) {
            forms.push(form);
        }
    };
    let primary = language.split('-').next().unwrap_or_default();
    match primary {
        "ar" => {
            let bare = without_article(word);
            add(bare.to_owned());
            add(without_ending(bare, &ARABIC, 3).to_owned());
            if bare == word {
                let letter = word.strip_prefix(['و', 'ب', 'ل', 'ک', 'ف']);
                if let Some(rest) = letter.filter(|rest| count(rest) >= 3) {
                    add(without_ending(rest, &ARABIC, 3).to_owned());
                }
            }
        }
        "ckb" => {
            let mut stem = word;
            loop {
                let shorter = without_ending(stem, &SORANI, 2);
                if shorter == stem {
                    break;
                }
                stem = shorter;
            }
            add(stem.to_owned());
        }
        "fa" => add(without_ending(word, &PERSIAN, 3).to_owned()),
        "en" => add(english(word)),
        "fr" => add(french(word)),
        "de" => add(without_ending(word, &GERMAN, 4).to_owned()),
        "tr" => add(without_ending(word, &TURKISH, 3).to_owned()),
        "es" | "it" | "pt" | "ca" => add(without_ending(word, &["es", "s"], 4).to_owned()),
        _ => {}
    }
    forms
}

/// Endings in folded letters, the longest first where one ends in another.
const ARABIC: [&str; 9] = ["یات", "یه", "ات", "ها", "ین", "ون", "ان", "ه", "ی"];
const SORANI: [&str; 16] = [
    "هکان", "هکه", "یهک", "ێکی", "ێک", "انی", "ان", "هی", "یی", "ین", "تر", "ی", "ه", "یان", "مان",
    "تان",
];
const PERSIAN: [&str; 8] = ["هایی", "های", "ها", "ترین", "تر", "ان", "ات", "ی"];
const GERMAN: [&str; 8] = ["ern", "en", "er", "es", "em", "e", "n", "s"];
const TURKISH: [&str; 6] = ["leri", "lari", "ler", "lar", "si", "i"];

fn count(text: &str) -> usize {
    text.chars().count()
}

/// The word without the first ending of the list that leaves enough of it.
fn without_ending<'w>(word: &'w str, endings: &[&str], least: usize) -> &'w str {
    endings
        .iter()
        .find_map(|ending| {
            word.strip_suffix(ending)
                .filter(|rest| count(rest) >= least)
        })
        .unwrap_or(word)
}

/// Without the Arabic article, also behind the one-letter words that join it.
pub fn without_article(word: &str) -> &str {
    const ARTICLES: [&str; 6] = ["وال", "بال", "کال", "فال", "لل", "ال"];
    ARTICLES
        .iter()
        .find_map(|article| word.strip_prefix(article).filter(|rest| count(rest) >= 3))
        .unwrap_or(word)
}

fn english(word: &str) -> String {
    let length = count(word);
    let mut stem = word.to_owned();
    if length > 4 && word.ends_with("ies") {
        stem.truncate(word.len() - 3);
        stem.push('y');
    } else if length > 4
        && ["sses", "xes", "ches", "shes"]
            .iter()
            .any(|e| word.ends_with(e))
    {
        stem.truncate(word.len() - 2);
    } else if length > 3
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|e| word.ends_with(e))
    {
        stem.truncate(word.len() - 1);
    }
    let left = count(&stem);
    if left >= 7 && stem.ends_with("ing") {
        stem.truncate(stem.len() - 3);
    } else if left >= 6 && stem.ends_with("ed") {
        stem.truncate(stem.len() - 2);
    }
    if count(&stem) >= 5 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

fn french(word: &str) -> String {
    let length = count(word);
    let mut stem = word.to_owned();
    if length > 5 && word.ends_with("aux") && !word.ends_with("eaux") {
        stem.truncate(word.len() - 2);
        stem.push('l');
    } else if length > 3 && (word.ends_with('s') || word.ends_with('x')) {
        stem.pop();
    }
    while count(&stem) > 3 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}
