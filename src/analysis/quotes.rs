//! The quote matrix: codes × documents, cases, groups or values; a cell holds the quotations with their citations.

use std::collections::{HashMap, HashSet};

use super::coded::{Coded, NotAsked, place};
use super::crosstab::Group;
use crate::model::codings::Segment;
use crate::model::table::{Block, BlockKind, Cell, Column, ColumnKind, Table, Value};
use crate::model::{CodingId, DocumentId};
use crate::tr;

/// The matrix. `segments` have the words; passages that are not among them are left out. A passage that lies under
/// several subcodes of a row stands there once.
pub fn table(
    coded: &Coded<'_>,
    groups: &[Group],
    side: (&str, String),
    segments: &HashMap<CodingId, Segment>,
    not_asked: &NotAsked,
    transposed: bool,
) -> Table {
    let at: HashMap<DocumentId, usize> =
        coded.documents.iter().enumerate().map(|(nth, document)| (document.id, nth)).collect();
    let cell = |row: usize, group: &Group| {
        let mut cell = Cell::default();
        let mut blocks = Vec::new();
        let mut seen = HashSet::new();
        let there = group.documents.iter().filter_map(|document| at.get(document));
        for passage in there.flat_map(|nth| coded.of_document(*nth)) {
            let Some(segment) = segments.get(&passage.id) else { continue };
            if !coded.rows_of(passage.code).contains(&row) || !seen.insert((passage.document, passage.span)) {
                continue;
            }
            blocks.push(Block {
                kind: BlockKind::Segment,
                text: segment.text.clone(),
                citation: segment.citation.clone(),
            });
            cell.places.push(place(passage));
        }
        let code = coded.rows.get(row).map(|code| code.id);
        let unasked = |document: &DocumentId| code.is_some_and(|code| not_asked.contains(&(*document, code)));
        cell.value = match blocks.is_empty() {
            false => Value::Blocks(blocks),
            true if !group.documents.is_empty() && group.documents.iter().all(unasked) => {
                Value::Undefined(tr!("matrix-not-asked"))
            }
            true => Value::Empty,
        };
        cell
    };
    let long = |key: &str, title: &str| Column::new(key, title, ColumnKind::Long);
    let heading = |text: &str| Cell::text(text);
    let (first, columns, rows): (Column, Vec<Column>, Vec<Vec<Cell>>) = match transposed {
        false => {
            let rows = coded.rows.iter().enumerate().map(|(nth, code)| {
                let cells = groups.iter().map(|group| cell(nth, group));
                std::iter::once(heading(&code.path)).chain(cells).collect()
            });
            let first = Column::new("code", tr!("table-code"), ColumnKind::Short);
            (first, groups.iter().map(|group| long(&group.key, &group.title)).collect(), rows.collect())
        }
        true => {
            let rows = groups.iter().map(|group| {
                let cells = (0..coded.rows.len()).map(|nth| cell(nth, group));
                std::iter::once(heading(&group.title)).chain(cells).collect()
            });
            let first = Column::new(side.0, side.1, ColumnKind::Short);
            (first, coded.rows.iter().map(|code| long(&code.path, &code.path)).collect(), rows.collect())
        }
    };
    Table {
        name: "quotes".into(),
        title: tr!("quotes-title"),
        columns: std::iter::once(first).chain(columns).collect(),
        rows,
        notes: Vec::new(),
        frozen: 1,
    }
}
