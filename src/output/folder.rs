//! The sink that writes a folder: nothing changes before all is rendered and on the disk, and only
//! what is new is touched.
//!
//! Files are not flushed to the disk one by one. After a power cut one may be damaged; as the next
//! build compares bytes, not times, it mends that. Only the manifest must never be half written.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use super::disk::{self, Stands};
use super::error::OutputError;
use super::home::{Company, Home};
use super::path::OutputPath;
use super::plan::Plan;
use super::{Outcome, Sink, Summary, manifest, removal};

/// One build into a folder: [`open`](Self::open), [`prepare`](Self::prepare), put every file of
/// the plan from any number of threads, [`commit`](Self::commit).
///
/// Until the commit nothing changes in the output. Dropped before, it leaves no trace; killed at
/// any moment, it leaves each file old or new and whole, and the next build heals the rest.
pub struct FolderSink {
    home: Home,
    /// What the manifest on the disk names, sorted; nothing when there is no manifest.
    noted: Option<Vec<OutputPath>>,
    /// All that is ours, sorted: what is noted, and what the caller knows besides.
    ours: Vec<OutputPath>,
    plan: Plan,
    bytes: AtomicU64,
}

impl FolderSink {
    /// Takes a folder for one build. It is created when absent, and refused when another build
    /// uses it or when it holds files and redlist did not make it.
    pub fn open(dir: &Path) -> Result<Self, OutputError> {
        Self::take(dir, Company::None, Vec::new())
    }

    /// Takes a folder in which files of others may stand, such as a stick. They are never replaced
    /// or removed. `ours` are files that are ours although no manifest in `.redlist` names them.
    pub fn open_among_others(dir: &Path, ours: Vec<OutputPath>) -> Result<Self, OutputError> {
        Self::take(dir, Company::Others, ours)
    }

    fn take(dir: &Path, company: Company, mut ours: Vec<OutputPath>) -> Result<Self, OutputError> {
        let home = Home::take(dir, company)?;
        let noted = manifest::read(&home.manifest())?;
        ours.extend(noted.iter().flatten().cloned());
        ours.sort_unstable();
        ours.dedup();
        Ok(Self {
            home,
            noted,
            ours,
            plan: Plan::default(),
            bytes: AtomicU64::new(0),
        })
    }

    /// Names all files that will come, before the first one does. Finds out whether there is room
    /// for their folders; the manifest changes with the commit.
    pub fn prepare(&mut self, paths: &[OutputPath]) -> Result<(), OutputError> {
        let plan = Plan::new(paths)?;
        if !self.home.is_bare() {
            plan.folders()
                .into_iter()
                .try_for_each(|folder| self.check_folder(folder))?;
        }
        self.plan = plan;
        Ok(())
    }

    /// Moves the new files into place and removes those of earlier builds that are no longer
    /// part of the site. Every file of the plan must have come.
    ///
    /// While files move, the manifest names those of old and those to come, so that each is known
    /// as ours wherever the commit is stopped.
    pub fn commit(self) -> Result<Summary, OutputError> {
        self.commit_with_last(&[], &|| Ok(()))
    }

    /// The files that differ from those that stand in the output, and where each is gathered until
    /// the commit.
    pub fn staged(&self) -> impl Iterator<Item = (&OutputPath, PathBuf)> {
        let staging = self.home.staging();
        let written = self.plan.written();
        written.map(move |path| (path, staging.join(path.as_str())))
    }

    /// As [`commit`](Self::commit), but some files at the root come last, in their order, when all
    /// others have moved and the old ones are gone. `before` is called just before they come; when
    /// it fails they do not.
    pub fn commit_with_last(
        self,
        last_files: &[OutputPath],
        before: &dyn Fn() -> Result<(), OutputError>,
    ) -> Result<Summary, OutputError> {
        let mut summary = self.plan.summary()?;
        summary.bytes = self.bytes.load(Relaxed);
        let orphans: Vec<_> = self
            .owned()
            .iter()
            .filter(|path| !self.plan.contains(path))
            .collect();
        self.check_rights(&orphans)?;

        // All that needs space on the disk comes before the first change to the site.
        let meanwhile = self.owned_meanwhile();
        let first = self.noted.as_ref() != Some(&meanwhile);
        let first = self.draft_manifest("first", first, &meanwhile)?;
        let last = meanwhile != self.plan.paths();
        let last = self.draft_manifest("last", last, self.plan.paths())?;

        self.publish(first)?;
        let (obstacles, rest): (Vec<_>, Vec<_>) = orphans
            .into_iter()
            .partition(|path| self.plan.is_in_the_way(path));
        summary.removed = removal::remove(self.home.root(), obstacles)?;
        if summary.written > 0 {
            settle(&self.home.staging(), self.home.root(), last_files)?;
        }
        summary.removed += removal::remove(self.home.root(), rest)?;
        before()?;
        for path in last_files {
            let staged = self.home.staging().join(path.as_str());
            if disk::stands(&staged)? != Stands::Nothing {
                disk::rename(&staged, &self.place(path.as_str()))?;
            }
        }
        self.publish(last)?;
        Ok(summary)
    }

