//! Takes a whole output away again: exactly the files that its manifest names.

use std::path::Path;

use super::error::OutputError;
use super::home::{self, Company, Home};
use super::{Summary, manifest, removal};

/// Removes the files that redlist wrote into a folder and its own notes about them; then the
/// folder, if nothing else is in it. A folder that redlist did not make is refused.
pub fn clean(dir: &Path) -> Result<Summary, OutputError> {
    if !home::is_there(dir)? || !home::survey(dir, Company::None)?.marked {
        return Ok(Summary::default());
    }
    let home = Home::take(dir, Company::None)?;
    let owned = manifest::read(&home.manifest())?.unwrap_or_default();
    let removed = removal::remove(dir, &owned)?;
    home.give_up()?;
    Ok(Summary {
        removed,
        ..Summary::default()
    })
}
