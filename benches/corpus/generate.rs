//! Makes a site of any size whose texts are 300 words long, the same for the same numbers.

use std::fmt::Write;
use std::fs;
use std::path::Path;

const LANGUAGES: [(&str, [&str; 8]); 8] = [
    (
        "en",
        [
            "clay", "tablet", "with", "rows", "of", "small", "signs", "pressed",
        ],
    ),
    (
        "fr",
        [
            "argile", "tablette", "avec", "des", "rangées", "de", "petits", "signes",
        ],
    ),
    (
        "ar",
        ["طين", "لوح", "مع", "صفوف", "من", "علامات", "صغيرة", "مضغوطة"],
    ),
    (
        "ckb",
        [
            "گڵ",
            "تابلۆ",
            "لەگەڵ",
            "ڕیزی",
            "لە",
            "نیشانەی",
            "بچووک",
            "پەستێنراو",
        ],
    ),
    (
        "de",
        [
            "Ton",
            "Tafel",
            "mit",
            "Reihen",
            "von",
            "kleinen",
            "Zeichen",
            "gedrückt",
        ],
    ),
    (
        "zh-Hans",
        ["泥板", "楔形", "文字", "小", "符号", "排列", "压印", "古代"],
    ),
    (
        "es",
        [
            "arcilla",
            "tablilla",
            "con",
            "filas",
            "de",
            "pequeños",
            "signos",
            "impresos",
        ],
    ),
    (
        "tr",
        [
            "kil",
            "tablet",
            "ile",
            "sıra",
            "küçük",
            "işaret",
            "basılmış",
            "eski",
        ],
    ),
];
const PER_LIST: usize = 250;
const CATEGORIES: usize = 7;
const MATERIALS: usize = 24;
const TYPES: usize = 40;
const PERIODS: usize = 18;
const PLACES: usize = 30;

/// Writes a site. The first language is English.
pub fn site(root: &Path, entries: usize, languages: usize) {
    let languages = &LANGUAGES[..languages.clamp(1, LANGUAGES.len())];
    let tags: Vec<&str> = languages.iter().map(|(tag, _)| *tag).collect();
    write(
        root,
        "redlist.yaml",
        &format!(
            "title: Benchmark\nlanguages: [{}]\npublisher: {{name: redlist}}\nedition: {{name: \"1\", date: 2026-01-01}}\n",
            tags.join(", ")
        ),
    );
    vocabulary(root, &tags);
    for list in 0..entries.div_ceil(PER_LIST) {
        write_list(root, list, languages);
        let first = list * PER_LIST;
        for entry in first..entries.min(first + PER_LIST) {
            write_entry(root, list, entry, languages);
        }
    }
}

/// Changes the body of one entry.
pub fn change_one(root: &Path) {
    let file = root.join("content/lists/list-0/entry-0/en.md");
    let text = fs::read_to_string(&file).expect("it was written before");
    fs::write(&file, text + "\nOne more sentence.\n").expect("it was written before");
}

fn vocabulary(root: &Path, tags: &[&str]) {
    let kinds = [
        ("materials", "material", MATERIALS),
        ("object-types", "object-type", TYPES),
        ("places", "place", PLACES),
        ("shapes", "shape", 11),
        ("scripts", "script", 10),
    ];
    let mut labels = String::new();
    for (file, kind, count) in kinds {
        let mut terms = String::new();
        for n in 0..count {
            let _ = writeln!(terms, "{kind}-{n}: {{}}");
            let _ = writeln!(labels, "{kind}-{kind}-{n} = {kind} {n}");
        }
        write(root, &format!("content/vocabulary/{file}.yaml"), &terms);
    }
    let mut periods = String::new();
    for n in 0..PERIODS {
        let from = -4000 + 200 * i32::try_from(n).expect("few periods");
        let _ = writeln!(periods, "period-{n}: {{from: {from}, to: {}}}", from + 199);
        let _ = writeln!(labels, "period-period-{n} = period {n}");
    }
    write(root, "content/vocabulary/periods.yaml", &periods);
    write(
        root,
        "content/vocabulary/sizes.yaml",
        "hand: {up_to: 20}\nlarge: {}\n",
    );
    labels.push_str("size-hand = hand\nsize-large = large\n");
    for tag in tags {
        write(root, &format!("i18n/{tag}/vocabulary.ftl"), &labels);
    }
}

