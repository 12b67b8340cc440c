//! The bridge to codes to revisit: what waits, and how much an operation has marked.

use std::collections::HashMap;

use crate::error::Result;
use crate::model::codes::Guide;
use crate::model::history::Done;
use crate::model::{CodeId, CodingId, DocumentId};
use crate::ops;
use crate::ops::codings::{Category, Sorted};
use crate::store::Project;

/// Codes that the coder has to revisit, by document.
pub fn waiting(project: &Project) -> Result<HashMap<DocumentId, usize>> {
    let mut waiting = HashMap::new();
    for one in ops::revisit::own(project)? {
        *waiting.entry(one.document).or_insert(0) += 1;
    }
    Ok(waiting)
}

/// Adds a code; and how many of one's own documents wait for it.
pub fn add_code(project: &mut Project, path: &str, mark: bool) -> Result<(Done<CodeId>, usize)> {
    marking(project, |project| ops::codes::add_marking(project, path, None, mark))
}

/// Defines a code; and how many of one's own documents wait by its other meaning.
pub fn define_code(
    project: &mut Project,
    id: CodeId,
    guide: &Guide,
    mark: bool,
) -> Result<(Done<()>, usize)> {
    marking(project, |project| ops::codes::define_marking(project, id, guide, mark))
}

/// Sorts segments; and how many of one's own documents wait for a code that was made for them.
pub fn sort(
    project: &mut Project,
    segments: &[CodingId],
    into: &Category,
    mark: bool,
) -> Result<(Done<Sorted>, usize)> {
    marking(project, |project| ops::codings::sort(project, segments, into, mark))
}

fn marking<T>(
    project: &mut Project,
    work: impl FnOnce(&mut Project) -> Result<Done<T>>,
) -> Result<(Done<T>, usize)> {
    let before = ops::revisit::own(project)?.len();
    let done = work(project)?;
    Ok((done, ops::revisit::own(project)?.len().saturating_sub(before)))
}
