//! What is served is what is built: random edits of every kind of file, and after each of them the
//! preview's bytes for all pages are those of a clean build.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use redlist::build::{self, Options, Timings};
use redlist::diagnostic::{Diagnostics, Severity};
use redlist::preview::{Session, Snapshot, insert};
use redlist::render::Renderer;
use redlist::source::SiteFolder;
use redlist::theme::TemplateSize;
use support::small::SmallSite;

/// An edit: what is done, to which file or folder, and how.
#[derive(Clone, Debug)]
struct Edit {
    what: What,
    at: usize,
    how: usize,
}

#[derive(Clone, Copy, Debug)]
enum What {
    Append,
    Replace,
    Delete,
    Empty,
    Break,
    Restore,
    CopyFile,
    CopyFolder,
    RenameFolder,
    DeleteFolder,
    Theme,
    Config,
}

fn edits() -> impl Strategy<Value = Edit> {
    let what = prop_oneof![
        4 => Just(What::Append),
        6 => Just(What::Replace),
        1 => Just(What::Delete),
        1 => Just(What::Empty),
        1 => Just(What::Break),
        6 => Just(What::Restore),
        2 => Just(What::CopyFile),
        3 => Just(What::CopyFolder),
        2 => Just(What::RenameFolder),
        1 => Just(What::DeleteFolder),
        3 => Just(What::Theme),
        2 => Just(What::Config),
    ];
    (what, any::<usize>(), any::<usize>()).prop_map(|(what, at, how)| Edit { what, at, how })
}

/// Words that stand in the site's files, and what an editor may write instead.
const WORDS: [(&str, &str); 22] = [
    ("category: writing", "category: seals"),
    ("category: seals", "category: writing"),
    ("materials: [clay, baked-clay]", "materials: [haematite]"),
    ("materials: [haematite]", "materials: [clay]"),
    ("periods: [bronze-age, iron-age]", "periods: [iron-age]"),
    ("places: [ur]\n", "places: []\n"),
    ("related: [cylinder-seals]\n", ""),
    ("sources: unverified", "sources: unverified\ndraft: true"),
    ("min: 3,", "min: 4,"),
    ("to: 75}", "to: 76}"),
    ("[writing, seals]", "[seals, writing]"),
    ("copyright:", "order: -1\ncopyright:"),
    ("title: ", "title: Old "),
    ("summary: ", "summary: New "),
    ("## ", "## More "),
    ("date: 2026-01-01", "date: 2026-02-02"),
    (" = ", " = The "),
    ("circle", "ellipse"),
    ("viewBox=\"0 0 ", "viewBox=\"0 0 1"),
    ("{}\n", "{}\nsomething-new: {}\n"),
    ("menu: true", "menu: false"),
    ("status: draft", "status: reviewed"),
];

/// A site on disk, the preview of it, and the site as it was.
struct Trial {
    site: SmallSite,
    session: Session,
}

impl Trial {
    fn new() -> Self {
        let site = SmallSite::new();
        let session = Session::open(SiteFolder::new(site.root()), false);
        Self { site, session }
    }

    /// The files and the folders of the site, sorted.
    fn paths(&self, folders: bool) -> Vec<String> {
        let mut paths = Vec::new();
        for part in ["content", "i18n", "themes"] {
            for entry in walkdir::WalkDir::new(self.site.path(part))
                .into_iter()
                .flatten()
            {
                let wanted = entry.file_type().is_dir() == folders && entry.depth() > 1;
                let path = entry.path().strip_prefix(self.site.root()).unwrap();
                paths.extend(wanted.then(|| path.to_string_lossy().into_owned()));
            }
        }
        paths.sort();
        paths
    }

    fn read(&self, file: &str) -> String {
        String::from_utf8_lossy(&fs::read(self.site.path(file)).unwrap_or_default()).into_owned()
    }

