//! The pictures of a single file: each stands in it once, as data in the style, however many
//! pages show it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;

use ct_codecs::{Base64, Encoder};

use crate::output::OutputPath;

/// The widths to try, in pixels, from the best. The first takes every picture as it is.
pub const WIDTHS: [u32; 5] = [u32::MAX, 1000, 700, 480, 320];

/// The pictures that the pages show.
pub struct Pictures<'a> {
    files: &'a BTreeMap<OutputPath, Vec<u8>>,
    width: u32,
    /// The number of each picture that is shown.
    shown: BTreeMap<OutputPath, usize>,
    /// The number that stands for each file of a picture, shown or not.
    names: BTreeMap<OutputPath, usize>,
}

impl<'a> Pictures<'a> {
    /// Pictures of at most a width.
    pub fn new(files: &'a BTreeMap<OutputPath, Vec<u8>>, width: u32) -> Self {
        Self {
            files,
            width,
            shown: BTreeMap::new(),
            names: BTreeMap::new(),
        }
    }

    /// Takes the best of several sizes of a picture, each with its width where it is known, and
    /// gives its class. `None` when none of them is there.
    pub fn class(&mut self, candidates: &[(OutputPath, Option<u32>)]) -> Option<String> {
        let there = candidates
            .iter()
            .filter(|(path, _)| self.files.contains_key(path));
        let there: Vec<_> = there.collect();
        let fits = there
            .iter()
            .filter(|(_, width)| width.is_some_and(|w| w <= self.width));
        // Of two as wide as each other, the one that needs less room.
        let size = |path: &OutputPath| self.files.get(path).map_or(usize::MAX, Vec::len);
        let best = fits
            .max_by_key(|(path, width)| (*width, Reverse(size(path))))
            .or_else(|| {
                there
                    .iter()
                    .min_by_key(|(path, width)| (*width, size(path)))
            })?;
        let number = self.shown.len() + 1;
        let number = *self.shown.entry(best.0.clone()).or_insert(number);
        for (path, _) in candidates {
            self.names.entry(path.clone()).or_insert(number);
        }
        Some(format!("pic-{number}"))
    }

    /// The style that shows them.
    pub fn style(&self) -> String {
        let mut style = String::new();
        for (path, number) in &self.shown {
            // Writing into a string never fails.
            let _ = writeln!(
                style,
                ".pic-{number}{{content:url({})}}",
                self.address(path)
            );
        }
        style
    }

    /// The class of every picture by the paths of its files, as JSON for the search.
    pub fn classes(&self) -> String {
        let classes = self.names.iter();
        let classes: BTreeMap<&str, String> = classes
            .map(|(path, number)| (path.as_str(), format!("pic-{number}")))
            .collect();
        // Only a map with keys that are no texts could fail.
        serde_json::to_string(&classes).unwrap_or_default()
    }

    /// A picture as an address in a style. Drawings stand there as text, which needs a quarter less
    /// room.
    fn address(&self, path: &OutputPath) -> String {
        let bytes = self.files.get(path).map_or(&[][..], Vec::as_slice);
        match str::from_utf8(bytes) {
            Ok(text) if path.as_str().ends_with(".svg") => drawing_address(text),
            _ => data_address(path.as_str(), bytes),
        }
    }

    /// The pictures that need the most room, with their sizes.
    pub fn largest(&self) -> Vec<(String, u64)> {
        let size = |path: &OutputPath| self.files.get(path).map_or(0, |bytes| bytes.len() as u64);
        let mut all: Vec<(String, u64)> = self
            .shown
            .keys()
            .map(|path| (path.to_string(), size(path)))
            .collect();
        all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        all.truncate(3);
        all
    }
}

/// A drawing as a quoted address, with nothing in it that would end the address, its quotes or the
/// style.
fn drawing_address(text: &str) -> String {
    let mut address = "'data:image/svg+xml,".to_owned();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '%' | '#' | '\'' | '\\' | '\0'..='\x1f' | '\x7f' => {
                // Writing into a string never fails.
                let _ = write!(address, "%{:02X}", u32::from(letter));
            }
            '<' if letters.peek() == Some(&'/') => address.push_str("%3C"),
            other => address.push(other),
        }
    }
    address + "'"
}

/// A file as an address that holds all of it.
pub fn data_address(name: &str, bytes: &[u8]) -> String {
    let kind = match name.rsplit('.').next() {
        Some("svg") => "image/svg+xml",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("gif") => "image/gif",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    // Base 64 has no size that could not be told; memory is what it needs.
    let text = Base64::encode_to_string(bytes).unwrap_or_default();
    format!("data:{kind};base64,{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_cannot_leave_its_address() {
        assert_eq!(
            drawing_address("<svg a=\"#50%\"><b c='\\'/>\n</style>"),
            "'data:image/svg+xml,<svg a=\"%2350%25\"><b c=%27%5C%27/>%0A%3C/style>'"
        );
    }
}
