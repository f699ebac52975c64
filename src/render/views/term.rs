//! Terms of the vocabulary, and the pages that list the entries bearing one.

use serde::Serialize;

use super::Card;
use crate::content::{TermFacts, TermIndex, TermKind};
use crate::render::Locale;
use crate::render::views::entry::cards_by_title;
use crate::site::Plan;

/// A term in words.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// The page of the entries that bear it, when there is one.
    pub path: Option<String>,
}

impl TermView {
    /// A term that an entry bears.
    pub fn new(locale: Locale<'_>, kind: TermKind, term: TermIndex) -> Self {
        let has_page = TermKind::INDEXED.contains(&kind);
        Self {
            id: locale.catalogue.vocabulary.term(kind, term).id.to_string(),
            label: locale.label(kind, term),
            path: has_page.then(|| locale.paths().term(locale.index, kind, term)),
        }
    }

    /// Several terms.
    pub fn all(locale: Locale<'_>, kind: TermKind, terms: &[TermIndex]) -> Vec<Self> {
        terms
            .iter()
            .map(|term| Self::new(locale, kind, *term))
            .collect()
    }
}

/// The page of all terms of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct TermsPage {
    /// The kind: `material`, `object-type` and so on.
    pub kind: &'static str,
    /// The terms that have no broader one; periods and sizes in their own order, others by label.
    pub terms: Vec<TermCount>,
}

/// A term and how many entries bear it.
#[derive(Clone, Debug, Serialize)]
pub struct TermCount {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// The page of the entries that bear it.
    pub path: String,
    /// How many entries bear it or a narrower term.
    pub count: usize,
    /// The years of a period, in words.
    pub years: Option<String>,
    /// Narrower terms.
    pub narrower: Vec<TermCount>,
}

impl TermsPage {
    /// All used terms of a kind.
    pub fn new(locale: Locale<'_>, plan: &Plan, kind: TermKind) -> Self {
        Self {
            kind: kind.name(),
            terms: counts(locale, plan, kind, None),
        }
    }
}

fn counts(
    locale: Locale<'_>,
    plan: &Plan,
    kind: TermKind,
    broader: Option<TermIndex>,
) -> Vec<TermCount> {
    let mut counts: Vec<TermCount> = locale
        .catalogue
        .vocabulary
        .indexed(kind)
        .filter(|(index, term)| term.broader == broader && plan.terms.is_used(kind, *index))
        .map(|(index, term)| TermCount {
            id: term.id.to_string(),
            label: locale.label(kind, index),
            path: locale.paths().term(locale.index, kind, index),
            count: plan.terms.entries(kind, index).len(),
            years: match term.facts {
                TermFacts::Period { from, to } => {
                    Some(locale.years(crate::content::Years { from, to }))
                }
                _ => None,
            },
            narrower: counts(locale, plan, kind, Some(index)),
        })
        .collect();
    if !matches!(kind, TermKind::Period | TermKind::Size) {
        counts.sort_by(|a, b| locale.formats().compare(&a.label, &b.label));
    }
    counts
}

/// The page of the entries that bear a term.
#[derive(Clone, Debug, Serialize)]
pub struct TermPage {
    /// The kind: `material`, `object-type` and so on.
    pub kind: &'static str,
    /// The term's id.
    pub id: String,
    /// The term's label.
    pub label: String,
    /// The years of a period, in words.
    pub years: Option<String>,
    /// Narrower terms that entries bear.
    pub narrower: Vec<TermCount>,
    /// The entries, by title.
    pub entries: Vec<Card>,
}

impl TermPage {
    /// The page of a term.
    pub fn new(locale: Locale<'_>, plan: &Plan, kind: TermKind, term: TermIndex) -> Self {
        let entries = plan.terms.entries(kind, term);
        let found = locale.catalogue.vocabulary.term(kind, term);
        Self {
            kind: kind.name(),
            id: found.id.to_string(),
            label: locale.label(kind, term),
            years: match found.facts {
                TermFacts::Period { from, to } => {
                    Some(locale.years(crate::content::Years { from, to }))
                }
                _ => None,
            },
            narrower: counts(locale, plan, kind, Some(term)),
            entries: cards_by_title(locale, entries),
        }
    }
}
