//! Lists of names as tables: CSV in and out, spreadsheets in.
//!
//! Columns, in any order: `name` (a spelling as it stands in the transcripts), `replacement`, and if wanted `forms` (further
//! spellings, separated by `;`, each with `=` and what it becomes where that differs: `Müllers=[A]s; Frau Müller`),
//! `case` (`any`: letter case does not count) and `note`. A table without these headings is read in the order name,
//! replacement, forms. The separator is a comma, a semicolon (German Excel) or a tab. The list in a file of its own
//! (`NAME.absatz-names`) is this CSV.

use std::io::Cursor;

use calamine::{Data, Reader as _, open_workbook_auto_from_rs};

use super::write::{guard, unguard};
use crate::error::{Error, Result};
use crate::model::names::{Name, Names};
use crate::tr;

const COLUMNS: [&str; 5] = ["name", "replacement", "forms", "case", "note"];

/// The largest file that is read, packed and unpacked: far more names than a study has.
const MAX_BYTES: u64 = 16 << 20;
const MAX_UNPACKED: u64 = 64 << 20;

/// Reads a list: a spreadsheet or CSV, told apart by its content.
pub fn read(file: &str, bytes: &[u8]) -> Result<Names> {
    let rows = match bytes {
        _ if bytes.len() as u64 > MAX_BYTES => return Err(too_large(file)),
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => workbook(file, bytes)?,
        _ => csv_rows(file, bytes)?,
    };
    from_rows(file, rows)
}

fn too_large(file: &str) -> Error {
    Error::unreadable(tr!("names-file-large", file = file.to_owned())).file(file)
}

fn broken(file: &str, reason: String) -> Error {
    Error::unreadable(tr!("names-file-broken", file = file.to_owned(), reason = reason))
        .hint(tr!("names-file-hint"))
        .file(file)
}

fn csv_rows(file: &str, bytes: &[u8]) -> Result<Vec<Vec<String>>> {
    let text = String::from_utf8(bytes.to_vec())
        .map_err(|_| broken(file, tr!("names-file-not-utf8")).hint(tr!("names-file-not-utf8-hint")))?;
    let text = text.trim_start_matches('\u{FEFF}');
    let first = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|separator| (first.bytes().filter(|b| b == separator).count(), *separator == b','));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator.unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| broken(file, error.to_string()))?;
        rows.push(record.iter().map(|field| unguard(field).trim().to_owned()).collect());
    }
    Ok(rows)
}

/// The rows of the first sheet.
fn workbook(file: &str, bytes: &[u8]) -> Result<Vec<Vec<String>>> {
    // What the archive says of itself is looked at before anything is unpacked.
    if let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) {
        let mut unpacked = 0u64;
        for index in 0..archive.len() {
            let size = archive.by_index_raw(index).map_or(MAX_UNPACKED, |entry| entry.size());
            unpacked = unpacked.saturating_add(size);
        }
        if unpacked > MAX_UNPACKED {
            return Err(too_large(file));
        }
    }
    let said = |error: &dyn std::fmt::Display| broken(file, error.to_string());
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| said(&error))?;
    let Some(sheet) = book.worksheet_range_at(0) else { return Ok(Vec::new()) };
    let sheet = sheet.map_err(|error| said(&error))?;
    let text = |cell: &Data| match cell {
        Data::Empty => String::new(),
        cell => cell.to_string().trim().to_owned(),
    };
    Ok(sheet.rows().map(|row| row.iter().map(text).collect()).collect())
}

