//! The first sheet of an OpenDocument spreadsheet.

use super::{Cells, Path};
use crate::error::Result;
use crate::formats::read::ooxml::{Element, Node, Package};
use crate::model::variables::clock_time;

/// A cell as it is read.
#[derive(Debug, Default)]
struct Open {
    repeated: usize,
    /// By its value; the words stand in paragraphs.
    value: Option<String>,
    paragraphs: Vec<String>,
}

pub fn read(package: &Package<'_>, content: &str, cells: &mut Cells<'_>) -> Result<()> {
    let mut nodes = package.xml(content, "content.xml");
    let mut path = Path::default();
    let mut row = 0u64;
    let mut rows = 1u64;
    let mut line: Vec<(usize, String)> = Vec::new();
    let (mut column, mut open) = (0usize, Open::default());
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(element) => {
                match element.name.as_str() {
                    "table-row" => {
                        rows = count(&element, "number-rows-repeated") as u64;
                        line.clear();
                        column = 0;
                    }
                    "table-cell" | "covered-table-cell" => {
                        let repeated = count(&element, "number-columns-repeated");
                        open = Open { repeated, value: value(&element), paragraphs: Vec::new() };
                    }
                    "p" if !path.inside("annotation") => open.paragraphs.push(String::new()),
                    "s" | "tab" | "line-break" => {
                        if let Some(words) = open.paragraphs.last_mut() {
                            words.push(' ');
                        }
                    }
                    _ => {}
                }
                path.0.push(element.name);
            }
            Node::Text(text) if path.inside("p") && !path.inside("annotation") => {
                if let Some(words) = open.paragraphs.last_mut() {
                    words.push_str(&text);
                }
            }
            Node::Text(_) => {}
            Node::End => {
                let ended = path.0.pop().unwrap_or_default();
                match ended.as_str() {
                    "table-cell" | "covered-table-cell" => {
                        let text = open.value.take().unwrap_or_else(|| open.paragraphs.join(" "));
                        if !text.trim().is_empty() {
                            for at in column..column.saturating_add(open.repeated) {
                                // What is put is counted, and refused before it is too much.
                                cells.put(row.saturating_add(1), at, &text)?;
                                line.push((at, text.clone()));
                            }
                        }
                        column = column.saturating_add(open.repeated);
                    }
                    "table-row" => {
                        if !line.is_empty() {
                            for at in 1..rows {
                                for (column, text) in &line {
                                    cells.put(row.saturating_add(1).saturating_add(at), *column, text)?;
                                }
                            }
                        }
                        row = row.saturating_add(rows);
                    }
                    // Only the first sheet.
                    "table" if !path.inside("table") => break,
                    _ => {}
                }
            }
        }
    }
    Ok(())
}

fn count(element: &Element, name: &str) -> usize {
    element.any(name).and_then(|text| text.parse().ok()).filter(|count| *count > 0).unwrap_or(1)
}

/// The value of a cell that is no text.
fn value(element: &Element) -> Option<String> {
    Some(match element.any("value-type")? {
        "float" | "percentage" | "currency" => {
            let text = element.any("value")?;
            text.parse::<f64>()
                .ok()
                .filter(|v| v.is_finite())
                .map_or_else(|| text.to_owned(), |v| v.to_string())
        }
        "date" => {
            let text = element.any("date-value")?;
            match text.split_once('T') {
                Some((date, time)) if time.starts_with("00:00") => date.to_owned(),
                _ => text.replace('T', " "),
            }
        }
        "time" => {
            let text = element.any("time-value")?;
            iso_duration(text).map_or_else(|| text.to_owned(), clock_time)
        }
        "boolean" => if element.any("boolean-value") == Some("true") { "yes" } else { "no" }.to_owned(),
        "string" => element.any("string-value")?.to_owned(),
        _ => return None,
    })
}

/// Seconds of `PT01H05M00S`.
pub fn iso_duration(text: &str) -> Option<u32> {
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
