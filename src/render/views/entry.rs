//! Entries as templates see them: the whole page, and cards that lead to it.

use serde::Serialize;

use super::article::SourceView;
use super::list::{ContactView, LawView, contact_views, law_views};
use super::{Link, PictureView, TermView, foreign};
use crate::catalogue::{EntryIndex, Target};
use crate::content::{Entry, EntryRef, EntryWords, Sources, TermKind, Text};
use crate::drawing;
use crate::language::Args;
use crate::output::OutputPath;
use crate::render::{Locale, body};
use crate::site::Plan;

/// What leads to an entry.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// The entry's id.
    pub id: String,
    /// The title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Where the entry stands in the output.
    pub path: String,
    /// The plate.
    pub picture: Option<PictureView>,
    /// The language of the words, when it is not the page's.
    pub lang: Option<String>,
    /// The direction of the words, when their language is not the page's.
    pub dir: Option<&'static str>,
}

impl Card {
    /// The card of an entry; `None` for one that has no text at all.
    pub fn new(locale: Locale<'_>, index: EntryIndex) -> Option<Self> {
        let entry = locale.catalogue.entry(index);
        let (language, text) = entry.texts.resolve(locale.language())?;
        let (lang, dir) = foreign(locale, language);
        let plate = entry
            .facts
            .pictures
            .first()
            .zip(text.words.pictures.first());
        Some(Self {
            id: entry.id.to_string(),
            title: text.words.title.clone(),
            summary: text.words.summary.clone(),
            path: locale.paths().entry(locale.index, index),
            picture: plate
                .and_then(|(picture, words)| PictureView::new(locale, picture, words, language)),
            lang,
            dir,
        })
    }
}

/// Cards in the order of their titles.
pub fn cards_by_title(locale: Locale<'_>, entries: &[EntryIndex]) -> Vec<Card> {
    let mut cards: Vec<Card> = entries
        .iter()
        .filter_map(|index| Card::new(locale, *index))
        .collect();
    let formats = locale.formats();
    cards.sort_by(|a, b| {
        formats
            .compare(&a.title, &b.title)
            .then_with(|| a.path.cmp(&b.path))
    });
    cards
}

/// An entry's page.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// Its id.
    pub id: String,
    /// The title.
    pub title: String,
    /// Other names.
    pub also_called: Vec<String>,
    /// One sentence.
    pub summary: String,
    /// How to recognise it.
    pub look_for: Vec<String>,
    /// What it is easily mistaken for.
    pub mistaken_for: Vec<MistakenView>,
    /// Signs of digging, theft or a false story.
    pub warning_signs: Vec<String>,
    /// What the writing looks like.
    pub inscriptions: Option<String>,
    /// The longer text, HTML.
    pub body: String,
    /// The language of all of these, when it is not the page's.
    pub lang: Option<String>,
    /// The direction of all of these, when their language is not the page's.
    pub dir: Option<&'static str>,
    /// The plate and further pictures.
    pub pictures: Vec<PictureView>,
    /// The list.
    pub list: Option<Link>,
    /// The category, as a link to its part of the list.
    pub category: Option<CategoryLink>,
    /// What sort of thing it is.
    pub object_types: Vec<TermView>,
    /// What it is made of.
    pub materials: Vec<TermView>,
    /// How it was made.
    pub techniques: Vec<TermView>,
    /// When, by names.
    pub periods: Vec<TermView>,
    /// When, in years and words.
    pub years: YearsView,
    /// The years on the time ribbon.
    pub ribbon: RibbonView,
    /// Where it comes from.
    pub places: Vec<TermView>,
    /// What is written on it.
    pub scripts: Vec<TermView>,
    /// What it looks like.
    pub shapes: Vec<TermView>,
    /// The size class.
    pub size_class: Option<TermView>,
    /// The typical ranges.
    pub sizes: Vec<SizeView>,
    /// The size drawn beside a known thing, when a length is known.
    pub size_figure: Option<SizeFigureView>,
    /// The entry's own laws, then the list's.
    pub laws: Vec<LawView>,
    /// Entries that it is easily confused with.
    pub confusables: Vec<Card>,
    /// Entries to read next.
    pub related: Vec<Card>,
    /// The entry before it in the list.
    pub previous: Option<Link>,
    /// The entry after it in the list.
    pub next: Option<Link>,
    /// What to do now.
    pub actions: Vec<String>,
    /// The language of `actions`, when it is not the page's.
    pub actions_lang: Option<String>,
    /// The direction of `actions`, when their language is not the page's.
    pub actions_dir: Option<&'static str>,
    /// Whom to ask.
    pub contacts: Vec<ContactView>,
    /// Whether no expert has confirmed the facts.
    pub unverified: bool,
    /// Publications that confirm the facts.
    pub sources: Vec<SourceView>,
    /// Who made the translation.
    pub translator: Option<String>,
}

