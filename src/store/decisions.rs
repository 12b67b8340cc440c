//! Decisions of the consolidation, with the sides as they were.
//!
//! A decision shows both coders' work. Whoever must not see it yet sees no decision.

use std::collections::HashMap;

use rusqlite::{Row, params};

use super::{Reader, Writer, viewer};
use crate::error::Result;
use crate::model::decisions::{Decision, Outcome, Role, Side};
use crate::model::{CodeId, CoderId, DecisionId, DocumentId, new_uuid};
use crate::text::Span;

/// The decisions on a document, in text order; none while its coders are blind.
pub fn of_document(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<Decision>> {
    if !viewer::released_on(reader, document)? {
        return Ok(Vec::new());
    }
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, uuid, start_pos, end_pos, outcome, reason, coder, at FROM decision
         WHERE document = ?1 ORDER BY start_pos, end_pos, id",
    )?;
    let mut rows = statement.query([document.0])?;
    let mut decisions = Vec::new();
    let mut at = HashMap::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        at.insert(id, decisions.len());
        decisions.push(Decision {
            id: DecisionId(id),
            uuid: row.get(1)?,
            document,
            span: Span::new(row.get(2)?, row.get(3)?),
            outcome: Outcome::from_name(&row.get::<_, String>(4)?).unwrap_or(Outcome::Anew),
            reason: row.get(5)?,
            coder: CoderId(row.get(6)?),
            at: row.get(7)?,
            sides: Vec::new(),
        });
    }
    if decisions.is_empty() {
        return Ok(decisions);
    }
    let heirs = heirs(reader)?;
    let mut statement = reader.conn.prepare_cached(
        "SELECT decision, role, coder, code, code_path, start_pos, end_pos, coding FROM decision_side
         WHERE document = ?1 ORDER BY decision, id",
    )?;
    let mut rows = statement.query([document.0])?;
    while let Some(row) = rows.next()? {
        let decision = at.get(&row.get(0)?).and_then(|at: &usize| decisions.get_mut(*at));
        if let Some(decision) = decision {
            decision.sides.push(side(row, &heirs)?);
        }
    }
    Ok(decisions)
}

fn side(row: &Row<'_>, heirs: &HashMap<String, String>) -> Result<Side> {
    let mut coding: String = row.get(7)?;
    // A circle cannot be, but whoever edits the file by hand must not hang the program.
    for _ in 0..heirs.len() {
        match heirs.get(&coding) {
            Some(heir) => coding.clone_from(heir),
            None => break,
        }
    }
    Ok(Side {
        role: Role::from_name(&row.get::<_, String>(1)?).unwrap_or(Role::Compared),
        coder: CoderId(row.get(2)?),
        code: row.get::<_, Option<i64>>(3)?.map(CodeId),
        path: row.get(4)?,
        span: Span::new(row.get(5)?, row.get(6)?),
        coding,
    })
}

/// Which coding a united one has become a part of.
fn heirs(reader: &Reader<'_>) -> Result<HashMap<String, String>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT uuid, successor FROM tombstone WHERE noun = 'coding' AND successor IS NOT NULL",
    )?;
    Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
}

/// A decision to be written, in the newest coding pass.
#[derive(Debug, Clone)]
pub struct NewDecision<'a> {
    pub document: DocumentId,
    pub span: Span,
    pub outcome: Outcome,
    pub reason: &'a str,
    pub sides: &'a [Side],
}

/// Writes a decision of who works.
pub fn insert(writer: &Writer<'_>, new: &NewDecision<'_>) -> Result<DecisionId> {
    writer
        .conn
        .prepare_cached(
            "INSERT INTO decision (uuid, document, pass, start_pos, end_pos, outcome, reason, coder, at)
             SELECT ?1, ?2, id, ?3, ?4, ?5, ?6, ?7, ?8 FROM coding_pass ORDER BY position DESC LIMIT 1",
        )?
        .execute(params![
            new_uuid(),
            new.document.0,
            new.span.start.0,
            new.span.end.0,
            new.outcome.name(),
            new.reason,
            writer.coder.0,
            crate::clock::now(),
        ])?;
    let id = writer.conn.last_insert_rowid();
    let mut statement = writer.conn.prepare_cached(
        "INSERT INTO decision_side (decision, document, role, coder, code, code_path, start_pos, end_pos, coding)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for side in new.sides {
        statement.execute(params![
            id,
            new.document.0,
            side.role.name(),
            side.coder.0,
            side.code.map(|code| code.0),
            side.path,
            side.span.start.0,
            side.span.end.0,
            side.coding,
        ])?;
    }
    Ok(DecisionId(id))
}

