//! Selecting paragraphs, words and letters.

use crate::text::{CharPos, Span};
use crate::tui::command::Command;
use crate::tui::layout;
use crate::tui::model::{Model, Reading, Select};

/// Begins to select letters, at the first word of the current paragraph or of the segment at the cursor.
pub fn letters(model: &mut Model) {
    let Some(reading) = &mut model.reading else { return };
    let segment = reading.segment.and_then(|id| reading.coding(id)).map(|coding| coding.span);
    let (anchor, head) = match segment {
        Some(span) => (span.start, reading.transcript.text.previous_grapheme(span.end)),
        None => {
            let Some(paragraph) = reading.paragraph(reading.at) else { return };
            let speech = reading.speech(paragraph);
            let first = reading.transcript.text.words(speech).next().map_or(speech, |(word, _)| word);
            (first.start, reading.transcript.text.previous_grapheme(first.end))
        }
    };
    reading.select = Select::Letters { anchor, head, fixed: segment.is_some() };
    reading.segment = None;
    reveal_head(model);
}

/// Begins or ends the selection of paragraphs.
pub fn paragraphs(model: &mut Model) {
    let Some(reading) = &mut model.reading else { return };
    reading.segment = None;
    reading.select = match reading.select {
        Select::Paragraphs { .. } => Select::None,
        _ => Select::Paragraphs { anchor: reading.at },
    };
}

/// Extends the selection by paragraphs.
pub fn by_paragraph(model: &mut Model, steps: isize) {
    if let Some(reading) = &mut model.reading
        && !matches!(reading.select, Select::Paragraphs { .. })
    {
        reading.select = Select::Paragraphs { anchor: reading.at };
    }
    super::reading::step(model, steps);
}

/// Moves the end of the selected letters.
pub fn extend(model: &mut Model, command: Command) {
    let Some(columns) = model.reading.as_ref().map(|reading| layout::columns(model, reading)) else { return };
    let Some(reading) = &mut model.reading else { return };
    let Select::Letters { anchor, head, fixed } = reading.select else { return };
    if command == Command::SelectFix {
        // A second time: the other end moves from now on.
        let (anchor, head) = if fixed { (head, anchor) } else { (anchor, head) };
        reading.select = Select::Letters { anchor, head, fixed: true };
        return reveal_head(model);
    }
    let by_word = matches!(command, Command::WordRight | Command::WordLeft);
    let moved = target(reading, columns, head, anchor, command, fixed);
    reading.select = if fixed {
        Select::Letters { anchor, head: moved, fixed }
    } else if by_word {
        let word = word_at(reading, moved);
        let end = reading.transcript.text.previous_grapheme(word.end);
        Select::Letters { anchor: word.start, head: end, fixed }
    } else {
        Select::Letters { anchor: moved, head: moved, fixed }
    };
    reveal_head(model);
}

/// Selects the sentence at hand; again: one more. With `next`: the one after it instead.
pub fn sentence(model: &mut Model, next: bool) {
    let Some(reading) = &mut model.reading else { return };
    let text = &reading.transcript.text;
    let from = match reading.select {
        Select::Letters { anchor, head, .. } => anchor.max(head),
        _ => {
            let segment = reading.segment.and_then(|id| reading.coding(id)).map(|coding| coding.span.start);
            let Some(paragraph) = reading.paragraph(reading.at) else { return };
            segment.unwrap_or_else(|| reading.speech(paragraph).start)
        }
    };
    let first = match reading.select {
        Select::Letters { anchor, head, fixed: true } => Some(anchor.min(head)),
        _ => None,
    };
    let here = reading.paragraph_at(from);
    let spoken = reading.paragraphs().iter().skip(here).take(40).map(|paragraph| reading.speech(paragraph));
    let all: Vec<Span> = spoken.flat_map(|speech| text.sentences(speech)).collect();
    // One that is selected to its end is left behind.
    let selects = first.is_some();
    let beyond = |sentence: &&Span| match selects {
        true => text.previous_grapheme(sentence.end) > from,
        false => sentence.end > from,
    };
    let Some(found) = all.iter().find(beyond) else { return };
    let anchor = first.filter(|_| !next).unwrap_or(found.start);
    let head = text.previous_grapheme(found.end);
    reading.select = Select::Letters { anchor, head, fixed: true };
    reading.segment = None;
    reveal_head(model);
}

/// A segment's span with one end moved by a word; none where it would become nothing, or the text ends.
pub fn by_a_word(reading: &Reading, span: Span, command: Command) -> Option<Span> {
    let text = &reading.transcript.text;
    let (first, last) =
        (reading.paragraph_at(span.start), reading.paragraph_at(CharPos(span.end.0.saturating_sub(1))));
    let around =
        reading.paragraphs().get(first.saturating_sub(2)..(last + 3).min(reading.paragraphs().len()))?;
    let words: Vec<Span> = around
        .iter()
        .filter(|paragraph| paragraph.number.is_some())
        .flat_map(|paragraph| text.words(reading.speech(paragraph)).map(|(word, _)| word))
        .collect();
    let moved = match command {
        Command::GrowEnd => Span { end: words.iter().find(|word| word.end > span.end)?.end, ..span },
        Command::ShrinkEnd => Span { end: words.iter().rev().find(|word| word.end < span.end)?.end, ..span },
        Command::GrowStart => {
            Span { start: words.iter().rev().find(|word| word.start < span.start)?.start, ..span }
        }
        Command::ShrinkStart => {
            Span { start: words.iter().find(|word| word.start > span.start)?.start, ..span }
        }
        _ => return None,
    };
    (moved.start < moved.end).then_some(moved)
}

