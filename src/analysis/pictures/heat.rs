//! Heat maps: a number in every cell, darker ground for greater numbers, totals without ground at the edges.

use super::sheet::{LABEL, MARGIN, NUMBER, SMALL, Sheet, anchored};
use crate::model::chart::{Heat, shaded};
use crate::model::picture::{A4, Anchor, Color, Label, Picture};
use crate::model::table::{Cell, Table, Value};
use crate::text::letters;
use crate::tr;

const ROW: f32 = 20.0;
const WIDEST_HEAD: f32 = 240.0;
const TALLEST_HEAD: f32 = 170.0;
const SWATCH: f32 = 8.0;
/// Room between what is compared and totals.
const GAP: f32 = 6.0;

pub fn draw(table: &Table, heat: &Heat) -> Picture {
    let layout = Layout::new(table, heat);
    let mut sheet = Sheet::new(table, layout.width);
    if heat.rows.is_empty() || heat.columns.is_empty() {
        return sheet.nothing(table);
    }
    let most = heat.most(table);
    for panel in layout.panels() {
        draw_panel(&mut sheet, table, heat, &layout, &panel, most);
        sheet.y += 10.0;
    }
    scale(&mut sheet, table, heat, most);
    sheet.finish(table)
}

/// How the map is laid out: upright if it fits, else on its side, else with less air; what does not fit even then goes
/// below, in panels of as many columns each.
struct Layout {
    width: f32,
    /// Room of the headings of rows, and of columns.
    left: f32,
    top: f32,
    /// Headings of columns are read from below.
    upright: bool,
    /// The columns with their widths.
    columns: Vec<(usize, f32)>,
}

impl Layout {
    fn new(table: &Table, heat: &Heat) -> Layout {
        let row =
            |row: &Vec<Cell>| row.first().map_or(0.0, |cell| letters::width(&cell.value.plain(), LABEL));
        let swatch = if heat.row_colors.is_empty() { 0.0 } else { SWATCH + 4.0 };
        let left = table.rows.iter().map(row).fold(40.0, f32::max).min(WIDEST_HEAD) + swatch + 8.0;
        let titles: Vec<f32> =
            table.columns.iter().map(|column| letters::width(&column.title, LABEL)).collect();
        let title = |column: usize| titles.get(column).copied().unwrap_or_default();
        let cell = |column: usize, pad: f32| -> f32 {
            let cells = table.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| letters::width(&shown(&cell.value), NUMBER)).fold(14.0, f32::max) + 2.0 * pad
        };
        let laid = |upright: bool, pad: f32| -> Vec<(usize, f32)> {
            let wide = |column: usize| match upright {
                true => cell(column, pad),
                false => cell(column, pad).max(title(column) + 10.0),
            };
            // All that is compared is equally wide, so that ground says nothing by its size.
            let same = heat.columns.clone().map(wide).fold(0.0, f32::max);
            (heat.columns.start..table.columns.len())
                .map(|column| (column, if heat.columns.contains(&column) { same } else { wide(column) }))
                .collect()
        };
        let tries = [(false, 6.0, A4.0), (true, 6.0, A4.0), (true, 6.0, A4.1), (true, 2.0, A4.1)];
        let needed = |columns: &[(usize, f32)]| {
            2.0 * MARGIN + left + GAP + columns.iter().map(|(_, width)| width).sum::<f32>()
        };
        let found = tries.iter().find(|(upright, pad, width)| needed(&laid(*upright, *pad)) <= *width);
        let (upright, pad, width) = *found.unwrap_or(&(true, 2.0, A4.1));
        let tallest = titles.iter().skip(heat.columns.start).copied().fold(0.0, f32::max).min(TALLEST_HEAD);
        let swatches = if heat.column_colors.is_empty() { 0.0 } else { SWATCH + 2.0 };
        let top = if upright { tallest + 14.0 } else { ROW + swatches };
        Layout { width, left, top, upright, columns: laid(upright, pad) }
    }

    /// The columns that stand beside each other: all, or about as many in each panel.
    fn panels(&self) -> Vec<Vec<(usize, f32)>> {
        let room = self.width - 2.0 * MARGIN - self.left - GAP;
        let all: f32 = self.columns.iter().map(|(_, width)| width).sum();
        let count = (all / room).ceil().max(1.0);
        let each = (self.columns.len() as f32 / count).ceil().max(1.0) as usize;
        let widest = self.columns.iter().map(|(_, width)| *width).fold(1.0, f32::max);
        let each = each.min((room / widest).max(1.0) as usize).max(1);
        match count > 1.0 {
            true => self.columns.chunks(each).map(<[_]>::to_vec).collect(),
            false => vec![self.columns.clone()],
        }
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Undefined(_) => "–".to_owned(),
        value => value.plain(),
    }
}

