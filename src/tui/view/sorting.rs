//! What each key does while segments are sorted: the subcodes with their keys and how many each has.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::{HitMap, paint};
use crate::model::CodeId;
use crate::text::wrap;
use crate::tui::command::Command;
use crate::tui::layout::NARROW;
use crate::tui::model::Model;
use crate::tui::msg::Target;
use crate::tui::update::overlays;

/// Rows that the subcodes take at most where they stand below the segments.
const ROWS: u16 = 4;
/// Columns of a subcode besides its name and its number.
const SIGNS: usize = 7;

/// Something that a segment can be put into.
struct Subcode {
    key: String,
    code: CodeId,
    name: String,
    count: usize,
    color: Color,
}

/// Draws the subcodes beside the segments, or below them where the window is narrow. Gives what is left for the segments.
pub fn subcodes(model: &Model, buffer: &mut Buffer, area: Rect, hits: &mut HitMap) -> Rect {
    let tree = &model.study.tree;
    let sorting = &model.listing.sorting;
    let subcode = |(key, code): (char, CodeId)| {
        let node = tree.get(code)?;
        let count = tree.subtree(code).iter().map(|below| sorting.in_code(below.code.id)).sum();
        let color = model.theme.code(&node.code.color);
        Some(Subcode { key: key.to_string(), code, name: node.code.name.clone(), count, color })
    };
    let all: Vec<Subcode> = overlays::sorting_keys(model).into_iter().filter_map(subcode).collect();
    if model.width >= NARROW {
        beside(model, buffer, area, &all, hits)
    } else {
        below(model, buffer, area, &all, hits)
    }
}

/// Says how a first subcode is made.
fn none(model: &Model, buffer: &mut Buffer, area: Rect) {
    let key = model.keymap.shown(Command::SortPick, &model.contexts());
    paint::block(buffer, area, &crate::tr!("sorting-no-subcodes", key = key), model.theme.dim());
}

/// One below the other in a column of their own, the code itself last.
fn beside(model: &Model, buffer: &mut Buffer, area: Rect, all: &[Subcode], hits: &mut HitMap) -> Rect {
    let theme = model.theme;
    // What is in none of them yet stands last, and is the way back.
    let sorting = &model.listing.sorting;
    let itself = model.study.tree.get(sorting.code).map(|node| Subcode {
        key: model.keymap.shown(Command::SortBack, &model.contexts()),
        code: sorting.code,
        name: node.code.name.clone(),
        count: sorting.in_code(sorting.code),
        color: theme.code(&node.code.color),
    });
    let wide = |one: &Subcode| wrap::width(&one.name) + one.count.to_string().len() + SIGNS;
    let widest = all.iter().chain(&itself).map(wide).max();
    let width = (widest.unwrap_or(0) as u16).clamp(22, (area.width / 3).max(22));
    let left = area.right().saturating_sub(width);
    let column = Rect { x: left, y: area.y + 1, width, height: area.height.saturating_sub(1) };
    for y in column.top()..column.bottom() {
        paint::text(buffer, left - 1, y, 1, "│", theme.frame());
    }
    let bold = Style::new().add_modifier(Modifier::BOLD);
    paint::text(buffer, left + 1, column.y, width - 2, &crate::tr!("sorting-into"), bold);
    let list = Rect { y: column.y + 1, height: column.height.saturating_sub(3), ..column };
    if all.is_empty() {
        none(model, buffer, Rect { x: left + 1, width: width - 2, ..list });
    }
    for (nth, one) in all.iter().enumerate() {
        let y = list.y + nth as u16;
        if y + 1 >= list.bottom() && nth + 1 < all.len() {
            paint::text(buffer, left + 1, y, width - 2, &format!("… {}", all.len() - nth), theme.dim());
            break;
        }
        line(model, buffer, Rect { y, height: 1, ..list }, one, hits);
    }
    if let Some(itself) = itself {
        let y = (list.y + all.len().max(2) as u16 + 1).min(column.bottom().saturating_sub(1));
        line(model, buffer, Rect { y, height: 1, ..list }, &itself, hits);
    }
    Rect { width: area.width.saturating_sub(width + 1), ..area }
}

fn line(model: &Model, buffer: &mut Buffer, area: Rect, one: &Subcode, hits: &mut HitMap) {
    hits.put(area, Target::Subcode(one.code));
    let count = one.count.to_string();
    let end = area.right().saturating_sub(count.len() as u16 + 1);
    paint::text(buffer, area.x + 1, area.y, 1, &one.key, model.theme.accent());
    paint::text(buffer, area.x + 3, area.y, 1, "■", Style::new().fg(one.color));
    let room = end.saturating_sub(area.x + 6);
    paint::text(buffer, area.x + 5, area.y, room, &one.name, Style::new());
    paint::text(buffer, end, area.y, count.len() as u16, &count, model.theme.dim());
}

/// One after the other, as many in a row as there is room for.
fn below(model: &Model, buffer: &mut Buffer, area: Rect, all: &[Subcode], hits: &mut HitMap) -> Rect {
    let theme = model.theme;
    let inside = area.width.saturating_sub(3);
    let mut rows: Vec<Vec<&Subcode>> = vec![Vec::new()];
    let mut used = 0;
    for one in all {
        let width = (wrap::width(&one.name).min(30) + one.count.to_string().len() + SIGNS) as u16;
        if used + width > inside && used > 0 {
            rows.push(Vec::new());
            used = 0;
        }
        if let Some(row) = rows.last_mut() {
            row.push(one);
        }
        used += width;
    }
    rows.truncate(usize::from(ROWS));
    let height = rows.len() as u16 + 1;
    let top = area.bottom().saturating_sub(height);
    for x in area.left()..area.right() {
        paint::text(buffer, x, top, 1, "─", theme.frame());
    }
    if all.is_empty() {
        none(model, buffer, Rect { x: area.x + 2, y: top + 1, width: inside, height: 1 });
    }
    for (y, row) in (top + 1..area.bottom()).zip(rows) {
        let mut x = area.x + 2;
        for one in row {
            let from = x;
            x += paint::text(buffer, x, y, 1, &one.key, theme.accent()) + 1;
            x += paint::text(buffer, x, y, 1, "■", Style::new().fg(one.color)) + 1;
            let room = area.right().saturating_sub(x).min(30);
            x += paint::text(buffer, x, y, room, &one.name, Style::new()) + 1;
            let room = area.right().saturating_sub(x);
            x += paint::text(buffer, x, y, room, &one.count.to_string(), theme.dim());
            hits.put(Rect { x: from, y, width: x - from, height: 1 }, Target::Subcode(one.code));
            x += 2;
        }
    }
    Rect { height: area.height.saturating_sub(height), ..area }
}