/// A thing that the type is mistaken for.
#[derive(Clone, Debug, Serialize)]
pub struct MistakenView {
    /// The other thing.
    pub what: String,
    /// How to tell the two apart.
    pub tell_apart: String,
    /// The other thing's entry.
    pub entry: Option<Card>,
}

/// A category of a list.
#[derive(Clone, Debug, Serialize)]
pub struct CategoryLink {
    /// Its id, which is also its anchor on the list's page.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The list's page.
    pub path: String,
}

/// A range of years.
#[derive(Clone, Debug, Serialize)]
pub struct YearsView {
    /// The earliest typical year; BCE is negative.
    pub from: i32,
    /// The latest typical year.
    pub to: i32,
    /// In words, with eras.
    pub text: String,
}

/// A range of a dimension.
#[derive(Clone, Debug, Serialize)]
pub struct SizeView {
    /// The dimension: `height`, `diameter` and so on.
    pub dimension: &'static str,
    /// Its name.
    pub label: String,
    /// The range with its unit.
    pub text: String,
}

/// The years on the ribbon that all entries share.
#[derive(Clone, Debug, Serialize)]
pub struct RibbonView {
    /// Inline SVG for the filter `safe`.
    pub svg: String,
    /// The year at the start of the ribbon, with its era.
    pub start: String,
    /// The year at the end of the ribbon, with its era.
    pub end: String,
}

/// The size, drawn.
#[derive(Clone, Debug, Serialize)]
pub struct SizeFigureView {
    /// Inline SVG for the filter `safe`.
    pub svg: String,
    /// The same in words: what is drawn beside what.
    pub text: String,
}

impl EntryView {
    /// The page of an entry at a path. Planning leaves out entries without a text.
    pub fn new(
        locale: Locale<'_>,
        plan: &Plan,
        path: &OutputPath,
        index: EntryIndex,
    ) -> Option<Self> {
        let entry = locale.catalogue.entry(index);
        let (language, text) = entry.texts.resolve(locale.language())?;
        let (lang, dir) = foreign(locale, language);
        let words = &text.words;
        let facts = &entry.facts;
        let terms = |kind| TermView::all(locale, kind, facts.terms(kind));
        let (previous, next) = plan.sequences.neighbours(index);
        let list = locale.catalogue.list(index.list);
        let list_text = list.texts.resolve(locale.language());
        let actions = list_text.map(|(language, text)| (language, &text.words.actions));
        let (actions_lang, actions_dir) = foreign(
            locale,
            actions.map_or(locale.index, |(language, _)| language),
        );
        Some(Self {
            id: entry.id.to_string(),
            title: words.title.clone(),
            also_called: words.also_called.clone(),
            summary: words.summary.clone(),
            look_for: words.look_for.clone(),
            mistaken_for: mistaken(locale, index, words),
            warning_signs: words.warning_signs.clone(),
            inscriptions: words.inscriptions.clone(),
            body: body::write(locale, path, text),
            lang,
            dir,
            pictures: PictureView::all(locale, &facts.pictures, &words.pictures, language),
            list: super::link::target_link(locale, Target::List(index.list)),
            category: category(locale, index),
            object_types: terms(TermKind::ObjectType),
            materials: terms(TermKind::Material),
            techniques: terms(TermKind::Technique),
            periods: terms(TermKind::Period),
            years: YearsView {
                from: facts.dates.from,
                to: facts.dates.to,
                text: locale.years(facts.dates),
            },
            ribbon: RibbonView {
                svg: drawing::ribbon(facts.dates, locale.language().direction),
                start: locale.year(drawing::RIBBON.from),
                end: locale.year(drawing::RIBBON.to),
            },
            places: terms(TermKind::Place),
            scripts: terms(TermKind::Script),
            shapes: terms(TermKind::Shape),
            size_class: facts
                .size
                .class
                .map(|term| TermView::new(locale, TermKind::Size, term)),
            sizes: sizes(locale, entry),
            size_figure: size_figure(locale, entry),
            laws: entry_laws(locale, index),
            confusables: cards(locale, index, &facts.confusables),
            related: cards(locale, index, &facts.related),
            previous: previous.and_then(|index| entry_link(locale, index)),
            next: next.and_then(|index| entry_link(locale, index)),
            actions: actions
                .map(|(_, actions)| actions.clone())
                .unwrap_or_default(),
            actions_lang,
            actions_dir,
            contacts: contact_views(locale, index.list),
            unverified: facts.sources == Sources::Unverified,
            sources: SourceView::all(&facts.sources),
            translator: translator(text),
        })
    }
}

fn translator<W>(text: &Text<W>) -> Option<String> {
    text.translation.as_ref()?.by.clone()
}

pub(super) fn mistaken(
    locale: Locale<'_>,
    index: EntryIndex,
    words: &EntryWords,
) -> Vec<MistakenView> {
    let entry = |reference: &EntryRef| {
        let found = locale.catalogue.resolve_entry(index.list, reference)?;
        Card::new(locale, found)
    };
    words
        .mistaken_for
        .iter()
        .map(|mistaken| MistakenView {
            what: mistaken.what.clone(),
            tell_apart: mistaken.tell_apart.clone(),
            entry: mistaken.entry.as_ref().and_then(entry),
        })
        .collect()
}

