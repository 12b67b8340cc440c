//! RTF files made to exhaust memory or time.

use absatz::formats::read::{Limits, ReadOptions};

use super::bombs::{read, refused};
use super::check;

fn rtf(piece: &str, times: usize) -> Vec<u8> {
    format!("{{\\rtf1\\ansi I: Ja.\\par {}", piece.repeat(times)).into_bytes()
}

#[test]
fn groups_in_groups() {
    refused("groups.rtf", &rtf("{", 60 << 20), "unpacks to far more");
    refused("notes.rtf", &rtf("{\\footnote x", 100_000), "unpacks to far more");
    read("closed.rtf", &rtf("{\\b x}", 200_000));
    read("ends.rtf", &rtf("}", 1_000_000));
}

/// Fonts, styles and stories cost memory too.
#[test]
fn tables_without_end() {
    let fonts: String = (0..200_000).map(|n| format!("\\f{n}\\fcharset{}", n % 256)).collect();
    read("fonts.rtf", &rtf(&format!("{{\\fonttbl{fonts}}}"), 1));
    let styles: String = (0..100_000).map(|n| format!("{{\\s{n} x;}}")).collect();
    read("styles.rtf", &rtf(&format!("{{\\stylesheet{styles}}}"), 1));
    read("name.rtf", &rtf(&format!("{{\\fonttbl\\f0 {}}}", "x".repeat(2 << 20)), 1));
    refused("marks.rtf", &rtf("\\par", 401_000), "more text than a transcript");
    refused("boxes.rtf", &rtf("{\\shptxt\\par}", 401_000), "more text than a transcript");
    refused("headers.rtf", &rtf("{\\header x\\par}", 401_000), "more text than a transcript");
}

#[test]
fn numbers_that_lie() {
    for piece in [
        "\\bin2147483647 x",
        "\\bin-5 x",
        "\\bin99999999999999999999 x",
        "\\u99999999999 x",
        "\\u-99999999999 x",
        "\\u1114112 x",
        "\\uc2147483647\\u228 x",
        "\\uc-1\\u228 x",
        "\\f-2147483648 x",
        "\\ansicpg-1 x",
        "\\s2147483647\\outlinelevel-3 x",
    ] {
        let draft = check::transcript("a.rtf", &rtf(piece, 1), &ReadOptions::default());
        assert!(draft.is_ok_and(|draft| draft.text.as_str().starts_with("I: Ja.")), "{piece}");
    }
    read("units.rtf", &rtf("\\u-10179?", 200_000));
    let limits = Limits { text: 1_000, ..Limits::default() };
    let letters = ReadOptions { limits, ..ReadOptions::default() };
    assert!(check::transcript("a.rtf", &rtf("\\u228?", 1_000), &letters).is_err());
    read("quotes.rtf", &rtf("\\'", 1_000_000));
}
