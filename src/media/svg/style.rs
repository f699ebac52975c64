//! What the styles of a drawing refer to, as far as it matters for how much a browser has to draw
//! (CSS Syntax 3; SVG 2, 6.2 and 13).

/// A part of the drawing that a style paints with or cuts out by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The id of the part, or [`VARIABLE`].
    pub target: String,
    /// Whether it is the value of a variable, and so may be used in any other place.
    pub is_variable: bool,
    /// Whether what stands within the element is painted with it too.
    pub is_inherited: bool,
}

/// Stands for what any variable refers to: `fill: var(--pattern)`.
pub(super) const VARIABLE: &str = "var(";

/// Properties that hold for their element alone. All others may be inherited.
const OWN: [&str; 4] = ["clip-path", "mask", "filter", "href"];

/// The references in an attribute.
pub(super) fn references_in_attribute(name: &str, value: &str) -> Vec<Reference> {
    match name {
        "href" => {
            let target = value.trim().strip_prefix('#').map(|target| Reference {
                target: target.to_owned(),
                is_variable: false,
                is_inherited: false,
            });
            target.into_iter().collect()
        }
        "style" => references_in_declarations(value),
        _ if value.contains('(') => references_in_value(name, &unescaped(value)),
        _ => Vec::new(),
    }
}

/// The references in `fill: url(#a); mask: url(#b)`.
fn references_in_declarations(text: &str) -> Vec<Reference> {
    let text = unescaped(text);
    let declarations = text.split(';').filter_map(|part| part.split_once(':'));
    declarations
        .flat_map(|(name, value)| references_in_value(name.trim(), value))
        .collect()
}

fn references_in_value(name: &str, value: &str) -> Vec<Reference> {
    let name = name.to_ascii_lowercase();
    let lower = value.to_ascii_lowercase();
    let starts = lower
        .match_indices("url(")
        .map(|(at, found)| at + found.len());
    let quotes = ['"', '\'', ' ', '\t', '\n', '\r'];
    let targets = starts.filter_map(|start| {
        let address = value.get(start..)?.split(')').next()?;
        address.trim_matches(quotes).strip_prefix('#')
    });
    let variable = lower.contains(VARIABLE).then_some(VARIABLE);
    targets
        .chain(variable)
        .map(|target| Reference {
            target: target.to_owned(),
            is_variable: name.starts_with("--"),
            is_inherited: !OWN.contains(&name.as_str()),
        })
        .collect()
}

/// A rule of a style sheet that refers to parts of the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// The classes that an element must have one of; `None` when it holds for others too.
    pub classes: Option<Vec<String>>,
    /// What it refers to.
    pub references: Vec<Reference>,
}

/// The rules of a style sheet that refer to something.
pub(super) fn rules(sheet: &str) -> Vec<Rule> {
    let sheet = without_comments(sheet);
    let blocks = sheet.split('}').filter_map(|rule| rule.rsplit_once('{'));
    let rules = blocks.map(|(selectors, block)| Rule {
        classes: classes(selectors),
        references: references_in_declarations(block),
    });
    rules.filter(|rule| !rule.references.is_empty()).collect()
}

/// The classes of selectors such as `.a, path.b`; `None` when one of them names no class.
fn classes(selectors: &str) -> Option<Vec<String>> {
    let ends = |c: char| !(c.is_alphanumeric() || c == '-' || c == '_');
    // The last part says which elements it holds for; a rule within another has the other's
    // selectors before it.
    let selectors = selectors.rsplit(['{', ';']).next().unwrap_or(selectors);
    let each = selectors.split(',').map(|selector| {
        let (_, class) = selector.trim().rsplit_once('.')?;
        let name: String = class.split(ends).next()?.to_owned();
        (!name.is_empty() && !class.contains([' ', '>', '+', '~', '\\'])).then_some(name)
    });
    each.collect()
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
fn unescaped(text: &str) -> String {
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
    fn rules_name_the_classes_that_they_hold_for() {
        let found = rules(
            "/* .x{fill:url(#no)} */ .a, path.b { fill: url(#c) } .d{fill:red}\
             @media all { .e { mask: url('#f') } } g path { stroke: url(#g) }",
        );
        let found: Vec<_> = found
            .into_iter()
            .map(|rule| (rule.classes, rule.references[0].target.clone()))
            .collect();
        let classes = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
        assert_eq!(
            found,
            [
                (classes(&["a", "b"]), "c".to_owned()),
                (classes(&["e"]), "f".to_owned()),
                (None, "g".to_owned()),
            ]
        );
    }
}
