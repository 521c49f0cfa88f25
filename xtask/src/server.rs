//! Local server for `dist/` with the media types, precompressed files and headers of a real host. A log of all requests
//! lets tests prove that there was none too many.

mod amendment;

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{self, State};
use axum::http::StatusCode;
use axum::http::header::ACCEPT_ENCODING;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::any;
use axum::serve::ListenerExt;
use tokio::sync::{oneshot, watch};
use tower_http::services::ServeDir;

use crate::answer::{file, with_headers};
use crate::questionnaire::preview::live::Live;
pub use amendment::Amendment;

/// Running server; a drop stops it.
pub struct Server {
    address: SocketAddr,
    log: Log,
    amendments: Amendments,
    pauses: Pauses,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

type Log = Arc<Mutex<Vec<Request>>>;

/// Amendments, each for the files whose name contains its text.
type Amendments = Arc<Mutex<Vec<(String, Amendment)>>>;

/// Names of files whose answers wait.
type Pauses = Arc<watch::Sender<Vec<String>>>;

/// Answered request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, ...
    pub method: String,
    /// Target as sent, with its query.
    pub path: String,
    /// Status of the answer.
    pub status: u16,
}

impl Server {
    /// Serves a folder on this machine only. Port 0 takes any free one.
    pub fn start(root: &Path, port: u16) -> Result<Self> {
        Self::start_with(root, port, None)
    }

    /// Serves a folder with the additions of a preview.
    pub fn start_with(root: &Path, port: u16, live: Option<Arc<Live>>) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("port {port} can't be used"))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        let log = Log::default();
        let amendments = Amendments::default();
        let pauses = Pauses::default();
        let (stop, stopped) = oneshot::channel();
        let site = Arc::new(Site {
            root: root.to_owned(),
            live,
            log: Arc::clone(&log),
            amendments: Arc::clone(&amendments),
            pauses: Arc::clone(&pauses),
        });
        let serving = serve(listener, site);
        let thread = thread::spawn(move || {
            // The runtime ends with the thread, and with it every connection that is still open.
            runtime.block_on(async {
                tokio::select! {
                    // A message or the drop of the sender ends it.
                    _ = stopped => {}
                    () = serving => {}
                }
            });
        });
        Ok(Self { address, log, amendments, pauses, stop: Some(stop), thread: Some(thread) })
    }

    /// Address of the listening socket.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of its first page, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Amends the answers for files whose name contains `part` from now on. Several amendments of one file apply in
    /// their order.
    pub fn amend(&self, part: &str, amendment: Amendment) {
        lock(&self.amendments).push((part.to_owned(), amendment));
    }

    /// Answers requests for files whose name contains `part` no sooner than [`Self::resume`] is called.
    pub fn pause(&self, part: &str) {
        self.pauses.send_modify(|parts| parts.push(part.to_owned()));
    }

    /// Answers what waits, and everything from now on.
    pub fn resume(&self) {
        self.pauses.send_modify(Vec::clear);
    }

    /// Every request since the start, or since they were forgotten.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.log).clone()
    }

    /// Takes the requests so far out of the log.
    pub fn take_requests(&self) -> Vec<Request> {
        std::mem::take(&mut lock(&self.log))
    }

    /// Forgets the requests so far.
    pub fn forget_requests(&self) {
        lock(&self.log).clear();
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Server {
    fn drop(&mut self) {
        // Dropping the sender tells the thread to stop.
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing left to stop.
            let _ = thread.join();
        }
    }
}

/// Served folder with its log and amendments.
struct Site {
    root: PathBuf,
    live: Option<Arc<Live>>,
    log: Log,
    amendments: Amendments,
    pauses: Pauses,
}

async fn serve(listener: TcpListener, site: Arc<Site>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    // Head and body are sent apart: the body must not wait for the confirmation of the head.
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    let not_found = any(not_found).with_state(Arc::clone(&site));
    let files = ServeDir::new(&site.root).precompressed_br().precompressed_gzip().fallback(not_found);
    let answers = Router::new().fallback_service(files).layer(from_fn_with_state(site, respond));
    // The end of the runtime ends it.
    drop(axum::serve(listener, answers).await);
}

/// Adds headers and amendments to the answer of the folder, and notes the request.
async fn respond(State(site): State<Arc<Site>>, mut request: extract::Request, next: Next) -> Response {
    let (method, path) = (request.method().to_string(), request.uri().to_string());
    let name = file_name(request.uri().path());
    let moved = with_fragment(&path);
    let has_heads =
        amendment::opens_a_page(&request) && amendments_of(&site, &name).iter().any(Amendment::is_head);
    if has_heads {
        // A compressed page can't be amended.
        request.headers_mut().remove(ACCEPT_ENCODING);
    }
    // The server, which holds the sender, lives longer than this wait.
    let _ = site.pauses.subscribe().wait_for(|parts| !parts.iter().any(|part| name.contains(part))).await;
    let answer = async {
        if let Some(moved) = moved {
            return Redirect::temporary(&moved).into_response();
        }
        let answer = next.run(request).await;
        if answer.status().is_success() { with_headers(answer, &name) } else { answer }
    };
    let mut answer = match &site.live {
        Some(live) => live.respond(&path, answer).await,
        None => answer.await,
    };
    let amendments = amendments_of(&site, &name);
    for amendment in &amendments {
        amendment.apply(&mut answer);
    }
    if has_heads {
        answer = amendment::with_heads(answer, &amendments).await;
    }
    lock(&site.log).push(Request { method, path, status: answer.status().as_u16() });
    answer
}

fn amendments_of(site: &Site, name: &str) -> Vec<Amendment> {
    let amendments = lock(&site.amendments);
    amendments
        .iter()
        .filter(|(part, _)| name.contains(part))
        .map(|(_, amendment)| amendment.clone())
        .collect()
}

/// Address of a path whose `#` was escaped on the way, as hosts are told to answer it: docs/result-link.md.
fn with_fragment(path: &str) -> Option<String> {
    let (page, fragment) = path.split_once("%23")?;
    (page.ends_with('/') && !page.contains('?')).then(|| format!("{page}#{fragment}"))
}

async fn not_found(State(site): State<Arc<Site>>) -> Response {
    match fs::read(site.root.join("404.html")) {
        Ok(page) => file(StatusCode::NOT_FOUND, "404.html", page),
        Err(_) => file(StatusCode::NOT_FOUND, "404.txt", "There is nothing at this address.\n"),
    }
}

/// File of a path, relative to the root; a folder stands for its page.
fn file_name(path: &str) -> String {
    let name = path.trim_start_matches('/');
    if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() }
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
