//! Lists as templates see them, with their laws and contacts.

use serde::Serialize;

use super::article::SourceView;
use super::{Card, foreign};
use crate::catalogue::ListIndex;
use crate::content::{LawStatus, ListFacts, Sources, TermFacts, TermIndex, TermKind};
use crate::date::Date;
use crate::language::Args;
use crate::output::OutputPath;
use crate::render::{Locale, body};
use crate::site::PaperKind;

/// A list's page.
#[derive(Clone, Debug, Serialize)]
pub struct ListView {
    /// Its id.
    pub id: String,
    /// Where it stands in the output.
    pub path: String,
    /// Where its booklet stands in the output.
    pub booklet: String,
    /// Where its cards stand in the output.
    pub cards: String,
    /// The title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Whom it is for.
    pub purpose: Option<String>,
    /// The longer text, HTML.
    pub body: String,
    /// The language of the words, when it is not the page's.
    pub lang: Option<String>,
    /// The direction of the words, when their language is not the page's.
    pub dir: Option<&'static str>,
    /// `emergency` or `regular`.
    pub kind: &'static str,
    /// The kind in words.
    pub kind_label: String,
    /// The country's name.
    pub country: String,
    /// The edition's name.
    pub edition: String,
    /// The edition's date in words.
    pub date: String,
    /// The edition's date as `2026-11-24`.
    pub date_iso: String,
    /// When the list first appeared, in words.
    pub first_published: Option<String>,
    /// How many entries it has.
    pub count: usize,
    /// The categories with their entries.
    pub categories: Vec<CategoryView>,
    /// The legal instruments.
    pub laws: Vec<LawView>,
    /// Whom to ask.
    pub contacts: Vec<ContactView>,
    /// What to do now.
    pub actions: Vec<String>,
    /// Signs that hold for the whole list.
    pub warning_signs: Vec<String>,
    /// Who drew it up.
    pub experts: Vec<CreditView>,
    /// Who paid.
    pub funders: Vec<CreditView>,
    /// Who holds the rights.
    pub copyright_holder: String,
    /// Since when, in the language's digits.
    pub copyright_year: String,
    /// Under which licence.
    pub licence: String,
    /// Whether no expert has confirmed the facts.
    pub unverified: bool,
    /// Publications that confirm the facts.
    pub sources: Vec<SourceView>,
}

/// A category with its entries.
#[derive(Clone, Debug, Serialize)]
pub struct CategoryView {
    /// Its id, which is also its anchor.
    pub id: String,
    /// Its name.
    pub title: String,
    /// One sentence.
    pub summary: Option<String>,
    /// Its entries.
    pub entries: Vec<Card>,
}

/// A legal instrument.
#[derive(Clone, Debug, Serialize)]
pub struct LawView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it says.
    pub subject: Option<String>,
    /// Whether it binds many states.
    pub international: bool,
    /// When it was made, in words.
    pub date: Option<String>,
    /// How it binds the state: `ratified` and so on.
    pub status: Option<&'static str>,
    /// The same in words, with its date.
    pub status_label: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
}

/// Somebody to ask.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    /// Its id.
    pub id: String,
    /// The kind of office: `police` and so on.
    pub kind: &'static str,
    /// The kind in words.
    pub kind_label: String,
    /// The office's name.
    pub name: String,
    /// The postal address.
    pub address: Option<String>,
    /// How to reach it.
    pub note: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The telephone number for a `tel:` link.
    pub phone_link: Option<String>,
    /// The web address.
    pub url: Option<String>,
    /// The language of the words, when it is not the page's.
    pub lang: Option<String>,
    /// The direction of the words, when their language is not the page's.
    pub dir: Option<&'static str>,
}

/// A person or body to name.
#[derive(Clone, Debug, Serialize)]
pub struct CreditView {
    /// The name.
    pub name: String,
    /// The institution.
    pub affiliation: Option<String>,
    /// The web address.
    pub url: Option<String>,
}

impl ListView {
    /// A list, written for the page at a path.
    pub fn new(locale: Locale<'_>, path: &OutputPath, index: ListIndex) -> Option<Self> {
        let list = locale.catalogue.list(index);
        let (language, text) = list.texts.resolve(locale.language())?;
        let (lang, dir) = foreign(locale, language);
        let facts = &list.facts;
        let words = &text.words;
        let formats = locale.formats();
        let paper = |kind| locale.paths().paper(locale.index, kind, index);
        Some(Self {
            id: list.id.to_string(),
            path: locale.paths().list(locale.index, index),
            booklet: paper(PaperKind::Booklet),
            cards: paper(PaperKind::Cards),
            title: words.title.clone(),
            summary: words.summary.clone(),
            purpose: words.purpose.clone(),
            body: body::write(locale, path, text),
            lang,
            dir,
            kind: facts.kind.name(),
            kind_label: locale.words(&format!("list-kind-{}", facts.kind.name())),
            country: locale.country(&facts.country),
            edition: facts.edition.name.clone(),
            date: formats.date(&facts.edition.date),
            date_iso: facts.edition.date.to_string(),
            first_published: facts.first_published.map(|date| formats.date(&date)),
            count: list.entries.len(),
            categories: categories(locale, index),
            laws: law_views(locale, index),
            contacts: contact_views(locale, index),
            actions: words.actions.clone(),
            warning_signs: words.warning_signs.clone(),
            experts: credits(&facts.experts),
            funders: credits(&facts.funders),
            copyright_holder: facts.copyright.holder.clone(),
            copyright_year: formats.year(facts.copyright.year),
            licence: facts.copyright.licence.clone(),
            unverified: facts.sources == Sources::Unverified,
            sources: SourceView::all(&facts.sources),
        })
    }
}

