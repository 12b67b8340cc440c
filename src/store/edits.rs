//! Corrections of transcripts: the texts and what stands in them, and what an undo must not do to either.
//!
//! A row that says where something stands means the text that its document has at that moment. So an old operation can be
//! taken back or done again only where its rows mean the present text, and a correction only where nothing has come to
//! stand in the text since: that would be left behind.

use rusqlite::{OptionalExtension, params};
use serde_json::{Map, Value};

use super::{Reader, Writer};
use crate::error::{Error, Result};
use crate::model::edits::{Standing, TextEdit};
use crate::model::{CodeId, CoderId, CodingId, DocumentId, OperationId, new_uuid};
use crate::text::anchors::{Fate, Hunk, Moves};
use crate::text::recognise::Options;
use crate::text::{CharPos, Paragraph, Span, Text};
use crate::tr;

/// The tables whose rows say where in a text they stand, with `document`, `start_pos` and `end_pos`; paragraphs are moved
/// apart from them.
pub const POSITIONED: &[&str] =
    &["coding", "memo", "anchor", "paraphrase", "quotation_release", "decision", "decision_side"];

/// A row that stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub what: Standing,
    pub id: i64,
    pub span: Span,
    pub coder: Option<CoderId>,
    pub code: Option<CodeId>,
}

fn table(what: Standing) -> &'static str {
    match what {
        Standing::Coding => "coding",
        Standing::Memo => "memo",
        Standing::Paraphrase => "paraphrase",
        Standing::Anchor => "anchor",
        Standing::Release => "quotation_release",
    }
}

/// Everything that stands in a document's text, everyone's: codings by coder and code, then the rest; each in text order.
pub fn everything_in(writer: &Writer<'_>, document: DocumentId) -> Result<Vec<Place>> {
    let mut all = Vec::new();
    for (what, coder, code) in [
        (Standing::Coding, "coder", "code"),
        (Standing::Memo, "coder", "NULL"),
        (Standing::Paraphrase, "coder", "NULL"),
        (Standing::Anchor, "NULL", "code"),
        (Standing::Release, "NULL", "NULL"),
    ] {
        let mut statement = writer.conn.prepare_cached(&format!(
            "SELECT id, start_pos, end_pos, {coder}, {code} FROM {} WHERE document = ?1 AND start_pos IS NOT NULL
             ORDER BY {coder}, {code}, start_pos, end_pos, id",
            table(what)
        ))?;
        let rows = statement.query_map([document.0], |row| {
            Ok(Place {
                what,
                id: row.get(0)?,
                span: Span::new(row.get(1)?, row.get(2)?),
                coder: row.get::<_, Option<i64>>(3)?.map(CoderId),
                code: row.get::<_, Option<i64>>(4)?.map(CodeId),
            })
        })?;
        for row in rows {
            all.push(row?);
        }
    }
    Ok(all)
}

/// Puts a row to another place.
pub fn move_to(writer: &Writer<'_>, what: Standing, id: i64, span: Span) -> Result<()> {
    let sql = format!("UPDATE {} SET start_pos = ?2, end_pos = ?3 WHERE id = ?1", table(what));
    writer.conn.prepare_cached(&sql)?.execute(params![id, span.start.0, span.end.0])?;
    Ok(())
}

/// A paraphrase whose passage is gone keeps its words.
pub fn unplace_paraphrase(writer: &Writer<'_>, id: i64) -> Result<()> {
    writer.conn.execute("UPDATE paraphrase SET start_pos = NULL, end_pos = NULL WHERE id = ?1", [id])?;
    Ok(())
}

/// Whether a memo is on a coding.
pub fn has_memo(writer: &Writer<'_>, coding: CodingId) -> Result<bool> {
    let mut statement = writer.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM memo WHERE coding = ?1)")?;
    Ok(statement.query_row([coding.0], |row| row.get(0))?)
}

