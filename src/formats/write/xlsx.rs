//! Spreadsheets: a sheet a table, and one with the notes.
//!
//! Three traps of the library are closed here: it takes a plain text `<r>…</r>` for its own markup, does not escape a
//! literal `_x0041_` inside a rich text, and holds the markup of a rich text against the limit of its length.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use unicode_width::UnicodeWidthStr;

use super::words::{finite, in_words, lines, plain_breaks, width, word_width};
use super::{Meta, cells};
use crate::error::{Error, Kind, Result};
use crate::model::table::{Block, BlockKind, Cell, Column, ColumnKind, Table, Value};
use crate::tr;

/// What a spreadsheet cell holds, in UTF-16 units.
const CELL_LIMIT: usize = 32_767;
const MAX_ROWS: usize = 1_048_576;
const MAX_COLUMNS: usize = 16_384;
const A4: u8 = 9;

pub fn write(tables: &[Table], meta: &Meta) -> Result<Vec<u8>> {
    let too_large = |t: &&Table| t.rows.len() >= MAX_ROWS || t.columns.len() > MAX_COLUMNS;
    if let Some(table) = tables.iter().find(too_large) {
        return Err(Error::invalid(tr!(
            "table-xlsx-too-large",
            table = table.title.clone(),
            rows = table.rows.len() as i64,
            columns = table.columns.len() as i64
        ))
        .hint(tr!("table-too-large-hint")));
    }
    let created = meta.created()?;
    let head = meta.head()?;
    build(tables, meta, &head, created.as_second())
        .map_err(|error| Error::new(Kind::Io, tr!("table-xlsx-failed", reason = error.to_string())))
}

fn build(
    tables: &[Table],
    meta: &Meta,
    head: &[String],
    seconds: i64,
) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut properties = DocProperties::new()
        .set_title(short(meta.title(tables)))
        .set_subject(short(&meta.project))
        .set_author("absatz");
    // A date before 1900, which the library refuses, cannot be: the clock is wrong, and the file still good.
    if let Ok(created) = ExcelDateTime::from_timestamp(seconds) {
        properties = properties.set_creation_datetime(&created);
    }
    book.set_properties(&properties);
    let mut styles = Styles::new();
    let mut names = SheetNames::default();
    let notes_name = names.unique(&tr!("table-notes"));
    let mut described = Vec::new();
    for table in tables {
        let name = names.unique(&table.name);
        let cut = write_sheet(book.add_worksheet(), &name, table, &mut styles)?;
        described.push((name, table, cut));
    }
    write_notes(book.add_worksheet(), &notes_name, &described, meta.title(tables), head, &styles)?;
    book.save_to_buffer()
}

/// One table; gives the cells that had to be cut.
fn write_sheet(
    sheet: &mut Worksheet,
    name: &str,
    table: &Table,
    styles: &mut Styles,
) -> std::result::Result<Vec<String>, XlsxError> {
    sheet.set_name(name)?;
    sheet.set_paper_size(A4).set_landscape();
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    sheet.set_header(format!("&L{}", header_text(&table.title)));
    sheet.set_footer("&L&A&R&P / &N");
    let mut cut = Vec::new();
    if table.columns.is_empty() {
        return Ok(cut);
    }
    let widths: Vec<usize> =
        table.columns.iter().enumerate().map(|(at, column)| column_width(table, at, column)).collect();
    // A grid of many columns would print in letters too small to read: it takes several pages side by side.
    if widths.iter().sum::<usize>() <= 260 {
        sheet.set_print_fit_to_pages(1, 0);
    } else if table.frozen > 0 {
        sheet.set_repeat_columns(0, table.frozen.min(table.columns.len()) as u16 - 1)?;
    }
    for (at, column) in table.columns.iter().enumerate() {
        sheet.set_column_width(at as u16, (widths[at] + 1) as f64)?;
        sheet.write_string_with_format(
            0,
            at as u16,
            cut_to_limit(&plain_breaks(&column.title)).0,
            &styles.header,
        )?;
    }
    let headers = table
        .columns
        .iter()
        .zip(&widths)
        .map(|(column, width)| rows_of(&column.title, width.saturating_sub(3)));
    sheet.set_row_height(0, height(headers.max()))?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_freeze_panes(1, table.frozen.min(table.columns.len().saturating_sub(1)) as u16)?;
    sheet.autofilter(0, 0, table.rows.len() as u32, table.columns.len() as u16 - 1)?;
    for (index, row) in table.rows.iter().enumerate() {
        let at_row = index as u32 + 1;
        for (at, (cell, column)) in cells(table, row).zip(&table.columns).enumerate() {
            if write_cell(sheet, at_row, at as u16, cell, column.kind, styles)? {
                cut.push(format!("{}{}", letters(at), at_row + 1));
            }
        }
        let taken = cells(table, row).zip(&widths).map(|(cell, width)| match &cell.value {
            Value::Text(text) | Value::Undefined(text) | Value::Said { shown: text, .. } => {
                rows_of(text, *width)
            }
            Value::Blocks(_) => rows_of(&cell.value.plain(), *width),
            _ => 1,
        });
        sheet.set_row_height(at_row, height(taken.max()))?;
    }
    Ok(cut)
}

