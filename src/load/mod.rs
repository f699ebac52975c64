//! Loading: from the files of a site to a [`Catalogue`]. The only room that reads content.
//!
//! Every file is read once, entries in parallel, each folder as a [`unit::Unit`] of its own. What
//! depends on several units (references, labels of terms) is checked when all are there. A preview
//! keeps the [`Units`] and reads again those that have changed; a build takes the catalogue and
//! lets them go. So both see the same.

mod check;
mod folder;
mod frame;
mod links;
mod loader;
mod messages;
mod pictures;
mod problems;
mod seen;
mod tree;
mod unit;
mod units;
mod update;

use crate::catalogue::Catalogue;
use crate::diagnostic::Diagnostics;
use crate::source::SiteFolder;

pub use problems::{Problems, count};
pub use seen::Seen;
pub use units::{Units, Version};

/// What loading found. Without a catalogue, the diagnostics say why.
pub struct Loaded {
    /// The site, as far as it could be read.
    pub catalogue: Option<Catalogue>,
    /// Everything that is wrong with it, not yet sorted.
    pub diagnostics: Diagnostics,
}

/// Reads the site in a folder, with or without what is marked as a draft.
pub fn load(site: &SiteFolder, drafts: bool) -> Loaded {
    match Units::read(site, drafts) {
        Ok(units) => Loaded {
            catalogue: Some(units.catalogue(Version::Newest)),
            diagnostics: units.diagnostics(),
        },
        Err(diagnostics) => Loaded {
            catalogue: None,
            diagnostics,
        },
    }
}
