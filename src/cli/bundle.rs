//! `redlist bundle`: makes an offline edition, or puts a delta onto a stick.

mod order;

use std::path::{Path, PathBuf};
use std::time::Instant;

use redlist::build::{Options, Timings};
use redlist::diagnostic::Diagnostics;
use redlist::offline::{self, Manifest, OfflineError, PublicKey, Selection};
use redlist::output::OutputError;
use redlist::source::SiteFolder;

use super::password::PasswordArg;
use super::report::{self, plural, say, seconds};
use super::verify::read_manifest;
use super::{Outcome, offline_problem};
use order::{Order, WIDTHS, measure, prepare};

/// Make an offline edition: onto a stick, or into a zip.
#[derive(Debug, clap::Args)]
#[command(override_usage = "redlist bundle [OPTIONS] [SITE] DEST\n       \
                            redlist bundle --apply DELTA DEST")]
pub struct BundleArgs {
    /// The site's folder, `.` unless given; then where to write: a folder or a name.zip.
    #[arg(value_name = "SITE] [DEST", num_args = 1..=2, required = true)]
    paths: Vec<PathBuf>,
    /// Keep these languages only, such as `ar,en`.
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    languages: Vec<String>,
    /// Keep these lists only, such as `iraq`.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    lists: Vec<String>,
    /// Sign the manifest with a key from `redlist keygen` or `minisign -G`.
    #[arg(long, value_name = "KEY")]
    sign: Option<PathBuf>,
    #[command(flatten)]
    password: PasswordArg,
    /// Make a delta: only what changed since the edition with this manifest.json.
    #[arg(long, value_name = "MANIFEST")]
    since: Option<PathBuf>,
    /// Put a delta onto the stick DEST.
    #[arg(long, value_name = "DELTA", conflicts_with_all = ["since", "sign", "languages", "lists", "strict", "drafts"])]
    apply: Option<PathBuf>,
    /// Apply the delta only if it is signed with this key: a file, or the key itself.
    #[arg(long, value_name = "KEY", requires = "apply")]
    public_key: Option<String>,
    /// Make one HTML for each language that needs nothing beside it; all languages in one when
    /// DEST ends in .html.
    #[arg(long, conflicts_with_all = ["since", "apply"])]
    single_file: bool,
    /// How large the edition may be, such as 512MB; 10MB for a single file unless given.
    #[arg(long, value_name = "SIZE", value_parser = size_limit, conflicts_with = "apply")]
    max_size: Option<u64>,
    /// Take warnings for errors.
    #[arg(long)]
    strict: bool,
    /// Include what is marked `draft: true` too.
    #[arg(long)]
    drafts: bool,
}

/// Reads a size: a number with kB, MB or GB, or of bytes.
fn size_limit(text: &str) -> Result<u64, String> {
    let number_end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(number_end);
    let factor = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 1.0,
        "k" | "kb" => 1e3,
        "m" | "mb" => 1e6,
        "g" | "gb" => 1e9,
        _ => return Err("write it as 10MB, 512MB or 4GB".to_owned()),
    };
    match number.parse::<f64>() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is positive, and a fraction of a byte is nothing"
        )]
        Ok(n) if n > 0.0 => Ok((n * factor) as u64),
        _ => Err("write it as 10MB, 512MB or 4GB".to_owned()),
    }
}

/// Why there is no edition.
enum Stop {
    /// Problems that have been collected.
    Told,
    /// One more.
    Error(OfflineError),
}

impl From<OfflineError> for Stop {
    fn from(error: OfflineError) -> Self {
        Self::Error(error)
    }
}

impl From<OutputError> for Stop {
    fn from(error: OutputError) -> Self {
        Self::Error(OfflineError::Output(error))
    }
}

const NOTHING_CHANGED: &str = "Nothing was changed in";

/// How a sentence about the place begins.
fn changed_words(error: &OfflineError) -> &'static str {
    match error {
        OfflineError::HalfDone(_) => {
            "Run the same command again, or use another stick: only a part was changed in"
        }
        _ => NOTHING_CHANGED,
    }
}

/// What was made, in words.
struct Made {
    words: String,
    manifest: Manifest,
}

