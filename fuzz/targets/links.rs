//! Target [`boussole_fuzz::links`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| boussole_fuzz::links::run(data));
