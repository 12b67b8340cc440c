//! What coders found out about cells without segments.

use std::collections::HashSet;

use rusqlite::params;

use super::{Reader, Writer};
use crate::error::{Error, Result};
use crate::model::summaries::{CellState, StateOf};
use crate::model::{CodeId, CoderId, DocumentId};
use crate::tr;

/// All visible states, also those of cells that have got segments since.
pub fn list(reader: &Reader<'_>) -> Result<Vec<StateOf>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT document, code, coder, state FROM visible_cell_state ORDER BY document, code, coder",
    )?;
    let mut rows = statement.query([])?;
    let mut states = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(3)?;
        let state = CellState::from_name(&name)
            .ok_or_else(|| Error::unreadable(tr!("error-cell-state-unknown", name = name)))?;
        states.push(StateOf {
            document: DocumentId(row.get(0)?),
            code: CodeId(row.get(1)?),
            coder: CoderId(row.get(2)?),
            state,
        });
    }
    Ok(states)
}

/// The documents that were not asked about a code, as a visible coder says.
pub fn not_asked(reader: &Reader<'_>) -> Result<Vec<(DocumentId, CodeId, CoderId)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT document, code, coder FROM visible_cell_state WHERE state = 'not-asked' ORDER BY document, code",
    )?;
    let rows = statement
        .query_map([], |row| Ok((DocumentId(row.get(0)?), CodeId(row.get(1)?), CoderId(row.get(2)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Says of a cell what a coder found out; none takes it back.
pub fn set(
    writer: &Writer<'_>,
    document: DocumentId,
    code: CodeId,
    coder: CoderId,
    state: Option<CellState>,
) -> Result<()> {
    match state {
        Some(state) => writer.conn.execute(
            "INSERT INTO cell_state (document, code, coder, state, changed) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (document, code, coder) DO UPDATE SET state = excluded.state, changed = excluded.changed
               WHERE state <> excluded.state",
            params![document.0, code.0, coder.0, state.name(), crate::clock::now()],
        )?,
        None => writer.conn.execute(
            "DELETE FROM cell_state WHERE document = ?1 AND code = ?2 AND coder = ?3",
            [document.0, code.0, coder.0],
        )?,
    };
    Ok(())
}

/// The cells in which a coder has segments.
pub fn coded_cells(reader: &Reader<'_>, coder: CoderId) -> Result<HashSet<(DocumentId, CodeId)>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT DISTINCT document, code FROM visible_coding WHERE coder = ?1")?;
    let rows = statement.query_map([coder.0], |row| Ok((DocumentId(row.get(0)?), CodeId(row.get(1)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
