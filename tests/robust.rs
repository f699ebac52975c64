//! No bytes make the tool panic: files of a real site are mutilated, and every run ends with
//! diagnostics that name a place and a cure.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use redlist::build::{self, Options, Timings};
use redlist::diagnostic::{Diagnostics, Severity};
use redlist::output::Discard;
use redlist::source::SiteFolder;

/// One way to spoil a file.
#[derive(Clone, Debug)]
enum Slip {
    Delete(usize, usize),
    Insert(usize, Vec<u8>),
    Flip(usize, u8),
    Truncate(usize),
    Repeat(usize, usize, usize),
}

fn slips() -> impl Strategy<Value = Slip> {
    let place = 0..4_000_usize;
    let tricky = prop_oneof![
        Just(b"\t".to_vec()),
        Just(b": ".to_vec()),
        Just(b"\n---\n".to_vec()),
        Just(b"[[[[".to_vec()),
        Just(b"{{{%".to_vec()),
        Just("\u{202e}\u{feff}".as_bytes().to_vec()),
        Just(vec![0xff, 0x00]),
        Just(b"<svg onload=x>".to_vec()),
        Just(b"{ $a ->".to_vec()),
        Just(b"&a *a !!x |".to_vec()),
        proptest::collection::vec(any::<u8>(), 1..12),
    ];
    prop_oneof![
        (place.clone(), 1..60_usize).prop_map(|(at, length)| Slip::Delete(at, length)),
        (place.clone(), tricky).prop_map(|(at, bytes)| Slip::Insert(at, bytes)),
        (place.clone(), any::<u8>()).prop_map(|(at, byte)| Slip::Flip(at, byte)),
        place.clone().prop_map(Slip::Truncate),
        (place, 1..40_usize, 2..50_usize).prop_map(|(at, length, n)| Slip::Repeat(at, length, n)),
    ]
}

fn spoil(bytes: &mut Vec<u8>, slip: &Slip) {
    let at = |place: usize| place % (bytes.len() + 1);
    match slip {
        Slip::Delete(place, length) => {
            let start = at(*place);
            let end = (start + length).min(bytes.len());
            bytes.drain(start..end);
        }
        Slip::Insert(place, new) => {
            let start = at(*place);
            bytes.splice(start..start, new.iter().copied());
        }
        Slip::Flip(place, byte) => {
            let start = at(*place);
            if let Some(old) = bytes.get_mut(start) {
                *old ^= byte;
            }
        }
        Slip::Truncate(place) => bytes.truncate(at(*place)),
        Slip::Repeat(place, length, times) => {
            let start = at(*place);
            let end = (start + length).min(bytes.len());
            let part = bytes[start..end].repeat(*times);
            bytes.splice(start..start, part);
        }
    }
}

/// The site that is spoilt, and its files.
fn site() -> (PathBuf, Vec<PathBuf>) {
    let root = support::repository().join("tests/sites/small");
    let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter();
    let files = files
        .map(|entry| entry.expect("the folder can be read"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            entry
                .path()
                .strip_prefix(&root)
                .expect("it is below")
                .to_owned()
        })
        .collect();
    (root, files)
}

fn check(root: &Path) -> Diagnostics {
    let site = SiteFolder::new(root);
    let options = Options::default();
    let mut timings = Timings::default();
    let mut diagnostics = Diagnostics::new();
    let prepared = build::prepare(&site, &options, &mut timings, &mut diagnostics);
    if let Some(prepared) = prepared.filter(|_| !diagnostics.has_errors()) {
        let sink = &Discard;
        let rendered = build::render_into(
            &site,
            &prepared,
            &options,
            sink,
            &|| {},
            &mut timings,
            &mut diagnostics,
        );
        rendered.expect("nothing can go wrong where nothing is written");
    }
    diagnostics
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn a_spoilt_site_is_reported_and_never_a_panic(
        file in any::<prop::sample::Index>(),
        slips in proptest::collection::vec(slips(), 1..5),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let (root, files) = site();
        support::copy(&root, folder.path(), &mut |names| names.sort());
        let file = folder.path().join(file.get(&files));
        let mut bytes = fs::read(&file).unwrap();
        for slip in &slips {
            spoil(&mut bytes, slip);
        }
        fs::write(&file, bytes).unwrap();
        for diagnostic in check(folder.path()).iter() {
            if diagnostic.severity() == Severity::Error {
                prop_assert!(diagnostic.cure.is_some(), "{diagnostic:?} has no cure");
                prop_assert!(diagnostic.place.is_some(), "{diagnostic:?} has no place");
            }
        }
    }
}
