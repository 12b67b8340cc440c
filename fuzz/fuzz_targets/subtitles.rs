//! Subtitles, so that the fuzzer need not find the first line.
#![no_main]

use absatz::formats::read::{Cues, ReadOptions};
use absatz_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let start: &[u8] = match first & 3 {
        0 => b"WEBVTT\n\n00:01.000 --> 00:02.000\n",
        1 => b"1\n00:00:01,000 --> 00:00:02,500\n",
        2 => b"WEBVTT\nKind: captions\n\n00:01.000 --> 00:02.000\n<00:01.200><c> a</c>\n",
        _ => b"",
    };
    let name = if first & 4 == 0 { "a.vtt" } else { "a.srt" };
    let mut options = ReadOptions::default();
    options.cues = if first & 8 != 0 { Cues::Separate } else { Cues::Merge };
    options.recognise.strip_labels = first & 16 != 0;
    options.recognise.strip_times = first & 32 != 0;
    drop(check::transcript(name, &[start, rest].concat(), &options));
});
