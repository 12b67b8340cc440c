//! Versions of the code system. What one holds is a codebook in JSON, kept as a text by its hash.

use rusqlite::{Row, params};
use serde_json::Value;

use super::{Reader, Writer, documents};
use crate::error::{Error, Result};
use crate::model::cases::same_name;
use crate::model::codebook::Codebook;
use crate::model::names::StoredText;
use crate::model::versions::Version;
use crate::model::{CoderId, VersionId, new_uuid};
use crate::tr;

fn version(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: VersionId(row.get(0)?),
        uuid: row.get(1)?,
        name: row.get(2)?,
        at: row.get(3)?,
        coder: CoderId(row.get(4)?),
        reason: row.get(5)?,
        book: row.get(6)?,
    })
}

/// All versions, the oldest first.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Version>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, uuid, name, at, coder, reason, book FROM codebook_version ORDER BY at, id",
    )?;
    Ok(statement.query_map([], version)?.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: VersionId) -> Result<Version> {
    let found = list(reader)?.into_iter().find(|version| version.id == id);
    found.ok_or_else(|| Error::not_found(tr!("error-version-gone")))
}

/// A version by its name, letter case aside.
pub fn by_name(reader: &Reader<'_>, name: &str) -> Result<Version> {
    let all = list(reader)?;
    let wanted = name.trim();
    let found = all.iter().find(|version| version.name == wanted);
    let found = found.or_else(|| all.iter().find(|version| same_name(&version.name, wanted)));
    found.cloned().ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|version| version.name.as_str()).collect();
        Error::not_found(tr!("error-no-such-version", name = wanted.to_owned())).hint(match names.len() {
            0 => tr!("hint-no-versions"),
            _ => tr!("hint-versions-are", names = names.join(", ")),
        })
    })
}

fn text(reader: &Reader<'_>, id: VersionId) -> Result<String> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT text_version.text FROM codebook_version
         JOIN text_version ON text_version.sha256 = codebook_version.book WHERE codebook_version.id = ?1",
    )?;
    Ok(statement.query_row([id.0], |row| row.get(0))?)
}

/// The code system as it was then.
pub fn book(reader: &Reader<'_>, id: VersionId) -> Result<Codebook> {
    let version = get(reader, id)?;
    serde_json::from_str(&text(reader, id)?)
        .map_err(|_| Error::damaged(tr!("error-version-damaged", name = version.name)))
}

fn written(book: &Codebook) -> String {
    serde_json::to_string_pretty(book).unwrap_or_default()
}

/// The hash that a codebook has as a version.
pub fn hash(book: &Codebook) -> String {
    documents::sha256(written(book).as_bytes())
}

pub fn insert(writer: &Writer<'_>, name: &str, reason: &str, book: &Codebook) -> Result<VersionId> {
    let book = documents::insert_text(writer, &written(book))?;
    writer.conn.execute(
        "INSERT INTO codebook_version (uuid, name, at, coder, reason, book) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![new_uuid(), name, crate::clock::now(), writer.coder.0, reason, book],
    )?;
    Ok(VersionId(writer.conn.last_insert_rowid()))
}

/// Writes back a version's name and why it was kept; what it holds never changes.
pub fn update(writer: &Writer<'_>, id: VersionId, name: &str, reason: &str) -> Result<()> {
    writer.conn.execute(
        "UPDATE codebook_version SET name = ?2, reason = ?3 WHERE id = ?1",
        params![id.0, name, reason],
    )?;
    Ok(())
}

/// Removes a version; passes that went by it have none then.
pub fn remove(writer: &Writer<'_>, id: VersionId) -> Result<()> {
    writer.conn.execute("UPDATE coding_pass SET version = NULL WHERE version = ?1", [id.0])?;
    writer.conn.execute("DELETE FROM codebook_version WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Puts another book in the place of what a version holds: words have to leave it.
pub fn rewrite(writer: &Writer<'_>, id: VersionId, book: &Codebook) -> Result<()> {
    put(writer, id, &written(book))
}

fn put(writer: &Writer<'_>, id: VersionId, text: &str) -> Result<()> {
    let hash = documents::insert_text(writer, text)?;
    writer.conn.execute("UPDATE codebook_version SET book = ?2 WHERE id = ?1", params![id.0, hash])?;
    Ok(())
}

/// Between the texts of a version where they are looked through as one; no text that people write has it.
const BETWEEN: &str = "\n\u{1E}\n";

/// The words of every version, as one text each, for whoever looks for names.
pub(super) fn each_text(reader: &Reader<'_>, take: &mut dyn FnMut(StoredText) -> Result<()>) -> Result<()> {
    for version in list(reader)? {
        let mut words = Vec::new();
        each_word(&mut book_value(reader, version.id)?, &mut |text| words.push(std::mem::take(text)));
        take(StoredText {
            table: "codebook_version",
            column: "book",
            row: version.id.0,
            document: None,
            span: None,
            code: None,
            called: version.name,
            hidden: false,
            text: words.join(BETWEEN),
        })?;
    }
    Ok(())
}

/// Puts other words in the place of those that [`each_text`] gave.
pub(super) fn set_text(writer: &Writer<'_>, id: VersionId, text: &str) -> Result<()> {
    let mut value = book_value(writer, id)?;
    let mut words = text.split(BETWEEN);
    each_word(&mut value, &mut |word| {
        if let Some(new) = words.next() {
            new.clone_into(word);
        }
    });
    put(writer, id, &serde_json::to_string_pretty(&value).unwrap_or_default())
}

fn book_value(reader: &Reader<'_>, id: VersionId) -> Result<Value> {
    let version = get(reader, id)?;
    serde_json::from_str(&text(reader, id)?)
        .map_err(|_| Error::damaged(tr!("error-version-damaged", name = version.name)))
}

/// Calls for every text of a codebook that people have written.
fn each_word(value: &mut Value, call: &mut dyn FnMut(&mut String)) {
    const KEYS: [&str; 6] = ["format", "language", "uuid", "color", "origin", "document"];
    match value {
        Value::String(text) => call(text),
        Value::Array(values) => values.iter_mut().for_each(|value| each_word(value, call)),
        Value::Object(fields) => {
            let words = fields.iter_mut().filter(|(key, _)| !KEYS.contains(&key.as_str()));
            words.for_each(|(_, value)| each_word(value, call));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
