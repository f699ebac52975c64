//! What machines read on a page: schema.org as JSON-LD.
//!
//! An entry is a type of object, so it is a `DefinedTerm` in the `DefinedTermSet` that its list is,
//! never a thing or a product (<https://schema.org/DefinedTerm>). A data block is not a script: the
//! pages' policy, which allows no inline script, allows it.

use serde_json::{Value, json};

use super::{Link, PictureView};
use crate::catalogue::Target;
use crate::output::OutputPath;
use crate::render::Locale;
use crate::site::Artifact;

/// The JSON-LD of a page, safe inside a `script` element; `None` when there is nothing to say.
pub fn structured_data(
    locale: Locale<'_>,
    path: &OutputPath,
    artifact: &Artifact,
    breadcrumbs: &[Link],
    title: &str,
) -> Option<String> {
    let writer = Writer { locale, path };
    let mut graph: Vec<Value> = match artifact {
        Artifact::Target(_, target) => writer.target(*target).into_iter().collect(),
        Artifact::Home(_) => vec![writer.website()],
        _ => Vec::new(),
    };
    if !breadcrumbs.is_empty() {
        graph.push(writer.breadcrumbs(breadcrumbs, title));
    }
    if graph.is_empty() {
        return None;
    }
    let data = json!({"@context": "https://schema.org", "@graph": graph});
    // A text that holds `</script>` must not end the element.
    Some(data.to_string().replace('<', "\\u003c"))
}

struct Writer<'a> {
    locale: Locale<'a>,
    path: &'a OutputPath,
}

impl Writer<'_> {
    /// The address of a file of the output: absolute when the site's address is known.
    fn address(&self, to: &str) -> String {
        match &self.locale.catalogue.config.base_url {
            Some(base) => format!("{base}{to}"),
            None => OutputPath::link(self.path.as_str(), to).unwrap_or_default(),
        }
    }

    fn target_address(&self, target: Target) -> String {
        self.address(&self.locale.paths().target(self.locale.index, target))
    }

    fn tag(&self, language: crate::config::LanguageIndex) -> &str {
        self.locale.catalogue.language(language).tag.as_str()
    }

    fn publisher(&self) -> Value {
        let publisher = &self.locale.catalogue.config.publisher;
        let mut value = json!({"@type": "Organization", "name": publisher.name});
        if let Some(url) = &publisher.url {
            value["url"] = json!(url);
        }
        value
    }

    fn website(&self) -> Value {
        json!({
            "@type": "WebSite",
            "name": self.locale.site_title(),
            "inLanguage": self.tag(self.locale.index),
            "url": self.address(&self.locale.paths().home(self.locale.index)),
            "publisher": self.publisher(),
        })
    }

    fn target(&self, target: Target) -> Option<Value> {
        match target {
            Target::Entry(index) => self.entry(index),
            Target::List(index) => self.list(index),
            Target::News(index) => self.news(index),
            Target::Page(_) => None,
        }
    }

    fn entry(&self, index: crate::catalogue::EntryIndex) -> Option<Value> {
        let entry = self.locale.catalogue.entry(index);
        let (language, text) = entry.texts.resolve(self.locale.language())?;
        let words = &text.words;
        let pictures = PictureView::all(
            self.locale,
            &entry.facts.pictures,
            &words.pictures,
            language,
        );
        let list = self.target_address(Target::List(index.list));
        let mut value = json!({
            "@type": "DefinedTerm",
            "@id": self.target_address(Target::Entry(index)),
            "name": words.title,
            "alternateName": words.also_called,
            "description": words.summary,
            "termCode": entry.id,
            "inLanguage": self.tag(language),
            "inDefinedTermSet": list,
            "image": pictures.iter().map(|picture| self.image(picture)).collect::<Vec<_>>(),
        });
        if let Some(licence) = &self.locale.catalogue.config.licence {
            value["license"] = json!(licence_address(licence));
        }
        Some(value)
    }

    fn image(&self, picture: &PictureView) -> Value {
        let mut value = json!({
            "@type": "ImageObject",
            "contentUrl": self.address(&picture.path),
            "description": picture.alt,
            "width": picture.width,
            "height": picture.height,
        });
        if let Some(credit) = &picture.credit {
            value["creditText"] = json!(credit);
        }
        if let Some(licence) = &picture.licence {
            value["license"] = json!(licence_address(licence));
        }
        if let Some(smallest) = picture.sizes_of_best().first() {
            value["thumbnailUrl"] = json!(self.address(&smallest.path));
        }
        if picture.holder.is_some() || picture.inventory.is_some() {
            value["about"] = piece(picture);
        }
        value
    }

    fn list(&self, index: crate::catalogue::ListIndex) -> Option<Value> {
        let list = self.locale.catalogue.list(index);
        let (language, text) = list.texts.resolve(self.locale.language())?;
        let entries = self.locale.catalogue.entries_of(index);
        let terms: Vec<Value> = entries
            .map(|entry| json!({"@id": self.target_address(Target::Entry(entry))}))
            .collect();
        Some(json!({
            "@type": "DefinedTermSet",
            "@id": self.target_address(Target::List(index)),
            "name": text.words.title,
            "description": text.words.summary,
            "inLanguage": self.tag(language),
            "dateModified": list.facts.edition.date.to_string(),
            "version": list.facts.edition.name,
            "publisher": self.publisher(),
            "license": licence_address(&list.facts.copyright.licence),
            "hasDefinedTerm": terms,
        }))
    }

    fn news(&self, index: usize) -> Option<Value> {
        let news = &self.locale.catalogue.news[index];
        let (language, text) = news.texts.resolve(self.locale.language())?;
        Some(json!({
            "@type": "NewsArticle",
            "headline": text.words.title,
            "description": text.words.summary,
            "datePublished": news.facts.date.to_string(),
            "inLanguage": self.tag(language),
            "mainEntityOfPage": self.target_address(Target::News(index)),
            "publisher": self.publisher(),
            "author": self.publisher(),
        }))
    }

    fn breadcrumbs(&self, crumbs: &[Link], title: &str) -> Value {
        let mut items: Vec<Value> = crumbs
            .iter()
            .enumerate()
            .map(|(at, crumb)| {
                json!({
                    "@type": "ListItem",
                    "position": at + 1,
                    "name": crumb.title,
                    "item": self.address(&crumb.path),
                })
            })
            .collect();
        items.push(json!({"@type": "ListItem", "position": crumbs.len() + 1, "name": title}));
        json!({"@type": "BreadcrumbList", "itemListElement": items})
    }
}

