//! Pictures: what they show, whose they are, and the words that go with them.

use crate::content::facts::{Size, Years};
use crate::content::named::Named;
use crate::content::vocabulary::{TermIndex, TermKind, Vocabulary};
use crate::diagnostic::{Code, Diagnostic, Place, SourcePath};
use crate::media::{Form, Nature, Refusal, Settings, forms};
use crate::yaml::{Node, Reader, Value};

/// What a picture shows. Readers must never take a safe reference piece for a stolen one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureStatus {
    /// A piece that is safe in a known collection.
    Reference,
    /// A piece that an authority has seized.
    Seized,
    /// A piece that was given back.
    Returned,
    /// A piece that is missing.
    Missing,
    /// A drawing or model of the type.
    Illustration,
}

impl PictureStatus {
    const ALL: [(&'static str, Self); 5] = [
        ("reference", Self::Reference),
        ("seized", Self::Seized),
        ("returned", Self::Returned),
        ("missing", Self::Missing),
        ("illustration", Self::Illustration),
    ];

    /// The word in YAML, which is also the end of its message: `picture-status-reference`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Seized => "seized",
            Self::Returned => "returned",
            Self::Missing => "missing",
            Self::Illustration => "illustration",
        }
    }
}

/// A picture's facts.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The file's name in the folder of its entry.
    pub file: String,
    /// The file in the site.
    pub source: SourcePath,
    /// Where the facts name it, for a problem with the file.
    pub place: Place,
    /// What it shows.
    pub status: Option<PictureStatus>,
    /// Whom to name beside it.
    pub credit: Option<String>,
    /// Its licence, an SPDX id or a few words.
    pub licence: Option<String>,
    /// Who holds the piece that is shown.
    pub holder: Option<String>,
    /// The piece's inventory number.
    pub inventory: Option<String>,
    /// What the piece is made of.
    pub materials: Vec<TermIndex>,
    /// Where the piece was found or made.
    pub places: Vec<TermIndex>,
    /// When the piece was made.
    pub dates: Option<Years>,
    /// How large the piece is.
    pub size: Option<Size>,
    /// Width and height in pixels or SVG units; (0, 0) when the file could not be read.
    pub dimensions: (u32, u32),
    /// How it is kept.
    pub nature: Nature,
}

/// The words that go with a picture, in one language.
#[derive(Clone, Debug, Default)]
pub struct PictureWords {
    /// For those who cannot see it.
    pub alt: String,
    /// Under the picture.
    pub caption: Option<String>,
}

/// File endings of pictures.
pub const PICTURE_ENDINGS: [&str; 8] = ["svg", "jpg", "jpeg", "png", "webp", "tif", "tiff", "gif"];

/// Whether a file's name is that of a picture.
pub fn is_picture_name(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, ending)| PICTURE_ENDINGS.contains(&ending))
}

/// Whether any file system can hold a file of this name.
pub fn is_plain_name(name: &str) -> bool {
    let fits =
        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    let plain = name.chars().all(fits) && !name.starts_with('.') && name.len() <= 60;
    plain && !crate::id::is_reserved_on_windows(name)
}

impl Picture {
    /// The files that it becomes: the best format first, each from narrow to wide. The last can be
    /// shown by any browser. None when it could not be read.
    pub fn forms(&self, settings: &Settings) -> Vec<Form> {
        match self.dimensions {
            (0, _) | (_, 0) => Vec::new(),
            dimensions => forms::forms(dimensions, self.nature, settings),
        }
    }

    /// Says why its file cannot be used, at a place in the site.
    pub fn refused(&self, refusal: &Refusal, place: Place) -> Box<Diagnostic> {
        let message = format!(
            "`{}` cannot be used as a picture: {}",
            self.file, refusal.why
        );
        let problem = Diagnostic::at(Code::NotAPicture, place, message);
        Box::new(problem.cure(refusal.cure.clone()))
    }

    /// Reads a list of pictures that stand in the given folder.
    pub fn read_all(
        node: &Node,
        folder: &str,
        vocabulary: &Vocabulary,
        reader: &mut Reader<'_>,
    ) -> Named<Self> {
        let mut pictures: Named<Self> = Named::none();
        if !matches!(node.value, Value::List(_) | Value::Scalar { .. }) {
            pictures.mark_incomplete();
        }
        for item in reader.list(node) {
            let Some(picture) = Self::read(item, folder, vocabulary, reader) else {
                pictures.mark_incomplete();
                continue;
            };
            if pictures.iter().any(|other| other.file == picture.file) {
                let message = format!("the picture `{}` stands twice", picture.file);
                reader.report(
                    Code::DuplicateId,
                    &item.span,
                    message,
                    "Remove one of the two.",
                );
                continue;
            }
            pictures.push(picture);
        }
        pictures
    }

