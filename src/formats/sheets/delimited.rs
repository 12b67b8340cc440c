//! Tables in text files: comma, semicolon, tab or bar between the cells, quotes around some.

use csv::StringRecord;

use super::{Cell, Row};

/// By what it is found what stands between the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// By the headings in the first line, in whose names no separator stands: tables of values, lists, codebooks.
    Headings,
    /// By what divides most lines alike: transcripts, which may have no headings and are full of commas. Their quotes
    /// are not believed either. Excel puts them around cells with a newline or a quote in them, Whisper writes its
    /// tab-separated file without looking: they count where the quotes that open a cell close it, too.
    Lines,
}

/// Of equals the first: prose has commas, so the others go before it.
const BY_LINES: [u8; 4] = [b'\t', b';', b',', b'|'];
const BY_HEADINGS: [u8; 3] = [b',', b';', b'\t'];
/// Lines to learn the separator from.
const SAMPLE: usize = 40;

/// The rows of a transcript, without empty ones.
pub fn rows(text: &str) -> Vec<Row> {
    let row = |(number, record): (u64, StringRecord)| {
        let cells = record.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        Row { number, cells: cells.map(|(at, cell)| (at, Cell::Text(cell.to_owned()))).collect() }
    };
    records(text, Separator::Lines).map(row).filter(|row| !row.cells.is_empty()).collect()
}

/// The records of a table with the lines that they begin in.
pub fn records(text: &str, separator: Separator) -> impl Iterator<Item = (u64, StringRecord)> {
    let (body, said) = without_sep_line(text);
    let above = u64::from(said.is_some());
    let delimiter = said.unwrap_or_else(|| match separator {
        Separator::Headings => by_headings(body),
        Separator::Lines => by_lines(body),
    });
    let quoted = separator == Separator::Headings || is_quoted(body, delimiter);
    let mut reader = reader(body, delimiter, quoted);
    std::iter::from_fn(move || {
        let mut record = StringRecord::new();
        // A text in memory can be read to its end.
        reader.read_record(&mut record).ok().filter(|more| *more)?;
        let line = record.position().map_or(1, |at| first_line(body, at));
        Some((above + line, record))
    })
}

/// The reader gives the place before the blank lines that it skipped.
fn first_line(text: &str, at: &csv::Position) -> u64 {
    let rest = usize::try_from(at.byte()).ok().and_then(|at| text.as_bytes().get(at..)).unwrap_or_default();
    at.line() + rest.iter().take_while(|b| **b == b'\n').count() as u64
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

/// What separates most fields of the first line, quoted ones aside.
fn by_headings(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = BY_HEADINGS.map(|separator| (separator, 0));
    for byte in text.bytes().skip_while(|b| *b == b'\n') {
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

/// What gives the most lines the same number of cells, more than one.
fn by_lines(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut counts: Vec<usize> = Vec::new();
        let mut record = StringRecord::new();
        let mut reader = reader(text, delimiter, is_quoted(text, delimiter));
        while counts.len() < SAMPLE && matches!(reader.read_record(&mut record), Ok(true)) {
            counts.push(record.len());
        }
        let same = |count: &usize| counts.iter().filter(|other| *other == count).count();
        let best = counts.iter().filter(|count| **count > 1).max_by_key(|count| same(count));
        best.map_or(0, same) * 1000 / counts.len().max(1)
    };
    BY_LINES.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',')
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
