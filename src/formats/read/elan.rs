//! ELAN (`.eaf`): annotations in tiers.

use super::detect::not_yet;
use super::{ReadOptions, Reading};
use crate::error::Result;
use crate::tr;

/// Whether the text is one of these.
pub fn claims(extension: &str, text: &str) -> bool {
    extension == "eaf" && text.starts_with("<?xml") || text.contains("<ANNOTATION_DOCUMENT")
}

pub fn read(name: &str, _text: &str, _options: &ReadOptions) -> Result<Reading> {
    Err(not_yet(name, "ELAN", tr!("read-export-hint")))
}
