//! The first sheet of an xlsx workbook.

use std::collections::HashMap;

use jiff::{Span, civil::Date};

use super::{Cells, Path, broken};
use crate::error::Result;
use crate::formats::read::ooxml::{Node, Package};
use crate::model::variables::clock_time;
use crate::tr;

/// What a number stands for, by its format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Meant {
    #[default]
    Number,
    Date,
    /// A time of day, or a duration: a share of a day.
    Time,
}

pub fn read(package: &mut Package<'_>, cells: &mut Cells<'_>) -> Result<()> {
    let (sheet, epoch) = first_sheet(package, cells.name)?;
    let strings = strings(package)?;
    let formats = formats(package)?;
    let Some(xml) = package.part(&sheet)? else { return Err(broken(cells.name, &sheet)) };
    let mut nodes = package.xml(&xml, &sheet);
    let mut path = Path::default();
    let (mut row, mut column) = (0u64, 0usize);
    let (mut kind, mut style, mut text) = (String::new(), 0usize, String::new());
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(element) => {
                match element.name.as_str() {
                    "row" => {
                        let given = element.any("r").and_then(|r| r.parse().ok()).filter(|row| *row > 0);
                        row = given.unwrap_or(row.saturating_add(1));
                        column = 0;
                    }
                    "c" => {
                        if let Some((r, c)) = element.any("r").and_then(place) {
                            (row, column) = (r, c);
                        }
                        kind = element.any("t").unwrap_or("n").to_owned();
                        style = element.any("s").and_then(|s| s.parse().ok()).unwrap_or(0);
                        text.clear();
                    }
                    _ => {}
                }
                path.0.push(element.name);
            }
            // The value, or the words of a string that stands in its cell.
            Node::Text(part) if path.is("v") || path.is("t") && !path.inside("rPh") => text.push_str(&part),
            Node::Text(_) => {}
            Node::End => {
                if path.is("c") {
                    let meant = formats.get(style).copied().unwrap_or_default();
                    let said = match kind.as_str() {
                        "s" => text
                            .parse()
                            .ok()
                            .and_then(|at: usize| strings.get(at))
                            .cloned()
                            .unwrap_or_default(),
                        "b" => if text.trim() == "1" { "yes" } else { "no" }.to_owned(),
                        "e" => String::new(),
                        "n" => number(text.trim(), meant, epoch),
                        "d" => text.trim().trim_end_matches("T00:00:00").to_owned(),
                        _ => text.clone(),
                    };
                    cells.put(row.max(1), column, &said)?;
                    column = column.saturating_add(1);
                }
                path.0.pop();
            }
        }
    }
    Ok(())
}

/// Row (from 1) and column (from 0) of `B7`.
fn place(reference: &str) -> Option<(u64, usize)> {
    let letters = reference.len() - reference.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (letters, digits) = reference.split_at_checked(letters)?;
    let mut column = 0usize;
    for letter in letters.bytes() {
        let nth = usize::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
        column = column.checked_mul(26)?.checked_add(nth)?;
    }
    Some((digits.parse().ok().filter(|row| *row > 0)?, column.checked_sub(1)?))
}

/// The part of the first sheet, and the days by which the workbook's dates are shifted.
fn first_sheet(package: &mut Package<'_>, name: &str) -> Result<(String, f64)> {
    let none = || broken(name, tr!("sheet-no-sheet"));
    let book = package.part("xl/workbook.xml")?.ok_or_else(none)?;
    let (mut id, mut shift) = (None, 0.0);
    let mut nodes = package.xml(&book, "xl/workbook.xml");
    while let Some(node) = nodes.next()? {
        let Node::Start(element) = node else { continue };
        match element.name.as_str() {
            "sheet" if id.is_none() => id = element.any("id").map(str::to_owned),
            "workbookPr" if matches!(element.any("date1904"), Some("1" | "true")) => shift = 1462.0,
            _ => {}
        }
    }
    let id = id.ok_or_else(none)?;
    let relations = package.part("xl/_rels/workbook.xml.rels")?.ok_or_else(none)?;
    let mut nodes = package.xml(&relations, "xl/_rels/workbook.xml.rels");
    while let Some(node) = nodes.next()? {
        let Node::Start(element) = node else { continue };
        if element.name == "Relationship"
            && element.any("Id") == Some(id.as_str())
            && let Some(target) = element.any("Target")
        {
            let part = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("xl/{target}"),
            };
            return Ok((part, shift));
        }
    }
    Err(none())
}

