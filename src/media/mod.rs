//! Pictures: what a file really is, and what of it may reach a reader. No I/O: files come as
//! bytes, or as something that can be read and sought in.

pub mod budget;
mod colour;
pub mod encode;
pub mod forms;
mod guard;
pub mod look;
pub mod pixels;
mod refusal;
pub mod strip;
pub mod svg;
mod tiffs;

pub use forms::{Form, Format, Nature, PictureFile, Settings};
pub use guard::is_guarded;
pub use refusal::Refusal;
