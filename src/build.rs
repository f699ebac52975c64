//! One run from a site's folder to a sink: load, plan, render, put. Every command that makes or
//! checks a site goes through here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::catalogue::Catalogue;
use crate::config::{LanguageIndex, normal_base_url};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, SourcePath};
use crate::load::{self, Loaded};
use crate::offline::Selection;
use crate::output::{OutputError, OutputPath, Sink};
use crate::render::Renderer;
use crate::site::{Artifact, Plan, unused};
use crate::source::SiteFolder;
use crate::theme::{TemplateSize, Theme};

/// What a caller may ask for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the site will stand, instead of what `redlist.yaml` says.
    pub base_url: Option<String>,
    /// Whether drafts are part of the site.
    pub drafts: bool,
    /// Whether warnings stop the build.
    pub strict: bool,
    /// Whether pages keep the white space of their templates.
    pub template_size: TemplateSize,
    /// The part of the site that is wanted.
    pub selection: Selection,
    /// Whether it becomes an offline edition.
    pub offline: bool,
    /// How wide pictures may be in pixels, where the room is short.
    pub picture_width: Option<u32>,
}

/// A site that is loaded and planned.
pub struct Prepared {
    /// The content.
    pub catalogue: Catalogue,
    /// The theme.
    pub theme: Theme,
    /// Every file of the output.
    pub plan: Plan,
}

/// How long each step took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Timings {
    /// Reading and checking the content and the theme.
    pub load: Duration,
    /// Deciding the output paths.
    pub plan: Duration,
    /// Rendering, summed over all threads.
    pub render: Duration,
    /// Decoding pictures, a part of `render`.
    pub decode: Duration,
    /// Making pictures smaller, a part of `render`.
    pub resize: Duration,
    /// Encoding pictures, a part of `render`.
    pub encode: Duration,
    /// Handing the bytes to the sink, summed over all threads.
    pub put: Duration,
}

/// What a site holds.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Pages that a reader sees.
    pub pages: usize,
    /// Entries.
    pub entries: usize,
    /// Pictures.
    pub pictures: usize,
    /// How each language stands, the source language first.
    pub languages: Vec<LanguageCount>,
}

/// How the texts of a language stand.
#[derive(Clone, Debug, Default)]
pub struct LanguageCount {
    /// The BCP 47 tag.
    pub tag: String,
    /// Texts of its own.
    pub texts: usize,
    /// Texts of the source language that it lacks.
    pub missing: usize,
    /// Texts that no native reader has checked.
    pub draft: usize,
    /// Translations of an older source text.
    pub stale: usize,
    /// Interface strings and labels that it lacks.
    pub missing_messages: usize,
}

/// Reads a site and decides what it becomes. `None` when there is no site to speak of; whether
/// the rest may be built is for [`may_build`] to say.
pub fn prepare(
    site: &SiteFolder,
    options: &Options,
    timings: &mut Timings,
    diagnostics: &mut Diagnostics,
) -> Option<Prepared> {
    let start = Instant::now();
    let Loaded {
        catalogue,
        diagnostics: found,
    } = load::load(site, options.drafts);
    diagnostics.append(found);
    let mut catalogue = catalogue?;
    if let Some(base_url) = &options.base_url {
        catalogue.config.base_url = Some(normal_base_url(base_url));
    }
    catalogue.config.offline = options.offline;
    if let Some(width) = options.picture_width {
        catalogue.config.pictures.keep_narrow(width);
    }
    options.selection.apply(&mut catalogue, diagnostics);
    let config = &catalogue.config;
    let mut theme = Theme::load(site, &config.theme, config.theme_place.clone(), diagnostics);
    if options.template_size == TemplateSize::Small {
        theme.minify_styles();
    }
    unused::report(&theme, &catalogue, diagnostics);
    timings.load = start.elapsed();
    let start = Instant::now();
    let plan = Plan::new(&catalogue, &theme.asset_files, diagnostics);
    timings.plan = start.elapsed();
    let prepared = Prepared {
        catalogue,
        theme,
        plan,
    };
    if !may_build(diagnostics, options) {
        // Nothing will be rendered, so that nobody else would look into the templates.
        let mut found = Diagnostics::new();
        renderer(site, &prepared, options, &mut found);
        diagnostics.append(found);
    }
    Some(prepared)
}

fn renderer<'a>(
    site: &'a SiteFolder,
    prepared: &'a Prepared,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Renderer<'a> {
    Renderer::new(
        site,
        &prepared.catalogue,
        &prepared.plan,
        &prepared.theme,
        options.template_size,
        diagnostics,
    )
}

