//! Several codes on one unit: agreement of sets.

use std::collections::BTreeMap;

use super::resample::{Bootstrap, bootstrap};
use super::{Ratings, Tally, Undefined, Value, nominal};

/// The codes that a coder gave a unit, as bits.
pub type CodeSet = Vec<u64>;

/// What counts as how far apart two sets are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distance {
    /// 0 for the same set, else 1.
    Nominal,
    /// 1 - |A ∩ B| / |A ∪ B|.
    Jaccard,
    /// 1 - J·M, M 1 for the same, 2/3 for a subset, 1/3 for an overlap (Passonneau 2006).
    Masi,
}

impl Distance {
    /// Two empty sets are the same.
    pub fn between(self, a: &CodeSet, b: &CodeSet) -> f64 {
        if a == b {
            return 0.0;
        }
        let bits = |bits: u64| bits.count_ones();
        let both: u32 = a.iter().zip(b).map(|(a, b)| bits(a & b)).sum();
        let all: u32 = a.iter().zip(b).map(|(a, b)| bits(a | b)).sum();
        let (in_a, in_b): (u32, u32) = (a.iter().map(|a| bits(*a)).sum(), b.iter().map(|b| bits(*b)).sum());
        if self == Distance::Nominal || both == 0 {
            return 1.0;
        }
        let jaccard = f64::from(both) / f64::from(all);
        match self {
            Distance::Masi => {
                1.0 - jaccard * if both == in_a || both == in_b { 2.0 / 3.0 } else { 1.0 / 3.0 }
            }
            Distance::Nominal | Distance::Jaccard => 1.0 - jaccard,
        }
    }
}

/// Sets given to units, document by document.
#[derive(Debug, Clone)]
pub struct SetRatings {
    /// Every set that occurs.
    sets: Vec<CodeSet>,
    documents: Vec<Ratings>,
}

impl SetRatings {
    /// A document is its units, one after the other, with one set a coder; none where a coder did not judge the unit.
    pub fn new(coders: usize, documents: &[Vec<Option<CodeSet>>]) -> SetRatings {
        let mut numbers: BTreeMap<&CodeSet, u32> = BTreeMap::new();
        for set in documents.iter().flatten().flatten() {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            numbers.entry(set).or_insert(next);
        }
        let mut sets = vec![CodeSet::new(); numbers.len()];
        for (set, number) in &numbers {
            sets[*number as usize] = (*set).clone();
        }
        let documents = documents
            .iter()
            .map(|units| {
                let judgements =
                    units.iter().map(|set| set.as_ref().and_then(|set| numbers.get(set).copied()));
                Ratings::new(coders, sets.len(), judgements)
            })
            .collect();
        SetRatings { sets, documents }
    }

    /// Mean over units of the share of pairs of coders that gave the same set.
    pub fn percent_agreement(&self) -> Value {
        let (mut shares, mut pairable) = (0.0, 0.0);
        for (judged, frequency) in self.documents.iter().flat_map(Ratings::judged) {
            let made = judged.len() as f64;
            if judged.len() < 2 {
                continue;
            }
            let same = pairs(&judged).filter(|(one, other)| one == other).count() as f64;
            shares += frequency as f64 * same / (made * (made - 1.0) / 2.0);
            pairable += frequency as f64;
        }
        if pairable == 0.0 { Err(Undefined::NoPairs) } else { Ok(shares / pairable) }
    }

    /// Krippendorff's alpha with a distance of sets: 1 - (n - 1) Σ_u Σ δ / (m_u - 1) / Σ n_c n_k δ_ck.
    pub fn alpha(&self, distance: Distance) -> Value {
        let Some(all) = Ratings::join(&self.documents) else { return Err(Undefined::NoPairs) };
        self.terms(distance, &[all]).alpha(&[1.0])
    }

    /// [`Self::alpha`] over resampled documents.
    pub fn alpha_bootstrap(&self, distance: Distance, samples: u32, seed: u64) -> Bootstrap {
        let terms = self.terms(distance, &self.documents);
        bootstrap(self.documents.len(), samples, seed, |drawn| terms.alpha(drawn))
    }

