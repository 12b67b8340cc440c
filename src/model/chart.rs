//! How a table is drawn: kept beside the table, which stays plain data.

use std::ops::Range;

use super::picture::Color;
use super::table::Table;

/// A table and how it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub table: Table,
    pub chart: Chart,
}

/// How a table is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// Numbers on shaded ground.
    Heat(Heat),
    /// A bar for the number of each row.
    Bars(Bars),
    /// A document as tiles in reading order.
    Portrait(Portrait),
    /// Codes as lines over the paragraphs of a document.
    Codeline(Codeline),
}

/// Which cells of a table are shaded, and the colours of what stands in its margins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heat {
    /// The rows that are compared; the others are totals.
    pub rows: Range<usize>,
    pub columns: Range<usize>,
    /// Of each compared row, `#RRGGBB`; empty where rows are no codes.
    pub row_colors: Vec<String>,
    pub column_colors: Vec<String>,
    /// Rows and columns are the same codes: the diagonal is no comparison.
    pub symmetric: bool,
}

/// Which columns of a table are drawn as bars.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bars {
    pub label: usize,
    /// What stands beside the label: the other of two codes.
    pub other: Option<usize>,
    pub value: usize,
    /// The rows that are compared; the others are totals.
    pub rows: Range<usize>,
    /// Of each compared row, `#RRGGBB`.
    pub colors: Vec<String>,
}

/// A document as tiles: each row of the table is one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Portrait {
    /// The codes that have a tile, in the order of the code tree: path and colour.
    pub codes: Vec<(String, String)>,
    /// The code of each tile, as an index; none: not coded.
    pub tiles: Vec<Option<usize>>,
}

/// Codes as lines over the paragraphs of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codeline {
    pub lines: Vec<Line>,
    /// The numbers of the document's paragraphs.
    pub numbers: Vec<u32>,
}

/// One code of a codeline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    pub code: String,
    pub color: String,
    /// First and last paragraph of each segment, counted from 0 in the order of the document.
    pub segments: Vec<(u32, u32)>,
}

impl Heat {
    /// The greatest number that is compared; the darkest shade.
    pub fn most(&self, table: &Table) -> f64 {
        let cells = self.rows.clone().flat_map(|row| self.columns.clone().map(move |column| (row, column)));
        cells.filter_map(|(row, column)| self.number(table, row, column)).fold(0.0, f64::max)
    }
    /// The number of a cell that is compared with others.
    pub fn number(&self, table: &Table, row: usize, column: usize) -> Option<f64> {
        let diagonal = self.symmetric && row + self.columns.start == column + self.rows.start;
        if diagonal || !self.rows.contains(&row) || !self.columns.contains(&column) {
            return None;
        }
        table.rows.get(row).and_then(|row| row.get(column)).and_then(|cell| cell.value.number())
    }
    /// How dark a cell is, 0 to 1, where [`Heat::most`] is `most`; none for a cell that is not compared.
    pub fn shade(&self, table: &Table, row: usize, column: usize, most: f64) -> Option<f32> {
        let number = self.number(table, row, column)?;
        Some(if most > 0.0 { (number / most) as f32 } else { 0.0 })
    }
}

/// The ground of a cell: from nearly white to a dark blue, told apart by its brightness alone.
pub fn shaded(shade: f32) -> Color {
    const PALE: Color = Color(0xf4, 0xf8, 0xfd);
    const DARK: Color = Color(0x08, 0x45, 0x94);
    PALE.towards(DARK, shade)
}

impl Codeline {
    /// The number of the nth paragraph.
    pub fn number(&self, nth: u32) -> u32 {
        self.numbers.get(nth as usize).copied().unwrap_or_default()
    }
}

impl Figure {
    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        match &self.chart {
            Chart::Heat(heat) => heat.rows.is_empty() || heat.columns.is_empty(),
            Chart::Bars(bars) => bars.rows.is_empty(),
            Chart::Portrait(portrait) => portrait.tiles.is_empty(),
            Chart::Codeline(codeline) => codeline.lines.is_empty() || codeline.numbers.is_empty(),
        }
    }
}
