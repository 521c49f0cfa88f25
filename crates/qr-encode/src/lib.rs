//! The QR code of a text, for a kiosk: a module of WebAssembly by itself, which `www/kiosk/qr-encode.js` loads.

#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, reason = "names of exported functions")]
mod exports;
