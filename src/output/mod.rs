//! Where the bytes go: places in the output, and the sinks that take what is rendered.
//!
//! A sink knows paths and bytes; it knows nothing of lists or languages.

mod path;

pub use path::{OutputPath, PathProblem};
