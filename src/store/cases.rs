//! Cases and the documents they hold.

use std::collections::BTreeMap;

use rusqlite::params;

use super::{Reader, Writer, order};
use crate::error::{Error, Result};
use crate::model::cases::{Case, same_name};
use crate::model::{CaseId, DocumentId, new_uuid};
use crate::tr;

pub fn list(reader: &Reader<'_>) -> Result<Vec<Case>> {
    let mut documents: BTreeMap<i64, Vec<DocumentId>> = BTreeMap::new();
    let mut statement = reader.conn.prepare_cached(
        "SELECT case_document.study_case, document.id FROM case_document
         JOIN document ON document.id = case_document.document
         LEFT JOIN document_group ON document_group.id = document.document_group
         ORDER BY document_group.position IS NULL, document_group.position, document.position, document.id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        documents.entry(row.get(0)?).or_default().push(DocumentId(row.get(1)?));
    }
    let mut statement = reader
        .conn
        .prepare_cached("SELECT id, uuid, name, position FROM study_case ORDER BY position, id")?;
    let rows = statement.query_map([], |row| {
        let id: i64 = row.get(0)?;
        Ok(Case {
            id: CaseId(id),
            uuid: row.get(1)?,
            name: row.get(2)?,
            position: row.get(3)?,
            documents: documents.remove(&id).unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: CaseId) -> Result<Case> {
    let found = list(reader)?.into_iter().find(|case| case.id == id);
    found.ok_or_else(|| Error::not_found(tr!("error-case-gone")))
}

/// A case by its name, letter case aside.
pub fn by_name(reader: &Reader<'_>, name: &str) -> Result<Case> {
    let all = list(reader)?;
    let wanted = name.trim();
    let exact = all.iter().find(|case| case.name == wanted);
    let found = exact.or_else(|| all.iter().find(|case| same_name(&case.name, wanted))).cloned();
    found.ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|case| case.name.as_str()).collect();
        let error = Error::not_found(tr!("error-no-such-case", name = wanted.to_owned()));
        match names.len() {
            0 => error.hint(tr!("hint-no-cases")),
            1..=30 => error.hint(tr!("hint-cases-are", names = names.join(", "))),
            _ => error.hint(tr!("hint-cases-list")),
        }
    })
}

/// Adds a case as the last.
pub fn insert(writer: &Writer<'_>, name: &str) -> Result<CaseId> {
    writer.conn.execute(
        "INSERT INTO study_case (uuid, name, position)
         VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM study_case))",
        params![new_uuid(), name],
    )?;
    Ok(CaseId(writer.conn.last_insert_rowid()))
}

pub fn rename(writer: &Writer<'_>, id: CaseId, name: &str) -> Result<()> {
    writer.conn.execute("UPDATE study_case SET name = ?2 WHERE id = ?1", params![id.0, name])?;
    Ok(())
}

/// Puts a case at an index among all.
pub fn place(writer: &Writer<'_>, id: CaseId, index: usize) -> Result<()> {
    let all = list(writer)?;
    let update = "UPDATE study_case SET position = ?2 WHERE id = ?1 AND position <> ?2";
    order::place(writer, update, all.into_iter().map(|case| case.id.0), id.0, index)
}

/// Puts a document in a case, or in none.
pub fn assign(writer: &Writer<'_>, document: DocumentId, case: Option<CaseId>) -> Result<()> {
    match case {
        None => {
            writer.conn.execute("DELETE FROM case_document WHERE document = ?1", [document.0])?;
        }
        Some(case) => {
            let moved = writer.conn.execute(
                "UPDATE case_document SET study_case = ?2 WHERE document = ?1",
                params![document.0, case.0],
            )?;
            if moved == 0 {
                writer.conn.execute(
                    "INSERT INTO case_document (study_case, document) VALUES (?1, ?2)",
                    params![case.0, document.0],
                )?;
            }
        }
    }
    Ok(())
}

/// Removes a case with its values and everyone's summaries of it; its documents and persons stay without a case.
pub fn remove(writer: &Writer<'_>, id: CaseId) -> Result<()> {
    for sql in [
        "DELETE FROM case_document WHERE study_case = ?1",
        "DELETE FROM case_value WHERE study_case = ?1",
        "DELETE FROM case_summary WHERE study_case = ?1",
        "UPDATE person SET study_case = NULL WHERE study_case = ?1",
        "DELETE FROM study_case WHERE id = ?1",
    ] {
        writer.conn.execute(sql, [id.0])?;
    }
    Ok(())
}
