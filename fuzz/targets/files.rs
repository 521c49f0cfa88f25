//! Target [`boussole_fuzz::files`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| boussole_fuzz::files::run(data));
