//! Served folders: a copy of the release that a test may change, and the sites of hosts.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::{Path, PathBuf};

use xtask::server::{Amendment, Request, Server};

use crate::page_monitor::ConsoleMessage;
use crate::page_monitor::first_script::{self, LOG};
use crate::temp_folder::TempFolder;

/// Page without a widget, to reach the storage of the origin.
pub const BLANK: &str = "blank.html";

/// Header of the page's policy.
const POLICY: &str = "Content-Security-Policy";

/// Served folder: a copy of the release, or the pages of a host.
pub struct TestSite {
    /// None while closed.
    server: RefCell<Option<Server>>,
    port: u16,
    /// Host name of the address.
    name: &'static str,
    folder: TempFolder,
    has_first_script: Cell<bool>,
    requests: RefCell<Vec<Request>>,
    messages: RefCell<Vec<ConsoleMessage>>,
}

impl TestSite {
    /// Serves a copy of a release.
    pub fn start(dist: &Path) -> Self {
        let folder = TempFolder::new("site");
        copy(dist, &folder.0);
        Self::serve(folder, "127.0.0.1")
    }

    /// Empty site of a host. Its host name makes it cross-site, and its port a separate origin.
    /// Its pages have no policy.
    pub fn host() -> Self {
        let site = Self::serve(TempFolder::new("host"), "localhost");
        site.amend("", Amendment::Without(POLICY));
        site
    }

    /// Site of a host with the files of a folder, sent with the policy of a release.
    pub fn host_with_files(files: &Path) -> Self {
        let folder = TempFolder::new("host");
        copy(files, &folder.0);
        Self::serve(folder, "localhost")
    }

    fn serve(folder: TempFolder, name: &'static str) -> Self {
        let server = Server::start(&folder.0, 0).expect("a free port can be listened on");
        let port = server.address().port();
        let site = Self {
            server: RefCell::new(Some(server)),
            port,
            name,
            folder,
            has_first_script: Cell::default(),
            requests: RefCell::default(),
            messages: RefCell::default(),
        };
        site.write_host(BLANK, "");
        site
    }

