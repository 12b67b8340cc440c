//! Tables with a row a turn: csv and spreadsheets.

use super::detect::not_yet;
use super::{ReadOptions, Reading};
use crate::error::Result;
use crate::tr;

/// Whether the text is a table of turns.
pub fn claims(extension: &str, _text: &str) -> bool {
    matches!(extension, "csv" | "tsv")
}

pub fn read_csv(name: &str, _text: &str, _options: &ReadOptions) -> Result<Reading> {
    Err(not_yet(name, "CSV", tr!("read-word-processor-hint")))
}

pub fn read_workbook(name: &str, _bytes: &[u8], _options: &ReadOptions) -> Result<Reading> {
    Err(not_yet(name, "Excel", tr!("read-word-processor-hint")))
}