fn write_list(root: &Path, list: usize, languages: &[(&str, [&str; 8])]) {
    let ids: Vec<String> = (0..CATEGORIES).map(|n| format!("category-{n}")).collect();
    write(
        root,
        &format!("content/lists/list-{list}/list.yaml"),
        &format!(
            "kind: regular\ncountry: IQ\nedition: {{name: \"1\", date: 2026-01-01}}\ncategories: [{}]\n\
         copyright: {{holder: redlist, year: 2026, licence: CC0-1.0}}\nsources: unverified\n",
            ids.join(", ")
        ),
    );
    let mut words = format!("title: List {list}\nsummary: A list.\ncategories:\n");
    for id in &ids {
        let _ = writeln!(words, "  {id}: {{title: {id}}}");
    }
    words.push_str("disclaimers: [It lists types]\nactions: [Hold it, Ask]\n");
    text(
        root,
        &format!("content/lists/list-{list}"),
        languages,
        |_| words.clone(),
        |_, _| String::new(),
    );
}

fn write_entry(root: &Path, list: usize, entry: usize, languages: &[(&str, [&str; 8])]) {
    let folder = format!("content/lists/list-{list}/entry-{entry}");
    let related = match list * PER_LIST {
        first if first == entry => String::new(),
        first => format!("related: [entry-{first}]\n"),
    };
    write(
        root,
        &format!("{folder}/entry.yaml"),
        &format!(
            "category: category-{}\nobject_types: [object-type-{}]\nmaterials: [material-{}, material-{}]\n\
         shapes: [shape-{}]\nscripts: [script-{}]\ndates: {{from: -3000, to: -500}}\n\
         periods: [period-{}]\nplaces: [place-{}]\nsize:\n  height: {{min: 2, max: 15, unit: cm}}\n  class: hand\n\
         {related}sources: unverified\n",
            entry % CATEGORIES,
            entry % TYPES,
            entry % MATERIALS,
            (entry + 7) % MATERIALS,
            entry % 11,
            entry % 10,
            entry % PERIODS,
            entry % PLACES,
        ),
    );
    text(
        root,
        &folder,
        languages,
        |words| front_matter(entry, words),
        body,
    );
}

fn front_matter(entry: usize, words: &[&str; 8]) -> String {
    let [a, b, c, d, e, f, g, h] = words;
    format!(
        "title: {a} {b} {entry}\nalso_called: [{b} {entry}, {g} {entry}]\nsummary: {a} {b} {c} {d} {e} {f} {g} {h}\n\
         look_for: [{a} {b} {c} {d}, {e} {f} {g} {h}, {c} {d} {e} {f}]\n\
         mistaken_for:\n  - {{what: {b} {c}, tell_apart: {d} {e} {f} {g} {h}}}\nwarning_signs: [{g} {h} {a} {b}]\n"
    )
}

/// 300 words under two headings.
fn body(entry: usize, words: &[&str; 8]) -> String {
    let mut text = String::from("## One\n\n");
    for n in 0..300 {
        // A cheap, even spread over the words.
        let word = words[(n * 7 + entry + n / 11) % words.len()];
        text.push_str(word);
        text.push_str(match n {
            149 => ".\n\n## Two\n\n",
            _ if n % 50 == 49 => ".\n\n",
            _ if n % 12 == 11 => ", ",
            _ => " ",
        });
    }
    text
}

fn text(
    root: &Path,
    folder: &str,
    languages: &[(&str, [&str; 8])],
    front: impl Fn(&[&str; 8]) -> String,
    body: impl Fn(usize, &[&str; 8]) -> String,
) {
    let entry = folder
        .rsplit('-')
        .next()
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    let mut revision = String::new();
    for (index, (tag, words)) in languages.iter().enumerate() {
        let front = front(words);
        let record = match index {
            0 => String::new(),
            _ => format!("translation: {{of: en, revision: {revision}, status: reviewed}}\n"),
        };
        let text = format!("---\n{front}{record}---\n{}", body(entry, words));
        if index == 0 {
            revision = redlist::source::Source::from_text("en.md", &text).revision();
        }
        write(root, &format!("{folder}/{tag}.md"), &text);
    }
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    let folder = path.parent().expect("every path here has a folder");
    fs::create_dir_all(folder).expect("the temporary folder can be written");
    fs::write(path, text).expect("the temporary folder can be written");
}
