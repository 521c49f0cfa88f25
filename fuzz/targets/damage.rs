//! Target [`boussole_fuzz::damage`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| boussole_fuzz::damage::run(data));
