//! The output folder as its callers see it: what a build touches, what it leaves alone, and what
//! is left when it is killed or the disk says no.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use redlist::diagnostic::Code;
use redlist::output::{
    Discard, FolderSink, Outcome, OutputError, OutputPath, Sink, Summary, clean,
};
use tempfile::TempDir;

/// The files of a site with their contents.
type Edition = BTreeMap<String, String>;

fn edition(files: &[(&str, &str)]) -> Edition {
    let owned = |(path, text): &(&str, &str)| (path.to_string(), text.to_string());
    files.iter().map(owned).collect()
}

fn path(text: &str) -> OutputPath {
    OutputPath::new(text).unwrap()
}

fn stage(dir: &Path, edition: &Edition) -> Result<FolderSink, OutputError> {
    let paths: Vec<_> = edition.keys().map(|text| path(text)).collect();
    let mut sink = FolderSink::open(dir)?;
    sink.prepare(&paths)?;
    for (path, text) in paths.iter().zip(edition.values()) {
        sink.put(path, text.as_bytes())?;
    }
    Ok(sink)
}

fn build(dir: &Path, edition: &Edition) -> Result<Summary, OutputError> {
    stage(dir, edition)?.commit()
}

/// All files below a folder but our own notes.
fn found(dir: &Path) -> Edition {
    files(dir)
        .into_iter()
        .filter(|file| !file.starts_with(dir.join(".redlist")))
        .map(|file| {
            let path = file.strip_prefix(dir).unwrap();
            let text = fs::read_to_string(&file).unwrap();
            (path.to_str().unwrap().to_owned(), text)
        })
        .collect()
}

fn files(dir: &Path) -> Vec<std::path::PathBuf> {
    let entries = walkdir::WalkDir::new(dir).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(walkdir::DirEntry::into_path).collect()
}

fn code(outcome: Result<impl Sized, OutputError>) -> Code {
    match outcome {
        Ok(_) => panic!("this must fail"),
        Err(error) => error.to_diagnostic().code,
    }
}

fn small() -> Edition {
    edition(&[
        ("index.html", "chooser"),
        (".nojekyll", ""),
        ("ar/index.html", "home"),
        ("ar/iraq/index.html", "list"),
        ("ar/iraq/seal.html", "entry"),
    ])
}

// What a build does

#[test]
fn a_first_build_creates_the_folder_with_all_files() {
    let parent = TempDir::new().unwrap();
    let dir = parent.path().join("new/public");
    let summary = build(&dir, &small()).unwrap();
    assert_eq!(found(&dir), small());
    let bytes = "chooserhomelistentry".len() as u64;
    assert_eq!((summary.written, summary.bytes), (5, bytes));
    assert_eq!((summary.unchanged, summary.removed), (0, 0));
    assert_eq!(
        fs::read_to_string(dir.join(".redlist/manifest")).unwrap(),
        "redlist-output 1\n.nojekyll\nar/index.html\nar/iraq/index.html\nar/iraq/seal.html\n\
         index.html\n"
    );
}

#[test]
fn an_unchanged_build_touches_nothing() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &small()).unwrap();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let mut all = files(dir.path());
    all.push(dir.path().join("ar/iraq"));
    all.push(dir.path().to_owned());
    for file in &all {
        File::open(file).unwrap().set_modified(long_ago).unwrap();
    }

    let summary = build(dir.path(), &small()).unwrap();
    assert_eq!((summary.written, summary.unchanged), (0, 5));
    for file in all {
        let modified = fs::metadata(&file).unwrap().modified().unwrap();
        assert_eq!(modified, long_ago, "{}", file.display());
    }
}

#[test]
fn only_what_changed_is_written() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &small()).unwrap();
    let mut next = small();
    next.insert("ar/index.html".into(), "home, same length?".into());
    next.insert("ar/iraq/seal.html".into(), "ENTRY".into());
    let summary = build(dir.path(), &next).unwrap();
    assert_eq!((summary.written, summary.unchanged), (2, 3));
    assert_eq!(found(dir.path()), next);
}

