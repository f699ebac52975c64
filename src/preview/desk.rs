//! Answers: which bytes stand at an address now, and what there is to say about a page.

use std::collections::{BTreeSet, VecDeque};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use sha2::{Digest, Sha256};

use crate::diagnostic::Diagnostic;
use crate::output::OutputPath;

use super::snapshot::{Snapshot, short};
use super::{bar, guard, insert};

/// How many pages are kept to be shown while something is wrong.
const KEPT: usize = 64;
/// A larger page is not kept.
const KEPT_BYTES: usize = 1 << 20;

/// The script and the style of the bar.
const SCRIPT: &str = include_str!("assets/preview.js");
const STYLE: &str = include_str!("assets/preview.css");

/// Knows the newest snapshot, and the last good version of the pages that were looked at.
pub struct Desk {
    newest: RwLock<Arc<Snapshot>>,
    kept: Mutex<VecDeque<(OutputPath, Arc<str>)>>,
    /// Why pages could not be made, as far as it was told.
    told: Mutex<(u64, BTreeSet<String>)>,
    news: Sender<News>,
    editor: Option<String>,
}

/// What there is to tell in the terminal.
pub enum News {
    /// There is a newer snapshot.
    Newest,
    /// A page cannot be made.
    Problem(Box<Diagnostic>),
    /// From now on files are looked at again and again, and why.
    Polling(String),
}

/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// A file, with its media type.
    File(&'static str, Vec<u8>),
    /// A page that says why there is none.
    Missing(Vec<u8>),
    /// A page that says what stops it from being made.
    Broken(Vec<u8>),
    /// The address of a folder lacks its slash; this is the right one.
    Folder(String),
}

/// A page as it is shown now.
pub(super) enum Shown {
    /// As a build would write it.
    Now(Arc<str>),
    /// As it was when it could last be made.
    Before(Arc<str>, Option<Box<Diagnostic>>),
    /// It cannot be made.
    Broken(Option<Box<Diagnostic>>),
    /// There is no such page.
    Missing,
}

impl Desk {
    /// A desk with a first snapshot, which tells `news` when a page cannot be made.
    pub fn new(snapshot: Arc<Snapshot>, editor: Option<String>, news: Sender<News>) -> Self {
        Self {
            newest: RwLock::new(snapshot),
            kept: Mutex::default(),
            told: Mutex::default(),
            news,
            editor,
        }
    }

