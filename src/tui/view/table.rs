//! Any table: its first columns stay, the others scroll; the cell with the cursor stands whole below, with the notes.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{HitMap, paint};
use crate::model::table::{ColumnKind, Value};
use crate::model::variables::Entity;
use crate::text::wrap;
use crate::tui::command::{Command, Context};
use crate::tui::layout::areas;
use crate::tui::model::table::{Report, TableView};
use crate::tui::model::{Model, Pane};
use crate::tui::msg::Target;

/// Columns of text that a column takes at most.
const WIDEST: u16 = 34;

/// How the table is cut.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shape {
    /// The columns in sight: which, where, how wide.
    pub columns: Vec<(usize, u16, u16)>,
    /// Rows in sight.
    pub rows: usize,
    pub cells: Rect,
    /// The cell with the cursor, and the notes.
    pub below: Rect,
}

fn width_of(view: &TableView, column: usize) -> u16 {
    let table = &view.content.table;
    let cell = |row: &Vec<crate::model::table::Cell>| {
        row.get(column).map_or(0, |cell| wrap::width(first_line(&cell.value.plain())))
    };
    // A table of thousands of rows: the first hundreds say how wide a column is.
    let widest = table.rows.iter().take(500).map(cell).max().unwrap_or(0);
    let title = table.columns.get(column).map_or(0, |column| wrap::width(&column.title));
    (widest.max(title).max(3) as u16).min(WIDEST)
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

pub fn shape(model: &Model) -> Shape {
    let area = areas(model).main;
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let lower = (body.height / 4).clamp(3, 9);
    let cells = Rect { height: body.height.saturating_sub(lower), ..body };
    let below = Rect { y: body.y + cells.height, height: lower, ..body };
    let view = &model.table;
    let count = view.content.table.columns.len();
    let frozen = view.content.table.frozen.min(count);
    let (left, right) = (cells.x + 1, cells.right().saturating_sub(1));
    let mut columns = Vec::new();
    let mut x = left;
    let mut place = |column: usize, x: &mut u16| {
        let room = right.saturating_sub(*x);
        let width = width_of(view, column).min(room);
        // A sliver says nothing.
        if width < 3 && !columns.is_empty() {
            return false;
        }
        columns.push((column, *x, width));
        *x += width + 2;
        true
    };
    for column in 0..frozen {
        place(column, &mut x);
    }
    // From the first that leaves the column with the cursor in sight.
    let mut first = view.columns.top.max(frozen);
    let at = view.columns.at;
    if at >= frozen {
        first = first.min(at);
        let fits = |from: usize| -> bool {
            let used: u16 = (from..=at).map(|column| width_of(view, column) + 2).sum();
            x + used <= right + 2
        };
        while first < at && !fits(first) {
            first += 1;
        }
    }
    for column in first..count {
        if x >= right || !place(column, &mut x) {
            break;
        }
    }
    Shape { columns, rows: usize::from(cells.height.saturating_sub(1)).max(1), cells, below }
}

pub fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect, hits: &mut HitMap) {
    let buffer = frame.buffer_mut();
    let theme = model.theme;
    let view = &model.table;
    let table = &view.content.table;
    let focus = model.pane == Pane::Main;
    let right = match view.order.len() {
        0 => String::new(),
        all => format!("{}/{all}", view.rows.at + 1),
    };
    paint::title(model, buffer, area, &table.title, &right, focus);
    let shape = shape(model);
    if table.rows.is_empty() {
        // An empty sheet has columns all the same, and they can be changed.
        let mut line = crate::tr!("table-empty");
        if let Some(Report::Sheet { entity: Entity::Case | Entity::Person, .. }) = view.report {
            let key = model.keymap.shown(Command::RowAdd, &[Context::Table]);
            line = format!("{line} {}", crate::tr!("table-empty-sheet", key = key));
        }
        paint::text(buffer, area.x + 2, shape.cells.y + 2, area.width.saturating_sub(4), &line, theme.dim());
    }
    let head = shape.cells.y;
    for (column, x, width) in &shape.columns {
        let Some(known) = table.columns.get(*column) else { continue };
        let sign = match view.sort {
            Some((by, from_end)) if by == *column => {
                if from_end {
                    "▼"
                } else {
                    "▲"
                }
            }
            _ => "",
        };
        let title = format!("{}{sign}", wrap::cut(&known.title, usize::from(*width)));
        let style = theme.accent().add_modifier(Modifier::UNDERLINED);
        align(buffer, *x, head, *width + 1, &title, known.kind == ColumnKind::Number, style);
    }
    for nth in 0..shape.rows {
        let Some(&row) = view.order.get(view.rows.top + nth) else { break };
        let y = head + 1 + nth as u16;
        let here = view.rows.top + nth == view.rows.at;
        let line = Rect { x: shape.cells.x, y, width: shape.cells.width, height: 1 };
        hits.put(line, Target::Line(view.rows.top + nth));
        if here {
            paint::wash(buffer, line, theme.cursor_idle());
        }
        for (column, x, width) in &shape.columns {
            let Some(cell) = table.rows.get(row).and_then(|row| row.get(*column)) else { continue };
            let text = cell.value.plain();
            let kind = table.columns.get(*column).map(|column| column.kind).unwrap_or_default();
            let style = match &cell.value {
                Value::Undefined(_) => theme.warn(),
                _ if *column < table.frozen => theme.accent(),
                _ => Style::new(),
            };
            let spot = Rect { x: *x, y, width: *width, height: 1 };
            hits.put(spot, Target::TableCell(view.rows.top + nth, *column));
            if here && *column == view.columns.at {
                paint::wash(buffer, spot, if focus { theme.cursor() } else { theme.cursor_idle() });
            }
            align(buffer, *x, y, *width, first_line(&text), kind == ColumnKind::Number, style);
        }
    }
    below(model, buffer, shape.below);
}

