//! The pictures among a theme's assets: they reach readers as they are, but for what acts and what
//! tells tales.

use std::io::Cursor;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::media::{look, strip, svg};

/// The bytes of an asset that may be handed out. Other files than pictures stay as they are.
pub fn clean(file: &SourcePath, bytes: Vec<u8>, diagnostics: &mut Diagnostics) -> Vec<u8> {
    match file.file_name().rsplit_once('.').map(|(_, ending)| ending) {
        Some("svg") => clean_drawing(file, bytes, diagnostics),
        Some("jpg" | "jpeg" | "png" | "webp" | "gif" | "tif" | "tiff") => {
            clean_pixels(file, bytes, diagnostics)
        }
        _ => bytes,
    }
}

fn clean_pixels(file: &SourcePath, bytes: Vec<u8>, diagnostics: &mut Diagnostics) -> Vec<u8> {
    let seen = look::look(Cursor::new(&bytes), file.file_name());
    let position = seen.ok().and_then(|look| look.position);
    let stripped = strip::strip(&bytes);
    if let Some(where_it_stands) = position {
        let outcome = match stripped {
            Some(_) => "The site will not have it.",
            None => "It cannot be taken out here, so the site will have it.",
        };
        let message = format!("`{file}` says where it was taken: {where_it_stands}");
        diagnostics.push(
            Diagnostic::at(Code::PicturePosition, Place::file(file), message).cure(format!(
                "{outcome} Take it out of the file: \
                 `exiftool -overwrite_original -gps:all= -xmp:geotag= {file}`"
            )),
        );
    }
    stripped.unwrap_or(bytes)
}

fn clean_drawing(file: &SourcePath, bytes: Vec<u8>, diagnostics: &mut Diagnostics) -> Vec<u8> {
    let seen = std::str::from_utf8(&bytes).ok().map(svg::inspect);
    let Some(Ok(seen)) = seen else {
        // What is no drawing is a matter between the theme and its style sheets.
        return bytes;
    };
    let (Some(spot), Ok(cleaned)) = (seen.unsafe_spot, svg::clean(&bytes)) else {
        return bytes;
    };
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
    cleaned
}
