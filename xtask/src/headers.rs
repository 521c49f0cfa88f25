//! The HTTP headers that ship with a release, defined once for every host: the files `_headers` (Netlify,
//! Cloudflare Pages) and `nginx.conf` in `dist/`, and the local server, so that tests run under them.

use std::collections::BTreeSet;

use crate::release::fingerprint::is_in as is_fingerprinted;
use crate::release::worker::NAME as WORKER;

/// Policy of pages: no inline script or style, requests to their own host alone.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; manifest-src 'self'; \
     worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// Policy of the service worker: files of its own host alone.
const WORKER_POLICY: &str = "default-src 'none'; connect-src 'self'";

/// Browser features closed to every page: no assessment needs them.
const PERMISSIONS_POLICY: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), \
     gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

/// Features of the organiser's page, whose camera reads QR codes.
const ROOM_PERMISSIONS: &str = "accelerometer=(), camera=(self), display-capture=(), geolocation=(), \
     gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

/// The organiser's page.
const ROOM: &str = "room/index.html";

/// The page for frames.
const FRAME: &str = "frame/index.html";

/// Headers that a page with `Cross-Origin-Embedder-Policy` asks of a frame from another origin. All that the page for
/// frames loads is of its own origin.
const FOR_FRAMES: [Header; 3] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// Name and value of a header.
pub type Header = (&'static str, &'static str);

/// Use of a file, which decides on its headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// A page of its own.
    Page,
    /// The organiser's page, the only one with a camera.
    Room,
    /// The page for frames, which hosts with `Cross-Origin-Embedder-Policy` embed too.
    Frame,
    /// A file whose name changes with its contents.
    Fingerprinted,
    /// The service worker of the stand-alone page.
    Worker,
    /// Any other file: the loader, pictures.
    Other,
}

impl FileKind {
    /// Kind of a file by its name.
    pub fn of(name: &str) -> Self {
        if name == ROOM {
            Self::Room
        } else if name == FRAME {
            Self::Frame
        } else if name.ends_with(".html") {
            Self::Page
        } else if name == WORKER {
            Self::Worker
        } else if is_fingerprinted(name) {
            Self::Fingerprinted
        } else {
            Self::Other
        }
    }

    /// Headers of this kind beyond those of all files.
    fn own(self) -> Vec<Header> {
        // Pages of other hosts embed the widget.
        let for_other_hosts =
            [("Access-Control-Allow-Origin", "*"), ("Cross-Origin-Resource-Policy", "cross-origin")];
        let (caching, others): (_, &[Header]) = match self {
            Self::Page | Self::Room => ("no-cache", &[("Content-Security-Policy", CONTENT_SECURITY_POLICY)]),
            Self::Frame => ("no-cache", &FOR_FRAMES),
            Self::Worker => ("no-cache", &[("Content-Security-Policy", WORKER_POLICY)]),
            Self::Fingerprinted => ("public, max-age=31536000, immutable", &for_other_hosts),
            Self::Other => ("no-cache", &for_other_hosts),
        };
        let mut headers = vec![("Cache-Control", caching)];
        headers.extend_from_slice(others);
        headers.push((
            "Permissions-Policy",
            if self == Self::Room { ROOM_PERMISSIONS } else { PERMISSIONS_POLICY },
        ));
        headers
    }

    /// All headers of this kind.
    pub fn headers(self) -> Vec<Header> {
        let mut headers = COMMON.to_vec();
        headers.extend(self.own());
        headers
    }
}

