//! The order of words in a language, and the letters of its index.

use std::cmp::Ordering;

use icu::casemap::TitlecaseMapper;
use icu::casemap::options::TitlecaseOptions;
use icu::collator::options::{CollatorOptions, Strength};
use icu::collator::{Collator, CollatorBorrowed};
use icu::locale::LanguageIdentifier;
use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup};

use super::formats::or_root;
use super::sorani;
use super::tag::Tag;

/// The letter that stands for digits, and for texts without a letter.
const NO_LETTER: &str = "#";

/// How a language orders words.
pub(super) enum Collation {
    /// As in CLDR.
    Cldr(Box<Cldr>),
    /// The alphabet of Sorani, which CLDR lacks.
    Sorani,
}

/// CLDR's order for one language.
pub(super) struct Cldr {
    order: CollatorBorrowed<'static>,
    /// Sees only which letter it is: neither case nor an accent that makes no other letter.
    letters: CollatorBorrowed<'static>,
    language: LanguageIdentifier,
}

impl Collation {
    pub(super) fn new(tag: &Tag) -> Self {
        if sorani::is_written_in(tag) {
            return Self::Sorani;
        }
        let mut only_letters = CollatorOptions::default();
        only_letters.strength = Some(Strength::Primary);
        let collator = |options: CollatorOptions| {
            or_root(tag.locale(), |l| Collator::try_new(l.into(), options))
        };
        Self::Cldr(Box::new(Cldr {
            order: collator(CollatorOptions::default()),
            letters: collator(only_letters),
            language: tag.locale().id.clone(),
        }))
    }

    /// The order of two texts; those that the language takes for equal go by code point, so that
    /// a sorted list never depends on how it came.
    pub(super) fn compare(&self, a: &str, b: &str) -> Ordering {
        match self {
            Self::Cldr(cldr) => cldr.order.compare(a, b),
            Self::Sorani => sorani::compare(a, b),
        }
        .then_with(|| a.cmp(b))
    }

    /// The letter under which a text stands in an index.
    pub(super) fn initial(&self, text: &str) -> String {
        let Some(first) = first_letter(text) else {
            return NO_LETTER.to_owned();
        };
        match self {
            Self::Sorani => sorani::fold(first).to_string(),
            Self::Cldr(cldr) => cldr.letter(first),
        }
    }
}

/// The letter with which a text begins, after signs; nothing when it begins with a digit.
fn first_letter(text: &str) -> Option<char> {
    let category = |c: &char| CodePointMapData::<GeneralCategory>::new().get(*c);
    let first = text.chars().find(|c| {
        let category = category(c);
        GeneralCategoryGroup::Letter.contains(category)
            || GeneralCategoryGroup::Number.contains(category)
    })?;
    GeneralCategoryGroup::Letter
        .contains(category(&first))
        .then_some(first)
}

impl Cldr {
    /// The shortest beginning of the decomposed character that the language takes for the same
    /// letter: É is E in French, but Å stays Å in Swedish, and Й stays Й in Russian.
    fn letter(&self, first: char) -> String {
        let first = self.titlecase(&alef(first).to_string());
        let parts = DecomposingNormalizerBorrowed::new_nfd().normalize(&first);
        let shortest = parts
            .char_indices()
            .map(|(at, c)| &parts[..at + c.len_utf8()])
            .find(|part| self.letters.compare(part, &first).is_eq())
            .unwrap_or(&first);
        ComposingNormalizerBorrowed::new_nfc()
            .normalize(shortest)
            .into_owned()
    }

    /// Title case, not upper case: ǆ becomes ǅ, and Georgian keeps its letters.
    fn titlecase(&self, letter: &str) -> String {
        TitlecaseMapper::new()
            .titlecase_segment_to_string(letter, &self.language, TitlecaseOptions::default())
            .into_owned()
    }
}

