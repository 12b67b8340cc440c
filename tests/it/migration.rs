//! A project of the first schema version opens in this program: nothing is lost, its history still works.

use absatz::error::Kind;
use absatz::model::variables::{Entity, Owner};
use absatz::ops;
use absatz::store::{Project, cases, codings, documents, memos, migrate, variables};
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::support::root;

/// A file as the first version of the program left it: its schema alone, rows, and their history written by hand.
fn first_version(path: &std::path::Path) {
    let conn = Connection::open(path).unwrap();
    let schema = std::fs::read_to_string(root().join("migrations/0001_foundation.sql")).unwrap();
    conn.execute_batch(&schema).unwrap();
    conn.execute_batch(
        "INSERT INTO project (id, uuid, created) VALUES (1, 'p', '2025-01-01T00:00:00.000Z');
         INSERT INTO coder (id, uuid, name, color) VALUES (1, 'k1', 'AK', '#0072B2');
         INSERT INTO coding_pass (id, uuid, name, position) VALUES (1, 's1', '1', 1);
         INSERT INTO text_version (sha256, text) VALUES ('h', 'Erster Absatz.' || char(10) || 'Zweiter.');
         INSERT INTO document (id, uuid, label, title, position, text, paragraphs, words, characters, source_name,
             source_sha256, reader, reader_version, options, imported)
           VALUES (1, 'd1', '5', 'Interview', 1, 'h', 2, 3, 23, 'IP05.txt', 'f', 'txt', 1, '{}', '2025-01-01T00:00:00.000Z');
         INSERT INTO speaker (id, uuid, document, label, role) VALUES (1, 'b1', 1, 'B', 'interviewee');
         INSERT INTO paragraph (id, document, number, start_pos, end_pos, kind, speaker, marks)
           VALUES (1, 1, 1, 0, 14, 'speech', 1, ''), (2, 1, 2, 15, 23, 'speech', 1, '');
         INSERT INTO code (id, uuid, position, name, color) VALUES (1, 'c1', 1, 'Recht', '#112233');
         INSERT INTO coding (id, uuid, document, start_pos, end_pos, code, coder, created, comment)
           VALUES (1, 'g1', 1, 0, 6, 1, 1, '2025-01-01T00:00:00.000Z', '');
         INSERT INTO variable (id, uuid, name, kind, position) VALUES (4, 'v1', 'size', 'integer', 1);
         INSERT INTO variable_value (id, variable, document, working) VALUES (3, 4, 1, '14000');
         INSERT INTO memo (id, uuid, kind, title, text, coder, created, changed)
           VALUES (7, 'm7', 'free', 'Sieben', 'Text', 1, '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'),
                  (9, 'm9', 'project', 'Neun', 'Text', 1, '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z');
         INSERT INTO memo (id, uuid, kind, title, text, coder, created, changed, coding)
           VALUES (8, 'm8', 'coding', 'Acht', 'Text', 1, '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z', 1);
         DELETE FROM memo WHERE id = 9;",
    )
    .unwrap();
    // What was done last: the variable's value, and a memo that was written. Images as that version's triggers wrote them.
    let row = |table: &str, id: i64| image(&conn, table, id);
    for (id, kind, arguments, table, changed) in [
        (1, "set-variable", json!({"label": "5", "name": "size", "value": "14000"}), "variable_value", 3),
        (2, "write-memo", json!({"title": "Sieben"}), "memo", 7),
    ] {
        conn.execute(
            "INSERT INTO operation (id, uuid, kind, coder, at, arguments) VALUES (?1, ?2, ?3, 1, '2025-01-02T00:00:00.000Z', ?4)",
            rusqlite::params![id, format!("o{id}"), kind, arguments.to_string()],
        )
        .unwrap();
        conn.execute(
            "INSERT INTO change (operation, table_name, row, before, after) VALUES (?1, ?2, ?3, NULL, ?4)",
            rusqlite::params![id, table, changed, row(table, changed)],
        )
        .unwrap();
    }
    conn.pragma_update(None, "application_id", migrate::APPLICATION_ID).unwrap();
    conn.pragma_update(None, "user_version", 1).unwrap();
}

