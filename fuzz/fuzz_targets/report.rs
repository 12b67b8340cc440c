//! A written report: the first byte picks what the rest becomes (Markdown, plain text, a page, or the body of a Word or
//! OpenDocument file that is otherwise sound). What is read is checked against a small study.
#![no_main]

use absatz_fuzz::{check, inputs};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    drop(match first % 5 {
        0 => check::report("a.md", rest),
        1 => check::report("a.txt", rest),
        2 => check::report("a.html", rest),
        3 => check::report("a.docx", &inputs::docx(usize::from(first & 1), true, rest)),
        _ => check::report("a.odt", &inputs::odt(false, true, rest)),
    });
});
