//! Recordings and the times of paragraphs.

use rusqlite::{OptionalExtension, Row, params};

use super::{Keeper, Reader, Writer, settings};
use crate::error::{Error, Result};
use crate::model::media::Recording;
use crate::model::{DocumentId, RecordingId, new_uuid};
use crate::tr;

const COLUMNS: &str = "SELECT id, uuid, document, file_name, duration, shift, position FROM media";

fn recording(row: &Row<'_>) -> rusqlite::Result<Recording> {
    Ok(Recording {
        id: RecordingId(row.get(0)?),
        uuid: row.get(1)?,
        document: DocumentId(row.get(2)?),
        file_name: row.get(3)?,
        duration: row.get(4)?,
        shift: row.get(5)?,
        position: row.get(6)?,
    })
}

/// All recordings, by document and position.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Recording>> {
    let mut statement = reader.conn.prepare_cached(&format!("{COLUMNS} ORDER BY document, position, id"))?;
    Ok(statement.query_map([], recording)?.collect::<rusqlite::Result<_>>()?)
}

/// The recordings of a document, by position.
pub fn of_document(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<Recording>> {
    let mut statement =
        reader.conn.prepare_cached(&format!("{COLUMNS} WHERE document = ?1 ORDER BY position, id"))?;
    Ok(statement.query_map([document.0], recording)?.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: RecordingId) -> Result<Recording> {
    let mut statement = reader.conn.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?;
    let found = statement.query_row([id.0], recording).optional()?;
    found.ok_or_else(|| Error::not_found(tr!("error-recording-gone")))
}

pub fn insert(
    writer: &Writer<'_>,
    document: DocumentId,
    file_name: &str,
    duration: Option<u32>,
) -> Result<RecordingId> {
    writer.conn.execute(
        "INSERT INTO media (uuid, document, file_name, duration, position) VALUES (?1, ?2, ?3, ?4,
           (SELECT coalesce(max(position), 0) + 1 FROM media WHERE document = ?2))",
        params![new_uuid(), document.0, file_name, duration],
    )?;
    Ok(RecordingId(writer.conn.last_insert_rowid()))
}

pub fn set_shift(writer: &Writer<'_>, id: RecordingId, shift: i64) -> Result<()> {
    writer.conn.execute("UPDATE media SET shift = ?2 WHERE id = ?1", params![id.0, shift])?;
    Ok(())
}

pub fn remove(writer: &Writer<'_>, id: RecordingId) -> Result<()> {
    writer.conn.execute("DELETE FROM media WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Sets or clears the times of a numbered paragraph.
pub fn set_time(
    writer: &Writer<'_>,
    document: DocumentId,
    number: u32,
    time: Option<u32>,
    end: Option<u32>,
) -> Result<()> {
    writer.conn.execute(
        "UPDATE paragraph SET time = ?3, end_time = ?4 WHERE document = ?1 AND number = ?2",
        params![document.0, number, time, end],
    )?;
    Ok(())
}

fn key(recording: &Recording) -> String {
    format!("media {}", recording.uuid)
}

/// Where the file lies on this machine, as far as this copy knows.
pub fn path(reader: &Reader<'_>, recording: &Recording) -> Result<Option<String>> {
    settings::state(reader, &key(recording))
}

impl Keeper<'_> {
    /// Remembers where a recording's file lies on this machine.
    pub fn set_recording_path(&self, recording: &Recording, path: &str) -> Result<()> {
        self.set_state(&key(recording), path)
    }
}
