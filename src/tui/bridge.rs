//! Between the workbench and `ops`: what is asked of the worker, how it is done there, and what is told of it, a file a
//! noun.

pub mod agreement;
pub mod beside;
pub mod care;
pub mod coders;
pub mod consolidation;
pub mod desk;
pub mod edits;
pub mod export;
pub mod import;
pub mod names;
pub mod queries;
pub mod report;
pub mod revisit;
pub mod saved_tables;
pub mod search;
pub mod sharing;
pub mod summaries;
pub mod tables;