    /// The newest snapshot.
    pub fn newest(&self) -> Arc<Snapshot> {
        // Nothing can panic while the lock is held.
        let newest = self.newest.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&newest)
    }

    /// Takes a newer snapshot, and gives back the old one: to let go of it takes time that no
    /// reader should wait for.
    #[must_use = "drop it after the readers have been told"]
    pub fn put(&self, snapshot: Arc<Snapshot>) -> Arc<Snapshot> {
        let mut newest = self.newest.write().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut newest, snapshot)
    }

    /// How an editor is opened.
    pub(super) fn editor(&self) -> Option<&str> {
        self.editor.as_deref()
    }

    /// Answers a request for a path that has been decoded, without the slash at its start.
    pub fn answer(&self, path: &str, query: &str) -> Answer {
        let own = insert::ROOT.trim_start_matches('/');
        match path.strip_prefix(own) {
            Some("preview.js") => return file("text/javascript; charset=utf-8", SCRIPT),
            Some("preview.css") => return file("text/css; charset=utf-8", STYLE),
            Some("state") => return self.state(query),
            Some(_) => return self.missing(path),
            None => {}
        }
        let name = match path.is_empty() || path.ends_with('/') {
            true => format!("{path}index.html"),
            false => path.to_owned(),
        };
        let Ok(output) = OutputPath::new(&name) else {
            return self.missing(path);
        };
        let snapshot = self.newest();
        if !is_page(&output) {
            return match snapshot.render(&output) {
                Some(Ok(bytes)) => Answer::File(media_type(&output), bytes.into_owned()),
                Some(Err(problem)) => Answer::Broken(own_page(
                    "This file cannot be made yet",
                    &problem.message,
                    MISSING,
                )),
                None => self.no_file(&snapshot, path),
            };
        }
        match self.shown(&snapshot, &output) {
            Shown::Now(html) | Shown::Before(html, _) => {
                let page = stamp(&snapshot, &output, &html);
                let html = insert::insert(&html, &page, &snapshot.stamp_of_styles());
                Answer::File("text/html; charset=utf-8", html.into_bytes())
            }
            Shown::Broken(problem) => {
                let title = "This page cannot be made yet";
                let text = match &problem {
                    Some(problem) => &problem.message,
                    None => "Something in the site has to be mended first.",
                };
                Answer::Broken(own_page(
                    title,
                    text,
                    &stamp_of_none(&snapshot, problem.as_deref()),
                ))
            }
            Shown::Missing => self.missing(path),
        }
    }

    fn no_file(&self, snapshot: &Snapshot, path: &str) -> Answer {
        match is_folder(snapshot, path) {
            true => Answer::Folder(format!("/{path}/")),
            false => self.missing(path),
        }
    }

    fn missing(&self, path: &str) -> Answer {
        let text = format!(
            "The site has no page /{path}. If you are just writing it, leave this open: the page \
             appears by itself."
        );
        Answer::Missing(own_page("No such page yet", &text, MISSING))
    }

    fn state(&self, query: &str) -> Answer {
        let page = query.split('&').find_map(|pair| pair.strip_prefix("page="));
        let path = page
            .and_then(guard::decode)
            .and_then(|bytes| String::from_utf8(bytes).ok());
        let path = path.unwrap_or_default();
        // The page has sent its own address, which is still encoded.
        let path = guard::path(&path).unwrap_or_default();
        let name = match path.is_empty() || path.ends_with('/') {
            true => format!("{path}index.html"),
            false => path,
        };
        let snapshot = self.newest();
        let output = OutputPath::new(&name).ok();
        let (stamp, problem) = match &output {
            Some(output) if is_page(output) => self.stamp_of(&snapshot, output),
            // Who asks is a page of our own that stands there as long as there is nothing else.
            Some(output) if is_to_be_had(&snapshot, output) => ("there".to_owned(), None),
            _ => (MISSING.to_owned(), None),
        };
        let output = output.filter(is_page);
        let state = bar::state(self, &snapshot, output.as_ref(), &stamp, problem.as_deref());
        // Nothing in it can fail to be written as JSON.
        let json = serde_json::to_vec(&state).unwrap_or_default();
        Answer::File("application/json", json)
    }

    /// By what a browser knows whether it shows the newest page, and why that may be an old one.
    fn stamp_of(
        &self,
        snapshot: &Snapshot,
        output: &OutputPath,
    ) -> (String, Option<Box<Diagnostic>>) {
        match self.shown(snapshot, output) {
            Shown::Now(html) => (stamp(snapshot, output, &html), None),
            Shown::Before(html, problem) => (stamp(snapshot, output, &html), problem),
            Shown::Broken(problem) => (stamp_of_none(snapshot, problem.as_deref()), problem),
            Shown::Missing => (MISSING.to_owned(), None),
        }
    }

    /// A page as it is to be shown.
    pub(super) fn shown(&self, snapshot: &Snapshot, output: &OutputPath) -> Shown {
        match snapshot.render(output) {
            Some(Ok(bytes)) => match String::from_utf8(bytes.into_owned()) {
                Ok(html) => {
                    let html: Arc<str> = html.into();
                    self.keep(output, &html);
                    Shown::Now(html)
                }
                Err(_) => Shown::Broken(None),
            },
            Some(Err(problem)) => {
                self.tell(snapshot, &problem);
                match self.kept(output) {
                    Some(html) => Shown::Before(html, Some(problem)),
                    None => Shown::Broken(Some(problem)),
                }
            }
            None if snapshot.errors().is_empty() => Shown::Missing,
            None => match self.kept(output) {
                Some(html) => Shown::Before(html, None),
                None if snapshot.made().is_none() => Shown::Broken(None),
                None => Shown::Missing,
            },
        }
    }

    /// Tells why a page cannot be made, once for each look at the site.
    fn tell(&self, snapshot: &Snapshot, problem: &Diagnostic) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.0 != snapshot.number() {
            *told = (snapshot.number(), BTreeSet::new());
        }
        if told.1.insert(problem.message.clone()) {
            // Nobody hears it when the preview ends.
            let _ = self.news.send(News::Problem(Box::new(problem.clone())));
        }
    }

    fn keep(&self, path: &OutputPath, html: &Arc<str>) {
        if html.len() > KEPT_BYTES {
            return;
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(other, _)| other != path);
        if kept.len() >= KEPT {
            kept.pop_front();
        }
        kept.push_back((path.clone(), Arc::clone(html)));
    }

    fn kept(&self, path: &OutputPath) -> Option<Arc<str>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.iter().find(|(other, _)| other == path);
        found.map(|(_, html)| Arc::clone(html))
    }
}

/// The stamp of a page that is not there.
const MISSING: &str = "missing";

fn stamp(snapshot: &Snapshot, path: &OutputPath, html: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(html);
    hash.update(snapshot.stamp_of_files(path, html));
    short(&hash.finalize())
}

/// The stamp of a page that cannot be made: it is to be loaded again when the reason is another.
fn stamp_of_none(snapshot: &Snapshot, problem: Option<&Diagnostic>) -> String {
    let mut hash = Sha256::new();
    for problem in problem.into_iter().chain(snapshot.errors().iter()) {
        hash.update(&problem.message);
    }
    format!("broken-{}", short(&hash.finalize()))
}

/// A page of the preview itself: why there is nothing to see. Its script brings the problems.
fn own_page(title: &str, text: &str, stamp: &str) -> Vec<u8> {
    let (title, text) = (escape(title), escape(text));
    let html = format!(
        "<!doctype html><html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <title>{title}</title><link rel=\"stylesheet\" href=\"{root}preview.css\"></head>\
         <body class=\"own-page\"><main><h1>{title}</h1><p><bdi>{text}</bdi></p>\
         <p><a href=\"/\">To the first page of the site</a></p></main></body></html>",
        root = insert::ROOT
    );
    insert::insert(&html, stamp, "").into_bytes()
}

/// Escapes a text for HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn file(media_type: &'static str, text: &str) -> Answer {
    Answer::File(media_type, text.as_bytes().to_vec())
}

/// Whether a file that is no page can be made, or its name is that of a folder with a page.
fn is_to_be_had(snapshot: &Snapshot, path: &OutputPath) -> bool {
    match snapshot.render(path) {
        Some(made) => made.is_ok(),
        None => is_folder(snapshot, path.as_str()),
    }
}

fn is_folder(snapshot: &Snapshot, path: &str) -> bool {
    let index = OutputPath::new(&format!("{path}/index.html"));
    index.is_ok_and(|index| snapshot.artifact(&index).is_some())
}

fn is_page(path: &OutputPath) -> bool {
    path.as_str().ends_with(".html")
}

fn media_type(path: &OutputPath) -> &'static str {
    match path
        .file_name()
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
    {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "jsonld" => "application/ld+json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
