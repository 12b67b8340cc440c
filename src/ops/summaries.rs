//! Summaries: writing the cells of the Summary Grid.

use serde_json::json;

use crate::error::Result;
use crate::model::history::{Done, OperationKind};
use crate::model::{CodeId, DocumentId};
use crate::store::{Project, codes, documents, summaries};

/// Writes the current coder's text in one cell; an empty text empties it.
pub fn write(project: &mut Project, document: DocumentId, code: CodeId, text: &str) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    project.operate(OperationKind::WriteSummary, json!({"label": label}), |w| {
        w.argument("code", codes::tree(w)?.path(code));
        summaries::write(w, document, code, w.coder(), text.trim_end())
    })
}
