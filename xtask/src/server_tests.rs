//! Tests of the server: requests of browsers, and paths that lead out of its folder.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use tempfile::TempDir;

use super::*;

/// Temporary folder of files.
struct ServedFolder(TempDir);

impl ServedFolder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        fs::create_dir(folder.dist()).unwrap();
        let files = [
            ("secret", "secret"),
            ("dist/index.html", "page"),
            ("dist/a.js", "script"),
            ("dist/a.js.br", "small"),
        ];
        for (name, text) in files {
            fs::write(folder.0.path().join(name), text).unwrap();
        }
        folder
    }

    fn dist(&self) -> PathBuf {
        self.0.path().join("dist")
    }
}

fn ask(server: &Server, request: &str) -> String {
    ask_for(server, request, "gzip, br")
}

fn ask_for(server: &Server, request: &str, encodings: &str) -> String {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    write!(
        stream,
        "{request}\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: {encodings}\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_browser_gets_the_small_file_with_its_headers() {
    let folder = ServedFolder::new();
    let server = Server::start(&folder.dist(), 0).unwrap();
    let answer = ask(&server, "GET /a.js?v=1 HTTP/1.1");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    for header in [
        "content-type: text/javascript; charset=utf-8",
        "content-encoding: br",
        "content-length: 5",
        "x-content-type-options: nosniff",
    ] {
        assert!(answer.contains(&format!("{header}\r\n")), "{header} is not in {answer}");
    }
    assert!(answer.ends_with("\r\n\r\nsmall"), "{answer}");
}

#[test]
fn head_tells_the_length_and_sends_nothing() {
    let folder = ServedFolder::new();
    let server = Server::start(&folder.dist(), 0).unwrap();
    let answer = ask(&server, "HEAD / HTTP/1.1");
    assert!(answer.contains("content-length: 4\r\n") && answer.ends_with("\r\n\r\n"), "{answer}");
    assert!(answer.contains("content-security-policy: default-src 'none'"), "{answer}");
}

#[test]
fn every_request_is_noted_until_it_is_forgotten() {
    let folder = ServedFolder::new();
    let server = Server::start(&folder.dist(), 0).unwrap();
    ask(&server, "GET /?lang=en HTTP/1.1");
    ask(&server, "GET /none HTTP/1.1");
    ask(&server, "POST / HTTP/1.1");
    let noted: Vec<_> =
        server.requests().into_iter().map(|request| (request.method, request.path, request.status)).collect();
    let expected = [("GET", "/?lang=en", 200), ("GET", "/none", 404), ("POST", "/", 405)];
    assert_eq!(noted, expected.map(|(method, path, status)| (method.to_owned(), path.to_owned(), status)));
    server.forget_requests();
    assert_eq!(server.requests(), []);
}

#[test]
fn a_path_whose_mark_was_escaped_leads_to_its_fragment() {
    let folder = ServedFolder::new();
    let server = Server::start(&folder.dist(), 0).unwrap();
    for (path, location) in [("/%231.a.b.c", "/#1.a.b.c"), ("/en/%231.a.b.c%2D", "/en/#1.a.b.c%2D")] {
        let answer = ask(&server, &format!("GET {path} HTTP/1.1"));
        assert!(answer.starts_with("HTTP/1.1 307 "), "{answer}");
        assert!(answer.contains(&format!("location: {location}\r\n")), "{answer}");
    }
    for path in ["/?a=%23b", "/a%23b"] {
        assert!(!ask(&server, &format!("GET {path} HTTP/1.1")).contains("location:"), "{path}");
    }
}

#[test]
fn a_host_may_be_set_otherwise_for_some_of_its_files() {
    let folder = ServedFolder::new();
    let server = Server::start(&folder.dist(), 0).unwrap();
    server.amend(".js", Amendment::Header("Content-Type", "text/plain".to_owned()));
    server.amend(".js", Amendment::Header("X-Own", "new".to_owned()));
    server.amend("index", Amendment::Without("Content-Security-Policy"));
    server.amend("index", Amendment::Status(503));
    let script = ask(&server, "GET /a.js?v=1 HTTP/1.1");
    assert!(script.starts_with("HTTP/1.1 200 "), "{script}");
    assert!(script.contains("content-type: text/plain\r\n") && script.contains("x-own: new\r\n"), "{script}");
    assert_eq!(script.matches("content-type:").count(), 1);
    let page = ask(&server, "GET / HTTP/1.1");
    assert!(page.starts_with("HTTP/1.1 503 ") && !page.contains("content-security-policy"), "{page}");
    assert_eq!(server.requests()[1].status, 503);
}

#[test]
fn a_first_script_comes_with_opened_pages_alone() {
    let folder = ServedFolder::new();
    let page = "<html><head><title>a</title></head></html>";
    fs::write(folder.dist().join("index.html"), page).unwrap();
    fs::write(folder.dist().join("index.html.br"), "small").unwrap();
    let server = Server::start(&folder.dist(), 0).unwrap();
    server.amend(".html", Amendment::Head("<i>".to_owned()));
    server.amend("", Amendment::Head("<b>".to_owned()));
    for opener in ["document", "iframe"] {
        let opened = ask(&server, &format!("GET / HTTP/1.1\r\nSec-Fetch-Dest: {opener}"));
        assert!(opened.ends_with("<head><i><b><title>a</title></head></html>"), "{opened}");
        assert!(!opened.contains("content-encoding"), "{opened}");
    }
    assert!(ask(&server, "GET / HTTP/1.1\r\nSec-Fetch-Dest: empty").ends_with("small"));
    assert!(ask_for(&server, "GET / HTTP/1.1", "identity").ends_with(page));
    assert!(ask(&server, "GET /a.js HTTP/1.1\r\nSec-Fetch-Dest: document").ends_with("script"));
}

#[test]
fn a_paused_file_is_answered_when_everything_resumes() {
    let folder = ServedFolder::new();
    let server = Server::start(&folder.dist(), 0).unwrap();
    server.pause(".js");
    assert!(ask(&server, "GET / HTTP/1.1").contains("page"), "another file waits");
    thread::scope(|scope| {
        let asked = scope.spawn(|| ask(&server, "GET /a.js HTTP/1.1"));
        thread::sleep(Duration::from_millis(50));
        assert!(!asked.is_finished(), "a paused file is answered");
        server.resume();
        assert!(asked.join().unwrap().starts_with("HTTP/1.1 200 "));
    });
    assert!(ask(&server, "GET /a.js HTTP/1.1").starts_with("HTTP/1.1 200 "), "it stays paused");
}

/// Sends a request on an open connection, as browsers do, and waits for the head of the answer.
fn ask_and_stay(server: &Server) -> std::io::Result<TcpStream> {
    let mut stream = TcpStream::connect(server.address())?;
    // Only a request that is never answered waits as long as this.
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
    let mut byte = [0];
    stream.read_exact(&mut byte)?;
    Ok(stream)
}

#[test]
fn connections_that_come_together_and_stay_are_all_answered() {
    let folder = ServedFolder::new();
    for round in 0..300 {
        let server = Server::start(&folder.dist(), 0).unwrap();
        let together = std::sync::Barrier::new(8);
        let streams = thread::scope(|scope| {
            let ask = || {
                together.wait();
                ask_and_stay(&server)
            };
            let asking: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
            asking.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
        });
        for stream in streams {
            stream.unwrap_or_else(|error| panic!("no answer in round {round}: {error}"));
        }
    }
}

#[test]
fn a_stopped_server_gives_its_port_back() {
    let folder = ServedFolder::new();
    let server = Server::start(&folder.dist(), 0).unwrap();
    let port = server.address().port();
    assert!(Server::start(&folder.dist(), port).is_err());
    drop(server);
    let is_free = || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err();
    // The listening socket is closed by a thread of its own, right after the drop.
    let mut looks = 0..200;
    assert!(looks.any(|_| is_free() || {
        std::thread::sleep(Duration::from_millis(10));
        false
    }));
}

#[test]
fn a_request_names_a_file_inside_the_folder_or_none() {
    let folder = ServedFolder::new();
    fs::create_dir(folder.dist().join("icons")).unwrap();
    for name in ["icons/index.html", "a b.js"] {
        fs::write(folder.dist().join(name), name).unwrap();
    }
    let server = Server::start(&folder.dist(), 0).unwrap();
    let cases = [
        ("/", Some("page")),
        ("/?lang=fr", Some("page")),
        ("/icons/", Some("icons/index.html")),
        ("/a%20b.js", Some("a b.js")),
        ("/../secret", None),
        ("/icons/../../secret", None),
        ("/%2e%2e/secret", None),
        ("/%2e%2e%2fsecret", None),
        ("//etc/passwd", None),
        ("/..\\secret", None),
        ("/a%00b", None),
        ("/a%zz", None),
        ("/a%2", None),
        ("secret", None),
        ("*", None),
    ];
    for (target, content) in cases {
        let answer = ask(&server, &format!("GET {target} HTTP/1.1"));
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert_eq!(head.starts_with("HTTP/1.1 200 ").then_some(body), content, "{target}: {answer}");
    }
}

#[test]
fn nothing_outside_the_folder_is_ever_sent() {
    let folder = ServedFolder::new();
    let server = Server::start(&folder.dist(), 0).unwrap();
    for target in ["/../secret", "/%2e%2e/secret", "/icons/..%2f..%2fsecret"] {
        let answer = ask(&server, &format!("GET {target} HTTP/1.1"));
        assert!(answer.starts_with("HTTP/1.1 404 "), "{target}: {answer}");
        assert!(answer.ends_with("\r\n\r\nThere is nothing at this address.\n"), "{target}: {answer}");
    }
}

#[test]
fn a_page_for_nothing_found_is_a_page_like_the_others() {
    let folder = ServedFolder::new();
    fs::write(folder.dist().join("404.html"), "nothing").unwrap();
    let server = Server::start(&folder.dist(), 0).unwrap();
    let answer = ask(&server, "GET /none HTTP/1.1");
    assert!(answer.starts_with("HTTP/1.1 404 ") && answer.ends_with("\r\n\r\nnothing"), "{answer}");
    assert!(answer.contains("content-security-policy: "), "{answer}");
}

#[test]
fn only_an_encoding_that_is_accepted_is_sent() {
    let folder = ServedFolder::new();
    let server = Server::start(&folder.dist(), 0).unwrap();
    let cases = [
        ("gzip, deflate, br, zstd", true),
        ("BR;q=0.5", true),
        ("gzip", false),
        ("br;q=0", false),
        ("br;q=nonsense", false),
        ("", false),
    ];
    for (encodings, accepted) in cases {
        let answer = ask_for(&server, "GET /a.js HTTP/1.1", encodings);
        assert!(answer.ends_with(if accepted { "\r\n\r\nsmall" } else { "\r\n\r\nscript" }), "{answer}");
        assert_eq!(answer.contains("content-encoding: br\r\n"), accepted, "{encodings}");
    }
}

#[test]
fn a_preview_adds_its_script_to_pages_and_nothing_to_the_folder() {
    let folder = ServedFolder::new();
    fs::write(folder.dist().join("index.html"), "<body>page</body>").unwrap();
    let live = Arc::new(Live::default());
    let server = Server::start_with(&folder.dist(), 0, Some(Arc::clone(&live))).unwrap();
    assert!(ask(&server, "GET / HTTP/1.1").contains("There is nothing to show yet"));
    live.built();
    let page = ask(&server, "GET /?questionnaire=small HTTP/1.1");
    assert!(page.contains("<script type=\"module\" src=\"/preview.js?built=1\"></script></body>"), "{page}");
    assert!(page.contains("content-security-policy: "), "{page}");
    assert!(ask(&server, "GET /preview.js?built=1 HTTP/1.1").contains("/preview.json?after="));
    assert!(ask(&server, "GET /preview.json?after=-1 HTTP/1.1").ends_with("\"faults\":[]}"));
    let plain = Server::start(&folder.dist(), 0).unwrap();
    assert!(ask(&plain, "GET / HTTP/1.1").ends_with("<body>page</body>"));
    assert!(ask(&plain, "GET /preview.js HTTP/1.1").starts_with("HTTP/1.1 404 "));
}
