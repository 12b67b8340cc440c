//! Writing a package: a database of its own in memory, filled row by row, never copied and deleted from.
//!
//! What goes in is said here and nowhere else: a table that is not named stays at home. Integers are given anew, from 1 and
//! without gaps, so that not even the number of another coder's codings can be guessed from them.

use std::collections::{BTreeMap, HashMap};

use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

use super::portable::{Shape, condition, image, key};
use crate::error::{Error, Result};
use crate::model::packages::{Held, NOUNS, Package};
use crate::model::{CoderId, DocumentId};
use crate::progress::Progress;
use crate::store::{Reader, migrate};
use crate::tr;

/// Which rows of a table go to a coder: `?1` is the coder, `?2` the documents as a JSON array. Each behind those that it
/// refers to.
const GIVEN: &[(&str, &str)] = &[
    // Settings of the study that change how it is read; what was decided about other coders stays at home.
    ("setting", "key = 'citation'"),
    ("coder", "id = ?1"),
    ("coding_pass", "1"),
    (
        "document_group",
        "id IN (SELECT document_group FROM document WHERE id IN (SELECT value FROM json_each(?2)))
         OR id IN (SELECT document_group FROM memo WHERE coder = ?1)",
    ),
    (
        "study_case",
        "id IN (SELECT study_case FROM case_document WHERE document IN (SELECT value FROM json_each(?2)))
         OR id IN (SELECT study_case FROM memo WHERE coder = ?1) OR id IN (SELECT study_case FROM case_summary WHERE coder = ?1)",
    ),
    // Which questions somebody was asked decides between "not asked" and "nothing relevant".
    (
        "reference_document",
        "id IN (SELECT guide FROM document WHERE id IN (SELECT value FROM json_each(?2)))",
    ),
    ("document", "id IN (SELECT value FROM json_each(?2))"),
    ("speaker", "document IN (SELECT value FROM json_each(?2))"),
    ("paragraph", "document IN (SELECT value FROM json_each(?2))"),
    ("case_document", "document IN (SELECT value FROM json_each(?2))"),
    (
        "document_set",
        "id IN (SELECT document_set FROM document_set_member WHERE document IN (SELECT value FROM json_each(?2)))",
    ),
    ("document_set_member", "document IN (SELECT value FROM json_each(?2))"),
    ("memo_template", "1"),
    ("code", "1"),
    ("guide_code", "1"),
    ("code_set", "1"),
    ("code_set_member", "1"),
    // An example from an interview that is not given has words of it.
    ("anchor", "document IS NULL OR document IN (SELECT value FROM json_each(?2))"),
    ("coding", "coder = ?1 AND document IN (SELECT value FROM json_each(?2))"),
    (
        "memo",
        "coder = ?1 AND (document IS NULL OR document IN (SELECT value FROM json_each(?2)))
         AND (coding IS NULL OR coding IN
           (SELECT id FROM coding WHERE coder = ?1 AND document IN (SELECT value FROM json_each(?2))))",
    ),
    ("paraphrase", "coder = ?1 AND document IN (SELECT value FROM json_each(?2))"),
    ("summary", "coder = ?1 AND document IN (SELECT value FROM json_each(?2))"),
    ("document_summary", "coder = ?1 AND document IN (SELECT value FROM json_each(?2))"),
    ("code_summary", "coder = ?1"),
    ("case_summary", "coder = ?1"),
    ("cell_state", "coder = ?1 AND document IN (SELECT value FROM json_each(?2))"),
    ("work", "coder = ?1 AND document IN (SELECT value FROM json_each(?2))"),
    ("revisit", "coder = ?1 AND document IN (SELECT value FROM json_each(?2))"),
];

/// Columns that stay at home: names of files and persons, whose codings count, what is released.
fn withheld(table: &str) -> &'static [&'static str] {
    match table {
        "document" => &["source_name", "options", "analysis_coder", "released"],
        "reference_document" => &["source_name"],
        "speaker" => &["person"],
        // Versions have words of interviews that are not given.
        "coding_pass" => &["version"],
        _ => &[],
    }
}

/// A database that becomes a file.
pub struct Fresh {
    conn: Connection,
}

impl Fresh {
    fn new() -> Result<Fresh> {
        let mut conn = Connection::open_in_memory()?;
        migrate::migrate(&mut conn, 0)?;
        conn.execute_batch("PRAGMA foreign_keys = OFF")?;
        Ok(Fresh { conn })
    }

