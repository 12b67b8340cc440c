//! What leaves the file for good: sealing the history, and a new file in the place of the old one.
//!
//! After a DELETE the pages still hold the words, the journals too. So what is to go is taken out in a transaction that
//! is never committed, every row that is left is written from there into a fresh file, and that file takes the old one's
//! name. The old file is not written to; whoever kills the program at any moment finds the old file or the new one.

use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior, params, params_from_iter};
use serde_json::Map;

use super::{Project, Reader, Writer, coders, history, migrate, open};
use crate::error::{Error, Kind, Result};
use crate::model::history::OperationKind;
use crate::model::{DocumentId, OperationId, new_uuid};
use crate::progress::Progress;
use crate::tr;

/// When the file was sealed last: nothing up to this operation can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    pub at: String,
    pub through: OperationId,
}

/// The last sealing or erasing; none where there was none.
pub fn last(reader: &Reader<'_>) -> Result<Option<Sealed>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT at, through FROM erasure ORDER BY id DESC LIMIT 1")?;
    let found = statement
        .query_row([], |row| Ok(Sealed { at: row.get(0)?, through: OperationId(row.get(1)?) }))
        .optional()?;
    Ok(found)
}

/// What a sealing takes from the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// Entries of the history that lose their words.
    pub operations: u32,
    /// Row images.
    pub images: u32,
    /// Texts that no document has any more.
    pub texts: u32,
    pub drafts: u32,
    /// Names of the list.
    pub names: u32,
    /// Documents whose original file was named.
    pub files: u32,
}

/// Takes out what only the past needs: see `docs/FILE-FORMAT.md`. The list of names stays where `keep_names` says so.
pub fn seal(writer: &Writer<'_>, keep_names: bool) -> Result<Taken> {
    let conn = writer.conn;
    let count = |sql: &str| -> Result<u32> { Ok(conn.query_row(sql, [], |row| row.get(0))?) };
    let mut taken = Taken {
        operations: count("SELECT count(*) FROM operation WHERE arguments <> '{}'")?,
        images: count("SELECT count(*) FROM change")?,
        drafts: count("SELECT count(*) FROM draft")?,
        names: if keep_names { 0 } else { count("SELECT count(*) FROM pseudonym")? },
        files: count("SELECT count(*) FROM document WHERE source_name <> ''")?,
        ..Taken::default()
    };
    conn.execute_batch(
        "UPDATE document SET source_name = '' WHERE source_name <> '';
         UPDATE document SET options = json_remove(options, '$.recognise.speakers', '$.recognise.also-speakers',
           '$.recognise.not-speakers', '$.recognise.interviewers', '$.tiers', '$.columns', '$.sheet');
         UPDATE reference_document SET source_name = '' WHERE source_name <> '';
         DELETE FROM text_edit;
         UPDATE package_given SET returned = NULL;
         DELETE FROM draft;",
    )?;
    if keep_names {
        conn.execute("DELETE FROM state WHERE key NOT IN ('current-coder', 'pseudonyms')", [])?;
    } else {
        conn.execute_batch(
            "DELETE FROM pseudonym_form; DELETE FROM pseudonym; DELETE FROM state WHERE key <> 'current-coder';",
        )?;
    }
    taken.texts = conn.execute(&format!("DELETE FROM text_version WHERE {}", unused(conn)?), [])? as u32;
    Ok(taken)
}

/// A condition on `text_version`: no column that refers to it has the text. Read from the schema, so that a table to
/// come is thought of.
fn unused(conn: &Connection) -> Result<String> {
    let mut statement = conn.prepare(
        "SELECT t.name, f.\"from\" FROM main.sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) AS f
         WHERE t.type = 'table' AND f.\"table\" = 'text_version'",
    )?;
    let columns = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let mut conditions = Vec::new();
    for column in columns {
        let (table, column) = column?;
        conditions.push(format!(
            "NOT EXISTS (SELECT 1 FROM \"{table}\" WHERE \"{table}\".\"{column}\" = text_version.sha256)"
        ));
    }
    Ok(conditions.join(" AND "))
}

