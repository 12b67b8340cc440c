//! Consent and released passages; the persons they are of, by name.

use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, Writer};
use crate::error::Result;
use crate::model::consent::{Answer, Consent, Quotations, Release, Voice};
use crate::model::{ConsentId, DocumentId, PersonId, ReleaseId, new_uuid};
use crate::text::Span;

const COLUMNS: &str =
    "SELECT consent.id, consent.uuid, consent.document, consent.person, person.name, given, scope,
    quotations, withdrawn, delete_recording_by, recording_deleted, note
  FROM consent LEFT JOIN person ON person.id = consent.person";

fn consent(row: &Row<'_>) -> rusqlite::Result<Consent> {
    Ok(Consent {
        id: ConsentId(row.get(0)?),
        uuid: row.get(1)?,
        document: DocumentId(row.get(2)?),
        person: row.get::<_, Option<i64>>(3)?.map(PersonId),
        name: row.get(4)?,
        given: row.get(5)?,
        scope: row.get(6)?,
        quotations: Quotations::from_name(row.get_ref(7)?.as_str().unwrap_or_default()).unwrap_or_default(),
        withdrawn: row.get(8)?,
        delete_recording_by: row.get(9)?,
        recording_deleted: row.get(10)?,
        note: row.get(11)?,
    })
}

/// All consents, by document: the whole interview's first.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Consent>> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "{COLUMNS} ORDER BY consent.document, consent.person IS NOT NULL, person.position, consent.id"
    ))?;
    Ok(statement.query_map([], consent)?.collect::<rusqlite::Result<_>>()?)
}

pub fn of_document(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<Consent>> {
    let mut statement = reader.conn.prepare_cached(&format!(
        "{COLUMNS} WHERE consent.document = ?1 ORDER BY consent.person IS NOT NULL, person.position, consent.id"
    ))?;
    Ok(statement.query_map([document.0], consent)?.collect::<rusqlite::Result<_>>()?)
}

pub fn of_person(
    reader: &Reader<'_>,
    document: DocumentId,
    person: Option<PersonId>,
) -> Result<Option<Consent>> {
    let mut statement = reader
        .conn
        .prepare_cached(&format!("{COLUMNS} WHERE consent.document = ?1 AND consent.person IS ?2"))?;
    Ok(statement.query_row(params![document.0, person.map(|id| id.0)], consent).optional()?)
}

/// A new row without anything agreed.
pub fn insert(writer: &Writer<'_>, document: DocumentId, person: Option<PersonId>) -> Result<()> {
    writer.conn.execute(
        "INSERT INTO consent (uuid, document, person) VALUES (?1, ?2, ?3)",
        params![new_uuid(), document.0, person.map(|id| id.0)],
    )?;
    Ok(())
}

/// Writes what was agreed.
pub fn update(writer: &Writer<'_>, consent: &Consent) -> Result<()> {
    writer.conn.execute(
        "UPDATE consent SET given = ?2, scope = ?3, quotations = ?4, withdrawn = ?5, delete_recording_by = ?6,
           recording_deleted = ?7, note = ?8 WHERE id = ?1",
        params![
            consent.id.0,
            consent.given,
            consent.scope,
            consent.quotations.name(),
            consent.withdrawn,
            consent.delete_recording_by,
            consent.recording_deleted,
            consent.note,
        ],
    )?;
    Ok(())
}

pub fn remove(writer: &Writer<'_>, id: ConsentId) -> Result<()> {
    writer.conn.execute("DELETE FROM consent WHERE id = ?1", [id.0])?;
    Ok(())
}

fn release(row: &Row<'_>) -> rusqlite::Result<Release> {
    Ok(Release {
        id: ReleaseId(row.get(0)?),
        uuid: row.get(1)?,
        document: DocumentId(row.get(2)?),
        span: Span::new(row.get(3)?, row.get(4)?),
        answer: Answer::from_name(row.get_ref(5)?.as_str().unwrap_or_default()).unwrap_or(Answer::Asked),
        wording: row.get(6)?,
        at: row.get(7)?,
    })
}

/// The passages that were put before persons, in text order; of one document where `only` says so.
pub fn releases(reader: &Reader<'_>, only: Option<DocumentId>) -> Result<Vec<Release>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, uuid, document, start_pos, end_pos, answer, wording, at FROM quotation_release
         WHERE ?1 IS NULL OR document = ?1 ORDER BY document, start_pos, end_pos, id",
    )?;
    let rows = statement.query_map([only.map(|id| id.0)], release)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes the answer for a passage; the one that the same passage had is gone.
pub fn set_release(
    writer: &Writer<'_>,
    document: DocumentId,
    span: Span,
    answer: Answer,
    wording: &str,
) -> Result<()> {
    let at = crate::clock::now();
    let place = params![document.0, span.start.0, span.end.0, answer.name(), wording, at];
    let there = writer.conn.execute(
        "UPDATE quotation_release SET answer = ?4, wording = ?5, at = ?6
         WHERE document = ?1 AND start_pos = ?2 AND end_pos = ?3",
        place,
    )?;
    if there == 0 {
        writer.conn.execute(
            "INSERT INTO quotation_release (uuid, document, start_pos, end_pos, answer, wording, at)
             VALUES (?7, ?1, ?2, ?3, ?4, ?5, ?6)",
            params![document.0, span.start.0, span.end.0, answer.name(), wording, at, new_uuid()],
        )?;
    }
    Ok(())
}

/// Who speaks in a passage, interviewers aside: nobody where only they speak.
pub fn voices(reader: &Reader<'_>, document: DocumentId, span: Span) -> Result<Vec<Voice>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT DISTINCT coalesce(speaker.role, ''), speaker.person FROM paragraph
         LEFT JOIN speaker ON speaker.id = paragraph.speaker
         WHERE paragraph.document = ?1 AND start_pos < ?3 AND end_pos > ?2 AND kind NOT IN ('header', 'heading')",
    )?;
    let rows = statement.query_map(params![document.0, span.start.0, span.end.0], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?))
    })?;
    let mut voices = Vec::new();
    for row in rows {
        let (role, person) = row?;
        let voice = person.map_or(Voice::Unnamed, |id| Voice::Person(PersonId(id)));
        if role != "interviewer" && !voices.contains(&voice) {
            voices.push(voice);
        }
    }
    Ok(voices)
}

/// The persons who speak in a document, and those who have a consent of their own there.
pub fn persons(reader: &Reader<'_>, document: DocumentId) -> Result<Vec<(PersonId, String)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, name FROM person WHERE id IN (SELECT person FROM speaker WHERE document = ?1)
           OR id IN (SELECT person FROM consent WHERE document = ?1) ORDER BY position, id",
    )?;
    let rows = statement.query_map([document.0], |row| Ok((PersonId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
