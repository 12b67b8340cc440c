//! The Summary Grid: documents (cases, persons, groups) × codes, the cell's segments beside its summary; how far each row
//! and column is, and their own summaries, at the edges.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{HitMap, paint};
use crate::analysis::grid::{Level, Part, Row, RowOf};
use crate::model::CodeId;
use crate::model::summaries::Condensed;
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
    /// Lines at the foot of the columns: how far they are, and what is written of them.
    pub foot: u16,
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
    let condensed = model.grid.grid.codes.iter().any(|code| condensed_column(model, *code).is_some());
    let foot = if condensed && !model.grid.turned && cells.height >= 12 { 2 } else { 1 };
    let rows = usize::from(cells.height.saturating_sub(1 + foot) / tall).max(1);
    Shape { first, column, columns: usize::from(columns), rows, tall, foot, cells, below }
}

/// ○ segments wait for a summary, ● there is one, – a summary without segments, · nothing.
pub fn sign(part: &Part<'_>) -> &'static str {
    match (part.segments.is_empty(), part.summary.is_some()) {
        (false, true) => "●",
        (false, false) => "○",
        (true, true) => "–",
        (true, false) => "·",
    }
}

/// What is written of a code.
fn condensed_column(model: &Model, code: CodeId) -> Option<&str> {
    model.grid.grid.condensed(Condensed::Code(code)).map(|one| one.text.as_str())
}

/// What is written of a row: of its case, or of its document.
fn condensed_row<'a>(model: &'a Model, row: &Row) -> Option<&'a str> {
    let on = match row.of {
        RowOf::Case(id) => Condensed::Case(id),
        _ => Condensed::Document(*row.documents.first()?),
    };
    model.grid.grid.condensed(on).map(|one| one.text.as_str())
}

/// `3/12 ○2`: how many cells are summarised, and how many wait.
fn level_sign(level: &Level) -> String {
    let waiting = if level.waiting > 0 { format!(" ○{}", level.waiting) } else { String::new() };
    format!("{}/{}{waiting}", level.summarised, level.cells)
}

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect, hits: &mut HitMap) {
    let buffer = frame.buffer_mut();
    let view = &model.grid;
    let mut title = crate::tr!(if view.subcodes { "title-grid-sub" } else { "title-grid" });
    if let Some(by) = &view.grid.by {
        title = format!("{title} · {by}");
    }
    if !model.active.documents.is_empty() || !model.active.codes.is_empty() {
        title = format!("{title} · {}", crate::tr!("title-grid-active"));
    }
    let level = view.level;
    let right = crate::tr!(
        "title-grid-level",
        summarised = level.summarised,
        cells = level.cells,
        waiting = level.waiting
    );
    paint::title(model, buffer, area, &title, &right, model.pane == Pane::Main);
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
    let (lines, columns) = view.size();
    for nth in 0..shape.rows {
        let line = view.rows.top + nth;
        if line >= lines {
            break;
        }
        let y = shape.cells.y + 1 + nth as u16 * shape.tall;
        heading(model, buffer, &shape, line, y);
        for nth in 0..shape.columns {
            let column = view.columns.top + nth;
            let Some((row, code)) = view.at(line, column).filter(|_| column < columns) else { break };
            let x = shape.cells.x + shape.first + nth as u16 * (shape.column + 1);
            let cell = Rect { x, y, width: shape.column, height: shape.tall };
            hits.put(cell, Target::Cell(line, column));
            let here = line == view.rows.at && column == view.columns.at;
            one(model, buffer, cell, &view.grid.parts(row, code), here);
        }
    }
    foot(model, buffer, &shape);
    detail(model, buffer, &shape, hits);
}

