//! The QR code of a text, for pages that have no widget: a module of WebAssembly by itself, which `www/code.js` loads.

#[cfg(target_arch = "wasm32")]
mod exports;
