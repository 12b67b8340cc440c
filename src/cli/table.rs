//! Columns of text for the terminal.

use std::io::IsTerminal as _;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use crate::model::table::{Cell, Column, ColumnKind, Table, Value};
use crate::model::variables::stored_date;
use crate::tr;

/// A plain list: shown as columns of text, written as a [`Table`] in any format, or as JSON of its own shape.
pub struct Listing {
    /// Invariant: `documents`; `cli-list-NAME` is its title.
    name: &'static str,
    /// `cli-column-KEY` are their headings.
    columns: Vec<(&'static str, ColumnKind)>,
    dates: Vec<&'static str>,
    rows: Vec<Vec<String>>,
    /// A value a row.
    pub json: Vec<serde_json::Value>,
    /// What is said where there are no rows.
    pub nothing: Option<String>,
    only_filled: bool,
}

impl Listing {
    pub fn new(name: &'static str) -> Listing {
        let (columns, dates, rows, json) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Listing { name, columns, dates, rows, json, nothing: None, only_filled: false }
    }

    /// Further columns of one kind.
    pub fn columns(mut self, kind: ColumnKind, keys: impl IntoIterator<Item = &'static str>) -> Listing {
        self.columns.extend(keys.into_iter().map(|key| (key, kind)));
        self
    }

    /// Further columns with dates as they are stored: shown as the language writes them.
    pub fn dates<const N: usize>(mut self, keys: [&'static str; N]) -> Listing {
        self.dates.extend(keys);
        self.columns(ColumnKind::Short, keys)
    }

    /// What is said where there are no rows.
    pub fn or_say(mut self, words: String) -> Listing {
        self.nothing = Some(words);
        self
    }

    /// As text only the first column and those that hold something.
    pub fn only_filled(mut self) -> Listing {
        self.only_filled = true;
        self
    }

    /// A row for a person.
    pub fn row(&mut self, cells: impl Into<Vec<String>>) {
        self.rows.push(cells.into());
    }

    /// A row for a person, and what it is to a program.
    pub fn add(&mut self, json: serde_json::Value, cells: impl Into<Vec<String>>) {
        self.json.push(json);
        self.row(cells);
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn headings(&self) -> Vec<String> {
        self.columns.iter().map(|(key, _)| tr!(&format!("cli-column-{key}"))).collect()
    }

    /// No headings over nothing.
    pub fn text(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let filled = |at: usize| self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()));
        let shown = |at: &usize| *at == 0 || !self.only_filled || filled(*at);
        let shown: Vec<usize> = (0..self.columns.len()).filter(shown).collect();
        let pick =
            |row: &[String]| shown.iter().filter_map(|at| row.get(*at).cloned()).collect::<Vec<String>>();
        let as_shown = |(cell, (key, _)): (&String, &(&str, ColumnKind))| match self.dates.contains(key) {
            true => stored_date(cell),
            false => cell.clone(),
        };
        let whole = |row: &Vec<String>| row.iter().zip(&self.columns).map(as_shown).collect::<Vec<_>>();
        let rows: Vec<Vec<String>> = self.rows.iter().map(|row| pick(&whole(row))).collect();
        columns(&pick(&self.headings()), &rows)
    }

    pub fn table(&self) -> Table {
        let columns = self.columns.iter().zip(self.headings());
        let cell = |(value, (key, kind)): (&String, &(&str, ColumnKind))| match (kind, value.parse::<i64>()) {
            (ColumnKind::Number, Ok(number)) => Cell::integer(number),
            _ if self.dates.contains(key) && !value.is_empty() => {
                let said = Value::Said { shown: stored_date(value), stored: value.clone() };
                Cell { value: said, places: Vec::new() }
            }
            _ => Cell::text(value),
        };
        Table {
            name: self.name.to_owned(),
            title: tr!(&format!("cli-list-{}", self.name)),
            columns: columns.map(|((key, kind), title)| Column::new(key, title, *kind)).collect(),
            rows: self.rows.iter().map(|row| row.iter().zip(&self.columns).map(cell).collect()).collect(),
            notes: Vec::new(),
            frozen: 1,
        }
    }
}

/// Any table as columns of text.
pub fn text_of(table: &Table) -> String {
    let headings: Vec<String> = table.columns.iter().map(|column| column.title.clone()).collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| cell.value.plain()).collect()).collect();
    columns(&headings, &rows)
}

