//! The browser. One module for each thing that is asked of it; the element's shell in `www/element.js`
//! calls what is exported here.

mod address;
mod clipboard;
mod element;
mod moment;
mod sheet;
mod storage;