    /// A picture of which only the name is known so far.
    fn named(file: String, folder: &str, place: Place) -> Self {
        Self {
            source: SourcePath::new(format!("{folder}/{file}")),
            file,
            place,
            status: None,
            credit: None,
            licence: None,
            holder: None,
            inventory: None,
            materials: Vec::new(),
            places: Vec::new(),
            dates: None,
            size: None,
            dimensions: (0, 0),
            nature: Nature::Drawing,
        }
    }

    fn read(
        node: &Node,
        folder: &str,
        vocabulary: &Vocabulary,
        reader: &mut Reader<'_>,
    ) -> Option<Self> {
        const EXAMPLE: &str =
            "{file: front.jpg, status: reference, credit: A museum, licence: CC0-1.0}";
        let mut fields = match &node.value {
            Value::Scalar { text, .. } => {
                let _told = reader.fields_like(node, EXAMPLE);
                return Some(Self::named(text.clone(), folder, reader.place(&node.span)));
            }
            _ => reader.fields_like(node, EXAMPLE)?,
        };
        let file_node = fields.required("file", reader);
        let file = file_node.and_then(|node| read_file_name(node, reader));
        let rights = ["status", "credit", "licence"].map(|name| (name, fields.optional(name)));
        let [status, credit, licence] = rights.map(|(_, node)| node);
        let holder = fields.text("holder", reader);
        let inventory = fields.text("inventory", reader);
        let mut terms = |name: &'static str, kind, reader: &mut Reader<'_>| {
            fields
                .optional(name)
                .map(|node| vocabulary.read_term_refs(kind, node, reader))
                .unwrap_or_default()
        };
        let materials = terms("materials", TermKind::Material, reader);
        let places = terms("places", TermKind::Place, reader);
        let dates = fields.optional("dates");
        let dates = dates.and_then(|node| Years::read(node, reader));
        let size = fields.optional("size");
        let size = size.and_then(|node| Size::read(node, vocabulary, reader));
        let misspelt = fields.finish(reader);
        let (file, file_node) = (file?, file_node?);
        let lacking: Vec<&str> = rights
            .iter()
            .filter(|(name, node)| node.is_none() && !misspelt.contains(name))
            .map(|(name, _)| *name)
            .collect();
        report_rights(&file, &lacking, node, reader);
        Some(Self {
            status: status.and_then(|node| reader.choice(node, &PictureStatus::ALL)),
            credit: credit.and_then(|node| reader.text(node)),
            licence: licence.and_then(|node| reader.text(node)),
            holder,
            inventory,
            materials,
            places,
            dates,
            size,
            ..Self::named(file, folder, reader.place(&file_node.span))
        })
    }
}

/// Says what a picture lacks.
fn report_rights(file: &str, lacking: &[&str], node: &Node, reader: &mut Reader<'_>) {
    if lacking.is_empty() {
        return;
    }
    reader.report(
        Code::NoPictureRights,
        &node.span,
        format!("the picture `{file}` has no {}", lacking.join(", no ")),
        "Say what the picture shows, whom to name and under which licence it may be shown.",
    );
}

/// Reads the name of a picture's file. One that no stick could hold is still the picture's name,
/// so that its words are not taken for those of another.
fn read_file_name(node: &Node, reader: &mut Reader<'_>) -> Option<String> {
    let name = reader.text(node)?;
    if name.contains(['/', '\\']) {
        reader.report(
            Code::BadName,
            &node.span,
            format!("`{name}` leads out of this folder"),
            "Put the picture beside this file and write its name alone, such as `front-view.jpg`.",
        );
        return None;
    }
    if !is_plain_name(&name) {
        reader.report(
            Code::BadName,
            &node.span,
            format!("no stick could hold a picture named `{name}`"),
            "Rename the file: lowercase letters a to z, digits, hyphens and one ending, such as `front-view.jpg`.",
        );
    } else if !is_picture_name(&name) {
        reader.report(
            Code::NotAPicture,
            &node.span,
            format!("`{name}` does not end as a picture's name does"),
            format!(
                "Save the picture in one of these forms: {}.",
                PICTURE_ENDINGS.join(", ")
            ),
        );
    }
    Some(name)
}
