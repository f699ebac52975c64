//! `redlist keygen`: makes the pair of keys that a publisher signs with.

use std::path::PathBuf;

use redlist::offline::{self, OfflineError};

use super::password::PasswordArg;
use super::report::{print, say};
use super::{Outcome, offline_problem};

/// Make the pair of keys that a publisher signs offline editions with.
#[derive(Debug, clap::Args)]
pub struct KeygenArgs {
    /// Where to write them: NAME.key, to be kept, and NAME.pub, to be handed out.
    #[arg(value_name = "NAME", default_value = "redlist")]
    name: PathBuf,
    #[command(flatten)]
    password: PasswordArg,
    /// Make a key that no password protects: whoever gets the file can sign in your name.
    #[arg(long, conflicts_with = "password_file")]
    no_password: bool,
}

impl KeygenArgs {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        match self.make() {
            Ok(()) => Outcome::Done,
            Err(error) => offline_problem(&error),
        }
    }

    fn make(&self) -> Result<(), OfflineError> {
        let password = match self.no_password {
            true => None,
            false => Some(self.password.new_password(&self.name)?),
        };
        let files = offline::generate(&self.name, password)?;
        print(&format!("{}\n", files.public_text));
        say(&format!(
            "Keep {} and its password to yourself; without them nobody can sign in your name.",
            files.secret.display()
        ));
        say(&format!(
            "Hand out {}, or the line above, by another way than the editions.",
            files.public.display()
        ));
        Ok(())
    }
}
