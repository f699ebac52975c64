//! Drawings. They are shown through `<img>` and never inlined, and still are cleaned: a copy may
//! be opened alone.

mod clean;
mod expansion;
mod size;
mod style;

use std::io::Cursor;

use xml::attribute::OwnedAttribute;
use xml::common::{Position, TextPosition};
use xml::reader::{EventReader, XmlEvent};

pub use clean::{clean, is_clean};
use expansion::Expansion;

/// How deep elements may stand in each other. The deeper, the longer the XML reader takes for each.
const MOST_LEVELS: usize = 200;

/// How many namespaces may be named. The more, the longer the XML reader takes for each element.
const MOST_NAMESPACES: usize = 100;

/// What a look into a drawing shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Svg {
    /// Width and height in SVG units, from `viewBox`, else from `width` and `height`.
    pub dimensions: (u32, u32),
    /// What will be taken out, in words.
    pub unsafe_parts: Vec<String>,
    /// Where the first of it stands.
    pub unsafe_spot: Option<Spot>,
    /// Where in a picture within it a geographic position stands.
    pub position: Option<&'static str>,
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
    look(text, true)
}

/// Looks into a drawing that need not have a size, as one that only holds symbols.
///
/// # Errors
/// Says why it is not one.
pub fn inspect_sheet(text: &str) -> Result<Svg, NotADrawing> {
    look(text, false)
}

