//! What an import would bring, before anything is written; how it goes; what came of it.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{HitMap, paint};
use crate::error::Choice;
use crate::text::wrap;
use crate::tr;
use crate::tui::model::preview::{Stage, Storing};
use crate::tui::model::{Cursor, Model, Preview};
use crate::tui::msg::{Found, Target};
use crate::tui::update::overlays::{self as rules, Line, MARGIN, Tone};

/// After how long the wait shows that it goes on.
const SPIN_AFTER: u64 = 200;

pub fn draw(model: &Model, open: &Preview, frame: &mut Frame<'_>, hits: &mut HitMap) {
    let area = rules::preview_area(model);
    hits.put(area, Target::Popup);
    let buffer = frame.buffer_mut();
    let ready = rules::preview_ready(open);
    let many = open.found.as_ref().is_some_and(|found| found.len() > 1);
    let (title, foot) = match (&open.stage, &open.found) {
        (Stage::Storing(_), _) => (tr!("preview-title-storing"), tr!("preview-storing-keys")),
        (Stage::Done { .. }, _) => (tr!("preview-title-done"), tr!("preview-done-keys")),
        (_, None) => (title(model, open), tr!("preview-waiting-keys")),
        (Stage::Voices(_), Some(_)) => {
            let file = open.here().map(|found| found.name.clone()).unwrap_or_default();
            (tr!("preview-title-speakers", file = file), tr!("preview-speakers-keys"))
        }
        (Stage::Look, Some(_)) => {
            let foot = match (ready, many) {
                (0, _) => tr!("preview-nothing-keys"),
                _ if open.replaces.is_some() => tr!("preview-replace-keys"),
                (1, false) => tr!("preview-one-keys"),
                (ready, _) => tr!("preview-keys", count = ready),
            };
            (title(model, open), foot)
        }
    };
    let inside = paint::frame(model, buffer, area, &title, &foot);
    match (&open.stage, &open.found) {
        (Stage::Storing(storing), _) => storing_now(model, storing, buffer, inside),
        (Stage::Done { top, .. }, _) => {
            let lines = rules::preview_summary(model);
            paint_lines(model, &lines, *top, buffer, inside, area);
        }
        (_, None) => waiting(model, open, buffer, inside),
        (Stage::Voices(cursor), Some(_)) => voices(model, open, *cursor, buffer, inside, hits),
        (Stage::Look, Some(found)) => look(model, open, found, buffer, inside, hits),
    }
}

fn title(model: &Model, open: &Preview) -> String {
    match open.replaces {
        None => tr!("preview-title"),
        Some(id) => tr!("preview-replace-title", document = model.study.label(id)),
    }
}

fn waiting(model: &Model, open: &Preview, buffer: &mut Buffer, inside: Rect) {
    if model.clock.saturating_sub(open.since) > SPIN_AFTER {
        let words = tr!("preview-reading", percent = model.progress);
        let text = format!("{} {words} {}", super::footer::spinner(model), model.doing);
        paint::text(buffer, inside.x + 1, inside.y, inside.width.saturating_sub(2), &text, model.theme.dim());
    }
}

fn storing_now(model: &Model, storing: &Storing, buffer: &mut Buffer, inside: Rect) {
    let (done, all) = (storing.results.len(), storing.items.len());
    let name = storing.items.get(done).map(|item| item.name.clone()).unwrap_or_default();
    let words = match storing.stopping {
        true => tr!("preview-stopping"),
        false => tr!("preview-storing", done = done, all = all, file = name),
    };
    let text = format!("{} {words}", super::footer::spinner(model));
    let room = inside.width.saturating_sub(2);
    paint::text(buffer, inside.x + 1, inside.y, room, &text, Style::new());
    let bar = Rect { x: inside.x + 1, y: inside.y + 1, width: room, height: 1 };
    paint::bar(model, buffer, bar, done, all);
}

/// The documents, and what is said of the one at the cursor.
fn look(
    model: &Model,
    open: &Preview,
    found: &[Found],
    buffer: &mut Buffer,
    inside: Rect,
    hits: &mut HitMap,
) {
    let theme = model.theme;
    let list = rules::preview_list(model) as u16;
    let mut below = inside;
    if list > 0 {
        let ready = rules::preview_ready(open);
        let words = tr!("preview-of", ready = ready, all = found.len());
        paint::text(buffer, inside.x + 1, inside.y, inside.width.saturating_sub(2), &words, theme.dim());
        // Where in a list that is longer than its window.
        if found.len() > usize::from(list) {
            let at = format!("{}/{}", open.cursor.at + 1, found.len());
            let wide = wrap::width(&at) as u16;
            paint::text(buffer, inside.right().saturating_sub(wide + 3), inside.y, wide, &at, theme.accent());
        }
        for (nth, found) in found.iter().enumerate().skip(open.cursor.top).take(usize::from(list)) {
            let y = inside.y + 1 + (nth - open.cursor.top) as u16;
            let line = Rect { x: inside.x, y, width: inside.width, height: 1 };
            hits.put(line, Target::Choice(nth));
            if nth == open.cursor.at {
                paint::wash(buffer, line, theme.cursor());
                paint::text(buffer, line.x, y, 1, "▸", theme.accent());
            }
            document(model, found, buffer, line);
        }
        let rule = "─".repeat(usize::from(inside.width));
        paint::text(buffer, inside.x, inside.y + 1 + list, inside.width, &rule, theme.dim());
        let used = list + 2;
        below = Rect { y: inside.y + used, height: inside.height.saturating_sub(used), ..inside };
    }
    let lines = rules::preview_lines(model);
    paint_lines(model, &lines, open.top, buffer, below, Rect { y: below.y.saturating_sub(1), ..below });
    if open.waits.is_some() && model.clock.saturating_sub(open.since) > SPIN_AFTER {
        let spin = super::footer::spinner(model);
        paint::text(buffer, inside.right().saturating_sub(2), inside.y, 1, spin, theme.accent());
    }
}

