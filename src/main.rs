//! The command line. Everything it can do stands in the library; here only words are read from
//! the shell, results are printed, and the exit code is chosen.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
