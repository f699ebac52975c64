//! Every problem that an editor can meet: what is said, where, and what to do about it.
//!
//! A folder in `tests/diagnostics/` holds what differs from the small site in `tests/sites/small/`:
//! its files are laid over the site's, and those named in `remove.txt` are taken away.
//! `expected.txt` is what `redlist check` says then. A folder's name starts with the code that
//! must be among it (`RL105-unknown-key`), with `fine` when nothing may be said, or with `many`
//! when several things are wrong at once.
//!
//! `UPDATE_EXPECTED=1 cargo test --test diagnostics` writes the expectations anew. Read them then
//! as an editor would: does each say what is wrong, where, and what to do?

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use redlist::diagnostic::Code;
use redlist::output::FolderSink;
use support::repository;
use support::small::{Run, SmallSite};

/// Codes that no folder can bring about through `redlist check`, and why. Each has a test below.
const SCRIPTED: [(Code, &str); 6] = [
    (Code::FileTooLarge, "needs a file of many megabytes"),
    (
        Code::NamesDifferInCase,
        "no Windows could check its files out",
    ),
    (Code::OutputNotOurs, "only a build writes"),
    (Code::CannotWrite, "only a build writes"),
    (Code::OutputBusy, "needs a second build at the same time"),
    (Code::OfflineEdition, "only a bundle needs a key or a list"),
];

/// Written beside the files of a fixture, and no part of the site.
const NOT_OF_THE_SITE: [&str; 2] = ["expected.txt", "remove.txt"];

fn folder() -> PathBuf {
    repository().join("tests/diagnostics")
}

/// The names of all fixtures, sorted.
fn fixtures() -> Vec<String> {
    let entries = fs::read_dir(folder()).unwrap().map(Result::unwrap);
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn code_of(fixture: &str) -> Option<Code> {
    let id = fixture.split('-').next().unwrap_or_default();
    Code::ALL.iter().copied().find(|code| code.id() == id)
}

/// The small site with a fixture laid over it.
fn site_with(fixture: &str) -> SmallSite {
    let site = SmallSite::new();
    let fixture = folder().join(fixture);
    let removed = fs::read_to_string(fixture.join("remove.txt")).unwrap_or_default();
    removed.lines().for_each(|file| site.remove(file));
    site.lay_over(&fixture);
    for name in NOT_OF_THE_SITE {
        if site.path(name).exists() {
            site.remove(name);
        }
    }
    site
}

/// Compares a text with a file of a fixture, or writes the file when asked to.
fn expect(file: &Path, told: &str) -> Result<(), String> {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, told).unwrap();
        return Ok(());
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    if expected == told {
        return Ok(());
    }
    let file = file.display();
    Err(format!(
        "{file} differs.\n--- expected\n{expected}\n--- told\n{told}"
    ))
}

/// Runs `redlist check` over a fixture and compares.
fn check(fixture: &str) -> Result<(), String> {
    let run = site_with(fixture).run(&["check", "--missing"]);
    let told = run.told();
    expect(&folder().join(fixture).join("expected.txt"), &told)?;
    let says = |words: &str| told.lines().any(|line| line.starts_with(words));
    if run.code() != i32::from(says("error")) {
        return Err(format!(
            "{fixture}: the exit code is {}\n{told}",
            run.code()
        ));
    }
    match code_of(fixture) {
        Some(code) if !told.contains(&format!("[{code}]")) => {
            Err(format!("{fixture}: its code is not told\n{told}"))
        }
        None if fixture.starts_with("fine")
            && !told.starts_with("Checked: 0 errors, 0 warnings") =>
        {
            Err(format!("{fixture}: nothing is wrong with it\n{told}"))
        }
        _ => Ok(()),
    }
}

#[test]
fn the_small_site_is_without_fault() {
    let run = SmallSite::new().run(&["check", "--strict", "--missing"]);
    assert_eq!(run.told(), "Checked: 0 errors, 0 warnings.\n");
    assert_eq!(run.code(), 0);
}