/// Writes one cell; true if it was too long and was cut.
fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    cell: &Cell,
    kind: ColumnKind,
    styles: &mut Styles,
) -> std::result::Result<bool, XlsxError> {
    match finite(&cell.value) {
        Some(Value::Empty) => {
            sheet.write_blank(row, at, &styles.text)?;
        }
        Some(Value::Text(text)) => return write_text(sheet, row, at, text, &styles.text),
        Some(Value::Said { shown: text, .. }) => {
            let format = if kind == ColumnKind::Number { &styles.said } else { &styles.text };
            return write_text(sheet, row, at, text, format);
        }
        Some(Value::Integer(number)) if number.unsigned_abs() < 1 << 53 => {
            sheet.write_number_with_format(row, at, *number as f64, &styles.number)?;
        }
        Some(Value::Decimal(number, digits)) => {
            sheet.write_number_with_format(row, at, *number, styles.decimal(*digits))?;
        }
        Some(Value::Share(number, digits)) => {
            sheet.write_number_with_format(row, at, *number, styles.share(*digits))?;
        }
        Some(Value::Blocks(blocks)) => return write_blocks(sheet, row, at, blocks, styles),
        // Undefined, no number, or a number that a spreadsheet would round.
        _ => return write_text(sheet, row, at, &in_words(&cell.value), &styles.undefined),
    }
    Ok(false)
}

/// A text, always as a string: what begins with `=` is no formula here.
fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    text: &str,
    format: &Format,
) -> std::result::Result<bool, XlsxError> {
    let text = plain_breaks(text);
    let (text, cut) = cut_to_limit(&text);
    write_plain(sheet, row, at, text, format)?;
    Ok(cut)
}

fn write_plain(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    text: String,
    format: &Format,
) -> std::result::Result<(), XlsxError> {
    if text.starts_with("<r>") && text.ends_with("</r>") {
        write_rich(sheet, row, at, &[(&Format::default(), text)], format)?;
    } else {
        // Nothing but its format for an empty text.
        sheet.write_string_with_format(row, at, text, format)?;
    }
    Ok(())
}

/// Runs in their own formats; a text too long for the library's counting is written plain, whole but unstyled.
fn write_rich(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    runs: &[(&Format, String)],
    format: &Format,
) -> std::result::Result<(), XlsxError> {
    let escaped: Vec<(&Format, Cow<'_, str>)> =
        runs.iter().map(|(style, text)| (*style, escaped(text))).collect();
    let borrowed: Vec<(&Format, &str)> =
        escaped.iter().map(|(style, text)| (*style, text.as_ref())).collect();
    match sheet.write_rich_string_with_format(row, at, &borrowed, format) {
        Err(XlsxError::MaxStringLengthExceeded) => {
            let text: String = runs.iter().map(|(_, text)| text.as_str()).collect();
            // A zero-width space keeps `<r>…</r>` from being taken for markup.
            let text = if text.starts_with("<r>") { format!("\u{200B}{text}") } else { text };
            sheet.write_string_with_format(row, at, utf16_prefix(&text, CELL_LIMIT), format)?;
        }
        other => {
            other?;
        }
    }
    Ok(())
}

/// Summary upright, segments in grey italics with their citation, a blank line between.
fn write_blocks(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    blocks: &[Block],
    styles: &Styles,
) -> std::result::Result<bool, XlsxError> {
    let mut runs: Vec<(&Format, String)> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let style = match block.kind {
            BlockKind::Summary => &styles.summary,
            BlockKind::Segment => &styles.segment,
            BlockKind::State => &styles.state,
        };
        // The blank line goes with the text after it: every run costs a font description.
        let gap = if index > 0 { "\n\n" } else { "" };
        runs.push((style, format!("{gap}{}", plain_breaks(&block.text))));
        if !block.citation.is_empty() {
            runs.push((&styles.citation, format!(" {}", plain_breaks(&block.citation))));
        }
    }
    runs.retain(|(_, text)| !text.is_empty());
    let cut = cut_runs(&mut runs, &styles.summary);
    if runs.is_empty() {
        sheet.write_blank(row, at, &styles.text)?;
    } else {
        write_rich(sheet, row, at, &runs, &styles.text)?;
    }
    Ok(cut)
}

