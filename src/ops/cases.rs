//! Cases: what groups documents, and has variables of its own.

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::cases::{Case, check_line, same_name};
use crate::model::history::{Done, OperationKind};
use crate::model::{CaseId, DocumentId};
use crate::store::{Project, Reader, cases, documents, memos};
use crate::tr;

/// Adds a case. Refused where there is one of that name.
pub fn add(project: &mut Project, name: &str) -> Result<Done<CaseId>> {
    let name = check_line(name)?;
    project.operate(OperationKind::AddCase, json!({"name": name}), |w| {
        check_free(w, name, None)?;
        cases::insert(w, name)
    })
}

fn check_free(reader: &Reader<'_>, name: &str, but: Option<CaseId>) -> Result<()> {
    let taken = |case: &Case| Some(case.id) != but && same_name(&case.name, name);
    match cases::list(reader)?.into_iter().find(taken) {
        Some(case) => Err(Error::refused(tr!("error-case-exists", name = case.name))),
        None => Ok(()),
    }
}

/// What to change on a case; none leaves as it is.
#[derive(Debug, Clone, Default)]
pub struct CaseChange {
    pub name: Option<String>,
    /// Index among all cases; past the end: last.
    pub index: Option<usize>,
}

pub fn change(project: &mut Project, id: CaseId, change: &CaseChange) -> Result<Done<()>> {
    project.operate(OperationKind::ChangeCase, json!({}), |w| {
        w.argument("name", cases::get(w, id)?.name);
        if let Some(name) = &change.name {
            let name = check_line(name)?;
            check_free(w, name, Some(id))?;
            cases::rename(w, id, name)?;
        }
        if let Some(index) = change.index {
            cases::place(w, id, index)?;
        }
        Ok(())
    })
}

/// Removes a case with its values. Its documents and persons stay, without a case; memos on it stay as free memos.
pub fn remove(project: &mut Project, id: CaseId) -> Result<Done<()>> {
    project.operate(OperationKind::RemoveCase, json!({}), |w| {
        w.argument("name", cases::get(w, id)?.name);
        memos::set_free_of_case(w, id)?;
        cases::remove(w, id)
    })
}

/// Puts a document in a case (none: takes it out of its case). A document is in one case at most.
pub fn assign(project: &mut Project, document: DocumentId, case: Option<CaseId>) -> Result<Done<()>> {
    project.operate(OperationKind::AssignCase, json!({}), |w| {
        w.argument("label", documents::get(w, document)?.label);
        w.argument("name", case.map(|case| cases::get(w, case)).transpose()?.map(|case| case.name));
        cases::assign(w, document, case)
    })
}
