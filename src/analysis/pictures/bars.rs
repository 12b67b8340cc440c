//! Bars: one for each row, in its code's colour, with its number at the end.

use super::sheet::{LABEL, MARGIN, NUMBER, Sheet, anchored};
use crate::model::chart::Bars;
use crate::model::picture::{A4, Anchor, Color, Label, Picture};
use crate::model::table::{Cell, Table};
use crate::text::letters;

const ROW: f32 = 20.0;
const BAR: f32 = 13.0;
const WIDEST_HEAD: f32 = 300.0;

pub fn draw(table: &Table, bars: &Bars) -> Picture {
    let mut sheet = Sheet::new(table, A4.0);
    let rows: Vec<_> = bars.rows.clone().filter_map(|row| table.rows.get(row)).collect();
    if rows.is_empty() {
        return sheet.nothing(table);
    }
    let text = |row: &[Cell], at: usize| row.get(at).map(|cell| cell.value.plain()).unwrap_or_default();
    // Two codes with their paths have no room beside each other.
    let last = |path: String| path.rsplit('/').next().unwrap_or_default().to_owned();
    let head = |row: &[Cell]| match bars.other {
        Some(other) => format!("{} · {}", last(text(row, bars.label)), last(text(row, other))),
        None => text(row, bars.label),
    };
    let value = |row: &[Cell]| row.get(bars.value).map(|cell| cell.value.clone()).unwrap_or_default();
    let left = rows.iter().map(|row| letters::width(&head(row), LABEL)).fold(40.0, f32::max).min(WIDEST_HEAD);
    let numbers = rows.iter().map(|row| letters::width(&value(row).plain(), NUMBER)).fold(0.0, f32::max);
    let start = MARGIN + left + 8.0;
    let room = A4.0 - MARGIN - numbers - 6.0 - start;
    let most = rows.iter().filter_map(|row| value(row).number()).fold(0.0, f64::max);
    sheet.line((start, sheet.y), (start, sheet.y + ROW * rows.len() as f32), 1.0, Color::RULE);
    for (nth, row) in rows.iter().enumerate() {
        let (name, value) = (head(row), value(row));
        let number = value.number().unwrap_or_default();
        let width = if most > 0.0 { (number / most) as f32 * room } else { 0.0 };
        let y = sheet.y + (ROW - BAR) / 2.0;
        let color = Color::mark(bars.colors.get(nth).map_or("", String::as_str));
        if width > 0.0 {
            let says = format!("{name}: {}", value.plain());
            sheet.area(start, y, width.max(0.5), BAR, color, says);
        }
        let label = Label { ..anchored(start - 6.0, sheet.y + 14.0, LABEL, Anchor::End) };
        sheet.path(&name, left, label);
        let color = if number == 0.0 { Color::FAINT } else { Color::BLACK };
        let label = Label { color, ..anchored(start + width + 5.0, sheet.y + 13.7, NUMBER, Anchor::Start) };
        sheet.fitted(&value.plain(), numbers + 200.0, label);
        sheet.y += ROW;
    }
    sheet.finish(table)
}