fn write_notes(
    sheet: &mut Worksheet,
    name: &str,
    tables: &[(String, &Table, Vec<String>)],
    title: &str,
    head: &[String],
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_column_width(0, 100)?;
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    let mut row = 0;
    let mut line = |text: &str, format: &Format| {
        row += 1;
        write_text(sheet, row - 1, 0, text, format)
    };
    line(title, &styles.title)?;
    for text in head {
        line(text, &styles.note)?;
    }
    for (sheet_name, table, cut) in tables {
        line("", &styles.note)?;
        line(&table.title, &styles.heading)?;
        line(&tr!("table-sheet-of", sheet = sheet_name.clone()), &styles.note)?;
        for note in &table.notes {
            line(note, &styles.note)?;
        }
        if !cut.is_empty() {
            let mut named = cut.iter().take(20).map(String::as_str).collect::<Vec<_>>().join(", ");
            if cut.len() > 20 {
                named.push_str(", …");
            }
            let (count, mark) = (cut.len() as i64, tr!("table-cut-mark"));
            line(&tr!("table-cut-note", count = count, mark = mark, cells = named), &styles.note)?;
        }
    }
    Ok(())
}

struct Styles {
    header: Format,
    title: Format,
    heading: Format,
    note: Format,
    text: Format,
    undefined: Format,
    number: Format,
    /// What is said in words in a column of numbers: a duration, a date.
    said: Format,
    summary: Format,
    segment: Format,
    state: Format,
    citation: Format,
    /// By digits after the point and whether it is a share.
    numbers: BTreeMap<(u8, bool), Format>,
}

impl Styles {
    fn new() -> Styles {
        let plain = || Format::new().set_align(FormatAlign::Top).set_text_wrap();
        let text = || ruled().set_text_wrap();
        let grey = Color::RGB(0x0059_5959);
        Styles {
            header: text()
                .set_bold()
                .set_background_color(Color::RGB(0x00E7_EBEE))
                .set_border_bottom(FormatBorder::Medium),
            title: plain().set_bold().set_font_size(14),
            heading: plain().set_bold(),
            note: plain(),
            text: text(),
            undefined: text().set_font_color(grey),
            number: right().set_num_format("0"),
            said: right(),
            summary: Format::new(),
            segment: Format::new().set_italic().set_font_color(grey),
            state: Format::new().set_font_color(grey),
            citation: Format::new().set_font_color(grey),
            numbers: BTreeMap::new(),
        }
    }

    fn decimal(&mut self, digits: u8) -> &Format {
        self.numbered(digits, false)
    }
    fn share(&mut self, digits: u8) -> &Format {
        self.numbered(digits, true)
    }
    fn numbered(&mut self, digits: u8, share: bool) -> &Format {
        // A number format has at most 30 places.
        let digits = digits.min(30);
        self.numbers.entry((digits, share)).or_insert_with(|| {
            let places = if digits == 0 { String::new() } else { format!(".{}", "0".repeat(digits.into())) };
            let code = format!("0{places}{}", if share { "\u{A0}%" } else { "" });
            right().set_num_format(code)
        })
    }
}

/// Thin lines, which also a print has; a spreadsheet's own grid is on the screen only.
fn ruled() -> Format {
    Format::new()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0x00C9_D0D7))
}

/// Numbers keep some distance from the text in the next column.
fn right() -> Format {
    ruled().set_align(FormatAlign::Right).set_indent(1)
}

/// Sheet names that Excel takes: at most 31 units, without `[]:*?/\`, unique whatever the letter case.
#[derive(Default)]
struct SheetNames(HashSet<String>);

