//! `redlist bundle`: makes an offline edition, or puts a delta onto a stick.

use std::path::{Path, PathBuf};
use std::time::Instant;

use redlist::build::{self, Options, Prepared, Timings};
use redlist::diagnostic::Diagnostics;
use redlist::offline::{
    self, About, DELTA, Delta, FileRecord, Manifest, Memory, Notes, OfflineError, PublicKey,
    Recording, SecretKey, Selection, Spool,
};
use redlist::output::{Discard, OutputError, OutputPath, Sink};
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

/// The widths of pictures to try, in pixels, when an edition is too large.
const WIDTHS: [u32; 4] = [960, 640, 480, 320];

fn prepare(
    site: &SiteFolder,
    options: &Options,
    timings: &mut Timings,
    diagnostics: &mut Diagnostics,
) -> Result<Prepared, Stop> {
    let prepared = build::prepare(site, options, timings, diagnostics);
    prepared
        .filter(|_| build::may_build(diagnostics, options))
        .ok_or(Stop::Told)
}

/// Makes an edition for nobody, to learn whether it is small enough.
fn measure(
    site: &SiteFolder,
    prepared: &Prepared,
    options: &Options,
    limit: u64,
    diagnostics: &mut Diagnostics,
) -> Result<Result<(), OfflineError>, Stop> {
    let recording = Recording::new(&Discard);
    let mut found = Diagnostics::new();
    let timings = &mut Timings::default();
    build::render_into(
        site,
        prepared,
        options,
        &recording,
        &|| {},
        timings,
        &mut found,
    )?;
    if !build::may_build(&found, options) {
        diagnostics.append(found);
        return Err(Stop::Told);
    }
    Ok(fits(&recording.files(), Some(limit)))
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

    fn write_folder(&mut self, dest: &Path, limit: Option<u64>) -> Result<Made, Stop> {
        let (paths, key) = (self.paths(), self.key);
        let about = About::new(&self.prepared.catalogue);
        let (summary, notes) = offline::write_folder(
            dest,
            &paths,
            key.is_some(),
            |sink| self.render(sink),
            |files, standing| {
                fits(&files, limit)?;
                Notes::new(&about, files, key, standing)
            },
        )?;
        let words = format!(
            "{} written, {} unchanged, {} removed, {} in all",
            plural(summary.written, "file", "files"),
            summary.unchanged,
            summary.removed,
            size(summary.bytes)
        );
        Ok(Made {
            words,
            manifest: notes.manifest,
        })
    }

    fn write_zip(
        &mut self,
        dest: &Path,
        since: Option<&(Manifest, Vec<u8>)>,
        limit: Option<u64>,
    ) -> Result<Made, Stop> {
        let spool = Spool::new(dest)?;
        let mut sink = spool.sink()?;
        sink.prepare(&self.paths())?;
        let recording = Recording::new(&sink);
        self.render(&recording)?;
        let files = recording.files();
        fits(&files, limit)?;
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
        Ok(Made {
            words,
            manifest: notes.manifest,
        })
    }

    /// One file for each language, or one for all.
    fn write_single_files(&mut self, dest: &Path, limit: Option<u64>) -> Result<Made, Stop> {
        let memory = Memory::default();
        self.render(&memory)?;
        let files = memory.into_files();
        let catalogue = &self.prepared.catalogue;
        let languages: Vec<_> = catalogue.config.published_languages().collect();
        let in_one = dest
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("html"));
        let name = match &catalogue.lists[..] {
            [only] => only.id.as_str(),
            _ => "red-list",
        };
        let wanted: Vec<(PathBuf, Vec<_>)> = match in_one {
            true => vec![(dest.to_owned(), languages)],
            false => languages
                .into_iter()
                .map(|index| {
                    let tag = catalogue.language(index).tag.folder();
                    (dest.join(format!("{name}-{tag}.html")), vec![index])
                })
                .collect(),
        };
        if !in_one {
            std::fs::create_dir_all(dest).map_err(|error| OfflineError::Write {
                path: dest.to_owned(),
                error,
            })?;
        }
        let limit = limit.unwrap_or(offline::DEFAULT_SIZE);
        let about = About::new(catalogue);
        // All are made before the first is written.
        let mut made = Vec::new();
        for (path, languages) in &wanted {
            let single = offline::single_file(self.prepared, &files, languages, limit)?;
            made.push((path, single));
        }
        let mut words = Vec::new();
        for (path, single) in made {
            let signed = self
                .key
                .map(|key| sign_file(key, &about, path, &single.html));
            let signed = signed.transpose()?;
            offline::write_file(path, &single.html, "name=\"redlist-edition\"")?;
            if let Some(signature) = signed {
                let mut beside = path.as_os_str().to_owned();
                beside.push(".minisig");
                let beside = PathBuf::from(beside);
                offline::write_file(&beside, signature.as_bytes(), "signature from redlist")?;
            }
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let narrow = single.width.map_or_else(String::new, |width| {
                format!(" with pictures of at most {width} pixels")
            });
            words.push(format!(
                "{name}: {} in {}{narrow}",
                plural(single.pages, "page", "pages"),
                size(single.html.len() as u64)
            ));
        }
        Ok(Made {
            words: words.join("; "),
            manifest: about.manifest(),
        })
    }
}

fn sign_file(
    key: &SecretKey,
    about: &About,
    path: &Path,
    bytes: &[u8],
) -> Result<String, OfflineError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    key.sign(bytes, &about.comment(&name))
        .map_err(|why| OfflineError::Key {
            path: path.to_owned(),
            why,
        })
}

/// Whether an edition is as small as it must be; if not, its largest parts.
fn fits(files: &[FileRecord], limit: Option<u64>) -> Result<(), OfflineError> {
    let needed: u64 = files.iter().map(|file| file.size).sum();
    let Some(limit) = limit.filter(|limit| needed > *limit) else {
        return Ok(());
    };
    let mut parts: std::collections::BTreeMap<&str, u64> = std::collections::BTreeMap::new();
    for file in files {
        let part = file.path.split('/').next().unwrap_or(&file.path);
        *parts.entry(part).or_default() += file.size;
    }
    let mut largest: Vec<(String, u64)> = parts
        .into_iter()
        .map(|(part, size)| (part.to_owned(), size))
        .collect();
    largest.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    largest.truncate(4);
    Err(OfflineError::TooLarge {
        needed,
        limit,
        largest,
    })
}
