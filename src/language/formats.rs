//! Numbers, dates, lists and order as a language writes them, from CLDR through ICU4X.

use std::cmp::Ordering;

use icu::calendar::Gregorian;
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{M, Y, YM, YMD};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::GroupingStrategy;
use icu::locale::Locale;
use icu::plurals::{PluralCategory, PluralOperands, PluralRules};

use super::collation::Collation;
use super::lists::Lists;
use super::names::Names;
use super::tag::Tag;
use crate::date::Date;

type DateFormatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// How one language writes numbers, dates and lists, and in which order it puts words.
///
/// It is built once per language and shared between threads.
pub struct Formats {
    numbers: DecimalFormatter,
    years: DecimalFormatter,
    dates: Dates,
    cardinals: PluralRules,
    ordinals: PluralRules,
    lists: Lists,
    collation: Collation,
    names: Option<Names>,
}

/// What a number counts, when its grammatical form is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counting {
    /// How many: one entry, two entries.
    Cardinal,
    /// Which one: the first entry, the second entry.
    Ordinal,
}

impl Formats {
    /// The formats of a language. What CLDR lacks for it comes from CLDR's root.
    pub fn new(tag: &Tag) -> Self {
        let locale = tag.locale();
        Self {
            numbers: or_root(locale, |l| {
                DecimalFormatter::try_new(l.into(), GroupingStrategy::Auto.into())
            }),
            years: or_root(locale, |l| {
                DecimalFormatter::try_new(l.into(), GroupingStrategy::Never.into())
            }),
            dates: Dates::new(tag),
            cardinals: or_root(locale, |l| PluralRules::try_new_cardinal(l.into())),
            ordinals: or_root(locale, |l| PluralRules::try_new_ordinal(l.into())),
            lists: Lists::new(tag),
            collation: Collation::new(tag),
            names: Names::new(tag),
        }
    }

    /// A whole number, with grouping where the language groups.
    pub fn integer(&self, value: i64) -> String {
        self.numbers.format_to_string(&Decimal::from(value))
    }

    /// A number with at most two fraction digits, and none that are zeros at the end.
    pub fn decimal(&self, value: f64) -> String {
        match rounded(value) {
            Some(decimal) => self.numbers.format_to_string(&decimal),
            None => value.to_string(),
        }
    }

    /// A historic year without its sign; the era is a message's part. Years of four digits are
    /// not grouped, longer ones are: `3500`, but `10,000`.
    pub fn year(&self, year: i32) -> String {
        let year = year.unsigned_abs();
        let format = if year < 10_000 {
            &self.years
        } else {
            &self.numbers
        };
        format.format_to_string(&Decimal::from(year))
    }

    /// A date in its long form, as far as it is known: day, month and year, or less.
    pub fn date(&self, date: &Date) -> String {
        // A date that was made without `Date::parse` may not exist.
        self.dates.format(date).unwrap_or_else(|| date.to_string())
    }

    /// A list that ends in "and": `clay, stone and metal`.
    pub fn and_list(&self, items: &[String]) -> String {
        self.lists.and(items)
    }

    /// A plain list: `clay, stone, metal`.
    pub fn list(&self, items: &[String]) -> String {
        self.lists.plain(items)
    }

    /// The order of two words. Only equal texts are equal.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collation.compare(a, b)
    }

    /// The letter under which a word stands in an index; `#` for digits and for no letter at all.
    pub fn initial(&self, text: &str) -> String {
        self.collation.initial(text)
    }

    /// The name of a language in this language, as it stands within a sentence.
    pub fn language_name(&self, tag: &Tag) -> Option<String> {
        self.names.as_ref()?.of(tag)
    }

    /// The grammatical form that goes with a number, by CLDR's name: `zero`, `one`, `two`, `few`,
    /// `many` or `other`.
    pub fn plural(&self, value: f64, counting: Counting) -> &'static str {
        let rules = match counting {
            Counting::Cardinal => &self.cardinals,
            Counting::Ordinal => &self.ordinals,
        };
        match rules.category_for(operands(value)) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }
}

