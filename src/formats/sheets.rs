//! The cells of spreadsheets (xlsx, ods) and of CSV, for all that is read from tables: transcripts with a row a turn
//! ([`super::read`]), values and lists ([`super::values`]), codebooks.
//!
//! A cell is what the file says that it is; what a time or a truth value is to a reader is the reader's business. Only
//! cells that hold something are kept, one by one and counted: a sheet with two cells far apart, or one cell that stands
//! for a million, is not laid out.
//!
//! Workbooks are read with the walker of `read::ooxml` and its limits. calamine, which the tests use, was tried
//! on hostile files: it reserves as many strings as a file says that it has, lays out a sheet up to its last cell, and
//! does not come back from an ods file that is cut off.

pub mod delimited;
mod excel;
mod opendocument;

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use super::read::ooxml::Package;
use crate::error::{Error, Result};

/// What stands in a cell. A number or a date also has the words that the spreadsheet shows for it, where the file holds
/// them: OpenDocument's do, Excel's do not.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64, Option<String>),
    Boolean(bool),
    /// A day, or a time of that day.
    Date(DateTime, Option<String>),
    /// A time of day, or a duration: days.
    Time(f64),
}

impl Cell {
    fn is_blank(&self) -> bool {
        matches!(self, Cell::Text(text) if text.trim().is_empty())
    }
    fn bytes(&self) -> u64 {
        match self {
            Cell::Text(text) => text.len() as u64,
            Cell::Number(_, Some(words)) | Cell::Date(_, Some(words)) => 1 + words.len() as u64,
            Cell::Number(_, None) | Cell::Date(_, None) | Cell::Boolean(_) | Cell::Time(_) => 1,
        }
    }
}

/// Seconds of [`Cell::Time`].
pub const DAY: f64 = 86_400.0;

/// The cells of a row that hold something.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// As a spreadsheet counts them, from 1; in a CSV the line.
    pub number: u64,
    /// With their columns from 0, in order.
    pub cells: Vec<(usize, Cell)>,
}

impl Row {
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.iter().find(|(own, _)| *own == column).map(|(_, cell)| cell)
    }
}

/// A sheet with the rows that hold something, which may be none.
#[derive(Debug)]
pub struct Sheet {
    pub title: String,
    pub hidden: bool,
    pub rows: Vec<Row>,
}

/// How much is read of a workbook.
pub struct Most<'a> {
    /// The sheets from the first; further ones are passed over.
    pub sheets: usize,
    pub rows: usize,
    pub cells: usize,
    /// Bytes of all cells.
    pub text: u64,
    /// What is said where there is more.
    pub too_much: &'a dyn Fn() -> Error,
}

impl Most<'_> {
    fn check(&self, rows: usize, cells: usize, text: u64) -> Result<()> {
        match rows <= self.rows && cells <= self.cells && text <= self.text {
            true => Ok(()),
            false => Err((self.too_much)()),
        }
    }
}

pub fn is_ods(package: &Package<'_>) -> bool {
    package.has("content.xml") && !package.has("xl/workbook.xml")
}

/// The sheets of a workbook, in its order.
pub fn sheets(name: &str, mut package: Package<'_>, most: &Most<'_>) -> Result<Vec<Sheet>> {
    match is_ods(&package) {
        true => opendocument::sheets(&mut package, most),
        false => excel::sheets(name, &mut package, most),
    }
}

/// A number in figures; those of hundreds of digits in powers of ten.
pub fn number(value: f64) -> String {
    match value == 0.0 || (1e-9..1e21).contains(&value.abs()) {
        true => value.to_string(),
        false => format!("{value:e}"),
    }
}

/// `2026-03-01`, and a time of day behind it where it is not midnight.
pub fn date(value: DateTime) -> String {
    let (day, time) = (value.date(), value.time());
    match (time.hour(), time.minute(), time.second()) {
        (0, 0, 0) => day.to_string(),
        (hour, minute, 0) => format!("{day} {hour:02}:{minute:02}"),
        (hour, minute, second) => format!("{day} {hour:02}:{minute:02}:{second:02}"),
    }
}

/// The column of `A`, `Z`, `AA`, from 0.
pub fn column_by_letters(letters: &str) -> Option<usize> {
    if !(1..=3).contains(&letters.len()) || !letters.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let add = |sum: usize, b: u8| sum * 26 + usize::from(b.to_ascii_uppercase() - b'A') + 1;
    letters.bytes().fold(0, add).checked_sub(1)
}

/// `A` of 0.
pub fn letters(column: usize) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = (rest - 1) % 26;
        name.insert(0, char::from(b'A' + letter as u8));
        rest = (rest - 1) / 26;
    }
    name
}

/// Columns that a sheet can have, in every program.
const COLUMNS: usize = 16_384;

/// Collects the cells of a workbook's sheets, and refuses before they are too many.
struct Cells<'a> {
    most: &'a Most<'a>,
    /// Of the sheet that is being read.
    sheet: BTreeMap<(u64, usize), Cell>,
    /// The row of the last cell.
    row: u64,
    rows: usize,
    cells: usize,
    text: u64,
}

impl<'a> Cells<'a> {
    fn new(most: &'a Most<'a>) -> Cells<'a> {
        Cells { most, sheet: BTreeMap::new(), row: 0, rows: 0, cells: 0, text: 0 }
    }

    /// A cell by its row (from 1) and column.
    fn put(&mut self, row: u64, column: usize, cell: Cell) -> Result<()> {
        if cell.is_blank() || column >= COLUMNS {
            return Ok(());
        }
        self.rows += usize::from(self.row != row);
        self.row = row;
        self.cells += 1;
        self.text += cell.bytes();
        self.most.check(self.rows, self.cells, self.text)?;
        self.sheet.insert((row, column), cell);
        Ok(())
    }

    /// The rows of the sheet that ends here; what it cost still counts.
    fn end(&mut self) -> Vec<Row> {
        self.row = 0;
        let mut rows: Vec<Row> = Vec::new();
        for ((number, column), cell) in std::mem::take(&mut self.sheet) {
            match rows.last_mut() {
                Some(row) if row.number == number => row.cells.push((column, cell)),
                _ => rows.push(Row { number, cells: vec![(column, cell)] }),
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_by_letters() {
        for (name, column) in [("A", 0), ("Z", 25), ("AA", 26), ("XFD", 16_383)] {
            assert_eq!(column_by_letters(name), Some(column), "{name}");
            assert_eq!(letters(column), name);
        }
        for wrong in ["", "1", "AAAA", "Ä"] {
            assert_eq!(column_by_letters(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn numbers_and_dates_in_figures() {
        for (value, shown) in [
            (14_000.0, "14000"),
            (0.25, "0.25"),
            (-0.0, "-0"),
            (1e20, "100000000000000000000"),
            (1e300, "1e300"),
        ] {
            assert_eq!(number(value), shown);
        }
        for (value, shown) in [
            ("2026-03-01T00:00:00", "2026-03-01"),
            ("2026-03-01T09:05:00", "2026-03-01 09:05"),
            ("2026-03-01T00:00:07", "2026-03-01 00:00:07"),
        ] {
            assert_eq!(date(value.parse().unwrap()), shown);
        }
    }
}
