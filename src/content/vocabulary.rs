//! The controlled vocabulary: the terms that entries may use.

use std::collections::HashMap;

use crate::date::Date;
use crate::diagnostic::{Code, Place};
use crate::id::Id;
use crate::language::Tag;
use crate::yaml::{Fields, Node, Reader, Value, one_of};

/// A kind of term. Each has its own file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermKind {
    /// What it is made of.
    Material,
    /// What sort of thing it is.
    ObjectType,
    /// How it was made.
    Technique,
    /// When, by a name.
    Period,
    /// Where.
    Place,
    /// What is written on it.
    Script,
    /// What its outline is like.
    Shape,
    /// How large it is, against things that everybody knows.
    Size,
    /// What protects it.
    Law,
}

impl TermKind {
    /// All kinds, in the order in which a reader meets them.
    pub const ALL: [Self; 9] = [
        Self::Material,
        Self::ObjectType,
        Self::Technique,
        Self::Period,
        Self::Place,
        Self::Script,
        Self::Shape,
        Self::Size,
        Self::Law,
    ];

    /// The kinds that have index pages.
    pub const INDEXED: [Self; 7] = [
        Self::Material,
        Self::ObjectType,
        Self::Period,
        Self::Place,
        Self::Script,
        Self::Shape,
        Self::Size,
    ];

    /// The name of one, as it starts message keys: `object-type`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Material => "material",
            Self::ObjectType => "object-type",
            Self::Technique => "technique",
            Self::Period => "period",
            Self::Place => "place",
            Self::Script => "script",
            Self::Shape => "shape",
            Self::Size => "size",
            Self::Law => "law",
        }
    }

    /// The name of many, as files and folders are called: `object-types`.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Material => "materials",
            Self::ObjectType => "object-types",
            Self::Technique => "techniques",
            Self::Period => "periods",
            Self::Place => "places",
            Self::Script => "scripts",
            Self::Shape => "shapes",
            Self::Size => "sizes",
            Self::Law => "laws",
        }
    }

    fn slot(self) -> usize {
        self as usize
    }
}

/// A term, as its position among those of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermIndex(pub u32);

/// A term of the vocabulary. Its label is the message [`Term::label_key`].
#[derive(Clone, Debug)]
pub struct Term {
    /// Its id.
    pub id: Id,
    /// Where it stands, for a problem with its label.
    pub place: Place,
    /// A wider term of the same kind.
    pub broader: Option<TermIndex>,
    /// The id in the Getty Art & Architecture Thesaurus.
    pub aat: Option<String>,
    /// What only this kind of term has.
    pub facts: TermFacts,
    /// What it is called in languages that the site need not have: for the search only.
    pub search_names: Vec<SearchName>,
}

/// A name of a term in some language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchName {
    /// The language's BCP 47 tag.
    pub language: String,
    /// The name.
    pub name: String,
}

/// What only some kinds of terms have.
#[derive(Clone, Debug, PartialEq)]
pub enum TermFacts {
    /// Nothing more.
    Plain,
    /// A period's first and last year.
    Period { from: i32, to: i32 },
    /// A place's country, two letters.
    Place {
        country: Option<String>,
        region: bool,
    },
    /// The largest dimension of a size class in centimetres; the last class has none.
    Size { up_to: Option<f64> },
    /// A legal instrument.
    Law(LawFacts),
}

/// The facts of a legal instrument.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LawFacts {
    /// Whether it binds many states.
    pub international: bool,
    /// The state whose law it is, two letters.
    pub country: Option<String>,
    /// Its number.
    pub number: Option<String>,
    /// When it was made.
    pub date: Option<Date>,
    /// Where it can be read.
    pub url: Option<String>,
}

/// All terms of a site.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    terms: [Vec<Term>; 9],
    by_id: [HashMap<Id, TermIndex>; 9],
    /// The kinds of which some terms could not be read.
    incomplete: [bool; 9],
}

impl Vocabulary {
    /// All terms of a kind, in the order of their file.
    pub fn terms(&self, kind: TermKind) -> &[Term] {
        &self.terms[kind.slot()]
    }

    /// All terms of a kind with their indices.
    pub fn indexed(&self, kind: TermKind) -> impl Iterator<Item = (TermIndex, &Term)> {
        (0..).map(TermIndex).zip(self.terms(kind))
    }

    /// One term.
    pub fn term(&self, kind: TermKind, index: TermIndex) -> &Term {
        &self.terms[kind.slot()][index.0 as usize]
    }

    /// The term with an id.
    pub fn find(&self, kind: TermKind, id: &str) -> Option<TermIndex> {
        let id = Id::new(id).ok()?;
        self.by_id[kind.slot()].get(&id).copied()
    }