/// Whether a site with these problems may be built.
pub fn may_build(diagnostics: &Diagnostics, options: &Options) -> bool {
    let least = match options.strict {
        true => Severity::Warning,
        false => Severity::Error,
    };
    // The more serious, the smaller.
    diagnostics
        .iter()
        .all(|diagnostic| diagnostic.severity() > least)
}

/// Renders every file of a site into a sink, in parallel. Stops at the first file that the sink
/// cannot take; templates that fail are reported for every page, each place once.
///
/// `progress` is told of every finished file, from any thread.
pub fn render_into(
    site: &SiteFolder,
    prepared: &Prepared,
    options: &Options,
    sink: &dyn Sink,
    progress: &(dyn Fn() + Sync),
    timings: &mut Timings,
    diagnostics: &mut Diagnostics,
) -> Result<(), OutputError> {
    let mut template_problems = Diagnostics::new();
    let renderer = renderer(site, prepared, options, &mut template_problems);
    let broken = template_problems.has_errors();
    diagnostics.append(template_problems);
    if broken {
        return Ok(());
    }
    let found = Mutex::new(Vec::new());
    let spent = jobs(&prepared.plan)
        .par_iter()
        .with_max_len(1)
        .flat_map_iter(|job| job.iter())
        .map(|(path, artifact)| {
            let start = Instant::now();
            let rendered = renderer.render(path, artifact);
            let render = start.elapsed();
            match rendered {
                Ok(bytes) => {
                    sink.put(path, &bytes)?;
                }
                Err(problem) => {
                    if let Ok(mut found) = found.lock() {
                        found.push(*problem);
                    }
                }
            }
            progress();
            Ok((render, start.elapsed() - render))
        })
        .try_reduce(Default::default, |a, b| Ok((a.0 + b.0, a.1 + b.1)))?;
    (timings.render, timings.put) = spent;
    let pictures = renderer.spent_on_pictures();
    timings.decode = pictures.decode();
    timings.resize = pictures.resize();
    timings.encode = pictures.encode();
    let found = found.into_inner().unwrap_or_default();
    diagnostics.append(one_per_place(found));
    Ok(())
}

/// A file of the output and what stands in it.
type File<'a> = (&'a OutputPath, &'a Artifact);

/// The files in groups for one thread each. All files of a picture are one group, because the
/// first makes the others; pictures come first, because they take longest.
fn jobs(plan: &Plan) -> Vec<Vec<File<'_>>> {
    const PAGES: usize = 16;
    let mut pictures: BTreeMap<&SourcePath, Vec<File<'_>>> = BTreeMap::new();
    let mut others = Vec::new();
    for (path, artifact) in plan.iter() {
        match artifact {
            Artifact::Picture(file) => {
                let group = pictures.entry(&file.source).or_default();
                group.push((path, artifact));
            }
            _ => others.push((path, artifact)),
        }
    }
    let others = others.chunks(PAGES).map(<[File<'_>]>::to_vec);
    pictures.into_values().chain(others).collect()
}

/// A template that fails on a thousand pages is one problem.
fn one_per_place(mut problems: Vec<Diagnostic>) -> Diagnostics {
    problems.sort_by(|a, b| (&a.place, &a.message).cmp(&(&b.place, &b.message)));
    problems.dedup_by(|a, b| a.place.is_some() && a.place == b.place && a.code == b.code);
    problems.into_iter().collect()
}

/// Counts what a site holds.
pub fn count(prepared: &Prepared) -> Counts {
    let catalogue = &prepared.catalogue;
    let artifacts = prepared.plan.iter().map(|(_, artifact)| artifact);
    Counts {
        pages: artifacts
            .clone()
            .filter(|artifact| artifact.is_page())
            .count(),
        entries: catalogue.entry_indices().count(),
        pictures: artifacts
            .filter_map(|artifact| match artifact {
                Artifact::Picture(file) => Some(&file.source),
                _ => None,
            })
            .collect::<BTreeSet<_>>()
            .len(),
        languages: catalogue
            .config
            .published_languages()
            .map(|index| language_count(catalogue, index))
            .collect(),
    }
}

fn language_count(catalogue: &Catalogue, index: LanguageIndex) -> LanguageCount {
    let tag = catalogue.language(index).tag.as_str();
    let mut count = LanguageCount {
        tag: tag.to_owned(),
        ..LanguageCount::default()
    };
    for state in catalogue.text_states(index) {
        match state {
            None => count.missing += 1,
            Some(state) => {
                count.texts += 1;
                count.draft += usize::from(state.draft);
                count.stale += usize::from(state.stale);
            }
        }
    }
    let completeness = catalogue.messages.completeness(index.0);
    count.missing_messages = completeness.total - completeness.present;
    count
}
