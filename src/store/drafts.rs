//! Drafts: editor text that is not yet an operation, kept within a second and on SIGTERM, gone when it is saved.

use rusqlite::params;

use super::{Keeper, Reader};
use crate::error::Result;

/// An unsaved text: its field (`summary 12 30`, `memo 4`), the text, when it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftText {
    pub field: String,
    pub text: String,
    pub changed: String,
}

/// The current coder's drafts, oldest first.
pub fn list(reader: &Reader<'_>) -> Result<Vec<DraftText>> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT field, text, changed FROM draft WHERE coder = ?1 ORDER BY changed")?;
    let rows = statement.query_map([reader.coder.0], |row| {
        Ok(DraftText { field: row.get(0)?, text: row.get(1)?, changed: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Keeper<'_> {
    /// Keeps the current coder's unsaved text of a field.
    pub fn keep_draft(&self, field: &str, text: &str) -> Result<()> {
        self.conn.execute(
            "INSERT INTO draft (coder, field, text, changed) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (coder, field) DO UPDATE SET text = excluded.text, changed = excluded.changed",
            params![self.coder.0, field, text, crate::clock::now()],
        )?;
        Ok(())
    }
    /// The text is saved or given up.
    pub fn drop_draft(&self, field: &str) -> Result<()> {
        self.conn
            .execute("DELETE FROM draft WHERE coder = ?1 AND field = ?2", params![self.coder.0, field])?;
        Ok(())
    }
}
