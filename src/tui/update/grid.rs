//! The Summary Grid: moving over cells and into their segments.

use super::{commands, form, work};
use crate::tr;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::{Main, Model, Pane, ToastKind};
use crate::tui::view::grid::shape;

pub fn toggle(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.main == Main::Grid && model.pane == Pane::Main {
        model.main = Main::Transcript;
        if model.reading.is_none() {
            commands::focus(model, Pane::Documents);
        }
        return;
    }
    // It opens at the document and code that one works on.
    if !model.grid.loaded {
        let code = model.code_at_cursor().and_then(|id| model.study.tree.index(id));
        let document = model.document_at_cursor();
        let row = model.study.documents.iter().position(|other| Some(other.id) == document);
        model.grid.columns.at = code.unwrap_or(0);
        model.grid.rows.at = row.unwrap_or(0);
    }
    model.main = Main::Grid;
    model.pane = Pane::Main;
    model.grid.in_segments = false;
    work(effects, Work::Grid { subcodes: model.grid.subcodes });
}

/// The cell with the cursor is in sight.
pub fn keep_in_sight(model: &mut Model) {
    let shape = shape(model);
    let grid = &mut model.grid;
    let (rows, columns) = (grid.grid.documents.len(), grid.grid.codes.len());
    let (row, column) = (grid.rows.at, grid.columns.at);
    grid.rows.set(row, rows, shape.rows);
    grid.columns.set(column, columns, shape.columns);
    let segments = grid.content().map_or(0, |cell| cell.segments.len());
    grid.segment = grid.segment.min(segments.saturating_sub(1));
    grid.in_segments &= segments > 0;
}

pub fn step(model: &mut Model, steps: isize) {
    if model.grid.in_segments {
        model.grid.segment = model.grid.segment.saturating_add_signed(steps);
    } else {
        let last = model.grid.grid.documents.len().saturating_sub(1);
        model.grid.rows.at = model.grid.rows.at.saturating_add_signed(steps).min(last);
        model.grid.segment = 0;
    }
    keep_in_sight(model);
}

pub fn sideways(model: &mut Model, steps: isize) {
    let last = model.grid.grid.codes.len().saturating_sub(1);
    model.grid.in_segments = false;
    model.grid.columns.at = model.grid.columns.at.saturating_add_signed(steps).min(last);
    model.grid.segment = 0;
    keep_in_sight(model);
}

/// Enter: the summary; in the segments, to the transcript.
pub fn edit(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.grid.in_segments {
        let segment = model.grid.content().and_then(|cell| cell.segments.get(model.grid.segment));
        if let Some((document, span)) = segment.map(|s| (s.coding.document, s.coding.span)) {
            commands::go_to(model, document, span, effects);
        }
        return;
    }
    if let Some((document, code)) = model.grid.cell() {
        form::summary(model, document, code);
    }
}

pub fn into_segments(model: &mut Model) {
    if model.grid.content().is_some_and(|cell| !cell.segments.is_empty()) {
        model.grid.in_segments = !model.grid.in_segments;
    } else {
        model.say(tr!("cell-no-segments"), ToastKind::Notice);
    }
}

/// To the next cell with segments and no summary, row by row.
pub fn next_open(model: &mut Model, forward: bool) {
    let grid = &model.grid.grid;
    let (rows, columns) = (grid.documents.len(), grid.codes.len());
    let all = rows * columns;
    let here = model.grid.rows.at * columns + model.grid.columns.at;
    let open = |at: &usize| {
        let cell = grid.documents.get(at / columns.max(1)).zip(grid.codes.get(at % columns.max(1)));
        let cell = cell.and_then(|(document, code)| grid.cell(*document, *code));
        cell.is_some_and(|cell| !cell.segments.is_empty() && cell.summary.is_none())
    };
    let found = if forward { (here + 1..all).find(open) } else { (0..here.min(all)).rev().find(open) };
    match found {
        Some(at) => {
            model.grid.rows.at = at / columns.max(1);
            model.grid.columns.at = at % columns.max(1);
            model.grid.segment = 0;
            keep_in_sight(model);
        }
        None => model.say(tr!("no-open-cell"), ToastKind::Notice),
    }
}
