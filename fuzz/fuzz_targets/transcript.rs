//! The first byte picks the file's name and the options, the rest is the file.
#![no_main]

use absatz::formats::read::{Cues, ReadOptions};
use absatz_fuzz::{check, inputs};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, file)) = bytes.split_first() else { return };
    let name = inputs::NAMES[usize::from(first & 15) % inputs::NAMES.len()];
    let mut options = ReadOptions::default();
    options.recognise.strip_labels = first & 16 != 0;
    options.recognise.strip_times = first & 32 != 0;
    options.recognise.numbering.empty_lines = first & 64 != 0;
    options.cues = if first & 128 != 0 { Cues::Separate } else { Cues::Merge };
    drop(check::transcript(name, file, &options));
});
