//! Messages as pages see them.

use super::*;

#[test]
fn messages_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Messages>();
}

#[test]
fn arabic_has_six_forms_and_its_digits() {
    let messages = messages(&[(
        AR,
        "entries = { $count ->
            [zero] لا مداخل
            [one] مدخل واحد
            [two] مدخلان
            [few] { $count } مداخل
            [many] { $count } مدخلاً
           *[other] { $count } مدخل
         }",
    )]);
    let entries = |n| plain(&messages, AR, "entries", &count("ar-IQ", n));
    assert_eq!(entries(0), "لا مداخل");
    assert_eq!(entries(1), "مدخل واحد");
    assert_eq!(entries(2), "مدخلان");
    assert_eq!(entries(3), "٣ مداخل");
    assert_eq!(entries(11), "١١ مدخلاً");
    assert_eq!(entries(1000), "١٬٠٠٠ مدخل");
}

#[test]
fn sorani_and_french_have_their_own_forms() {
    let messages = messages(&[
        (
            CKB,
            "n = { $count ->\n [one] یەک تۆمار\n *[other] { $count } تۆمار\n }",
        ),
        (
            FR,
            "n = { $count ->\n [one] { $count } objet\n [many] { $count } d’objets\n *[other] { $count } objets\n }",
        ),
    ]);
    assert_eq!(plain(&messages, CKB, "n", &count("ckb", 1)), "یەک تۆمار");
    assert_eq!(plain(&messages, CKB, "n", &count("ckb", 12)), "١٢ تۆمار");
    assert_eq!(plain(&messages, FR, "n", &count("fr", 0)), "0 objet");
    assert_eq!(plain(&messages, FR, "n", &count("fr", 2)), "2 objets");
    assert!(plain(&messages, FR, "n", &count("fr", 1_000_000)).ends_with("d’objets"));
}

#[test]
fn exact_numbers_and_ordinals_choose_too() {
    let messages = messages(&[(
        EN,
        "n = { $count ->\n [0] none\n [one] one\n *[other] { NUMBER($count) }\n }\n\
         nth = { NUMBER($count, type: \"ordinal\") ->\n [two] { $count }nd\n *[other] { $count }th\n }",
    )]);
    assert_eq!(plain(&messages, EN, "n", &count("en", 0)), "none");
    assert_eq!(plain(&messages, EN, "n", &count("en", 1)), "one");
    assert_eq!(plain(&messages, EN, "n", &count("en", 1234)), "1,234");
    assert_eq!(plain(&messages, EN, "nth", &count("en", 22)), "22nd");
    assert_eq!(plain(&messages, EN, "nth", &count("en", 20)), "20th");
}

#[test]
fn texts_choose_by_name_and_the_default_takes_the_rest() {
    let messages = messages(&[(
        EN,
        "era = { $era ->\n [bce] { $year } BCE\n *[ce] { $year } CE\n }",
    )]);
    let era = |era: &str| {
        let args = Args::new().text("era", era).text("year", "3500");
        plain(&messages, EN, "era", &args)
    };
    assert_eq!(era("bce"), "3500 BCE");
    assert_eq!(era("ce"), "3500 CE");
    assert_eq!(era("other"), "3500 CE");
}

#[test]
fn eras_are_plain_arguments() {
    let messages = messages(&[
        (EN, "range = { $from }–{ $to }\nbce = { $year } BCE"),
        (AR, "bce = { $year } ق.م."),
        (CKB, "bce = { $year } پ.ز."),
    ]);
    let formats = Formats::new(&Tag::parse("ckb").unwrap());
    let year = |year: i32| Args::new().text("year", formats.year(year));
    assert_eq!(plain(&messages, CKB, "bce", &year(-3500)), "٣٥٠٠ پ.ز.");
    assert_eq!(
        messages.plain(AR, "bce", &year(-400)).unwrap().value,
        "\u{2068}٤٠٠\u{2069} ق.م."
    );
    let from = plain(&messages, EN, "bce", &Args::new().text("year", "3500"));
    let args = Args::new().text("from", from).text("to", "400 BCE");
    assert_eq!(plain(&messages, EN, "range", &args), "3500 BCE–400 BCE");
}

#[test]
fn inserted_values_are_isolated() {
    let messages = messages(&[(AR, "from = من { $place } إلى هنا\nalone = { $place }")]);
    let args = Args::new().text("place", "Ur");
    assert_eq!(
        messages.plain(AR, "from", &args).unwrap().value,
        "من \u{2068}Ur\u{2069} إلى هنا"
    );
    assert_eq!(
        html(&messages, AR, "from", &args),
        "من <bdi>Ur</bdi> إلى هنا"
    );
    assert_eq!(html(&messages, AR, "alone", &args), "<bdi>Ur</bdi>");
}

