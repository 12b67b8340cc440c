//! Schema versions: `user_version` counts the steps of `migrations/` that a file has taken. Steps are immutable.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::error::{Error, Result};
use crate::tr;

/// `absz` in ASCII, in the file's header: this is a project of absatz.
pub const APPLICATION_ID: i32 = 0x6162_737a;

const STEPS: &[&str] = &[
    include_str!("../../migrations/0001_foundation.sql"),
    include_str!("../../migrations/0002_material.sql"),
    include_str!("../../migrations/0003_second_coders.sql"),
    include_str!("../../migrations/0004_results.sql"),
    include_str!("../../migrations/0005_codebook_versions.sql"),
];

/// The schema version that this program writes.
pub const VERSION: u32 = STEPS.len() as u32;

/// The version of a file; an error for a file that is no project or comes from a newer program.
pub fn version(conn: &Connection) -> Result<u32> {
    let id: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    // Both are written in one transaction: ours has taken one step at least.
    if id != APPLICATION_ID || version == 0 {
        return Err(Error::damaged(tr!("error-not-a-project")).hint(tr!("hint-not-a-project")));
    }
    if version > VERSION {
        return Err(Error::refused(tr!("error-project-newer", version = version, known = VERSION))
            .hint(tr!("hint-project-newer")));
    }
    Ok(version)
}

/// Takes the steps that are missing, each in a transaction of its own. Foreign keys rest meanwhile, since a step that
/// rebuilds a table drops the old one; each step ends with a check of them all.
pub fn migrate(conn: &mut Connection, from: u32) -> Result<()> {
    conn.pragma_update(None, "foreign_keys", false)?;
    let result = steps(conn, from, VERSION);
    conn.pragma_update(None, "foreign_keys", true)?;
    result
}

/// An object of a schema: its type, name and SQL.
pub(super) type Object = (String, String, String);

/// What the schema of a file has, in order of names; what SQLite keeps there for itself left out.
pub(super) fn schema(conn: &Connection) -> Result<Vec<Object>> {
    let mut statement = conn.prepare(
        "SELECT type, name, coalesce(sql, '') FROM main.sqlite_schema
         WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY type, name",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The schema that a file of this version has when this program has made it.
pub(super) fn expected(version: u32) -> Result<Arc<Vec<Object>>> {
    static KNOWN: Mutex<BTreeMap<u32, Arc<Vec<Object>>>> = Mutex::new(BTreeMap::new());
    let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = known().get(&version) {
        return Ok(found.clone());
    }
    let mut conn = Connection::open_in_memory()?;
    conn.pragma_update(None, "foreign_keys", false)?;
    steps(&mut conn, 0, version)?;
    let found = Arc::new(schema(&conn)?);
    known().insert(version, found.clone());
    Ok(found)
}

fn steps(conn: &mut Connection, from: u32, to: u32) -> Result<()> {
    for (step, number) in STEPS.iter().zip(1u32..).take(to as usize).skip(from as usize) {
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
        transaction.execute_batch(step)?;
        let broken =
            transaction.query_row("SELECT 1 FROM pragma_foreign_key_check", [], |_| Ok(())).optional()?;
        if broken.is_some() {
            return Err(Error::damaged(tr!("error-migration-broken", version = number)));
        }
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(())
}
