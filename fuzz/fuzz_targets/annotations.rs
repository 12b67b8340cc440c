//! Segments, annotations and CHAT: the first byte picks the format and the options, the rest is the file.
#![no_main]

use absatz::formats::read::{Cues, ReadOptions};
use absatz_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, file)) = bytes.split_first() else { return };
    let name = ["a.json", "a.eaf", "a.exb", "a.cha", "a.txt", "a.xml", "a", "a.md"][usize::from(first & 7)];
    let mut options = ReadOptions::default();
    options.cues = if first & 8 != 0 { Cues::Separate } else { Cues::Merge };
    options.recognise.labels = first & 16 == 0;
    drop(check::transcript(name, file, &options));
});
