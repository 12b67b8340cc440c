//! Paraphrases.

use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, Writer};
use crate::error::{Error, Result};
use crate::model::paraphrases::Paraphrase;
use crate::model::{CoderId, DocumentId, ParaphraseId, new_uuid};
use crate::text::Span;
use crate::tr;

const COLUMNS: &str = "id, uuid, document, start_pos, end_pos, coder, text, created, changed";

fn paraphrase(row: &Row<'_>) -> rusqlite::Result<Paraphrase> {
    let (start, end): (Option<u32>, Option<u32>) = (row.get(3)?, row.get(4)?);
    Ok(Paraphrase {
        id: ParaphraseId(row.get(0)?),
        uuid: row.get(1)?,
        document: DocumentId(row.get(2)?),
        span: start.zip(end).map(|(start, end)| Span::new(start, end)),
        coder: CoderId(row.get(5)?),
        text: row.get(6)?,
        created: row.get(7)?,
        changed: row.get(8)?,
    })
}

/// All visible paraphrases, document by document, in text order; those without a place last.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Paraphrase>> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM visible_paraphrase ORDER BY document, start_pos IS NULL, start_pos, end_pos, id"
    ))?;
    Ok(statement.query_map([], paraphrase)?.collect::<rusqlite::Result<_>>()?)
}

/// The visible paraphrases of a document, in text order.
pub fn of_document(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<Paraphrase>> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM visible_paraphrase WHERE document = ?1 ORDER BY start_pos IS NULL, start_pos, end_pos, id"
    ))?;
    Ok(statement.query_map([document.0], paraphrase)?.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: ParaphraseId) -> Result<Paraphrase> {
    let mut statement =
        reader.conn.prepare_cached(&format!("SELECT {COLUMNS} FROM visible_paraphrase WHERE id = ?1"))?;
    let found = statement.query_row([id.0], paraphrase).optional()?;
    found.ok_or_else(|| Error::not_found(tr!("error-paraphrase-gone")))
}

pub fn insert(
    writer: &Writer<'_>,
    document: DocumentId,
    span: Span,
    coder: CoderId,
    text: &str,
) -> Result<ParaphraseId> {
    writer.conn.execute(
        "INSERT INTO paraphrase (uuid, document, start_pos, end_pos, coder, text, created, changed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        params![new_uuid(), document.0, span.start.0, span.end.0, coder.0, text, crate::clock::now()],
    )?;
    Ok(ParaphraseId(writer.conn.last_insert_rowid()))
}

pub fn update(writer: &Writer<'_>, id: ParaphraseId, text: &str) -> Result<()> {
    writer.conn.execute(
        "UPDATE paraphrase SET text = ?2, changed = ?3 WHERE id = ?1 AND text <> ?2",
        params![id.0, text, crate::clock::now()],
    )?;
    Ok(())
}

pub fn remove(writer: &Writer<'_>, id: ParaphraseId) -> Result<()> {
    writer.conn.execute("DELETE FROM paraphrase WHERE id = ?1", [id.0])?;
    Ok(())
}
