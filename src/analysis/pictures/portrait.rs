//! A document portrait: tiles line by line, as one reads.

use super::sheet::{MARGIN, Sheet};
use crate::model::chart::Portrait;
use crate::model::picture::{A4, Color, Picture};
use crate::model::table::Table;
use crate::tr;

const TILE: f32 = 16.0;

pub fn draw(table: &Table, portrait: &Portrait) -> Picture {
    let mut sheet = Sheet::new(table, A4.0);
    if portrait.tiles.is_empty() {
        return sheet.nothing(table);
    }
    let most = ((A4.0 - 2.0 * MARGIN) / TILE) as usize;
    // About as wide as high; the last line is as full as the others where that is possible.
    let square = ((portrait.tiles.len() as f32 * 1.6).sqrt().ceil() as usize).clamp(1, most);
    let across =
        (square..=most).find(|across| portrait.tiles.len().is_multiple_of(*across)).unwrap_or(square);
    for (nth, code) in portrait.tiles.iter().enumerate() {
        let (x, y) = ((nth % across) as f32 * TILE, (nth / across) as f32 * TILE);
        let fill = code
            .and_then(|code| portrait.codes.get(code))
            .map_or(Color::GROUND, |(_, color)| Color::mark(color));
        let cells = table.rows.get(nth);
        let cell =
            |at: usize| cells.and_then(|row| row.get(at)).map(|cell| cell.value.plain()).unwrap_or_default();
        let says = format!("{} {}", cell(1), cell(4)).trim().to_owned();
        sheet.area(MARGIN + x, sheet.y + y, TILE - 1.0, TILE - 1.0, fill, says);
    }
    sheet.y += portrait.tiles.len().div_ceil(across) as f32 * TILE + 4.0;
    let mut codes: Vec<(String, Color)> =
        portrait.codes.iter().map(|(path, color)| (path.clone(), Color::mark(color))).collect();
    codes.push((tr!("portrait-not-coded"), Color::GROUND));
    sheet.legend(&codes);
    sheet.finish(table)
}
