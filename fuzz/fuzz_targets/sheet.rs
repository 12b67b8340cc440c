//! The bytes become one part of a spreadsheet that is otherwise sound; the first byte says which one.
#![no_main]

use absatz::formats::read::ReadOptions;
use absatz_fuzz::{check, inputs};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    drop(check::transcript("a.xlsx", &inputs::spreadsheet(bytes), &ReadOptions::default()));
});