/// The piece that a picture shows: who holds it, and under which number.
fn piece(picture: &PictureView) -> Value {
    let mut value = json!({"@type": "ArchiveComponent"});
    if let Some(holder) = &picture.holder {
        value["holdingArchive"] = json!({"@type": "ArchiveOrganization", "name": holder});
    }
    if let Some(inventory) = &picture.inventory {
        value["identifier"] = json!(inventory);
    }
    value
}

/// The address of a licence that is known by its SPDX id; other words stay as they are.
fn licence_address(licence: &str) -> String {
    let known = licence.strip_prefix("CC").and_then(|rest| {
        let (kind, version) = rest.trim_start_matches('-').rsplit_once('-')?;
        match kind {
            "0" => Some(format!(
                "https://creativecommons.org/publicdomain/zero/{version}/"
            )),
            kind => Some(format!(
                "https://creativecommons.org/licenses/{}/{version}/",
                kind.to_ascii_lowercase()
            )),
        }
    });
    known.unwrap_or_else(|| licence.to_owned())
}

#[cfg(test)]
mod tests {
    use super::licence_address;

    #[test]
    fn creative_commons_licences_have_addresses() {
        assert_eq!(
            licence_address("CC-BY-SA-4.0"),
            "https://creativecommons.org/licenses/by-sa/4.0/"
        );
        assert_eq!(
            licence_address("CC0-1.0"),
            "https://creativecommons.org/publicdomain/zero/1.0/"
        );
        assert_eq!(
            licence_address("all rights reserved"),
            "all rights reserved"
        );
    }
}