    /// What alpha needs of every document and every two of them, so that a sample of documents costs no second look at
    /// the sets. Every two sets are compared once, however many documents they occur in.
    fn terms(&self, distance: Distance, documents: &[Ratings]) -> Terms {
        let mut terms = Terms::default();
        // By document: sets and how often they were given there; by set: the documents.
        let mut given: Vec<Vec<(usize, f64)>> = Vec::new();
        let mut places: Vec<Vec<(usize, f64)>> = vec![Vec::new(); self.sets.len()];
        for (document, ratings) in documents.iter().enumerate() {
            let (mut own, mut observed, mut n) = (BTreeMap::new(), 0.0, 0.0);
            for (judged, frequency) in ratings.judged().filter(|(judged, _)| judged.len() >= 2) {
                let times = frequency as f64;
                let apart: f64 = pairs(&judged)
                    .map(|(one, other)| distance.between(&self.sets[one], &self.sets[other]))
                    .sum();
                observed += times * 2.0 * apart / (judged.len() as f64 - 1.0);
                n += times * judged.len() as f64;
                for (_, set) in &judged {
                    *own.entry(*set).or_insert(0.0) += times;
                }
            }
            terms.observed.push(observed);
            terms.n.push(n);
            for (set, times) in &own {
                places[*set].push((document, *times));
            }
            given.push(own.into_iter().collect());
        }
        terms.between = vec![vec![0.0; documents.len()]; documents.len()];
        for (set, places) in self.sets.iter().zip(&places).filter(|(_, places)| !places.is_empty()) {
            let apart: Vec<f64> = self.sets.iter().map(|other| distance.between(set, other)).collect();
            for (other, given) in given.iter().enumerate() {
                let from_here: f64 = given.iter().map(|(b, times)| times * apart[*b]).sum();
                for (document, times) in places {
                    terms.between[*document][other] += times * from_here;
                }
            }
        }
        terms
    }
}

/// Pairs of different coders' sets, each once.
fn pairs(judged: &[(usize, usize)]) -> impl Iterator<Item = (usize, usize)> {
    judged
        .iter()
        .enumerate()
        .flat_map(move |(index, (_, one))| judged[index + 1..].iter().map(move |(_, other)| (*one, *other)))
}

#[derive(Debug, Default)]
struct Terms {
    /// By document: Σ_u Σ δ / (m_u - 1), and judgements of pairable units.
    observed: Vec<f64>,
    n: Vec<f64>,
    /// By two documents: Σ n_c n_k δ_ck, c of the one and k of the other.
    between: Vec<Vec<f64>>,
}

impl Terms {
    fn alpha(&self, drawn: &[f64]) -> Value {
        let weighted =
            |values: &[f64]| -> f64 { values.iter().zip(drawn).map(|(value, times)| value * times).sum() };
        let n = weighted(&self.n);
        if n == 0.0 {
            return Err(Undefined::NoPairs);
        }
        let expected: f64 = self.between.iter().zip(drawn).map(|(row, times)| times * weighted(row)).sum();
        // Distances of the same set are exactly 0.
        if expected == 0.0 {
            return Err(Undefined::NoVariation);
        }
        Ok(1.0 - (n - 1.0) * weighted(&self.observed) / expected)
    }
}

/// Pooled kappa over resampled documents: `documents` holds one tally a code for every document.
pub fn pooled_kappa_bootstrap(documents: &[Vec<Tally>], samples: u32, seed: u64) -> Bootstrap {
    let empty: Vec<Tally> = documents
        .first()
        .map(|codes| codes.iter().map(|tally| Tally::empty(tally.coders(), tally.categories())).collect())
        .unwrap_or_default();
    bootstrap(documents.len(), samples, seed, |drawn| {
        let mut sums = empty.clone();
        for (tallies, times) in documents.iter().zip(drawn).filter(|(_, times)| **times > 0.0) {
            for (sum, tally) in sums.iter_mut().zip(tallies) {
                sum.add(tally, *times);
            }
        }
        nominal::pooled_kappa(&sums)
    })
}
