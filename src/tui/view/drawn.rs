//! Drawings in the place of a table's rows: tiles of a portrait, lines of a codeline. The cursor is the table's.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::table::shape;
use super::{HitMap, paint};
use crate::model::chart::{Chart, Codeline, Portrait};
use crate::text::wrap;
use crate::tui::model::Model;
use crate::tui::msg::Target;

/// Cells of a tile.
const TILE: u16 = 2;
/// Where there are no colours, letters stand for codes.
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

fn letter(code: usize) -> String {
    LETTERS.get(code).map_or('*', |letter| char::from(*letter)).to_string()
}

/// Tiles in a line of a portrait.
pub fn across(model: &Model) -> usize {
    let cells = shape(model).cells;
    let tiles = model.table.order.len();
    let most = usize::from((cells.width.saturating_sub(2) / TILE).max(1));
    // A square of letters is about twice as high as wide; the legend needs some lines.
    let lines = usize::from(cells.height.saturating_sub(4).max(1));
    tiles.div_ceil(lines).clamp(1, most).max(most.min(20))
}

pub fn draw(model: &Model, buffer: &mut Buffer, cells: Rect, hits: &mut HitMap) {
    match &model.table.content.chart {
        Some(Chart::Portrait(portrait)) => tiles(model, buffer, cells, portrait, hits),
        Some(Chart::Codeline(codeline)) => lines(model, buffer, cells, codeline, hits),
        _ => {}
    }
}

fn tiles(model: &Model, buffer: &mut Buffer, cells: Rect, portrait: &Portrait, hits: &mut HitMap) {
    let theme = model.theme;
    let across = across(model).max(1);
    let rows = portrait.tiles.len().div_ceil(across);
    let room = usize::from(cells.height.saturating_sub(3).max(1));
    // The line with the cursor is in sight.
    let line = model.table.rows.at / across;
    let top = line.saturating_sub(room.saturating_sub(1)).min(rows.saturating_sub(room.min(rows)));
    for (nth, code) in portrait.tiles.iter().enumerate().skip(top * across).take(room * across) {
        let (x, y) = ((nth % across) as u16 * TILE, (nth / across - top) as u16);
        let spot = Rect { x: cells.x + 1 + x, y: cells.y + y, width: TILE, height: 1 };
        hits.put(spot, Target::TableCell(nth, 0));
        let here = nth == model.table.rows.at;
        let (text, mut style) = match code.and_then(|code| portrait.codes.get(code).zip(Some(code))) {
            Some(((_, color), code)) => match theme.has_colors() {
                true => ("██".to_owned(), Style::new().fg(theme.code(color))),
                false => (letter(code).repeat(2), Style::new()),
            },
            None => ("··".to_owned(), theme.dim()),
        };
        if here {
            style = style.add_modifier(Modifier::REVERSED);
        }
        let text = if here { "◂▸".to_owned() } else { text };
        paint::text(buffer, spot.x, spot.y, TILE, &text, style);
    }
    let shown = rows.min(room) as u16;
    let mut y = cells.y + shown + 1;
    let mut x = cells.x + 1;
    for (nth, (path, color)) in portrait.codes.iter().enumerate() {
        let name = end_of(path, 30);
        let wide = wrap::width(&name) as u16 + 4;
        if x + wide > cells.right() {
            (x, y) = (cells.x + 1, y + 1);
        }
        if y >= cells.bottom() {
            break;
        }
        let (sign, style) = match theme.has_colors() {
            true => ("■".to_owned(), Style::new().fg(theme.code(color))),
            false => (letter(nth), theme.accent()),
        };
        paint::text(buffer, x, y, 1, &sign, style);
        x += 2 + paint::text(buffer, x + 2, y, wide, &name, Style::new()) + 2;
    }
}

fn lines(model: &Model, buffer: &mut Buffer, cells: Rect, codeline: &Codeline, hits: &mut HitMap) {
    let theme = model.theme;
    let view = &model.table;
    let names = codeline.lines.iter().map(|line| wrap::width(&line.code)).max().unwrap_or(0);
    let left = (names as u16).min(cells.width / 3).max(8);
    let start = cells.x + 1 + left + 1;
    let room = cells.right().saturating_sub(start + 1).max(1);
    let paragraphs = (codeline.numbers.len() as u32).max(1);
    let at = |nth: u32| -> u16 { (u64::from(nth) * u64::from(room) / u64::from(paragraphs)) as u16 };
    // Where the table's rows stand on the scale: they are the paragraphs with a code.
    let number = |row: usize| -> Option<u32> {
        let head = view.content.table.rows.get(row)?.first()?;
        let crate::model::table::Value::Said { stored, .. } = &head.value else { return None };
        stored.parse().ok()
    };
    let nth = |number: u32| codeline.numbers.iter().position(|other| *other == number).map(|at| at as u32);
    let here = view.row().and_then(number).and_then(nth);
    let (first, last) = (codeline.numbers.first(), codeline.numbers.last());
    if let (Some(first), Some(last)) = (first, last) {
        let last = last.to_string();
        paint::text(buffer, start, cells.y, room, &first.to_string(), theme.dim());
        let x = start + room.saturating_sub(wrap::width(&last) as u16);
        paint::text(buffer, x, cells.y, room, &last, theme.dim());
    }
    if let Some((nth, number)) = here.zip(view.row().and_then(number)) {
        let text = number.to_string();
        let x = (start + at(nth)).min(start + room.saturating_sub(wrap::width(&text) as u16));
        paint::text(buffer, x, cells.y, room, &text, theme.accent());
    }
    let height = usize::from(cells.height.saturating_sub(1));
    let current = view.columns.at.saturating_sub(1);
    let top = current.saturating_sub(height.saturating_sub(1));
    for (line, y) in (top..codeline.lines.len()).zip(cells.y + 1..cells.bottom()) {
        let Some(one) = codeline.lines.get(line) else { break };
        let whole = Rect { x: cells.x, y, width: cells.width, height: 1 };
        let style = if line == current { theme.accent() } else { Style::new() };
        if line == current {
            paint::wash(buffer, whole, theme.cursor_idle());
        }
        // The end of a path says most.
        paint::text(buffer, cells.x + 1, y, left, &end_of(&one.code, usize::from(left)), style);
        for x in 0..room {
            paint::text(buffer, start + x, y, 1, "·", theme.frame());
        }
        let color = Style::new().fg(theme.code(&one.color));
        for &(first, last) in &one.segments {
            let (from, to) = (at(first), at(last + 1).max(at(first) + 1));
            for x in from..to.min(room) {
                paint::text(buffer, start + x, y, 1, if theme.has_colors() { "█" } else { "#" }, color);
            }
        }
        if let (true, Some(nth)) = (line == current, here) {
            let spot = Rect { x: start + at(nth), y, width: 1, height: 1 };
            paint::wash(buffer, spot, Style::new().add_modifier(Modifier::REVERSED));
        }
        for (row, nth) in (0..view.content.table.rows.len()).filter_map(|row| Some((row, nth(number(row)?)?)))
        {
            hits.put(Rect { x: start + at(nth), y, width: 1, height: 1 }, Target::TableCell(row, line + 1));
        }
    }
}

/// A path in so many columns: its end where it does not fit.
pub fn end_of(path: &str, room: usize) -> String {
    let mut rest = path;
    let mut shown = path.to_owned();
    while wrap::width(&shown) > room
        && let Some((_, tail)) = rest.split_once('/')
    {
        rest = tail;
        shown = format!("…/{rest}");
    }
    wrap::cut(&shown, room)
}
