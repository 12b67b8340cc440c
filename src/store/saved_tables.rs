//! Saved tables.

use rusqlite::params;

use super::{Reader, Writer};
use crate::error::{Error, Result};
use crate::model::cases::same_name;
use crate::model::saved_tables::{SUMMARY_TABLE, SavedTable};
use crate::model::{SavedTableId, new_uuid};
use crate::tr;

/// All Summary Tables, in their order.
pub fn list(reader: &Reader<'_>) -> Result<Vec<SavedTable>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, uuid, name, kind, definition, position FROM saved_table WHERE kind = ?1
         ORDER BY position, id",
    )?;
    let rows = statement.query_map([SUMMARY_TABLE], |row| {
        Ok(SavedTable {
            id: SavedTableId(row.get(0)?),
            uuid: row.get(1)?,
            name: row.get(2)?,
            kind: row.get(3)?,
            definition: row.get(4)?,
            position: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: SavedTableId) -> Result<SavedTable> {
    let found = list(reader)?.into_iter().find(|table| table.id == id);
    found.ok_or_else(|| Error::not_found(tr!("error-table-gone")))
}

/// A Summary Table by its name, letter case aside.
pub fn by_name(reader: &Reader<'_>, name: &str) -> Result<SavedTable> {
    let all = list(reader)?;
    let wanted = name.trim();
    let exact = all.iter().find(|table| table.name == wanted);
    let found = exact.or_else(|| all.iter().find(|table| same_name(&table.name, wanted)));
    found.cloned().ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|table| table.name.as_str()).collect();
        Error::not_found(tr!("error-no-such-table", name = wanted.to_owned())).hint(match names.len() {
            0 => tr!("hint-no-tables"),
            _ => tr!("hint-tables-are", names = names.join(", ")),
        })
    })
}

/// Adds a table as the last.
pub fn insert(writer: &Writer<'_>, name: &str, definition: &str) -> Result<SavedTableId> {
    writer.conn.execute(
        "INSERT INTO saved_table (uuid, name, kind, definition, position)
         VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position), 0) + 1 FROM saved_table))",
        params![new_uuid(), name, SUMMARY_TABLE, definition],
    )?;
    Ok(SavedTableId(writer.conn.last_insert_rowid()))
}

/// Writes back a table's name and definition.
pub fn update(writer: &Writer<'_>, id: SavedTableId, name: &str, definition: &str) -> Result<()> {
    writer.conn.execute(
        "UPDATE saved_table SET name = ?2, definition = ?3 WHERE id = ?1",
        params![id.0, name, definition],
    )?;
    Ok(())
}

pub fn remove(writer: &Writer<'_>, id: SavedTableId) -> Result<()> {
    writer.conn.execute("DELETE FROM saved_table WHERE id = ?1", [id.0])?;
    Ok(())
}
