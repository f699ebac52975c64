//! A site at one moment, from which pages are made. It never changes.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tera::Value;

use crate::catalogue::Catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::load::Problems;
use crate::output::OutputPath;
use crate::pictures::Kept;
use crate::render::{Bytes, Renderer};
use crate::site::{Artifact, Plan};
use crate::source::SiteFolder;
use crate::theme::{Engine, Theme};

/// What pages are made of.
#[derive(Clone)]
pub struct Made {
    pub catalogue: Arc<Catalogue>,
    pub plan: Arc<Plan>,
    pub theme: Arc<Theme>,
    pub engine: Arc<Engine>,
    pub sites: Arc<Vec<Value>>,
    pub pictures: Arc<Kept>,
}

/// A site at one moment.
pub struct Snapshot {
    site: SiteFolder,
    number: u64,
    made: Option<Made>,
    problems: Vec<Problems>,
    errors: Diagnostics,
}

impl Snapshot {
    /// A site of which nothing is known yet.
    pub(super) fn empty(site: SiteFolder) -> Self {
        Self::new(site, 0, None, Vec::new())
    }

    pub(super) fn new(
        site: SiteFolder,
        number: u64,
        made: Option<Made>,
        problems: Vec<Problems>,
    ) -> Self {
        let all = problems.iter().flat_map(|problems| problems.found.iter());
        let errors = all.filter(|problem| problem.severity() == Severity::Error);
        let errors: Diagnostics = errors.cloned().collect();
        Self {
            site,
            number,
            made,
            problems,
            errors: errors.sorted(),
        }
    }

    /// The site's folder.
    pub fn site(&self) -> &SiteFolder {
        &self.site
    }

    /// Counts the looks at the site, from 1.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The plan and the catalogue; `None` while there is no site to speak of.
    pub(super) fn made(&self) -> Option<&Made> {
        self.made.as_ref()
    }

    /// Every file of the output.
    pub fn files(&self) -> Vec<OutputPath> {
        let plan = self.made.as_ref().map(|made| &made.plan);
        let files = plan.into_iter().flat_map(|plan| plan.iter());
        files.map(|(path, _)| path.clone()).collect()
    }

    /// What stops a build, sorted.
    pub fn errors(&self) -> &Diagnostics {
        &self.errors
    }

    /// Everything that is wrong, sorted.
    pub fn diagnostics(&self) -> Diagnostics {
        let all = self
            .problems
            .iter()
            .flat_map(|problems| problems.found.iter());
        all.cloned().collect::<Diagnostics>().sorted()
    }

    /// How many problems of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        crate::load::count(&self.problems, severity)
    }

    /// The problems of the units and parts of the site that were not there, or not in this form,
    /// at an earlier look; sorted, without notes.
    pub fn new_since(&self, earlier: &Snapshot) -> Diagnostics {
        let parts = |problems: &[Problems]| -> HashSet<*const Diagnostics> {
            problems
                .iter()
                .map(|part| Arc::as_ptr(&part.found))
                .collect()
        };
        let (before, now) = (parts(&earlier.problems), parts(&self.problems));
        let gone = earlier.problems.iter();
        let gone = gone.filter(|part| !now.contains(&Arc::as_ptr(&part.found)));
        let gone = gone.flat_map(|part| part.found.iter());
        let gone: BTreeSet<_> = gone.map(|old| (&old.place, &old.message)).collect();
        let fresh = self.problems.iter();
        let fresh = fresh.filter(|part| !before.contains(&Arc::as_ptr(&part.found)));
        let fresh = fresh.flat_map(|part| part.found.iter());
        let fresh = fresh.filter(|problem| problem.severity() != Severity::Note);
        let fresh = fresh.filter(|new| !gone.contains(&(&new.place, &new.message)));
        fresh.cloned().collect::<Diagnostics>().sorted()
    }

    /// The problems in a folder of the site, sorted.
    pub fn problems_in(&self, folder: &str) -> Diagnostics {
        let here = self.problems.iter();
        let here = here.filter(|problems| problems.folder.as_str() == folder);
        let found = here.flat_map(|problems| problems.found.iter()).cloned();
        found.collect::<Diagnostics>().sorted()
    }

    /// What stands at a path of the output.
    pub fn artifact(&self, path: &OutputPath) -> Option<&Artifact> {
        self.made.as_ref()?.plan.get(path)
    }

    /// The bytes of a file of the output, the same that a build writes. `None` when there is no
    /// such file.
    pub fn render(&self, path: &OutputPath) -> Option<Result<Bytes, Box<Diagnostic>>> {
        let made = self.made.as_ref()?;
        let artifact = made.plan.get(path)?;
        // A file may have become a link since it was read.
        if let Artifact::Picture(file) = artifact
            && let Some(problem) = self.site.leads_outside(&file.source)
        {
            return Some(Err(problem));
        }
        let renderer = Renderer::with_engine(
            &self.site,
            &made.catalogue,
            &made.plan,
            &made.theme,
            Arc::clone(&made.engine),
            Arc::clone(&made.sites),
            Arc::clone(&made.pictures),
        );
        Some(renderer.render(path, artifact))
    }

    /// A stamp of everything that a page shows but does not hold: pictures and scripts. The page
    /// is to be loaded again when it changes.
    pub fn stamp_of_files(&self, page: &OutputPath, html: &str) -> Vec<u8> {
        let mut hash = Sha256::new();
        let Some(made) = &self.made else {
            return Vec::new();
        };
        for address in super::insert::sources(html) {
            let Some(path) = crate::catalogue::join(page.folder(), address) else {
                continue;
            };
            let Ok(path) = OutputPath::new(&path) else {
                continue;
            };
            match made.plan.get(&path) {
                Some(Artifact::Picture(picture)) => {
                    let file = &picture.source;
                    let found = std::fs::metadata(self.site.path(file)).ok();
                    let time = found.as_ref().and_then(|found| found.modified().ok());
                    hash.update(format!(
                        "{file} {time:?} {:?}",
                        found.map(|found| found.len())
                    ));
                }
                Some(Artifact::Asset(name)) => {
                    hash.update(made.theme.assets.get(name).map_or(&[][..], |bytes| bytes));
                }
                _ => {}
            }
        }
        hash.finalize().to_vec()
    }

    /// A stamp of all style sheets. They are exchanged when it changes.
    pub fn stamp_of_styles(&self) -> String {
        let assets = self.made.iter().flat_map(|made| &made.theme.assets);
        let mut hash = Sha256::new();
        for (name, bytes) in assets.filter(|(name, _)| name.ends_with(".css")) {
            hash.update(name);
            hash.update(bytes);
        }
        short(&hash.finalize())
    }
}

/// The first digits of a hash.
pub(super) fn short(hash: &[u8]) -> String {
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
