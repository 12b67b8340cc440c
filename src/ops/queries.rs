//! Saved queries: kept with the UUIDs of what they name, so that a code may be renamed or merged.

use serde_json::json;

use super::query::Known;
use crate::analysis::query::{Query, parse, plan};
use crate::error::{Error, Result};
use crate::model::QueryId;
use crate::model::cases::{check_line, same_name};
use crate::model::history::{Done, OperationKind};
use crate::model::queries::SavedQuery;
use crate::store::{Project, Reader, queries};
use crate::tr;

/// Keeps a query under a name. One of that name is refused, or with `replace` becomes this one.
pub fn save(project: &mut Project, name: &str, query: &Query, replace: bool) -> Result<Done<QueryId>> {
    let name = check_line(name)?.trim_start_matches('@').trim();
    let name = check_line(name)?;
    let stored = {
        let known = Known::new(&project.read())?;
        plan::stored(query, known.study()).map_err(|fault| fault.error())?.to_string()
    };
    project.operate(OperationKind::SaveQuery, json!({"name": name}), |w| match of_name(w, name)? {
        Some(there) if replace => {
            queries::update(w, there.id, &there.name, &stored)?;
            Ok(there.id)
        }
        Some(there) => {
            Err(Error::refused(tr!("error-query-exists", name = there.name)).hint(tr!("hint-query-exists")))
        }
        None => queries::insert(w, name, &stored),
    })
}

fn of_name(reader: &Reader<'_>, name: &str) -> Result<Option<SavedQuery>> {
    Ok(queries::list(reader)?.into_iter().find(|query| same_name(&query.name, name)))
}

pub fn rename(project: &mut Project, id: QueryId, name: &str) -> Result<Done<()>> {
    let name = check_line(name)?;
    project.operate(OperationKind::RenameQuery, json!({"to": name}), |w| {
        let query = queries::get(w, id)?;
        w.argument("name", query.name.as_str());
        if let Some(there) = of_name(w, name)?.filter(|there| there.id != id) {
            return Err(
                Error::refused(tr!("error-query-exists", name = there.name)).hint(tr!("hint-query-exists"))
            );
        }
        queries::update(w, id, name, &query.query)
    })
}

pub fn remove(project: &mut Project, id: QueryId) -> Result<Done<()>> {
    project.operate(OperationKind::RemoveQuery, json!({}), |w| {
        w.argument("name", queries::get(w, id)?.name);
        queries::remove(w, id)
    })
}

/// A saved query with the names of what it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub saved: SavedQuery,
    /// As it is written today; as it is stored where it cannot be read.
    pub query: String,
    /// What it names that is not there any more, in words.
    pub gone: Option<String>,
}

/// All saved queries.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Named>> {
    let all = queries::list(reader)?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let known = Known::new(reader)?;
    Ok(all.into_iter().map(|saved| named(saved, &known)).collect())
}

fn named(saved: SavedQuery, known: &Known) -> Named {
    match parse::parse(&saved.query) {
        Ok(query) => {
            let gone = plan::plan(&query, known.study()).err().map(|fault| fault.message);
            Named { query: plan::named(&query, known.study()).to_string(), saved, gone }
        }
        Err(fault) => Named { query: saved.query.clone(), saved, gone: Some(fault.message) },
    }
}

/// A saved query by its name, as it is written today.
pub fn by_name(reader: &Reader<'_>, name: &str) -> Result<Named> {
    let saved = queries::by_name(reader, name.trim().trim_start_matches('@'))?;
    Ok(named(saved, &Known::new(reader)?))
}

/// What is typed where a query is asked for: a query, or `@` and the name of a saved one.
pub fn read(reader: &Reader<'_>, typed: &str) -> Result<Query> {
    match typed.trim().strip_prefix('@') {
        Some(name) => {
            let saved = queries::by_name(reader, name)?;
            parse::parse(&saved.query).map_err(|fault| fault.error())
        }
        None => parse::parse(typed).map_err(|fault| fault.error()),
    }
}
