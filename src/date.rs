//! Calendar dates of the content: `2012-11-07`, `2012-11` or `2012`, always Gregorian.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A date that may leave out its day, or its month and day.
///
/// Dates that leave out more sort first: 2012, 2012-11, 2012-11-07.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year, four digits.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month; never without a month.
    pub day: Option<u8>,
}

impl Default for Date {
    /// Stands in for a date that could not be read, so that the rest can be checked.
    fn default() -> Self {
        Self {
            year: 1,
            month: None,
            day: None,
        }
    }
}

/// Why a text is not a date. The message also says how to write one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// The text has another form.
    Form,
    /// There is no year 0.
    YearZero,
    /// There are twelve months.
    Month(u8),
    /// The month has fewer days.
    Day {
        /// The day that was written.
        day: u8,
        /// How many the month has.
        last: u8,
    },
}

impl Date {
    /// Reads a date, and checks that the calendar has it.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = number(parts.next(), 4)?.ok_or(DateError::Form)?;
        let month = number(parts.next(), 2)?;
        let day = number(parts.next(), 2)?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        let date = Self {
            year: i32::from(year),
            month: month.map(small),
            day: day.map(small),
        };
        date.check()?;
        Ok(date)
    }

    /// Whether this day comes after another date has passed. A date that leaves out its day or
    /// month passes with its last day: 2027 with 2027-12-31.
    pub fn is_after(self, other: Self) -> bool {
        self.last_day() > other.last_day()
    }

    /// The last day of what the date names: year, month and day.
    pub fn last_day(self) -> (i32, u8, u8) {
        let month = self.month.unwrap_or(12);
        let last = days_in_month(self.year, month).unwrap_or(31);
        (self.year, month, self.day.unwrap_or(last))
    }

    /// The day of a moment, in seconds since 1970 began, at the meridian of Greenwich.
    ///
    /// The calendar is counted in spans of 400 years, which have 146,097 days, from a March on, so
    /// that a leap day is the last day of its year.
    pub fn of_unix_time(seconds: u64) -> Self {
        let days = i64::try_from(seconds / 86_400).unwrap_or(0) + 719_468;
        let day_of_span = days.rem_euclid(146_097);
        let year_of_span = (day_of_span - day_of_span / 1_460 + day_of_span / 36_524
            - day_of_span / 146_096)
            / 365;
        let day_of_year =
            day_of_span - (365 * year_of_span + year_of_span / 4 - year_of_span / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = year_of_span + days.div_euclid(146_097) * 400 + i64::from(month <= 2);
        Self {
            year: i32::try_from(year).unwrap_or(i32::MAX),
            month: u8::try_from(month).ok(),
            day: u8::try_from(day).ok(),
        }
    }

    fn check(self) -> Result<(), DateError> {
        if self.year == 0 {
            return Err(DateError::YearZero);
        }
        let Some(month) = self.month else {
            return Ok(());
        };
        let last = days_in_month(self.year, month).ok_or(DateError::Month(month))?;
        match self.day {
            Some(day) if !(1..=last).contains(&day) => Err(DateError::Day { day, last }),
            _ => Ok(()),
        }
    }
}

/// Reads exactly `digits` ASCII digits; nothing when the part is left out.
fn number(part: Option<&str>, digits: usize) -> Result<Option<u16>, DateError> {
    let Some(part) = part else { return Ok(None) };
    if part.len() != digits || !part.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::Form);
    }
    part.parse().map(Some).map_err(|_| DateError::Form)
}

/// Two digits always fit.
fn small(number: u16) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn days_in_month(year: i32, month: u8) -> Option<u8> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => Some(29),
        2 => Some(28),
        _ => None,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().map_while(|part| part) {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("write a date as 2012-11-07, 2012-11 or 2012"),
            Self::YearZero => f.write_str("there is no year 0"),
            Self::Month(month) => write!(f, "there is no month {month}, only 01 to 12"),
            Self::Day { day, last } => write!(f, "there is no day {day}, only 01 to {last}"),
        }
    }
}

impl std::error::Error for DateError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_and_partial_dates_are_read_and_written_alike() {
        for text in ["2012-11-07", "2012-11", "2012", "2024-02-29", "0612-01-01"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        assert_eq!(
            Date::parse("2023-02-29"),
            Err(DateError::Day { day: 29, last: 28 })
        );
        assert_eq!(Date::parse("2012-13"), Err(DateError::Month(13)));
        assert_eq!(Date::parse("2012-00-01"), Err(DateError::Month(0)));
        assert_eq!(
            Date::parse("2012-06-00"),
            Err(DateError::Day { day: 0, last: 30 })
        );
        assert_eq!(Date::parse("0000-01-01"), Err(DateError::YearZero));
        assert!(Date::parse("1900-02-29").is_err());
        assert!(Date::parse("2000-02-29").is_ok());
    }

    #[test]
    fn other_ways_to_write_a_date_are_refused() {
        let others = [
            "",
            "7.11.2012",
            "2012-1-7",
            "2012-11-07-01",
            "12-11-07",
            "2012-",
            "+012",
            "٢٠١٢",
            "2012-11-07T00:00",
        ];
        for text in others {
            assert_eq!(Date::parse(text), Err(DateError::Form), "{text}");
        }
    }

    #[test]
    fn dates_sort_by_time() {
        let mut dates = ["2012-11-07", "2011", "2012", "2012-11", "2012-02"].map(|t| {
            // All of them are written right.
            Date::parse(t).unwrap()
        });
        dates.sort();
        assert_eq!(
            dates.map(|d| d.to_string()),
            ["2011", "2012", "2012-02", "2012-11", "2012-11-07"]
        );
    }

    #[test]
    fn a_date_has_passed_from_the_day_after_its_last_day() {
        for (day, other, after) in [
            ("2027-11-24", "2027-11-24", false),
            ("2027-11-25", "2027-11-24", true),
            ("2027-11-30", "2027-11", false),
            ("2027-12-01", "2027-11", true),
            ("2027-12-31", "2027", false),
            ("2028-01-01", "2027", true),
            ("2026-12-31", "2027", false),
        ] {
            let [day, other] = [day, other].map(|text| Date::parse(text).unwrap());
            assert_eq!(day.is_after(other), after, "{day} {other}");
        }
    }

    #[test]
    fn a_moment_has_its_day() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (951_782_399, "2000-02-28"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_795_564_799, "2026-11-24"),
            (1_795_564_800, "2026-11-25"),
            (4_107_542_400, "2100-03-01"),
        ] {
            assert_eq!(Date::of_unix_time(seconds).to_string(), day);
        }
    }

    #[test]
    fn dates_are_serialised_as_iso_text() {
        let date = Date::parse("2012-11").unwrap();
        assert_eq!(serde_json::to_string(&date).unwrap(), "\"2012-11\"");
    }
}
