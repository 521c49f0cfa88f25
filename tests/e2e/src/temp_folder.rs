//! Temporary folders.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// Temporary folder, removed when dropped.
pub struct TempFolder(pub PathBuf);

impl TempFolder {
    /// New, empty folder.
    pub fn new(purpose: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("boussole-{purpose}-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a temporary folder can be made");
        Self(path)
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        // An ending browser may still write there; the system clears the rest.
        let _ = fs::remove_dir_all(&self.0);
    }
}