fn draw_panel(
    sheet: &mut Sheet,
    table: &Table,
    heat: &Heat,
    layout: &Layout,
    panel: &[(usize, f32)],
    most: f64,
) {
    let top = sheet.y;
    let body = top + layout.top;
    let start = MARGIN + layout.left;
    // Where each column begins; totals stand a little apart.
    let mut x = start;
    let mut places = Vec::with_capacity(panel.len());
    for &(column, width) in panel {
        if column == heat.columns.end && x > start {
            x += GAP;
        }
        places.push((column, x, width));
        x += width;
    }
    let mut row_y = Vec::with_capacity(table.rows.len());
    let mut y = body;
    for row in 0..table.rows.len() {
        if row == heat.rows.end {
            y += GAP;
        }
        row_y.push(y);
        y += ROW;
    }
    for &(column, x, width) in &places {
        let title = table.columns.get(column).map_or("", |column| column.title.as_str());
        let color = column.checked_sub(heat.columns.start).and_then(|at| heat.column_colors.get(at));
        let middle = x + width / 2.0;
        let swatch = if let Some(color) = color.filter(|_| heat.columns.contains(&column)) {
            sheet.area(
                middle - SWATCH / 2.0,
                body - SWATCH - 1.0,
                SWATCH,
                SWATCH,
                Color::mark(color),
                title.to_owned(),
            );
            SWATCH + 4.0
        } else {
            2.0
        };
        if layout.upright {
            let label = Label {
                x: middle + LABEL * 0.35,
                y: body - swatch - 1.0,
                size: LABEL,
                upright: true,
                ..Label::default()
            };
            sheet.path(title, layout.top - swatch - 2.0, label);
        } else {
            sheet.fitted(title, width, anchored(middle, body - swatch - 4.0, LABEL, Anchor::Middle));
        }
    }
    for (row, (cells, &y)) in table.rows.iter().zip(&row_y).enumerate() {
        let head = cells.first().map(|cell| cell.value.plain()).unwrap_or_default();
        let color = row.checked_sub(heat.rows.start).and_then(|at| heat.row_colors.get(at));
        let mut x = MARGIN;
        if !heat.row_colors.is_empty() {
            if let Some(color) = color.filter(|_| heat.rows.contains(&row)) {
                sheet.area(x, y + (ROW - SWATCH) / 2.0, SWATCH, SWATCH, Color::mark(color), head.clone());
            }
            x += SWATCH + 4.0;
        }
        let bold = !heat.rows.contains(&row);
        let label = Label { x, y: y + 14.0, size: LABEL, bold, ..Label::default() };
        sheet.path(&head, layout.left - (x - MARGIN) - 4.0, label);
        for &(column, x, width) in &places {
            let Some(cell) = cells.get(column) else { continue };
            let shade = heat.shade(table, row, column, most);
            let ground = shade.map(shaded);
            let title = table.columns.get(column).map_or("", |column| column.title.as_str());
            let says = format!("{head}, {title}: {}", cell.value.plain());
            if let Some(ground) = ground {
                sheet.area(x + 0.5, y + 0.5, width - 1.0, ROW - 1.0, ground, says);
            }
            let zero = cell.value.number() == Some(0.0);
            let color = match ground {
                Some(_) if zero => Color::FAINT,
                Some(ground) => ground.ink(),
                None if zero || matches!(cell.value, Value::Undefined(_)) => Color::FAINT,
                None => Color::SOFT,
            };
            let whole = if let Value::Undefined(why) = &cell.value { why.clone() } else { String::new() };
            let label = Label { color, whole, ..anchored(x + width / 2.0, y + 13.7, NUMBER, Anchor::Middle) };
            sheet.fitted(&shown(&cell.value), width, label);
        }
    }
    sheet.y = y;
}

/// What the ground means.
fn scale(sheet: &mut Sheet, table: &Table, heat: &Heat, most: f64) {
    if most <= 0.0 {
        return;
    }
    let like = |number: f64| -> String {
        let first = heat.rows.clone().flat_map(|row| heat.columns.clone().map(move |column| (row, column)));
        let kind = first
            .filter_map(|(row, column)| {
                table.rows.get(row).and_then(|row| row.get(column)).map(|cell| &cell.value)
            })
            .find(|value| value.number().is_some());
        match kind {
            Some(Value::Share(_, digits)) => Value::Share(number, *digits).plain(),
            Some(Value::Decimal(_, digits)) => Value::Decimal(number, *digits).plain(),
            _ => Value::Integer(number.round() as i64).plain(),
        }
    };
    const STEPS: usize = 6;
    let (size, top) = (26.0, sheet.y);
    let zero = like(0.0);
    sheet.label(Label {
        color: Color::SOFT,
        text: zero.clone(),
        ..anchored(MARGIN, top + 10.0, SMALL, Anchor::Start)
    });
    let mut x = MARGIN + letters::width(&zero, SMALL) + 6.0;
    for step in 0..STEPS {
        let shade = step as f32 / (STEPS - 1) as f32;
        sheet.area(x, top + 1.0, size, 11.0, shaded(shade), like(most * f64::from(shade)));
        x += size;
    }
    let text = tr!("picture-most", number = like(most));
    sheet.label(Label { color: Color::SOFT, text, ..anchored(x + 6.0, top + 10.0, SMALL, Anchor::Start) });
    let undefined = heat.rows.clone().any(|row| {
        let cells = table.rows.get(row).and_then(|row| row.get(heat.columns.clone()));
        cells.is_some_and(|cells| cells.iter().any(|cell| matches!(cell.value, Value::Undefined(_))))
    });
    if undefined {
        let why = heat.rows.clone().filter_map(|row| table.rows.get(row)).flatten().find_map(|cell| {
            match &cell.value {
                Value::Undefined(why) => Some(why.clone()),
                _ => None,
            }
        });
        let x = x + 12.0 + letters::width(&tr!("picture-most", number = like(most)), SMALL);
        let text = format!("– {}", why.unwrap_or_default());
        sheet.label(Label {
            color: Color::SOFT,
            text,
            ..anchored(x + 12.0, top + 10.0, SMALL, Anchor::Start)
        });
    }
    sheet.y += 16.0;
}
