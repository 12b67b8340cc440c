//! Tables that people bring: CSV and spreadsheets (xlsx, ods) as rows of text.
//!
//! A cell becomes the text that a person would have typed: dates as ISO, times of day and durations as `1:05`, whole
//! numbers without a point, yes and no. Which row is a heading and what a cell means is the caller's business. Cells are
//! taken one by one and counted: a sheet with two cells far apart, or one that stands for a million, is refused and not
//! laid out.

mod excel;
mod opendocument;

use super::read::ooxml::Package;
use super::read::{self, Limits};
use super::write::unguard;
use crate::error::{Error, Result};
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

/// How encrypted files and those of the old Excel begin.
const OLD: &[u8] = b"\xd0\xcf\x11\xe0";

const LIMITS: Limits = Limits {
    file: 16 << 20,
    unpacked: 64 << 20,
    entries: 2_000,
    depth: 256,
    text: MAX_TEXT as u64,
    lines: MAX_CELLS,
};

/// Whether the bytes are an archive, as spreadsheets are, or one of the old Excel.
pub fn is_spreadsheet(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(OLD)
}

/// Reads the first sheet of a spreadsheet, or a CSV; told apart by the content.
pub fn read(name: &str, bytes: &[u8]) -> Result<Sheet> {
    read_file(name, bytes).map_err(|error| error.file(name))
}

fn read_file(name: &str, bytes: &[u8]) -> Result<Sheet> {
    if bytes.len() as u64 > LIMITS.file {
        return Err(too_large(name));
    }
    let sheet = if bytes.starts_with(b"PK\x03\x04") {
        workbook(name, bytes)?
    } else if bytes.starts_with(OLD) {
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
        self.width = self.width.max(column.saturating_add(1));
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
    let mut package = Package::open(name, bytes, &LIMITS)?;
    let mut cells = Cells::new(name);
    match package.part("content.xml")? {
        Some(content) if !package.has("xl/workbook.xml") => {
            opendocument::read(&package, &content, &mut cells)?;
        }
        _ => excel::read(&mut package, &mut cells)?,
    }
    Ok(cells.sheet())
}

/// The elements around a node, by their local names.
#[derive(Debug, Default)]
struct Path(Vec<String>);

impl Path {
    fn inside(&self, name: &str) -> bool {
        self.0.iter().any(|open| open == name)
    }
    fn is(&self, name: &str) -> bool {
        self.0.last().is_some_and(|open| open == name)
    }
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
    fn what_opendocuments_repeat_is_counted_and_not_laid_out() {
        let book = |row: &str| {
            use std::io::Write as _;
            let content = format!(
                "<a xmlns:table='t' xmlns:office='o' xmlns:text='x'><table:table>{row}</table:table></a>"
            );
            let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
            out.start_file("content.xml", zip::write::SimpleFileOptions::default()).unwrap();
            out.write_all(content.as_bytes()).unwrap();
            read("t.ods", &out.finish().unwrap().into_inner())
        };
        let cell = "<table:table-cell office:value-type='string' table:number-columns-repeated='2'><text:p>x</text:p></table:table-cell>";
        let empty = "<table:table-row table:number-rows-repeated='1048573'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>";
        let sheet = book(&format!("{empty}<table:table-row>{cell}</table:table-row>{empty}")).unwrap();
        assert_eq!(texts(&sheet), [(1_048_574, vec!["x", "x"])]);
        let bomb = cell.replace("'2'", "'4000000000'");
        assert!(book(&format!("<table:table-row>{bomb}</table:table-row>")).is_err());
        let rows =
            format!("<table:table-row table:number-rows-repeated='4000000000'>{cell}</table:table-row>");
        assert!(book(&rows).is_err());
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
            assert_eq!(opendocument::iso_duration(text), seconds, "{text}");
        }
    }
}
