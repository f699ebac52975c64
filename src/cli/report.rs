//! What people read: problems, the summary, progress. Messages go to stderr, data to stdout.

use std::io::{ErrorKind, IsTerminal, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use redlist::build::{Counts, Timings};
use redlist::diagnostic::{Diagnostics, Severity, plain_io_error, report};
use redlist::source::{SiteFolder, SourceLines};

use super::Outcome;

/// Writes a line to stderr. A closed stderr is no reason to fail.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Writes data to stdout, and says what came of it. A reader that has seen enough (`| head`) is no
/// reason to fail; a full disk is.
pub fn print(text: &str) -> Outcome {
    let mut stdout = std::io::stdout();
    let written = stdout.write_all(text.as_bytes());
    match written.and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let why = plain_io_error(&error);
            say(&format!("error: the output could not be written: {why}"));
            Outcome::Problems
        }
        _ => Outcome::Done,
    }
}

/// Whether stderr takes colours: a terminal, and nobody said no (<https://no-color.org>).
fn colours() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    std::io::stderr().is_terminal() && !refused && !dumb
}

/// Shows problems to a person. Notes are shown only when asked for.
pub fn show(diagnostics: &Diagnostics, site: &SiteFolder, notes: bool) {
    let lines = SourceLines::new(site);
    let line = |place: &_| lines.get(place);
    let colour = colours();
    for diagnostic in diagnostics.iter() {
        if diagnostic.severity() == Severity::Note && !notes {
            continue;
        }
        say(&report::human(diagnostic, &line, colour));
        say("");
    }
}

/// A table of how each language stands, when there is anything to say.
pub fn show_languages(counts: &Counts) {
    let left: Vec<_> = counts
        .languages
        .iter()
        .filter(|count| count.missing + count.stale + count.draft + count.missing_messages > 0)
        .collect();
    if left.is_empty() {
        return;
    }
    let width = left
        .iter()
        .map(|count| count.tag.len())
        .max()
        .unwrap_or(0)
        .max(8);
    say(&format!(
        "{:width$}  {:>7}  {:>7}  {:>5}  {:>5}  {:>15}",
        "language", "texts", "missing", "stale", "draft", "missing strings"
    ));
    for count in left {
        say(&format!(
            "{:width$}  {:>7}  {:>7}  {:>5}  {:>5}  {:>15}",
            count.tag, count.texts, count.missing, count.stale, count.draft, count.missing_messages
        ));
    }
}

/// `3 errors, 1 warning`.
pub fn problem_count(diagnostics: &Diagnostics) -> String {
    let errors = plural(diagnostics.count(Severity::Error), "error", "errors");
    let warnings = plural(diagnostics.count(Severity::Warning), "warning", "warnings");
    format!("{errors}, {warnings}")
}

/// `1 page`, `2 pages`.
pub fn plural(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// `9.5 MB`: a megabyte is a million bytes, as on the stick's label.
pub fn size(bytes: u64) -> String {
    redlist::offline::human_size(bytes)
}

/// `0.25 s`.
pub fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

/// The times of the steps, for `--timings`.
pub fn show_timings(timings: &Timings, write: Duration, total: Duration) {
    let threads = rayon::current_num_threads();
    say(&format!("load and check  {:>9}", seconds(timings.load)));
    say(&format!("plan            {:>9}", seconds(timings.plan)));
    say(&format!(
        "render          {:>9}  (sum over {threads} threads)",
        seconds(timings.render)
    ));
    for (name, time) in [
        ("  decode", timings.decode),
        ("  resize", timings.resize),
        ("  encode", timings.encode),
    ] {
        say(&format!("{name:15} {:>9}  (pictures)", seconds(time)));
    }
    say(&format!(
        "compare, stage  {:>9}  (sum over {threads} threads)",
        seconds(timings.put)
    ));
    say(&format!("move into place {:>9}", seconds(write)));
    say(&format!("total           {:>9}", seconds(total)));
}

/// A progress bar on stderr, drawn only on a terminal and only when the work is long.
pub fn progress(files: usize) -> ProgressBar {
    let target = match std::io::stderr().is_terminal() {
        true => ProgressDrawTarget::stderr_with_hz(10),
        false => ProgressDrawTarget::hidden(),
    };
    let bar = ProgressBar::with_draw_target(u64::try_from(files).ok(), target);
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} files, {eta} left");
    // The template is a constant that a test of the command line draws.
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar
}
