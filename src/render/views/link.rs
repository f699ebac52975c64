//! Links to pages, titled in the language that their reader gets.

use super::{Link, foreign};
use crate::catalogue::Target;
use crate::config::LanguageIndex;
use crate::render::Locale;
use crate::site::{Artifact, Combination};

/// A link to the page of a thing, titled in the language that its reader gets.
pub fn target_link(locale: Locale<'_>, target: Target) -> Option<Link> {
    let (language, title) = target_title(locale, target)?;
    let (lang, dir) = foreign(locale, language);
    Some(Link {
        title: title.to_owned(),
        path: locale.paths().target(locale.index, target),
        lang,
        dir,
    })
}

/// The title of a thing, and the language that it is in.
pub(super) fn target_title<'a>(
    locale: Locale<'a>,
    target: Target,
) -> Option<(LanguageIndex, &'a str)> {
    let language = locale.language();
    let catalogue = locale.catalogue;
    match target {
        Target::List(list) => {
            let found = catalogue.list(list).texts.resolve(language)?;
            Some((found.0, &found.1.words.title))
        }
        Target::Entry(entry) => {
            let found = catalogue.entry(entry).texts.resolve(language)?;
            Some((found.0, &found.1.words.title))
        }
        Target::Page(page) => {
            let found = catalogue.pages[page].texts.resolve(language)?;
            Some((found.0, &found.1.words.title))
        }
        Target::News(news) => {
            let found = catalogue.news[news].texts.resolve(language)?;
            Some((found.0, &found.1.words.title))
        }
    }
}

/// The way from the home page to this one.
pub(super) fn breadcrumbs(locale: Locale<'_>, artifact: &Artifact) -> Vec<Link> {
    let paths = locale.paths();
    if artifact.language().is_none() || matches!(artifact, Artifact::Home(_)) {
        return Vec::new();
    }
    let mut crumbs = vec![Link::new(locale.words("home"), paths.home(locale.index))];
    match artifact {
        Artifact::Target(_, Target::Entry(entry)) => {
            crumbs.extend(target_link(locale, Target::List(entry.list)));
        }
        Artifact::Paper(_, _, list) => crumbs.extend(target_link(locale, Target::List(*list))),
        Artifact::Target(_, Target::News(_)) => {
            crumbs.push(Link::new(
                locale.words("news"),
                paths.news_index(locale.index),
            ));
        }
        Artifact::Identify(_, choices) if *choices != Combination::default() => {
            let start = paths.identify(locale.index, Combination::default());
            crumbs.push(Link::new(locale.words("identify"), start));
        }
        Artifact::Term(_, kind, term) => {
            let title = locale.words(&format!("terms-{}", kind.name()));
            crumbs.push(Link::new(title, paths.terms(locale.index, *kind)));
            let wider = locale
                .catalogue
                .vocabulary
                .with_broader(*kind, *term)
                .skip(1);
            let mut wider: Vec<_> = wider.collect();
            wider.reverse();
            crumbs.extend(wider.into_iter().map(|term| {
                Link::new(
                    locale.label(*kind, term),
                    paths.term(locale.index, *kind, term),
                )
            }));
        }
        _ => {}
    }
    crumbs
}

/// The list that this page belongs to.
pub(super) fn list_link(locale: Locale<'_>, artifact: &Artifact) -> Option<Link> {
    match artifact {
        Artifact::Target(_, Target::Entry(entry)) => target_link(locale, Target::List(entry.list)),
        Artifact::Target(_, Target::List(list)) | Artifact::Paper(_, _, list) => {
            target_link(locale, Target::List(*list))
        }
        _ => None,
    }
}
