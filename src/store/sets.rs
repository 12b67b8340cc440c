//! Sets of documents and of codes.

use std::collections::{BTreeMap, HashMap};

use rusqlite::params;

use super::{Reader, Writer, codes, documents, order};
use crate::error::{Error, Result};
use crate::model::cases::same_name;
use crate::model::sets::{Members, Set, SetOf};
use crate::model::{CodeId, SetId, new_uuid};
use crate::tr;

/// The statements on a set's two tables: both kinds have the same.
struct Statements {
    list: &'static str,
    members: &'static str,
    insert: &'static str,
    rename: &'static str,
    place: &'static str,
    add: &'static str,
    drop: &'static str,
    clear: &'static str,
    remove: &'static str,
}

fn statements(of: SetOf) -> Statements {
    match of {
        SetOf::Documents => Statements {
            list: "SELECT id, uuid, name, position FROM document_set ORDER BY position, id",
            members: "SELECT document_set, document FROM document_set_member",
            insert: "INSERT INTO document_set (uuid, name, position)
                     VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM document_set))",
            rename: "UPDATE document_set SET name = ?2 WHERE id = ?1",
            place: "UPDATE document_set SET position = ?2 WHERE id = ?1 AND position <> ?2",
            add: "INSERT INTO document_set_member (document_set, document) VALUES (?1, ?2)
                  ON CONFLICT (document_set, document) DO NOTHING",
            drop: "DELETE FROM document_set_member WHERE document_set = ?1 AND document = ?2",
            clear: "DELETE FROM document_set_member WHERE document_set = ?1",
            remove: "DELETE FROM document_set WHERE id = ?1",
        },
        SetOf::Codes => Statements {
            list: "SELECT id, uuid, name, position FROM code_set ORDER BY position, id",
            members: "SELECT code_set, code FROM code_set_member",
            insert: "INSERT INTO code_set (uuid, name, position)
                     VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM code_set))",
            rename: "UPDATE code_set SET name = ?2 WHERE id = ?1",
            place: "UPDATE code_set SET position = ?2 WHERE id = ?1 AND position <> ?2",
            add: "INSERT INTO code_set_member (code_set, code) VALUES (?1, ?2)
                  ON CONFLICT (code_set, code) DO NOTHING",
            drop: "DELETE FROM code_set_member WHERE code_set = ?1 AND code = ?2",
            clear: "DELETE FROM code_set_member WHERE code_set = ?1",
            remove: "DELETE FROM code_set WHERE id = ?1",
        },
    }
}

/// All sets, those of documents first.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Set>> {
    let mut all = Vec::new();
    for of in SetOf::ALL {
        // Members stand in the order of the documents, or of the tree.
        let order: HashMap<i64, usize> = match of {
            SetOf::Documents => documents::list(reader)?
                .iter()
                .enumerate()
                .map(|(at, document)| (document.id.0, at))
                .collect(),
            SetOf::Codes => codes::tree(reader)?
                .nodes()
                .iter()
                .enumerate()
                .map(|(at, node)| (node.code.id.0, at))
                .collect(),
        };
        let mut members: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        let mut statement = reader.conn.prepare_cached(statements(of).members)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            members.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        let mut statement = reader.conn.prepare_cached(statements(of).list)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let mut ids = members.remove(&id).unwrap_or_default();
            ids.sort_by_key(|id| order.get(id).copied());
            all.push(Set {
                id: SetId(id),
                uuid: row.get(1)?,
                name: row.get(2)?,
                position: row.get(3)?,
                members: Members::from_ids(of, ids),
            });
        }
    }
    Ok(all)
}

pub fn get(reader: &Reader<'_>, of: SetOf, id: SetId) -> Result<Set> {
    let found = list(reader)?.into_iter().find(|set| set.members.of() == of && set.id == id);
    found.ok_or_else(|| Error::not_found(tr!("error-set-gone")))
}

/// A set by its name, letter case aside.
pub fn by_name(reader: &Reader<'_>, name: &str) -> Result<Set> {
    let all = list(reader)?;
    let wanted = name.trim();
    let exact = all.iter().find(|set| set.name == wanted);
    let found = exact.or_else(|| all.iter().find(|set| same_name(&set.name, wanted))).cloned();
    found.ok_or_else(|| {
        Error::not_found(tr!("error-no-such-set", name = wanted.to_owned())).hint(tr!("hint-sets-list"))
    })
}

/// Adds an empty set as the last of its kind.
pub fn insert(writer: &Writer<'_>, of: SetOf, name: &str) -> Result<SetId> {
    writer.conn.execute(statements(of).insert, params![new_uuid(), name])?;
    Ok(SetId(writer.conn.last_insert_rowid()))
}

pub fn rename(writer: &Writer<'_>, of: SetOf, id: SetId, name: &str) -> Result<()> {
    writer.conn.execute(statements(of).rename, params![id.0, name])?;
    Ok(())
}

/// Puts a set at an index among those of its kind.
pub fn place(writer: &Writer<'_>, of: SetOf, id: SetId, index: usize) -> Result<()> {
    let all = list(writer)?.into_iter().filter(|set| set.members.of() == of);
    order::place(writer, statements(of).place, all.map(|set| set.id.0), id.0, index)
}

pub fn add(writer: &Writer<'_>, id: SetId, members: &Members) -> Result<()> {
    for member in members.ids() {
        writer.conn.prepare_cached(statements(members.of()).add)?.execute(params![id.0, member])?;
    }
    Ok(())
}

pub fn drop(writer: &Writer<'_>, id: SetId, members: &Members) -> Result<()> {
    for member in members.ids() {
        writer.conn.prepare_cached(statements(members.of()).drop)?.execute(params![id.0, member])?;
    }
    Ok(())
}

/// Removes a set; its members stay where they are.
pub fn remove(writer: &Writer<'_>, of: SetOf, id: SetId) -> Result<()> {
    writer.conn.execute(statements(of).clear, [id.0])?;
    writer.conn.execute(statements(of).remove, [id.0])?;
    Ok(())
}

/// Moves a code's memberships to another, unless that is a member already.
pub fn move_code(writer: &Writer<'_>, from: CodeId, into: CodeId) -> Result<()> {
    writer.conn.execute(
        "UPDATE code_set_member SET code = ?2 WHERE code = ?1
           AND code_set NOT IN (SELECT code_set FROM code_set_member WHERE code = ?2)",
        params![from.0, into.0],
    )?;
    drop_code(writer, from)
}

/// A code goes out of all sets.
pub fn drop_code(writer: &Writer<'_>, code: CodeId) -> Result<()> {
    writer.conn.execute("DELETE FROM code_set_member WHERE code = ?1", [code.0])?;
    Ok(())
}
