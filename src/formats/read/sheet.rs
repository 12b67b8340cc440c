//! Tables of turns: csv and tsv, xlsx and ods. A row is a turn.
//!
//! [`super::columns`] finds what the columns are. The paragraph is the cell with the words, letter by letter; a newline
//! in it is a soft break, as Word's is. Who speaks and when are fields: the colon that people type after a name goes. A
//! row without a name goes on with the speaker before it, as a paragraph without a label does. What stands in the
//! column of names with no words beside it („[Pause]") is a paragraph of nobody. Rows above the headings are headers.
//!
//! A table with an end for each start is a list of cues (Whisper's tsv, a subtitle editor's csv) and put together as
//! cues are ([`super::turns`]).
//!
//! Times are clock times (`00:12`, `[0:01:02.5]`), a spreadsheet's own, or numbers. Numbers are seconds, or
//! milliseconds where the heading says so or where seconds would leave a word 20 seconds and more. By the same measure
//! a spreadsheet's `12:40` that it took for hours and minutes are minutes and seconds.

use jiff::civil::DateTime;

use super::columns::{self, Found, list, named};
use super::ooxml::Package;
use super::turns::{self, Naming, Piece};
use super::{ReadOptions, Reading};
use crate::error::{Choice, Error, Result};
use crate::formats::sheets::{self, Cell, DAY, Most, Row, Sheet, delimited};
use crate::model::draft::Advice;
use crate::text::ParagraphKind as Kind;
use crate::text::recognise::Block;
use crate::text::spans::count_words;
use crate::text::times;
use crate::tr;

/// Seconds that nobody takes for a word.
const SLOWEST: f64 = 20.0;
/// Cells for each line that a text may have.
const CELLS_PER_LINE: usize = 4;

/// What stands in a cell as a person reads it; a time with its seconds, since a transcript's are counted in them.
pub fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(_, Some(words)) | Cell::Date(_, Some(words)) => words.clone(),
        Cell::Number(number, None) => sheets::number(*number),
        Cell::Date(date, None) => sheets::date(*date),
        Cell::Time(days) => {
            let seconds = (days * DAY).round().clamp(0.0, 1e12) as u64;
            format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
        }
        // A truth value is no speech.
        Cell::Boolean(_) => String::new(),
    }
}

/// Whether the text is a table of turns.
pub fn claims(extension: &str, text: &str) -> bool {
    matches!(extension, "csv" | "tsv" | "tab") || is_table(text)
}

/// Whether the first line names the columns of a table of turns and the others have as many.
fn is_table(text: &str) -> bool {
    let head: Vec<&str> = text.lines().take(4).collect();
    let rows = delimited::rows(&head.join("\n"));
    // „I: Name, Text, Zeit" is somebody's speech.
    let said = |row: &Row| row.cells.iter().any(|(_, cell)| shown(cell).contains(": "));
    rows.first().is_some_and(|first| !said(first) && columns::is_header(first))
        && rows.iter().skip(1).any(|row| row.cells.len() > 1)
}

pub fn read_csv(name: &str, text: &str, options: &ReadOptions) -> Result<Reading> {
    turns_of(name, &delimited::rows(text), options)
}

pub fn read_workbook(name: &str, package: Package<'_>, options: &ReadOptions) -> Result<Reading> {
    let limits = options.limits;
    let most = Most {
        sheets: usize::MAX,
        rows: limits.lines,
        cells: limits.lines.saturating_mul(CELLS_PER_LINE),
        text: limits.text,
        too_much: &|| super::too_long(name, &limits),
    };
    let mut sheets = sheets::sheets(name, package, &most)?;
    for sheet in &mut sheets {
        sheet.rows.iter_mut().for_each(|row| row.cells.retain(|(_, cell)| !matches!(cell, Cell::Boolean(_))));
        sheet.rows.retain(|row| !row.cells.is_empty());
    }
    sheets.retain(|sheet| !sheet.rows.is_empty());
    let sheet = choose(name, &sheets, options)?;
    let mut reading = turns_of(name, &sheet.rows, options)?;
    if sheets.len() > 1 {
        let others = sheets.iter().filter(|other| other.title != sheet.title);
        let text = tr!("read-sheets-left-out", sheets = titles(others));
        reading.advice.push(Advice { text, choice: Choice::Sheet });
    }
    Ok(reading)
}

