//! The day and randomness: what the core must be handed.

use gloo::utils::window;

use boussole_core::link::{Day, ResultId};

/// Milliseconds from 1970 to 1 January 2026.
const EPOCH: f64 = 1_767_225_600_000.0;
const DAY: f64 = 86_400_000.0;

/// Today by the reader's clock and time zone; the first or last day that a link can hold if the clock is
/// far off.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let local = now.get_time() - now.get_timezone_offset() * 60_000.0;
    // A cast from a float saturates.
    Day(((local - EPOCH) / DAY) as u16)
}

/// A result_id for a result. Without a source of randomness all marks are 0: equal results then count once.
pub fn result_id() -> ResultId {
    let mut bytes = [0; 3];
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    ResultId(bytes)
}
