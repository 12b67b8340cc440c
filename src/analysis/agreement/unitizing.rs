//! Segments with free boundaries: characters as units, and Krippendorff's family of coefficients for unitizing.
//!
//! Lengths are code points of the continuum, from 0 to its length; segments are half-open.

use super::{Ratings, Undefined, Value};

/// A stretch with a code, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    pub start: u32,
    pub end: u32,
    pub code: u32,
}

impl Stretch {
    fn length(self) -> f64 {
        f64::from(self.end - self.start)
    }
    fn overlap(self, other: Stretch) -> f64 {
        f64::from(self.end.min(other.end).saturating_sub(self.start.max(other.start)))
    }
}

/// Lengths by a code and another.
type Lengths = Vec<Vec<f64>>;

/// What several coders marked on one continuum.
#[derive(Debug, Clone)]
pub struct Continuum {
    length: u32,
    codes: usize,
    /// By coder, in order; stretches end within the length.
    coders: Vec<Vec<Stretch>>,
}

impl Continuum {
    /// Stretches past the length are cut, empty ones and those of codes that are not declared left out.
    pub fn new(length: u32, codes: usize, coders: impl IntoIterator<Item = Vec<Stretch>>) -> Continuum {
        let mut coders: Vec<Vec<Stretch>> = coders.into_iter().collect();
        for stretches in &mut coders {
            stretches.iter_mut().for_each(|stretch| stretch.end = stretch.end.min(length));
            stretches.retain(|stretch| stretch.start < stretch.end && (stretch.code as usize) < codes);
            stretches.sort_unstable();
        }
        Continuum { length, codes, coders }
    }

    /// Several documents after each other. A stretch of one never touches the next one's on the seam as if they were one.
    pub fn join(all: &[Continuum]) -> Continuum {
        let coders = all.iter().map(|one| one.coders.len()).max().unwrap_or_default();
        let mut joined = Continuum {
            length: 0,
            codes: all.iter().map(|one| one.codes).max().unwrap_or_default(),
            coders: vec![Vec::new(); coders],
        };
        for one in all {
            for (into, stretches) in joined.coders.iter_mut().zip(&one.coders) {
                into.extend(stretches.iter().map(|stretch| Stretch {
                    start: stretch.start + joined.length,
                    end: stretch.end + joined.length,
                    code: stretch.code,
                }));
            }
            joined.length = joined.length.saturating_add(one.length);
        }
        joined
    }

    /// Only what has this code: a layer of its own.
    pub fn layer(&self, code: u32) -> Continuum {
        let only = |stretches: &Vec<Stretch>| {
            let of_code = stretches.iter().filter(|stretch| stretch.code == code);
            of_code.map(|stretch| Stretch { code: 0, ..*stretch }).collect()
        };
        Continuum { length: self.length, codes: 1, coders: self.coders.iter().map(only).collect() }
    }

    /// Characters with a code and without, for one code; overlapping stretches of the code count once.
    pub fn characters(&self, code: u32) -> Ratings {
        let mut changes: Vec<(u32, usize, i32)> = Vec::new();
        for (coder, stretches) in self.coders.iter().enumerate() {
            for stretch in stretches.iter().filter(|stretch| stretch.code == code) {
                changes.push((stretch.start, coder, 1));
                changes.push((stretch.end, coder, -1));
            }
        }
        changes.sort_unstable();
        changes.push((self.length, 0, 0));
        let mut depth = vec![0i32; self.coders.len()];
        let mut at = 0;
        let mut patterns = Vec::new();
        for (position, coder, change) in changes {
            if position > at {
                let pattern = depth.iter().map(|depth| Some(u32::from(*depth > 0))).collect();
                patterns.push((pattern, u64::from(position - at)));
                at = position;
            }
            if let Some(depth) = depth.get_mut(coder) {
                *depth += change;
            }
        }
        Ratings::weighted(self.coders.len(), 2, patterns)
    }

    /// Whether a coder's stretches overlap.
    fn overlapping(&self) -> bool {
        self.coders.iter().any(|stretches| {
            let mut reach = 0;
            stretches.iter().any(|stretch| {
                let overlaps = stretch.start < reach;
                reach = reach.max(stretch.end);
                overlaps
            })
        })
    }

    fn total(&self) -> f64 {
        self.coders.len() as f64 * f64::from(self.length)
    }

    /// A coder's stretches and, between them, the gaps.
    fn gaps(&self, coder: usize) -> Vec<(u32, u32)> {
        let mut gaps = Vec::new();
        let mut at = 0;
        for stretch in self.coders.get(coder).into_iter().flatten() {
            if stretch.start > at {
                gaps.push((at, stretch.start));
            }
            at = at.max(stretch.end);
        }
        if self.length > at {
            gaps.push((at, self.length));
        }
        gaps
    }

