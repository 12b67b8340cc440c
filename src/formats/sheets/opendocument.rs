//! The sheets of OpenDocument spreadsheets.

use jiff::civil::DateTime;

use super::{Cell, Cells, DAY, Most, Sheet};
use crate::error::Result;
use crate::formats::read::ooxml::{Element, Node, Package};

/// The cell that is being read.
#[derive(Default)]
struct Open {
    columns: usize,
    /// What its attributes say; otherwise it is its words.
    value: Option<Cell>,
    words: String,
    paragraphs: usize,
}

pub fn sheets(package: &mut Package<'_>, most: &Most<'_>) -> Result<Vec<Sheet>> {
    let Some(xml) = package.part("content.xml")? else { return Ok(Vec::new()) };
    let mut nodes = package.xml(&xml, "content.xml");
    let (mut cells, mut sheets) = (Cells::new(most), Vec::<Sheet>::new());
    // The row, how many it stands for, and what has to be put there again.
    let (mut row, mut rows, mut line) = (1_u64, 1_usize, Vec::<(usize, Cell)>::new());
    let (mut column, mut cell) = (0_usize, Open::default());
    // Elements that are open inside of the cell, and inside of what is not the cell's text (a comment).
    let (mut open, mut skipped) = (0_usize, 0_usize);
    // Elements above the cell.
    let mut above: Vec<String> = Vec::new();
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(element) if open > 0 => {
                open += 1;
                skipped +=
                    usize::from(skipped > 0 || matches!(element.name.as_str(), "annotation" | "frame"));
                if skipped == 0 {
                    cell.piece(&element);
                }
            }
            Node::Start(element) => match element.name.as_str() {
                "table-cell" | "covered-table-cell" => {
                    (open, skipped) = (1, 0);
                    let columns = repeated(&element, "number-columns-repeated");
                    cell = Open { columns, value: value(&element), ..Open::default() };
                }
                name => {
                    if name == "table" && !above.iter().any(|open| open == "table") {
                        let title = element.any("name").unwrap_or_default().to_owned();
                        sheets.push(Sheet { title, hidden: false, rows: Vec::new() });
                        row = 1;
                        most.check(sheets.len() * 100, 0, 0)?;
                    } else if name == "table-row" {
                        (column, rows) = (0, repeated(&element, "number-rows-repeated"));
                        line.clear();
                    }
                    above.push(element.name);
                }
            },
            Node::Text(more) if open > 1 && skipped == 0 => cell.words.push_str(&more),
            Node::Text(_) => {}
            Node::End if open > 0 => {
                (open, skipped) = (open - 1, skipped.saturating_sub(1));
                if open == 0 {
                    let (columns, found) = std::mem::take(&mut cell).found();
                    let end = column.saturating_add(columns);
                    if !found.is_blank() {
                        for at in column..end.min(super::COLUMNS) {
                            cells.put(row, at, found.clone())?;
                            if rows > 1 {
                                line.push((at, found.clone()));
                            }
                        }
                    }
                    column = end;
                }
            }
            Node::End => match above.pop().as_deref() {
                Some("table-row") => {
                    let first = row.saturating_add(1);
                    row = row.saturating_add(rows as u64);
                    for row in (first..row).take_while(|_| !line.is_empty()) {
                        for (column, cell) in &line {
                            cells.put(row, *column, cell.clone())?;
                        }
                    }
                }
                Some("table") if !above.iter().any(|open| open == "table") => {
                    if let Some(sheet) = sheets.last_mut() {
                        sheet.rows = cells.end();
                    }
                    if sheets.len() == most.sheets {
                        break;
                    }
                }
                _ => {}
            },
        }
    }
    Ok(sheets)
}

impl Open {
    /// What an element in a cell stands for.
    fn piece(&mut self, element: &Element) {
        match element.name.as_str() {
            "p" => {
                if self.paragraphs > 0 {
                    self.words.push('\n');
                }
                self.paragraphs += 1;
            }
            "s" => {
                let spaces = element.any("c").and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
                self.words.extend(std::iter::repeat_n(' ', spaces.min(1000)));
            }
            "tab" => self.words.push('\t'),
            "line-break" => self.words.push('\n'),
            _ => {}
        }
    }

    /// How many columns it stands for, and what it holds.
    fn found(self) -> (usize, Cell) {
        let words = Some(self.words.trim().to_owned()).filter(|words| !words.is_empty());
        let cell = match self.value {
            Some(Cell::Number(value, _)) => Cell::Number(value, words),
            Some(Cell::Date(value, _)) => Cell::Date(value, words),
            Some(value) => value,
            None => Cell::Text(self.words),
        };
        (self.columns, cell)
    }
}

fn repeated(element: &Element, attribute: &str) -> usize {
    element.any(attribute).and_then(|count| count.parse().ok()).filter(|count| *count > 0).unwrap_or(1)
}

/// What the attributes of a cell say of it.
fn value(element: &Element) -> Option<Cell> {
    match element.any("value-type")? {
        "float" | "percentage" | "currency" => {
            let value = element.any("value")?.parse::<f64>().ok().filter(|value| value.is_finite());
            value.map(|value| Cell::Number(value, None))
        }
        "date" => element.any("date-value")?.parse::<DateTime>().ok().map(|date| Cell::Date(date, None)),
        "time" => duration(element.any("time-value")?).map(Cell::Time),
        "boolean" => Some(Cell::Boolean(element.any("boolean-value") == Some("true"))),
        // Of a formula that failed it is empty, and the words are the error's.
        "string" => element.any("string-value").map(|text| Cell::Text(text.to_owned())),
        _ => None,
    }
}

/// `PT00H12M03.5S` in days.
fn duration(text: &str) -> Option<f64> {
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0.0;
    for (unit, factor) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((number, after)) = rest.split_once(unit) {
            if !number.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
                return None;
            }
            seconds += number.parse::<f64>().ok()? * factor;
            rest = after;
        }
    }
    (rest.is_empty() && f64::is_finite(seconds)).then_some(seconds / DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for (text, seconds) in [
            ("PT01H05M00S", Some(3900.0)),
            ("PT65M", Some(3900.0)),
            ("PT90S", Some(90.0)),
            ("PT01H02M03.5S", Some(3723.5)),
            ("P1D", None),
            ("PT1X", None),
            ("PT12", None),
            ("PT-1H", None),
            ("PTinfS", None),
        ] {
            assert_eq!(duration(text), seconds.map(|seconds| seconds / DAY), "{text}");
        }
    }
}
