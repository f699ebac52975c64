//! Pictures: what a file really is, and what of it may reach a reader.

pub mod raster;
pub mod svg;
