//! Variables of documents, cases and persons, and their values.

use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, Writer, order};
use crate::error::{Error, Result};
use crate::model::cases::same_name;
use crate::model::variables::{Disclosure, Entity, Owner, Variable, VariableKind, VariableValue};
use crate::model::{CaseId, DocumentId, PersonId, VariableId, new_uuid};
use crate::tr;

/// All variables, in their order.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Variable>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, uuid, name, kind, entity, disclosure, position FROM variable ORDER BY position, id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Variable {
            id: VariableId(row.get(0)?),
            uuid: row.get(1)?,
            name: row.get(2)?,
            kind: VariableKind::from_name(&row.get::<_, String>(3)?).unwrap_or_default(),
            entity: Entity::from_name(&row.get::<_, String>(4)?).unwrap_or_default(),
            disclosure: Disclosure::from_name(&row.get::<_, String>(5)?).unwrap_or_default(),
            position: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub fn get(reader: &Reader<'_>, id: VariableId) -> Result<Variable> {
    let found = list(reader)?.into_iter().find(|variable| variable.id == id);
    found.ok_or_else(|| Error::not_found(tr!("error-variable-gone")))
}

/// The variable of a name, letter case aside where none is written exactly so.
pub fn of_name(reader: &Reader<'_>, name: &str) -> Result<Option<Variable>> {
    let all = list(reader)?;
    let wanted = name.trim();
    let exact = all.iter().find(|variable| variable.name == wanted);
    Ok(exact.or_else(|| all.iter().find(|variable| same_name(&variable.name, wanted))).cloned())
}

/// The variable that is meant.
pub fn by_name(reader: &Reader<'_>, name: &str) -> Result<Variable> {
    of_name(reader, name)?.ok_or_else(|| {
        let error = Error::not_found(tr!("error-no-such-variable", name = name.to_owned()));
        let names: Vec<String> = match list(reader) {
            Ok(all) => all.into_iter().map(|variable| variable.name).collect(),
            Err(error) => return error,
        };
        match names.len() {
            0 => error.hint(tr!("hint-no-variables")),
            _ => error.hint(tr!("hint-variables-are", names = names.join(", "))),
        }
    })
}

fn value(row: &Row<'_>, owner: Owner) -> rusqlite::Result<VariableValue> {
    Ok(VariableValue {
        variable: VariableId(row.get(0)?),
        owner,
        working: row.get(2)?,
        published: row.get(3)?,
    })
}

/// Every value there is.
pub fn values(reader: &Reader<'_>) -> Result<Vec<VariableValue>> {
    let mut all = Vec::new();
    for entity in Entity::ALL {
        let mut statement = reader.conn.prepare_cached(match entity {
            Entity::Document => {
                "SELECT variable, document, working, published FROM variable_value ORDER BY id"
            }
            Entity::Case => "SELECT variable, study_case, working, published FROM case_value ORDER BY id",
            Entity::Person => "SELECT variable, person, working, published FROM person_value ORDER BY id",
        })?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(1)?;
            all.push(value(row, owner(entity, id))?);
        }
    }
    Ok(all)
}

fn owner(entity: Entity, id: i64) -> Owner {
    match entity {
        Entity::Document => Owner::Document(DocumentId(id)),
        Entity::Case => Owner::Case(CaseId(id)),
        Entity::Person => Owner::Person(PersonId(id)),
    }
}

/// One value, if there is any.
pub fn value_of(reader: &Reader<'_>, variable: VariableId, of: Owner) -> Result<Option<VariableValue>> {
    let (sql, id) = match of {
        Owner::Document(id) => (
            "SELECT variable, document, working, published FROM variable_value WHERE variable = ?1 AND document = ?2",
            id.0,
        ),
        Owner::Case(id) => (
            "SELECT variable, study_case, working, published FROM case_value WHERE variable = ?1 AND study_case = ?2",
            id.0,
        ),
        Owner::Person(id) => (
            "SELECT variable, person, working, published FROM person_value WHERE variable = ?1 AND person = ?2",
            id.0,
        ),
    };
    let mut statement = reader.conn.prepare_cached(sql)?;
    Ok(statement.query_row(params![variable.0, id], |row| value(row, of)).optional()?)
}