/// Numbers stand at the right of their column.
fn align(
    buffer: &mut ratatui::buffer::Buffer,
    x: u16,
    y: u16,
    width: u16,
    text: &str,
    right: bool,
    style: Style,
) {
    let wide = wrap::width(text) as u16;
    let from = if right && wide < width { x + width - wide } else { x };
    paint::text(buffer, from, y, width.saturating_sub(from - x), text, style);
}

/// The cell with the cursor, whole; then what the table says of itself.
fn below(model: &Model, buffer: &mut ratatui::buffer::Buffer, area: Rect) {
    let theme = model.theme;
    let view = &model.table;
    for x in area.left()..area.right() {
        paint::text(buffer, x, area.y, 1, "─", theme.frame());
    }
    let mut rest = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
    };
    let title = view.content.table.columns.get(view.columns.at).map_or("", |column| column.title.as_str());
    let mut what = title.to_owned();
    if let Some(variable) = view.variable() {
        let kind = crate::tr!(&format!("variable-kind-{}", variable.kind.name()));
        let disclosure = crate::tr!(&format!("disclosure-{}", variable.disclosure.name()));
        what = format!("{title} · {kind} · {disclosure}");
    }
    let used = paint::text(buffer, rest.x, rest.y, rest.width, &what, theme.dim());
    let text = view.cell().map(|cell| cell.value.plain()).unwrap_or_default();
    let room = rest.width.saturating_sub(used + 2);
    if wrap::width(&text) <= usize::from(room) && !text.contains('\n') {
        paint::text(buffer, rest.x + used + 2, rest.y, room, &text, Style::new());
        (rest.y, rest.height) = (rest.y + 1, rest.height.saturating_sub(1));
    } else {
        let body = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
        let rows = paint::block(buffer, body, &text, Style::new());
        (rest.y, rest.height) = (body.y + rows, body.height.saturating_sub(rows));
    }
    for note in &view.content.table.notes {
        if rest.height == 0 {
            break;
        }
        let rows = paint::block(buffer, rest, note, theme.dim());
        (rest.y, rest.height) = (rest.y + rows, rest.height.saturating_sub(rows));
    }
}
