//! The server: HTTP over loopback, as little of it as a browser needs to read pages and to be told
//! of changes.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderValue, LOCATION};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::task::AbortHandle;

use crate::source::SiteFolder;

use super::desk::{Answer, Desk, News};
use super::guard::{self, Refusal};
use super::session::Session;
use super::watch::Watch;
use super::{Event, Options};

/// How many ports are tried, beginning with the one that was asked for.
const PORTS: u16 = 100;
/// More connections than any browser opens. One more, and the one that has been idle longest ends.
const CONNECTIONS: usize = 200;
/// Who has asked for nothing for so long is no reader.
const IDLE: Duration = Duration::from_secs(30);
/// How often a silent line is shown to be alive.
const ALIVE: Duration = Duration::from_secs(15);

/// Serves a site until the process is asked to end. `tell` hears of what happens, from any thread.
///
/// # Errors
/// When no port can be had.
pub fn serve(
    site: &SiteFolder,
    options: &Options,
    tell: impl Fn(Event) + Send + Sync + 'static,
) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(16)
        .enable_all()
        .build()?;
    // From here on, so that the start too can be stopped in peace.
    let stop = runtime.spawn(asked_to_end());
    let (listener, address) = runtime.block_on(bind(options))?;
    // First watch, then read: what changes in between is seen.
    let (watch, why) = Watch::new(site.root(), options.poll);
    if let Some(why) = why {
        tell(Event::Polling(why));
    }
    let session = Session::open(site.clone(), options.drafts);
    let (news, heard) = std::sync::mpsc::channel();
    let editor = options.editor.clone();
    let desk = Arc::new(Desk::new(session.snapshot(), editor, news.clone()));
    tell(Event::Read(session.snapshot()));
    tell(Event::Listening(address));
    let (sender, changes) = watch::channel(session.snapshot().number());
    // Whoever is told may take long, such as a terminal that nobody reads; the site must not wait.
    let for_thread = Arc::clone(&desk);
    std::thread::Builder::new()
        .name("tell".to_owned())
        .spawn(move || pass_on(&heard, &for_thread, &tell))?;
    let for_thread = Arc::clone(&desk);
    std::thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || follow(watch, session, &for_thread, &sender, &news))?;
    let ended = runtime.block_on(async {
        tokio::select! {
            () = no_more_changes(changes.clone()) => {
                Err(io::Error::other("changes are no longer heard of"))
            }
            () = accept(listener, address, desk, changes) => Ok(()),
            _ = stop => Ok(()),
        }
    });
    runtime.shutdown_background();
    ended
}

/// Ends when nobody tells of changes any more: a preview that silently stays old would be worse
/// than none.
async fn no_more_changes(mut changes: watch::Receiver<u64>) {
    while changes.changed().await.is_ok() {}
}

/// Looks again at whatever changes, for ever.
fn follow(
    mut watch: Watch,
    mut session: Session,
    desk: &Desk,
    sender: &watch::Sender<u64>,
    news: &Sender<News>,
) {
    while let Some((due, why)) = watch.next() {
        // Nobody hears it when the preview ends.
        let tell = |what| drop(news.send(what));
        if let Some(why) = why {
            tell(News::Polling(why));
        }
        let looked = session.look_again(&due.paths, due.last);
        watch.once_more(looked.doubtful);
        let old = desk.put(Arc::clone(&looked.snapshot));
        sender.send_replace(looked.snapshot.number());
        tell(News::Newest);
        drop(old);
    }
}

/// Tells what is new. Of several looks at the site that were not told yet, the newest is.
fn pass_on(news: &Receiver<News>, desk: &Desk, tell: &impl Fn(Event)) {
    let mut told = 0;
    while let Ok(news) = news.recv() {
        let snapshot = desk.newest();
        if snapshot.number() > told {
            told = snapshot.number();
            tell(Event::Read(snapshot));
        }
        match news {
            News::Newest => {}
            News::Problem(problem) => tell(Event::Problem(problem)),
            News::Polling(why) => tell(Event::Polling(why)),
        }
    }
}

