//! QR codes in a picture, as a module of WebAssembly by itself (feature `scan`), for browsers that can't read them:
//! `www/room/qr-decode.js` calls it. A picture that it can't cope with is a trap, after which the shell starts it anew.

use std::cell::RefCell;

use crate::texts;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    static STATE: RefCell<DecoderState> = const { RefCell::new(DecoderState { width: 0, grey: vec![], answer: String::new() }) };
}

struct DecoderState {
    width: usize,
    /// Brightness of each pixel, row by row.
    grey: Vec<u8>,
    answer: String,
}

/// A place for a picture of this size, a byte a pixel.
#[unsafe(no_mangle)]
extern "C" fn place(width: usize, height: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        state.width = width.max(1);
        state.grey.clear();
        state.grey.resize(state.width * height, 0);
        state.grey.as_mut_ptr()
    })
}

/// Reads the picture in the place. Gives the length of the answer: what the codes say, one a line.
#[unsafe(no_mangle)]
extern "C" fn scan() -> usize {
    STATE.with_borrow_mut(|state| {
        let DecoderState { width, grey, answer } = state;
        let said: Vec<_> = texts(*width, grey).iter().map(|text| text.replace('\n', " ")).collect();
        *answer = said.join("\n");
        answer.len()
    })
}

/// Where the answer stands.
#[unsafe(no_mangle)]
extern "C" fn answer() -> *const u8 {
    STATE.with_borrow(|state| state.answer.as_ptr())
}
