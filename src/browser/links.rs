//! Links in texts: a part of the program reads those that are not exact.

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::part::part;
use boussole_core::link::{self, Vocabulary};

/// The functions of that part.
#[derive(Clone, Copy)]
pub struct LinkReader {
    /// See [`link::mend`].
    pub mend: fn(&str) -> Option<String>,
    /// See [`link::find_with`].
    pub find: fn(&str, Vocabulary) -> Vec<String>,
}

part!(links: LinkReader = LinkReader { mend: link::mend, find: link::find_with });

/// Hands over what a fragment is meant as: see [`link::mend`]. Without that part it stays as it is.
pub fn mended(fragment: String, done: Callback<String>) {
    // Exact fragments need no more of the program.
    if link::is_exact(&fragment) {
        return done.emit(fragment);
    }
    with_reader(Callback::from(move |reader: Option<LinkReader>| {
        let meant = reader.and_then(|reader| (reader.mend)(&fragment));
        done.emit(meant.unwrap_or_else(|| fragment.clone()));
    }));
}

/// Hands over the links of a vocabulary in a text, one a line: see [`link::find`]. Without that part they are the exact ones.
pub fn find(text: String, vocabulary: Vocabulary, done: Callback<String>) {
    with_reader(Callback::from(move |reader: Option<LinkReader>| {
        let links = match reader {
            Some(reader) => (reader.find)(&text, vocabulary),
            None => link::exact_in(&text),
        };
        done.emit(links.join("\n"));
    }));
}

/// Calls back behind all texts that were handed to [`find`] before.
#[cfg(feature = "split")]
pub fn behind(done: Callback<()>) {
    with_reader(done.reform(|_| ()));
}

/// Hands over the part, or nothing where it can't be fetched.
fn with_reader(done: Callback<Option<LinkReader>>) {
    spawn_local(async move { done.emit(links().await.ok()) });
}
