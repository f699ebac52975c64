//! Keys and their passwords.

use super::*;

#[test]
fn a_key_is_for_its_owner_alone_and_never_replaced() {
    let desk = Desk::new();
    let mode = fs::metadata(desk.at("me.key"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let told = desk.fails(&["keygen", "me", "--no-password"]);
    assert!(told.contains("is there already"), "{told}");
}

#[test]
fn a_password_opens_a_key_and_is_never_shown() {
    let desk = Desk::new();
    fs::write(desk.at("password"), "cuneiform\n").unwrap();
    fs::write(desk.at("wrong"), "hieroglyphs\n").unwrap();
    let output = desk.run(&["keygen", "locked", "--password-file", "password"]);
    assert!(output.status.success(), "{}", said(&output));
    let secret = fs::read_to_string(desk.at("locked.key")).unwrap();
    let secret = secret.lines().nth(1).unwrap();
    let public = String::from_utf8(output.stdout.clone()).unwrap();
    for told in [said(&output), public.clone()] {
        assert!(
            !told.contains("cuneiform") && !told.contains(secret),
            "{told}"
        );
    }

    let key = ["--sign", "locked.key", "--password-file"];
    let told = desk.bundle("stick", &[&key[..], &["password"]].concat());
    assert!(!told.contains("cuneiform"), "{told}");
    let line = public.trim();
    desk.ok(&[
        "verify",
        "stick",
        "--public-key",
        line,
        "--date",
        "2026-06-01",
    ]);

    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&[&["bundle", site, "stick"], &key[..], &["wrong"]].concat());
    assert!(told.contains("the password does not open"), "{told}");
    let told = desk.fails(&["bundle", site, "stick", "--sign", "locked.key"]);
    assert!(
        told.contains("--password-file"),
        "without a terminal: {told}"
    );
    if has("minisign") {
        tool_ok(
            "minisign",
            &["-Vm", "manifest.json", "-p", "../locked.pub"],
            &desk.at("stick"),
        );
    }
}

#[test]
fn what_is_no_key_is_told() {
    let desk = Desk::new();
    desk.sign("stick");
    for key in ["me.key", "stick/manifest.json", "nowhere.pub"] {
        let told = desk.fails(&["verify", "stick", "--public-key", key]);
        assert!(told.contains("RL906"), "{key}: {told}");
    }
    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&[
        "bundle",
        site,
        "stick",
        "--sign",
        "me.pub",
        "--password-file",
        "me.pub",
    ]);
    assert!(told.contains("RL906"), "{told}");
}
