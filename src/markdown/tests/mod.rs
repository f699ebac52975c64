//! The behaviour of Markdown as a whole: what an author writes and what a reader gets.

mod addresses;
