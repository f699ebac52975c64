//! The pictures among a theme's assets: they reach readers as they are, but for what acts and what
//! tells tales. What a file is, its content says, not its name.

use std::io::Cursor;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::media::{Refusal, look, strip, svg};

/// The bytes of an asset that may be handed out. Other files than pictures stay as they are.
pub fn clean(file: &SourcePath, bytes: Vec<u8>, diagnostics: &mut Diagnostics) -> Vec<u8> {
    let cleaned = match &bytes {
        _ if look::is_picture(&bytes) => clean_pixels(file, &bytes, diagnostics),
        _ if look::is_film_picture(&bytes) => Err(Refusal::new(
            "what it tells besides the picture cannot be taken out of files of its kind",
            "Export it as WebP, JPEG or PNG.",
        )),
        _ if file.file_name().ends_with(".svg") => clean_drawing(file, &bytes, diagnostics),
        _ => return bytes,
    };
    cleaned.unwrap_or_else(|Refusal { why, cure }| {
        let message = format!("`{file}` cannot be handed on as a picture: {why}");
        let place = Place::file(file);
        diagnostics.push(Diagnostic::at(Code::NotAPicture, place, message).cure(cure));
        Vec::new()
    })
}

fn clean_pixels(
    file: &SourcePath,
    bytes: &[u8],
    diagnostics: &mut Diagnostics,
) -> Result<Vec<u8>, Refusal> {
    let told = look::told(Cursor::new(bytes));
    // Only a JPEG can say this and nothing else.
    if told.is_turned && !bytes.starts_with(b"\xff\xd8") {
        return Err(Refusal::new(
            "it lies on its side, and says so only beside the picture",
            "Save it upright in a picture editor.",
        ));
    }
    let stripped = strip::strip(bytes).ok_or_else(|| {
        Refusal::new(
            "it is damaged, or of a kind that browsers do not show",
            "Export it as JPEG, PNG or WebP in a picture editor.",
        )
    })?;
    if let Some(where_it_stands) = told.position {
        let message = format!("`{file}` says where it was taken: {where_it_stands}");
        diagnostics.push(
            Diagnostic::at(Code::PicturePosition, Place::file(file), message).cure(format!(
                "The site will not have it. Take it out of the file: \
                 `exiftool -overwrite_original -gps:all= -xmp:geotag= {file}`"
            )),
        );
    }
    Ok(stripped)
}

fn clean_drawing(
    file: &SourcePath,
    bytes: &[u8],
    diagnostics: &mut Diagnostics,
) -> Result<Vec<u8>, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8")?;
    // A sheet of symbols has no size, and is a drawing all the same.
    let seen = svg::inspect_sheet(text).map_err(|problem| problem.why)?;
    if let Some(spot) = seen.unsafe_spot {
        let place = Place {
            line: spot.line,
            column: spot.column,
            ..Place::file(file)
        };
        let parts = seen.unsafe_parts.join(", ");
        let message = format!("the drawing holds {parts}, which will be taken out");
        diagnostics.push(
            Diagnostic::at(Code::UnsafePicture, place, message)
                .cure("Save it as plain SVG without scripts, links and outside files."),
        );
    }
    match svg::is_clean(text, &seen) {
        true => Ok(bytes.to_vec()),
        false => Ok(svg::clean(bytes)?),
    }
}
