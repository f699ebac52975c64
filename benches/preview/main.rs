//! How long it takes from a save to the changed bytes in a reader's hands.
//!
//! `cargo bench --bench preview` edits a site of 6,000 pages and one of 60,000 while
//! `redlist serve` shows them. Each kind of file is saved many times; the clock runs from just
//! before the write to the arrival of the page, asked for when the server tells of a change. Times
//! on one machine mean little: compare the two sizes, and the lines of two versions.

#[path = "../corpus/generate.rs"]
#[allow(dead_code, reason = "the other benchmark uses the rest")]
mod generate;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const LANGUAGES: usize = 6;

fn main() {
    let numbers: Vec<usize> = std::env::args()
        .filter_map(|arg| arg.parse().ok())
        .collect();
    let sizes = match numbers.first() {
        Some(entries) => vec![*entries],
        None => vec![1_000, 10_000],
    };
    let saves = numbers.get(1).copied().unwrap_or(60);
    for entries in sizes {
        let folder = tempfile::tempdir().expect("a benchmark needs a temporary folder");
        let root = folder.path().join("site");
        generate::site(&root, entries, LANGUAGES);
        prepare(&root);
        let preview = Preview::start(&root);
        println!(
            "{} pages: read in {:.2} s",
            entries * LANGUAGES,
            preview.start.as_secs_f64()
        );
        for kind in &KINDS {
            preview.measure(&root, kind, saves);
        }
    }
}

/// What is saved, and where it is seen.
struct Kind {
    name: &'static str,
    file: &'static str,
    page: &'static str,
    text: fn(&str, usize) -> String,
    mark: fn(usize) -> String,
}

const ENTRY: &str = "/en/list-0/entry-0.html";

const KINDS: [Kind; 7] = [
    Kind {
        name: "entry text",
        file: "content/lists/list-0/entry-0/en.md",
        page: ENTRY,
        text: |old, n| format!("{old}\nSaved-{n}.\n"),
        mark: |n| format!("Saved-{n}."),
    },
    Kind {
        name: "facts: a size",
        file: "content/lists/list-0/entry-0/entry.yaml",
        page: ENTRY,
        text: |old, n| old.replace("max: 15", &format!("max: {}.5", 101 + n)),
        mark: |n| format!("{}.5", 101 + n),
    },
    Kind {
        name: "facts: a term",
        file: "content/lists/list-0/entry-0/entry.yaml",
        page: ENTRY,
        text: |old, n| old.replace("material-0,", &format!("material-{},", 1 + n % 6)),
        mark: |n| format!("materials/material-{}.html", 1 + n % 6),
    },
    Kind {
        name: "vocabulary label",
        file: "i18n/en/vocabulary.ftl",
        page: ENTRY,
        text: |old, n| {
            old.replace(
                "material-material-0 = material 0",
                &format!("material-material-0 = Saved-{n}."),
            )
        },
        mark: |n| format!("Saved-{n}."),
    },
    Kind {
        name: "template",
        file: "themes/mine/templates/404.html",
        page: "/404.html",
        text: |old, n| {
            old.replace(
                "{% block main %}",
                &format!("{{% block main %}}<p>Saved-{n}.</p>"),
            )
        },
        mark: |n| format!("Saved-{n}."),
    },
    Kind {
        name: "style sheet",
        file: "themes/mine/assets/style.css",
        page: "/assets/style.css",
        text: |old, n| format!("{old}\n.saved-{n} {{ color: red }}\n"),
        mark: |n| format!(".saved-{n}{{"),
    },
    Kind {
        name: "picture",
        file: "content/lists/list-0/entry-0/drawing.svg",
        page: "/media/list-0/entry-0/drawing.svg",
        text: |old, n| old.replace("</svg>", &format!("<text>Saved-{n}.</text></svg>")),
        mark: |n| format!("Saved-{n}."),
    },
];

