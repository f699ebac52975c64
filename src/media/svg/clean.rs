//! The drawing that readers get: no script, nothing from outside, nothing about who drew it where
//! and with which program.

use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use svg_hush::data_url_filter::{DataUrl, DataUrlFilterResult};
use xml::EmitterConfig;
use xml::attribute::OwnedAttribute;
use xml::reader::{EventReader, XmlEvent};

use super::Svg;
use super::style::unescaped;
use crate::media::budget::DECODED;
use crate::media::look::{Kind, Look, look_at_part};
use crate::media::{Format, Settings, encode, pixels};

/// Pictures within drawings keep their size, so they are made with care.
const QUALITY: u8 = 90;

/// The drawing without anything that could act, ask for something outside or tell tales. The same
/// input gives the same bytes.
///
/// # Errors
/// Says in a few words why it cannot be cleaned.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let guarded = guard_words(str::from_utf8(bytes).map_err(|_| "it is not UTF-8")?);
    let mut filter = svg_hush::Filter::new();
    let broken = Arc::new(Mutex::new(None));
    let noted = Arc::clone(&broken);
    filter.set_data_url_filter(move |url| match picture_within(url) {
        Some(Ok((format, data))) => DataUrlFilterResult::Rewrite {
            mime_type: format.media_type().to_owned(),
            data,
        },
        Some(Err(why)) => {
            *noted.lock().unwrap_or_else(PoisonError::into_inner) = Some(why);
            DataUrlFilterResult::Drop
        }
        None => DataUrlFilterResult::Drop,
    });
    let mut hushed = Vec::with_capacity(guarded.len());
    filter
        .filter(&mut Cursor::new(guarded.as_bytes()), &mut hushed)
        .map_err(|error| error.to_string())?;
    let broken = broken.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(why) = broken {
        return Err(format!("a picture within it cannot be used: {why}"));
    }
    let cleaned = without_outside(&hushed)?;
    match String::from_utf8(cleaned) {
        Ok(text) => Ok(text.replace(GUARD, "").into_bytes()),
        Err(_) => Err("it is not UTF-8".to_owned()),
    }
}

/// A character of no meaning (Unicode, private use).
const GUARD: char = '\u{F4E5}';

/// svg-hush begins a line before each element that follows another, which would show as a space
/// between parts of a word. Where a character stands between them it does not.
fn guard_words(text: &str) -> String {
    text.replace("</tspan><", &format!("</tspan>{GUARD}<"))
        .replace("><tspan", &format!(">{GUARD}<tspan"))
}

/// A picture within the drawing, made anew as one that stands alone would be. What is no picture,
/// such as a font, is left out.
fn picture_within(url: &DataUrl<'_>) -> Option<Result<(Format, Vec<u8>), String>> {
    if url.mime_type().type_ != "image" {
        return None;
    }
    let made = || {
        let (bytes, look) = part(url)?;
        let format = match look.kind {
            Kind::Jpeg => Format::Jpeg,
            Kind::Webp => Format::Webp,
            Kind::Png | Kind::Gif | Kind::Tiff => Format::Png,
        };
        let _memory = DECODED.borrow(look.memory());
        let pixels = pixels::decode(&bytes, &look).map_err(|refusal| refusal.why)?;
        let settings = Settings {
            webp_quality: QUALITY,
            jpeg_quality: QUALITY,
            ..Settings::default()
        };
        Ok((format, encode::encode(&pixels, format, &settings)?))
    };
    Some(made())
}

fn part(url: &DataUrl<'_>) -> Result<(Vec<u8>, Look), String> {
    let (bytes, _) = url.decode_to_vec().map_err(|error| error.to_string())?;
    let look = look_at_part(Cursor::new(&bytes)).map_err(|refusal| refusal.why)?;
    Ok((bytes, look))
}

/// Looks into a picture that an attribute brings along: where in it a geographic position stands, or
/// why it cannot be shown. `None` for other attributes.
pub(super) fn picture_in(
    attribute: &OwnedAttribute,
) -> Option<Result<Option<&'static str>, String>> {
    let address = attribute.value.trim();
    if attribute.name.local_name != "href" || !brings_picture(address) {
        return None;
    }
    let Ok(url) = DataUrl::process(address) else {
        return Some(Err("its address is damaged".to_owned()));
    };
    Some(part(&url).map(|(_, look)| look.position))
}

