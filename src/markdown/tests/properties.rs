//! Whatever is written, nothing panics and nothing dangerous comes out.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, local_name, ns, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;

use super::*;
use crate::markdown::clean::clean;

/// Elements that no text may bring into a page.
const FORBIDDEN: &[&str] = &[
    "script", "style", "iframe", "object", "embed", "form", "input", "svg", "math", "link", "meta",
    "base", "template", "noscript", "textarea",
];

/// Pieces that are dangerous together.
const PIECES: &[&str] = &[
    "<script>",
    "</script>",
    "<script",
    "<style>",
    "</style>",
    "<svg onload=x>",
    "</svg>",
    "<math>",
    "<iframe src=javascript:x>",
    "<img src=x onerror=alert(1)>",
    "<a href=\"javascript:x\">",
    "</a>",
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "</body>",
    "</section>",
    "<details open>",
    "</details>",
    "<summary>",
    "<b onclick=x>",
    "</b>",
    "<i>",
    "</i>",
    "<bdi lang='\"'>",
    "</bdi>",
    "<ruby>",
    "<rt>",
    "<li>",
    "<table>",
    "<td>",
    "</td>",
    "</table>",
    "<textarea>",
    "<title>",
    "<plaintext>",
    "<wbr data-slot=\"0\">",
    " data-slot=\"0\"",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x",
    "?>",
    "<x",
    " onclick=alert(1)",
    " style=x",
    " title=\"",
    "\"",
    "'",
    "=",
    ">",
    "<",
    "/>",
    "&#x3c;",
    "&lt;",
    "&quot;",
    "&#106;",
    "javascript:",
    "JaVaScRiPt&colon;",
    "data:text/html,",
    "https://x.org/",
    "[a](",
    ")",
    "[",
    "]",
    "![",
    "](",
    "[^1]",
    "[^1]: ",
    "[x]: ",
    "<javascript:x>",
    "entry:x",
    "#h",
    "en.md",
    "a.svg",
    "\n",
    "\n\n",
    "\n> ",
    "\n- ",
    "\n    ",
    "\n```\n",
    "\n## ",
    "\n# ",
    "\n|a|b|\n|-|-:|\n|",
    "|",
    "\n: ",
    "`",
    "*",
    "**",
    "~~",
    "\\",
    "  \n",
    "---\n",
    "{{ x }}",
    "ختم",
    "مۆر",
    "é",
    " ",
    "a",
    "\u{202e}",
    "\u{0}",
    "\u{fdd0}",
    "\r\n",
    "\t",
];

fn hostile_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

fn parse(html: &str) -> RcDom {
    let page = format!("<!DOCTYPE html><main>{html}</main><footer></footer>");
    parse_document(RcDom::default(), ParseOpts::default()).one(page)
}

/// The names of all elements and their attributes.
fn elements(dom: &RcDom) -> Vec<(String, Vec<(String, String)>)> {
    let mut found = Vec::new();
    let mut nodes = vec![dom.document.clone()];
    while let Some(node) = nodes.pop() {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let attributes = attrs.borrow();
            let attributes = attributes
                .iter()
                .map(|a| (a.name.local.to_string(), a.value.to_string()));
            found.push((name.local.to_string(), attributes.collect()));
        }
        nodes.extend(node.children.borrow().iter().cloned());
    }
    found
}

fn check(text: &str) {
    let compiled = compiled(text);
    let html = compiled.html();
    assert!(!html.to_lowercase().contains("<script"), "{html}");
    let dom = parse(&html);
    for (element, attributes) in elements(&dom) {
        assert!(
            !FORBIDDEN.contains(&element.as_str()),
            "<{element}> in {html}"
        );
        for (name, value) in attributes {
            check_attribute(&element, &name, &value, &html);
        }
    }
    assert_eq!(body_children(&dom), ["main", "footer"], "{html}");
    let length = compiled.body.plain_text().len();
    assert!(length <= html.len(), "words of {html}");
}

fn check_attribute(element: &str, name: &str, value: &str, html: &str) {
    let known = [
        "alt",
        "aria-label",
        "class",
        "datetime",
        "dir",
        "href",
        "id",
        "lang",
        "open",
        "rel",
        "reversed",
        "role",
        "scope",
        "src",
        "start",
        "tabindex",
        "title",
    ];
    assert!(known.contains(&name), "{name} on <{element}> in {html}");
    let ours = ["https://", "http://", "mailto:", "tel:", "target-", "#"];
    if name == "href" {
        assert!(
            ours.iter()
                .any(|start| value.to_lowercase().starts_with(start)),
            "{value}"
        );
    }
    if name == "src" {
        assert!(value.starts_with("picture-"), "{value} in {html}");
    }
}

/// A text stays in its place: the page around it is as it was.
fn body_children(dom: &RcDom) -> Vec<String> {
    let is_element = |name| move |node: &Handle| matches!(&node.data, NodeData::Element { name: n, .. } if n.local == name && n.ns == ns!(html));
    let child = |node: &Handle, test: &dyn Fn(&Handle) -> bool| {
        node.children
            .borrow()
            .iter()
            .find(|child| test(child))
            .cloned()
    };
    let Some(html) = child(&dom.document, &is_element(local_name!("html"))) else {
        return Vec::new();
    };
    let Some(body) = child(&html, &is_element(local_name!("body"))) else {
        return Vec::new();
    };
    let children = body.children.borrow();
    children
        .iter()
        .map(|node| match &node.data {
            NodeData::Element { name, .. } => name.local.to_string(),
            _ => "something else".to_owned(),
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn hostile_text_brings_nothing_dangerous_into_a_page(text in hostile_text()) {
        check(&text);
    }

    #[test]
    fn text_without_html_is_well_formed_without_cleaning(text in hostile_text()) {
        // Cleaning writes line ends and no-break spaces in its own way.
        let text = text.replace(['<', '\r'], "");
        let markup = compiled(&text).body.markup;
        prop_assert_eq!(clean(&markup), markup);
    }

    #[test]
    fn any_text_at_all_can_be_compiled(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_line_of_signs_can_be_compiled(text in "[-a \n<>\\[\\]()!^:#*_`|~\"'&;/=\\\\0-9خ]{0,80}") {
        check(&text);
    }

    #[test]
    fn any_part_of_a_text_can_be_compiled(
        text in any::<String>(),
        range in (0usize..60, 0usize..60),
    ) {
        let file = SourcePath::new("en.md");
        let source = Source { file: &file, text: &text, body: range.0..range.1 };
        compile(&source, &Options { smart_punctuation: true }, &mut Diagnostics::new());
    }
}
