//! `redlist serve` as a process: real files, a real watcher, real connections.

mod support;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use support::redlist;
use support::small::SmallSite;

/// Nothing here takes so long unless it never comes.
const FOREVER: Duration = Duration::from_secs(30);
const ENTRY: &str = "content/lists/iraq/clay-tablets";
const ENGLISH: &str = "/en/iraq/clay-tablets.html";
const ARABIC: &str = "/ar/iraq/clay-tablets.html";

/// A running preview.
struct Preview {
    child: Child,
    host: String,
}

impl Preview {
    fn start(root: &Path, args: &[&str]) -> Self {
        let mut command = redlist();
        command.arg("serve").arg(root).args(args);
        Self::run(command)
    }

    fn run(mut command: Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut line = String::new();
        let stdout = child.stdout.take().unwrap();
        BufReader::new(stdout).read_line(&mut line).unwrap();
        let host = line
            .trim()
            .trim_start_matches("http://")
            .trim_end_matches('/')
            .to_owned();
        assert!(!host.is_empty(), "it prints its address");
        Self { child, host }
    }

    fn port(&self) -> u16 {
        self.host.rsplit(':').next().unwrap().parse().unwrap()
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).expect("it listens");
        stream.set_read_timeout(Some(FOREVER)).unwrap();
        stream
    }

    /// Sends a request as it is given, and reads the answer to its end.
    fn send(&self, request: &str) -> String {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get_with(&self, path: &str, headers: &str) -> String {
        let host = &self.host;
        self.send(&format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n"
        ))
    }

    fn get(&self, path: &str) -> String {
        self.get_with(path, "")
    }

    /// Waits until a page holds, or no longer holds, some words.
    fn wait(&self, path: &str, holds: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let page = self.get(path);
            if holds(&page) {
                return page;
            }
            assert!(start.elapsed() < FOREVER, "it never came: {page}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn wait_for(&self, path: &str, words: &str) {
        self.wait(path, |page| page.contains(words));
    }

    /// Asks it to end, and gives what it said.
    fn stop(mut self) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status();
        assert!(sent.unwrap().success());
        let status = self.child.wait().unwrap();
        let mut said = String::new();
        let stderr = self.child.stderr.take();
        stderr.unwrap().read_to_string(&mut said).unwrap();
        (status.code(), said)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

fn read(site: &SmallSite, file: &str) -> String {
    fs::read_to_string(site.path(file)).unwrap()
}

fn append(site: &SmallSite, file: &str, text: &str) {
    site.write(file, read(site, file) + text);
}

#[test]
fn it_starts_stops_and_leaves_nothing_behind() {
    let site = SmallSite::new();
    let before = support::files(site.root());
    let preview = Preview::start(site.root(), &["--port", "0"]);
    assert_eq!(status(&preview.get("/")), "200");
    assert_eq!(status(&preview.get(ARABIC)), "200");
    let port = preview.port();
    let (code, said) = preview.stop();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Stopped."), "{said}");
    assert!(
        TcpListener::bind(("127.0.0.1", port)).is_ok(),
        "the port is free again"
    );
    assert_eq!(before, support::files(site.root()));
    assert!(!site.path("public").exists() && !site.path(".redlist").exists());
}

#[test]
fn the_next_free_port_is_taken() {
    let site = SmallSite::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let preview = Preview::start(site.root(), &["--port", &port.to_string()]);
    assert!(preview.port() > port);
    let (_, said) = preview.stop();
    assert!(said.contains(&format!("Port {port} is taken.")), "{said}");
}

#[test]
fn editors_save_in_many_ways_and_each_is_seen() {
    let site = SmallSite::new();
    let preview = Preview::start(site.root(), &["--port", "0"]);
    each_way_to_save(&site, &preview);
}

#[test]
fn each_is_seen_by_looking_again_and_again_too() {
    let site = SmallSite::new();
    let preview = Preview::start(site.root(), &["--port", "0", "--poll"]);
    each_way_to_save(&site, &preview);
}

fn each_way_to_save(site: &SmallSite, preview: &Preview) {
    let file = format!("{ENTRY}/ar.md");
    let path = site.path(&file);
    let text = |words: &str| format!("{}\n{words}\n", read(site, &file));

    // Written in place.
    append(site, &file, "\nكتب في مكانه.\n");
    preview.wait_for(ARABIC, "كتب في مكانه");

    // Moved over the old one.
    let beside = path.with_extension("md.tmp");
    fs::write(&beside, text("نقل فوق القديم")).unwrap();
    fs::rename(&beside, &path).unwrap();
    preview.wait_for(ARABIC, "نقل فوق القديم");

    // The old one is kept as a backup, and a new one written: vim.
    let new = text("ملف جديد");
    fs::write(path.with_file_name(".ar.md.swp"), "swap").unwrap();
    fs::rename(&path, path.with_file_name("ar.md~")).unwrap();
    fs::write(&path, new).unwrap();
    fs::remove_file(path.with_file_name("ar.md~")).unwrap();
    fs::remove_file(path.with_file_name(".ar.md.swp")).unwrap();
    preview.wait_for(ARABIC, "ملف جديد");

    // Truncated, and written a moment later.
    let new = text("بعد لحظة");
    fs::write(&path, "").unwrap();
    std::thread::sleep(Duration::from_millis(30));
    fs::write(&path, new).unwrap();
    preview.wait_for(ARABIC, "بعد لحظة");

    // Removed and made again.
    let new = text("من جديد");
    fs::remove_file(&path).unwrap();
    preview.wait(ARABIC, |page| !page.contains("بعد لحظة"));
    fs::write(&path, new).unwrap();
    preview.wait_for(ARABIC, "من جديد");

    // A new folder with an entry, and then another name for it.
    support::copy(
        &site.path(ENTRY),
        &site.path("content/lists/iraq/bullae"),
        &mut |_| {},
    );
    preview.wait("/ar/iraq/bullae.html", |page| status(page) == "200");
    let (from, to) = ("content/lists/iraq/bullae", "content/lists/iraq/sealings");
    fs::rename(site.path(from), site.path(to)).unwrap();
    preview.wait("/en/iraq/sealings.html", |page| status(page) == "200");
    preview.wait("/en/iraq/bullae.html", |page| status(page) == "404");
    append(
        site,
        "content/lists/iraq/sealings/en.md",
        "\nIn the renamed folder.\n",
    );
    preview.wait_for("/en/iraq/sealings.html", "In the renamed folder.");

    // A whole part of the site is moved away and comes back.
    fs::rename(site.path("content"), site.path("away")).unwrap();
    preview.wait("/en/iraq/sealings.html", |page| status(page) == "404");
    fs::rename(site.path("away"), site.path("content")).unwrap();
    preview.wait("/en/iraq/sealings.html", |page| status(page) == "200");
    append(
        site,
        "content/lists/iraq/sealings/en.md",
        "\nAnd after that.\n",
    );
    preview.wait_for("/en/iraq/sealings.html", "And after that.");

    // A picture, a label, a template, a style sheet.
    let drawing = format!("{ENTRY}/drawing.svg");
    site.write(
        &drawing,
        read(site, &drawing).replace("</svg>", "<text>new drawing</text></svg>"),
    );
    preview.wait_for("/media/iraq/clay-tablets/drawing.svg", "new drawing");
    let label = "i18n/ar/vocabulary.ftl";
    site.write(
        label,
        read(site, label).replace("material-clay =", "material-clay = لصيق"),
    );
    preview.wait_for(ARABIC, "لصيق");
    site.write("themes/small/assets/style.css", "p { color: #abcdef }");
    preview.wait_for("/assets/style.css", "#abcdef");
    append(site, "themes/small/templates/page.html", "{# #}");
    let title = read(site, "redlist.yaml").replace("A small Red List", "A live Red List");
    site.write("redlist.yaml", title);
    preview.wait_for("/en/index.html", "Red List");
}

#[test]
fn a_page_tells_what_is_wrong_and_heals() {
    let site = SmallSite::new();
    let preview = Preview::start(site.root(), &["--port", "0"]);
    let state = format!("/_redlist/state?page={}", ARABIC.replace('/', "%2F"));
    let good = preview.get(&state);
    assert!(good.contains("\"errors\":[]"), "{good}");
    let file = format!("{ENTRY}/ar.md");
    let old = read(&site, &file);
    site.write(&file, old.replace("title:", "titel:"));
    let bad = preview.wait(&state, |state| state.contains("RL"));
    assert!(
        bad.contains("titel") && bad.contains(&format!("{ENTRY}/ar.md")),
        "{bad}"
    );
    assert!(bad.contains("\"line\":2"), "{bad}");
    assert_eq!(
        status(&preview.get(ARABIC)),
        "200",
        "the last good page stays"
    );
    site.write(&file, old);
    preview.wait(&state, |state| state.contains("\"errors\":[]"));
    let (_, said) = preview.stop();
    assert!(
        said.contains("titel") && said.contains("0 errors"),
        "{said}"
    );
}

#[test]
fn what_is_wrong_with_a_page_alone_is_told_in_the_terminal_too() {
    let site = SmallSite::new();
    let preview = Preview::start(site.root(), &["--port", "0"]);
    let template = "themes/small/templates/page.html";
    let text = read(&site, template);
    let odd = text.replace("<h1>", "<h1>{{ page.nothing.of_the_kind }}");
    site.write(template, odd);
    let state = "/_redlist/state?page=%2Fen%2Fabout.html";
    preview.wait_for(state, "of_the_kind");
    preview.get(state);
    let (_, said) = preview.stop();
    assert_eq!(said.matches("error[RL803]").count(), 1, "{said}");
}

#[test]
fn a_terminal_that_nobody_reads_stops_nothing() {
    let site = SmallSite::new();
    let preview = Preview::start(site.root(), &["--port", "0"]);
    let entry = site.path(ENTRY);
    for n in 0..150 {
        let folder = site.path(&format!("content/lists/iraq/entry-{n}"));
        support::copy(&entry, &folder, &mut |_| {});
        fs::write(folder.join("entry.yaml"), "odd: 1\n".repeat(5)).unwrap();
    }
    preview.wait("/_redlist/state?page=/", |state| state.contains("RL"));
    append(&site, &format!("{ENTRY}/en.md"), "\nStill served.\n");
    preview.wait_for(ENGLISH, "Still served.");
}

#[test]
fn a_site_that_is_exchanged_as_a_whole_is_seen() {
    let site = SmallSite::new();
    let root = site.path("site");
    let copy = |from: &Path| support::copy(from, &root, &mut |_| {});
    copy(&support::small::small_site());
    let preview = Preview::start(&root, &["--port", "0"]);
    fs::rename(&root, site.path("old")).unwrap();
    copy(&site.path("old"));
    let text = root.join(ENTRY).join("en.md");
    let add = |words: &str| {
        let old = fs::read_to_string(&text).unwrap();
        fs::write(&text, format!("{old}\n{words}\n")).unwrap();
    };
    add("In the new folder.");
    preview.wait_for(ENGLISH, "In the new folder.");
    add("And once more.");
    preview.wait_for(ENGLISH, "And once more.");
}

#[test]
fn the_server_tells_of_each_change() {
    let site = SmallSite::new();
    let preview = Preview::start(site.root(), &["--port", "0"]);
    let mut stream = preview.connect();
    let host = &preview.host;
    write!(
        stream,
        "GET /_redlist/events HTTP/1.1\r\nHost: {host}\r\n\r\n"
    )
    .unwrap();
    let mut lines = BufReader::new(stream).lines().map(|line| line.unwrap());
    assert!(lines.next().unwrap().contains("200"));
    assert!(lines.any(|line| line == "content-type: text/event-stream"));
    assert!(lines.any(|line| line == "data: 1"));
    append(&site, &format!("{ENTRY}/en.md"), "\nTold.\n");
    assert!(lines.any(|line| line.starts_with("data: ") && line != "data: 1"));
    assert!(preview.get(ENGLISH).contains("Told."));
}

#[test]
fn only_who_should_is_answered() {
    let site = SmallSite::new();
    let preview = Preview::start(site.root(), &["--port", "0"]);
    let host = &preview.host;
    let port = preview.port();
    for (request, wanted) in [
        (
            format!("GET / HTTP/1.1\r\nHost: evil.example:{port}\r\nConnection: close\r\n\r\n"),
            "421",
        ),
        (
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n".to_owned(),
            "421",
        ),
        (
            format!(
                "GET / HTTP/1.1\r\nHost: {host}\r\nOrigin: http://evil.example\r\nConnection: close\r\n\r\n"
            ),
            "403",
        ),
        (
            format!(
                "GET / HTTP/1.1\r\nHost: {host}\r\nSec-Fetch-Site: cross-site\r\nConnection: close\r\n\r\n"
            ),
            "403",
        ),
        (
            format!(
                "POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            ),
            "405",
        ),
        (
            format!("OPTIONS / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
            "405",
        ),
        (
            format!("GET /../redlist.yaml HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
            "400",
        ),
        (
            format!(
                "GET /%2e%2e/redlist.yaml HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
            ),
            "400",
        ),
        (
            format!("GET /en%5cindex.html HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
            "400",
        ),
        (
            format!("GET /en%00 HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
            "400",
        ),
        (
            format!("GET /redlist.yaml HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
            "404",
        ),
        (
            format!(
                "GET /content/lists/iraq/list.yaml HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
            ),
            "404",
        ),
        (
            format!(
                "GET /_redlist/open?file=/etc/passwd HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
            ),
            "404",
        ),
    ] {
        assert_eq!(status(&preview.send(&request)), wanted, "{request}");
    }
    let page = preview.get(ENGLISH).to_lowercase();
    for header in ["x-content-type-options: nosniff", "cache-control: no-store"] {
        assert!(page.contains(header), "{page}");
    }
    assert!(!page.contains("access-control-"));
    let head = preview.send(&format!(
        "HEAD {ENGLISH} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    ));
    assert!(
        head.starts_with("HTTP/1.1 200") && head.trim_end().ends_with(|c: char| c != '>'),
        "{head}"
    );
    assert_eq!(status(&preview.get("/en/iraq")), "302");
    assert_eq!(status(&preview.get("/en/iraq/")), "200");
}

#[test]
fn idle_and_slow_clients_keep_no_reader_waiting() {
    let site = SmallSite::new();
    let preview = Preview::start(site.root(), &["--port", "0"]);
    let mut crowd = Vec::new();
    for n in 0..1_000 {
        // As many as this process may open; the server has to do with as many.
        let Ok(mut stream) = TcpStream::connect(&preview.host) else {
            break;
        };
        if n % 2 == 0 {
            let _ = stream.write_all(b"GET / HT");
        }
        crowd.push(stream);
    }
    assert!(crowd.len() > 500, "{}", crowd.len());
    // One that asks for a page and never reads it.
    let mut slow = preview.connect();
    write!(
        slow,
        "GET {ENGLISH} HTTP/1.1\r\nHost: {}\r\n\r\n",
        preview.host
    )
    .unwrap();
    for _ in 0..20 {
        assert_eq!(status(&preview.get(ENGLISH)), "200");
    }
    let _ = slow.shutdown(Shutdown::Both);
}

#[test]
fn an_address_that_is_not_there_is_refused_with_a_cure() {
    let site = SmallSite::new();
    let done = redlist()
        .args(["serve", "--host", "203.0.113.1"])
        .arg(site.root())
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(1));
    let said = support::said(&done);
    assert!(
        said.contains("--host") && said.contains("can read the site"),
        "{said}"
    );
    let done = redlist()
        .args(["serve", "--host", "no.such.name.invalid"])
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(2));
}

/// A preview on a Linux that watches no more than so many folders for it. `None` where a user may
/// not make a namespace of their own; what is said of the limit has a unit test besides.
#[cfg(target_os = "linux")]
fn with_few_watches(root: &Path, folders: usize) -> Option<Preview> {
    let limit = "/proc/sys/user/max_inotify_watches";
    let mut tried = Command::new("unshare");
    tried.args(["-U", "-r", "sh", "-c", &format!("echo 1 > {limit}")]);
    if !tried.status().is_ok_and(|status| status.success()) {
        println!("not tried: no user namespaces here");
        return None;
    }
    let binary = env!("CARGO_BIN_EXE_redlist");
    let script = format!("echo {folders} > {limit} && exec \"$0\" serve \"$1\" --port 0");
    let mut command = Command::new("unshare");
    command
        .args(["-U", "-r", "sh", "-c", &script, binary])
        .arg(root);
    Some(Preview::run(command))
}

#[cfg(target_os = "linux")]
#[test]
fn when_the_system_watches_no_more_folders_changes_are_seen_all_the_same() {
    // Too few from the start, and too few for new folders.
    for folders in [3, 18] {
        let site = SmallSite::new();
        let Some(preview) = with_few_watches(site.root(), folders) else {
            return;
        };
        for n in 0..4 {
            let folder = format!("content/lists/iraq/new-{n}");
            support::copy(&site.path(ENTRY), &site.path(&folder), &mut |_| {});
            let page = format!("/en/iraq/new-{n}.html");
            preview.wait(&page, |page| status(page) == "200");
            append(&site, &format!("{folder}/en.md"), "\nSeen.\n");
            preview.wait_for(&page, "Seen.");
        }
        let (code, said) = preview.stop();
        assert_eq!(code, Some(0));
        assert_eq!(
            said.matches("fs.inotify.max_user_watches").count(),
            1,
            "{said}"
        );
    }
}
