//! Facts that several kinds of content share: years, measurements, sources.

use crate::content::vocabulary::{TermFacts, TermIndex, TermKind, Vocabulary};
use crate::diagnostic::Code;
use crate::yaml::{Fields, Node, Reader, Value};

/// A range of historic years, both included. BCE is negative and there is no year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The earliest typical year.
    pub from: i32,
    /// The latest typical year.
    pub to: i32,
}

impl Default for Years {
    /// Stands in for years that could not be read.
    fn default() -> Self {
        Self { from: 1, to: 1 }
    }
}

impl Years {
    /// Reads `{from, to}`.
    pub fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.fields_like(node, "{from: -3500, to: -400}")?;
        let from = fields.required("from", reader);
        let from = from.and_then(|node| reader.year(node));
        let to = fields.required("to", reader);
        let to = to.and_then(|node| reader.year(node));
        fields.finish(reader);
        let years = Self {
            from: from?,
            to: to?,
        };
        if years.from > years.to {
            reader.report(
                Code::RangeUpsideDown,
                &node.span,
                format!("the range ends in {}, before it starts in {}", years.to, years.from),
                "Write the earlier year as `from`; years BCE are negative, so -3300 is before -400.",
            );
        }
        Some(years)
    }
}

/// A unit of length or weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Millimetre,
    Centimetre,
    Metre,
    Gram,
    Kilogram,
}

impl Unit {
    const ALL: [(&'static str, Self); 5] = [
        ("mm", Self::Millimetre),
        ("cm", Self::Centimetre),
        ("m", Self::Metre),
        ("g", Self::Gram),
        ("kg", Self::Kilogram),
    ];

    /// The symbol, which is also the key of its message: `unit-cm`.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Millimetre => "mm",
            Self::Centimetre => "cm",
            Self::Metre => "m",
            Self::Gram => "g",
            Self::Kilogram => "kg",
        }
    }

    /// How many centimetres one is; `None` for weights.
    pub fn centimetres(self) -> Option<f64> {
        match self {
            Self::Millimetre => Some(0.1),
            Self::Centimetre => Some(1.0),
            Self::Metre => Some(100.0),
            Self::Gram | Self::Kilogram => None,
        }
    }
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    Height,
    Width,
    Depth,
    Length,
    Diameter,
    Thickness,
    Weight,
}

impl Dimension {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Height,
        Self::Width,
        Self::Length,
        Self::Diameter,
        Self::Depth,
        Self::Thickness,
        Self::Weight,
    ];

    /// The key in YAML and of its message: `dimension-height`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Height => "height",
            Self::Width => "width",
            Self::Depth => "depth",
            Self::Length => "length",
            Self::Diameter => "diameter",
            Self::Thickness => "thickness",
            Self::Weight => "weight",
        }
    }
}

/// A typical range of one dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// What is measured.
    pub dimension: Dimension,
    /// The smallest typical value, in `unit`.
    pub min: f64,
    /// The largest typical value, in `unit`.
    pub max: f64,
    /// The unit of both.
    pub unit: Unit,
}

impl Range {
    /// Smallest and largest value in centimetres; `None` for a weight.
    pub fn centimetres(&self) -> Option<(f64, f64)> {
        let factor = self.unit.centimetres()?;
        Some((self.min * factor, self.max * factor))
    }
}

/// How large the type is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Size {
    /// The measured dimensions, in the order of [`Dimension::ALL`].
    pub ranges: Vec<Range>,
    /// The size class.
    pub class: Option<TermIndex>,
}

impl Size {
    /// Reads the group of dimensions.
    pub fn read(node: &Node, vocabulary: &Vocabulary, reader: &mut Reader<'_>) -> Option<Self> {
        let example = "{height: {min: 2, max: 5, unit: cm}, class: hand}";
        let mut fields = reader.fields_like(node, example)?;
        let mut ranges = Vec::new();
        for dimension in Dimension::ALL {
            if let Some(node) = fields.optional(dimension.name()) {
                ranges.extend(read_range(dimension, node, reader));
            }
        }
        let class_node = fields.optional("class");
        let class =
            class_node.and_then(|node| vocabulary.read_term_ref(TermKind::Size, node, reader));
        fields.finish(reader);
        let size = Self { ranges, class };
        if let Some(node) = class_node {
            size.check_class(node, vocabulary, reader);
        }
        Some(size)
    }

