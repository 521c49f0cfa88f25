//! Answers of the local server, with the headers of a host.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderValue, LAST_MODIFIED, VARY};
use axum::response::{IntoResponse, Response};

use crate::headers::{self, FileKind};

/// File with the headers of a host.
pub fn file(status: StatusCode, name: &str, body: impl Into<Body>) -> Response {
    with_headers((status, body.into()).into_response(), name)
}

/// Answer with the headers of a host for a file.
pub fn with_headers(mut answer: Response, name: &str) -> Response {
    let headers = answer.headers_mut();
    // Two releases within a second would count as the same.
    headers.remove(LAST_MODIFIED);
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Ok(media) = HeaderValue::try_from(headers::content_type(name)) {
        headers.insert(CONTENT_TYPE, media);
    }
    for (name, value) in FileKind::of(name).headers() {
        headers.insert(name, HeaderValue::from_static(value));
    }
    answer
}
