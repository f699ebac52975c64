//! The site: every output path and what stands there, decided before anything is rendered.

mod paths;
mod plan;
mod sequence;
mod term_index;

pub use paths::Paths;
pub use plan::{Artifact, PaperKind, Plan};
pub use sequence::Sequences;
pub use term_index::TermIndexes;