    /// The smallest and the largest typical length of the longest side, in centimetres.
    pub fn longest_side(&self) -> Option<(f64, f64)> {
        self.ranges
            .iter()
            .filter_map(Range::centimetres)
            .max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// A class is right when some typical piece falls into it.
    fn check_class(&self, node: &Node, vocabulary: &Vocabulary, reader: &mut Reader<'_>) {
        let (Some(class), Some((min, max))) = (self.class, self.longest_side()) else {
            return;
        };
        let classes = vocabulary.terms(TermKind::Size);
        let limit = |index: usize| match classes.get(index).map(|term| &term.facts) {
            Some(TermFacts::Size { up_to }) => up_to.unwrap_or(f64::INFINITY),
            _ => f64::INFINITY,
        };
        let index = class.0 as usize;
        let lower = index.checked_sub(1).map_or(0.0, limit);
        if max > lower && min <= limit(index) {
            return;
        }
        let fitting = (0..classes.len()).find(|at| max <= limit(*at));
        let cure = match fitting.and_then(|at| classes.get(at)) {
            Some(term) => format!("Use `{}`, or check the measurements.", term.id),
            None => "Check the measurements.".to_owned(),
        };
        reader.report(
            Code::SizeClassMismatch,
            &node.span,
            format!("pieces of {min} to {max} cm do not belong to this size class"),
            cure,
        );
    }
}

fn read_range(dimension: Dimension, node: &Node, reader: &mut Reader<'_>) -> Option<Range> {
    let mut fields = reader.fields_like(node, "{min: 2, max: 5, unit: cm}")?;
    let min = fields.required("min", reader);
    let min = min.and_then(|node| reader.number(node));
    let max = fields.required("max", reader);
    let max = max.and_then(|node| reader.number(node));
    let unit_node = fields.required("unit", reader);
    let unit = unit_node.and_then(|node| reader.choice(node, &Unit::ALL));
    fields.finish(reader);
    let (min, max, unit) = (min?, max?, unit?);
    let is_weight = unit.centimetres().is_none();
    if is_weight != (dimension == Dimension::Weight) {
        let cure = match dimension {
            Dimension::Weight => "Use g or kg for a weight.",
            _ => "Use mm, cm or m for a length.",
        };
        let span = unit_node.map_or(&node.span, |node| &node.span);
        let message = format!(
            "`{}` does not measure a {}",
            unit.symbol(),
            dimension.name()
        );
        reader.report(Code::BadUnit, span, message, cure);
        return None;
    }
    if min > max || min < 0.0 {
        reader.report(
            Code::RangeUpsideDown,
            &node.span,
            format!("a range cannot go from {min} to {max}"),
            "Write the smaller number as `min`; neither may be negative.",
        );
        return None;
    }
    Some(Range {
        dimension,
        min,
        max,
        unit,
    })
}

/// Where the facts come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sources {
    /// No expert has confirmed them.
    #[default]
    Unverified,
    /// Publications that confirm them.
    Named(Vec<Citation>),
}

/// A publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Its title.
    pub title: String,
    /// Where it can be read.
    pub url: Option<String>,
}

impl Sources {
    /// Reads `unverified` or a list of `{title, url}`.
    pub fn read(node: &Node, reader: &mut Reader<'_>) -> Self {
        if let Value::Scalar { .. } = node.value {
            let _ = reader.choice(node, &[("unverified", ())]);
            return Self::Unverified;
        }
        let items = reader.required_list(node);
        Self::Named(read_citation_items(items, reader))
    }

    /// Reads the required key.
    pub fn required(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Self {
        fields
            .required("sources", reader)
            .map(|node| Self::read(node, reader))
            .unwrap_or_default()
    }
}

/// Reads a list of `{title, url}`; a bare text is a title.
pub fn read_citations(node: &Node, reader: &mut Reader<'_>) -> Vec<Citation> {
    let items = reader.list(node);
    read_citation_items(items, reader)
}

fn read_citation_items(items: &[Node], reader: &mut Reader<'_>) -> Vec<Citation> {
    let mut citations = Vec::new();
    for item in items {
        if let Value::Scalar { .. } = item.value {
            let title = reader.text(item);
            citations.extend(title.map(|title| Citation { title, url: None }));
            continue;
        }
        let Some(mut fields) = reader.fields_like(item, "{title: A catalogue}") else {
            continue;
        };
        let title = fields.required_text("title", reader);
        let url = fields.url("url", reader);
        fields.finish(reader);
        citations.push(Citation { title, url });
    }
    citations
}
