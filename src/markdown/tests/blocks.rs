//! Words, lists, tables and headings.

use super::*;

#[test]
fn words_become_paragraphs_in_any_language() {
    assert_eq!(
        html("Small *pierced* **cylinders** of stone."),
        "<p>Small <em>pierced</em> <strong>cylinders</strong> of stone.</p>\n"
    );
    assert_eq!(
        html("أسطوانات *صغيرة* مثقوبة."),
        "<p>أسطوانات <em>صغيرة</em> مثقوبة.</p>\n"
    );
    assert_eq!(
        html("مۆرە ~~گەورەکان~~ لوولەییەکان.\nکون کراون."),
        "<p>مۆرە <del>گەورەکان</del> لوولەییەکان.\nکون کراون.</p>\n"
    );
}

#[test]
fn lists_quotes_and_code_are_plain_html() {
    assert_eq!(
        html("- a\n- b\n  1. c\n"),
        "<ul>\n<li>a</li>\n<li>b<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n"
    );
    assert_eq!(html("3. a\n"), "<ol start=\"3\">\n<li>a</li>\n</ol>\n");
    assert_eq!(html("> a"), "<blockquote>\n<p>a</p>\n</blockquote>\n");
    assert_eq!(
        html("```rust\na < [^b]\n```\n"),
        "<pre tabindex=\"0\"><code>a &lt; [^b]\n</code></pre>\n"
    );
    assert_eq!(
        html("`<b>` a  \nb\n\n---"),
        "<p><code>&lt;b&gt;</code> a<br>\nb</p>\n<hr>\n"
    );
}

#[test]
fn definition_lists_hold_terms_and_meanings() {
    assert_eq!(
        html("ختم\n: أسطوانة من حجر\n"),
        "<dl>\n<dt>ختم</dt>\n<dd>أسطوانة من حجر</dd>\n</dl>\n"
    );
}

#[test]
fn tables_can_be_scrolled_and_name_their_columns() {
    assert_eq!(
        html("| | حجم | cm |\n|---|:-:|--:|\n| ختم | صغير | 3 |\n"),
        "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\">\n<table>\n<thead>\n<tr><td></td>\
         <th scope=\"col\" class=\"align-center\">حجم</th><th scope=\"col\" class=\"align-end\">cm</th>\
         </tr>\n</thead>\n<tbody>\n<tr><td>ختم</td><td class=\"align-center\">صغير</td>\
         <td class=\"align-end\">3</td></tr>\n</tbody>\n</table>\n</div>\n"
    );
    assert!(html("|a|\n|:--|\n|b|").contains("<td class=\"align-start\">b</td>"));
}

#[test]
fn headings_have_ids_and_are_listed_with_their_words() {
    let compiled =
        compiled("## Où *chercher*\n### `KI.LAM` & co\n## الأختام\n\ntext\n\n## الأختام\n");
    assert_eq!(compiled.problems, []);
    assert_eq!(
        compiled.html(),
        "<h2 id=\"ou-chercher\">Où <em>chercher</em></h2>\n\
         <h3 id=\"ki-lam-co\"><code>KI.LAM</code> &amp; co</h3>\n\
         <h2 id=\"الأختام\">الأختام</h2>\n<p>text</p>\n<h2 id=\"الأختام-2\">الأختام</h2>\n"
    );
    let headings: Vec<_> = compiled
        .body
        .headings()
        .iter()
        .map(|h| (h.level, &*h.text))
        .collect();
    assert_eq!(
        headings,
        [
            (2, "Où chercher"),
            (3, "KI.LAM & co"),
            (2, "الأختام"),
            (2, "الأختام")
        ]
    );
}

#[test]
fn a_picture_in_a_heading_counts_with_its_text_alternative() {
    let compiled = compiled("## ![Cône](a.svg)[^1]\n\n## \n\n[^1]: b");
    let headings: Vec<_> = compiled
        .body
        .headings()
        .iter()
        .map(|h| (&*h.id, &*h.text))
        .collect();
    assert_eq!(headings, [("cone", "Cône"), ("section-2", "")]);
}

