//! Looks into picture files: whether each is there, is what its name says, and how large it is.

use std::fs;
use std::io::Read;

use crate::content::Picture;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::media;
use crate::source::{SiteFolder, unreadable};
use crate::yaml::one_of;

use super::tree::Folder;

/// Pixel pictures keep their size in their first bytes.
const HEAD_BYTES: u64 = 256 * 1024;

/// Fills in the dimensions of pictures and reports those that cannot be used. `facts` is the name
/// of the file that lists them.
pub fn inspect(
    site: &SiteFolder,
    folder: &Folder,
    facts: &str,
    pictures: &mut [Picture],
    diagnostics: &mut Diagnostics,
) {
    for picture in pictures {
        if !folder.has(&picture.file) {
            let names = folder.files.iter().map(String::as_str);
            let names = names.filter(|name| crate::content::picture::is_picture_name(name));
            diagnostics.push(
                Diagnostic::at(
                    Code::PictureMissing,
                    Place::file(&folder.file(facts)),
                    format!("the picture `{}` is not in the folder", picture.file),
                )
                .cure(format!(
                    "Put the file beside {facts}. {}",
                    one_of(&picture.file, names)
                )),
            );
            continue;
        }
        match dimensions(site, &picture.source, diagnostics) {
            Ok(size) => picture.dimensions = size,
            Err(problem) => diagnostics.push(*problem),
        }
    }
}

fn dimensions(
    site: &SiteFolder,
    file: &SourcePath,
    diagnostics: &mut Diagnostics,
) -> Result<(u32, u32), Box<Diagnostic>> {
    if file.file_name().ends_with(".svg") {
        let source = site.read(file)?;
        let svg = media::svg::inspect(&source.text).map_err(|why| not_a_picture(file, &why))?;
        if !svg.unsafe_parts.is_empty() {
            diagnostics.push(
                Diagnostic::at(
                    Code::UnsafePicture,
                    Place::file(file),
                    format!(
                        "the drawing holds {}, which will be taken out",
                        svg.unsafe_parts.join(", ")
                    ),
                )
                .cure("Save it as plain SVG without scripts, links and outside files."),
            );
        }
        return Ok(svg.dimensions);
    }
    let path = site.path(file);
    let mut head = Vec::new();
    fs::File::open(&path)
        .and_then(|file| file.take(HEAD_BYTES).read_to_end(&mut head))
        .map_err(|error| unreadable(file, &error))?;
    media::raster::dimensions(&head, file.file_name()).map_err(|why| not_a_picture(file, &why))
}

fn not_a_picture(file: &SourcePath, why: &str) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::at(
            Code::NotAPicture,
            Place::file(file),
            format!("`{}` cannot be used as a picture: {why}", file.file_name()),
        )
        .cure("Open it in a picture editor and save it again under this name."),
    )
}