/// All lists, written for the page at a path.
pub fn list_views(locale: Locale<'_>, path: &OutputPath) -> Vec<ListView> {
    let lists = locale.catalogue.list_indices();
    lists
        .filter_map(|index| ListView::new(locale, path, index))
        .collect()
}

/// The categories that have entries, in the order of the facts.
fn categories(locale: Locale<'_>, index: ListIndex) -> Vec<CategoryView> {
    let list = locale.catalogue.list(index);
    let Some((_, text)) = list.texts.resolve(locale.language()) else {
        return Vec::new();
    };
    let mut views: Vec<CategoryView> = list
        .facts
        .categories
        .iter()
        .zip(&text.words.categories)
        .map(|(id, words)| CategoryView {
            id: id.to_string(),
            title: words.title.clone(),
            summary: words.summary.clone(),
            entries: Vec::new(),
        })
        .collect();
    for entry in locale.catalogue.entries_of(index) {
        let category = locale.catalogue.entry(entry).facts.category;
        if let Some(view) = views.get_mut(category) {
            view.entries.extend(Card::new(locale, entry));
        }
    }
    views.retain(|view| !view.entries.is_empty());
    views
}

fn credits(credits: &[crate::content::list::Credit]) -> Vec<CreditView> {
    credits
        .iter()
        .map(|credit| CreditView {
            name: credit.name.clone(),
            affiliation: credit.affiliation.clone(),
            url: credit.url.clone(),
        })
        .collect()
}

/// The legal instruments of a list.
pub fn law_views(locale: Locale<'_>, index: ListIndex) -> Vec<LawView> {
    let ListFacts { laws, .. } = &locale.catalogue.list(index).facts;
    laws.iter()
        .map(|law| LawView::new(locale, law.law, law.status, law.date))
        .collect()
}

impl LawView {
    /// A legal instrument, and what the state did with it.
    pub fn new(
        locale: Locale<'_>,
        law: TermIndex,
        status: Option<LawStatus>,
        since: Option<Date>,
    ) -> Self {
        let term = locale.catalogue.vocabulary.term(TermKind::Law, law);
        let facts = match &term.facts {
            TermFacts::Law(facts) => facts.clone(),
            _ => crate::content::vocabulary::LawFacts::default(),
        };
        let key = term.label_key(TermKind::Law);
        Self {
            id: term.id.to_string(),
            title: locale.words(&key),
            subject: locale.optional_words(&format!("{key}.subject")),
            international: facts.international,
            date: facts.date.map(|date| locale.formats().date(&date)),
            status: status.map(LawStatus::name),
            status_label: status.map(|status| status_label(locale, status, since)),
            url: facts.url,
        }
    }
}

fn status_label(locale: Locale<'_>, status: LawStatus, since: Option<Date>) -> String {
    let label = locale.words(&format!("law-status-{}", status.name()));
    let Some(since) = since else { return label };
    let args = Args::new()
        .text("status", label)
        .text("date", locale.formats().date(&since));
    locale.message("law-status-since", &args)
}

/// The contacts of a list.
pub fn contact_views(locale: Locale<'_>, index: ListIndex) -> Vec<ContactView> {
    let list = locale.catalogue.list(index);
    let Some((language, text)) = list.texts.resolve(locale.language()) else {
        return Vec::new();
    };
    let (lang, dir) = foreign(locale, language);
    list.facts
        .contacts
        .iter()
        .zip(&text.words.contacts)
        .map(|(contact, words)| ContactView {
            id: contact.id.to_string(),
            kind: contact.kind.name(),
            kind_label: locale.words(&format!("contact-kind-{}", contact.kind.name())),
            name: words.name.clone(),
            address: words.address.clone(),
            note: words.note.clone(),
            email: contact.email.clone(),
            phone_link: contact.phone.as_deref().map(dial),
            phone: contact.phone.clone(),
            url: contact.url.clone(),
            lang: lang.clone(),
            dir,
        })
        .collect()
}

/// A telephone number as a machine dials it.
fn dial(phone: &str) -> String {
    phone
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect()
}
