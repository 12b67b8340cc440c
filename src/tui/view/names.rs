//! The window of names, and what would leave the file for good.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{HitMap, paint};
use crate::ops;
use crate::text::wrap;
use crate::tui::model::Model;
use crate::tui::model::names::{Erasing, Page};
use crate::tui::msg::Target;
use crate::tui::update::overlays as rules;

/// After how long the wait shows that it goes on.
const SPIN_AFTER: u64 = 200;

pub fn draw(model: &Model, frame: &mut Frame<'_>, hits: &mut HitMap) {
    let view = &model.names;
    let area = rules::names_area(model);
    hits.put(area, Target::Popup);
    let (title, foot) = match view.page {
        Page::List => (crate::tr!("names-title-list", count = view.len()), crate::tr!("names-keys-list")),
        Page::Found if view.everywhere => {
            (crate::tr!("names-title-everywhere", count = view.len()), crate::tr!("names-keys-found"))
        }
        Page::Found => (crate::tr!("names-title-found", count = view.len()), crate::tr!("names-keys-found")),
        Page::Near => (crate::tr!("names-title-near", count = view.len()), crate::tr!("names-keys-near")),
        Page::Check => (crate::tr!("names-title-check", count = view.len()), crate::tr!("names-keys-check")),
    };
    let buffer = frame.buffer_mut();
    let inside = paint::frame(model, buffer, area, &title, &foot);
    let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    head(model, buffer, inside);
    let body = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    if view.since.is_some() || view.is_empty() {
        return;
    }
    let tall: u16 = if view.page == Page::List { 1 } else { 2 };
    let cursor = view.cursor();
    for (nth, y) in (cursor.top..view.len()).zip((body.y..body.bottom()).step_by(usize::from(tall))) {
        let line = Rect { y, height: tall.min(body.bottom() - y), ..body };
        hits.put(line, Target::Choice(nth));
        if nth == cursor.at {
            paint::wash(buffer, Rect { height: 1, ..line }, model.theme.cursor());
        }
        match view.page {
            Page::List => name(model, buffer, line, nth),
            Page::Found => occurrence(model, buffer, line, nth),
            Page::Near => near(model, buffer, line, nth),
            Page::Check => finding(model, buffer, line, nth),
        }
    }
}

/// The line above the list: what is under way, where the list is, what is chosen.
fn head(model: &Model, buffer: &mut Buffer, area: Rect) {
    let view = &model.names;
    let text = match (view.page, view.since) {
        (_, Some(since)) if model.clock.saturating_sub(since) > SPIN_AFTER => {
            let words = crate::tr!("names-searching", percent = model.progress);
            format!("{} {words}", super::footer::spinner(model))
        }
        (_, Some(_)) => String::new(),
        (Page::List, None) => {
            let kept = match &view.file {
                Some(file) => crate::tr!("names-kept-in", file = file.clone()),
                None if view.is_empty() => crate::tr!("names-empty"),
                None => crate::tr!("names-kept-here"),
            };
            if view.in_exports { format!("{kept} · {}", crate::tr!("setting-names-replaced")) } else { kept }
        }
        (Page::Found, None) if view.is_empty() => crate::tr!("names-none-found"),
        (Page::Found, None) => crate::tr!("names-chosen", count = view.chosen().len()),
        (Page::Near, None) => crate::tr!("names-near-words", count = view.len()),
        (Page::Check, None) => crate::tr!("cli-check-found", count = view.len()),
    };
    paint::text(buffer, area.x, area.y, area.width, &text, model.theme.dim());
}

fn name(model: &Model, buffer: &mut Buffer, line: Rect, nth: usize) {
    let Some(name) = model.names.list.names.get(nth) else { return };
    let half = line.width / 4;
    let mut x = line.x;
    paint::text(buffer, x, line.y, half, name.called(), Style::new());
    x += half + 1;
    paint::text(buffer, x, line.y, half, &name.replacement, model.theme.accent());
    x += half + 1;
    let mut rest = name.further().join("; ");
    if !name.note.is_empty() {
        rest = format!("{rest}  {}", name.note).trim_start().to_owned();
    }
    paint::text(buffer, x, line.y, line.right().saturating_sub(x), &rest, model.theme.dim());
}