const COMMON: [Header; 2] = [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")];

/// The media types of all files that a release may hold, by extension.
pub const MEDIA_TYPES: [(&str, &str); 13] = [
    ("css", "text/css"),
    ("html", "text/html"),
    ("ico", "image/x-icon"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("zip", "application/zip"),
];

/// The value of `Content-Type` for a file.
pub fn content_type(name: &str) -> String {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match MEDIA_TYPES.iter().find(|(known, _)| *known == extension) {
        Some((_, media)) if media.starts_with("text/") => format!("{media}; charset=utf-8"),
        Some((_, media)) => (*media).to_owned(),
        None => "application/octet-stream".to_owned(),
    }
}

/// Number of rules of `_headers` that Cloudflare Pages reads.
pub const MAX_RULES: usize = 100;

/// Number of rules in a file `_headers`.
pub fn rules_in(text: &str) -> usize {
    text.lines().filter(|line| line.starts_with('/')).count()
}

/// The file `_headers`. Its rules add up, so each header of a file stands in one rule only.
pub fn for_static_hosts<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<_> = names.collect();
    let paths: BTreeSet<_> = names.iter().map(|name| (path(name, &names), FileKind::of(name))).collect();
    let mut text = rule("/*", &COMMON);
    for (path, kind) in paths {
        // A page is also found under the address of its folder.
        if let Some(folder) = path.strip_suffix("index.html").filter(|folder| folder.ends_with('/')) {
            text += &rule(folder, &kind.own());
        }
        text += &rule(&path, &kind.own());
    }
    text
}

/// Path of a rule for a file: the pattern of its extension, or else of its folder, where all of its files are of one kind.
fn path(name: &str, names: &[&str]) -> String {
    let extension = |name: &str| name.rsplit_once('.').map(|(_, extension)| extension.to_owned());
    // No extension stands in the address of a folder, under which its page is found too.
    let has_pattern = |name: &str| {
        !name.ends_with(".html")
            && are_alike(names.iter().filter(|other| extension(other) == extension(name)))
    };
    if has_pattern(name)
        && let Some(extension) = extension(name)
    {
        return format!("/*.{extension}");
    }
    if let Some((folder, _)) = name.rsplit_once('/') {
        let mut within = names.iter().filter(|other| other.starts_with(&format!("{folder}/")));
        if are_alike(within.clone()) && !within.any(|other| has_pattern(other)) {
            return format!("/{folder}/*");
        }
    }
    format!("/{name}")
}

/// Whether there are several files, and all of one kind.
fn are_alike<'a>(names: impl Iterator<Item = &'a &'a str>) -> bool {
    let kinds: Vec<_> = names.map(|name| FileKind::of(name)).collect();
    kinds.len() > 1 && kinds.iter().all(|kind| *kind == kinds[0])
}

fn rule(path: &str, headers: &[Header]) -> String {
    let lines: String = headers.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("{path}\n{lines}")
}

