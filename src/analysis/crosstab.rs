//! Codes × groups of documents: by the values of a variable (MAXQDA's Kreuztabelle), by document group, by set.

use std::collections::HashSet;

use super::coded::{Coded, Measure, NotAsked, Sum, Tally, place, share};
use super::cross::{Cross, Heading};
use super::matrix::{Tail, code_headings};
use crate::model::DocumentId;
use crate::model::table::{Cell, Place};
use crate::tr;

/// Documents that stand in one column. A document may stand in several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// Invariant; in brackets where it is no value or name.
    pub key: String,
    pub title: String,
    pub documents: Vec<DocumentId>,
}

/// Of what cells are per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Percent {
    /// Of the code's total.
    Row,
    /// Of all in the group; where documents are counted, of the group's documents.
    Column,
    /// Of all.
    Total,
}

impl Percent {
    pub const ALL: [Percent; 3] = [Percent::Row, Percent::Column, Percent::Total];
    pub fn name(self) -> &'static str {
        match self {
            Percent::Row => "row",
            Percent::Column => "column",
            Percent::Total => "total",
        }
    }
    pub fn from_name(name: &str) -> Option<Percent> {
        Percent::ALL.into_iter().find(|percent| percent.name() == name)
    }
    fn note(self, measure: Measure) -> String {
        let documents = measure == Measure::Documents;
        match self {
            Percent::Row => tr!("crosstab-percent-row"),
            Percent::Column if documents => tr!("crosstab-percent-column-documents"),
            Percent::Column => tr!("crosstab-percent-column"),
            Percent::Total if documents => tr!("crosstab-percent-total-documents"),
            Percent::Total => tr!("crosstab-percent-total"),
        }
    }
}

/// How the table is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape {
    pub measure: Measure,
    /// Not with [`Measure::Share`], which is one already.
    pub percent: Option<Percent>,
    /// A group's documents are only those asked about the code.
    pub asked_only: bool,
}

/// One column: a group, or all documents.
struct Part<'t> {
    documents: Vec<usize>,
    tallies: Vec<&'t Tally>,
}

pub fn cross(
    coded: &Coded<'_>,
    tallies: &[Tally],
    groups: &[Group],
    shape: Shape,
    not_asked: &NotAsked,
) -> Cross {
    let Shape { measure, percent, asked_only } = shape;
    let part = |member: &dyn Fn(DocumentId) -> bool| {
        let documents: Vec<usize> =
            (0..coded.documents.len()).filter(|&at| member(coded.documents[at].id)).collect();
        let tallies = documents.iter().filter_map(|&at| tallies.get(at)).collect();
        Part { documents, tallies }
    };
    let mut parts: Vec<Part<'_>> = groups
        .iter()
        .map(|group| {
            let ids: HashSet<DocumentId> = group.documents.iter().copied().collect();
            part(&|id| ids.contains(&id))
        })
        .collect();
    let inside: HashSet<DocumentId> =
        groups.iter().flat_map(|group| group.documents.iter().copied()).collect();
    let whole = part(&|id| inside.contains(&id));
    let all_sum = Sum::of(whole.tallies.iter().copied(), None);
    let tail = Tail::new(coded, measure, not_asked);
    // How many documents of a part were not asked about a code and have nothing of it.
    let unasked = |part: &Part<'_>, row: Option<usize>| -> u32 {
        let Some(row) = row else { return 0 };
        let silent = |at: &&usize| {
            not_asked.contains(&(coded.documents[**at].id, coded.rows[row].id))
                && tallies.get(**at).is_some_and(|tally| tally.of(Some(row)).segments == 0)
        };
        part.documents.iter().filter(silent).count() as u32
    };
    parts.push(whole);
    let mut cells: Vec<Vec<Cell>> = Vec::new();
    let rows = coded.rows.len();
    // The last list is that of any code.
    let mut by_row: Vec<Vec<(usize, Place)>> = vec![Vec::new(); rows + 1];
    for at in 0..coded.documents.len() {
        for passage in coded.of_document(at) {
            for &row in coded.rows_of(passage.code).iter().chain([&rows]) {
                by_row[row].push((at, place(passage)));
            }
        }
    }
    for row in (0..rows).map(Some).chain([None]) {
        let row_sum =
            parts.last().map(|whole| Sum::of(whole.tallies.iter().copied(), row)).unwrap_or_default();
        let mut line: Vec<Cell> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let sum = Sum::of(part.tallies.iter().copied(), row);
            let value = match percent {
                None => sum.value(measure),
                Some(percent) => {
                    let without = if asked_only { unasked(part, row) } else { 0 };
                    let base = match (percent, measure) {
                        (Percent::Row, _) => row_sum.number(measure),
                        (Percent::Column, Measure::Documents) => {
                            (part.documents.len() as u32).saturating_sub(without)
                        }
                        (Percent::Total, Measure::Documents) => {
                            let whole = parts.last();
                            let all = whole.map_or(0, |whole| whole.documents.len() as u32);
                            let without = whole.filter(|_| asked_only).map_or(0, |whole| unasked(whole, row));
                            all.saturating_sub(without)
                        }
                        (Percent::Column, _) => Sum::of(part.tallies.iter().copied(), None).number(measure),
                        (Percent::Total, _) => all_sum.number(measure),
                    };
                    let why = if measure == Measure::Documents {
                        "crosstab-no-documents"
                    } else {
                        "crosstab-no-segments"
                    };
                    share(sum.number(measure), base, why)
                }
            };
            let inside = |(at, _): &&(usize, Place)| part.documents.binary_search(at).is_ok();
            let places: Vec<Place> =
                by_row[row.unwrap_or(rows)].iter().filter(inside).map(|(_, place)| *place).collect();
            if at + 1 < parts.len() {
                line.push(Cell { value, places });
            } else {
                let mut end = tail.cells(&sum, part.documents.len() as u32, unasked(part, row), places);
                if let (Some(_), Some(total), true) =
                    (percent, end.first_mut(), measure != Measure::Documents)
                {
                    total.value = value;
                }
                line.append(&mut end);
            }
        }
        cells.push(line);
    }
    // How many interviews stand behind each column.
    let width = cells.first().map_or(0, Vec::len);
    let mut sizes: Vec<Cell> =
        parts.iter().map(|part| Cell::integer(part.documents.len() as i64)).take(groups.len()).collect();
    sizes.resize(width, Cell::default());
    cells.push(sizes);

    let mut columns: Vec<Heading> =
        groups.iter().map(|group| Heading::new(&group.key, &group.title)).collect();
    columns.extend(tail.columns);
    let mut headings = code_headings(coded);
    headings.push(Heading::new("(total)", tr!("matrix-any-code")));
    headings.push(Heading::new("(interviews)", tr!("crosstab-interviews")));
    let mut notes = vec![measure.note()];
    notes.extend(percent.map(|percent| percent.note(measure)));
    if asked_only && percent.is_some() {
        notes.push(tr!("crosstab-asked-only"));
    }
    notes.extend(coded.notes());
    notes.push(tr!("matrix-totals-once"));
    if inside.len() < groups.iter().map(|group| group.documents.len()).sum() {
        notes.push(tr!("crosstab-several-groups"));
    }
    Cross {
        name: String::new(),
        title: String::new(),
        sides: (Heading::new("code", tr!("table-code")), Heading::new("group", tr!("table-group"))),
        rows: headings,
        columns,
        cells,
        body: (rows, groups.len()),
        symmetric: false,
        notes,
    }
}
