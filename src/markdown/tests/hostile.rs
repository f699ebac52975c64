//! HTML in Markdown, and authors who mean harm.

use super::*;

#[test]
fn html_for_languages_and_scripts_is_kept() {
    for text in [
        "<p>a <bdi lang=\"ar\" dir=\"rtl\">ختم</bdi> b</p>\n",
        "<p><ruby>印<rp>(</rp><rt>yìn</rt><rp>)</rp></ruby></p>\n",
        "<p>H<sub>2</sub>O 1<sup>er</sup> <abbr title=\"a &quot;b&quot;\">c</abbr> <q>d</q><br>e</p>\n",
    ] {
        let markdown = text
            .trim()
            .trim_start_matches("<p>")
            .trim_end_matches("</p>");
        assert_eq!(html(markdown), text);
    }
}

#[test]
fn blocks_of_html_may_hold_markdown() {
    assert_eq!(
        html(
            "<details open>\n<summary>مزيد &amp; more</summary>\n\nنص *مهم* [a](b.md)\n\n</details>\n\nend"
        ),
        "<details open=\"\">\n<summary>مزيد &amp; more</summary>\n<p>نص <em>مهم</em> \
         <a href=\"target-0\">a</a></p>\n</details>\n<p>end</p>\n"
    );
    assert_eq!(
        html("<figure>\n\n![a](b.svg)\n\n<figcaption>c</figcaption>\n</figure>"),
        "<figure>\n<p><img alt=\"a\" src=\"picture-0\"></p>\n<figcaption>c</figcaption>\n</figure>"
    );
}

#[test]
fn comments_are_left_out_without_a_word() {
    assert_eq!(
        html("a <!-- b --> c\n\n<!--\n<script>\n-->\n\nd"),
        "<p>a  c</p>\n\n<p>d</p>\n"
    );
}

#[test]
fn what_is_taken_out_is_told_where_it_stands() {
    let compiled = compiled(
        "نص <span class=\"x\" lang=\"ar\">ختم</span>\n\n> <div\n>  onclick=\"x\">\n> نص <font color=red>\n> </div>\n",
    );
    assert_eq!(compiled.codes(), [Code::HtmlRemoved; 3]);
    assert_eq!(compiled.places(), [(1, 4, 26), (3, 3, 4), (5, 6, 16)]);
    let messages: Vec<_> = compiled
        .problems
        .iter()
        .map(|p| p.message.as_str())
        .collect();
    assert_eq!(
        messages,
        [
            "`class` on `<span>` is not allowed and was taken out",
            "`onclick` on `<div>` is not allowed and was taken out",
            "`<font>` is not allowed and was taken out",
        ]
    );
}

#[test]
fn links_and_pictures_in_html_are_to_be_written_in_markdown() {
    let compiled = compiled("<a href=\"https://x.org\">text</a> <img src=\"a.svg\" alt=\"b\">");
    assert_eq!(compiled.codes(), [Code::HtmlRemoved; 2]);
    assert_eq!(compiled.html(), "<p>text </p>\n");
    let cures: Vec<_> = compiled
        .problems
        .iter()
        .filter_map(|p| p.cure.as_deref())
        .collect();
    assert!(cures[0].contains("[text](address)") && cures[1].contains("![what it shows]"));
}

#[test]
fn hostile_html_leaves_nothing_behind() {
    for (text, expected) in [
        ("a<script>alert(1)</script>b", "<p>ab</p>\n"),
        ("a<ScRiPt>*alert*(1)</sCrIpT >b", "<p>a<em></em>b</p>\n"),
        ("<script>\nif (a</b) {}\n</script>\n\nb", "\n<p>b</p>\n"),
        ("<script>\nalert(1)", ""),
        ("<style>\np { color: red }\n</style>", ""),
        ("a <script>\n\nb", "<p>a </p>\n<p>b</p>\n"),
        ("<iframe src=x>\n\nb", "<p>b</p>\n"),
        ("<svg onload=alert(1)><p>x</p></svg>b", "<p>b</p>\n"),
        ("<math><mtext></mtext></math>b", "<p>b</p>\n"),
        ("<object data=x>y</object>b", "<p>b</p>\n"),
        ("<embed src=x>b", "<p>b</p>\n"),
        ("<form action=x><input name=y>b</form>", "b"),
        ("<form>\n<input>\n</form>", "\n\n"),
        ("<meta http-equiv=refresh content=0>b", "<p>b</p>"),
        ("<base href=x>b", "b"),
        ("<link rel=stylesheet href=x>b", "b"),
        ("<h2 id=x>b</h2>", "b"),
        ("<p onclick=alert(1) style=x>b</p>", "<p>b</p>"),
        (
            "<span\nonmouseover =\n'alert(1)'>b</span>",
            "<p><span>b</span></p>\n",
        ),
        (
            "<bdi id=main class=external role=alert tabindex=1>b</bdi>",
            "<p><bdi>b</bdi></p>\n",
        ),
        (
            "<bdi lang='x\" onclick=\"y'>b</bdi>",
            "<p><bdi>b</bdi></p>\n",
        ),
        ("<div title=\"\n\nb", "<p>b</p>\n"),
        ("<?php echo 1 ?>b", "b"),
        ("<![CDATA[ <script>x</script> ]]>b", "b"),
        ("<!DOCTYPE html>\n\nb", "<p>b</p>\n"),
        ("<blink>b</blink>", "<p>b</p>\n"),
    ] {
        let compiled = compiled(text);
        assert!(compiled.codes().contains(&Code::HtmlRemoved), "{text}");
        assert_eq!(compiled.html().trim(), expected.trim(), "{text}");
    }
}