    /// The file's bytes, after a check of all that is in it.
    pub fn bytes(mut self) -> Result<Vec<u8>> {
        self.conn.execute_batch("PRAGMA foreign_keys = ON")?;
        let broken: u32 =
            self.conn.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
        let whole: String = self.conn.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
        if broken > 0 || whole != "ok" {
            return Err(Error::damaged(tr!("error-project-damaged")).hint(tr!("hint-project-damaged")));
        }
        Ok(self.conn.serialize(rusqlite::MAIN_DB)?.to_vec())
    }

    /// How much is in it.
    pub fn held(&self) -> Result<Held> {
        let count = |table: &str| -> Result<u32> {
            Ok(self.conn.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get(0))?)
        };
        Ok(Held {
            documents: count("document")?,
            codes: count("code")?,
            codings: count("coding")?,
            memos: count("memo")?,
            summaries: count("summary")?,
            paraphrases: count("paraphrase")?,
            bytes: 0,
        })
    }
}

/// A coder's package of some documents.
pub fn cut(
    reader: &Reader<'_>,
    package: &Package,
    coder: CoderId,
    documents: &[DocumentId],
    progress: &Progress,
) -> Result<Fresh> {
    let fresh = Fresh::new()?;
    let to = &fresh.conn;
    let chosen = serde_json::to_string(documents).unwrap_or_default();
    to.execute_batch("BEGIN")?;
    to.execute(
        "INSERT INTO project (id, uuid, created) VALUES (1, ?1, ?2)",
        params![package.project, package.cut],
    )?;
    insert_package(to, package)?;
    progress.start(GIVEN.len() as u64 + 2);
    let mut known: BTreeMap<&str, HashMap<i64, i64>> = BTreeMap::new();
    for (table, condition) in GIVEN {
        progress.step()?;
        let mut statement =
            reader.conn.prepare(&format!("SELECT id FROM main.\"{table}\" WHERE {condition} ORDER BY id"))?;
        // A condition may need the coder only, or neither.
        let values: [&dyn rusqlite::ToSql; 2] = [&coder.0, &chosen];
        let needed = statement.parameter_count().min(values.len());
        let ids: Vec<i64> = statement
            .query_map(values.get(..needed).unwrap_or_default(), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        known.insert(table, ids.into_iter().zip(1..).collect());
        rows(reader.conn, to, table, &known)?;
    }
    texts(reader.conn, to)?;
    progress.step()?;
    if let Some(id) = known.get("coder").and_then(|coders| coders.get(&coder.0)) {
        to.execute("INSERT INTO state (key, value) VALUES ('current-coder', ?1)", [id.to_string()])?;
    }
    base(to)?;
    progress.step()?;
    to.execute_batch("COMMIT")?;
    Ok(fresh)
}

fn insert_package(to: &Connection, package: &Package) -> Result<()> {
    to.execute(
        "INSERT INTO package (id, uuid, project, coder, operation, cut) VALUES (1, ?1, ?2, ?3, ?4, ?5)",
        params![package.uuid, package.project, package.coder, package.operation, package.cut],
    )?;
    Ok(())
}

/// Copies the known rows of a table under their new integers.
fn rows(
    from: &Connection,
    to: &Connection,
    table: &str,
    known: &BTreeMap<&str, HashMap<i64, i64>>,
) -> Result<()> {
    let shape = Shape::of(from, table)?;
    let names = shape.columns.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let marks = vec!["?"; shape.columns.len()].join(", ");
    let mut insert = to.prepare(&format!("INSERT INTO \"{table}\" ({names}) VALUES ({marks})"))?;
    let mut select = from.prepare(&format!("SELECT {names} FROM main.\"{table}\" WHERE id = ?1"))?;
    let Some(ids) = known.get(table) else { return Ok(()) };
    let mut ids: Vec<(i64, i64)> = ids.iter().map(|(old, new)| (*old, *new)).collect();
    ids.sort_by_key(|(_, new)| *new);
    'rows: for (old, new) in ids {
        let mut found = select.query([old])?;
        let Some(row) = found.next()? else { continue };
        let mut values = Vec::with_capacity(shape.columns.len());
        for (nth, column) in shape.columns.iter().enumerate() {
            let value: Value = row.get(nth)?;
            values.push(match (column.as_str(), shape.target(column), value) {
                ("id", ..) => Value::Integer(new),
                (column, None, value) if withheld(table).contains(&column) => blank(column, &value),
                (column, Some(_), _) if withheld(table).contains(&column) => Value::Null,
                (_, Some(target), Value::Integer(id)) => match known.get(target).and_then(|ids| ids.get(&id))
                {
                    Some(&id) => Value::Integer(id),
                    // It is about something that is not given.
                    None if needs(table, column) => continue 'rows,
                    None => Value::Null,
                },
                (.., value) => value,
            });
        }
        insert.execute(params_from_iter(values))?;
    }
    Ok(())
}

