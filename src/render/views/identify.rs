//! "Identify by what you see": the questions with their choices, and what fits.

use serde::Serialize;

use super::entry::{MistakenView, SizeView, mistaken, sizes};
use super::{Card, TermView, foreign};
use crate::catalogue::EntryIndex;
use crate::content::{TermIndex, TermKind};
use crate::output::OutputPath;
use crate::render::Locale;
use crate::site::identify::{FEW, QUESTIONS, candidates, common};
use crate::site::{Artifact, Combination, Plan};

/// How many candidates a page shows at most.
const SHOWN: usize = 60;

/// How many candidates are compared where there is no further question.
const MOST_COMPARED: usize = 12;

/// How many points of each kind a comparison shows.
const POINTS: usize = 4;

/// What fits a combination of choices, and how to go on.
#[derive(Clone, Debug, Serialize)]
pub struct IdentifyView {
    /// The page on which nothing is chosen yet.
    pub start: String,
    /// What is chosen.
    pub chosen: Vec<Chosen>,
    /// What may be chosen next.
    pub questions: Vec<Question>,
    /// How many entries fit.
    pub count: usize,
    /// The entries that fit, by title; of very many the first.
    pub candidates: Vec<Card>,
    /// The same side by side, when they are few.
    pub compared: Vec<Compared>,
    /// Where to find them all, when there are more than are shown.
    pub more: Vec<TermView>,
    /// What to do now.
    pub actions: Vec<String>,
    /// The language of `actions`, when it is not the page's.
    pub actions_lang: Option<String>,
    /// The direction of `actions`, when their language is not the page's.
    pub actions_dir: Option<&'static str>,
}

/// A choice that is made.
#[derive(Clone, Debug, Serialize)]
pub struct Chosen {
    /// The kind of term: `material`, `shape`, `script` or `size`.
    pub kind: &'static str,
    /// Its label.
    pub label: String,
    /// The page without it.
    pub path: String,
}

/// A question that is open.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// The kind of term: `material`, `shape`, `script` or `size`.
    pub kind: &'static str,
    /// The next open question, for those who are not sure.
    pub next: Option<&'static str>,
    /// What may be chosen.
    pub choices: Vec<Choice>,
}

/// A choice that may be made.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// The term's id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// The page with it.
    pub path: String,
    /// How many entries fit then.
    pub count: usize,
    /// The file of the theme that draws it, when there is one.
    pub drawing: Option<String>,
    /// The drawing in words.
    pub alt: String,
    /// A picture of an entry that bears the term, when the theme has no drawing.
    pub example: Option<Card>,
}

/// A candidate beside others.
#[derive(Clone, Debug, Serialize)]
pub struct Compared {
    /// The entry.
    pub card: Card,
    /// How to recognise it.
    pub look_for: Vec<String>,
    /// What it is easily mistaken for.
    pub mistaken_for: Vec<MistakenView>,
    /// Its typical size.
    pub sizes: Vec<SizeView>,
    /// Signs of digging, theft or a false story.
    pub warning_signs: Vec<String>,
}

impl IdentifyView {
    /// The page of a combination.
    pub fn new(locale: Locale<'_>, plan: &Plan, page: Combination) -> Self {
        let catalogue = locale.catalogue;
        let entries = candidates(catalogue, &plan.terms, page);
        // What to do may differ from list to list; then the pages of the entries tell.
        let mut lists = entries.iter().map(|entry| entry.list);
        let first = lists.next();
        let one = lists.all(|list| Some(list) == first);
        let list = first.filter(|_| one).map(|list| catalogue.list(list));
        let actions = list.and_then(|list| list.texts.resolve(locale.language()));
        let language = actions.map_or(locale.index, |(language, _)| language);
        let (actions_lang, actions_dir) = foreign(locale, language);
        let mut cards = super::entry::cards_by_title(locale, &entries);
        cards.truncate(SHOWN);
        let questions = questions(locale, plan, page, &entries);
        // Where nothing more is asked, comparing is what helps on.
        let most = if questions.is_empty() {
            MOST_COMPARED
        } else {
            FEW
        };
        let few = entries.len() <= most && page != Combination::default();
        Self {
            start: locale
                .paths()
                .identify(locale.index, Combination::default()),
            chosen: chosen(locale, plan, page),
            questions,
            count: entries.len(),
            compared: match few {
                true => entries
                    .iter()
                    .filter_map(|entry| compared(locale, *entry))
                    .collect(),
                false => Vec::new(),
            },
            candidates: if few { Vec::new() } else { cards },
            more: match entries.len() > SHOWN {
                true => page
                    .chosen()
                    .map(|(_, kind, term)| TermView::new(locale, kind, term))
                    .collect(),
                false => Vec::new(),
            },
            actions: actions
                .map(|(_, text)| text.words.actions.clone())
                .unwrap_or_default(),
            actions_lang,
            actions_dir,
        }
    }
}

