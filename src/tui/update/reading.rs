//! Moving in the transcript.

use crate::model::coders::Status;
use crate::text::Span;
use crate::tr;
use crate::tui::layout;
use crate::tui::model::{Model, Reading, Select, ToastKind};

/// Does something with the open transcript and its columns.
fn with(model: &mut Model, work: impl FnOnce(&mut Reading, layout::Columns)) {
    let Some(columns) = model.reading.as_ref().map(|reading| layout::columns(model, reading)) else { return };
    if let Some(reading) = &mut model.reading {
        work(reading, columns);
    }
}

/// The same with the transcript at rest.
fn with_resting(model: &mut Model, work: impl FnOnce(&mut Reading, layout::Columns)) {
    let columns = model.resting.as_ref().map(|reading| layout::resting_columns(model, reading));
    if let (Some(reading), Some(columns)) = (&mut model.resting, columns) {
        work(reading, columns);
    }
}

/// After everything that happens: the long paragraphs in sight are wrapped once and not for every picture. Where the
/// columns have another width than before, one sees what one saw.
pub fn keep_wrapped(model: &mut Model) {
    let keep = |reading: &mut Reading, columns: layout::Columns| {
        let before = reading.wrapped.width;
        if before > 0 && before != columns.text {
            in_sight(reading, columns);
        }
        layout::keep_wrapped(reading, columns);
    };
    with(model, keep);
    with_resting(model, keep);
}

/// Notes the current paragraphs of the transcripts that may be left.
pub fn remember_place(model: &mut Model) {
    for reading in model.resting.iter().chain(&model.reading) {
        model.places.insert(reading.document, reading.at);
    }
}

fn reveal_paragraph(reading: &mut Reading, columns: layout::Columns) {
    let last = layout::rows(reading, reading.at, columns).len().saturating_sub(1);
    layout::reveal(reading, columns, reading.at, 0, last);
}

fn in_sight(reading: &mut Reading, columns: layout::Columns) {
    reading.at = reading.at.min(reading.last());
    let rows = layout::rows(reading, reading.top.paragraph, columns).len();
    reading.top.row = reading.top.row.min(rows.saturating_sub(1));
    reveal_paragraph(reading, columns);
}

/// After a change of the window or the codings: the current paragraphs are in sight.
pub fn keep_in_sight(model: &mut Model) {
    with(model, in_sight);
    with_resting(model, in_sight);
}

/// Down (or up) by paragraphs; a paragraph longer than the window is read through first.
pub fn step(model: &mut Model, steps: isize) {
    with(model, |reading, columns| {
        reading.segment = None;
        let rows = layout::rows(reading, reading.at, columns).len();
        let shown = layout::visible(reading, columns);
        let mine = || shown.iter().filter(|row| row.paragraph == reading.at);
        let hidden_below = mine().next_back().is_some_and(|row| row.row + 1 < rows);
        let hidden_above = mine().next().is_some_and(|row| row.row > 0);
        if rows > columns.height && steps == 1 && hidden_below {
            return layout::scroll(reading, columns, (columns.height / 2) as isize);
        }
        if rows > columns.height && steps == -1 && hidden_above {
            return layout::scroll(reading, columns, -((columns.height / 2) as isize));
        }
        reading.at = reading.at.saturating_add_signed(steps).min(reading.last());
        reveal_paragraph(reading, columns);
    });
}

pub fn to(model: &mut Model, paragraph: usize) {
    with(model, |reading, columns| {
        reading.segment = None;
        reading.at = paragraph.min(reading.last());
        reveal_paragraph(reading, columns);
    });
}

/// Scrolls by rows; the current paragraph stays in sight.
pub fn scroll(model: &mut Model, rows: isize, drag_cursor: bool) {
    with(model, |reading, columns| {
        layout::scroll(reading, columns, rows);
        if !drag_cursor {
            return;
        }
        let shown = layout::visible(reading, columns);
        if let (Some(first), Some(last)) = (shown.first(), shown.last()) {
            let first = if first.row > 0 { first.paragraph + 1 } else { first.paragraph };
            reading.at = reading.at.clamp(first.min(last.paragraph), last.paragraph);
        }
    });
}

/// Scrolls the transcript at rest.
pub fn scroll_resting(model: &mut Model, rows: isize) {
    with_resting(model, |reading, columns| layout::scroll(reading, columns, rows));
}

pub fn page(model: &mut Model, pages: isize) {
    with(model, |reading, columns| {
        reading.segment = None;
        let before = reading.top;
        layout::scroll(reading, columns, pages * (columns.height.saturating_sub(2).max(1) as isize));
        let shown = layout::visible(reading, columns);
        if reading.top == before {
            reading.at = if pages < 0 { 0 } else { reading.last() };
        } else if let Some(first) = shown.iter().find(|row| row.row == 0).or(shown.first()) {
            reading.at = first.paragraph;
        }
    });
}

pub fn centre(model: &mut Model) {
    with(model, |reading, columns| {
        reading.top = layout::top_for(reading, columns, reading.at, 0, columns.height / 3);
    });
}

/// Goes to a passage: its paragraph becomes the current one, a third down the window.
pub fn go_to(model: &mut Model, span: Span) {
    with(model, |reading, columns| {
        reading.select = Select::None;
        reading.segment = None;
        let (paragraph, row) = layout::row_of(reading, columns, span.start);
        reading.at = paragraph;
        let shown = layout::visible(reading, columns);
        if !shown.iter().any(|seen| seen.paragraph == paragraph && seen.row == row) {
            reading.top = layout::top_for(reading, columns, paragraph, row, columns.height / 3);
        }
        let exact = reading.codings.iter().find(|coding| coding.span == span).map(|coding| coding.id);
        reading.segment = exact;
    });
}

/// To the next paragraph without a coding of one's own.
pub fn next_open(model: &mut Model, forward: bool) {
    let coder = model.study.coder;
    let Some(reading) = &model.reading else { return };
    let open = |index: &usize| {
        reading.paragraph(*index).is_some_and(|p| p.number.is_some() && !reading.is_coded(p, coder))
    };
    let found = if forward {
        (reading.at + 1..reading.paragraphs().len()).find(open)
    } else {
        (0..reading.at).rev().find(open)
    };
    match found {
        Some(paragraph) => to(model, paragraph),
        None => model.say(tr!("no-open-paragraph"), ToastKind::Notice),
    }
}

/// To the next coded segment in text order.
pub fn next_segment(model: &mut Model, forward: bool) {
    let Some(reading) = &model.reading else { return };
    let here = reading.segment.and_then(|id| reading.codings.iter().position(|coding| coding.id == id));
    let start = reading.paragraph(reading.at).map(|p| p.span.start).unwrap_or_default();
    let found = match (here, forward) {
        (Some(at), true) => reading.codings.get(at + 1),
        (Some(at), false) => at.checked_sub(1).and_then(|at| reading.codings.get(at)),
        (None, true) => reading.codings.iter().find(|coding| coding.span.start >= start),
        (None, false) => reading.codings.iter().rfind(|coding| coding.span.start < start),
    };
    let Some((id, span)) = found.map(|coding| (coding.id, coding.span)) else {
        return model.say(tr!("no-more-segments"), ToastKind::Notice);
    };
    go_to(model, span);
    if let Some(reading) = &mut model.reading {
        reading.segment = Some(id);
    }
}

/// The next status of a document.
pub fn next_status(status: Status) -> Status {
    match status {
        Status::NotStarted => Status::InProgress,
        Status::InProgress => Status::Done,
        Status::Done => Status::NotStarted,
    }
}
