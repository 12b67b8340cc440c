//! Tables that people bring: CSV and spreadsheets (xlsx, ods) as rows of text.
//!
//! A cell becomes the text that a person would have typed: dates as ISO, times of day and durations as `1:05`, whole
//! numbers without a point, yes and no. Which row is a heading and what a cell means is the caller's business. The only
//! file that knows the crate calamine: its workbooks are read cell by cell, because a sheet with two cells far apart
//! would be laid out whole in memory.

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader as _, Xlsx};

use super::read::{self, Limits};
use super::write::unguard;
use crate::error::{Error, Result};
use crate::model::variables::clock_time;
use crate::tr;

/// Rows of a table, each with its number in the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Rows that have content, from the first; all as long as the longest.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As a spreadsheet counts them, from 1; in a CSV the line.
    pub number: u64,
    pub cells: Vec<String>,
}

/// Far more than a table of interviews has.
const MAX_COLUMNS: usize = 2_000;
const MAX_CELLS: usize = 1_000_000;
const MAX_TEXT: usize = 16 << 20;

const LIMITS: Limits = Limits {
    file: 16 << 20,
    unpacked: 64 << 20,
    entries: 2_000,
    depth: 256,
    text: MAX_TEXT as u64,
    lines: MAX_CELLS,
};

/// Reads the first sheet of a spreadsheet, or a CSV; told apart by the content.
pub fn read(name: &str, bytes: &[u8]) -> Result<Sheet> {
    read_file(name, bytes).map_err(|error| error.file(name))
}

fn read_file(name: &str, bytes: &[u8]) -> Result<Sheet> {
    if bytes.len() as u64 > LIMITS.file {
        return Err(too_large(name));
    }
    let sheet = if bytes.starts_with(b"PK") {
        workbook(name, bytes)?
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Error::unreadable(tr!("sheet-old", name = name)).hint(tr!("sheet-hint")));
    } else {
        csv(name, bytes)?
    };
    match sheet.rows.is_empty() {
        true => Err(Error::unreadable(tr!("sheet-empty", name = name)).hint(tr!("sheet-hint"))),
        false => Ok(sheet),
    }
}

fn too_large(name: &str) -> Error {
    Error::unreadable(tr!("sheet-large", name = name)).hint(tr!("sheet-large-hint"))
}

fn broken(name: &str, reason: impl std::fmt::Display) -> Error {
    Error::unreadable(tr!("sheet-broken", name = name, reason = reason.to_string())).hint(tr!("sheet-hint"))
}

/// Collects cells, and refuses before they are too many.
struct Cells<'a> {
    name: &'a str,
    rows: std::collections::BTreeMap<u64, Vec<String>>,
    width: usize,
    text: usize,
}

impl<'a> Cells<'a> {
    fn new(name: &'a str) -> Cells<'a> {
        Cells { name, rows: std::collections::BTreeMap::new(), width: 0, text: 0 }
    }

    fn put(&mut self, row: u64, column: usize, text: &str) -> Result<()> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        self.width = self.width.max(column + 1);
        self.text += text.len();
        let rows = self.rows.len() + usize::from(!self.rows.contains_key(&row));
        if self.width > MAX_COLUMNS || rows.saturating_mul(self.width) > MAX_CELLS || self.text > MAX_TEXT {
            return Err(too_large(self.name));
        }
        let cells = self.rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = text.to_owned();
        }
        Ok(())
    }

    fn sheet(self) -> Sheet {
        let row = |(number, mut cells): (u64, Vec<String>)| {
            cells.resize(self.width, String::new());
            Row { number, cells }
        };
        Sheet { rows: self.rows.into_iter().map(row).collect() }
    }
}

