//! What a site adds and nothing shows: a template or a message whose name is a slip away from one
//! that would have been used.

use std::collections::BTreeSet;

use crate::builtin;
use crate::catalogue::Catalogue;
use crate::content::TermKind;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Severity};
use crate::theme::Theme;
use crate::yaml::closest;

/// Reports templates and messages of the site that no page will show.
pub fn report(theme: &Theme, catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    templates(theme, diagnostics);
    messages(theme, catalogue, diagnostics);
}

fn templates(theme: &Theme, diagnostics: &mut Diagnostics) {
    let files = builtin::theme_files();
    let known: BTreeSet<&str> = files
        .iter()
        .filter_map(|(path, _)| path.strip_prefix("templates/"))
        .collect();
    let added = theme.templates.iter();
    for (name, template) in added.filter(|(name, _)| !known.contains(name.as_str())) {
        if is_mentioned(theme, name) {
            continue;
        }
        let cure = match closest(name, known.iter().copied()) {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => "Extend or include it from another template, or remove it.".to_owned(),
        };
        let message = format!("nothing uses the template `{name}`");
        let problem = Diagnostic::at(Code::UnusedTemplate, Place::file(&template.file), message);
        diagnostics.push(problem.cure(cure));
    }
}

/// A message is reported only when its name is near to one that is used: a theme may put names
/// together from parts.
fn messages(theme: &Theme, catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    if diagnostics.iter().any(is_broken_message) {
        return; // What cannot be read may be what refers to them.
    }
    let vocabulary = &catalogue.vocabulary;
    let labels: BTreeSet<String> = TermKind::ALL
        .into_iter()
        .flat_map(|kind| {
            let terms = vocabulary.terms(kind).iter();
            terms.map(move |term| term.label_key(kind))
        })
        .collect();
    let unused: Vec<_> = catalogue
        .messages
        .added()
        .iter()
        .filter(|added| !is_open(&added.id) && !labels.contains(&added.id))
        .filter(|added| !is_mentioned(theme, &added.id))
        .collect();
    if unused.is_empty() {
        return;
    }
    let mut known: BTreeSet<&str> = catalogue.messages.source_ids().collect();
    known.extend(labels.iter().map(String::as_str));
    known.insert(SITE_TITLE);
    unused.iter().for_each(|added| {
        known.remove(added.id.as_str());
    });
    for added in unused {
        let Some(meant) = closest(&added.id, known.iter().copied()) else {
            continue;
        };
        let message = format!("nothing shows the message `{}`", added.id);
        let problem = Diagnostic::at(Code::UnusedMessage, added.place.clone(), message);
        diagnostics.push(problem.cure(format!("Did you mean `{meant}`?")));
    }
}

/// A message that every site may give and the program does not have: the site's title.
const SITE_TITLE: &str = "site-title";

/// Whether a site may give the message although nothing names it: its title, or the name of a
/// country.
fn is_open(id: &str) -> bool {
    id == SITE_TITLE || id.starts_with("country-")
}

fn is_broken_message(problem: &Diagnostic) -> bool {
    let place = problem.place.as_ref();
    problem.severity() == Severity::Error
        && place.is_some_and(|place| place.file.as_str().ends_with(".ftl"))
}

/// Whether a template says the name in quotes.
fn is_mentioned(theme: &Theme, name: &str) -> bool {
    theme.templates.values().any(|template| {
        template.text.match_indices(name).any(|(at, _)| {
            let before = template.text[..at].chars().next_back();
            before.is_some_and(|c| c == '"' || c == '\'')
        })
    })
}