/// Removes a decision; what it wrote into the consensus is the caller's.
pub fn remove(writer: &Writer<'_>, id: DecisionId) -> Result<()> {
    for sql in ["DELETE FROM decision_side WHERE decision = ?1", "DELETE FROM decision WHERE id = ?1"] {
        writer.conn.prepare_cached(sql)?.execute([id.0])?;
    }
    Ok(())
}

/// Says which coding of the consensus holds the results of one code within a span.
pub fn point_results(
    writer: &Writer<'_>,
    document: DocumentId,
    code: CodeId,
    within: Span,
    coding: &str,
) -> Result<()> {
    writer
        .conn
        .prepare_cached(
            "UPDATE decision_side SET coding = ?5 WHERE document = ?1 AND code = ?2 AND role = 'result'
               AND start_pos >= ?3 AND end_pos <= ?4 AND coding <> ?5",
        )?
        .execute(params![document.0, code.0, within.start.0, within.end.0, coding])?;
    Ok(())
}

/// The passages of a document's decisions with their keys.
pub fn passages(writer: &Writer<'_>, document: DocumentId) -> Result<Vec<(DecisionId, Span)>> {
    let mut statement =
        writer.conn.prepare_cached("SELECT id, start_pos, end_pos FROM decision WHERE document = ?1")?;
    let rows = statement
        .query_map([document.0], |row| Ok((DecisionId(row.get(0)?), Span::new(row.get(1)?, row.get(2)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Puts a decision to another passage of its text.
pub fn move_to(writer: &Writer<'_>, id: DecisionId, span: Span) -> Result<()> {
    writer
        .conn
        .prepare_cached("UPDATE decision SET start_pos = ?2, end_pos = ?3 WHERE id = ?1")?
        .execute(params![id.0, span.start.0, span.end.0])?;
    Ok(())
}

/// A side by its key, with whose segment of which code it was, and where.
pub type SidePlace = (i64, CoderId, Option<CodeId>, Span);

/// Where the sides of a document's decisions stand.
pub fn side_places(writer: &Writer<'_>, document: DocumentId) -> Result<Vec<SidePlace>> {
    let mut statement = writer.conn.prepare_cached(
        "SELECT id, coder, code, start_pos, end_pos FROM decision_side WHERE document = ?1",
    )?;
    let rows = statement.query_map([document.0], |row| {
        let code = row.get::<_, Option<i64>>(2)?.map(CodeId);
        Ok((row.get(0)?, CoderId(row.get(1)?), code, Span::new(row.get(3)?, row.get(4)?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Puts a side to another passage of its text.
pub fn move_side(writer: &Writer<'_>, id: i64, span: Span) -> Result<()> {
    writer
        .conn
        .prepare_cached("UPDATE decision_side SET start_pos = ?2, end_pos = ?3 WHERE id = ?1")?
        .execute(params![id, span.start.0, span.end.0])?;
    Ok(())
}

/// What was decided about a code that is merged is about the other one; the path stays as it was.
pub fn move_code(writer: &Writer<'_>, from: CodeId, into: CodeId) -> Result<()> {
    writer.conn.execute("UPDATE decision_side SET code = ?2 WHERE code = ?1", params![from.0, into.0])?;
    Ok(())
}

/// A code that is removed stays in the decisions by its path alone.
pub fn forget_code(writer: &Writer<'_>, code: CodeId) -> Result<()> {
    writer.conn.execute("UPDATE decision_side SET code = NULL WHERE code = ?1", [code.0])?;
    Ok(())
}
