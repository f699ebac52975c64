//! Takes the Fluent files of all languages, and makes messages of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::check::{self, is_term};
use super::parse::{self, Entry, Problem, Use, Used};
use super::pattern::{Message, key};
use super::{Added, Completeness, Language, LanguageSetup, Layer, Messages};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::language::{Formats, Tag};

/// Collects the Fluent files of all languages.
pub struct MessagesBuilder {
    drafts: Vec<Draft>,
}

/// A Fluent file as it was read: what it says, and what is wrong in it.
pub struct MessageFile {
    source: Arc<Source>,
    entries: Vec<(String, Arc<Definition>)>,
    problems: Vec<Diagnostic>,
    /// The ids of messages that could not be read, as far as they can be told.
    broken: Vec<String>,
}

impl MessageFile {
    /// Reads a file. What cannot be read is left out.
    pub fn read(file: SourcePath, text: &str) -> Self {
        let source = Arc::new(Source {
            file,
            text: text.to_owned(),
        });
        let parsed = parse::parse(text);
        let problems = parsed.problems.into_iter();
        let entries = parsed.entries.into_iter();
        Self {
            problems: problems.map(|problem| report(&source, problem)).collect(),
            entries: entries.map(|entry| define(&source, entry)).collect(),
            broken: parsed.broken,
            source,
        }
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.source.text
    }
}

/// What a language has so far.
pub(super) struct Draft {
    pub tag: Tag,
    pub formats: Arc<Formats>,
    pub chain: Vec<usize>,
    pub embedded: Definitions,
    pub site: Definitions,
    pub broken: Broken,
}

/// What a language may have, but could not be read.
#[derive(Debug, Default)]
pub(super) struct Broken {
    /// A whole file, so that nobody knows.
    any: bool,
    ids: BTreeSet<String>,
}

impl Broken {
    /// Whether a message may be among what could not be read.
    pub fn may_have(&self, id: &str) -> bool {
        self.any || self.ids.contains(id)
    }
}

/// Messages and terms by id; ids of terms keep their hyphen.
pub(super) type Definitions = BTreeMap<String, Arc<Definition>>;

/// A message, and where it stands.
pub(super) struct Definition {
    pub source: Arc<Source>,
    pub at: Range<usize>,
    pub message: Message,
    pub uses: Vec<Use>,
}

/// A file that was read.
pub(super) struct Source {
    pub file: SourcePath,
    text: String,
}

impl Source {
    pub fn place(&self, at: Range<usize>) -> Place {
        Place::from_bytes(&self.file, &self.text, at)
    }
}

impl Draft {
    /// The definition that holds: the site's before the embedded one.
    pub fn get(&self, id: &str) -> Option<&Definition> {
        let found = self.site.get(id).or_else(|| self.embedded.get(id));
        found.map(Arc::as_ref)
    }

    /// All definitions that hold.
    pub fn definitions(&self) -> impl Iterator<Item = (&str, &Definition)> {
        let embedded = self.embedded.iter();
        let embedded = embedded.filter(|(id, _)| !self.site.contains_key(*id));
        let all = self.site.iter().chain(embedded);
        all.map(|(id, definition)| (id.as_str(), definition.as_ref()))
    }

    /// Whether the language itself has a unit, without its fallbacks.
    pub fn has(&self, id: &str, attribute: Option<&str>) -> bool {
        let definition = self.get(id);
        definition.is_some_and(|d| d.message.pattern(attribute).is_some())
    }
}

impl MessagesBuilder {
    /// A builder for these languages. The first is the source language.
    pub fn new(languages: &[LanguageSetup]) -> Self {
        let draft = |(index, setup): (usize, &LanguageSetup)| Draft {
            tag: setup.tag.clone(),
            formats: Arc::clone(&setup.formats),
            chain: chain(index, &setup.chain, languages.len()),
            embedded: Definitions::new(),
            site: Definitions::new(),
            broken: Broken::default(),
        };
        Self {
            drafts: languages.iter().enumerate().map(draft).collect(),
        }
    }

