//! Tests that stop a build at every change that it makes to the disk: by an error, as on a full
//! disk, and for good, as by `kill -9`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tempfile::TempDir;

use super::disk::failpoint::{self, Failure};
use super::{FolderSink, OutputError, OutputPath, Sink, clean, manifest};

/// A site, or what stands in a folder: the files with their contents.
type Edition = BTreeMap<String, String>;

const FOREIGN: &str = "ar/NOTES.txt";

fn edition(files: &[(&str, &str)]) -> Edition {
    let owned = |(path, text): &(&str, &str)| (path.to_string(), text.to_string());
    files.iter().map(owned).collect()
}

fn paths(edition: &Edition) -> Vec<OutputPath> {
    let path = |text: &String| OutputPath::new(text).unwrap();
    edition.keys().map(path).collect()
}

fn stage(dir: &Path, edition: &Edition) -> Result<FolderSink, OutputError> {
    let mut sink = FolderSink::open(dir)?;
    sink.prepare(&paths(edition))?;
    for (path, text) in paths(edition).iter().zip(edition.values()) {
        sink.put(path, text.as_bytes())?;
    }
    Ok(sink)
}

fn build(dir: &Path, edition: &Edition) -> Result<(), OutputError> {
    stage(dir, edition)?.commit().map(drop)
}

/// All files below a folder but our own notes.
fn found(dir: &Path) -> Edition {
    let inside = |entry: &walkdir::DirEntry| entry.file_name() != ".redlist";
    walkdir::WalkDir::new(dir)
        .into_iter()
        .filter_entry(inside)
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(dir).unwrap();
            let text = fs::read_to_string(entry.path()).unwrap();
            (path.to_str().unwrap().to_owned(), text)
        })
        .collect()
}

fn empty_folders(dir: &Path) -> usize {
    walkdir::WalkDir::new(dir)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_dir() && entry.path() != dir)
        .filter(|entry| fs::read_dir(entry.path()).unwrap().next().is_none())
        .count()
}

/// Each file is old or new and whole, and none that both editions have is missing.
fn assert_whole(dir: &Path, old: &Edition, new: &Edition) {
    let found = found(dir);
    for (path, text) in &found {
        let known = [old.get(path), new.get(path)];
        assert!(known.contains(&Some(text)), "{path} holds {text:?}");
    }
    for path in old.keys().filter(|path| new.contains_key(*path)) {
        assert!(found.contains_key(path), "{path} is missing");
    }
}

fn assert_holds(dir: &Path, edition: &Edition) {
    assert_eq!(&found(dir), edition);
    let noted = fs::read_to_string(dir.join(".redlist/manifest")).unwrap();
    assert_eq!(noted, manifest::write(&paths(edition)));
    assert_eq!(empty_folders(dir), 0);
    assert!(!dir.join(".redlist/unfinished").exists());
}

fn first() -> Edition {
    edition(&[
        ("index.html", "one"),
        ("assets/same.css", "same"),
        ("ar/index.html", "one"),
        ("ar/iraq", "a file that becomes a folder"),
        ("ar/old/deep/x.html", "goes with its folders"),
        ("en/a/b/c.html", "in a folder that becomes a file"),
        ("en/a/d.html", "likewise"),
        ("en/index.html", "one"),
    ])
}

fn second() -> Edition {
    edition(&[
        ("index.html", "two, longer"),
        ("assets/same.css", "same"),
        ("ar/index.html", "two"),
        ("ar/iraq/index.html", "two"),
        ("en/a", "two"),
        ("en/index.html", "one"),
        ("fr/index.html", "two"),
        ("fr/iraq/index.html", "two"),
    ])
}

/// Runs `check` once for every change that building `new` over `old` makes; it finds a folder in
/// which the build was stopped there.
fn stop_everywhere(failure: Failure, old: &Edition, new: &Edition, check: impl Fn(&Path)) {
    for changes in 0.. {
        let dir = TempDir::new().unwrap();
        build(dir.path(), old).unwrap();
        failpoint::arm(changes, failure);
        let outcome = build(dir.path(), new);
        if !failpoint::disarm() {
            outcome.unwrap();
            assert!(changes > 20, "the build makes many changes");
            return;
        }
        assert_whole(dir.path(), old, new);
        if outcome.is_err() && failure == Failure::Once {
            assert!(!dir.path().join(".redlist/unfinished").exists());
        }
        check(dir.path());
    }
}

