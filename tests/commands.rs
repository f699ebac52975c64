//! The command line as its users meet it.

mod support;

use std::fs;
use std::path::Path;

use support::{build, files, redlist, run, said};

fn path(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}

fn init(folder: &Path) {
    let done = run(&["init", path(folder)]);
    assert!(done.status.success(), "{}", said(&done));
}

#[test]
fn a_new_site_builds_at_once_and_without_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("my list");
    init(&site);
    let checked = run(&["check", "--strict", path(&site)]);
    assert!(checked.status.success(), "{}", said(&checked));
    build(&site, &site.join("public"));
    let files = files(&site.join("public"));
    for page in [
        "index.html",
        "en/sample/clay-tablets.html",
        "ar/sample/clay-tablets.html",
    ] {
        assert!(files.contains_key(page), "{page}");
    }
}

#[test]
fn the_site_is_the_current_folder_unless_another_is_named() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path());
    let done = redlist()
        .arg("build")
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", said(&done));
    assert!(folder.path().join("public/index.html").is_file());
}

#[test]
fn names_of_our_own_pages_are_refused_to_new_things() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path());
    for (kind, id) in [
        ("page", "index"),
        ("page", "search"),
        ("list", "materials"),
        ("entry", "sample/index"),
        ("entry", "sample/print"),
    ] {
        let refused = run(&["new", kind, id, path(folder.path())]);
        assert_eq!(refused.status.code(), Some(1), "{kind} {id}");
        assert!(said(&refused).contains("Choose another id"), "{kind} {id}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn data_that_does_not_arrive_is_no_success() {
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let done = redlist()
        .args(["completions", "bash"])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(1));
    assert!(said(&done).contains("the output could not be written"));
}

#[test]
fn init_never_writes_over_a_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("redlist.yaml"), "mine").unwrap();
    let refused = run(&["init", path(folder.path())]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(
        fs::read_to_string(folder.path().join("redlist.yaml")).unwrap(),
        "mine"
    );
    assert!(
        !folder.path().join("content").exists(),
        "nothing else was written either"
    );
}

#[test]
fn new_things_are_drafts_with_a_text_for_every_language() {
    let folder = tempfile::tempdir().unwrap();
    let site = path(folder.path());
    init(folder.path());
    for (kind, id) in [
        ("list", "second-list"),
        ("entry", "sample/stone-bowls"),
        ("page", "help"),
        ("news", "2026-01-opening"),
    ] {
        let done = run(&["new", kind, id, site]);
        assert!(done.status.success(), "{kind}: {}", said(&done));
    }
    let entry = folder.path().join("content/lists/sample/stone-bowls");
    for file in ["entry.yaml", "en.md", "ar.md"] {
        assert!(entry.join(file).is_file(), "{file}");
    }
    let checked = run(&["check", "--strict", site]);
    assert!(
        checked.status.success(),
        "drafts are left out: {}",
        said(&checked)
    );
    build(folder.path(), &folder.path().join("public"));
    assert!(!folder.path().join("public/en/help.html").exists());
}

#[test]
fn skeletons_have_no_errors_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let site = path(folder.path());
    init(folder.path());
    let things = [
        ("page", "help"),
        ("news", "2026-01-opening"),
        ("list", "second"),
        ("entry", "sample/stone-bowls"),
    ];
    for (kind, id) in things {
        assert!(run(&["new", kind, id, site]).status.success());
    }
    let checked = run(&["check", "--drafts", "--strict", site]);
    assert!(checked.status.success(), "{}", said(&checked));
    let facts = folder
        .path()
        .join("content/lists/sample/stone-bowls/entry.yaml");
    let facts = fs::read_to_string(facts).unwrap();
    assert!(
        facts.contains("category: writing"),
        "the list's own category: {facts}"
    );
}

#[test]
fn an_id_that_no_stick_can_hold_is_refused_with_the_rule() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path());
    let refused = run(&["new", "entry", "Bowls", path(folder.path())]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused).contains("lowercase"), "{}", said(&refused));
}

#[test]
fn clean_removes_what_build_wrote_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path());
    let public = folder.path().join("public");
    build(folder.path(), &public);
    fs::write(public.join("mine.txt"), "keep").unwrap();
    let done = run(&["clean", path(folder.path())]);
    assert!(done.status.success(), "{}", said(&done));
    let left: Vec<String> = files(&public).into_keys().collect();
    assert_eq!(left, ["mine.txt"]);
}