    /// Adds a file of a language, and reports what is wrong in it.
    pub fn add(
        &mut self,
        language: usize,
        layer: Layer,
        file: &MessageFile,
        diagnostics: &mut Diagnostics,
    ) {
        let Some(draft) = self.drafts.get_mut(language) else {
            return;
        };
        let definitions = match layer {
            Layer::Embedded => &mut draft.embedded,
            Layer::Site => &mut draft.site,
        };
        draft.broken.ids.extend(file.broken.iter().cloned());
        for problem in &file.problems {
            diagnostics.push(problem.clone());
        }
        for (id, definition) in &file.entries {
            if let Some(first) = definitions.get(id) {
                diagnostics.push(stands_twice(id, first, definition));
            } else {
                definitions.insert(id.clone(), Arc::clone(definition));
            }
        }
    }

    /// Notes that a language has a file which could not be read. What it lacks may stand there.
    pub fn mark_unread(&mut self, language: usize) {
        if let Some(draft) = self.drafts.get_mut(language) {
            draft.broken.any = true;
        }
    }

    /// Checks all languages against each other, and makes the messages.
    pub fn finish(self, diagnostics: &mut Diagnostics) -> Messages {
        check::check(&self.drafts, diagnostics);
        let completeness = self.completeness();
        Messages {
            added: self.added(),
            variables: self.variables(),
            languages: self
                .drafts
                .into_iter()
                .zip(completeness)
                .map(|(draft, completeness)| draft.finish(completeness))
                .collect(),
        }
    }

    fn added(&self) -> Vec<Added> {
        let drafts = self.drafts.iter();
        let uses = drafts.clone().flat_map(|draft| {
            let definitions = draft.definitions();
            definitions.flat_map(|(_, definition)| &definition.uses)
        });
        let referred: BTreeSet<&str> = uses
            .filter_map(|used| match &used.of {
                Used::Entry { id, .. } => Some(id.as_str()),
                Used::Variable(_) => None,
            })
            .collect();
        let embedded = |id: &str| self.drafts.iter().any(|d| d.embedded.contains_key(id));
        drafts
            .flat_map(|draft| &draft.site)
            .filter(|(id, _)| !is_term(id) && !embedded(id) && !referred.contains(id.as_str()))
            .map(|(id, definition)| Added {
                id: id.clone(),
                place: definition.source.place(definition.at.clone()),
            })
            .collect()
    }

    fn completeness(&self) -> Vec<Completeness> {
        let Some(source) = self.drafts.first() else {
            return Vec::new();
        };
        let units: Vec<_> = check::units(source).collect();
        let completeness = |draft: &Draft| Completeness {
            total: units.len(),
            present: units.iter().filter(|(id, a)| draft.has(id, *a)).count(),
        };
        self.drafts.iter().map(completeness).collect()
    }

    fn variables(&self) -> HashMap<String, Vec<String>> {
        let units = self.drafts.first().into_iter().flat_map(check::units);
        units
            .map(|(id, attribute)| {
                let variables = check::variables(&self.drafts, 0, id, attribute);
                let variables = variables.into_iter().map(str::to_owned).collect();
                (key(id, attribute), variables)
            })
            .collect()
    }
}

impl Draft {
    fn finish(self, completeness: Completeness) -> Language {
        // The site's come last, and take the place of the embedded ones.
        let definitions = self.embedded.into_iter().chain(self.site);
        Language {
            chain: self.chain,
            broken: self.broken,
            formats: self.formats,
            messages: definitions.collect(),
            completeness,
        }
    }
}

/// The language itself first, then the rest of its chain, then the source language; each once.
fn chain(index: usize, given: &[usize], languages: usize) -> Vec<usize> {
    let mut chain = vec![index];
    for next in given.iter().copied().chain([0]) {
        if next < languages && !chain.contains(&next) {
            chain.push(next);
        }
    }
    chain
}

fn report(source: &Source, problem: Problem) -> Diagnostic {
    let place = source.place(problem.at);
    Diagnostic::at(problem.code, place, problem.message).cure(problem.cure)
}

fn define(source: &Arc<Source>, entry: Entry) -> (String, Arc<Definition>) {
    let definition = Definition {
        source: Arc::clone(source),
        at: entry.at,
        message: entry.message,
        uses: entry.uses,
    };
    (entry.id, Arc::new(definition))
}

fn stands_twice(id: &str, first: &Definition, second: &Definition) -> Diagnostic {
    let place = first.source.place(first.at.clone());
    let cure = format!(
        "Remove one of the two; the other is in {}, line {}.",
        place.file, place.line
    );
    let place = second.source.place(second.at.clone());
    let message = format!("`{id}` stands twice");
    Diagnostic::at(Code::DuplicateMessage, place, message).cure(cure)
}
