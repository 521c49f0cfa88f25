//! A release on a server of its own, in a copy that a test may add pages to and take files from; and the site of
//! a host, which has pages of its own alone.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use xtask::server::{Amendment, Request, Server};

/// A page without the widget, to reach the origin's storage.
pub const BLANK: &str = "blank.html";

/// The policy that a page is sent with.
const POLICY: &str = "Content-Security-Policy";

/// A served folder: a copy of the release, or a host's pages.
pub struct Site {
    /// None while it can't be reached.
    server: RefCell<Option<Server>>,
    port: u16,
    /// What this machine is called in its address.
    name: &'static str,
    folder: Folder,
}

impl Site {
    /// Copies and serves a release.
    pub fn start(dist: &Path) -> Self {
        let folder = Folder::new("site");
        copy(dist, &folder.0);
        Self::serve(folder, "127.0.0.1")
    }

    /// The site of a host that has nothing yet. Its name makes it another site to a browser, as in life, and its port
    /// another origin even than another host's; its pages have no policy.
    pub fn host() -> Self {
        let site = Self::serve(Folder::new("host"), "localhost");
        site.amend("", Amendment::Without(POLICY));
        site
    }

    /// The same with what stands in a folder, sent with the policy of a release.
    pub fn host_of(files: &Path) -> Self {
        let folder = Folder::new("host");
        copy(files, &folder.0);
        Self::serve(folder, "localhost")
    }

    fn serve(folder: Folder, name: &'static str) -> Self {
        let server = Server::start(&folder.0, 0).expect("a free port can be listened on");
        let port = server.address().port();
        let site = Self { server: RefCell::new(Some(server)), port, name, folder };
        site.write_host(BLANK, "");
        site
    }

    /// The address of a file of it.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url())
    }

    /// Has the server answer otherwise for the files whose name has this part.
    pub fn amend(&self, part: &str, amendment: Amendment) {
        self.server.borrow().as_ref().expect("it can be reached").amend(part, amendment);
    }

    /// Has the pages whose name has this part sent with a policy.
    pub fn set_policy(&self, part: &str, policy: &str) {
        self.amend(part, Amendment::Header(POLICY, policy.to_owned()));
    }

    /// The address of its first page, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}:{}/", self.name, self.port)
    }

    /// Adds a page.
    pub fn write(&self, name: &str, text: &str) {
        self.write_bytes(name, text.as_bytes());
    }

    /// Adds a file, whatever is in it.
    pub fn write_bytes(&self, name: &str, content: &[u8]) {
        let path = self.folder.0.join(name);
        let written =
            fs::create_dir_all(path.parent().unwrap_or(&path)).and_then(|()| fs::write(&path, content));
        written.expect("the served folder can be written to");
    }

    /// Adds a page whose body is this.
    pub fn write_host(&self, name: &str, body: &str) {
        // An icon of its own, or the browser would ask for one that is not there.
        let head = "<meta charset=\"utf-8\"><title>A host page</title><link rel=\"icon\" href=\"data:,\">\
                    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";
        self.write(
            name,
            &format!("<!doctype html><html lang=\"en\"><head>{head}</head><body>{body}</body></html>"),
        );
    }

    /// Takes the files away whose name has this part, of the first folder, or of one that is named before a slash. They
    /// are back once what is returned is dropped.
    #[must_use]
    pub fn without(&self, part: &str) -> Missing {
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
        Missing(moved)
    }

    /// A file of it as text.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Has a file hold another text, without what it was compressed to.
    pub fn rewrite(&self, name: &str, text: &str) {
        self.remove(name);
        self.write(name, text);
    }

    /// Takes a file away for good, with what it was compressed to.
    pub fn remove(&self, name: &str) {
        for name in [name.to_owned(), format!("{name}.br"), format!("{name}.gz")] {
            // Most, but not all, are compressed.
            let _ = fs::remove_file(self.folder.0.join(name));
        }
    }

    /// Can't be reached any more: whoever asks finds nobody at its port. What was asked of it is forgotten, and so is
    /// how it was to answer otherwise.
    pub fn close(&self) {
        self.server.take();
    }

    /// Can be reached again where it was.
    pub fn reopen(&self) {
        let server = Server::start(&self.folder.0, self.port).expect("its port is free again");
        self.server.replace(Some(server));
    }

    /// Every request since the start, or since they were forgotten.
    pub fn requests(&self) -> Vec<Request> {
        self.server.borrow().as_ref().map(Server::requests).unwrap_or_default()
    }

    /// Forgets the requests so far.
    pub fn forget_requests(&self) {
        if let Some(server) = &*self.server.borrow() {
            server.forget_requests();
        }
    }
}

/// Files that were taken away.
pub struct Missing(Vec<(PathBuf, PathBuf)>);

impl Drop for Missing {
    fn drop(&mut self) {
        for (away, path) in &self.0 {
            // The whole copy may be gone already, when a test ends in the middle.
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

/// A folder among the system's temporary ones; it goes when it is dropped.
pub struct Folder(pub PathBuf);

impl Folder {
    /// A new, empty one.
    pub fn new(purpose: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("boussole-{purpose}-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a temporary folder can be made");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that is just ending may still write there: the system clears what stays.
        let _ = fs::remove_dir_all(&self.0);
    }
}
