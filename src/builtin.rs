//! What the binary carries: the default theme and the interface strings, so that it works alone.

use include_dir::{Dir, include_dir};

static THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");
static I18N: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/i18n");

/// The only file of each language that is embedded's business: the rest of `i18n/` belongs to the
/// site that lives beside the tool.
const INTERFACE: &str = "interface.ftl";

/// The name of the built-in theme.
pub const THEME_NAME: &str = "default";

/// The built-in messages of a language: file names, as they are shown in problems, and texts.
pub fn messages(tag: &str) -> impl Iterator<Item = (String, &'static str)> {
    let file = I18N.get_file(format!("{tag}/{INTERFACE}"));
    let text = file.and_then(|file| file.contents_utf8());
    text.map(|text| (format!("(built in)/i18n/{tag}/{INTERFACE}"), text))
        .into_iter()
}

/// Whether the binary has interface strings for a language.
pub fn has_language(tag: &str) -> bool {
    messages(tag).next().is_some()
}

/// The files of the built-in theme, as paths within it and contents, sorted by path.
pub fn theme_files() -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    collect(&THEME, &mut files);
    files.sort();
    files
}

fn collect(dir: &Dir<'static>, files: &mut Vec<(String, &'static [u8])>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.push((path, file.contents()));
    }
    for inner in dir.dirs() {
        collect(inner, files);
    }
}
