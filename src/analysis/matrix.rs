//! Codes × documents: what MAXQDA calls the Code-Matrix-Browser.

use super::coded::{Coded, Measure, NotAsked, Sum, Tally, place};
use super::cross::{Cross, Heading};
use crate::model::chart::Figure;
use crate::model::table::{Cell, Value};
use crate::text::citations::Pattern;
use crate::tr;

/// The matrix; `tallies` are those of the documents, in their order. A row has the code's total, and in how many of the
/// documents it is; of those asked about it, where somebody said that some were not.
pub fn cross(
    coded: &Coded<'_>,
    tallies: &[Tally],
    measure: Measure,
    not_asked: &NotAsked,
    pattern: &Pattern,
) -> Cross {
    let (documents, codes) = (coded.documents.len(), coded.rows.len());
    // The last row stands for any of the codes.
    let rows = || (0..codes).map(Some).chain([None]);
    let mut cells: Vec<Vec<Cell>> = rows()
        .map(|row| {
            let cell =
                |tally: &Tally| Cell { value: Sum::of([tally], row).value(measure), places: Vec::new() };
            tallies.iter().map(cell).collect()
        })
        .collect();
    for (at, document) in coded.documents.iter().enumerate() {
        for passage in coded.of_document(at) {
            for &row in coded.rows_of(passage.code).iter().chain([&codes]) {
                cells[row][at].places.push(place(passage));
            }
        }
        for (row, code) in coded.rows.iter().enumerate() {
            if not_asked.contains(&(document.id, code.id)) && cells[row][at].places.is_empty() {
                cells[row][at].value = Value::Undefined(tr!("matrix-not-asked"));
            }
        }
    }
    let mut columns: Vec<Heading> = coded
        .documents
        .iter()
        .map(|document| Heading::new(&document.label, pattern.name(&document.label)))
        .collect();
    let mut tail = Tail::new(coded, measure, not_asked);
    columns.append(&mut tail.columns);
    for (row, cells) in rows().zip(&mut cells) {
        let sum = Sum::of(tallies, row);
        let all: Vec<_> = cells.iter().flat_map(|cell| cell.places.clone()).collect();
        let unasked = row.map_or(0, |row| tail.unasked.get(row).copied().unwrap_or_default());
        cells.extend(tail.cells(&sum, documents as u32, unasked, all));
    }
    let mut notes = vec![measure.note()];
    notes.extend(coded.notes());
    notes.push(tr!("matrix-totals-once"));
    let mut headings = code_headings(coded);
    headings.push(Heading::new("(total)", tr!("matrix-any-code")));
    Cross {
        name: "codes-documents".to_owned(),
        title: tr!("matrix-codes-documents"),
        sides: (Heading::new("code", tr!("table-code")), Heading::new("document", tr!("table-document"))),
        rows: headings,
        columns,
        cells,
        body: (codes, documents),
        symmetric: false,
        notes,
    }
}

pub fn figure(
    coded: &Coded<'_>,
    tallies: &[Tally],
    measure: Measure,
    not_asked: &NotAsked,
    pattern: &Pattern,
    transposed: bool,
) -> Figure {
    let cross = cross(coded, tallies, measure, not_asked, pattern);
    if transposed { cross.transposed() } else { cross }.figure()
}

/// The codes as headings.
pub fn code_headings(coded: &Coded<'_>) -> Vec<Heading> {
    let heading = |code: &super::coded::CodeRow| Heading {
        key: code.path.clone(),
        title: code.path.clone(),
        color: code.color.clone(),
    };
    coded.rows.iter().map(heading).collect()
}

/// The columns behind those that are compared: total, n of N, N without those not asked.
pub struct Tail {
    pub columns: Vec<Heading>,
    measure: Measure,
    /// By code, in how many of the documents without a segment of it was not asked about it.
    pub unasked: Vec<u32>,
    any_unasked: bool,
}

impl Tail {
    pub fn new(coded: &Coded<'_>, measure: Measure, not_asked: &NotAsked) -> Tail {
        let mut unasked = vec![0u32; coded.rows.len()];
        for (at, document) in coded.documents.iter().enumerate() {
            for (row, code) in coded.rows.iter().enumerate() {
                // What has a segment was asked after all.
                if not_asked.contains(&(document.id, code.id))
                    && !coded.of_document(at).iter().any(|one| coded.rows_of(one.code).contains(&row))
                {
                    unasked[row] += 1;
                }
            }
        }
        let any_unasked = unasked.iter().any(|count| *count > 0);
        let mut columns = Vec::new();
        if measure != Measure::Documents {
            columns.push(Heading::new("(total)", tr!("matrix-total")));
        }
        columns.push(Heading::new("(documents)", tr!("matrix-n")));
        columns.push(Heading::new("(of)", tr!("matrix-of")));
        if any_unasked {
            columns.push(Heading::new("(asked)", tr!("matrix-asked")));
        }
        Tail { columns, measure, unasked, any_unasked }
    }

    pub fn cells(
        &self,
        sum: &Sum,
        documents: u32,
        unasked: u32,
        places: Vec<crate::model::table::Place>,
    ) -> Vec<Cell> {
        let mut cells = Vec::new();
        if self.measure != Measure::Documents {
            cells.push(Cell { value: sum.value(self.measure), places: places.clone() });
        }
        cells.push(Cell { value: Value::Integer(i64::from(sum.documents)), places });
        cells.push(Cell::integer(documents));
        if self.any_unasked {
            cells.push(Cell::integer(documents - unasked.min(documents)));
        }
        cells
    }
}
