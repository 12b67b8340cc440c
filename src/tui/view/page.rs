//! A text to be read over the panes.

use ratatui::Frame;

use super::{HitMap, paint};
use crate::tui::model::Model;
use crate::tui::model::overlay::Page;
use crate::tui::msg::Target;
use crate::tui::update::overlays as rules;

pub fn draw(model: &Model, page: &Page, frame: &mut Frame<'_>, hits: &mut HitMap) {
    let area = rules::page_area(model);
    hits.put(area, Target::Popup);
    let buffer = frame.buffer_mut();
    let inside = paint::frame(model, buffer, area, &page.title, &crate::tr!("page-keys"));
    let lines = rules::page_lines(model);
    let height = usize::from(inside.height);
    for ((tone, text), y) in lines.iter().skip(page.top).take(height).zip(inside.y..) {
        let style = paint::tone(model, *tone);
        paint::text(buffer, inside.x + 1, y, inside.width.saturating_sub(2), text, style);
    }
    // How far one has read.
    if lines.len() > height {
        paint::more(model, buffer, area, lines.len(), page.top + height);
    }
}
