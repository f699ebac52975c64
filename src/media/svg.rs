//! Drawings. They are shown through `<img>` and never inlined, and still are cleaned: a copy may
//! be opened alone.

use std::io::Cursor;

use xml::attribute::OwnedAttribute;
use xml::reader::{EventReader, XmlEvent};

/// What a look into a drawing shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Svg {
    /// Width and height in SVG units, from `viewBox`, else from `width` and `height`.
    pub dimensions: (u32, u32),
    /// What will be taken out, in words.
    pub unsafe_parts: Vec<String>,
}

/// Looks into a drawing.
///
/// # Errors
/// Says in a few words why it is not one.
pub fn inspect(text: &str) -> Result<Svg, String> {
    let mut svg: Option<Svg> = None;
    for event in EventReader::new(Cursor::new(text.as_bytes())) {
        let event = event.map_err(|error| format!("it is not well-formed XML: {}", error.msg()))?;
        let XmlEvent::StartElement {
            name, attributes, ..
        } = event
        else {
            continue;
        };
        match &mut svg {
            None if name.local_name == "svg" => {
                let mut found = Svg {
                    dimensions: size(&attributes)
                        .ok_or("it has neither viewBox nor width and height")?,
                    unsafe_parts: Vec::new(),
                };
                note_unsafe(&name.local_name, &attributes, &mut found.unsafe_parts);
                svg = Some(found);
            }
            None => {
                return Err(format!(
                    "its first element is <{}>, not <svg>",
                    name.local_name
                ));
            }
            Some(svg) => note_unsafe(&name.local_name, &attributes, &mut svg.unsafe_parts),
        }
    }
    svg.ok_or_else(|| "it is empty".to_owned())
}

fn size(attributes: &[OwnedAttribute]) -> Option<(u32, u32)> {
    let get = |name: &str| {
        let found = attributes.iter().find(|a| a.name.local_name == name);
        found.map(|a| a.value.as_str())
    };
    if let Some(view_box) = get("viewBox") {
        let numbers: Vec<f64> = view_box
            .split([' ', ',', '\n', '\t'])
            .filter(|part| !part.is_empty())
            .map_while(|part| part.parse().ok())
            .collect();
        if let [_, _, width, height] = numbers[..] {
            return whole(width, height);
        }
    }
    let length = |text: &str| text.trim_end_matches("px").trim().parse::<f64>().ok();
    whole(length(get("width")?)?, length(get("height")?)?)
}

fn whole(width: f64, height: f64) -> Option<(u32, u32)> {
    let fits = |n: f64| n.is_finite() && (1.0..=100_000.0).contains(&n.round());
    // In range, so the conversion keeps the value.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked above"
    )]
    let side = |n: f64| n.round() as u32;
    (fits(width) && fits(height)).then(|| (side(width), side(height)))
}

fn note_unsafe(element: &str, attributes: &[OwnedAttribute], parts: &mut Vec<String>) {
    let mut note = |part: String| {
        if !parts.contains(&part) {
            parts.push(part);
        }
    };
    if [
        "script",
        "foreignObject",
        "iframe",
        "animate",
        "set",
        "handler",
    ]
    .contains(&element)
    {
        note(format!("<{element}>"));
    }
    for attribute in attributes {
        let name = attribute.name.local_name.as_str();
        if name.starts_with("on") {
            note(format!("the attribute {name}"));
        }
        let value = attribute.value.trim_start();
        let leads_out =
            name == "href" && !value.starts_with('#') && !value.starts_with("data:image/");
        if leads_out || (value.contains("url(") && value.contains("//")) {
            note("a link to something outside".to_owned());
        }
    }
}

/// The drawing without anything that could act or ask for something outside. The same input gives
/// the same bytes.
///
/// # Errors
/// Says in a few words why it cannot be cleaned.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut filter = svg_hush::Filter::new();
    filter.set_data_url_filter(svg_hush::data_url_filter::allow_standard_images);
    let mut out = Vec::with_capacity(bytes.len());
    filter
        .filter(&mut Cursor::new(bytes), &mut out)
        .map_err(|error| error.to_string())?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_tells_its_size_from_its_view_box() {
        let svg =
            inspect("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 800 600.4'/>").unwrap();
        assert_eq!(svg.dimensions, (800, 600));
    }

    #[test]
    fn scripts_and_outside_links_are_named_and_taken_out() {
        let text = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload='x()'>\
                    <script>x()</script><image href='https://example.org/a.png'/></svg>";
        assert_eq!(inspect(text).unwrap().unsafe_parts.len(), 3);
        let clean = String::from_utf8(clean(text.as_bytes()).unwrap()).unwrap();
        assert!(!clean.contains("x()"), "{clean}");
        assert!(!clean.contains("example.org"), "{clean}");
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        assert!(inspect("<html/>").is_err());
        assert!(inspect("<svg").is_err());
        assert!(inspect("").is_err());
        assert!(inspect("<svg xmlns='http://www.w3.org/2000/svg'/>").is_err());
    }
}
