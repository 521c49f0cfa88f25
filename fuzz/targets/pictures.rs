//! Target [`boussole_fuzz::pictures`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| boussole_fuzz::pictures::run(data));
