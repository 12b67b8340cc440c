//! The sheets of Excel workbooks (xlsx).

use std::collections::HashMap;

use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan};

use super::{Cell, Cells, DAY, Most, Row, Sheet, column_by_letters};
use crate::error::{Error, Result};
use crate::formats::read::ooxml::{Node, Package, Xml};
use crate::tr;

/// What a number stands for, by its format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Meant {
    #[default]
    Number,
    Date,
    Time,
}

/// What the sheets of a workbook share.
#[derive(Default)]
struct Book {
    strings: Vec<String>,
    /// What each style of cells makes of a number.
    styles: Vec<Meant>,
    /// Days by which its dates are shifted.
    shift: f64,
}

pub fn sheets(name: &str, package: &mut Package<'_>, most: &Most<'_>) -> Result<Vec<Sheet>> {
    let top = package.relations("")?;
    let main = top.into_iter().find(|relation| relation.kind == "officeDocument");
    let main = main.map(|relation| relation.target).filter(|part| package.has(part));
    let main = main.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    if main.ends_with(".bin") || !package.has(&main) && package.has("xl/workbook.bin") {
        return Err(Error::unreadable(tr!("read-not-yet", name = name, format = "Excel (.xlsb)"))
            .hint(tr!("read-save-xlsx-hint")));
    }
    let Some(xml) = package.part(&main)? else {
        return Err(Error::unreadable(tr!("read-part-damaged", name = name, part = main.as_str()))
            .hint(tr!("read-sheet-damaged-hint"))
            .place(main));
    };
    let relations = package.relations(&main)?;
    let mut book = Book::default();
    let mut found: Vec<(String, bool, String)> = Vec::new();
    let mut nodes = package.xml(&xml, &main);
    while let Some(node) = nodes.next()? {
        let Node::Start(element) = node else { continue };
        match element.name.as_str() {
            "workbookPr" if matches!(element.any("date1904"), Some("1" | "true")) => book.shift = 1462.0,
            "sheet" if found.len() < most.sheets => {
                let target =
                    relations.iter().find(|relation| element.any("id") == Some(relation.id.as_str()));
                let Some(target) = target else { continue };
                let title = element.any("name").unwrap_or_default().to_owned();
                let hidden = element.any("state").is_some_and(|state| state != "visible");
                found.push((title, hidden, target.target.clone()));
                most.check(found.len() * 100, 0, 0)?;
            }
            _ => {}
        }
    }
    let part = |kind: &str| relations.iter().find(|r| r.kind == kind).map(|r| r.target.clone());
    if let Some(part) = part("sharedStrings")
        && let Some(xml) = package.part(&part)?
    {
        book.strings = strings(&mut package.xml(&xml, &part), most)?;
    }
    if let Some(part) = part("styles")
        && let Some(xml) = package.part(&part)?
    {
        book.styles = styles(&mut package.xml(&xml, &part), most)?;
    }
    let mut cells = Cells::new(most);
    let mut sheets = Vec::new();
    for (title, hidden, part) in found {
        // A sheet of charts has no such part, or none with cells.
        let Some(xml) = package.part(&part)? else { continue };
        let rows = rows(&mut package.xml(&xml, &part), &book, &mut cells)?;
        sheets.push(Sheet { title, hidden, rows });
    }
    Ok(sheets)
}

/// The strings that cells point to; of rich text all runs, of ruby only the text.
fn strings(nodes: &mut Xml<'_>, most: &Most<'_>) -> Result<Vec<String>> {
    let mut strings: Vec<String> = Vec::new();
    let (mut kept, mut text, mut ruby) = (0, false, 0);
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(element) => {
                ruby += usize::from(ruby > 0 || element.name == "rPh");
                text = element.name == "t" && ruby == 0;
                if element.name == "si" {
                    strings.push(String::new());
                }
            }
            Node::End => {
                text = false;
                ruby = ruby.saturating_sub(1);
            }
            Node::Text(more) if text => {
                kept += more.len() as u64;
                if let Some(string) = strings.last_mut() {
                    string.push_str(&more);
                }
            }
            Node::Text(_) => {}
        }
        most.check(0, strings.len(), kept)?;
    }
    Ok(strings.iter().map(|string| unescaped(string)).collect())
}

