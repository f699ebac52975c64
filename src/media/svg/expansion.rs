//! How much a drawing grows when a browser draws it: an element that is used ten times by one that
//! is used ten times, and so on, is a few lines in the file and a billion shapes on the screen. So
//! is a shape that is painted with a pattern of shapes that are painted with a pattern.

use std::collections::{BTreeSet, HashMap};

use xml::attribute::OwnedAttribute;

use super::style::{Reference, Rule, Selector, VARIABLE, hands_on, references_in_attribute, rules};

/// The most elements that are drawn.
const MOST_ELEMENTS: u64 = 1_000_000;
/// How deep one use may lead to the next.
const MOST_LEVELS: usize = 40;
/// The most references that are followed to find that out.
const MOST_STEPS: u64 = 2_000_000;

/// Elements that are painted with at no cost.
const FREE: [&str; 2] = ["linearGradient", "radialGradient"];

/// All elements of a drawing by number, and which refer to which.
#[derive(Default)]
pub(super) struct Expansion {
    elements: Vec<Element>,
    /// The elements that are open: the name of each, when it has one, and its number.
    open: Vec<(Option<String>, usize)>,
    /// The elements that each id stands for: in a broken drawing there may be several.
    ids: HashMap<String, Vec<usize>>,
    /// The elements that have a class.
    classes: HashMap<String, Vec<usize>>,
    /// The elements of a name.
    names: HashMap<String, Vec<usize>>,
    /// Who refers to what, by number.
    references: Vec<(usize, Reference)>,
    rules: Vec<Rule>,
    /// Whether masks and the like are handed on too.
    hands_on: bool,
}

struct Element {
    parent: Option<usize>,
    /// Where its content ends.
    end: usize,
    is_free: bool,
    /// How many corners it and all before it have: a marker is drawn at each.
    corners: u64,
}

/// The drawing is too much for a browser.
pub(super) struct TooMuch;

impl Expansion {
    /// Notes the start of an element; gives how many are open.
    pub(super) fn start(&mut self, name: &str, attributes: &[OwnedAttribute]) -> usize {
        let number = self.elements.len();
        let mut id = None;
        let mut corners = self.elements.last().map_or(0, |last| last.corners);
        for attribute in attributes {
            let (key, value) = (attribute.name.local_name.as_str(), &attribute.value);
            match key {
                "id" if attribute.name.namespace.is_none() => id = Some(value.clone()),
                "class" => {
                    for class in value.split_whitespace() {
                        let elements = self.classes.entry(class.to_owned()).or_default();
                        elements.push(number);
                    }
                }
                "d" | "points" => corners += self::corners(value),
                _ => {}
            }
            self.hands_on |= hands_on(key, value);
            let found = references_in_attribute(key, value).into_iter();
            self.references
                .extend(found.map(|reference| (number, reference)));
        }
        self.names.entry(name.to_owned()).or_default().push(number);
        self.elements.push(Element {
            parent: self.open.last().map(|(_, parent)| *parent),
            end: number + 1,
            is_free: FREE.contains(&name),
            corners,
        });
        self.open.push((id, number));
        self.open.len()
    }

    /// Notes the end of an element.
    pub(super) fn end(&mut self) {
        let Some((id, start)) = self.open.pop() else {
            return;
        };
        self.elements[start].end = self.elements.len();
        if let Some(id) = id {
            self.ids.entry(id).or_default().push(start);
        }
    }

    /// Notes a style sheet.
    pub(super) fn style(&mut self, sheet: &str) {
        self.hands_on |= hands_on("style", sheet);
        self.rules.extend(rules(sheet));
    }

    /// Whether a browser can draw it.
    pub(super) fn check(mut self) -> Result<(), TooMuch> {
        self.apply_rules()?;
        self.resolve_variables()?;
        if self.hands_on {
            let all = self.references.iter_mut();
            all.for_each(|(_, reference)| reference.is_inherited = true);
        }
        self.references.sort_by_key(|(element, _)| *element);
        let mut counter = Counter {
            drawing: &self,
            known: HashMap::new(),
            steps: 0,
        };
        match counter.count((0, self.elements.len()), 0)? {
            drawn if drawn.painted > MOST_ELEMENTS => Err(TooMuch),
            _ => Ok(()),
        }
    }

    /// Makes references of elements out of those of rules.
    fn apply_rules(&mut self) -> Result<(), TooMuch> {
        for rule in std::mem::take(&mut self.rules) {
            for selector in &rule.selectors {
                for reference in &rule.references {
                    self.apply(selector, reference)?;
                }
            }
        }
        Ok(())
    }

