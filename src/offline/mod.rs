//! The offline edition: a site on a stick, in a zip or in one file, that says how old it is and can
//! be proven unaltered.
//!
//! A bundle is the site as it is built, and beside it `START-HERE.html`, `SHA256SUMS`,
//! `manifest.json` (which names every file with its size and hash) and, when it is signed,
//! `manifest.json.minisig`. The chain is short: the signature vouches for the manifest, the
//! manifest for every file. `docs/offline.md` tells publishers and readers the same.

mod bundle;
mod container;
mod delta;
mod error;
mod key;
mod manifest;
mod packs;
mod recording;
mod selection;
mod single;
mod stick;
mod verify;
mod zip_file;
mod zip_shape;

pub use bundle::{About, Notes, is_note};
pub use container::{Container, open};
pub use delta::{Applied, Delta, apply};
pub use error::{OfflineError, human_size};
pub use key::{KeyFiles, PublicKey, SecretKey, generate};
pub use manifest::{FileRecord, Manifest, ManifestList, ManifestPublisher};
pub use recording::Recording;
pub use selection::Selection;
pub use single::{DEFAULT_SIZE, Memory, Single, single_file};
pub use stick::{flush, read_back, refuse_site, remove_file, write_file, write_folder};
pub use verify::{Finding, Kind, Report, Wanted, verify};
pub use zip_file::{Packed, Spool, pack};

/// The page that people open first. Written large, so that it stands out among the folders.
pub const START_HERE: &str = "START-HERE.html";

/// The list that `sha256sum -c` checks.
pub const SUMS: &str = "SHA256SUMS";

/// The manifest.
pub const MANIFEST: &str = "manifest.json";

/// The manifest's signature.
pub const SIGNATURE: &str = "manifest.json.minisig";

/// What a delta carries besides: from which edition it leads, what it carries and removes.
pub const DELTA: &str = "delta.json";

/// The signature of what a delta says of itself.
pub const DELTA_SIGNATURE: &str = "delta.json.minisig";
