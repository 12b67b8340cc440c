//! PDF: the text layer, in reading order.

use super::detect::not_yet;
use super::{ReadOptions, Reading};
use crate::error::Result;
use crate::tr;

pub fn read(name: &str, _bytes: &[u8], _options: &ReadOptions) -> Result<Reading> {
    Err(not_yet(name, "PDF", tr!("read-pdf-hint")))
}
