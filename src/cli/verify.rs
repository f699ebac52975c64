//! `redlist verify`: tells whether an offline edition is what its publisher made.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use redlist::date::Date;
use redlist::offline::{self, Manifest, OfflineError, PublicKey, Report, Wanted};

use super::report::{plural, print, say};
use super::{Outcome, offline_problem};

/// Tell whether an offline edition is unaltered, whole and of today. Needs no site.
#[derive(Debug, clap::Args)]
pub struct VerifyArgs {
    /// A folder such as a stick, a zip, or a single-file edition.
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// The publisher's public key: a file, or the key itself.
    #[arg(long, value_name = "KEY")]
    public_key: Option<String>,
    /// The manifest.json of a newer edition, to name every file that is out of date.
    #[arg(long, value_name = "MANIFEST")]
    newer: Option<PathBuf>,
    /// The day to check for, instead of today.
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,
    /// How to write the findings down.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// A way to write findings down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// One line for each, on stdout.
    Human,
    /// One JSON object on stdout.
    Json,
}

impl VerifyArgs {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let report = match self.verify() {
            Ok(report) => report,
            Err(error) => return offline_problem(&error),
        };
        match self.format {
            Format::Human => self.show(&report),
            Format::Json => {
                let text = serde_json::to_string_pretty(&report).unwrap_or_default();
                print(&format!("{text}\n"));
            }
        }
        match report.is_good() {
            true => Outcome::Done,
            false => Outcome::Problems,
        }
    }

    fn verify(&self) -> Result<Report, OfflineError> {
        let public_key = self.public_key.as_deref().map(PublicKey::read);
        let public_key = public_key.transpose()?;
        let newer = self.newer.as_deref().map(read_manifest).transpose()?;
        let wanted = Wanted {
            public_key: public_key.as_ref(),
            today: self.date.unwrap_or_else(today),
            newer: newer.as_ref().map(|(manifest, _)| manifest),
        };
        offline::verify(&self.path, wanted)
    }

    fn show(&self, report: &Report) {
        for finding in &report.findings {
            let mut line = format!("{:<11}  {}", finding.kind.name(), visible(&finding.path));
            if let Some(note) = &finding.note {
                line.push_str(": ");
                line.push_str(&visible(note));
            }
            print(&format!("{line}\n"));
        }
        if !report.litter.is_empty() {
            let names: Vec<String> = report
                .litter
                .iter()
                .take(5)
                .map(|name| visible(name))
                .collect();
            let more = if report.litter.len() > 5 { ", …" } else { "" };
            say(&format!(
                "Not of the edition, and as systems leave it on sticks: {}{more}.",
                names.join(", ")
            ));
        }
        if let Some(edition) = &report.edition {
            let mut line = format!("Edition {}", visible(edition));
            if let Some(until) = &report.valid_until {
                line.push_str(&format!(", valid until {until}"));
            }
            if let Some(publisher) = &report.publisher {
                line.push_str(&format!(", published by {}", visible(publisher)));
            }
            say(&format!("{line}."));
        }
        if let Some(from) = &report.delta_from {
            say(&format!(
                "This is a delta, a part of an edition: apply it to edition {} with `redlist bundle --apply`.",
                visible(from)
            ));
        }
        if let Some(older) = &report.older_given {
            say(&format!(
                "The manifest given with --newer is of edition {}, which is older than this one.",
                visible(older)
            ));
        }
        say(match (report.signed, report.has_signature) {
            (true, _) => "The signature is good.",
            (false, true) if self.public_key.is_none() => {
                "The signature was not checked: give the publisher's key with --public-key."
            }
            (false, true) => "The signature is not good.",
            (false, false) => "It is not signed: anyone may have made it.",
        });
        let files = plural(report.checked, "file", "files");
        match report.findings.len() {
            0 => say(&format!("{files} checked: all as published.")),
            n => say(&format!(
                "{files} checked: {} wrong. Do not rely on this copy.",
                plural(n, "thing is", "things are")
            )),
        }
    }
}

/// A text from a medium that nobody has to trust, on one line: what could move the cursor, end the
/// line or turn the direction of the words is shown as its number.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let turns = matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        match c.is_control() || turns {
            true => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            false => out.push(c),
        }
    }
    out
}

/// The day by this machine's clock.
fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Date::of_unix_time(since.map_or(0, |since| since.as_secs()))
}

/// Reads the manifest of an edition, and gives its bytes too.
pub fn read_manifest(path: &std::path::Path) -> Result<(Manifest, Vec<u8>), OfflineError> {
    let bytes = std::fs::read(path).map_err(|error| OfflineError::Read {
        path: path.to_owned(),
        error,
    })?;
    let manifest = Manifest::parse(&bytes).map_err(|why| OfflineError::Manifest {
        path: path.to_owned(),
        why,
    })?;
    Ok((manifest, bytes))
}
