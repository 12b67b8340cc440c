//! The Summary Grid of the project, as the analysis set has it.

use std::collections::HashMap;

use crate::analysis::grid::{self, Grid, Shown};
use crate::error::Result;
use crate::model::table::Table;
use crate::model::{CodeId, CoderId, DocumentId};
use crate::ops::retrieve::{self, SegmentQuery};
use crate::store::{Project, coders, codes, documents, settings, summaries};

/// Which grid; none means all.
#[derive(Debug, Clone, Default)]
pub struct GridQuery {
    pub documents: Option<Vec<DocumentId>>,
    pub codes: Option<Vec<CodeId>>,
    /// Cells also show the segments of their code's subcodes.
    pub with_subcodes: bool,
    /// A coder's own work instead of the analysis set.
    pub coder: Option<CoderId>,
}

/// The grid as data.
pub fn grid(project: &Project, query: &GridQuery) -> Result<Grid> {
    let reader = project.read();
    let tree = codes::tree(&reader)?;
    let rows = match &query.documents {
        Some(ids) => ids.clone(),
        None => documents::list(&reader)?.into_iter().map(|document| document.id).collect(),
    };
    let columns = match &query.codes {
        Some(ids) => ids.clone(),
        None => tree.nodes().iter().map(|node| node.code.id).collect(),
    };
    let retrieved = retrieve::segments(
        project,
        &SegmentQuery {
            codes: Some(columns.clone()),
            with_subcodes: query.with_subcodes,
            documents: Some(rows.clone()),
            coder: query.coder,
        },
    )?;
    let set = retrieve::whose(&reader, query.coder)?;
    let mut texts = summaries::list(&reader)?;
    texts.retain(|summary| set.counts(summary.document, summary.coder));
    let mut grid = Grid::new(rows, columns, retrieved.segments, texts, query.with_subcodes.then_some(&tree));
    grid.notes = retrieved.notes;
    let names: HashMap<CoderId, String> =
        coders::list(&reader)?.into_iter().map(|coder| (coder.id, coder.name)).collect();
    grid.coders = set
        .chosen
        .iter()
        .filter_map(|(document, choice)| Some((*document, names.get(&choice.coder)?.clone())))
        .collect();
    Ok(grid)
}

/// The grid as a table.
pub fn table(project: &Project, query: &GridQuery, shown: Shown) -> Result<Table> {
    let reader = project.read();
    let grid = grid(project, query)?;
    Ok(grid::table(
        &grid,
        &documents::list(&reader)?,
        &codes::tree(&reader)?,
        &settings::citation(&reader)?,
        shown,
    ))
}
