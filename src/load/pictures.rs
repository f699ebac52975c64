//! Looks into picture files: whether each is there, is what its name says, and how large it is.

use std::fs;
use std::io::{BufReader, Read};

use crate::content::Picture;
use crate::content::picture::{is_picture_name, is_plain_name};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::media;
use crate::media::Refusal;
use crate::media::svg::Spot;
use crate::source::{LONGEST_TEXT, SiteFolder, unreadable};
use crate::yaml::one_of;

use super::tree::Folder;

/// Fills in the dimensions of pictures and reports those that cannot be used. Names that cannot
/// be a picture's have been reported.
pub fn inspect(
    site: &SiteFolder,
    folder: &Folder,
    pictures: &mut [Picture],
    diagnostics: &mut Diagnostics,
) {
    let usable =
        |picture: &&mut Picture| is_plain_name(&picture.file) && is_picture_name(&picture.file);
    for picture in pictures.iter_mut().filter(usable) {
        if !folder.has(&picture.file) {
            diagnostics.push(missing(picture, folder));
            continue;
        }
        if let Err(problem) = look(site, picture, diagnostics) {
            diagnostics.push(*problem);
        }
    }
}

fn missing(picture: &Picture, folder: &Folder) -> Diagnostic {
    let names = folder.files.iter().map(String::as_str);
    let names = names.filter(|name| is_picture_name(&name.to_lowercase()));
    let cure = match names.clone().next() {
        Some(_) => one_of(&picture.file, names),
        None => "Put the file there, or remove the picture here and in the texts.".to_owned(),
    };
    let message = format!("the folder has no picture `{}`", picture.file);
    Diagnostic::at(Code::PictureMissing, picture.place.clone(), message).cure(cure)
}

fn look(
    site: &SiteFolder,
    picture: &mut Picture,
    diagnostics: &mut Diagnostics,
) -> Result<(), Box<Diagnostic>> {
    if picture.file.ends_with(".svg") {
        picture.dimensions = drawing(site, picture, diagnostics)?;
        return Ok(());
    }
    let file = fs::File::open(site.path(&picture.source))
        .map_err(|error| unreadable(&picture.source, &error))?;
    let look = media::look::look(BufReader::new(file), &picture.file)
        .map_err(|refusal| picture.refused(&refusal, picture.place.clone()))?;
    picture.dimensions = look.dimensions();
    picture.nature = look.nature;
    if let Some(where_it_stands) = look.position {
        diagnostics.push(position(picture, where_it_stands));
    }
    Ok(())
}

/// The position itself is not told: reports are kept and shown where it must not be known.
fn position(picture: &Picture, where_it_stands: &str) -> Diagnostic {
    let message = format!(
        "`{}` says where it was taken: {where_it_stands}",
        picture.file
    );
    let file = &picture.source;
    Diagnostic::at(Code::PicturePosition, picture.place.clone(), message).cure(format!(
        "The site will not have it. Take it out of the file too before others get the file: \
         `exiftool -overwrite_original -gps:all= -xmp:geotag= {file}`"
    ))
}

/// Whether a file could be the text of a drawing: it is not too long, and no pixel picture.
fn fits_drawing(site: &SiteFolder, picture: &Picture) -> Result<(), Box<Diagnostic>> {
    let told = |error| unreadable(&picture.source, &error);
    let file = fs::File::open(site.path(&picture.source)).map_err(told)?;
    let length = file.metadata().map_err(told)?.len();
    let mut head = Vec::new();
    file.take(16).read_to_end(&mut head).map_err(told)?;
    let refusal = match media::look::misnamed_picture(&head, &picture.file) {
        None if length > LONGEST_TEXT => {
            let (has, may) = (length.div_ceil(1 << 20), LONGEST_TEXT >> 20);
            Some(Refusal::new(
                format!("it has {has} megabytes; a drawing may have {may}"),
                "Make the pictures within it smaller, or export it as PNG or JPEG.",
            ))
        }
        refusal => refusal,
    };
    match refusal {
        Some(refusal) => Err(picture.refused(&refusal, picture.place.clone())),
        None => Ok(()),
    }
}

fn drawing(
    site: &SiteFolder,
    picture: &Picture,
    diagnostics: &mut Diagnostics,
) -> Result<(u32, u32), Box<Diagnostic>> {
    let place = |spot: Spot| Place {
        line: spot.line,
        column: spot.column,
        ..Place::file(&picture.source)
    };
    fits_drawing(site, picture)?;
    let source = site.read(&picture.source)?;
    let svg = media::svg::inspect(&source.text).map_err(|problem| {
        let place = problem.spot.map_or_else(|| picture.place.clone(), place);
        picture.refused(&problem.why.into(), place)
    })?;
    if source.text.contains("GPSLatitude") {
        diagnostics.push(position(picture, "GPSLatitude in its metadata"));
    } else if svg.position.is_some() {
        diagnostics.push(position(picture, "GPSLatitude in a picture within it"));
    }
    if let Some(spot) = svg.unsafe_spot {
        let parts = svg.unsafe_parts.join(", ");
        let message = format!("the drawing holds {parts}, which will be taken out");
        diagnostics.push(
            Diagnostic::at(Code::UnsafePicture, place(spot), message)
                .cure("Save it as plain SVG without scripts, links and outside files."),
        );
    }
    Ok(svg.dimensions)
}