#[test]
fn a_value_stays_a_value() {
    for (text, expected) in [
        (
            "<bdi title='x\" onclick=\"y<b>'>b</bdi>",
            "<p><bdi title=\"x&quot; onclick=&quot;y&lt;b&gt;\">b</bdi></p>\n",
        ),
        (
            "<bdi title='&quot; onclick=&#34;y'>b</bdi>",
            "<p><bdi title=\"&quot; onclick=&quot;y\">b</bdi></p>\n",
        ),
        (
            "[a](b.md \"x\\\" onclick=\\\"y\")",
            "<p><a title=\"x&quot; onclick=&quot;y\" href=\"target-0\">a</a></p>\n",
        ),
    ] {
        assert_eq!(html(text), expected);
    }
}

#[test]
fn no_tag_reaches_beyond_its_block_or_the_text() {
    for (text, expected) in [
        ("a <b>b\n\nc", "<p>a <b>b</b></p>\n<p>c</p>\n"),
        ("*a <b>b* c</b>", "<p><em>a <b>b</b></em> c</p>\n"),
        (
            "- <details>\n  <summary>a</summary>\n\n  b\n\nc",
            "<ul>\n<li><details>\n<summary>a</summary>\n<p>b</p>\n</details></li>\n</ul>\n<p>c</p>\n",
        ),
        ("</div></p></section></body>\n\na", "\n<p>a</p>\n"),
        ("<div>\n\na", "<div>\n<p>a</p>\n</div>"),
        (
            "|a|\n|-|\n|<b>b|\n\nc</td></table></div>",
            "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\">\n<table>\n<thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n<tr><td><b>b</b></td></tr>\n</tbody>\n</table>\n</div>\n<p>c</p>\n",
        ),
    ] {
        assert_eq!(compiled(text).html(), expected, "{text}");
    }
}

#[test]
fn an_author_who_writes_our_placeholders_gains_nothing() {
    let text = "[a](b.md) [c](redlist-slot:0) <wbr data-slot=\"0\"> <bdi data-slot=\"0\">d</bdi> \
                <bdi title=' data-slot=\"0\"'>e</bdi> data-slot=\"0\" &lt;wbr data-slot=\"0\"&gt;";
    let compiled = compiled(text);
    assert_eq!(
        compiled.codes(),
        [Code::UnsafeLink, Code::HtmlRemoved, Code::HtmlRemoved]
    );
    assert_eq!(
        compiled.html(),
        "<p><a href=\"target-0\">a</a> c <wbr> <bdi>d</bdi> \
         <bdi title=\" data-slot=&quot;0&quot;\">e</bdi> data-slot=\"0\" &lt;wbr data-slot=\"0\"&gt;</p>\n"
    );
}

#[test]
fn everything_of_ours_survives_the_cleaning() {
    let text = "## a[^1]\n\n| x | y |\n|:--|--:|\n| b | ![c](d.svg \"e\") |\n\n\
                [f](https://g.org \"h\") [i](#a) [j](mailto:k@l.org)\n\n3. m\n\n   n\n\n\
                ```\no\n```\n\np\n: q\n\n~~r~~ `s`  \n*t*\n\n[^1]: u\n\n---\n";
    let plain = html(text);
    let with_html = html(&format!("{text}\n<bdi>v</bdi>\n"));
    // Nothing but the paragraph with the HTML is new, which stands before the footnotes.
    assert_eq!(with_html.replace("<p><bdi>v</bdi></p>\n", ""), plain);
}

#[test]
fn dangerous_links_are_refused_however_they_are_written() {
    for text in [
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](&#x6A;avascript&colon;alert(1))",
        "[a](java&#x09;script:alert(1))",
        "[a](java&NewLine;script:alert(1))",
        "[a](<java\tscript:alert(1)>)",
        "[a](<\u{1}javascript:alert(1)>)",
        "[a](<  javascript:alert(1)>)",
        "[a](\\javascript:alert(1))",
        "[a](javascript\\:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a](vbscript:msgbox)",
        "[a](file:///etc/passwd)",
        "[a](/etc/passwd)",
        "[a](//evil.example)",
        "[a](\\\\\\\\evil.example)",
        "[a](view-source:x)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "[a]\n\n[a]: <data:text/html,x>",
        "<javascript:alert(1)>",
        "<DATA:text/html,x>",
        "![a](javascript:alert(1))",
        "![a](data:image/svg+xml,x)",
        "![a](https://evil.example/pixel.gif)",
        "![a](//evil.example/pixel.gif)",
        "![a][b]\n\n[b]: http://evil.example/pixel.gif",
    ] {
        let compiled = compiled(text);
        assert_eq!(compiled.codes(), [Code::UnsafeLink], "{text}");
        let html = compiled.html();
        assert!(
            !html.contains("<a") && !html.contains("<img"),
            "{text}: {html}"
        );
        assert_eq!(compiled.body.references(), [], "{text}");
        assert!(compiled.problems[0].cure.is_some());
    }
}

#[test]
fn deep_nesting_is_flattened() {
    let text = format!("<div>{}\n", "<div>".repeat(500));
    let compiled = compiled(&text);
    assert_eq!(compiled.codes().len(), 451);
    assert_eq!(compiled.html().matches("<div>").count(), 50);
}
