//! CHAT (`.cha`): CLAN's transcripts.

use super::detect::not_yet;
use super::{ReadOptions, Reading};
use crate::error::Result;
use crate::tr;

/// Whether the text is one of these.
pub fn claims(extension: &str, text: &str) -> bool {
    extension == "cha" && text.contains("@Begin")
}

pub fn read(name: &str, _text: &str, _options: &ReadOptions) -> Result<Reading> {
    Err(not_yet(name, "CHAT", tr!("read-export-hint")))
}
