//! How far coders agree: pure functions from judgements to coefficients.
//!
//! [`Ratings`] hold one category a coder and unit (or none), as distinct patterns with their frequency; a [`Tally`] holds
//! the sums that every coefficient needs and that can be added up over documents, which makes resampling documents
//! cheap. [`nominal`] has the coefficients, [`errors`] their standard errors and intervals, [`sets`] what is there for
//! several codes on one unit, [`unitizing`] what is there for segments with free boundaries, [`resample`] the
//! bootstrap. [`units`] makes judgements of codings, [`matching`] pairs segments, [`figures`] puts all together.
//!
//! A coefficient that is not defined for the data is an [`Undefined`], never 0, 1 or NaN. Names and formulas are those
//! of the literature; each function says whose.

mod coefficient;
pub mod errors;
pub mod figures;
pub mod matching;
pub mod method;
pub mod nominal;
mod ratings;
pub mod resample;
pub mod sets;
mod student;
pub mod tables;
mod tally;
pub mod unitizing;
pub mod units;

pub use coefficient::Coefficient;
pub use ratings::Ratings;
pub use tally::Tally;

/// Why a coefficient has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Undefined {
    /// No unit was judged by two coders.
    NoPairs,
    /// All used one category: there is nothing that chance could have made different.
    NoVariation,
    /// A codebook of one category leaves no choice.
    OneCategory,
    /// A coder has judged nothing.
    CoderIdle,
    /// A coefficient that it is the mean of has no value.
    PairUndefined,
    /// It compares two coders.
    NotTwoCoders,
    /// Some units were not judged by all.
    Incomplete,
    /// A single unit or document has no spread.
    TooFew,
    /// Nobody marked anything.
    NothingCoded,
    /// One coder's segments overlap: several layers in one.
    Overlapping,
    /// The unit has no such coefficient: segments that nobody made cannot be counted.
    NotForUnit,
}

/// A coefficient, or why there is none.
pub type Value = Result<f64, Undefined>;
