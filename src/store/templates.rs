//! Templates of memos.

use rusqlite::{Row, params};

use super::{Reader, Writer};
use crate::error::Result;
use crate::model::memos::Template;
use crate::model::{TemplateId, new_uuid};

fn template(row: &Row<'_>) -> rusqlite::Result<Template> {
    Ok(Template {
        id: Some(TemplateId(row.get(0)?)),
        name: row.get(1)?,
        kind: row.get(2)?,
        text: row.get(3)?,
    })
}

/// The study's own templates, by position.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Template>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT id, name, kind, text FROM memo_template ORDER BY position, id")?;
    Ok(statement.query_map([], template)?.collect::<rusqlite::Result<_>>()?)
}

pub fn insert(writer: &Writer<'_>, name: &str, kind: &str, text: &str) -> Result<TemplateId> {
    writer.conn.execute(
        "INSERT INTO memo_template (uuid, name, kind, text, position)
         VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position), 0) + 1 FROM memo_template))",
        params![new_uuid(), name, kind, text],
    )?;
    Ok(TemplateId(writer.conn.last_insert_rowid()))
}

pub fn update(writer: &Writer<'_>, id: TemplateId, kind: &str, text: &str) -> Result<()> {
    writer
        .conn
        .execute("UPDATE memo_template SET kind = ?2, text = ?3 WHERE id = ?1", params![id.0, kind, text])?;
    Ok(())
}

/// Gives a template another name; memos that were begun with it keep to it.
pub fn rename(writer: &Writer<'_>, id: TemplateId, name: &str) -> Result<()> {
    let sql = "UPDATE memo SET template = ?2
               WHERE template = (SELECT name FROM memo_template WHERE id = ?1) AND template <> ?2";
    writer.conn.execute(sql, params![id.0, name])?;
    writer.conn.execute("UPDATE memo_template SET name = ?2 WHERE id = ?1", params![id.0, name])?;
    Ok(())
}

pub fn remove(writer: &Writer<'_>, id: TemplateId) -> Result<()> {
    writer.conn.execute("DELETE FROM memo_template WHERE id = ?1", [id.0])?;
    Ok(())
}
