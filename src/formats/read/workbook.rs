//! Spreadsheets: the cells of xlsx and ods files, as far as a table of turns needs them.
//!
//! Read with the walker of [`super::ooxml`] and its limits. calamine, which the tests use, was tried on hostile files: it
//! reserves as many strings as a file says that it has, lays out a sheet up to its last cell, and does not come back
//! from an ods file that is cut off.

use std::collections::HashMap;

use super::detect::not_yet;
use super::ooxml::{Element, Node, Package, Xml};
use super::sheet::{Cell, Row, Sheet};
use crate::error::{Error, Result};
use crate::tr;

/// Columns that a sheet can have.
const COLUMNS: usize = 16_384;
/// Cells that are kept, for each line that a text may have.
const CELLS_PER_LINE: usize = 4;

/// The sheets that hold anything.
pub fn sheets(name: &str, mut package: Package<'_>) -> Result<Vec<Sheet>> {
    let mut sheets = match is_ods(&package) {
        true => ods(&mut package)?,
        false => xlsx(name, &mut package)?,
    };
    sheets.retain(|sheet| !sheet.rows.is_empty());
    Ok(sheets)
}

pub fn is_ods(package: &Package<'_>) -> bool {
    package.has("content.xml") && !package.has("xl/workbook.xml")
}

fn missing(name: &str, part: &str) -> Error {
    Error::unreadable(tr!("read-part-damaged", name = name, part = part))
        .hint(tr!("read-sheet-damaged-hint"))
        .place(part)
}

fn xlsx(name: &str, package: &mut Package<'_>) -> Result<Vec<Sheet>> {
    let top = package.relations("")?;
    let main = top.into_iter().find(|relation| relation.kind == "officeDocument");
    let main = main.map(|relation| relation.target).filter(|part| package.has(part));
    let main = main.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    if main.ends_with(".bin") || !package.has(&main) && package.has("xl/workbook.bin") {
        return Err(not_yet(name, "Excel (.xlsb)", tr!("read-save-xlsx-hint")));
    }
    let Some(xml) = package.part(&main)? else { return Err(missing(name, &main)) };
    let relations = package.relations(&main)?;
    let part = |kind: &str| relations.iter().find(|r| r.kind == kind).map(|r| r.target.clone());
    let mut found: Vec<(String, bool, String)> = Vec::new();
    let mut nodes = package.xml(&xml, &main);
    while let Some(node) = nodes.next()? {
        if let Node::Start(element) = node
            && element.name == "sheet"
            && let Some(target) = relations.iter().find(|r| element.any("id") == Some(r.id.as_str()))
        {
            let title = element.any("name").unwrap_or_default().to_owned();
            let hidden = element.any("state").is_some_and(|state| state != "visible");
            found.push((title, hidden, target.target.clone()));
            nodes.check(0, found.len() * 100)?;
        }
    }
    let strings = match part("sharedStrings") {
        Some(part) => match package.part(&part)? {
            Some(xml) => strings(&mut package.xml(&xml, &part))?,
            None => Vec::new(),
        },
        None => Vec::new(),
    };
    let times = match part("styles") {
        Some(part) => match package.part(&part)? {
            Some(xml) => time_styles(&mut package.xml(&xml, &part))?,
            None => Vec::new(),
        },
        None => Vec::new(),
    };
    let mut sheets = Vec::new();
    for (title, hidden, part) in found {
        // A sheet of charts has no such part, or none with cells.
        let Some(xml) = package.part(&part)? else { continue };
        let rows = xlsx_rows(&mut package.xml(&xml, &part), &strings, &times)?;
        sheets.push(Sheet { title, hidden, rows });
    }
    Ok(sheets)
}

/// The strings that cells point to; of rich text all runs, of ruby only the text.
fn strings(nodes: &mut Xml<'_>) -> Result<Vec<String>> {
    let mut strings: Vec<String> = Vec::new();
    let (mut kept, mut text, mut ruby) = (0, false, 0);
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(element) => {
                ruby += usize::from(ruby > 0 || element.name == "rPh");
                text = element.name == "t" && ruby == 0;
                if element.name == "si" {
                    strings.push(String::new());
                    nodes.check(kept, strings.len())?;
                }
            }
            Node::End => {
                text = false;
                ruby = ruby.saturating_sub(1);
            }
            Node::Text(more) if text => {
                kept += more.len() as u64;
                nodes.check(kept, strings.len())?;
                if let Some(string) = strings.last_mut() {
                    string.push_str(&more);
                }
            }
            Node::Text(_) => {}
        }
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

