//! The sums that the coefficients are made of.

use super::Ratings;

/// Sums over units. They can be added, so that a document's share in a figure, and a figure over resampled documents,
/// needs no second look at the units.
///
/// Notation of the literature: unit i has r_i judgements, r_ik of them in category k.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    pub(super) coders: usize,
    pub(super) categories: usize,
    /// Units with a judgement, with two or more, and with all coders' judgements.
    pub(super) units: f64,
    pub(super) pairable: f64,
    pub(super) complete: f64,
    /// Units on which all coders agree, where all judged.
    pub(super) unanimous: f64,
    /// Σ over pairable units of the share of agreeing pairs.
    pub(super) agreeing_shares: f64,
    /// Agreeing pairs, and all pairs.
    pub(super) agreeing_pairs: f64,
    pub(super) pairs: f64,
    /// By category: Σ r_ik / r_i over all units.
    pub(super) shares: Vec<f64>,
    /// By category: Σ r_ik over pairable units.
    pub(super) values: Vec<f64>,
    /// Σ over pairable units of Σ_k r_ik (r_ik - 1) / (r_i - 1).
    pub(super) coincidences: f64,
    /// By coder and category: judgements over all units.
    pub(super) by_coder: Vec<f64>,
    /// By pair of coders, then the first one's category, then the second one's: units that both judged.
    pub(super) confusion: Vec<f64>,
}

impl Tally {
    pub fn empty(coders: usize, categories: usize) -> Tally {
        let pairs = coders * coders.saturating_sub(1) / 2;
        Tally {
            coders,
            categories,
            units: 0.0,
            pairable: 0.0,
            complete: 0.0,
            unanimous: 0.0,
            agreeing_shares: 0.0,
            agreeing_pairs: 0.0,
            pairs: 0.0,
            shares: vec![0.0; categories],
            values: vec![0.0; categories],
            coincidences: 0.0,
            by_coder: vec![0.0; coders * categories],
            confusion: vec![0.0; pairs * categories * categories],
        }
    }

    pub fn of(ratings: &Ratings) -> Tally {
        let mut tally = Tally::empty(ratings.coders(), ratings.categories());
        let mut counts = vec![0.0; ratings.categories()];
        for (judged, frequency) in ratings.judged() {
            tally.count(&judged, frequency as f64, &mut counts);
        }
        tally
    }

    fn count(&mut self, judged: &[(usize, usize)], times: f64, counts: &mut [f64]) {
        counts.fill(0.0);
        for &(coder, category) in judged {
            counts[category] += 1.0;
            self.by_coder[coder * self.categories + category] += times;
        }
        let made = judged.len() as f64;
        self.units += times;
        for (share, count) in self.shares.iter_mut().zip(&*counts) {
            *share += times * count / made;
        }
        if judged.len() < 2 {
            return;
        }
        let agreeing: f64 = counts.iter().map(|count| count * (count - 1.0)).sum();
        self.pairable += times;
        self.agreeing_shares += times * agreeing / (made * (made - 1.0));
        self.agreeing_pairs += times * agreeing / 2.0;
        self.pairs += times * made * (made - 1.0) / 2.0;
        self.coincidences += times * agreeing / (made - 1.0);
        for (value, count) in self.values.iter_mut().zip(&*counts) {
            *value += times * count;
        }
        if judged.len() == self.coders {
            self.complete += times;
            if judged.windows(2).all(|two| two[0].1 == two[1].1) {
                self.unanimous += times;
            }
        }
        for (index, &(first, one)) in judged.iter().enumerate() {
            for &(second, other) in &judged[index + 1..] {
                let at = self.cell(first, second, one, other);
                self.confusion[at] += times;
            }
        }
    }

    /// Where units are counted to which `first` gave the category `one` and `second`, who comes later, `other`.
    fn cell(&self, first: usize, second: usize, one: usize, other: usize) -> usize {
        // Pairs before those that begin with `first`, then those of `first` before `second`.
        let pair = first * (2 * self.coders - first - 1) / 2 + (second - first - 1);
        (pair * self.categories + one) * self.categories + other
    }

    /// Units by the category of the first coder (rows) and of the second.
    pub fn confusion(&self, first: usize, second: usize) -> Vec<Vec<f64>> {
        let (low, high) = (first.min(second), first.max(second));
        let at = |row: usize, column: usize| {
            let (one, other) = if first <= second { (row, column) } else { (column, row) };
            self.confusion.get(self.cell(low, high, one, other)).copied().unwrap_or_default()
        };
        (0..self.categories).map(|row| (0..self.categories).map(|column| at(row, column)).collect()).collect()
    }

    /// Of two coders: the units that both judged.
    pub fn two(&self, first: usize, second: usize) -> Tally {
        let mut two = Tally::empty(2, self.categories);
        let mut counts = vec![0.0; self.categories];
        for (one, row) in self.confusion(first, second).into_iter().enumerate() {
            for (other, times) in row.into_iter().enumerate().filter(|(_, times)| *times > 0.0) {
                two.count(&[(0, one), (1, other)], times, &mut counts);
            }
        }
        two
    }

    /// Adds another document's sums, `times` over.
    pub fn add(&mut self, other: &Tally, times: f64) {
        let add = |into: &mut [f64], from: &[f64]| {
            for (sum, value) in into.iter_mut().zip(from) {
                *sum += times * value;
            }
        };
        self.units += times * other.units;
        self.pairable += times * other.pairable;
        self.complete += times * other.complete;
        self.unanimous += times * other.unanimous;
        self.agreeing_shares += times * other.agreeing_shares;
        self.agreeing_pairs += times * other.agreeing_pairs;
        self.pairs += times * other.pairs;
        self.coincidences += times * other.coincidences;
        add(&mut self.shares, &other.shares);
        add(&mut self.values, &other.values);
        add(&mut self.by_coder, &other.by_coder);
        add(&mut self.confusion, &other.confusion);
    }

    pub fn coders(&self) -> usize {
        self.coders
    }
    pub fn categories(&self) -> usize {
        self.categories
    }
    /// Units that somebody judged.
    pub fn units(&self) -> u64 {
        self.units as u64
    }
    /// Units that two or more judged.
    pub fn pairable(&self) -> u64 {
        self.pairable as u64
    }
    /// How often a coder chose a category.
    pub fn chosen(&self, coder: usize, category: usize) -> u64 {
        self.by_coder.get(coder * self.categories + category).copied().unwrap_or_default() as u64
    }
    /// Judgements of a coder.
    pub(super) fn judgements(&self, coder: usize) -> f64 {
        let from = coder * self.categories;
        self.by_coder.get(from..from + self.categories).unwrap_or_default().iter().sum()
    }
    /// All pairs of coders, each once.
    pub(super) fn coder_pairs(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let coders = self.coders;
        (0..coders).flat_map(move |first| (first + 1..coders).map(move |second| (first, second)))
    }
}
