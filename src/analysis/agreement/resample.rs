//! The bootstrap: what a coefficient might have been with other interviews.
//!
//! Whole documents are drawn with replacement, since the paragraphs of one interview depend on each other; intervals
//! from resampled paragraphs are too narrow. The interval is the one between the 2.5th and 97.5th percentile.

use super::errors::Interval;
use super::{Tally, Undefined, Value};

/// SplitMix64 (Steele, Lea & Flood 2014). Ours, because a seed in a method section has to give the same numbers in every
/// later version.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// A number below `limit`, each as likely as the others (Lemire 2019, without the rejection: the bias is below
    /// `limit` / 2^64).
    pub fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.next()) * limit as u128) >> 64) as usize
    }
    /// `count` different numbers below `limit`, in ascending order.
    pub fn choose(&mut self, count: usize, limit: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..limit).collect();
        let count = count.min(limit);
        for place in 0..count {
            let other = place + self.below(limit - place);
            all.swap(place, other);
        }
        all.truncate(count);
        all.sort_unstable();
        all
    }
}

/// What resampling gave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bootstrap {
    pub interval: Interval,
    /// Samples in which the coefficient was not defined; they are left out.
    pub undefined: u32,
}

/// Draws as many documents as there are, `samples` times over; `value` is given how often each was drawn.
pub fn bootstrap(
    documents: usize,
    samples: u32,
    seed: u64,
    mut value: impl FnMut(&[f64]) -> Value,
) -> Bootstrap {
    if documents < 2 {
        return Bootstrap { interval: Err(Undefined::TooFew), undefined: 0 };
    }
    let mut dice = Dice::new(seed);
    let mut values = Vec::with_capacity(samples as usize);
    let mut undefined = 0;
    let mut drawn = vec![0.0; documents];
    for _ in 0..samples {
        drawn.fill(0.0);
        for _ in 0..documents {
            drawn[dice.below(documents)] += 1.0;
        }
        match value(&drawn) {
            Ok(value) => values.push(value),
            Err(_) => undefined += 1,
        }
    }
    values.sort_unstable_by(f64::total_cmp);
    let interval = if values.len() < 2 {
        Err(Undefined::NoVariation)
    } else {
        Ok((percentile(&values, 0.025), percentile(&values, 0.975)))
    };
    Bootstrap { interval, undefined }
}

/// A coefficient of the sums of the documents drawn.
pub fn bootstrap_tally(
    documents: &[Tally],
    samples: u32,
    seed: u64,
    value: impl Fn(&Tally) -> Value,
) -> Bootstrap {
    let Some(first) = documents.first() else {
        return Bootstrap { interval: Err(Undefined::TooFew), undefined: 0 };
    };
    let empty = Tally::empty(first.coders(), first.categories());
    let mut sum = empty.clone();
    bootstrap(documents.len(), samples, seed, |drawn| {
        sum.clone_from(&empty);
        for (tally, times) in documents.iter().zip(drawn).filter(|(_, times)| **times > 0.0) {
            sum.add(tally, *times);
        }
        value(&sum)
    })
}

/// Linear between the two nearest values (Hyndman & Fan 1996, type 7).
fn percentile(sorted: &[f64], share: f64) -> f64 {
    let at = share * (sorted.len() - 1) as f64;
    let low = at.floor() as usize;
    let (below, above) = (sorted[low], sorted[(low + 1).min(sorted.len() - 1)]);
    below + (above - below) * (at - at.floor())
}