/// Gives the generated site a theme and a picture of its own.
fn prepare(root: &Path) {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    for file in ["templates/404.html", "assets/style.css"] {
        let to = root.join("themes/mine").join(file);
        fs::create_dir_all(to.parent().expect("it has a folder")).expect("can be made");
        fs::copy(theme.join(file), to).expect("can be copied");
    }
    append(&root.join("redlist.yaml"), "theme: mine\n");
    let entry = root.join("content/lists/list-0/entry-0");
    let picture = "pictures:\n  - {file: drawing.svg, status: illustration, credit: redlist, licence: CC0-1.0}\n";
    append(&entry.join("entry.yaml"), picture);
    let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><circle r=\"4\"/></svg>";
    fs::write(entry.join("drawing.svg"), drawing).expect("can be written");
    let texts = fs::read_dir(&entry).expect("it was written");
    for text in texts.map(|text| text.expect("it was written").path()) {
        if text.extension().is_some_and(|ending| ending == "md") {
            let old = fs::read_to_string(&text).expect("it was written");
            let new = old.replacen(
                "\n---\n",
                "\npictures: {drawing.svg: {alt: A circle}}\n---\n",
                1,
            );
            fs::write(&text, new).expect("can be written");
        }
    }
}

fn append(file: &Path, text: &str) {
    let old = fs::read_to_string(file).expect("it was written");
    fs::write(file, old + text).expect("can be written");
}

/// A running preview, and the line on which it tells of changes.
struct Preview {
    child: Child,
    host: String,
    start: Duration,
}

impl Preview {
    fn start(root: &Path) -> Self {
        let start = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_redlist"))
            .args([
                "serve".as_ref(),
                root.as_os_str(),
                "--port".as_ref(),
                "0".as_ref(),
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary was built with this benchmark");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("it is piped");
        BufReader::new(stdout)
            .read_line(&mut line)
            .expect("it prints its address");
        let host = line
            .trim()
            .trim_start_matches("http://")
            .trim_end_matches('/')
            .to_owned();
        Self {
            child,
            host,
            start: start.elapsed(),
        }
    }

    fn ask(&self, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.host).expect("it listens");
        let host = &self.host;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .expect("it reads");
        stream
    }

    fn get(&self, path: &str) -> String {
        let mut bytes = Vec::new();
        self.ask(path).read_to_end(&mut bytes).expect("it answers");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn measure(&self, root: &Path, kind: &Kind, saves: usize) {
        let file = root.join(kind.file);
        let old = fs::read_to_string(&file).expect("it was written");
        let events = self.ask("/_redlist/events");
        // A change that never comes is to end the benchmark, not to hold it up.
        let patience = Some(Duration::from_secs(20));
        events.set_read_timeout(patience).expect("it is not zero");
        let mut events = BufReader::new(events);
        wait(&mut events);
        let mut times = Vec::new();
        for n in 0..saves {
            let mark = (kind.mark)(n);
            let new = (kind.text)(&old, n);
            assert_ne!(new, old, "{} changes nothing", kind.name);
            // An editor's pause; the last change is over.
            std::thread::sleep(Duration::from_millis(160));
            let start = Instant::now();
            save(&file, &new);
            loop {
                wait(&mut events);
                if self.get(kind.page).contains(&mark) {
                    break;
                }
                assert!(
                    start.elapsed() < Duration::from_secs(20),
                    "{} never came",
                    kind.name
                );
            }
            times.push(start.elapsed());
        }
        save(&file, &old);
        times.sort();
        let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)];
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        let fast = times
            .iter()
            .filter(|time| **time <= Duration::from_millis(50))
            .count();
        println!(
            "  {:18} median {:6.1} ms   95th percentile {:6.1} ms   {fast} of {saves} within 50 ms",
            kind.name,
            ms(at(50)),
            ms(at(95))
        );
    }
}

/// As most editors save: a new file is moved over the old one.
fn save(file: &Path, text: &str) {
    let beside: PathBuf = file.with_extension("tmp");
    fs::write(&beside, text).expect("can be written");
    fs::rename(&beside, file).expect("can be moved");
}

/// Waits for the next event.
fn wait(events: &mut BufReader<TcpStream>) {
    let mut line = String::new();
    loop {
        line.clear();
        events
            .read_line(&mut line)
            .expect("the server keeps telling");
        if line.starts_with("data:") {
            return;
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
