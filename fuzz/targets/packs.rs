//! Target [`boussole_fuzz::packs`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| boussole_fuzz::packs::run(data));
