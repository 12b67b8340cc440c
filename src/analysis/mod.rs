//! Pure functions from slices to tables. No SQL in a formula; every result names its analysis set.

pub mod agreement;
pub mod check;
pub mod coded;
pub mod codeline;
pub mod concordance;
pub mod consolidation;
pub mod cooccurrence;
pub mod coverage;
pub mod cross;
pub mod crosstab;
pub mod datasheet;
pub mod differences;
pub mod grid;
pub mod interviewees;
pub mod material;
pub mod matrix;
pub mod notes;
pub mod overview;
pub mod paraphrases;
pub mod pictures;
pub mod portrait;
pub mod progress;
pub mod sample;
pub mod segments;
pub mod speech;
pub mod words;
