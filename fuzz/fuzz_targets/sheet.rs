//! The bytes become a spreadsheet or a CSV, which is read as a transcript and as a table of values.
#![no_main]

use absatz::formats::read::ReadOptions;
use absatz_fuzz::{check, inputs};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (name, file) = inputs::sheet(bytes);
    drop(check::transcript(name, &file, &ReadOptions::default()));
    drop(check::values(name, &file));
});
