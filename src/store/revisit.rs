//! Codes to revisit: work left, by document, code, coder and pass.

use rusqlite::params;

use super::{Reader, Writer};
use crate::error::Result;
use crate::model::revisit::{Reason, Revisit};
use crate::model::{CodeId, CoderId, DocumentId};

const PASS: &str = "(SELECT id FROM coding_pass ORDER BY position DESC LIMIT 1)";

/// What waits in the current pass, by document. A blind coder sees their own.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Revisit>> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "SELECT document, code, coder, reason, at FROM visible_revisit WHERE pass = {PASS}
         ORDER BY document, code, coder"
    ))?;
    let rows = statement.query_map([], |row| {
        Ok(Revisit {
            document: DocumentId(row.get(0)?),
            code: CodeId(row.get(1)?),
            coder: CoderId(row.get(2)?),
            reason: Reason::from_name(row.get_ref(3)?.as_str().unwrap_or_default()),
            at: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many documents and codes wait for a coder.
pub fn count(reader: &Reader<'_>, coder: CoderId) -> Result<usize> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "SELECT count(*) FROM visible_revisit WHERE pass = {PASS} AND coder = ?1"
    ))?;
    let count: u32 = statement.query_row([coder.0], |row| row.get(0))?;
    Ok(count as usize)
}

/// Who is to revisit a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Everyone,
    /// Everyone but a coder.
    But(CoderId),
    /// A coder in a document.
    Only(CoderId, DocumentId),
}

/// Marks a code in every document that somebody has begun or done; each coder's own rows. What waits already keeps its
/// reason.
pub fn mark(writer: &Writer<'_>, code: CodeId, reason: Reason, whose: Whose) -> Result<()> {
    let (but, only) = match whose {
        Whose::Everyone => (None, None),
        Whose::But(coder) => (Some(coder), None),
        Whose::Only(coder, document) => (None, Some((coder, document))),
    };
    writer.conn.execute(
        &format!(
            "INSERT INTO revisit (document, code, coder, pass, reason, at)
             SELECT work.document, ?1, work.coder, work.pass, ?2, ?3
             FROM work JOIN coder ON coder.id = work.coder
             WHERE work.pass = {PASS} AND work.status <> 'not-started' AND coder.consensus = 0
               AND work.coder IS NOT ?4 AND (?5 IS NULL OR work.coder = ?5 AND work.document = ?6)
             ORDER BY work.document, work.coder
             ON CONFLICT (document, code, coder, pass) DO NOTHING"
        ),
        params![
            code.0,
            reason.name(),
            crate::clock::now(),
            but.map(|coder| coder.0),
            only.map(|(coder, _)| coder.0),
            only.map(|(_, document)| document.0)
        ],
    )?;
    Ok(())
}

/// Segments of a code went into another below it: whoever has not begun that looks through their segments of the first,
/// and so does this coder where some are left.
pub fn mark_split(writer: &Writer<'_>, from: CodeId, to: CodeId, coder: CoderId) -> Result<()> {
    writer.conn.execute(
        &format!(
            "INSERT INTO revisit (document, code, coder, pass, reason, at)
             SELECT work.document, ?2, work.coder, work.pass, ?4, ?5
             FROM work JOIN coder ON coder.id = work.coder
             WHERE work.pass = {PASS} AND work.status <> 'not-started' AND coder.consensus = 0
               AND EXISTS (SELECT 1 FROM coding WHERE coding.code = ?1 AND coding.coder = work.coder
                             AND coding.document = work.document)
               AND (work.coder = ?3 OR NOT EXISTS
                     (SELECT 1 FROM coding WHERE coding.code = ?2 AND coding.coder = work.coder))
             ORDER BY work.document, work.coder
             ON CONFLICT (document, code, coder, pass) DO NOTHING"
        ),
        params![from.0, to.0, coder.0, Reason::Split.name(), crate::clock::now()],
    )?;
    Ok(())
}

/// A coder has looked.
pub fn done(writer: &Writer<'_>, document: DocumentId, code: CodeId, coder: CoderId) -> Result<()> {
    writer.conn.execute(
        "DELETE FROM revisit WHERE document = ?1 AND code = ?2 AND coder = ?3",
        params![document.0, code.0, coder.0],
    )?;
    Ok(())
}

/// What waits for a code waits for the one that it was merged into.
pub fn move_code(writer: &Writer<'_>, from: CodeId, to: CodeId) -> Result<()> {
    writer.conn.execute("UPDATE OR IGNORE revisit SET code = ?2 WHERE code = ?1", params![from.0, to.0])?;
    forget_code(writer, from)
}

pub fn forget_code(writer: &Writer<'_>, code: CodeId) -> Result<()> {
    writer.conn.execute("DELETE FROM revisit WHERE code = ?1", [code.0])?;
    Ok(())
}
