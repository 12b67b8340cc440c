//! Settings of the study (tracked) and the state of this copy (not tracked).

use rusqlite::{OptionalExtension, params};

use super::{Keeper, Reader, Writer};
use crate::error::{Error, Result};
use crate::model::CoderId;
use crate::model::coders::Drawn;
use crate::text::citations::Pattern;
use crate::tr;

const CITATION: &str = "citation";
const RELEASED: &str = "released";
const NAMES_IN_EXPORTS: &str = "pseudonyms-in-exports";
const DRAWN: &str = "drawn";
const CURRENT_CODER: &str = "current-coder";

fn get(reader: &Reader<'_>, key: &str) -> Result<Option<String>> {
    let mut statement = reader.conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

fn set(writer: &Writer<'_>, key: &str, value: &str) -> Result<()> {
    writer.conn.execute(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        params![key, value],
    )?;
    Ok(())
}

/// How the project writes its citations.
pub fn citation(reader: &Reader<'_>) -> Result<Pattern> {
    Ok(get(reader, CITATION)?.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

pub fn set_citation(writer: &Writer<'_>, pattern: &Pattern) -> Result<()> {
    set(writer, CITATION, &serde_json::to_string(pattern).unwrap_or_default())
}

/// Whether the coders may see each other's work.
pub fn released(reader: &Reader<'_>) -> Result<bool> {
    Ok(get(reader, RELEASED)?.as_deref() == Some("yes"))
}

pub fn set_released(writer: &Writer<'_>, released: bool) -> Result<()> {
    set(writer, RELEASED, if released { "yes" } else { "no" })
}

/// Whether everything that is exported gets replaced names.
pub fn names_in_exports(reader: &Reader<'_>) -> Result<bool> {
    Ok(get(reader, NAMES_IN_EXPORTS)?.as_deref() == Some("yes"))
}

pub fn set_names_in_exports(writer: &Writer<'_>, on: bool) -> Result<()> {
    set(writer, NAMES_IN_EXPORTS, if on { "yes" } else { "no" })
}

/// The draws of documents to be coded twice, oldest first.
pub fn drawn(reader: &Reader<'_>) -> Result<Vec<Drawn>> {
    Ok(get(reader, DRAWN)?.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

pub fn set_drawn(writer: &Writer<'_>, drawn: &[Drawn]) -> Result<()> {
    set(writer, DRAWN, &serde_json::to_string(drawn).unwrap_or_default())
}

/// What this copy remembers under a key.
pub fn state(reader: &Reader<'_>, key: &str) -> Result<Option<String>> {
    let mut statement = reader.conn.prepare_cached("SELECT value FROM state WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

impl Keeper<'_> {
    /// Remembers something in this copy only.
    pub fn set_state(&self, key: &str, value: &str) -> Result<()> {
        self.conn.execute(
            "INSERT INTO state (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            params![key, value],
        )?;
        Ok(())
    }
    /// Remembers who works in this copy.
    pub fn set_current_coder(&self, coder: CoderId) -> Result<()> {
        self.set_state(CURRENT_CODER, &coder.0.to_string())
    }
}

/// Who works in this copy: the one remembered, else the first.
pub fn current_coder(reader: &Reader<'_>) -> Result<CoderId> {
    let remembered = state(reader, CURRENT_CODER)?.and_then(|id| id.parse().ok()).unwrap_or(0);
    reader
        .conn
        .query_row(
            "SELECT id FROM coder WHERE consensus = 0 ORDER BY id <> ?1, id LIMIT 1",
            [remembered],
            |row| row.get(0),
        )
        .optional()?
        .map(CoderId)
        .ok_or_else(|| Error::damaged(tr!("error-no-coder")))
}
