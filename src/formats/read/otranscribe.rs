//! oTranscribe (`.otr`): JSON around a piece of HTML.

use super::detect::not_yet;
use super::{ReadOptions, Reading};
use crate::error::Result;
use crate::tr;

/// Whether the text is one of these.
pub fn claims(extension: &str, text: &str) -> bool {
    text.starts_with('{') && extension == "otr"
}

pub fn read(name: &str, _text: &str, _options: &ReadOptions) -> Result<Reading> {
    Err(not_yet(name, "oTranscribe", tr!("read-export-hint")))
}
