//! For search engines: all pages with their translations, and what robots may read. Both need the
//! site's address.

use std::fmt::Write;

use crate::catalogue::Catalogue;
use crate::config::LanguageIndex;
use crate::render::views::translations;
use crate::site::{Artifact, Paths, Plan};

/// `sitemap.xml`: every page that is in its own language, with its translations.
pub fn sitemap(catalogue: &Catalogue, plan: &Plan) -> String {
    let base = catalogue.config.base_url.as_deref().unwrap_or_default();
    let paths = Paths::new(catalogue);
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for (path, artifact) in plan.iter() {
        let is_chooser = *artifact == Artifact::Chooser;
        let Some(language) = artifact
            .language()
            .or(is_chooser.then_some(catalogue.config.first_language()))
        else {
            continue;
        };
        let translated = translations(catalogue, artifact);
        if !artifact.is_page() || (!is_chooser && !translated.contains(&language)) {
            continue;
        }
        // Writing into a string never fails.
        let _ = writeln!(out, "<url><loc>{base}{path}</loc>");
        for (tag, other) in hreflang(catalogue, &translated) {
            let twin = artifact.in_language(other);
            if let Some(twin) = twin.and_then(|twin| twin.page_path(paths)) {
                let _ = writeln!(
                    out,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{base}{twin}\"/>"
                );
            }
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

/// The translations of a page, and the one for readers of no listed language.
fn hreflang<'a>(
    catalogue: &'a Catalogue,
    translated: &'a [LanguageIndex],
) -> impl Iterator<Item = (&'a str, LanguageIndex)> {
    let several = translated.len() > 1;
    let tags = translated
        .iter()
        .map(|index| (catalogue.language(*index).tag.as_str(), *index));
    tags.chain(std::iter::once((
        "x-default",
        catalogue.config.first_language(),
    )))
    .filter(move |_| several)
}

/// `robots.txt`: everything may be read.
pub fn robots(catalogue: &Catalogue) -> String {
    let base = catalogue.config.base_url.as_deref().unwrap_or_default();
    format!("User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n")
}
