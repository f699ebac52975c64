//! The plan of one build: every path that will come, and what became of each.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

use super::error::OutputError;
use super::path::OutputPath;
use super::{Outcome, Summary};

const AWAITED: u8 = 0;
const STARTED: u8 = 1;
const UNCHANGED: u8 = 2;
const WRITTEN: u8 = 3;

/// The paths, sorted, each with its state. A byte a file is all that a build has to remember.
#[derive(Default)]
pub(super) struct Plan {
    paths: Vec<OutputPath>,
    states: Vec<AtomicU8>,
}

impl Plan {
    /// Takes the paths in any order. No two may be the same, and none the folder of another.
    pub fn new(paths: &[OutputPath]) -> Result<Self, OutputError> {
        let mut paths = paths.to_vec();
        paths.sort_unstable();
        let collision = |path: &OutputPath| {
            let path = path.clone();
            Err(OutputError::Collision { path })
        };
        if let Some(twice) = paths.windows(2).find(|pair| pair[0] == pair[1]) {
            return collision(&twice[0]);
        }
        let states = paths.iter().map(|_| AtomicU8::new(AWAITED)).collect();
        let plan = Self { paths, states };
        if let Some(at) = plan.folders().iter().find_map(|folder| plan.find(folder)) {
            return collision(&plan.paths[at]);
        }
        Ok(plan)
    }

    /// All paths, sorted.
    pub fn paths(&self) -> &[OutputPath] {
        &self.paths
    }

    /// Every folder that holds a file of the plan, outer ones before those inside.
    pub fn folders(&self) -> BTreeSet<&str> {
        self.paths.iter().flat_map(OutputPath::folders).collect()
    }

    /// Whether a file is part of the plan.
    pub fn contains(&self, path: &OutputPath) -> bool {
        self.find(path.as_str()).is_some()
    }

    /// Whether an old file cannot stay while the new ones move into place: it has the name of a
    /// folder to come, or its folder has the name of a file to come.
    pub fn is_in_the_way(&self, old: &OutputPath) -> bool {
        let below = format!("{old}/");
        let next = self.paths.partition_point(|path| path.as_str() < &*below);
        self.paths
            .get(next)
            .is_some_and(|path| path.as_str().starts_with(&below))
            || old.folders().any(|folder| self.find(folder).is_some())
    }

    /// Notes that a file has come, which may happen once.
    pub fn start(&self, path: &OutputPath) -> Result<usize, OutputError> {
        let Some(at) = self.find(path.as_str()) else {
            let path = path.clone();
            return Err(OutputError::Unplanned { path });
        };
        match self.states[at].compare_exchange(AWAITED, STARTED, Relaxed, Relaxed) {
            Ok(_) => Ok(at),
            Err(_) => Err(OutputError::Collision { path: path.clone() }),
        }
    }

    /// Notes what became of a file.
    pub fn finish(&self, at: usize, outcome: Outcome) {
        let state = match outcome {
            Outcome::Written => WRITTEN,
            Outcome::Unchanged => UNCHANGED,
        };
        self.states[at].store(state, Relaxed);
    }

    /// The files that differ from those that stand in the output.
    pub fn written(&self) -> impl Iterator<Item = &OutputPath> {
        let states = self.states.iter().map(|state| state.load(Relaxed));
        let pairs = self.paths.iter().zip(states);
        pairs.filter_map(|(path, state)| (state == WRITTEN).then_some(path))
    }

    /// Counts the files, or names one that did not come.
    pub fn summary(&self) -> Result<Summary, OutputError> {
        let mut summary = Summary::default();
        for (path, state) in self.paths.iter().zip(&self.states) {
            match state.load(Relaxed) {
                WRITTEN => summary.written += 1,
                UNCHANGED => summary.unchanged += 1,
                _ => return Err(OutputError::Missing { path: path.clone() }),
            }
        }
        Ok(summary)
    }

    fn find(&self, path: &str) -> Option<usize> {
        self.paths
            .binary_search_by(|probe| probe.as_str().cmp(path))
            .ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> OutputPath {
        OutputPath::new(text).unwrap()
    }

    fn plan(texts: &[&str]) -> Result<Plan, OutputError> {
        Plan::new(&texts.iter().map(|text| path(text)).collect::<Vec<_>>())
    }

    #[test]
    fn two_files_may_not_want_one_place() {
        for (texts, place) in [
            (["a", "b", "a"], "a"),
            (["ar/iraq", "ar/iraq-2", "ar/iraq/a.html"], "ar/iraq"),
        ] {
            let Err(OutputError::Collision { path }) = plan(&texts) else {
                panic!("{texts:?} collide");
            };
            assert_eq!(path.as_str(), place);
        }
        assert!(plan(&["ar/iraq-2", "ar/iraq/a.html", "ar/iraq.html"]).is_ok());
    }

    #[test]
    fn each_file_comes_once_and_all_must_come() {
        let plan = plan(&["a", "b"]).unwrap();
        let at = plan.start(&path("b")).unwrap();
        plan.finish(at, Outcome::Written);
        assert!(matches!(
            plan.start(&path("b")),
            Err(OutputError::Collision { .. })
        ));
        assert!(matches!(
            plan.start(&path("c")),
            Err(OutputError::Unplanned { .. })
        ));
        assert!(
            matches!(plan.summary(), Err(OutputError::Missing { path }) if path.as_str() == "a")
        );

        let at = plan.start(&path("a")).unwrap();
        plan.finish(at, Outcome::Unchanged);
        let summary = plan.summary().unwrap();
        assert_eq!((summary.written, summary.unchanged), (1, 1));
        assert_eq!(plan.written().collect::<Vec<_>>(), [&path("b")]);
    }

    #[test]
    fn an_old_file_is_in_the_way_of_a_folder_or_inside_a_file() {
        let plan = plan(&["ar/iraq/a.html", "en"]).unwrap();
        for (old, in_the_way) in [
            ("ar", true),
            ("ar/iraq", true),
            ("en/index.html", true),
            ("ar/iraq-2", false),
            ("ar/iraq/b.html", false),
            ("english/a.html", false),
        ] {
            assert_eq!(plan.is_in_the_way(&path(old)), in_the_way, "{old}");
        }
    }
}
