//! Sets: free collections of documents, or of codes.

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::SetId;
use crate::model::cases::{check_line, same_name};
use crate::model::history::{Done, OperationKind};
use crate::model::sets::{Members, Set, SetOf};
use crate::store::{Project, Reader, codes, documents, sets};
use crate::tr;

/// Adds a set with its members. Refused where there is one of that name, of either kind.
pub fn add(project: &mut Project, name: &str, members: &Members) -> Result<Done<SetId>> {
    let name = check_line(name)?;
    project.operate(OperationKind::AddSet, json!({"name": name, "count": members.len()}), |w| {
        check_free(w, name, None)?;
        check_members(w, members)?;
        let id = sets::insert(w, members.of(), name)?;
        sets::add(w, id, members)?;
        Ok(id)
    })
}

fn check_free(reader: &Reader<'_>, name: &str, but: Option<(SetOf, SetId)>) -> Result<()> {
    let taken = |set: &Set| Some((set.members.of(), set.id)) != but && same_name(&set.name, name);
    match sets::list(reader)?.into_iter().find(taken) {
        Some(set) => Err(Error::refused(tr!("error-set-exists", name = set.name))),
        None => Ok(()),
    }
}

fn check_members(reader: &Reader<'_>, members: &Members) -> Result<()> {
    match members {
        Members::Documents(ids) => ids.iter().try_for_each(|id| documents::get(reader, *id).map(|_| ())),
        Members::Codes(ids) => {
            let tree = codes::tree(reader)?;
            match ids.iter().all(|id| tree.get(*id).is_some()) {
                true => Ok(()),
                false => Err(Error::not_found(tr!("error-code-gone"))),
            }
        }
    }
}

/// What to change on a set; none leaves as it is.
#[derive(Debug, Clone, Default)]
pub struct SetChange {
    pub name: Option<String>,
    /// Index among the sets of its kind; past the end: last.
    pub index: Option<usize>,
    pub add: Option<Members>,
    pub remove: Option<Members>,
}

pub fn change(project: &mut Project, of: SetOf, id: SetId, change: &SetChange) -> Result<Done<()>> {
    project.operate(OperationKind::ChangeSet, json!({}), |w| {
        let set = sets::get(w, of, id)?;
        w.argument("name", set.name.as_str());
        if let Some(name) = &change.name {
            let name = check_line(name)?;
            check_free(w, name, Some((of, id)))?;
            sets::rename(w, of, id, name)?;
        }
        if let Some(index) = change.index {
            sets::place(w, of, id, index)?;
        }
        for members in [&change.add, &change.remove].into_iter().flatten() {
            if members.of() != of {
                return Err(Error::invalid(tr!("error-set-kind", name = set.name, kind = of.name())));
            }
        }
        if let Some(members) = &change.add {
            check_members(w, members)?;
            sets::add(w, id, members)?;
        }
        if let Some(members) = &change.remove {
            sets::drop(w, id, members)?;
        }
        Ok(())
    })
}

/// Removes a set; its members stay where they are.
pub fn remove(project: &mut Project, of: SetOf, id: SetId) -> Result<Done<()>> {
    project.operate(OperationKind::RemoveSet, json!({}), |w| {
        w.argument("name", sets::get(w, of, id)?.name);
        sets::remove(w, of, id)
    })
}