    /// ℓ_ck: lengths that one coder gave code c and another code k, over (m - 1); the last row and column are gaps.
    fn coincidences(&self) -> Lengths {
        let (q, m) = (self.codes, self.coders.len());
        let mut lengths = vec![vec![0.0; q + 1]; q + 1];
        for (first, ones) in self.coders.iter().enumerate() {
            for (second, others) in self.coders.iter().enumerate() {
                if first == second {
                    continue;
                }
                // Both are in order and without overlaps.
                let mut from = 0;
                let mut marked_by_other = vec![0.0; q];
                for one in ones {
                    let code = one.code as usize;
                    let mut covered = 0.0;
                    while others.get(from).is_some_and(|other| other.end <= one.start) {
                        from += 1;
                    }
                    for other in
                        others[from.min(others.len())..].iter().take_while(|other| other.start < one.end)
                    {
                        let overlap = one.overlap(*other);
                        lengths[code][other.code as usize] += overlap;
                        marked_by_other[other.code as usize] += overlap;
                        covered += overlap;
                    }
                    lengths[code][q] += one.length() - covered;
                }
                let mut neither = f64::from(self.length) - ones.iter().map(|one| one.length()).sum::<f64>();
                for code in 0..q {
                    let all: f64 = others
                        .iter()
                        .filter(|other| other.code as usize == code)
                        .map(|other| other.length())
                        .sum();
                    lengths[q][code] += all - marked_by_other[code];
                    neither -= all - marked_by_other[code];
                }
                lengths[q][q] += neither;
            }
        }
        lengths.iter_mut().flatten().for_each(|length| *length /= (m as f64 - 1.0).max(1.0));
        lengths
    }

    fn check(&self) -> Result<(), Undefined> {
        if self.coders.len() < 2 || self.length == 0 {
            return Err(Undefined::NoPairs);
        }
        if self.overlapping() {
            return Err(Undefined::Overlapping);
        }
        if self.coders.iter().all(Vec::is_empty) {
            return Err(Undefined::NothingCoded);
        }
        Ok(())
    }

    /// Σ of squared lengths of the units and of the lengths of the gaps.
    fn self_pairs(&self) -> f64 {
        let units: f64 = self.coders.iter().flatten().map(|stretch| stretch.length().powi(2)).sum();
        let gaps: f64 = (0..self.coders.len())
            .flat_map(|coder| self.gaps(coder))
            .map(|(start, end)| f64::from(end - start))
            .sum();
        units + gaps
    }

    /// uα: codes and gaps alike (Krippendorff, Mathet, Bouvry & Widlöcher 2016).
    pub fn u_alpha(&self) -> Value {
        self.check()?;
        let lengths = self.coincidences();
        self.against_chance(&lengths)
    }

    /// |uα: coded against not coded, whatever the code.
    pub fn bar_u_alpha(&self) -> Value {
        self.check()?;
        let lengths = self.coincidences();
        let q = self.codes;
        let coded: f64 = lengths[..q].iter().map(|row| row[..q].iter().sum::<f64>()).sum();
        let first: f64 = lengths[..q].iter().map(|row| row[q]).sum();
        let second: f64 = lengths[q][..q].iter().sum();
        self.against_chance(&[vec![coded, first], vec![second, lengths[q][q]]])
    }

    fn against_chance(&self, lengths: &[Vec<f64>]) -> Value {
        let total = self.total();
        let sums: Vec<f64> = lengths.iter().map(|row| row.iter().sum()).collect();
        if sums.iter().filter(|sum| **sum > 0.0).count() < 2 {
            return Err(Undefined::NoVariation);
        }
        let observed: f64 = off_diagonal(lengths);
        let products = total * total - sums.iter().map(|sum| sum * sum).sum::<f64>();
        let expected = products / (total - self.self_pairs() / total);
        Ok(1.0 - observed / expected)
    }

    /// Share of the continuum that two coders coded both: what [`Self::cu_alpha`] speaks of. Two coders.
    pub fn cu_coverage(&self) -> Value {
        self.check()?;
        let q = self.codes;
        let coded: f64 = self.coincidences()[..q].iter().map(|row| row[..q].iter().sum::<f64>()).sum();
        Ok(coded / self.total())
    }

    /// ℓ* and ε*: only where both coded, and what chance would give there.
    fn coded(&self) -> Result<(Lengths, Lengths), Undefined> {
        self.check()?;
        let [ones, others] = self.coders.as_slice() else { return Err(Undefined::NotTwoCoders) };
        let q = self.codes;
        let lengths: Vec<Vec<f64>> = self.coincidences()[..q].iter().map(|row| row[..q].to_vec()).collect();
        let sums: Vec<f64> = lengths.iter().map(|row| row.iter().sum()).collect();
        let total: f64 = sums.iter().sum();
        if total == 0.0 {
            return Err(Undefined::NothingCoded);
        }
        let mut squares = vec![0.0; q];
        for (own, other) in [(ones, others), (others, ones)] {
            for stretch in own {
                let shared: f64 = other.iter().map(|other| stretch.overlap(*other)).sum();
                squares[stretch.code as usize] += shared * shared;
            }
        }
        let divisor = total - squares.iter().sum::<f64>() / total;
        let expected = (0..q).map(|c| {
            (0..q).map(|k| (sums[c] * sums[k] - if c == k { squares[c] } else { 0.0 }) / divisor).collect()
        });
        Ok((lengths.clone(), expected.collect()))
    }

