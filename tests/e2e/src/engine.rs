//! Browser engine of a test: Chromium, unless the test runs within another one.

use std::cell::Cell;

thread_local! {
    static CURRENT: Cell<Engine> = const { Cell::new(Engine::Chromium) };
}

/// Family of browsers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, each test in a browser of its own.
    Chromium,
    /// Firefox, one window for all tests.
    Firefox,
    /// WebKitGTK, one window for all tests.
    WebKit,
}

impl Engine {
    /// Engine of this test, which has a thread of its own.
    pub fn current() -> Self {
        CURRENT.get()
    }

    /// Runs a test of Chromium in this engine.
    pub fn run(self, test: fn()) {
        let _restored = Restored(CURRENT.replace(self));
        test();
    }
}

/// Engine of before, which comes back at the end of a test, even of a failed one.
struct Restored(Engine);

impl Drop for Restored {
    fn drop(&mut self) {
        CURRENT.set(self.0);
    }
}