#[test]
fn killed_anywhere_every_file_is_whole_and_the_next_build_heals_the_rest() {
    for (old, new) in [(first(), second()), (second(), first())] {
        stop_everywhere(Failure::Forever, &old, &new, |dir| {
            build(dir, &new).unwrap();
            assert_holds(dir, &new);
        });
        stop_everywhere(Failure::Forever, &old, &new, |dir| {
            build(dir, &old).unwrap();
            assert_holds(dir, &old);
        });
    }
}

#[test]
fn killed_anywhere_the_folder_can_be_cleaned() {
    stop_everywhere(Failure::Forever, &first(), &second(), |dir| {
        clean(dir).unwrap();
        assert!(!dir.exists(), "{:?}", found(dir));
        fs::create_dir(dir).unwrap();
    });
}

#[test]
fn a_first_build_killed_anywhere_leaves_a_folder_that_is_ours() {
    for changes in 0.. {
        let dir = TempDir::new().unwrap();
        failpoint::arm(changes, Failure::Forever);
        let outcome = build(dir.path(), &first());
        if !failpoint::disarm() {
            return outcome.unwrap();
        }
        assert_whole(dir.path(), &Edition::new(), &first());
        build(dir.path(), &second()).unwrap();
        assert_holds(dir.path(), &second());
    }
}

#[test]
fn a_failing_write_leaves_the_old_output_and_no_traces() {
    let (old, new) = (first(), second());
    for changes in 0.. {
        let dir = TempDir::new().unwrap();
        build(dir.path(), &old).unwrap();
        failpoint::arm(changes, Failure::Once);
        let staged = stage(dir.path(), &new);
        if !failpoint::disarm() {
            return;
        }
        let error = staged.err().expect("an error that is told");
        assert!(matches!(error, OutputError::Write { .. }));
        assert!(!error.to_string().contains("unfinished"), "{error}");
        assert_holds(dir.path(), &old);
    }
}

#[test]
fn a_commit_that_fails_is_healed_by_the_next_build() {
    stop_everywhere(Failure::Once, &first(), &second(), |dir| {
        build(dir, &second()).unwrap();
        // An empty folder that could not be removed is no failure, and may stay.
        assert_eq!(found(dir), second());
    });
}

#[test]
fn a_first_build_that_fails_leaves_nothing_behind() {
    for changes in 0.. {
        let parent = TempDir::new().unwrap();
        let dir = parent.path().join("public");
        failpoint::arm(changes, Failure::Once);
        let staged = stage(&dir, &first());
        if !failpoint::disarm() {
            return;
        }
        assert!(staged.is_err());
        assert!(!dir.exists());
    }
}

#[test]
fn files_of_others_survive_every_interruption() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &first()).unwrap();
    fs::write(dir.path().join(FOREIGN), "mine").unwrap();
    let mut editions = [second(), first()].into_iter().cycle();
    for changes in 0..60 {
        failpoint::arm(changes, Failure::Forever);
        let _ = build(dir.path(), &editions.next().unwrap());
        failpoint::disarm();
        assert_eq!(found(dir.path())[FOREIGN], "mine");
    }
    clean(dir.path()).unwrap();
    assert_eq!(found(dir.path()), edition(&[(FOREIGN, "mine")]));
}

/// Small editions over few names, so that files and folders often want the same place.
fn any_edition() -> impl Strategy<Value = Edition> {
    prop::collection::btree_map("[ab](/[ab]){0,2}", "[xy]{1,2}", 0..6).prop_map(|files| {
        let taken = files.clone();
        let is_folder = |path: &String| {
            let below = format!("{path}/");
            taken.keys().any(|other| other.starts_with(&below))
        };
        files
            .into_iter()
            .filter(|(path, _)| !is_folder(path))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn any_edition_follows_any_other_after_any_interruption(
        steps in prop::collection::vec((any_edition(), any_edition(), 0usize..40), 1..4)
    ) {
        let dir = TempDir::new().unwrap();
        let mut old = Edition::new();
        for (stopped, whole, changes) in steps {
            failpoint::arm(changes, Failure::Forever);
            let _ = build(dir.path(), &stopped);
            failpoint::disarm();
            assert_whole(dir.path(), &old, &stopped);
            build(dir.path(), &whole).unwrap();
            prop_assert_eq!(&found(dir.path()), &whole);
            assert_holds(dir.path(), &whole);
            old = whole;
        }
    }
}
