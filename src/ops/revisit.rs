//! Codes to revisit: marking documents for a code, and saying that one has looked.

use serde_json::json;

use crate::error::Result;
use crate::model::history::{Done, OperationKind};
use crate::model::revisit::{Reason, Revisit};
use crate::model::table::{Cell, Column, ColumnKind, Place, Table};
use crate::model::{CodeId, DocumentId};
use crate::store::{Project, coders, codes, documents, revisit, settings};
use crate::tr;

/// Marks one's own documents for a code: those that one has begun or done. Says how many are marked now.
pub fn mark(project: &mut Project, code: CodeId, chosen: Option<&[DocumentId]>) -> Result<Done<usize>> {
    let path = codes::tree(&project.read())?.path(code).to_owned();
    let coder = project.coder();
    project.operate(OperationKind::MarkRevisit, json!({"code": path}), |w| {
        let before = revisit::list(w)?.len();
        for document in documents::list(w)? {
            if chosen.is_none_or(|chosen| chosen.contains(&document.id)) {
                revisit::mark(w, code, Reason::Asked, revisit::Whose::Only(coder, document.id))?;
            }
        }
        let marked = revisit::list(w)?.len() - before;
        w.argument("count", marked);
        Ok(marked)
    })
}

/// The current coder has looked for a code in a document.
pub fn done(project: &mut Project, document: DocumentId, code: CodeId) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    let path = codes::tree(&project.read())?.path(code).to_owned();
    let coder = project.coder();
    project.operate(OperationKind::Revisited, json!({"label": label, "code": path}), |w| {
        revisit::done(w, document, code, coder)
    })
}

/// What waits for the current coder, by the order of documents and codes.
pub fn own(project: &Project) -> Result<Vec<Revisit>> {
    let reader = project.read();
    let tree = codes::tree(&reader)?;
    let order: Vec<DocumentId> = documents::list(&reader)?.iter().map(|document| document.id).collect();
    let coder = project.coder();
    let mut own: Vec<Revisit> =
        revisit::list(&reader)?.into_iter().filter(|one| one.coder == coder).collect();
    own.sort_by_key(|one| {
        (
            order.iter().position(|id| *id == one.document),
            tree.nodes().iter().position(|node| node.code.id == one.code),
        )
    });
    Ok(own)
}

/// How much waits for the current coder: what [`own`] lists.
pub fn count(project: &Project) -> Result<usize> {
    revisit::count(&project.read(), project.coder())
}

/// What waits, as a table: one's own, or everyone's that may be seen.
pub fn table(project: &Project, everyones: bool) -> Result<(Table, Vec<Revisit>)> {
    let reader = project.read();
    let waiting = if everyones { revisit::list(&reader)? } else { own(project)? };
    let (tree, pattern) = (codes::tree(&reader)?, settings::citation(&reader)?);
    let (all, coders) = (documents::list(&reader)?, coders::list(&reader)?);
    let rows = waiting.iter().map(|one| {
        let label = all.iter().find(|document| document.id == one.document).map(|document| &document.label);
        let coder = coders.iter().find(|coder| coder.id == one.coder).map_or("", |coder| &coder.name);
        let place =
            Place { document: one.document, span: Default::default(), code: Some(one.code), coding: None };
        vec![
            Cell::text(label.map(|label| pattern.name(label)).unwrap_or_default()).at(place),
            Cell::text(tree.path(one.code)),
            Cell::text(coder),
            Cell::text(tr!(&format!("revisit-{}", one.reason.name()))),
            Cell::text(crate::clock::local(&one.at)),
        ]
    });
    let column = |key: &str, title: String| Column::new(key, title, ColumnKind::Short);
    let columns = vec![
        column("document", tr!("agreement-column-document")),
        column("code", tr!("table-code")),
        column("coder", tr!("cli-column-coder")),
        column("reason", tr!("revisit-column-reason")),
        column("since", tr!("revisit-column-since")),
    ];
    let table = Table {
        name: "revisit".to_owned(),
        title: tr!("revisit-title"),
        columns,
        rows: rows.collect(),
        notes: vec![tr!("revisit-note")],
        frozen: 2,
    };
    Ok((table, waiting))
}
