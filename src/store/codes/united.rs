//! What stands beside the segments of a code that goes: states of cells and the code's own condensation. Where the code
//! goes into another, they go along.

use rusqlite::params;

use crate::error::Result;
use crate::model::CodeId;
use crate::store::Writer;

/// Moves everyone's cell states. Of two on one cell the one that says more holds: who was asked about either was asked.
/// A cell that has segments now has no state.
pub fn move_cell_states(writer: &Writer<'_>, from: CodeId, to: CodeId) -> Result<()> {
    const SAYS_MORE: &str = "(state = 'not-asked' OR state = 'no-answer' AND other = 'nothing')";
    for sql in [
        "DELETE FROM cell_state WHERE code IN (?1, ?2) AND EXISTS
           (SELECT 1 FROM coding WHERE coding.code = ?2 AND coding.document = cell_state.document
              AND coding.coder = cell_state.coder)"
            .to_owned(),
        format!(
            "UPDATE cell_state SET state = source.other, changed = source.at
             FROM (SELECT document, coder, state AS other, changed AS at FROM cell_state WHERE code = ?1) AS source
             WHERE cell_state.code = ?2 AND cell_state.document = source.document
               AND cell_state.coder = source.coder AND state <> other AND {SAYS_MORE}"
        ),
        "UPDATE OR IGNORE cell_state SET code = ?2 WHERE code = ?1".to_owned(),
    ] {
        writer.conn.execute(&sql, params![from.0, to.0])?;
    }
    writer.conn.execute("DELETE FROM cell_state WHERE code = ?1", [from.0])?;
    Ok(())
}

/// Moves everyone's code summaries; two of one coder become one text.
pub fn move_code_summaries(writer: &Writer<'_>, from: CodeId, to: CodeId) -> Result<()> {
    writer.conn.execute(
        "UPDATE code_summary SET text = code_summary.text || char(10, 10) || source.other, changed = ?3
         FROM (SELECT coder, text AS other FROM code_summary WHERE code = ?1) AS source
         WHERE code_summary.code = ?2 AND code_summary.coder = source.coder",
        params![from.0, to.0, crate::clock::now()],
    )?;
    writer.conn.execute(
        "DELETE FROM code_summary WHERE code = ?1 AND coder IN (SELECT coder FROM code_summary WHERE code = ?2)",
        params![from.0, to.0],
    )?;
    writer.conn.execute("UPDATE code_summary SET code = ?2 WHERE code = ?1", params![from.0, to.0])?;
    Ok(())
}

/// Takes both away with a code.
pub fn forget_code(writer: &Writer<'_>, code: CodeId) -> Result<()> {
    writer.conn.execute("DELETE FROM cell_state WHERE code = ?1", [code.0])?;
    writer.conn.execute("DELETE FROM code_summary WHERE code = ?1", [code.0])?;
    Ok(())
}