/// Whether a drawing, into which [`super::inspect_sheet`] has looked, holds nothing that cleaning takes
/// out, so that it may be handed on as it is.
pub fn is_clean(text: &str, seen: &Svg) -> bool {
    const OWN: [&str; 2] = ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"];
    // What could hide something, or be read in two ways.
    const ODD: [&str; 5] = ["<!--", "<!doctype", "<![cdata[", "\\", "data:"];
    let lower = text.to_ascii_lowercase();
    if ODD.iter().any(|odd| lower.contains(odd)) {
        return false;
    }
    let is_own = |namespace: &Option<String>| {
        let mut namespace = namespace.iter();
        namespace.all(|namespace| OWN.contains(&namespace.as_str()))
    };
    let mut events = EventReader::new(Cursor::new(text.as_bytes())).into_iter();
    let has_only_shapes = events.all(|event| match event {
        Ok(XmlEvent::StartElement {
            name, attributes, ..
        }) => {
            let mut attributes = attributes.iter();
            attributes.all(|attribute| is_own(&attribute.name.namespace))
                && is_own(&name.namespace)
                && name.local_name != "metadata"
        }
        Ok(XmlEvent::ProcessingInstruction { .. }) | Err(_) => false,
        Ok(_) => true,
    });
    seen.unsafe_spot.is_none() && has_only_shapes
}

/// Takes out what refers to another file of the same place: svg-hush leaves it.
fn without_outside(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut writer = EmitterConfig::new()
        .keep_element_names_stack(false)
        .pad_self_closing(false)
        .create_writer(&mut out);
    // Whether each element that is open is a style: one may have others in it.
    let mut open = Vec::new();
    for event in EventReader::new(Cursor::new(bytes)) {
        let event = match event.map_err(|error| error.msg().to_string())? {
            XmlEvent::StartElement {
                name,
                mut attributes,
                namespace,
            } => {
                open.push(name.local_name == "style");
                attributes.retain(|attribute| !leads_out(attribute) && !brings(attribute));
                XmlEvent::StartElement {
                    name,
                    attributes,
                    namespace,
                }
            }
            XmlEvent::EndElement { name } => {
                open.pop();
                XmlEvent::EndElement { name }
            }
            XmlEvent::Characters(text) if open.contains(&true) && asks_outside(&text) => continue,
            other => other,
        };
        if let Some(event) = event.as_writer_event() {
            writer.write(event).map_err(|error| error.to_string())?;
        }
    }
    Ok(out)
}

/// Whether an attribute brings along a file that has not been looked into, as only those of pictures
/// have.
fn brings(attribute: &OwnedAttribute) -> bool {
    attribute.name.local_name != "href" && attribute.value.to_ascii_lowercase().contains("data:")
}

pub(super) fn leads_out(attribute: &OwnedAttribute) -> bool {
    let value = attribute.value.trim_start();
    let refers = attribute.name.local_name == "href";
    (refers && !is_inside(value)) || asks_outside(value)
}

/// Whether an address means a part of the drawing, or something that it brings along.
fn is_inside(address: &str) -> bool {
    address.starts_with('#') || brings_picture(address)
}

fn brings_picture(address: &str) -> bool {
    const PICTURE: &str = "data:image/";
    let start = address.get(..PICTURE.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(PICTURE))
}

/// Whether a style asks for something outside.
pub(super) fn asks_outside(style: &str) -> bool {
    let style = unescaped(style).to_ascii_lowercase();
    let mut addresses = style.split("url(").skip(1);
    let quotes = ['"', '\'', ' '];
    ASKS.iter().any(|asks| style.contains(asks))
        || addresses.any(|address| !is_inside(address.trim_start_matches(quotes)))
}

/// What names a file in a style without `url(`.
const ASKS: [&str; 5] = ["@import", "image-set(", "image(", "cross-fade(", "src("];
