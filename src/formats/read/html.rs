//! Web pages: noScribe, Otter, and pages with one paragraph a turn.

use super::detect::not_yet;
use super::{ReadOptions, Reading};
use crate::error::Result;
use crate::tr;

/// Whether the text is one of these.
pub fn claims(extension: &str, text: &str) -> bool {
    let head: String = text.chars().take(32).collect::<String>().to_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || (matches!(extension, "html" | "htm") && head.starts_with('<'))
}

pub fn read(name: &str, _text: &str, _options: &ReadOptions) -> Result<Reading> {
    Err(not_yet(name, "HTML", tr!("read-export-hint")))
}
