//! The news of a language as an Atom feed (RFC 4287).
//!
//! Times come from the content, so that two builds are the same. Without `base_url` the links are
//! relative and the ids are names (RFC 4151 tags need a domain that a stick does not have).

use xml::writer::{EmitterConfig, EventWriter, XmlEvent};

use crate::date::Date;
use crate::output::OutputPath;
use crate::render::Locale;

type Out = EventWriter<Vec<u8>>;
type Written = Result<(), xml::writer::Error>;

/// The feed that stands at `path`.
pub fn feed(locale: Locale<'_>, path: &OutputPath) -> String {
    let mut out = EmitterConfig::new()
        .perform_indent(true)
        .create_writer(Vec::new());
    // Writing to memory never fails, and the events are well-nested.
    let _ = write_feed(&mut out, locale, path);
    let mut text = String::from_utf8_lossy(&out.into_inner()).into_owned();
    text.push('\n');
    text
}

fn write_feed(out: &mut Out, locale: Locale<'_>, path: &OutputPath) -> Written {
    let config = &locale.catalogue.config;
    let tag = locale.language().tag.as_str();
    let address = |to: &str| match (&config.base_url, OutputPath::new(to)) {
        (Some(base), _) => format!("{base}{to}"),
        (None, Ok(to)) => to.relative_to(path),
        (None, Err(_)) => to.to_owned(),
    };
    out.write(
        XmlEvent::start_element("feed")
            .default_ns("http://www.w3.org/2005/Atom")
            .attr("xml:lang", tag),
    )?;
    element(out, "title", &locale.site_title())?;
    element(out, "id", &id(locale, path.as_str()))?;
    link(out, "self", &address(path.as_str()))?;
    link(
        out,
        "alternate",
        &address(&locale.paths().news_index(locale.index)),
    )?;
    let updated = locale.catalogue.news.first().map(|news| news.facts.date);
    element(
        out,
        "updated",
        &timestamp(updated.unwrap_or(config.edition.date)),
    )?;
    out.write(XmlEvent::start_element("author"))?;
    element(out, "name", &config.publisher.name)?;
    out.write(XmlEvent::end_element())?;
    for (index, news) in locale.catalogue.news.iter().enumerate() {
        // A feed holds what is in its own language, so that nobody gets a piece twice.
        let Some(text) = news.texts.get(locale.index) else {
            continue;
        };
        let page = locale.paths().news(locale.index, index);
        out.write(XmlEvent::start_element("entry"))?;
        element(out, "title", &text.words.title)?;
        element(out, "id", &id(locale, &page))?;
        link(out, "alternate", &address(&page))?;
        element(out, "updated", &timestamp(news.facts.date))?;
        element(
            out,
            "summary",
            text.words.summary.as_deref().unwrap_or_default(),
        )?;
        out.write(XmlEvent::end_element())?;
    }
    out.write(XmlEvent::end_element())
}

fn id(locale: Locale<'_>, path: &str) -> String {
    match &locale.catalogue.config.base_url {
        Some(base) => format!("{base}{path}"),
        None => format!("urn:redlist:{}", path.replace('/', ":")),
    }
}

/// The start of a day, or of the first day of a month or year that is known no better.
fn timestamp(date: Date) -> String {
    let (month, day) = (date.month.unwrap_or(1), date.day.unwrap_or(1));
    format!("{:04}-{month:02}-{day:02}T00:00:00Z", date.year)
}

fn element(out: &mut Out, name: &str, text: &str) -> Written {
    out.write(XmlEvent::start_element(name))?;
    out.write(XmlEvent::characters(text))?;
    out.write(XmlEvent::end_element())
}

fn link(out: &mut Out, rel: &str, href: &str) -> Written {
    out.write(
        XmlEvent::start_element("link")
            .attr("rel", rel)
            .attr("href", href),
    )?;
    out.write(XmlEvent::end_element())
}
