//! Coders, their status per document and pass, and whose codings count.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, Writer, viewer};
use crate::error::{Error, Result};
use crate::model::coders::{AnalysisSet, Because, Choice, Coder, Pass, Status, Work};
use crate::model::{CoderId, DocumentId, VersionId, new_uuid};
use crate::tr;

const COLUMNS: &str = "SELECT id, uuid, name, color, consensus FROM coder";

fn coder(row: &Row<'_>) -> rusqlite::Result<Coder> {
    Ok(Coder {
        id: CoderId(row.get(0)?),
        uuid: row.get(1)?,
        name: row.get(2)?,
        color: row.get(3)?,
        consensus: row.get(4)?,
    })
}

pub fn list(reader: &Reader<'_>) -> Result<Vec<Coder>> {
    let mut statement = reader.conn.prepare_cached(&format!("{COLUMNS} ORDER BY id"))?;
    Ok(statement.query_map([], coder)?.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: CoderId) -> Result<Coder> {
    let mut statement = reader.conn.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?;
    let found = statement.query_row([id.0], coder).optional()?;
    found.ok_or_else(|| Error::not_found(tr!("error-coder-gone")).hint(tr!("hint-coder-gone")))
}

/// A coder by name, letter case aside.
pub fn by_name(reader: &Reader<'_>, name: &str) -> Result<Coder> {
    let all = list(reader)?;
    let wanted = name.trim().to_lowercase();
    let found = all.iter().find(|coder| coder.name.to_lowercase() == wanted).cloned();
    found.ok_or_else(|| {
        let names = all.iter().map(|coder| coder.name.as_str()).collect::<Vec<_>>().join(", ");
        Error::not_found(tr!("error-no-such-coder", name = name.to_owned()))
            .hint(tr!("hint-no-such-coder", names = names))
    })
}

pub fn insert(writer: &Writer<'_>, name: &str, color: &str, consensus: bool) -> Result<CoderId> {
    writer.conn.execute(
        "INSERT INTO coder (uuid, name, color, consensus) VALUES (?1, ?2, ?3, ?4)",
        params![new_uuid(), name, color, consensus],
    )?;
    Ok(CoderId(writer.conn.last_insert_rowid()))
}

pub fn rename(writer: &Writer<'_>, id: CoderId, name: &str) -> Result<()> {
    writer.conn.execute("UPDATE coder SET name = ?2 WHERE id = ?1", params![id.0, name])?;
    Ok(())
}

pub fn recolor(writer: &Writer<'_>, id: CoderId, color: &str) -> Result<()> {
    writer.conn.execute("UPDATE coder SET color = ?2 WHERE id = ?1", params![id.0, color])?;
    Ok(())
}

/// The coding passes, the current one last.
pub fn passes(reader: &Reader<'_>) -> Result<Vec<Pass>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT id, name, version FROM coding_pass ORDER BY position, id")?;
    let rows = statement.query_map([], |row| {
        let version = row.get::<_, Option<i64>>(2)?.map(VersionId);
        Ok(Pass { id: row.get(0)?, name: row.get(1)?, current: false, version })
    })?;
    let mut passes = rows.collect::<rusqlite::Result<Vec<Pass>>>()?;
    if let Some(last) = passes.last_mut() {
        last.current = true;
    }
    Ok(passes)
}

pub fn rename_pass(writer: &Writer<'_>, id: i64, name: &str) -> Result<()> {
    writer.conn.execute("UPDATE coding_pass SET name = ?2 WHERE id = ?1", params![id, name])?;
    Ok(())
}

/// Makes a pass the current one.
pub fn use_pass(writer: &Writer<'_>, id: i64) -> Result<()> {
    writer.conn.execute(
        "UPDATE coding_pass SET position = (SELECT max(position) + 1 FROM coding_pass)
         WHERE id = ?1 AND position < (SELECT max(position) FROM coding_pass)",
        [id],
    )?;
    Ok(())
}

/// Gives a coder a document to code in the current pass, or takes it away where it has not been begun: a declared
/// "not started".
pub fn assign(writer: &Writer<'_>, document: DocumentId, coder: CoderId, to_do: bool) -> Result<()> {
    const PASS: &str = "(SELECT id FROM coding_pass ORDER BY position DESC LIMIT 1)";
    let sql = match to_do {
        true => format!(
            "INSERT INTO work (document, coder, pass, status, at) VALUES (?1, ?2, {PASS}, 'not-started', ?3)
             ON CONFLICT (document, coder, pass) DO NOTHING"
        ),
        false => format!(
            "DELETE FROM work WHERE document = ?1 AND coder = ?2 AND pass = {PASS} AND status = 'not-started'
               AND ?3 <> ''"
        ),
    };
    writer.conn.execute(&sql, params![document.0, coder.0, crate::clock::now()])?;
    Ok(())
}

/// Makes a coding pass, the current one from now on.
pub fn insert_pass(writer: &Writer<'_>, name: &str, version: Option<VersionId>) -> Result<()> {
    writer.conn.execute(
        "INSERT INTO coding_pass (uuid, name, position, version)
         VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM coding_pass), ?3)",
        params![new_uuid(), name, version.map(|id| id.0)],
    )?;
    Ok(())
}

