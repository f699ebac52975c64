//! Language tags (BCP 47), and what follows from a tag alone: script and direction of writing.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use icu::locale::subtags::{Script, script};
use icu::locale::{
    Direction as IcuDirection, Locale, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander,
};
use serde::{Serialize, Serializer};

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A language tag, such as `ckb`, `ar-IQ` or `zh-Hans`.
///
/// It stays the tag that was written, with the usual upper and lower case; only the search for
/// locale data follows aliases (`kmr` finds the data of `ku`), so that files and addresses keep
/// the name that the editor gave them.
#[derive(Clone, Debug)]
pub struct Tag {
    text: Arc<str>,
    locale: Locale,
    script: Script,
    direction: Direction,
}

/// Why a text is not a language tag. The message also says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagError {
    /// There is no text.
    Empty,
    /// Subtags joined by underscores, as in file systems and some programs.
    Underscore(String),
    /// The first part is not a language code.
    Language(String),
    /// A later part is no subtag.
    Subtag(String),
}

impl Tag {
    /// Reads a tag in any mixture of upper and lower case.
    pub fn parse(text: &str) -> Result<Self, TagError> {
        if text.is_empty() {
            return Err(TagError::Empty);
        }
        if text.contains('_') {
            return Err(TagError::Underscore(text.to_owned()));
        }
        let written: Locale = text.parse().map_err(|error| match error {
            icu::locale::ParseError::InvalidLanguage => TagError::Language(text.to_owned()),
            _ => TagError::Subtag(text.to_owned()),
        })?;

        let mut locale = written.clone();
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        let script = LocaleExpander::new_extended().get_likely_script(&locale.id);
        let direction = match LocaleDirectionality::new_extended().get(&locale.id) {
            Some(IcuDirection::RightToLeft) => Direction::Rtl,
            _ => Direction::Ltr,
        };
        Ok(Self {
            text: written.to_string().into(),
            locale,
            script: script.unwrap_or(script!("Zzzz")),
            direction,
        })
    }

    /// The tag as it is written in HTML's `lang`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The name of the language's folder in the output: only `a` to `z`, digits and hyphens.
    pub fn folder(&self) -> String {
        self.text.to_ascii_lowercase()
    }

    /// The direction of the script in which the language is usually written.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The ISO 15924 code of that script, such as `Arab` or `Hans`; `Zzzz` when it is unknown.
    pub fn script(&self) -> &str {
        self.script.as_str()
    }

    /// The locale under which data is looked up.
    pub(super) fn locale(&self) -> &Locale {
        &self.locale
    }
}

impl PartialEq for Tag {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Tag {}

impl PartialOrd for Tag {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Tag {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl Hash for Tag {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Tag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl fmt::Display for TagError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => {
                f.write_str("a language tag is missing; write one such as `en` or `ckb`")
            }
            Self::Underscore(text) => write!(
                f,
                "`{text}` is not a language tag; use a hyphen, not an underscore: `{}`",
                text.replace('_', "-")
            ),
            Self::Language(text) => write!(
                f,
                "`{text}` does not begin with a language code; begin with two or three letters, \
                 such as `en` or `ckb`"
            ),
            Self::Subtag(text) => write!(
                f,
                "`{text}` has a part that no language tag has; after the language come a script \
                 such as `Arab` and a country such as `IQ`, joined by hyphens: `ku-Arab`, `ar-IQ`"
            ),
        }
    }
}

impl std::error::Error for TagError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Tag {
        Tag::parse(text).unwrap()
    }

    #[test]
    fn tags_are_written_in_the_usual_case() {
        assert_eq!(tag("AR-iq").as_str(), "ar-IQ");
        assert_eq!(tag("zh-hans").to_string(), "zh-Hans");
        assert_eq!(tag("EN"), tag("en"));
        assert!(tag("ar") < tag("ckb"));
    }

    #[test]
    fn a_tag_keeps_the_name_that_the_editor_gave_it() {
        assert_eq!(tag("kmr").as_str(), "kmr");
        assert_eq!(tag("kmr").locale().to_string(), "ku");
    }

    #[test]
    fn folders_are_lowercase() {
        assert_eq!(tag("zh-Hans-TW").folder(), "zh-hans-tw");
        assert_eq!(tag("ckb").folder(), "ckb");
    }

    #[test]
    fn the_direction_follows_from_the_script() {
        for text in [
            "ar", "ar-IQ", "ckb", "fa", "he", "ur", "syr", "ku-Arab", "ps", "yi", "az-IR", "mid",
        ] {
            assert_eq!(tag(text).direction(), Direction::Rtl, "{text}");
        }
        for text in [
            "en", "fr", "tr", "ku", "kmr", "zh-Hans", "ru", "ar-Latn", "zz",
        ] {
            assert_eq!(tag(text).direction(), Direction::Ltr, "{text}");
        }
    }

    #[test]
    fn the_script_is_the_likely_one() {
        for (text, script) in [
            ("en", "Latn"),
            ("ckb", "Arab"),
            ("ku", "Latn"),
            ("ku-Arab", "Arab"),
            ("zh", "Hans"),
            ("zh-TW", "Hant"),
            ("syr", "Syrc"),
            ("zz", "Zzzz"),
        ] {
            assert_eq!(tag(text).script(), script, "{text}");
        }
    }

    #[test]
    fn invalid_tags_say_what_to_do() {
        let message = |text: &str| Tag::parse(text).unwrap_err().to_string();
        assert!(message("").contains("missing"));
        assert!(message("en_US").contains("use a hyphen, not an underscore: `en-US`"));
        assert!(message("english language").contains("two or three letters"));
        assert!(message("e").contains("two or three letters"));
        assert!(message("../etc").contains("two or three letters"));
        assert!(message("عربي").contains("two or three letters"));
        assert!(message("ar-Iraq!").contains("`ar-IQ`"));
        assert!(message("en-").contains("no language tag has"));
    }

    #[test]
    fn tags_are_serialised_as_text() {
        assert_eq!(serde_json::to_string(&tag("ar-iq")).unwrap(), "\"ar-IQ\"");
        assert_eq!(serde_json::to_string(&Direction::Rtl).unwrap(), "\"rtl\"");
    }
}
