//! Coefficients for one category a unit, from a [`Tally`].
//!
//! Notation: po observed and pe expected agreement, q declared categories, r_i judgements of unit i. "No variation" is
//! decided from counts, not from a pe that came out as 1.

use super::{Tally, Undefined, Value};

/// Chance-corrected agreement.
fn corrected(observed: f64, expected: f64) -> f64 {
    (observed - expected) / (1.0 - expected)
}

fn used(shares: impl IntoIterator<Item = f64>) -> usize {
    shares.into_iter().filter(|share| *share > 0.0).count()
}

/// Mean over units with two judgements or more of the share of agreeing pairs (Gwet 2014).
pub fn percent_agreement(tally: &Tally) -> Value {
    if tally.pairable == 0.0 {
        return Err(Undefined::NoPairs);
    }
    Ok(tally.agreeing_shares / tally.pairable)
}

/// Agreeing pairs of all pairs. With missing judgements it differs from [`percent_agreement`].
pub fn percent_agreement_pairs(tally: &Tally) -> Value {
    if tally.pairs == 0.0 {
        return Err(Undefined::NoPairs);
    }
    Ok(tally.agreeing_pairs / tally.pairs)
}

/// Share of units on which all coders agree; every unit has to be judged by all.
pub fn unanimous_agreement(tally: &Tally) -> Value {
    if tally.complete < tally.units {
        return Err(Undefined::Incomplete);
    }
    if tally.units == 0.0 || tally.coders < 2 {
        return Err(Undefined::NoPairs);
    }
    Ok(tally.unanimous / tally.units)
}

/// 2M / (N1 + N2), M agreements and N the decisions of a coder; mean over pairs of coders (Holsti 1969).
pub fn holsti(tally: &Tally) -> Value {
    mean_over_pairs(tally, |first, second| {
        let (one, other) = (tally.judgements(first), tally.judgements(second));
        if one == 0.0 || other == 0.0 {
            return Err(Undefined::CoderIdle);
        }
        let table = tally.confusion(first, second);
        let agreeing: f64 = table.iter().enumerate().filter_map(|(k, row)| row.get(k)).sum();
        Ok(2.0 * agreeing / (one + other))
    })
}

fn mean_over_pairs(tally: &Tally, value: impl Fn(usize, usize) -> Value) -> Value {
    let values: Result<Vec<f64>, Undefined> =
        tally.coder_pairs().map(|(first, second)| value(first, second)).collect();
    let values = values?;
    if values.is_empty() {
        return Err(Undefined::NoPairs);
    }
    Ok(values.iter().sum::<f64>() / values.len() as f64)
}

/// A table of two coders: units that both judged.
#[derive(Debug, Clone)]
pub(super) struct TwoCoders {
    pub n: f64,
    /// Shares of the table.
    pub cells: Vec<Vec<f64>>,
    pub rows: Vec<f64>,
    pub columns: Vec<f64>,
}

impl TwoCoders {
    pub fn of(tally: &Tally, first: usize, second: usize) -> Result<TwoCoders, Undefined> {
        let mut cells = tally.confusion(first, second);
        let n: f64 = cells.iter().flatten().sum();
        if n == 0.0 {
            return Err(Undefined::NoPairs);
        }
        cells.iter_mut().flatten().for_each(|cell| *cell /= n);
        let rows = cells.iter().map(|row| row.iter().sum()).collect();
        let columns = (0..cells.len()).map(|k| cells.iter().filter_map(|row| row.get(k)).sum()).collect();
        Ok(TwoCoders { n, cells, rows, columns })
    }
    /// The two of a tally of two.
    pub fn only(tally: &Tally) -> Result<TwoCoders, Undefined> {
        if tally.coders != 2 {
            return Err(Undefined::NotTwoCoders);
        }
        TwoCoders::of(tally, 0, 1)
    }
    pub fn observed(&self) -> f64 {
        self.cells.iter().enumerate().filter_map(|(k, row)| row.get(k)).sum()
    }
    pub fn expected(&self) -> f64 {
        self.rows.iter().zip(&self.columns).map(|(row, column)| row * column).sum()
    }
    /// Both used one category and the same one.
    pub fn constant(&self) -> bool {
        used(self.rows.iter().zip(&self.columns).map(|(row, column)| row + column)) < 2
    }
    pub fn kappa(&self) -> Value {
        if self.constant() {
            return Err(Undefined::NoVariation);
        }
        Ok(corrected(self.observed(), self.expected()))
    }
}

