//! The QR code of a text, for a kiosk: a module of WebAssembly by itself, which `www/kiosk/qr-encode.js` loads.
//!
//! A text comes in as UTF-8 in a place that is asked for; what comes of it is read from where it stands.

use std::cell::RefCell;

use boussole_qr_code::{Qr, qr};

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    static PLACE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static DRAWN: RefCell<Option<Qr>> = const { RefCell::new(None) };
}

/// A place for a text of this many bytes.
#[unsafe(no_mangle)]
extern "C" fn place(length: usize) -> *mut u8 {
    PLACE.with_borrow_mut(|place| {
        *place = vec![0; length];
        place.as_mut_ptr()
    })
}

/// Draws the code of the text that stands in the place, for a screen. Gives its width in modules, with the quiet zone; 0 where the
/// text is too long.
#[unsafe(no_mangle)]
extern "C" fn draw() -> i32 {
    let text = String::from_utf8_lossy(&PLACE.take()).into_owned();
    DRAWN.with_borrow_mut(|drawn| {
        *drawn = qr(&text);
        drawn.as_ref().map_or(0, |code| code.size)
    })
}

/// Length of the path that draws the dark modules, in bytes.
#[unsafe(no_mangle)]
extern "C" fn length() -> usize {
    DRAWN.with_borrow(|drawn| drawn.as_ref().map_or(0, |code| code.path.len()))
}

/// Where that stands.
#[unsafe(no_mangle)]
extern "C" fn path() -> *const u8 {
    DRAWN.with_borrow(|drawn| drawn.as_ref().map_or(std::ptr::null(), |code| code.path.as_ptr()))
}
