//! Target [`boussole_fuzz::shelves`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| boussole_fuzz::shelves::run(data));