fn csv(name: &str, bytes: &[u8]) -> Result<Sheet> {
    let text = read::plain_text(name, bytes, &LIMITS)?;
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(separator(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut cells = Cells::new(name);
    let mut record = ::csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| broken(name, error))? {
        let line = record.position().map_or(1, |at| first_line(&text, at));
        for (column, field) in record.iter().enumerate() {
            cells.put(line, column, unguard(field))?;
        }
    }
    Ok(cells.sheet())
}

/// The reader gives the place before the blank lines that it skipped.
fn first_line(text: &str, at: &::csv::Position) -> u64 {
    let rest = usize::try_from(at.byte()).ok().and_then(|at| text.as_bytes().get(at..)).unwrap_or_default();
    at.line() + rest.iter().take_while(|b| **b == b'\n').count() as u64
}

/// What separates the fields of the first line: comma, semicolon (German Excel) or tab, quoted ones aside.
fn separator(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let first = text.bytes().skip_while(|b| *b == b'\n');
    for byte in first {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if !quoted => {
                for (separator, count) in &mut counts {
                    *count += usize::from(*separator == byte);
                }
            }
            _ => {}
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| separator)
}

fn workbook(name: &str, bytes: &[u8]) -> Result<Sheet> {
    let content = read::opendocument_content(name, bytes, &LIMITS)?;
    match content {
        Some(content) => opendocument(name, bytes, &content),
        None => excel(name, bytes),
    }
}

fn excel(name: &str, bytes: &[u8]) -> Result<Sheet> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(name, error))?;
    let Some(first) = book.sheet_names().first().cloned() else { return Ok(Sheet::default()) };
    let mut reader = book.worksheet_cells_reader(&first).map_err(|error| broken(name, error))?;
    let mut cells = Cells::new(name);
    while let Some(cell) = reader.next_cell().map_err(|error| broken(name, error))? {
        let (row, column) = cell.get_position();
        let text = match cell.get_value() {
            DataRef::SharedString(text) => (*text).to_owned(),
            value => said(&Data::from(value.clone())),
        };
        cells.put(u64::from(row) + 1, column as usize, &text)?;
    }
    Ok(cells.sheet())
}

fn opendocument(name: &str, bytes: &[u8], content: &str) -> Result<Sheet> {
    if repeated(content) > MAX_TEXT {
        return Err(too_large(name));
    }
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| broken(name, error))?;
    let mut cells = Cells::new(name);
    let Some(range) = book.worksheet_range_at(0) else { return Ok(Sheet::default()) };
    let range = range.map_err(|error| broken(name, error))?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        cells.put(u64::from(top) + row as u64 + 1, left as usize + column, &said(value))?;
    }
    Ok(cells.sheet())
}

/// How many bytes the cells of an OpenDocument would have, repeated as they say: a cell can stand for a million.
fn repeated(content: &str) -> usize {
    let count = |tag: &str, attribute: &str| {
        let value = tag.split_once(attribute).map(|(_, rest)| rest.trim_start_matches(['=', '"', '\'', ' ']));
        let digits = value.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
        match digits {
            Some(digits) if !digits.is_empty() => digits.parse::<usize>().unwrap_or(usize::MAX),
            _ => 1,
        }
    };
    let mut all = 0usize;
    for row in content.split("<table:table-row").skip(1) {
        let rows = count(row.split('>').next().unwrap_or_default(), "table:number-rows-repeated");
        for cell in row.split("<table:").skip(1) {
            let tag = cell.split('>').next().unwrap_or_default();
            let empty = !tag.contains("office:") && !tag.contains("table:formula");
            if !empty && (tag.starts_with("table-cell") || tag.starts_with("covered-table-cell")) {
                let columns = count(tag, "table:number-columns-repeated");
                // A value weighs as a cell does in memory, and more where it is long.
                let weight = cell.len().saturating_add(16);
                all = all.saturating_add(rows.saturating_mul(columns).saturating_mul(weight));
            }
        }
    }
    all
}

/// A cell as the text that a person would have typed.
fn said(value: &Data) -> String {
    match value {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Data::DateTime(time) => excel_time(time),
        // `2026-03-01T00:00:00`: a date alone is meant by midnight.
        Data::DateTimeIso(text) => match text.split_once('T') {
            Some((date, time)) if time.starts_with("00:00") => date.to_owned(),
            _ => text.clone(),
        },
        Data::DurationIso(text) => iso_duration(text).map_or_else(|| text.clone(), clock_time),
    }
}

fn excel_time(time: &ExcelDateTime) -> String {
    let days = time.as_f64();
    // A time of day is a share of a day, as a duration is.
    if days.is_finite() && (time.is_duration() || days < 1.0) && (0.0..40_000.0).contains(&days) {
        return clock_time((days * 86_400.0).round() as u32);
    }
    let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute) == (0, 0) { date } else { format!("{date} {hour:02}:{minute:02}") }
}

