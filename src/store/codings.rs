//! Codings.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, Writer};
use crate::error::{Error, Result};
use crate::model::codings::{CodedSpan, Coding};
use crate::model::{CodeId, CoderId, CodingId, DocumentId, new_uuid};
use crate::text::Span;
use crate::tr;

const COLUMNS: &str = "id, uuid, document, code, coder, start_pos, end_pos, weight, comment, created";

fn coding(row: &Row<'_>) -> rusqlite::Result<Coding> {
    Ok(Coding {
        id: CodingId(row.get(0)?),
        uuid: row.get(1)?,
        document: DocumentId(row.get(2)?),
        code: CodeId(row.get(3)?),
        coder: CoderId(row.get(4)?),
        span: Span::new(row.get(5)?, row.get(6)?),
        weight: row.get(7)?,
        comment: row.get(8)?,
        created: row.get(9)?,
    })
}

/// The visible codings of a document, in text order.
pub fn of_document(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<Coding>> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM visible_coding WHERE document = ?1 ORDER BY start_pos, end_pos DESC, id"
    ))?;
    Ok(statement.query_map([document.0], coding)?.collect::<rusqlite::Result<_>>()?)
}

/// The visible codings of some codes, by document and in text order.
pub fn of_codes(reader: &Reader<'_>, codes: &[CodeId]) -> Result<Vec<Coding>> {
    let ids: Vec<i64> = codes.iter().map(|id| id.0).collect();
    let list = serde_json::to_string(&ids).unwrap_or_default();
    let mut statement = reader.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM visible_coding WHERE code IN (SELECT value FROM json_each(?1))
         ORDER BY document, start_pos, end_pos DESC, id"
    ))?;
    Ok(statement.query_map([list], coding)?.collect::<rusqlite::Result<_>>()?)
}

/// All visible codings, by document and in text order.
pub fn all(reader: &Reader<'_>) -> Result<Vec<Coding>> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM visible_coding ORDER BY document, start_pos, end_pos DESC, id"
    ))?;
    Ok(statement.query_map([], coding)?.collect::<rusqlite::Result<_>>()?)
}