#[test]
fn every_problem_is_told_as_expected() {
    let failures: Vec<String> = fixtures()
        .par_iter()
        .filter(|fixture| !is_scripted(fixture))
        .filter_map(|fixture| check(fixture).err())
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

fn is_scripted(fixture: &str) -> bool {
    code_of(fixture).is_some_and(|code| SCRIPTED.iter().any(|(scripted, _)| *scripted == code))
}

#[test]
fn every_code_has_a_folder_and_every_folder_a_code() {
    let fixtures = fixtures();
    let shown: BTreeSet<Code> = fixtures.iter().filter_map(|name| code_of(name)).collect();
    let all: BTreeSet<Code> = Code::ALL.iter().copied().collect();
    let missing: Vec<&Code> = all.difference(&shown).collect();
    assert!(missing.is_empty(), "no folder shows {missing:?}");
    for name in fixtures.iter().filter(|name| code_of(name).is_none()) {
        let known = name.starts_with("fine-") || name.starts_with("many-");
        assert!(known, "{name} names no code");
    }
}

// What the documentation says

/// A code's part of docs/diagnostics.md: the line of its heading, and what stands below it.
fn documented() -> Vec<(String, String)> {
    let text = fs::read_to_string(repository().join("docs/diagnostics.md")).unwrap();
    let parts = text.split("\n### ").skip(1);
    parts
        .map(|part| {
            let (heading, rest) = part.split_once('\n').unwrap();
            (heading.to_owned(), rest.to_owned())
        })
        .collect()
}

#[test]
fn the_documentation_names_every_code_in_order_and_no_other() {
    let told: Vec<String> = documented()
        .into_iter()
        .map(|(heading, _)| heading)
        .collect();
    let codes = Code::ALL.iter();
    let known: Vec<String> = codes
        .map(|code| format!("{code}: {}", code.summary()))
        .collect();
    assert_eq!(told, known);
}

#[test]
fn the_documentation_says_how_serious_each_problem_is_and_shows_what_is_printed() {
    for (code, (_, text)) in Code::ALL.iter().zip(documented()) {
        let severity = format!("{:?}. ", code.severity());
        assert!(text.trim_start().starts_with(&severity), "{code}: {text}");
        let example = text.split("```text\n").nth(1);
        let example = example.and_then(|rest| rest.split("\n```").next());
        let example = example.unwrap_or_else(|| panic!("{code} has no example"));
        let printed = fixtures().into_iter().any(|name| {
            let file = folder().join(name).join("expected.txt");
            code_of_example(example) == Some(*code)
                && fs::read_to_string(file).is_ok_and(|told| told.contains(example))
        });
        assert!(printed, "{code}: no fixture prints this:\n{example}");
    }
}

/// `error[RL104]: …` is an example of RL104.
fn code_of_example(example: &str) -> Option<Code> {
    let id = example.split(['[', ']']).nth(1)?;
    Code::ALL.iter().copied().find(|code| code.id() == id)
}

// What needs more than a folder

/// Compares what a run told with the fixture's expectation; its code is among it, and the run
/// failed.
fn expect_failure(fixture: &str, run: &Run) {
    let told = run.told();
    let file = folder().join(fixture).join("expected.txt");
    expect(&file, &told).unwrap_or_else(|difference| panic!("{difference}"));
    let code = code_of(fixture).unwrap();
    assert!(told.contains(&format!("error[{code}]")), "{told}");
    assert_eq!(run.code(), 1, "{told}");
}

#[test]
fn a_text_of_many_megabytes_is_not_read() {
    let site = SmallSite::new();
    site.write("content/pages/about/ar.md", vec![b'a'; 9 * 1024 * 1024]);
    expect_failure("RL103-file-too-large", &site.run(&["check"]));
}

#[test]
fn names_that_differ_only_in_case_are_told() {
    let site = SmallSite::new();
    let drawing = "content/lists/iraq/clay-tablets/Drawing.svg";
    if site.path(drawing).exists() {
        return; // This disk holds no two such names, so nobody can make the mistake.
    }
    fs::copy(site.path(&drawing.replace('D', "d")), site.path(drawing)).unwrap();
    expect_failure("RL111-names-differ-in-case", &site.run(&["check"]));
}

#[test]
fn a_folder_with_the_files_of_others_is_not_built_into() {
    let site = site_with("RL903-output-not-ours");
    expect_failure("RL903-output-not-ours", &site.run(&["build"]));
    assert!(site.path("public/family.txt").exists());
}

#[test]
fn a_file_in_the_place_of_the_output_folder_stays_there() {
    let site = site_with("RL904-cannot-write");
    expect_failure("RL904-cannot-write", &site.run(&["build"]));
    assert!(site.path("public").is_file());
}

#[test]
fn two_builds_do_not_write_into_one_folder() {
    let site = SmallSite::new();
    let other_build = FolderSink::open(&site.path("public")).unwrap();
    expect_failure("RL905-output-busy", &site.run(&["build"]));
    drop(other_build);
    assert_eq!(site.run(&["build"]).code(), 0);
}

#[test]
fn a_bundle_of_a_list_that_is_not_there_is_not_made() {
    let site = SmallSite::new();
    let run = site.run(&["bundle", ".", "stick", "--lists", "iran"]);
    expect_failure("RL906-offline-edition", &run);
    assert!(!site.path("stick").exists());
}
