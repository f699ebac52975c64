//! `redlist serve`: shows the site in a browser while it is being written.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};
use std::sync::{Arc, Mutex, PoisonError};

use redlist::diagnostic::Severity;
use redlist::preview::{self, Event, Options, Snapshot};
use redlist::source::SiteFolder;

use super::report::{self, plural, say};
use super::{Outcome, SiteArg};

/// Show the website in a browser; it changes while you write.
///
/// Set REDLIST_EDITOR to `code`, `codium`, `cursor`, `zed`, `idea`, `subl` or `mate`, or to a link
/// with {path} and {line} in it, and the preview links to the files that a page is made from.
#[derive(Debug, clap::Args)]
pub struct ServeArgs {
    #[command(flatten)]
    site: SiteArg,
    /// The port; the next free one when it is taken.
    #[arg(short, long, value_name = "N", default_value_t = 8000)]
    port: u16,
    /// The address to listen at. Others than your own computer's let others read the site.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1", value_parser = address)]
    host: IpAddr,
    /// Open the site in your browser.
    #[arg(long)]
    open: bool,
    /// Look at all files again and again: for network drives and sticks.
    #[arg(long)]
    poll: bool,
    /// Show what is marked `draft: true` too.
    #[arg(long)]
    drafts: bool,
}

/// An address in numbers, or a name of this computer.
fn address(text: &str) -> Result<IpAddr, String> {
    if text == "localhost" {
        return Ok(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    if let Ok(address) = text.parse() {
        return Ok(address);
    }
    let found = (text, 0)
        .to_socket_addrs()
        .ok()
        .and_then(|mut all| all.next());
    found.map(|found| found.ip()).ok_or_else(|| {
        "it is no address of this computer; 127.0.0.1 is your own, 0.0.0.0 all of them".to_owned()
    })
}

impl ServeArgs {
    /// Runs the command until it is interrupted.
    pub fn run(self) -> Outcome {
        let editor = std::env::var("REDLIST_EDITOR")
            .ok()
            .filter(|editor| !editor.is_empty());
        let is_editor = |editor: &String| preview::editor_link(editor, "/a", 1).is_some();
        if let Some(editor) = editor.as_ref().filter(|editor| !is_editor(editor)) {
            say(&format!(
                "REDLIST_EDITOR is `{editor}`, which no link can open; see `redlist serve --help`."
            ));
        }
        if !self.host.is_loopback() {
            say(
                "Whoever reaches this computer over the network can read the site while it is served.",
            );
        }
        let site = SiteFolder::new(&self.site.site);
        if !self.site.site.join(redlist::config::FILE).exists() {
            report::show(&redlist::load::load(&site, false).diagnostics, &site, false);
            return Outcome::Problems;
        }
        let options = Options {
            host: self.host,
            port: self.port,
            drafts: self.drafts,
            poll: self.poll,
            editor,
        };
        let asked = self.port;
        let (open, before) = (self.open, Mutex::new(None));
        let of_page = site.clone();
        let tell = move |event| match event {
            Event::Listening(address) => listening(address, asked, open),
            Event::Read(snapshot) => tell_problems(snapshot, &before),
            Event::Problem(problem) => {
                report::show(&[*problem].into_iter().collect(), &of_page, false)
            }
            Event::Polling(why) => say(&format!("Note: {why}.")),
        };
        match preview::serve(&site, &options, tell) {
            Ok(()) => {
                say("Stopped.");
                Outcome::Done
            }
            Err(error) => {
                let why = redlist::diagnostic::plain_io_error(&error);
                say(&format!(
                    "The site cannot be served at {}: {why}. Start again, or name another address with --host or --port.",
                    SocketAddr::new(self.host, self.port)
                ));
                Outcome::Problems
            }
        }
    }
}

fn listening(address: SocketAddr, asked: u16, open: bool) {
    if asked != 0 && address.port() != asked {
        say(&format!("Port {asked} is taken."));
    }
    // Who listens everywhere is met at home.
    let shown = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    let shown = SocketAddr::new(shown, address.port());
    let url = format!("http://{shown}/");
    report::print(&format!("{url}\n"));
    say("Save a file, and the page in the browser changes. Ctrl-C ends it.");
    if open && let Err(error) = open::that_detached(&url) {
        let why = redlist::diagnostic::plain_io_error(&error);
        say(&format!("No browser could be opened: {why}."));
    }
}

/// Says what is new since the last look, as `redlist check` says it.
fn tell_problems(snapshot: Arc<Snapshot>, before: &Mutex<Option<Arc<Snapshot>>>) {
    let mut before = before.lock().unwrap_or_else(PoisonError::into_inner);
    let count = |snapshot: &Snapshot| {
        (
            snapshot.count(Severity::Error),
            snapshot.count(Severity::Warning),
        )
    };
    let (errors, warnings) = count(&snapshot);
    let (fresh, changed) = match before.as_ref() {
        Some(before) => (
            snapshot.new_since(before),
            count(before) != (errors, warnings),
        ),
        None => {
            // Warnings that were there before the work began are for `redlist check`.
            let errors = snapshot.errors().clone();
            (errors, true)
        }
    };
    report::show(&fresh, snapshot.site(), false);
    if changed || !fresh.is_empty() {
        say(&format!(
            "{}, {}",
            plural(errors, "error", "errors"),
            plural(warnings, "warning", "warnings")
        ));
    }
    *before = Some(snapshot);
}
