//! Saved queries.

use std::collections::HashMap;

use rusqlite::params;

use super::{Reader, Writer};
use crate::error::{Error, Result};
use crate::model::cases::same_name;
use crate::model::queries::SavedQuery;
use crate::model::{QueryId, new_uuid};
use crate::tr;

/// All saved queries, in their order.
pub fn list(reader: &Reader<'_>) -> Result<Vec<SavedQuery>> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT id, uuid, name, query, position FROM saved_query ORDER BY position, id")?;
    let rows = statement.query_map([], |row| {
        Ok(SavedQuery {
            id: QueryId(row.get(0)?),
            uuid: row.get(1)?,
            name: row.get(2)?,
            query: row.get(3)?,
            position: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: QueryId) -> Result<SavedQuery> {
    let found = list(reader)?.into_iter().find(|query| query.id == id);
    found.ok_or_else(|| Error::not_found(tr!("error-query-gone")))
}

/// A saved query by its name, letter case aside.
pub fn by_name(reader: &Reader<'_>, name: &str) -> Result<SavedQuery> {
    let all = list(reader)?;
    let wanted = name.trim();
    let exact = all.iter().find(|query| query.name == wanted);
    let found = exact.or_else(|| all.iter().find(|query| same_name(&query.name, wanted)));
    found.cloned().ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|query| query.name.as_str()).collect();
        Error::not_found(tr!("error-no-such-query", name = wanted.to_owned())).hint(match names.len() {
            0 => tr!("hint-no-queries"),
            _ => tr!("hint-queries-are", names = names.join(", ")),
        })
    })
}

/// Adds a query as the last.
pub fn insert(writer: &Writer<'_>, name: &str, query: &str) -> Result<QueryId> {
    writer.conn.execute(
        "INSERT INTO saved_query (uuid, name, query, position)
         VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM saved_query))",
        params![new_uuid(), name, query],
    )?;
    Ok(QueryId(writer.conn.last_insert_rowid()))
}

/// Writes back a query's name and words.
pub fn update(writer: &Writer<'_>, id: QueryId, name: &str, query: &str) -> Result<()> {
    writer
        .conn
        .execute("UPDATE saved_query SET name = ?2, query = ?3 WHERE id = ?1", params![id.0, name, query])?;
    Ok(())
}

pub fn remove(writer: &Writer<'_>, id: QueryId) -> Result<()> {
    writer.conn.execute("DELETE FROM saved_query WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Where codes went that were merged into others: UUID to UUID.
pub fn heirs(reader: &Reader<'_>) -> Result<HashMap<String, String>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT uuid, successor FROM tombstone WHERE noun = 'code' AND successor IS NOT NULL",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
