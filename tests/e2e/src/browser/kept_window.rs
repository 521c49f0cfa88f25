//! Window of a kept browser.

use std::cell::Cell;
use std::path::PathBuf;
use std::rc::Rc;

use crate::page_monitor::Sites;

/// Window of a kept browser, for one test.
pub struct KeptWindow {
    /// Sites of the test.
    pub sites: Rc<Sites>,
    /// Folder of downloads.
    pub downloads: PathBuf,
    /// Whether no page is waited for after it opens.
    pub is_eager: bool,
    /// Whether clicks go into a frame.
    pub is_in_frame: Cell<bool>,
}

/// Address without its fragment.
pub fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}
