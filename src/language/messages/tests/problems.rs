//! What translators are told.

use super::*;

#[test]
fn untranslated_messages_are_noted_once_per_file() {
    let text: String = (1..=12).map(|n| format!("m{n:02} = M\n")).collect();
    let all = problems(
        &[(EN, &text), (AR, &text), (FR, &text), (CKB, "m03 = م")],
        Code::UntranslatedMessage,
    );
    assert_eq!(all.len(), 1);
    assert_eq!(
        all[0].message,
        "11 messages are not yet translated into ckb: m01, m02, m04, m05, m06, m07, m08, m09, \
         m10, m11 and 1 more"
    );
    assert_eq!(
        all[0].cure.as_deref(),
        Some("Add what is missing to i18n/ckb/ui.ftl.")
    );
    assert_eq!(
        all[0].place.as_ref().unwrap().file.as_str(),
        "i18n/ckb/ui.ftl"
    );
}

#[test]
fn variables_are_compared_with_the_source() {
    let files = [
        (
            EN,
            "n = { $count ->\n *[other] { $count } of { $total }\n }\nb = { n }\nc = C",
        ),
        (
            AR,
            "n = { $count ->\n *[other] x\n }\nb = { n }\nc = { $extra } { $extra }",
        ),
    ];
    let missing = problems(&files, Code::MissingVariable);
    assert_eq!(told(&missing[0]), (1, 1, "`n` leaves out `$total`"));
    assert_eq!(told(&missing[1]), (4, 1, "`b` leaves out `$total`"));
    let extra = problems(&files, Code::ExtraVariable);
    assert_eq!(extra.len(), 1);
    assert_eq!(
        told(&extra[0]),
        (5, 8, "`$extra` is never given to this message")
    );
    assert_eq!(
        extra[0].cure.as_deref(),
        Some("Remove it; the message is given nothing.")
    );
}

#[test]
fn variables_of_terms_are_their_own_affair() {
    let files = [
        (EN, "-t = { $case ->\n *[x] T\n }\na = { -t }"),
        (AR, "-t = { $number ->\n *[x] T\n }\na = { -t(number: 2) }"),
    ];
    assert!(problems(&files, Code::ExtraVariable).is_empty());
    assert!(problems(&files, Code::MissingVariable).is_empty());
}

#[test]
fn references_that_lead_nowhere_are_errors() {
    let files = [
        (
            EN,
            "-brand = Red List\na = { -brand } { no-such }\nb = { a.hint }",
        ),
        (AR, "a = { -brand } { -no-term }\nb = { DATETIME($x) }"),
    ];
    let broken = problems(&files, Code::BrokenReference);
    let told: Vec<_> = broken.iter().map(told).collect();
    assert_eq!(
        told,
        [
            (1, 19, "`-no-term` does not exist"),
            (2, 7, "there is no function `DATETIME`"),
            (2, 18, "`no-such` does not exist"),
            (3, 7, "`a.hint` does not exist"),
        ]
    );
}

#[test]
fn messages_that_contain_themselves_are_errors() {
    let files = [
        (
            EN,
            "a = { b }\nb = { -c }\n-c = { a }\nd = { d.x }\n    .x = fine\ne = { e }",
        ),
        (AR, "a = { b }"),
    ];
    let broken = problems(&files, Code::BrokenReference);
    let lines: Vec<_> = broken.iter().map(|p| told(p).0).collect();
    assert_eq!(lines, [1, 2, 3, 6]);
    assert_eq!(broken[0].message, "`a` contains itself through `b`");
}

#[test]
fn a_message_that_stands_twice_is_an_error() {
    let files = [
        (EN, "a = A\na = B"),
        (EN, "-t = T\n-t = U\nb = B\n    .x = X\n    .x = Y"),
    ];
    let twice = problems(&files, Code::DuplicateMessage);
    assert_eq!(told(&twice[0]), (2, 1, "`-t` stands twice"));
    assert_eq!(told(&twice[1]), (2, 1, "`a` stands twice"));
    assert_eq!(
        told(&twice[2]),
        (5, 6, "the attribute `.x` stands twice in `b`")
    );
    assert_eq!(
        twice[1].cure.as_deref(),
        Some("Remove one of the two; the other is in i18n/en/ui.ftl, line 1.")
    );
    assert_eq!(plain(&messages(&files), EN, "a", &Args::new()), "A");
}

#[test]
fn syntax_errors_have_places_and_cures() {
    let mistakes = [
        ("a = { $x\nb = B", (1, 9, "a `{` is not closed here")),
        ("a = x }", (1, 7, "a `}` closes nothing")),
        (
            "a = x\nweiter im Text",
            (2, 8, "`=` is missing after the name of a message"),
        ),
        (
            "a = x\nمتن",
            (2, 1, "a message must begin with its name in Latin letters"),
        ),
        (
            "a = { $تعداد }",
            (1, 8, "a name in Latin letters is expected here"),
        ),
        (
            "a = { $x ->\n [one] x\n }",
            (2, 9, "a choice has no variant for all other cases"),
        ),
        ("b = B\na =\nc = C", (2, 1, "a message has no text")),
        (
            "a = { \"x }",
            (1, 11, "a text in quotes is not closed on its line"),
        ),
        ("a = A\n    .b = { $x", (2, 14, "a `{` is not closed here")),
        ("    .b = x", (1, 5, "an attribute belongs to no message")),
        ("a =\n\ttext", (2, 1, "a line is indented with a tab")),
        (
            "a = { b ->\n *[x] y\n }",
            (1, 9, "a choice cannot depend on a message"),
        ),
        (
            "a = { NUMBER($x, minimumFractionDigits: 2) }",
            (
                1,
                7,
                "`NUMBER` does nothing with `minimumFractionDigits` here",
            ),
        ),
    ];
    for (text, expected) in mistakes {
        let found = problems(&[(EN, text)], Code::MessageSyntax);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(told(&found[0]), expected, "{text}");
        assert!(found[0].cure.is_some());
    }
}
