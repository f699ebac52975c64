//! Writes a compiled Markdown text for one page: its links lead on in the reader's language.

use std::borrow::Cow;

use crate::content::Text;
use crate::language::Args;
use crate::markdown::{Reference, Slot};
use crate::output::OutputPath;
use crate::render::Locale;

/// The HTML of a text on a page.
pub fn write<W>(locale: Locale<'_>, page: &OutputPath, text: &Text<W>) -> String {
    let mut out = String::new();
    let references = text.body.references();
    text.body.write(&mut out, "", &mut |slot| match slot {
        Slot::Href(index) | Slot::Src(index) => references
            .get(index)
            .and_then(|located| address(locale, page, text, &located.reference))
            .map_or(Cow::Borrowed(""), Cow::Owned),
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
        let source = crate::diagnostic::SourcePath::new(format!("{}/{file}", text.file.folder()));
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

/// Says to those who cannot see the mark that a link needs a network.
fn external_mark(locale: Locale<'_>) -> String {
    let found = locale
        .catalogue
        .messages
        .html(locale.index.0, "needs-network", &Args::new());
    let note = found.map(|found| found.value).unwrap_or_default();
    format!("<span class=\"visually-hidden\"> ({note})</span>")
}
