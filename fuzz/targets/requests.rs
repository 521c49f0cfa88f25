//! Target [`boussole_fuzz::requests`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| boussole_fuzz::requests::run(data));
