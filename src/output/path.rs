//! Places in the output: the one type for them, and the one way to write a link between two.
//!
//! The rules are those of the poorest home that a site may find: a FAT stick, a Windows computer
//! with its reserved names and short paths, a host that tells upper from lower case.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::id::is_reserved_on_windows;

/// A path is shorter than this, so that it fits below a long folder on Windows (260 in all).
const TOO_LONG: usize = 120;

/// The names at the root that break the rules, each for a reason: GitHub Pages is told by
/// `.nojekyll` to serve the files as they are, and a stick's reader is led by capitals.
const EXCEPTIONS: [&str; 3] = [".nojekyll", "START-HERE.html", "SHA256SUMS"];

/// A file of the output, relative to its root, such as `ar/iraq/index.html`.
///
/// Whoever holds one may rely on its rules: it never leads outside, and every file system and
/// host can hold it. Cloning is cheap.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(Arc<str>);

impl OutputPath {
    /// Takes a path with forward slashes, relative to the root of the output.
    pub fn new(path: &str) -> Result<Self, PathProblem> {
        check(path)?;
        Ok(Self(Arc::from(path)))
    }

    /// The link from one path to another, both as text: for templates, which link a hundred times
    /// on a page.
    ///
    /// # Errors
    /// When `to` cannot be an output path. `from` is the path of the page that is being made.
    pub fn link(from: &str, to: &str) -> Result<String, PathProblem> {
        check(to)?;
        Ok(relative(from, to))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part of the path.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The folder that holds the file, without a slash at the end; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// All folders above the file, the outermost first: `ar` and `ar/iraq` for
    /// `ar/iraq/index.html`.
    pub fn folders(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.match_indices('/').map(|(at, _)| &self.0[..at])
    }

    /// How many folders are above the file.
    pub fn depth(&self) -> usize {
        self.folders().count()
    }

    /// The link to this file, to be written in the file `from`. It always names the file, so that
    /// it works without a server: `../ar/index.html`.
    #[must_use]
    pub fn relative_to(&self, from: &OutputPath) -> String {
        relative(&from.0, &self.0)
    }
}

fn check(path: &str) -> Result<(), PathProblem> {
    if path.is_empty() {
        return Err(PathProblem::Empty);
    }
    if !EXCEPTIONS.contains(&path) {
        path.split('/').try_for_each(check_part)?;
    }
    if path.len() >= TOO_LONG {
        return Err(PathProblem::TooLong(path.len()));
    }
    Ok(())
}

/// Up from the folder of `from` to what both share, and down again.
fn relative(from: &str, to: &str) -> String {
    let same = from
        .bytes()
        .zip(to.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let shared = to.as_bytes()[..same]
        .iter()
        .rposition(|byte| *byte == b'/')
        .map_or(0, |slash| slash + 1);
    let up = from.as_bytes()[shared..]
        .iter()
        .filter(|byte| **byte == b'/')
        .count();
    let mut link = String::with_capacity(3 * up + to.len() - shared);
    for _ in 0..up {
        link.push_str("../");
    }
    // `shared` is just after a slash, which is a character boundary.
    link.push_str(&to[shared..]);
    link
}

fn check_part(part: &str) -> Result<(), PathProblem> {
    let problem = |kind: fn(String) -> PathProblem| Err(kind(part.to_owned()));
    if part.is_empty() {
        return Err(PathProblem::EmptyPart);
    }
    if !part.bytes().all(is_allowed) {
        let wrong = part
            .chars()
            .find(|c| !u8::try_from(*c).is_ok_and(is_allowed));
        return wrong.map_or(Ok(()), |c| Err(PathProblem::Character(c)));
    }
    if part.starts_with('.') || part.ends_with('.') {
        return problem(PathProblem::OuterDot);
    }
    if is_reserved_on_windows(part) {
        return problem(PathProblem::Reserved);
    }
    Ok(())
}

fn is_allowed(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-')
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Serialize for OutputPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// Why a text cannot be an [`OutputPath`]. Displayed, it says what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathProblem {
    /// Nothing at all.
    Empty,
    /// Too long; with the length in characters.
    TooLong(usize),
    /// Two slashes in a row, or one at an end.
    EmptyPart,
    /// A character that is not allowed.
    Character(char),
    /// A part that starts or ends with a dot, `.` and `..` among them.
    OuterDot(String),
    /// A part that Windows keeps for a device.
    Reserved(String),
}

impl fmt::Display for PathProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the path is empty; give it a file name"),
            Self::TooLong(length) => write!(
                f,
                "the path has {length} characters; shorten its names until it has fewer than \
                 {TOO_LONG}"
            ),
            Self::EmptyPart => f.write_str(
                "the path has an empty part; leave out doubled slashes and those at either end",
            ),
            Self::Character(c) => write!(
                f,
                "the character {c:?} cannot stand in every file system; use only a-z, 0-9, \
                 hyphen, underscore and dot"
            ),
            Self::OuterDot(part) => write!(
                f,
                "the name `{part}` starts or ends with a dot; take the dot away"
            ),
            Self::Reserved(part) => write!(
                f,
                "the name `{part}` is reserved on Windows; choose another one"
            ),
        }
    }
}

impl std::error::Error for PathProblem {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn path(text: &str) -> OutputPath {
        OutputPath::new(text).unwrap()
    }

    #[test]
    fn ordinary_names_are_accepted() {
        for text in [
            "index.html",
            "ar/iraq/cylinder-seals.html",
            "ckb/index.html",
            "assets/style.0a1b2c.css",
            "media/a_b/c..d.webp",
            "404.html",
            ".nojekyll",
            "START-HERE.html",
            "SHA256SUMS",
            "console/com10.html",
            "com/lpt/com0.html",
            "null.html",
        ] {
            assert_eq!(path(text).as_str(), text);
        }
    }

