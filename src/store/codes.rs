//! The code system.

pub mod united;

use rusqlite::{Row, params};

use super::{Reader, Writer};
use crate::error::Result;
use crate::model::codes::{Anchor, Code, CodeTree, Guide, Origin};
use crate::model::{AnchorId, CodeId, DocumentId, new_uuid};
use crate::text::Span;

fn code(row: &Row<'_>) -> rusqlite::Result<Code> {
    Ok(Code {
        id: CodeId(row.get(0)?),
        uuid: row.get(1)?,
        parent: row.get::<_, Option<i64>>(2)?.map(CodeId),
        position: row.get(3)?,
        name: row.get(4)?,
        color: row.get(5)?,
        guide: Guide {
            definition: row.get(6)?,
            apply: row.get(7)?,
            not_apply: row.get(8)?,
            origin: Origin::from_name(&row.get::<_, String>(9)?).unwrap_or_default(),
            research_question: row.get(10)?,
        },
    })
}

/// The whole code system.
pub fn tree(reader: &Reader<'_>) -> Result<CodeTree> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, uuid, parent, position, name, color, definition, apply, not_apply, origin, research_question
         FROM code",
    )?;
    Ok(CodeTree::new(statement.query_map([], code)?.collect::<rusqlite::Result<_>>()?))
}

/// A code to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewCode<'a> {
    /// None: a new one.
    pub uuid: Option<&'a str>,
    pub parent: Option<CodeId>,
    pub name: &'a str,
    pub color: &'a str,
}

/// Adds a code as its parent's last subcode.
pub fn insert(writer: &Writer<'_>, new: NewCode<'_>) -> Result<CodeId> {
    let uuid = new.uuid.map_or_else(new_uuid, str::to_owned);
    writer
        .conn
        .prepare_cached(
            "INSERT INTO code (uuid, parent, position, name, color)
             VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM code WHERE parent IS ?2), ?3, ?4)",
        )?
        .execute(params![uuid, new.parent.map(|id| id.0), new.name, new.color])?;
    Ok(CodeId(writer.conn.last_insert_rowid()))
}

pub fn rename(writer: &Writer<'_>, id: CodeId, name: &str) -> Result<()> {
    writer.conn.execute("UPDATE code SET name = ?2 WHERE id = ?1", params![id.0, name])?;
    Ok(())
}

pub fn recolor(writer: &Writer<'_>, id: CodeId, color: &str) -> Result<()> {
    writer.conn.execute("UPDATE code SET color = ?2 WHERE id = ?1", params![id.0, color])?;
    Ok(())
}

pub fn define(writer: &Writer<'_>, id: CodeId, guide: &Guide) -> Result<()> {
    writer.conn.execute(
        "UPDATE code SET definition = ?2, apply = ?3, not_apply = ?4, origin = ?5, research_question = ?6
         WHERE id = ?1",
        params![
            id.0,
            guide.definition,
            guide.apply,
            guide.not_apply,
            guide.origin.name(),
            guide.research_question
        ],
    )?;
    Ok(())
}

