//! QR codes in a picture, as a module of WebAssembly by itself, for browsers without a reader: `www/room/qr-decode.js` loads it.

#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, reason = "names of exported functions")]
mod exports;
