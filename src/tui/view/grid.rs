//! The Summary Grid: documents × codes, the cell's segments beside its summary.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{HitMap, paint};
use crate::text::{CharPos, wrap};
use crate::tui::layout::areas;
use crate::tui::model::{Model, Pane};
use crate::tui::msg::Target;

/// How the grid is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The frozen first column.
    pub first: u16,
    /// A code's column.
    pub column: u16,
    /// Columns and rows in sight.
    pub columns: usize,
    pub rows: usize,
    /// Lines of a row.
    pub tall: u16,
    /// The cells; below (or beside) the segments and the summary of the cell with the cursor.
    pub cells: Rect,
    pub below: Rect,
}

pub fn shape(model: &Model) -> Shape {
    let area = areas(model).main;
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let wide = body.width >= 130;
    let (cells, below) = if wide {
        let beside = body.width * 2 / 5;
        let cells = Rect { width: body.width - beside, ..body };
        (cells, Rect { x: body.x + cells.width, width: beside, ..body })
    } else {
        let lower = body.height * 2 / 5;
        let cells = Rect { height: body.height - lower, ..body };
        (cells, Rect { y: body.y + cells.height, height: lower, ..body })
    };
    let first = (cells.width / 5).clamp(8, 18);
    let column: u16 = 20;
    let columns = (cells.width.saturating_sub(first) / (column + 1)).max(1);
    let column = (cells.width.saturating_sub(first) / columns).saturating_sub(1).max(8);
    let tall = if cells.height >= 20 { 3 } else { 2 };
    let rows = usize::from(cells.height.saturating_sub(1) / tall).max(1);
    Shape { first, column, columns: usize::from(columns), rows, tall, cells, below }
}

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect, hits: &mut HitMap) {
    let buffer = frame.buffer_mut();
    let view = &model.grid;
    let (all, filled) = view.grid.filled();
    let key = if view.subcodes { "title-grid-sub" } else { "title-grid" };
    let right = crate::tr!("title-grid-filled", filled = filled, all = all);
    paint::title(model, buffer, area, &crate::tr!(key), &right, model.pane == Pane::Main);
    if !view.loaded || view.cell().is_none() {
        if view.loaded {
            let line = crate::tr!("grid-empty");
            paint::text(
                buffer,
                area.x + 2,
                area.y + 2,
                area.width.saturating_sub(4),
                &line,
                model.theme.dim(),
            );
        }
        return;
    }
    let shape = shape(model);
    header(model, buffer, &shape);
    for nth in 0..shape.rows {
        let row = view.rows.top + nth;
        let Some(&document) = view.grid.documents.get(row) else { break };
        let y = shape.cells.y + 1 + nth as u16 * shape.tall;
        let here = row == view.rows.at;
        let style = if here { model.theme.accent() } else { Style::new() };
        paint::text(buffer, shape.cells.x, y, shape.first - 1, &model.study.label(document), style);
        let title = model.study.document(document).map_or("", |document| document.title.as_str());
        paint::text(buffer, shape.cells.x, y + 1, shape.first - 1, title, model.theme.dim());
        for nth in 0..shape.columns {
            let column = view.columns.top + nth;
            let Some(&code) = view.grid.codes.get(column) else { break };
            let x = shape.cells.x + shape.first + nth as u16 * (shape.column + 1);
            let cell = Rect { x, y, width: shape.column, height: shape.tall };
            hits.put(cell, Target::Cell(document, code));
            one(model, buffer, cell, document, code, here && column == view.columns.at);
        }
    }
    detail(model, buffer, &shape, hits);
}

fn header(model: &Model, buffer: &mut Buffer, shape: &Shape) {
    let view = &model.grid;
    let line = Rect { height: 1, ..shape.cells };
    paint::wash(buffer, line, Style::new().add_modifier(Modifier::UNDERLINED));
    for nth in 0..shape.columns {
        let column = view.columns.top + nth;
        let Some(node) = view.grid.codes.get(column).and_then(|code| model.study.tree.get(*code)) else {
            break;
        };
        let x = shape.cells.x + shape.first + nth as u16 * (shape.column + 1);
        let color = Style::new().fg(model.theme.code(&node.code.color)).add_modifier(Modifier::UNDERLINED);
        paint::text(buffer, x, line.y, 1, "■", color);
        let mut style = Style::new().add_modifier(Modifier::UNDERLINED);
        if column == view.columns.at {
            style = style.patch(model.theme.accent());
        }
        paint::text(buffer, x + 2, line.y, shape.column.saturating_sub(2), &node.code.name, style);
    }
    let more = view.grid.codes.len() > view.columns.top + shape.columns;
    let less = view.columns.top > 0;
    let sign = match (less, more) {
        (true, true) => "◂ ▸",
        (true, false) => "◂",
        (false, true) => "▸",
        _ => "",
    };
    paint::text(buffer, shape.cells.x, line.y, 3, sign, model.theme.dim());
}

