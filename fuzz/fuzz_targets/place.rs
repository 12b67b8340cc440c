//! A place as typed on the first line, the text that it is looked up in below.
#![no_main]

use absatz::text::citations::{Pattern, compare_labels};
use absatz::text::paragraphs::{Numbering, lines, number};
use absatz::text::{Text, places};
use absatz_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (typed, text) = input.split_once('\n').unwrap_or((input, "eins zwei\n\ndrei"));
    let text = Text::new(text);
    let all = number(lines(&text), Numbering::default());
    let example = Pattern::from_example(typed);
    if let Some(pattern) = &example {
        drop(pattern.cite("5", 9, 10));
    }
    for pattern in [Pattern::default(), example.unwrap_or_default()] {
        match places::parse(typed, &pattern) {
            Ok(place) => {
                assert!(
                    !place.label.is_empty() && !place.label.contains(|c| places::NOT_IN_LABELS.contains(c))
                );
                assert!(places::same_label(&place.label, &place.label));
                assert!(compare_labels(&place.label, &place.label).is_eq());
                match places::resolve(&place.part, &place.label, &text, &all) {
                    Ok(span) => check::span(&text, span),
                    Err(error) => check::words(&error),
                }
            }
            Err(error) => {
                assert!(error.hint.is_some());
                check::words(&error);
            }
        }
    }
});
