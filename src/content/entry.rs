//! An entry: a type of object that is at risk. Never one object, never a stolen piece.

use crate::content::facts::{Size, Sources, Years};
use crate::content::named::Named;
use crate::content::picture::{Picture, PictureWords};
use crate::content::text::{Texts, read_picture_words};
use crate::content::vocabulary::{SearchName, TermIndex, TermKind, Vocabulary, read_search_names};
use crate::diagnostic::{Code, SourcePath};
use crate::id::Id;
use crate::yaml::{Fields, Node, Reader, one_of};

/// The most points of a kind that an officer can take in.
const MAX_POINTS: usize = 6;

/// A type of object.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id, which is the folder's name.
    pub id: Id,
    /// The file of its facts.
    pub file: SourcePath,
    /// What is the same in all languages.
    pub facts: EntryFacts,
    /// Its words.
    pub texts: Texts<EntryWords>,
}

/// The facts of an entry.
#[derive(Clone, Debug)]
pub struct EntryFacts {
    /// The position of its category in the list.
    pub category: usize,
    /// What sort of thing it is, the most usual first.
    pub object_types: Vec<TermIndex>,
    /// What it is made of, the most usual first.
    pub materials: Vec<TermIndex>,
    /// How it was made.
    pub techniques: Vec<TermIndex>,
    /// When it was made, by names.
    pub periods: Vec<TermIndex>,
    /// When it was made, in years.
    pub dates: Years,
    /// Where it comes from.
    pub places: Vec<TermIndex>,
    /// How large it is.
    pub size: Size,
    /// What is written on it.
    pub scripts: Vec<TermIndex>,
    /// What it looks like at first sight.
    pub shapes: Vec<TermIndex>,
    /// What protects it, beyond the list's laws.
    pub laws: Vec<TermIndex>,
    /// Entries to read next.
    pub related: Vec<EntryRef>,
    /// Entries that it is easily confused with.
    pub confusables: Vec<EntryRef>,
    /// The first one is the plate.
    pub pictures: Named<Picture>,
    /// What it is called in languages that the site need not have: for the search only.
    pub search_names: Vec<SearchName>,
    /// Where the facts come from.
    pub sources: Sources,
    /// Whether it is left out unless drafts are asked for.
    pub draft: bool,
}

impl EntryFacts {
    /// The terms of one kind.
    pub fn terms(&self, kind: TermKind) -> &[TermIndex] {
        match kind {
            TermKind::Material => &self.materials,
            TermKind::ObjectType => &self.object_types,
            TermKind::Technique => &self.techniques,
            TermKind::Period => &self.periods,
            TermKind::Place => &self.places,
            TermKind::Script => &self.scripts,
            TermKind::Shape => &self.shapes,
            TermKind::Size => self.size.class.as_slice(),
            TermKind::Law => &self.laws,
        }
    }
}

/// A reference to another entry, as written: `stamp-seals` or `iraq/stamp-seals`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRef {
    /// The list, when it is another than the entry's own.
    pub list: Option<Id>,
    /// The entry.
    pub entry: Id,
    /// Where the reference stands, for a diagnostic.
    pub place: crate::diagnostic::Place,
}

/// The words of an entry in one language.
#[derive(Clone, Debug, Default)]
pub struct EntryWords {
    /// The plural name of the type.
    pub title: String,
    /// Other names.
    pub also_called: Vec<String>,
    /// One sentence.
    pub summary: String,
    /// How to recognise it.
    pub look_for: Vec<String>,
    /// What it is easily mistaken for.
    pub mistaken_for: Vec<Mistaken>,
    /// Signs of digging, theft or a false story.
    pub warning_signs: Vec<String>,
    /// What the writing looks like.
    pub inscriptions: Option<String>,
    /// One for each picture of the facts, in their order.
    pub pictures: Vec<PictureWords>,
}

/// Something that the type is mistaken for.
#[derive(Clone, Debug)]
pub struct Mistaken {
    /// The other thing.
    pub what: String,
    /// How to tell the two apart.
    pub tell_apart: String,
    /// The other thing's entry, when it has one.
    pub entry: Option<EntryRef>,
}

impl EntryFacts {
    /// Stand in for facts that could not be read, so that the words can be checked.
    pub fn unread() -> Self {
        Self {
            category: 0,
            object_types: Vec::new(),
            materials: Vec::new(),
            techniques: Vec::new(),
            periods: Vec::new(),
            dates: Years::default(),
            places: Vec::new(),
            size: Size::default(),
            scripts: Vec::new(),
            shapes: Vec::new(),
            laws: Vec::new(),
            related: Vec::new(),
            confusables: Vec::new(),
            pictures: Named::unread(),
            search_names: Vec::new(),
            sources: Sources::Unverified,
            draft: false,
        }
    }

