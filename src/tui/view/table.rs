//! Any table: its first columns stay, the others scroll; the cell with the cursor stands whole below, with the notes.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{HitMap, drawn, paint};
use crate::model::chart::{Chart, Heat};
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
/// Columns of text that the words of a record take at most: they stand last.
const LONGEST: u16 = 110;
/// Columns of text that the heading of a shaded column takes at most; where one is longer, all are numbers.
const HEADING: usize = 10;
/// Columns of text for a bar beside its number.
const BAR: u16 = 14;

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
    let title = wrap::width(&heading(view, column));
    match &view.content.chart {
        // Numbers side by side.
        Some(Chart::Heat(heat)) if heat.columns.contains(&column) => widest.max(title).max(4) as u16,
        Some(Chart::Heat(heat)) if column >= heat.columns.end => widest.max(title.min(16)) as u16,
        Some(Chart::Bars(bars)) if column == bars.value => (widest.max(title) as u16).max(8) + BAR,
        _ if view.is_record() && column + 1 == table.columns.len() => {
            (widest.max(title) as u16).clamp(3, LONGEST)
        }
        _ => (widest.max(title).max(3) as u16).min(WIDEST),
    }
}

/// An operation that does not stand any more.
fn is_undone(view: &TableView, row: usize) -> bool {
    let table = &view.content.table;
    let state = table.columns.iter().position(|column| column.key == "state");
    let cell = state.and_then(|state| table.rows.get(row)?.get(state));
    matches!(view.report, Some(Report::History(_))) && cell.is_some_and(|cell| !cell.value.plain().is_empty())
}

/// A shaded table; the codeline as a table is one too, but not shaded.
fn heat(view: &TableView) -> Option<&Heat> {
    match &view.content.chart {
        Some(Chart::Heat(heat)) => Some(heat),
        _ => None,
    }
}

/// Whether the headings of a shaded table are numbers: they say which, the cell with the cursor names it below.
fn numbered(view: &TableView) -> bool {
    let columns = &view.content.table.columns;
    heat(view).is_some_and(|heat| {
        let mut titles = columns.get(heat.columns.clone()).unwrap_or(&[]).iter().map(|column| &column.title);
        titles.any(|title| wrap::width(title) > HEADING)
    })
}

fn heading(view: &TableView, column: usize) -> String {
    let title = view.content.table.columns.get(column).map_or("", |column| column.title.as_str());
    match heat(view).filter(|heat| heat.columns.contains(&column)) {
        Some(heat) if numbered(view) => (column - heat.columns.start + 1).to_string(),
        _ => title.to_owned(),
    }
}

/// The head of a row: the end of a path says most. Where columns are the same codes, with its number.
fn head_of(view: &TableView, row: usize, text: &str, width: usize) -> String {
    let number = match heat(view) {
        Some(heat) if heat.symmetric && numbered(view) => format!("{:>2} ", row + 1),
        _ => String::new(),
    };
    let path = drawn::end_of(text, width.saturating_sub(wrap::width(&number)));
    number + &path
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
    if view.is_drawn() {
        drawn::draw(model, buffer, shape.cells, hits);
        return below(model, buffer, shape.below);
    }
    let most = heat(view).map_or(0.0, |heat| heat.most(table));
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
        let title = wrap::cut(&heading(view, *column), usize::from(*width));
        let title = format!("{title}{sign}");
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
                _ if is_undone(view, row) => theme.dim(),
                _ if *column < table.frozen => theme.accent(),
                _ => Style::new(),
            };
            let spot = Rect { x: *x, y, width: *width, height: 1 };
            hits.put(spot, Target::TableCell(view.rows.top + nth, *column));
            let shade = heat(view).and_then(|heat| heat.shade(table, row, *column, most));
            let style = match shade {
                Some(shade) => shaded(model, buffer, spot, shade, style),
                None => style,
            };
            let mut style = style;
            if here && *column == view.columns.at {
                let cursor = if focus { theme.cursor() } else { theme.cursor_idle() };
                paint::wash(buffer, spot, cursor);
                // A shade would hide it.
                if shade.is_some() {
                    style = cursor;
                }
            }
            let right = kind == ColumnKind::Number || leads_up(view, *column);
            let text = first_line(&text);
            let text = match *column == 0 && view.counted().is_some() {
                true => head_of(view, row, text, usize::from(*width)),
                false => text.to_owned(),
            };
            bar(model, buffer, spot, row, *column);
            align(buffer, *x, y, *width, &text, right, style);
        }
    }
    below(model, buffer, shape.below);
}

