//! The site: every output path and what stands there, decided before anything is rendered.

pub mod identify;
mod paths;
mod plan;
mod sequence;
mod term_index;

pub use identify::{Combination, Identify};
pub use paths::Paths;
pub use plan::{Artifact, Plan};
pub use sequence::Sequences;
pub use term_index::TermIndexes;
