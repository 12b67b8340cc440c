//! Bytes to drafts and tables to bytes. Knows no store.
//!
//! [`read`] has one reader a transcript format, [`codebooks`] the coding guide's formats, [`sheets`] reads the cells of
//! tables, [`values`] those of values, [`report`] the reports that are checked, [`mod@write`] has one writer a table format. [`recordings`] says how long an audio or video file is.

pub mod codebooks;
pub mod encrypted;
pub mod names;
pub mod read;
pub mod recordings;
pub mod report;
pub mod sheets;
pub mod values;
pub mod write;