/// Whether a row makes no sense without what the column refers to.
fn needs(table: &str, column: &str) -> bool {
    !matches!(
        (table, column),
        ("document", "document_group" | "guide") | ("paragraph", "speaker") | ("person", "study_case")
    )
}

fn blank(column: &str, value: &Value) -> Value {
    match value {
        Value::Integer(_) => Value::Integer(0),
        Value::Text(options) if column == "options" => Value::Text(without_names(options)),
        _ => Value::Text(String::new()),
    }
}

/// How a transcript was read, without what may hold a name: what a sealing takes as well.
fn without_names(options: &str) -> String {
    let mut options: serde_json::Value = serde_json::from_str(options).unwrap_or_default();
    if let Some(all) = options.as_object_mut() {
        all.retain(|key, _| !matches!(key.as_str(), "tiers" | "columns" | "sheet"));
    }
    if let Some(recognise) = options.get_mut("recognise").and_then(serde_json::Value::as_object_mut) {
        recognise.retain(|key, _| {
            !matches!(key.as_str(), "speakers" | "also-speakers" | "not-speakers" | "interviewers")
        });
    }
    options.to_string()
}

/// The texts that something in the package refers to.
fn texts(from: &Connection, to: &Connection) -> Result<()> {
    let mut wanted = to.prepare(
        "SELECT text FROM document UNION SELECT text FROM reference_document
         UNION SELECT before FROM text_edit UNION SELECT after FROM text_edit
         UNION SELECT book FROM codebook_version",
    )?;
    let mut text = from.prepare("SELECT text FROM text_version WHERE sha256 = ?1")?;
    let mut insert = to.prepare("INSERT INTO text_version (sha256, text) VALUES (?1, ?2)")?;
    for hash in wanted.query_map([], |row| row.get::<_, String>(0))? {
        let hash = hash?;
        insert.execute(params![hash, text.query_row([&hash], |row| row.get::<_, String>(0))?])?;
    }
    Ok(())
}

/// Every row as it is now: what a merge compares with.
fn base(to: &Connection) -> Result<()> {
    for noun in NOUNS.iter().filter(|noun| noun.given) {
        let shape = Shape::of(to, noun.table)?;
        to.execute(
            &format!(
                "INSERT INTO base (noun, key, image) SELECT '{}', {}, {} FROM main.\"{}\" AS r WHERE {}",
                noun.table,
                key(noun, &shape),
                image(noun, &shape, withheld(noun.table)),
                noun.table,
                condition(noun),
            ),
            [],
        )?;
    }
    Ok(())
}

/// What stays where it is when a package goes back: the history of its work, drafts, where the workbench was left.
const NOT_RETURNED: &[&str] =
    &["change", "operation", "draft", "state", "pseudonym", "pseudonym_form", "erasure", "text_version"];

/// A package on its way back: all its rows, without history and drafts.
pub fn back(reader: &Reader<'_>) -> Result<Fresh> {
    let fresh = Fresh::new()?;
    let (from, to) = (reader.conn, &fresh.conn);
    to.execute_batch("BEGIN")?;
    let tables: Vec<String> = to
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
        )?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for table in tables.iter().filter(|table| !NOT_RETURNED.contains(&table.as_str())) {
        crate::store::erasure::rows(from, to, table)?;
    }
    texts(from, to)?;
    if let Ok(coder) = crate::store::settings::current_coder(reader) {
        let own: Option<i64> = super::of(to)?
            .and_then(|p| to.query_row("SELECT id FROM coder WHERE uuid = ?1", [p.coder], |r| r.get(0)).ok());
        to.execute(
            "INSERT INTO state (key, value) VALUES ('current-coder', ?1)",
            [own.unwrap_or(coder.0).to_string()],
        )?;
    }
    to.execute_batch("COMMIT")?;
    Ok(fresh)
}
