//! The whole product in a real browser: what the tests in `tests/` and the screenshots stand on.
//!
//! The modules stand in the order in which a test needs them: the [`environment`] that it is given, the
//! [`site`] that serves a release, the [`driver`] of the browser (a [`guarded`] process), the [`browser`] that [`watch`]es what
//! goes wrong, the [`stage`] that puts these together and takes them away, the [`widget`] as a reader
//! sees it, the [`downloads`] that it gives, a [`wordpress`] to embed it into, what is [`known`] of the right result, and two judges: [`axe`] of
//! accessibility, [`picture`] of what is to be seen; and [`paper`] reads what is printed.

pub mod environment;

pub mod driver;
pub mod guarded;
pub mod site;

pub mod browser;
pub mod watch;

pub mod downloads;
pub mod stage;
pub mod widget;
pub mod wordpress;

pub mod known;

pub mod axe;
pub mod paper;
pub mod picture;

use std::time::Duration;

/// How long something may take to become true. Generous, since it is only ever used up by a fault.
pub const LIMIT: Duration = Duration::from_secs(15);

/// How often it is looked at meanwhile.
pub const PAUSE: Duration = Duration::from_millis(20);