/// Loads data for a locale, or the root's, which every kind of data has.
pub(super) fn or_root<T, E: std::fmt::Debug>(
    locale: &Locale,
    load: impl Fn(&Locale) -> Result<T, E>,
) -> T {
    load(locale)
        .or_else(|_| load(&Locale::UNKNOWN))
        // The data is compiled in, and its root is complete.
        .expect("the root locale has data of every kind")
}

/// The number as it is shown; nothing when it is no number.
fn rounded(value: f64) -> Option<Decimal> {
    if !value.is_finite() {
        return None;
    }
    let mut decimal: Decimal = format!("{value:.2}").parse().ok()?;
    decimal.absolute.trim_end();
    if decimal.absolute.is_zero() {
        // Without the sign that a small negative number leaves.
        return Some(Decimal::from(0));
    }
    Some(decimal)
}

/// Plural forms follow the number as it is shown: 1.00 is written 1 and is one.
fn operands(value: f64) -> PluralOperands {
    const EXACT: f64 = 1e15;
    if value.fract() == 0.0 && value.abs() < EXACT {
        // Below 2^53 a float without a fraction is exactly a whole number.
        return PluralOperands::from(value as i64);
    }
    rounded(value).map_or(PluralOperands::from(0_i64), |d| PluralOperands::from(&d))
}

/// Dates by how much of them is known.
struct Dates {
    day: DateFormatter<YMD>,
    month: DateFormatter<YM>,
    year: DateFormatter<Y>,
    /// CLDR has no month with a year for Sorani: the root would put the year first, and leave out
    /// the ending that joins the two. Its long dates show how it is done.
    sorani_month: Option<DateFormatter<M>>,
}

impl Dates {
    fn new(tag: &Tag) -> Self {
        let locale = tag.locale();
        let sorani = locale.id.language.as_str() == "ckb";
        Self {
            day: or_root(locale, |l| DateFormatter::try_new(l.into(), YMD::long())),
            month: or_root(locale, |l| DateFormatter::try_new(l.into(), YM::long())),
            year: or_root(locale, |l| DateFormatter::try_new(l.into(), Y::long())),
            sorani_month: sorani
                .then(|| or_root(locale, |l| DateFormatter::try_new(l.into(), M::long()))),
        }
    }

