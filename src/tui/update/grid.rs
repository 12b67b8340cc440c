//! The Summary Grid: moving over cells and into their segments, saying what is known of cells, what the rows are.

use super::{commands, menu, saved_tables, summaries, work};
use crate::analysis::grid::Part;
use crate::model::summaries::CellState;
use crate::model::variables::Entity;
use crate::model::{CodeId, DocumentId};
use crate::ops::grid::{Common, GridQuery};
use crate::ops::search::WrittenOn;
use crate::tr;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, Menu, MenuItem, MenuKind};
use crate::tui::model::{GridRows, Main, Model, Pane, ToastKind};
use crate::tui::view::grid::{shape, sign};

/// Asks for the grid of what is activated.
pub fn ask(model: &Model, effects: &mut Vec<Effect>) {
    work(effects, Work::Grid(Box::new(wanted(model))));
}

/// Which grid is to be shown now.
pub fn wanted(model: &Model) -> GridQuery {
    let active = &model.active;
    let GridRows { unit, by, together } = model.grid.arranged;
    // In the order of the study.
    let documents = model.study.documents.iter().map(|document| document.id);
    let documents: Vec<DocumentId> = documents.filter(|id| active.documents.contains(id)).collect();
    let codes = model.study.tree.nodes().iter().map(|node| node.code.id);
    let codes: Vec<CodeId> = codes.filter(|id| active.codes.contains(id)).collect();
    GridQuery {
        documents: (!active.documents.is_empty()).then_some(documents),
        codes: (!active.codes.is_empty()).then_some(codes),
        with_subcodes: model.grid.subcodes,
        rows: unit,
        by,
        together,
        working: true,
        ..GridQuery::default()
    }
}

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
        model.grid.go_to(row.unwrap_or(0), code.unwrap_or(0));
    }
    show(model, effects);
}

/// Opens it at the nth document and code.
pub fn open_at(model: &mut Model, document: usize, code: usize, effects: &mut Vec<Effect>) {
    model.grid.go_to(document, code);
    show(model, effects);
}

fn show(model: &mut Model, effects: &mut Vec<Effect>) {
    model.main = Main::Grid;
    model.pane = Pane::Main;
    model.grid.in_segments = false;
    ask(model, effects);
}

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::CellEdit => edit(model, effects),
        Command::CellSegments => into_segments(model),
        Command::CellNotAsked => set_state(model, CellState::NotAsked, effects),
        Command::CellNoAnswer => set_state(model, CellState::NoAnswer, effects),
        Command::CellNothing => set_state(model, CellState::Nothing, effects),
        Command::NextBare => next(model, true, |part| part.is_bare(), "no-bare-cell"),
        Command::PreviousBare => next(model, false, |part| part.is_bare(), "no-bare-cell"),
        Command::GridRows => choose_rows(model),
        Command::GridSave => saved_tables::ask(model),
        Command::GridTurn => {
            model.grid.turned = !model.grid.turned;
            let grid = &mut model.grid;
            std::mem::swap(&mut grid.rows, &mut grid.columns);
            keep_in_sight(model);
        }
        _ => {}
    }
}

/// The cell with the cursor is in sight.
pub fn keep_in_sight(model: &mut Model) {
    let shape = shape(model);
    let grid = &mut model.grid;
    let (rows, columns) = grid.size();
    let (row, column) = (grid.rows.at, grid.columns.at);
    grid.rows.set(row, rows, shape.rows);
    grid.columns.set(column, columns, shape.columns);
    let segments = grid.segments().len();
    grid.segment = grid.segment.min(segments.saturating_sub(1));
    grid.in_segments &= segments > 0;
}

pub fn step(model: &mut Model, steps: isize) {
    if model.grid.in_segments {
        model.grid.segment = model.grid.segment.saturating_add_signed(steps);
    } else {
        let last = model.grid.size().0.saturating_sub(1);
        model.grid.rows.at = model.grid.rows.at.saturating_add_signed(steps).min(last);
        model.grid.segment = 0;
    }
    keep_in_sight(model);
}

pub fn sideways(model: &mut Model, steps: isize) {
    let last = model.grid.size().1.saturating_sub(1);
    model.grid.in_segments = false;
    model.grid.columns.at = model.grid.columns.at.saturating_add_signed(steps).min(last);
    model.grid.segment = 0;
    keep_in_sight(model);
}

/// Enter: the summary; in the segments, to the transcript.
pub fn edit(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.grid.in_segments {
        let segment = model.grid.segments().get(model.grid.segment).copied();
        if let Some((document, span)) = segment.map(|s| (s.coding.document, s.coding.span)) {
            commands::go_to(model, document, span, effects);
        }
        return;
    }
    let Some((row, code)) = model.grid.cell() else { return };
    match row.documents[..] {
        [] => {}
        [document] => summaries::ask(model, WrittenOn::Cell(document, code), effects),
        // Each interview has a summary of its own.
        _ => {
            let items = model.grid.content().into_iter().map(|part| {
                let said = match (part.summary, part.state) {
                    (Some(summary), _) => summary.text.replace('\n', " "),
                    (None, Some(state)) => state.words(),
                    (None, None) => tr!("cell-segments", count = part.segments.len()),
                };
                let label = model.study.label(part.document);
                let text = format!("{} {label}  {}", sign(&part), crate::text::wrap::cut(&said, 50));
                MenuItem { text, color: None, choice: Choice::Cell(part.document, code) }
            });
            let items = items.collect();
            let title = model.study.tree.path(code).to_owned();
            menu::open(model, Menu { kind: MenuKind::Grid, title, items, cursor: Default::default() });
        }
    }
}