/// (po - pe) / (1 - pe), pe from each coder's own shares (Cohen 1960). Two coders.
pub fn cohen_kappa(tally: &Tally) -> Value {
    TwoCoders::only(tally)?.kappa()
}

/// The kappa that these shares of the two coders allow at most.
pub fn cohen_kappa_max(tally: &Tally) -> Value {
    let table = TwoCoders::only(tally)?;
    if table.constant() {
        return Err(Undefined::NoVariation);
    }
    let most: f64 = table.rows.iter().zip(&table.columns).map(|(row, column)| row.min(*column)).sum();
    Ok(corrected(most, table.expected()))
}

/// The agreement that two coders with these shares reach by chance.
pub fn cohen_expected_agreement(tally: &Tally) -> Value {
    Ok(TwoCoders::only(tally)?.expected())
}

/// pe from the two coders' pooled shares (Scott 1955).
pub fn scott_pi(tally: &Tally) -> Value {
    let table = TwoCoders::only(tally)?;
    if table.constant() {
        return Err(Undefined::NoVariation);
    }
    let expected =
        table.rows.iter().zip(&table.columns).map(|(row, column)| ((row + column) / 2.0).powi(2)).sum();
    Ok(corrected(table.observed(), expected))
}

/// Mean of the kappas of all pairs of coders (Light 1971); undefined if one of them is.
pub fn light_kappa(tally: &Tally) -> Value {
    mean_over_pairs(tally, |first, second| {
        TwoCoders::of(tally, first, second)
            .and_then(|table| table.kappa())
            .map_err(|_| Undefined::PairUndefined)
    })
}

/// Mean shares of the categories over all units (Gwet's generalisation for missing judgements).
pub(super) fn shares(tally: &Tally) -> Vec<f64> {
    tally.shares.iter().map(|share| share / tally.units).collect()
}

/// pe = Σ π_k² (Fleiss 1971), π_k by Gwet's generalisation for missing judgements. Scott's pi for two coders.
pub fn fleiss_kappa(tally: &Tally) -> Value {
    let observed = percent_agreement(tally)?;
    if used(tally.shares.iter().copied()) < 2 {
        return Err(Undefined::NoVariation);
    }
    Ok(corrected(observed, shares(tally).iter().map(|share| share * share).sum()))
}

/// pe = Σ_k (p̄_k² - s_k² / m) over the m coders' shares (Conger 1980). Cohen's kappa for two coders.
pub fn conger_kappa(tally: &Tally) -> Value {
    let observed = percent_agreement(tally)?;
    let coders = tally.coders as f64;
    let judged: Vec<f64> = (0..tally.coders).map(|coder| tally.judgements(coder)).collect();
    if judged.contains(&0.0) {
        return Err(Undefined::CoderIdle);
    }
    let by_category = |k: usize| {
        judged.iter().enumerate().map(move |(coder, judged)| {
            tally.by_coder.get(coder * tally.categories + k).copied().unwrap_or_default() / judged
        })
    };
    if used((0..tally.categories).map(|k| by_category(k).sum())) < 2 {
        return Err(Undefined::NoVariation);
    }
    let expected = (0..tally.categories)
        .map(|k| {
            let mean = by_category(k).sum::<f64>() / coders;
            let spread = by_category(k).map(|share| (share - mean).powi(2)).sum::<f64>() / (coders - 1.0);
            mean * mean - spread / coders
        })
        .sum();
    Ok(corrected(observed, expected))
}

/// pe = 1/q, q declared categories (Brennan & Prediger 1981).
pub fn brennan_prediger(tally: &Tally) -> Value {
    let observed = percent_agreement(tally)?;
    if tally.categories < 2 {
        return Err(Undefined::OneCategory);
    }
    Ok(corrected(observed, 1.0 / tally.categories as f64))
}

/// pe of [`gwet_ac1`].
pub(super) fn ac1_expected(tally: &Tally) -> f64 {
    let spread: f64 = shares(tally).iter().map(|share| share * (1.0 - share)).sum();
    spread / (tally.categories as f64 - 1.0)
}

