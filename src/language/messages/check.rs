//! Checks the messages of all languages: references, variables, and what is not yet translated.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::build::{Definition, Draft};
use super::parse::{Use, Used};
use super::pattern::key;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};

/// How many untranslated messages a note names.
const MOST_NAMED: usize = 10;

/// A message's value or one of its attributes.
type Unit<'a> = (&'a str, Option<&'a str>);

/// A unit, and the language that has it.
type Owned<'a> = (usize, Unit<'a>);

pub(super) fn check(drafts: &[Draft], diagnostics: &mut Diagnostics) {
    let languages = (0..drafts.len()).into_par_iter();
    let found: Vec<Diagnostics> = languages
        .map(|language| {
            let mut found = Diagnostics::new();
            references(drafts, language, &mut found);
            variables_of_language(drafts, language, &mut found);
            untranslated(drafts, language, &mut found);
            found
        })
        .collect();
    found
        .into_iter()
        .for_each(|found| diagnostics.append(found));
}

/// The units of a language that can be translated; terms are a language's own affair.
pub(super) fn units(draft: &Draft) -> impl Iterator<Item = Unit<'_>> {
    let messages = draft.definitions().filter(|(id, _)| !is_term(id));
    messages.flat_map(|(id, definition)| definition.message.units().map(move |unit| (id, unit)))
}

/// What can be reached from a unit.
#[derive(Default)]
struct Reached<'a> {
    units: BTreeSet<Owned<'a>>,
    variables: BTreeSet<&'a str>,
}

/// Follows the references of a definition's unit, to messages and, if wanted, to terms.
fn follow<'a>(
    drafts: &'a [Draft],
    language: usize,
    definition: &'a Definition,
    attribute: Option<&'a str>,
    terms: bool,
) -> Reached<'a> {
    let mut reached = Reached::default();
    let mut next = vec![(language, definition, attribute)];
    while let Some((language, definition, attribute)) = next.pop() {
        for used in uses(definition, attribute) {
            match &used.of {
                Used::Variable(name) => {
                    reached.variables.insert(name);
                }
                Used::Entry { id, .. } if is_term(id) && !terms => {}
                Used::Entry { .. } => {
                    let target = target(drafts, language, used);
                    let new = target.filter(|target| reached.units.insert(*target));
                    next.extend(new.and_then(|(language, (id, attribute))| {
                        Some((language, drafts[language].get(id)?, attribute))
                    }));
                }
            }
        }
    }
    reached
}

/// The variables that a unit uses, itself or through the messages that it refers to. Terms see
/// only what they are told.
pub(super) fn variables<'a>(
    drafts: &'a [Draft],
    language: usize,
    id: &str,
    attribute: Option<&'a str>,
) -> BTreeSet<&'a str> {
    let definition = drafts[language].get(id);
    definition
        .map(|definition| follow(drafts, language, definition, attribute, false).variables)
        .unwrap_or_default()
}

fn uses<'a>(
    definition: &'a Definition,
    attribute: Option<&'a str>,
) -> impl Iterator<Item = &'a Use> {
    let uses = definition.uses.iter();
    uses.filter(move |used| used.within.as_deref() == attribute)
}

/// The unit that a reference leads to.
fn target<'a>(drafts: &'a [Draft], language: usize, used: &'a Use) -> Option<Owned<'a>> {
    let Used::Entry { id, attribute } = &used.of else {
        return None;
    };
    let unit = (id.as_str(), attribute.as_deref());
    let chain = drafts[language].chain.iter();
    let found = chain.copied().find(|l| drafts[*l].has(unit.0, unit.1));
    found.map(|found| (found, unit))
}

/// References that lead nowhere, or back to where they stand.
fn references(drafts: &[Draft], language: usize, diagnostics: &mut Diagnostics) {
    for (id, definition) in drafts[language].definitions() {
        for used in &definition.uses {
            let Used::Entry { id: to, attribute } = &used.of else {
                continue;
            };
            let mut chain = drafts[language].chain.iter();
            let is_broken = chain.any(|language| drafts[*language].broken.may_have(to));
            let to = key(to, attribute.as_deref());
            let problem = match target(drafts, language, used) {
                None if is_broken => None,
                None => Some((
                    format!("`{to}` does not exist"),
                    "Correct its name, or write it in this language or in the source language.",
                )),
                Some(target) => {
                    let unit = (language, (id, used.within.as_deref()));
                    (target == unit || leads_to(drafts, target, unit)).then(|| {
                        let from = key(id, used.within.as_deref());
                        let message = format!("`{from}` contains itself through `{to}`");
                        (message, "Write the text instead of the reference.")
                    })
                }
            };
            if let Some((message, cure)) = problem {
                let place = definition.source.place(used.at.clone());
                let diagnostic = Diagnostic::at(Code::BrokenReference, place, message);
                diagnostics.push(diagnostic.cure(cure));
            }
        }
    }
}

