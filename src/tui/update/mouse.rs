//! The mouse: a click focuses and selects, the wheel scrolls what is under it, a drag selects text.

use super::{
    codes, commands, consolidate, grid, halves, menu, names, overlay, page, picker, preview, reading,
    sharing, sorting, table,
};
use crate::ops::codings::Category;
use crate::text::CharPos;
use crate::tui::effect::Effect;
use crate::tui::layout;
use crate::tui::model::{Edge, Main, Model, Overlay, Pane, Select};
use crate::tui::msg::{Mouse, MouseKind, Target};

const WHEEL: isize = 3;

pub fn mouse(model: &mut Model, mouse: Mouse, effects: &mut Vec<Effect>) {
    match mouse.kind {
        MouseKind::WheelDown => wheel(model, mouse, WHEEL),
        MouseKind::WheelUp => wheel(model, mouse, -WHEEL),
        MouseKind::Down => down(model, mouse, effects),
        MouseKind::Drag => drag(model, mouse),
        MouseKind::Up => {
            model.dragged = None;
            if let Some(reading) = &mut model.reading {
                reading.pressed = None;
            }
        }
    }
}

fn pane_of(target: Option<Target>) -> Option<Pane> {
    Some(match target? {
        Target::Pane(pane) => pane,
        Target::Document(_) => Pane::Documents,
        Target::Code(_) => Pane::Codes,
        Target::Row { .. }
        | Target::Stripe(_)
        | Target::Subcode(_)
        | Target::Line(_)
        | Target::Cell(..)
        | Target::TableCell(..) => Pane::Main,
        Target::Edge(Edge::Split) => Pane::Codes,
        Target::Edge(_) | Target::Does(_) | Target::Choice(_) | Target::Popup => return None,
    })
}

fn wheel(model: &mut Model, mouse: Mouse, steps: isize) {
    let one = steps.signum();
    match model.overlays.last_mut() {
        Some(Overlay::Picker(picker)) => {
            let lines = picker.lines();
            picker.cursor.step(one, lines, picker::HEIGHT);
        }
        Some(Overlay::Menu(open)) => open.cursor.step(one, open.items.len(), menu::HEIGHT),
        Some(Overlay::Help { top, .. }) => *top = top.saturating_add_signed(steps),
        Some(Overlay::Preview(_)) => preview::scroll(model, steps),
        Some(Overlay::Page(_)) => page::scroll(model, steps),
        Some(Overlay::Names) => names::step(model, one),
        Some(Overlay::Merging(_)) => sharing::scroll(model, steps),
        Some(_) => {}
        None => match pane_of(mouse.hit) {
            Some(Pane::Documents) => {
                let at = model.documents.at.saturating_add_signed(steps);
                codes::set_document_cursor(model, at);
            }
            Some(Pane::Codes) => {
                let at = model.codes.at.saturating_add_signed(steps);
                codes::set_cursor(model, at);
            }
            Some(Pane::Main) => match model.main {
                Main::Transcript if rests(model, mouse) => reading::scroll_resting(model, steps),
                Main::Transcript => reading::scroll(model, steps, false),
                Main::Listing => {
                    let last = model.listing.len().saturating_sub(1);
                    model.listing.cursor.at = model.listing.cursor.at.saturating_add_signed(one).min(last);
                }
                Main::Grid => grid::step(model, one),
                Main::Table => table::step(model, one),
                Main::Consolidate => consolidate::scroll(model, one),
            },
            None => {}
        },
    }
}

