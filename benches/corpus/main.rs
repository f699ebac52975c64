//! How long a build of many entries takes, and how much memory it needs.
//!
//! `cargo bench` makes a site of 1,000 entries in 6 languages; `cargo bench -- 10000 6` one of ten
//! times as many. Each step is measured alone in this process, the whole build as a process of its
//! own. Times on one machine mean little: compare the ratios, and the lines of two versions.

mod generate;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use redlist::build::{self, Options, Timings};
use redlist::diagnostic::Diagnostics;
use redlist::output::Discard;
use redlist::source::SiteFolder;

fn main() {
    let numbers: Vec<usize> = std::env::args()
        .filter_map(|arg| arg.parse().ok())
        .collect();
    let entries = numbers.first().copied().unwrap_or(1_000);
    let languages = numbers.get(1).copied().unwrap_or(6);
    let folder = tempfile::tempdir().expect("a benchmark needs a temporary folder");
    let root = folder.path().join("site");
    generate::site(&root, entries, languages);
    println!("{entries} entries of 300 words in {languages} languages");
    steps(&root);
    let output = folder.path().join("public");
    let first = whole(&root, &output);
    let pages = pages(&output);
    report("whole build", first, pages);
    report("unchanged rebuild", whole(&root, &output), pages);
    generate::change_one(&root);
    report("one entry changed", whole(&root, &output), pages);
}

/// The steps in this process, with all threads.
fn steps(root: &Path) {
    let site = SiteFolder::new(root);
    let options = Options::default();
    let mut timings = Timings::default();
    let mut diagnostics = Diagnostics::new();
    let prepared = build::prepare(&site, &options, &mut timings, &mut diagnostics);
    let prepared = prepared.expect("the generated site has no errors");
    assert!(build::may_build(&diagnostics, &options), "{diagnostics:?}");
    let start = Instant::now();
    let rendered = build::render_into(
        &site,
        &prepared,
        &options,
        &Discard,
        &|| {},
        &mut timings,
        &mut diagnostics,
    );
    rendered.expect("nothing can go wrong where nothing is written");
    let elapsed = start.elapsed();
    let files = prepared.plan.len();
    line("load and check", timings.load, files);
    line("plan", timings.plan, files);
    line("render", elapsed, files);
}

/// A whole build as a user runs it: time and peak memory in MiB.
fn whole(root: &Path, output: &Path) -> (Duration, Option<u64>) {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_redlist"))
        .args([
            "build".as_ref(),
            root.as_os_str(),
            "-o".as_ref(),
            output.as_os_str(),
        ])
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary was built with this benchmark");
    let mut peak = None;
    loop {
        peak = peak_memory(child.id()).or(peak);
        if let Some(status) = child.try_wait().expect("the child is ours") {
            assert!(status.success(), "the build failed");
            return (start.elapsed(), peak);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// The most memory a process has used so far, in MiB; only Linux tells.
fn peak_memory(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024)
}

fn pages(output: &Path) -> usize {
    let files = walkdir::WalkDir::new(output).into_iter().flatten();
    files
        .filter(|file| {
            file.path()
                .extension()
                .is_some_and(|ending| ending == "html")
        })
        .count()
}

fn line(name: &str, time: Duration, files: usize) {
    let rate = files as f64 / time.as_secs_f64();
    println!(
        "{name:18} {:8.3} s  {rate:10.0} files/s",
        time.as_secs_f64()
    );
}

fn report(name: &str, (time, peak): (Duration, Option<u64>), pages: usize) {
    let rate = pages as f64 / time.as_secs_f64();
    let memory = peak.map_or_else(String::new, |mib| format!("  {mib:5} MiB"));
    println!(
        "{name:18} {:8.3} s  {rate:10.0} pages/s{memory}",
        time.as_secs_f64()
    );
}