    /// A term and all that are broader, from narrow to wide.
    pub fn with_broader(
        &self,
        kind: TermKind,
        index: TermIndex,
    ) -> impl Iterator<Item = TermIndex> {
        std::iter::successors(Some(index), move |at| self.term(kind, *at).broader)
    }

    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.terms.iter().map(Vec::len).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether facts that were read with the other vocabulary would be read the same with this:
    /// the same terms stand in the same order, wherever in their files.
    pub fn reads_like(&self, other: &Self) -> bool {
        let same = |(one, other): (&Term, &Term)| {
            one.id == other.id && one.broader == other.broader && one.facts == other.facts
        };
        let kinds = self.terms.iter().zip(&other.terms);
        self.incomplete == other.incomplete
            && kinds
                .clone()
                .all(|(one, other)| one.len() == other.len() && one.iter().zip(other).all(same))
    }

    /// Notes that terms of a kind could not be read. A reference to a term that is not there is
    /// then no problem of its own.
    pub fn mark_incomplete(&mut self, kind: TermKind) {
        self.incomplete[kind.slot()] = true;
    }

    /// Reads one vocabulary file.
    pub fn read(&mut self, kind: TermKind, root: &Node, reader: &mut Reader<'_>) {
        if !matches!(root.value, Value::Map(_)) {
            self.mark_incomplete(kind);
        }
        let mut broader = Vec::new();
        for (key, node) in reader.entries(root) {
            let id = match Id::new(&key.name) {
                Ok(id) => id,
                Err(problem) => {
                    let message = format!("`{}` cannot be an id: {problem}", key.name);
                    reader.report(Code::BadName, &key.span, message, Id::cure(&key.name));
                    self.mark_incomplete(kind);
                    continue;
                }
            };
            let Some(fields) = reader.fields_or_empty(node) else {
                self.mark_incomplete(kind);
                continue;
            };
            let place = reader.place(&key.span);
            let (term, wider) = read_term(kind, id.clone(), place, fields, reader);
            let terms = &mut self.terms[kind.slot()];
            let index = TermIndex(u32::try_from(terms.len()).unwrap_or(u32::MAX));
            broader.extend(wider.map(|wider| (index, wider)));
            terms.push(term);
            self.by_id[kind.slot()].insert(id, index);
        }
        for (index, wider) in broader {
            self.set_broader(kind, index, wider, reader);
        }
    }

    fn set_broader(
        &mut self,
        kind: TermKind,
        index: TermIndex,
        wider: &Node,
        reader: &mut Reader<'_>,
    ) {
        let Some(found) = self.read_term_ref(kind, wider, reader) else {
            return;
        };
        if self.with_broader(kind, found).any(|term| term == index) {
            let term = self.term(kind, index).id.clone();
            let other = self.term(kind, found).id.clone();
            reader.report(
                Code::BroaderCycle,
                &wider.span,
                format!("`{other}` cannot be broader than `{term}`, which is broader than it"),
                "Remove `broader` from one of the two.",
            );
            return;
        }
        self.terms[kind.slot()][index.0 as usize].broader = Some(found);
    }

    /// Reads the id of a term, and reports one that is not there.
    pub fn read_term_ref(
        &self,
        kind: TermKind,
        node: &Node,
        reader: &mut Reader<'_>,
    ) -> Option<TermIndex> {
        let text = reader.text(node)?;
        if let Some(found) = self.find(kind, &text) {
            return Some(found);
        }
        if self.incomplete[kind.slot()] {
            return None;
        }
        let names = self.terms(kind).iter().map(|term| term.id.as_str());
        let cure = format!(
            "{} Terms are listed in content/vocabulary/{}.yaml; add it there if it is new.",
            one_of(&text, names),
            kind.plural()
        );
        let message = format!(
            "the vocabulary has no {} `{text}`",
            kind.name().replace('-', " ")
        );
        reader.report(Code::UnknownTerm, &node.span, message, cure);
        None
    }

    /// Reads a list of ids of terms.
    pub fn read_term_refs(
        &self,
        kind: TermKind,
        node: &Node,
        reader: &mut Reader<'_>,
    ) -> Vec<TermIndex> {
        let items = reader.list(node);
        self.read_terms(kind, items, reader)
    }

    /// Reads ids of terms.
    pub fn read_terms(
        &self,
        kind: TermKind,
        items: &[Node],
        reader: &mut Reader<'_>,
    ) -> Vec<TermIndex> {
        let mut found = Vec::new();
        for item in items {
            let Some(index) = self.read_term_ref(kind, item, reader) else {
                continue;
            };
            if found.contains(&index) {
                let id = &self.term(kind, index).id;
                let message = format!("`{id}` stands twice in this list");
                reader.report(
                    Code::DuplicateId,
                    &item.span,
                    message,
                    "Remove one of the two.",
                );
                continue;
            }
            found.push(index);
        }
        found
    }
}

