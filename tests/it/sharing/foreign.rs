//! A package is a file from outside: whatever is in it, it is merged as it should be or refused whole.

use absatz::error::Kind;
use absatz::ops;
use absatz::ops::merge::{self, Decisions};
use absatz::progress::Progress;
use absatz::store::migrate::VERSION;

use super::{Apart, apply};
use crate::support::{raw, snapshot};

/// Does something to the package with another program, and merges.
fn after(sql: &str) -> (Apart, absatz::error::Result<()>) {
    let mut apart = Apart::new();
    apart.share();
    let mut there = apart.apart();
    apply(&mut there, "1", "der Erlass", "Recht", "gut");
    drop(there);
    let conn = raw(&apart.package);
    conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA journal_mode = DELETE").unwrap();
    conn.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    drop(conn);
    let before = snapshot(&apart.study.raw());
    let bytes = std::fs::read(&apart.package).unwrap();
    let all = Some(absatz::model::packages::Take::Theirs);
    let result = apart.merge_with(&Decisions { all, ..Decisions::default() });
    assert_eq!(std::fs::read(&apart.package).unwrap(), bytes, "{sql}: the package was written to");
    if result.is_err() {
        assert_eq!(snapshot(&apart.study.raw()), before, "{sql}: refused, and something was written");
    }
    let found = absatz::store::backup::integrity(&apart.study.project).unwrap();
    assert!(found.is_empty(), "{sql}: {found:?}");
    (apart, result.map(drop))
}

fn refused(sql: &str) -> absatz::error::Error {
    match after(sql).1 {
        Err(error) => {
            assert!(!matches!(error.kind, Kind::Database | Kind::Busy | Kind::Io), "{sql}: {error:?}");
            error
        }
        Ok(()) => panic!("{sql}: merged"),
    }
}

#[test]
fn a_schema_with_anything_more_is_refused() {
    for sql in [
        "CREATE TRIGGER surprise AFTER INSERT ON coding BEGIN DELETE FROM memo; END",
        "CREATE VIEW surprise AS SELECT 1",
        "CREATE TABLE surprise (a)",
        "CREATE INDEX surprise ON coding (comment)",
        "DROP INDEX coding_by_code",
        "DROP TRIGGER coding_overlaps_none",
        "ALTER TABLE coding ADD COLUMN surprise TEXT",
        // A table that is a view by now.
        "DROP TABLE draft; CREATE VIEW draft AS SELECT * FROM coding",
    ] {
        let error = refused(sql);
        assert_eq!(error.kind, Kind::Unreadable, "{sql}: {error}");
        assert!(error.hint.is_some() && error.file.is_some(), "{sql}");
    }
}

#[test]
fn rows_that_break_a_rule_are_refused() {
    for sql in [
        "PRAGMA ignore_check_constraints = ON; UPDATE coding SET weight = 900",
        "UPDATE coding SET code = 900",
        "UPDATE coding SET end_pos = 90000",
        "UPDATE coding SET uuid = 'no uuid'",
        "INSERT INTO code (uuid, position, name, color) VALUES ('0199aaaa-0000-7000-8000-000000000001', 9, 'a' || char(7), '#000000')",
        "INSERT INTO code (uuid, position, name, color) VALUES ('0199aaaa-0000-7000-8000-000000000001', 9, 'ok', 'red; DROP')",
        "UPDATE base SET image = '{' WHERE noun = 'coding' OR noun = 'code'",
        "UPDATE base SET image = '[]' WHERE noun = 'code'",
        "UPDATE package SET coder = '0199aaaa-0000-7000-8000-000000000001'",
        "UPDATE project SET uuid = '0199aaaa-0000-7000-8000-000000000001'",
        "DELETE FROM project",
        "PRAGMA user_version = 999",
        "PRAGMA user_version = 1",
        "PRAGMA application_id = 7",
    ] {
        refused(sql);
    }
}

/// A package may claim work of others: it is not taken.
#[test]
fn only_the_packages_coder_is_believed() {
    let ours = "0199aaaa-0000-7000-8000-00000000000a";
    let (apart, result) = after(&format!(
        "INSERT INTO coder (uuid, name, color) VALUES ('{ours}', 'Mallory', '#000000');
         UPDATE coding SET coder = (SELECT id FROM coder WHERE name = 'Mallory')"
    ));
    result.unwrap();
    assert!(apart.coded().is_empty());
    let raw = apart.study.raw();
    let coders: i64 = raw.query_row("SELECT count(*) FROM coder", [], |row| row.get(0)).unwrap();
    assert_eq!(coders, 2);
}

