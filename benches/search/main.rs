//! How large the search index is, how long it takes to make, and how soon a reader sees a result.
//!
//! `cargo bench --bench search` tries 30, 1,000 and 10,000 entries of about 350 words in one
//! language. Words come as often as in a natural language (Zipf), from a lexicon of 30,000. The
//! queries run in node, on the script and the files as they are written. Compare ratios, never
//! times across machines.

#[allow(dead_code, reason = "the other benchmark uses the rest")]
#[path = "../corpus/generate.rs"]
mod generate;

use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use redlist::build::{self, Options, Timings};
use redlist::config::LanguageIndex;
use redlist::diagnostic::Diagnostics;
use redlist::output::Discard;
use redlist::render::Renderer;
use redlist::site::Artifact;
use redlist::source::SiteFolder;
use redlist::theme::TemplateSize;

fn main() {
    let numbers: Vec<usize> = std::env::args()
        .filter_map(|arg| arg.parse().ok())
        .collect();
    let sizes = if numbers.is_empty() {
        vec![30, 1_000, 10_000]
    } else {
        numbers
    };
    for entries in sizes {
        measure(entries);
    }
}

fn measure(entries: usize) {
    let folder = tempfile::tempdir().expect("a benchmark needs a temporary folder");
    let root = folder.path().join("site");
    generate::site(&root, entries, 1);
    let text = natural_texts(&root, entries);
    let site = SiteFolder::new(&root);
    let options = Options::default();
    let mut diagnostics = Diagnostics::new();
    let prepared = build::prepare(&site, &options, &mut Timings::default(), &mut diagnostics)
        .expect("the generated site has no errors");
    let renderer = Renderer::new(
        &site,
        &prepared.catalogue,
        &prepared.plan,
        &prepared.theme,
        TemplateSize::Small,
        &mut diagnostics,
    );
    let start = Instant::now();
    prepared
        .plan
        .search
        .index(&prepared.catalogue, LanguageIndex::SOURCE);
    let index = start.elapsed();
    let shards: Vec<_> = prepared
        .plan
        .iter()
        .filter(|(_, artifact)| matches!(artifact, Artifact::SearchShard(..)))
        .collect();
    let written: Vec<usize> = shards
        .par_iter()
        .map(|(path, artifact)| {
            let bytes = renderer
                .render(path, artifact)
                .expect("no template is involved");
            let file = folder.path().join("public").join(path.as_str());
            std::fs::create_dir_all(file.parent().expect("it has a folder"))
                .expect("it can be written");
            std::fs::write(file, &bytes).expect("it can be written");
            bytes.len()
        })
        .collect();
    let with_files = start.elapsed();
    let bytes: usize = written.iter().sum();
    println!("{entries} entries, {} of text", mib(text));
    println!(
        "  index       {} in {} files, the largest {} KB",
        mib(bytes),
        written.len(),
        written.iter().max().unwrap_or(&0) / 1024
    );
    for (name, kind) in [
        ("words", 'w'),
        ("cards", 'c'),
        ("texts", 't'),
        ("facets", 'f'),
        ("spelling", 's'),
    ] {
        let of_kind = shards.iter().zip(&written).filter(|((path, _), _)| {
            let mut letters = path.file_name().chars();
            letters.next() == Some(kind) && letters.next().is_some_and(|c| c.is_ascii_digit())
        });
        let sizes: Vec<usize> = of_kind.map(|(_, size)| *size).collect();
        println!(
            "    {name:10}{:>10} in {} files",
            mib(sizes.iter().sum()),
            sizes.len()
        );
    }
    let whole = whole_build(&site, &options);
    println!(
        "  making it   {:.3} s, {:.3} s with all files written; all pages of the site take {:.3} s",
        index.as_secs_f64(),
        with_files.as_secs_f64(),
        whole.as_secs_f64()
    );
    queries(&folder.path().join("public"));
}

fn whole_build(site: &SiteFolder, options: &Options) -> Duration {
    let start = Instant::now();
    let mut diagnostics = Diagnostics::new();
    let mut timings = Timings::default();
    let prepared = build::prepare(site, options, &mut timings, &mut diagnostics);
    let prepared = prepared.expect("the generated site has no errors");
    build::render_into(
        site,
        &prepared,
        options,
        &Discard,
        &|| {},
        &mut timings,
        &mut diagnostics,
    )
    .expect("nothing can go wrong where nothing is written");
    start.elapsed()
}

fn queries(public: &Path) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let status = Command::new("node")
        .arg(here.join("benches/search/queries.mjs"))
        .arg(here.join("themes/default/assets"))
        .arg(public)
        .status();
    if !status.is_ok_and(|status| status.success()) {
        println!("  the queries need node");
    }
}

fn mib(bytes: usize) -> String {
    let mib = bytes as f64 / 1024.0 / 1024.0;
    format!("{mib:.2} MiB")
}

const LEXICON: usize = 30_000;

/// Gives every entry a text of its own; the generated ones have eight words in all.
fn natural_texts(root: &Path, entries: usize) -> usize {
    let mut random = Random(1);
    let mut total = 0;
    for entry in 0..entries {
        let list = entry / 250;
        let mut text = String::from("---\n");
        let mut line = |key: &str, words: usize, random: &mut Random| {
            let _ = writeln!(text, "{key}{}", sentence(words, random));
        };
        line("title: ", 3, &mut random);
        line("also_called:\n  - ", 2, &mut random);
        line("  - ", 2, &mut random);
        line("summary: ", 12, &mut random);
        line("look_for:\n  - ", 12, &mut random);
        line("  - ", 12, &mut random);
        line("  - ", 12, &mut random);
        text.push_str("---\n");
        for _ in 0..6 {
            let _ = writeln!(text, "{}\n", sentence(50, &mut random));
        }
        total += text.len();
        std::fs::write(
            root.join(format!("content/lists/list-{list}/entry-{entry}/en.md")),
            text,
        )
        .expect("the temporary folder can be written");
    }
    total
}

fn sentence(words: usize, random: &mut Random) -> String {
    let words: Vec<String> = (0..words).map(|_| word(random.zipf(LEXICON))).collect();
    words.join(" ")
}

/// The word of a rank: syllables that spell the rank, frequent words short.
fn word(rank: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ka", "lu", "mi", "to", "re", "sa", "no", "di", "ve", "pu", "ga", "zi", "bo", "he", "fa",
        "ti", "ro", "ne", "su", "la",
    ];
    let mut rank = rank + 20;
    let mut word = String::new();
    while rank > 0 {
        word.push_str(SYLLABLES[rank % SYLLABLES.len()]);
        rank /= SYLLABLES.len();
    }
    word
}

/// A small generator, the same on every machine.
struct Random(u64);

impl Random {
    fn unit(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A rank, the first ones far more often than the last.
    fn zipf(&mut self, ranks: usize) -> usize {
        let rank = (ranks as f64).powf(self.unit()) - 1.0;
        let rank = rank as usize;
        rank.min(ranks - 1)
    }
}
