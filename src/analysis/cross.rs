//! Tables with headings on two sides: codes by documents, by groups, by codes.

use crate::model::chart::{Chart, Figure, Heat};
use crate::model::table::{Cell, Column, ColumnKind, Table, Value};

/// One heading of a row or column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// Invariant; in brackets where it is no code, label or value: those are none.
    pub key: String,
    /// In the reader's language.
    pub title: String,
    /// `#RRGGBB`; empty for what is no code.
    pub color: String,
}

impl Heading {
    pub fn new(key: &str, title: impl Into<String>) -> Heading {
        Heading { key: key.to_owned(), title: title.into(), color: String::new() }
    }
    fn value(&self) -> Value {
        match self.key == self.title {
            true => Value::Text(self.title.clone()),
            false => Value::Said { stored: self.key.clone(), shown: self.title.clone() },
        }
    }
}

/// A table before it is decided which side stands in the rows.
#[derive(Debug, Clone, Default)]
pub struct Cross {
    pub name: String,
    pub title: String,
    /// What the rows and the columns are.
    pub sides: (Heading, Heading),
    pub rows: Vec<Heading>,
    pub columns: Vec<Heading>,
    /// By row.
    pub cells: Vec<Vec<Cell>>,
    /// How many rows and columns are compared; those after them are totals.
    pub body: (usize, usize),
    pub symmetric: bool,
    pub notes: Vec<String>,
}

impl Cross {
    /// With what are columns as rows.
    #[must_use]
    pub fn transposed(self) -> Cross {
        let mut cells: Vec<Vec<Cell>> = self.columns.iter().map(|_| Vec::new()).collect();
        for row in self.cells {
            for (column, cell) in cells.iter_mut().zip(row) {
                column.push(cell);
            }
        }
        Cross {
            sides: (self.sides.1, self.sides.0),
            rows: self.columns,
            columns: self.rows,
            cells,
            body: (self.body.1, self.body.0),
            ..self
        }
    }

    pub fn figure(self) -> Figure {
        let colors = |headings: &[Heading], count: usize| -> Vec<String> {
            let body = headings.get(..count).unwrap_or(headings);
            match body.iter().any(|one| !one.color.is_empty()) {
                true => body.iter().map(|one| one.color.clone()).collect(),
                false => Vec::new(),
            }
        };
        let chart = Chart::Heat(Heat {
            rows: 0..self.body.0,
            columns: 1..self.body.1 + 1,
            row_colors: colors(&self.rows, self.body.0),
            column_colors: colors(&self.columns, self.body.1),
            symmetric: self.symmetric,
        });
        let mut columns = vec![Column::new(&self.sides.0.key, self.sides.0.title, ColumnKind::Short)];
        columns.extend(self.columns.iter().map(|one| Column::new(&one.key, &one.title, ColumnKind::Number)));
        let rows = self
            .rows
            .iter()
            .zip(self.cells)
            .map(|(heading, cells)| {
                let mut row = vec![Cell { value: heading.value(), places: Vec::new() }];
                row.extend(cells);
                row
            })
            .collect();
        let (name, title, notes) = (self.name, self.title, self.notes);
        Figure { table: Table { name, title, columns, rows, notes, frozen: 1 }, chart }
    }
}
