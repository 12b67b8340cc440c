//! RTF, as f4, MAXQDA and word processors write it.

use super::detect::not_yet;
use super::{ReadOptions, Reading};
use crate::error::Result;
use crate::tr;

pub fn read(name: &str, _bytes: &[u8], _options: &ReadOptions) -> Result<Reading> {
    Err(not_yet(name, "RTF", tr!("read-word-processor-hint")))
}