/// The persons who speak in a document and in no other, with their names.
pub fn only_heard_in(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<(i64, String)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, name FROM person WHERE EXISTS (SELECT 1 FROM speaker WHERE person = person.id AND document = ?1)
           AND NOT EXISTS (SELECT 1 FROM speaker WHERE person = person.id AND document <> ?1) ORDER BY position, id",
    )?;
    let rows = statement.query_map([document.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Removes a person whom no speaker is any more, with the values.
pub fn remove_person(writer: &Writer<'_>, person: i64) -> Result<()> {
    for sql in [
        "DELETE FROM person_value WHERE person = ?1",
        "DELETE FROM consent WHERE person = ?1",
        "DELETE FROM person WHERE id = ?1",
    ] {
        writer.conn.execute(sql, [person])?;
    }
    Ok(())
}

/// The names of a document's recordings.
pub fn recordings(reader: &Reader<'_>, document: Option<DocumentId>) -> Result<Vec<String>> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT file_name FROM media WHERE ?1 IS NULL OR document = ?1 ORDER BY id")?;
    let rows = statement.query_map([document.map(|id| id.0)], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Project {
    /// Does `work` as one operation, seals everything up to it, and puts a file with what is left in the place of this
    /// one. In a dry run nothing is written.
    ///
    /// Refused while anybody else has the project open, this program included.
    pub fn rewrite<T>(
        &mut self,
        kind: OperationKind,
        progress: &Progress,
        work: impl FnOnce(&Writer<'_>) -> Result<T>,
    ) -> Result<T> {
        if self.conn.path().is_none_or(str::is_empty) {
            return Err(Error::refused(tr!("error-erasure-memory")));
        }
        let path = std::fs::canonicalize(&self.path).map_err(|error| Error::io(&self.path, &error))?;
        if self.dry_run {
            return sealing(&mut self.conn, self.coder, kind, work, |_| Ok(()));
        }
        let fresh = sibling(&path);
        let take = |conn: &Connection| {
            // Nobody else is there and nothing is in them: what they held is on the way out.
            for ending in ["-journal", "-wal", "-shm"] {
                remove(&beside(&path, ending))?;
            }
            remove(&fresh)?;
            open::private_file(&fresh)?;
            copy(conn, &fresh, progress)?;
            put_in_place(&fresh, &path)
        };
        let result = match alone(&self.conn) {
            Ok(()) => sealing(&mut self.conn, self.coder, kind, work, take),
            Err(error) => Err(error),
        };
        if result.is_err() {
            drop(remove(&fresh));
        }
        // The connection to the old file ends in any case, and with it its lock.
        drop(std::mem::replace(&mut self.conn, Connection::open_in_memory()?));
        let coder = self.coder;
        let mut again = Project::open(&self.path, None)?;
        again.sign_in(coder)?;
        *self = again;
        result
    }
}

/// Leaves the write-ahead log, which only the last connection to a file can, and keeps what is not committed in memory.
fn alone(conn: &Connection) -> Result<()> {
    let busy = |error: rusqlite::Error| match Error::from(error) {
        error if error.kind == Kind::Busy => {
            Error::new(Kind::Busy, tr!("error-erasure-busy")).hint(tr!("hint-erasure-busy"))
        }
        error => error,
    };
    // Whoever has the project open will have it open in ten seconds as well.
    conn.busy_timeout(std::time::Duration::from_millis(200))?;
    conn.flush_prepared_statement_cache();
    // Held from here on until the connection ends: whoever comes later waits, and then finds another file.
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    for mode in ["DELETE", "MEMORY"] {
        let now: String =
            conn.pragma_update_and_check(None, "journal_mode", mode, |row| row.get(0)).map_err(busy)?;
        if !now.eq_ignore_ascii_case(mode) {
            return Err(Error::new(Kind::Busy, tr!("error-erasure-busy")).hint(tr!("hint-erasure-busy")));
        }
    }
    conn.pragma_update(None, "cache_spill", false)?;
    Ok(())
}

/// One operation and the sealing of all up to it, in a transaction that is handed to `take` and then rolled back.
fn sealing<T>(
    conn: &mut Connection,
    coder: crate::model::CoderId,
    kind: OperationKind,
    work: impl FnOnce(&Writer<'_>) -> Result<T>,
    take: impl FnOnce(&Connection) -> Result<()>,
) -> Result<T> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    coders::get(&Reader { conn: &transaction, coder }, coder)?;
    let id = history::begin(&transaction, kind, coder, None)?;
    let writer = Writer {
        reader: Reader { conn: &transaction, coder },
        operation: id,
        arguments: std::cell::RefCell::new(Map::new()),
    };
    let value = work(&writer)?;
    transaction.execute("DELETE FROM temp.current_operation", [])?;
    transaction.execute_batch(
        "DELETE FROM change;
         UPDATE operation SET arguments = '{}', state = iif(state = 'undone', 'discarded', state);",
    )?;
    transaction.execute(
        "INSERT INTO erasure (uuid, kind, coder, at, through) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![new_uuid(), kind.name(), coder.0, crate::clock::now(), id.0],
    )?;
    take(&transaction)?;
    transaction.rollback()?;
    Ok(value)
}

/// Writes every row that the connection sees to an empty file, with the same schema, and checks it.
fn copy(from: &Connection, file: &Path, progress: &Progress) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let to = Connection::open_with_flags(file, flags)?;
    // The file is nobody's before it has its name: synced once, at the end.
    to.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN;",
    )?;
    let schema = |kind: &str| -> Result<Vec<(String, String)>> {
        let mut statement = from.prepare(
            "SELECT name, sql FROM main.sqlite_schema
             WHERE (type = 'table') = (?1 = 'table') AND sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
             ORDER BY rowid",
        )?;
        let rows = statement.query_map([kind], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    let tables = schema("table")?;
    progress.start(tables.len() as u64 + 1);
    for (name, sql) in &tables {
        progress.step()?;
        to.execute_batch(sql)?;
        rows(from, &to, name)?;
    }
    // Keys are never given twice, those of rows that are gone included.
    to.execute("DELETE FROM sqlite_sequence", [])?;
    rows(from, &to, "sqlite_sequence")?;
    for (_, sql) in schema("other")? {
        to.execute_batch(&sql)?;
    }
    let version: u32 = from.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    to.pragma_update(None, "application_id", migrate::APPLICATION_ID)?;
    to.pragma_update(None, "user_version", version)?;
    to.execute_batch("COMMIT")?;
    let whole: String = to.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
    let broken = to.query_row("SELECT 1 FROM pragma_foreign_key_check", [], |_| Ok(())).optional()?;
    if whole != "ok" || broken.is_some() {
        return Err(Error::damaged(tr!("error-project-damaged")).hint(tr!("hint-project-damaged")));
    }
    progress.check()
}

pub(super) fn rows(from: &Connection, to: &Connection, table: &str) -> Result<()> {
    let columns = super::tracking::columns(from, table)?;
    let names = columns.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let marks = vec!["?"; columns.len()].join(", ");
    let mut insert = to.prepare(&format!("INSERT INTO \"{table}\" ({names}) VALUES ({marks})"))?;
    let mut select = from.prepare(&format!("SELECT {names} FROM main.\"{table}\""))?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let values = (0..columns.len()).map(|nth| row.get::<_, Value>(nth));
        insert.execute(params_from_iter(values.collect::<rusqlite::Result<Vec<_>>>()?))?;
    }
    Ok(())
}

/// Gives the fresh file the old one's name, on disk before and after.
fn put_in_place(fresh: &Path, path: &Path) -> Result<()> {
    std::fs::File::open(fresh).and_then(|file| file.sync_all()).map_err(|error| Error::io(fresh, &error))?;
    std::fs::rename(fresh, path).map_err(|error| Error::io(path, &error))?;
    // A file system that cannot sync a folder has done what it can.
    if let Some(Ok(folder)) = path.parent().map(std::fs::File::open) {
        drop(folder.sync_all());
    }
    Ok(())
}

/// The hidden file beside a project that a sealing writes to.
fn sibling(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.sealing"))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn remove(file: &Path) -> Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::io(file, &error)),
        _ => Ok(()),
    }
}

/// Removes what a sealing that was killed has left: whoever has a project open knows that none is under way.
pub(super) fn sweep(path: &Path) {
    if let Ok(path) = std::fs::canonicalize(path) {
        drop(remove(&sibling(&path)));
    }
}

/// The files beside the project that hold the same study: backups, copies, packages. Looked for by what is in them.
pub fn copies(project: &Project) -> Result<Vec<PathBuf>> {
    let path = std::fs::canonicalize(&project.path).map_err(|error| Error::io(&project.path, &error))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let uuid: String = project.conn.query_row("SELECT uuid FROM project", [], |row| row.get(0))?;
    let entries = std::fs::read_dir(folder).map_err(|error| Error::io(folder, &error))?;
    let mut found = Vec::new();
    for entry in entries.filter_map(std::result::Result::ok) {
        let file = entry.path();
        if file != path && file.is_file() && is_copy(&file, &uuid) {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}

fn is_copy(file: &Path, uuid: &str) -> bool {
    let mut head = [0u8; 100];
    let read = std::fs::File::open(file).and_then(|mut file| std::io::Read::read_exact(&mut file, &mut head));
    // The application id stands at byte 68 of the header.
    if read.is_err()
        || !head.starts_with(b"SQLite format 3\0")
        || head.get(68..72) != Some(&migrate::APPLICATION_ID.to_be_bytes())
    {
        return false;
    }
    // Read as it lies there: not even a journal is made beside a backup.
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let name = file.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let same = Connection::open_with_flags(format!("file:{name}?immutable=1"), flags)
        .and_then(|conn| conn.query_row("SELECT uuid FROM project", [], |row| row.get::<_, String>(0)));
    // One that cannot be read may hold anything.
    same.map_or(true, |theirs| theirs == uuid)
}