/// A document on one line: whether it comes in, what it is called, what it holds.
fn document(model: &Model, found: &Found, buffer: &mut Buffer, line: Rect) {
    let theme = model.theme;
    let name = found.name.clone();
    let (sign, style, text) = match (&found.ready, &found.refused) {
        (Err(error), _) => {
            let text = format!("{} · {}", tr!("preview-unreadable", file = name), error.message);
            ("✗", theme.error(), text)
        }
        _ if found.without => ("–", theme.dim(), tr!("preview-without", file = name)),
        (Ok(_), Some(error)) => {
            ("–", theme.warn(), format!("{} · {}", tr!("preview-skipped", file = name), error.message))
        }
        (Ok(ready), None) => {
            let label = format!("{} {}", model.study.pattern.singular, found.label);
            let draft = &ready.draft;
            let speakers: Vec<&str> = draft.speakers.iter().map(|speaker| speaker.label.as_str()).collect();
            let odd = !draft.warnings.is_empty()
                || draft.advice.iter().any(|advice| advice.choice != Choice::Split);
            let mut text = format!("{name} → {} · ", label.trim());
            text.push_str(&tr!("preview-short", paragraphs = ready.paragraphs, words = ready.words));
            if !speakers.is_empty() {
                text = format!("{text} · {}", speakers.join(", "));
            }
            (if odd { "!" } else { "✓" }, if odd { theme.warn() } else { theme.good() }, text)
        }
    };
    paint::text(buffer, line.x + 2, line.y, 1, sign, style);
    let plain = if found.is_ready() { Style::new() } else { style };
    paint::text(buffer, line.x + 4, line.y, line.width.saturating_sub(5), &text, plain);
}

/// The labels of a document, those that count ticked.
fn voices(
    model: &Model,
    open: &Preview,
    cursor: Cursor,
    buffer: &mut Buffer,
    inside: Rect,
    hits: &mut HitMap,
) {
    let theme = model.theme;
    let voices = open.here().map(rules::preview_voices).unwrap_or_default();
    if voices.is_empty() {
        let words = tr!("preview-no-speakers");
        paint::text(buffer, inside.x + 1, inside.y, inside.width.saturating_sub(2), &words, theme.dim());
        return;
    }
    let widest = voices.iter().map(|voice| wrap::width(&voice.label)).max().unwrap_or(0).min(40) as u16;
    let rows = rules::preview_list(model);
    for (nth, voice) in voices.iter().enumerate().skip(cursor.top).take(rows) {
        let y = inside.y + 1 + (nth - cursor.top) as u16;
        let line = Rect { x: inside.x, y, width: inside.width, height: 1 };
        hits.put(line, Target::Choice(nth));
        if nth == cursor.at {
            paint::wash(buffer, line, theme.cursor());
            paint::text(buffer, line.x, y, 1, "▸", theme.accent());
        }
        let (tick, style) = match voice.reason {
            None => ("[×]", Style::new()),
            Some(_) => ("[ ]", theme.dim()),
        };
        paint::text(buffer, line.x + 2, y, 3, tick, style);
        paint::text(buffer, line.x + 6, y, widest, &voice.label, style);
        let role = match (voice.reason, voice.interviewer) {
            (Some(reason), _) => tr!(&format!("candidate-{}", reason.name())),
            (None, true) => tr!("voice-interviewer"),
            (None, false) => tr!("voice-interviewee"),
        };
        let about = format!("{} · {role}", tr!("voice-paragraphs", count = voice.paragraphs));
        let x = line.x + 6 + widest + 2;
        paint::text(buffer, x, y, line.right().saturating_sub(x + 1), &about, theme.dim());
    }
}

fn paint_lines(model: &Model, lines: &[Line], top: usize, buffer: &mut Buffer, inside: Rect, edge: Rect) {
    let theme = model.theme;
    let height = usize::from(inside.height);
    for (line, y) in lines.iter().skip(top).take(height).zip(inside.y..) {
        let style = paint::tone(model, line.tone);
        let plain = matches!(line.tone, Tone::Plain | Tone::Dim);
        let margin = if plain { theme.dim() } else { style };
        let right = MARGIN.saturating_sub(1);
        let left = right.saturating_sub(wrap::width(&line.margin)) as u16;
        paint::text(buffer, inside.x + left, y, right as u16, &line.margin, margin);
        let mut x = inside.x + MARGIN as u16;
        for (letter, words) in &line.keys {
            x += paint::text(buffer, x, y, 1, &letter.to_string(), theme.accent()) + 1;
            x += paint::text(buffer, x, y, inside.right().saturating_sub(x + 1), words, Style::new()) + 3;
        }
        paint::text(buffer, x, y, line.lead_width as u16, &line.lead, theme.dim());
        x += line.lead_width as u16;
        paint::text(buffer, x, y, inside.right().saturating_sub(x + 1), &line.text, style);
    }
    // How far one has read, where not all lines fit.
    if lines.len() > height {
        let below = lines.len().saturating_sub(top + height);
        let text = if below > 0 { format!(" ↓ {below} ") } else { " ↑ ".to_owned() };
        let wide = wrap::width(&text) as u16;
        let at = Rect { x: edge.right().saturating_sub(wide + 2), y: edge.y, width: wide, height: 1 };
        paint::text(buffer, at.x, at.y, wide, &text, theme.accent());
    }
}