fn into_segments(model: &mut Model) {
    if model.grid.segments().is_empty() {
        model.say(tr!("cell-no-segments"), ToastKind::Notice);
    } else {
        model.grid.in_segments = !model.grid.in_segments;
    }
}

/// Says of the cell what is known of it; said again, it is taken back.
fn set_state(model: &mut Model, state: CellState, effects: &mut Vec<Effect>) {
    let Some((_, code)) = model.grid.cell() else { return };
    let parts = model.grid.content();
    let free: Vec<&Part<'_>> = parts.iter().filter(|part| part.segments.is_empty()).collect();
    if free.is_empty() {
        return model.say(tr!("cell-state-has-segments"), ToastKind::Notice);
    }
    let said = free.iter().all(|part| part.state == Some(state));
    let cells = free.iter().map(|part| (part.document, code)).collect();
    work(effects, Work::SetStates(cells, (!said).then_some(state)));
}

/// To the next cell with segments and no summary, line by line.
pub fn next_open(model: &mut Model, forward: bool) {
    next(model, forward, |part| part.waits(), "no-open-cell");
}

fn next(model: &mut Model, forward: bool, wanted: impl Fn(&Part<'_>) -> bool, nothing: &str) {
    let (rows, columns) = model.grid.size();
    let all = rows * columns;
    let here = model.grid.rows.at * columns + model.grid.columns.at;
    let view = &model.grid;
    let is = |at: &usize| {
        let cell = view.at(at / columns.max(1), at % columns.max(1));
        cell.is_some_and(|(row, code)| view.grid.parts(row, code).iter().any(&wanted))
    };
    let found = if forward { (here + 1..all).find(is) } else { (0..here.min(all)).rev().find(is) };
    match found {
        Some(at) => {
            model.grid.rows.at = at / columns.max(1);
            model.grid.columns.at = at % columns.max(1);
            model.grid.segment = 0;
            keep_in_sight(model);
        }
        None => model.say(tr!(nothing), ToastKind::Notice),
    }
}

/// What the rows are: documents, cases, persons; arranged or put together by what documents have in common.
fn choose_rows(model: &mut Model) {
    let units = [Entity::Document, Entity::Case, Entity::Person];
    let plain = units.map(|unit| {
        let rows = GridRows { unit, ..GridRows::default() };
        (tr!(&format!("grid-rows-{}", unit.name())), rows)
    });
    let mut common = vec![(Common::Group, tr!("table-group"))];
    if has_sets(model) {
        common.push((Common::Set, tr!("cli-column-set")));
    }
    let variables = model.study.material.variables.iter();
    common.extend(variables.map(|(id, name)| (Common::Variable(*id), name.clone())));
    let now = model.grid.arranged;
    let by = common.iter().flat_map(|(common, name)| {
        [(false, "grid-rows-by"), (true, "grid-rows-together")].map(|(together, key)| {
            (tr!(key, by = name.clone()), GridRows { unit: now.unit, by: Some(*common), together })
        })
    });
    let all: Vec<(String, GridRows)> = plain.into_iter().chain(by).collect();
    let mut cursor = crate::tui::model::Cursor::default();
    let at = all.iter().position(|(_, rows)| *rows == now).unwrap_or(0);
    cursor.set(at, all.len(), menu::HEIGHT);
    let item = |(text, rows): (String, GridRows)| {
        let mark = if rows == now { "✓" } else { " " };
        MenuItem { text: format!("{mark} {text}"), color: None, choice: Choice::Rows(rows) }
    };
    let items = all.into_iter().map(item).collect();
    menu::open(model, Menu { kind: MenuKind::Grid, title: tr!("menu-grid-rows"), items, cursor });
}

/// Where the rows were arranged by a variable or by sets that are gone, they are not any more: the grid could not be
/// read again.
pub fn arrange_anew(model: &mut Model) {
    let material = &model.study.material;
    let there = match model.grid.arranged.by {
        None | Some(Common::Group) => true,
        Some(Common::Set) => has_sets(model),
        Some(Common::Variable(id)) => material.variables.iter().any(|(there, _)| *there == id),
    };
    if !there {
        model.grid.arranged = GridRows { unit: model.grid.arranged.unit, ..GridRows::default() };
    }
}

fn has_sets(model: &Model) -> bool {
    let of_documents =
        |set: &crate::model::sets::Set| set.members.of() == crate::model::sets::SetOf::Documents;
    model.study.material.sets.iter().any(of_documents)
}

pub fn arrange(model: &mut Model, rows: GridRows, effects: &mut Vec<Effect>) {
    model.grid.arranged = rows;
    ask(model, effects);
}
