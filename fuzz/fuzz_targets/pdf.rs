//! A PDF file. The first byte picks what the rest is: a whole file, a page's content, or the map of its letters.
#![no_main]

use absatz::formats::read::ReadOptions;
use absatz_fuzz::{check, inputs};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let file = match first & 3 {
        0 => inputs::pdf(rest, b""),
        1 => inputs::pdf(b"BT /F 10 Tf 50 150 Td (AB) Tj ET", rest),
        _ => rest.to_vec(),
    };
    drop(check::transcript("a.pdf", &file, &ReadOptions::default()));
});
