//! Packages: what is out and what came back, and under which UUID a row of a package is known here.
//!
//! A package is a project file of its own, written fresh ([`mod@write`]) and read as what it is, a file from outside
//! ([`foreign`]). Rows travel with UUIDs in the place of integers ([`portable`]); what a merge puts into the project goes
//! through [`rows`].

pub mod foreign;
pub mod portable;
pub mod rows;
pub mod write;

use rusqlite::{OptionalExtension, params};

use super::{Reader, Writer, documents};
use crate::error::Result;
use crate::model::CoderId;
use crate::model::packages::{Given, Package};

/// What this file says of itself, if it is a package.
pub fn package(reader: &Reader<'_>) -> Result<Option<Package>> {
    of(reader.conn)
}

fn of(conn: &rusqlite::Connection) -> Result<Option<Package>> {
    let mut statement = conn.prepare_cached("SELECT uuid, project, coder, operation, cut FROM package")?;
    let found = statement
        .query_row([], |row| {
            Ok(Package {
                uuid: row.get(0)?,
                project: row.get(1)?,
                coder: row.get(2)?,
                operation: row.get(3)?,
                cut: row.get(4)?,
            })
        })
        .optional()?;
    Ok(found)
}

/// The project's UUID.
pub fn project_uuid(reader: &Reader<'_>) -> Result<String> {
    Ok(reader.conn.query_row("SELECT uuid FROM project", [], |row| row.get(0))?)
}

/// The UUID of the project's newest operation; empty where there is none.
pub fn newest_operation(reader: &Reader<'_>) -> Result<String> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT uuid FROM operation WHERE state <> 'discarded' ORDER BY id DESC LIMIT 1")?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?.unwrap_or_default())
}

/// The packages that were given away, oldest first.
pub fn given(reader: &Reader<'_>) -> Result<Vec<Given>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT package_given.uuid, coder.name, cut, merged FROM package_given
         JOIN coder ON coder.id = package_given.coder ORDER BY package_given.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Given { uuid: row.get(0)?, coder: row.get(1)?, cut: row.get(2)?, merged: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Remembers that a package was given away.
pub fn insert_given(writer: &Writer<'_>, package: &Package, coder: CoderId) -> Result<()> {
    writer.conn.execute(
        "INSERT INTO package_given (uuid, coder, operation, cut) VALUES (?1, ?2, ?3, ?4)",
        params![package.uuid, coder.0, package.operation, package.cut],
    )?;
    Ok(())
}

/// What a package had when it was merged last: JSON, see `docs/FILE-FORMAT.md`.
pub fn returned(reader: &Reader<'_>, uuid: &str) -> Result<Option<String>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT text_version.text FROM package_given
         JOIN text_version ON text_version.sha256 = package_given.returned WHERE package_given.uuid = ?1",
    )?;
    Ok(statement.query_row([uuid], |row| row.get(0)).optional()?)
}

/// Remembers what came back with a package. Nothing is written where it is what came back the last time.
pub fn set_returned(writer: &Writer<'_>, package: &Package, coder: CoderId, text: &str) -> Result<()> {
    let hash = documents::insert_text(writer, text)?;
    writer.conn.execute(
        "INSERT INTO package_given (uuid, coder, operation, cut, merged, returned) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (uuid) DO UPDATE SET merged = excluded.merged, returned = excluded.returned
           WHERE returned IS NOT excluded.returned",
        params![package.uuid, coder.0, package.operation, package.cut, crate::clock::now(), hash],
    )?;
    Ok(())
}

/// Remembers under which UUID a row of a package is known here.
pub fn insert_alias(writer: &Writer<'_>, noun: &str, foreign: &str, local: &str) -> Result<()> {
    writer.conn.execute(
        "INSERT INTO alias (noun, foreign_uuid, local_uuid) VALUES (?1, ?2, ?3)
         ON CONFLICT (foreign_uuid) DO UPDATE SET local_uuid = excluded.local_uuid WHERE local_uuid <> excluded.local_uuid",
        params![noun, foreign, local],
    )?;
    Ok(())
}

/// The UUIDs under which rows of packages are known here: theirs and ours.
pub fn aliases(reader: &Reader<'_>, noun: &str) -> Result<Vec<(String, String)>> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT foreign_uuid, local_uuid FROM alias WHERE noun = ?1 ORDER BY id")?;
    let rows = statement.query_map([noun], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use crate::model::packages::{NOT_MERGED, NOUNS};
    use crate::store::tracking::TRACKED;
    use crate::store::{Project, packages::portable::Shape};

    /// A table that is new is merged, or known not to be.
    #[test]
    fn every_tracked_table_is_merged_or_known_not_to_be() {
        for table in TRACKED {
            let merged = NOUNS.iter().any(|noun| noun.table == *table);
            assert!(merged != NOT_MERGED.contains(table), "{table}: in NOUNS or in NOT_MERGED?");
        }
    }

    #[test]
    fn every_noun_comes_behind_those_that_it_refers_to() {
        let project = Project::in_memory().unwrap();
        for (at, noun) in NOUNS.iter().enumerate() {
            let shape = Shape::of(&project.conn, noun.table).unwrap();
            for (column, target) in &shape.references {
                let there = NOUNS.iter().position(|other| other.table == target);
                assert!(there.is_some_and(|there| there <= at), "{}.{column}", noun.table);
            }
            for column in
                noun.key.iter().chain(noun.natural).chain(noun.units.iter().flat_map(|(_, all)| *all))
            {
                assert!(shape.columns.iter().any(|name| name == column), "{}.{column}", noun.table);
            }
            assert!(noun.key.is_empty() == shape.columns.iter().any(|name| name == "uuid"), "{}", noun.table);
        }
    }
}
