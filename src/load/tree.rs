//! The folders and files below `content/` and `i18n/`, walked once and sorted.

use std::collections::BTreeMap;
use std::fs;

use walkdir::WalkDir;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath, plain_io_error};
use crate::source::SiteFolder;

/// A folder and what it holds.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// The path from the site's root.
    pub path: String,
    /// The names of its files, sorted.
    pub files: Vec<String>,
    /// Its folders by name, sorted.
    pub folders: BTreeMap<String, Folder>,
}

impl Folder {
    /// A file in it, as a path from the site's root.
    pub fn file(&self, name: &str) -> SourcePath {
        SourcePath::new(format!("{}/{name}", self.path))
    }

    /// Whether it holds a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.files
            .binary_search_by(|file| file.as_str().cmp(name))
            .is_ok()
    }

    fn enter(&mut self, name: &str) -> &mut Folder {
        let path = format!("{}/{name}", self.path);
        self.folders
            .entry(name.to_owned())
            .or_insert_with(|| Folder {
                path,
                ..Folder::default()
            })
    }
}

/// Walks a folder of the site. One that is not there is empty. Symbolic links are not followed,
/// and what systems leave behind (`.DS_Store`, `Thumbs.db`, editors' backups) is passed over.
pub fn walk(site: &SiteFolder, name: &str, diagnostics: &mut Diagnostics) -> Folder {
    look(site, name, usize::MAX, diagnostics)
}

/// The same for what stands directly in a folder: its folders are named, and empty.
pub fn list(site: &SiteFolder, name: &str, diagnostics: &mut Diagnostics) -> Folder {
    look(site, name, 1, diagnostics)
}

fn look(site: &SiteFolder, name: &str, depth: usize, diagnostics: &mut Diagnostics) -> Folder {
    let mut root = Folder {
        path: name.to_owned(),
        ..Folder::default()
    };
    let start = site.root().join(name);
    match fs::symlink_metadata(&start) {
        Ok(found) if found.is_dir() => {}
        Ok(found) if found.is_symlink() => {
            diagnostics.push(not_followed(&SourcePath::new(name), true));
            return root;
        }
        _ => return root,
    }
    let entries = WalkDir::new(&start)
        .min_depth(1)
        .max_depth(depth)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !is_litter(&entry.file_name().to_string_lossy()));
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.push(unwalkable(site, &error));
                continue;
            }
        };
        let Ok(relative) = entry.path().strip_prefix(&start) else {
            continue;
        };
        let parts: Vec<String> = relative
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        let Some((last, folders)) = parts.split_last() else {
            continue;
        };
        let folder = folders
            .iter()
            .fold(&mut root, |folder, name| folder.enter(name));
        if entry.file_type().is_dir() {
            folder.enter(last);
        } else if entry.file_type().is_file() {
            folder.files.push(last.clone());
        } else {
            let is_link = entry.path_is_symlink();
            diagnostics.push(not_followed(&folder.file(last), is_link));
        }
    }
    check_case(&root, diagnostics);
    root
}

fn not_followed(file: &SourcePath, is_link: bool) -> Diagnostic {
    let what = match is_link {
        true => "is a symbolic link and was not followed",
        false => "is neither a file nor a folder, and was not read",
    };
    Diagnostic::at(
        Code::StrayFile,
        Place::file(file),
        format!("`{file}` {what}"),
    )
    .cure("Put the file itself here, so that a copy of the site is complete.")
}

fn is_litter(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".tmp")
        || name.starts_with('#')
        || ["thumbs.db", "desktop.ini"].contains(&name.to_ascii_lowercase().as_str())
}

fn unwalkable(site: &SiteFolder, error: &walkdir::Error) -> Diagnostic {
    let path = error.path().unwrap_or(site.root());
    let shown = path.strip_prefix(site.root()).unwrap_or(path);
    let file = SourcePath::new(shown.to_string_lossy());
    let why = error
        .io_error()
        .map_or_else(|| "unknown reason".to_owned(), plain_io_error);
    Diagnostic::at(
        Code::UnreadableFile,
        Place::file(&file),
        format!("`{file}` cannot be read: {why}"),
    )
    .cure("Allow yourself to read it (permissions of the file and its folders).")
}

/// Reports names that a stick or Windows would take for one and the same.
fn check_case(folder: &Folder, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for name in folder.files.iter().chain(folder.folders.keys()) {
        if let Some(other) = seen.insert(name.to_lowercase(), name) {
            let file = folder.file(name);
            diagnostics.push(
                Diagnostic::at(
                    Code::NamesDifferInCase,
                    Place::file(&file),
                    format!("`{name}` and `{other}` differ only in upper and lower case"),
                )
                .cure("Rename one: Windows and sticks cannot tell them apart."),
            );
        }
    }
    for inner in folder.folders.values() {
        check_case(inner, diagnostics);
    }
}