    /// Address of a file.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url())
    }

    /// Changes the response for files whose name contains a text.
    pub fn amend(&self, part: &str, amendment: Amendment) {
        self.server.borrow().as_ref().expect("it can be reached").amend(part, amendment);
    }

    /// Sets the policy of pages whose name contains a text.
    pub fn set_policy(&self, part: &str, policy: &str) {
        self.amend(part, Amendment::Header(POLICY, policy.to_owned()));
    }

    /// Address of the site, with a final slash.
    pub fn url(&self) -> String {
        format!("http://{}:{}/", self.name, self.port)
    }

    /// Served folder.
    pub fn folder(&self) -> &Path {
        &self.folder.0
    }

    /// Writes a text file.
    pub fn write(&self, name: &str, text: &str) {
        self.write_bytes(name, text.as_bytes());
    }

    /// Writes a file.
    pub fn write_bytes(&self, name: &str, content: &[u8]) {
        let path = self.folder.0.join(name);
        let written =
            fs::create_dir_all(path.parent().unwrap_or(&path)).and_then(|()| fs::write(&path, content));
        written.expect("the served folder can be written to");
    }

    /// Writes an HTML page with a body.
    pub fn write_host(&self, name: &str, body: &str) {
        // Inline icon: the browser would request a missing one.
        let head = "<meta charset=\"utf-8\"><title>A host page</title><link rel=\"icon\" href=\"data:,\">\
                    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";
        self.write(
            name,
            &format!("<!doctype html><html lang=\"en\"><head>{head}</head><body>{body}</body></html>"),
        );
    }

    /// Hides the files of a folder whose name contains a text: `text`, or `folder/text`.
    /// Dropping the returned value restores them.
    #[must_use]
    pub fn hide_files(&self, part: &str) -> HiddenFiles {
        let (folder, part) = part.rsplit_once('/').unwrap_or(("", part));
        let moved: Vec<_> = entries(&self.folder.0.join(folder))
            .into_iter()
            .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains(part)))
            .map(|path| (path.with_added_extension("away"), path))
            .collect();
        assert!(!moved.is_empty(), "the release has no file named {part}");
        for (away, path) in &moved {
            fs::rename(path, away).expect("a file of the copy can be renamed");
        }
        HiddenFiles(moved)
    }

    /// Text of a file.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Replaces a file, without compressed variants.
    pub fn rewrite(&self, name: &str, text: &str) {
        self.remove(name);
        self.write(name, text);
    }

    /// Removes a file with its compressed variants.
    pub fn remove(&self, name: &str) {
        for name in [name.to_owned(), format!("{name}.br"), format!("{name}.gz")] {
            // Not every file has compressed variants.
            let _ = fs::remove_file(self.folder.0.join(name));
        }
    }

    /// Puts a script before all scripts of the pages that are opened from now on, unless their policy forbids it.
    pub fn set_first_script(&self, script: &str) {
        self.write(first_script::FILE, script);
        if !self.has_first_script.replace(true) {
            self.amend("", Amendment::Head(first_script::element()));
        }
    }

    /// Lets requests for files whose name contains a text wait, until [`Self::resume`].
    pub fn pause(&self, part: &str) {
        self.server.borrow().as_ref().expect("it can be reached").pause(part);
    }

    /// Answers all waiting requests.
    pub fn resume(&self) {
        if let Some(server) = &*self.server.borrow() {
            server.resume();
        }
    }

    /// Stops the server. Amendments are lost.
    pub fn close(&self) {
        self.sort_log();
        self.server.take();
    }

    /// Starts the server again on the same port.
    pub fn reopen(&self) {
        let server = Server::start(&self.folder.0, self.port).expect("its port is free again");
        self.server.replace(Some(server));
        if self.has_first_script.get() {
            self.amend("", Amendment::Head(first_script::element()));
        }
    }

    /// Closes or reopens the site, unless that has been done.
    pub fn set_reachable(&self, reachable: bool) {
        let is_open = self.server.borrow().is_some();
        match reachable {
            true if !is_open => self.reopen(),
            false if is_open => self.close(),
            _ => {}
        }
    }

    /// Requests since the start or the last [`Self::forget_requests`].
    pub fn requests(&self) -> Vec<Request> {
        self.sort_log();
        self.requests.borrow().clone()
    }

    /// Clears the recorded requests.
    pub fn forget_requests(&self) {
        self.sort_log();
        self.requests.borrow_mut().clear();
    }

    /// Messages that first scripts sent, and refused requests; each is given once.
    pub fn take_messages(&self) -> Vec<ConsoleMessage> {
        self.sort_log();
        self.messages.take()
    }

    /// Moves the server's log to requests and messages.
    fn sort_log(&self) {
        let log = self.server.borrow().as_ref().map(Server::take_requests).unwrap_or_default();
        for request in log {
            if let Some(sent) = request.path.strip_prefix(LOG) {
                self.messages.borrow_mut().extend(first_script::message(sent));
            } else if !request.path.starts_with(first_script::PREFIX) {
                if request.status >= 400 {
                    let text =
                        format!("{} {}", request.status, self.address(request.path.trim_start_matches('/')));
                    self.messages.borrow_mut().push(ConsoleMessage::Error(text));
                }
                self.requests.borrow_mut().push(request);
            }
        }
    }
}

/// Hidden files, restored when dropped.
pub struct HiddenFiles(Vec<(PathBuf, PathBuf)>);

impl Drop for HiddenFiles {
    fn drop(&mut self) {
        for (away, path) in &self.0 {
            // The copy may be removed already, at the end of a failed test.
            let _ = fs::rename(away, path);
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the copy can be made");
    for path in entries(from) {
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file of the release can be copied");
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    entries.map(|entry| entry.expect("the folder can be read").path()).collect()
}
