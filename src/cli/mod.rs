//! One file per command. A command gives the exit code: 0 done, 1 problems in the content or the
//! file system, 2 wrong use of the command line.

mod build;
mod check;
mod clean;
mod init;
mod manual;
mod new;
mod report;
mod scaffold;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Turns Markdown and YAML entries into a multilingual Red List website.
#[derive(Debug, Parser)]
#[command(name = "redlist", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the website.
    Build(build::BuildArgs),
    /// Find what is wrong with the content, without writing anything.
    Check(check::CheckArgs),
    /// Show the website in a browser; it changes while you write.
    Serve(serve::ServeArgs),
    /// Make a small site in two languages that builds at once.
    Init(init::InitArgs),
    /// Add a list, an entry, a page or a piece of news, with a text for every language.
    New(new::NewArgs),
    /// Remove what `build` wrote, and nothing else.
    Clean(clean::CleanArgs),
    /// Print the completions for a shell.
    Completions(manual::CompletionsArgs),
    /// Print the manual page (roff).
    Man(manual::ManArgs),
}

/// The site that a command works on.
#[derive(Debug, clap::Args)]
struct SiteArg {
    /// The site's folder: the one with redlist.yaml.
    #[arg(value_name = "SITE", default_value = ".")]
    site: PathBuf,
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// It did what was asked.
    Done,
    /// The content or the file system stood in the way, and the user has been told.
    Problems,
}

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    // clap itself ends with 2 when the words are off.
    let outcome = match Cli::parse().command {
        Command::Build(args) => args.run(),
        Command::Check(args) => args.run(),
        Command::Serve(args) => args.run(),
        Command::Init(args) => args.run(),
        Command::New(args) => args.run(),
        Command::Clean(args) => args.run(),
        Command::Completions(args) => args.run(),
        Command::Man(args) => args.run(),
    };
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::Problems => ExitCode::from(1),
    }
}
