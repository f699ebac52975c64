//! Links and pictures, and the slots that they leave.

use super::*;
use crate::markdown::{Kind, Reference};

fn references(markdown: &str) -> Vec<Reference> {
    let body = compiled(markdown).body;
    body.references()
        .iter()
        .map(|r| r.reference.clone())
        .collect()
}

#[test]
fn links_within_the_site_ask_for_their_address() {
    assert_eq!(
        html("See [المخاريط](../foundation-cones/ar.md#ختم) and [c](entry:cones \"Title\")."),
        "<p>See <a href=\"target-0\">المخاريط</a> and <a title=\"Title\" href=\"target-1\">c</a>.</p>\n"
    );
    assert_eq!(
        references("[a](../cones/ar.md#ختم) [b](news:x)"),
        [
            Reference::File {
                path: "../cones/ar.md".into(),
                anchor: Some("ختم".into())
            },
            Reference::Id {
                kind: Kind::News,
                id: "x".into(),
                anchor: None
            },
        ]
    );
}

#[test]
fn a_link_without_an_address_is_a_text_without_a_link() {
    let compiled = compiled("[a](b.md) ![c](d.svg)");
    let mut out = String::new();
    compiled.body.write(&mut out, "", &mut |_| "".into());
    assert_eq!(out, "<p><a>a</a> <img alt=\"c\"></p>\n");
}

#[test]
fn addresses_from_the_caller_are_escaped() {
    let compiled = compiled("[a](b.md)");
    let mut out = String::new();
    compiled
        .body
        .write(&mut out, "", &mut |_| "x?a=1&b=\"><script>".into());
    let href = "x?a=1&amp;b=&quot;&gt;&lt;script&gt;";
    assert_eq!(out, format!("<p><a href=\"{href}\">a</a></p>\n"));
}

#[test]
fn links_that_leave_the_site_are_marked() {
    let external = "<a class=\"external\" rel=\"external noreferrer\"";
    assert_eq!(
        html("[ICOM](https://icom.museum/?a=1&b=2)"),
        format!(
            "<p>{external} href=\"https://icom.museum/?a=1&amp;b=2\">ICOM<span>↗</span></a></p>\n"
        )
    );
    assert_eq!(
        html("<https://icom.museum/>"),
        format!(
            "<p>{external} href=\"https://icom.museum/\">https://icom.museum/<span>↗</span></a></p>\n"
        )
    );
}

#[test]
fn mail_and_telephone_links_need_nothing_from_the_caller() {
    assert_eq!(
        html("[a](mailto:a@b.org) <a@b.org> [c](tel:+964)"),
        "<p><a href=\"mailto:a@b.org\">a</a> <a href=\"mailto:a@b.org\">a@b.org</a> \
         <a href=\"tel:+964\">c</a></p>\n"
    );
}

#[test]
fn links_to_headings_of_the_text_are_checked() {
    let text = "[a](#الأختام) [b](#%D8%A7%D9%84%D8%A3%D8%AE%D8%AA%D8%A7%D9%85)\n\n## الأختام\n";
    assert!(html(text).contains("<a href=\"#الأختام\">a</a> <a href=\"#الأختام\">b</a>"));

    let compiled = compiled("## seals\n\n## cones\n\nSee [a](#cone).");
    assert_eq!(compiled.codes(), [Code::DeadAnchor]);
    assert_eq!(compiled.places(), [(5, 5, 10)]);
    assert_eq!(
        compiled.problems[0].cure.as_deref(),
        Some("Did you mean `#cones`?")
    );
}

#[test]
fn links_by_reference_are_links_like_any_other() {
    assert_eq!(
        references("[a][x] [x][] [x]\n\n[x]: cones.md"),
        vec![references("[a](cones.md)").remove(0); 3]
    );
}

#[test]
fn a_link_by_reference_without_an_address_is_dead() {
    let compiled = compiled("كلمة [نص][هدف] و[b][] [sic]");
    assert_eq!(compiled.codes(), [Code::DeadLink, Code::DeadLink]);
    assert_eq!(compiled.places(), [(1, 6, 9), (1, 17, 3)]);
    assert_eq!(compiled.html(), "<p>كلمة [نص][هدف] و[b][] [sic]</p>\n");
}

#[test]
fn there_are_no_links_within_links() {
    for text in [
        "[a <https://b.org/> c](d.md)",
        "[a [b](c.md) d](e.md)",
        "[a [^1]](b.md)\n\n[^1]: f",
        "[c [^1]][d]\n\n[d]: e.md\n\n[^1]: f",
        "[![a [b](c.md)](d.svg)](e.md)",
    ] {
        let html = html(text);
        let links = html.split("<a ").skip(1);
        for link in links {
            assert!(link.contains("</a>"), "{html}");
        }
    }
}

#[test]
fn pictures_ask_for_their_address() {
    assert_eq!(
        html("![A *seal* & `impression` [x](y)](drawing.svg \"Ur\")"),
        "<p><img alt=\"A seal &amp; impression x\" title=\"Ur\" src=\"picture-0\"></p>\n"
    );
    assert_eq!(
        html("[![ختم](a.svg)](b.md)"),
        "<p><a href=\"target-0\"><img alt=\"ختم\" src=\"picture-1\"></a></p>\n"
    );
    assert_eq!(
        html("![a ![b](c.svg) d](e.svg)"),
        "<p><img alt=\"a b d\" src=\"picture-0\"></p>\n"
    );
}

#[test]
fn a_picture_needs_a_text_alternative() {
    let compiled = compiled("نص ![](a.svg) ![ ](b.svg)");
    assert_eq!(compiled.codes(), [Code::NoAltText, Code::NoAltText]);
    assert_eq!(compiled.places(), [(1, 4, 10), (1, 15, 11)]);
}

#[test]
fn a_refused_picture_leaves_its_text_alternative() {
    let compiled = compiled("![A <b>seal</b> & more](https://example.org/a.png)");
    assert_eq!(
        compiled.codes(),
        [Code::UnsafeLink, Code::HtmlRemoved, Code::HtmlRemoved]
    );
    assert_eq!(compiled.html(), "<p>A seal &amp; more</p>\n");
    assert_eq!(compiled.body.references(), []);
}

#[test]
fn problems_stand_where_they_are_in_the_file() {
    let front = "---\ntitle: أختام أسطوانية\n---\n";
    let text = "أختام صغيرة.\n\n- انظر [هنا](/x) و[ثم](a.pdf)\n\nحاشية [^؟]\n";
    let compiled = compiled_within(front, text, &Options::default());
    assert_eq!(
        compiled.codes(),
        [Code::UnsafeLink, Code::DeadLink, Code::UnknownFootnote]
    );
    assert_eq!(compiled.places(), [(6, 8, 9), (6, 19, 11), (8, 7, 4)]);
    let file = compiled.problems[0]
        .place
        .as_ref()
        .map(|place| place.file.as_str());
    assert_eq!(file, Some("content/lists/iraq/cylinder-seals/ar.md"));
}
