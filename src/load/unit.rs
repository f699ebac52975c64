//! A unit: one folder of the content as it was read, with what is wrong with it.

use std::sync::{Arc, LazyLock};

use crate::content::{Entry, List, News, Page};
use crate::diagnostic::Diagnostics;

use super::units::Version;

/// A thing that a folder of the content holds.
pub trait Thing {
    /// Whether it is marked as a draft.
    fn is_draft(&self) -> bool;
    /// How many texts and pictures it has, to notice when some have gone.
    fn amount(&self) -> usize;
}

/// One thing as it was read.
pub struct Unit<T> {
    /// As its files are now; `None` when there is nothing to speak of.
    newest: Option<Arc<T>>,
    /// As its files were when nothing was wrong with them.
    good: Option<Arc<T>>,
    /// What is wrong with its files.
    own: Arc<Diagnostics>,
    /// Where its references lead nowhere.
    links: Arc<Diagnostics>,
    left_out: bool,
    broken: bool,
}

impl<T: Thing> Unit<T> {
    /// What was read. What is wrong with a draft is nobody's business until drafts are asked for.
    pub fn new(thing: Option<T>, found: Diagnostics, drafts: bool) -> Self {
        let left_out = !drafts && thing.as_ref().is_some_and(Thing::is_draft);
        let own = match left_out {
            true => Diagnostics::new(),
            false => found,
        };
        let broken = own.has_errors();
        let newest = thing.map(Arc::new);
        Self {
            good: newest.clone().filter(|_| !broken),
            newest,
            own: shared(own),
            links: shared(Diagnostics::new()),
            left_out,
            broken,
        }
    }

    /// The thing, whether or not it is left out as a draft.
    pub fn any(&self, version: Version) -> Option<&Arc<T>> {
        match version {
            Version::Newest => self.newest.as_ref(),
            Version::Good => self.good.as_ref(),
        }
    }

    /// The thing, unless it is left out.
    pub fn get(&self, version: Version) -> Option<&Arc<T>> {
        self.any(version).filter(|_| !self.left_out)
    }

    /// Whether it is a draft that is left out.
    pub fn is_left_out(&self) -> bool {
        self.left_out
    }

    /// Whether something is wrong with its files.
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// What is wrong with its files.
    pub fn own(&self) -> &Arc<Diagnostics> {
        &self.own
    }

    /// Where its references lead nowhere.
    pub fn links(&self) -> &Arc<Diagnostics> {
        &self.links
    }

    /// Notes where its references lead nowhere.
    pub fn set_links(&mut self, found: Diagnostics) {
        self.links = shared(found);
    }

    /// Whether what was read now may be a file that an editor has only half written: an error
    /// that was not there before, or a text or picture that is gone.
    pub fn is_doubtful(&self, newer: &Self) -> bool {
        let amount = |unit: &Self| unit.newest.as_ref().map_or(0, |thing| thing.amount());
        (newer.broken && !self.broken) || amount(newer) < amount(self)
    }

    /// Takes over the last good version from an earlier reading, where this one has none.
    pub fn keep_good_of(&mut self, old: Self) {
        self.good = self.good.take().or(old.good);
        self.left_out |= self.broken && old.left_out;
    }

    /// Whether it is a draft that is left out, by what was read now. What is broken may be unable
    /// to say so: it stays what it was.
    pub fn stays_left_out(&self, newer: &Self) -> bool {
        newer.left_out || newer.broken && self.left_out
    }

    /// Takes what was read now. While something is wrong with it, the last good version stays.
    pub fn replace(&mut self, newer: Self) {
        let good = newer.good.clone().or_else(|| self.good.take());
        let left_out = self.stays_left_out(&newer);
        *self = Self {
            good,
            left_out,
            ..newer
        };
    }
}

/// Nearly all units have no problem: they share one list, so that going over all of them is quick.
fn shared(found: Diagnostics) -> Arc<Diagnostics> {
    static NONE: LazyLock<Arc<Diagnostics>> = LazyLock::new(Arc::default);
    match found.is_empty() {
        true => Arc::clone(&NONE),
        false => Arc::new(found),
    }
}

impl Thing for Entry {
    fn is_draft(&self) -> bool {
        self.facts.draft
    }

    fn amount(&self) -> usize {
        self.texts.iter().count() + self.facts.pictures.len()
    }
}

impl Thing for List {
    fn is_draft(&self) -> bool {
        self.facts.draft
    }

    fn amount(&self) -> usize {
        self.texts.iter().count()
    }
}

impl Thing for Page {
    fn is_draft(&self) -> bool {
        self.facts.draft
    }

    fn amount(&self) -> usize {
        self.texts.iter().count()
    }
}

impl Thing for News {
    fn is_draft(&self) -> bool {
        self.facts.draft
    }

    fn amount(&self) -> usize {
        self.texts.iter().count() + self.facts.pictures.len()
    }
}