impl Term {
    /// The key of the message that is the term's label.
    pub fn label_key(&self, kind: TermKind) -> String {
        format!("{}-{}", kind.name(), self.id)
    }
}

fn read_term<'n>(
    kind: TermKind,
    id: Id,
    place: Place,
    mut fields: Fields<'n>,
    reader: &mut Reader<'_>,
) -> (Term, Option<&'n Node>) {
    let broader = match kind {
        TermKind::Material | TermKind::ObjectType | TermKind::Place | TermKind::Script => {
            fields.optional("broader")
        }
        _ => None,
    };
    let aat = fields.optional("aat");
    let aat = aat.and_then(|node| read_aat(node, reader));
    let facts = match kind {
        TermKind::Period => read_period(&mut fields, reader),
        TermKind::Place => read_place(&mut fields, reader),
        TermKind::Size => TermFacts::Size {
            up_to: fields
                .optional("up_to")
                .and_then(|node| reader.number(node)),
        },
        TermKind::Law => TermFacts::Law(read_law(&mut fields, reader)),
        _ => TermFacts::Plain,
    };
    let search_names = fields.optional("search_names");
    let search_names = search_names.map(|node| read_search_names(node, reader));
    fields.finish(reader);
    let term = Term {
        id,
        place,
        broader: None,
        aat,
        facts,
        search_names: search_names.unwrap_or_default(),
    };
    (term, broader)
}

/// Reads `{de: [Rollsiegel], tr: [silindir mühür]}`.
pub fn read_search_names(node: &Node, reader: &mut Reader<'_>) -> Vec<SearchName> {
    let mut names = Vec::new();
    for (key, node) in reader.entries(node) {
        if let Err(problem) = Tag::parse(&key.name) {
            let message = format!("`{}` is not a language tag: {problem}", key.name);
            let cure = "Write a BCP 47 tag such as `de` or `zh-Hans`.";
            reader.report(Code::WrongValue, &key.span, message, cure);
            continue;
        }
        let texts = reader.required_texts(node).into_iter();
        names.extend(texts.map(|name| SearchName {
            language: key.name.clone(),
            name,
        }));
    }
    names
}

fn read_aat(node: &Node, reader: &mut Reader<'_>) -> Option<String> {
    let text = reader.text(node)?;
    let valid =
        text.len() == 9 && text.starts_with("300") && text.bytes().all(|b| b.is_ascii_digit());
    if valid {
        return Some(text);
    }
    reader.report(
        Code::BadAatId,
        &node.span,
        format!("`{text}` cannot be an AAT id"),
        "An AAT id has nine digits and starts with 300. Leave it out when you have not looked it up.",
    );
    None
}

fn read_period(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> TermFacts {
    let from = fields.required("from", reader);
    let to = fields.required("to", reader);
    let from = from.and_then(|node| reader.year(node));
    let to_year = to.and_then(|node| reader.year(node));
    if let (Some(from), Some(to), Some(node)) = (from, to_year, to)
        && from > to
    {
        reader.report(
            Code::RangeUpsideDown,
            &node.span,
            format!("the period ends in {to}, before it starts in {from}"),
            "Write the earlier year as `from`; years BCE are negative.",
        );
    }
    TermFacts::Period {
        from: from.unwrap_or(1),
        to: to_year.unwrap_or(1),
    }
}

fn read_place(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> TermFacts {
    let country = fields.optional("country");
    let country = country.and_then(|node| read_country(node, reader));
    let region = fields
        .optional("kind")
        .and_then(|node| reader.choice(node, &[("city", false), ("region", true)]));
    TermFacts::Place {
        country,
        region: region.unwrap_or(false),
    }
}

/// Reads a country code of two capital letters.
pub fn read_country(node: &Node, reader: &mut Reader<'_>) -> Option<String> {
    let text = reader.text(node)?;
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) {
        return Some(text);
    }
    reader.report(
        Code::WrongValue,
        &node.span,
        format!("`{text}` is not a country code"),
        "Write the two capital letters of ISO 3166, such as `IQ`.",
    );
    None
}

fn read_law(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> LawFacts {
    let international = fields
        .required("kind", reader)
        .and_then(|node| reader.choice(node, &[("national", false), ("international", true)]));
    let country = fields.optional("country");
    LawFacts {
        international: international.unwrap_or(false),
        country: country.and_then(|node| read_country(node, reader)),
        number: fields.text("number", reader),
        date: fields.date("date", reader),
        url: fields.url("url", reader),
    }
}
