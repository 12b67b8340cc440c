//! Bytes, code points, graphemes and paragraphs agree with each other on any text.

use absatz::text::paragraphs::{lines, number};
use absatz::text::{CharPos, Span, Text};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zäöüß 👩🏽🌾\u{200d}\u{301}\u{ad}\n\u{2028}שלום🇩🇪]{0,200}",
        "[a-z \n]{0,200}",
    ]
}

proptest! {
    #[test]
    fn code_points_and_bytes(string in any_text(), a in 0_u32..250, b in 0_u32..250) {
        let text = Text::new(string.as_str());
        let chars: Vec<char> = string.chars().collect();
        prop_assert_eq!(text.len() as usize, chars.len());
        let span = Span::new(a, b);
        let (start, end) = ((span.start.0 as usize).min(chars.len()), (span.end.0 as usize).min(chars.len()));
        let expected: String = chars[start..end].iter().collect();
        prop_assert_eq!(text.slice(span), expected.as_str());
        prop_assert_eq!(text.span(text.bytes(span)), Span::new(start as u32, end as u32));
        for (position, (byte, c)) in string.char_indices().enumerate() {
            prop_assert_eq!(text.byte(CharPos(position as u32)), byte);
            for inside in 0..c.len_utf8() {
                prop_assert_eq!(text.pos(byte + inside), CharPos(position as u32));
            }
        }
    }

    #[test]
    fn trimming_and_graphemes(string in any_text(), a in 0_u32..250, b in 0_u32..250) {
        let text = Text::new(string.as_str());
        let span = Span::new(a, b);
        prop_assert_eq!(text.slice(text.trim(span)), text.slice(span).trim());
        let snapped = text.snap(span);
        let boundaries: Vec<usize> =
            string.grapheme_indices(true).map(|(at, _)| at).chain([string.len()]).collect();
        let bytes = text.bytes(snapped);
        prop_assert!(boundaries.contains(&bytes.start) && boundaries.contains(&bytes.end));
        prop_assert!(snapped.start <= span.start && (snapped.end >= span.end || snapped.end.0 == text.len()));
        let mut at = CharPos(0);
        let mut steps = 0;
        while at.0 < text.len() {
            let next = text.next_grapheme(at);
            prop_assert_eq!(text.previous_grapheme(next), at);
            at = next;
            steps += 1;
        }
        prop_assert_eq!(steps, string.graphemes(true).count());
    }

    #[test]
    fn paragraphs_are_the_lines(string in any_text()) {
        let text = Text::new(string.as_str());
        let found: Vec<String> = lines(&text).iter().map(|p| text.slice(p.span).to_owned()).collect();
        prop_assert_eq!(found.join("\n"), string.as_str());
        let numbered = number(lines(&text), Default::default());
        let numbers: Vec<u32> = numbered.iter().filter_map(|p| p.number).collect();
        prop_assert_eq!(numbers.len(), string.split('\n').filter(|line| !line.trim().is_empty()).count());
        prop_assert!(numbers.iter().copied().eq(1..=numbers.len() as u32));
    }
}
