//! How much a drawing grows when a browser draws it: an element that is used ten times by one that
//! is used ten times, and so on, is a few lines in the file and a billion shapes on the screen. So
//! is a shape that is painted with a pattern of shapes that are painted with a pattern.

use std::collections::{BTreeSet, HashMap};

use xml::attribute::OwnedAttribute;

use super::style::{Reference, Rule, VARIABLE, references_in_attribute, rules};

/// The most elements that are drawn.
const MOST_ELEMENTS: u64 = 500_000;
/// How deep one use may lead to the next.
const MOST_LEVELS: usize = 40;
/// The most references that are followed to find that out.
const MOST_STEPS: u64 = 2_000_000;

/// All elements of a drawing by number, and which refer to which.
#[derive(Default)]
pub(super) struct Expansion {
    /// Where each element's content ends, by the number of the element.
    ends: Vec<usize>,
    /// The elements that are open: the name of each, when it has one, and its number.
    open: Vec<(Option<String>, usize)>,
    /// The elements that each name stands for.
    named: HashMap<String, (usize, usize)>,
    /// The elements that have a class.
    classes: HashMap<String, Vec<usize>>,
    /// Who refers to what, by number.
    references: Vec<(usize, Reference)>,
    rules: Vec<Rule>,
}

/// The drawing is too much for a browser.
pub(super) struct TooMuch;

impl Expansion {
    /// Notes the start of an element; gives how many are open.
    pub(super) fn start(&mut self, attributes: &[OwnedAttribute]) -> usize {
        let number = self.ends.len();
        let mut name = None;
        for attribute in attributes {
            let (key, value) = (attribute.name.local_name.as_str(), &attribute.value);
            match key {
                "id" => name = Some(value.clone()),
                "class" => {
                    for class in value.split_whitespace() {
                        let elements = self.classes.entry(class.to_owned()).or_default();
                        elements.push(number);
                    }
                }
                _ => {}
            }
            let found = references_in_attribute(key, value).into_iter();
            self.references
                .extend(found.map(|reference| (number, reference)));
        }
        self.open.push((name, number));
        self.ends.push(number + 1);
        self.open.len()
    }

    /// Notes the end of an element.
    pub(super) fn end(&mut self) {
        let Some((name, start)) = self.open.pop() else {
            return;
        };
        let end = self.ends.len();
        self.ends[start] = end;
        if let Some(name) = name {
            self.named.entry(name).or_insert((start, end));
        }
    }

    /// Notes a style sheet.
    pub(super) fn style(&mut self, sheet: &str) {
        self.rules.extend(rules(sheet));
    }

    /// Whether a browser can draw it.
    pub(super) fn check(mut self) -> Result<(), TooMuch> {
        self.apply_rules()?;
        self.resolve_variables()?;
        self.references.sort_by_key(|(element, _)| *element);
        let mut counter = Counter {
            drawing: &self,
            known: HashMap::new(),
            steps: 0,
        };
        match counter.count((0, self.ends.len()), 0)? {
            drawn if drawn.painted > MOST_ELEMENTS => Err(TooMuch),
            _ => Ok(()),
        }
    }

    /// Makes references of elements out of those of rules.
    fn apply_rules(&mut self) -> Result<(), TooMuch> {
        for rule in std::mem::take(&mut self.rules) {
            let elements: Vec<usize> = match &rule.classes {
                Some(classes) => {
                    let classes = classes.iter().filter_map(|class| self.classes.get(class));
                    classes.flatten().copied().collect()
                }
                None => (0..self.ends.len()).collect(),
            };
            for reference in &rule.references {
                let found = elements.iter().map(|element| (*element, reference.clone()));
                self.references.extend(found);
                if self.references.len() as u64 > MOST_STEPS {
                    return Err(TooMuch);
                }
            }
        }
        Ok(())
    }
}

impl Expansion {
    /// Whoever uses a variable may mean any of them.
    fn resolve_variables(&mut self) -> Result<(), TooMuch> {
        let is_value =
            |reference: &Reference| reference.is_variable && reference.target != VARIABLE;
        let values = self.references.iter().map(|(_, reference)| reference);
        let values: BTreeSet<String> = values
            .filter(|reference| is_value(reference))
            .map(|reference| reference.target.clone())
            .collect();
        let users = self.references.iter();
        let users: Vec<(usize, Reference)> = users
            .filter(|(_, reference)| reference.target == VARIABLE)
            .cloned()
            .collect();
        if (users.len() as u64).saturating_mul(values.len() as u64) > MOST_STEPS {
            return Err(TooMuch);
        }
        for (element, user) in users {
            let meant = values.iter().map(|target| Reference {
                target: target.clone(),
                ..user.clone()
            });
            self.references.extend(meant.map(|meant| (element, meant)));
        }
        Ok(())
    }
}

/// How many elements a part of the drawing becomes.
#[derive(Clone, Copy, Default)]
struct Drawn {
    /// What stands in it and what it uses.
    shapes: u64,
    /// That, and what all of it is painted with.
    painted: u64,
}

struct Counter<'a> {
    drawing: &'a Expansion,
    /// What was counted; `None` while it is being counted, because it refers to itself.
    known: HashMap<&'a str, Option<Drawn>>,
    steps: u64,
}

impl<'a> Counter<'a> {
    fn count(&mut self, (start, end): (usize, usize), level: usize) -> Result<Drawn, TooMuch> {
        if level > MOST_LEVELS {
            return Err(TooMuch);
        }
        let drawing = self.drawing;
        let mut drawn = Drawn {
            shapes: (end - start) as u64,
            painted: (end - start) as u64,
        };
        for (element, reference) in drawing.references(start, end) {
            self.step()?;
            let part = self.count_named(&reference.target, level)?;
            if reference.is_inherited {
                let within = self.shapes((*element, drawing.ends[*element]), level)?;
                let paint = part.painted.saturating_mul(within);
                drawn.painted = drawn.painted.saturating_add(paint);
            } else {
                drawn.shapes = drawn.shapes.saturating_add(part.shapes);
                drawn.painted = drawn.painted.saturating_add(part.painted);
            }
        }
        Ok(drawn)
    }

    /// How many shapes stand in a part or are used by it, whatever they are painted with.
    fn shapes(&mut self, (start, end): (usize, usize), level: usize) -> Result<u64, TooMuch> {
        let mut shapes = (end - start) as u64;
        for (_, reference) in self.drawing.references(start, end) {
            self.step()?;
            if !reference.is_inherited {
                let part = self.count_named(&reference.target, level)?;
                shapes = shapes.saturating_add(part.shapes);
            }
        }
        Ok(shapes)
    }

    fn count_named(&mut self, name: &'a str, level: usize) -> Result<Drawn, TooMuch> {
        if let Some(known) = self.known.get(name) {
            return Ok(known.unwrap_or_default());
        }
        let Some(part) = self.drawing.named.get(name) else {
            return Ok(Drawn::default());
        };
        self.known.insert(name, None);
        let drawn = self.count(*part, level + 1)?;
        self.known.insert(name, Some(drawn));
        Ok(drawn)
    }

    fn step(&mut self) -> Result<(), TooMuch> {
        self.steps += 1;
        match self.steps > MOST_STEPS {
            true => Err(TooMuch),
            false => Ok(()),
        }
    }
}

impl Expansion {
    /// The references of the elements from one number to another.
    fn references(&self, start: usize, end: usize) -> &[(usize, Reference)] {
        let of = |number: usize| {
            self.references
                .partition_point(|(element, _)| *element < number)
        };
        &self.references[of(start)..of(end)]
    }
}
