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
    fn dates_are_serialised_as_iso_text() {
        let date = Date::parse("2012-11").unwrap();
        assert_eq!(serde_json::to_string(&date).unwrap(), "\"2012-11\"");
    }
}
