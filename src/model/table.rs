//! The one `Table` between whatever makes a table and whatever shows or writes one.
//!
//! A new report gets every format for nothing, a new format every report.

use super::{CodeId, CodingId, DocumentId};
use crate::text::Span;

/// A table with what a reader must know to trust it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Invariant name, also of the sheet and of a default file: `summary-grid`.
    pub name: String,
    /// In the reader's language.
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// How it was computed, which analysis set, what is left out: in words.
    pub notes: Vec<String>,
    /// Leading columns that stay in sight when scrolling.
    pub frozen: usize,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Invariant English key, used in CSV and JSON.
    pub key: String,
    /// In the reader's language.
    pub title: String,
    pub kind: ColumnKind,
}

/// What a column holds; decides alignment and width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColumnKind {
    /// A few words.
    #[default]
    Short,
    /// Running text: wrapped.
    Long,
    Number,
    /// A citation.
    Citation,
}

/// A cell: a value, and the places in transcripts that it stands on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    pub value: Value,
    pub places: Vec<Place>,
}

/// A cell's value.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    #[default]
    Empty,
    Text(String),
    /// A date, duration or yes/no: `stored` is invariant, for programs; `shown` is for people.
    Said {
        stored: String,
        shown: String,
    },
    Integer(i64),
    /// Value and digits after the point.
    Decimal(f64, u8),
    /// A share of 1, shown in per cent with digits after the point.
    Share(f64, u8),
    /// Undefined, said in words (`n/a: no variation`): never 0, 1 or NaN.
    Undefined(String),
    /// Several texts under each other: a summary and segments with their citations.
    Blocks(Vec<Block>),
}

/// One text inside a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub text: String,
    /// The citation that goes with it, with its brackets; empty for none.
    pub citation: String,
}

/// What a text inside a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// The researcher's own words.
    Summary,
    /// Words of the transcript.
    Segment,
    /// What is known of a cell that has neither, or whose texts follow: `not asked`.
    State,
}

/// A place in a transcript that a cell can lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub document: DocumentId,
    pub span: Span,
    pub code: Option<CodeId>,
    pub coding: Option<CodingId>,
}

impl Column {
    pub fn new(key: &str, title: impl Into<String>, kind: ColumnKind) -> Column {
        Column { key: key.to_owned(), title: title.into(), kind }
    }
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { value: Value::Text(text.into()), places: Vec::new() }
    }
    pub fn integer(value: impl Into<i64>) -> Cell {
        Cell { value: Value::Integer(value.into()), places: Vec::new() }
    }
    #[must_use]
    pub fn at(mut self, place: Place) -> Cell {
        self.places.push(place);
        self
    }
}

impl Value {
    /// The value as plain text, blocks separated by a blank line, numbers in the thread's language.
    pub fn plain(&self) -> String {
        match self {
            Value::Empty => String::new(),
            Value::Text(text) | Value::Undefined(text) => text.clone(),
            Value::Said { shown, .. } => shown.clone(),
            Value::Integer(value) => value.to_string(),
            Value::Decimal(value, digits) => crate::i18n::number(*value, usize::from(*digits)),
            Value::Share(value, digits) => {
                format!("{} %", crate::i18n::number(value * 100.0, usize::from(*digits)))
            }
            Value::Blocks(blocks) => blocks.iter().map(Block::plain).collect::<Vec<_>>().join("\n\n"),
        }
    }
    /// The number, where it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Value::Integer(number) => Some(*number as f64),
            Value::Decimal(number, _) | Value::Share(number, _) => {
                Some(*number).filter(|number| number.is_finite())
            }
            _ => None,
        }
    }
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Empty => true,
            Value::Text(text) | Value::Said { shown: text, .. } => text.is_empty(),
            Value::Blocks(blocks) => blocks.is_empty(),
            _ => false,
        }
    }
}

impl Block {
    /// The text with its citation behind it.
    pub fn plain(&self) -> String {
        if self.citation.is_empty() { self.text.clone() } else { format!("{} {}", self.text, self.citation) }
    }
}
