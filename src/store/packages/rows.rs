//! Rows of the project as a merge finds and writes them: by table and column name. Names come from the schema, never from
//! the file that is merged.

use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params, params_from_iter};
use serde_json::Value;

use super::portable::Shape;
use crate::error::Result;
use crate::model::packages::{Image, NOUNS, Noun};
use crate::store::{Reader, Writer};

/// What a UUID of the other file is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    Row(i64),
    /// It went, and nothing took its place.
    Buried,
    Unknown,
}

/// Finds a row by the UUID that another file knows it by: its own, an alias, or what it went into.
pub fn resolve(reader: &Reader<'_>, noun: &Noun, uuid: &str) -> Result<Found> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "WITH RECURSIVE heir (uuid) AS (
           SELECT ?1
           UNION SELECT local_uuid FROM alias JOIN heir ON alias.foreign_uuid = heir.uuid
           UNION SELECT successor FROM tombstone JOIN heir ON tombstone.uuid = heir.uuid WHERE successor IS NOT NULL)
         SELECT r.id FROM heir JOIN main.\"{}\" AS r ON r.uuid = heir.uuid LIMIT 1",
        noun.table
    ))?;
    if let Some(id) = statement.query_row([uuid], |row| row.get(0)).optional()? {
        return Ok(Found::Row(id));
    }
    let mut statement = reader.conn.prepare_cached("SELECT 1 FROM tombstone WHERE uuid = ?1")?;
    Ok(if statement.exists([uuid])? { Found::Buried } else { Found::Unknown })
}

/// The row with exactly these values.
pub fn find(reader: &Reader<'_>, table: &str, values: &[(&str, Value)]) -> Result<Option<i64>> {
    let conditions: Vec<String> =
        values.iter().enumerate().map(|(nth, (column, _))| format!("\"{column}\" IS ?{}", nth + 1)).collect();
    let mut statement = reader.conn.prepare_cached(&format!(
        "SELECT id FROM main.\"{table}\" WHERE {} ORDER BY id LIMIT 1",
        conditions.join(" AND ")
    ))?;
    let values: Vec<Sql> = values.iter().map(|(_, value)| sql(value)).collect();
    Ok(statement.query_row(params_from_iter(values), |row| row.get(0)).optional()?)
}

/// A row by its integer, references as integers.
pub fn image(reader: &Reader<'_>, table: &str, id: i64) -> Result<Option<Image>> {
    let columns = crate::store::tracking::columns(reader.conn, table)?;
    let sql =
        format!("SELECT {} FROM main.\"{table}\" WHERE id = ?1", crate::store::tracking::image(&columns, ""));
    let text: Option<String> =
        reader.conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
    text.map(|text| super::portable::parse(&text)).transpose()
}

/// A table as it is here.
pub fn shape(reader: &Reader<'_>, table: &str) -> Result<Shape> {
    Shape::of(reader.conn, table)
}

fn sql(value: &Value) -> Sql {
    match value {
        Value::Number(number) => number.as_i64().map_or(Sql::Null, Sql::Integer),
        Value::String(text) => Sql::Text(text.clone()),
        Value::Bool(yes) => Sql::Integer(i64::from(*yes)),
        _ => Sql::Null,
    }
}

/// Adds a row; a column that the image does not have gets its default. An `id` in it is kept.
pub fn insert(writer: &Writer<'_>, table: &str, image: &Image) -> Result<i64> {
    let columns: Vec<String> = crate::store::tracking::columns(writer.conn, table)?
        .into_iter()
        .filter(|column| image.contains_key(column))
        .collect();
    let names: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    let marks: Vec<String> = (1..=columns.len()).map(|nth| format!("?{nth}")).collect();
    let values: Vec<Sql> = columns.iter().map(|column| image.get(column).map_or(Sql::Null, sql)).collect();
    writer
        .conn
        .prepare_cached(&format!(
            "INSERT INTO main.\"{table}\" ({}) VALUES ({})",
            names.join(", "),
            marks.join(", ")
        ))?
        .execute(params_from_iter(values))?;
    Ok(writer.conn.last_insert_rowid())
}