/// Adds a variable as the last.
pub fn insert(
    writer: &Writer<'_>,
    name: &str,
    kind: VariableKind,
    entity: Entity,
    disclosure: Disclosure,
) -> Result<VariableId> {
    writer.conn.execute(
        "INSERT INTO variable (uuid, name, kind, position, entity, disclosure)
         VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM variable), ?4, ?5)",
        params![new_uuid(), name, kind.name(), entity.name(), disclosure.name()],
    )?;
    Ok(VariableId(writer.conn.last_insert_rowid()))
}

pub fn rename(writer: &Writer<'_>, id: VariableId, name: &str) -> Result<()> {
    writer.conn.execute("UPDATE variable SET name = ?2 WHERE id = ?1", params![id.0, name])?;
    Ok(())
}

pub fn set_kind(writer: &Writer<'_>, id: VariableId, kind: VariableKind) -> Result<()> {
    writer.conn.execute("UPDATE variable SET kind = ?2 WHERE id = ?1", params![id.0, kind.name()])?;
    Ok(())
}

/// Whose variable it is; it must have no values, which would be another's.
pub fn set_entity(writer: &Writer<'_>, id: VariableId, entity: Entity) -> Result<()> {
    writer.conn.execute("UPDATE variable SET entity = ?2 WHERE id = ?1", params![id.0, entity.name()])?;
    Ok(())
}

pub fn set_disclosure(writer: &Writer<'_>, id: VariableId, disclosure: Disclosure) -> Result<()> {
    writer
        .conn
        .execute("UPDATE variable SET disclosure = ?2 WHERE id = ?1", params![id.0, disclosure.name()])?;
    Ok(())
}

/// Puts a variable at an index among those of its entity.
pub fn place(writer: &Writer<'_>, id: VariableId, index: usize) -> Result<()> {
    let entity = get(writer, id)?.entity;
    let all = list(writer)?.into_iter().filter(|variable| variable.entity == entity);
    let update = "UPDATE variable SET position = ?2 WHERE id = ?1 AND position <> ?2";
    order::place(writer, update, all.map(|variable| variable.id.0), id.0, index)
}

/// Sets a value; one that says nothing at all goes.
pub fn set(
    writer: &Writer<'_>,
    variable: VariableId,
    of: Owner,
    working: &str,
    published: Option<&str>,
) -> Result<()> {
    if working.is_empty() && published.is_none() {
        return clear(writer, variable, of);
    }
    let (sql, id) = match of {
        Owner::Document(id) => (
            "INSERT INTO variable_value (variable, document, working, published) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (document, variable) DO UPDATE SET working = excluded.working, published = excluded.published",
            id.0,
        ),
        Owner::Case(id) => (
            "INSERT INTO case_value (variable, study_case, working, published) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (study_case, variable) DO UPDATE SET working = excluded.working, published = excluded.published",
            id.0,
        ),
        Owner::Person(id) => (
            "INSERT INTO person_value (variable, person, working, published) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (person, variable) DO UPDATE SET working = excluded.working, published = excluded.published",
            id.0,
        ),
    };
    writer.conn.prepare_cached(sql)?.execute(params![variable.0, id, working, published])?;
    Ok(())
}

/// Takes a value away.
pub fn clear(writer: &Writer<'_>, variable: VariableId, of: Owner) -> Result<()> {
    let (sql, id) = match of {
        Owner::Document(id) => ("DELETE FROM variable_value WHERE variable = ?1 AND document = ?2", id.0),
        Owner::Case(id) => ("DELETE FROM case_value WHERE variable = ?1 AND study_case = ?2", id.0),
        Owner::Person(id) => ("DELETE FROM person_value WHERE variable = ?1 AND person = ?2", id.0),
    };
    writer.conn.prepare_cached(sql)?.execute(params![variable.0, id])?;
    Ok(())
}

/// Removes a variable with all its values.
pub fn remove(writer: &Writer<'_>, id: VariableId) -> Result<()> {
    for sql in [
        "DELETE FROM variable_value WHERE variable = ?1",
        "DELETE FROM case_value WHERE variable = ?1",
        "DELETE FROM person_value WHERE variable = ?1",
        "DELETE FROM variable WHERE id = ?1",
    ] {
        writer.conn.execute(sql, [id.0])?;
    }
    Ok(())
}