    #[test]
    fn names_that_some_home_cannot_hold_are_refused() {
        use PathProblem::*;
        let dot = |part: &str| OuterDot(part.to_owned());
        let device = |part: &str| Reserved(part.to_owned());
        for (text, problem) in [
            ("", Empty),
            ("/", EmptyPart),
            ("/etc/passwd", EmptyPart),
            ("ar//index.html", EmptyPart),
            ("ar/", EmptyPart),
            (".", dot(".")),
            ("..", dot("..")),
            ("../x", dot("..")),
            ("ar/../../x", dot("..")),
            ("ar/./x", dot(".")),
            (".redlist/manifest", dot(".redlist")),
            ("ar/.nojekyll", dot(".nojekyll")),
            (".htaccess", dot(".htaccess")),
            ("ar./x", dot("ar.")),
            ("x.", dot("x.")),
            ("Index.html", Character('I')),
            ("en/START-HERE.html", Character('S')),
            ("a b", Character(' ')),
            ("a\\b", Character('\\')),
            ("c:x", Character(':')),
            ("a\0b", Character('\0')),
            ("a\nb", Character('\n')),
            ("قائمة.html", Character('ق')),
            ("con", device("con")),
            ("ar/aux.html", device("aux.html")),
            ("nul.tar.gz", device("nul.tar.gz")),
            ("prn/index.html", device("prn")),
            ("com1", device("com1")),
            ("lpt9.html", device("lpt9.html")),
        ] {
            assert_eq!(OutputPath::new(text), Err(problem), "{text:?}");
        }
    }

    #[test]
    fn a_path_has_fewer_than_120_characters() {
        assert!(OutputPath::new(&"a".repeat(119)).is_ok());
        assert_eq!(
            OutputPath::new(&"a".repeat(120)),
            Err(PathProblem::TooLong(120))
        );
    }

    #[test]
    fn a_problem_says_what_is_wrong_and_what_to_do() {
        let problem = OutputPath::new("ar/aux.html").unwrap_err();
        assert_eq!(
            problem.to_string(),
            "the name `aux.html` is reserved on Windows; choose another one"
        );
    }

    #[test]
    fn a_link_is_relative_and_names_the_file() {
        for (from, to, link) in [
            ("index.html", "ar/index.html", "ar/index.html"),
            ("ar/index.html", "index.html", "../index.html"),
            ("en/index.html", "ar/index.html", "../ar/index.html"),
            ("ar/iraq/a.html", "ar/iraq/a.html", "a.html"),
            ("ar/iraq/a.html", "ar/iraq/b.html", "b.html"),
            ("ar/iraq/a.html", "ar/index.html", "../index.html"),
            ("ar/iraq/a.html", "ar/iraq-2/a.html", "../iraq-2/a.html"),
            ("ar/a.html", "ar/ar/ar.html", "ar/ar.html"),
            ("ar/ar.html", "ar/ar/ar.html", "ar/ar.html"),
            ("ar/iraq/a.html", "media/x.webp", "../../media/x.webp"),
        ] {
            assert_eq!(path(to).relative_to(&path(from)), link, "{from} → {to}");
        }
    }

    #[test]
    fn a_path_knows_its_folders() {
        let entry = path("ar/iraq/a.html");
        assert_eq!(entry.folders().collect::<Vec<_>>(), ["ar", "ar/iraq"]);
        assert_eq!(entry.folder(), "ar/iraq");
        assert_eq!(entry.file_name(), "a.html");
        assert_eq!((entry.depth(), path("index.html").depth()), (2, 0));
        assert_eq!(path("index.html").folder(), "");
    }

    #[test]
    fn a_path_is_written_as_plain_text() {
        let entry = path("ar/a.html");
        assert_eq!(serde_json::to_string(&entry).unwrap(), r#""ar/a.html""#);
        assert_eq!(format!("{entry} {entry:?}"), r#"ar/a.html "ar/a.html""#);
    }

    /// What a browser does with a relative link.
    fn follow(from: &OutputPath, link: &str) -> String {
        let mut parts: Vec<&str> = from.folder().split('/').filter(|p| !p.is_empty()).collect();
        for part in link.split('/') {
            match part {
                ".." => drop(parts.pop().expect("a link never climbs above the root")),
                part => parts.push(part),
            }
        }
        parts.join("/")
    }

    proptest! {
        // Few different parts, so that paths often share folders.
        #[test]
        fn following_a_link_leads_to_its_target(
            from in "((a|ar|b)/){0,4}(a|ar|b|c[.]html)",
            to in "((a|ar|b)/){0,4}(a|ar|b|c[.]html)",
        ) {
            let (from, to) = (path(&from), path(&to));
            let link = to.relative_to(&from);
            prop_assert_eq!(follow(&from, &link), to.as_str());
            prop_assert_eq!(link.rsplit('/').next(), Some(to.file_name()));
        }

        #[test]
        fn whatever_is_accepted_stays_inside(text in "[a-z./\\\\A-Z~:-]{0,20}|\\PC*") {
            if let Ok(path) = OutputPath::new(&text) {
                prop_assert!(!path.as_str().starts_with('/'));
                prop_assert!(path.as_str().split('/').all(|p| !p.is_empty() && p != "." && p != ".."));
                prop_assert!(path.as_str().bytes().all(|b| b.is_ascii_lowercase()
                    || b.is_ascii_digit() || b"._-/".contains(&b))
                    || EXCEPTIONS.contains(&path.as_str()));
            }
        }
    }
}