/// The word that holds a position, or the letter there.
fn word_at(reading: &Reading, at: CharPos) -> Span {
    let text = &reading.transcript.text;
    let Some(paragraph) = reading.paragraph(reading.paragraph_at(at)) else {
        return Span { start: at, end: at };
    };
    let letter = Span { start: at, end: text.next_grapheme(at) };
    text.words(paragraph.span).map(|(word, _)| word).find(|word| word.contains(at)).unwrap_or(letter)
}

fn target(
    reading: &Reading,
    columns: layout::Columns,
    head: CharPos,
    anchor: CharPos,
    command: Command,
    fixed: bool,
) -> CharPos {
    let text = &reading.transcript.text;
    let whole = Span { start: CharPos(0), end: CharPos(text.len()) };
    let here = reading.paragraph_at(head);
    let span = reading.paragraph(here).map_or(whole, |paragraph| paragraph.span);
    match command {
        Command::LetterRight => {
            let next = text.next_grapheme(head);
            // Over the newline to the next paragraph.
            let next = if next >= span.end {
                reading.paragraph(here + 1).map_or(head, |p| p.span.start)
            } else {
                next
            };
            if next.0 < text.len() { next } else { head }
        }
        Command::LetterLeft => {
            let before = if head <= span.start {
                match here.checked_sub(1).and_then(|at| reading.paragraph(at)) {
                    Some(previous) => previous.span.end,
                    None => return head,
                }
            } else {
                head
            };
            text.previous_grapheme(before)
        }
        Command::WordRight => {
            let next =
                reading.paragraphs().iter().skip(here).flat_map(|p| text.words(p.span).map(|(word, _)| word));
            let found = next.take(4_000).find(|word| word.start > head);
            match found {
                // The end of a selection goes to the end of the word, its beginning to the start.
                Some(word) if fixed && head >= anchor => text.previous_grapheme(word.end),
                Some(word) => word.start,
                None => text.previous_grapheme(span.end),
            }
        }
        Command::WordLeft => {
            let start = if fixed && head >= anchor { word_at(reading, head).start } else { head };
            let mut found = None;
            for at in (here.saturating_sub(2)..=here).rev() {
                let Some(paragraph) = reading.paragraph(at) else { break };
                found =
                    text.words(paragraph.span).map(|(word, _)| word).filter(|word| word.start < start).last();
                if found.is_some() {
                    break;
                }
            }
            match found {
                Some(word) if fixed && head >= anchor && word.start >= anchor => {
                    text.previous_grapheme(word.end)
                }
                Some(word) => word.start,
                None => head,
            }
        }
        Command::SelectRowDown | Command::SelectRowUp => by_row(reading, columns, head, command),
        Command::SelectStart => row_span(reading, columns, head).start,
        Command::SelectEnd => {
            let row = text.trim(row_span(reading, columns, head));
            text.previous_grapheme(row.end).max(row.start)
        }
        _ => head,
    }
}

fn row_span(reading: &Reading, columns: layout::Columns, at: CharPos) -> Span {
    let (paragraph, row) = layout::row_of(reading, columns, at);
    layout::rows(reading, paragraph, columns).get(row).copied().unwrap_or_default()
}

fn by_row(reading: &Reading, columns: layout::Columns, head: CharPos, command: Command) -> CharPos {
    let (paragraph, row) = layout::row_of(reading, columns, head);
    let rows = layout::rows(reading, paragraph, columns);
    let Some(here) = rows.get(row) else { return head };
    let before = Span { start: here.start, end: head };
    let column = crate::text::wrap::width(reading.transcript.text.slice(before));
    let next = if command == Command::SelectRowDown {
        let below = rows.get(row + 1).copied();
        below.or_else(|| layout::rows(reading, paragraph + 1, columns).first().copied())
    } else {
        let above = row.checked_sub(1).and_then(|row| rows.get(row).copied());
        above.or_else(|| {
            let previous = paragraph.checked_sub(1)?;
            layout::rows(reading, previous, columns).last().copied()
        })
    };
    next.map_or(head, |span| layout::position_in(reading, span, column))
}

/// The moving end is in sight and its paragraph the current one.
fn reveal_head(model: &mut Model) {
    let Some(columns) = model.reading.as_ref().map(|reading| layout::columns(model, reading)) else { return };
    let Some(reading) = &mut model.reading else { return };
    if let Select::Letters { head, .. } = reading.select {
        let (paragraph, row) = layout::row_of(reading, columns, head);
        reading.at = paragraph;
        layout::reveal(reading, columns, paragraph, row, row);
    }
}
