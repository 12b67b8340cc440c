//! A text to be read over the panes; work that is waited for.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

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

/// After how long the wait is shown.
const SHOWN_AFTER: u64 = 200;

/// Work that takes long, how far it is, and how it is stopped.
pub fn waiting(
    model: &Model,
    what: &str,
    since: u64,
    stopping: bool,
    frame: &mut Frame<'_>,
    hits: &mut HitMap,
) {
    if model.clock.saturating_sub(since) <= SHOWN_AFTER {
        return;
    }
    let area = rules::waiting_area(model);
    hits.put(area, Target::Popup);
    let buffer = frame.buffer_mut();
    let inside = paint::frame(model, buffer, area, "", &crate::tr!("waiting-keys"));
    let words = if stopping { crate::tr!("waiting-stopping") } else { what.to_owned() };
    let text = format!("{} {words}", super::footer::spinner(model));
    let line = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), height: 1, ..inside };
    paint::text(buffer, line.x, line.y, line.width, &text, Style::new());
    paint::bar(model, buffer, Rect { y: line.y + 1, ..line }, usize::from(model.progress), 100);
}