/// Seconds of `PT01H05M00S`.
fn iso_duration(text: &str) -> Option<u32> {
    let mut seconds = 0u32;
    let mut digits = String::new();
    for c in text.strip_prefix("PT")?.chars() {
        let unit = match c {
            '0'..='9' if digits.len() < 6 => {
                digits.push(c);
                continue;
            }
            'H' => 3600,
            'M' => 60,
            'S' => 1,
            // Parts of a second are none of a duration's business.
            '.' | ',' => break,
            _ => return None,
        };
        let number: u32 = digits.parse().ok()?;
        seconds = seconds.checked_add(number.checked_mul(unit)?)?;
        digits.clear();
    }
    if !digits.is_empty() {
        seconds = seconds.checked_add(digits.parse().ok()?)?;
    }
    Some(seconds)
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{Format, Workbook};

    use super::*;
    use crate::error::Kind;

    fn texts(sheet: &Sheet) -> Vec<(u64, Vec<&str>)> {
        sheet.rows.iter().map(|row| (row.number, row.cells.iter().map(String::as_str).collect())).collect()
    }

    #[test]
    fn csv_of_any_separator_and_encoding() {
        let wanted = vec![(1, vec!["label", "größe"]), (3, vec!["5", "a;b, c"]), (4, vec!["=7", ""])];
        for (separator, _) in [(",", 0), (";", 0), ("\t", 0)] {
            let text = format!("label{separator}größe\n\n5{separator}\"a;b, c\"\n'=7\n");
            let sheet = read("t.csv", text.as_bytes()).unwrap();
            assert_eq!(texts(&sheet), wanted, "{separator:?}");
            let windows = encoding_rs::WINDOWS_1252.encode(&text).0;
            assert_eq!(texts(&read("t.csv", &windows).unwrap()), wanted, "{separator:?} in Windows-1252");
            let mut utf16 = b"\xff\xfe".to_vec();
            utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
            assert_eq!(texts(&read("t.csv", &utf16).unwrap()), wanted, "{separator:?} in UTF-16");
        }
    }

    #[test]
    fn cells_of_a_spreadsheet_are_as_typed() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let (date, time) =
            (Format::new().set_num_format("yyyy-mm-dd"), Format::new().set_num_format("[h]:mm"));
        let day = Format::new().set_num_format("h:mm");
        sheet.write_string(0, 0, "label").unwrap();
        sheet.write_number(2, 0, 14000.0).unwrap();
        sheet.write_number(2, 1, 0.25).unwrap();
        sheet.write_boolean(2, 2, true).unwrap();
        sheet.write_number_with_format(2, 3, 45728.0, &date).unwrap();
        sheet.write_number_with_format(2, 4, 65.0 / 1440.0, &time).unwrap();
        sheet.write_number_with_format(2, 5, 65.0 / 1440.0, &day).unwrap();
        sheet.write_string(2, 6, " 01.03.2026 ").unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let sheet = read("t.xlsx", &bytes).unwrap();
        assert_eq!(
            texts(&sheet),
            [
                (1, vec!["label", "", "", "", "", "", ""]),
                (3, vec!["14000", "0.25", "yes", "2025-03-12", "1:05", "1:05", "01.03.2026"]),
            ]
        );
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let mut far = Workbook::new();
        far.add_worksheet().write_string(0, 0, "a").unwrap().write_string(1_048_575, 16_383, "z").unwrap();
        let far = far.save_to_buffer().unwrap();
        for (name, bytes) in [
            ("empty.csv", &b""[..]),
            ("blank.csv", b";;\n ; \n"),
            ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"),
            ("torn.xlsx", b"PK\x03\x04 and nothing"),
            ("far.xlsx", &far),
        ] {
            let error = read(name, bytes).unwrap_err();
            assert_eq!(error.kind, Kind::Unreadable, "{name}");
            assert!(error.message.contains(name) && error.hint.is_some(), "{error}");
        }
    }

    #[test]
    fn what_opendocuments_repeat_is_counted_before_it_is_laid_out() {
        let harmless = r#"<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
        assert_eq!(repeated(harmless), 0);
        let bomb = r#"<table:table-row table:number-rows-repeated="100000"><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>"#;
        assert!(repeated(bomb) > MAX_TEXT);
    }

    #[test]
    fn durations_of_opendocument() {
        for (text, seconds) in [
            ("PT01H05M00S", Some(3900)),
            ("PT65M", Some(3900)),
            ("PT90S", Some(90)),
            ("P1D", None),
            ("PT1X", None),
        ] {
            assert_eq!(iso_duration(text), seconds, "{text}");
        }
    }
}