/// A row as JSON by column name.
fn image(conn: &Connection, table: &str, id: i64) -> String {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table} WHERE id = ?1")).unwrap();
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let found = statement
        .query_row([id], |row| {
            let mut object = Map::new();
            for (at, name) in names.iter().enumerate() {
                let value = match row.get_ref(at)? {
                    rusqlite::types::ValueRef::Integer(number) => json!(number),
                    rusqlite::types::ValueRef::Text(text) => json!(String::from_utf8_lossy(text)),
                    _ => Value::Null,
                };
                object.insert(name.clone(), value);
            }
            Ok(Value::Object(object))
        })
        .unwrap();
    found.to_string()
}

#[test]
fn a_project_of_the_first_version_opens_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("alt.absatz");
    first_version(&path);
    let mut project = Project::open(&path, Some("AK")).unwrap();
    assert!(project.warnings.iter().any(|warning| warning.contains("alt.v1")), "{:?}", project.warnings);
    let copy = Connection::open(folder.path().join("alt.v1.absatz-backup")).unwrap();
    let version: u32 = copy.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(version, 1, "the copy from before");
    let count: u32 = copy.query_row("SELECT count(*) FROM memo", [], |row| row.get(0)).unwrap();
    assert_eq!(count, 2);

    // Rows have kept their keys, and no key is given twice: 9 was the last memo's.
    let ids = |project: &Project| -> Vec<i64> {
        let mut ids: Vec<i64> =
            memos::list(&project.read()).unwrap().into_iter().map(|memo| memo.id.0).collect();
        ids.sort_unstable();
        ids
    };
    assert_eq!(ids(&project), [7, 8]);
    let raw = Connection::open(&path).unwrap();
    let last: i64 =
        raw.query_row("SELECT seq FROM sqlite_sequence WHERE name = 'memo'", [], |row| row.get(0)).unwrap();
    assert_eq!(last, 9);
    let document = documents::by_label(&project.read(), "5").unwrap();
    assert_eq!(codings::of_document(&project.read(), document.id).unwrap().len(), 1);
    let size = variables::by_name(&project.read(), "size").unwrap();
    assert_eq!((size.id.0, size.entity), (4, Entity::Document));
    let owner = Owner::Document(document.id);
    assert_eq!(variables::value_of(&project.read(), size.id, owner).unwrap().unwrap().working, "14000");

    // What that version did is taken back and done again, around what this one does.
    ops::history::undo(&mut project).unwrap();
    assert_eq!(ids(&project), [8]);
    ops::history::undo(&mut project).unwrap();
    assert!(variables::value_of(&project.read(), size.id, owner).unwrap().is_none());
    ops::history::redo(&mut project).unwrap();
    ops::history::redo(&mut project).unwrap();
    assert_eq!(ids(&project), [7, 8]);
    let case = ops::cases::add(&mut project, "Moorbach").unwrap().value;
    ops::cases::assign(&mut project, document.id, Some(case)).unwrap();
    assert_eq!(cases::list(&project.read()).unwrap()[0].documents, [document.id]);
    // And all of it is taken back, down to the first thing that was ever done.
    let to_case = ops::variables::VariableChange { entity: Some(Entity::Case), ..Default::default() };
    ops::variables::change(&mut project, size.id, &to_case).unwrap();
    for _ in 0..5 {
        ops::history::undo(&mut project).unwrap();
    }
    assert_eq!(ops::history::undo(&mut project).unwrap_err().kind, Kind::Refused, "nothing is left");
    assert_eq!(absatz::store::backup::integrity(&project).unwrap(), Vec::<String>::new());
    // Opened once more there is nothing to migrate, and no second copy.
    drop(project);
    assert!(Project::open(&path, None).unwrap().warnings.is_empty());
    let files = std::fs::read_dir(folder.path()).unwrap().count();
    assert!(files <= 5, "{files} files");
}
