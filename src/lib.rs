//! `redlist` turns a folder of Markdown and YAML into a multilingual Red List website.
//!
//! One way leads through the house: files are loaded into a catalogue, a plan decides every
//! output path, each artifact is rendered on its own, and a sink takes the bytes. ARCHITECTURE.md
//! walks through it.

pub mod address;
pub mod build;
mod builtin;
pub mod catalogue;
pub mod config;
pub mod content;
pub mod date;
pub mod diagnostic;
pub mod drawing;
pub mod id;
pub mod language;
pub mod load;
pub mod markdown;
pub mod media;
pub mod output;
pub mod pictures;
pub mod preview;
pub mod render;
pub mod search;
pub mod site;
pub mod source;
pub mod theme;
pub mod yaml;