/// What stands before a keyword ends at it.
fn leads_up(view: &TableView, column: usize) -> bool {
    let table = &view.content.table;
    table.name == "concordance" && table.columns.get(column).is_some_and(|column| column.key == "before")
}

/// The ground of a number that is compared: darker for more. With few colours or none a block beside it grows instead.
fn shaded(model: &Model, buffer: &mut Buffer, spot: Rect, shade: f32, style: Style) -> Style {
    let theme = model.theme;
    if !theme.has_shades() {
        const BLOCKS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
        let level = (shade * (BLOCKS.len() - 1) as f32).ceil().clamp(0.0, 8.0) as usize;
        paint::text(buffer, spot.right(), spot.y, 1, BLOCKS[level], theme.accent());
        return if level == 0 { theme.dim() } else { style };
    }
    let (ground, ink) = theme.shade(shade);
    // With the gap behind it, so that the ground is one.
    let area = Rect { x: spot.x.saturating_sub(1), width: spot.width + 2, ..spot };
    paint::wash(buffer, area, Style::new().bg(ground));
    if shade == 0.0 { theme.dim().bg(ground) } else { Style::new().fg(ink).bg(ground) }
}

/// The number of a row as a bar before it, in its code's colour.
fn bar(model: &Model, buffer: &mut Buffer, spot: Rect, row: usize, column: usize) {
    let view = &model.table;
    let Some(Chart::Bars(bars)) = &view.content.chart else { return };
    if column != bars.value || !bars.rows.contains(&row) || spot.width < BAR {
        return;
    }
    let table = &view.content.table;
    let number = |row: usize| table.rows.get(row)?.get(bars.value)?.value.number();
    let most = bars.rows.clone().filter_map(number).fold(0.0, f64::max);
    let share = number(row).filter(|_| most > 0.0).map_or(0.0, |number| number / most);
    // In eighths of a cell.
    let eighths = (share * f64::from(BAR) * 8.0).round() as u16;
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let text = "█".repeat(usize::from(eighths / 8)) + PARTS[usize::from(eighths % 8)];
    let style = match bars.colors.get(row.saturating_sub(bars.rows.start)) {
        Some(color) => Style::new().fg(model.theme.code(color)),
        None => model.theme.accent(),
    };
    paint::text(buffer, spot.x, spot.y, BAR, &text, style);
}

/// Numbers stand at the right of their column.
fn align(buffer: &mut Buffer, x: u16, y: u16, width: u16, text: &str, right: bool, style: Style) {
    let wide = wrap::width(text) as u16;
    let from = if right && wide < width { x + width - wide } else { x };
    paint::text(buffer, from, y, width.saturating_sub(from - x), text, style);
}

/// The cell with the cursor, whole; then what the table says of itself.
fn below(model: &Model, buffer: &mut Buffer, area: Rect) {
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
    // Of a record its words, which stand last and are cut first; of other rows the cell with the cursor.
    let at = match view.is_record() && view.columns.at == 0 {
        true => view.content.table.columns.len().saturating_sub(1),
        false => view.columns.at,
    };
    let title = view.content.table.columns.get(at).map_or("", |column| column.title.as_str());
    let mut what = title.to_owned();
    // A drawing has no headings; those of shaded tables are cut.
    if view.counted().is_some() && view.columns.at > 0 || view.is_drawn() {
        let row = view.row().and_then(|row| view.content.table.rows.get(row)).and_then(|row| row.first());
        let row = row.map(|cell| cell.value.plain()).unwrap_or_default();
        what = if view.columns.at == 0 { format!("{title} {row}") } else { format!("{row} · {title}") };
    }
    if let Some(variable) = view.variable() {
        let kind = crate::tr!(&format!("variable-kind-{}", variable.kind.name()));
        let disclosure = crate::tr!(&format!("disclosure-{}", variable.disclosure.name()));
        what = format!("{title} · {kind} · {disclosure}");
    }
    let used = paint::text(buffer, rest.x, rest.y, rest.width, &what, theme.dim());
    let text = match (&view.content.chart, view.row().and_then(|row| view.content.table.rows.get(row))) {
        // Of a tile: where it is, and all its codes.
        (Some(Chart::Portrait(_)), Some(row)) if view.is_drawn() => {
            row.iter().skip(1).map(|cell| cell.value.plain()).collect::<Vec<_>>().join("  ")
        }
        (_, Some(row)) => row.get(at).map(|cell| cell.value.plain()).unwrap_or_default(),
        (_, None) => String::new(),
    };
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