/// The sheet that was asked for, the only one, or the only one whose headings are those of a transcript.
fn choose<'a>(name: &str, sheets: &'a [Sheet], options: &ReadOptions) -> Result<&'a Sheet> {
    if let Some(wanted) = &options.sheet {
        let called = |sheet: &&Sheet| sheet.title.trim().to_lowercase() == wanted.trim().to_lowercase();
        let by_number = || wanted.trim().parse::<usize>().ok().and_then(|n| sheets.get(n.checked_sub(1)?));
        return sheets.iter().find(called).or_else(by_number).ok_or_else(|| {
            let wanted: String = wanted.chars().take(60).collect();
            Error::invalid(tr!("read-no-such-sheet", name = name, sheet = wanted))
                .hint(tr!("read-which-sheet-hint", sheets = titles(sheets.iter())))
                .choice(Choice::Sheet)
        });
    }
    let seen: Vec<&Sheet> = sheets.iter().filter(|sheet| !sheet.hidden).collect();
    match seen.as_slice() {
        [] => Err(super::empty(name)),
        [only] => Ok(only),
        several => {
            let headed = |sheet: &&&Sheet| sheet.rows.iter().take(8).any(columns::is_header);
            let headed: Vec<&&Sheet> = several.iter().filter(headed).collect();
            match headed.as_slice() {
                [only] => Ok(only),
                _ => Err(Error::unreadable(tr!("read-which-sheet", name = name))
                    .hint(tr!("read-which-sheet-hint", sheets = titles(sheets.iter())))
                    .choice(Choice::Sheet)),
            }
        }
    }
}

fn titles<'a>(sheets: impl Iterator<Item = &'a Sheet>) -> String {
    let title = |sheet: &Sheet| {
        let title: String = turns::clean(&sheet.title, ' ').chars().take(40).collect();
        format!("{title} ({})", sheet.rows.len())
    };
    sheets.take(20).map(title).collect::<Vec<_>>().join(", ")
}

/// One turn on the way to a paragraph.
struct Turn {
    text: String,
    speaker: Option<String>,
    /// Of nobody: the cell with the name holds the words.
    nobody: bool,
    start: Option<When>,
    end: Option<When>,
}

/// A time as it stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum When {
    Clock(u32),
    Number(f64),
    Days(f64),
}

fn turns_of(name: &str, rows: &[Row], options: &ReadOptions) -> Result<Reading> {
    if rows.is_empty() {
        return Err(super::empty(name));
    }
    let Some(found) = columns::find(rows, options.columns.as_ref())? else {
        return Err(undecided(name, rows));
    };
    let body = found.header.map_or(0, |header| header + 1);
    let mut notes: Vec<String> = Vec::new();
    let turns: Vec<Turn> = rows.iter().skip(body).filter_map(|row| turn(row, &found, &mut notes)).collect();
    let scale = Scale::of(&turns, found.milliseconds);
    let mut blocks: Vec<Block> = rows.iter().take(found.header.unwrap_or(0)).map(title).collect();
    let cues = found.end.is_some() && turns.iter().any(|turn| turn.end.is_some());
    match cues {
        true => {
            let piece = |turn: Turn| Piece {
                start: scale.milliseconds(turn.start),
                end: scale.milliseconds(turn.end),
                text: turn.text,
                speaker: turn.speaker,
                ..Piece::default()
            };
            let pieces = turns.into_iter().map(piece).collect();
            blocks.extend(turns::blocks(pieces, Naming::Fields, options));
        }
        false => blocks.extend(turns.into_iter().map(|turn| Block {
            breaks: turn.nobody,
            time: scale.milliseconds(turn.start),
            end_time: scale.milliseconds(turn.end),
            speaker: turn.speaker,
            ..Block::new(turn.text)
        })),
    }
    if !blocks.iter().any(|block| block.kind == Kind::Speech) {
        return Err(undecided(name, rows));
    }
    let advice = said_of_columns(rows, &found);
    Ok(Reading { blocks, warnings: noted(&notes), advice, encoding: None })
}