fn chosen(locale: Locale<'_>, plan: &Plan, page: Combination) -> Vec<Chosen> {
    page.chosen()
        .map(|(question, kind, term)| {
            // The wider combination may not have got a page of its own.
            let wider = Some(page.with(question, None)).filter(|wider| plan.identify.has(*wider));
            Chosen {
                kind: kind.name(),
                label: locale.label(kind, term),
                path: locale
                    .paths()
                    .identify(locale.index, wider.unwrap_or_default()),
            }
        })
        .collect()
}

fn questions(
    locale: Locale<'_>,
    plan: &Plan,
    page: Combination,
    entries: &[EntryIndex],
) -> Vec<Question> {
    if entries.len() <= FEW && page != Combination::default() {
        return Vec::new();
    }
    let mut questions = Vec::new();
    for (question, kind) in QUESTIONS.into_iter().enumerate() {
        if page.0[question].is_some() {
            continue;
        }
        let fitting: Vec<(TermIndex, Vec<EntryIndex>)> = plan.identify.choices[question]
            .iter()
            .map(|term| {
                (
                    *term,
                    common(entries, plan.terms.entries(kind, *term)).collect(),
                )
            })
            .filter(|(_, fits): &(_, Vec<EntryIndex>)| !fits.is_empty())
            .collect();
        // A question that lacks one of its choices would say that nothing fits it.
        let narrower = |term: &TermIndex| page.with(question, Some(*term));
        let all = fitting
            .iter()
            .all(|(term, _)| plan.identify.has(narrower(term)));
        if fitting.is_empty() || !all {
            continue;
        }
        let choices = fitting
            .iter()
            .map(|(term, fits)| choice(locale, plan, (kind, *term), narrower(term), fits));
        questions.push(Question {
            kind: kind.name(),
            next: None,
            choices: choices.collect(),
        });
    }
    for at in 1..questions.len() {
        questions[at - 1].next = Some(questions[at].kind);
    }
    questions
}

fn choice(
    locale: Locale<'_>,
    plan: &Plan,
    (kind, term): (TermKind, TermIndex),
    narrower: Combination,
    fits: &[EntryIndex],
) -> Choice {
    let key = locale.catalogue.vocabulary.term(kind, term).label_key(kind);
    let drawing = format!("identify/{key}.svg");
    let path = OutputPath::new(&locale.paths().asset(&drawing)).ok();
    let drawn = path.is_some_and(|path| matches!(plan.get(&path), Some(Artifact::Asset(_))));
    Choice {
        id: locale.catalogue.vocabulary.term(kind, term).id.to_string(),
        label: locale.label(kind, term),
        path: locale.paths().identify(locale.index, narrower),
        count: fits.len(),
        drawing: drawn.then_some(drawing),
        alt: locale
            .optional_words(&format!("drawing-{key}"))
            .unwrap_or_default(),
        example: match drawn {
            true => None,
            false => fits.first().and_then(|entry| Card::new(locale, *entry)),
        },
    }
}

fn compared(locale: Locale<'_>, index: EntryIndex) -> Option<Compared> {
    let entry = locale.catalogue.entry(index);
    let (_, text) = entry.texts.resolve(locale.language())?;
    let first = |points: &[String]| points.iter().take(POINTS).cloned().collect();
    let mut mistaken_for = mistaken(locale, index, &text.words);
    mistaken_for.truncate(POINTS);
    Some(Compared {
        card: Card::new(locale, index)?,
        look_for: first(&text.words.look_for),
        mistaken_for,
        sizes: sizes(locale, entry),
        warning_signs: first(&text.words.warning_signs),
    })
}
