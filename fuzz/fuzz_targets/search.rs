//! A query on the first line, the text that is searched below; both modes.
#![no_main]

use absatz::text::Text;
use absatz::text::search::{Mode, compile};
use absatz_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (query, text) = input.split_once('\n').unwrap_or((input, "Über die Straße, „komm doch“ (lacht)."));
    let text = Text::new(text);
    for mode in [Mode::Folded, Mode::Regex] {
        match compile(query, mode) {
            Ok(finder) => {
                let mut last = 0;
                for span in finder.find_in(&text) {
                    check::span(&text, span);
                    assert!(span.start.0 >= last && !span.is_empty(), "in order, not empty");
                    assert!(mode == Mode::Regex || !text.slice(span).contains('\n'));
                    last = span.end.0;
                }
            }
            Err(error) => {
                assert!(mode == Mode::Regex || query.trim().is_empty() || query.len() > 1_000);
                check::words(&error);
            }
        }
    }
    if query.len() < 1_000
        && let Ok(finder) = compile(query, Mode::Folded)
    {
        assert!(finder.is_in(query.trim()), "a text holds itself");
    }
});
