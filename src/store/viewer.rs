//! What a coder may see: the `visible_*` views.
//!
//! A blind coder sees nothing of another's codings, memos, summaries. The setting `released` = `yes` lets all see all;
//! the consensus is seen by everyone. Only history, merging and agreement read the base tables. This is a courtesy
//! between colleagues: secrecy needs a package.

use rusqlite::Connection;

use super::Reader;
use crate::error::Result;
use crate::model::CoderId;

/// Tables with a coder column that are read through a view.
pub const VEILED: &[&str] = &[
    "coding",
    "memo",
    "summary",
    "paraphrase",
    "cell_state",
    "document_summary",
    "code_summary",
    "case_summary",
];

pub(super) fn install(conn: &Connection) -> Result<()> {
    let mut sql = String::from("CREATE TEMP TABLE viewer (coder INTEGER NOT NULL);\n");
    for table in VEILED {
        sql.push_str(&format!(
            "CREATE TEMP VIEW visible_{table} AS SELECT * FROM main.{table} WHERE
               coder = (SELECT coder FROM temp.viewer)
               OR EXISTS (SELECT 1 FROM main.setting WHERE key = 'released' AND value = 'yes')
               OR coder IN (SELECT id FROM main.coder WHERE consensus = 1);\n"
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

/// Whether the reader may see a coder's work.
pub fn sees(reader: &Reader<'_>, coder: CoderId) -> Result<bool> {
    if coder == reader.coder || super::settings::released(reader)? {
        return Ok(true);
    }
    Ok(super::coders::get(reader, coder)?.consensus)
}