fn one(
    model: &Model,
    buffer: &mut Buffer,
    area: Rect,
    document: crate::model::DocumentId,
    code: crate::model::CodeId,
    here: bool,
) {
    let theme = model.theme;
    let focus = model.pane == Pane::Main && !model.grid.in_segments;
    let wash = match (here, focus) {
        (true, true) => theme.cursor(),
        (true, false) => theme.cursor_idle(),
        _ => Style::new(),
    };
    paint::wash(buffer, area, wash);
    let Some(cell) = model.grid.grid.cell(document, code) else {
        paint::text(buffer, area.x, area.y, area.width, "·", theme.dim());
        return;
    };
    let count = cell.segments.len();
    // ○ segments wait for a summary, ● there is one, – a summary without segments.
    let (sign, style) = match (count, cell.summary.is_some()) {
        (0, _) => ("–", theme.dim()),
        (_, true) => ("●", theme.good()),
        (_, false) => ("○", theme.warn()),
    };
    let mut x = area.x + paint::text(buffer, area.x, area.y, area.width, sign, style) + 1;
    if count > 0 {
        x += paint::text(buffer, x, area.y, 5, &count.to_string(), style) + 1;
    }
    let Some(summary) = &cell.summary else { return };
    let words = summary.text.replace('\n', " ");
    let room = area.right().saturating_sub(x);
    let first = wrap::rows(&words, CharPos(0), usize::from(room.max(1))).first().copied().unwrap_or_default();
    let whole = crate::text::Text::new(words.as_str());
    let head = whole.slice(first);
    let rest = words.get(head.len()..).unwrap_or_default();
    paint::text(buffer, x, area.y, room, head.trim_end(), Style::new());
    let lines = area.height - 1;
    let rows = wrap::rows(rest, CharPos(0), usize::from(area.width));
    let rest = crate::text::Text::new(rest);
    for (nth, row) in rows.iter().enumerate().take(usize::from(lines)) {
        let y = area.y + 1 + nth as u16;
        let last = nth + 1 == usize::from(lines) && rows.len() > nth + 1;
        let words = rest.slice(*row).trim_end();
        let used = paint::text(buffer, area.x, y, area.width - u16::from(last), words, Style::new());
        // Words that fill the line are cut with the sign already.
        if last && wrap::width(words) < usize::from(area.width) {
            paint::text(buffer, area.x + used, y, 1, "…", Style::new());
        }
    }
}

/// The cell with the cursor: its summary, and its segments with their citations.
fn detail(model: &Model, buffer: &mut Buffer, shape: &Shape, hits: &mut HitMap) {
    let theme = model.theme;
    let view = &model.grid;
    let Some((document, code)) = view.cell() else { return };
    let area = shape.below;
    let beside = area.y == shape.cells.y;
    let inside = if beside {
        for y in area.top()..area.bottom() {
            paint::text(buffer, area.x, y, 1, "│", theme.frame());
        }
        Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area }
    } else {
        for x in area.left()..area.right() {
            paint::text(buffer, x, area.y, 1, "─", theme.frame());
        }
        Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height - 1 }
    };
    let path = model.study.tree.path(code).to_owned();
    let head = crate::tr!("form-summary", document = model.study.label(document), code = path);
    paint::text(
        buffer,
        inside.x,
        if beside { inside.y } else { area.y },
        inside.width,
        &head,
        theme.accent(),
    );
    let mut y = inside.y + u16::from(beside);
    let content = view.content();
    if let Some(summary) = content.and_then(|cell| cell.summary.as_ref()) {
        let room = Rect { y, height: (inside.bottom() - y) / 2, ..inside };
        y += paint::block(buffer, room, &summary.text, Style::new()) + 1;
    } else if let Some(cell) = content.filter(|cell| !cell.segments.is_empty()) {
        let line = crate::tr!("cell-open", count = cell.segments.len());
        paint::text(buffer, inside.x, y, inside.width, &line, theme.warn());
        y += 1;
    } else {
        paint::text(buffer, inside.x, y, inside.width, &crate::tr!("cell-empty"), theme.dim());
    }
    let segments = content.map_or(&[][..], |cell| &cell.segments);
    for (nth, segment) in segments.iter().enumerate().skip(if view.in_segments { view.segment } else { 0 }) {
        if y >= inside.bottom() {
            break;
        }
        let here = view.in_segments && nth == view.segment;
        let room = Rect { y, height: inside.bottom() - y, ..inside };
        let used = paint::text(buffer, room.x, y, room.width, &segment.citation, theme.accent());
        let beside = if view.subcodes { segment.code.clone() } else { segment.speakers.join(", ") };
        paint::text(buffer, room.x + used + 1, y, room.width.saturating_sub(used + 1), &beside, theme.dim());
        let body = Rect { y: y + 1, height: room.height - 1, ..room };
        let rows = paint::block(buffer, body, &segment.text, Style::new());
        let whole = Rect { height: rows + 1, ..room };
        if here {
            paint::wash(buffer, whole, theme.cursor());
        }
        hits.put(whole, Target::Line(nth));
        y += rows + 1;
    }
}
