//! What one look at some files shows: what changed, what has to be checked again, and what is not
//! yet to be believed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::content::Texts;
use crate::diagnostic::Diagnostics;
use crate::id::Id;

use super::check::same_headings;
use super::folder::Names;
use super::unit::{Thing, Unit};
use super::units::{Shelf, Version};

/// What was found when some files were looked at again.
#[derive(Default)]
pub struct Seen {
    /// Whether the output may have other files.
    pub files: bool,
    /// Whether entries may stand in other indexes, or in another order.
    pub places: bool,
    /// Whether files of the content were read again.
    pub content: bool,
    /// Whether the configuration, the messages or the languages are others.
    pub frame: bool,
    /// The files and folders that are to be looked at once more.
    pub doubtful: BTreeSet<String>,
    /// Whether what is found is to be believed.
    pub(super) last: bool,
    /// The site as its files are now.
    pub newest: Option<Catalogue>,
}

/// What has to be checked again.
#[derive(Default)]
pub(super) struct Recheck {
    /// Something came or went: any reference may lead elsewhere.
    pub all: bool,
    /// A text has other headings.
    pub headings: bool,
    pub entries: BTreeSet<(Id, Id)>,
    pub lists: BTreeSet<Id>,
    pub pages: BTreeSet<Id>,
    pub news: BTreeSet<Id>,
}

impl Seen {
    /// Whether nothing was looked at but what stands outside of the content and the words.
    pub fn is_empty(&self) -> bool {
        let changed = self.files || self.places || self.content || self.frame;
        !changed && self.newest.is_none()
    }

    /// As if everything had changed.
    pub fn everything() -> Self {
        Self {
            files: true,
            places: true,
            content: true,
            frame: true,
            ..Self::default()
        }
    }

    /// The start of a look; with `last`, what is found is believed.
    pub(super) fn new(last: bool) -> Self {
        Self {
            last,
            ..Self::default()
        }
    }

    pub(super) fn doubt(&mut self, path: &str) {
        self.doubtful.insert(path.to_owned());
    }

    /// Something came or went.
    pub(super) fn all(&mut self, recheck: &mut Recheck) {
        (self.files, self.places, recheck.all) = (true, true, true);
    }
}

/// Lets go of the units whose folders are gone. One that was there a moment ago may be in the midst
/// of being exchanged, and is kept until the last look, which comes by `again`.
pub(super) fn retain<U>(units: &mut BTreeMap<Id, U>, names: &Names, again: &str, seen: &mut Seen) {
    let is_there = |id: &Id| names.ids.binary_search(id).is_ok();
    if seen.last {
        units.retain(|id, _| is_there(id));
    } else if !units.keys().all(is_there) {
        seen.doubt(again);
    }
}

/// Takes the names that a folder has now: what came is to be read, what went is let go.
pub(super) fn relist<U>(
    shelf: &mut Shelf<U>,
    (names, found): (Names, Arc<Diagnostics>),
    folder: &str,
    ids: &mut BTreeSet<Id>,
    seen: &mut Seen,
    recheck: &mut Recheck,
) {
    let known = shelf.units.len();
    retain(&mut shelf.units, &names, folder, seen);
    let new = names.ids.iter();
    ids.extend(new.filter(|id| !shelf.units.contains_key(*id)).cloned());
    ids.retain(|id| names.ids.binary_search(id).is_ok());
    if known != shelf.units.len() || shelf.refused != names.refused {
        seen.all(recheck);
    }
    (shelf.refused, shelf.found) = (names.refused, found);
}

/// Takes a unit as it was read now, unless that is doubtful.
pub(super) fn take<T: Thing>(
    shelf: &mut Shelf<Unit<T>>,
    folder: &str,
    id: &Id,
    newer: Unit<T>,
    same: impl Fn(&T, &T) -> bool,
    seen: &mut Seen,
    recheck: &mut Recheck,
) {
    match shelf.units.get_mut(id) {
        Some(unit) if !seen.last && unit.is_doubtful(&newer) => {
            seen.doubt(&format!("{folder}/{id}"));
        }
        Some(unit) => {
            note(unit, &newer, same, seen, recheck);
            unit.replace(newer);
        }
        None => {
            shelf.units.insert(id.clone(), newer);
            seen.all(recheck);
        }
    }
}

/// Notes what a newer version of a unit changes beyond its own pages.
pub(super) fn note<T: Thing>(
    unit: &Unit<T>,
    newer: &Unit<T>,
    same: impl Fn(&T, &T) -> bool,
    seen: &mut Seen,
    recheck: &mut Recheck,
) {
    let left_out = unit.stays_left_out(newer);
    let was_there = unit.get(Version::Newest).is_some();
    let is_there = newer.any(Version::Newest).is_some() && !left_out;
    if was_there != is_there || unit.is_left_out() != left_out {
        seen.all(recheck);
    }
    if !is_same(unit, newer, same) {
        (seen.files, seen.places) = (true, true);
    }
}

/// Whether the version that is shown stays the same in one respect.
pub(super) fn is_same<T: Thing>(
    unit: &Unit<T>,
    newer: &Unit<T>,
    same: impl Fn(&T, &T) -> bool,
) -> bool {
    let Some(now) = newer.any(Version::Good) else {
        // The last good version stays, or there still is none.
        return true;
    };
    unit.any(Version::Good).is_some_and(|old| same(old, now))
}

pub(super) fn note_headings<T: Thing, W>(
    unit: &Unit<T>,
    newer: &Unit<T>,
    texts: impl Fn(&T) -> &Texts<W>,
    recheck: &mut Recheck,
) {
    let same = match (unit.any(Version::Newest), newer.any(Version::Newest)) {
        (Some(old), Some(now)) => same_headings(texts(old), texts(now)),
        (old, now) => old.is_none() && now.is_none(),
    };
    recheck.headings |= !same;
}
