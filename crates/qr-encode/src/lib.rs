//! The QR code of a text, for pages that have no widget: a module of WebAssembly by itself, which `www/shared/qr-encode.js` loads.

#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, reason = "names of exported functions")]
mod exports;