/// A snippet for nginx. A `location` with headers inherits none, so each has all of its own.
pub fn for_nginx() -> String {
    let types: String =
        MEDIA_TYPES.iter().map(|(extension, media)| format!("    {media} {extension};\n")).collect();
    let location = |path: &str, kind: FileKind| {
        let headers = kind.headers();
        let lines: String = headers
            .iter()
            .map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n"))
            .collect();
        format!("location {path} {{\n{lines}}}\n")
    };
    format!(
        "# To be included in the `server` block whose `root` is this folder.\n\
         index index.html;\n\
         charset utf-8;\n\
         charset_types text/css text/javascript text/plain;\n\
         types {{\n{types}}}\n\
         error_page 404 /404.html;\n\
         gzip_static on;\n\
         gzip_vary on;\n\
         # With the module ngx_brotli, which sends a fifth less:\n\
         # brotli_static on;\n\
         # A link whose # was escaped on its way is led to its fragment.\n\
         if ($uri ~ \"^(.*/)#(.+)$\") {{ return 302 $1#$2; }}\n\
         {}{}{}{}{}{}",
        location("/", FileKind::Other),
        location(&format!("= /{WORKER}"), FileKind::Worker),
        location("= /room/index.html", FileKind::Room),
        location("= /frame/index.html", FileKind::Frame),
        location("~ \\.html$", FileKind::Page),
        location("~ \"-[0-9a-f]{8}\\.[a-z0-9]+$\"", FileKind::Fingerprinted),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(name: &str, header: &str) -> Option<&'static str> {
        FileKind::of(name).headers().into_iter().find(|(known, _)| *known == header).map(|(_, value)| value)
    }

    #[test]
    fn a_name_that_changes_with_its_contents_is_kept_for_ever_and_no_other() {
        let for_ever = Some("public, max-age=31536000, immutable");
        let cases = [
            ("app-0123abcd.js", for_ever),
            ("boussole.js", Some("no-cache")),
            ("worker.js", Some("no-cache")),
            ("index.html", Some("no-cache")),
            ("icons/compass.svg", Some("no-cache")),
        ];
        for (name, caching) in cases {
            assert_eq!(value(name, "Cache-Control"), caching, "{name}");
        }
    }

    #[test]
    fn pages_have_a_policy_without_any_unsafe_source_but_wasm() {
        let policy = value("index.html", "Content-Security-Policy").unwrap();
        assert_eq!(policy.matches("unsafe").count(), policy.matches("'wasm-unsafe-eval'").count());
        assert!(policy.starts_with("default-src 'none';") && !policy.contains("  "), "{policy}");
        assert_eq!(value("boussole.js", "Access-Control-Allow-Origin"), Some("*"));
        assert_eq!(value("index.html", "Access-Control-Allow-Origin"), None);
        assert_eq!(
            value("worker.js", "Content-Security-Policy"),
            Some("default-src 'none'; connect-src 'self'")
        );
    }

    #[test]
    fn only_the_organisers_page_may_use_a_camera() {
        let may = |name| value(name, "Permissions-Policy").unwrap().contains("camera=(self)");
        assert!(may("room/index.html"));
        assert!(
            ["index.html", "embed/index.html", "room.js", "worker.js"].into_iter().all(|name| !may(name))
        );
        let hosted = for_static_hosts(["room/index.html"].into_iter());
        assert!(hosted.starts_with("/*\n") && hosted.matches("camera=(self)").count() == 2, "{hosted}");
    }

    #[test]
    fn rules_for_static_hosts_are_fewer_than_files() {
        let names = [
            "a-0123abcd.js",
            "b-0123abcd.json",
            "boussole.js",
            "c-0123abcd.json",
            "cover/a.png",
            "cover/b.png",
            "icon-0123abcd.png",
            "index.html",
            "oembed/a.json",
            "paper/a.html",
            "paper/b.html",
            "room/index.html",
            "x-0123abcd.wasm",
            "y-0123abcd.wasm",
        ];
        let text = for_static_hosts(names.into_iter());
        let paths: Vec<_> = text.lines().filter(|line| line.starts_with('/')).collect();
        let expected = [
            "/*",
            "/*.wasm",
            "/a-0123abcd.js",
            "/b-0123abcd.json",
            "/boussole.js",
            "/c-0123abcd.json",
            "/cover/*",
            "/icon-0123abcd.png",
            "/",
            "/index.html",
            "/oembed/a.json",
            "/paper/*",
            "/room/",
            "/room/index.html",
        ];
        assert_eq!(paths, expected);
    }

    #[test]
    fn the_page_for_frames_goes_into_pages_that_are_isolated() {
        assert_eq!(value("frame/index.html", "Cross-Origin-Embedder-Policy"), Some("require-corp"));
        assert_eq!(value("frame/index.html", "Cross-Origin-Resource-Policy"), Some("cross-origin"));
        assert_eq!(value("index.html", "Cross-Origin-Resource-Policy"), None);
    }

    #[test]
    fn each_file_has_a_rule_for_static_hosts_and_no_header_comes_twice() {
        let text = for_static_hosts(["app-0123abcd.js", "embed/index.html", "index.html"].into_iter());
        let paths: Vec<_> = text.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(paths, ["/*", "/app-0123abcd.js", "/embed/", "/embed/index.html", "/", "/index.html"]);
        assert_eq!((text.matches("X-Content-Type-Options").count(), rules_in(&text)), (1, 6));
    }

    #[test]
    fn nginx_sends_every_header_from_every_location() {
        let text = for_nginx();
        assert_eq!(text.matches("add_header X-Content-Type-Options \"nosniff\" always;").count(), 6);
        assert_eq!(text.matches("add_header Content-Security-Policy").count(), 4);
        assert!(text.contains("    application/wasm wasm;\n"));
    }

    #[test]
    fn text_says_its_encoding() {
        let cases = [
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.wasm", "application/wasm"),
            ("a.unknown", "application/octet-stream"),
            ("_headers", "application/octet-stream"),
        ];
        for (name, expected) in cases {
            assert_eq!(content_type(name), expected);
        }
    }
}
