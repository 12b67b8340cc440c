//! Undo and redo: the current coder's newest operation, or a whole batch. What was done, as a table, and where it was.

use serde_json::json;

use crate::error::{Error, Kind, Result};
use crate::model::history::{Done, Operation, OperationKind, OperationState};
use crate::model::table::{Cell, Column, ColumnKind, Table, Value};
use crate::model::{CodeId, CodingId, DocumentId, MemoId, OperationId};
use crate::store::history::{self, Direction, HistoryFilter};
use crate::store::{Project, coders, codes, codings, documents, erasure, memos, viewer};
use crate::text::Span;
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

/// What was done, newest first. Whose work is not to be seen is not asked for in vain.
pub fn list(project: &Project, filter: &HistoryFilter) -> Result<Vec<Operation>> {
    let reader = project.read();
    if let Some(coder) = filter.coder
        && !viewer::sees_any(&reader, coder)?
    {
        let name = coders::get(&reader, coder)?.name;
        return Err(Error::refused(tr!("error-blind", name = name)).hint(tr!("hint-blind")));
    }
    history::list(&reader, filter)
}

/// How an entry stands, in words; empty for what is done.
pub fn state_words(operation: &Operation) -> String {
    match operation.state {
        OperationState::Done => String::new(),
        OperationState::Undone => tr!("history-undone"),
        OperationState::Discarded => tr!("history-discarded"),
    }
}

/// Entries as a table.
pub fn table(operations: &[Operation], notes: Vec<String>) -> Table {
    let row = |operation: &Operation| {
        let at = Value::Said { stored: operation.at.clone(), shown: crate::clock::local(&operation.at) };
        vec![
            Cell { value: at, places: Vec::new() },
            Cell::text(&operation.coder),
            Cell::text(state_words(operation)),
            Cell::text(history::words(operation)),
        ]
    };
    let column = |key: &str, kind| Column::new(key, tr!(&format!("cli-column-{key}")), kind);
    Table {
        name: "history".to_owned(),
        title: tr!("cli-list-history"),
        columns: vec![
            column("at", ColumnKind::Short),
            column("coder", ColumnKind::Short),
            column("state", ColumnKind::Short),
            column("operation", ColumnKind::Long),
        ],
        rows: operations.iter().map(row).collect(),
        notes,
        frozen: 1,
    }
}

/// Where an operation was done, as far as that is still there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts {
    Passage(DocumentId, Span),
    Document(DocumentId),
    Code(CodeId),
    Memo(MemoId),
}

/// Where an operation was done: the first of what it touched that is still there, the most particular first.
pub fn whereabouts(project: &Project, operation: OperationId) -> Result<Option<Whereabouts>> {
    let reader = project.read();
    let touched = history::touched(&reader, operation)?;
    let tree = codes::tree(&reader)?;
    let there = |id: &DocumentId| documents::get(&reader, *id).is_ok();
    for one in &touched {
        let passage = match one.table.as_str() {
            // Where the segment is now.
            "coding" => codings::find(&reader, CodingId(one.row))?.map(|now| (now.document, now.span)),
            "memo" => match one.coding {
                Some(coding) => codings::find(&reader, coding)?.map(|now| (now.document, now.span)),
                None => None,
            },
            _ => None,
        };
        let written = || one.document.filter(there).zip(one.span);
        if let Some((document, span)) = passage.or_else(written) {
            let end = documents::get(&reader, document)?.characters;
            let span = Span::new(span.start.0.min(end), span.end.0.min(end));
            return Ok(Some(Whereabouts::Passage(document, span)));
        }
    }
    let memo = |one: &&history::Touched| one.table == "memo" && memos::get(&reader, MemoId(one.row)).is_ok();
    if let Some(memo) = touched.iter().find(memo) {
        return Ok(Some(Whereabouts::Memo(MemoId(memo.row))));
    }
    let known = |id: &CodeId| tree.get(*id).is_some();
    let rows = |table: &str| {
        let of = touched.iter().filter(|one| one.table == table).map(|one| one.row);
        of.collect::<Vec<_>>().into_iter()
    };
    let document = rows("document").map(DocumentId).find(there).map(Whereabouts::Document);
    let code = rows("code").map(CodeId).find(known).map(Whereabouts::Code);
    let on_document = touched.iter().filter_map(|one| one.document).find(there).map(Whereabouts::Document);
    let on_code = touched.iter().filter_map(|one| one.code).find(known).map(Whereabouts::Code);
    Ok(document.or(code).or(on_document).or(on_code))
}