/// Says of which version of the codebook the codes of a pass are.
pub fn set_pass_version(writer: &Writer<'_>, id: i64, version: Option<VersionId>) -> Result<()> {
    let version = version.map(|id| id.0);
    writer.conn.execute("UPDATE coding_pass SET version = ?2 WHERE id = ?1", params![id, version])?;
    Ok(())
}

/// Every declared status of the newest coding pass. A blind coder sees their own.
pub fn work(reader: &Reader<'_>) -> Result<Vec<Work>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT document, coder, status, at FROM visible_work
         WHERE pass = (SELECT id FROM coding_pass ORDER BY position DESC LIMIT 1) ORDER BY at, id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Work {
            document: DocumentId(row.get(0)?),
            coder: CoderId(row.get(1)?),
            status: Status::from_name(&row.get::<_, String>(2)?).unwrap_or_default(),
            at: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Declares a coder's status in the newest coding pass; no row is "not started".
pub fn set_status(writer: &Writer<'_>, document: DocumentId, coder: CoderId, status: Status) -> Result<()> {
    writer.conn.execute(
        "INSERT INTO work (document, coder, pass, status, at)
         SELECT ?1, ?2, id, ?3, ?4 FROM (SELECT id FROM coding_pass ORDER BY position DESC LIMIT 1) AS pass
         WHERE ?3 <> 'not-started' OR EXISTS (
           SELECT 1 FROM work WHERE document = ?1 AND coder = ?2 AND work.pass = pass.id)
         ON CONFLICT (document, coder, pass) DO UPDATE SET status = excluded.status, at = excluded.at
           WHERE status <> excluded.status",
        params![document.0, coder.0, status.name(), crate::clock::now()],
    )?;
    Ok(())
}

/// Chooses whose codings count in a document; none: the first who declared it done.
pub fn choose(writer: &Writer<'_>, document: DocumentId, coder: Option<CoderId>) -> Result<()> {
    writer.conn.execute(
        "UPDATE document SET analysis_coder = ?2 WHERE id = ?1",
        params![document.0, coder.map(|id| id.0)],
    )?;
    Ok(())
}

/// Whose codings count for this reader, document by document.
///
/// A blind reader's own codings count everywhere but where there is a consensus: they see no others. The consensus of a
/// pass counts until consolidating begins anew in a later one.
pub fn analysis_set(reader: &Reader<'_>) -> Result<AnalysisSet> {
    let mut done: HashMap<DocumentId, CoderId> = HashMap::new();
    for work in work(reader)?.into_iter().filter(|work| work.status == Status::Done) {
        done.entry(work.document).or_insert(work.coder);
    }
    let mut statement = reader.conn.prepare_cached(
        "SELECT document.id, document.analysis_coder,
                (SELECT iif(work.status = 'done', work.coder, NULL) FROM work
                 JOIN coder ON coder.id = work.coder JOIN coding_pass ON coding_pass.id = work.pass
                 WHERE work.document = document.id AND coder.consensus = 1
                 ORDER BY coding_pass.position DESC, coding_pass.id DESC LIMIT 1)
         FROM document ORDER BY position, id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((DocumentId(row.get(0)?), row.get::<_, Option<i64>>(1)?, row.get::<_, Option<i64>>(2)?))
    })?;
    let mut chosen = HashMap::new();
    for row in rows {
        let (document, choice, consensus) = row?;
        let visible = match choice.map(CoderId) {
            Some(coder) if viewer::sees(reader, coder, Some(document))? => Some(coder),
            _ => None,
        };
        let (coder, because) = if let Some(id) = consensus {
            (CoderId(id), Because::Consensus)
        } else if let Some(coder) = visible {
            (coder, Because::Chosen)
        } else if let Some(&id) = done.get(&document) {
            (id, Because::Done)
        } else {
            (reader.coder, Because::Reader)
        };
        chosen.insert(document, Choice { coder, because });
    }
    Ok(AnalysisSet { chosen })
}