/// Where all visible codings are, by document and in text order: for counting, which needs no words.
pub fn coded_spans(reader: &Reader<'_>) -> Result<Vec<CodedSpan>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, document, code, coder, start_pos, end_pos FROM visible_coding
         ORDER BY document, start_pos, end_pos DESC, id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(CodedSpan {
            id: CodingId(row.get(0)?),
            document: DocumentId(row.get(1)?),
            code: CodeId(row.get(2)?),
            coder: CoderId(row.get(3)?),
            span: Span::new(row.get(4)?, row.get(5)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The spans of the reader's own codings, by document and in text order; of one document where `only` says so.
pub fn spans(reader: &Reader<'_>, only: Option<DocumentId>) -> Result<Vec<(DocumentId, Span)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT document, start_pos, end_pos FROM visible_coding
         WHERE coder = ?1 AND (?2 IS NULL OR document = ?2) ORDER BY document, start_pos",
    )?;
    let rows = statement.query_map(params![reader.coder.0, only.map(|id| id.0)], |row| {
        Ok((DocumentId(row.get(0)?), Span::new(row.get(1)?, row.get(2)?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: CodingId) -> Result<Coding> {
    find(reader, id)?.ok_or_else(|| Error::not_found(tr!("error-coding-gone")))
}

/// A visible coding that may be gone.
pub fn find(reader: &Reader<'_>, id: CodingId) -> Result<Option<Coding>> {
    let mut statement =
        reader.conn.prepare_cached(&format!("SELECT {COLUMNS} FROM visible_coding WHERE id = ?1"))?;
    Ok(statement.query_row([id.0], coding).optional()?)
}

/// A visible coding by its UUID, or the one that it was united with.
pub fn by_uuid(reader: &Reader<'_>, uuid: &str) -> Result<Coding> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "WITH RECURSIVE heir (uuid) AS (
           SELECT ?1 UNION
           SELECT successor FROM tombstone JOIN heir ON tombstone.uuid = heir.uuid
             WHERE noun = 'coding' AND successor IS NOT NULL)
         SELECT {COLUMNS} FROM visible_coding WHERE uuid IN (SELECT uuid FROM heir)"
    ))?;
    let found = statement.query_row([uuid.trim().to_lowercase()], coding).optional()?;
    found.ok_or_else(|| Error::not_found(tr!("error-no-such-coding", uuid = uuid.to_owned())))
}

/// How many visible codings each (document, code, coder) has.
pub fn counts(reader: &Reader<'_>) -> Result<HashMap<(DocumentId, CodeId, CoderId), u32>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT document, code, coder, count(*) FROM visible_coding GROUP BY document, coder, code",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(((DocumentId(row.get(0)?), CodeId(row.get(1)?), CoderId(row.get(2)?)), row.get(3)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One coder's codings of one code that share a code point with `span`, whole, in text order.
pub fn overlapping(
    writer: &Writer<'_>,
    document: DocumentId,
    code: CodeId,
    coder: CoderId,
    span: Span,
) -> Result<Vec<Coding>> {
    let mut statement = writer.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM coding WHERE document = ?1 AND coder = ?2 AND code = ?3
           AND start_pos < ?5 AND end_pos > ?4 ORDER BY start_pos"
    ))?;
    let rows = statement
        .query_map(params![document.0, coder.0, code.0, span.start.0, span.end.0], coding)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// All coders' codings of a code (merging and removing codes concerns everyone's).
pub fn everyones_of_code(writer: &Writer<'_>, code: CodeId) -> Result<Vec<Coding>> {
    let mut statement = writer.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM coding WHERE code = ?1 ORDER BY document, coder, start_pos"
    ))?;
    Ok(statement.query_map([code.0], coding)?.collect::<rusqlite::Result<_>>()?)
}

/// Whether a coder has segments of a code.
pub fn uses(writer: &Writer<'_>, coder: CoderId, code: CodeId) -> Result<bool> {
    let mut statement =
        writer.conn.prepare_cached("SELECT 1 FROM coding WHERE code = ?1 AND coder = ?2 LIMIT 1")?;
    Ok(statement.exists([code.0, coder.0])?)
}

/// A coding to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewCoding<'a> {
    /// None: a new one.
    pub uuid: Option<&'a str>,
    pub document: DocumentId,
    pub code: CodeId,
    pub coder: CoderId,
    pub span: Span,
    pub weight: Option<u8>,
    pub comment: &'a str,
}

pub fn insert(writer: &Writer<'_>, new: NewCoding<'_>) -> Result<CodingId> {
    let uuid = new.uuid.map_or_else(new_uuid, str::to_owned);
    writer
        .conn
        .prepare_cached(
            "INSERT INTO coding (uuid, document, code, coder, start_pos, end_pos, weight, comment, created)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            uuid,
            new.document.0,
            new.code.0,
            new.coder.0,
            new.span.start.0,
            new.span.end.0,
            new.weight,
            new.comment,
            crate::clock::now(),
        ])?;
    Ok(CodingId(writer.conn.last_insert_rowid()))
}

/// Writes back a coding's code, span, weight and comment.
pub fn update(writer: &Writer<'_>, coding: &Coding) -> Result<()> {
    writer
        .conn
        .prepare_cached(
            "UPDATE coding SET code = ?2, start_pos = ?3, end_pos = ?4, weight = ?5, comment = ?6 WHERE id = ?1",
        )?
        .execute(params![
            coding.id.0,
            coding.code.0,
            coding.span.start.0,
            coding.span.end.0,
            coding.weight,
            coding.comment,
        ])?;
    Ok(())
}

/// Removes a coding that no memo is on any more.
pub fn remove(writer: &Writer<'_>, id: CodingId) -> Result<()> {
    writer.conn.prepare_cached("DELETE FROM coding WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}