/// A value as programs read it.
pub fn value_json(value: &Value) -> serde_json::Value {
    use serde_json::{Value as Json, json};
    match value {
        Value::Empty => Json::Null,
        Value::Text(text) | Value::Said { stored: text, .. } => json!(text),
        Value::Integer(number) => json!(number),
        Value::Decimal(number, _) | Value::Share(number, _) => json!(number),
        Value::Undefined(why) => json!({ "undefined": why }),
        Value::Blocks(_) => json!(value.plain()),
    }
}

/// Any table as JSON: rows as objects by the columns' keys, values as programs read them.
pub fn as_json(table: &Table) -> serde_json::Value {
    use serde_json::{Map, Value as Json, json};
    let row = |row: &Vec<Cell>| {
        let cells =
            table.columns.iter().zip(row).map(|(column, cell)| (column.key.clone(), value_json(&cell.value)));
        Json::Object(cells.collect::<Map<_, _>>())
    };
    json!({
        "name": table.name,
        "columns": table.columns.iter().map(|column| column.key.as_str()).collect::<Vec<_>>(),
        "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
        "notes": table.notes,
    })
}

/// Rows under a heading, columns aligned by width; the last column is as wide as it is, on a terminal as wide as there
/// is room. Spaces before a first cell (the depth in a tree) stay.
pub fn columns(heading: &[String], rows: &[Vec<String>]) -> String {
    aligned(heading, rows, &[])
}

/// The same, with some columns at the right of their room: numbers.
pub fn aligned(heading: &[String], rows: &[Vec<String>], right: &[bool]) -> String {
    let room = match std::io::stdout().is_terminal() {
        true => crossterm::terminal::size().map_or(usize::MAX, |(width, _)| usize::from(width)),
        false => usize::MAX,
    };
    let mut widths: Vec<usize> = heading.iter().map(|cell| cell.width()).collect();
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| with_depth(cell)).collect()).collect();
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let mut out = String::new();
    for row in std::iter::once(heading).chain(rows.iter().map(Vec::as_slice)) {
        let mut line = String::new();
        for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let room = width.saturating_sub(cell.width());
            let before = if right.get(at) == Some(&true) { room } else { 0 };
            line.extend(std::iter::repeat_n(' ', before));
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', room - before + 2));
        }
        out.push_str(&cut(line.trim_end(), room));
        out.push('\n');
    }
    out
}

fn with_depth(cell: &str) -> String {
    let depth = cell.len() - cell.trim_start_matches(' ').len();
    format!("{}{}", &cell[..depth], one_line(cell))
}

/// A line in at most so many columns; a cut is shown.
fn cut(line: &str, room: usize) -> String {
    if line.width() <= room {
        return line.to_owned();
    }
    let mut kept = String::new();
    for letter in line.graphemes(true) {
        if kept.width() + letter.width() + 1 > room {
            break;
        }
        kept.push_str(letter);
    }
    kept + "…"
}

/// A text on one line.
pub fn one_line(text: &str) -> String {
    text.split(['\n', '\u{2028}'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" / ")
}

/// A text with every line moved in.
pub fn indented(text: &str, by: usize) -> String {
    let margin = " ".repeat(by);
    text.split(['\n', '\u{2028}']).map(|line| format!("{margin}{line}\n")).collect()
}

/// Names and values under each other, values aligned; empty values are left out.
pub fn pairs(rows: &[(String, String)]) -> String {
    let width = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    let mut out = String::new();
    for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        out.push_str(name);
        out.extend(std::iter::repeat_n(' ', width - name.width() + 2));
        out.push_str(&value.replace('\n', &format!("\n{}", " ".repeat(width + 2))));
        out.push('\n');
    }
    out
}
