//! Pure functions from slices to tables. No SQL in a formula; every result names its analysis set.

pub mod agreement;
pub mod check;
pub mod consolidation;
pub mod datasheet;
pub mod differences;
pub mod grid;
pub mod interviewees;
pub mod material;
pub mod notes;
pub mod overview;
pub mod paraphrases;
pub mod progress;
pub mod sample;
pub mod segments;