async fn bind(options: &Options) -> io::Result<(TcpListener, SocketAddr)> {
    let mut last = io::Error::from(io::ErrorKind::AddrInUse);
    let ports = match options.port {
        0 => 0..=0,
        first => first..=first.saturating_add(PORTS),
    };
    for port in ports {
        match TcpListener::bind((options.host, port)).await {
            Ok(listener) => {
                let address = listener.local_addr()?;
                return Ok((listener, address));
            }
            Err(error) if error.kind() == io::ErrorKind::AddrNotAvailable => return Err(error),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Ctrl-C, or a system that shuts down.
async fn asked_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// A connection that may be ended to let another in.
struct Open {
    task: AbortHandle,
    busy: Arc<AtomicBool>,
}

async fn accept(
    listener: TcpListener,
    address: SocketAddr,
    desk: Arc<Desk>,
    changes: watch::Receiver<u64>,
) {
    let mut open: Vec<Open> = Vec::new();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // The system has no more files to open, which passes.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        open.retain(|connection| !connection.task.is_finished());
        if open.len() >= CONNECTIONS {
            let is_idle = |connection: &Open| !connection.busy.load(Ordering::Relaxed);
            let at = open.iter().position(is_idle).unwrap_or(0);
            open.remove(at).task.abort();
        }
        let busy = Arc::new(AtomicBool::new(false));
        let door = Door {
            address,
            desk: Arc::clone(&desk),
            changes: changes.clone(),
            busy: Arc::clone(&busy),
        };
        let task = tokio::spawn(connection(stream, door)).abort_handle();
        open.push(Open { task, busy });
    }
}

async fn connection(stream: TcpStream, door: Door) {
    // Small answers are sent at once; where that cannot be set, they are only later.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| door.answer(request));
    // An error here is a browser that has gone away.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(IDLE)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// Where requests come in.
struct Door {
    address: SocketAddr,
    desk: Arc<Desk>,
    changes: watch::Receiver<u64>,
    busy: Arc<AtomicBool>,
}

impl Door {
    async fn answer(&self, request: Request<Incoming>) -> Result<Response<Content>, Infallible> {
        self.busy.store(true, Ordering::Relaxed);
        let refused = guard::admit(request.method(), request.headers(), self.address);
        let path = refused.and_then(|()| guard::path(request.uri().path()));
        let path = match path {
            Ok(path) => path,
            Err(refusal) => return Ok(self.done(refuse(refusal))),
        };
        if path == "_redlist/events" {
            // It stays busy as long as it is open.
            return Ok(with_headers(
                Response::new(self.events()),
                "text/event-stream",
            ));
        }
        let query = request.uri().query().unwrap_or_default().to_owned();
        let desk = Arc::clone(&self.desk);
        let answer = tokio::task::spawn_blocking(move || desk.answer(&path, &query)).await;
        let answer =
            answer.unwrap_or_else(|_| Answer::Broken(b"This page cannot be made.".to_vec()));
        Ok(self.done(respond(answer)))
    }

    fn done(&self, response: Response<Content>) -> Response<Content> {
        self.busy.store(false, Ordering::Relaxed);
        response
    }

    /// Server-sent events: the number of the newest look at the site, now and after each change.
    fn events(&self) -> Content {
        let (sender, events) = mpsc::channel(4);
        let mut changes = self.changes.clone();
        tokio::spawn(async move {
            let mut text = format!("retry: 400\ndata: {}\n\n", *changes.borrow_and_update());
            while sender.send(Bytes::from(text)).await.is_ok() {
                text = match tokio::time::timeout(ALIVE, changes.changed()).await {
                    Ok(Ok(())) => format!("data: {}\n\n", *changes.borrow_and_update()),
                    Ok(Err(_)) => return,
                    Err(_) => ": still here\n\n".to_owned(),
                };
            }
        });
        Content::Events(events)
    }
}

fn refuse(refusal: Refusal) -> Response<Content> {
    let mut response = plain(refusal.status(), refusal.why());
    if refusal == Refusal::Method {
        let allowed = HeaderValue::from_static("GET, HEAD");
        response.headers_mut().insert(ALLOW, allowed);
    }
    response
}

fn plain(status: StatusCode, text: &'static str) -> Response<Content> {
    let mut response = Response::new(Content::Whole(Some(Bytes::from_static(text.as_bytes()))));
    *response.status_mut() = status;
    with_headers(response, "text/plain; charset=utf-8")
}

fn respond(answer: Answer) -> Response<Content> {
    let html = "text/html; charset=utf-8";
    let (status, media_type, bytes) = match answer {
        Answer::File(media_type, bytes) => (StatusCode::OK, media_type, bytes),
        Answer::Missing(bytes) => (StatusCode::NOT_FOUND, html, bytes),
        Answer::Broken(bytes) => (StatusCode::INTERNAL_SERVER_ERROR, html, bytes),
        Answer::Folder(address) => {
            let mut response = plain(StatusCode::FOUND, "");
            if let Ok(address) = HeaderValue::from_str(&address) {
                response.headers_mut().insert(LOCATION, address);
            }
            return response;
        }
    };
    let mut response = Response::new(Content::Whole(Some(Bytes::from(bytes))));
    *response.status_mut() = status;
    with_headers(response, media_type)
}

fn with_headers(mut response: Response<Content>, media_type: &'static str) -> Response<Content> {
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cross-origin-resource-policy", "same-origin"),
        ("referrer-policy", "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// What an answer carries.
enum Content {
    Whole(Option<Bytes>),
    Events(mpsc::Receiver<Bytes>),
}

impl Body for Content {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.get_mut() {
            Self::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Self::Events(events) => {
                let event = events.poll_recv(context);
                event.map(|event| event.map(|bytes| Ok(Frame::data(bytes))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(bytes) => {
                let length = bytes.as_ref().map_or(0, Bytes::len);
                SizeHint::with_exact(u64::try_from(length).unwrap_or(u64::MAX))
            }
            Self::Events(_) => SizeHint::default(),
        }
    }
}
