//! Memos.

use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, Writer};
use crate::error::{Error, Result};
use crate::model::memos::{Memo, MemoOn, MemoText};
use crate::model::{CaseId, CodeId, CoderId, CodingId, DocumentId, GroupId, MemoId, new_uuid};
use crate::text::Span;
use crate::tr;

const COLUMNS: &str =
    "id, uuid, kind, document, start_pos, end_pos, code, coding, title, text, coder, created, changed,
     document_group, study_case, template, dated";

fn memo(row: &Row<'_>) -> rusqlite::Result<Memo> {
    let kind: String = row.get(2)?;
    let document = row.get::<_, Option<i64>>(3)?.map(DocumentId);
    let on = match (kind.as_str(), document) {
        ("document", Some(document)) => MemoOn::Document(document),
        ("place", Some(document)) => MemoOn::Place(document, Span::new(row.get(4)?, row.get(5)?)),
        ("code", _) => MemoOn::Code(CodeId(row.get(6)?)),
        ("coding", _) => MemoOn::Coding(CodingId(row.get(7)?)),
        ("group", _) => MemoOn::Group(GroupId(row.get(13)?)),
        ("case", _) => MemoOn::Case(CaseId(row.get(14)?)),
        ("project", _) => MemoOn::Project,
        ("logbook", _) => MemoOn::Logbook,
        _ => MemoOn::Free,
    };
    Ok(Memo {
        id: MemoId(row.get(0)?),
        uuid: row.get(1)?,
        on,
        title: row.get(8)?,
        text: row.get(9)?,
        coder: CoderId(row.get(10)?),
        created: row.get(11)?,
        changed: row.get(12)?,
        template: row.get(15)?,
        dated: row.get(16)?,
    })
}

/// All visible memos, newest first.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Memo>> {
    let mut statement = reader
        .conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM visible_memo ORDER BY created DESC, id DESC"))?;
    Ok(statement.query_map([], memo)?.collect::<rusqlite::Result<_>>()?)
}

/// The visible memos on a document and on places in it.
pub fn of_document(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<Memo>> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM visible_memo WHERE document = ?1 ORDER BY start_pos IS NOT NULL, start_pos, id"
    ))?;
    Ok(statement.query_map([document.0], memo)?.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: MemoId) -> Result<Memo> {
    let mut statement =
        reader.conn.prepare_cached(&format!("SELECT {COLUMNS} FROM visible_memo WHERE id = ?1"))?;
    let found = statement.query_row([id.0], memo).optional()?;
    found.ok_or_else(|| Error::not_found(tr!("error-memo-gone")))
}

pub fn insert(writer: &Writer<'_>, on: MemoOn, new: &MemoText, coder: CoderId) -> Result<MemoId> {
    let (document, span) = match on {
        MemoOn::Document(document) => (Some(document.0), None),
        MemoOn::Place(document, span) => (Some(document.0), Some(span)),
        _ => (None, None),
    };
    let code = if let MemoOn::Code(id) = on { Some(id.0) } else { None };
    let coding = if let MemoOn::Coding(id) = on { Some(id.0) } else { None };
    let group = if let MemoOn::Group(id) = on { Some(id.0) } else { None };
    let case = if let MemoOn::Case(id) = on { Some(id.0) } else { None };
    let now = crate::clock::now();
    writer.conn.execute(
        "INSERT INTO memo (uuid, kind, document, start_pos, end_pos, code, coding, title, text, coder, created, changed,
           document_group, study_case, template, dated)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11, ?12, ?13, ?14, ?15)",
        params![
            new_uuid(),
            on.kind(),
            document,
            span.map(|span| span.start.0),
            span.map(|span| span.end.0),
            code,
            coding,
            new.title,
            new.text,
            coder.0,
            now,
            group,
            case,
            new.template,
            new.dated.as_deref().filter(|day| !day.is_empty()),
        ],
    )?;
    Ok(MemoId(writer.conn.last_insert_rowid()))
}

pub fn update(writer: &Writer<'_>, id: MemoId, new: &MemoText) -> Result<()> {
    writer.conn.execute(
        "UPDATE memo SET title = ?2, text = ?3, changed = ?4 WHERE id = ?1 AND (title <> ?2 OR text <> ?3)",
        params![id.0, new.title, new.text, crate::clock::now()],
    )?;
    if let Some(day) = &new.dated {
        writer.conn.execute("UPDATE memo SET dated = nullif(?2, '') WHERE id = ?1", params![id.0, day])?;
    }
    Ok(())
}

/// Which case each document belongs to, with its name.
pub fn cases(reader: &Reader<'_>) -> Result<Vec<(DocumentId, CaseId, String)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT case_document.document, study_case.id, study_case.name FROM case_document
         JOIN study_case ON study_case.id = case_document.study_case ORDER BY case_document.id",
    )?;
    let rows =
        statement.query_map([], |row| Ok((DocumentId(row.get(0)?), CaseId(row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub fn remove(writer: &Writer<'_>, id: MemoId) -> Result<()> {
    writer.conn.execute("DELETE FROM memo WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Moves the memos of one coding to another.
pub fn move_from_coding(writer: &Writer<'_>, from: CodingId, to: CodingId) -> Result<()> {
    writer.conn.execute("UPDATE memo SET coding = ?2 WHERE coding = ?1", params![from.0, to.0])?;
    Ok(())
}

/// Moves the memos of one code to another.
pub fn move_from_code(writer: &Writer<'_>, from: CodeId, to: CodeId) -> Result<()> {
    writer.conn.execute("UPDATE memo SET code = ?2 WHERE code = ?1", params![from.0, to.0])?;
    Ok(())
}

/// A coding goes, its memos stay: as memos on its place.
pub fn leave_at_place(writer: &Writer<'_>, coding: CodingId, document: DocumentId, span: Span) -> Result<()> {
    writer.conn.execute(
        "UPDATE memo SET kind = 'place', coding = NULL, document = ?2, start_pos = ?3, end_pos = ?4 WHERE coding = ?1",
        params![coding.0, document.0, span.start.0, span.end.0],
    )?;
    Ok(())
}

/// A case goes, its memos stay: as free memos.
pub fn set_free_of_case(writer: &Writer<'_>, case: CaseId) -> Result<()> {
    writer
        .conn
        .execute("UPDATE memo SET kind = 'free', study_case = NULL WHERE study_case = ?1", [case.0])?;
    Ok(())
}

/// A code goes, its memos stay: as free memos.
pub fn set_free(writer: &Writer<'_>, code: CodeId) -> Result<()> {
    writer.conn.execute("UPDATE memo SET kind = 'free', code = NULL WHERE code = ?1", [code.0])?;
    Ok(())
}