fn undecided(name: &str, rows: &[Row]) -> Error {
    Error::unreadable(tr!("read-which-columns", name = name))
        .hint(tr!("read-which-columns-hint", columns = list(rows)))
        .choice(Choice::Columns)
}

/// What stands above the headings.
fn title(row: &Row) -> Block {
    let cells: Vec<String> =
        row.cells.iter().map(|(_, cell)| turns::clean(shown(cell).trim(), '\u{2028}')).collect();
    Block::of_kind(cells.join("\t"), Kind::Header)
}

fn turn(row: &Row, found: &Found, notes: &mut Vec<String>) -> Option<Turn> {
    let cell = |column: Option<usize>| row.cell(column?);
    let words = |column: Option<usize>| {
        cell(column).map(|cell| turns::clean(shown(cell).trim(), '\u{2028}')).unwrap_or_default()
    };
    let mut text = words(Some(found.text));
    let mut speaker = turns::speaker_name(&words(found.speaker));
    let mut nobody = false;
    if text.is_empty() {
        let said = words(found.speaker);
        // A name with nothing said under it is no paragraph.
        if !said.is_empty() && !said.ends_with(':') && said.chars().any(|c| c == '[' || c == '(' || c == ' ')
        {
            (text, speaker, nobody) = (said, None, true);
        }
    }
    let mut time = |column: Option<usize>| {
        let (time, note) = when(cell(column)?);
        notes.extend(note);
        time
    };
    let (start, mut end) = (time(found.start), time(found.end));
    if found.end.is_none()
        && let Some(Cell::Text(span)) = cell(found.start)
    {
        end = times::arrow(span).map(|(_, end)| When::Clock(end));
    }
    (!text.is_empty()).then_some(Turn { text, speaker, nobody, start, end })
}

/// The time in a cell, and what else stands there.
fn when(cell: &Cell) -> (Option<When>, Option<String>) {
    let text = match cell {
        Cell::Boolean(_) => return (None, None),
        Cell::Number(number, _) => return (Some(When::Number(*number)), None),
        Cell::Time(days) => return (Some(When::Days(*days)), None),
        Cell::Date(date, _) => match time_of_day(*date) {
            0 => return (None, Some(shown(cell))),
            ms => return (Some(When::Clock(ms)), None),
        },
        Cell::Text(text) => text.trim(),
    };
    if let Ok(number) = text.replacen(',', ".", 1).parse::<f64>() {
        return (Some(When::Number(number)), None);
    }
    match clock(text) {
        Some((ms, rest)) => {
            let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | ',' | ';'));
            let note = (!rest.is_empty() && times::arrow(text).is_none()).then(|| text.to_owned());
            (Some(When::Clock(ms)), note)
        }
        None => (None, (!text.is_empty()).then(|| text.to_owned())),
    }
}

/// Milliseconds since midnight.
pub fn time_of_day(date: DateTime) -> u32 {
    let (hours, minutes, seconds) = (date.hour(), date.minute(), date.second());
    let seconds = (i32::from(hours) * 60 + i32::from(minutes)) * 60 + i32::from(seconds);
    u32::try_from(seconds * 1000 + i32::from(date.millisecond())).unwrap_or(0)
}

