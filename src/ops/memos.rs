//! Memos.

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::MemoId;
use crate::model::history::{Done, OperationKind};
use crate::model::memos::MemoOn;
use crate::store::{Project, memos};
use crate::tr;

/// Writes a memo: a new one where `id` is none, otherwise the one that is there (only its writer may).
pub fn write(
    project: &mut Project,
    id: Option<MemoId>,
    on: MemoOn,
    title: &str,
    text: &str,
) -> Result<Done<MemoId>> {
    let title = title.trim();
    project.operate(OperationKind::WriteMemo, json!({"title": title}), |w| {
        if title.is_empty() && text.trim().is_empty() {
            return Err(Error::invalid(tr!("error-memo-empty")));
        }
        match id {
            None => memos::insert(w, on, title, text, w.coder()),
            Some(id) => {
                check_own(w, id)?;
                memos::update(w, id, title, text)?;
                Ok(id)
            }
        }
    })
}

pub fn remove(project: &mut Project, id: MemoId) -> Result<Done<()>> {
    let title = memos::get(&project.read(), id)?.title;
    project.operate(OperationKind::RemoveMemo, json!({"title": title}), |w| {
        check_own(w, id)?;
        memos::remove(w, id)
    })
}

fn check_own(w: &crate::store::Writer<'_>, id: MemoId) -> Result<()> {
    let memo = memos::get(w, id)?;
    if memo.coder == w.coder() {
        return Ok(());
    }
    let name = crate::store::coders::get(w, memo.coder)?.name;
    Err(Error::refused(tr!("error-memo-of-another", name = name)))
}
