//! What coders found out about cells without segments.

use super::Reader;
use crate::error::Result;
use crate::model::{CodeId, CoderId, DocumentId};

/// The documents that were not asked about a code, as a visible coder says.
pub fn not_asked(reader: &Reader<'_>) -> Result<Vec<(DocumentId, CodeId, CoderId)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT document, code, coder FROM visible_cell_state WHERE state = 'not-asked' ORDER BY document, code",
    )?;
    let rows = statement
        .query_map([], |row| Ok((DocumentId(row.get(0)?), CodeId(row.get(1)?), CoderId(row.get(2)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
