//! EXMARaLDA (`.exb`): events on a common time line.

use super::detect::not_yet;
use super::{ReadOptions, Reading};
use crate::error::Result;
use crate::tr;

/// Whether the text is one of these.
pub fn claims(extension: &str, text: &str) -> bool {
    extension == "exb" && text.starts_with("<?xml") || text.contains("<basic-transcription")
}

pub fn read(name: &str, _text: &str, _options: &ReadOptions) -> Result<Reading> {
    Err(not_yet(name, "EXMARaLDA", tr!("read-export-hint")))
}
