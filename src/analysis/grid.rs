//! The Summary Grid: documents × codes; a cell has the coded segments of that code in that document and the summary.

use std::collections::HashMap;

use crate::model::codes::CodeTree;
use crate::model::codings::Segment;
use crate::model::documents::Document;
use crate::model::summaries::Summary;
use crate::model::table::{Block, BlockKind, Cell, Column, ColumnKind, Place, Table, Value};
use crate::model::{CodeId, DocumentId};
use crate::text::citations::Pattern;
use crate::tr;

/// The grid as data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    pub documents: Vec<DocumentId>,
    pub codes: Vec<CodeId>,
    cells: HashMap<(DocumentId, CodeId), GridCell>,
    /// Whose codings and summaries these are, in words.
    pub notes: Vec<String>,
    /// And by document, the coder's name.
    pub coders: HashMap<DocumentId, String>,
}

/// One cell. With segments and no summary it is work left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridCell {
    /// In text order.
    pub segments: Vec<Segment>,
    pub summary: Option<Summary>,
}

impl Grid {
    /// Puts segments and summaries in their cells. With `subcodes`, a code's cell also shows the segments of its
    /// subcodes at any depth; summaries always belong to exactly one code and never move upward.
    pub fn new(
        documents: Vec<DocumentId>,
        codes: Vec<CodeId>,
        segments: Vec<Segment>,
        summaries: Vec<Summary>,
        subcodes: Option<&CodeTree>,
    ) -> Grid {
        // For each code of a segment, the columns that show it.
        let mut columns: HashMap<CodeId, Vec<CodeId>> = HashMap::new();
        for &code in &codes {
            match subcodes {
                Some(tree) => {
                    for below in tree.subtree(code) {
                        columns.entry(below.code.id).or_default().push(code);
                    }
                }
                None => columns.entry(code).or_default().push(code),
            }
        }
        let mut cells: HashMap<(DocumentId, CodeId), GridCell> = HashMap::new();
        for segment in segments {
            let Some(shown) = columns.get(&segment.coding.code) else { continue };
            for &code in shown {
                cells.entry((segment.coding.document, code)).or_default().segments.push(segment.clone());
            }
        }
        for summary in summaries {
            if columns.contains_key(&summary.code) && codes.contains(&summary.code) {
                let key = (summary.document, summary.code);
                cells.entry(key).or_default().summary = Some(summary);
            }
        }
        for cell in cells.values_mut() {
            cell.segments.sort_by_key(|segment| (segment.coding.span, segment.coding.id));
        }
        Grid { documents, codes, cells, notes: Vec::new(), coders: HashMap::new() }
    }

    /// The cell of a document and code; none where there is nothing.
    pub fn cell(&self, document: DocumentId, code: CodeId) -> Option<&GridCell> {
        self.cells.get(&(document, code))
    }
    /// Cells that have segments, and how many of these have a summary.
    pub fn filled(&self) -> (usize, usize) {
        let with_segments = self.cells.values().filter(|cell| !cell.segments.is_empty());
        let (mut all, mut summarised) = (0, 0);
        for cell in with_segments {
            all += 1;
            summarised += usize::from(cell.summary.is_some());
        }
        (all, summarised)
    }
}

/// What a cell of the exported grid shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    pub summaries: bool,
    pub segments: bool,
    /// Codes as rows, documents as columns.
    pub transposed: bool,
}

impl Default for Shown {
    fn default() -> Self {
        Shown { summaries: true, segments: true, transposed: false }
    }
}

/// The grid as a table.
pub fn table(grid: &Grid, documents: &[Document], tree: &CodeTree, pattern: &Pattern, shown: Shown) -> Table {
    let known: HashMap<DocumentId, &Document> =
        documents.iter().map(|document| (document.id, document)).collect();
    let rows_of: Vec<&Document> = grid.documents.iter().filter_map(|id| known.get(id).copied()).collect();
    let name_of = |document: &Document| pattern.name(&document.label);
    let cell = |document: &Document, code: CodeId| match grid.cell(document.id, code) {
        Some(cell) => table_cell(cell, shown),
        None => Cell::default(),
    };
    let (columns, rows, frozen) = if shown.transposed {
        let mut columns = vec![Column::new("code", tr!("table-code"), ColumnKind::Short)];
        columns.extend(
            rows_of.iter().map(|document| Column::new(&document.label, name_of(document), ColumnKind::Long)),
        );
        let rows = grid.codes.iter().map(|&code| {
            let mut row = vec![Cell::text(tree.path(code))];
            row.extend(rows_of.iter().map(|document| cell(document, code)));
            row
        });
        (columns, rows.collect(), 1)
    } else {
        let mut columns = vec![
            Column::new("document", tr!("table-document"), ColumnKind::Short),
            Column::new("title", tr!("table-title"), ColumnKind::Short),
            Column::new("group", tr!("table-group"), ColumnKind::Short),
            // A CSV has no notes: each row says whose codings count.
            Column::new("analysis_set", tr!("table-analysis-set"), ColumnKind::Short),
        ];
        columns.extend(
            grid.codes.iter().map(|&code| Column::new(tree.path(code), tree.path(code), ColumnKind::Long)),
        );
        let rows = rows_of.iter().map(|document| {
            let mut row = vec![
                Cell::text(name_of(document)),
                Cell::text(&document.title),
                Cell::text(document.group.clone().unwrap_or_default()),
                Cell::text(grid.coders.get(&document.id).cloned().unwrap_or_default()),
            ];
            row.extend(grid.codes.iter().map(|&code| cell(document, code)));
            row
        });
        (columns, rows.collect(), 1)
    };
    let mut notes = grid.notes.clone();
    let (all, summarised) = grid.filled();
    notes.push(tr!("table-grid-filled", summarised = summarised, all = all));
    Table { name: "summary-grid".into(), title: tr!("table-grid-title"), columns, rows, notes, frozen }
}

fn table_cell(cell: &GridCell, shown: Shown) -> Cell {
    let mut blocks = Vec::new();
    if let Some(summary) = cell.summary.as_ref().filter(|_| shown.summaries) {
        blocks.push(Block { kind: BlockKind::Summary, text: summary.text.clone(), citation: String::new() });
    }
    let segments = if shown.segments { cell.segments.as_slice() } else { &[] };
    blocks.extend(segments.iter().map(|segment| Block {
        kind: BlockKind::Segment,
        text: segment.text.clone(),
        citation: segment.citation.clone(),
    }));
    let places = segments
        .iter()
        .map(|segment| Place {
            document: segment.coding.document,
            span: segment.coding.span,
            code: Some(segment.coding.code),
            coding: Some(segment.coding.id),
        })
        .collect();
    Cell { value: if blocks.is_empty() { Value::Empty } else { Value::Blocks(blocks) }, places }
}