/// For each style of a cell, whether its number is a time.
fn time_styles(nodes: &mut Xml<'_>) -> Result<Vec<bool>> {
    let mut own: HashMap<u32, bool> = HashMap::new();
    let mut styles: Vec<bool> = Vec::new();
    let mut inside = false;
    while let Some(node) = nodes.next()? {
        let Node::Start(element) = node else { continue };
        let number = |name: &str| element.any(name).and_then(|value| value.parse::<u32>().ok());
        match element.name.as_str() {
            "numFmt" => {
                let time = element.any("formatCode").is_some_and(is_time_format);
                own.extend(number("numFmtId").map(|id| (id, time)));
            }
            "cellXfs" => inside = true,
            "cellStyles" | "dxfs" | "cellStyleXfs" => inside = false,
            "xf" if inside => {
                let id = number("numFmtId").unwrap_or(0);
                let known = own.get(&id).copied();
                styles.push(known.unwrap_or(matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)));
            }
            _ => {}
        }
        nodes.check(0, styles.len().max(own.len()))?;
    }
    Ok(styles)
}

/// `[h]:mm:ss`, `mm:ss.0`: letters of dates and times outside of quotes.
fn is_time_format(code: &str) -> bool {
    let (mut quoted, mut escaped, mut bracket) = (false, false, String::new());
    let mut in_bracket = false;
    for c in code.split(';').next().unwrap_or("").to_lowercase().chars() {
        match c {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => escaped = true,
            '[' => {
                in_bracket = true;
                bracket.clear();
            }
            ']' => {
                in_bracket = false;
                if !bracket.is_empty() && bracket.chars().all(|c| matches!(c, 'h' | 'm' | 's')) {
                    return true;
                }
            }
            c if in_bracket => bracket.push(c),
            'h' | 'm' | 's' | 'd' | 'y' => return true,
            _ => {}
        }
    }
    false
}

fn xlsx_rows(nodes: &mut Xml<'_>, strings: &[String], times: &[bool]) -> Result<Vec<Row>> {
    let mut sink = Sink::default();
    let (mut column, mut value, mut inline, mut ruby) = (0, false, false, 0);
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
                    sink.end_row();
                    column = 0;
                } else if element.name == "c" {
                    open = 1;
                    column = element.any("r").and_then(column_of).unwrap_or(column);
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
                    let time = times.get(style).copied().unwrap_or(false);
                    sink.push(column, cell(&kind, &text, strings, time), 1);
                    column += 1;
                    nodes.check(sink.kept, sink.weight())?;
                }
                open = open.saturating_sub(1);
            }
        }
        nodes.check(text.len() as u64, 0)?;
    }
    Ok(sink.rows())
}

fn cell(kind: &str, text: &str, strings: &[String], time: bool) -> Cell {
    match kind {
        "s" => {
            let string = text.trim().parse::<usize>().ok().and_then(|at| strings.get(at));
            string.map_or(Cell::Empty, |string| Cell::Text(string.clone()))
        }
        // An error is no text, and a truth value no speech.
        "e" | "b" => Cell::Empty,
        "inlineStr" | "str" | "d" => Cell::Text(unescaped(text)),
        _ => match text.trim().parse::<f64>().ok().filter(|number| number.is_finite()) {
            Some(days) if time => Cell::Time(days),
            Some(number) => Cell::Number(number),
            None => Cell::Text(text.to_owned()),
        },
    }
}

/// The column of `AB12`, from 0.
fn column_of(reference: &str) -> Option<usize> {
    let letters: String = reference.chars().take_while(char::is_ascii_alphabetic).take(4).collect();
    super::columns::column_by_letters(&letters).filter(|column| *column < COLUMNS)
}

/// Collects rows, and what they cost.
#[derive(Default)]
struct Sink {
    done: Vec<Row>,
    row: Row,
    cells: usize,
    kept: u64,
}

impl Sink {
    fn push(&mut self, column: usize, cell: Cell, times: usize) {
        if cell.is_empty() {
            return;
        }
        for column in (column..column.saturating_add(times)).take_while(|column| *column < COLUMNS).take(64) {
            self.cells += 1;
            self.kept += cell.bytes();
            self.row.push((column, cell.clone()));
        }
    }
    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        if !row.is_empty() {
            self.done.push(row);
        }
    }
    /// In lines, as the limits count.
    fn weight(&self) -> usize {
        (self.cells / CELLS_PER_LINE).max(self.done.len())
    }
    fn rows(mut self) -> Vec<Row> {
        self.end_row();
        self.done
    }
}