/// Excel writes what XML cannot hold as `_x000D_`.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let code = tail.get(2..6).filter(|_| tail.get(6..7) == Some("_"));
        let code = code.filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        match code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32) {
            Some(character) => {
                out.push(character);
                rest = tail.get(7..).unwrap_or("");
            }
            None => {
                out.push_str("_x");
                rest = tail.get(2..).unwrap_or("");
            }
        }
    }
    out.push_str(rest);
    out
}

fn styles(nodes: &mut Xml<'_>, most: &Most<'_>) -> Result<Vec<Meant>> {
    let mut own: HashMap<u32, Meant> = HashMap::new();
    let mut styles: Vec<Meant> = Vec::new();
    let mut inside = false;
    while let Some(node) = nodes.next()? {
        let Node::Start(element) = node else { continue };
        let id = element.any("numFmtId").and_then(|id| id.parse::<u32>().ok());
        match element.name.as_str() {
            "numFmt" => own.extend(id.zip(element.any("formatCode").map(meant))),
            "cellXfs" => inside = true,
            "cellStyles" | "dxfs" | "cellStyleXfs" => inside = false,
            "xf" if inside => {
                let id = id.unwrap_or(0);
                styles.push(own.get(&id).copied().unwrap_or(match id {
                    14..=17 | 22 | 27..=36 | 50..=58 => Meant::Date,
                    18..=21 | 45..=47 => Meant::Time,
                    _ => Meant::Number,
                }));
            }
            _ => {}
        }
        most.check(0, styles.len().max(own.len()), 0)?;
    }
    Ok(styles)
}

/// What a format code makes of a number, by its section for positive ones: quoted words, escaped letters and colours in
/// brackets aside.
fn meant(code: &str) -> Meant {
    let mut letters = String::new();
    let mut all = code.chars();
    while let Some(c) = all.next() {
        match c {
            ';' => break,
            '"' => while all.next().is_some_and(|c| c != '"') {},
            '\\' | '_' | '*' => drop(all.next()),
            '[' => {
                let inside: String = all.by_ref().take_while(|c| *c != ']').collect();
                if inside.chars().all(|c| "hms".contains(c.to_ascii_lowercase())) {
                    letters.push_str(&inside.to_lowercase());
                }
            }
            c => letters.extend(c.to_lowercase()),
        }
    }
    // German Excel writes its own letters: TT.MM.JJJJ.
    match letters {
        letters if letters.contains(['y', 'd', 'j', 't']) => Meant::Date,
        letters if letters.contains(['h', 's']) => Meant::Time,
        letters if letters.contains('m') => Meant::Date,
        _ => Meant::Number,
    }
}

fn rows(nodes: &mut Xml<'_>, book: &Book, cells: &mut Cells<'_>) -> Result<Vec<Row>> {
    let (mut row, mut column) = (0_u64, 0_usize);
    let (mut value, mut inline, mut ruby) = (false, false, 0);
    let (mut kind, mut style, mut text) = (String::new(), 0_usize, String::new());
    // Elements of the cell that are open; what stands in it ends with it.
    let mut open = 0_usize;
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(element) => {
                if open > 0 {
                    open += 1;
                    ruby += usize::from(ruby > 0 || element.name == "rPh");
                    value = element.name == "v";
                    inline = element.name == "t" && ruby == 0;
                } else if element.name == "row" {
                    let given = element.any("r").and_then(|r| r.parse().ok()).filter(|row| *row > 0);
                    (row, column) = (given.unwrap_or(row.saturating_add(1)), 0);
                } else if element.name == "c" {
                    open = 1;
                    (row, column) = element.any("r").and_then(place).unwrap_or((row, column));
                    kind = element.any("t").unwrap_or("n").to_owned();
                    style = element.any("s").and_then(|style| style.parse().ok()).unwrap_or(0);
                    text.clear();
                }
            }
            Node::Text(more) if value || inline => text.push_str(&more),
            Node::Text(_) => {}
            Node::End => {
                (value, inline) = (false, false);
                ruby = ruby.saturating_sub(1);
                if open == 1 {
                    let meant = book.styles.get(style).copied().unwrap_or_default();
                    if let Some(cell) = cell(&kind, &text, meant, book) {
                        cells.put(row.max(1), column, cell)?;
                    }
                    column = column.saturating_add(1);
                }
                open = open.saturating_sub(1);
            }
        }
    }
    Ok(cells.end())
}

