//! `redlist bundle`: makes an offline edition, or puts a delta onto a stick.

use std::path::{Path, PathBuf};
use std::time::Instant;

use redlist::build::{self, Options, Prepared, Timings};
use redlist::diagnostic::Diagnostics;
use redlist::offline::{
    self, About, DELTA, Delta, FileRecord, Notes, OfflineError, PublicKey, Recording, SecretKey,
    Selection, Spool,
};
use redlist::output::{OutputError, OutputPath, Sink};
use redlist::source::SiteFolder;

use super::password::PasswordArg;
use super::report::{self, plural, say, seconds, size};
use super::verify::read_manifest;
use super::{Outcome, offline_problem};

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
    /// Take warnings for errors.
    #[arg(long)]
    strict: bool,
    /// Include what is marked `draft: true` too.
    #[arg(long)]
    drafts: bool,
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

/// What was made, in words.
struct Made {
    words: String,
    notes: Notes,
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
                if let Stop::Error(error) = stop {
                    diagnostics.push(error.to_diagnostic());
                }
                let diagnostics = diagnostics.sorted();
                report::show(&diagnostics, &site, false);
                say(&format!(
                    "Nothing was changed in {}: {}.",
                    dest.display(),
                    report::problem_count(&diagnostics)
                ));
                Outcome::Problems
            }
        }
    }

    fn tell(&self, made: &Made, dest: &Path, start: Instant) {
        let manifest = &made.notes.manifest;
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
        let options = self.options();
        let mut timings = Timings::default();
        let prepared = build::prepare(site, &options, &mut timings, diagnostics);
        let prepared = prepared
            .filter(|_| build::may_build(diagnostics, &options))
            .ok_or(Stop::Told)?;
        let mut order = Order {
            site,
            prepared: &prepared,
            options: &options,
            key: key.as_ref(),
            timings,
            diagnostics,
        };
        match is_zip {
            true => order.into_zip(dest, since.as_ref()),
            false => order.into_folder(dest),
        }
    }

    fn apply(&self, delta: &Path, dest: &Path) -> Outcome {
        let key = self.public_key.as_deref().map(PublicKey::read).transpose();
        let applied = key.and_then(|key| offline::apply(delta, dest, key.as_ref()));
        let applied = match applied {
            Ok(applied) => applied,
            Err(error) => {
                let outcome = offline_problem(&error);
                say(&format!("Nothing was changed in {}.", dest.display()));
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
        if !applied.checked {
            say("The signature was not checked: give the publisher's key with --public-key.");
        }
        say("It has been read back, and the stick may be pulled.");
        Outcome::Done
    }
}

/// An edition that is to be made.
struct Order<'a> {
    site: &'a SiteFolder,
    prepared: &'a Prepared,
    options: &'a Options,
    key: Option<&'a SecretKey>,
    timings: Timings,
    diagnostics: &'a mut Diagnostics,
}

impl Order<'_> {
    fn paths(&self) -> Vec<OutputPath> {
        let plan = self.prepared.plan.iter();
        plan.map(|(path, _)| path.clone()).collect()
    }

    fn render(&mut self, sink: &dyn Sink) -> Result<(), Stop> {
        let bar = report::progress(self.prepared.plan.len());
        let rendered = build::render_into(
            self.site,
            self.prepared,
            self.options,
            sink,
            &|| bar.inc(1),
            &mut self.timings,
            self.diagnostics,
        );
        bar.finish_and_clear();
        rendered?;
        match build::may_build(self.diagnostics, self.options) {
            true => Ok(()),
            false => Err(Stop::Told),
        }
    }

    fn into_folder(&mut self, dest: &Path) -> Result<Made, Stop> {
        let (paths, key) = (self.paths(), self.key);
        let about = About::new(&self.prepared.catalogue);
        let (summary, notes) = offline::write_folder(
            dest,
            &paths,
            key.is_some(),
            |sink| self.render(sink),
            |files, standing| Notes::new(&about, files, key, standing),
        )?;
        let words = format!(
            "{} written, {} unchanged, {} removed, {} in all",
            plural(summary.written, "file", "files"),
            summary.unchanged,
            summary.removed,
            size(summary.bytes)
        );
        Ok(Made { words, notes })
    }

    fn into_zip(
        &mut self,
        dest: &Path,
        since: Option<&(offline::Manifest, Vec<u8>)>,
    ) -> Result<Made, Stop> {
        let spool = Spool::new(dest)?;
        let mut sink = spool.sink()?;
        sink.prepare(&self.paths())?;
        let recording = Recording::new(&sink);
        self.render(&recording)?;
        let files = recording.files();
        drop(recording);
        sink.commit()?;
        let about = About::new(&self.prepared.catalogue);
        let notes = Notes::new(&about, files.clone(), self.key, None)?;
        let (delta, files) = match since {
            None => (None, files),
            Some((old, bytes)) => {
                let (delta, changed) = Delta::new(old, bytes, &notes.manifest);
                (Some(delta.to_text()), changed)
            }
        };
        let files: Vec<FileRecord> = files
            .into_iter()
            .filter(|file| !offline::is_note(&file.path))
            .collect();
        let mut further: Vec<(&str, &[u8])> = Vec::new();
        further.extend(
            notes
                .files
                .iter()
                .map(|(path, bytes)| (path.as_str(), &bytes[..])),
        );
        further.extend(delta.as_ref().map(|text| (DELTA, text.as_bytes())));
        let date = self.prepared.catalogue.config.edition.date;
        let packed = offline::pack(&spool, &files, &further, date, dest)?;
        let words = format!(
            "{} in {}",
            plural(packed.files, "file", "files"),
            size(packed.bytes)
        );
        Ok(Made { words, notes })
    }
}
