//! Which tables the history tracks, and the TEMP triggers that write their row images.
//!
//! The triggers are made at open from `pragma_table_info`, so a new column is tracked without anyone thinking of it. A
//! write to a tracked table outside an operation is refused by the same triggers.

use rusqlite::Connection;

use crate::error::Result;

/// Tables whose every change is a part of an operation.
pub const TRACKED: &[&str] = &[
    "setting",
    "coder",
    "coding_pass",
    "document_group",
    "document",
    "speaker",
    "paragraph",
    "variable",
    "variable_value",
    "work",
    "code",
    "coding",
    "tombstone",
    "anchor",
    "memo",
    "summary",
];

/// Tables outside the history: identity, immutable texts, what only this copy remembers, and the history itself.
pub const UNTRACKED: &[&str] = &["project", "text_version", "state", "draft", "operation", "change"];

/// The columns of a table.
pub(super) fn columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(names)
}

/// `json_object('id', ROW.id, …)`.
pub(super) fn image(columns: &[String], row: &str) -> String {
    let pairs: Vec<String> = columns.iter().map(|name| format!("'{name}', {row}\"{name}\"")).collect();
    format!("json_object({})", pairs.join(", "))
}

/// Makes the TEMP table of the operation in progress and the triggers.
pub(super) fn install(conn: &Connection) -> Result<()> {
    let mut sql = String::from("CREATE TEMP TABLE current_operation (id INTEGER NOT NULL);\n");
    for table in TRACKED {
        let columns = columns(conn, table)?;
        let (old, new) = (image(&columns, "OLD."), image(&columns, "NEW."));
        for (event, row, before, after) in [
            ("INSERT", "NEW", "NULL", new.as_str()),
            ("UPDATE", "NEW", old.as_str(), new.as_str()),
            ("DELETE", "OLD", old.as_str(), "NULL"),
        ] {
            let when = if event == "UPDATE" { format!(" WHEN {old} IS NOT {new}") } else { String::new() };
            sql.push_str(&format!(
                "CREATE TEMP TRIGGER track_{table}_{event} AFTER {event} ON main.{table}{when} BEGIN
                   SELECT RAISE(ABORT, 'a write to {table} outside an operation')
                     WHERE NOT EXISTS (SELECT 1 FROM current_operation);
                   INSERT INTO change (operation, table_name, row, before, after)
                     VALUES ((SELECT id FROM current_operation), '{table}', {row}.id, {before}, {after});
                 END;\n"
            ));
        }
    }
    conn.execute_batch(&sql)?;
    Ok(())
}
