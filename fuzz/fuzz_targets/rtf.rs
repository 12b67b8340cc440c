//! What stands in an RTF file. The first byte picks a start: none, a font table, or styles.
#![no_main]

use absatz::formats::read::ReadOptions;
use absatz_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let start: &[u8] = match first & 3 {
        0 => b"{\\rtf1{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset128 B;}{\\f2\\fcharset2 Symbol;}}",
        1 => b"{\\rtf1{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}\\pard\\s1 ",
        2 => b"{\\rtf1 ",
        _ => b"",
    };
    drop(check::transcript("a.rtf", &[start, rest].concat(), &ReadOptions::default()));
});
