//! Themes: templates and assets, in layers. A site's file at the same path wins over its parent
//! theme's, and the built-in theme lies under all of them.

mod engine;
mod isolated;
mod minify;
mod pictures;
mod problems;
mod style;

pub use engine::{Engine, EngineLanguage, Globals, TemplateProblem, TemplateSize};
pub use minify::minify_template;
pub use style::minify_style;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::builtin;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::source::{SiteFolder, unreadable};
use crate::yaml::one_of;

/// A theme with all its layers laid on each other.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// Templates by name, such as `entry.html`.
    pub templates: BTreeMap<String, Template>,
    /// Assets by name, such as `style.css`.
    pub assets: BTreeMap<String, Cow<'static, [u8]>>,
    /// Where each asset comes from, for problems.
    pub asset_files: BTreeMap<String, SourcePath>,
}

/// A template's source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Where it comes from, for problems.
    pub file: SourcePath,
    /// The text as written.
    pub text: String,
}

impl Theme {
    /// Makes the style sheets small.
    pub fn minify_styles(&mut self) {
        for (name, bytes) in &mut self.assets {
            let text = std::str::from_utf8(bytes)
                .ok()
                .filter(|_| name.ends_with(".css"));
            if let Some(small) = text.map(minify_style) {
                *bytes = Cow::Owned(small.into_bytes());
            }
        }
    }

    /// Loads the theme of the given name with its parents. `place` is where it is named.
    pub fn load(
        site: &SiteFolder,
        name: &str,
        place: Option<Place>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut theme = Self::default();
        for layer in layers(site, name, place, diagnostics) {
            if layer == builtin::THEME_NAME {
                theme.add_builtin();
            }
            theme.add_folder(site, &layer, diagnostics);
        }
        theme
    }

    fn add_builtin(&mut self) {
        for (path, content) in builtin::theme_files() {
            let file = SourcePath::new(format!("(built in)/themes/default/{path}"));
            // The built-in templates are text: a test renders every one of them.
            let text = || String::from_utf8_lossy(content).into_owned();
            self.add(&path, file, Cow::Borrowed(content), text);
        }
    }

    fn add(
        &mut self,
        path: &str,
        file: SourcePath,
        content: Cow<'static, [u8]>,
        text: impl FnOnce() -> String,
    ) {
        if let Some(name) = path.strip_prefix("templates/") {
            let template = Template { file, text: text() };
            self.templates.insert(name.to_owned(), template);
        } else if let Some(name) = path.strip_prefix("assets/") {
            self.assets.insert(name.to_owned(), content);
            self.asset_files.insert(name.to_owned(), file);
        }
    }

    fn add_folder(&mut self, site: &SiteFolder, name: &str, diagnostics: &mut Diagnostics) {
        let Some(root) = folder_of(site, name) else {
            return;
        };
        let files = WalkDir::new(&root)
            .sort_by_file_name()
            .into_iter()
            .flatten();
        for entry in files.filter(|entry| entry.file_type().is_file()) {
            let Ok(relative) = entry.path().strip_prefix(&root) else {
                continue;
            };
            let path = relative.to_string_lossy().replace('\\', "/");
            if path.split('/').any(|part| part.starts_with('.')) {
                continue;
            }
            let file = SourcePath::new(format!("themes/{name}/{path}"));
            if path.starts_with("templates/") {
                if let Some(source) = site.read_or_report(&file, diagnostics) {
                    self.add(&path, file, Cow::Borrowed(&[]), || source.text);
                }
                continue;
            }
            match fs::read(entry.path()) {
                Ok(bytes) => {
                    let bytes = pictures::clean(&file, bytes, diagnostics);
                    self.add(&path, file, Cow::Owned(bytes), String::new);
                }
                Err(error) => diagnostics.push(*unreadable(&file, &error)),
            }
        }
    }
}

/// The folder of a theme, unless it is a symbolic link or stands in one: those may lead out of the
/// site.
fn folder_of(site: &SiteFolder, name: &str) -> Option<PathBuf> {
    let themes = site.root().join("themes");
    let folder = themes.join(name);
    let is_real = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_dir());
    (is_real(&themes) && is_real(&folder)).then_some(folder)
}

/// The names of a theme and its parents, the deepest first.
fn layers(
    site: &SiteFolder,
    name: &str,
    place: Option<Place>,
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let mut layers = Vec::new();
    let mut next = Some((name.to_owned(), place));
    while let Some((name, place)) = next.take() {
        if layers.contains(&name) {
            let message = format!("the theme `{name}` extends itself, by way of its parents");
            let mut problem = Diagnostic::new(Code::ThemeCycle, message);
            problem.place = place;
            diagnostics.push(problem.cure("Remove `extends` from one of the theme.yaml files."));
            break;
        }
        let is_builtin = name == builtin::THEME_NAME;
        if !is_builtin && folder_of(site, &name).is_none() {
            diagnostics.push(no_theme(site, &name, place));
            break;
        }
        layers.push(name.clone());
        if !is_builtin {
            next = Some(parent(site, &name, diagnostics));
        }
    }
    if !layers.iter().any(|layer| layer == builtin::THEME_NAME) {
        layers.push(builtin::THEME_NAME.to_owned());
    }
    layers.reverse();
    layers
}

fn no_theme(site: &SiteFolder, name: &str, place: Option<Place>) -> Diagnostic {
    let mut names = vec![builtin::THEME_NAME.to_owned()];
    if let Ok(folders) = fs::read_dir(site.root().join("themes")) {
        names.extend(
            folders
                .flatten()
                .map(|entry| entry.file_name().to_string_lossy().into_owned()),
        );
    }
    names.sort();
    names.dedup();
    let mut problem = Diagnostic::new(Code::NoTheme, format!("there is no theme `{name}`"));
    problem.place = place;
    problem.cure(one_of(name, names.iter().map(String::as_str)))
}

/// The theme that a theme extends: the built-in one unless its theme.yaml says otherwise.
fn parent(site: &SiteFolder, name: &str, diagnostics: &mut Diagnostics) -> (String, Option<Place>) {
    let default = (builtin::THEME_NAME.to_owned(), None);
    let file = SourcePath::new(format!("themes/{name}/theme.yaml"));
    if !site.path(&file).exists() {
        return default;
    }
    let Some(source) = site.read_or_report(&file, diagnostics) else {
        return default;
    };
    let Some(root) = source.yaml(diagnostics) else {
        return default;
    };
    let mut reader = source.reader(diagnostics);
    let Some(mut fields) = reader.fields_or_empty(&root) else {
        return default;
    };
    let _description = fields.text("description", &mut reader);
    let extends = fields.optional("extends");
    let parent =
        extends.and_then(|node| Some((reader.text(node)?, Some(reader.place(&node.span)))));
    fields.finish(&mut reader);
    parent.unwrap_or(default)
}
