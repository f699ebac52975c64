//! `redlist check`: does all that `build` does, but writes nothing.

use std::time::Instant;

use redlist::build::{self, Options, Timings};
use redlist::diagnostic::{Diagnostics, report};
use redlist::output::Discard;
use redlist::source::{SiteFolder, SourceLines};

use super::report::{self as screen, plural, say, seconds};
use super::{Outcome, SiteArg};

/// Find what is wrong with the content, without writing anything.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    #[command(flatten)]
    site: SiteArg,
    /// How to write the problems down.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Take warnings for errors.
    #[arg(long)]
    strict: bool,
    /// Check what is marked `draft: true` too.
    #[arg(long)]
    drafts: bool,
    /// Name every missing translation, not only their number.
    #[arg(long)]
    missing: bool,
}

/// A way to write problems down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people, on stderr.
    Human,
    /// One JSON object on stdout.
    Json,
    /// Workflow commands on stdout, which GitHub shows beside the lines.
    Github,
}

impl CheckArgs {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let start = Instant::now();
        let site = SiteFolder::new(&self.site.site);
        let options = Options {
            drafts: self.drafts,
            strict: self.strict,
            ..Options::default()
        };
        let mut timings = Timings::default();
        let mut diagnostics = Diagnostics::new();
        let prepared = build::prepare(&site, &options, &mut timings, &mut diagnostics);
        if let Some(prepared) = prepared.as_ref().filter(|_| !diagnostics.has_errors()) {
            let rendered = build::render_into(
                &site,
                prepared,
                &options,
                &Discard,
                &|| {},
                &mut timings,
                &mut diagnostics,
            );
            if let Err(error) = rendered {
                diagnostics.push(error.to_diagnostic());
            }
        }
        let diagnostics = diagnostics.sorted();
        let shown = self.show(&diagnostics, &site);
        if self.format == Format::Human {
            let counts = prepared.as_ref().map(build::count).unwrap_or_default();
            screen::show_languages(&counts);
            say(&format!(
                "Checked {} and {} in {}: {}.",
                plural(counts.pages, "page", "pages"),
                plural(counts.pictures, "picture", "pictures"),
                seconds(start.elapsed()),
                screen::problem_count(&diagnostics),
            ));
        }
        match build::may_build(&diagnostics, &options) {
            true => shown,
            false => Outcome::Problems,
        }
    }

    fn show(&self, diagnostics: &Diagnostics, site: &SiteFolder) -> Outcome {
        match self.format {
            Format::Human => {
                screen::show(diagnostics, site, self.missing);
                Outcome::Done
            }
            Format::Json => {
                let lines = SourceLines::new(site);
                let text = report::json(diagnostics, &|place| lines.get(place));
                screen::print(&format!("{text}\n"))
            }
            Format::Github => screen::print(&report::github(diagnostics)),
        }
    }
}