/// The forms of alef are one letter of the index, although CLDR keeps them apart.
fn alef(c: char) -> char {
    match c {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collation(tag: &str) -> Collation {
        Collation::new(&Tag::parse(tag).unwrap())
    }

    fn sorted(tag: &str, words: &[&str]) -> String {
        let collation = collation(tag);
        let mut words = words.to_vec();
        words.sort_by(|a, b| collation.compare(a, b));
        words.join(" ")
    }

    fn initials(tag: &str, words: &[&str]) -> String {
        let collation = collation(tag);
        let initials: Vec<_> = words.iter().map(|w| collation.initial(w)).collect();
        initials.join(" ")
    }

    #[test]
    fn words_are_ordered_as_in_the_language() {
        assert_eq!(
            sorted("fr", &["zinc", "étain", "Argile", "écu", "eau"]),
            "Argile eau écu étain zinc"
        );
        assert_eq!(sorted("sv", &["ö", "z", "å", "a"]), "a z å ö");
        assert_eq!(sorted("de", &["ö", "z", "å", "a"]), "a å ö z");
    }

    #[test]
    fn arabic_words_are_ordered_by_the_arabic_alphabet() {
        assert_eq!(
            sorted(
                "ar",
                &["هرم", "ختم", "تمثال", "عملة", "إناء", "باب", "ورق", "لوح"]
            ),
            "إناء باب تمثال ختم عملة لوح هرم ورق"
        );
    }

    #[test]
    fn sorani_words_are_ordered_by_the_sorani_alphabet() {
        assert_eq!(
            sorted(
                "ckb",
                &[
                    "یاقوت",
                    "ڕەنگ",
                    "زێڕ",
                    "وێنە",
                    "هونەر",
                    "قوڕ",
                    "ئاسن",
                    "بەرد",
                    "پەیکەر",
                    "ڤاتیکان",
                    "گۆزە",
                    "کانزا",
                    "ژن",
                    "رووبار",
                    "ڵ",
                    "لەوح",
                    "مۆر",
                    "ەدەب"
                ]
            ),
            "ئاسن بەرد پەیکەر رووبار ڕەنگ زێڕ ژن ڤاتیکان قوڕ کانزا گۆزە لەوح ڵ مۆر هونەر ەدەب \
             وێنە یاقوت"
        );
    }

    #[test]
    fn only_equal_texts_are_equal() {
        for tag in ["en", "ckb", "ar"] {
            let collation = collation(tag);
            assert_eq!(
                collation.compare("كتێب", "کتێب"),
                "كتێب".cmp("کتێب"),
                "{tag}"
            );
            assert_eq!(collation.compare("e\u{301}", "é"), Ordering::Less, "{tag}");
            assert_eq!(collation.compare("مۆر", "مۆر"), Ordering::Equal, "{tag}");
        }
    }

    #[test]
    fn initials_are_the_letters_of_the_index() {
        assert_eq!(initials("en", &["clay", "Éclair", "«stone»"]), "C E S");
        assert_eq!(initials("fr", &["étain", "œuf", "çà", "argile"]), "E Œ C A");
        assert_eq!(initials("sv", &["ål", "äpple"]), "Å Ä");
        assert_eq!(initials("de", &["Äpfel"]), "A");
        assert_eq!(initials("tr", &["ipek", "ırmak", "çini"]), "İ I Ç");
        assert_eq!(initials("ru", &["йод", "ёлка", "глина"]), "Й Е Г");
        assert_eq!(initials("el", &["άργιλος"]), "Α");
        assert_eq!(initials("vi", &["ắp"]), "Ă");
        assert_eq!(initials("zh-Hans", &["泥板"]), "泥");
    }

    #[test]
    fn initials_fold_the_forms_of_arabic_letters() {
        assert_eq!(
            initials("ar", &["أختام", "إناء", "آنية", "الواح"]),
            "ا ا ا ا"
        );
        assert_eq!(initials("fa", &["آجر", "گِل"]), "ا گ");
        assert_eq!(
            initials("ckb", &["ئاسن", "كتێب", "يەك", "هونەر"]),
            "ئ ک ی ه"
        );
    }

    #[test]
    fn digits_and_signs_stand_under_the_hash() {
        assert_eq!(initials("en", &["3 cones", "", "…", "½"]), "# # # #");
        assert_eq!(initials("ckb", &["٣ مۆر"]), "#");
    }
}