    /// Makes an edit, and gives the paths that a watcher would name.
    fn edit(&self, edit: &Edit) -> BTreeSet<String> {
        let files = self.paths(false);
        let folders = self.paths(true);
        let pick = |from: &[String]| from.get(edit.at % from.len().max(1)).cloned();
        let Some((file, folder)) = pick(&files).zip(pick(&folders)) else {
            return BTreeSet::new();
        };
        let one = |file: &str| BTreeSet::from([file.to_owned()]);
        match edit.what {
            What::Append => {
                let more = match file.rsplit('.').next() {
                    Some("md") => MORE[edit.how % MORE.len()],
                    Some("ftl") => "\n# A remark\n",
                    _ => "\n",
                };
                self.site.write(&file, self.read(&file) + more);
                one(&file)
            }
            What::Replace => {
                let all = files.iter().flat_map(|file| {
                    let text = self.read(file);
                    let here = WORDS.iter().filter(move |(old, _)| text.contains(old));
                    here.map(move |words| (file, words))
                });
                let all: Vec<_> = all.collect();
                let (file, (old, new)) = all[edit.at % all.len()];
                self.site.write(file, self.read(file).replacen(old, new, 1));
                one(file)
            }
            What::Delete => {
                self.site.remove(&file);
                one(&file)
            }
            What::Empty => {
                self.site.write(&file, "");
                one(&file)
            }
            What::Break => {
                self.site
                    .write(&file, format!("}}{{ [{{% {}", self.read(&file)));
                one(&file)
            }
            What::Restore => self.restore(),
            What::CopyFile => {
                let other = files[edit.how % files.len()].clone();
                if other.rsplit('.').next() != file.rsplit('.').next()
                    || other.starts_with("themes")
                {
                    return BTreeSet::new();
                }
                self.site
                    .write(&other, fs::read(self.site.path(&file)).unwrap());
                one(&other)
            }
            What::CopyFolder | What::RenameFolder => {
                let things: Vec<&String> = folders
                    .iter()
                    .filter(|f| f.starts_with("content/") && f.matches('/').count() >= 2)
                    .collect();
                let Some(from) = things.get(edit.at % things.len().max(1)) else {
                    return BTreeSet::new();
                };
                let names = [
                    "another", "zz-last", "aa-first", "Bad Name", "about", "clay",
                ];
                let (parent, _) = from.rsplit_once('/').unwrap();
                let to = format!("{parent}/{}", names[edit.how % names.len()]);
                if self.site.path(&to).exists() {
                    return BTreeSet::new();
                }
                if let What::CopyFolder = edit.what {
                    support::copy(&self.site.path(from), &self.site.path(&to), &mut |_| {});
                    return one(&to);
                }
                fs::rename(self.site.path(from), self.site.path(&to)).unwrap();
                BTreeSet::from([(*from).clone(), to])
            }
            What::DeleteFolder => {
                fs::remove_dir_all(self.site.path(&folder)).unwrap();
                // A watcher tells of the files too, and in any order.
                let inside = files
                    .iter()
                    .filter(|file| file.starts_with(&format!("{folder}/")));
                inside.cloned().chain([folder.clone()]).collect()
            }
            What::Theme => {
                let files: [(&str, &str); 5] = [
                    ("themes/small/assets/style.css", "p { color : red }\n"),
                    ("themes/small/assets/extra.css", "b { color : red }\n"),
                    (
                        "themes/small/templates/term.html",
                        "{% extends \"layout.html\" %}\n{% block main %}<p>{{ term.title }}</p>{% endblock main %}\n",
                    ),
                    (
                        "themes/small/templates/term.html",
                        "{% extends \"layout.html\" %}\n{% block main %}<p>{{ nothing.here }}</p>{% endblock main %}\n",
                    ),
                    ("themes/small/templates/odd.html", "{% if %}"),
                ];
                let (file, text) = files[edit.how % files.len()];
                self.site.write(file, text);
                one(file)
            }
            What::Config => {
                let old = self.read("redlist.yaml");
                let new = match edit.how % 6 {
                    0 => old.replace("A small Red List", "A Red List"),
                    1 => format!("{old}base_url: https://example.org/x/\n"),
                    2 => old.replace("fallback: [en]}", "fallback: [en]}\n  - {tag: fr}"),
                    3 => old.replace("theme: small\n", ""),
                    4 => old.replace("  - {tag: ar, fallback: [en]}\n", ""),
                    _ => old.replace("languages", "lang"),
                };
                self.site.write("redlist.yaml", new);
                one("redlist.yaml")
            }
        }
    }

