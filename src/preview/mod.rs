//! The live preview: a site that is read once and kept, pages made when they are asked for, and
//! browsers that are told when to look again.
//!
//! ```text
//! files ─ watch ─→ Session ─→ Snapshot ─→ server ─→ browser
//!                  reads what   answers     guards the door,
//!                  changed      requests    tells of changes
//! ```
//!
//! A [`Session`] belongs to one thread. After each change it gives away a new [`Snapshot`], which
//! never changes, so that no reader waits for a writer. What is served is what is built: both
//! come from the same catalogue, plan and renderer, and [`insert`] adds the script behind the bar
//! at the last moment.

mod bar;
mod desk;
mod guard;
pub mod insert;
mod poll;
mod server;
mod session;
mod snapshot;
mod watch;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;

pub use server::serve;
pub use session::{Looked, Session};
pub use snapshot::Snapshot;

/// What a caller may ask for.
#[derive(Clone, Debug)]
pub struct Options {
    /// The address to listen at.
    pub host: IpAddr,
    /// The port to listen at; the next free one when it is taken, any free one when it is 0.
    pub port: u16,
    /// Whether drafts are part of the site.
    pub drafts: bool,
    /// Whether to look at all files again and again instead of waiting to be told by the system.
    pub poll: bool,
    /// How an editor is opened: see [`editor_link`].
    pub editor: Option<String>,
}

/// What happens, for someone who tells it to people.
pub enum Event {
    /// The preview can be opened in a browser.
    Listening(SocketAddr),
    /// A file of the site has changed, or the site was read for the first time.
    Read(Arc<Snapshot>),
    /// A page that somebody looks at cannot be made, and no look at the files had shown why.
    Problem(Box<Diagnostic>),
    /// The system does not tell of every change any more, so that files are looked at again and
    /// again; the text says why and what to do.
    Polling(String),
}

/// The link that opens a file in an editor. `editor` is the name of one that registers a link of
/// its own, or such a link with `{path}` and `{line}` in it. Nothing is ever started from here:
/// a page in a browser must not be able to start programs.
pub fn editor_link(editor: &str, path: &str, line: u32) -> Option<String> {
    let template = match editor {
        "code" | "vscode" => "vscode://file/{path}:{line}",
        "codium" | "vscodium" => "vscodium://file/{path}:{line}",
        "cursor" => "cursor://file/{path}:{line}",
        "zed" => "zed://file/{path}:{line}",
        "idea" | "intellij" => "idea://open?file={path}&line={line}",
        "subl" | "sublime" => "subl://open?url=file://{path}&line={line}",
        "mate" | "textmate" => "txmt://open?url=file://{path}&line={line}",
        other => other,
    };
    let (scheme, _) = template.split_once(':')?;
    let plain = scheme
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let risky = ["javascript", "data", "vbscript", "http", "https", "blob"];
    if !plain || scheme.is_empty() || risky.contains(&scheme.to_ascii_lowercase().as_str()) {
        return None;
    }
    let path = escape(path.trim_start_matches('/'));
    let path = match template.contains("file/{path}") {
        true => path,
        false => format!("/{path}"),
    };
    let line = line.max(1).to_string();
    Some(template.replace("{path}", &path).replace("{line}", &line))
}

/// Escapes a path for a link; slashes and drive letters stay.
fn escape(path: &str) -> String {
    let mut out = String::new();
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' | b':' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::editor_link;

    #[test]
    fn a_known_editor_opens_a_file_at_its_line() {
        let link = editor_link("code", "/home/a b/en.md", 7).unwrap();
        assert_eq!(link, "vscode://file/home/a%20b/en.md:7");
        let link = editor_link("txmt://open?url=file://{path}&line={line}", "/a/ط.md", 0);
        assert_eq!(link.unwrap(), "txmt://open?url=file:///a/%D8%B7.md&line=1");
    }

    #[test]
    fn a_link_never_runs_a_script_or_leaves_for_the_web() {
        for editor in [
            "javascript:alert(1)",
            "https://example.org/{path}",
            "vim",
            "Data:x",
        ] {
            assert_eq!(editor_link(editor, "/a.md", 1), None, "{editor}");
        }
    }
}
