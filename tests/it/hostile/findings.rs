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