fn look(text: &str, needs_size: bool) -> Result<Svg, NotADrawing> {
    let mut svg: Option<Svg> = None;
    let mut expansion = Expansion::default();
    let mut reader = EventReader::new(Cursor::new(text.as_bytes()));
    // How many elements are open from the outermost style on, and what is written in it.
    let mut styles = 0_usize;
    let mut sheet = String::new();
    loop {
        let event = reader.next().map_err(|error| NotADrawing::at(&error))?;
        let (name, attributes) = match event {
            XmlEvent::StartElement {
                name,
                attributes,
                namespace,
            } => {
                if namespace.0.len() > MOST_NAMESPACES {
                    return Err(NotADrawing::whole("it names very many namespaces"));
                }
                if svg.is_none() && name.local_name == "svg" && name.namespace.is_none() {
                    let why = "it lacks xmlns=\"http://www.w3.org/2000/svg\", without which no \
                               browser draws it";
                    return Err(NotADrawing::whole(why));
                }
                (name.local_name, attributes)
            }
            XmlEvent::EndElement { .. } => {
                expansion.end();
                styles = styles.saturating_sub(1);
                if styles == 0 && !sheet.is_empty() {
                    expansion.style(&sheet);
                    if let Some(found) = svg.as_mut().filter(|_| clean::asks_outside(&sheet)) {
                        found.note("a style that asks for something outside", &reader);
                    }
                    sheet.clear();
                }
                continue;
            }
            XmlEvent::Characters(text) | XmlEvent::CData(text) => {
                if styles > 0 {
                    sheet.push_str(&text);
                }
                continue;
            }
            XmlEvent::EndDocument => break,
            _ => continue,
        };
        if expansion.start(&name, &attributes) > MOST_LEVELS {
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
                dimensions: match size::of(&attributes) {
                    Err(why) if needs_size => return Err(NotADrawing::whole(why)),
                    size => size.unwrap_or_default(),
                },
                ..Svg::default()
            }),
        };
        if styles > 0 || name == "style" {
            styles += 1;
        }
        for part in unsafe_parts(&name, &attributes) {
            found.note(&part, &reader);
        }
        for picture in attributes.iter().filter_map(clean::picture_in) {
            match picture {
                Ok(position) => found.position = found.position.or(position),
                Err(why) => {
                    return Err(NotADrawing {
                        why: format!("a picture within it cannot be used: {why}"),
                        spot: Some(reader.position().into()),
                    });
                }
            }
        }
    }
    let too_much =
        |_| NotADrawing::whole("its parts use each other so often that no browser could draw it");
    expansion.check().map_err(too_much)?;
    svg.ok_or_else(|| NotADrawing::whole("it is empty"))
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
    const ACTING: [&str; 4] = ["script", "foreignObject", "iframe", "handler"];
    let mut parts = Vec::new();
    if ACTING.contains(&element) {
        parts.push(format!("<{element}>"));
    }
    for attribute in attributes {
        let name = attribute.name.local_name.as_str();
        // An animation may move shapes, but not lead elsewhere or act.
        let moved = attribute.value.trim();
        if name == "attributeName" && (moved.ends_with("href") || moved.starts_with("on")) {
            parts.push(format!("<{element}> of {moved}"));
        }
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

    /// Patterns of ten shapes that are painted with patterns of ten shapes, nine levels deep.
    fn patterns(shape: impl Fn(usize) -> String, style: &str) -> String {
        let levels: String = (0..9)
            .map(|at| format!("<pattern id='a{at}'>{}</pattern>", shape(at + 1).repeat(10)))
            .collect();
        let first = shape(0);
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><style>{style}</style>\
             {levels}{first}</svg>"
        )
    }

    #[test]
    fn patterns_of_patterns_are_refused_however_they_are_written() {
        let rules = (0..10).map(|at| format!(".c{at}{{fill:url(#a{at})}}"));
        let variables = (0..10).map(|at| format!("svg{{--a{at}:url(#a{at})}}"));
        let (rules, variables): (String, String) = (rules.collect(), variables.collect());
        let cut = rules.replace("url(", "url<![CDATA[(").replace(')', ")]]>");
        let vague = rules.replace('{', ":not(.z){");
        let nested = rules.replace('}', ";.q{}}");
        let quoted = rules.replace('}', ";--x:'{'}");
        let by_class = |at: usize| format!("<path class='b c{at}'/>");
        let written: [(&dyn Fn(usize) -> String, &str); 13] = [
            (&by_class, &cut),
            (&by_class, &vague),
            (&by_class, &nested),
            (&by_class, &quoted),
            (&|at| format!("<use href='#%61{at}'/>"), ""),
            (
                &|at| format!("<path style=\"--y:';';fill:url(#a{at})\"/>"),
                "",
            ),
            (&|at| format!("<path fill='url(#a{at})'/>"), ""),
            (&|at| format!("<path fill=\"url('#a{at}')\"/>"), ""),
            (&|at| format!("<path style='stroke: URL( #a{at} )'/>"), ""),
            (&|at| format!("<path style='fill:\\75 rl(#a{at})'/>"), ""),
            (&|at| format!("<path class='b c{at}'/>"), &rules),
            (&|at| format!("<path fill='var(--a{at})'/>"), &variables),
            (&|at| format!("<g fill='url(#a{at})'><path/></g>"), ""),
        ];
        for (at, (shape, style)) in written.into_iter().enumerate() {
            assert!(inspect(&patterns(shape, style)).is_err(), "way {at}");
        }
        let inherited = (0..9).map(|at| {
            let shapes = "<path/>".repeat(10);
            format!(
                "<pattern id='a{at}'><g fill='url(#a{})'>{shapes}</g></pattern>",
                at + 1
            )
        });
        let inherited: String = inherited.collect();
        let text = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inherited}\
             <path fill='url(#a0)'/></svg>"
        );
        assert!(inspect(&text).is_err());
    }

    #[test]
    fn what_is_handed_down_from_above_or_drawn_at_corners_is_counted() {
        let svg = |inside: &str| {
            format!(
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='urn:x' viewBox='0 0 9 9'>\
                 {inside}</svg>"
            )
        };
        let above: String = (0..9)
            .map(|at| {
                let shapes = "<path/>".repeat(10);
                let next = at + 1;
                format!("<g fill='url(#a{next})'><pattern id='a{at}'>{shapes}</pattern></g>")
            })
            .collect();
        assert!(inspect(&svg(&(above + "<path fill='url(#a0)'/>"))).is_err());
        let masks: String = (0..9)
            .map(|at| {
                let shapes = "<g mask='inherit'/>".repeat(10);
                let next = at + 1;
                format!("<mask id='a{at}'><g mask='url(#a{next})'>{shapes}</g></mask>")
            })
            .collect();
        assert!(inspect(&svg(&(masks + "<g mask='url(#a0)'/>"))).is_err());
        let corners = "h1".repeat(20_000);
        let marker = format!("<marker id='m'>{}</marker>", "<path/>".repeat(100));
        let path = |property: &str| {
            svg(&format!(
                "{marker}<path {property}='url(#m)' d='M0 0{corners}'/>"
            ))
        };
        assert!(inspect(&path("marker-mid")).is_err());
        assert!(inspect(&path("marker-end")).is_ok(), "an end is one corner");
        // Of two elements with one id the larger one may be meant, and other ids mean nothing.
        let decoy = "<metadata><x:y id='a0'/></metadata>";
        let uses: String = (0..9)
            .map(|at| {
                let uses = format!("<use href='#a{}'/>", at + 1).repeat(10);
                format!("<g id='a{at}'>{uses}</g>")
            })
            .collect();
        assert!(inspect(&svg(&format!("{decoy}{uses}<path id='a9'/>"))).is_err());
    }

    #[test]
    fn many_shapes_with_a_gradient_or_a_mask_are_drawn() {
        let gradient = "<linearGradient id='g'><stop/><stop/><stop/></linearGradient>";
        let mask = "<mask id='m'><path/></mask>";
        let shapes = "<path class='a' mask='url(#m)'/>".repeat(20_000);
        let text = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\
             <style>.a{{fill:url(#g)}}</style>{gradient}{mask}\
             <g mask='url(#m)'>{shapes}</g></svg>"
        );
        assert!(inspect(&text).is_ok());
    }

    #[test]
    fn an_animation_is_told_only_if_it_is_taken_out() {
        let with = |attribute: &str| {
            format!(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9'>\
                 <animate attributeName='{attribute}' to='9'/></path></svg>"
            )
        };
        assert_eq!(inspect(&with("x")).unwrap().unsafe_spot, None);
        let moved = with("href");
        assert!(inspect(&moved).unwrap().unsafe_spot.is_some());
        let clean = String::from_utf8(clean(moved.as_bytes()).unwrap()).unwrap();
        assert!(!clean.contains("href"), "{clean}");
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
