//! Ids: the names that folders, terms and output files have in every language.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// Lowercase ASCII words and digits joined by single hyphens, at most 60 characters, and no name
/// that Windows reserves. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The rule, as a cure.
    pub const RULE: &'static str =
        "An id has lowercase letters a to z, digits and single hyphens, such as `cylinder-seals`.";

    /// Checks a text.
    ///
    /// # Errors
    /// Says in a few words what is wrong with it.
    pub fn new(text: &str) -> Result<Self, &'static str> {
        if text.is_empty() {
            return Err("it is empty");
        }
        if text.len() > 60 {
            return Err("it is longer than 60 characters");
        }
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if text.chars().any(|c| c.is_ascii_uppercase()) {
            return Err("it holds a capital letter");
        }
        if !text.chars().all(fits) {
            return Err("it holds a character that is not a letter a to z, a digit or a hyphen");
        }
        if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
            return Err("a hyphen joins two words, so it stands alone between them");
        }
        if is_reserved_on_windows(text) {
            return Err("Windows reserves this name, so no stick could hold it");
        }
        Ok(Self(Arc::from(text)))
    }

    /// The id that is nearest to a text, when it has letters or digits enough for one.
    pub fn nearest(text: &str) -> Option<Self> {
        let mut id = String::new();
        for c in text.trim().to_lowercase().chars() {
            match c {
                c if c.is_ascii_alphanumeric() => id.push(c),
                '\'' | '’' => {}
                _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
                _ => {}
            }
        }
        id.truncate(60);
        Self::new(id.trim_end_matches('-')).ok()
    }

    /// What to do about a text that is no id.
    pub fn cure(text: &str) -> String {
        match Self::nearest(text) {
            Some(id) => format!("Rename it, such as to `{id}`. {}", Self::RULE),
            None => format!("Rename it. {}", Self::RULE),
        }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Names that Windows keeps for devices, whatever their extension.
pub fn is_reserved_on_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or("");
    match stem.len() {
        3 => ["con", "prn", "aux", "nul"]
            .iter()
            .any(|device| stem.eq_ignore_ascii_case(device)),
        4 => {
            let (device, number) = stem.as_bytes().split_at(3);
            let port = device.eq_ignore_ascii_case(b"com") || device.eq_ignore_ascii_case(b"lpt");
            port && matches!(number, [b'1'..=b'9'])
        }
        _ => false,
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_joined_by_hyphens_are_ids() {
        for good in ["cylinder-seals", "unscr-1483-2003", "a", "2012-11-interpol"] {
            assert!(Id::new(good).is_ok(), "{good}");
        }
    }

    #[test]
    fn what_a_stick_cannot_hold_is_no_id() {
        for bad in [
            "", "Seals", "a_b", "a--b", "-a", "ختم", "con", "com1", "a b", "a.b",
        ] {
            assert!(Id::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_name_that_is_no_id_leads_to_one() {
        for (name, id) in [
            ("Baked_Clay", "baked-clay"),
            ("Amulets & Charms ", "amulets-charms"),
            ("seal's", "seals"),
            ("con", ""),
            ("ختم", ""),
        ] {
            let nearest = Id::nearest(name);
            assert_eq!(nearest.as_ref().map_or("", Id::as_str), id, "{name}");
        }
        let long = Id::nearest(&"long-name-".repeat(9));
        assert!(long.is_some_and(|id| id.as_str().len() <= 60));
    }
}
