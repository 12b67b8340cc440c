//! Whisper and whisperX: JSON with segments.

use super::detect::not_yet;
use super::{ReadOptions, Reading};
use crate::error::Result;
use crate::tr;

/// Whether the text is one of these.
pub fn claims(extension: &str, text: &str) -> bool {
    text.starts_with('{') && extension == "json" && text.contains("\"segments\"")
}

pub fn read(name: &str, _text: &str, _options: &ReadOptions) -> Result<Reading> {
    Err(not_yet(name, "JSON", tr!("read-export-hint")))
}
