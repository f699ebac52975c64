//! Languages: tags, formats of numbers and dates, order of words, and the interface's messages.
//!
//! A locale is always a value that is handed down; nothing here is global.

mod tag;

pub use tag::{Direction, Tag, TagError};
