//! The order of rows that have a `position`.

use rusqlite::params;

use super::Writer;
use crate::error::Result;

/// Puts one of `siblings`, which are in their order, at `index` (past the end: last). `update` sets a row's position:
/// `UPDATE … SET position = ?2 WHERE id = ?1 AND position <> ?2`.
pub(super) fn place(
    writer: &Writer<'_>,
    update: &str,
    siblings: impl IntoIterator<Item = i64>,
    id: i64,
    index: usize,
) -> Result<()> {
    let mut order: Vec<i64> = siblings.into_iter().filter(|sibling| *sibling != id).collect();
    order.insert(index.min(order.len()), id);
    for (position, sibling) in (1i64..).zip(order) {
        writer.conn.prepare_cached(update)?.execute(params![sibling, position])?;
    }
    Ok(())
}
