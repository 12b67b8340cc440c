//! Memos.

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::MemoId;
use crate::model::history::{Done, OperationKind};
use crate::model::memos::{MemoOn, MemoText};
use crate::store::{Project, Writer, cases, codes, codings, documents, memos};
use crate::tr;

/// Writes a memo: a new one where `id` is none, otherwise the one that is there (only its writer may).
pub fn write(
    project: &mut Project,
    id: Option<MemoId>,
    on: MemoOn,
    title: &str,
    text: &str,
) -> Result<Done<MemoId>> {
    let (title, text) = (title.to_owned(), text.to_owned());
    write_as(project, id, on, MemoText { title, text, ..MemoText::default() })
}

/// Writes a memo that was begun with a template, or a logbook entry about another day.
pub fn write_as(
    project: &mut Project,
    id: Option<MemoId>,
    on: MemoOn,
    mut new: MemoText,
) -> Result<Done<MemoId>> {
    new.title = new.title.trim().to_owned();
    project.operate(OperationKind::WriteMemo, json!({"title": new.title}), |w| {
        if new.title.is_empty() && new.text.trim().is_empty() {
            return Err(Error::invalid(tr!("error-memo-empty")));
        }
        let on = match id {
            None => check_on(w, on)?,
            Some(id) => {
                check_own(w, id)?;
                memos::get(w, id)?.on
            }
        };
        if let Some(day) = new.dated.as_deref().map(str::trim).filter(|day| !day.is_empty()) {
            if on != MemoOn::Logbook {
                return Err(Error::invalid(tr!("error-memo-dated")).hint(tr!("hint-memo-dated")));
            }
            new.dated = Some(super::consent::day(day)?);
        }
        match id {
            None => memos::insert(w, on, &new, w.coder()),
            Some(id) => {
                memos::update(w, id, &new)?;
                Ok(id)
            }
        }
    })
}

/// What a memo is to be on must be there; a place is stored as a coding's span is.
fn check_on(w: &Writer<'_>, on: MemoOn) -> Result<MemoOn> {
    match on {
        MemoOn::Document(id) => drop(documents::get(w, id)?),
        MemoOn::Case(id) => drop(cases::get(w, id)?),
        MemoOn::Group(id) if !documents::groups(w)?.iter().any(|group| group.id == id) => {
            return Err(Error::not_found(tr!("error-memo-group-gone")));
        }
        MemoOn::Code(id) if codes::tree(w)?.get(id).is_none() => {
            return Err(Error::not_found(tr!("error-code-gone")));
        }
        MemoOn::Coding(id) => drop(codings::get(w, id)?),
        MemoOn::Place(id, span) => return Ok(MemoOn::Place(id, super::codings::check_span(w, id, span)?)),
        _ => {}
    }
    Ok(on)
}

pub fn remove(project: &mut Project, id: MemoId) -> Result<Done<()>> {
    let title = memos::get(&project.read(), id)?.title;
    project.operate(OperationKind::RemoveMemo, json!({"title": title}), |w| {
        check_own(w, id)?;
        memos::remove(w, id)
    })
}

fn check_own(w: &Writer<'_>, id: MemoId) -> Result<()> {
    let memo = memos::get(w, id)?;
    if memo.coder == w.coder() {
        return Ok(());
    }
    let name = crate::store::coders::get(w, memo.coder)?.name;
    Err(Error::refused(tr!("error-memo-of-another", name = name)))
}
