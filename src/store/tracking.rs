//! Which tables the history tracks, and the TEMP triggers that write their row images.
//!
//! The triggers are made at open from `pragma_table_info`, so a new column is tracked without anyone thinking of it. Outside
//! an operation they find no `current_operation`, and `change.operation`, which must not be null, refuses the write.

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
    "study_case",
    "case_document",
    "person",
    "document_set",
    "document_set_member",
    "code_set",
    "code_set_member",
    "case_value",
    "person_value",
    "memo_template",
    "paraphrase",
    "media",
    "consent",
    "quotation_release",
    "reference_document",
    "guide_code",
    "text_edit",
    "revisit",
    "decision",
    "decision_side",
    "alias",
    "package_given",
    "cell_state",
    "document_summary",
    "code_summary",
    "case_summary",
    "saved_query",
    "saved_table",
    "codebook_version",
];

/// Tables outside the history: identity, immutable texts, what only this copy remembers, the history itself, and names,
/// which an image would write a second time.
pub const UNTRACKED: &[&str] = &[
    "project",
    "text_version",
    "state",
    "draft",
    "operation",
    "change",
    "pseudonym",
    "pseudonym_form",
    "erasure",
    "package",
    "base",
];

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
                   INSERT INTO change (operation, table_name, row, before, after)
                     VALUES ((SELECT id FROM current_operation), '{table}', {row}.id, {before}, {after});
                 END;\n"
            ));
        }
    }
    conn.execute_batch(&sql)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::store::Project;

    #[test]
    fn a_write_past_the_history_is_refused() {
        let project = Project::in_memory().unwrap();
        let conn = &project.conn;
        let code = "INSERT INTO code (uuid, position, name, color) VALUES ('u', 1, 'Legal', '#000000')";
        let error = conn.execute(code, []).unwrap_err().to_string();
        assert!(error.contains("change.operation"), "{error}");
        conn.execute_batch(&format!(
            "INSERT INTO operation (uuid, kind, at, arguments) VALUES ('o', 'add-code', '', '{{}}');
             INSERT INTO temp.current_operation VALUES (1); {code}; DELETE FROM temp.current_operation;"
        ))
        .unwrap();
        for sql in [
            "UPDATE code SET name = 'Law'",
            "DELETE FROM code",
            "INSERT OR REPLACE INTO code (id, uuid, position, name, color) VALUES (1, 'v', 1, 'Law', '#000000')",
        ] {
            assert!(conn.execute(sql, []).is_err(), "{sql}");
        }
        let name: String = conn.query_row("SELECT name FROM code", [], |row| row.get(0)).unwrap();
        assert_eq!(name, "Legal");
    }

    /// `INSERT OR REPLACE` deletes a row without a DELETE statement: its image must be kept all the same.
    #[test]
    fn every_way_to_change_a_row_leaves_its_image() {
        let project = Project::in_memory().unwrap();
        project
            .conn
            .execute_batch(
                "INSERT INTO operation (uuid, kind, at, arguments) VALUES ('o', 'add-code', '', '{}');
                 INSERT INTO temp.current_operation VALUES (1);
                 INSERT INTO code (uuid, position, name, color) VALUES ('u', 1, 'Legal', '#000000');
                 INSERT OR REPLACE INTO code (id, uuid, position, name, color) VALUES (2, 'u', 1, 'Law', '#000000');
                 UPDATE code SET position = 1;
                 UPDATE code SET position = 2;
                 DELETE FROM code;",
            )
            .unwrap();
        let mut statement = project
            .conn
            .prepare("SELECT row, before ->> '$.name', after ->> '$.name' FROM change ORDER BY id")
            .unwrap();
        let images: Vec<(i64, Option<String>, Option<String>)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        let some = |name: &str| Some(name.to_owned());
        assert_eq!(
            images,
            [
                (1, None, some("Legal")),
                (1, some("Legal"), None),
                (2, None, some("Law")),
                (2, some("Law"), some("Law")),
                (2, some("Law"), None),
            ]
        );
    }
}
