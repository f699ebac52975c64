//! Drawings. They are shown through `<img>` and never inlined, and still are cleaned: a copy may
//! be opened alone.

mod clean;
mod expansion;

use std::io::Cursor;

use xml::attribute::OwnedAttribute;
use xml::common::{Position, TextPosition};
use xml::reader::{EventReader, XmlEvent};

pub use clean::clean;
use expansion::Expansion;

/// How deep elements may stand in each other. The deeper, the longer the XML reader takes for each.
const MOST_LEVELS: usize = 200;

/// What a look into a drawing shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Svg {
    /// Width and height in SVG units, from `viewBox`, else from `width` and `height`.
    pub dimensions: (u32, u32),
    /// What will be taken out, in words.
    pub unsafe_parts: Vec<String>,
    /// Where the first of it stands.
    pub unsafe_spot: Option<Spot>,
}

/// A line and a column of the file, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl From<TextPosition> for Spot {
    fn from(position: TextPosition) -> Self {
        let number = |n: u64| u32::try_from(n).unwrap_or(u32::MAX).saturating_add(1);
        Self {
            line: number(position.row),
            column: number(position.column),
        }
    }
}

/// Why a file is no drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADrawing {
    /// In a few words.
    pub why: String,
    /// Where the reason stands, when it stands in one place.
    pub spot: Option<Spot>,
}

impl NotADrawing {
    fn whole(why: impl Into<String>) -> Self {
        Self {
            why: why.into(),
            spot: None,
        }
    }

    fn at(error: &xml::reader::Error) -> Self {
        // The words start with the place, which is told apart.
        let words = error.msg();
        let words = words
            .trim_start_matches(|c: char| c.is_ascii_digit() || c == ':')
            .trim();
        Self {
            why: format!("it is not well-formed XML: {words}"),
            spot: Some(error.position().into()),
        }
    }
}

