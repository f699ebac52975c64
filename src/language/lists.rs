//! Lists within a sentence.

use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;

use super::formats::or_root;
use super::tag::Tag;

/// How a language joins the items of a list.
pub(super) struct Lists {
    /// Nothing for languages in Arabic script for which CLDR has only its root's Latin comma
    /// (`ckb`): they get an Arabic comma, and `و` before the last item.
    and: Option<ListFormatter>,
    separator: &'static str,
}

impl Lists {
    pub(super) fn new(tag: &Tag) -> Self {
        let cldr = or_root(tag.locale(), |l| {
            ListFormatter::try_new_and(l.into(), ListFormatterOptions::default())
        });
        let only_root = cldr.format_to_string(["1", "2", "3"].iter()) == "1, 2, 3";
        Self {
            and: (!only_root || tag.script() != "Arab").then_some(cldr),
            separator: separator(tag.script()),
        }
    }

    /// Ends in "and".
    pub(super) fn and(&self, items: &[String]) -> String {
        if let Some(cldr) = &self.and {
            return cldr.format_to_string(items.iter());
        }
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{} و {last}", first.join(self.separator)),
        }
    }

    /// Joined by commas alone.
    pub(super) fn plain(&self, items: &[String]) -> String {
        items.join(self.separator)
    }
}

/// CLDR has no plain list: even its shortest Arabic one says "and". The comma goes with the
/// script.
fn separator(script: &str) -> &'static str {
    match script {
        "Arab" | "Syrc" | "Thaa" => "، ",
        "Hans" | "Hant" | "Jpan" => "、",
        _ => ", ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists(tag: &str) -> Lists {
        Lists::new(&Tag::parse(tag).unwrap())
    }

    fn and(tag: &str, items: &[&str]) -> String {
        lists(tag).and(&items.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    fn plain(tag: &str, items: &[&str]) -> String {
        lists(tag).plain(&items.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn lists_end_in_and() {
        assert_eq!(
            and("en", &["clay", "stone", "metal"]),
            "clay, stone, and metal"
        );
        assert_eq!(
            and("en-GB", &["clay", "stone", "metal"]),
            "clay, stone and metal"
        );
        assert_eq!(and("fr", &["argile", "pierre"]), "argile et pierre");
        assert_eq!(and("ar", &["طين", "حجر", "معدن"]), "طين وحجر ومعدن");
        assert_eq!(and("zh-Hans", &["泥", "石", "金"]), "泥、石和金");
    }

    #[test]
    fn sorani_lists_have_their_own_pattern() {
        assert_eq!(and("ckb", &["قوڕ", "بەرد", "کانزا"]), "قوڕ، بەرد و کانزا");
        assert_eq!(and("ckb", &["قوڕ", "بەرد"]), "قوڕ و بەرد");
        assert_eq!(and("ckb", &["قوڕ"]), "قوڕ");
        assert_eq!(plain("ckb", &["ا", "ب"]), "ا، ب");
    }

    #[test]
    fn plain_lists_have_the_comma_of_the_script() {
        assert_eq!(plain("en", &["a", "b", "c"]), "a, b, c");
        assert_eq!(plain("ar", &["ا", "ب", "ج"]), "ا، ب، ج");
        assert_eq!(plain("fa", &["ا", "ب"]), "ا، ب");
        assert_eq!(plain("zh-Hans", &["泥", "石"]), "泥、石");
    }

    #[test]
    fn an_empty_list_is_empty() {
        assert_eq!(and("en", &[]), "");
        assert_eq!(and("ckb", &[]), "");
        assert_eq!(plain("ar", &[]), "");
    }
}
