//! A page, or the piece of HTML in an oTranscribe file when the bytes begin with `o`.
#![no_main]

use absatz::formats::read::ReadOptions;
use absatz_fuzz::{check, inputs};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let options = ReadOptions::default();
    drop(match bytes.strip_prefix(b"o") {
        Some(html) => check::transcript("a.otr", &inputs::otr(html), &options),
        None => check::transcript("a.html", bytes, &options),
    });
});
