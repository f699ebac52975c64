//! The names of languages, in each other and in themselves.

use icu::casemap::TitlecaseMapper;
use icu::casemap::options::{TitlecaseOptions, TrailingCase};
use icu_experimental::displaynames::multi::{LanguageDisplayNames, LocaleDisplayNamesFormatter};

use super::tag::Tag;

/// The names of languages in one language.
pub(super) struct Names {
    languages: LanguageDisplayNames,
    /// Names with script and country, such as "Simplified Chinese". Some languages (`ckb`) have
    /// only the names of languages alone.
    locales: Option<LocaleDisplayNamesFormatter>,
}

impl Names {
    /// Nothing when CLDR has no names in this language.
    pub(super) fn new(tag: &Tag) -> Option<Self> {
        let locale = tag.locale();
        Some(Self {
            languages: LanguageDisplayNames::try_new(locale.into(), Default::default()).ok()?,
            locales: LocaleDisplayNamesFormatter::try_new(locale.into(), Default::default()).ok(),
        })
    }

    /// The name of a language, as it stands within a sentence.
    pub(super) fn of(&self, tag: &Tag) -> Option<String> {
        let locale = tag.locale();
        let language = self.languages.of(locale.id.language)?;
        Some(match &self.locales {
            Some(locales) => locales.of(locale).into_owned(),
            None => language.to_owned(),
        })
    }
}

impl Tag {
    /// The language's own name, as it stands in a menu; nothing when CLDR has none.
    pub fn own_name(&self) -> Option<String> {
        let name = Names::new(self)?.of(self)?;
        let mut options = TitlecaseOptions::default();
        options.trailing_case = Some(TrailingCase::Unchanged);
        let mapper = TitlecaseMapper::new();
        let titled = mapper.titlecase_segment_to_string(&name, &self.locale().id, options);
        Some(titled.into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Tag {
        Tag::parse(text).unwrap()
    }

    fn name(of: &str, within: &str) -> Option<String> {
        Names::new(&tag(within))?.of(&tag(of))
    }

    #[test]
    fn a_language_names_the_others() {
        assert_eq!(name("ckb", "en").as_deref(), Some("Central Kurdish"));
        assert_eq!(name("zh-Hans", "en").as_deref(), Some("Simplified Chinese"));
        assert_eq!(name("ar", "fr").as_deref(), Some("arabe"));
        assert_eq!(name("en", "ar").as_deref(), Some("الإنجليزية"));
        assert_eq!(name("ar", "ckb").as_deref(), Some("عەرەبی"));
    }

    #[test]
    fn an_unknown_language_has_no_name() {
        assert_eq!(name("zz", "en"), None);
        assert_eq!(name("en", "zz"), None);
    }

    #[test]
    fn a_language_names_itself_as_in_a_menu() {
        let own = |text: &str| tag(text).own_name();
        assert_eq!(own("en").as_deref(), Some("English"));
        assert_eq!(own("fr").as_deref(), Some("Français"));
        assert_eq!(own("ar").as_deref(), Some("العربية"));
        assert_eq!(own("ckb").as_deref(), Some("کوردیی ناوەندی"));
        assert_eq!(own("kmr").as_deref(), Some("Kurdî (kurmancî)"));
        assert_eq!(own("ka").as_deref(), Some("ქართული"));
        assert_eq!(own("zz"), None);
    }
}
