//! The state of a preview: the site as it was read, and what is made of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::diagnostic::{Diagnostics, SourcePath};
use crate::load::{Problems, Seen, Units, Version};
use crate::pictures::{Cache, Kept};
use crate::render;
use crate::site::{Plan, unused};
use crate::source::SiteFolder;
use crate::theme::{TemplateSize, Theme};

use super::snapshot::{Made, Snapshot};

/// A site that is being written.
pub struct Session {
    site: SiteFolder,
    drafts: bool,
    /// `None` until `redlist.yaml` can be read for the first time.
    units: Option<Units>,
    /// Why there is no site to speak of.
    unread: Diagnostics,
    /// Whether changes were met that could not be taken in, so that everything must be read.
    must_read_all: bool,
    /// Whether messages or settings changed since the engine was made.
    old_engine: bool,
    made: Option<Made>,
    /// The pictures that were made so far.
    pictures: Arc<Kept>,
    theme_found: Arc<Diagnostics>,
    plan_found: Arc<Diagnostics>,
    number: u64,
    snapshot: Arc<Snapshot>,
}

/// What came of a look at some files.
pub struct Looked {
    /// The site as it is now.
    pub snapshot: Arc<Snapshot>,
    /// What may have been read while it was being written, to be looked at once more.
    pub doubtful: BTreeSet<String>,
}

impl Session {
    /// Reads a site for the first time.
    pub fn open(site: SiteFolder, drafts: bool) -> Self {
        let mut session = Self {
            snapshot: Arc::new(Snapshot::empty(site.clone())),
            site,
            drafts,
            units: None,
            unread: Diagnostics::new(),
            must_read_all: false,
            old_engine: false,
            made: None,
            pictures: Arc::new(Kept::new(Cache::of_user())),
            theme_found: Arc::default(),
            plan_found: Arc::default(),
            number: 0,
        };
        session.read_all();
        session.publish();
        session
    }