#[test]
fn many_threads_may_put_at_once() {
    let dir = TempDir::new().unwrap();
    let paths: Vec<_> = (0..200)
        .map(|n| path(&format!("l{}/e{n}.html", n % 7)))
        .collect();
    let mut sink = FolderSink::open(dir.path()).unwrap();
    sink.prepare(&paths).unwrap();
    std::thread::scope(|scope| {
        for part in paths.chunks(25) {
            let sink = &sink;
            scope.spawn(move || {
                for path in part {
                    let outcome = sink.put(path, path.as_str().as_bytes());
                    assert_eq!(outcome.unwrap(), Outcome::Written);
                }
            });
        }
    });
    assert_eq!(sink.commit().unwrap().written, 200);
    assert_eq!(found(dir.path())["l3/e3.html"], "l3/e3.html");
}

#[test]
fn files_that_left_the_site_are_removed_with_their_folders() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &small()).unwrap();
    let next = edition(&[("index.html", "chooser")]);
    assert_eq!(build(dir.path(), &next).unwrap().removed, 4);
    assert_eq!(found(dir.path()), next);
    assert!(!dir.path().join("ar").exists());
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    let dir = TempDir::new().unwrap();
    let one = edition(&[("ar/iraq", "file"), ("en/iraq/deep/a.html", "folder")]);
    let two = edition(&[("ar/iraq/deep/a.html", "folder"), ("en/iraq", "file")]);
    for edition in [&one, &two, &one] {
        build(dir.path(), edition).unwrap();
        assert_eq!(&found(dir.path()), edition);
    }
}

#[test]
fn a_build_that_is_given_up_leaves_no_trace() {
    let parent = TempDir::new().unwrap();
    let dir = parent.path().join("public");
    drop(stage(&dir, &small()).unwrap());
    assert!(!dir.exists());

    build(&dir, &small()).unwrap();
    let before = files(&dir);
    drop(stage(&dir, &edition(&[("index.html", "other"), ("new.html", "")])).unwrap());
    assert_eq!(found(&dir), small());
    assert_eq!(files(&dir), before);
}

#[test]
fn the_plan_and_the_files_must_agree() {
    let dir = TempDir::new().unwrap();
    let mut sink = FolderSink::open(dir.path()).unwrap();
    sink.prepare(&[path("a"), path("b")]).unwrap();
    sink.put(&path("a"), b"").unwrap();
    assert_eq!(code(sink.put(&path("a"), b"")), Code::OutputCollision);
    assert_eq!(code(sink.put(&path("c"), b"")), Code::CannotWrite);
    assert_eq!(code(sink.commit()), Code::CannotWrite);
    assert!(found(dir.path()).is_empty());
}

#[test]
fn nothing_is_kept_when_a_site_is_only_checked() {
    assert_eq!(Discard.put(&path("a"), b"a").unwrap(), Outcome::Unchanged);
}

// What it leaves alone

#[test]
fn a_folder_that_redlist_did_not_make_is_refused_and_left_as_it_is() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("thesis.doc"), "years").unwrap();
    assert_eq!(code(build(dir.path(), &small())), Code::OutputNotOurs);
    assert_eq!(code(clean(dir.path())), Code::OutputNotOurs);
    assert_eq!(files(dir.path()), [dir.path().join("thesis.doc")]);

    fs::create_dir(dir.path().join(".redlist")).unwrap();
    assert_eq!(code(build(dir.path(), &small())), Code::OutputNotOurs);
}

#[test]
fn an_empty_folder_and_one_that_was_only_looked_at_may_be_used() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join(".DS_Store"), "looked at").unwrap();
    build(dir.path(), &small()).unwrap();
    assert_eq!(found(dir.path()).len(), 6);
}

#[test]
fn a_file_is_not_an_output_folder() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("public");
    fs::write(&file, "text").unwrap();
    for place in [file.clone(), file.join("below")] {
        assert_eq!(code(build(&place, &small())), Code::CannotWrite);
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "text");
}

#[test]
fn files_of_others_stay_when_their_neighbours_leave() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &small()).unwrap();
    fs::write(dir.path().join("ar/iraq/NOTES.txt"), "mine").unwrap();
    build(dir.path(), &edition(&[("index.html", "chooser")])).unwrap();
    assert_eq!(found(dir.path())["ar/iraq/NOTES.txt"], "mine");
}

