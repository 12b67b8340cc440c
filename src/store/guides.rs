//! Reference documents: guide versions, which codes they ask about, which interviews were led by them; stages.

use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, Writer, documents};
use crate::error::{Error, Result};
use crate::model::guides::{Reference, ReferenceKind, Stage};
use crate::model::{CodeId, DocumentId, ReferenceId, new_uuid};
use crate::tr;

const COLUMNS: &str =
    "SELECT id, uuid, kind, name, version, source_name, source_sha256, imported FROM reference_document";

fn reference(row: &Row<'_>) -> rusqlite::Result<Reference> {
    Ok(Reference {
        id: ReferenceId(row.get(0)?),
        uuid: row.get(1)?,
        kind: ReferenceKind::from_name(row.get_ref(2)?.as_str().unwrap_or_default()),
        name: row.get(3)?,
        version: row.get(4)?,
        source_name: row.get(5)?,
        source_sha256: row.get(6)?,
        imported: row.get(7)?,
    })
}

/// All reference documents in the order in which they came.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Reference>> {
    let mut statement = reader.conn.prepare_cached(&format!("{COLUMNS} ORDER BY id"))?;
    Ok(statement.query_map([], reference)?.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: ReferenceId) -> Result<Reference> {
    let mut statement = reader.conn.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?;
    let found = statement.query_row([id.0], reference).optional()?;
    found.ok_or_else(|| Error::not_found(tr!("error-guide-gone")))
}

/// The words of a reference document.
pub fn text(reader: &Reader<'_>, id: ReferenceId) -> Result<String> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT text_version.text FROM reference_document
         JOIN text_version ON text_version.sha256 = reference_document.text WHERE reference_document.id = ?1",
    )?;
    let text = statement.query_row([id.0], |row| row.get(0)).optional()?;
    text.ok_or_else(|| Error::not_found(tr!("error-guide-gone")))
}

/// What a reference document is imported as.
#[derive(Debug, Clone, Copy)]
pub struct NewReference<'a> {
    pub kind: ReferenceKind,
    pub name: &'a str,
    pub version: &'a str,
    pub source_name: &'a str,
    pub source_sha256: &'a str,
}

pub fn insert(writer: &Writer<'_>, new: NewReference<'_>, text: &str) -> Result<ReferenceId> {
    let text = documents::insert_text(writer, text)?;
    writer.conn.execute(
        "INSERT INTO reference_document (uuid, kind, name, version, text, source_name, source_sha256, imported)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            new_uuid(),
            new.kind.name(),
            new.name,
            new.version,
            text,
            new.source_name,
            new.source_sha256,
            crate::clock::now(),
        ],
    )?;
    Ok(ReferenceId(writer.conn.last_insert_rowid()))
}

/// Removes a reference document; interviews that were led by it have none then.
pub fn remove(writer: &Writer<'_>, id: ReferenceId) -> Result<()> {
    for sql in [
        "UPDATE document SET guide = NULL WHERE guide = ?1",
        "DELETE FROM guide_code WHERE reference_document = ?1",
        "DELETE FROM reference_document WHERE id = ?1",
    ] {
        writer.conn.execute(sql, [id.0])?;
    }
    Ok(())
}

/// Which codes a guide asks about.
pub fn codes(reader: &Reader<'_>, id: ReferenceId) -> Result<Vec<CodeId>> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT code FROM guide_code WHERE reference_document = ?1 ORDER BY id")?;
    let rows = statement.query_map([id.0], |row| Ok(CodeId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub fn insert_code(writer: &Writer<'_>, id: ReferenceId, code: CodeId) -> Result<()> {
    writer.conn.execute(
        "INSERT INTO guide_code (reference_document, code) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        [id.0, code.0],
    )?;
    Ok(())
}

pub fn remove_code(writer: &Writer<'_>, id: ReferenceId, code: CodeId) -> Result<()> {
    writer
        .conn
        .execute("DELETE FROM guide_code WHERE reference_document = ?1 AND code = ?2", [id.0, code.0])?;
    Ok(())
}

/// A code goes: no guide asks about it any more.
pub fn forget_code(writer: &Writer<'_>, code: CodeId) -> Result<()> {
    writer.conn.execute("DELETE FROM guide_code WHERE code = ?1", [code.0])?;
    Ok(())
}

/// What asked about one code asks about another.
pub fn move_code(writer: &Writer<'_>, from: CodeId, to: CodeId) -> Result<()> {
    writer.conn.execute(
        "UPDATE guide_code SET code = ?2 WHERE code = ?1 AND reference_document NOT IN
           (SELECT reference_document FROM guide_code WHERE code = ?2)",
        [from.0, to.0],
    )?;
    forget_code(writer, from)
}

/// Says by which guide an interview was led.
pub fn set_guide(writer: &Writer<'_>, document: DocumentId, guide: Option<ReferenceId>) -> Result<()> {
    writer
        .conn
        .execute("UPDATE document SET guide = ?2 WHERE id = ?1", params![document.0, guide.map(|id| id.0)])?;
    Ok(())
}

pub fn set_stage(writer: &Writer<'_>, document: DocumentId, stage: Stage) -> Result<()> {
    writer.conn.execute("UPDATE document SET stage = ?2 WHERE id = ?1", params![document.0, stage.name()])?;
    Ok(())
}
