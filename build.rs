//! Rebuilds when a file is added to what the binary embeds; `include_dir` alone only sees changes.

fn main() {
    println!("cargo:rerun-if-changed=themes/default");
    println!("cargo:rerun-if-changed=i18n");
}