pub fn update(writer: &Writer<'_>, table: &str, id: i64, values: &[(String, Value)]) -> Result<()> {
    if values.is_empty() {
        return Ok(());
    }
    let sets: Vec<String> =
        values.iter().enumerate().map(|(nth, (column, _))| format!("\"{column}\" = ?{}", nth + 2)).collect();
    let mut all = vec![Sql::Integer(id)];
    all.extend(values.iter().map(|(_, value)| sql(value)));
    writer
        .conn
        .prepare_cached(&format!("UPDATE main.\"{table}\" SET {} WHERE id = ?1", sets.join(", ")))?
        .execute(params_from_iter(all))?;
    Ok(())
}

pub fn remove(writer: &Writer<'_>, table: &str, id: i64) -> Result<()> {
    writer.conn.prepare_cached(&format!("DELETE FROM main.\"{table}\" WHERE id = ?1"))?.execute([id])?;
    Ok(())
}

/// Foreign keys are checked at the end: rows that take each other's place are out for a moment.
pub fn defer(writer: &Writer<'_>) -> Result<()> {
    writer.conn.pragma_update(None, "defer_foreign_keys", true)?;
    Ok(())
}

/// Tables with rows that refer to a row, and how many, but for those of one coder.
pub fn users(
    reader: &Reader<'_>,
    table: &str,
    id: i64,
    but: Option<i64>,
) -> Result<Vec<(&'static str, u32)>> {
    let mut found = Vec::new();
    for noun in NOUNS.iter().filter(|noun| noun.table != table) {
        let shape = Shape::of(reader.conn, noun.table)?;
        for (column, _) in shape.references.iter().filter(|(_, target)| target == table) {
            let others = if noun.own { "AND (?2 IS NULL OR coder <> ?2)" } else { "AND (?2 IS NULL OR 1)" };
            let count: u32 = reader
                .conn
                .prepare_cached(&format!(
                    "SELECT count(*) FROM main.\"{}\" WHERE \"{column}\" = ?1 {others}",
                    noun.table
                ))?
                .query_row(params![id, but], |row| row.get(0))?;
            if count > 0 {
                found.push((noun.table, count));
            }
        }
    }
    Ok(found)
}

/// The text of a text version is needed here as well.
pub fn put_text(writer: &Writer<'_>, text: &str) -> Result<String> {
    crate::store::documents::insert_text(writer, text)
}

/// Corrections of decided sides and the like follow their row.
pub fn remove_where(writer: &Writer<'_>, table: &str, column: &str, id: i64) -> Result<()> {
    writer
        .conn
        .prepare_cached(&format!("DELETE FROM main.\"{table}\" WHERE \"{column}\" = ?1"))?
        .execute([id])?;
    Ok(())
}

/// The decisions on a passage.
pub fn decisions(reader: &Reader<'_>, document: i64, span: crate::text::Span) -> Result<Vec<i64>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id FROM decision WHERE document = ?1 AND start_pos < ?3 AND end_pos > ?2 ORDER BY id",
    )?;
    let rows = statement.query_map(params![document, span.start.0, span.end.0], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A group goes; its documents have none then, memos on it become free.
pub fn remove_group(writer: &Writer<'_>, id: i64) -> Result<()> {
    for sql in [
        "UPDATE memo SET kind = 'free', document_group = NULL WHERE document_group = ?1",
        "UPDATE document SET document_group = NULL WHERE document_group = ?1",
        "DELETE FROM document_group WHERE id = ?1",
    ] {
        writer.conn.execute(sql, [id])?;
    }
    Ok(())
}

/// A coding is gone without a place: memos on it become free.
pub fn free_memos_of_coding(writer: &Writer<'_>, id: i64) -> Result<()> {
    writer.conn.execute("UPDATE memo SET kind = 'free', coding = NULL WHERE coding = ?1", [id])?;
    Ok(())
}
