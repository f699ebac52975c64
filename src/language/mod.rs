//! Languages: tags, formats of numbers and dates, order of words, and the interface's messages.
//!
//! A locale is always a value that is handed down; nothing here is global.

mod collation;
mod formats;
pub mod isolate;
mod lists;
mod messages;
mod names;
mod sorani;
mod tag;

pub use formats::{Counting, Formats};
pub use isolate::isolate;
pub use messages::{
    Added, Args, Completeness, Found, LanguageSetup, Layer, MessageFile, Messages, MessagesBuilder,
};
pub use tag::{Direction, Tag, TagError};