    fn owned(&self) -> &[OutputPath] {
        &self.ours
    }

    fn is_owned(&self, path: &str) -> bool {
        self.owned()
            .binary_search_by(|probe| probe.as_str().cmp(path))
            .is_ok()
    }

    fn place(&self, path: &str) -> PathBuf {
        self.home.root().join(path)
    }

    /// A folder of the plan must be one, or a file of ours that makes room for it.
    fn check_folder(&self, folder: &str) -> Result<(), OutputError> {
        let path = self.place(folder);
        match disk::stands(&path)? {
            Stands::Nothing | Stands::Folder => Ok(()),
            Stands::File(_) if self.is_owned(folder) => Ok(()),
            Stands::File(_) | Stands::Other => Err(OutputError::InTheWay { path }),
        }
    }

    /// Compares a file with what stands in its place.
    fn compare(&self, path: &OutputPath, bytes: &[u8]) -> Result<Outcome, OutputError> {
        if self.home.is_bare() {
            return Ok(Outcome::Written);
        }
        let place = self.place(path.as_str());
        let ours = match disk::stands(&place)? {
            Stands::Nothing => true,
            Stands::File(length) if length == bytes.len() as u64 && disk::holds(&place, bytes) => {
                return Ok(Outcome::Unchanged);
            }
            Stands::File(_) | Stands::Other => self.is_owned(path.as_str()),
            Stands::Folder => self.holds_only_ours(path.as_str())?,
        };
        if !ours {
            return Err(OutputError::InTheWay { path: place });
        }
        Ok(Outcome::Written)
    }

    fn holds_only_ours(&self, folder: &str) -> Result<bool, OutputError> {
        for entry in disk::list(&self.place(folder))? {
            let Ok(name) = entry.file_name().into_string() else {
                return Ok(false);
            };
            let path = format!("{folder}/{name}");
            let ours = match disk::stands(&entry.path())? {
                Stands::Folder => self.holds_only_ours(&path)?,
                _ => self.is_owned(&path),
            };
            if !ours {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Asks for every file that will be replaced or removed, so that a lack of rights is met
    /// while the old output is whole.
    fn check_rights(&self, orphans: &[&OutputPath]) -> Result<(), OutputError> {
        if self.home.is_bare() {
            return Ok(());
        }
        for path in self.plan.written().chain(orphans.iter().copied()) {
            let place = self.place(path.as_str());
            if matches!(disk::stands(&place)?, Stands::File(_)) {
                disk::may_replace(&place)?;
            }
        }
        Ok(())
    }

    /// All files that are ours at some moment of the commit: those of old and those to come. A
    /// file of another hand that happens to have the right bytes stays theirs until the end.
    fn owned_meanwhile(&self) -> Vec<OutputPath> {
        let mut paths: Vec<_> = self
            .owned()
            .iter()
            .chain(self.plan.written())
            .cloned()
            .collect();
        paths.sort_unstable();
        paths.dedup();
        paths
    }

    /// Writes a manifest that is not valid yet, if it is needed.
    fn draft_manifest(
        &self,
        name: &str,
        needed: bool,
        paths: &[OutputPath],
    ) -> Result<Option<PathBuf>, OutputError> {
        if !needed {
            return Ok(None);
        }
        let draft = self.home.draft(name);
        let text = manifest::write(paths);
        disk::create_durable(&draft, text.as_bytes(), &self.home.manifest())?;
        Ok(Some(draft))
    }

    fn publish(&self, draft: Option<PathBuf>) -> Result<(), OutputError> {
        draft.map_or(Ok(()), |draft| disk::rename(&draft, &self.home.manifest()))
    }
}

impl Sink for FolderSink {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<Outcome, OutputError> {
        let at = self.plan.start(path)?;
        let outcome = self.compare(path, bytes)?;
        if outcome == Outcome::Written {
            let staged = self.home.staging().join(path.as_str());
            disk::create(&staged, bytes, &self.place(path.as_str()))?;
        }
        self.bytes.fetch_add(bytes.len() as u64, Relaxed);
        self.plan.finish(at, outcome);
        Ok(outcome)
    }
}

/// Moves what is staged into place. A folder that is new there moves as a whole, so a first build
/// costs a dozen moves.
fn settle(staged: &Path, place: &Path, later: &[OutputPath]) -> Result<(), OutputError> {
    for entry in disk::list(staged)? {
        if later.iter().any(|path| entry.file_name() == path.as_str()) {
            continue;
        }
        let (from, to) = (entry.path(), place.join(entry.file_name()));
        match (disk::stands(&from)?, disk::stands(&to)?) {
            (Stands::Folder, Stands::Folder) => {
                settle(&from, &to, &[])?;
                continue;
            }
            // Our files in it are gone by now; a killed build may have left the folders.
            (_, Stands::Folder) => removal::remove_hollow(&to)?,
            _ => {}
        }
        disk::rename(&from, &to)?;
    }
    Ok(())
}
