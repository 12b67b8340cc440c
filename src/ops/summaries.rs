//! Summaries: writing the cells of the Summary Grid.

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::history::{Done, OperationKind};
use crate::model::{CodeId, DocumentId};
use crate::store::{Project, codes, documents, summaries};
use crate::tr;

/// Writes the current coder's text in one cell; an empty text empties it.
pub fn write(project: &mut Project, document: DocumentId, code: CodeId, text: &str) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    project.operate(OperationKind::WriteSummary, json!({"label": label}), |w| {
        let tree = codes::tree(w)?;
        let node = tree.get(code).ok_or_else(|| Error::not_found(tr!("error-code-gone")))?;
        w.argument("code", node.path.as_str());
        summaries::write(w, document, code, w.coder(), text.trim_end())
    })
}