    /// Puts the site's own files back, as a branch switch does; what was added stays where it does
    /// no harm.
    fn restore(&self) -> BTreeSet<String> {
        let mut touched: BTreeSet<String> = self.paths(false).into_iter().collect();
        for part in ["content", "i18n", "themes"] {
            let _ = fs::remove_dir_all(self.site.path(part));
        }
        self.site.lay_over(&support::small::small_site());
        touched.extend(self.paths(false));
        touched.extend(self.paths(true));
        touched.insert("redlist.yaml".to_owned());
        touched
    }

    /// Tells the preview where to look, as the watcher does: what is doubtful is looked at twice.
    fn look(&mut self, paths: &BTreeSet<String>) -> std::sync::Arc<Snapshot> {
        let looked = self.session.look_again(paths, false);
        match looked.doubtful.is_empty() {
            true => looked.snapshot,
            false => self.session.look_again(&looked.doubtful, true).snapshot,
        }
    }
}

const MORE: [&str; 4] = [
    "\nOne more sentence.\n",
    "\n## Another heading\n\nAnd a text.\n",
    "\nSee [the seals](../cylinder-seals/en.md#how-they-were-used).\n",
    "\nSee [the tablets](entry:iraq/clay-tablets) and [nothing](entry:iraq/nothing).\n",
];

/// All files of a clean build, and what is wrong with the site.
fn clean(root: &Path) -> (BTreeMap<String, Vec<u8>>, Diagnostics) {
    let site = SiteFolder::new(root);
    let options = Options::default();
    let mut diagnostics = Diagnostics::new();
    let mut timings = Timings::default();
    let prepared = build::prepare(&site, &options, &mut timings, &mut diagnostics);
    let mut files = BTreeMap::new();
    let Some(prepared) = prepared.filter(|_| !diagnostics.has_errors()) else {
        return (files, diagnostics);
    };
    let renderer = Renderer::new(
        &site,
        &prepared.catalogue,
        &prepared.plan,
        &prepared.theme,
        TemplateSize::Small,
        &mut diagnostics,
    );
    if diagnostics.has_errors() {
        return (files, diagnostics);
    }
    for (path, artifact) in prepared.plan.iter() {
        match renderer.render(path, artifact) {
            Ok(bytes) => files.insert(path.to_string(), bytes.into_owned()),
            Err(problem) => files.insert(path.to_string(), problem.message.into_bytes()),
        };
    }
    (files, diagnostics.sorted())
}

/// All files as the preview has them, the script put in and taken out again.
fn served(snapshot: &Snapshot) -> BTreeMap<String, Vec<u8>> {
    let files = snapshot.files().into_iter().map(|path| {
        let bytes = match snapshot.render(&path).expect("it is planned") {
            Ok(bytes) => bytes.into_owned(),
            Err(problem) => problem.message.into_bytes(),
        };
        let bytes = match path.as_str().ends_with(".html") {
            true => {
                let html = String::from_utf8(bytes).expect("pages are UTF-8");
                insert::remove(&insert::insert(&html, "page", "styles")).into_bytes()
            }
            false => bytes,
        };
        (path.to_string(), bytes)
    });
    files.collect()
}

/// The preview's view of the site is that of a clean run.
fn compare(root: &Path, snapshot: &Snapshot) -> Result<bool, TestCaseError> {
    let (files, diagnostics) = clean(root);
    let told = snapshot.diagnostics();
    if diagnostics.has_errors() {
        prop_assert!(!snapshot.errors().is_empty(), "missed: {diagnostics:#?}");
        return Ok(false);
    }
    let all = |diagnostics: &Diagnostics| diagnostics.iter().cloned().collect::<Vec<_>>();
    prop_assert_eq!(all(&told), all(&diagnostics));
    let served = served(snapshot);
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    prop_assert_eq!(names(&served), names(&files));
    for (path, bytes) in &files {
        let same = served[path] == *bytes;
        prop_assert!(
            same,
            "{path}\nserved: {}\nbuilt: {}",
            text(&served[path]),
            text(bytes)
        );
    }
    Ok(true)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_served_is_what_is_built(edits in proptest::collection::vec(edits(), 1..14)) {
        let mut trial = Trial::new();
        let mut whole = 0;
        for edit in &edits {
            let paths = trial.edit(edit);
            let snapshot = trial.look(&paths);
            whole += usize::from(compare(trial.site.root(), &snapshot)?);
        }
        // Shown with --nocapture: how often there was a site to compare.
        println!("{whole} of {} edits left a site that can be built", edits.len());
        let paths = trial.restore();
        let snapshot = trial.look(&paths);
        prop_assert!(compare(trial.site.root(), &snapshot)?, "the site is whole again");
    }
}

