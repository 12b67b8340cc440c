//! What hostile files once did, each once.

use std::time::{Duration, Instant};

use absatz::formats::read::ReadOptions;
use absatz::model::draft::Draft;

use super::{check, inputs};

fn sound(name: &str, text: &str) -> Draft {
    check::transcript(name, text.as_bytes(), &ReadOptions::default()).unwrap()
}

#[test]
fn the_last_paragraph_number_has_none_after_it() {
    use absatz::text::citations::Pattern;
    use absatz::text::places::parse;
    let error = parse("5:4294967295f.", &Pattern::default()).unwrap_err();
    assert!(error.hint.is_some());
    assert!(parse("5:4294967294f.", &Pattern::default()).is_ok());
}

/// Symbols by number and raw NUL would have put NUL, CR and newlines into the text.
#[test]
fn control_characters_of_word_files() {
    let symbol = |code: &str| format!("<w:sym w:font=\"x\" w:char=\"{code}\"/>");
    for odd in [&symbol("0000"), &symbol("000D"), &symbol("A"), "<w:t>\0&#0;&#13;&#10;</w:t>"] {
        let body = format!("<w:p><w:r><w:t>a</w:t>{odd}<w:t>b</w:t></w:r></w:p>");
        let read = check::transcript("a.docx", &inputs::docx(0, true, body.as_bytes()), &ReadOptions::default());
        assert!(read.is_ok_and(|draft| draft.paragraphs.len() == 1), "{odd}");
    }
}

#[test]
fn no_paragraph_ends_before_it_begins() {
    let cue = sound("a.srt", "1\n00:00:10,000 --> 00:00:05,000\nJa.\n");
    assert_eq!((cue.paragraphs[0].time, cue.paragraphs[0].end_time), (Some(10_000), None));
    let typed = sound("a.txt", "I: [00:10:00] Wie? [00:05:00]\nB: [00:11:00] Gut. [00:12:00]\nI: Ja.");
    assert_eq!((typed.paragraphs[0].time, typed.paragraphs[0].end_time), (Some(600_000), None));
    assert_eq!(typed.paragraphs[1].end_time, Some(720_000));
}