fn down(model: &mut Model, mouse: Mouse, effects: &mut Vec<Effect>) {
    if !model.overlays.is_empty() {
        match (mouse.hit, model.overlays.last()) {
            (Some(Target::Choice(line)), Some(Overlay::Picker(_))) => picker::click(model, line, effects),
            (Some(Target::Choice(line)), Some(Overlay::Menu(_))) => menu::choose(model, Some(line), effects),
            (Some(Target::Choice(line)), Some(Overlay::Names)) => names::click(model, line),
            (Some(Target::Choice(at)), Some(Overlay::Merging(_))) => sharing::click(model, at),
            (Some(Target::Choice(line)), Some(Overlay::Palette { .. })) => {
                overlay::palette_run(model, line, effects);
            }
            (Some(Target::Choice(field)), Some(Overlay::Form(_))) => {
                if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
                    form.focus = field.min(form.fields.len().saturating_sub(1));
                }
            }
            (Some(Target::Choice(line)), Some(Overlay::Preview(_))) => preview::click(model, line, effects),
            // Beside a popup that holds no text: it closes.
            (Some(Target::Popup), _)
            | (
                _,
                Some(
                    Overlay::Form(_)
                    | Overlay::Preview(_)
                    | Overlay::Erasing(_)
                    | Overlay::Merging(_)
                    | Overlay::Waiting { .. },
                ),
            ) => {}
            _ => drop(model.overlays.pop()),
        }
        return;
    }
    let Some(target) = mouse.hit else { return };
    if let Target::Edge(edge) = target {
        model.dragged = Some(edge);
    }
    if rests(model, mouse) {
        halves::go_over(model);
    }
    if let Some(pane) = pane_of(Some(target)) {
        commands::focus(model, pane);
    }
    match target {
        Target::TableCell(row, column) => table::click(model, row, column, effects),
        Target::Document(row) => {
            if model.documents.at == row {
                super::run(model, crate::tui::command::Command::Open, effects);
            } else {
                codes::set_document_cursor(model, row);
            }
        }
        Target::Code(id) => {
            if model.code_at_cursor() == Some(id) {
                if !model.folded.remove(&id) {
                    let below = model.study.tree.get(id).is_some_and(|node| node.descendants > 0);
                    if below {
                        model.folded.insert(id);
                    }
                }
            } else {
                codes::go_to(model, id);
            }
        }
        Target::Row { paragraph, span, left } => {
            let column = usize::from(mouse.column.saturating_sub(left));
            let Some(reading) = &mut model.reading else { return };
            reading.select = Select::None;
            reading.segment = None;
            reading.at = paragraph;
            reading.pressed = (mouse.column >= left && !span.is_empty())
                .then(|| layout::position_in(reading, span, column));
        }
        Target::Stripe(id) => {
            let span =
                model.reading.as_ref().and_then(|reading| reading.coding(id)).map(|coding| coding.span);
            if let Some(span) = span {
                reading::go_to(model, span);
                if let Some(reading) = &mut model.reading {
                    reading.segment = Some(id);
                }
            }
        }
        Target::Subcode(code) => sorting::into(model, Category::Code(code), effects),
        Target::Line(line) => {
            if model.main == Main::Grid {
                model.grid.in_segments = true;
                model.grid.segment = line;
                grid::keep_in_sight(model);
            } else if model.listing.cursor.at == line {
                super::run(model, crate::tui::command::Command::Open, effects);
            } else {
                model.listing.cursor.at = line;
            }
        }
        Target::Cell(row, column) => {
            if (model.grid.rows.at, model.grid.columns.at) == (row, column) && !model.grid.in_segments {
                return grid::edit(model, effects);
            }
            model.grid.in_segments = false;
            model.grid.segment = 0;
            (model.grid.rows.at, model.grid.columns.at) = (row, column);
            grid::keep_in_sight(model);
        }
        Target::Does(command) => super::run(model, command, effects),
        Target::Pane(_) | Target::Edge(_) | Target::Choice(_) | Target::Popup => {}
    }
}

/// Whether the mouse is over the transcript at rest.
fn rests(model: &Model, mouse: Mouse) -> bool {
    layout::areas(model).resting.is_some_and(|area| area.contains((mouse.column, mouse.row).into()))
}

/// Moves the line between two areas to the mouse.
fn drag_edge(model: &mut Model, edge: Edge, mouse: Mouse) {
    let areas = layout::areas(model);
    // The share that puts the line where the mouse is: rounded up, since the layout rounds down.
    let share = |at: u16, of: u16, parts: u32| {
        (u32::from(at) * parts).div_ceil(u32::from(of.max(1))).min(parts) as u16
    };
    match edge {
        Edge::Side => commands::resize(model, |sizes| sizes.side = mouse.column.clamp(16, 80)),
        Edge::Split => {
            let split = share(mouse.row, areas.status.y, 100).clamp(15, 85);
            commands::resize(model, |sizes| sizes.split = split);
        }
        Edge::Halves => {
            let Some(resting) = areas.resting else { return };
            let left = areas.main.x.min(resting.x);
            let width = areas.main.width + 1 + resting.width;
            halves::share(model, share(mouse.column.saturating_sub(left), width, 1000));
            reading::keep_in_sight(model);
        }
    }
}

/// The row of the transcript with the keys that is on the line of the mouse, which has gone over to the other one.
fn row_beside(model: &Model, mouse: Mouse) -> Option<Target> {
    let area = layout::areas(model).main;
    let reading = model.reading.as_ref()?;
    let columns = layout::columns(model, reading);
    let line = usize::from(mouse.row.checked_sub(area.y + 1)?);
    let row = layout::visible(reading, columns).into_iter().find(|row| row.line == line)?;
    // Left of the text is before its first letter.
    let left = if mouse.column < area.x { mouse.column } else { area.x + columns.gutter };
    Some(Target::Row { paragraph: row.paragraph, span: row.span, left })
}

/// Selects letters from where the button went down.
fn drag(model: &mut Model, mouse: Mouse) {
    if let Some(edge) = model.dragged {
        return drag_edge(model, edge, mouse);
    }
    let hit = match mouse.hit {
        Some(Target::Row { .. }) if rests(model, mouse) => row_beside(model, mouse),
        hit => hit,
    };
    let Some(Target::Row { span, left, .. }) = hit else {
        // Above or below the text: scroll towards it.
        if model.overlays.is_empty()
            && model.reading.as_ref().is_some_and(|reading| reading.pressed.is_some())
        {
            let area = layout::areas(model).main;
            let steps = if mouse.row <= area.y { -1 } else { isize::from(mouse.row + 1 >= area.bottom()) };
            reading::scroll(model, steps, false);
        }
        return;
    };
    let Some(reading) = &mut model.reading else { return };
    let Some(anchor) = reading.pressed else { return };
    let head = layout::position_in(reading, span, usize::from(mouse.column.saturating_sub(left)));
    if head != anchor || reading.select != Select::None {
        reading.select = Select::Letters { anchor, head: CharPos(head.0), fixed: true };
        reading.at = reading.paragraph_at(head);
    }
}
