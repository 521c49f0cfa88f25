//! Changes of answers: those of a host with other settings, and first scripts of tests.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::Response;

/// Start of the head of every page.
const HEAD: &str = "<head>";

/// Change of the answers for some files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amendment {
    /// Adds this header in place of one of the same name.
    Header(&'static str, String),
    /// Removes this header.
    Without(&'static str),
    /// Sets this status.
    Status(u16),
    /// Inserts this at the start of the head of a page that a window or a frame opens. Scripts get the page unchanged: the
    /// worker compares its digest.
    Head(String),
}

impl Amendment {
    /// Changes status and headers.
    pub fn apply(&self, answer: &mut Response) {
        match self {
            Self::Header(name, value) => {
                if let Ok(value) = value.parse() {
                    answer.headers_mut().insert(*name, value);
                }
            }
            Self::Without(name) => drop(answer.headers_mut().remove(*name)),
            Self::Status(status) => *answer.status_mut() = StatusCode::from_u16(*status).unwrap_or_default(),
            // Changes the body: see `with_heads`.
            Self::Head(_) => {}
        }
    }

    /// Whether it changes the body of pages.
    pub fn is_head(&self) -> bool {
        matches!(self, Self::Head(_))
    }
}

/// Whether a window or a frame asks, by the header of Fetch Metadata.
pub fn opens_a_page(request: &Request) -> bool {
    let wanted_by = request.headers().get("sec-fetch-dest");
    wanted_by.is_some_and(|wanted_by| ["document", "iframe", "frame"].iter().any(|each| wanted_by == each))
}

/// Page with what the amendments insert, in their order.
pub async fn with_heads(answer: Response, amendments: &[Amendment]) -> Response {
    let heads: String = amendments.iter().filter_map(head).collect();
    let is_page =
        answer.headers().get(CONTENT_TYPE).is_some_and(|media| media.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return answer;
    }
    let (mut parts, body) = answer.into_parts();
    // Files of a folder can be read, or are shown empty.
    let page = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let page = String::from_utf8_lossy(&page).replacen(HEAD, &format!("{HEAD}{heads}"), 1);
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}

fn head(amendment: &Amendment) -> Option<&str> {
    match amendment {
        Amendment::Head(text) => Some(text),
        _ => None,
    }
}
