//! Summary Tables: kept under a name with the UUIDs of what they name, so that a code may be renamed or merged.

use std::collections::HashMap;

use serde_json::json;

use super::grid::{Common, GridQuery};
use super::query::{self, Known};
use crate::analysis::grid::Shown;
use crate::analysis::query::{Condition, Passages, Query, parse, plan};
use crate::error::{Error, Result};
use crate::model::cases::{check_line, same_name};
use crate::model::history::{Done, OperationKind};
use crate::model::saved_tables::{Definition, SavedTable};
use crate::model::table::Table;
use crate::model::variables::Entity;
use crate::model::{CodeId, DocumentId, GroupId, SavedTableId, VariableId};
use crate::store::{Project, Reader, codes, documents, queries, saved_tables, variables};
use crate::tr;

/// What a Summary Table is to have.
#[derive(Debug, Clone, Default)]
pub struct TableChoice {
    pub rows: Entity,
    /// None: all.
    pub documents: Option<Vec<DocumentId>>,
    pub groups: Vec<GroupId>,
    pub condition: Option<Condition>,
    pub codes: Option<Vec<CodeId>>,
    pub with_subcodes: bool,
    pub variables: Vec<VariableId>,
    pub by: Option<Common>,
    pub together: bool,
    pub working: bool,
    pub shown: Shown,
}

fn definition(reader: &Reader<'_>, choice: &TableChoice) -> Result<Definition> {
    let tree = codes::tree(reader)?;
    let all: HashMap<DocumentId, String> =
        documents::list(reader)?.into_iter().map(|document| (document.id, document.uuid)).collect();
    let groups = documents::group_uuids(reader)?;
    let named: HashMap<VariableId, String> =
        variables::list(reader)?.into_iter().map(|variable| (variable.id, variable.uuid)).collect();
    let condition = match &choice.condition {
        Some(condition) => Some(stored_condition(reader, condition)?),
        None => None,
    };
    let of_documents =
        choice.documents.as_ref().map(|ids| ids.iter().filter_map(|id| all.get(id).cloned()).collect());
    let of_codes = choice
        .codes
        .as_ref()
        .map(|ids| ids.iter().filter_map(|id| tree.get(*id)).map(|node| node.code.uuid.clone()).collect());
    Ok(Definition {
        rows: choice.rows,
        documents: of_documents,
        groups: groups
            .iter()
            .filter(|(id, _)| choice.groups.contains(id))
            .map(|(_, uuid)| uuid.clone())
            .collect(),
        condition,
        codes: of_codes,
        with_subcodes: choice.with_subcodes,
        variables: choice.variables.iter().filter_map(|id| named.get(id).cloned()).collect(),
        variables_in_first: choice.shown.in_first,
        working: choice.working,
        by: match choice.by {
            None => None,
            Some(Common::Group) => Some("group".to_owned()),
            Some(Common::Set) => Some("set".to_owned()),
            Some(Common::Variable(id)) => named.get(&id).cloned(),
        },
        together: choice.together,
        transposed: choice.shown.transposed,
        without_summaries: !choice.shown.summaries,
        without_segments: !choice.shown.segments,
    })
}

/// A condition is kept as a query of all segments of which it holds.
fn stored_condition(reader: &Reader<'_>, condition: &Condition) -> Result<String> {
    let known = Known::new(reader)?;
    let query = Query { passages: Passages::All, condition: Some(condition.clone()) };
    Ok(plan::stored(&query, known.study()).map_err(|fault| fault.error())?.to_string())
}

/// Keeps a table under a name. One of that name is refused, or with `replace` becomes this one.
pub fn save(
    project: &mut Project,
    name: &str,
    choice: &TableChoice,
    replace: bool,
) -> Result<Done<SavedTableId>> {
    let name = check_line(name)?;
    let stored = serde_json::to_string(&definition(&project.read(), choice)?)
        .map_err(|error| Error::invalid(error.to_string()))?;
    project.operate(OperationKind::SaveTable, json!({"name": name}), |w| match of_name(w, name)? {
        Some(there) if replace => {
            saved_tables::update(w, there.id, &there.name, &stored)?;
            Ok(there.id)
        }
        Some(there) => {
            Err(Error::refused(tr!("error-table-exists", name = there.name)).hint(tr!("hint-table-exists")))
        }
        None => saved_tables::insert(w, name, &stored),
    })
}

fn of_name(reader: &Reader<'_>, name: &str) -> Result<Option<SavedTable>> {
    Ok(saved_tables::list(reader)?.into_iter().find(|table| same_name(&table.name, name)))
}

pub fn rename(project: &mut Project, id: SavedTableId, name: &str) -> Result<Done<()>> {
    let name = check_line(name)?;
    project.operate(OperationKind::RenameTable, json!({"to": name}), |w| {
        let table = saved_tables::get(w, id)?;
        w.argument("name", table.name.as_str());
        if let Some(there) = of_name(w, name)?.filter(|there| there.id != id) {
            return Err(
                Error::refused(tr!("error-table-exists", name = there.name)).hint(tr!("hint-table-exists"))
            );
        }
        saved_tables::update(w, id, name, &table.definition)
    })
}