fn cards(locale: Locale<'_>, home: EntryIndex, references: &[EntryRef]) -> Vec<Card> {
    references
        .iter()
        .filter_map(|reference| locale.catalogue.resolve_entry(home.list, reference))
        .filter_map(|index| Card::new(locale, index))
        .collect()
}

pub(super) fn sizes(locale: Locale<'_>, entry: &Entry) -> Vec<SizeView> {
    let ranges = entry.facts.size.ranges.iter();
    ranges
        .map(|range| SizeView {
            dimension: range.dimension.name(),
            label: locale.words(&format!("dimension-{}", range.dimension.name())),
            text: locale.range(range),
        })
        .collect()
}

fn size_figure(locale: Locale<'_>, entry: &Entry) -> Option<SizeFigureView> {
    let figure = drawing::size_figure(&entry.facts.size)?;
    let formats = locale.formats();
    let args = Args::new()
        .text("coin", formats.decimal(drawing::COIN_MILLIMETRES))
        .text("coin_unit", locale.words("unit-mm"));
    Some(SizeFigureView {
        text: locale.message(&format!("beside-{}", figure.companion.name()), &args),
        svg: figure.svg,
    })
}

fn category(locale: Locale<'_>, index: EntryIndex) -> Option<CategoryLink> {
    let list = locale.catalogue.list(index.list);
    let at = locale.catalogue.entry(index).facts.category;
    let (_, text) = list.texts.resolve(locale.language())?;
    Some(CategoryLink {
        id: list.facts.categories.get(at)?.to_string(),
        title: text.words.categories.get(at)?.title.clone(),
        path: locale.paths().list(locale.index, index.list),
    })
}

fn entry_laws(locale: Locale<'_>, index: EntryIndex) -> Vec<LawView> {
    let own = &locale.catalogue.entry(index).facts.laws;
    let list = &locale.catalogue.list(index.list).facts.laws;
    let mut laws: Vec<LawView> = own
        .iter()
        .filter(|law| !list.iter().any(|other| other.law == **law))
        .map(|law| LawView::new(locale, *law, None, None))
        .collect();
    laws.extend(law_views(locale, index.list));
    laws
}

fn entry_link(locale: Locale<'_>, index: EntryIndex) -> Option<Link> {
    super::link::target_link(locale, Target::Entry(index))
}

/// A letter of the A to Z with the names that start with it.
#[derive(Clone, Debug, Serialize)]
pub struct Letter {
    /// The letter as it is shown.
    pub letter: String,
    /// Its anchor.
    pub id: String,
    /// The names, in order.
    pub names: Vec<Name>,
}

/// A name in the A to Z: a title, or another name that leads to it.
#[derive(Clone, Debug, Serialize)]
pub struct Name {
    /// The name.
    pub name: String,
    /// The title of the entry, when the name is another one.
    pub see: Option<String>,
    /// Where the entry stands in the output.
    pub path: String,
    /// The language of the words, when it is not the page's.
    pub lang: Option<String>,
    /// The direction of the words, when their language is not the page's.
    pub dir: Option<&'static str>,
}

/// All names of all entries, by letter, in the order of the language.
pub fn letters(locale: Locale<'_>) -> Vec<Letter> {
    let formats = locale.formats();
    let mut names: Vec<Name> = locale
        .catalogue
        .entry_indices()
        .flat_map(|index| names_of(locale, index))
        .collect();
    names.sort_by(|a, b| {
        formats
            .compare(&a.name, &b.name)
            .then_with(|| a.path.cmp(&b.path))
    });
    let mut letters: Vec<Letter> = Vec::new();
    for name in names {
        let initial = formats.initial(&name.name);
        match letters.iter_mut().find(|letter| letter.letter == initial) {
            Some(letter) => letter.names.push(name),
            None => letters.push(Letter {
                id: format!("letter-{}", letters.len() + 1),
                letter: initial,
                names: vec![name],
            }),
        }
    }
    letters
}

fn names_of(locale: Locale<'_>, index: EntryIndex) -> Vec<Name> {
    let Some((language, text)) = locale
        .catalogue
        .entry(index)
        .texts
        .resolve(locale.language())
    else {
        return Vec::new();
    };
    let (lang, dir) = foreign(locale, language);
    let path = locale.paths().entry(locale.index, index);
    let title = &text.words.title;
    let name = |name: &str, see: Option<&String>| Name {
        name: capital(name),
        see: see.cloned(),
        path: path.clone(),
        lang: lang.clone(),
        dir,
    };
    let others = text.words.also_called.iter();
    std::iter::once(name(title, None))
        .chain(others.map(|other| name(other, Some(title))))
        .collect()
}

/// Names stand at the start of a line, so they start with a capital where the script has any.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
