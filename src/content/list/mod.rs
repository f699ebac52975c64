//! A list: the entries at risk from one country, its categories, laws and contacts.

mod words;

pub use words::{Category, ContactWords, ListWords};

use std::sync::Arc;

use crate::config::Edition;
use crate::content::entry::Entry;
use crate::content::facts::Sources;
use crate::content::named::Named;
use crate::content::text::Texts;
use crate::content::vocabulary::{TermIndex, TermKind, Vocabulary, read_country};
use crate::date::Date;
use crate::diagnostic::{Code, SourcePath};
use crate::id::Id;
use crate::yaml::{Node, Reader, Value};

/// A Red List.
#[derive(Clone, Debug)]
pub struct List {
    /// Its id, which is the folder's name.
    pub id: Id,
    /// The file of its facts.
    pub file: SourcePath,
    /// What is the same in all languages.
    pub facts: ListFacts,
    /// Its words.
    pub texts: Texts<ListWords>,
    /// Its entries, sorted by id. They are shared, so that a preview can read one of them again
    /// and keep the others.
    pub entries: Vec<Arc<Entry>>,
}

/// Whether a list was made in a hurry after war or disaster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    Emergency,
    Regular,
}

impl ListKind {
    /// The word in YAML and the end of its message: `list-kind-emergency`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Regular => "regular",
        }
    }
}

/// The facts of a list.
#[derive(Clone, Debug)]
pub struct ListFacts {
    /// Emergency or regular.
    pub kind: ListKind,
    /// The country, two letters.
    pub country: String,
    /// The edition.
    pub edition: Edition,
    /// When the list first appeared.
    pub first_published: Option<Date>,
    /// The ids of its categories, in the order in which they are shown.
    pub categories: Named<Id>,
    /// The legal instruments.
    pub laws: Vec<Law>,
    /// Whom to ask.
    pub contacts: Named<Contact>,
    /// Who drew the list up.
    pub experts: Vec<Credit>,
    /// Who paid.
    pub funders: Vec<Credit>,
    /// Whose texts these are.
    pub copyright: Copyright,
    /// Where the facts come from.
    pub sources: Sources,
    /// The order among lists; then by id.
    pub order: i32,
    /// Whether it is left out unless drafts are asked for.
    pub draft: bool,
}

/// A legal instrument and what the state did with it.
#[derive(Clone, Debug)]
pub struct Law {
    /// The term.
    pub law: TermIndex,
    /// How it binds the state.
    pub status: Option<LawStatus>,
    /// Since when.
    pub date: Option<Date>,
}

/// How an instrument binds a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawStatus {
    InForce,
    Ratified,
    Accepted,
    Acceded,
    Unverified,
}

impl LawStatus {
    const ALL: [(&'static str, Self); 5] = [
        ("in-force", Self::InForce),
        ("ratified", Self::Ratified),
        ("accepted", Self::Accepted),
        ("acceded", Self::Acceded),
        ("unverified", Self::Unverified),
    ];

    /// The word in YAML and the end of its message: `law-status-ratified`.
    pub fn name(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Ratified => "ratified",
            Self::Accepted => "accepted",
            Self::Acceded => "acceded",
            Self::Unverified => "unverified",
        }
    }
}

/// Somebody to ask.
#[derive(Clone, Debug)]
pub struct Contact {
    /// Its id.
    pub id: Id,
    /// What kind of office it is.
    pub kind: ContactKind,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number, in international form.
    pub phone: Option<String>,
    /// The web address.
    pub url: Option<String>,
}

/// A kind of office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactKind {
    NationalAuthority,
    Police,
    Customs,
    Icom,
    Expert,
}

impl ContactKind {
    const ALL: [(&'static str, Self); 5] = [
        ("national-authority", Self::NationalAuthority),
        ("police", Self::Police),
        ("customs", Self::Customs),
        ("icom", Self::Icom),
        ("expert", Self::Expert),
    ];

    /// The word in YAML and the end of its message: `contact-kind-police`.
    pub fn name(self) -> &'static str {
        match self {
            Self::NationalAuthority => "national-authority",
            Self::Police => "police",
            Self::Customs => "customs",
            Self::Icom => "icom",
            Self::Expert => "expert",
        }
    }
}

/// A person or body to name.
#[derive(Clone, Debug)]
pub struct Credit {
    /// The name.
    pub name: String,
    /// The institution.
    pub affiliation: Option<String>,
    /// The web address.
    pub url: Option<String>,
}

/// Whose texts they are.
#[derive(Clone, Debug, Default)]
pub struct Copyright {
    /// Who holds the rights.
    pub holder: String,
    /// Since when.
    pub year: i32,
    /// Under which licence, an SPDX id or a few words.
    pub licence: String,
}

impl ListFacts {
    /// Stand in for facts that could not be read, so that the words and entries can be checked.
    pub fn unread() -> Self {
        Self {
            kind: ListKind::Regular,
            country: String::new(),
            edition: Edition::default(),
            first_published: None,
            categories: Named::unread(),
            laws: Vec::new(),
            contacts: Named::unread(),
            experts: Vec::new(),
            funders: Vec::new(),
            copyright: Copyright::default(),
            sources: Sources::Unverified,
            order: 0,
            draft: false,
        }
    }

