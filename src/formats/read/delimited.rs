//! Tables in text files: comma, semicolon, tab or bar between the cells, quotes around some.
//!
//! Programs do not agree on quotes: Excel puts them around cells with a newline or a quote in them, Whisper writes its
//! tab-separated file without looking. A file counts as quoted where the quotes that open a cell close it, too.

use super::sheet::{Cell, Row};

const DELIMITERS: [u8; 4] = [b'\t', b';', b',', b'|'];
/// Lines to learn the delimiter from.
const SAMPLE: usize = 40;

/// The rows of a text, without empty ones.
pub fn rows(text: &str) -> Vec<Row> {
    let (text, said) = without_sep_line(text);
    let (delimiter, quoted) =
        said.map_or_else(|| delimiter(text), |delimiter| (delimiter, is_quoted(text, delimiter)));
    let mut reader = reader(text, delimiter, quoted);
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    while let Ok(true) = reader.read_record(&mut record) {
        let cells = record.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        let row: Row = cells.map(|(at, cell)| (at, Cell::Text(cell.to_owned()))).collect();
        if !row.is_empty() {
            rows.push(row);
        }
    }
    rows
}

/// Excel's first line `sep=;` says what the delimiter is.
fn without_sep_line(text: &str) -> (&str, Option<u8>) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim().strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) if delimiter.is_ascii() => (rest, Some(*delimiter)),
        Some([]) => (rest, Some(b'\t')),
        _ => (text, None),
    }
}

fn reader(text: &str, delimiter: u8, quoted: bool) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quoting(quoted)
        .from_reader(text.as_bytes())
}

/// The delimiter that gives the most lines the same number of cells, more than one, and whether there are quotes.
fn delimiter(text: &str) -> (u8, bool) {
    let score = |delimiter: u8| {
        let quoted = is_quoted(text, delimiter);
        let mut counts: Vec<usize> = Vec::new();
        let mut record = csv::StringRecord::new();
        let mut reader = reader(text, delimiter, quoted);
        while counts.len() < SAMPLE && matches!(reader.read_record(&mut record), Ok(true)) {
            counts.push(record.len());
        }
        let same = |count: &usize| counts.iter().filter(|other| *other == count).count();
        let best = counts.iter().filter(|count| **count > 1).max_by_key(|count| same(count));
        (best.map_or(0, same) * 1000 / counts.len().max(1), delimiter, quoted)
    };
    // Of equals the first: prose has commas, so the others go before it.
    let scores = DELIMITERS.map(score);
    let best = scores.iter().rev().max_by_key(|(score, ..)| *score);
    best.map_or((b',', true), |(_, delimiter, quoted)| (*delimiter, *quoted))
}

/// Whether most quotes that open a cell are closed before a delimiter.
fn is_quoted(text: &str, delimiter: u8) -> bool {
    let bytes = text.as_bytes();
    let (mut sound, mut broken) = (0_usize, 0_usize);
    let mut at = 0;
    while at < bytes.len() {
        if bytes.get(at) != Some(&b'"') {
            let end = bytes.iter().skip(at).position(|&b| b == delimiter || b == b'\n');
            at += end.map_or(bytes.len(), |end| end + 1);
            continue;
        }
        at += 1;
        loop {
            let Some(close) = bytes.iter().skip(at).position(|&b| b == b'"') else {
                (broken, at) = (broken + 1, bytes.len());
                break;
            };
            at += close + 1;
            match bytes.get(at) {
                Some(b'"') => at += 1,
                Some(&next) if next != delimiter && next != b'\n' => {
                    broken += 1;
                    let end = bytes.iter().skip(at).position(|&b| b == delimiter || b == b'\n');
                    at += end.map_or(bytes.len(), |end| end + 1);
                    break;
                }
                _ => {
                    (sound, at) = (sound + 1, at + 1);
                    break;
                }
            }
        }
    }
    broken == 0 || sound > broken * 10
}

/// Whether the first line names the columns of a table of turns and the others have as many.
pub fn is_table(text: &str, is_header: impl Fn(&Row) -> bool) -> bool {
    let head: Vec<&str> = text.lines().take(4).collect();
    let head = head.join("\n");
    if !DELIMITERS.iter().any(|delimiter| head.as_bytes().contains(delimiter)) {
        return false;
    }
    let rows = rows(&head);
    // „I: Name, Text, Zeit" is somebody's speech.
    let said = |row: &Row| row.iter().any(|(_, cell)| cell.shown().contains(": "));
    rows.len() > 1
        && !rows.first().is_some_and(said)
        && rows.first().is_some_and(is_header)
        && rows.iter().skip(1).any(|row| row.len() > 1)
}
