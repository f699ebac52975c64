//! The search from both of its ends: what is folded at build time and what the browser folds, and
//! what the queries of real readers find in the real site.

mod support;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};
use redlist::search::pack::pack;
use redlist::search::{fold, words};
use serde_json::{Value, json};
use support::{build, repository};

fn scripts() -> PathBuf {
    repository().join("themes/default/assets")
}

/// What the browser's side makes of texts and words.
fn in_javascript(texts: &[String], pairs: &[(String, String)]) -> Value {
    let packed: Vec<String> = long(texts).map(|text| pack(&text)).collect();
    let asked = json!({"fold": texts, "words": texts, "forms": pairs, "packed": packed});
    let mut child = Command::new("node")
        .arg(repository().join("tests/search/fold.mjs"))
        .arg(scripts())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("tests/run installs node");
    let mut input = child.stdin.take().unwrap();
    input.write_all(asked.to_string().as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "node ended with {}", output.status);
    serde_json::from_slice(&output.stdout).unwrap()
}

fn in_rust(texts: &[String], pairs: &[(String, String)]) -> Value {
    let folded: Vec<String> = texts.iter().map(|text| fold::fold(text)).collect();
    let cut: Vec<Vec<String>> = texts.iter().map(|text| words::words(text)).collect();
    let forms: Vec<Vec<String>> = pairs
        .iter()
        .map(|(word, language)| words::forms(word, language))
        .collect();
    let unpacked: Vec<String> = long(texts).collect();
    json!({"fold": folded, "words": cut, "forms": forms, "packed": unpacked})
}

/// Texts that are worth packing: some of these and what they said again, with signs that have two
/// code units and the mark of the packing itself.
fn long(texts: &[String]) -> impl Iterator<Item = String> {
    texts.chunks(40).map(|some| {
        let all = some.join("`𒀭𒂗");
        format!("{all} {} {all}", some.concat())
    })
}

#[test]
fn both_sides_fold_the_vectors_as_written() {
    let text = std::fs::read_to_string(repository().join("tests/search/fold.json")).unwrap();
    let vectors: Value = serde_json::from_str(&text).unwrap();
    let rows = |key: &str| vectors[key].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let folds: Vec<String> = rows("fold").iter().map(|row| text(&row[0])).collect();
    let cuts: Vec<String> = rows("words").iter().map(|row| text(&row[0])).collect();
    let pairs: Vec<(String, String)> = rows("forms")
        .iter()
        .map(|row| (text(&row[0]), text(&row[1])))
        .collect();
    let column = |key: &str, at: usize| -> Vec<Value> {
        rows(key).iter().map(|row| row[at].clone()).collect()
    };
    for side in [in_rust, in_javascript] {
        assert_eq!(json!(column("fold", 1)), side(&folds, &[])["fold"]);
        assert_eq!(json!(column("words", 1)), side(&cuts, &[])["words"]);
        assert_eq!(json!(column("forms", 2)), side(&[], &pairs)["forms"]);
    }
}

/// Texts of many scripts, with all that makes folding hard: marks, forms for show, signs that have
/// no width, letters that grow when their case changes.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let letter = prop_oneof![
        6 => prop::char::range(' ', '~'),
        4 => prop::char::range('\u{00A0}', '\u{024F}'),
        2 => prop::char::range('\u{0300}', '\u{036F}'),
        2 => prop::char::range('\u{0391}', '\u{03C9}'),
        2 => prop::char::range('\u{0400}', '\u{045F}'),
        1 => prop::char::range('\u{05B0}', '\u{05BC}'),
        1 => prop::char::range('\u{05D0}', '\u{05EA}'),
        8 => prop::char::range('\u{0610}', '\u{06FF}'),
        1 => prop::char::range('\u{0710}', '\u{074A}'),
        1 => prop::char::range('\u{0905}', '\u{0939}'),
        1 => prop::char::range('\u{1E00}', '\u{1EF9}'),
        2 => prop::char::range('\u{2000}', '\u{2064}'),
        1 => prop::char::range('\u{2100}', '\u{2138}'),
        1 => prop::char::range('\u{3041}', '\u{30FF}'),
        2 => prop::char::range('\u{4E00}', '\u{4E80}'),
        1 => prop::char::range('\u{AC00}', '\u{AC80}'),
        1 => prop::char::range('\u{FB00}', '\u{FB06}'),
        1 => prop::char::range('\u{FE80}', '\u{FEFC}'),
        1 => prop::char::range('\u{FF01}', '\u{FF5E}'),
        2 => prop::sample::select(vec!['ئ', 'ۀ', 'ە', 'ۆ', 'ێ', 'ڕ', 'ڵ', 'ھ', '\u{200C}', '’', 'İ', 'ı', 'ß', 'ẞ', 'Σ']),
    ];
    let text =
        prop::collection::vec(letter, 0..24).prop_map(|letters| letters.into_iter().collect());
    prop::collection::vec(text, 400)
}

#[test]
fn both_sides_fold_any_text_alike() {
    let config = Config {
        cases: 12,
        // Every try starts a process.
        max_shrink_iters: 0,
        failure_persistence: None,
        ..Config::default()
    };
    let tried = TestRunner::new(config).run(&texts(), |texts| {
        let languages = ["en", "fr", "ar", "ckb", "fa", "de", "tr", "es", "zh-Hans"];
        let pairs: Vec<(String, String)> = texts
            .iter()
            .flat_map(|text| words::words(text))
            .zip(languages.into_iter().cycle())
            .map(|(word, language)| (word, language.to_owned()))
            .collect();
        let (rust, javascript) = (in_rust(&texts, &pairs), in_javascript(&texts, &pairs));
        for (at, text) in texts.iter().enumerate() {
            for key in ["fold", "words"] {
                prop_assert_eq!(
                    &rust[key][at],
                    &javascript[key][at],
                    "{} of {:?}",
                    key,
                    text
                );
            }
        }
        prop_assert_eq!(&rust["forms"], &javascript["forms"]);
        prop_assert_eq!(&rust["packed"], &javascript["packed"]);
        Ok(())
    });
    if let Err(TestError::Fail(reason, _)) = tried {
        panic!("{reason}");
    }
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
        let once = fold::fold(&text);
        // A letter that is left out may bring two others together, which compose only then.
        let twice = fold::fold(&once);
        prop_assert_eq!(fold::fold(&twice), twice);
    }

    #[test]
    fn every_text_can_be_cut_into_words(text in any::<String>(), language in "[a-z]{2,3}") {
        for word in words::words(&text) {
            prop_assert!(!word.is_empty());
            prop_assert_eq!(&words::forms(&word, &language)[0], &word);
        }
    }
}

#[test]
fn the_queries_of_readers_find_their_entries_among_the_first_five() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    build(&repository(), &site);
    let output = Command::new("node")
        .arg(repository().join("tests/search/queries.mjs"))
        .arg(&site)
        .output()
        .expect("tests/run installs node");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let report: BTreeMap<String, Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report.keys().collect::<Vec<_>>(), ["ar", "ckb", "en", "fr"]);
    for (language, found) in &report {
        assert!(
            found["asked"].as_u64() >= Some(30),
            "{language} has too few queries"
        );
        assert_eq!(found["missed"], json!([]), "in {language}");
    }
}
