//! `redlist completions` and `redlist man`: what a packager puts beside the binary.

use clap::CommandFactory;

use super::{Cli, Outcome, report};

/// Print the completions for a shell.
#[derive(Debug, clap::Args)]
pub struct CompletionsArgs {
    /// The shell.
    shell: clap_complete::Shell,
}

impl CompletionsArgs {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let mut out = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "redlist", &mut out);
        report::print(&String::from_utf8_lossy(&out))
    }
}

/// Print the manual page (roff).
#[derive(Debug, clap::Args)]
pub struct ManArgs {}

impl ManArgs {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let mut out = Vec::new();
        if clap_mangen::Man::new(Cli::command())
            .render(&mut out)
            .is_err()
        {
            report::say("the manual page could not be written");
            return Outcome::Problems;
        }
        report::print(&String::from_utf8_lossy(&out))
    }
}