/// How many sequences: more with `PREVIEW_CASES=1000`.
fn cases() -> u32 {
    std::env::var("PREVIEW_CASES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(24)
}

fn paths(files: &[&str]) -> BTreeSet<String> {
    files.iter().map(|file| (*file).to_owned()).collect()
}

const ENTRY: &str = "content/lists/iraq/clay-tablets";

fn page(snapshot: &Snapshot, path: &str) -> String {
    let path = redlist::output::OutputPath::new(path).unwrap();
    text(&snapshot.render(&path).expect("it is planned").unwrap())
}

#[test]
fn while_a_file_is_broken_its_last_good_page_stays_and_others_change() {
    let mut trial = Trial::new();
    let arabic = format!("{ENTRY}/ar.md");
    let old = trial.read(&arabic);
    let good = page(&trial.session.snapshot(), "ar/iraq/clay-tablets.html");
    trial.site.write(&arabic, "---\ntitle: [\n---\n");
    let other = "content/lists/iraq/cylinder-seals/en.md";
    trial
        .site
        .write(other, trial.read(other) + "\nAnother change.\n");
    let broken = trial.look(&paths(&[&arabic, other]));
    assert_eq!(broken.errors().iter().count(), 1);
    assert_eq!(page(&broken, "ar/iraq/clay-tablets.html"), good);
    assert!(page(&broken, "en/iraq/cylinder-seals.html").contains("Another change."));
    trial.site.write(&arabic, old + "\nجملة أخرى.\n");
    let mended = trial.look(&paths(&[&arabic]));
    assert!(mended.errors().is_empty());
    assert!(page(&mended, "ar/iraq/clay-tablets.html").contains("جملة أخرى."));
}

#[test]
fn a_draft_that_cannot_be_read_stays_hidden() {
    let mut trial = Trial::new();
    let facts = format!("{ENTRY}/entry.yaml");
    let published = trial.read(&facts);
    let is_there = |snapshot: &Snapshot| {
        let page = redlist::output::OutputPath::new("en/iraq/clay-tablets.html").unwrap();
        snapshot.artifact(&page).is_some()
    };
    assert!(is_there(&trial.session.snapshot()));
    let draft = published + "draft: true\n";
    trial.site.write(&facts, &draft);
    assert!(!is_there(&trial.look(&paths(&[&facts]))));
    let to_draft = |snapshot: &Snapshot| {
        let found = snapshot.diagnostics();
        let told = found
            .iter()
            .filter(|problem| problem.message.contains("draft"));
        told.map(|problem| problem.message.clone())
            .collect::<Vec<_>>()
    };
    let seals = "content/lists/iraq/cylinder-seals/en.md";
    let link = trial.read(seals) + "\n[Tablets](../clay-tablets/en.md)\n";
    trial.site.write(seals, link);
    let whole = to_draft(&trial.look(&paths(&[seals])));
    assert!(!whole.is_empty(), "a link that leads to a draft is told");
    trial.site.write(&facts, draft + "materials: [ {\n");
    for again in [&*facts, ""] {
        let broken = trial.look(&paths(&[again]));
        assert!(!is_there(&broken), "`{again}`");
        assert_eq!(to_draft(&broken), whole, "`{again}`");
    }
    let restored = trial.restore();
    assert!(is_there(&trial.look(&restored)));
}

#[test]
fn a_file_that_is_half_written_is_looked_at_twice_before_it_is_believed() {
    let mut trial = Trial::new();
    let file = format!("{ENTRY}/en.md");
    let old = trial.read(&file);
    for half in ["", "---\ntitle: Cl"] {
        trial.site.write(&file, half);
        let looked = trial.session.look_again(&paths(&[&file]), false);
        assert!(looked.snapshot.errors().is_empty(), "not yet believed");
        assert_eq!(looked.doubtful.len(), 1);
        trial.site.write(&file, &old);
        let looked = trial.session.look_again(&looked.doubtful, true);
        assert!(looked.snapshot.errors().is_empty());
    }
    trial.site.remove(&file);
    let looked = trial.session.look_again(&paths(&[&file]), false);
    assert!(page(&looked.snapshot, "en/iraq/clay-tablets.html").contains("Clay tablets"));
}

#[test]
fn what_changes_while_the_settings_are_broken_is_not_lost() {
    let mut trial = Trial::new();
    let config = trial.read("redlist.yaml");
    let entry = format!("{ENTRY}/en.md");
    trial.site.write("redlist.yaml", "title: [");
    trial.look(&paths(&["redlist.yaml"]));
    let text = trial.read(&entry);
    trial.site.write(&entry, text + "\nWritten meanwhile.\n");
    // The system lost count of what changed.
    trial.look(&paths(&[""]));
    trial.site.write("redlist.yaml", config);
    let mended = trial.look(&paths(&["redlist.yaml"]));
    assert!(compare(trial.site.root(), &mended).unwrap());
}

#[test]
fn words_that_change_while_a_template_is_broken_are_shown_when_it_is_whole() {
    let mut trial = Trial::new();
    let template = "themes/small/templates/page.html";
    let whole = trial.read(template);
    trial.site.write(template, "{% if");
    trial
        .site
        .write("i18n/en/more.ftl", "skip-to-content = Skip all that\n");
    let all = paths(&[template, "i18n/en/more.ftl"]);
    let looked = trial.session.look_again(&all, false);
    assert!(!looked.doubtful.is_empty());
    trial.site.write(template, whole);
    let mended = trial.session.look_again(&looked.doubtful, true).snapshot;
    assert!(compare(trial.site.root(), &mended).unwrap());
}

#[test]
fn when_everything_is_read_again_a_broken_file_keeps_its_last_good_page() {
    let mut trial = Trial::new();
    let arabic = format!("{ENTRY}/ar.md");
    let list = "content/lists/iraq/list.yaml";
    let good = page(&trial.session.snapshot(), "ar/iraq/clay-tablets.html");
    trial.site.write(&arabic, "---\ntitle: [\n---\n");
    trial.look(&paths(&[&arabic]));
    trial.site.write(list, "categories: [");
    for again in ["", "content", "content/lists/iraq", list] {
        let looked = trial.look(&paths(&[again]));
        assert_eq!(looked.errors().iter().count(), 2, "{again}");
        let now = page(&looked, "ar/iraq/clay-tablets.html");
        assert_eq!(now, good, "after a look at `{again}`");
    }
    let restored = trial.restore();
    let mended = trial.look(&restored);
    assert!(compare(trial.site.root(), &mended).unwrap());
}

#[test]
fn a_folder_that_is_gone_for_a_moment_stays() {
    let mut trial = Trial::new();
    let files = trial.session.snapshot().files();
    for folder in [
        ENTRY,
        "content/lists/iraq",
        "content/pages",
        "content/news",
        "content",
    ] {
        let (here, away) = (trial.site.path(folder), trial.site.path("away"));
        fs::rename(&here, &away).unwrap();
        let looked = trial.session.look_again(&paths(&[folder]), false);
        assert_eq!(looked.snapshot.files(), files, "without {folder}");
        assert!(!looked.doubtful.is_empty(), "{folder} is looked at again");
        fs::rename(&away, &here).unwrap();
        let back = trial.session.look_again(&looked.doubtful, true).snapshot;
        assert!(
            compare(trial.site.root(), &back).unwrap(),
            "{folder} is back"
        );
    }
    fs::remove_dir_all(trial.site.path(ENTRY)).unwrap();
    let gone = trial.look(&paths(&[ENTRY]));
    assert!(
        gone.files().len() < files.len(),
        "it is believed in the end"
    );
}

#[test]
fn other_languages_are_taken_while_a_template_is_broken() {
    let mut trial = Trial::new();
    let template = "themes/small/templates/page.html";
    let whole = trial.read(template);
    trial.site.write(template, "{% if");
    assert!(!trial.look(&paths(&[template])).errors().is_empty());
    let config = trial.read("redlist.yaml");
    let config = config.replace("- {tag: ar", "- {tag: fr, fallback: [en]}\n  - {tag: ar");
    trial.site.write("redlist.yaml", config);
    let looked = trial.look(&paths(&["redlist.yaml"]));
    let english = page(&looked, "en/iraq/clay-tablets.html");
    assert!(english.contains("Clay tablets"), "{english}");
    trial.site.write(template, whole);
    let mended = trial.look(&paths(&[template]));
    assert!(compare(trial.site.root(), &mended).unwrap());
}

#[test]
fn a_site_that_is_broken_from_the_start_heals() {
    let site = SmallSite::new();
    let config = fs::read_to_string(site.path("redlist.yaml")).unwrap();
    let entry = fs::read_to_string(site.path(&format!("{ENTRY}/entry.yaml"))).unwrap();
    site.write("redlist.yaml", "title: [");
    site.write(&format!("{ENTRY}/entry.yaml"), "category: nothing\n");
    let mut session = Session::open(SiteFolder::new(site.root()), false);
    assert!(session.snapshot().files().is_empty());
    assert!(!session.snapshot().errors().is_empty());
    site.write("redlist.yaml", config);
    let half = session
        .look_again(&paths(&["redlist.yaml"]), false)
        .snapshot;
    let files: Vec<String> = half.files().iter().map(ToString::to_string).collect();
    assert!(files.contains(&"en/iraq/cylinder-seals.html".to_owned()));
    assert!(
        !files.contains(&"en/iraq/clay-tablets.html".to_owned()),
        "it never was right"
    );
    site.write(&format!("{ENTRY}/entry.yaml"), entry);
    let whole = session.look_again(&paths(&[ENTRY]), false).snapshot;
    compare(site.root(), &whole).unwrap();
}

#[test]
fn a_thousand_files_at_once_are_no_problem() {
    let mut trial = Trial::new();
    let entry = trial.site.path(ENTRY);
    let mut all = BTreeSet::new();
    for n in 0..250 {
        let folder = format!("content/lists/iraq/entry-{n}");
        support::copy(&entry, &trial.site.path(&folder), &mut |_| {});
        all.insert(folder);
    }
    let snapshot = trial.look(&all);
    assert!(compare(trial.site.root(), &snapshot).unwrap());
    let snapshot = trial.look(&trial.restore());
    assert!(compare(trial.site.root(), &snapshot).unwrap());
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_never_leads_out_of_the_site() {
    let mut trial = Trial::new();
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret");
    support::copy(&trial.site.path(ENTRY), &secret, &mut |_| {});
    let link =
        |to: PathBuf, file: &str| std::os::unix::fs::symlink(to, trial.site.path(file)).unwrap();
    link(secret.clone(), "content/lists/iraq/linked");
    fs::remove_file(trial.site.path(&format!("{ENTRY}/drawing.svg"))).unwrap();
    link(secret.join("drawing.svg"), &format!("{ENTRY}/drawing.svg"));
    // Asked for before anyone has looked again.
    let path = redlist::output::OutputPath::new("media/iraq/clay-tablets/drawing.svg").unwrap();
    let refused = trial
        .session
        .snapshot()
        .render(&path)
        .expect("it is planned");
    assert!(refused.unwrap_err().message.contains("leads out"));
    let snapshot = trial.look(&paths(&["content/lists/iraq/linked", ENTRY]));
    let files: Vec<String> = snapshot.files().iter().map(ToString::to_string).collect();
    assert!(
        !files.iter().any(|file| file.contains("linked")),
        "{files:?}"
    );
    assert_eq!(
        snapshot.count(Severity::Warning),
        2,
        "{:?}",
        snapshot.diagnostics()
    );
}

#[cfg(unix)]
#[test]
fn settings_are_not_read_from_outside_the_site() {
    let mut trial = Trial::new();
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.yaml");
    fs::write(&secret, "password: [letmein\n").unwrap();
    trial.site.remove("redlist.yaml");
    std::os::unix::fs::symlink(&secret, trial.site.path("redlist.yaml")).unwrap();
    let looked = trial.look(&paths(&["redlist.yaml"]));
    let told = looked.errors().iter().map(|problem| &problem.message);
    let told: Vec<&String> = told.collect();
    assert_eq!(told, ["`redlist.yaml` leads out of the site"]);
}
