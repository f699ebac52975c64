//! Making pictures: reads a picture of the content, makes all its files at once, and keeps them
//! for the next build.

mod cache;
mod store;

pub use cache::Cache;
pub use store::{Kept, Spent, Store};