pub fn remove(project: &mut Project, id: SavedTableId) -> Result<Done<()>> {
    project.operate(OperationKind::RemoveTable, json!({}), |w| {
        w.argument("name", saved_tables::get(w, id)?.name);
        saved_tables::remove(w, id)
    })
}

/// What a Summary Table means in the study as it is now.
#[derive(Debug, Clone, Default)]
pub struct Resolved {
    pub name: String,
    pub query: GridQuery,
    pub shown: Shown,
    pub variables: Vec<VariableId>,
    /// How many things that it names are not there any more.
    pub gone: usize,
}

/// Finds what a table names; codes that were merged are those that they were merged into.
pub fn resolve(reader: &Reader<'_>, saved: &SavedTable) -> Result<Resolved> {
    let definition: Definition = serde_json::from_str(&saved.definition)
        .map_err(|_| Error::unreadable(tr!("error-table-unreadable", name = saved.name.clone())))?;
    let (tree, heirs) = (codes::tree(reader)?, queries::heirs(reader)?);
    let all = documents::list(reader)?;
    let known = variables::list(reader)?;
    let mut gone = 0;
    let mut found = |count: usize, wanted: usize| gone += wanted.saturating_sub(count);
    let code = |uuid: &String| {
        let mut uuid = uuid;
        // A code may have been merged more than once.
        while let Some(heir) = heirs.get(uuid) {
            uuid = heir;
        }
        tree.nodes().iter().find(|node| node.code.uuid == *uuid).map(|node| node.code.id)
    };
    let of_codes = definition.codes.as_ref().map(|uuids| {
        let mut ids: Vec<CodeId> = Vec::new();
        for id in uuids.iter().filter_map(code) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        found(uuids.iter().filter_map(code).count(), uuids.len());
        ids
    });
    let document = |uuid: &String| all.iter().find(|one| one.uuid == *uuid).map(|one| one.id);
    let mut of_documents: Option<Vec<DocumentId>> =
        definition.documents.as_ref().map(|uuids| uuids.iter().filter_map(document).collect());
    if let (Some(ids), Some(uuids)) = (&of_documents, &definition.documents) {
        found(ids.len(), uuids.len());
    }
    let mut narrow = |ids: Vec<DocumentId>| {
        of_documents = Some(match of_documents.take() {
            Some(before) => before.into_iter().filter(|id| ids.contains(id)).collect(),
            None => ids,
        });
    };
    if !definition.groups.is_empty() {
        let groups = documents::group_uuids(reader)?;
        let names: Vec<GroupId> =
            groups.iter().filter(|(_, uuid)| definition.groups.contains(uuid)).map(|(id, _)| *id).collect();
        found(names.len(), definition.groups.len());
        let named = documents::groups(reader)?;
        let is_in = |group: &Option<String>| {
            let of = named.iter().find(|one| Some(&one.name) == group.as_ref());
            of.is_some_and(|group| names.contains(&group.id))
        };
        narrow(all.iter().filter(|one| is_in(&one.group)).map(|one| one.id).collect());
    }
    if let Some(stored) = &definition.condition {
        let condition = parse::parse(stored).map_err(|fault| fault.error())?.condition;
        if let Some(condition) = condition {
            narrow(query::documents_where(reader, &condition)?);
        }
    }
    let variable = |uuid: &String| known.iter().find(|one| one.uuid == *uuid).map(|one| one.id);
    let of_variables: Vec<VariableId> = definition.variables.iter().filter_map(variable).collect();
    found(of_variables.len(), definition.variables.len());
    let by = match definition.by.as_deref() {
        None => None,
        Some("group") => Some(Common::Group),
        Some("set") => Some(Common::Set),
        Some(uuid) => {
            let id = variable(&uuid.to_owned());
            found(usize::from(id.is_some()), 1);
            id.map(Common::Variable)
        }
    };
    Ok(Resolved {
        name: saved.name.clone(),
        query: GridQuery {
            documents: of_documents,
            codes: of_codes,
            with_subcodes: definition.with_subcodes,
            coder: None,
            rows: definition.rows,
            by,
            together: definition.together && by.is_some(),
            working: definition.working,
        },
        shown: Shown {
            summaries: !definition.without_summaries,
            segments: !definition.without_segments,
            states: !definition.without_summaries,
            condensed: !definition.without_summaries,
            headings: false,
            transposed: definition.transposed,
            in_first: definition.variables_in_first,
        },
        variables: of_variables,
        gone,
    })
}

/// The table as it is now.
pub fn table(project: &Project, resolved: &Resolved) -> Result<Table> {
    let mut table = super::grid::table(project, &resolved.query, resolved.shown, &resolved.variables)?;
    table.name = "summary-table".to_owned();
    table.title.clone_from(&resolved.name);
    if resolved.gone > 0 {
        table.notes.insert(0, tr!("table-saved-gone", count = resolved.gone));
    }
    Ok(table)
}