#[test]
fn a_heading_of_level_one_becomes_level_two() {
    let compiled = compiled("# عنوان\n\nنص\n\nثان\n====\n");
    assert_eq!(compiled.codes(), [Code::HeadingLevel, Code::HeadingLevel]);
    assert_eq!(compiled.places(), [(1, 1, 7), (5, 1, 3)]);
    assert!(compiled.html().contains("<h2 id=\"عنوان\">عنوان</h2>"));
}

#[test]
fn a_skipped_level_is_told_with_the_level_that_fits() {
    let compiled = compiled("## a\n\n#### b\n\n## c\n");
    assert_eq!(compiled.codes(), [Code::HeadingLevel]);
    assert_eq!(compiled.places(), [(3, 1, 6)]);
    let cure = compiled.problems[0].cure.as_deref();
    assert_eq!(cure, Some("Start the heading with `###`."));
    assert!(compiled.html().contains("<h4 id=\"b\">"));
}

#[test]
fn ids_get_the_prefix_of_the_page() {
    let compiled = compiled("## a\n\n[b](#a)[^1]\n\n[^1]: c\n");
    let html = written(&compiled.body, "seals-");
    for part in [
        "<h2 id=\"seals-a\">",
        "<a href=\"#seals-a\">",
        "id=\"seals-fnref-1\" href=\"#seals-fn-1\"",
        "<li id=\"seals-fn-1\">",
        "href=\"#seals-fnref-1\"",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn template_syntax_stays_text() {
    let text = "{{ config.secret }} {% include \"x\" %} {# y #}";
    assert_eq!(html(text), format!("<p>{text}</p>\n"));
}

#[test]
fn heading_attributes_math_wikilinks_and_tasks_are_no_syntax_here() {
    assert_eq!(
        html("## a {#b .c}\n\n$x$ [[d]]\n\n- [ ] e\n"),
        "<h2 id=\"a-b-c\">a {#b .c}</h2>\n<p>$x$ [[d]]</p>\n<ul>\n<li>[ ] e</li>\n</ul>\n"
    );
}

#[test]
fn quotes_are_made_english_only_on_request() {
    let text = "\"a\" -- b...";
    assert_eq!(html(text), format!("<p>{text}</p>\n"));
    let options = Options {
        smart_punctuation: true,
    };
    let smart = compiled_within("", text, &options).html();
    assert_eq!(smart, "<p>“a” – b…</p>\n");
}

#[test]
fn a_text_may_be_empty() {
    for text in ["", " \n\n", "<!-- later -->", "[a]: b.md"] {
        assert!(compiled(text).body.is_empty(), "{text:?}");
    }
    assert!(!compiled("a").body.is_empty());
}

#[test]
fn a_range_that_does_not_fit_the_text_is_no_text() {
    let file = SourcePath::new("en.md");
    for body in [5..9, 1..2, 9..9] {
        let source = Source {
            file: &file,
            text: "ختم",
            body,
        };
        assert!(compile(&source, &Options::default(), &mut Diagnostics::new()).is_empty());
    }
}

#[test]
fn plain_text_has_words_only() {
    let compiled = compiled(
        "## A & B\n\nSmall *pier*ced\ncylinders <bdi lang=\"ar\">ختم</bdi>[^1] [here](https://x.org \"t\").\n\n\
         - one\n- two<br>three\n\n![alt](a.svg)\n\n| a | b |\n|---|---|\n| c&nbsp;d | `<e>` |\n\n[^1]: A note.\n",
    );
    assert_eq!(
        compiled.body.plain_text(),
        "A & B Small pierced cylinders ختم here. one two three a b c\u{a0}d <e> A note."
    );
    let unchanged = "مۆر > ٣ < ٥ & \"كتابة\"";
    assert_eq!(super::compiled(unchanged).body.plain_text(), unchanged);
}

#[test]
fn control_characters_do_not_reach_the_page() {
    assert_eq!(html("a\u{1}b\u{7f}"), "<p>a\u{fffd}b\u{fffd}</p>\n");
}

#[test]
fn deep_nesting_is_flattened_and_its_words_are_kept() {
    let html = html(&format!("{}[a](b.md)\n\nc", "> ".repeat(5000)));
    assert_eq!(html.matches("<blockquote>").count(), 100);
    assert_eq!(html.matches("</blockquote>").count(), 100);
    assert!(
        html.contains(">\na</blockquote>") && html.ends_with("<p>c</p>\n"),
        "{html}"
    );
}
