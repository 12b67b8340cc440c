//! What the fuzz targets share. `tests/it/hostile.rs` includes both files, so a mutation in the suite and a run of the
//! fuzzer assert the same.

pub mod check;
pub mod inputs;
