//! A single file.

use super::*;

#[test]
fn a_single_file_is_signed_verified_and_told_when_it_is_altered() {
    let desk = Desk::new();
    desk.bundle("phones", &["--single-file", "--sign", "me.key"]);
    desk.assert_good("phones/iraq-ar.html");
    let html = fs::read_to_string(desk.at("phones/iraq-en.html")).unwrap();
    let linked = html.split(" href=\"").skip(1);
    let shown = html.split(" src=\"").skip(1);
    for (address, _) in linked.chain(shown).filter_map(|rest| rest.split_once('"')) {
        let inside = address.starts_with('#') || address.starts_with("data:");
        let outside = ["https://", "http://", "mailto:", "tel:"];
        let outside = outside.iter().any(|scheme| address.starts_with(scheme));
        assert!(inside || outside, "nothing beside it is needed: {address}");
    }
    for ending in ["", ".minisig"] {
        let (from, to) = (
            format!("phones/iraq-en.html{ending}"),
            format!("phones/s.html{ending}"),
        );
        fs::copy(desk.at(&from), desk.at(&to)).unwrap();
    }
    desk.assert_found(
        "phones/s.html",
        &["renamed s.html: was published as iraq-en.html"],
    );
    fs::write(desk.at("phones/iraq-ar.html"), html.replace("Clay", "Play")).unwrap();
    desk.assert_found("phones/iraq-ar.html", &["altered iraq-ar.html"]);
    fs::remove_file(desk.at("phones/iraq-ar.html.minisig")).unwrap();
    desk.assert_found(
        "phones/iraq-ar.html",
        &["signature iraq-ar.html.minisig: is missing"],
    );
    let args = [
        "verify",
        "phones/iraq-en.html",
        "--public-key",
        "me.pub",
        "--date",
    ];
    desk.ok(&[&args[..], &["2027-01-31"]].concat());
    let output = desk.run(&[&args[..], &["2027-02-01"]].concat());
    let found = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        found.starts_with("out-of-date  iraq-en.html: edition 2026.1"),
        "{found}"
    );
    if has("minisign") {
        tool_ok(
            "minisign",
            &["-Vm", "iraq-en.html", "-p", "../me.pub"],
            &desk.at("phones"),
        );
    }
}

#[test]
fn the_same_site_gives_the_same_single_file_and_others_files_stay() {
    let desk = Desk::new();
    desk.bundle("one.html", &["--single-file"]);
    desk.bundle("two.html", &["--single-file"]);
    assert!(fs::read(desk.at("one.html")).unwrap() == fs::read(desk.at("two.html")).unwrap());
    desk.bundle("one.html", &["--single-file", "--languages", "ar"]);
    fs::write(desk.at("mine.html"), "<p>mine").unwrap();
    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&["bundle", site, "mine.html", "--single-file"]);
    assert!(told.contains("is there already"), "{told}");
}
