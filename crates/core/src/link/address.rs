//! Addresses of links, as they are shared.

/// Address of a page with a fragment.
///
/// A hyphen or an underscore at the end is escaped: linkers of chats and mails take it for punctuation, and drop it.
pub fn address(page: &str, fragment: &str) -> String {
    let (rest, end) = if let Some(rest) = fragment.strip_suffix('_') {
        (rest, "%5F")
    } else if let Some(rest) = fragment.strip_suffix('-') {
        (rest, "%2D")
    } else {
        (fragment, "")
    };
    [page, "#", rest, end].concat()
}
