//! Standard errors and the 95 % intervals that go with them.
//!
//! Gwet's linearisation takes coders as fixed and units as independent. Paragraphs of one interview are not: for
//! interviews the bootstrap over documents ([`super::resample`]) is the honest one.

use super::nominal::{self, TwoCoders};
use super::student::t95;
use super::{Ratings, Tally, Undefined, Value};

/// A lower and an upper bound.
pub type Interval = Result<(f64, f64), Undefined>;

/// Frequency, judgements and counts by category of every pattern.
fn patterns(ratings: &Ratings) -> impl Iterator<Item = (f64, f64, Vec<f64>)> {
    ratings.judged().map(|(judged, frequency)| {
        let mut counts = vec![0.0; ratings.categories()];
        for (_, category) in &judged {
            counts[*category] += 1.0;
        }
        (frequency as f64, judged.len() as f64, counts)
    })
}

fn agreeing(counts: &[f64], made: f64) -> f64 {
    if made < 2.0 {
        return 0.0;
    }
    counts.iter().map(|count| count * (count - 1.0)).sum::<f64>() / (made * (made - 1.0))
}

/// Gwet (2008, 2014): Σ (x_i - estimate)² / (n (n - 1)) with
/// x_i = (n/n') (pa_i - pe·[r_i ≥ 2]) / (1 - pe) - 2 (1 - estimate) (pe_i - pe) / (1 - pe).
fn linearised(
    ratings: &Ratings,
    tally: &Tally,
    estimate: f64,
    expected: f64,
    expected_of: impl Fn(&[f64], f64) -> f64,
) -> Value {
    let (n, pairable) = (tally.units, tally.pairable);
    if n < 2.0 {
        return Err(Undefined::TooFew);
    }
    let squares: f64 = patterns(ratings)
        .map(|(frequency, made, counts)| {
            let chance = if made >= 2.0 { expected } else { 0.0 };
            let own = n / pairable * (agreeing(&counts, made) - chance) / (1.0 - expected);
            let shift = 2.0 * (1.0 - estimate) * (expected_of(&counts, made) - expected) / (1.0 - expected);
            frequency * (own - shift - estimate).powi(2)
        })
        .sum();
    Ok((squares / (n * (n - 1.0))).max(0.0).sqrt())
}

pub fn percent_agreement_se(ratings: &Ratings, tally: &Tally) -> Value {
    linearised(ratings, tally, nominal::percent_agreement(tally)?, 0.0, |_, _| 0.0)
}

pub fn brennan_prediger_se(ratings: &Ratings, tally: &Tally) -> Value {
    let estimate = nominal::brennan_prediger(tally)?;
    let expected = 1.0 / tally.categories as f64;
    linearised(ratings, tally, estimate, expected, |_, _| expected)
}

pub fn fleiss_kappa_se(ratings: &Ratings, tally: &Tally) -> Value {
    let estimate = nominal::fleiss_kappa(tally)?;
    let shares = nominal::shares(tally);
    let expected = shares.iter().map(|share| share * share).sum();
    linearised(ratings, tally, estimate, expected, |counts, made| {
        counts.iter().zip(&shares).map(|(count, share)| count * share).sum::<f64>() / made
    })
}

pub fn gwet_ac1_se(ratings: &Ratings, tally: &Tally) -> Value {
    let estimate = nominal::gwet_ac1(tally)?;
    let shares = nominal::shares(tally);
    let others = tally.categories as f64 - 1.0;
    linearised(ratings, tally, estimate, nominal::ac1_expected(tally), |counts, made| {
        counts.iter().zip(&shares).map(|(count, share)| count * (1.0 - share)).sum::<f64>() / (others * made)
    })
}

/// The same linearisation for alpha, over the units that two or more judged (Gwet 2014, as irrCAC has it).
pub fn krippendorff_alpha_se(ratings: &Ratings, tally: &Tally) -> Value {
    nominal::krippendorff_alpha(tally)?;
    let n = tally.pairable;
    if n < 2.0 {
        return Err(Undefined::TooFew);
    }
    let total: f64 = tally.values.iter().sum();
    let mean = total / n;
    let shares: Vec<f64> = tally.values.iter().map(|value| value / total).collect();
    let expected: f64 = shares.iter().map(|share| share * share).sum();
    let observed = tally.coincidences / total;
    // Gwet takes the spread around the value without the correction for small samples, but weighs units with more or
    // fewer judgements by the corrected agreement.
    let small = observed + (1.0 - observed) / total;
    let plain = (observed - expected) / (1.0 - expected);
    let squares: f64 = patterns(ratings)
        .filter(|(_, made, _)| *made >= 2.0)
        .map(|(frequency, made, counts)| {
            let excess = (made - mean) / mean;
            let own = agreeing(&counts, made) * made / mean - small * excess;
            let chance: f64 = counts.iter().zip(&shares).map(|(count, share)| count * share).sum();
            let chance = chance / mean - expected * excess;
            let x = (own - expected) / (1.0 - expected)
                - 2.0 * (1.0 - plain) * (chance - expected) / (1.0 - expected);
            frequency * (x - plain).powi(2)
        })
        .sum();
    Ok((squares / (n * (n - 1.0))).max(0.0).sqrt())
}

/// Fleiss, Cohen & Everitt (1969): the standard error for an interval, not the one under κ = 0.
pub fn cohen_kappa_se(tally: &Tally) -> Value {
    let table = TwoCoders::only(tally)?;
    let kappa = table.kappa()?;
    let expected = table.expected();
    let (mut a, mut b) = (0.0, 0.0);
    for (row, cells) in table.cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            if row == column {
                a += cell * (1.0 - (table.rows[row] + table.columns[row]) * (1.0 - kappa)).powi(2);
            } else {
                b += cell * (table.columns[row] + table.rows[column]).powi(2);
            }
        }
    }
    let b = (1.0 - kappa).powi(2) * b;
    let c = (kappa - expected * (1.0 - kappa)).powi(2);
    Ok(((a + b - c).max(0.0) / (table.n * (1.0 - expected).powi(2))).sqrt())
}

/// value ± t(n - 1) · SE, the upper bound not above 1 (Gwet).
pub fn gwet_interval(value: Value, error: Value, units: u64) -> Interval {
    let (value, error) = (value?, error?);
    if units < 2 {
        return Err(Undefined::TooFew);
    }
    let half = t95(units as f64 - 1.0) * error;
    Ok((value - half, (value + half).min(1.0)))
}

/// value ± 1.96 · SE.
pub fn normal_interval(value: Value, error: Value) -> Interval {
    let (value, error) = (value?, error?);
    let half = 1.959_963_984_540_054 * error;
    Ok((value - half, value + half))
}