/// Row (from 1) and column (from 0) of `B7`.
fn place(reference: &str) -> Option<(u64, usize)> {
    let letters = reference.len() - reference.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (letters, digits) = reference.split_at_checked(letters)?;
    Some((digits.parse().ok().filter(|row| *row > 0)?, column_by_letters(letters)?))
}

/// What a cell holds; an error is nothing.
fn cell(kind: &str, text: &str, meant: Meant, book: &Book) -> Option<Cell> {
    Some(match kind {
        "s" => Cell::Text(book.strings.get(text.trim().parse::<usize>().ok()?)?.clone()),
        "e" => return None,
        "b" => Cell::Boolean(text.trim() == "1"),
        "d" => match text.trim().parse() {
            Ok(date) => Cell::Date(date, None),
            Err(_) => Cell::Text(unescaped(text)),
        },
        "inlineStr" | "str" => Cell::Text(unescaped(text)),
        _ => match text.trim().parse::<f64>().ok().filter(|number| number.is_finite()) {
            Some(value) => number(value, meant, book.shift),
            None => Cell::Text(text.to_owned()),
        },
    })
}

fn number(value: f64, meant: Meant, shift: f64) -> Cell {
    match meant {
        Meant::Number => Cell::Number(value, None),
        // A date that is shown as its time of day is a date all the same.
        Meant::Time if (0.0..40_000.0).contains(&value) => Cell::Time(value),
        Meant::Date if (0.0..1.0).contains(&value) => Cell::Time(value),
        Meant::Date | Meant::Time => match date(value + shift) {
            Some(date) => Cell::Date(date, None),
            None => Cell::Number(value, None),
        },
    }
}

/// The date of a serial day; the spreadsheet's 29 February 1900 never was.
fn date(serial: f64) -> Option<DateTime> {
    if !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let first = Date::new(1899, 12, if serial < 60.0 { 31 } else { 30 }).ok()?;
    let day = first.checked_add(Span::new().try_days(serial.floor() as i64).ok()?).ok()?;
    let seconds = ((serial - serial.floor()) * DAY).round() as i64;
    day.at(0, 0, 0, 0).checked_add(seconds.seconds()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_say_what_a_number_is() {
        for (code, wanted) in [
            ("General", Meant::Number),
            ("0.00", Meant::Number),
            ("#,##0 \"years\"", Meant::Number),
            ("#,##0\\ \"Std\"", Meant::Number),
            ("[Red]0", Meant::Number),
            ("0_h;[Red]hh", Meant::Number),
            ("yyyy-mm-dd", Meant::Date),
            ("TT.MM.JJJJ", Meant::Date),
            ("mmm", Meant::Date),
            ("dd.mm.yy;@", Meant::Date),
            ("[h]:mm", Meant::Time),
            ("[h]:mm:ss", Meant::Time),
            ("[$-407]hh:mm", Meant::Time),
            ("hh:mm:ss", Meant::Time),
            ("mm:ss.0", Meant::Time),
        ] {
            assert_eq!(meant(code), wanted, "{code}");
        }
    }

    #[test]
    fn serial_days_are_dates() {
        for (serial, wanted) in [
            (1.0, Some("1900-01-01")),
            (61.0, Some("1900-03-01")),
            (45_728.0, Some("2025-03-12")),
            (45_728.5, Some("2025-03-12 12:00")),
            (45_728.999_999_9, Some("2025-03-13")),
            (2_958_465.0, Some("9999-12-31")),
            (0.0, None),
            (3_000_000.0, None),
        ] {
            let found = date(serial).map(super::super::date);
            assert_eq!(found.as_deref(), wanted, "{serial}");
        }
    }

    #[test]
    fn cells_are_named() {
        assert_eq!(place("A1"), Some((1, 0)));
        assert_eq!(place("BC27"), Some((27, 54)));
        for wrong in ["", "7", "A", "A0", "ÄÖ1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA1"] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_xml_cannot_hold_is_taken_out_of_its_escapes() {
        assert_eq!(unescaped("a_x000A_b_x00_xé_x"), "a\nb_x00_xé_x");
    }
}