fn from_rows(file: &str, rows: Vec<Vec<String>>) -> Result<Names> {
    let mut rows = rows.into_iter().zip(1u64..).peekable();
    let headings: Vec<Option<usize>> = match rows.peek() {
        Some((first, _)) => first
            .iter()
            .map(|name| COLUMNS.iter().position(|column| *column == name.to_lowercase()))
            .collect(),
        None => return Err(broken(file, tr!("names-file-empty"))),
    };
    let named = headings.contains(&Some(0)) && headings.contains(&Some(1));
    if named {
        rows.next();
    }
    let column = |wanted: usize| match named {
        true => headings.iter().position(|found| *found == Some(wanted)),
        false => (wanted < 3).then_some(wanted),
    };
    let mut names = Names::default();
    for (row, line) in rows {
        let field =
            |wanted: usize| column(wanted).and_then(|at| row.get(at)).map(String::as_str).unwrap_or_default();
        if row.iter().all(String::is_empty) {
            continue;
        }
        let mut name = Name::new(field(0), field(1));
        for further in field(2).split(';').map(str::trim).filter(|further| !further.is_empty()) {
            name.also(further);
        }
        name.any_case = field(3).eq_ignore_ascii_case("any");
        name.note = field(4).to_owned();
        let at = |error: Error| error.file(file).place(format!("line {line}"));
        names.names.push(name);
        if column(1).is_none() {
            return Err(at(broken(file, tr!("names-file-columns"))));
        }
        if names.names.last().is_some_and(|name| name.called().is_empty()) {
            return Err(at(broken(file, tr!("names-file-no-name"))));
        }
    }
    names.check().map_err(|error| error.file(file))?;
    Ok(names)
}

/// The list as CSV.
pub fn write(names: &Names) -> Result<Vec<u8>> {
    let mut out = b"\xEF\xBB\xBF".to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    let mut result = writer.write_record(COLUMNS);
    for name in &names.names {
        let case = if name.any_case { "any" } else { "" };
        let further = name.further().join("; ");
        let fields = [name.called(), name.replacement.as_str(), further.as_str(), case, name.note.as_str()];
        if result.is_ok() {
            result = writer.write_record(fields.map(|field| guard(field).into_owned()));
        }
    }
    result
        .and_then(|()| writer.flush().map_err(Into::into))
        .map_err(|error| Error::invalid(tr!("table-csv-failed", reason = error.to_string())))?;
    drop(writer);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Names {
        let mut names = Names::default();
        let mut one = Name::new("Müller", "[A]");
        one.also("Müllers=[A]s");
        one.also("Frau Müller");
        one.note = "+ Bürgermeisterin".into();
        let mut two = Name::new("Oberndorf", "=X");
        two.any_case = true;
        names.put(one).unwrap();
        names.put(two).unwrap();
        names
    }

    fn bare(names: &Names) -> Vec<Name> {
        names.names.iter().map(|name| Name { uuid: String::new(), ..name.clone() }).collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let bytes = write(&list()).unwrap();
        assert_eq!(bare(&read("a.csv", &bytes).unwrap()), bare(&list()));
        assert!(String::from_utf8(bytes).unwrap().contains("'=X"), "no formula for a spreadsheet");
    }

    #[test]
    fn lists_as_people_keep_them_are_read() {
        let german = "Name;Replacement;Note\nMüller;[A];x\n;;\n";
        assert_eq!(read("a.csv", german.as_bytes()).unwrap().names[0].called(), "Müller");
        let bare = "Müller\t[A]\tMüllers=[A]s;Müllern\nWeber\t[B]\n";
        let names = read("a.tsv", bare.as_bytes()).unwrap();
        assert_eq!((names.names.len(), names.names[0].forms.len()), (2, 3));
        for wrong in
            ["", "\n\n", "Müller\n", "Müller,\n", ",[A]\n", "A,B\nA,C\n", "name,replacement\nA,über A\n"]
        {
            assert!(read("a.csv", wrong.as_bytes()).is_err(), "{wrong:?}");
        }
        assert!(read("a.csv", b"M\xFCller,[A]\n").is_err());
        assert!(read("a.xlsx", b"PK\x03\x04 and rubbish").is_err());
    }

    #[test]
    fn spreadsheets_are_read() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (row, cells) in
            [["replacement", "name", "forms"], ["[A]", "Müller", "Müllers=[A]s"]].iter().enumerate()
        {
            for (column, cell) in cells.iter().enumerate() {
                sheet.write_string(row as u32, column as u16, *cell).unwrap();
            }
        }
        let names = read("a.xlsx", &book.save_to_buffer().unwrap()).unwrap();
        assert_eq!(names.names[0].further(), ["Müllers=[A]s"]);
    }
}
