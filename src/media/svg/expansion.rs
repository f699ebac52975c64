//! How much a drawing grows when a browser draws it: an element that is used ten times by one that
//! is used ten times, and so on, is a few lines in the file and a billion shapes on the screen.

use std::collections::HashMap;

use xml::attribute::OwnedAttribute;

/// The most elements that are drawn.
const MOST_ELEMENTS: u64 = 500_000;
/// How deep one use may lead to the next.
const MOST_LEVELS: usize = 40;
/// The most references that are followed to find that out.
const MOST_STEPS: u64 = 2_000_000;

/// All elements of a drawing by number, and which refer to which.
#[derive(Default)]
pub(super) struct Expansion {
    elements: usize,
    /// The elements that are open: the name of each, when it has one, and its number.
    open: Vec<(Option<String>, usize)>,
    /// The elements that each name stands for.
    named: HashMap<String, (usize, usize)>,
    /// Who refers to which name, by number.
    references: Vec<(usize, String)>,
}

/// The drawing is too much for a browser.
pub(super) struct TooMuch;

impl Expansion {
    /// Notes the start of an element; gives how many are open.
    pub(super) fn start(&mut self, attributes: &[OwnedAttribute]) -> usize {
        let mut name = None;
        for attribute in attributes {
            if attribute.name.local_name == "id" {
                name = Some(attribute.value.clone());
            }
            if let Some(target) = target(attribute) {
                self.references.push((self.elements, target.to_owned()));
            }
        }
        self.open.push((name, self.elements));
        self.elements += 1;
        self.open.len()
    }

    /// Notes the end of an element.
    pub(super) fn end(&mut self) {
        if let Some((Some(name), start)) = self.open.pop() {
            self.named.entry(name).or_insert((start, self.elements));
        }
    }

    /// Whether a browser can draw it.
    pub(super) fn check(&self) -> Result<(), TooMuch> {
        let mut counter = Counter {
            drawing: self,
            known: HashMap::new(),
            steps: 0,
        };
        match counter.count((0, self.elements), 0)? {
            count if count > MOST_ELEMENTS => Err(TooMuch),
            _ => Ok(()),
        }
    }
}

/// The name that an attribute refers to.
fn target(attribute: &OwnedAttribute) -> Option<&str> {
    let value = attribute.value.trim();
    if attribute.name.local_name == "href" {
        return value.strip_prefix('#');
    }
    let (_, rest) = value.split_once("url(#")?;
    rest.split_once(')').map(|(name, _)| name)
}

struct Counter<'a> {
    drawing: &'a Expansion,
    /// What was counted; `None` while it is being counted, because it refers to itself.
    known: HashMap<&'a str, Option<u64>>,
    steps: u64,
}

impl<'a> Counter<'a> {
    /// How many elements a part of the drawing becomes.
    fn count(&mut self, (start, end): (usize, usize), level: usize) -> Result<u64, TooMuch> {
        if level > MOST_LEVELS {
            return Err(TooMuch);
        }
        let references = &self.drawing.references;
        let first = references.partition_point(|(element, _)| *element < start);
        let mut count = (end - start) as u64;
        let inside = references[first..]
            .iter()
            .take_while(|(element, _)| *element < end);
        for (_, name) in inside {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                return Err(TooMuch);
            }
            count = count.saturating_add(self.count_named(name, level)?);
        }
        Ok(count)
    }

    fn count_named(&mut self, name: &'a str, level: usize) -> Result<u64, TooMuch> {
        if let Some(known) = self.known.get(name) {
            return Ok(known.unwrap_or(0));
        }
        let Some(part) = self.drawing.named.get(name) else {
            return Ok(0);
        };
        self.known.insert(name, None);
        let count = self.count(*part, level + 1)?;
        self.known.insert(name, Some(count));
        Ok(count)
    }
}
