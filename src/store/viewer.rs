//! What a coder may see: the `visible_*` views.
//!
//! A blind coder sees nothing of another's codings, memos, summaries. A document may be released, or the study as a whole
//! (the setting `released` = `yes`): there all see all. What stands on no document follows the study; the consensus is
//! seen by everyone. Only history, merging and agreement read the base tables. This is a courtesy between colleagues:
//! secrecy needs a package.

use rusqlite::Connection;

use super::Reader;
use crate::error::Result;
use crate::model::{CoderId, DocumentId, OperationId};

/// Tables with a coder column that are read through a view.
pub const VEILED: &[&str] = &[
    "coding",
    "memo",
    "summary",
    "paraphrase",
    "work",
    "revisit",
    "cell_state",
    "document_summary",
    "code_summary",
    "case_summary",
];

/// SQL of the document that a row of a veiled table is on; null: of no document.
fn document_of(table: &str) -> &'static str {
    match table {
        "memo" => "coalesce(document, (SELECT c.document FROM main.coding AS c WHERE c.id = memo.coding))",
        "code_summary" | "case_summary" => "NULL",
        _ => "document",
    }
}

/// Whether the study as a whole is released.
const STUDY: &str = "EXISTS (SELECT 1 FROM main.setting WHERE key = 'released' AND value = 'yes')";

pub(super) fn install(conn: &Connection) -> Result<()> {
    let mut sql = String::from("CREATE TEMP TABLE viewer (coder INTEGER NOT NULL);\n");
    for table in VEILED {
        sql.push_str(&format!(
            "CREATE TEMP VIEW visible_{table} AS SELECT * FROM main.{table} WHERE
               coder = (SELECT coder FROM temp.viewer)
               OR {STUDY}
               OR coder IN (SELECT id FROM main.coder WHERE consensus = 1)
               OR {} IN (SELECT id FROM main.document WHERE released = 1);\n",
            document_of(table)
        ));
    }
    conn.execute_batch(&sql)?;
    Ok(())
}

pub(super) fn set(conn: &Connection, coder: CoderId) -> Result<()> {
    conn.execute("DELETE FROM temp.viewer", [])?;
    conn.execute("INSERT INTO temp.viewer (coder) VALUES (?1)", [coder.0])?;
    Ok(())
}

/// Whether all coders see each other's work on a document.
pub fn released_on(reader: &Reader<'_>, document: DocumentId) -> Result<bool> {
    let sql = format!("SELECT {STUDY} OR EXISTS (SELECT 1 FROM document WHERE id = ?1 AND released = 1)");
    Ok(reader.conn.prepare_cached(&sql)?.query_row([document.0], |row| row.get(0))?)
}

/// Whether the reader may see a coder's work on a document; on none: what belongs to the study as a whole.
pub fn sees(reader: &Reader<'_>, coder: CoderId, document: Option<DocumentId>) -> Result<bool> {
    if coder == reader.coder {
        return Ok(true);
    }
    let released = match document {
        Some(document) => released_on(reader, document)?,
        None => super::settings::released(reader)?,
    };
    Ok(released || super::coders::get(reader, coder)?.consensus)
}

/// Whether the reader may see some of a coder's work, on one document at least.
pub fn sees_any(reader: &Reader<'_>, coder: CoderId) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM document WHERE released = 1)";
    Ok(sees(reader, coder, None)? || reader.conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// SQL for the document that a row of `change` is about; null where it is about none.
const DOCUMENT_OF_CHANGE: &str = "CASE change.table_name WHEN 'document' THEN change.row ELSE coalesce(
           coalesce(change.after, change.before) ->> '$.document',
           (SELECT c.document FROM coding AS c WHERE c.id = coalesce(change.after, change.before) ->> '$.coding')) END";

/// SQL that holds for the entries of the history that the reader may see: their own, those of no coder, and those of
/// others where the study is released, or which touched nothing but what is released.
pub(super) fn seen_operations() -> String {
    let document = DOCUMENT_OF_CHANGE;
    let veiled: Vec<String> = VEILED.iter().map(|table| format!("'{table}'")).collect();
    format!(
        "(operation.coder IS (SELECT coder FROM temp.viewer) OR operation.coder IS NULL OR {STUDY} OR (
           EXISTS (SELECT 1 FROM document WHERE released = 1)
           AND EXISTS (SELECT 1 FROM change WHERE change.operation = operation.id
             AND {document} IN (SELECT id FROM document WHERE released = 1))
           AND NOT EXISTS (SELECT 1 FROM change WHERE change.operation = operation.id
             AND iif({document} IS NULL, change.table_name IN ({veiled}),
                     {document} NOT IN (SELECT id FROM document WHERE released = 1)))))",
        veiled = veiled.join(", ")
    )
}

/// SQL that holds for the rows of `change` which tell nothing of another's work: what changes the common frame (a code
/// that is merged, described or removed) touches everyone's, and where theirs lies is not to be read off it.
pub(super) fn own_rows() -> String {
    format!(
        "(change.table_name = 'coder' OR coalesce(change.after, change.before) ->> '$.coder' IS NULL
          OR coalesce(change.after, change.before) ->> '$.coder' = (SELECT coder FROM temp.viewer) OR {STUDY}
          OR {DOCUMENT_OF_CHANGE} IN (SELECT id FROM document WHERE released = 1))"
    )
}

/// Whether the reader may read of an operation what it was about.
pub fn sees_operation(reader: &Reader<'_>, operation: OperationId) -> Result<bool> {
    let sql = format!("SELECT {} FROM operation WHERE id = ?1", seen_operations());
    Ok(reader.conn.prepare_cached(&sql)?.query_row([operation.0], |row| row.get(0))?)
}