#[test]
fn a_file_of_others_is_never_replaced() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &edition(&[("index.html", "chooser")])).unwrap();
    fs::create_dir_all(dir.path().join("ar/iraq/seal.html")).unwrap();
    fs::write(dir.path().join("ar/iraq/seal.html/x"), "mine").unwrap();
    assert_eq!(code(build(dir.path(), &small())), Code::OutputNotOurs);

    fs::remove_dir_all(dir.path().join("ar")).unwrap();
    fs::write(dir.path().join("ar"), "mine").unwrap();
    assert_eq!(code(build(dir.path(), &small())), Code::OutputNotOurs);

    fs::remove_file(dir.path().join("ar")).unwrap();
    fs::create_dir(dir.path().join("ar")).unwrap();
    fs::write(dir.path().join("ar/index.html"), "mine").unwrap();
    assert_eq!(code(build(dir.path(), &small())), Code::OutputNotOurs);
    let expected = edition(&[("index.html", "chooser"), ("ar/index.html", "mine")]);
    assert_eq!(found(dir.path()), expected);
}

#[test]
fn a_file_of_others_with_the_right_bytes_is_taken_over() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &edition(&[("index.html", "chooser")])).unwrap();
    fs::write(dir.path().join(".nojekyll"), "").unwrap();
    let summary = build(dir.path(), &small()).unwrap();
    assert_eq!((summary.written, summary.unchanged), (3, 2));
}

#[test]
fn a_damaged_file_of_ours_is_mended() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &small()).unwrap();
    fs::write(dir.path().join("index.html"), "cho").unwrap();
    fs::remove_file(dir.path().join("ar/index.html")).unwrap();
    assert_eq!(build(dir.path(), &small()).unwrap().written, 2);
    assert_eq!(found(dir.path()), small());
}

#[test]
fn a_hostile_manifest_removes_nothing_outside() {
    let parent = TempDir::new().unwrap();
    let dir = parent.path().join("public");
    let victim = parent.path().join("victim.txt");
    fs::write(&victim, "precious").unwrap();
    for line in [
        "../victim.txt",
        victim.to_str().unwrap(),
        "ar/../../victim.txt",
    ] {
        build(&dir, &small()).unwrap();
        let manifest = dir.join(".redlist/manifest");
        let text = fs::read_to_string(&manifest).unwrap();
        fs::write(&manifest, format!("{text}{line}\n")).unwrap();
        assert_eq!(code(build(&dir, &Edition::new())), Code::OutputNotOurs);
        assert_eq!(code(clean(&dir)), Code::OutputNotOurs);
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
        assert_eq!(found(&dir), small(), "a spoilt manifest changes nothing");
        fs::write(&manifest, text).unwrap();
    }
}