/// The heading of a line: which row (turned, which code), how far it is, and the beginning of its summary.
fn heading(model: &Model, buffer: &mut Buffer, shape: &Shape, line: usize, y: u16) {
    let view = &model.grid;
    let theme = model.theme;
    let style = if line == view.rows.at { theme.accent() } else { Style::new() };
    let (x, width) = (shape.cells.x, shape.first - 1);
    let (name, second, level, condensed) = if view.turned {
        let Some(&code) = view.grid.codes.get(line) else { return };
        let node = model.study.tree.get(code);
        let name = node.map_or(String::new(), |node| node.code.name.clone());
        (name, String::new(), view.grid.column_level(code), condensed_column(model, code))
    } else {
        let Some(row) = view.grid.rows.get(line) else { return };
        let class = row.class.as_ref().filter(|_| row.of != RowOf::Class);
        let second = class.map_or(row.title.clone(), |(_, title)| title.clone());
        (row.name.clone(), second, view.grid.row_level(row), condensed_row(model, row))
    };
    paint::text(buffer, x, y, width, &name, style);
    let sign = level_sign(&level);
    let style = if level.waiting > 0 { theme.warn() } else { theme.dim() };
    let last = if shape.tall > 2 || second.is_empty() || condensed.is_some() { y + 1 } else { y };
    if last > y {
        paint::text(buffer, x, y + 1, width, &sign, style);
    } else {
        let wide = wrap::width(&sign) as u16;
        if wrap::width(&name) as u16 + wide < width {
            paint::text(buffer, x + width - wide, y, wide, &sign, style);
        }
    }
    let words = condensed.map(|text| format!("¶ {}", text.replace('\n', " "))).unwrap_or(second);
    if shape.tall > 2 {
        paint::text(buffer, x, y + 2, width, &words, theme.dim());
    } else if last == y {
        paint::text(buffer, x, y + 1, width, &words, theme.dim());
    }
}

fn header(model: &Model, buffer: &mut Buffer, shape: &Shape) {
    let view = &model.grid;
    let line = Rect { height: 1, ..shape.cells };
    paint::wash(buffer, line, Style::new().add_modifier(Modifier::UNDERLINED));
    let columns = view.size().1;
    for nth in 0..shape.columns {
        let column = view.columns.top + nth;
        if column >= columns {
            break;
        }
        let x = shape.cells.x + shape.first + nth as u16 * (shape.column + 1);
        let mut style = Style::new().add_modifier(Modifier::UNDERLINED);
        if column == view.columns.at {
            style = style.patch(model.theme.accent());
        }
        if view.turned {
            let name = view.grid.rows.get(column).map_or("", |row| row.name.as_str());
            paint::text(buffer, x, line.y, shape.column, name, style);
            continue;
        }
        let Some(node) = view.grid.codes.get(column).and_then(|code| model.study.tree.get(*code)) else {
            break;
        };
        let color = Style::new().fg(model.theme.code(&node.code.color)).add_modifier(Modifier::UNDERLINED);
        paint::text(buffer, x, line.y, 1, "■", color);
        paint::text(buffer, x + 2, line.y, shape.column.saturating_sub(2), &node.code.name, style);
    }
    let more = columns > view.columns.top + shape.columns;
    let less = view.columns.top > 0;
    let sign = match (less, more) {
        (true, true) => "◂ ▸",
        (true, false) => "◂",
        (false, true) => "▸",
        _ => "",
    };
    paint::text(buffer, shape.cells.x, line.y, 3, sign, model.theme.dim());
}

/// Below the columns: how far they are, and the beginning of what is written of them.
fn foot(model: &Model, buffer: &mut Buffer, shape: &Shape) {
    let view = &model.grid;
    let theme = model.theme;
    let y = shape.cells.bottom().saturating_sub(shape.foot);
    paint::text(buffer, shape.cells.x, y, shape.first - 1, &crate::tr!("grid-foot"), theme.dim());
    for nth in 0..shape.columns {
        let column = view.columns.top + nth;
        let x = shape.cells.x + shape.first + nth as u16 * (shape.column + 1);
        let (level, condensed) = if view.turned {
            let Some(row) = view.grid.rows.get(column) else { break };
            (view.grid.row_level(row), condensed_row(model, row))
        } else {
            let Some(&code) = view.grid.codes.get(column) else { break };
            (view.grid.column_level(code), condensed_column(model, code))
        };
        let style = if level.waiting > 0 { theme.warn() } else { theme.dim() };
        let mark = if condensed.is_some() { " ¶" } else { "" };
        paint::text(buffer, x, y, shape.column, &format!("{}{mark}", level_sign(&level)), style);
        if shape.foot > 1 {
            let words = condensed.unwrap_or_default().replace('\n', " ");
            paint::text(buffer, x, y + 1, shape.column, &words, theme.dim());
        }
    }
}

