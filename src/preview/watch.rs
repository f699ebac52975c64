//! Being told when files change. An event means "look again": what it says is not believed.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind};
use notify::{ErrorKind, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::config;

use super::poll::Poll;

/// The folders and the file that a site is read from.
const PARTS: &[&str] = &[config::FILE, "content", "i18n", "themes"];

/// A save is over when nothing has happened for so long.
const QUIET: Duration = Duration::from_millis(8);
/// While files change all the time, they are looked at so often.
const AT_MOST: Duration = Duration::from_millis(80);
/// How soon to look once more at what may have been half written, or at a new folder.
const ONCE_MORE: Duration = Duration::from_millis(90);
/// The least time between two looks at all files.
const POLL: Duration = Duration::from_millis(300);

/// How often to see whether the site's own folder was exchanged: the system tells only of what
/// happens within it.
const ROOT: Duration = Duration::from_millis(1500);

/// A look that is due.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// The files and folders, as paths from the site's root; an empty one stands for all.
    pub paths: BTreeSet<String>,
    /// Whether what is found is to be believed.
    pub last: bool,
}

/// Waits for changes below a folder.
pub struct Watch {
    root: PathBuf,
    /// By what the folder at this path is known from another that takes its place.
    identity: Option<Identity>,
    events: Receiver<notify::Result<notify::Event>>,
    source: Source,
    /// What is to be looked at once more, and when.
    once_more: BTreeMap<String, Instant>,
}

enum Source {
    /// The system tells.
    System(RecommendedWatcher),
    /// We look.
    Poll(Poll, Sender<notify::Result<notify::Event>>),
}

/// Why the system does not tell of changes, in words and with a cure.
pub fn explain(error: &notify::Error) -> String {
    match is_limit(error) {
        true => "the system watches no more folders for you, so all files are looked at again and \
                 again, which is slower. To raise the limit on Linux: \
                 sudo sysctl fs.inotify.max_user_watches=1048576 fs.inotify.max_user_instances=1024"
            .to_owned(),
        false => format!(
            "the system does not tell of changes here ({error}), so all files are looked at again \
             and again, which is slower"
        ),
    }
}

