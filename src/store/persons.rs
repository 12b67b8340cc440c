//! Persons who are interviewed, and the speakers that they are.

use std::collections::BTreeMap;

use rusqlite::params;

use super::{Reader, Writer, order};
use crate::error::{Error, Result};
use crate::model::cases::same_name;
use crate::model::documents::{Role, Speaker};
use crate::model::persons::Person;
use crate::model::{CaseId, DocumentId, PersonId, SpeakerId, new_uuid};
use crate::tr;

pub fn list(reader: &Reader<'_>) -> Result<Vec<Person>> {
    let mut speakers: BTreeMap<PersonId, Vec<SpeakerId>> = BTreeMap::new();
    for speaker in all_speakers(reader)? {
        if let Some(person) = speaker.person {
            speakers.entry(person).or_default().push(speaker.id);
        }
    }
    let mut statement = reader
        .conn
        .prepare_cached("SELECT id, uuid, name, study_case, position FROM person ORDER BY position, id")?;
    let rows = statement.query_map([], |row| {
        let id = PersonId(row.get(0)?);
        Ok(Person {
            id,
            uuid: row.get(1)?,
            name: row.get(2)?,
            case: row.get::<_, Option<i64>>(3)?.map(CaseId),
            position: row.get(4)?,
            speakers: speakers.remove(&id).unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The speakers of all documents, in the order of the documents.
pub fn all_speakers(reader: &Reader<'_>) -> Result<Vec<Speaker>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT speaker.id, speaker.document, speaker.label, speaker.role, speaker.person FROM speaker
         JOIN document ON document.id = speaker.document
         LEFT JOIN document_group ON document_group.id = document.document_group
         ORDER BY document_group.position IS NULL, document_group.position, document.position, document.id, speaker.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Speaker {
            id: SpeakerId(row.get(0)?),
            document: DocumentId(row.get(1)?),
            label: row.get(2)?,
            role: Role::from_name(row.get_ref(3)?.as_str().unwrap_or_default()),
            person: row.get::<_, Option<i64>>(4)?.map(PersonId),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: PersonId) -> Result<Person> {
    let found = list(reader)?.into_iter().find(|person| person.id == id);
    found.ok_or_else(|| Error::not_found(tr!("error-person-gone")))
}

/// A person by name, letter case aside.
pub fn by_name(reader: &Reader<'_>, name: &str) -> Result<Person> {
    let all = list(reader)?;
    let wanted = name.trim();
    let exact = all.iter().find(|person| person.name == wanted);
    let found = exact.or_else(|| all.iter().find(|person| same_name(&person.name, wanted))).cloned();
    found.ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|person| person.name.as_str()).collect();
        let error = Error::not_found(tr!("error-no-such-person", name = wanted.to_owned()));
        match names.len() {
            0 => error.hint(tr!("hint-no-persons")),
            1..=30 => error.hint(tr!("hint-persons-are", names = names.join(", "))),
            _ => error.hint(tr!("hint-persons-list")),
        }
    })
}

/// Adds a person as the last.
pub fn insert(writer: &Writer<'_>, name: &str) -> Result<PersonId> {
    writer.conn.execute(
        "INSERT INTO person (uuid, name, position)
         VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM person))",
        params![new_uuid(), name],
    )?;
    Ok(PersonId(writer.conn.last_insert_rowid()))
}

pub fn rename(writer: &Writer<'_>, id: PersonId, name: &str) -> Result<()> {
    writer.conn.execute("UPDATE person SET name = ?2 WHERE id = ?1", params![id.0, name])?;
    Ok(())
}

pub fn set_case(writer: &Writer<'_>, id: PersonId, case: Option<CaseId>) -> Result<()> {
    writer
        .conn
        .execute("UPDATE person SET study_case = ?2 WHERE id = ?1", params![id.0, case.map(|case| case.0)])?;
    Ok(())
}

/// Puts a person at an index among all.
pub fn place(writer: &Writer<'_>, id: PersonId, index: usize) -> Result<()> {
    let all = list(writer)?;
    let update = "UPDATE person SET position = ?2 WHERE id = ?1 AND position <> ?2";
    order::place(writer, update, all.into_iter().map(|person| person.id.0), id.0, index)
}

/// Says who a speaker is, or that it is nobody known.
pub fn assign(writer: &Writer<'_>, speaker: SpeakerId, person: Option<PersonId>) -> Result<()> {
    writer.conn.execute(
        "UPDATE speaker SET person = ?2 WHERE id = ?1",
        params![speaker.0, person.map(|person| person.0)],
    )?;
    Ok(())
}

/// How many consents have been recorded of a person.
pub fn consents(reader: &Reader<'_>, id: PersonId) -> Result<u32> {
    Ok(reader.conn.query_row("SELECT count(*) FROM consent WHERE person = ?1", [id.0], |row| row.get(0))?)
}

/// Removes a person with their values; the speakers stay, as nobody known.
pub fn remove(writer: &Writer<'_>, id: PersonId) -> Result<()> {
    for sql in [
        "UPDATE speaker SET person = NULL WHERE person = ?1",
        "DELETE FROM person_value WHERE person = ?1",
        "DELETE FROM person WHERE id = ?1",
    ] {
        writer.conn.execute(sql, [id.0])?;
    }
    Ok(())
}
