//! The browser. One module for each thing that is asked of it; the element's shell in `www/element/element.js`
//! calls what is exported here.

mod app_pool;
mod clipboard;
mod clock;
mod download;
mod element;
mod host_api;
mod latest;
mod links;
mod packs;
mod part;
mod parts;
mod picture;
mod print;
#[cfg(feature = "split")]
mod room;
#[cfg(feature = "split")]
mod room_page;
mod share_sheet;
mod storage;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
