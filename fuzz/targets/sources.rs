//! Target [`boussole_fuzz::sources`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| boussole_fuzz::sources::run(data));
