//! Making an offline edition of a site that has been read: a folder, a zip or single files.

use std::path::{Path, PathBuf};

use redlist::build::{self, Options, Prepared, Timings};
use redlist::diagnostic::Diagnostics;
use redlist::offline::{
    self, About, DELTA, DELTA_SIGNATURE, Delta, FileRecord, Manifest, Memory, Notes, OfflineError,
    Recording, SecretKey, Spool,
};
use redlist::output::{Discard, OutputPath, Sink};
use redlist::source::SiteFolder;

use super::{Made, Stop};
use crate::cli::report::{self, plural, size};

/// The widths of pictures to try, in pixels, when an edition is too large.
pub(super) const WIDTHS: [u32; 4] = [960, 640, 480, 320];

pub(super) fn prepare(
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
pub(super) fn measure(
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
    let about = About::new(&prepared.catalogue);
    let notes = Notes::new(&about, recording.files(), None, None).map_err(Stop::Error)?;
    Ok(fits(&notes, Some(limit)))
}

/// An edition that is to be made.
pub(super) struct Order<'a> {
    pub site: &'a SiteFolder,
    pub prepared: &'a Prepared,
    pub options: &'a Options,
    pub key: Option<&'a SecretKey>,
    pub timings: Timings,
    pub diagnostics: &'a mut Diagnostics,
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

    pub(super) fn write_folder(&mut self, dest: &Path, limit: Option<u64>) -> Result<Made, Stop> {
        let (paths, key) = (self.paths(), self.key);
        let about = About::new(&self.prepared.catalogue);
        let (summary, notes) = offline::write_folder(
            dest,
            &paths,
            key.is_some(),
            |sink| self.render(sink),
            |files, standing| {
                let notes = Notes::new(&about, files, key, standing)?;
                fits(&notes, limit).map(|()| notes)
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

    pub(super) fn write_zip(
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
        drop(recording);
        let about = About::new(&self.prepared.catalogue);
        let notes = Notes::new(&about, files.clone(), self.key, None)?;
        fits(&notes, limit)?;
        sink.commit()?;
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
        let signature = delta
            .as_ref()
            .zip(self.key)
            .map(|(text, key)| sign_file(key, &about, Path::new(DELTA), text.as_bytes()));
        let signature = signature.transpose()?;
        further.extend(
            signature
                .as_ref()
                .map(|text| (DELTA_SIGNATURE, text.as_bytes())),
        );
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
    pub(super) fn write_single_files(
        &mut self,
        dest: &Path,
        limit: Option<u64>,
    ) -> Result<Made, Stop> {
        let memory = Memory::default();
        self.render(&memory)?;
        let files = memory.into_files();
        let catalogue = &self.prepared.catalogue;
        let languages: Vec<_> = catalogue.config.published_languages().collect();
        let in_one = dest
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("html") || e.eq_ignore_ascii_case("htm"));
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
            offline::refuse_site(dest)?;
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
            let mut beside = path.as_os_str().to_owned();
            beside.push(".minisig");
            let beside = PathBuf::from(beside);
            // The one of an older file would call the new one altered.
            offline::remove_file(&beside, SIGNED_BY_US)?;
            offline::write_file(path, &single.html, "name=\"redlist-edition\"")?;
            if let Some(signature) = signed {
                offline::write_file(&beside, signature.as_bytes(), SIGNED_BY_US)?;
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

/// By what a signature is known as one of ours.
const SIGNED_BY_US: &str = "signature from redlist";

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
fn fits(notes: &Notes, limit: Option<u64>) -> Result<(), OfflineError> {
    let files = notes.all_records();
    let needed: u64 = files.iter().map(|file| file.size).sum();
    let Some(limit) = limit.filter(|limit| needed > *limit) else {
        return Ok(());
    };
    let mut parts: std::collections::BTreeMap<&str, u64> = std::collections::BTreeMap::new();
    for file in &files {
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
