//! Sticks that are pulled out, run full or cannot be written.

use super::*;

#[test]
fn pulled_at_any_moment_the_truth_is_told_and_the_next_run_heals_it() {
    let desk = Desk::new();
    // Enough files to be caught half way.
    for n in 0..60 {
        let page = format!("content/pages/page-{n:02}");
        for name in ["page.yaml", "en.md", "ar.md"] {
            let from = desk.site.path("content/pages/about").join(name);
            let text = fs::read_to_string(from).unwrap();
            desk.site.write(&format!("{page}/{name}"), text);
        }
    }
    let site = desk.site.root().to_str().unwrap().to_owned();
    for round in 0..12u64 {
        desk.publish(&format!("2026.{round}"), "2026-01-31", "2027-01-31");
        let mut child = redlist()
            .args(["bundle", &site, "stick", "--sign", "me.key"])
            .current_dir(desk.folder.path())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(round * 97 % 900));
        let _ = child.kill();
        child.wait().unwrap();

        let (code, found) = match desk.at("stick/manifest.json").exists() {
            true => desk.verify("stick", &[]),
            false => (1, vec!["manifest".into()]),
        };
        assert_eq!(code == 0, found.is_empty(), "{found:?}");
        if round % 4 == 3 {
            desk.sign("stick");
            desk.assert_good("stick");
        }
    }
    desk.sign("stick");
    desk.assert_good("stick");
}

#[test]
fn a_full_stick_is_told_clearly_and_keeps_its_old_edition() {
    let desk = Desk::new();
    desk.sign("stick");
    let before = files(&desk.at("stick"));
    // A picture larger than any file may be for this process, as on a stick that is full.
    let drawing = "content/lists/iraq/clay-tablets/drawing.svg";
    let text = fs::read_to_string(desk.site.path(drawing)).unwrap();
    let large = format!("<g><title>{}</title></g></svg>", "x".repeat(300_000));
    desk.site.write(drawing, text.replace("</svg>", &large));
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 400; exec \"$0\" \"$@\""])
        .arg(env!("CARGO_BIN_EXE_redlist"))
        .args([
            "bundle",
            desk.site.root().to_str().unwrap(),
            "stick",
            "--sign",
            "me.key",
        ])
        .current_dir(desk.folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("RL904"), "{}", said(&output));
    assert_eq!(files(&desk.at("stick")), before);
    desk.assert_good("stick");
}

#[test]
fn a_small_disk_that_runs_full_is_told_clearly() {
    let desk = Desk::new();
    let mount = desk.at("small");
    fs::create_dir(&mount).unwrap();
    let Some(_mounted) = Mounted::new(&["-t", "tmpfs", "-o", "size=96k", "none"], &mount) else {
        return;
    };
    let site = desk.site.root().to_str().unwrap();
    let told = desk.fails(&["bundle", site, "small"]);
    assert!(told.contains("the disk is full"), "{told}");
    assert!(files(&mount).is_empty(), "and nothing stays half written");
}

#[test]
fn a_real_exfat_stick_is_filled_updated_and_verified() {
    if !has("mkfs.exfat") || !has("mount.exfat-fuse") || !has("losetup") {
        return;
    }
    let desk = Desk::new();
    let here = desk.folder.path();
    tool_ok("truncate", &["-s", "20M", "stick.img"], here);
    tool_ok("mkfs.exfat", &["stick.img"], here);
    let Some(device) = Loop::new(&desk.at("stick.img")) else {
        return;
    };
    let mount = desk.at("stick");
    fs::create_dir(&mount).unwrap();
    let Some(mounted) = Mounted::with("mount.exfat-fuse", &[&device.0], &mount) else {
        return;
    };
    desk.sign("stick");
    desk.assert_good("stick");
    desk.publish("2026.2", "2026-02-28", "2027-02-28");
    desk.sign("stick");
    desk.assert_good("stick");
    drop(mounted);
    // As it comes out again, after the stick was pulled and put in.
    let Some(_mounted) = Mounted::with("mount.exfat-fuse", &["-o", "ro", &device.0], &mount) else {
        return;
    };
    desk.assert_good("stick");
}

#[test]
fn a_real_fat32_image_holds_every_name_and_byte() {
    if !has("mkfs.vfat") || !has("mcopy") {
        return;
    }
    let desk = Desk::new();
    let here = desk.folder.path();
    desk.sign("stick");
    tool_ok("truncate", &["-s", "40M", "fat.img"], here);
    tool_ok("mkfs.vfat", &["-F", "32", "fat.img"], here);
    let mut names: Vec<String> = fs::read_dir(desk.at("stick"))
        .unwrap()
        .map(|entry| format!("stick/{}", entry.unwrap().file_name().to_str().unwrap()))
        .collect();
    names.sort();
    let mut args = vec!["-s", "-i", "fat.img"];
    args.extend(names.iter().map(String::as_str));
    args.push("::/");
    tool_ok("mcopy", &args, here);
    fs::create_dir(desk.at("back")).unwrap();
    tool_ok("mcopy", &["-s", "-i", "fat.img", "::*", "back/"], here);
    assert_eq!(files(&desk.at("back")), files(&desk.at("stick")));
    desk.assert_good("back");
}

/// A mounted file system; gone with the value. `None` where this machine mounts nothing.
struct Mounted(PathBuf);

impl Mounted {
    fn new(args: &[&str], place: &Path) -> Option<Self> {
        Self::with("mount", args, place)
    }

    fn with(program: &str, args: &[&str], place: &Path) -> Option<Self> {
        let place_text = place.to_str().unwrap();
        let output = tool(program, &[args, &[place_text]].concat(), Path::new("/"));
        if output.status.success() {
            return Some(Self(place.to_owned()));
        }
        eprintln!(
            "passed over: nothing can be mounted here: {}",
            said(&output)
        );
        None
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        tool_ok("umount", &[self.0.to_str().unwrap()], Path::new("/"));
    }
}

/// A file as a block device.
struct Loop(String);

impl Loop {
    fn new(image: &Path) -> Option<Self> {
        let output = tool(
            "losetup",
            &["-f", "--show", image.to_str().unwrap()],
            Path::new("/"),
        );
        if !output.status.success() {
            eprintln!("passed over: no loop devices here");
            return None;
        }
        Some(Self(
            String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        ))
    }
}

impl Drop for Loop {
    fn drop(&mut self) {
        tool_ok("losetup", &["-d", &self.0], Path::new("/"));
    }
}

#[test]
fn nobody_needs_the_right_to_write_to_check_a_stick() {
    let desk = Desk::new();
    desk.sign("stick");
    for entry in walkdir::WalkDir::new(desk.at("stick")).contents_first(true) {
        let entry = entry.unwrap();
        let mode = if entry.file_type().is_dir() {
            0o555
        } else {
            0o444
        };
        fs::set_permissions(entry.path(), fs::Permissions::from_mode(mode)).unwrap();
    }
    let before = files(&desk.at("stick"));
    desk.assert_good("stick");
    assert_eq!(files(&desk.at("stick")), before);
    for entry in walkdir::WalkDir::new(desk.at("stick")) {
        let path = entry.unwrap().into_path();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
}