/// Puts a code under a parent, before the sibling at `index` (past the end: last).
pub fn place(writer: &Writer<'_>, id: CodeId, parent: Option<CodeId>, index: usize) -> Result<()> {
    writer.conn.execute("UPDATE code SET parent = ?2 WHERE id = ?1", params![id.0, parent.map(|id| id.0)])?;
    let mut statement = writer
        .conn
        .prepare_cached("SELECT id FROM code WHERE parent IS ?1 AND id <> ?2 ORDER BY position, id")?;
    let mut siblings: Vec<i64> = statement
        .query_map(params![parent.map(|id| id.0), id.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    siblings.insert(index.min(siblings.len()), id.0);
    for (position, sibling) in siblings.into_iter().enumerate() {
        writer
            .conn
            .prepare_cached("UPDATE code SET position = ?2 WHERE id = ?1 AND position <> ?2")?
            .execute(params![sibling, position as i64 + 1])?;
    }
    Ok(())
}

/// Removes one code that nothing refers to any more.
pub fn remove(writer: &Writer<'_>, id: CodeId) -> Result<()> {
    writer.conn.execute("DELETE FROM code WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Says where a code's UUID went.
pub fn bury(writer: &Writer<'_>, uuid: &str, noun: &str, successor: Option<&str>) -> Result<()> {
    writer.conn.execute(
        "INSERT INTO tombstone (uuid, noun, successor) VALUES (?1, ?2, ?3)
         ON CONFLICT (uuid) DO UPDATE SET successor = excluded.successor",
        params![uuid, noun, successor],
    )?;
    Ok(())
}

/// A tombstone goes when its UUID comes back to life.
pub fn unbury(writer: &Writer<'_>, uuid: &str) -> Result<()> {
    writer.conn.execute("DELETE FROM tombstone WHERE uuid = ?1", [uuid])?;
    Ok(())
}

/// The anchor examples of one code, or of all.
pub fn anchors(reader: &Reader<'_>, code: Option<CodeId>) -> Result<Vec<Anchor>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, code, document, start_pos, end_pos, text, source, position FROM anchor
         WHERE ?1 IS NULL OR code = ?1 ORDER BY code, position, id",
    )?;
    let rows = statement.query_map([code.map(|id| id.0)], |row| {
        let document: Option<i64> = row.get(2)?;
        let span =
            Span::new(row.get::<_, Option<u32>>(3)?.unwrap_or(0), row.get::<_, Option<u32>>(4)?.unwrap_or(0));
        Ok(Anchor {
            id: AnchorId(row.get(0)?),
            code: CodeId(row.get(1)?),
            place: document.map(|id| (DocumentId(id), span)),
            text: row.get(5)?,
            source: row.get(6)?,
            position: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Adds an anchor example as the code's last; `source` only where it has no place.
pub fn insert_anchor(
    writer: &Writer<'_>,
    code: CodeId,
    place: Option<(DocumentId, Span)>,
    text: &str,
    source: &str,
) -> Result<AnchorId> {
    writer.conn.execute(
        "INSERT INTO anchor (uuid, code, document, start_pos, end_pos, text, source, position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT coalesce(max(position), 0) + 1 FROM anchor WHERE code = ?2))",
        params![
            new_uuid(),
            code.0,
            place.map(|(document, _)| document.0),
            place.map(|(_, span)| span.start.0),
            place.map(|(_, span)| span.end.0),
            text,
            source,
        ],
    )?;
    Ok(AnchorId(writer.conn.last_insert_rowid()))
}

/// An anchor example's document goes; the words stay with the citation that they had.
pub fn unlink_anchor(writer: &Writer<'_>, id: AnchorId, source: &str) -> Result<()> {
    writer.conn.execute(
        "UPDATE anchor SET document = NULL, start_pos = NULL, end_pos = NULL, source = ?2 WHERE id = ?1",
        params![id.0, source],
    )?;
    Ok(())
}

pub fn remove_anchor(writer: &Writer<'_>, id: AnchorId) -> Result<()> {
    writer.conn.execute("DELETE FROM anchor WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Moves a code's anchor examples behind another's.
pub fn move_anchors(writer: &Writer<'_>, from: CodeId, to: CodeId) -> Result<()> {
    writer.conn.execute(
        "UPDATE anchor SET code = ?2, position = position + (SELECT coalesce(max(position), 0) FROM anchor WHERE code = ?2)
         WHERE code = ?1",
        params![from.0, to.0],
    )?;
    Ok(())
}

pub fn remove_anchors(writer: &Writer<'_>, code: CodeId) -> Result<()> {
    writer.conn.execute("DELETE FROM anchor WHERE code = ?1", [code.0])?;
    Ok(())
}
