//! Bytes to drafts and tables to bytes. Knows no store.
//!
//! [`read`] has one reader a transcript format, [`codebooks`] the coding guide's formats, [`mod@write`] one writer a table
//! format. [`recordings`] says how long an audio or video file is.

pub mod codebooks;
pub mod names;
pub mod read;
pub mod recordings;
pub mod write;