#[test]
fn a_manifest_of_an_unknown_version_is_told_clearly() {
    let dir = TempDir::new().unwrap();
    build(dir.path(), &small()).unwrap();
    fs::write(dir.path().join(".redlist/manifest"), "redlist-output 9\n").unwrap();
    let told = build(dir.path(), &small()).unwrap_err().to_diagnostic();
    assert_eq!(told.code, Code::OutputNotOurs);
    assert!(
        told.message.contains("has the format \"9\""),
        "{}",
        told.message
    );
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_is_not_followed() {
    use std::os::unix::fs::symlink;
    let (dir, elsewhere) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    build(dir.path(), &small()).unwrap();
    fs::remove_dir_all(dir.path().join("ar")).unwrap();
    fs::create_dir(elsewhere.path().join("iraq")).unwrap();
    let precious = small()
        .into_iter()
        .filter_map(|(path, text)| path.strip_prefix("ar/").map(|path| (path.to_owned(), text)));
    let precious: Edition = precious.collect();
    for (path, text) in &precious {
        fs::write(elsewhere.path().join(path), text).unwrap();
    }
    symlink(elsewhere.path(), dir.path().join("ar")).unwrap();

    // Not written through, although the same files stand there;
    assert_eq!(code(build(dir.path(), &small())), Code::OutputNotOurs);
    // nothing behind it removed, neither as an orphan nor by cleaning.
    build(dir.path(), &edition(&[("index.html", "chooser")])).unwrap();
    assert_eq!(found(elsewhere.path()), precious);
    clean(dir.path()).unwrap();
    assert_eq!(found(elsewhere.path()), precious);
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_a_file_of_ours_is_replaced_and_its_target_kept() {
    use std::os::unix::fs::symlink;
    let (dir, elsewhere) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    build(dir.path(), &small()).unwrap();
    let target = elsewhere.path().join("index.html");
    fs::write(&target, "chooser").unwrap();
    fs::remove_file(dir.path().join("index.html")).unwrap();
    symlink(&target, dir.path().join("index.html")).unwrap();
    fs::remove_file(dir.path().join("ar/index.html")).unwrap();
    symlink(elsewhere.path(), dir.path().join("ar/index.html")).unwrap();

    assert_eq!(build(dir.path(), &small()).unwrap().written, 2);
    assert_eq!(found(dir.path()), small());
    assert_eq!(fs::read_to_string(&target).unwrap(), "chooser");
}

#[cfg(unix)]
#[test]
fn links_among_our_own_notes_are_not_followed() {
    use std::os::unix::fs::symlink;
    let (dir, elsewhere) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    fs::write(elsewhere.path().join("precious"), "precious").unwrap();
    symlink(elsewhere.path(), dir.path().join(".redlist")).unwrap();
    assert_eq!(code(build(dir.path(), &small())), Code::OutputNotOurs);

    fs::remove_file(dir.path().join(".redlist")).unwrap();
    fs::create_dir(dir.path().join(".redlist")).unwrap();
    symlink(elsewhere.path(), dir.path().join(".redlist/unfinished")).unwrap();
    build(dir.path(), &small()).unwrap();
    assert_eq!(found(elsewhere.path()).len(), 1);
    assert_eq!(files(elsewhere.path()).len(), 1);
}

// One build at a time

#[test]
fn a_second_build_into_the_same_folder_is_refused_until_the_first_is_done() {
    let dir = TempDir::new().unwrap();
    let first = stage(dir.path(), &small()).unwrap();
    assert_eq!(code(FolderSink::open(dir.path())), Code::OutputBusy);
    assert_eq!(code(clean(dir.path())), Code::OutputBusy);
    first.commit().unwrap();
    assert_eq!(build(dir.path(), &small()).unwrap().unchanged, 5);
}

// Cleaning

#[test]
fn cleaning_takes_away_exactly_what_redlist_made() {
    let parent = TempDir::new().unwrap();
    let dir = parent.path().join("public");
    build(&dir, &small()).unwrap();
    fs::write(dir.join("ar/NOTES.txt"), "mine").unwrap();
    assert_eq!(clean(&dir).unwrap().removed, 5);
    assert_eq!(files(&dir), [dir.join("ar/NOTES.txt")]);
    assert!(!dir.join(".redlist").exists());
    assert_eq!(code(clean(&dir)), Code::OutputNotOurs);
}

#[test]
fn cleaning_removes_a_folder_that_became_empty() {
    let parent = TempDir::new().unwrap();
    let dir = parent.path().join("public");
    build(&dir, &small()).unwrap();
    clean(&dir).unwrap();
    assert!(!dir.exists());
    assert_eq!(clean(&dir).unwrap(), Summary::default());
    fs::create_dir(&dir).unwrap();
    clean(&dir).unwrap();
    assert!(dir.exists(), "an empty folder of another hand stays");
}

// Killed, and full disks: these run this test program again as a child.

const CHILD: &str = "REDLIST_TEST_OUTPUT";

/// Does nothing, except in the child processes that the tests below start.
#[test]
fn child() {
    let Ok(task) = std::env::var(CHILD) else {
        return;
    };
    let (task, dir) = task.split_once(' ').unwrap();
    let dir = Path::new(dir);
    match task {
        "forever" => loop {
            for edition in editions() {
                build(dir, &edition).unwrap();
            }
        },
        "large-file" => {
            let mut next = small();
            next.insert("ar/index.html".into(), "new".into());
            next.insert("media/photo.jpg".into(), "x".repeat(100_000));
            assert_too_large(build(dir, &next).unwrap_err(), "media/photo.jpg");
        }
        "large-manifest" => {
            let mut next = small();
            next.insert("ar/index.html".into(), "new".into());
            next.extend((0..500).map(|n| (format!("en/a-long-name-{n}.html"), "x".into())));
            assert_too_large(build(dir, &next).unwrap_err(), "manifest");
        }
        other => panic!("unknown task {other}"),
    }
}

fn assert_too_large(error: OutputError, name: &str) {
    let told = error.to_diagnostic();
    assert_eq!(told.code, Code::CannotWrite);
    assert!(told.message.contains(name), "{}", told.message);
    assert!(told.message.contains("larger than"), "{}", told.message);
}

fn child_process(program: &mut Command, task: &str, dir: &Path) -> std::process::Child {
    let task = format!("{task} {}", dir.display());
    program
        .args(["--exact", "child"])
        .env(CHILD, task)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Editions that differ in files and contents, large enough to be caught half way.
fn editions() -> [Edition; 2] {
    [0, 1].map(|number| {
        let text = |path: &str| format!("{number} {path} ").repeat(500);
        (0..120)
            .map(|n| match n % 3 {
                0 => format!("both/{}/{n}.html", n % 4),
                1 => format!("only-{number}/{}/{n}.html", n % 4),
                _ => format!("turns/{}{}", n % 20, ["", "/index.html"][(n + number) % 2]),
            })
            .map(|path| (path.clone(), text(&path)))
            .collect()
    })
}

#[test]
fn killed_twenty_times_every_file_is_whole_and_the_next_build_heals_the_rest() {
    let parent = TempDir::new().unwrap();
    let dir = parent.path().join("public");
    let editions = editions();
    for round in 0..20u64 {
        let exe = std::env::current_exe().unwrap();
        let mut child = child_process(&mut Command::new(exe), "forever", &dir);
        while !dir.join(".redlist/unfinished").exists() {
            assert!(child.try_wait().unwrap().is_none(), "the child works");
        }
        std::thread::sleep(Duration::from_millis(round * 37 % 101));
        child.kill().unwrap();
        child.wait().unwrap();

        for (path, text) in found(&dir) {
            let known = editions.iter().filter_map(|edition| edition.get(&path));
            assert!(
                known.into_iter().any(|known| *known == text),
                "{path} in round {round}"
            );
        }
        match round % 3 {
            0 => drop(clean(&dir).unwrap()),
            edition => {
                let edition = &editions[edition as usize - 1];
                build(&dir, edition).unwrap();
                assert_eq!(&found(&dir), edition);
                assert_eq!(files(&dir).len(), edition.len() + 2, "manifest and lock");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn a_disk_that_says_no_leaves_the_old_output_intact() {
    for task in ["large-file", "large-manifest"] {
        let dir = TempDir::new().unwrap();
        build(dir.path(), &small()).unwrap();
        let before = files(dir.path());
        let mut limited = Command::new("sh");
        limited
            .args(["-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\""])
            .arg(std::env::current_exe().unwrap());
        let status = child_process(&mut limited, task, dir.path()).wait();
        assert!(status.unwrap().success(), "{task}");
        assert_eq!(found(dir.path()), small());
        assert_eq!(files(dir.path()), before);
        build(dir.path(), &small()).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn without_the_right_to_write_the_old_output_stays_intact() {
    use std::os::unix::fs::PermissionsExt;
    let dir = TempDir::new().unwrap();
    let mut one = small();
    one.insert("zz/index.html".into(), "one".into());
    build(dir.path(), &one).unwrap();
    let locked = dir.path().join("zz");
    let allow = |mode| fs::set_permissions(&locked, fs::Permissions::from_mode(mode)).unwrap();
    allow(0o555);
    if File::create(locked.join("probe")).is_ok() {
        return; // Rights mean nothing to root.
    }
    let mut two = one.clone();
    two.insert("ar/index.html".into(), "two".into());
    two.insert("zz/index.html".into(), "two".into());
    for next in [&two, &small()] {
        let told = build(dir.path(), next).unwrap_err().to_diagnostic();
        assert_eq!(told.code, Code::CannotWrite);
        assert!(told.message.ends_with("zz/index.html`: permission denied"));
        assert_eq!(found(dir.path()), one);
    }
    allow(0o755);
    build(dir.path(), &two).unwrap();
    assert_eq!(found(dir.path()), two);
}
