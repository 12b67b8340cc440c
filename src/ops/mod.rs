//! What a researcher does, one function each: typed arguments, one transaction, one entry of the history,
//! [`Done`](crate::model::history::Done) with what changed. The workbench, the command line, merging and tests call the
//! same functions; nothing else writes to the store.

pub mod agreement;
pub mod cases;
pub mod check;
pub mod cite;
pub mod codebook;
pub mod coders;
pub mod codes;
pub mod codings;
pub mod comparison;
pub mod consent;
pub mod consolidation;
pub mod demo;
pub mod documents;
pub mod drafts;
pub mod edition;
pub mod editor;
pub mod edits;
pub mod erasure;
pub mod grid;
pub mod guides;
pub mod history;
pub mod material;
pub mod matrix;
pub mod media;
pub mod memos;
pub mod merge;
pub mod names;
pub mod paraphrases;
pub mod persons;
pub mod player;
pub mod project;
pub mod queries;
pub mod query;
pub mod retrieve;
pub mod revisit;
pub mod search;
pub mod sets;
pub mod share;
pub mod summaries;
pub mod templates;
pub mod variable_import;
pub mod variables;
pub mod versions;
pub mod words;