/// Whether the system watches as much as it is allowed to. Linux says "no space left" for too many
/// folders, "too many open files" for too many watchers.
fn is_limit(error: &notify::Error) -> bool {
    let full = |error: &io::Error| {
        matches!(
            error.kind(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
        ) || matches!(error.raw_os_error(), Some(24 | 28))
    };
    match &error.kind {
        ErrorKind::MaxFilesWatch => true,
        ErrorKind::Io(error) => full(error),
        _ => false,
    }
}

impl Watch {
    /// Starts to watch a site. When the system will not tell, or is not to be asked, files are
    /// looked at again and again; the second value then says why.
    pub fn new(root: &Path, poll: bool) -> (Self, Option<String>) {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let (sender, events) = channel();
        let told = match poll {
            true => None,
            false => Some(system(&root, sender.clone())),
        };
        let (source, why) = match told {
            Some(Ok(watcher)) => (Source::System(watcher), None),
            Some(Err(error)) => {
                let poll = Poll::new(root.clone(), PARTS);
                (Source::Poll(poll, sender), Some(explain(&error)))
            }
            None => (Source::Poll(Poll::new(root.clone(), PARTS), sender), None),
        };
        let watch = Self {
            identity: identity(&root),
            root,
            events,
            source,
            once_more: BTreeMap::new(),
        };
        (watch, why)
    }

    /// Asks for another look at paths after a moment.
    pub fn once_more(&mut self, paths: BTreeSet<String>) {
        let due = Instant::now() + ONCE_MORE;
        for path in paths {
            // What goes on to change must not put off the look at the rest.
            self.once_more.entry(path).or_insert(due);
        }
    }

    /// Waits for the next change. The second value says why the system stopped telling, once.
    /// `None` when nothing will ever come.
    pub fn next(&mut self) -> Option<(Due, Option<String>)> {
        let first = match self.wait()? {
            Waited::Event(event) => event,
            Waited::OnceMore(paths) => return Some((Due { paths, last: true }, None)),
        };
        let mut paths = BTreeSet::new();
        let mut new_folders = BTreeSet::new();
        let mut why = None;
        let start = Instant::now();
        let mut next = Some(first);
        while let Some(event) = next.take() {
            match event {
                Ok(event) => self.take(&event, &mut paths, &mut new_folders),
                Err(error) if is_limit(&error) => {
                    why = why.or_else(|| self.give_up(&error, &mut paths));
                }
                // Such as a folder that went before it could be watched.
                Err(error) => {
                    let known = error.paths.iter().filter_map(|path| self.relative(path));
                    new_folders.extend(known);
                }
            }
            if start.elapsed() < AT_MOST {
                next = self.events.recv_timeout(QUIET).ok();
            }
        }
        // The system may have missed what was put into a folder before it began to watch it.
        self.once_more(new_folders);
        Some((Due { paths, last: false }, why))
    }

    fn wait(&mut self) -> Option<Waited> {
        loop {
            let now = Instant::now();
            let paths = self.take_due(now);
            if !paths.is_empty() {
                return Some(Waited::OnceMore(paths));
            }
            let due = self.once_more.values().min().map(|due| *due - now);
            if let Source::Poll(poll, sender) = &mut self.source {
                let start = Instant::now();
                for path in poll.look() {
                    let event = notify::Event::new(EventKind::Any).add_path(path);
                    // The other end is our own.
                    let _ = sender.send(Ok(event));
                }
                let pause = POLL.max(start.elapsed() * 3);
                match self
                    .events
                    .recv_timeout(due.map_or(pause, |due| due.min(pause)))
                {
                    Ok(event) => return Some(Waited::Event(event)),
                    Err(_) => continue,
                }
            }
            let pause = due.map_or(ROOT, |due| due.min(ROOT));
            let event = match self.events.recv_timeout(pause) {
                Ok(event) => event,
                Err(RecvTimeoutError::Timeout) if self.is_exchanged() => {
                    return Some(Waited::OnceMore(BTreeSet::from([String::new()])));
                }
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return None,
            };
            if event.as_ref().map_or(true, |event| self.matters(event)) {
                return Some(Waited::Event(event));
            }
        }
    }

    /// Whether another folder has come to the site's place, or the site has gone. From then on the
    /// one that is there is watched.
    fn is_exchanged(&mut self) -> bool {
        let now = identity(&self.root);
        if now == self.identity {
            return false;
        }
        let (sender, events) = channel();
        if let Ok(watcher) = system(&self.root, sender) {
            self.source = Source::System(watcher);
            self.events = events;
        }
        self.identity = now;
        true
    }

    /// The paths whose time for another look has come.
    fn take_due(&mut self, now: Instant) -> BTreeSet<String> {
        let is_due = |due: &Instant| *due <= now;
        let paths = self.once_more.iter().filter(|(_, due)| is_due(due));
        let paths: BTreeSet<String> = paths.map(|(path, _)| path.clone()).collect();
        self.once_more.retain(|_, due| !is_due(due));
        paths
    }

    /// Whether an event may have changed the site. Opening and reading a file, which we do all the
    /// time, does not.
    fn matters(&self, event: &notify::Event) -> bool {
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        if event.kind.is_access() && event.kind != closed {
            return false;
        }
        event.need_rescan() || event.paths.iter().any(|path| self.relative(path).is_some())
    }

    fn take(
        &mut self,
        event: &notify::Event,
        paths: &mut BTreeSet<String>,
        new_folders: &mut BTreeSet<String>,
    ) {
        if !self.matters(event) {
            return;
        }
        if event.need_rescan() {
            paths.insert(String::new());
        }
        let is_new = matches!(event.kind, EventKind::Create(kind) if kind != CreateKind::File);
        for path in &event.paths {
            let Some(relative) = self.relative(path) else {
                continue;
            };
            if PARTS.contains(&relative.as_str()) {
                self.watch_again(path);
            }
            let moved_in = event.kind.is_modify() && path.is_dir();
            if is_new || moved_in {
                new_folders.insert(relative.clone());
            }
            paths.insert(relative);
        }
    }

    /// One of the watched folders was made, removed or exchanged.
    fn watch_again(&mut self, path: &Path) {
        if let Source::System(watcher) = &mut self.source
            && path.is_dir()
        {
            // It may not be watched any more, or still.
            let _ = watcher.unwatch(path);
            let _ = watcher.watch(path, RecursiveMode::Recursive);
        }
    }

    /// The system refuses to watch a new folder: from now on we look ourselves.
    fn give_up(&mut self, error: &notify::Error, paths: &mut BTreeSet<String>) -> Option<String> {
        if !matches!(self.source, Source::System(_)) {
            return None;
        }
        paths.insert(String::new());
        let (sender, events) = channel();
        self.source = Source::Poll(Poll::new(self.root.clone(), PARTS), sender);
        self.events = events;
        Some(explain(error))
    }

    /// A path from the site's root, for what a site is read from.
    fn relative(&self, path: &Path) -> Option<String> {
        let relative = path.strip_prefix(&self.root).ok()?;
        let relative = relative.to_string_lossy().replace('\\', "/");
        let first = relative.split('/').next()?;
        PARTS.contains(&first).then_some(relative)
    }
}

type Identity = (u64, u64);

#[cfg(unix)]
fn identity(folder: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    let found = std::fs::metadata(folder).ok()?;
    Some((found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn identity(folder: &Path) -> Option<Identity> {
    let created = std::fs::metadata(folder).ok()?.created().ok()?;
    let since = created.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some((since.as_secs(), u64::from(since.subsec_nanos())))
}

enum Waited {
    Event(notify::Result<notify::Event>),
    OnceMore(BTreeSet<String>),
}

fn system(
    root: &Path,
    sender: Sender<notify::Result<notify::Event>>,
) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(sender)?;
    // Only what stands directly there: a site's root may hold its output and much else.
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for part in PARTS
        .iter()
        .map(|part| root.join(part))
        .filter(|part| part.is_dir())
    {
        watcher.watch(&part, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_of_the_system_is_explained_with_its_cure() {
        let full = io::Error::from_raw_os_error(28);
        for error in [
            notify::Error::new(ErrorKind::MaxFilesWatch),
            notify::Error::io(full),
        ] {
            let told = explain(&error);
            assert!(told.contains("max_user_watches"), "{told}");
        }
        let other = notify::Error::generic("odd");
        assert!(!explain(&other).contains("max_user_watches"));
    }
}
