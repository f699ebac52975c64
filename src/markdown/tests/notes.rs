//! Footnotes.

use super::*;

#[test]
fn footnotes_are_numbered_by_their_references_and_lead_back() {
    assert_eq!(
        html("a[^z] b[^y] c[^z]\n\n[^y]: Y\n[^z]: Z\n"),
        "<p>a<sup class=\"footnote-ref\"><a role=\"doc-noteref\" id=\"fnref-1\" href=\"#fn-1\">1</a></sup> \
         b<sup class=\"footnote-ref\"><a role=\"doc-noteref\" id=\"fnref-2\" href=\"#fn-2\">2</a></sup> \
         c<sup class=\"footnote-ref\"><a role=\"doc-noteref\" id=\"fnref-1-2\" href=\"#fn-1\">1</a></sup></p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n\
         <li id=\"fn-1\"><p>Z \
         <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fnref-1\" aria-label=\"back to 1.1\">↑</a> \
         <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fnref-1-2\" aria-label=\"back to 1.2\">↑</a></p>\n</li>\n\
         <li id=\"fn-2\"><p>Y \
         <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fnref-2\" aria-label=\"back to 2.1\">↑</a></p>\n</li>\n\
         </ol>\n</section>\n"
    );
}

#[test]
fn the_numbers_of_footnotes_come_from_the_caller() {
    let compiled = compiled("أ[^1]\n\n[^1]: ب");
    let mut out = String::new();
    compiled.body.write(&mut out, "", &mut |slot| match slot {
        Slot::NoteNumber(1) => "١".into(),
        _ => "عودة".into(),
    });
    assert!(
        out.contains(">١</a></sup>") && out.contains("aria-label=\"عودة\""),
        "{out}"
    );
}

#[test]
fn labels_ignore_case_and_may_be_of_any_script() {
    assert!(
        html("a[^Straße] b[^حاشية]\n\n[^STRASSE]: c\n\n[^حاشية]: d").contains("<li id=\"fn-2\">")
    );
}

#[test]
fn a_footnote_may_hold_anything_that_a_text_may() {
    let html = html("a[^1]\n\n[^1]: b[^2] [c](d.md)\n\n    - e\n\n[^2]: f\n");
    assert!(html.contains("<a href=\"target-0\">c</a>"), "{html}");
    assert!(
        html.contains("<li>e</li>\n</ul>\n <a class=\"footnote-back\""),
        "{html}"
    );
    assert_eq!(html.matches("</li>").count(), 3);
}

#[test]
fn a_footnote_without_a_reference_is_kept() {
    let html = html("a\n\n[^1]: The words.\n");
    assert!(
        html.contains("<li id=\"fn-1\"><p>The words.</p>\n</li>"),
        "{html}"
    );
}

#[test]
fn a_reference_without_a_footnote_is_an_error() {
    let compiled = compiled("أختام [^1] و**[^ملاحظة]**\n\n[x [^b]](y.md) ![^c]");
    assert_eq!(compiled.codes(), [Code::UnknownFootnote; 4]);
    assert_eq!(
        compiled.places(),
        [(1, 7, 4), (1, 15, 9), (3, 4, 4), (3, 17, 4)]
    );
    assert!(compiled.html().starts_with("<p>أختام [^1] و"));
}

#[test]
fn brackets_that_are_meant_as_such_are_no_footnotes() {
    assert_eq!(
        codes("\\[^1] `[^2]` [^] [a^b]\n\n    [^3]\n\n```\n[^4]\n```\n"),
        []
    );
}

#[test]
fn a_footnote_has_one_text() {
    let compiled = compiled("a[^1]\n\n[^1]: b\n\n[^1]: c\n");
    assert_eq!(compiled.codes(), [Code::DuplicateId]);
    assert_eq!(compiled.places(), [(5, 1, 7)]);
    assert!(compiled.html().contains("<p>b "));
}
