//! The data types of a site's content. They hold no I/O: [`crate::load`] fills them.
//!
//! Facts stand once for all languages; words stand in [`Texts`], one [`Text`] per language.

pub mod entry;
pub mod facts;
pub mod list;
pub mod named;
pub mod page;
pub mod picture;
pub mod text;
pub mod vocabulary;

pub use entry::{Entry, EntryFacts, EntryRef, EntryWords, Mistaken};
pub use facts::{Citation, Dimension, Range, Size, Sources, Unit, Years};
pub use list::{
    Category, Contact, ContactKind, Law, LawStatus, List, ListFacts, ListKind, ListWords,
};
pub use named::Named;
pub use page::{News, NewsFacts, Page, PageFacts, PageWords};
pub use picture::{Picture, PictureStatus, PictureWords};
pub use text::{Status, Text, Texts, Translation};
pub use vocabulary::{Term, TermFacts, TermIndex, TermKind, Vocabulary};
