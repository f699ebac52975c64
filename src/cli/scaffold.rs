//! The texts that `init` and `new` write, and writing them without ever replacing a file.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file to be written, relative to the site's root.
pub struct NewFile {
    /// The path, with forward slashes.
    pub path: String,
    /// The text.
    pub text: String,
}

impl NewFile {
    /// A file with a text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
        }
    }
}

/// Why the files could not be written.
pub struct Refused {
    /// The file in question.
    pub path: PathBuf,
    /// What went wrong.
    pub error: io::Error,
}

/// Writes new files. Nothing is written when one of them is already there.
pub fn write_new(root: &Path, files: &[NewFile]) -> Result<(), Refused> {
    for file in files {
        let path = root.join(&file.path);
        if path.exists() {
            let error = io::Error::new(io::ErrorKind::AlreadyExists, "it is already there");
            return Err(Refused { path, error });
        }
    }
    for file in files {
        let path = root.join(&file.path);
        let folder = path.parent().unwrap_or(root);
        fs::create_dir_all(folder)
            .and_then(|()| fs::File::create_new(&path))
            .and_then(|mut target| target.write_all(file.text.as_bytes()))
            .map_err(|error| Refused { path, error })?;
    }
    Ok(())
}

macro_rules! scaffold {
    ($($name:ident $file:literal;)*) => {
        $(
            #[doc = concat!("The text of `scaffold/", $file, "`.")]
            pub const $name: &str = include_str!(concat!("scaffold/", $file));
        )*
    };
}

scaffold! {
    SITE "redlist.yaml";
    VOCABULARY_MATERIALS "vocabulary/materials.yaml";
    VOCABULARY_OBJECT_TYPES "vocabulary/object-types.yaml";
    VOCABULARY_PERIODS "vocabulary/periods.yaml";
    VOCABULARY_SCRIPTS "vocabulary/scripts.yaml";
    VOCABULARY_SHAPES "vocabulary/shapes.yaml";
    VOCABULARY_SIZES "vocabulary/sizes.yaml";
    LABELS_EN "labels.en.ftl";
    LABELS_AR "labels.ar.ftl";
    DRAWING "drawing.svg";
    LIST "list.yaml";
    LIST_TEXT "list.md";
    ENTRY "entry.yaml";
    ENTRY_TEXT "entry.md";
    PAGE "page.yaml";
    PAGE_TEXT "page.md";
    NEWS "news.yaml";
    NEWS_TEXT "news.md";
    SAMPLE_LIST "sample/list.yaml";
    SAMPLE_LIST_EN "sample/list.en.md";
    SAMPLE_LIST_AR "sample/list.ar.md";
    SAMPLE_ENTRY "sample/entry.yaml";
    SAMPLE_ENTRY_EN "sample/entry.en.md";
    SAMPLE_ENTRY_AR "sample/entry.ar.md";
    SAMPLE_ABOUT_EN "sample/about.en.md";
    SAMPLE_ABOUT_AR "sample/about.ar.md";
}
