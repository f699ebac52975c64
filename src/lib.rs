//! `redlist` turns a folder of Markdown and YAML into a multilingual Red List website.
//!
//! One way leads through the house: files are loaded into a catalogue, a plan decides every
//! output path, each artifact is rendered on its own, and a sink takes the bytes. ARCHITECTURE.md
//! walks through it.

pub mod diagnostic;
pub mod markdown;
