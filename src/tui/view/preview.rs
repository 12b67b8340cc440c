//! What an import would bring, before anything is written.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{HitMap, paint};
use crate::text::wrap;
use crate::tui::model::Model;
use crate::tui::model::overlay::Preview;
use crate::tui::msg::Target;
use crate::tui::update::overlays::{self as rules, MARGIN, Tone};

/// After how long the wait shows that it goes on.
const SPIN_AFTER: u64 = 200;

pub fn draw(model: &Model, open: &Preview, frame: &mut Frame<'_>, hits: &mut HitMap) {
    let theme = model.theme;
    let area = rules::preview_area(model);
    hits.put(area, Target::Popup);
    let buffer = frame.buffer_mut();
    let ready = rules::preview_ready(open).len();
    let foot = match (&open.found, ready) {
        (None, _) => crate::tr!("preview-waiting-keys"),
        (Some(_), 0) => crate::tr!("preview-nothing-keys"),
        (Some(_), ready) => crate::tr!("preview-keys", count = ready),
    };
    let inside = paint::frame(model, buffer, area, &crate::tr!("preview-title"), &foot);
    if open.found.is_none() {
        if model.clock.saturating_sub(open.since) > SPIN_AFTER {
            let words = crate::tr!("preview-reading", percent = model.progress);
            let text = format!("{} {words}", super::footer::spinner(model));
            paint::text(buffer, inside.x + 1, inside.y, inside.width.saturating_sub(2), &text, theme.dim());
        }
        return;
    }
    let lines = rules::preview_lines(model);
    let height = usize::from(inside.height);
    for (line, y) in lines.iter().skip(open.top).take(height).zip(inside.y..) {
        let style = match line.tone {
            Tone::Name => theme.accent(),
            Tone::Plain => Style::new(),
            Tone::Dim => theme.dim(),
            Tone::Warning => theme.warn(),
            Tone::Error => theme.error(),
        };
        let margin = if line.tone == Tone::Warning { style } else { theme.dim() };
        let right = MARGIN.saturating_sub(1);
        let left = right.saturating_sub(wrap::width(&line.margin)) as u16;
        paint::text(buffer, inside.x + left, y, right as u16, &line.margin, margin);
        let x = inside.x + MARGIN as u16;
        paint::text(buffer, x, y, inside.right().saturating_sub(x + 1), &line.text, style);
    }
    // How far one has read, where not all lines fit.
    if lines.len() > height {
        let below = lines.len().saturating_sub(open.top + height);
        let text = if below > 0 { format!(" ↓ {below} ") } else { " ↑ ".to_owned() };
        let wide = wrap::width(&text) as u16;
        let at = Rect { x: area.right().saturating_sub(wide + 2), y: area.y, width: wide, height: 1 };
        paint::text(buffer, at.x, at.y, wide, &text, theme.accent());
    }
}
