//! docs/themes.md tells theme makers what templates see. Here it is held against what the pages of
//! the real site are made from: every object has exactly the documented fields, of the documented
//! kind.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use redlist::build::{self, Options, Timings};
use redlist::diagnostic::Diagnostics;
use redlist::media::Form;
use redlist::render::Renderer;
use redlist::site::Artifact;
use redlist::source::SiteFolder;
use redlist::theme::TemplateSize;
use serde_json::Value;

/// The kind of each field, as documented, for each heading.
type Docs = BTreeMap<String, BTreeMap<String, String>>;

fn docs() -> Docs {
    let text = std::fs::read_to_string(support::repository().join("docs/themes.md")).unwrap();
    let mut docs = Docs::new();
    let mut heading = String::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("### ") {
            heading = name.to_owned();
            docs.insert(heading.clone(), BTreeMap::new());
        }
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let ["", field, kind, _, ""] = cells[..]
            && let Some(field) = field
                .strip_prefix('`')
                .and_then(|field| field.strip_suffix('`'))
            && let Some(fields) = docs.get_mut(&heading)
        {
            fields.insert(field.to_owned(), kind.to_owned());
        }
    }
    docs
}

/// Holds a value against its documented kind, and notes which objects were seen.
fn compare(docs: &Docs, kind: &str, value: &Value, at: &str, seen: &mut BTreeSet<String>) {
    if let Some(kind) = kind.strip_suffix(" or none") {
        if !value.is_null() {
            compare(docs, kind, value, at, seen);
        }
        return;
    }
    if let Some(kind) = kind.strip_prefix("list of ") {
        let items = value
            .as_array()
            .unwrap_or_else(|| panic!("{at} is a list, not {value}"));
        let kind = kind
            .strip_suffix('s')
            .filter(|kind| *kind == "text")
            .unwrap_or(kind);
        for item in items {
            compare(docs, kind, item, at, seen);
        }
        return;
    }
    match kind {
        "text" => assert!(value.is_string(), "{at} is a text, not {value}"),
        "number" => assert!(value.is_number(), "{at} is a number, not {value}"),
        "true or false" => assert!(value.is_boolean(), "{at} is true or false, not {value}"),
        link => {
            let name = link.trim_start_matches('[').split(']').next().unwrap();
            compare_object(docs, name, value, at, seen);
        }
    }
}

fn compare_object(docs: &Docs, name: &str, value: &Value, at: &str, seen: &mut BTreeSet<String>) {
    let documented = docs
        .get(name)
        .unwrap_or_else(|| panic!("{at}: no heading `{name}`"));
    let object = value
        .as_object()
        .unwrap_or_else(|| panic!("{at} is an object, not {value}"));
    let given: Vec<&String> = object.keys().collect();
    let told: Vec<&String> = documented.keys().collect();
    assert_eq!(
        given, told,
        "the fields of `{name}` (at {at}) and docs/themes.md"
    );
    seen.insert(name.to_owned());
    for (field, kind) in documented {
        compare(docs, kind, &object[field], &format!("{at}.{field}"), seen);
    }
}

#[test]
fn templates_see_what_the_documentation_says() {
    let site = SiteFolder::new(support::repository());
    let options = Options {
        base_url: Some("https://example.org/".to_owned()),
        ..Options::default()
    };
    let mut diagnostics = Diagnostics::new();
    let prepared =
        build::prepare(&site, &options, &mut Timings::default(), &mut diagnostics).unwrap();
    let renderer = Renderer::new(
        &site,
        &prepared.catalogue,
        &prepared.plan,
        &prepared.theme,
        TemplateSize::Small,
        &mut diagnostics,
    );
    let docs = docs();
    let mut seen = BTreeSet::new();
    for (path, artifact) in prepared
        .plan
        .iter()
        .filter(|(_, artifact)| artifact.is_page())
    {
        let (_, context) = renderer.context(path, artifact);
        for root in [
            "site", "page", "entry", "list", "home", "article", "term", "terms", "identify",
        ] {
            if let Some(value) = context.get(root) {
                let value = serde_json::to_value(value).unwrap();
                compare_object(&docs, root, &value, root, &mut seen);
            }
        }
        for (root, kind) in [
            ("letters", "letter"),
            ("news", "news card"),
            ("lists", "list"),
        ] {
            if let Some(value) = context.get(root) {
                let value = serde_json::to_value(value).unwrap();
                compare(&docs, &format!("list of [{kind}]"), &value, root, &mut seen);
            }
        }
    }
    let unseen: Vec<&String> = docs.keys().filter(|name| !seen.contains(*name)).collect();
    // The Iraqi list names no experts or funders yet.
    let mut not_yet = vec!["credit"];
    let mut artifacts = prepared.plan.iter().map(|(_, artifact)| artifact);
    let has_pixels = |artifact: &Artifact| matches!(artifact, Artifact::Picture(file) if file.form != Form::Drawing);
    if !artifacts.any(has_pixels) {
        not_yet.extend(["picture size", "picture source"]);
    }
    assert_eq!(unseen, not_yet, "headings that no page of the site has");
}

#[test]
fn every_template_of_the_theme_is_documented() {
    let text = std::fs::read_to_string(support::repository().join("docs/themes.md")).unwrap();
    let site = SiteFolder::new(support::repository());
    let options = Options::default();
    let mut diagnostics = Diagnostics::new();
    let prepared =
        build::prepare(&site, &options, &mut Timings::default(), &mut diagnostics).unwrap();
    let renderer = Renderer::new(
        &site,
        &prepared.catalogue,
        &prepared.plan,
        &prepared.theme,
        TemplateSize::Small,
        &mut diagnostics,
    );
    let used: BTreeSet<&str> = prepared
        .plan
        .iter()
        .filter(|(_, artifact)| artifact.is_page())
        .map(|(path, artifact)| renderer.context(path, artifact).0)
        .collect();
    for template in used {
        assert!(
            text.contains(&format!("| `{template}` |")),
            "{template} has a line"
        );
        assert!(
            prepared.theme.templates.contains_key(template),
            "{template} is there"
        );
    }
}