fn occurrence(model: &Model, buffer: &mut Buffer, line: Rect, nth: usize) {
    let theme = model.theme;
    let Some(one) = model.names.found.get(nth) else { return };
    let (sign, style) = match (one.stays(), model.names.off.contains(&nth)) {
        (true, _) => ("–", theme.dim()),
        (_, true) => (" ", theme.dim()),
        _ => ("✓", theme.good()),
    };
    let mut x = line.x;
    paint::text(buffer, x, line.y, 2, sign, style);
    x += 2;
    let place = match one.is_in_transcript() {
        true => one.place.clone(),
        false => format!("{} {}", ops::names::field(one.table, one.column), one.place),
    };
    let right = format!("{} → {}", one.words, one.replacement);
    let wide = (wrap::width(&right) as u16).min(line.width / 2);
    paint::text(buffer, x, line.y, line.right().saturating_sub(x + wide + 1), &place, theme.accent());
    paint::text(buffer, line.right().saturating_sub(wide), line.y, wide, &right, Style::new());
    let second = Rect { x, y: line.y + 1, width: line.right().saturating_sub(x), height: 1 };
    if line.height > 1 {
        match one.hidden {
            true => drop(paint::text(
                buffer,
                x,
                second.y,
                second.width,
                &crate::tr!("cli-names-hidden"),
                theme.dim(),
            )),
            false => in_context(model, buffer, second, (&one.before, &one.words, &one.after)),
        }
    }
}

/// Words with what stands around them, the words in the middle.
fn in_context(model: &Model, buffer: &mut Buffer, line: Rect, words: (&str, &str, &str)) {
    let (before, found, after) = words;
    let one_line = |text: &str| text.replace(['\n', '\u{2028}'], " ");
    let (mut before, after) = (one_line(before), one_line(after));
    let room = usize::from(line.width / 2).saturating_sub(wrap::width(found) / 2 + 1);
    while wrap::width(&before) > room && !before.is_empty() {
        before.remove(0);
    }
    let mut x = line.x;
    for (text, style) in [
        (before.as_str(), model.theme.dim()),
        (found, model.theme.hit()),
        (after.as_str(), model.theme.dim()),
    ] {
        x += paint::text(buffer, x, line.y, line.right().saturating_sub(x), text, style);
    }
}

fn near(model: &Model, buffer: &mut Buffer, line: Rect, nth: usize) {
    let theme = model.theme;
    let Some(one) = model.names.near.get(nth) else { return };
    let text = crate::tr!(
        "names-near",
        word = one.near.word.clone(),
        form = one.form.clone(),
        count = one.near.count
    );
    let right = format!("→ {}", one.replacement);
    let wide = (wrap::width(&right) as u16).min(line.width / 3);
    paint::text(buffer, line.x, line.y, line.width.saturating_sub(wide + 1), &text, Style::new());
    paint::text(buffer, line.right().saturating_sub(wide), line.y, wide, &right, theme.accent());
    if line.height > 1 {
        let second = format!("{}  {}", one.place, one.context.replace('\n', " "));
        paint::text(buffer, line.x + 2, line.y + 1, line.width.saturating_sub(2), &second, theme.dim());
    }
}

fn finding(model: &Model, buffer: &mut Buffer, line: Rect, nth: usize) {
    let theme = model.theme;
    let Some(one) = model.names.findings.get(nth) else { return };
    let head = format!("{}: {}", one.kind.words(), one.words);
    paint::text(buffer, line.x, line.y, line.width, &head, theme.accent());
    if line.height > 1 {
        let second = format!("{}×  {}", one.count, one.where_it_is());
        paint::text(buffer, line.x + 2, line.y + 1, line.width.saturating_sub(2), &second, Style::new());
    }
}

pub fn erasing(model: &Model, open: &Erasing, frame: &mut Frame<'_>, hits: &mut HitMap) {
    let theme = model.theme;
    let area = rules::erasing_area(model);
    hits.put(area, Target::Popup);
    let title = match (&open.name, open.document) {
        (None, _) => crate::tr!("erasing-done"),
        (_, Some(id)) => crate::tr!("erasing-title-document", document = model.study.label(id)),
        (_, None) => crate::tr!("erasing-title-seal"),
    };
    let foot = if open.name.is_some() { crate::tr!("erasing-keys") } else { crate::tr!("erasing-done-keys") };
    let inside = paint::frame(model, frame.buffer_mut(), area, &title, &foot);
    let lines = rules::erasing_lines(model);
    let ask = if open.name.is_some() { 3 } else { 0 };
    let room = usize::from(inside.height.saturating_sub(ask));
    let x = inside.x + 1;
    let width = inside.width.saturating_sub(2);
    for (line, y) in lines.iter().skip(open.top).take(room).zip(inside.y..) {
        paint::text(frame.buffer_mut(), x, y, width, line, Style::new());
    }
    let Some(name) = &open.name else { return };
    let y = inside.bottom().saturating_sub(2);
    let words = crate::tr!("cli-erasure-type", name = name.clone());
    paint::text(frame.buffer_mut(), x, y, width, &words, theme.warn().add_modifier(Modifier::BOLD));
    let used = paint::text(frame.buffer_mut(), x, y + 1, 2, "› ", theme.accent());
    let end = paint::text(
        frame.buffer_mut(),
        x + used,
        y + 1,
        width.saturating_sub(used + 1),
        &open.typed,
        Style::new(),
    );
    frame.set_cursor_position((x + used + end, y + 1));
}
