//! What the styles of a drawing refer to, as far as it matters for how much a browser has to draw
//! (CSS Syntax 3; SVG 2, 6.2 and 13).

/// A part of the drawing that a style paints with or cuts out by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The id of the part, or [`VARIABLE`].
    pub target: String,
    /// Whether it is the value of a variable, and so may be used in any other place.
    pub is_variable: bool,
    /// Whether it is drawn at every corner of a shape.
    pub is_at_corners: bool,
    /// Whether what stands within the element is painted with it too.
    pub is_inherited: bool,
}

/// Stands for what any variable refers to: `fill: var(--pattern)`.
pub(super) const VARIABLE: &str = "var(";

/// Properties that hold for their element alone. All others may be inherited.
const OWN: [&str; 4] = ["clip-path", "mask", "filter", "href"];

/// Properties that draw at every corner; of unknown ones it must be thought.
const AT_CORNERS: [&str; 3] = ["marker", "marker-mid", ""];

/// The references in an attribute.
pub(super) fn references_in_attribute(name: &str, value: &str) -> Vec<Reference> {
    match name {
        "href" => {
            let target = value.trim().strip_prefix('#');
            let meant = target.into_iter().flat_map(meanings);
            meant
                .map(|target| Reference {
                    target,
                    is_variable: false,
                    is_at_corners: false,
                    is_inherited: false,
                })
                .collect()
        }
        "style" => references_in_declarations(&unescaped(value)),
        _ if value.contains('(') => references_in_value(name, &unescaped(value)),
        _ => Vec::new(),
    }
}

/// Whether an attribute hands on what is usually an element's own, such as `mask="inherit"`.
pub(super) fn hands_on(name: &str, value: &str) -> bool {
    let inherits = |name: &str, value: &str| {
        let is_own = OWN.contains(&name) || name == "all";
        is_own && value.to_ascii_lowercase().contains("inherit")
    };
    if name != "style" {
        return inherits(name, value);
    }
    let mut declarations = value.split(['{', '}', ';']);
    declarations.any(|declaration| {
        let parts = declaration.split_once(':');
        parts.is_some_and(|(name, value)| inherits(&name.trim().to_ascii_lowercase(), value))
    })
}

/// The references in `fill: url(#a); mask: url(#b)`, of which nothing is escaped any more.
fn references_in_declarations(text: &str) -> Vec<Reference> {
    if !is_plain(text) {
        return references_in_value("", text);
    }
    let declarations = text.split(';').filter_map(|part| part.split_once(':'));
    declarations
        .flat_map(|(name, value)| references_in_value(name.trim(), value))
        .collect()
}

fn references_in_value(name: &str, value: &str) -> Vec<Reference> {
    let name = name.to_ascii_lowercase();
    let lower = value.to_ascii_lowercase();
    let quotes = ['"', '\'', ' ', '\t', '\n', '\r'];
    let starts: Vec<usize> = lower.match_indices("url(").map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([value.len()]);
    let targets = starts.iter().zip(ends).filter_map(|(start, end)| {
        let address = value.get(start + "url(".len()..end)?.split(')').next()?;
        address.trim_matches(quotes).strip_prefix('#')
    });
    let variable = lower.contains(VARIABLE).then_some(VARIABLE);
    targets
        .chain(variable)
        .flat_map(meanings)
        .map(|target| Reference {
            target,
            is_variable: name.is_empty() || name.starts_with("--"),
            is_at_corners: AT_CORNERS.contains(&name.as_str()),
            is_inherited: !OWN.contains(&name.as_str()),
        })
        .collect()
}

/// A rule of a style sheet that refers to parts of the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// Which elements it may hold for.
    pub selectors: Vec<Selector>,
    /// What it refers to.
    pub references: Vec<Reference>,
}

/// Which elements a rule may hold for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Selector {
    /// Those with a class.
    Class(String),
    /// The one with an id.
    Id(String),
    /// Those of a name.
    Element(String),
    /// Any.
    All,
}

/// The rules of a style sheet that refer to something.
pub(super) fn rules(sheet: &str) -> Vec<Rule> {
    let sheet = unescaped(&without_comments(sheet));
    if !is_plain(&sheet) {
        let references = references_in_value("", &sheet);
        let selectors = vec![Selector::All];
        return vec![Rule {
            selectors,
            references,
        }];
    }
    let blocks = sheet.split('}').filter_map(|rule| rule.rsplit_once('{'));
    let rules = blocks.map(|(selectors, block)| Rule {
        selectors: selectors_of(selectors),
        references: references_in_declarations(block),
    });
    rules.filter(|rule| !rule.references.is_empty()).collect()
}

/// Whether a style can be cut at its braces and semicolons: none of them stands in a string, and no
/// rule stands within another, but for those that begin with an `@`.
fn is_plain(text: &str) -> bool {
    // Of each block that is open, whether it begins with an `@`.
    let mut open: Vec<bool> = Vec::new();
    let mut prelude = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' | '\'' => {
                let string: String = letters.by_ref().take_while(|c| *c != letter).collect();
                if string.contains([';', '{', '}', '(', ')']) {
                    return false;
                }
                continue;
            }
            '{' => {
                if open.last() == Some(&false) {
                    return false;
                }
                open.push(prelude.trim_start().starts_with('@'));
            }
            '}' => {
                if open.pop().is_none() {
                    return false;
                }
            }
            ';' => {}
            other => {
                prelude.push(other);
                continue;
            }
        }
        prelude.clear();
    }
    true
}

