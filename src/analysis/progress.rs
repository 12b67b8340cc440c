//! How far the coding is.

use crate::text::Span;

/// How many of these paragraphs share a code point with one of these codings. Both in text order.
///
/// Codings are stored without white space at their ends, so sharing a code point is sharing one that is not space.
pub fn coded_paragraphs(paragraphs: &[Span], codings: &[Span]) -> u32 {
    let mut coded = 0;
    let mut next = 0;
    // The furthest end of all codings that start before the paragraph's end.
    let mut reach = 0;
    for paragraph in paragraphs {
        while let Some(coding) = codings.get(next).filter(|coding| coding.start < paragraph.end) {
            reach = reach.max(coding.end.0);
            next += 1;
        }
        coded += u32::from(reach > paragraph.start.0);
    }
    coded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn equals_brute_force(cuts in prop::collection::btree_set(0u32..200, 0..20),
                              codings in prop::collection::vec((0u32..200, 1u32..40), 0..20)) {
            let cuts: Vec<u32> = cuts.into_iter().collect();
            let paragraphs: Vec<Span> =
                cuts.windows(2).map(|w| Span::new(w[0], w[1] - 1)).filter(|span| !span.is_empty()).collect();
            let mut codings: Vec<Span> = codings.into_iter().map(|(at, len)| Span::new(at, at + len)).collect();
            codings.sort();
            let expected = paragraphs.iter().filter(|p| codings.iter().any(|c| c.overlaps(**p))).count() as u32;
            prop_assert_eq!(coded_paragraphs(&paragraphs, &codings), expected);
        }
    }
}
