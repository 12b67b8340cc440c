//! Condensations: one text a coder on a document, a code or a case.

use rusqlite::{OptionalExtension, params};

use super::{Reader, Writer};
use crate::error::Result;
use crate::model::summaries::{Condensation, Condensed};
use crate::model::{CaseId, CodeId, CoderId, DocumentId, new_uuid};

/// The table, and the column of what it is about.
fn table(on: Condensed) -> (&'static str, &'static str, i64) {
    match on {
        Condensed::Document(id) => ("document_summary", "document", id.0),
        Condensed::Code(id) => ("code_summary", "code", id.0),
        Condensed::Case(id) => ("case_summary", "study_case", id.0),
    }
}

/// All visible ones: of documents, of codes, of cases.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Condensation>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT 0 AS noun, document AS about, uuid, coder, text, changed FROM visible_document_summary
         UNION ALL SELECT 1, code, uuid, coder, text, changed FROM visible_code_summary
         UNION ALL SELECT 2, study_case, uuid, coder, text, changed FROM visible_case_summary
         ORDER BY noun, about, coder",
    )?;
    let rows = statement.query_map([], |row| {
        let about: i64 = row.get(1)?;
        Ok(Condensation {
            on: match row.get::<_, i64>(0)? {
                0 => Condensed::Document(DocumentId(about)),
                1 => Condensed::Code(CodeId(about)),
                _ => Condensed::Case(CaseId(about)),
            },
            uuid: row.get(2)?,
            coder: CoderId(row.get(3)?),
            text: row.get(4)?,
            changed: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One coder's text.
pub fn get(reader: &Reader<'_>, on: Condensed, coder: CoderId) -> Result<Option<String>> {
    let (table, column, id) = table(on);
    let mut statement = reader
        .conn
        .prepare_cached(&format!("SELECT text FROM visible_{table} WHERE {column} = ?1 AND coder = ?2"))?;
    Ok(statement.query_row([id, coder.0], |row| row.get(0)).optional()?)
}

/// Writes one coder's text; an empty one is removed.
pub fn write(writer: &Writer<'_>, on: Condensed, coder: CoderId, text: &str) -> Result<()> {
    let (table, column, id) = table(on);
    if text.is_empty() {
        let sql = format!("DELETE FROM {table} WHERE {column} = ?1 AND coder = ?2");
        writer.conn.execute(&sql, [id, coder.0])?;
        return Ok(());
    }
    let sql = format!(
        "INSERT INTO {table} (uuid, {column}, coder, text, changed) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT ({column}, coder) DO UPDATE SET text = excluded.text, changed = excluded.changed
           WHERE text <> excluded.text"
    );
    writer.conn.execute(&sql, params![new_uuid(), id, coder.0, text, crate::clock::now()])?;
    Ok(())
}