/// A clock time at the start of a cell, and what follows it.
pub fn clock(text: &str) -> Option<(u32, &str)> {
    let text = text.trim();
    if let Some((start, _)) = times::arrow(text) {
        return Some((start, ""));
    }
    if text.contains(':')
        && let Some(ms) = times::cue_time(text)
    {
        return Some((ms, ""));
    }
    let stamp = times::stamp_at(text, 0)?;
    Some((stamp.ms, text.get(stamp.bytes.end..).unwrap_or("")))
}

/// What numbers and a spreadsheet's times mean.
struct Scale {
    number: f64,
    day: f64,
}

impl Scale {
    fn of(turns: &[Turn], milliseconds: bool) -> Scale {
        let words: f64 = turns.iter().map(|turn| f64::from(count_words(&turn.text))).sum();
        let starts = || turns.iter().filter_map(|turn| turn.start);
        let slow = |last: f64| words > 0.0 && last > words * SLOWEST;
        let numbers =
            starts().filter_map(|time| if let When::Number(number) = time { Some(number) } else { None });
        let (mut last, mut whole) = (0.0_f64, true);
        for number in numbers {
            (last, whole) = (last.max(number), whole && number.fract() == 0.0);
        }
        let number = if milliseconds || whole && slow(last) { 1.0 } else { 1000.0 };
        let days = starts().filter_map(|time| if let When::Days(days) = time { Some(days) } else { None });
        let (mut last, mut minutes) = (0.0_f64, true);
        for days in days {
            let seconds = (days * DAY).round();
            (last, minutes) = (last.max(seconds), minutes && seconds % 60.0 == 0.0);
        }
        let day = if minutes && slow(last) { DAY * 1000.0 / 60.0 } else { DAY * 1000.0 };
        Scale { number, day }
    }

    fn milliseconds(&self, time: Option<When>) -> Option<u32> {
        let ms = match time? {
            When::Clock(ms) => return Some(ms),
            When::Number(number) => number * self.number,
            // With a date before it, it is a time of that day.
            When::Days(days) if days > 366.0 => days.fract() * DAY * 1000.0,
            When::Days(days) => days * self.day,
        };
        (0.0..=f64::from(u32::MAX)).contains(&ms.round()).then_some(ms.round() as u32)
    }
}

/// Which columns are read as what, and which are not.
fn said_of_columns(rows: &[Row], found: &Found) -> Vec<Advice> {
    let column = |column: Option<usize>| column.map_or_else(|| "–".to_owned(), |column| named(rows, column));
    let mut said = vec![tr!(
        "read-columns-used",
        text = named(rows, found.text),
        speaker = column(found.speaker),
        start = column(found.start),
        end = column(found.end)
    )];
    let used = [Some(found.text), found.speaker, found.start, found.end];
    let mut others: Vec<usize> = rows
        .iter()
        .skip(found.header.map_or(0, |header| header + 1))
        .flat_map(|row| &row.cells)
        .map(|(column, _)| *column)
        .filter(|column| !used.contains(&Some(*column)))
        .collect();
    others.sort_unstable();
    others.dedup();
    if !others.is_empty() {
        let mut shown: Vec<String> = others.iter().take(12).map(|column| named(rows, *column)).collect();
        if others.len() > 12 {
            shown.push("…".to_owned());
        }
        said.push(tr!("read-columns-left-out", columns = shown.join(", ")));
    }
    // The way to other columns is said once.
    let text = said.join(" ");
    vec![Advice { text, choice: Choice::Columns }]
}

/// What stands beside the times in their cells.
fn noted(notes: &[String]) -> Vec<String> {
    let mut warnings = Vec::new();
    if !notes.is_empty() {
        let shown = |note: &String| {
            let note: String = turns::clean(note, ' ').chars().take(60).collect();
            tr!("read-quoted", words = note)
        };
        let examples: Vec<String> = notes.iter().take(3).map(shown).collect();
        warnings.push(tr!("read-time-notes", count = notes.len(), examples = examples.join(", ")));
    }
    warnings
}
