//! Passwords of keys: asked for without showing them, or read from a file. Never printed.

use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use redlist::offline::{OfflineError, SecretKey};

const EMPTY: &str = "an empty password protects nothing; write one, or say --no-password";

/// Where the password of a key comes from.
#[derive(Debug, clap::Args)]
pub struct PasswordArg {
    /// Read the key's password from the first line of a file instead of asking for it.
    #[arg(long, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
}

impl PasswordArg {
    /// The password for a new key, asked for twice.
    pub fn new_password(&self, name: &Path) -> Result<String, OfflineError> {
        if let Some(file) = &self.password_file {
            return from_file(file);
        }
        let first = ask("Password for the new key: ", name)?;
        let second = ask("The same again: ", name)?;
        if first.is_empty() || first != second {
            return Err(OfflineError::Key {
                path: name.to_owned(),
                why: match first.is_empty() {
                    true => EMPTY.to_owned(),
                    false => "the two passwords differ".to_owned(),
                },
            });
        }
        Ok(first)
    }

    /// Reads a key, asking for its password if it has one.
    pub fn read_key(&self, path: &Path) -> Result<SecretKey, OfflineError> {
        let password = match (SecretKey::needs_password(path)?, &self.password_file) {
            (false, _) => None,
            (true, Some(file)) => Some(from_file(file)?),
            (true, None) => Some(ask("Password of the key: ", path)?),
        };
        SecretKey::read(path, password)
    }
}

fn from_file(file: &Path) -> Result<String, OfflineError> {
    let text = fs::read_to_string(file).map_err(|error| OfflineError::Read {
        path: file.to_owned(),
        error,
    })?;
    // Some editors write a mark before a text that is no part of it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let password = text.lines().next().unwrap_or_default();
    match password.is_empty() {
        true => Err(OfflineError::Key {
            path: file.to_owned(),
            why: EMPTY.to_owned(),
        }),
        false => Ok(password.to_owned()),
    }
}

fn ask(words: &str, path: &Path) -> Result<String, OfflineError> {
    let refused = |why: String| OfflineError::Key {
        path: path.to_owned(),
        why,
    };
    if !std::io::stdin().is_terminal() && !std::io::stderr().is_terminal() {
        return Err(refused(
            "its password cannot be asked for without a terminal; use --password-file".to_owned(),
        ));
    }
    rpassword::prompt_password(words).map_err(|error| refused(error.to_string()))
}
