//! OpenDocument texts (`.odt`).

use super::Reading;
use super::detect::not_yet;
use super::ooxml::Package;
use crate::error::Result;
use crate::tr;

pub fn read(name: &str, _package: Package<'_>) -> Result<Reading> {
    Err(not_yet(name, "OpenDocument", tr!("read-word-processor-hint")))
}
