//! What the shell calls. Texts come in one by one, as UTF-8 in a place that is asked for; what comes of them is read
//! from where it stands.

use std::cell::RefCell;
use std::mem::take;

use super::{Given, read};
use boussole_authoring::Language;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    static STATE: RefCell<CheckState> = RefCell::default();
}

#[derive(Default)]
struct CheckState {
    place: Vec<u8>,
    texts: Vec<String>,
    given: Given,
    answer: String,
}

impl CheckState {
    fn text(&mut self) -> String {
        self.texts.pop().unwrap_or_default()
    }
}

/// A place for a text of this many bytes.
#[unsafe(no_mangle)]
extern "C" fn place(length: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        state.place = vec![0; length];
        state.place.as_mut_ptr()
    })
}

/// Takes the text that stands in the place.
#[unsafe(no_mangle)]
extern "C" fn text() {
    STATE.with_borrow_mut(|state| {
        let text = String::from_utf8_lossy(&take(&mut state.place)).into_owned();
        state.texts.push(text);
    });
}

/// The texts taken are a locale and the widget's texts in it.
#[unsafe(no_mangle)]
extern "C" fn language() {
    STATE.with_borrow_mut(|state| {
        let mut texts = take(&mut state.texts).into_iter();
        let locale = texts.next().unwrap_or_default();
        // The shell and this module are of one release.
        state.given.languages.extend(Language::from_all(texts).map(|language| (locale, language)));
    });
}

/// The texts taken are the name of a file and what is in it.
#[unsafe(no_mangle)]
extern "C" fn file() {
    STATE.with_borrow_mut(|state| {
        let (text, name) = (state.text(), state.text());
        state.given.files.push((name, text));
    });
}

/// Reads what was given, from the address that is the last text taken. Gives the length of the answer.
#[unsafe(no_mangle)]
extern "C" fn check() -> usize {
    STATE.with_borrow_mut(|state| {
        let given = Given { address: state.text(), ..take(&mut state.given) };
        state.answer = read(given);
        state.answer.len()
    })
}

/// Where the answer stands.
#[unsafe(no_mangle)]
extern "C" fn answer() -> *const u8 {
    STATE.with_borrow(|state| state.answer.as_ptr())
}