/// The elements that selectors such as `.a, g > path.b` may hold for.
fn selectors_of(selectors: &str) -> Vec<Selector> {
    // A rule within a block of an `@` has that before it.
    let selectors = selectors.rsplit(['{', ';']).next().unwrap_or(selectors);
    selectors.split(',').map(selector).collect()
}

fn selector(text: &str) -> Selector {
    let combinators = [' ', '>', '+', '~', '\t', '\n', '\r'];
    // Only the last part says which elements are meant; the others would only make them fewer.
    let last = text.trim().rsplit(combinators).next().unwrap_or_default();
    let is_name = |name: &str| {
        let mut letters = name.chars();
        !name.is_empty() && letters.all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    let is_element = |name: &str| name.is_empty() || is_name(name);
    match (last.split_once('.'), last.split_once('#')) {
        (Some((element, class)), None) if is_element(element) && is_name(class) => {
            Selector::Class(class.to_owned())
        }
        (None, Some((element, id))) if is_element(element) && is_name(id) => {
            Selector::Id(id.to_owned())
        }
        (None, None) if is_name(last) => Selector::Element(last.to_owned()),
        _ => Selector::All,
    }
}

/// The ids that an address may mean: as it is written, and with `%61` read as `a`.
fn meanings(address: &str) -> impl Iterator<Item = String> {
    let decoded = percent_decoded(address);
    let other = (decoded != address).then_some(decoded);
    [address.to_owned()].into_iter().chain(other)
}

fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let digits = bytes
            .get(at + 1..at + 3)
            .and_then(|two| str::from_utf8(two).ok());
        let number = digits.and_then(|two| u8::from_str_radix(two, 16).ok());
        match number.filter(|_| *byte == b'%') {
            Some(number) => {
                out.push(number);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once("*/").map_or("", |(_, after)| after));
    }
    out
}

/// Letters that are written as numbers, as letters: `\75 rl(` is `url(` to a browser.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let digits = after
            .chars()
            .take(6)
            .take_while(char::is_ascii_hexdigit)
            .count();
        let (number, behind) = after.split_at(digits);
        match u32::from_str_radix(number, 16)
            .ok()
            .and_then(char::from_u32)
        {
            Some(letter) => {
                out.push(letter);
                rest = behind.strip_prefix(char::is_whitespace).unwrap_or(behind);
            }
            None => rest = after,
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets(name: &str, value: &str) -> Vec<(String, bool)> {
        let found = references_in_attribute(name, value).into_iter();
        found
            .map(|found| (found.target, found.is_inherited))
            .collect()
    }

    fn of(target: &str, is_inherited: bool) -> Vec<(String, bool)> {
        vec![(target.to_owned(), is_inherited)]
    }

    #[test]
    fn every_way_to_write_a_reference_is_found() {
        assert_eq!(targets("href", " #a "), of("a", false));
        for value in [
            "url(#a)",
            "url('#a')",
            "URL( \"#a\" )",
            "\\75 rl(#a) red",
            "u\\rl(#a)",
        ] {
            let value = value.replace("u\\rl", "u\\72l");
            assert_eq!(targets("fill", &value), of("a", true), "{value}");
            assert_eq!(targets("mask", &value), of("a", false), "{value}");
            let style = format!("stroke : {value} ; x: y");
            assert_eq!(targets("style", &style), of("a", true), "{style}");
        }
        assert_eq!(targets("d", "M0 0"), []);
        assert_eq!(targets("fill", "var(--a)"), of(VARIABLE, true));
        let variable = &references_in_attribute("style", "--a: url(#b)")[0];
        assert!(variable.is_variable);
    }

    #[test]
    fn rules_name_the_elements_that_they_may_hold_for() {
        let found = rules(
            "/* .x{fill:url(#no)} */ .a, path.b { fill: url(#c) } .d{fill:red}\
             @media all { .e { mask: url('#f') } } g > path { stroke: url(#g) }\
             #h{fill:url(#%69)} .j:not(.k){fill:url(#l)} .m[d='0.n']{fill:url(#o)}",
        );
        let found: Vec<_> = found
            .into_iter()
            .map(|rule| (rule.selectors, rule.references[0].target.clone()))
            .collect();
        let class = |name: &str| Selector::Class(name.to_owned());
        assert_eq!(
            found,
            [
                (vec![class("a"), class("b")], "c".to_owned()),
                (vec![class("e")], "f".to_owned()),
                (vec![Selector::Element("path".to_owned())], "g".to_owned()),
                (vec![Selector::Id("h".to_owned())], "%69".to_owned()),
                (vec![Selector::All], "l".to_owned()),
                (vec![Selector::All], "o".to_owned()),
            ]
        );
    }

    #[test]
    fn sheets_that_cannot_be_cut_hold_for_all() {
        for sheet in [
            ".b{fill:url(#p);.q{}}",
            ".b{fill:url(#p);--x:\"{\"}",
            "}.b{fill:url(#p)}",
        ] {
            let found = rules(sheet);
            assert_eq!(found.len(), 1, "{sheet}");
            assert_eq!(found[0].selectors, [Selector::All], "{sheet}");
            assert_eq!(found[0].references[0].target, "p", "{sheet}");
        }
        let found = references_in_attribute("style", "fill:url('#a;1')");
        assert_eq!(found[0].target, "a;1");
    }

    #[test]
    fn an_address_is_read_as_it_stands_and_decoded_and_unescaped_once() {
        let both = [("%61".to_owned(), false), ("a".to_owned(), false)];
        assert_eq!(targets("href", "#%61"), both);
        assert_eq!(targets("mask", "url(#%61)"), both);
        assert_eq!(targets("style", r"mask:url(#\5c 61)"), of(r"\61", false));
    }
}
