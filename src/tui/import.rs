//! The bridge to the import of transcripts.

use std::path::Path;

use crate::error::{Error, Result};
use crate::model::history::Changed;
use crate::store::Project;
use crate::tr;

/// Imports one file.
pub fn run(_project: &mut Project, path: &Path) -> Result<Changed> {
    Err(Error::refused(tr!("import-later", file = path.display().to_string())))
}
