//! Rebuilds when a file is added to what the binary embeds (`include_dir` alone only sees
//! changes), and says what makes pictures, so that cached ones are made anew when it changes.

use std::fmt::Write;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// The crates that a picture's bytes depend on.
const MAKERS: [&str; 13] = [
    "fast_image_resize",
    "gif",
    "image",
    "image-webp",
    "jpeg-encoder",
    "libwebp-sys",
    "moxcms",
    "png",
    "svg-hush",
    "tiff",
    "webp",
    "xml",
    "zune-jpeg",
];

fn main() {
    println!("cargo:rerun-if-changed=themes/default");
    println!("cargo:rerun-if-changed=i18n");
    println!("cargo:rerun-if-changed=src/media");
    println!("cargo:rerun-if-changed=src/pictures");
    println!("cargo:rerun-if-changed=Cargo.lock");
    let mut makers = versions(&fs::read_to_string("Cargo.lock").unwrap_or_default());
    let mut hash = DefaultHasher::new();
    hash_folder(Path::new("src/media"), &mut hash);
    hash_folder(Path::new("src/pictures"), &mut hash);
    let _ = write!(makers, "ours {:x}", hash.finish());
    println!("cargo:rustc-env=REDLIST_PICTURE_MAKERS={makers}");
}

fn versions(lock: &str) -> String {
    let mut versions = String::new();
    for package in lock.split("[[package]]") {
        let field = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name))?;
            Some(line.trim_matches([' ', '=', '"']))
        };
        if let (Some(name), Some(version)) = (field("name"), field("version"))
            && MAKERS.contains(&name)
        {
            let _ = write!(versions, "{name} {version}, ");
        }
    }
    versions
}

fn hash_folder(folder: &Path, hash: &mut DefaultHasher) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        match fs::read(&path) {
            Ok(bytes) => bytes.hash(hash),
            Err(_) => hash_folder(&path, hash),
        }
    }
}
