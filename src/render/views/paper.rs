//! A list made for paper: its entries in full, numbered, by category and nine to a sheet.

use serde::Serialize;

use super::EntryView;
use crate::catalogue::ListIndex;
use crate::output::OutputPath;
use crate::render::Locale;
use crate::site::Plan;

/// How many cards a sheet holds.
const CARDS: usize = 9;

/// A list's entries as the booklet and the cards show them.
#[derive(Clone, Debug, Serialize)]
pub struct Paper {
    /// The categories that have entries.
    pub chapters: Vec<Chapter>,
    /// The same entries, nine to a sheet.
    pub sheets: Vec<Sheet>,
}

/// A category with its entries.
#[derive(Clone, Debug, Serialize)]
pub struct Chapter {
    /// Its id, which is also its anchor.
    pub id: String,
    /// Its name.
    pub title: String,
    /// One sentence.
    pub summary: Option<String>,
    /// Its entries.
    pub leaves: Vec<Leaf>,
}

/// A sheet of cards.
#[derive(Clone, Debug, Serialize)]
pub struct Sheet {
    /// Its entries.
    pub leaves: Vec<Leaf>,
}

/// An entry with its number.
#[derive(Clone, Debug, Serialize)]
pub struct Leaf {
    /// Its number in the list, from 1.
    pub number: usize,
    /// The entry.
    pub entry: EntryView,
}

impl Paper {
    /// A list, written for the page at a path.
    pub fn new(locale: Locale<'_>, plan: &Plan, path: &OutputPath, index: ListIndex) -> Self {
        let list = locale.catalogue.list(index);
        let words = list.texts.resolve(locale.language());
        let words = words.map_or(&[][..], |(_, text)| &text.words.categories);
        let mut chapters: Vec<Chapter> = list
            .facts
            .categories
            .iter()
            .zip(words)
            .map(|(id, words)| Chapter {
                id: id.to_string(),
                title: words.title.clone(),
                summary: words.summary.clone(),
                leaves: Vec::new(),
            })
            .collect();
        let mut all = Vec::new();
        for entry in plan.sequences.of(index) {
            let Some(view) = EntryView::new(locale, plan, path, entry) else {
                continue;
            };
            let leaf = Leaf {
                number: all.len() + 1,
                entry: view,
            };
            let category = locale.catalogue.entry(entry).facts.category;
            if let Some(chapter) = chapters.get_mut(category) {
                chapter.leaves.push(leaf.clone());
            }
            all.push(leaf);
        }
        chapters.retain(|chapter| !chapter.leaves.is_empty());
        let sheets = all.chunks(CARDS).map(|leaves| Sheet {
            leaves: leaves.to_vec(),
        });
        Self {
            sheets: sheets.collect(),
            chapters,
        }
    }
}
