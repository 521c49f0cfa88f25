//! Target [`boussole_fuzz::search`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| boussole_fuzz::search::run(data));
