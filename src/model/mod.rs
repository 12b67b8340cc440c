//! The study as plain data. No SQL, no I/O: what the store reads and writes, the analysis computes with and the
//! screens show. A noun has the same file name on every floor.

pub mod cases;
pub mod chart;
pub mod codebook;
pub mod coders;
pub mod codes;
pub mod codings;
pub mod consent;
pub mod decisions;
pub mod documents;
pub mod draft;
pub mod edition;
pub mod edits;
pub mod guides;
pub mod history;
pub mod ids;
pub mod media;
pub mod memos;
pub mod names;
pub mod packages;
pub mod paraphrases;
pub mod persons;
pub mod picture;
pub mod queries;
pub mod relations;
pub mod report;
pub mod revisit;
pub mod saved_tables;
pub mod sets;
pub mod summaries;
pub mod table;
pub mod variables;
pub mod versions;
pub mod written;

pub use ids::*;
