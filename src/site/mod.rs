//! The site: every output path and what stands there, decided before anything is rendered.

pub mod identify;
mod paths;
mod plan;
mod sequence;
pub mod shape;
mod term_index;
pub mod unused;

pub use identify::{Combination, Identify};
pub use paths::{Paths, is_reserved};
pub use plan::{Artifact, Plan};
pub use sequence::Sequences;
pub use term_index::TermIndexes;
