//! Editor text that is not yet an operation: kept against crashes, outside the history.

use crate::error::Result;
use crate::store::Project;

/// Keeps the current coder's unsaved text of a field (`summary DOCUMENT CODE`, `memo ID` …).
pub fn keep(project: &mut Project, field: &str, text: &str) -> Result<()> {
    project.keep(|keeper| keeper.keep_draft(field, text))
}

/// The text of the field is saved or given up.
pub fn discard(project: &mut Project, field: &str) -> Result<()> {
    project.keep(|keeper| keeper.drop_draft(field))
}

/// Remembers in this copy where the workbench was left.
pub fn remember(project: &mut Project, key: &str, value: &str) -> Result<()> {
    project.keep(|keeper| keeper.set_state(key, value))
}
