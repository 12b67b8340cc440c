//! Tables of values and lists that people bring, CSV or the first sheet of a spreadsheet: rows of text.
//!
//! A cell becomes the text that a person would have typed into a CSV: dates as ISO, times of day and durations as
//! `1:05`, whole numbers without a point, yes and no, words on one line. Which row is a heading and what a cell means is
//! the caller's business. Two cells far apart would be a large table: it is refused and not laid out.

use super::read::ooxml::Package;
use super::read::{self, Limits};
use super::sheets::delimited::{self, Separator};
use super::sheets::{self, Cell, DAY, Most};
use super::write::unguard;
use crate::error::{Error, Result};
use crate::model::variables::clock_time;
use crate::tr;

/// A row that has content; all of a table are as long as the longest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// As a spreadsheet counts them, from 1; in a CSV the line.
    pub number: u64,
    pub cells: Vec<String>,
}

/// Far more than a table of interviews has.
const MAX_COLUMNS: usize = 2_000;
const MAX_CELLS: usize = 1_000_000;
const MAX_TEXT: u64 = 16 << 20;

/// How encrypted files and those of the old Excel begin.
const OLD: &[u8] = b"\xd0\xcf\x11\xe0";

const LIMITS: Limits = Limits {
    file: 16 << 20,
    unpacked: 64 << 20,
    entries: 2_000,
    depth: 256,
    text: MAX_TEXT,
    lines: MAX_CELLS,
};

/// Whether the bytes are an archive, as spreadsheets are, or one of the old Excel.
pub fn is_spreadsheet(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(OLD)
}

/// Reads the first sheet of a spreadsheet, or a CSV; told apart by the content.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Row>> {
    read_file(name, bytes).map_err(|error| error.file(name))
}

fn read_file(name: &str, bytes: &[u8]) -> Result<Vec<Row>> {
    let hinted = |words: String| Err(Error::unreadable(words).hint(tr!("sheet-hint")));
    if bytes.len() as u64 > LIMITS.file {
        return Err(too_large(name));
    }
    if bytes.starts_with(OLD) {
        return hinted(tr!("sheet-old", name = name));
    }
    let rows = if is_spreadsheet(bytes) {
        let package = Package::open(name, bytes, &LIMITS)?;
        let too_much = &|| too_large(name);
        let most = Most { sheets: 1, rows: MAX_CELLS, cells: MAX_CELLS, text: MAX_TEXT, too_much };
        let Some(first) = sheets::sheets(name, package, &most)?.into_iter().next() else {
            return hinted(tr!("sheet-broken", name = name, reason = tr!("sheet-no-sheet")));
        };
        let typed = |(column, cell)| (column, typed(&cell));
        laid_out(first.rows.into_iter().map(|row| (row.number, row.cells.into_iter().map(typed).collect())))
    } else {
        let text = read::plain_text(name, bytes, &LIMITS)?;
        let filled = |record: csv::StringRecord| {
            let fields = record.iter().map(|field| unguard(field).trim()).enumerate();
            let filled = fields.filter(|(_, field)| !field.is_empty()).take(MAX_COLUMNS + 1);
            filled.map(|(column, field)| (column, field.to_owned())).collect()
        };
        let records = delimited::records(&text, Separator::Headings);
        laid_out(records.map(|(line, record)| (line, filled(record))))
    };
    match rows {
        None => Err(too_large(name)),
        Some(rows) if rows.is_empty() => hinted(tr!("sheet-empty", name = name)),
        Some(rows) => Ok(rows),
    }
}

fn too_large(name: &str) -> Error {
    Error::unreadable(tr!("sheet-large", name = name)).hint(tr!("sheet-large-hint"))
}

/// As a person would have typed it; a time without the seconds that nobody types.
fn typed(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.trim().replace(char::is_control, " "),
        Cell::Number(value, _) => sheets::number(*value),
        Cell::Boolean(value) => if *value { "yes" } else { "no" }.to_owned(),
        Cell::Date(date, _) => sheets::date(*date),
        Cell::Time(days) => clock_time((days * DAY).round() as u32),
    }
}

/// Rows of one length; none where they are too many.
fn laid_out(filled: impl Iterator<Item = (u64, Vec<(usize, String)>)>) -> Option<Vec<Row>> {
    let (mut rows, mut width) = (Vec::new(), 0);
    for (number, cells) in filled {
        let Some((last, _)) = cells.last() else { continue };
        width = width.max(last + 1);
        rows.push((number, cells));
        if width > MAX_COLUMNS || rows.len() * width > MAX_CELLS {
            return None;
        }
    }
    let row = |(number, filled): (u64, Vec<(usize, String)>)| {
        let mut cells = vec![String::new(); width];
        for (column, text) in filled {
            if let Some(cell) = cells.get_mut(column) {
                *cell = text;
            }
        }
        Row { number, cells }
    };
    Some(rows.into_iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{Format, Workbook};

    use super::*;
    use crate::error::Kind;

    fn texts(rows: &[Row]) -> Vec<(u64, Vec<&str>)> {
        rows.iter().map(|row| (row.number, row.cells.iter().map(String::as_str).collect())).collect()
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
    fn the_line_of_excel_that_names_the_separator_is_no_heading() {
        let rows = read("t.csv", b"sep=;\nlabel;size, in km\n5;3\n").unwrap();
        assert_eq!(texts(&rows), [(2, vec!["label", "size, in km"]), (3, vec!["5", "3"])]);
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
        sheet.write_string(2, 6, " 01.03.2026\nnoon ").unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let sheet = read("t.xlsx", &bytes).unwrap();
        assert_eq!(
            texts(&sheet),
            [
                (1, vec!["label", "", "", "", "", "", ""]),
                (3, vec!["14000", "0.25", "yes", "2025-03-12", "1:05", "1:05", "01.03.2026 noon"]),
            ]
        );
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let mut far = Workbook::new();
        far.add_worksheet().write_string(0, 0, "a").unwrap().write_string(1_048_575, 16_383, "z").unwrap();
        let far = far.save_to_buffer().unwrap();
        let binary = package("xl/workbook.bin", "x");
        for (name, bytes) in [
            ("empty.csv", &b""[..]),
            ("blank.csv", b";;\n ; \n"),
            ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"),
            ("torn.xlsx", b"PK\x03\x04 and nothing"),
            ("far.xlsx", &far),
            ("binary.xlsb", &binary),
        ] {
            let error = read(name, bytes).unwrap_err();
            assert_eq!(error.kind, Kind::Unreadable, "{name}");
            assert!(error.message.contains(name) && error.hint.is_some(), "{error}");
        }
    }

    fn package(part: &str, content: &str) -> Vec<u8> {
        use std::io::Write as _;
        let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        out.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(content.as_bytes()).unwrap();
        out.finish().unwrap().into_inner()
    }

    #[test]
    fn what_opendocuments_repeat_is_counted_and_not_laid_out() {
        let book = |row: &str| {
            let content = format!(
                "<a xmlns:table='t' xmlns:office='o' xmlns:text='x'><table:table>{row}</table:table></a>"
            );
            read("t.ods", &package("content.xml", &content))
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
}