/// An anchor example's words follow the transcript's.
pub fn set_anchor_words(writer: &Writer<'_>, id: i64, before: &str, after: &str) -> Result<()> {
    writer
        .conn
        .prepare_cached("UPDATE anchor SET text = ?3 WHERE id = ?1 AND text = ?2")?
        .execute(params![id, before, after])?;
    Ok(())
}

/// The hash of a document's present text.
pub fn text_hash(reader: &Reader<'_>, document: DocumentId) -> Result<String> {
    let mut statement = reader.conn.prepare_cached("SELECT text FROM document WHERE id = ?1")?;
    let hash = statement.query_row([document.0], |row| row.get(0)).optional()?;
    hash.ok_or_else(|| Error::not_found(tr!("error-document-gone")))
}

/// A text by its hash.
pub fn text_of(reader: &Reader<'_>, sha256: &str) -> Result<Option<Text>> {
    let mut statement = reader.conn.prepare_cached("SELECT text FROM text_version WHERE sha256 = ?1")?;
    Ok(statement.query_row([sha256], |row| row.get::<_, String>(0)).optional()?.map(Text::new))
}

/// How the document's labels, times and numbers were recognised when it was imported.
pub fn recognise_options(reader: &Reader<'_>, document: DocumentId) -> Result<Options> {
    let mut statement = reader.conn.prepare_cached("SELECT options FROM document WHERE id = ?1")?;
    let text: String = statement.query_row([document.0], |row| row.get(0))?;
    let options: Value = serde_json::from_str(&text).unwrap_or_default();
    let recognise = options.get("recognise").cloned().unwrap_or_default();
    Ok(serde_json::from_value(recognise).unwrap_or_default())
}

/// Gives a document another text.
pub fn set_text(writer: &Writer<'_>, document: DocumentId, text: &Text, numbered: u32) -> Result<String> {
    let hash = super::documents::insert_text(writer, text.as_str())?;
    writer.conn.execute(
        "UPDATE document SET text = ?2, paragraphs = ?3, words = ?4, characters = ?5 WHERE id = ?1",
        params![document.0, hash, numbered, crate::text::spans::count_words(text.as_str()), text.len()],
    )?;
    Ok(hash)
}

/// Remembers which text became which.
pub fn insert(
    writer: &Writer<'_>,
    document: DocumentId,
    (before, after): (&str, &str),
    hunks: &[Hunk],
    reason: &str,
) -> Result<()> {
    writer.conn.execute(
        "INSERT INTO text_edit (uuid, document, before, after, hunks, coder, reason, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            new_uuid(),
            document.0,
            before,
            after,
            serde_json::to_string(hunks).unwrap_or_default(),
            writer.coder.0,
            reason,
            crate::clock::now(),
        ],
    )?;
    Ok(())
}

/// The corrections of a document, oldest first: each begins with the text that the one before it ended with.
pub fn chain(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<TextEdit>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT text_edit.uuid, document, before, after, hunks, coalesce(coder.name, ''), reason, at
         FROM text_edit LEFT JOIN coder ON coder.id = text_edit.coder WHERE document = ?1 ORDER BY text_edit.id",
    )?;
    let mut rows = statement.query([document.0])?;
    let mut edits = Vec::new();
    while let Some(row) = rows.next()? {
        let hunks: String = row.get(4)?;
        edits.push(TextEdit {
            uuid: row.get(0)?,
            document: DocumentId(row.get(1)?),
            before: row.get(2)?,
            after: row.get(3)?,
            hunks: serde_json::from_str(&hunks).map_err(|_| Error::damaged(tr!("error-edit-damaged")))?,
            coder: row.get(5)?,
            reason: row.get(6)?,
            at: row.get(7)?,
        });
    }
    Ok(edits)
}

/// The maps that lead from an earlier text of a document to its present one, in order; none where the text was never the
/// document's. A text that it has now needs none.
pub fn since(reader: &Reader<'_>, document: DocumentId, sha256: &str) -> Result<Option<Vec<Moves>>> {
    if text_hash(reader, document)? == sha256 {
        return Ok(Some(Vec::new()));
    }
    let edits = chain(reader, document)?;
    let Some(first) = edits.iter().rposition(|edit| edit.before == sha256) else { return Ok(None) };
    let maps = edits.into_iter().skip(first).map(|edit| Moves::new(edit.hunks));
    Ok(maps.collect())
}

