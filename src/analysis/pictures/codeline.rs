//! A codeline: codes as lines, paragraphs from left to right.

use super::sheet::{LABEL, MARGIN, SMALL, Sheet, anchored};
use crate::model::chart::Codeline;
use crate::model::picture::{A4, Anchor, Color, Label, Picture};
use crate::model::table::Table;
use crate::text::letters;

const ROW: f32 = 18.0;
const BAR: f32 = 10.0;
const WIDEST_HEAD: f32 = 250.0;

pub fn draw(table: &Table, codeline: &Codeline) -> Picture {
    let paragraphs = codeline.numbers.len() as u32;
    let wide = if paragraphs > 150 { A4.1 } else { A4.0 };
    let mut sheet = Sheet::new(table, wide);
    if codeline.lines.is_empty() || paragraphs == 0 {
        return sheet.nothing(table);
    }
    let left = codeline
        .lines
        .iter()
        .map(|line| letters::width(&line.code, LABEL))
        .fold(40.0, f32::max)
        .min(WIDEST_HEAD);
    let start = MARGIN + left + 8.0;
    let room = wide - MARGIN - start;
    let at = |paragraph: u32| start + room * paragraph as f32 / paragraphs as f32;
    let top = sheet.y + 16.0;
    let bottom = top + ROW * codeline.lines.len() as f32;
    // Numbers as a scale: the first, then round ones as far as they have room.
    let step = step(paragraphs, room);
    let mut free = f32::MIN;
    for nth in 0..paragraphs {
        let number = codeline.number(nth);
        let (x, text) = (at(nth), number.to_string());
        let half = letters::width(&text, SMALL) / 2.0;
        if (nth > 0 && !number.is_multiple_of(step)) || x - half < free {
            continue;
        }
        free = x + half + 4.0;
        sheet.line((x, top), (x, bottom), 0.5, Color::RULE);
        sheet.label(Label { color: Color::SOFT, text, ..anchored(x, top - 4.0, SMALL, Anchor::Middle) });
    }
    for (nth, line) in codeline.lines.iter().enumerate() {
        let y = top + ROW * nth as f32;
        sheet.path(&line.code, left, anchored(start - 6.0, y + 13.0, LABEL, Anchor::End));
        sheet.line((start, y + ROW / 2.0), (start + room, y + ROW / 2.0), 0.5, Color::GROUND);
        for &(first, last) in &line.segments {
            let (from, to) = (at(first), at(last + 1));
            let says = match first == last {
                true => format!("{}: {}", line.code, codeline.number(first)),
                false => format!("{}: {}–{}", line.code, codeline.number(first), codeline.number(last)),
            };
            let width = (to - from - 0.5).max(1.5);
            sheet.area(from, y + (ROW - BAR) / 2.0, width, BAR, Color::mark(&line.color), says);
        }
    }
    sheet.y = bottom + 4.0;
    sheet.finish(table)
}

/// Every how many paragraphs a number stands: 1, 2, 5, 10, 20 …
fn step(paragraphs: u32, room: f32) -> u32 {
    let most = (room / 36.0).max(1.0) as u32;
    let steps = (0..9).flat_map(|power| [1, 2, 5].map(|digit| digit * 10u32.pow(power)));
    steps.into_iter().find(|step| paragraphs / step <= most).unwrap_or(paragraphs.max(1))
}