    /// The Gregorian calendar is part of the type, so that a language whose usual calendar is
    /// another (`fa`) still shows the content's own date.
    fn format(&self, date: &Date) -> Option<String> {
        let first = icu::calendar::Date::try_new_gregorian(
            date.year,
            date.month.unwrap_or(1),
            date.day.unwrap_or(1),
        )
        .ok()?;
        Some(match (date.month, date.day, &self.sorani_month) {
            (None, _, _) => self.year.format(&first).to_string(),
            (Some(_), None, None) => self.month.format(&first).to_string(),
            (Some(_), None, Some(month)) => {
                format!("{}ی {}", month.format(&first), self.year.format(&first))
            }
            (Some(_), Some(_), _) => self.day.format(&first).to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formats(tag: &str) -> Formats {
        Formats::new(&Tag::parse(tag).unwrap())
    }

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn formats_are_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Formats>();
    }

    #[test]
    fn digits_are_those_of_the_tag() {
        assert_eq!(formats("en").integer(1_234_567), "1,234,567");
        assert_eq!(formats("fr").integer(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(formats("ar").integer(1_234), "1,234");
        assert_eq!(formats("ar-IQ").integer(1_234), "١٬٢٣٤");
        assert_eq!(formats("ckb").integer(1_234), "١٬٢٣٤");
        assert_eq!(formats("fa").integer(1_234), "۱٬۲۳۴");
        assert_eq!(formats("ckb-u-nu-latn").integer(12), "12");
    }

    #[test]
    fn decimals_have_two_fraction_digits_at_most() {
        let en = formats("en");
        assert_eq!(en.decimal(0.8), "0.8");
        assert_eq!(en.decimal(2.0), "2");
        assert_eq!(en.decimal(2.5049), "2.5");
        assert_eq!(en.decimal(1_234.567), "1,234.57");
        assert_eq!(en.decimal(-0.001), "0");
        assert_eq!(en.decimal(100.0), "100");
        assert_eq!(formats("fr").decimal(8.75), "8,75");
        assert_eq!(formats("ar-IQ").decimal(8.75), "٨٫٧٥");
        assert_eq!(formats("ckb").decimal(8.75), "٨٫٧٥");
        assert_eq!(en.decimal(f64::NAN), "NaN");
        assert!(en.decimal(f64::MAX).starts_with("179,769"));
    }

    #[test]
    fn years_have_no_sign_and_are_grouped_from_five_digits_on() {
        assert_eq!(formats("en").year(-3500), "3500");
        assert_eq!(formats("en").year(-10_000), "10,000");
        assert_eq!(formats("fr").year(-10_000), "10\u{202f}000");
        assert_eq!(formats("ar").year(612), "612");
        assert_eq!(formats("ar-IQ").year(-3500), "٣٥٠٠");
        assert_eq!(formats("ckb").year(2015), "٢٠١٥");
        assert_eq!(formats("en").year(i32::MIN), "2,147,483,648");
    }

    #[test]
    fn dates_are_written_out() {
        let day = date("2012-11-07");
        assert_eq!(formats("en").date(&day), "November 7, 2012");
        assert_eq!(formats("en-GB").date(&day), "7 November 2012");
        assert_eq!(formats("fr").date(&day), "7 novembre 2012");
        assert_eq!(formats("ar").date(&day), "7 نوفمبر 2012");
        assert_eq!(formats("ar-IQ").date(&day), "٧ تشرين الثاني ٢٠١٢");
        assert_eq!(formats("ckb").date(&day), "٧ی تشرینی دووەمی ٢٠١٢");
        assert_eq!(formats("zh-Hans").date(&day), "2012年11月7日");
    }

    #[test]
    fn partial_dates_say_only_what_is_known() {
        let (month, year) = (date("2012-11"), date("2012"));
        assert_eq!(formats("en").date(&month), "November 2012");
        assert_eq!(formats("en").date(&year), "2012");
        assert_eq!(formats("fr").date(&month), "novembre 2012");
        assert_eq!(formats("ar-IQ").date(&month), "تشرين الثاني ٢٠١٢");
        assert_eq!(formats("ckb").date(&month), "تشرینی دووەمی ٢٠١٢");
        assert_eq!(formats("ckb").date(&year), "٢٠١٢");
    }

    #[test]
    fn dates_are_gregorian_in_every_language() {
        assert_eq!(formats("fa").date(&date("2012-11-07")), "۷ نوامبر ۲۰۱۲");
        assert!(formats("th").date(&date("2012-11-07")).contains("2012"));
    }

    #[test]
    fn a_date_that_does_not_exist_is_written_as_it_came() {
        let wrong = Date {
            year: 2012,
            month: Some(13),
            day: Some(40),
        };
        assert_eq!(formats("en").date(&wrong), "2012-13-40");
    }

    #[test]
    fn plural_forms_come_from_cldr() {
        let forms = |tag: &str, values: &[f64]| {
            let formats = formats(tag);
            let form = |v: &f64| formats.plural(*v, Counting::Cardinal);
            values.iter().map(form).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(forms("en", &[0.0, 1.0, 1.5, 2.0]), "other one other other");
        assert_eq!(
            forms("ar", &[0.0, 1.0, 2.0, 3.0, 11.0, 100.0]),
            "zero one two few many other"
        );
        assert_eq!(forms("ckb", &[0.0, 1.0, 2.0]), "other one other");
        assert_eq!(
            forms("fr", &[0.0, 1.0, 1.5, 2.0, 1e6]),
            "one one one other many"
        );
        assert_eq!(forms("en", &[1.001, f64::NAN]), "one other");
        assert_eq!(formats("en").plural(2.0, Counting::Ordinal), "two");
    }

    #[test]
    fn a_language_without_data_uses_the_root() {
        let unknown = formats("zz");
        assert_eq!(unknown.integer(1234), "1,234");
        assert_eq!(unknown.date(&date("2012")), "2012");
        assert_eq!(unknown.plural(1.0, Counting::Cardinal), "other");
        assert_eq!(unknown.language_name(&Tag::parse("en").unwrap()), None);
    }
}
