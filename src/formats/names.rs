//! Lists of names as tables: CSV in and out, spreadsheets in.
//!
//! Columns, in any order: `name` (a spelling as it stands in the transcripts), `replacement`, and if wanted `forms` (further
//! spellings, separated by `;`, each with `=` and what it becomes where that differs: `Müllers=[A]s; Frau Müller`),
//! `case` (`any`: letter case does not count) and `note`. A table without these headings is read in the order name,
//! replacement, forms. The separator is a comma, a semicolon (German Excel) or a tab. The list in a file of its own
//! (`NAME.absatz-names`) is this CSV.

use super::values::{self, Row};
use super::write::guard;
use crate::error::{Error, Result};
use crate::model::names::{Name, Names};
use crate::tr;

const COLUMNS: [&str; 5] = ["name", "replacement", "forms", "case", "note"];

/// Reads a list: a spreadsheet or CSV, told apart by its content.
///
/// A CSV is UTF-8: under an encoding that was guessed wrongly a name would be found nowhere and replaced nowhere.
pub fn read(file: &str, bytes: &[u8]) -> Result<Names> {
    if !values::is_spreadsheet(bytes) && std::str::from_utf8(bytes).is_err() {
        return Err(broken(file, tr!("names-file-not-utf8")).hint(tr!("names-file-not-utf8-hint")));
    }
    from_rows(file, values::read(file, bytes)?)
}

fn broken(file: &str, reason: String) -> Error {
    Error::unreadable(tr!("names-file-broken", file = file.to_owned(), reason = reason))
        .hint(tr!("names-file-hint"))
        .file(file)
}

fn from_rows(file: &str, rows: Vec<Row>) -> Result<Names> {
    let heading = |name: &String| COLUMNS.iter().position(|column| *column == name.to_lowercase());
    let headings: Vec<Option<usize>> =
        rows.first().map(|first| first.cells.iter().map(heading).collect()).unwrap_or_default();
    let named = headings.contains(&Some(0)) && headings.contains(&Some(1));
    let column = |wanted: usize| match named {
        true => headings.iter().position(|found| *found == Some(wanted)),
        false => (wanted < 3).then_some(wanted),
    };
    let mut names = Names::default();
    for Row { number, cells } in rows.into_iter().skip(usize::from(named)) {
        let field = |wanted: usize| column(wanted).and_then(|at| cells.get(at)).map_or("", String::as_str);
        let mut name = Name::new(field(0), field(1));
        for further in field(2).split(';').map(str::trim).filter(|further| !further.is_empty()) {
            name.also(further);
        }
        name.any_case = field(3).eq_ignore_ascii_case("any");
        name.note = field(4).to_owned();
        let at = |error: Error| error.file(file).place(format!("line {number}"));
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
        let old = read("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on").unwrap_err();
        assert!(old.hint.is_some_and(|hint| hint.contains(".xlsx")), "the way out of the old format");
        let nameless = read("a.csv", b"name,replacement\n\nM,[A]\n,[B]\n").unwrap_err();
        assert_eq!(nameless.place.as_deref(), Some("line 4"), "as an editor counts, blank lines too");
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
