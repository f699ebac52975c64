//! `redlist clean`: removes what `build` wrote, and nothing else.

use std::path::PathBuf;

use redlist::diagnostic::Diagnostics;
use redlist::output;
use redlist::source::SiteFolder;

use super::report::{self, plural, say};
use super::{Outcome, SiteArg};

/// Remove what `build` wrote, and nothing else.
#[derive(Debug, clap::Args)]
pub struct CleanArgs {
    #[command(flatten)]
    site: SiteArg,
    /// The folder that was written; `public` in the site's folder unless given.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

impl CleanArgs {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let folder = self.output.unwrap_or_else(|| self.site.site.join("public"));
        match output::clean(&folder) {
            Ok(summary) => {
                let files = plural(summary.removed, "file", "files");
                say(&format!("Removed {files} from {}.", folder.display()));
                Outcome::Done
            }
            Err(error) => {
                let problems: Diagnostics = std::iter::once(error.to_diagnostic()).collect();
                report::show(&problems, &SiteFolder::new(&self.site.site), false);
                Outcome::Problems
            }
        }
    }
}
