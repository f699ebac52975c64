//! `pictures` in `redlist.yaml`: in which sizes and formats readers get them.

use std::ops::RangeInclusive;

use crate::diagnostic::Code;
use crate::media::Settings;
use crate::yaml::{Node, Reader};

/// The most widths that a picture may come in.
const MOST_WIDTHS: usize = 8;
/// The narrowest and the widest, in pixels.
const WIDTHS: RangeInclusive<u32> = 16..=4096;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Webp,
    Jpeg,
}

/// Reads `{widths, formats, quality}`. What is wrong or left out stays as it is by default.
pub(super) fn read(node: &Node, reader: &mut Reader<'_>) -> Settings {
    let mut settings = Settings::default();
    let Some(mut fields) = reader.fields_like(node, "{widths: [320, 640, 1280]}") else {
        return settings;
    };
    if let Some(node) = fields.optional("widths")
        && let Some(widths) = read_widths(node, reader)
    {
        settings.widths = widths;
    }
    if let Some(node) = fields.optional("formats") {
        let items = reader.required_list(node);
        let choices = [("webp", Choice::Webp), ("jpeg", Choice::Jpeg)];
        let formats: Vec<Choice> = items
            .iter()
            .filter_map(|item| reader.choice(item, &choices))
            .collect();
        if !formats.is_empty() {
            settings.webp = formats.contains(&Choice::Webp);
            settings.jpeg = formats.contains(&Choice::Jpeg);
        }
    }
    if let Some(mut quality) = fields
        .optional("quality")
        .and_then(|node| reader.fields_like(node, "{webp: 78, jpeg: 80}"))
    {
        for (name, value) in [
            ("webp", &mut settings.webp_quality),
            ("jpeg", &mut settings.jpeg_quality),
        ] {
            let read = quality.optional(name);
            let read = read.and_then(|node| read_quality(node, reader));
            *value = read.unwrap_or(*value);
        }
        quality.finish(reader);
    }
    fields.finish(reader);
    settings
}

/// Reads the widths, in rising order.
fn read_widths(node: &Node, reader: &mut Reader<'_>) -> Option<Vec<u32>> {
    let items = reader.required_list(node);
    if items.len() > MOST_WIDTHS {
        let message = format!("{} widths are more than anyone needs", items.len());
        let cure = format!("Keep up to {MOST_WIDTHS}; 320, 640 and 1280 serve most screens.");
        reader.report(Code::WrongValue, &node.span, message, cure);
        return None;
    }
    let mut widths = Vec::new();
    for item in items {
        let width = reader.integer(item)?;
        match u32::try_from(width).ok().filter(|at| WIDTHS.contains(at)) {
            Some(width) => widths.push(width),
            None => {
                let message = format!("a picture cannot be {width} pixels wide");
                let (least, most) = (WIDTHS.start(), WIDTHS.end());
                let cure = format!("Write a width from {least} to {most}.");
                reader.report(Code::WrongValue, &item.span, message, cure);
                return None;
            }
        }
    }
    widths.sort_unstable();
    widths.dedup();
    (!widths.is_empty()).then_some(widths)
}

fn read_quality(node: &Node, reader: &mut Reader<'_>) -> Option<u8> {
    let number = reader.integer(node)?;
    let quality = u8::try_from(number).ok().filter(|n| (1..=100).contains(n));
    if quality.is_none() {
        let message = format!("{number} is no quality");
        let cure = "Write a number from 1, small and poor, to 100, large and exact.";
        reader.report(Code::WrongValue, &node.span, message, cure);
    }
    quality
}