    /// The site as it was found at the last look.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot)
    }

    /// Looks again at files and folders, given as paths from the site's root; an empty path stands
    /// for all of them. With `last`, what is found is believed, even when it looks like a file
    /// that is only half written.
    pub fn look_again(&mut self, paths: &BTreeSet<String>, last: bool) -> Looked {
        let (theme, rest): (BTreeSet<_>, BTreeSet<_>) = paths
            .iter()
            .cloned()
            .partition(|path| is_in(path, "themes"));
        let mut doubtful = BTreeSet::new();
        let seen = match &mut self.units {
            _ if paths.contains("") || self.must_read_all => None,
            Some(_) if rest.is_empty() => Some(Seen::default()),
            Some(units) => units.look_again(&rest, last),
            None => None,
        };
        match seen {
            Some(mut seen) => {
                doubtful.append(&mut seen.doubtful);
                let again = self.make(&mut seen, !theme.is_empty(), last);
                doubtful.extend(again.then(|| "themes".to_owned()));
            }
            None => doubtful.extend(self.read_all_unless_doubtful(last)),
        }
        self.publish();
        Looked {
            snapshot: self.snapshot(),
            doubtful,
        }
    }

    /// Reads everything, unless that would lose the site to a file that is just being written.
    fn read_all_unless_doubtful(&mut self, last: bool) -> Option<String> {
        match Units::read(&self.site, self.drafts) {
            Err(found) => {
                self.must_read_all = true;
                if self.units.is_some() && !last {
                    return Some(String::new());
                }
                self.unread = found;
            }
            Ok(mut units) => {
                let before = self.units.as_ref().map_or(0, Units::amount);
                if units.amount() < before && !last {
                    self.must_read_all = true;
                    return Some(String::new());
                }
                if let Some(old) = self.units.take() {
                    units.keep_good_of(old);
                }
                self.units = Some(units);
                self.unread = Diagnostics::new();
                self.must_read_all = false;
                self.make_all();
            }
        }
        None
    }

    fn read_all(&mut self) {
        self.read_all_unless_doubtful(true);
    }

    fn make_all(&mut self) {
        self.make(&mut Seen::everything(), true, true);
    }

    /// Makes what has to be made anew. Whether the theme may be half written.
    fn make(&mut self, seen: &mut Seen, new_theme: bool, last: bool) -> bool {
        let Some(units) = &self.units else {
            return false;
        };
        let old = self.made.as_ref();
        let same_content = old.filter(|_| seen.is_empty());
        let catalogue = match (same_content, seen.newest.take()) {
            (Some(made), _) => Arc::clone(&made.catalogue),
            _ if units.is_any_broken() => Arc::new(units.catalogue(Version::Good)),
            (None, Some(newest)) => Arc::new(newest),
            (None, None) => Arc::new(units.catalogue(Version::Newest)),
        };
        let mut doubtful = false;
        let mut look = old.map(|made| (Arc::clone(&made.theme), Arc::clone(&made.engine)));
        // While a theme is broken the engine stays that of the last good one.
        self.old_engine |= seen.frame;
        if new_theme || seen.frame || look.is_none() {
            let mut found = Diagnostics::new();
            let config = &catalogue.config;
            let place = config.theme_place.clone();
            let mut theme = Theme::load(&self.site, &config.theme, place, &mut found);
            theme.minify_styles();
            let kept = look.as_ref();
            let kept = kept.filter(|(old, _)| !self.old_engine && old.templates == theme.templates);
            let same = look.as_ref();
            let same = same.filter(|(old, _)| old.templates == theme.templates);
            let engine = match (kept, same) {
                (Some((_, engine)), _) if !self.theme_found.has_errors() => Arc::clone(engine),
                // The words alone are others.
                (_, Some((_, engine))) if !self.theme_found.has_errors() => {
                    Arc::new(engine.with_globals(&render::globals(&catalogue)))
                }
                _ => {
                    let size = TemplateSize::Small;
                    Arc::new(render::engine(&catalogue, &theme, size, &mut found))
                }
            };
            doubtful = found.has_errors() && !last && look.is_some();
            if !found.has_errors() || look.is_none() {
                look = Some((Arc::new(theme), engine));
                self.old_engine = found.has_errors();
            }
            // The last good theme, with the words and languages that the site has now.
            if found.has_errors()
                && self.old_engine
                && let Some((theme, engine)) = &mut look
            {
                let mut unheard = Diagnostics::new();
                let size = TemplateSize::Small;
                let newer = render::engine(&catalogue, theme, size, &mut unheard);
                if !unheard.has_errors() {
                    *engine = Arc::new(newer);
                    self.old_engine = false;
                }
            }
            if let Some((theme, _)) = look.as_ref().filter(|_| !found.has_errors()) {
                found.append(unused_in(theme, &catalogue, units.message_problems()));
            }
            if !doubtful {
                self.theme_found = Arc::new(found);
            }
        }
        let Some((theme, engine)) = look else {
            return doubtful;
        };
        let new_assets = old.is_none_or(|made| !made.theme.assets.keys().eq(theme.assets.keys()));
        let kept = old.filter(|_| !seen.files && !new_assets);
        // The search counts words, so that even a text may ask for other files.
        let plan = match kept.filter(|_| same_content.is_some()) {
            Some(made) => Some(Arc::clone(&made.plan)),
            None if !seen.content => kept.map(|made| Arc::new(made.plan.with_same_content())),
            None => kept
                .and_then(|made| {
                    let (older, same) = (&made.catalogue, !seen.places);
                    made.plan.with_same_files(older, &catalogue, same)
                })
                .map(Arc::new),
        };
        let plan = plan.unwrap_or_else(|| {
            let mut found = Diagnostics::new();
            let plan = Plan::new(&catalogue, &theme.asset_files, &mut found);
            self.plan_found = Arc::new(found);
            Arc::new(plan)
        });
        let sites = render::sites(&catalogue, &plan);
        self.made = Some(Made {
            catalogue,
            plan,
            theme,
            engine,
            sites,
            pictures: Arc::clone(&self.pictures),
        });
        doubtful
    }

    fn publish(&mut self) {
        self.number += 1;
        let mut problems = self.units.as_ref().map_or_else(Vec::new, Units::problems);
        let mut add = |folder: &str, found: &Arc<Diagnostics>| {
            if !found.is_empty() {
                let (folder, found) = (SourcePath::new(folder), Arc::clone(found));
                problems.push(Problems { folder, found });
            }
        };
        add("", &Arc::new(self.unread.clone()));
        add("themes", &self.theme_found);
        add("", &self.plan_found);
        let made = self.made.clone();
        self.snapshot = Arc::new(Snapshot::new(
            self.site.clone(),
            self.number,
            made,
            problems,
        ));
    }
}

/// What the theme and the messages add and nothing shows; `messages` are the problems that the
/// messages have already.
fn unused_in(theme: &Theme, catalogue: &Catalogue, messages: &Diagnostics) -> Diagnostics {
    let mut found = messages.clone();
    let known = found.iter().count();
    unused::report(theme, catalogue, &mut found);
    found.into_iter().skip(known).collect()
}

fn is_in(path: &str, folder: &str) -> bool {
    let rest = path.strip_prefix(folder);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
