//! Pure functions from slices to tables. No SQL in a formula; every result names its analysis set.

pub mod agreement;
pub mod differences;
pub mod grid;
pub mod notes;
pub mod progress;
pub mod segments;