impl SheetNames {
    fn unique(&mut self, wanted: &str) -> String {
        let clean: String = wanted
            .chars()
            .map(|c| if c.is_control() || "[]:*?/\\\u{FFFE}\u{FFFF}".contains(c) { '-' } else { c })
            .collect();
        let clean = clean.trim().trim_matches('\'');
        let base = match clean.to_lowercase().as_str() {
            "" => "table",
            // Excel keeps this name for itself.
            "history" => "history-1",
            _ => clean,
        };
        let mut name = utf16_prefix(base, 31).trim_end_matches('\'').to_owned();
        let mut number = 1;
        while name.is_empty() || !self.0.insert(name.to_lowercase()) {
            number += 1;
            let suffix = format!("-{number}");
            name = format!("{}{suffix}", utf16_prefix(base, 31 - suffix.len()));
        }
        name
    }
}

/// How many rows a wrapped text takes in a column of this width.
fn rows_of(text: &str, width: usize) -> usize {
    // Where words wrap, some room at each line's end stays empty.
    lines(text).map(|line| (line.width() * 21 / 20).div_ceil(width.max(1)).max(1)).sum()
}

/// The height in points. Set, because LibreOffice does not measure rich text when it opens a file; a row cannot be
/// higher than 409 points.
fn height(rows: Option<usize>) -> f64 {
    (rows.unwrap_or(1) * 15).clamp(15, 405) as f64
}

/// The width that a person would set, in characters.
fn column_width(table: &Table, at: usize, column: &Column) -> usize {
    let content = |most: usize| {
        table.rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell, most)).max().unwrap_or(0)
    };
    // The filter's button takes room from the header.
    let header = word_width(&column.title, 30) + 3;
    match column.kind {
        ColumnKind::Short => content(30).max(header).clamp(8, 30),
        ColumnKind::Long => content(60).clamp(45, 60),
        ColumnKind::Citation => content(18).max(header).clamp(12, 18),
        ColumnKind::Number => content(14).max(header).clamp(7, 14),
    }
}

fn utf16_prefix(text: &str, most: usize) -> &str {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > most {
            return &text[..at];
        }
    }
    text
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

fn cut_to_limit(text: &str) -> (String, bool) {
    if text.len() <= CELL_LIMIT || units(text) <= CELL_LIMIT {
        return (text.to_owned(), false);
    }
    let mark = tr!("table-cut-mark");
    (format!("{} {mark}", utf16_prefix(text, CELL_LIMIT - units(&mark) - 1)), true)
}

fn cut_runs<'a>(runs: &mut Vec<(&'a Format, String)>, mark_style: &'a Format) -> bool {
    if runs.iter().map(|(_, text)| units(text)).sum::<usize>() <= CELL_LIMIT {
        return false;
    }
    let mark = format!(" {}", tr!("table-cut-mark"));
    let mut room = CELL_LIMIT - units(&mark);
    for (_, text) in runs.iter_mut() {
        let kept = utf16_prefix(text, room).len();
        text.truncate(kept);
        room -= units(text);
        // Nothing after the cut, though a short run might still fit.
        if kept == 0 {
            room = 0;
        }
    }
    runs.retain(|(_, text)| !text.is_empty());
    runs.push((mark_style, mark));
    true
}

/// A literal `_x0041_` in rich text, so that Excel does not read it as the letter A.
fn escaped(text: &str) -> Cow<'_, str> {
    let is_escape = |at: usize| {
        text.as_bytes()
            .get(at + 2..at + 7)
            .is_some_and(|b| b[4] == b'_' && b[..4].iter().all(u8::is_ascii_hexdigit))
    };
    if !text.match_indices("_x").any(|(at, _)| is_escape(at)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 6);
    let mut done = 0;
    for (at, _) in text.match_indices("_x").filter(|(at, _)| is_escape(*at)) {
        out.push_str(&text[done..at]);
        out.push_str("_x005F");
        done = at;
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// In page headers `&` begins a command; they hold 255 units.
fn header_text(text: &str) -> String {
    utf16_prefix(text, 100).replace('&', "&&").replace(char::is_control, " ")
}

/// Document properties hold 255 characters.
fn short(text: &str) -> String {
    utf16_prefix(text, 255).replace(|c: char| c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'), " ")
}

/// `A`, `B`, … `AA`.
fn letters(at: usize) -> String {
    let mut out = String::new();
    let mut rest = at + 1;
    while rest > 0 {
        out.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    out
}
