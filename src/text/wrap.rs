//! Wrapping by words (UAX 14) and graphemes to a width of terminal cells.
//!
//! Rows are spans of code points that cover the text exactly. White space at the end of a row hangs over the edge and
//! is not counted; a grapheme is never broken; U+2028 and other mandatory breaks end a row.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{CharPos, Span};

/// Terminal cells that a grapheme takes. A tab and other control characters are drawn as one space; U+2028 as nothing.
pub fn cells(grapheme: &str) -> usize {
    match grapheme {
        "\u{2028}" | "\u{2029}" | "\n" | "\r\n" => 0,
        _ if grapheme.contains(char::is_control) => 1,
        _ => UnicodeWidthStr::width(grapheme),
    }
}

/// Terminal cells that a text takes.
pub fn width(text: &str) -> usize {
    text.graphemes(true).map(cells).sum()
}

/// The rows of `text`, which begins at `base` in its document. At least one row, even for an empty text.
pub fn rows(text: &str, base: CharPos, width: usize) -> Vec<Span> {
    let width = width.max(1);
    let mut breaks = linebreaks(text).peekable();
    let mut rows = Vec::new();
    // Code points: where the row starts, where we are, the last chance to break, and the cells since these.
    let (mut start, mut at, mut chance) = (base.0, base.0, None::<u32>);
    let (mut used, mut since, mut hanging) = (0, 0, 0);
    let mut push = |from: u32, to: u32| rows.push(Span::new(from, to));
    for (byte, grapheme) in text.grapheme_indices(true) {
        let size = cells(grapheme);
        let space =
            grapheme.chars().all(char::is_whitespace) && grapheme != "\u{A0}" && grapheme != "\u{202F}";
        if !space && used + hanging + size > width && at > start {
            match chance.filter(|&chance| chance > start) {
                Some(chance) => {
                    push(start, chance);
                    start = chance;
                    // `since` counts from the chance, with the spaces inside.
                    used = since;
                    if used + hanging + size > width && at > start {
                        push(start, at);
                        start = at;
                        (used, hanging) = (0, 0);
                    }
                }
                None => {
                    push(start, at);
                    start = at;
                    (used, hanging) = (0, 0);
                }
            }
            chance = None;
            since = used;
        }
        if space {
            hanging += size;
        } else {
            used += hanging + size;
            since += hanging + size;
            hanging = 0;
        }
        at += grapheme.chars().count() as u32;
        let end = byte + grapheme.len();
        while let Some(&(place, kind)) = breaks.peek() {
            if place > end {
                break;
            }
            breaks.next();
            if place < end || end == text.len() {
                continue;
            }
            match kind {
                BreakOpportunity::Mandatory => {
                    push(start, at);
                    start = at;
                    (used, since, hanging, chance) = (0, 0, 0, None);
                }
                BreakOpportunity::Allowed => {
                    chance = Some(at);
                    since = 0;
                    // Spaces before the chance stay on the row before.
                    used += hanging;
                    hanging = 0;
                }
            }
        }
    }
    push(start, at);
    rows
}

/// A text cut to a width, with `…` where something is left out.
pub fn cut(text: &str, width: usize) -> String {
    if self::width(text) <= width {
        return text.chars().map(|c| if c.is_control() || c == '\u{2028}' { ' ' } else { c }).collect();
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let size = cells(grapheme);
        if used + size + 1 > width {
            break;
        }
        used += size;
        if grapheme.contains(char::is_control) || grapheme == "\u{2028}" {
            out.push(' ');
        } else {
            out.push_str(grapheme);
        }
    }
    if width > 0 {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Text;

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        let whole = Text::new(text);
        rows(text, CharPos(0), width).into_iter().map(|row| whole.slice(row).to_owned()).collect()
    }

    #[test]
    fn breaks_between_words() {
        assert_eq!(wrapped("eins zwei drei", 9), ["eins zwei ", "drei"]);
        assert_eq!(wrapped("eins zwei drei", 8), ["eins ", "zwei ", "drei"]);
        assert_eq!(wrapped("", 8), [""]);
        assert_eq!(wrapped("Donaudampfschiff fährt", 6), ["Donaud", "ampfsc", "hiff ", "fährt"]);
        assert_eq!(wrapped("a bbbbbbbbbb c", 4), ["a ", "bbbb", "bbbb", "bb c"]);
    }

    #[test]
    fn soft_break_forces_a_row() {
        assert_eq!(wrapped("ein\u{2028}zwei", 20), ["ein\u{2028}", "zwei"]);
        assert_eq!(wrapped("ein\u{2028}", 20), ["ein\u{2028}"]);
    }

    #[test]
    fn wide_and_combining_stay_whole() {
        assert_eq!(wrapped("家族家族", 3), ["家", "族", "家", "族"]);
        assert_eq!(wrapped("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
        assert_eq!(wrapped("👩‍👩‍👧 ☺️", 2), ["👩‍👩‍👧 ", "☺️"]);
        assert_eq!(cut("Verwaltungsdigitalisierung", 8), "Verwalt…");
        assert_eq!(cut("kurz", 8), "kurz");
    }

    proptest! {
        #[test]
        fn rows_cover_the_text_and_fit(
            text in r"([a-zäß]{1,9}|[ \t]{1,3}|[家族👩‍👧é☺️]|-|\u{A0}|\u{2028}|e\u{301}|\u{200D}){0,60}",
            width in 1usize..30,
            base in 0u32..100,
        ) {
            let whole = Text::new(format!("{}{text}", "x".repeat(base as usize)));
            let rows = rows(&text, CharPos(base), width);
            prop_assert!(!rows.is_empty());
            prop_assert_eq!(rows[0].start.0, base);
            prop_assert_eq!(rows[rows.len() - 1].end.0, whole.len());
            for pair in rows.windows(2) {
                prop_assert_eq!(pair[0].end, pair[1].start);
                prop_assert!(!pair[0].is_empty());
            }
            let mut boundaries: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            boundaries.push(text.len());
            for row in &rows {
                let words = whole.slice(*row);
                let start = whole.byte(row.start) - base as usize;
                prop_assert!(boundaries.contains(&start));
                let seen = words.trim_end_matches(|c: char| c.is_whitespace() && c != '\u{A0}');
                prop_assert!(super::width(seen) <= width || seen.graphemes(true).count() == 1,
                    "{words:?} wider than {width}");
            }
        }
    }
}