    fn apply(&mut self, selector: &Selector, reference: &Reference) -> Result<(), TooMuch> {
        let elements = match selector {
            Selector::Class(class) => self.classes.get(class).cloned(),
            Selector::Id(id) => self.ids.get(id).cloned(),
            Selector::Element(name) => self.names.get(name).cloned(),
            Selector::All => Some((0..self.elements.len()).collect()),
        };
        // Where all elements have it, none needs to inherit it.
        let is_inherited = reference.is_inherited && *selector != Selector::All;
        for element in elements.unwrap_or_default() {
            let reference = Reference {
                is_inherited,
                ..reference.clone()
            };
            self.references.push((element, reference));
        }
        match self.references.len() as u64 > MOST_STEPS {
            true => Err(TooMuch),
            false => Ok(()),
        }
    }

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

    /// The references of the elements from one number to another.
    fn references(&self, (start, end): (usize, usize)) -> &[(usize, Reference)] {
        let of = |number: usize| {
            self.references
                .partition_point(|(element, _)| *element < number)
        };
        &self.references[of(start)..of(end)]
    }

    fn part(&self, element: usize) -> (usize, usize) {
        (element, self.elements[element].end)
    }

    fn corners(&self, (start, end): (usize, usize)) -> u64 {
        let before = |end: usize| {
            end.checked_sub(1)
                .map_or(0, |last| self.elements[last].corners)
        };
        before(end) - before(start)
    }
}

/// How many corners a text of numbers has at the most: `h1` is one, as is `M1 2`.
fn corners(text: &str) -> u64 {
    let numbers = text.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    numbers.filter(|number| !number.is_empty()).count() as u64
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
    fn count(&mut self, part: (usize, usize), level: usize) -> Result<Drawn, TooMuch> {
        if level > MOST_LEVELS {
            return Err(TooMuch);
        }
        let drawing = self.drawing;
        let own = (part.1 - part.0) as u64;
        let mut drawn = Drawn {
            shapes: own,
            painted: own,
        };
        for (element, reference) in drawing.references(part) {
            let paint = self.count_named(&reference.target, level)?;
            if reference.is_inherited {
                let part = drawing.part(*element);
                let mut times = self.shapes(part, level)?;
                if reference.is_at_corners || reference.is_variable {
                    times = times.saturating_add(drawing.corners(part));
                }
                let paint = paint.painted.saturating_mul(times);
                drawn.painted = drawn.painted.saturating_add(paint);
            } else {
                drawn.shapes = drawn.shapes.saturating_add(paint.shapes);
                drawn.painted = drawn.painted.saturating_add(paint.painted);
            }
        }
        Ok(drawn)
    }

    /// How many shapes stand in a part or are used by it, whatever they are painted with.
    fn shapes(&mut self, part: (usize, usize), level: usize) -> Result<u64, TooMuch> {
        let mut shapes = (part.1 - part.0) as u64;
        for (_, reference) in self.drawing.references(part) {
            if !reference.is_inherited {
                let used = self.count_named(&reference.target, level)?;
                shapes = shapes.saturating_add(used.shapes);
            }
        }
        Ok(shapes)
    }

    fn count_named(&mut self, id: &'a str, level: usize) -> Result<Drawn, TooMuch> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return Err(TooMuch);
        }
        if let Some(known) = self.known.get(id) {
            return Ok(known.unwrap_or_default());
        }
        let drawing = self.drawing;
        let elements = drawing.ids.get(id).map_or(&[][..], Vec::as_slice);
        self.known.insert(id, None);
        let mut all = Drawn::default();
        for element in elements {
            if drawing.elements[*element].is_free {
                continue;
            }
            let part = self.count(drawing.part(*element), level + 1)?;
            let from_above = self.inherited(*element, part.shapes, level + 1)?;
            all.shapes = all.shapes.saturating_add(part.shapes);
            let painted = part.painted.saturating_add(from_above);
            all.painted = all.painted.saturating_add(painted);
        }
        self.known.insert(id, Some(all));
        Ok(all)
    }

    /// What the shapes of a part are painted with because of what it stands in.
    fn inherited(&mut self, element: usize, shapes: u64, level: usize) -> Result<u64, TooMuch> {
        let drawing = self.drawing;
        let mut painted = 0_u64;
        let mut above = drawing.elements[element].parent;
        while let Some(parent) = above {
            for (_, reference) in drawing.references((parent, parent + 1)) {
                if reference.is_inherited {
                    let paint = self.count_named(&reference.target, level)?;
                    painted = painted.saturating_add(paint.painted.saturating_mul(shapes));
                }
            }
            above = drawing.elements[parent].parent;
        }
        Ok(painted)
    }
}
