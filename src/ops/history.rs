//! Undo and redo: the current coder's newest operation, or a whole batch.

use serde_json::json;

use crate::error::{Error, Kind, Result};
use crate::model::history::{Done, Operation, OperationKind};
use crate::store::history::{self, Direction};
use crate::store::{Project, erasure};
use crate::tr;

/// Undoes the current coder's newest operation and says which; refused whole where something stands in the way.
pub fn undo(project: &mut Project) -> Result<Done<Vec<Operation>>> {
    turn(project, Direction::Undo)
}

/// Does again what the current coder undid last; the coder's next operation ends that.
pub fn redo(project: &mut Project) -> Result<Done<Vec<Operation>>> {
    turn(project, Direction::Redo)
}

fn turn(project: &mut Project, direction: Direction) -> Result<Done<Vec<Operation>>> {
    let (kind, nothing) = match direction {
        Direction::Undo => (OperationKind::Undo, "error-nothing-to-undo"),
        Direction::Redo => (OperationKind::Redo, "error-nothing-to-redo"),
    };
    let mut said = String::new();
    let turned = project.operate(kind, json!({}), |w| {
        let targets = history::next(w, direction)?;
        let Some(first) = targets.first() else {
            return Err(match erasure::last(w)? {
                // What was done before has no images any more.
                Some(sealed) if direction == Direction::Undo => {
                    Error::refused(tr!("error-nothing-since-sealing", at = crate::clock::local(&sealed.at)))
                }
                _ => Error::refused(tr!(nothing)),
            });
        };
        said = history::words(first);
        w.argument("target", history::target(first));
        w.argument("count", targets.len());
        for target in &targets {
            history::replay(w, target, direction)?;
        }
        Ok(targets)
    });
    // A foreign key speaks only at the commit, in SQLite's words: something else refers to what would go.
    turned.map_err(|error| match error.kind {
        Kind::Refused if error.hint.is_none() && !said.is_empty() => {
            Error::refused(tr!("error-undo-in-use", operation = said)).hint(tr!("hint-undo-in-the-way"))
        }
        _ => error,
    })
}
