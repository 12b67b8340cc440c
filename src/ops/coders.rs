//! Coders: who they are, how far they are, and whose codings count.

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::coders::Status;
use crate::model::codes::PALETTE;
use crate::model::history::{Done, OperationKind};
use crate::model::{CoderId, DocumentId};
use crate::store::{Project, coders, documents};
use crate::tr;

/// Adds a coder; refused for a name that is taken.
pub fn add(project: &mut Project, name: &str) -> Result<Done<CoderId>> {
    let name = check_name(name)?;
    project.operate(OperationKind::AddCoder, json!({"name": name}), |w| {
        let all = coders::list(w)?;
        check_free(&all, name, None)?;
        coders::insert(w, name, PALETTE[all.len() % PALETTE.len()], false)
    })
}

pub fn rename(project: &mut Project, coder: CoderId, name: &str) -> Result<Done<()>> {
    let name = check_name(name)?;
    let before = coders::get(&project.read(), coder)?.name;
    project.operate(OperationKind::RenameCoder, json!({"coder": before, "name": name}), |w| {
        check_free(&coders::list(w)?, name, Some(coder))?;
        coders::rename(w, coder, name)
    })
}

fn check_free(all: &[crate::model::coders::Coder], name: &str, but: Option<CoderId>) -> Result<()> {
    let taken =
        all.iter().any(|other| Some(other.id) != but && other.name.to_lowercase() == name.to_lowercase());
    if taken {
        return Err(Error::invalid(tr!("error-coder-exists", name = name.to_owned())));
    }
    Ok(())
}

/// Works as another coder from now on, in this copy of the project. No entry in the history: nothing of the study
/// changes.
pub fn sign_in(project: &mut Project, coder: CoderId) -> Result<()> {
    let coder = coders::get(&project.read(), coder)?;
    if coder.consensus {
        return Err(Error::refused(tr!("error-consensus-signs-in", name = coder.name.clone()))
            .hint(tr!("hint-consensus-signs-in", name = coder.name)));
    }
    let coder = coder.id;
    project.sign_in(coder)?;
    project.keep(|keeper| keeper.set_current_coder(coder))
}

/// Declares how far the current coder is with a document in the current coding pass.
pub fn set_status(project: &mut Project, document: DocumentId, status: Status) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    let coder = project.coder();
    project.operate(OperationKind::SetStatus, json!({"label": label, "status": status.name()}), |w| {
        coders::set_status(w, document, coder, status)
    })
}

/// Chooses whose codings count in a document; none: the first coder who declared it done.
pub fn choose(project: &mut Project, document: DocumentId, coder: Option<CoderId>) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    let name = coder.map(|id| coders::get(&project.read(), id)).transpose()?.map(|coder| coder.name);
    project.operate(OperationKind::ChooseCoder, json!({"label": label, "coder": name}), |w| {
        coders::choose(w, document, coder)
    })
}

/// Checks a coder's name: one line, not empty.
pub fn check_name(name: &str) -> Result<&str> {
    let name = name.trim();
    if name.is_empty() || name.contains(|c: char| c.is_control()) || name.chars().count() > 80 {
        return Err(Error::invalid(tr!("error-coder-name")));
    }
    Ok(name)
}