/// Paragraph rows of a document with their keys, in text order.
pub fn paragraph_ids(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<i64>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT id FROM paragraph WHERE document = ?1 ORDER BY start_pos")?;
    Ok(statement.query_map([document.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

pub fn remove_paragraph(writer: &Writer<'_>, id: i64) -> Result<()> {
    writer.conn.prepare_cached("DELETE FROM paragraph WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Takes a number away, so that another paragraph can have it.
pub fn unnumber(writer: &Writer<'_>, id: i64) -> Result<()> {
    writer.conn.prepare_cached("UPDATE paragraph SET number = NULL WHERE id = ?1")?.execute([id])?;
    Ok(())
}

pub fn update_paragraph(
    writer: &Writer<'_>,
    id: i64,
    paragraph: &Paragraph,
    speaker: Option<i64>,
) -> Result<()> {
    writer
        .conn
        .prepare_cached(
            "UPDATE paragraph SET number = ?2, start_pos = ?3, end_pos = ?4, kind = ?5, speaker = ?6, time = ?7,
               end_time = ?8, marks = ?9 WHERE id = ?1",
        )?
        .execute(params![
            id,
            paragraph.number,
            paragraph.span.start.0,
            paragraph.span.end.0,
            paragraph.kind.name(),
            speaker,
            paragraph.time,
            paragraph.end_time,
            super::documents::write_marks(paragraph),
        ])?;
    Ok(())
}

pub fn insert_paragraph(
    writer: &Writer<'_>,
    document: DocumentId,
    paragraph: &Paragraph,
    speaker: Option<i64>,
) -> Result<()> {
    writer
        .conn
        .prepare_cached(
            "INSERT INTO paragraph (document, number, start_pos, end_pos, kind, speaker, time, end_time, marks)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            document.0,
            paragraph.number,
            paragraph.span.start.0,
            paragraph.span.end.0,
            paragraph.kind.name(),
            speaker,
            paragraph.time,
            paragraph.end_time,
            super::documents::write_marks(paragraph),
        ])?;
    Ok(())
}

/// Gives a speaker another label, with everything that is known of them.
pub fn rename_speaker(writer: &Writer<'_>, id: i64, label: &str) -> Result<()> {
    writer.conn.execute("UPDATE speaker SET label = ?2 WHERE id = ?1", params![id, label])?;
    Ok(())
}

/// Removes a speaker to whom nothing points: neither a paragraph nor the person they are.
pub fn remove_silent(writer: &Writer<'_>, id: i64) -> Result<()> {
    writer.conn.execute(
        "DELETE FROM speaker WHERE id = ?1 AND person IS NULL AND NOT EXISTS (SELECT 1 FROM paragraph WHERE speaker = ?1)",
        [id],
    )?;
    Ok(())
}

/// What stands in the way of replaying an operation.
pub(super) enum Obstacle {
    /// A row that has come to stand in the text since.
    Row { table: String, row: i64 },
    /// The text of the document is another.
    Text(DocumentId),
}

/// A row that a replay is going to put: the image that is there now, and the one that shall be.
pub(super) struct Step<'a> {
    pub table: &'a str,
    pub row: i64,
    pub from: Option<&'a Map<String, Value>>,
    pub to: Option<&'a Map<String, Value>>,
}

/// Whether the rows of a replay and the texts that they mean fit together.
pub(super) fn obstacle(
    writer: &Writer<'_>,
    target: OperationId,
    steps: &[Step<'_>],
) -> Result<Option<Obstacle>> {
    let (mut documents, mut corrected) = (Vec::new(), Vec::new());
    for step in steps.iter().filter(|step| step.table == "document") {
        documents.push(step.row);
        if let (Some(from), Some(to)) = (step.from, step.to)
            && from.get("text") != to.get("text")
        {
            corrected.push(step.row);
        }
    }
    for document in corrected {
        if let Some((table, row)) = stands_since(writer, target, document, steps)? {
            return Ok(Some(Obstacle::Row { table, row }));
        }
    }
    let mut known: Option<(i64, Option<Vec<Moves>>)> = None;
    for step in steps.iter().filter(|step| POSITIONED.contains(&step.table)) {
        let number = |name: &str| step.to.and_then(|to| to.get(name)).and_then(Value::as_i64);
        let (Some(document), Some(start), Some(end)) =
            (number("document"), number("start_pos"), number("end_pos"))
        else {
            continue;
        };
        if documents.contains(&document) {
            continue;
        }
        if known.as_ref().is_none_or(|(of, _)| *of != document) {
            known = Some((document, maps_since(writer, target, DocumentId(document))?));
        }
        let at = |position: i64| u32::try_from(position).unwrap_or(u32::MAX);
        let mut span = Span { start: CharPos(at(start)), end: CharPos(at(end)) };
        let there = match known.as_ref().map(|(_, maps)| maps) {
            Some(Some(maps)) => maps.iter().all(|map| {
                let (before, now) = (span, map.span(span));
                span = now;
                now == before && map.fate(before, now) == Fate::Kept
            }),
            _ => false,
        };
        if !there {
            return Ok(Some(Obstacle::Text(DocumentId(document))));
        }
    }
    Ok(None)
}

/// The maps from the text that a document had at an operation to its present one.
fn maps_since(writer: &Writer<'_>, target: OperationId, document: DocumentId) -> Result<Option<Vec<Moves>>> {
    let mut statement = writer.conn.prepare_cached(
        "SELECT before ->> '$.text' FROM change WHERE operation > ?1 AND operation < ?2 AND table_name = 'document'
           AND row = ?3 AND before ->> '$.text' <> after ->> '$.text' ORDER BY id LIMIT 1",
    )?;
    let then: Option<String> = statement
        .query_row(params![target.0, writer.operation.0, document.0], |row| row.get(0))
        .optional()?;
    match then {
        None => Ok(Some(Vec::new())),
        Some(text) => since(writer, document, &text),
    }
}

/// A row that stands in a document's text otherwise than right after the target, and that the replay does not move.
fn stands_since(
    writer: &Writer<'_>,
    target: OperationId,
    document: i64,
    steps: &[Step<'_>],
) -> Result<Option<(String, i64)>> {
    let conn = writer.conn;
    let mut statement = conn.prepare_cached(
        "SELECT table_name, row, before ->> '$.document', before ->> '$.start_pos', before ->> '$.end_pos'
         FROM change WHERE operation > ?1 AND operation < ?2
           AND table_name IN (SELECT value FROM json_each(?4))
           AND (before ->> '$.document' = ?3 OR after ->> '$.document' = ?3) ORDER BY id",
    )?;
    let tables = serde_json::to_string(POSITIONED).unwrap_or_default();
    let mut rows = statement.query(params![target.0, writer.operation.0, document, tables])?;
    let mut seen = std::collections::BTreeSet::new();
    while let Some(row) = rows.next()? {
        let (table, id): (String, i64) = (row.get(0)?, row.get(1)?);
        if !seen.insert((table.clone(), id)) || !POSITIONED.contains(&table.as_str()) {
            continue;
        }
        let then: [Option<i64>; 3] = [row.get(2)?, row.get(3)?, row.get(4)?];
        let sql = format!("SELECT document, start_pos, end_pos FROM {table} WHERE id = ?1");
        let now: Option<[Option<i64>; 3]> = conn
            .prepare_cached(&sql)?
            .query_row([id], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))
            .optional()?;
        let moved = steps.iter().any(|step| step.table == table && step.row == id);
        if now.is_some_and(|now| now != then && now[0] == Some(document)) && !moved {
            return Ok(Some((table, id)));
        }
    }
    Ok(None)
}