fn one(model: &Model, buffer: &mut Buffer, area: Rect, parts: &[Part<'_>], here: bool) {
    let theme = model.theme;
    let focus = model.pane == Pane::Main && !model.grid.in_segments;
    let wash = match (here, focus) {
        (true, true) => theme.cursor(),
        (true, false) => theme.cursor_idle(),
        _ => Style::new(),
    };
    paint::wash(buffer, area, wash);
    // One interview that waits makes the cell wait.
    let waits = parts.iter().any(Part::waits);
    let said = parts.iter().find(|part| !part.is_bare());
    let Some(first) = parts.iter().find(|part| part.waits()).or(said) else {
        paint::text(buffer, area.x, area.y, area.width, "·", theme.dim());
        return;
    };
    let count: usize = parts.iter().map(|part| part.segments.len()).sum();
    let style = match (count, waits) {
        (0, _) => theme.dim(),
        (_, true) => theme.warn().add_modifier(Modifier::BOLD),
        (_, false) => theme.good(),
    };
    let state = first.state.filter(|_| first.summary.is_none());
    let mark = if state.is_some() { "∅" } else { sign(first) };
    let mut x = area.x + paint::text(buffer, area.x, area.y, area.width, mark, style) + 1;
    if count > 0 {
        x += paint::text(buffer, x, area.y, 5, &count.to_string(), style) + 1;
    }
    let room = area.right().saturating_sub(x);
    if let Some(state) = state.filter(|_| count == 0) {
        paint::text(buffer, x, area.y, room, &state.words(), theme.dim());
        return;
    }
    let several = parts.len() > 1;
    let words = parts.iter().filter_map(|part| {
        let text = part.summary?.text.replace('\n', " ");
        Some(if several { format!("{}: {text}", model.study.label(part.document)) } else { text })
    });
    let words = words.collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return;
    }
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
        match last {
            true => paint::unfinished(buffer, area.x, y, area.width, words, Style::new()),
            false => paint::text(buffer, area.x, y, area.width, words, Style::new()),
        };
    }
}

/// The cell with the cursor: its summary, and its segments with their citations, interview by interview.
fn detail(model: &Model, buffer: &mut Buffer, shape: &Shape, hits: &mut HitMap) {
    let theme = model.theme;
    let view = &model.grid;
    let Some((row, code)) = view.cell() else { return };
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
    let head = crate::tr!("form-summary", document = row.name.clone(), code = path);
    let top = if beside { inside.y } else { area.y };
    paint::text(buffer, inside.x, top, inside.width, &head, theme.accent());
    let mut y = inside.y + u16::from(beside);
    let parts = view.content();
    let several = parts.len() > 1;
    // Below the segment with the cursor there is room for those after it.
    let skip = if view.in_segments { view.segment } else { 0 };
    let mut nth = 0;
    if several && parts.iter().all(Part::is_bare) {
        paint::text(buffer, inside.x, y, inside.width, &crate::tr!("cell-empty"), theme.dim());
    }
    for part in &parts {
        if y >= inside.bottom() {
            return;
        }
        let passed = skip >= nth + part.segments.len() && !part.segments.is_empty() && view.in_segments;
        if several && part.is_bare() || passed {
            nth += part.segments.len();
            continue;
        }
        if several {
            let label = format!("{} {}", sign(part), model.study.label(part.document));
            paint::text(buffer, inside.x, y, inside.width, &label, theme.accent());
            y += 1;
        }
        let room = Rect { y, height: inside.bottom().saturating_sub(y), ..inside };
        if let Some(summary) = part.summary {
            let room = Rect { height: if several { room.height } else { room.height / 2 }, ..room };
            y += paint::block(buffer, room, &summary.text, Style::new()) + 1;
        } else if !part.segments.is_empty() {
            let line = crate::tr!("cell-open", count = part.segments.len());
            paint::text(buffer, room.x, y, room.width, &line, theme.warn());
            y += 1;
        } else {
            let line = part.state.map_or_else(|| crate::tr!("cell-empty"), |state| state.words());
            paint::text(buffer, room.x, y, room.width, &line, theme.dim());
            y += 1;
        }
        for segment in &part.segments {
            let at = nth;
            nth += 1;
            if at < skip {
                continue;
            }
            if y >= inside.bottom() {
                return;
            }
            let here = view.in_segments && at == view.segment;
            let room = Rect { y, height: inside.bottom() - y, ..inside };
            let used = paint::text(buffer, room.x, y, room.width, &segment.citation, theme.accent());
            let beside = if view.subcodes { segment.code.clone() } else { segment.speakers.join(", ") };
            let rest = room.width.saturating_sub(used + 1);
            paint::text(buffer, room.x + used + 1, y, rest, &beside, theme.dim());
            let body = Rect { y: y + 1, height: room.height - 1, ..room };
            let rows = paint::block(buffer, body, &segment.text, Style::new());
            let whole = Rect { height: rows + 1, ..room };
            if here {
                paint::wash(buffer, whole, theme.cursor());
            }
            hits.put(whole, Target::Line(at));
            y += rows + 1;
        }
    }
}
