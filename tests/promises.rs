//! What the tool promises of a build: the same input gives the same bytes, and a build that is
//! killed leaves every file old or new and whole.

mod support;

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use support::{build, build_with, copy, copy_site, files, redlist, repository};

#[test]
fn two_builds_are_identical_at_any_thread_count_time_zone_and_locale() {
    let folder = tempfile::tempdir().unwrap();
    let first = folder.path().join("first");
    let second = folder.path().join("second");
    let here = [
        ("RAYON_NUM_THREADS", "1"),
        ("TZ", "Asia/Baghdad"),
        ("LC_ALL", "C"),
    ];
    let there = [
        ("RAYON_NUM_THREADS", "2"),
        ("TZ", "America/Lima"),
        ("LC_ALL", "ar_IQ.UTF-8"),
    ];
    build_with(&repository(), &first, &[], &here);
    build_with(&repository(), &second, &[], &there);
    assert_same(&first, &second);
}

#[test]
fn the_order_of_a_directory_listing_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let forwards = folder.path().join("forwards");
    let backwards = folder.path().join("backwards");
    copy_site(&repository(), &forwards);
    for part in ["themes", "i18n", "content", "redlist.yaml"] {
        let order = &mut |names: &mut Vec<_>| {
            names.sort();
            names.reverse();
        };
        copy(&repository().join(part), &backwards.join(part), order);
    }
    let first = folder.path().join("first");
    let second = folder.path().join("second");
    build(&forwards, &first);
    build(&backwards, &second);
    assert_same(&first, &second);
}

#[test]
fn an_unchanged_rebuild_writes_nothing_and_a_change_only_what_it_touches() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    let output = folder.path().join("public");
    copy_site(&repository(), &site);
    build(&site, &output);
    let before = times(&output);
    build(&site, &output);
    assert_eq!(before, times(&output), "nothing is written again");
    let text = site.join("content/pages/about/en.md");
    let changed = fs::read_to_string(&text).unwrap() + "\nOne more sentence.\n";
    fs::write(&text, changed).unwrap();
    build(&site, &output);
    let after = times(&output);
    let touched: Vec<&String> = after
        .keys()
        .filter(|path| before[*path] != after[*path])
        .collect();
    assert!(
        touched.contains(&&"en/about.html".to_owned()),
        "{touched:?}"
    );
    let clean = folder.path().join("clean");
    build(&site, &clean);
    assert_same(&output, &clean);
}

/// Kills builds that go from one edition of the site to another, at moments spread over the time
/// that such a build takes.
#[test]
fn a_killed_build_leaves_every_file_old_or_new_and_whole_and_the_next_one_heals() {
    let folder = tempfile::tempdir().unwrap();
    let old_site = folder.path().join("old");
    let new_site = folder.path().join("new");
    copy_site(&repository(), &old_site);
    copy_site(&repository(), &new_site);
    another_edition(&new_site);
    let old = folder.path().join("old-public");
    let new = folder.path().join("new-public");
    build(&old_site, &old);
    let start = Instant::now();
    build(&new_site, &new);
    let whole = start.elapsed();
    let (old_files, new_files) = (files(&old), files(&new));
    let output = folder.path().join("public");
    build(&old_site, &output);
    for moment in 1..=20_u32 {
        kill_after(&new_site, &output, whole * moment / 20);
        for (path, bytes) in files(&output) {
            let known = [old_files.get(&path), new_files.get(&path)];
            assert!(
                known.contains(&Some(&bytes)),
                "{path} is neither old nor new"
            );
        }
        // Now forwards, now back; the next moment is one on the way from the old edition again.
        if moment % 2 == 1 {
            build(&new_site, &output);
            assert_same(&output, &new);
        }
        build(&old_site, &output);
        assert_same(&output, &old);
    }
}

fn kill_after(site: &Path, output: &Path, time: Duration) {
    let mut child = redlist()
        .args([
            "build".as_ref(),
            site.as_os_str(),
            "-o".as_ref(),
            output.as_os_str(),
        ])
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(time);
    // A build that was quicker than the kill is one more whole build.
    let _ = child.kill();
    child.wait().unwrap();
}

/// Another title on every page, one entry less, one page more.
fn another_edition(site: &Path) {
    let config = site.join("redlist.yaml");
    let text = fs::read_to_string(&config).unwrap();
    let text = text.replace("name: \"2026.1\"", "name: \"2027.1\"");
    fs::write(&config, text).unwrap();
    let page = site.join("content/pages/one-more");
    fs::create_dir_all(&page).unwrap();
    fs::write(page.join("en.md"), "---\ntitle: One more\n---\nText.\n").unwrap();
    let news = site.join("content/news/2003-06-iraq-list/news.yaml");
    let text = fs::read_to_string(&news).unwrap();
    fs::write(&news, text.replace("2003-06-11", "2003-06-12")).unwrap();
}

fn times(folder: &Path) -> std::collections::BTreeMap<String, std::time::SystemTime> {
    let paths = files(folder).into_keys();
    paths
        .map(|path| {
            let time = fs::metadata(folder.join(&path))
                .unwrap()
                .modified()
                .unwrap();
            (path, time)
        })
        .collect()
}

fn assert_same(a: &Path, b: &Path) {
    let (a, b) = (files(a), files(b));
    let names = |files: &std::collections::BTreeMap<String, Vec<u8>>| -> Vec<String> {
        files.keys().cloned().collect()
    };
    assert_eq!(names(&a), names(&b));
    for (path, bytes) in &a {
        assert!(*bytes == b[path], "{path} differs");
    }
}