/// pe = Σ π_k (1 - π_k) / (q - 1), q declared categories (Gwet 2008).
pub fn gwet_ac1(tally: &Tally) -> Value {
    let observed = percent_agreement(tally)?;
    if tally.categories < 2 {
        return Err(Undefined::OneCategory);
    }
    Ok(corrected(observed, ac1_expected(tally)))
}

/// 1 - (n - 1) Σ o_ck / Σ n_c n_k over c ≠ k, only units with two judgements or more (Krippendorff 2011), nominal.
pub fn krippendorff_alpha(tally: &Tally) -> Value {
    if tally.pairable == 0.0 {
        return Err(Undefined::NoPairs);
    }
    if used(tally.values.iter().copied()) < 2 {
        return Err(Undefined::NoVariation);
    }
    let n: f64 = tally.values.iter().sum();
    let expected = n * n - tally.values.iter().map(|value| value * value).sum::<f64>();
    Ok(1.0 - (n - 1.0) * (n - tally.coincidences) / expected)
}

/// Cells of a table of two coders and a code: (both, only the first, only the second, neither), as shares.
fn two_by_two(tally: &Tally) -> Result<(f64, f64, f64, f64), Undefined> {
    let table = TwoCoders::only(tally)?;
    match table.cells.as_slice() {
        [no, yes] => match (no.as_slice(), yes.as_slice()) {
            (&[neither, second], &[first, both]) => Ok((both, first, second, neither)),
            _ => Err(Undefined::OneCategory),
        },
        _ => Err(Undefined::OneCategory),
    }
}

/// 2 po - 1: kappa as it were with both answers equally frequent and no bias (Byrt, Bishop & Carlin 1993). Two coders,
/// category 1 yes and 0 no.
pub fn pabak(tally: &Tally) -> Value {
    let (both, _, _, neither) = two_by_two(tally)?;
    Ok(2.0 * (both + neither) - 1.0)
}

/// |both yes - both no| as a share of the units.
pub fn prevalence_index(tally: &Tally) -> Value {
    let (both, _, _, neither) = two_by_two(tally)?;
    Ok((both - neither).abs())
}

/// |only the first - only the second| as a share of the units.
pub fn bias_index(tally: &Tally) -> Value {
    let (_, first, second, _) = two_by_two(tally)?;
    Ok((first - second).abs())
}

/// 2a / (2a + b + c): agreement on yes (Cicchetti & Feinstein 1990).
pub fn positive_agreement(tally: &Tally) -> Value {
    let (both, first, second, _) = two_by_two(tally)?;
    share_of_mentions(both, first + second)
}

/// 2d / (2d + b + c): agreement on no.
pub fn negative_agreement(tally: &Tally) -> Value {
    let (_, first, second, neither) = two_by_two(tally)?;
    share_of_mentions(neither, first + second)
}

fn share_of_mentions(agreed: f64, differing: f64) -> Value {
    if agreed + differing == 0.0 {
        return Err(Undefined::NoVariation);
    }
    Ok(2.0 * agreed / (2.0 * agreed + differing))
}

/// Σ (po_j - pe_j) / Σ (1 - pe_j) over codes (De Vries, Elliott, Kanouse & Teleki 2008). Two coders, one tally a code.
/// A code that nobody used adds nothing to either sum.
pub fn pooled_kappa<'a>(codes: impl IntoIterator<Item = &'a Tally>) -> Value {
    let (mut above, mut possible, mut varied) = (0.0, 0.0, false);
    for tally in codes {
        let table = match TwoCoders::only(tally) {
            Ok(table) => table,
            Err(Undefined::NoPairs) => continue,
            Err(other) => return Err(other),
        };
        if !table.constant() {
            let expected = table.expected();
            above += table.observed() - expected;
            possible += 1.0 - expected;
            varied = true;
        }
    }
    if !varied {
        return Err(Undefined::NoVariation);
    }
    Ok(above / possible)
}

/// The mean of those values that are defined.
pub fn mean_of_defined(values: impl IntoIterator<Item = Value>) -> Value {
    let (mut sum, mut count) = (0.0, 0u32);
    for value in values.into_iter().flatten() {
        sum += value;
        count += 1;
    }
    if count == 0 { Err(Undefined::NoVariation) } else { Ok(sum / f64::from(count)) }
}