impl BundleArgs {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let (site, dest) = match &self.paths[..] {
            [site, dest] => (site.clone(), dest.clone()),
            [dest] => (PathBuf::from("."), dest.clone()),
            // clap takes one or two.
            _ => return Outcome::Problems,
        };
        if let Some(delta) = &self.apply {
            return self.apply(delta, &dest);
        }
        let site = SiteFolder::new(&site);
        let mut diagnostics = Diagnostics::new();
        let start = Instant::now();
        match self.bundle(&site, &dest, &mut diagnostics) {
            Ok(made) => {
                report::show(&diagnostics.sorted(), &site, false);
                self.tell(&made, &dest, start);
                Outcome::Done
            }
            Err(stop) => {
                let mut outcome = NOTHING_CHANGED;
                if let Stop::Error(error) = stop {
                    outcome = changed_words(&error);
                    diagnostics.push(error.to_diagnostic());
                }
                let diagnostics = diagnostics.sorted();
                report::show(&diagnostics, &site, false);
                let count = report::problem_count(&diagnostics);
                say(&format!("{outcome} {}: {count}.", dest.display()));
                Outcome::Problems
            }
        }
    }

    fn tell(&self, made: &Made, dest: &Path, start: Instant) {
        let manifest = &made.manifest;
        say(&format!(
            "Edition {} in {}; {} in {}.",
            manifest.edition_and_date(),
            manifest.languages.join(", "),
            made.words,
            seconds(start.elapsed())
        ));
        if self.sign.is_none() {
            say("It is not signed: give --sign KEY, so that readers can check who made it.");
        }
        if manifest.valid_until.is_none() {
            say("It does not say how long it is valid: give `valid_until` in redlist.yaml.");
        }
        let what = match dest.is_dir() {
            true => "it has been read back, and the stick may be pulled",
            false => "it has been read back",
        };
        say(&format!("Written to {}: {what}.", dest.display()));
    }

    fn options(&self) -> Options {
        Options {
            drafts: self.drafts,
            strict: self.strict,
            selection: Selection {
                languages: self.languages.clone(),
                lists: self.lists.clone(),
            },
            offline: true,
            ..Options::default()
        }
    }

    fn bundle(
        &self,
        site: &SiteFolder,
        dest: &Path,
        diagnostics: &mut Diagnostics,
    ) -> Result<Made, Stop> {
        let is_zip = dest
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("zip"));
        let since = self.since.as_deref().map(read_manifest).transpose()?;
        if since.is_some() && !is_zip {
            return Err(Stop::Error(OfflineError::Zip {
                path: dest.to_owned(),
                why: "a delta is written into a zip, so its name must end in .zip".to_owned(),
            }));
        }
        // The password is asked for first: nobody wants to wait for the question.
        let key = self.sign.as_deref().map(|key| self.password.read_key(key));
        let key = key.transpose()?;
        let mut options = self.options();
        let mut timings = Timings::default();
        let mut prepared = prepare(site, &options, &mut timings, diagnostics)?;
        if let Some(limit) = self.max_size.filter(|_| !self.single_file) {
            let mut narrower = WIDTHS.iter();
            while let Err(too_large) = measure(site, &prepared, &options, limit, diagnostics)? {
                let Some(width) = narrower.next() else {
                    return Err(Stop::Error(too_large));
                };
                options.picture_width = Some(*width);
                // The same problems are found again: once is enough.
                prepared = prepare(site, &options, &mut timings, &mut Diagnostics::new())?;
            }
            if let Some(width) = options.picture_width {
                say(&format!(
                    "Pictures have at most {width} pixels, so that all fits."
                ));
            }
        }
        let mut order = Order {
            site,
            prepared: &prepared,
            options: &options,
            key: key.as_ref(),
            timings,
            diagnostics,
        };
        match (self.single_file, is_zip) {
            (true, _) => order.write_single_files(dest, self.max_size),
            (false, true) => order.write_zip(dest, since.as_ref(), self.max_size),
            (false, false) => order.write_folder(dest, self.max_size),
        }
    }

    fn apply(&self, delta: &Path, dest: &Path) -> Outcome {
        let key = self.public_key.as_deref().map(PublicKey::read).transpose();
        let applied = key.and_then(|key| offline::apply(delta, dest, key.as_ref()));
        let applied = match applied {
            Ok(applied) => applied,
            Err(error) => {
                let outcome = offline_problem(&error);
                say(&format!("{} {}.", changed_words(&error), dest.display()));
                return outcome;
            }
        };
        say(&format!(
            "{} now holds edition {}; {} written, {} unchanged, {} removed.",
            dest.display(),
            applied.manifest.edition_and_date(),
            plural(applied.summary.written, "file", "files"),
            applied.summary.unchanged,
            applied.summary.removed
        ));
        if let Some(newer) = &applied.was_newer {
            say(&format!(
                "It held edition {newer}, which is newer: make sure that this is wanted."
            ));
        }
        if !applied.checked {
            say("The signature was not checked: give the publisher's key with --public-key.");
        }
        say("It has been read back, and the stick may be pulled.");
        Outcome::Done
    }
}
