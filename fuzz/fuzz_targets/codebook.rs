//! The first byte picks the format, the rest is the codebook.
#![no_main]

use absatz_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, file)) = bytes.split_first() else { return };
    let name = ["a.json", "a.txt", "a.md", "a.csv"][usize::from(first & 3)];
    drop(check::codebook(name, file));
});
