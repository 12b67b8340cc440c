//! Summaries: the cells of the Summary Grid.

use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, Writer};
use crate::error::Result;
use crate::model::summaries::Summary;
use crate::model::{CodeId, CoderId, DocumentId, SummaryId, new_uuid};

const COLUMNS: &str = "id, uuid, document, code, coder, text, changed";

fn summary(row: &Row<'_>) -> rusqlite::Result<Summary> {
    Ok(Summary {
        id: SummaryId(row.get(0)?),
        uuid: row.get(1)?,
        document: DocumentId(row.get(2)?),
        code: CodeId(row.get(3)?),
        coder: CoderId(row.get(4)?),
        text: row.get(5)?,
        changed: row.get(6)?,
    })
}

/// All visible summaries.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Summary>> {
    let mut statement = reader
        .conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM visible_summary ORDER BY document, code, coder"))?;
    Ok(statement.query_map([], summary)?.collect::<rusqlite::Result<_>>()?)
}

/// One coder's text in one cell.
pub fn get(
    reader: &Reader<'_>,
    document: DocumentId,
    code: CodeId,
    coder: CoderId,
) -> Result<Option<Summary>> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM visible_summary WHERE document = ?1 AND code = ?2 AND coder = ?3"
    ))?;
    Ok(statement.query_row([document.0, code.0, coder.0], summary).optional()?)
}

/// Writes a cell; an empty text empties it.
pub fn write(
    writer: &Writer<'_>,
    document: DocumentId,
    code: CodeId,
    coder: CoderId,
    text: &str,
) -> Result<()> {
    if text.is_empty() {
        writer.conn.execute(
            "DELETE FROM summary WHERE document = ?1 AND code = ?2 AND coder = ?3",
            [document.0, code.0, coder.0],
        )?;
        return Ok(());
    }
    writer.conn.execute(
        "INSERT INTO summary (uuid, document, code, coder, text, changed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (document, code, coder) DO UPDATE SET text = excluded.text, changed = excluded.changed
           WHERE text <> excluded.text",
        params![new_uuid(), document.0, code.0, coder.0, text, crate::clock::now()],
    )?;
    Ok(())
}

/// Everyone's summaries of a code.
pub fn everyones_of_code(writer: &Writer<'_>, code: CodeId) -> Result<Vec<Summary>> {
    let mut statement =
        writer.conn.prepare_cached(&format!("SELECT {COLUMNS} FROM summary WHERE code = ?1 ORDER BY id"))?;
    Ok(statement.query_map([code.0], summary)?.collect::<rusqlite::Result<_>>()?)
}

/// Everyone's text in a cell of another code, as merging codes needs it.
pub fn text_of(
    writer: &Writer<'_>,
    document: DocumentId,
    code: CodeId,
    coder: CoderId,
) -> Result<Option<String>> {
    let mut statement = writer
        .conn
        .prepare_cached("SELECT text FROM summary WHERE document = ?1 AND code = ?2 AND coder = ?3")?;
    Ok(statement.query_row([document.0, code.0, coder.0], |row| row.get(0)).optional()?)
}

pub fn remove_of_code(writer: &Writer<'_>, code: CodeId) -> Result<()> {
    writer.conn.execute("DELETE FROM summary WHERE code = ?1", [code.0])?;
    Ok(())
}
