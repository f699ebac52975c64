//! The site: every output path and what stands there, decided before anything is rendered.

mod paths;
mod plan;
mod sequence;
mod term_index;
pub mod unused;

pub use paths::{Paths, is_reserved};
pub use plan::{Artifact, PaperKind, Plan};
pub use sequence::Sequences;
pub use term_index::TermIndexes;
