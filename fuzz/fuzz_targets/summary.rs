#![no_main]
//! Any text is read without failing.

use libfuzzer_sys::fuzz_target;
use ninjahire_calls::assessment::parse_summary;

fuzz_target!(|raw: &str| {
    let read = parse_summary(raw);
    for problem in &read.problems {
        assert!(problem.found.len() <= 64);
    }
});