#[test]
fn words_literals_and_values_are_escaped_in_html_only() {
    let messages = messages(&[(
        EN,
        "a = <b>\"Law\" & 'order'</b> { \"<script>\" } { $name } { b }\nb = <i>{ -t }\n-t = <u>",
    )]);
    let args = Args::new().text("name", "<img src=x onerror=\"y\"> & 'z'");
    let escaped = html(&messages, EN, "a", &args);
    assert_eq!(
        escaped,
        "&lt;b&gt;&quot;Law&quot; &amp; &#39;order&#39;&lt;/b&gt; &lt;script&gt; \
         <bdi>&lt;img src=x onerror=&quot;y&quot;&gt; &amp; &#39;z&#39;</bdi> &lt;i&gt;&lt;u&gt;"
    );
    assert!(plain(&messages, EN, "a", &args).starts_with("<b>\"Law\" & 'order'</b> <script>"));
}

#[test]
fn a_missing_message_comes_from_the_fallbacks() {
    let messages = messages(&[
        (
            EN,
            "only-en = English { $count }\nin-ar = x\n    .hint = hint",
        ),
        (AR, "in-ar = عربي { $count }"),
    ]);
    let found = messages.plain(CKB, "in-ar", &count("ckb", 5)).unwrap();
    assert_eq!(found.language, AR);
    assert_eq!(
        messages
            .plain(CKB, "only-en", &Args::new())
            .unwrap()
            .language,
        EN
    );
    assert_eq!(
        messages
            .plain(CKB, "in-ar.hint", &Args::new())
            .unwrap()
            .language,
        EN
    );
    assert_eq!(messages.plain(CKB, "no-such", &Args::new()), None);
    assert_eq!(messages.plain(CKB, "in-ar.no-such", &Args::new()), None);
    assert_eq!(messages.plain(99, "only-en", &Args::new()), None);
    assert!(messages.has(CKB, "in-ar.hint") && !messages.has(CKB, "no-such"));
    assert!(!messages.has(EN, "") && !messages.has(EN, "."));
}

#[test]
fn a_fallback_shows_numbers_in_its_own_digits() {
    let messages = messages(&[(EN, "n = { $count } entries")]);
    assert_eq!(
        plain(&messages, EN, "n", &count("en", 1234)),
        "1,234 entries"
    );
    assert_eq!(
        plain(&messages, CKB, "n", &count("ckb", 1234)),
        "1,234 entries"
    );
}

#[test]
fn attributes_and_terms_are_found() {
    let messages = messages(&[
        (
            EN,
            "-list = { $case ->\n [lower] red list\n *[upper] Red List\n }\n    .number = one\n\
             title = The { -list }\n    .label = a { -list(case: \"lower\") }\n\
             copy = { title.label }\n\
             agree = { -list.number ->\n [one] it is\n *[other] they are\n }",
        ),
        (AR, "copy = { title.label }"),
    ]);
    let none = Args::new();
    assert_eq!(plain(&messages, EN, "title", &none), "The Red List");
    assert_eq!(plain(&messages, EN, "title.label", &none), "a red list");
    assert_eq!(plain(&messages, EN, "agree", &none), "it is");
    // A reference is found as the message itself would be.
    assert_eq!(plain(&messages, AR, "copy", &none), "a red list");
}

#[test]
fn the_site_overrides_embedded_messages_one_by_one() {
    let (messages, problems) = build_layers(&[
        (EN, Layer::Site, "a = site { $x }"),
        (
            EN,
            Layer::Embedded,
            "a = embedded { $x } { $y }\nb = embedded",
        ),
        (FR, Layer::Embedded, "a = { $x } { $y }\nb = b"),
        (AR, Layer::Embedded, "a = { $x }\nb = ب"),
        (CKB, Layer::Embedded, "a = { $x }\nb = ب"),
    ]);
    let args = Args::new().text("x", "1");
    assert_eq!(plain(&messages, EN, "a", &args), "site 1");
    assert_eq!(plain(&messages, EN, "b", &args), "embedded");
    // Templates give what the embedded message uses, so no translation has too much.
    assert_eq!(problems, []);
}

#[test]
fn templates_learn_the_variables_of_a_message() {
    let messages = messages(&[(EN, "a = { $to } { b }\nb = { $from ->\n *[x] y\n }\nc = -")]);
    assert_eq!(messages.variables("a"), ["from", "to"]);
    assert!(messages.variables("c").is_empty() && messages.variables("none").is_empty());
}

#[test]
fn completeness_counts_values_and_attributes() {
    let messages = messages(&[
        (EN, "a = A\n    .hint = H\nb = B\n-term = T"),
        (AR, "a = A\nnot-in-en = x"),
    ]);
    let of = |language| {
        let Completeness { total, present } = messages.completeness(language);
        (present, total)
    };
    assert_eq!([of(EN), of(AR), of(CKB)], [(3, 3), (1, 3), (0, 3)]);
}
