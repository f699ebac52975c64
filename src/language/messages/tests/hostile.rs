//! Messages that are broken, by accident or not.

use proptest::prelude::*;

use super::*;

#[test]
fn a_gap_is_shown_for_what_is_not_there() {
    let messages = messages(&[(
        EN,
        "a = from { $x } to { no-such }\nloop = { loop }!\nping = { pong }\npong = { ping }",
    )]);
    let none = Args::new();
    assert_eq!(plain(&messages, EN, "a", &none), "from … to …");
    assert!(plain(&messages, EN, "loop", &none).starts_with('…'));
    assert_eq!(plain(&messages, EN, "ping", &none), "…");
}

#[test]
fn messages_that_double_with_every_step_stay_small() {
    let mut text = "m0 = ha".to_owned();
    for n in 1..60 {
        text += &format!("\nm{n} = {{ m{0} }}{{ m{0} }}", n - 1);
    }
    let messages = messages(&[(EN, &text)]);
    assert!(html(&messages, EN, "m59", &Args::new()).len() < 1000);
}

#[test]
fn a_chain_that_makes_no_sense_is_mended() {
    let mut setups = languages();
    setups[CKB].chain = vec![77, AR, AR];
    let mut diagnostics = Diagnostics::new();
    let mut builder = MessagesBuilder::new(&setups);
    let file = SourcePath::new("i18n/en/ui.ftl");
    builder.add(
        EN,
        Layer::Site,
        &MessageFile::read(file.clone(), "a = A"),
        &mut diagnostics,
    );
    builder.add(
        77,
        Layer::Site,
        &MessageFile::read(file, "a = A"),
        &mut diagnostics,
    );
    let messages = builder.finish(&mut diagnostics);
    assert_eq!(messages.plain(CKB, "a", &Args::new()).unwrap().language, EN);
    let nothing = MessagesBuilder::new(&[]).finish(&mut diagnostics);
    assert!(!nothing.has(EN, "a"));
}

proptest! {
    #[test]
    fn no_text_brings_the_messages_down(
        parts in prop::collection::vec(
            prop_oneof![
                Just("\n"), Just("\n "), Just("\r\n"), Just("\t"), Just("a = "), Just("b = "),
                Just("-t = "), Just(".x = "), Just("{"), Just(" }"), Just("$n"), Just("->"),
                Just("[one]"), Just("*[other]"), Just("[1]"), Just("NUMBER("), Just(")"),
                Just("\""), Just("\\"), Just("\\u00"), Just("\\U"), Just("a"), Just("b.x"),
                Just("-t"), Just("-t.x"), Just("(x: \"y\")"), Just("# c"), Just(" متن "),
                Just("12.5"), Just("\u{feff}"), Just("\0"),
            ],
            0..40,
        ),
    ) {
        let text = parts.concat();
        let messages = messages(&[(EN, &text), (CKB, &text), (AR, "a = { b.x } { $n }")]);
        let args = count("en", 1);
        for language in [EN, AR, CKB] {
            for key in ["a", "b", "a.x", "b.x", "-t"] {
                let _ = messages.html(language, key, &args);
                let _ = messages.plain(language, key, &args);
            }
        }
    }

    #[test]
    fn no_characters_bring_the_messages_down(text in "(.|\\n|[{}\"\\\\$=a.]){0,80}") {
        let messages = messages(&[(EN, &text)]);
        let _ = messages.html(EN, "a", &Args::new());
    }

    #[test]
    fn values_never_become_markup(value in ".*") {
        let messages = messages(&[(EN, "a = <{ $n }>")]);
        let text = html(&messages, EN, "a", &Args::new().text("n", value));
        let inner = text.strip_prefix("&lt;<bdi>").and_then(|t| t.strip_suffix("</bdi>&gt;"));
        prop_assert!(!inner.unwrap().contains(['<', '>', '"', '\'']));
    }
}
