//! Why a file cannot be used as a picture.

use std::borrow::Cow;
use std::io;

use crate::diagnostic::plain_io_error;

/// What is wrong with a file, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// A clause about the file, such as "it is empty".
    pub why: String,
    /// A sentence.
    pub cure: Cow<'static, str>,
}

impl Refusal {
    /// With a cure of its own.
    pub fn new(why: impl Into<String>, cure: impl Into<Cow<'static, str>>) -> Self {
        Self {
            why: why.into(),
            cure: cure.into(),
        }
    }

    /// A file that ends before it should.
    pub fn cut_short(why: impl Into<String>) -> Self {
        const CURE: &str = "Copy it again from where it came from: this copy may not be whole. If \
                            it is, open it in a picture editor and save it again.";
        Self::new(why, CURE)
    }

    /// A file of a kind that cannot be shown.
    pub fn of_no_use(why: impl Into<String>) -> Self {
        const CURE: &str = "Open it in a picture editor and export it as JPEG or PNG, or name \
                            another file.";
        Self::new(why, CURE)
    }

    /// A file that the system could not read to its end.
    pub fn unreadable(error: &io::Error) -> Self {
        let why = format!("it cannot be read: {}", plain_io_error(error));
        Self::new(why, "Check the file and the disk.")
    }

    /// A picture that is too large to work on.
    pub fn too_large(why: impl Into<String>) -> Self {
        const CURE: &str = "Save it smaller in a picture editor: 4000 pixels on the longer side \
                            are more than readers will see.";
        Self::new(why, CURE)
    }
}

/// Where no better cure is known.
impl From<String> for Refusal {
    fn from(why: String) -> Self {
        const CURE: &str = "Open it in a picture editor and save it again under this name, or name \
                            another file.";
        Self::new(why, CURE)
    }
}

impl From<&str> for Refusal {
    fn from(why: &str) -> Self {
        why.to_owned().into()
    }
}
