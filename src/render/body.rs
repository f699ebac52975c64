//! Writes a compiled Markdown text for one page: its links lead on in the reader's language.

use std::borrow::Cow;
use std::fmt::Write;

use crate::content::Text;
use crate::diagnostic::SourcePath;
use crate::language::Args;
use crate::markdown::{Reference, Slot};
use crate::output::OutputPath;
use crate::render::Locale;
use crate::render::views::{PictureSize, PictureSource, picture_sources};

/// The HTML of a text on a page.
pub fn write<W>(locale: Locale<'_>, page: &OutputPath, text: &Text<W>) -> String {
    let mut out = String::new();
    let references = text.body.references();
    let of_picture = |index: usize| {
        let located = references.get(index)?;
        InText::new(locale, &text.file, &located.reference)
    };
    text.body.write(&mut out, "", &mut |slot| match slot {
        Slot::Href(index) | Slot::Src(index) => references
            .get(index)
            .and_then(|located| address(locale, page, text, &located.reference))
            .map_or(Cow::Borrowed(""), Cow::Owned),
        Slot::PictureAttributes(index) => {
            Cow::Owned(of_picture(index).map_or_else(String::new, |view| view.attributes(page)))
        }
        Slot::BeforePicture(index) => {
            Cow::Owned(of_picture(index).map_or_else(String::new, |view| view.before(page)))
        }
        Slot::AfterPicture(index) => Cow::Borrowed(match of_picture(index) {
            Some(view) if !view.sources.is_empty() => "</picture>",
            _ => "",
        }),
        Slot::ExternalMark => Cow::Owned(external_mark(locale)),
        Slot::NoteNumber(note) => Cow::Owned(locale.formats().integer(i64::from(note))),
        Slot::BacklinkLabel { note, .. } => {
            let number = locale.formats().integer(i64::from(note));
            let args = Args::new().text("note", number);
            Cow::Owned(locale.message("footnote-back", &args))
        }
    });
    out
}

fn address<W>(
    locale: Locale<'_>,
    page: &OutputPath,
    text: &Text<W>,
    reference: &Reference,
) -> Option<String> {
    let catalogue = locale.catalogue;
    if let Reference::Picture { file } = reference {
        let source = SourcePath::new(format!("{}/{file}", text.file.folder()));
        let picture = catalogue.find_picture(&source)?;
        let path = OutputPath::new(&locale.paths().picture(picture)?).ok()?;
        return Some(path.relative_to(page));
    }
    let (target, anchor) = catalogue.resolve(&text.file, reference)?;
    let path = OutputPath::new(&locale.paths().target(locale.index, target)).ok()?;
    let mut link = path.relative_to(page);
    // The reader may get the target in another language than this text, with other headings.
    if let Some(anchor) =
        anchor.filter(|anchor| catalogue.has_heading(target, locale.index, anchor))
    {
        link.push('#');
        link.push_str(anchor);
    }
    Some(link)
}

/// A picture in a text: as wide as the text, in every format that it has.
struct InText {
    sources: Vec<PictureSource>,
    sizes: Vec<PictureSize>,
    dimensions: (u32, u32),
}

impl InText {
    /// How wide a picture in a text is shown.
    const ROOM: &str = "(min-width: 40em) 38rem, 92vw";

    fn new(locale: Locale<'_>, text: &SourcePath, reference: &Reference) -> Option<Self> {
        let Reference::Picture { file } = reference else {
            return None;
        };
        let source = SourcePath::new(format!("{}/{file}", text.folder()));
        let picture = locale.catalogue.find_picture(&source)?;
        let (mut sources, dimensions) = picture_sources(locale, picture)?;
        let sizes = sources.pop().map_or_else(Vec::new, |last| last.sizes);
        Some(Self {
            sources,
            sizes,
            dimensions,
        })
    }

    /// `<picture>` and the better formats; nothing when there is none.
    fn before(&self, page: &OutputPath) -> String {
        let mut out = String::new();
        for source in &self.sources {
            let start = if out.is_empty() { "<picture>" } else { "" };
            let (kind, room) = (source.media_type, Self::ROOM);
            let files = srcset(&source.sizes, page);
            let _ = write!(
                out,
                "{start}<source type=\"{kind}\" sizes=\"{room}\" srcset=\"{files}\">"
            );
        }
        out
    }

    /// Size, other sizes, and when to load it.
    fn attributes(&self, page: &OutputPath) -> String {
        let (width, height) = self.dimensions;
        let mut out =
            format!(" width=\"{width}\" height=\"{height}\" loading=\"lazy\" decoding=\"async\"");
        if self.sizes.len() > 1 {
            let (room, files) = (Self::ROOM, srcset(&self.sizes, page));
            let _ = write!(out, " sizes=\"{room}\" srcset=\"{files}\"");
        }
        out
    }
}

/// Files with their widths. Their names need no escaping.
fn srcset(sizes: &[PictureSize], page: &OutputPath) -> String {
    let files = sizes.iter().filter_map(|size| {
        let path = OutputPath::new(&size.path).ok()?;
        Some(format!("{} {}w", path.relative_to(page), size.width))
    });
    files.collect::<Vec<_>>().join(", ")
}

/// Says to those who cannot see the mark that a link needs a network.
fn external_mark(locale: Locale<'_>) -> String {
    let found = locale
        .catalogue
        .messages
        .html(locale.index.0, "needs-network", &Args::new());
    let note = found.map(|found| found.value).unwrap_or_default();
    format!("<span class=\"visually-hidden\"> ({note})</span>")
}
