//! The differences as a table, and the protocol of what was decided about them.

use super::{Kind, State};
use crate::model::decisions::Outcome;
use crate::model::table::{Cell, Column, ColumnKind, Place, Table, Value};
use crate::tr;

/// What somebody had, or the consensus got.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Had {
    /// Path of the code.
    pub code: String,
    pub citation: String,
    /// The passage as a person types it.
    pub place: String,
    pub words: String,
}

/// One row: a difference, or a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Of a difference that can be decided.
    pub number: Option<usize>,
    pub label: String,
    pub citation: String,
    /// The passage as a person types it.
    pub place: String,
    pub words: String,
    pub at: Place,
    pub kind: Kind,
    pub state: State,
    /// What each coder had, in the order of the coders; none who was not compared.
    pub had: Vec<Option<Vec<Had>>>,
    pub decided: Option<Decided>,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    pub outcome: Outcome,
    /// Which of the coders was taken.
    pub taken: Option<usize>,
    pub result: Vec<Had>,
    pub reason: String,
    /// Who sat at the keyboard, and when.
    pub by: String,
    pub at: String,
}

/// How the rows are shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// Of the coders, in the order of what they had.
    pub coders: &'a [String],
    /// With the names of the coders, and with who decided and when.
    pub names: bool,
    pub notes: &'a [String],
}

impl Shown<'_> {
    /// The name of a coder, or a letter that stands for it.
    pub fn name(&self, coder: usize) -> String {
        match self.coders.get(coder).filter(|_| self.names) {
            Some(name) => name.clone(),
            None => letter(coder),
        }
    }
}

/// `A`, `B`, … `Z`, `A2`, …
pub fn letter(nth: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(nth % 26).unwrap_or_default());
    match nth / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{}", round + 1),
    }
}

/// Codes alone where all are about the same passage; with their words where that is the difference.
fn listed(had: &[Had], with_words: bool) -> String {
    if had.is_empty() {
        return tr!("consolidation-nothing");
    }
    let one = |had: &Had| match with_words && !had.words.is_empty() {
        true => tr!("consolidation-coded-words", code = had.code.clone(), words = had.words.clone()),
        false => had.code.clone(),
    };
    had.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// Whether what somebody had has to be told with its words: where not all is about the whole passage.
fn needs_words(record: &Record) -> bool {
    let had = record.had.iter().flatten().flatten();
    let result = record.decided.iter().flat_map(|decided| &decided.result);
    had.chain(result).any(|had| had.place != record.place)
}

/// The outcome in words.
pub fn outcome(decided: &Decided, shown: &Shown<'_>) -> String {
    match (decided.outcome, decided.taken) {
        (Outcome::One, Some(coder)) => tr!("consolidation-outcome-one", coder = shown.name(coder)),
        (outcome, _) => tr!(&format!("consolidation-outcome-{}", outcome.name())),
    }
}

fn side_columns(shown: &Shown<'_>) -> impl Iterator<Item = Column> {
    (0..shown.coders.len()).map(|coder| {
        let key = format!("coder_{}", letter(coder).to_lowercase());
        let title = match shown.names {
            true => shown.name(coder),
            false => tr!("consolidation-column-coder", coder = shown.name(coder)),
        };
        Column::new(&key, title, ColumnKind::Short)
    })
}

fn side_cells(record: &Record) -> impl Iterator<Item = Cell> {
    let with_words = needs_words(record);
    record.had.iter().map(move |had| match had {
        Some(had) => Cell::text(listed(had, with_words)),
        None => Cell::default(),
    })
}

fn said(stored: &str, shown: String) -> Cell {
    Cell { value: Value::Said { stored: stored.to_owned(), shown }, places: Vec::new() }
}

/// The differences, one a row.
pub fn differences(records: &[Record], shown: &Shown<'_>) -> Table {
    let mut columns = vec![
        Column::new("number", tr!("consolidation-column-number"), ColumnKind::Number),
        Column::new("citation", tr!("table-citation"), ColumnKind::Citation),
        Column::new("kind", tr!("agreement-column-kind"), ColumnKind::Short),
        Column::new("state", tr!("consolidation-column-state"), ColumnKind::Short),
    ];
    columns.extend(side_columns(shown));
    columns.push(Column::new("result", tr!("consolidation-column-result"), ColumnKind::Short));
    columns.push(Column::new("text", tr!("agreement-column-text"), ColumnKind::Long));
    let rows = records.iter().map(|record| {
        let number = record.number.and_then(|number| i64::try_from(number).ok());
        let mut row = vec![
            number.map_or_else(Cell::default, Cell::integer),
            Cell::text(record.citation.as_str()).at(record.at),
            said(record.kind.name(), tr!(&format!("consolidation-kind-{}", record.kind.name()))),
            said(record.state.name(), tr!(&format!("consolidation-state-{}", record.state.name()))),
        ];
        row.extend(side_cells(record));
        row.push(match &record.decided {
            Some(decided) => Cell::text(listed(&decided.result, needs_words(record))),
            None => Cell::default(),
        });
        row.push(Cell::text(record.words.as_str()));
        row
    });
    Table {
        name: "consolidation".to_owned(),
        title: tr!("consolidation-title"),
        rows: rows.collect(),
        columns,
        notes: shown.notes.to_vec(),
        frozen: 2,
    }
}

/// What was decided, one decision a row.
pub fn protocol(records: &[Record], shown: &Shown<'_>) -> Table {
    let mut columns = vec![
        Column::new("document", tr!("table-document"), ColumnKind::Short),
        Column::new("citation", tr!("table-citation"), ColumnKind::Citation),
        Column::new("kind", tr!("agreement-column-kind"), ColumnKind::Short),
    ];
    columns.extend(side_columns(shown));
    columns.push(Column::new("outcome", tr!("consolidation-column-outcome"), ColumnKind::Short));
    columns.push(Column::new("result", tr!("consolidation-column-result"), ColumnKind::Short));
    columns.push(Column::new("reason", tr!("consolidation-column-reason"), ColumnKind::Long));
    columns.push(Column::new("state", tr!("consolidation-column-state"), ColumnKind::Short));
    columns.push(Column::new("text", tr!("agreement-column-text"), ColumnKind::Long));
    if shown.names {
        columns.push(Column::new("by", tr!("consolidation-column-by"), ColumnKind::Short));
        columns.push(Column::new("at", tr!("consolidation-column-at"), ColumnKind::Short));
    }
    let rows = records.iter().filter_map(|record| {
        let decided = record.decided.as_ref()?;
        let mut row = vec![
            Cell::text(record.label.as_str()),
            Cell::text(record.citation.as_str()).at(record.at),
            said(record.kind.name(), tr!(&format!("consolidation-kind-{}", record.kind.name()))),
        ];
        row.extend(side_cells(record));
        row.push(said(decided.outcome.name(), outcome(decided, shown)));
        row.push(Cell::text(listed(&decided.result, needs_words(record))));
        row.push(Cell::text(decided.reason.as_str()));
        row.push(said(record.state.name(), tr!(&format!("consolidation-state-{}", record.state.name()))));
        row.push(Cell::text(record.words.as_str()));
        if shown.names {
            row.push(Cell::text(decided.by.as_str()));
            row.push(Cell::text(decided.at.as_str()));
        }
        Some(row)
    });
    Table {
        name: "consolidation-protocol".to_owned(),
        title: tr!("consolidation-protocol-title"),
        rows: rows.collect(),
        columns,
        notes: shown.notes.to_vec(),
        frozen: 2,
    }
}
