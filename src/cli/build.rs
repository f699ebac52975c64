//! `redlist build`: writes the website.

use std::path::PathBuf;
use std::time::Instant;

use redlist::address;
use redlist::build::{self, Options, Prepared, Timings};
use redlist::diagnostic::Diagnostics;
use redlist::output::{FolderSink, OutputError, OutputPath, Summary};
use redlist::source::SiteFolder;
use redlist::theme::TemplateSize;

use super::report::{self, plural, say, seconds};
use super::{Outcome, SiteArg};

/// Write the website.
#[derive(Debug, clap::Args)]
pub struct BuildArgs {
    #[command(flatten)]
    site: SiteArg,
    /// Where to write it; `public` in the site's folder unless given.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Where the site will stand, such as https://example.org/iraq/.
    #[arg(long, value_name = "URL", value_parser = web_address)]
    base_url: Option<String>,
    /// Take warnings for errors.
    #[arg(long)]
    strict: bool,
    /// Build what is marked `draft: true` too.
    #[arg(long)]
    drafts: bool,
    /// Keep the white space and comments of the templates.
    #[arg(long)]
    readable: bool,
    /// Say how long each step took.
    #[arg(long)]
    timings: bool,
}

/// Checks an address on the command line.
fn web_address(text: &str) -> Result<String, String> {
    match address::check_base(text) {
        Ok(()) => Ok(text.to_owned()),
        Err(why) => Err(why.to_owned()),
    }
}

impl BuildArgs {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let start = Instant::now();
        let site = SiteFolder::new(&self.site.site);
        let options = Options {
            base_url: self.base_url.clone(),
            drafts: self.drafts,
            strict: self.strict,
            template_size: match self.readable {
                true => TemplateSize::Readable,
                false => TemplateSize::Small,
            },
            ..Options::default()
        };
        let mut timings = Timings::default();
        let mut diagnostics = Diagnostics::new();
        let prepared = build::prepare(&site, &options, &mut timings, &mut diagnostics);
        let Some(prepared) = prepared.filter(|_| build::may_build(&diagnostics, &options)) else {
            return stopped(diagnostics, &site);
        };
        let output = self
            .output
            .clone()
            .unwrap_or_else(|| site.root().join("public"));
        let written = write(
            &site,
            &prepared,
            &output,
            &options,
            &mut timings,
            &mut diagnostics,
        );
        let (summary, moved) = match written {
            Ok(Some(done)) => done,
            Ok(None) => return stopped(diagnostics, &site),
            Err(error) => {
                diagnostics.push(error.to_diagnostic());
                return stopped(diagnostics, &site);
            }
        };
        let diagnostics = diagnostics.sorted();
        report::show(&diagnostics, &site, false);
        let counts = build::count(&prepared);
        report::show_languages(&counts);
        if self.timings {
            report::show_timings(&timings, moved, start.elapsed());
        }
        say(&format!(
            "{} in {}, {}, {}; {} written, {} unchanged, {} removed; {} in {}",
            plural(counts.pages, "page", "pages"),
            plural(counts.languages.len(), "language", "languages"),
            plural(counts.entries, "entry", "entries"),
            plural(counts.pictures, "picture", "pictures"),
            plural(summary.written, "file", "files"),
            summary.unchanged,
            summary.removed,
            report::problem_count(&diagnostics),
            seconds(start.elapsed()),
        ));
        say(&format!("Open {}", output.join("index.html").display()));
        Outcome::Done
    }
}

/// Renders into the output folder. `None` when problems arose while rendering: then nothing has
/// changed there.
fn write(
    site: &SiteFolder,
    prepared: &Prepared,
    output: &std::path::Path,
    options: &Options,
    timings: &mut Timings,
    diagnostics: &mut Diagnostics,
) -> Result<Option<(Summary, std::time::Duration)>, OutputError> {
    let mut sink = FolderSink::open(output)?;
    let paths: Vec<OutputPath> = prepared.plan.iter().map(|(path, _)| path.clone()).collect();
    sink.prepare(&paths)?;
    let bar = report::progress(paths.len());
    let tick = || bar.inc(1);
    let rendered = build::render_into(site, prepared, options, &sink, &tick, timings, diagnostics);
    bar.finish_and_clear();
    rendered?;
    if !build::may_build(diagnostics, options) {
        return Ok(None);
    }
    let start = Instant::now();
    let summary = sink.commit()?;
    Ok(Some((summary, start.elapsed())))
}

/// Shows why nothing was built.
fn stopped(diagnostics: Diagnostics, site: &SiteFolder) -> Outcome {
    let diagnostics = diagnostics.sorted();
    report::show(&diagnostics, site, false);
    say(&format!(
        "Nothing was written: {}.",
        report::problem_count(&diagnostics)
    ));
    Outcome::Problems
}
