//! The editor of a summary, with what it condenses beside it: segments with their citations, or other summaries.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::{HitMap, paint};
use crate::text::{CharPos, wrap};
use crate::tui::layout::centred;
use crate::tui::model::Model;
use crate::tui::model::overlay::{Aside, Form};
use crate::tui::msg::Target;

/// Editor and list side by side from this width on.
const WIDE: u16 = 76;

pub fn draw(model: &Model, open: &Form, frame: &mut Frame<'_>, hits: &mut HitMap) {
    let theme = model.theme;
    let area = centred(model, 160, model.height.saturating_sub(4).min(50));
    hits.put(area, Target::Popup);
    let entries = &open.aside.entries;
    let key = if entries.is_empty() { "form-editor-keys" } else { "form-summary-keys" };
    let inside = paint::frame(model, frame.buffer_mut(), area, &open.title, &crate::tr!(key));
    let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    let (editor, beside) = if entries.is_empty() {
        (inside, None)
    } else if inside.width >= WIDE {
        let half = inside.width / 2;
        let right = Rect { x: inside.x + half + 2, width: inside.width - half - 2, ..inside };
        for y in inside.top()..inside.bottom() {
            paint::text(frame.buffer_mut(), inside.x + half, y, 1, "│", theme.frame());
        }
        (Rect { width: half.saturating_sub(1), ..inside }, Some(right))
    } else {
        let half = inside.height / 2;
        let lower = Rect { y: inside.y + half + 1, height: inside.height - half - 1, ..inside };
        for x in inside.left()..inside.right() {
            paint::text(frame.buffer_mut(), x, inside.y + half, 1, "─", theme.frame());
        }
        (Rect { height: half, ..inside }, Some(lower))
    };
    if let Some(field) = open.fields.first() {
        paint::text(frame.buffer_mut(), editor.x, editor.y, editor.width, &field.label, theme.accent());
        let box_ = Rect { y: editor.y + 1, height: editor.height.saturating_sub(1), ..editor };
        hits.put(editor, Target::Choice(0));
        let mut area = field.area.clone();
        area.set_cursor_line_style(Style::new());
        area.set_cursor_style(Style::new().add_modifier(Modifier::REVERSED));
        area.set_style(Style::new());
        if box_.height > 0 {
            (&area).render(box_, frame.buffer_mut());
        }
    }
    if let Some(beside) = beside {
        list(model, &open.aside, frame, beside);
    }
}

/// How many lines an entry takes: its head, its words, a blank one.
fn rows_of(text: &str, width: u16) -> u16 {
    let lines = text.split(['\n', '\u{2028}']);
    let rows: usize = lines.map(|line| wrap::rows(line, CharPos(0), usize::from(width)).len()).sum();
    u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2)
}

fn list(model: &Model, aside: &Aside, frame: &mut Frame<'_>, area: Rect) {
    let theme = model.theme;
    let buffer = frame.buffer_mut();
    let count = crate::tr!("summary-beside", at = aside.at + 1, count = aside.entries.len());
    paint::text(buffer, area.x, area.y, area.width, &count, theme.dim());
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    // From the first that leaves the chosen one in sight.
    let width = area.width.saturating_sub(2).max(1);
    let mut first = aside.at;
    let mut used = aside.entries.get(first).map_or(0, |entry| rows_of(&entry.text, width));
    while let Some(above) = first.checked_sub(1).and_then(|above| aside.entries.get(above)) {
        used = used.saturating_add(rows_of(&above.text, width));
        if used > area.height {
            break;
        }
        first -= 1;
    }
    let mut y = area.y;
    for (nth, entry) in aside.entries.iter().enumerate().skip(first) {
        if y >= area.bottom() {
            break;
        }
        let here = nth == aside.at;
        let room = Rect { x: area.x + 2, y, width, height: area.bottom() - y };
        if here {
            paint::wash(buffer, Rect { height: 1, ..room }, theme.cursor_idle());
        }
        let used = paint::text(buffer, room.x, y, room.width, &entry.head, theme.accent());
        let rest = room.width.saturating_sub(used + 1);
        paint::text(buffer, room.x + used + 1, y, rest, &entry.note, theme.dim());
        let body = Rect { y: y + 1, height: room.height - 1, ..room };
        let text = entry.text.replace('\u{2028}', "\n");
        let rows = paint::block(buffer, body, &text, Style::new());
        if here {
            for line in y..(y + rows + 1).min(area.bottom()) {
                paint::text(buffer, area.x, line, 1, "▌", theme.accent());
            }
        }
        y += rows + 2;
    }
}