/// The strings that cells share.
fn strings(package: &mut Package<'_>) -> Result<Vec<String>> {
    let part = "xl/sharedStrings.xml";
    let Some(xml) = package.part(part)? else { return Ok(Vec::new()) };
    let mut nodes = package.xml(&xml, part);
    let (mut path, mut all, mut text) = (Path::default(), Vec::new(), String::new());
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(element) => path.0.push(element.name),
            // Readings beside the words (rPh) are none of them.
            Node::Text(part) if path.is("t") && !path.inside("rPh") => text.push_str(&part),
            Node::Text(_) => {}
            Node::End => {
                if path.is("si") {
                    all.push(std::mem::take(&mut text));
                }
                path.0.pop();
            }
        }
    }
    Ok(all)
}

/// What each style of cells makes of a number.
fn formats(package: &mut Package<'_>) -> Result<Vec<Meant>> {
    let part = "xl/styles.xml";
    let Some(xml) = package.part(part)? else { return Ok(Vec::new()) };
    let mut nodes = package.xml(&xml, part);
    let mut own: HashMap<u32, Meant> = HashMap::new();
    let (mut path, mut all) = (Path::default(), Vec::new());
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(element) => {
                let id = element.any("numFmtId").and_then(|id| id.parse::<u32>().ok());
                if let ("numFmt", Some(id), Some(code)) =
                    (element.name.as_str(), id, element.any("formatCode"))
                {
                    own.insert(id, meant(code));
                }
                if element.name == "xf" && path.is("cellXfs") {
                    let id = id.unwrap_or(0);
                    all.push(own.get(&id).copied().unwrap_or(match id {
                        14..=17 | 22 | 27..=36 | 50..=58 => Meant::Date,
                        18..=21 | 45..=47 => Meant::Time,
                        _ => Meant::Number,
                    }));
                }
                path.0.push(element.name);
            }
            Node::End => drop(path.0.pop()),
            Node::Text(_) => {}
        }
    }
    Ok(all)
}

/// What a format code makes of a number: quoted words, escaped letters and colours in brackets aside.
fn meant(code: &str) -> Meant {
    let mut letters = String::new();
    let mut all = code.chars();
    while let Some(c) = all.next() {
        match c {
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

/// A number as a person would have typed it.
fn number(text: &str, meant: Meant, shift: f64) -> String {
    let Some(value) = text.parse::<f64>().ok().filter(|value| value.is_finite()) else {
        return text.to_owned();
    };
    match meant {
        Meant::Number => value.to_string(),
        Meant::Time if (0.0..40_000.0).contains(&value) => clock_time((value * 86_400.0).round() as u32),
        Meant::Date if (0.0..1.0).contains(&value) => clock_time((value * 86_400.0).round() as u32),
        Meant::Date | Meant::Time => day(value + shift).unwrap_or_else(|| value.to_string()),
    }
}

/// The date of a serial day; the spreadsheet's 29 February 1900 never was.
fn day(serial: f64) -> Option<String> {
    if !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let days = serial.floor() as i64;
    let first = Date::new(1899, 12, if days < 60 { 31 } else { 30 }).ok()?;
    let date = first.checked_add(Span::new().try_days(days).ok()?).ok()?;
    let minutes = ((serial - serial.floor()) * 1_440.0).round() as u32;
    Some(match minutes {
        0 | 1_440 => date.to_string(),
        minutes => format!("{date} {:02}:{:02}", minutes / 60, minutes % 60),
    })
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
            ("[Red]0", Meant::Number),
            ("yyyy-mm-dd", Meant::Date),
            ("TT.MM.JJJJ", Meant::Date),
            ("[h]:mm", Meant::Time),
            ("hh:mm:ss", Meant::Time),
            ("mmm", Meant::Date),
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
            (2_958_465.0, Some("9999-12-31")),
            (0.0, None),
            (3_000_000.0, None),
        ] {
            assert_eq!(day(serial).as_deref(), wanted, "{serial}");
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
}