    /// Reads `list.yaml`.
    pub fn read(root: &Node, vocabulary: &Vocabulary, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.fields(root)?;
        let kinds = [
            ("emergency", ListKind::Emergency),
            ("regular", ListKind::Regular),
        ];
        let kind = fields.required("kind", reader);
        let kind = kind.and_then(|node| reader.choice(node, &kinds));
        let country = fields.required("country", reader);
        let country = country.and_then(|node| read_country(node, reader));
        let edition = fields.required("edition", reader);
        let edition = edition.and_then(|node| Edition::read(node, reader));
        let first_published = fields.date("first_published", reader);
        let categories = fields.required("categories", reader);
        let categories = categories.map_or_else(Named::unread, |node| read_ids(node, reader));
        let laws = fields.optional("laws");
        let laws = laws
            .map(|node| read_laws(node, vocabulary, reader))
            .unwrap_or_default();
        let contacts = fields.optional("contacts");
        let mut contacts = contacts.map_or_else(Named::none, |node| read_contacts(node, reader));
        let experts = fields.optional("experts");
        let experts = experts
            .map(|node| read_credits(node, reader))
            .unwrap_or_default();
        let funders = fields.optional("funders");
        let funders = funders
            .map(|node| read_credits(node, reader))
            .unwrap_or_default();
        let copyright = fields.required("copyright", reader);
        let copyright = copyright.and_then(|node| read_copyright(node, reader));
        let sources = Sources::required(&mut fields, reader);
        let order = fields
            .optional("order")
            .and_then(|node| reader.integer(node));
        let draft = fields.flag("draft", reader);
        if fields.finish(reader).contains(&"contacts") {
            contacts.mark_incomplete();
        }
        Some(Self {
            kind: kind.unwrap_or(ListKind::Regular),
            country: country.unwrap_or_default(),
            edition: edition.unwrap_or_default(),
            first_published,
            categories,
            laws,
            contacts,
            experts,
            funders,
            copyright: copyright.unwrap_or_default(),
            sources,
            order: order.unwrap_or(0),
            draft,
        })
    }
}

fn read_ids(node: &Node, reader: &mut Reader<'_>) -> Named<Id> {
    let items = reader.required_list(node);
    let mut ids = match items.is_empty() {
        true => Named::unread(),
        false => Named::none(),
    };
    for item in items {
        let Some(id) = reader.id(item) else {
            ids.mark_incomplete();
            continue;
        };
        if ids.contains(&id) {
            let message = format!("`{id}` stands twice");
            reader.report(
                Code::DuplicateId,
                &item.span,
                message,
                "Remove one of the two.",
            );
            continue;
        }
        ids.push(id);
    }
    ids
}

fn read_laws(node: &Node, vocabulary: &Vocabulary, reader: &mut Reader<'_>) -> Vec<Law> {
    let mut laws = Vec::new();
    for item in reader.list(node) {
        let Some(mut fields) = reader.fields_like(item, "{law: iraq-55-2002, status: in-force}")
        else {
            continue;
        };
        let law = fields.required("law", reader);
        let law = law.and_then(|node| vocabulary.read_term_ref(TermKind::Law, node, reader));
        let status = fields.optional("status");
        let status = status.and_then(|node| reader.choice(node, &LawStatus::ALL));
        let date = fields.date("date", reader);
        fields.finish(reader);
        laws.extend(law.map(|law| Law { law, status, date }));
    }
    laws
}

fn read_contacts(node: &Node, reader: &mut Reader<'_>) -> Named<Contact> {
    let mut contacts: Named<Contact> = Named::none();
    if !matches!(node.value, Value::List(_)) {
        contacts.mark_incomplete();
    }
    for item in reader.list(node) {
        let Some(mut fields) = reader.fields_like(item, "{id: museum, kind: national-authority}")
        else {
            contacts.mark_incomplete();
            continue;
        };
        let id = fields.required_id("id", reader);
        let kind = fields.required("kind", reader);
        let kind = kind.and_then(|node| reader.choice(node, &ContactKind::ALL));
        let email = fields.text("email", reader);
        let phone = fields.text("phone", reader);
        let url = fields.url("url", reader);
        fields.finish(reader);
        let Some(id) = id else {
            contacts.mark_incomplete();
            continue;
        };
        if contacts.iter().any(|other| other.id == id) {
            let message = format!("the contact `{id}` stands twice");
            reader.report(
                Code::DuplicateId,
                &item.span,
                message,
                "Remove one of the two.",
            );
            continue;
        }
        contacts.push(Contact {
            id,
            kind: kind.unwrap_or(ContactKind::Expert),
            email,
            phone,
            url,
        });
    }
    contacts
}

fn read_credits(node: &Node, reader: &mut Reader<'_>) -> Vec<Credit> {
    let mut credits = Vec::new();
    for item in reader.list(node) {
        let Some(mut fields) = reader.fields_like(item, "{name: Somebody}") else {
            continue;
        };
        credits.push(Credit {
            name: fields.required_text("name", reader),
            affiliation: fields.text("affiliation", reader),
            url: fields.url("url", reader),
        });
        fields.finish(reader);
    }
    credits
}

fn read_copyright(node: &Node, reader: &mut Reader<'_>) -> Option<Copyright> {
    let example = "{holder: A museum, year: 2026, licence: CC-BY-4.0}";
    let mut fields = reader.fields_like(node, example)?;
    let holder = fields.required_text("holder", reader);
    let year = fields.required("year", reader);
    let year = year.and_then(|node| reader.year(node));
    let licence = fields.required_text("licence", reader);
    fields.finish(reader);
    Some(Copyright {
        holder,
        year: year?,
        licence,
    })
}
