//! The bridge to codes to revisit: what waits, and how much an operation has marked.

use std::collections::HashMap;

use crate::error::Result;
use crate::model::codes::Guide;
use crate::model::history::{Changed, Done};
use crate::model::{CodeId, CodingId, DocumentId};
use crate::ops;
use crate::ops::codings::{Category, Sorted};
use crate::store::Project;
use crate::store::codes::tree;

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
    counting(project, |project| ops::codes::add_marking(project, path, None, mark))
}

/// Defines a code; and how many of one's own documents wait by its other meaning.
pub fn define_code(
    project: &mut Project,
    id: CodeId,
    guide: &Guide,
    mark: bool,
) -> Result<(Done<()>, usize)> {
    counting(project, |project| ops::codes::define_marking(project, id, guide, mark))
}

/// Sorts segments; and how many of one's own documents wait for a code that was made for them.
pub fn sort(
    project: &mut Project,
    segments: &[CodingId],
    into: &Category,
    mark: bool,
) -> Result<(Done<Sorted>, usize)> {
    counting(project, |project| ops::codings::sort(project, segments, into, mark))
}

/// The codes of these paths, those that are missing made.
pub fn made(
    project: &mut Project,
    paths: &[String],
    mark: bool,
    changed: &mut Changed,
) -> Result<Vec<CodeId>> {
    let mut codes = Vec::with_capacity(paths.len());
    for path in paths {
        // A path that exists by now (letter case aside) is taken, not made again.
        let found = tree(&project.read())?.find(path).map(|node| node.code.id);
        codes.push(match found {
            Ok(id) => id,
            Err(_) => {
                let made = ops::codes::add_marking(project, path, None, mark)?;
                changed.join(made.changed);
                made.value
            }
        });
    }
    Ok(codes)
}

/// How many more of one's own documents wait after an operation.
pub fn counting<T>(
    project: &mut Project,
    work: impl FnOnce(&mut Project) -> Result<Done<T>>,
) -> Result<(Done<T>, usize)> {
    let before = ops::revisit::count(project)?;
    let done = work(project)?;
    Ok((done, ops::revisit::count(project)?.saturating_sub(before)))
}
