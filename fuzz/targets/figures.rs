//! Target [`boussole_fuzz::figures`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| boussole_fuzz::figures::run(data));
