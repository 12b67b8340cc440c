//! Variables of documents.

use rusqlite::{OptionalExtension, params};

use super::{Reader, Writer};
use crate::error::Result;
use crate::model::variables::{Variable, VariableKind, VariableValue};
use crate::model::{DocumentId, VariableId, new_uuid};

pub fn list(reader: &Reader<'_>) -> Result<Vec<Variable>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT id, name, kind, position FROM variable ORDER BY position, id")?;
    let rows = statement.query_map([], |row| {
        Ok(Variable {
            id: VariableId(row.get(0)?),
            name: row.get(1)?,
            kind: VariableKind::from_name(&row.get::<_, String>(2)?).unwrap_or_default(),
            position: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub fn values(reader: &Reader<'_>) -> Result<Vec<VariableValue>> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT variable, document, working, published FROM variable_value ORDER BY id")?;
    let rows = statement.query_map([], |row| {
        Ok(VariableValue {
            variable: VariableId(row.get(0)?),
            document: DocumentId(row.get(1)?),
            working: row.get(2)?,
            published: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The variable of a name, made with `kind` where there is none.
pub fn variable(writer: &Writer<'_>, name: &str, kind: VariableKind) -> Result<Variable> {
    let found = writer
        .conn
        .query_row("SELECT id, kind, position FROM variable WHERE name = ?1", [name], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get(2)?))
        })
        .optional()?;
    if let Some((id, kind, position)) = found {
        let kind = VariableKind::from_name(&kind).unwrap_or_default();
        return Ok(Variable { id: VariableId(id), name: name.to_owned(), kind, position });
    }
    writer.conn.execute(
        "INSERT INTO variable (uuid, name, kind, position)
         VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM variable))",
        params![new_uuid(), name, kind.name()],
    )?;
    Ok(Variable { id: VariableId(writer.conn.last_insert_rowid()), name: name.to_owned(), kind, position: 0 })
}

/// Sets a value; none removes it.
pub fn set(
    writer: &Writer<'_>,
    variable: VariableId,
    document: DocumentId,
    working: Option<&str>,
) -> Result<()> {
    match working {
        None => writer.conn.execute(
            "DELETE FROM variable_value WHERE variable = ?1 AND document = ?2",
            [variable.0, document.0],
        )?,
        Some(working) => writer.conn.execute(
            "INSERT INTO variable_value (variable, document, working) VALUES (?1, ?2, ?3)
             ON CONFLICT (document, variable) DO UPDATE SET working = excluded.working WHERE working <> excluded.working",
            params![variable.0, document.0, working],
        )?,
    };
    Ok(())
}
