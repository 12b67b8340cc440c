//! The bytes become the content or the styles of an OpenDocument text that is otherwise sound: the first byte says which,
//! and whether they are the whole part or stand in its body.
#![no_main]

use absatz::formats::read::ReadOptions;
use absatz_fuzz::{check, inputs};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, part)) = bytes.split_first() else { return };
    let file = inputs::odt(first & 1 != 0, first & 128 == 0, part);
    drop(check::transcript("a.odt", &file, &ReadOptions::default()));
});
