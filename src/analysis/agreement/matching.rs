//! Segments of two coders that are meant to be the same.

use crate::text::Span;

/// Of what an overlap is a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OverlapOf {
    /// Each segment's own length: asked from both sides, and two segments may give different answers.
    Own,
    Shorter,
    Longer,
    /// What the two cover together.
    #[default]
    Union,
}

impl OverlapOf {
    pub const ALL: [OverlapOf; 4] = [OverlapOf::Own, OverlapOf::Shorter, OverlapOf::Longer, OverlapOf::Union];
    /// As scripts write it.
    pub fn name(self) -> &'static str {
        match self {
            OverlapOf::Own => "own",
            OverlapOf::Shorter => "shorter",
            OverlapOf::Longer => "longer",
            OverlapOf::Union => "union",
        }
    }
    pub fn from_name(name: &str) -> Option<OverlapOf> {
        OverlapOf::ALL.into_iter().find(|of| of.name() == name)
    }
    fn whole(self, own: Span, other: Span) -> u32 {
        match self {
            OverlapOf::Own => own.len(),
            OverlapOf::Shorter => own.len().min(other.len()),
            OverlapOf::Longer => own.len().max(other.len()),
            OverlapOf::Union => own.end.max(other.end).0 - own.start.min(other.start).0,
        }
    }
}

/// When two segments of a code count as the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// In per cent, 1 to 100.
    pub percent: u32,
    pub of: OverlapOf,
}

impl Default for Match {
    fn default() -> Self {
        Match { percent: 90, of: OverlapOf::Union }
    }
}

/// What came of matching one coder's segments of a code with another's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Matched {
    /// Segments with a counterpart; where each side is asked for itself, of both coders.
    pub agreements: u64,
    /// Segments without.
    pub only_first: u64,
    pub only_second: u64,
}

impl Matched {
    pub fn differences(self) -> u64 {
        self.only_first + self.only_second
    }
    pub fn add(&mut self, other: Matched) {
        self.agreements += other.agreements;
        self.only_first += other.only_first;
        self.only_second += other.only_second;
    }
}

impl Match {
    fn holds(self, own: Span, other: Span) -> bool {
        let shared = own.intersection(other).map_or(0, Span::len);
        shared > 0
            && u64::from(shared) * 100 >= u64::from(self.of.whole(own, other)) * u64::from(self.percent)
    }

    /// Compares two coders' segments of one code in one document. Neither coder's segments overlap each other.
    ///
    /// A pair of counterparts is one agreement, each segment has one counterpart at most, and the largest overlaps are
    /// taken first. Where each segment is asked for its own length, both sides' segments are counted, as the two
    /// directions of a code comparison.
    pub fn compare(self, first: &[Span], second: &[Span]) -> Matched {
        if self.of == OverlapOf::Own {
            let found = |own: &[Span], others: &[Span]| {
                own.iter().filter(|own| others.iter().any(|other| self.holds(**own, *other))).count() as u64
            };
            let (one, other) = (found(first, second), found(second, first));
            return Matched {
                agreements: one + other,
                only_first: first.len() as u64 - one,
                only_second: second.len() as u64 - other,
            };
        }
        let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
        for (a, own) in first.iter().enumerate() {
            let fitting = second.iter().enumerate().filter(|(_, other)| self.holds(*own, **other));
            pairs.extend(fitting.map(|(b, other)| (own.intersection(*other).map_or(0, Span::len), a, b)));
        }
        pairs.sort_unstable_by(|one, other| {
            other.0.cmp(&one.0).then(one.1.cmp(&other.1)).then(one.2.cmp(&other.2))
        });
        let (mut taken_first, mut taken_second) = (vec![false; first.len()], vec![false; second.len()]);
        let mut agreements = 0;
        for (_, a, b) in pairs {
            if !taken_first[a] && !taken_second[b] {
                taken_first[a] = true;
                taken_second[b] = true;
                agreements += 1;
            }
        }
        Matched {
            agreements,
            only_first: first.len() as u64 - agreements,
            only_second: second.len() as u64 - agreements,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(list: &[(u32, u32)]) -> Vec<Span> {
        list.iter().map(|(start, end)| Span::new(*start, *end)).collect()
    }

    fn counts(matched: Matched) -> (u64, u64, u64) {
        (matched.agreements, matched.only_first, matched.only_second)
    }

    #[test]
    fn the_denominator_decides() {
        // 80 of 100 and of 80 shared; together 100.
        let (first, second) = (spans(&[(0, 100)]), spans(&[(0, 80)]));
        let at = |percent, of| counts(Match { percent, of }.compare(&first, &second));
        assert_eq!(at(90, OverlapOf::Union), (0, 1, 1));
        assert_eq!(at(80, OverlapOf::Union), (1, 0, 0));
        assert_eq!(at(90, OverlapOf::Shorter), (1, 0, 0));
        assert_eq!(at(90, OverlapOf::Longer), (0, 1, 1));
        // From the second coder's side all of the segment is shared, from the first's 80 %.
        assert_eq!(at(90, OverlapOf::Own), (1, 1, 0));
    }

    #[test]
    fn a_segment_has_one_counterpart() {
        let matched = Match { percent: 10, of: OverlapOf::Shorter }
            .compare(&spans(&[(0, 100)]), &spans(&[(0, 30), (30, 100)]));
        assert_eq!(counts(matched), (1, 0, 1));
    }

    /// The larger overlap is the counterpart, though two smaller ones would leave nobody over.
    #[test]
    fn the_best_pair_is_taken_first() {
        let matched = Match { percent: 1, of: OverlapOf::Union }
            .compare(&spans(&[(0, 20), (20, 60)]), &spans(&[(10, 50), (50, 90)]));
        assert_eq!(counts(matched), (1, 1, 1));
    }
}
