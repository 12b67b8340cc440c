//! Judgements as distinct patterns with their frequency.

use std::collections::HashMap;

/// What several coders said of the same units: one of `categories` declared categories each, or nothing where a coder
/// did not judge the unit. "Judged, no code" is a category, not a missing judgement.
///
/// Units with the same judgements are kept once with their number, in the order of the judgements: the order of units
/// makes no difference to anything computed from here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratings {
    coders: usize,
    categories: usize,
    /// `coders` judgements a pattern; `NONE`: not judged.
    patterns: Vec<u32>,
    frequencies: Vec<u64>,
}

const NONE: u32 = u32::MAX;

/// Patterns up to this number are counted in an array, more in a map.
const DENSE: usize = 1 << 16;

impl Ratings {
    /// `judgements` holds `coders` judgements a unit, one unit after the other: the number of a category below
    /// `categories`, or none. Categories beyond that, and units that nobody judged, are left out.
    pub fn new(
        coders: usize,
        categories: usize,
        judgements: impl IntoIterator<Item = Option<u32>>,
    ) -> Ratings {
        let mut count = Counter::new(coders, categories);
        let mut unit = Vec::with_capacity(coders);
        for judgement in judgements {
            unit.push(judgement.filter(|category| (*category as usize) < categories).unwrap_or(NONE));
            if unit.len() == coders {
                count.add(&unit, 1);
                unit.clear();
            }
        }
        count.ratings()
    }

    /// Patterns that stand for several units each.
    pub fn weighted(
        coders: usize,
        categories: usize,
        patterns: impl IntoIterator<Item = (Vec<Option<u32>>, u64)>,
    ) -> Ratings {
        let mut count = Counter::new(coders, categories);
        for (pattern, frequency) in patterns {
            if pattern.len() == coders && frequency > 0 {
                let known = |judgement: &Option<u32>| {
                    judgement.filter(|category| (*category as usize) < categories).unwrap_or(NONE)
                };
                count.add(&pattern.iter().map(known).collect::<Vec<u32>>(), frequency);
            }
        }
        count.ratings()
    }

    /// Several documents' ratings as one; none where they do not fit together.
    pub fn join<'a>(all: impl IntoIterator<Item = &'a Ratings>) -> Option<Ratings> {
        let mut all = all.into_iter().peekable();
        let first = all.peek()?;
        let mut count = Counter::new(first.coders, first.categories);
        for ratings in all {
            if (ratings.coders, ratings.categories) != (count.coders, count.categories) {
                return None;
            }
            for (pattern, frequency) in ratings.iter() {
                count.add(pattern, frequency);
            }
        }
        Some(count.ratings())
    }

    pub fn coders(&self) -> usize {
        self.coders
    }
    /// Declared, whether used or not.
    pub fn categories(&self) -> usize {
        self.categories
    }
    /// Units that somebody judged.
    pub fn units(&self) -> u64 {
        self.frequencies.iter().sum()
    }

    /// The judgements of every pattern and its frequency.
    fn iter(&self) -> impl Iterator<Item = (&[u32], u64)> {
        self.patterns.chunks(self.coders.max(1)).zip(self.frequencies.iter().copied())
    }

    /// Every pattern as (coder, category) of those who judged, with its frequency.
    pub(super) fn judged(&self) -> impl Iterator<Item = (Vec<(usize, usize)>, u64)> {
        self.iter().map(|(pattern, frequency)| {
            let judged = pattern.iter().enumerate().filter(|(_, category)| **category != NONE);
            (judged.map(|(coder, category)| (coder, *category as usize)).collect(), frequency)
        })
    }

    fn map(&self, coders: usize, categories: usize, change: impl Fn(&[u32]) -> Option<Vec<u32>>) -> Ratings {
        let mut count = Counter::new(coders, categories);
        for (pattern, frequency) in self.iter() {
            if let Some(changed) = change(pattern) {
                count.add(&changed, frequency);
            }
        }
        count.ratings()
    }

    /// Of two coders, by their position.
    pub fn pair(&self, first: usize, second: usize) -> Ratings {
        self.map(2, self.categories, |pattern| Some(vec![*pattern.get(first)?, *pattern.get(second)?]))
    }

    /// The same judgements among `coders`: the first coder here is the one at `places[0]` there, and so on. Who is not
    /// named has judged nothing.
    pub fn spread(&self, coders: usize, places: &[usize]) -> Ratings {
        self.map(coders, self.categories, |pattern| {
            let mut wider = vec![NONE; coders];
            for (place, category) in places.iter().zip(pattern) {
                *wider.get_mut(*place)? = *category;
            }
            Some(wider)
        })
    }

    /// Only units that all judged.
    pub fn complete(&self) -> Ratings {
        self.map(self.coders, self.categories, |pattern| (!pattern.contains(&NONE)).then(|| pattern.to_vec()))
    }

    /// One category against all others: 1 and 0.
    pub fn against_rest(&self, category: u32) -> Ratings {
        self.map(self.coders, 2, |pattern| {
            let one = |found: &u32| if *found == NONE { NONE } else { u32::from(*found == category) };
            Some(pattern.iter().map(one).collect())
        })
    }
}

/// Counts patterns: in an array by a number made of the judgements while there can be few, else in a map.
struct Counter {
    coders: usize,
    categories: usize,
    dense: Option<Vec<u64>>,
    sparse: HashMap<Vec<u32>, u64>,
}

impl Counter {
    fn new(coders: usize, categories: usize) -> Counter {
        let possible = u32::try_from(coders).ok().and_then(|coders| (categories + 1).checked_pow(coders));
        let dense = possible.filter(|possible| *possible <= DENSE).map(|possible| vec![0; possible]);
        Counter { coders, categories, dense, sparse: HashMap::new() }
    }

    fn add(&mut self, pattern: &[u32], frequency: u64) {
        if pattern.iter().all(|category| *category == NONE) {
            return;
        }
        let base = self.categories + 1;
        let digit = |category: &u32| if *category == NONE { self.categories } else { *category as usize };
        match &mut self.dense {
            Some(dense) => {
                let number = pattern.iter().fold(0, |number, category| number * base + digit(category));
                if let Some(slot) = dense.get_mut(number) {
                    *slot += frequency;
                }
            }
            None => *self.sparse.entry(pattern.to_vec()).or_default() += frequency,
        }
    }

    fn ratings(self) -> Ratings {
        let (coders, categories) = (self.coders, self.categories);
        let mut found: Vec<(Vec<u32>, u64)> = self.sparse.into_iter().collect();
        for (number, frequency) in self.dense.unwrap_or_default().into_iter().enumerate() {
            if frequency > 0 {
                let mut pattern = vec![NONE; coders];
                let mut rest = number;
                for slot in pattern.iter_mut().rev() {
                    let category = rest % (categories + 1);
                    rest /= categories + 1;
                    *slot = u32::try_from(category).ok().filter(|_| category < categories).unwrap_or(NONE);
                }
                found.push((pattern, frequency));
            }
        }
        found.sort_unstable();
        let frequencies = found.iter().map(|(_, frequency)| *frequency).collect();
        Ratings {
            coders,
            categories,
            patterns: found.into_iter().flat_map(|(pattern, _)| pattern).collect(),
            frequencies,
        }
    }
}