/// Looks into a drawing.
///
/// # Errors
/// Says why it is not one.
pub fn inspect(text: &str) -> Result<Svg, NotADrawing> {
    let mut svg: Option<Svg> = None;
    let mut expansion = Expansion::default();
    let mut reader = EventReader::new(Cursor::new(text.as_bytes()));
    // How many elements are open from the outermost style on.
    let mut styles = 0_usize;
    loop {
        let event = reader.next().map_err(|error| NotADrawing::at(&error))?;
        let (name, attributes) = match event {
            XmlEvent::StartElement {
                name, attributes, ..
            } => (name.local_name, attributes),
            XmlEvent::EndElement { .. } => {
                expansion.end();
                styles = styles.saturating_sub(1);
                continue;
            }
            XmlEvent::Characters(text) | XmlEvent::CData(text) => {
                if let Some(found) = svg.as_mut().filter(|_| styles > 0)
                    && clean::asks_outside(&text)
                {
                    found.note("a style that asks for something outside", &reader);
                }
                continue;
            }
            XmlEvent::EndDocument => break,
            _ => continue,
        };
        if expansion.start(&attributes) > MOST_LEVELS {
            let why = format!("its elements stand more than {MOST_LEVELS} deep in each other");
            return Err(NotADrawing::whole(why));
        }
        if svg.is_none() && name != "svg" {
            let why = format!("its first element is <{name}>, not <svg>");
            return Err(NotADrawing::whole(why));
        }
        let found = match &mut svg {
            Some(found) => found,
            None => svg.insert(Svg {
                dimensions: size(&attributes).ok_or_else(|| {
                    NotADrawing::whole("it has neither viewBox nor width and height")
                })?,
                ..Svg::default()
            }),
        };
        if styles > 0 || name == "style" {
            styles += 1;
        }
        for part in unsafe_parts(&name, &attributes) {
            found.note(&part, &reader);
        }
    }
    let too_much =
        |_| NotADrawing::whole("its parts use each other so often that no browser could draw it");
    expansion.check().map_err(too_much)?;
    svg.ok_or_else(|| NotADrawing::whole("it is empty"))
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

impl Svg {
    /// Notes something that will be taken out, once.
    fn note(&mut self, part: &str, reader: &impl Position) {
        if !self.unsafe_parts.iter().any(|known| known == part) {
            self.unsafe_parts.push(part.to_owned());
        }
        self.unsafe_spot.get_or_insert(reader.position().into());
    }
}

/// What of an element will be taken out, in words.
fn unsafe_parts(element: &str, attributes: &[OwnedAttribute]) -> Vec<String> {
    const ACTING: [&str; 6] = [
        "script",
        "foreignObject",
        "iframe",
        "animate",
        "set",
        "handler",
    ];
    let mut parts = Vec::new();
    if ACTING.contains(&element) {
        parts.push(format!("<{element}>"));
    }
    for attribute in attributes {
        let name = attribute.name.local_name.as_str();
        if name.starts_with("on") {
            parts.push(format!("the attribute {name}"));
        }
        if clean::leads_out(attribute) {
            parts.push("a link to something outside".to_owned());
        }
    }
    parts
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
    fn what_is_from_outside_and_tells_tales_is_taken_out() {
        let text = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:i='http://ns.example/' \
                    viewBox='0 0 9 9' i:export-filename='/home/me/a.png'><!-- me --><metadata>me\
                    </metadata><image href='b.png'/><path fill='url(c.svg#d)' d='M0 0h9'/>\
                    <style>@import 'e.css'; path { fill: url(f.svg) }</style>\
                    <path id='g' fill='url(#h)' d='M1 1h9'/><use href='#g'/></svg>";
        let clean = String::from_utf8(clean(text.as_bytes()).unwrap()).unwrap();
        for trace in ["me", "b.png", "c.svg", "e.css", "f.svg"] {
            let found = clean.replace("xmlns", "").contains(trace);
            assert!(!found, "{trace}: {clean}");
        }
        assert!(
            clean.contains("url(#h)") && clean.contains("href=\"#g\""),
            "{clean}"
        );
    }

    #[test]
    fn a_style_asks_for_nothing_outside_and_a_text_may_speak_of_it() {
        for style in [
            ".a{mask-image:image-set('http://example.org/x.png' 1x)}",
            ".a{fill:URL(b.svg#c)}",
            ".a{background:-webkit-image-set('x.png' 1x)}",
        ] {
            let text = format!(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><style>{style}</style>\
                 <style>.b{{}}<title/>{style}</style><text>see url(here) and @import</text><path style=\"{style}\" d='M0 0h9'/></svg>"
            );
            let clean = String::from_utf8(clean(text.as_bytes()).unwrap()).unwrap();
            assert!(!clean.contains(".a{"), "{clean}");
            assert!(clean.contains("see url(here) and @import"), "{clean}");
        }
    }

    #[test]
    fn what_uses_itself_or_is_used_often_is_drawn() {
        let ring = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\
                    <g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></svg>";
        assert!(inspect(ring).is_ok());
        let dots = "<use href='#a'/>".repeat(10_000);
        let often = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><g id='a'><path/></g>{dots}</svg>"
        );
        assert!(inspect(&often).is_ok());
    }

    #[test]
    fn a_long_chain_of_uses_and_deep_nesting_are_refused() {
        let chain: String = (0..50_000)
            .map(|at| format!("<g id='a{at}'><use href='#a{}'/></g>", at + 1))
            .collect();
        let chain =
            format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{chain}</svg>");
        assert!(inspect(&chain).is_err());
        let nested = "<g id='a'>".repeat(50_000) + &"</g>".repeat(50_000);
        let nested =
            format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{nested}</svg>");
        assert!(inspect(&nested).is_err());
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        assert!(inspect("<html/>").is_err());
        assert!(inspect("<svg").is_err());
        assert!(inspect("").is_err());
        assert!(inspect("<svg xmlns='http://www.w3.org/2000/svg'/>").is_err());
    }

    #[test]
    fn parts_of_a_word_stay_together() {
        let text = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\
                    <text><tspan>cu</tspan><tspan>nei</tspan>form <tspan>a</tspan></text></svg>";
        let clean = String::from_utf8(clean(text.as_bytes()).unwrap()).unwrap();
        let part = "<text><tspan>cu</tspan><tspan>nei</tspan>form <tspan>a</tspan></text>";
        assert!(clean.contains(part), "{clean}");
    }
}