#[test]
fn exit_codes_tell_content_from_usage() {
    let folder = tempfile::tempdir().unwrap();
    let empty = path(folder.path());
    assert_eq!(
        run(&["build", empty]).status.code(),
        Some(1),
        "no site there"
    );
    assert_eq!(run(&["build", "--no-such-option"]).status.code(), Some(2));
    assert_eq!(run(&["frobnicate"]).status.code(), Some(2));
    assert_eq!(
        run(&["build", "--base-url", "ftp://x", empty])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(run(&["--version"]).status.code(), Some(0));
}

#[test]
fn a_site_overrides_the_theme_and_the_words_file_by_file() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path());
    let theme = folder.path().join("themes/default");
    fs::create_dir_all(theme.join("templates")).unwrap();
    fs::create_dir_all(theme.join("assets")).unwrap();
    fs::write(
        theme.join("templates/404.html"),
        "<!doctype html><title>gone</title>",
    )
    .unwrap();
    let seal = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>";
    fs::write(theme.join("assets/seal.svg"), seal).unwrap();
    fs::write(
        folder.path().join("i18n/en/mine.ftl"),
        "look-for = Signs to see\n",
    )
    .unwrap();
    let public = folder.path().join("public");
    build(folder.path(), &public);
    let read = |file: &str| fs::read_to_string(public.join(file)).unwrap();
    assert!(read("404.html").contains("gone"));
    assert!(read("en/sample/clay-tablets.html").contains("Signs to see"));
    assert!(
        public.join("assets/seal.svg").is_file(),
        "an asset of the site"
    );
    assert!(
        public.join("assets/style.css").is_file(),
        "and those of the built-in theme"
    );
}

#[test]
fn a_theme_may_extend_another() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path());
    for (name, extends, text) in [("paper", "default", "paper"), ("blue", "paper", "")] {
        let theme = folder.path().join("themes").join(name);
        fs::create_dir_all(theme.join("templates")).unwrap();
        fs::write(theme.join("theme.yaml"), format!("extends: {extends}\n")).unwrap();
        if !text.is_empty() {
            fs::write(theme.join("templates/404.html"), text).unwrap();
        }
    }
    let config = folder.path().join("redlist.yaml");
    let text = fs::read_to_string(&config)
        .unwrap()
        .replace("theme: default", "theme: blue");
    fs::write(&config, text).unwrap();
    build(folder.path(), &folder.path().join("public"));
    assert_eq!(
        fs::read_to_string(folder.path().join("public/404.html")).unwrap(),
        "paper"
    );
}

#[test]
fn nothing_is_executed_from_content() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path());
    let text = folder.path().join("content/pages/about/en.md");
    fs::write(
        &text,
        "---\ntitle: \"{{ 7 * 6 }}\"\n---\n{% raw %} {{ 7 * 6 }} {{ site.title }}\n",
    )
    .unwrap();
    let public = folder.path().join("public");
    build(folder.path(), &public);
    let page = fs::read_to_string(public.join("en/about.html")).unwrap();
    assert!(
        page.contains("{{ 7 * 6 }}") && !page.contains("42"),
        "{page}"
    );
}

#[test]
fn a_base_address_adds_what_search_engines_need() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path());
    let public = folder.path().join("public");
    support::build_with(
        folder.path(),
        &public,
        &["--base-url", "https://example.org/red"],
        &[],
    );
    let read = |file: &str| fs::read_to_string(public.join(file)).unwrap();
    assert!(read("sitemap.xml").contains("https://example.org/red/ar/sample/clay-tablets.html"));
    assert!(read("robots.txt").contains("https://example.org/red/sitemap.xml"));
    let page = read("en/about.html");
    assert!(
        page.contains("rel=\"canonical\"") || page.contains("rel=canonical"),
        "{page}"
    );
    assert!(
        page.contains("https://example.org/red/ar/about.html"),
        "{page}"
    );
    assert!(read("404.html").contains("https://example.org/red/en/index.html"));
}

#[test]
fn the_binary_works_alone_with_nothing_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let binary = folder.path().join("redlist");
    fs::copy(env!("CARGO_BIN_EXE_redlist"), &binary).unwrap();
    for args in [
        &["init", "site"][..],
        &["build", "site"],
        &["check", "site"],
    ] {
        let done = std::process::Command::new(&binary)
            .args(args)
            .current_dir(folder.path())
            .env_clear()
            .output()
            .unwrap();
        assert!(done.status.success(), "{args:?}: {}", said(&done));
    }
}

#[test]
fn packagers_get_completions_and_a_manual_page() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let done = run(&["completions", shell]);
        assert!(done.status.success() && !done.stdout.is_empty(), "{shell}");
    }
    let manual = run(&["man"]);
    assert!(
        String::from_utf8_lossy(&manual.stdout).starts_with(".ie"),
        "roff"
    );
}
