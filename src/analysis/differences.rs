//! Where two coders differ: what the comparison is made for.

use crate::model::codings::Coding;
use crate::model::{CodeId, CoderId, CodingId, DocumentId};
use crate::text::Span;

/// How two coders differ on a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// One coded it, the other did not.
    Missing,
    /// Both coded it, with other codes.
    OtherCode,
    /// The same code with other boundaries.
    OtherBoundary,
}

impl Kind {
    /// As scripts read it; `difference-NAME` is the key of its words.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Missing => "missing",
            Kind::OtherCode => "other-code",
            Kind::OtherBoundary => "other-boundary",
        }
    }
}

/// One coder's side of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side {
    pub coder: CoderId,
    pub coding: CodingId,
    pub code: CodeId,
    pub span: Span,
}

/// A passage that two coders coded differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub document: DocumentId,
    pub kind: Kind,
    /// The two coders.
    pub pair: (CoderId, CoderId),
    /// One coding, or one of each coder's; the first coder's first.
    pub sides: Vec<Side>,
}

impl Difference {
    /// The passage: all that its sides cover.
    pub fn span(&self) -> Span {
        let mut spans = self.sides.iter().map(|side| side.span);
        let first = spans.next().unwrap_or_default();
        spans.fold(first, Span::hull)
    }
}

/// Which differences are wanted; none of a kind means all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Only {
    pub code: Option<CodeId>,
    pub document: Option<DocumentId>,
    pub pair: Option<(CoderId, CoderId)>,
    /// What the first of a pair of coders has where the second has what; none: nothing.
    pub confused: Option<Confused>,
}

/// A cell of the confusion matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Confused {
    pub pair: (CoderId, CoderId),
    pub first: Option<CodeId>,
    pub second: Option<CodeId>,
}

impl Only {
    pub fn holds(&self, difference: &Difference) -> bool {
        let of = |coder| difference.sides.iter().find(|side| side.coder == coder).map(|side| side.code);
        self.code.is_none_or(|code| difference.sides.iter().any(|side| side.code == code))
            && self.document.is_none_or(|document| difference.document == document)
            && self
                .pair
                .is_none_or(|(one, other)| difference.pair == (one, other) || difference.pair == (other, one))
            && self
                .confused
                .is_none_or(|Confused { pair, first, second }| (of(pair.0), of(pair.1)) == (first, second))
    }
}

fn side(coding: &Coding) -> Side {
    Side { coder: coding.coder, coding: coding.id, code: coding.code, span: coding.span }
}

fn shared(one: &Coding, other: &Coding) -> u32 {
    one.span.intersection(other.span).map_or(0, Span::len)
}

/// The differences of two coders in one document, in text order.
///
/// Codings of the same code that touch the same characters belong together, the largest overlap first, each once; with
/// the same span there is no difference. What is left over is paired with what the other has left over of another code
/// where they share more than half of the shorter one; the rest is missing on one side.
pub fn differences(
    document: DocumentId,
    coders: (CoderId, CoderId),
    first: &[Coding],
    second: &[Coding],
) -> Vec<Difference> {
    let (mut of_first, mut of_second) = (vec![false; first.len()], vec![false; second.len()]);
    let mut found = Vec::new();
    let mut pair = |belong: &dyn Fn(&Coding, &Coding) -> bool, kind: Kind| {
        let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
        for (a, one) in first.iter().enumerate().filter(|(a, _)| !of_first[*a]) {
            for (b, other) in second.iter().enumerate().filter(|(b, _)| !of_second[*b]) {
                let overlap = shared(one, other);
                if overlap > 0 && belong(one, other) {
                    pairs.push((overlap, a, b));
                }
            }
        }
        pairs.sort_unstable_by(|x, y| y.0.cmp(&x.0).then(x.1.cmp(&y.1)).then(x.2.cmp(&y.2)));
        for (_, a, b) in pairs {
            if of_first[a] || of_second[b] {
                continue;
            }
            (of_first[a], of_second[b]) = (true, true);
            let (one, other) = (&first[a], &second[b]);
            if one.code != other.code || one.span != other.span {
                found.push(Difference { document, kind, pair: coders, sides: vec![side(one), side(other)] });
            }
        }
    };
    pair(&|one, other| one.code == other.code, Kind::OtherBoundary);
    pair(&|one, other| 2 * shared(one, other) > one.span.len().min(other.span.len()), Kind::OtherCode);
    let alone = first.iter().zip(&of_first).chain(second.iter().zip(&of_second));
    for (coding, _) in alone.filter(|(_, paired)| !**paired) {
        found.push(Difference { document, kind: Kind::Missing, pair: coders, sides: vec![side(coding)] });
    }
    found.sort_by_key(|difference| {
        (difference.span(), difference.sides.first().map(|side| (side.coder, side.coding)))
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coding(id: i64, coder: i64, code: i64, start: u32, end: u32) -> Coding {
        Coding {
            id: CodingId(id),
            uuid: String::new(),
            document: DocumentId(1),
            code: CodeId(code),
            coder: CoderId(coder),
            span: Span::new(start, end),
            weight: None,
            comment: String::new(),
            created: String::new(),
        }
    }

    fn kinds(first: &[Coding], second: &[Coding]) -> Vec<(Kind, Vec<i64>)> {
        let ids = |difference: &Difference| difference.sides.iter().map(|side| side.coding.0).collect();
        differences(DocumentId(1), (CoderId(1), CoderId(2)), first, second)
            .iter()
            .map(|difference| (difference.kind, ids(difference)))
            .collect()
    }

    #[test]
    fn equal_codings_are_no_difference() {
        assert_eq!(kinds(&[coding(1, 1, 7, 0, 10)], &[coding(2, 2, 7, 0, 10)]), []);
    }

    #[test]
    fn each_kind_is_told() {
        let first = [coding(1, 1, 7, 0, 10), coding(2, 1, 7, 20, 30), coding(3, 1, 8, 40, 50)];
        let second = [coding(4, 2, 7, 2, 10), coding(5, 2, 9, 20, 28), coding(6, 2, 9, 60, 70)];
        assert_eq!(
            kinds(&first, &second),
            [
                (Kind::OtherBoundary, vec![1, 4]),
                (Kind::OtherCode, vec![2, 5]),
                (Kind::Missing, vec![3]),
                (Kind::Missing, vec![6]),
            ]
        );
    }

    /// A coding agreed on is not taken for the counterpart of another code.
    #[test]
    fn agreement_comes_first() {
        let first = [coding(1, 1, 7, 0, 10), coding(2, 1, 8, 0, 10)];
        let second = [coding(3, 2, 7, 0, 10)];
        assert_eq!(kinds(&first, &second), [(Kind::Missing, vec![2])]);
    }
}
