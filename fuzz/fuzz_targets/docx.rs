//! The bytes become one part of a Word file that is otherwise sound: the first byte says which one, and whether they
//! are the whole part or stand in its body.
#![no_main]

use absatz::formats::read::ReadOptions;
use absatz_fuzz::{check, inputs};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, part)) = bytes.split_first() else { return };
    let file = inputs::docx(usize::from(first & 15), first & 128 == 0, part);
    drop(check::transcript("a.docx", &file, &ReadOptions::default()));
});