/// Columns that are no columns, nouns that are no nouns: names in a base are looked up, never put into a statement.
#[test]
fn names_from_the_file_are_no_sql() {
    let (apart, result) = after(
        "INSERT INTO base VALUES ('coding; DROP TABLE coding', 'x', '{}');
         UPDATE base SET image = json_set(image, '$.\"name = 1; DROP TABLE code; --\"', 1) WHERE noun = 'code'",
    );
    result.unwrap();
    assert_eq!(apart.coded(), ["1 Hürden/Recht: der Erlass [gut]"]);
}

#[test]
fn what_is_no_package_is_refused() {
    let mut apart = Apart::new();
    apart.share();
    let sound = std::fs::read(&apart.package).unwrap();
    let file = apart.study.folder.path().join("odd.absatz");
    let long = vec![b'x'; 4096];
    let cases: Vec<Vec<u8>> = vec![
        Vec::new(),
        b"x".to_vec(),
        long,
        sound[..sound.len() / 2].to_vec(),
        sound[..100].to_vec(),
        sound[..4096].to_vec(),
    ];
    for bytes in cases {
        std::fs::write(&file, &bytes).unwrap();
        let error = merge::open(&apart.study.project, &file, None).err().unwrap();
        assert_eq!(error.kind, Kind::Unreadable, "{} bytes: {error}", bytes.len());
    }
    let there = apart.study.folder.path().join("nobody.absatz");
    assert_eq!(merge::open(&apart.study.project, &there, None).err().unwrap().kind, Kind::NotFound);
    // The project itself, another project, and a package as the home.
    let own = apart.study.path();
    assert_eq!(merge::open(&apart.study.project, &own, None).err().unwrap().kind, Kind::Refused);
    let other = apart.study.folder.path().join("other.absatz");
    drop(ops::project::create(&other, "AK", &Default::default()).unwrap());
    let error = merge::open(&apart.study.project, &other, None).err().unwrap();
    assert!(error.kind == Kind::Refused && error.hint.is_some(), "{error}");
    let package = apart.apart();
    assert_eq!(merge::open(&package, &own, None).err().unwrap().kind, Kind::Refused);
}

/// A copy in an older schema is brought up to date in memory; the file stays as it is.
#[test]
fn an_older_schema_is_read() {
    let mut apart = Apart::new();
    let old = apart.study.folder.path().join("old.absatz");
    let conn = raw(&old);
    for step in ["0001_foundation.sql", "0002_material.sql"] {
        let sql = std::fs::read_to_string(crate::support::root().join("migrations").join(step)).unwrap();
        conn.execute_batch(&sql).unwrap();
    }
    conn.execute_batch(&format!(
        "ATTACH '{}' AS home;
         INSERT INTO main.project SELECT * FROM home.project;
         INSERT INTO main.coder SELECT * FROM home.coder;
         INSERT INTO main.coding_pass (id, uuid, name, position) SELECT id, uuid, name, position FROM home.coding_pass;
         INSERT INTO main.code SELECT * FROM home.code;
         INSERT INTO main.operation SELECT * FROM home.operation;
         INSERT INTO main.operation (uuid, kind, coder, at, arguments)
           VALUES ('0199aaaa-0000-7000-8000-0000000000aa', 'rename-code', 1, '2026-03-01T09:15:02.123Z', '{{}}');
         INSERT INTO main.change (operation, table_name, row, before, after)
           SELECT (SELECT max(id) FROM main.operation), 'code', id,
             json_object('id', id, 'uuid', uuid, 'parent', parent, 'position', position, 'name', name, 'color', color),
             json_object('id', id, 'uuid', uuid, 'parent', parent, 'position', position, 'name', 'Zögern', 'color', color)
             FROM main.code WHERE name = 'Warten';
         UPDATE main.code SET name = 'Zögern' WHERE name = 'Warten';
         DETACH home; PRAGMA application_id = 0x6162737a; PRAGMA user_version = 2",
        apart.study.path().display()
    ))
    .unwrap();
    drop(conn);
    let bytes = std::fs::read(&old).unwrap();
    const { assert!(VERSION > 2) };
    let incoming = merge::open(&apart.study.project, &old, None).unwrap();
    let done =
        merge::merge(&mut apart.study.project, &incoming, &Decisions::default(), &Progress::new()).unwrap();
    assert!(done.value.conflicts.is_empty(), "{:?}", done.value.conflicts);
    assert!(absatz::store::codes::tree(&apart.study.project.read()).unwrap().find("Zögern").is_ok());
    assert_eq!(std::fs::read(&old).unwrap(), bytes);
}
