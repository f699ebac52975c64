//! The command line. Everything it can do stands in the library; here only words are read from
//! the shell, results are printed, and the exit code is chosen.

mod cli;

use std::panic;
use std::process::ExitCode;

fn main() -> ExitCode {
    tell_no_guarded_panics();
    cli::run()
}

/// A picture that brings its decoder down is told as a problem of that picture.
fn tell_no_guarded_panics() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if !redlist::media::is_guarded() {
            usual(panic);
        }
    }));
}