fn leads_to<'a>(drafts: &'a [Draft], (language, unit): Owned<'a>, to: Owned<'a>) -> bool {
    let definition = drafts[language].get(unit.0);
    definition.is_some_and(|definition| {
        let reached = follow(drafts, language, definition, unit.1, true);
        reached.units.contains(&to)
    })
}

/// Variables that a message has beyond those that it is given, or leaves out.
fn variables_of_language(drafts: &[Draft], language: usize, diagnostics: &mut Diagnostics) {
    for (id, definition) in drafts[language].definitions() {
        if is_term(id) {
            continue;
        }
        for attribute in definition.message.units() {
            let Some(given) = given(drafts, id, attribute) else {
                continue;
            };
            extra_variables(definition, attribute, &given, diagnostics);
            if language != 0 {
                let own = variables(drafts, language, id, attribute);
                let source = variables(drafts, 0, id, attribute);
                let missing: Vec<_> = source.difference(&own).copied().collect();
                missing_variables((id, attribute), definition, &missing, diagnostics);
            }
        }
    }
}

/// The variables that templates give to a unit: those of the source language's message. Nothing
/// when the source language does not have it.
fn given<'a>(
    drafts: &'a [Draft],
    id: &'a str,
    attribute: Option<&'a str>,
) -> Option<BTreeSet<&'a str>> {
    let source = drafts.first()?;
    // Templates were written with the embedded message, also when the site says it in another way.
    let embedded = source.embedded.get(id).map(AsRef::as_ref);
    let definition = embedded.filter(|embedded| embedded.message.pattern(attribute).is_some());
    let definition = definition.or_else(|| source.get(id))?;
    definition.message.pattern(attribute)?;
    Some(follow(drafts, 0, definition, attribute, false).variables)
}

fn extra_variables(
    definition: &Definition,
    attribute: Option<&str>,
    given: &BTreeSet<&str>,
    diagnostics: &mut Diagnostics,
) {
    let mut reported = BTreeSet::new();
    for used in uses(definition, attribute) {
        let Used::Variable(name) = &used.of else {
            continue;
        };
        if given.contains(name.as_str()) || !reported.insert(name) {
            continue;
        }
        let place = definition.source.place(used.at.clone());
        let message = format!("`${name}` is never given to this message");
        let cure = match variable_list(given) {
            None => "Remove it; the message is given nothing.".to_owned(),
            Some(known) => format!("Correct its name or remove it; the message is given {known}."),
        };
        diagnostics.push(Diagnostic::at(Code::ExtraVariable, place, message).cure(cure));
    }
}

fn missing_variables(
    (id, attribute): Unit<'_>,
    definition: &Definition,
    missing: &[&str],
    diagnostics: &mut Diagnostics,
) {
    let Some(names) = variable_list(missing) else {
        return;
    };
    let place = definition.source.place(definition.at.clone());
    let message = format!("`{}` leaves out {names}", key(id, attribute));
    let cure = "Say where it stands in this language; the source text has it.";
    diagnostics.push(Diagnostic::at(Code::MissingVariable, place, message).cure(cure));
}

fn variable_list<'a>(names: impl IntoIterator<Item = &'a &'a str>) -> Option<String> {
    let names: Vec<_> = names.into_iter().map(|name| format!("`${name}`")).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// One note for each file that a translator has to add to.
fn untranslated(drafts: &[Draft], language: usize, diagnostics: &mut Diagnostics) {
    let (Some(source), draft) = (drafts.first(), &drafts[language]) else {
        return;
    };
    let mut files: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (id, definition) in source.definitions().filter(|(id, _)| !is_term(id)) {
        for attribute in definition.message.units() {
            if !draft.has(id, attribute) && !draft.broken.may_have(id) {
                let file = &definition.source.file;
                let missing = files.entry(file.file_name()).or_default();
                missing.push((file, definition.at.start, key(id, attribute)));
            }
        }
    }
    for (name, mut missing) in files {
        // As they stand in the source.
        missing.sort();
        let keys: Vec<_> = missing.iter().map(|(_, _, key)| key.as_str()).collect();
        let file = SourcePath::new(format!("i18n/{}/{name}", draft.tag));
        diagnostics.push(note(&draft.tag, &file, &keys));
    }
}

fn note(tag: &crate::language::Tag, file: &SourcePath, keys: &[&str]) -> Diagnostic {
    let total = keys.len();
    let named = &keys[..total.min(MOST_NAMED)];
    let are = if total == 1 {
        "message is"
    } else {
        "messages are"
    };
    let more = match total - named.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message = format!(
        "{total} {are} not yet translated into {tag}: {}{more}",
        named.join(", ")
    );
    Diagnostic::at(Code::UntranslatedMessage, Place::file(file), message)
        .cure(format!("Add what is missing to {file}."))
}

pub(super) fn is_term(id: &str) -> bool {
    id.starts_with('-')
}
