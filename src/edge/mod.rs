//! The browser. One module for each thing that is asked of it; the element's shell in `www/element.js`
//! calls what is exported here.

mod address;
mod clipboard;
mod download;
mod element;
#[cfg(feature = "split")]
mod hall;
mod host;
mod moment;
mod paper;
mod part;
mod picture;
mod sheet;
mod stand;
mod storage;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
