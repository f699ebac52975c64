//! Addresses: what each is understood as, and which are refused.

use crate::diagnostic::Code;
use crate::markdown::reference::*;

fn code(address: &str) -> Option<Code> {
    parse_link(address).err().map(|refusal| refusal.code)
}

#[test]
fn addresses_within_the_site_are_files_ids_or_anchors() {
    let file = |path: &str, anchor: Option<&str>| {
        Ok(Reference::File {
            path: path.into(),
            anchor: anchor.map(Into::into),
        })
    };
    assert_eq!(parse_link("../cones/en.md"), file("../cones/en.md", None));
    assert_eq!(parse_link("en.md#how"), file("en.md", Some("how")));
    assert_eq!(parse_link("my%20file.md#"), file("my file.md", None));
    assert_eq!(
        parse_link("#%D8%AE%D8%AA%D9%85"),
        Ok(Reference::Anchor("ختم".into()))
    );
    assert_eq!(
        parse_link("entry:iraq/cones#ختم"),
        Ok(Reference::Id {
            kind: Kind::Entry,
            id: "iraq/cones".into(),
            anchor: Some("ختم".into()),
        })
    );
    for (address, expected) in [
        ("list:iraq", Kind::List),
        ("page:about", Kind::Page),
        ("News:2012", Kind::News),
    ] {
        let Ok(Reference::Id { kind, .. }) = parse_link(address) else {
            panic!("{address} is an id");
        };
        assert_eq!(kind, expected);
    }
}

#[test]
fn addresses_outside_the_site_are_web_mail_and_telephone() {
    for address in ["https://icom.museum/en/", "HTTP://x.org:8080/a?b#c"] {
        assert_eq!(
            parse_link(address),
            Ok(Reference::External(address.to_owned()))
        );
    }
    assert_eq!(
        parse_link("MailTo:a@b.org"),
        Ok(Reference::Mail("a@b.org".into()))
    );
    assert_eq!(
        parse_link("tel:+964-770"),
        Ok(Reference::Tel("+964-770".into()))
    );
}

#[test]
fn every_other_kind_of_address_is_refused() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\u{200b}script:alert(1)",
        "java%0ascript:alert(1)",
        "javascript:alert(1)/en.md",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "blob:x",
        "ftp://example.org/x.md",
        "redlist-slot:1",
        ":",
        "C:/en.md",
        "C:\\en.md",
        "..\\en.md",
        "\\\\host\\en.md",
        "/en.md",
        "//host/en.md",
        "%2f%2fhost/en.md",
        "a%0db.md",
        "a%5cb.md",
        "my file.md",
        "https:",
        "https:/x",
        "https:///x",
        "https://:80/",
        "https://icom.museum@evil.example/",
        "https://a\u{202e}b.org",
        "mailto:",
        "mailto://x",
        "tel:",
        "tel:javascript",
        "tel:+",
    ] {
        assert_eq!(code(address), Some(Code::UnsafeLink), "{address:?}");
    }
}

#[test]
fn links_that_name_nothing_are_dead() {
    for address in [
        "",
        "#",
        "drawing.svg",
        "notes.pdf",
        "en",
        "?x.md#y",
        "en.md?x",
        "entry:",
        "list:#a",
    ] {
        assert_eq!(code(address), Some(Code::DeadLink), "{address:?}");
    }
}

#[test]
fn pictures_are_files_of_the_site() {
    assert_eq!(
        parse_picture("drawing.svg"),
        Ok(Reference::Picture {
            file: "drawing.svg".into()
        })
    );
    for address in [
        "https://example.org/a.png",
        "//example.org/a.png",
        "data:image/png;base64,AAAA",
        "javascript:x",
        "/a.png",
        "#a",
        "a b.png",
        "a%00.png",
        "entry:cones",
    ] {
        let refusal = parse_picture(address).expect_err(address);
        assert_eq!(refusal.code, Code::UnsafeLink, "{address:?}");
    }
    assert_eq!(parse_picture("").expect_err("").code, Code::DeadLink);
}

#[test]
fn hostile_words_are_cut_short_between_characters() {
    assert_eq!(shorten("short"), "short");
    assert_eq!(shorten(&"خ".repeat(99)).chars().count(), 31);
}