    /// Reads `entry.yaml`. `categories` are those of the list.
    pub fn read(
        root: &Node,
        folder: &str,
        categories: &Named<Id>,
        vocabulary: &Vocabulary,
        reader: &mut Reader<'_>,
    ) -> Option<Self> {
        let mut fields = reader.fields(root)?;
        let category = fields.required("category", reader);
        let category = category.and_then(|node| read_category(node, categories, reader));
        let draft = fields.flag("draft", reader);
        let mut required = |name, kind, reader: &mut Reader<'_>| {
            let node = fields.required(name, reader);
            let items = match node {
                // What is not yet ready may wait for its terms.
                Some(node) if draft => reader.list(node),
                Some(node) => reader.required_list(node),
                None => &[],
            };
            vocabulary.read_terms(kind, items, reader)
        };
        let object_types = required("object_types", TermKind::ObjectType, reader);
        let materials = required("materials", TermKind::Material, reader);
        let shapes = required("shapes", TermKind::Shape, reader);
        let scripts = required("scripts", TermKind::Script, reader);
        let dates = fields.required("dates", reader);
        let dates = dates.and_then(|node| Years::read(node, reader));
        let size = fields.required("size", reader);
        let size = size.and_then(|node| Size::read(node, vocabulary, reader));
        let techniques = terms(
            "techniques",
            TermKind::Technique,
            vocabulary,
            &mut fields,
            reader,
        );
        let periods = terms("periods", TermKind::Period, vocabulary, &mut fields, reader);
        let places = terms("places", TermKind::Place, vocabulary, &mut fields, reader);
        let laws = terms("laws", TermKind::Law, vocabulary, &mut fields, reader);
        let related = entry_refs("related", &mut fields, reader);
        let confusables = entry_refs("confusables", &mut fields, reader);
        let mut pictures = fields
            .optional("pictures")
            .map_or_else(Named::none, |node| {
                Picture::read_all(node, folder, vocabulary, reader)
            });
        let search_names = fields.optional("search_names");
        let search_names = search_names.map(|node| read_search_names(node, reader));
        let sources = Sources::required(&mut fields, reader);
        if fields.finish(reader).contains(&"pictures") {
            pictures.mark_incomplete();
        }
        Some(Self {
            category: category.unwrap_or(0),
            object_types,
            materials,
            techniques,
            periods,
            dates: dates.unwrap_or_default(),
            places,
            size: size.unwrap_or_default(),
            scripts,
            shapes,
            laws,
            related,
            confusables,
            pictures,
            search_names: search_names.unwrap_or_default(),
            sources,
            draft,
        })
    }
}

fn read_category(node: &Node, categories: &Named<Id>, reader: &mut Reader<'_>) -> Option<usize> {
    let text = reader.text(node)?;
    let found = categories.iter().position(|id| id.as_str() == text);
    if found.is_none() && categories.is_complete() {
        let message = format!("the list has no category `{text}`");
        let cure = one_of(&text, categories.iter().map(Id::as_str));
        reader.report(Code::UnknownCategory, &node.span, message, cure);
    }
    found
}

fn terms(
    name: &'static str,
    kind: TermKind,
    vocabulary: &Vocabulary,
    fields: &mut Fields<'_>,
    reader: &mut Reader<'_>,
) -> Vec<TermIndex> {
    fields
        .optional(name)
        .map(|node| vocabulary.read_term_refs(kind, node, reader))
        .unwrap_or_default()
}

fn entry_refs(
    name: &'static str,
    fields: &mut Fields<'_>,
    reader: &mut Reader<'_>,
) -> Vec<EntryRef> {
    let items = fields
        .optional(name)
        .map(|node| reader.list(node))
        .unwrap_or(&[]);
    items
        .iter()
        .filter_map(|item| read_entry_ref(item, reader))
        .collect()
}

fn read_entry_ref(node: &Node, reader: &mut Reader<'_>) -> Option<EntryRef> {
    let text = reader.text(node)?;
    let (list, entry) = match text.split_once('/') {
        Some((list, entry)) => (Id::new(list).map(Some), Id::new(entry)),
        None => (Ok(None), Id::new(&text)),
    };
    if let (Ok(list), Ok(entry)) = (list, entry) {
        let place = reader.place(&node.span);
        return Some(EntryRef { list, entry, place });
    }
    reader.report(
        Code::UnknownEntry,
        &node.span,
        format!("`{text}` cannot be an entry's id"),
        "Write the entry's folder name, or `list/entry` for one of another list.",
    );
    None
}

impl EntryWords {
    /// Reads the front matter of an entry's text.
    pub fn read(
        fields: &mut Fields<'_>,
        pictures: &Named<Picture>,
        reader: &mut Reader<'_>,
    ) -> Self {
        let title = fields.required_text("title", reader);
        let also_called = fields.texts("also_called", reader);
        let summary = fields.required_text("summary", reader);
        let look_for = fields.required("look_for", reader);
        let look_for = look_for
            .map(|node| read_points(node, reader))
            .unwrap_or_default();
        let mistaken_for = fields
            .optional("mistaken_for")
            .map(|node| read_mistaken(node, reader))
            .unwrap_or_default();
        let warning_signs = fields
            .optional("warning_signs")
            .map(|node| read_points(node, reader))
            .unwrap_or_default();
        Self {
            title,
            also_called,
            summary,
            look_for,
            mistaken_for,
            warning_signs,
            inscriptions: fields.text("inscriptions", reader),
            pictures: read_picture_words(fields, pictures, reader),
        }
    }
}

/// Reads a list of points that an officer must take in at once.
pub fn read_points(node: &Node, reader: &mut Reader<'_>) -> Vec<String> {
    let points = reader.required_texts(node);
    if points.len() > MAX_POINTS {
        reader.report(
            Code::TooManyPoints,
            &node.span,
            format!(
                "{} points are more than can be read in a hurry",
                points.len()
            ),
            format!("Keep the {MAX_POINTS} that help most; the rest can go into the text below."),
        );
    }
    points
}

fn read_mistaken(node: &Node, reader: &mut Reader<'_>) -> Vec<Mistaken> {
    let mut all = Vec::new();
    for item in reader.list(node) {
        let example = "{what: beads, tell_apart: a bead has no picture}";
        let Some(mut fields) = reader.fields_like(item, example) else {
            continue;
        };
        let what = fields.required_text("what", reader);
        let tell_apart = fields.required_text("tell_apart", reader);
        let entry = fields.optional("entry");
        let entry = entry.and_then(|node| read_entry_ref(node, reader));
        fields.finish(reader);
        all.push(Mistaken {
            what,
            tell_apart,
            entry,
        });
    }
    all
}
