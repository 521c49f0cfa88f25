//! A small server for `dist/` on this machine, with what a real host would send: media types, the
//! precompressed files, the shipped headers. It notes every request, so that tests can prove that
//! there was none too many.

use std::convert::Infallible;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::ACCEPT_ENCODING;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Response};
use hyper_util::rt::TokioIo;
use tokio::sync::oneshot;

use crate::headers::{self, Kind};
use crate::questionnaire::preview::Live;

/// A running server; it stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    log: Log,
    amendments: Amendments,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

type Log = Arc<Mutex<Vec<Request>>>;

/// What another host would send otherwise, each for the files whose name has a part.
type Amendments = Arc<Mutex<Vec<(String, Amendment)>>>;

/// How a host that is set otherwise answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amendment {
    /// With this header, in place of one of the same name.
    Header(&'static str, String),
    /// Without this header.
    Without(&'static str),
    /// With this status.
    Status(u16),
}

/// A request that was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, ...
    pub method: String,
    /// What was asked for, query included, as it was sent.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
}

impl Server {
    /// Serves a folder on this machine only. Port 0 takes any free one.
    pub fn start(root: &Path, port: u16) -> Result<Self> {
        Self::start_with(root, port, None)
    }

    /// The same, with what a preview adds to the pages.
    pub fn start_with(root: &Path, port: u16, live: Option<Arc<Live>>) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("port {port} can't be used"))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        let log = Log::default();
        let amendments = Amendments::default();
        let (stop, stopped) = oneshot::channel();
        let (noted, amended) = (Arc::clone(&log), Arc::clone(&amendments));
        let site = Arc::new(Site { root: root.to_owned(), live, log: noted, amendments: amended });
        let serving = serve(listener, site);
        let thread = thread::spawn(move || {
            // The runtime ends with the thread, and with it every connection that is still open.
            runtime.block_on(async {
                tokio::select! {
                    // It ends by being told to, or by being dropped.
                    _ = stopped => {}
                    () = serving => {}
                }
            });
        });
        Ok(Self { address, log, amendments, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of its first page, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Answers otherwise from now on for the files whose name has this part: what a host with other settings would
    /// send. Of several for one file each acts on what those before it left.
    pub fn amend(&self, part: &str, amendment: Amendment) {
        lock(&self.amendments).push((part.to_owned(), amendment));
    }

    /// Every request since the start, or since they were forgotten.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.log).clone()
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

/// What is served.
struct Site {
    root: PathBuf,
    live: Option<Arc<Live>>,
    log: Log,
    amendments: Amendments,
}

/// Answers every connection in a task of its own: one that a browser keeps open holds up no other.
async fn serve(listener: TcpListener, site: Arc<Site>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    loop {
        // A connection that is gone before it is accepted is no reason to stop.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let site = Arc::clone(&site);
        let service = service_fn(move |request| {
            let site = Arc::clone(&site);
            async move { Ok::<_, Infallible>(site.respond(&request).await) }
        });
        let mut http = http1::Builder::new();
        http.title_case_headers(true);
        // Whoever asked may have gone.
        tokio::spawn(async move { http.serve_connection(TokioIo::new(stream), service).await.ok() });
    }
}

impl Site {
    async fn respond(&self, request: &hyper::Request<Incoming>) -> Response<Full<Bytes>> {
        let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
        let target = request.uri().to_string();
        let mut answer = self.answer(request.method(), &target, accepted.unwrap_or_default()).await;
        let name = file_name(&target).unwrap_or_default();
        let amendments = lock(&self.amendments).clone();
        amendments
            .into_iter()
            .filter(|(part, _)| name.contains(part))
            .for_each(|(_, amendment)| answer.amend(amendment));
        lock(&self.log).push(Request {
            method: request.method().to_string(),
            path: target,
            status: answer.status,
        });
        let mut response =
            Response::builder().status(answer.status).header("Content-Length", answer.body.len());
        for (name, value) in answer.headers {
            response = response.header(name, value);
        }
        // Status and headers are our own, and valid: `headers.rs` and the media types are tested.
        response.body(Full::from(answer.body)).unwrap_or_default()
    }

    async fn answer(&self, method: &Method, target: &str, accepted: &str) -> Answer {
        let Some(live) = &self.live else { return answer(&self.root, method, target, accepted) };
        match live.answer(target).await {
            Some(answer) => answer,
            None => live.amend(answer(&self.root, method, target, accepted)),
        }
    }
}

/// What is sent back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

fn answer(root: &Path, method: &Method, target: &str, accepted: &str) -> Answer {
    if method != Method::GET && method != Method::HEAD {
        let mut answer = Answer::new(405, "text", b"Only GET and HEAD are answered.\n".to_vec());
        answer.header("Allow", "GET, HEAD");
        return answer;
    }
    let found = file_name(target).and_then(|name| Some((load(root, &name, accepted)?, name)));
    let Some(((body, encoding), name)) = found else { return not_found(root) };
    let mut answer = Answer::new(200, &name, body);
    if let Some(encoding) = encoding {
        answer.header("Content-Encoding", encoding);
    }
    answer
}

fn not_found(root: &Path) -> Answer {
    match fs::read(root.join("404.html")) {
        Ok(page) => Answer::new(404, "404.html", page),
        Err(_) => Answer::new(404, "404.txt", b"There is nothing at this address.\n".to_vec()),
    }
}

impl Answer {
    /// A file with the headers that it would have on a host.
    pub fn new(status: u16, name: &str, body: Vec<u8>) -> Self {
        let mut answer = Self { status, headers: Vec::new(), body };
        answer.header("Content-Type", &headers::content_type(name));
        answer.header("Vary", "Accept-Encoding");
        for (name, value) in Kind::of(name).headers() {
            answer.header(name, value);
        }
        answer
    }

    /// The text of a page; none if it is something else.
    pub fn page(&self) -> Option<String> {
        let is_page =
            |(name, value): &(String, String)| name == "Content-Type" && value.starts_with("text/html");
        let is_plain = !self.headers.iter().any(|(name, _)| name == "Content-Encoding");
        let text = || String::from_utf8(self.body.clone()).ok();
        (is_plain && self.headers.iter().any(is_page)).then(text).flatten()
    }

    /// What it holds.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    fn amend(&mut self, amendment: Amendment) {
        match amendment {
            Amendment::Status(status) => self.status = status,
            Amendment::Without(name) => self.headers.retain(|(has, _)| has != name),
            Amendment::Header(name, value) => {
                self.headers.retain(|(has, _)| has != name);
                self.header(name, &value);
            }
        }
    }

    fn header(&mut self, name: &str, value: &str) {
        self.headers.push((name.to_owned(), value.to_owned()));
    }
}

/// The file that a request asks for, relative to the root; none if it points out of there.
fn file_name(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = decode(path.strip_prefix('/')?)?;
    let is_plain = |part| matches!(part, Component::Normal(_));
    if path.contains(['\\', '\0']) || !Path::new(&path).components().all(is_plain) {
        return None;
    }
    Some(if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path })
}

/// Undoes percent-encoding.
fn decode(path: &str) -> Option<String> {
    let mut parts = path.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(part.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

/// A file in the best form that the browser accepts, and which form that is.
fn load(root: &Path, name: &str, accepted: &str) -> Option<(Vec<u8>, Option<&'static str>)> {
    let path: PathBuf = root.join(name);
    if !path.is_file() {
        return None;
    }
    for (encoding, extension) in [("br", "br"), ("gzip", "gz")] {
        if accepts(accepted, encoding)
            && let Ok(bytes) = fs::read(path.with_added_extension(extension))
        {
            return Some((bytes, Some(encoding)));
        }
    }
    fs::read(path).ok().map(|bytes| (bytes, None))
}

/// Whether `Accept-Encoding` names an encoding and does not refuse it with a weight of zero.
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|choice| {
        let (name, weight) = choice.split_once(';').unwrap_or((choice, ""));
        let weight = weight.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse::<f32>);
        name.trim().eq_ignore_ascii_case(encoding) && weight.is_ok_and(|weight| weight > 0.0)
    })
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