fn ods(package: &mut Package<'_>) -> Result<Vec<Sheet>> {
    let Some(xml) = package.part("content.xml")? else { return Ok(Vec::new()) };
    let mut nodes = package.xml(&xml, "content.xml");
    let mut sheets: Vec<(String, Sink)> = Vec::new();
    let (mut column, mut columns, mut rows) = (0_usize, 1_usize, 1_usize);
    let mut text = String::new();
    let mut time: Option<f64> = None;
    // Elements that are open inside of the cell, and inside of what is not the cell's text (a comment).
    let (mut open, mut skipped, mut paragraphs) = (0_usize, 0_usize, 0_usize);
    // Elements above the cell, to know when a row ends.
    let mut above: Vec<bool> = Vec::new();
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(element) if open > 0 => {
                open += 1;
                skipped +=
                    usize::from(skipped > 0 || matches!(element.name.as_str(), "annotation" | "frame"));
                if skipped == 0 {
                    piece(&element, &mut text, &mut paragraphs);
                }
            }
            Node::Start(element) => match element.name.as_str() {
                "table-cell" | "covered-table-cell" => {
                    (open, skipped, paragraphs) = (1, 0, 0);
                    columns = repeated(&element, "number-columns-repeated");
                    time = element.any("time-value").and_then(duration);
                    text.clear();
                }
                name => {
                    if name == "table" {
                        let title = element.any("name").unwrap_or_default().to_owned();
                        sheets.push((title, Sink::default()));
                        nodes.check(0, sheets.len() * 100)?;
                    } else if name == "table-row" {
                        (column, rows) = (0, repeated(&element, "number-rows-repeated"));
                    }
                    above.push(name == "table-row");
                }
            },
            Node::Text(more) if open > 1 && skipped == 0 => text.push_str(&more),
            Node::Text(_) => {}
            Node::End if open > 0 => {
                (open, skipped) = (open - 1, skipped.saturating_sub(1));
                if open == 0 {
                    let cell = match time.take() {
                        Some(days) => Cell::Time(days),
                        None => Cell::Text(std::mem::take(&mut text)),
                    };
                    if let Some((_, sink)) = sheets.last_mut() {
                        sink.push(column, cell, columns);
                        nodes.check(sink.kept, sink.weight())?;
                    }
                    column = column.saturating_add(columns);
                }
            }
            Node::End => {
                if above.pop() == Some(true)
                    && let Some((_, sink)) = sheets.last_mut()
                {
                    // The same words in rows that follow each other are stored once.
                    let row = sink.row.clone();
                    sink.end_row();
                    for _ in 1..if row.is_empty() { 1 } else { rows } {
                        row.iter().for_each(|(column, cell)| sink.push(*column, cell.clone(), 1));
                        sink.end_row();
                        nodes.check(sink.kept, sink.weight())?;
                    }
                }
            }
        }
        nodes.check(text.len() as u64, 0)?;
    }
    let sheet = |(title, sink): (String, Sink)| Sheet { title, hidden: false, rows: sink.rows() };
    Ok(sheets.into_iter().map(sheet).collect())
}

/// What an element in a cell stands for.
fn piece(element: &Element, text: &mut String, paragraphs: &mut usize) {
    match element.name.as_str() {
        "p" => {
            if *paragraphs > 0 {
                text.push('\n');
            }
            *paragraphs += 1;
        }
        "s" => {
            let spaces = element.any("c").and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
            text.extend(std::iter::repeat_n(' ', spaces.min(1000)));
        }
        "tab" => text.push('\t'),
        "line-break" => text.push('\n'),
        _ => {}
    }
}

fn repeated(element: &Element, attribute: &str) -> usize {
    element.any(attribute).and_then(|count| count.parse().ok()).unwrap_or(1).clamp(1, 1 << 20)
}

/// `PT00H12M03.5S` in days.
fn duration(text: &str) -> Option<f64> {
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0.0;
    for (unit, factor) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((number, after)) = rest.split_once(unit) {
            seconds += number.parse::<f64>().ok()? * factor;
            rest = after;
        }
    }
    (rest.is_empty() && f64::is_finite(seconds)).then_some(seconds / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_times() {
        for (code, time) in [
            ("[h]:mm:ss", true),
            ("mm:ss.0", true),
            ("[$-407]hh:mm", true),
            ("General", false),
            ("0.00", false),
            ("#,##0\\ \"Std\"", false),
            ("0_h;[Red]hh", false),
        ] {
            assert_eq!(is_time_format(code), time, "{code}");
        }
        assert_eq!(duration("PT01H02M03.5S"), Some(3723.5 / 86_400.0));
        assert_eq!(duration("PT12"), None);
        assert_eq!(unescaped("a_x000A_b_x00_xé_x"), "a\nb_x00_xé_x");
    }
}
