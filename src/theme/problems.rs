//! What Tera says of broken templates, as problems with a place and a cure.

use std::collections::BTreeMap;

use tera::{ErrorKind, Tera};

use super::Template;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::yaml::one_of;

const DOCS: &str = "docs/themes.md lists what templates see, and which functions they have.";

/// The templates of a theme by name.
pub(super) type Templates = BTreeMap<String, Template>;

/// Everything that is wrong with templates which Tera has refused together. `empty` makes a Tera
/// that knows the functions, to which they are given one by one.
pub(super) fn refused(
    templates: &Templates,
    empty: impl Fn() -> Tera,
    error: &tera::Error,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (name, template) in templates {
        let Err(alone) = empty().add_raw_template(name, &template.text) else {
            continue;
        };
        match alone.kind() {
            ErrorKind::SyntaxError(_) => found.extend(diagnose(templates, &alone)),
            ErrorKind::MissingParent { parent, .. } if !templates.contains_key(parent) => {
                found.extend(diagnose(templates, &alone));
            }
            _ => {}
        }
    }
    if found.is_empty() {
        found = diagnose(templates, error);
    }
    found
}

fn diagnose(templates: &Templates, error: &tera::Error) -> Vec<Diagnostic> {
    let code = Code::TemplateSyntax;
    let (message, place, cure) = match error.kind() {
        ErrorKind::SyntaxError(report) => (
            plain(report.message()),
            place(templates, report),
            "Compare it with the built-in template of the same name; docs/themes.md explains the signs.".to_owned(),
        ),
        ErrorKind::MissingParent { current, parent } => (
            format!("it extends `{parent}`, which does not exist"),
            place_of_word(templates, current, parent),
            one_of(parent, templates.keys().map(String::as_str)),
        ),
        ErrorKind::CircularExtend { tpl, .. } => (
            "it extends itself, by way of its parents".to_owned(),
            place_of_word(templates, tpl, "extends"),
            "Extend another template, or none.".to_owned(),
        ),
        ErrorKind::CircularInclude { tpl, .. } => (
            "it includes itself, by way of others".to_owned(),
            place_of_word(templates, tpl, "include"),
            "Take the `include` out of one of them.".to_owned(),
        ),
        ErrorKind::Msg(reports) => {
            let reports: Vec<_> = reports.split("\n\n").collect();
            let read = reports.iter().map(|report| read_report(templates, report));
            return read.map(|(message, place)| problem(code, &message, place, DOCS)).collect();
        }
        other => (plain(&other.to_string()), None, DOCS.to_owned()),
    };
    vec![problem(code, &message, place, &cure)]
}

/// Why a template failed on a page.
pub(super) fn failed(templates: &Templates, error: &tera::Error) -> Diagnostic {
    let (message, place) = match error.kind() {
        ErrorKind::RenderingError(report) => (plain(report.message()), place(templates, report)),
        other => (plain(&other.to_string()), None),
    };
    problem(Code::TemplateFailed, &message, place, DOCS)
}

fn problem(code: Code, message: &str, place: Option<Place>, cure: &str) -> Diagnostic {
    let what = match code {
        Code::TemplateFailed => "the template failed",
        _ => "the template cannot be used",
    };
    let mut problem = Diagnostic::new(code, format!("{what}: {message}")).cure(cure);
    problem.place = place;
    problem
}

/// Tera's words without the full stop, on one line.
fn plain(message: &str) -> String {
    let lines: Vec<&str> = message.lines().map(str::trim).collect();
    lines.join(" ").trim_end_matches('.').to_owned()
}

fn place(templates: &Templates, report: &tera::ReportError) -> Option<Place> {
    let template = templates.get(report.filename())?;
    let range = report.span().range.clone();
    Some(Place::from_bytes(&template.file, &template.text, range))
}

fn place_of_word(templates: &Templates, name: &str, word: &str) -> Option<Place> {
    let template = templates.get(name)?;
    let range = template.text.find(word).map(|at| at..at + word.len());
    Some(match range {
        Some(range) => Place::from_bytes(&template.file, &template.text, range),
        None => Place::file(&template.file),
    })
}

/// Reads one of the reports that Tera gives as text: `error: words`, then ` --> name:line:column`.
fn read_report(templates: &Templates, report: &str) -> (String, Option<Place>) {
    let mut lines = report.lines();
    let message = lines.next().unwrap_or(report);
    let message = plain(message.strip_prefix("error: ").unwrap_or(message));
    let place = lines.next().and_then(|line| {
        let mut parts = line.trim().strip_prefix("--> ")?.rsplitn(3, ':');
        let column = parts.next()?.parse().ok()?;
        let line = parts.next()?.parse().ok()?;
        let template = templates.get(parts.next()?)?;
        let marks = report
            .lines()
            .last()
            .map_or(0, |marks| marks.matches('^').count());
        Some(Place {
            line,
            column,
            length: u32::try_from(marks).unwrap_or(0),
            ..Place::file(&template.file)
        })
    });
    (message, place)
}
