//! What the writers do to words: lines, characters that a format cannot hold, widths.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use crate::model::table::{Cell, Value};

/// The lines of a text: newline characters and the soft break U+2028 of transcripts.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .flat_map(|line| line.split(['\r', '\u{2028}', '\u{2029}']))
}

/// The text with soft breaks as newlines, for formats with one kind of line break.
pub fn plain_breaks(text: &str) -> Cow<'_, str> {
    if text.contains(['\r', '\u{2028}', '\u{2029}']) {
        Cow::Owned(lines(text).collect::<Vec<_>>().join("\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Characters that XML 1.0 (and so docx, and HTML as one can parse it) forbids become U+FFFD: seen, not dropped.
pub fn shown(text: &str) -> Cow<'_, str> {
    let forbidden =
        |c: char| (c.is_control() && !matches!(c, '\t' | '\n')) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if text.contains(forbidden) {
        Cow::Owned(text.replace(forbidden, "\u{FFFD}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The value in words, as a person reads it; undefined for a number that is none.
pub fn in_words(value: &Value) -> String {
    match finite(value) {
        Some(value) => value.plain(),
        None => crate::tr!("table-undefined"),
    }
}

/// The value, unless it is a number that is not finite: what has no value is never printed as NaN.
pub fn finite(value: &Value) -> Option<&Value> {
    match value {
        Value::Decimal(number, _) | Value::Share(number, _) if !number.is_finite() => None,
        value => Some(value),
    }
}

/// The widest line of a cell in columns, counted up to `most` (long cells need not be measured to the end).
pub fn width(cell: &Cell, most: usize) -> usize {
    let widest = |text: &str| lines(text).map(|line| line_width(line, most)).max().unwrap_or(0);
    match &cell.value {
        Value::Empty => 0,
        Value::Text(text) | Value::Undefined(text) => widest(text),
        Value::Blocks(blocks) => {
            blocks.iter().map(|block| widest(&block.text).max(widest(&block.citation))).max().unwrap_or(0)
        }
        value => widest(&in_words(value)),
    }
}

/// The widest word of a cell, below which its column breaks words.
pub fn widest_word(cell: &Cell, most: usize) -> usize {
    match &cell.value {
        Value::Empty => 0,
        Value::Text(text) | Value::Undefined(text) => word_width(text, most),
        Value::Blocks(blocks) => {
            let widest = |text: &str| word_width(text, most);
            blocks.iter().map(|block| widest(&block.text).max(widest(&block.citation))).max().unwrap_or(0)
        }
        _ => width(cell, most),
    }
}

/// The widest word, which is what a wrapped header needs.
pub fn word_width(text: &str, most: usize) -> usize {
    text.split_whitespace().map(|word| line_width(word, most)).max().unwrap_or(0)
}

fn line_width(line: &str, most: usize) -> usize {
    // A character has at most four bytes and most have one column: this much text decides.
    let end = line.char_indices().nth(most).map_or(line.len(), |(at, _)| at);
    line[..end].width().min(most)
}