    /// cuα: which code, where both coded. To be given with [`Self::cu_coverage`]. Two coders.
    pub fn cu_alpha(&self) -> Value {
        let (lengths, expected) = self.coded()?;
        let by_chance = off_diagonal(&expected);
        if lengths.iter().filter(|row| row.iter().sum::<f64>() > 0.0).count() < 2 {
            return Err(Undefined::NoVariation);
        }
        Ok(1.0 - off_diagonal(&lengths) / by_chance)
    }

    /// (k)uα: how reliably one code is told from the others, where both coded. Two coders.
    pub fn ku_alpha(&self, code: u32) -> Value {
        let (lengths, expected) = self.coded()?;
        let k = code as usize;
        let (Some(row), Some(chance)) = (lengths.get(k), expected.get(k)) else {
            return Err(Undefined::NothingCoded);
        };
        let (observed, by_chance): (f64, f64) = (row.iter().sum(), chance.iter().sum());
        if observed == 0.0 {
            return Err(Undefined::NothingCoded);
        }
        if lengths.iter().filter(|row| row.iter().sum::<f64>() > 0.0).count() < 2 {
            return Err(Undefined::NoVariation);
        }
        Ok(1.0 - (by_chance / observed) * (observed - row[k]) / (by_chance - chance[k]))
    }

    /// Observed and expected disagreement of one layer after Krippendorff (1995), superseded by [`Self::u_alpha`].
    pub fn alpha_u_1995_parts(&self) -> Result<(f64, f64), Undefined> {
        self.check()?;
        let (m, length) = (self.coders.len() as f64, f64::from(self.length));
        let mut observed = 0.0;
        for (first, ones) in self.coders.iter().enumerate() {
            for (second, others) in self.coders.iter().enumerate().skip(first + 1) {
                for one in ones {
                    for other in others.iter().filter(|other| one.overlap(**other) > 0.0) {
                        observed += (f64::from(one.start) - f64::from(other.start)).powi(2)
                            + (f64::from(one.end) - f64::from(other.end)).powi(2);
                    }
                }
                for (own, coder) in [(ones, second), (others, first)] {
                    let gaps = self.gaps(coder);
                    let alone = |stretch: &&Stretch| {
                        gaps.iter().any(|(start, end)| *start <= stretch.start && stretch.end <= *end)
                    };
                    observed += own.iter().filter(alone).map(|stretch| stretch.length().powi(2)).sum::<f64>();
                }
            }
        }
        let observed = 2.0 * observed / (m * (m - 1.0) * length * length);
        let lengths: Vec<f64> = self.coders.iter().flatten().map(|stretch| stretch.length()).collect();
        let gaps: Vec<f64> = (0..self.coders.len())
            .flat_map(|coder| self.gaps(coder))
            .map(|(start, end)| f64::from(end - start))
            .collect();
        let others = lengths.len() as f64 - 1.0;
        let sum: f64 = lengths
            .iter()
            .map(|l| {
                let apart: f64 = gaps.iter().filter(|gap| *gap >= l).map(|gap| gap - l + 1.0).sum();
                others / 3.0 * (2.0 * l.powi(3) - 3.0 * l * l + l) + l * l * apart
            })
            .sum();
        let divisor = m * length * (m * length - 1.0) - lengths.iter().map(|l| l * (l - 1.0)).sum::<f64>();
        Ok((observed, 2.0 / length * sum / divisor))
    }
}

fn off_diagonal(lengths: &[Vec<f64>]) -> f64 {
    let cells = lengths.iter().enumerate();
    cells
        .flat_map(|(c, row)| row.iter().enumerate().filter(move |(k, _)| *k != c).map(|(_, value)| value))
        .sum()
}

/// αU of several layers: 1 - ΣDo / ΣDe (Krippendorff 1995).
pub fn alpha_u_1995(layers: &[Continuum]) -> Value {
    let mut sums = (0.0, 0.0);
    for layer in layers {
        match layer.alpha_u_1995_parts() {
            Ok((observed, expected)) => sums = (sums.0 + observed, sums.1 + expected),
            Err(Undefined::NothingCoded) => {}
            Err(other) => return Err(other),
        }
    }
    if sums.1 == 0.0 { Err(Undefined::NothingCoded) } else { Ok(1.0 - sums.0 / sums.1) }
}
