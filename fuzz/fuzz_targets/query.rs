//! A query as typed: it is read or refused with a place and a way out, and is written as it is read.
#![no_main]

use absatz::analysis::query::parse;
use absatz::analysis::query::words::{Vocabulary, complete};
use absatz_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|typed: &str| {
    let length = typed.chars().count();
    match parse::parse(typed) {
        Ok(query) => {
            let written = query.to_string();
            assert_eq!(parse::parse(&written), Ok(query), "{written}");
        }
        Err(fault) => {
            assert!(fault.at.start <= length && fault.at.start < fault.at.end, "{fault:?}");
            assert!(!fault.hint.is_empty());
            check::words(&fault.error());
        }
    }
    drop(parse::condition(typed));
    let known = Vocabulary { codes: vec!["A/B c".into()], ..Vocabulary::default() };
    for offer in complete(typed, length, &known) {
        assert!(offer.from <= length);
    }
});
