//! What is wrong with a site as it was read, unit by unit.

use std::sync::Arc;

use crate::config;
use crate::diagnostic::{Diagnostics, Severity, SourcePath};

use super::unit::{Thing, Unit};
use super::units::Units;

/// What is wrong with one unit, and the folder or file that it was read from.
#[derive(Clone)]
pub struct Problems {
    /// The folder of the unit, or the part of the site.
    pub folder: SourcePath,
    /// What is wrong, in no order.
    pub found: Arc<Diagnostics>,
}

impl Units {
    /// What is wrong, unit by unit; units without a problem are passed over.
    pub fn problems(&self) -> Vec<Problems> {
        let mut all = Vec::new();
        let mut add = |folder: SourcePath, found: &Arc<Diagnostics>| {
            if !found.is_empty() {
                let found = Arc::clone(found);
                all.push(Problems { folder, found });
            }
        };
        add(SourcePath::new(config::FILE), &self.config.found);
        add(
            SourcePath::new("content/vocabulary"),
            &self.vocabulary.found,
        );
        add(SourcePath::new("i18n"), &self.messages.found);
        add(SourcePath::new("content"), &self.top);
        add(SourcePath::new("content/lists"), &self.lists.found);
        add(SourcePath::new("content/pages"), &self.pages.found);
        add(SourcePath::new("content/news"), &self.news.found);
        for (id, unit) in &self.lists.units {
            let folder = || SourcePath::new(format!("content/lists/{id}"));
            add_unit(&unit.head, folder, &mut add);
            if unit.head.is_left_out() {
                continue;
            }
            for (entry, unit) in &unit.entries {
                let folder = || SourcePath::new(format!("content/lists/{id}/{entry}"));
                add_unit(unit, folder, &mut add);
            }
        }
        for (id, unit) in &self.pages.units {
            add_unit(
                unit,
                || SourcePath::new(format!("content/pages/{id}")),
                &mut add,
            );
        }
        for (id, unit) in &self.news.units {
            add_unit(
                unit,
                || SourcePath::new(format!("content/news/{id}")),
                &mut add,
            );
        }
        all
    }

    /// Everything that is wrong, not yet sorted.
    pub fn diagnostics(&self) -> Diagnostics {
        let problems = self.problems();
        let all = problems.iter().flat_map(|problems| problems.found.iter());
        all.cloned().collect()
    }
}

fn add_unit<T: Thing>(
    unit: &Unit<T>,
    folder: impl Fn() -> SourcePath,
    add: &mut impl FnMut(SourcePath, &Arc<Diagnostics>),
) {
    for found in [unit.own(), unit.links()] {
        if !found.is_empty() {
            add(folder(), found);
        }
    }
}

/// How many problems of each severity there are.
pub fn count(problems: &[Problems], severity: Severity) -> usize {
    let all = problems.iter();
    all.map(|problems| problems.found.count(severity)).sum()
}
