//! What lies over the panes.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::{HitMap, paint};
use crate::text::wrap;
use crate::tui::command::Context;
use crate::tui::effect::GuidesFor;
use crate::tui::layout::centred;
use crate::tui::model::overlay::{Asking, Form, FormKind, Menu};
use crate::tui::model::{Model, Overlay, Picker, PickerKind};
use crate::tui::msg::Target;
use crate::tui::update::overlays as rules;

pub fn draw(model: &Model, over: &Overlay, frame: &mut Frame<'_>, hits: &mut HitMap) {
    match over {
        Overlay::Picker(open) => picker(model, open, frame, hits),
        Overlay::Menu(open) => menu(model, open, frame, hits),
        Overlay::Form(open) => form(model, open, frame, hits),
        Overlay::Preview(open) => super::preview::draw(model, open, frame, hits),
        Overlay::Page(page) => super::page::draw(model, page, frame, hits),
        Overlay::Confirm { title, lines, top, then } => {
            confirm(model, title, lines, *top, then.is_some(), frame, hits)
        }
        Overlay::Waiting { what, since, stopping } => {
            super::page::waiting(model, what, *since, *stopping, frame, hits)
        }
        Overlay::Names => super::names::draw(model, frame, hits),
        Overlay::Erasing(open) => super::names::erasing(model, open, frame, hits),
        Overlay::Merging(open) => super::sharing::draw(model, open, frame, hits),
        Overlay::Palette { query, cursor } => palette(model, query, *cursor, frame, hits),
        Overlay::Help { query, top } => help(model, query, *top, frame, hits),
    }
}

/// The first line of a list that is shown: in a low window fewer are than the list reckons with.
fn in_sight(cursor: crate::tui::model::Cursor, room: usize) -> usize {
    cursor.top.max((cursor.at + 1).saturating_sub(room))
}

/// The line that is typed into: a sign, the text, a cursor.
fn input(model: &Model, frame: &mut Frame<'_>, area: Rect, query: &str) {
    let used = paint::text(frame.buffer_mut(), area.x + 1, area.y, 2, "› ", model.theme.accent());
    let x = area.x + 1 + used;
    let room = usize::from(area.width.saturating_sub(used + 3));
    // The end of a long text is what one types at.
    let mut shown = query;
    while wrap::width(shown) > room {
        let next = shown.char_indices().nth(1).map_or(shown.len(), |(at, _)| at);
        shown = shown.get(next..).unwrap_or_default();
    }
    let end = paint::text(frame.buffer_mut(), x, area.y, room as u16 + 1, shown, Style::new());
    frame.set_cursor_position((x + end, area.y));
}

fn picker(model: &Model, open: &Picker, frame: &mut Frame<'_>, hits: &mut HitMap) {
    let theme = model.theme;
    let lines = open.lines().min(rules::PICKER);
    let about = open.marked.len().min(1);
    let area = centred(model, 76, (rules::PICKER + 5 + about) as u16);
    hits.put(area, Target::Popup);
    let (title, foot) = match &open.kind {
        PickerKind::Apply { document, span } => {
            let label = model.study.document(*document).map_or("", |document| document.label.as_str());
            let cited = match model.reading_of(*document) {
                Some(reading) => reading.cite(label, &model.study.pattern, *span),
                None => model.study.label(*document),
            };
            (crate::tr!("picker-apply", place = cited), crate::tr!("picker-apply-keys"))
        }
        PickerKind::MoveUnder(code) => {
            let path = model.study.tree.path(*code).to_owned();
            (crate::tr!("picker-move", code = path), crate::tr!("picker-keys"))
        }
        PickerKind::ApplyAll { what, passages } => (
            crate::tr!("picker-apply-all", count = passages.len(), what = what.clone()),
            crate::tr!("picker-asks-keys"),
        ),
        PickerKind::SortInto(_) => (crate::tr!("picker-sort"), crate::tr!("picker-keys")),
        PickerKind::Slot(nth) => (crate::tr!("picker-slot", number = nth + 1), crate::tr!("picker-keys")),
        PickerKind::Asks(_) => (crate::tr!("picker-asks"), crate::tr!("picker-asks-keys")),
        PickerKind::Settle(_) => (crate::tr!("picker-settle"), crate::tr!("picker-settle-keys")),
        PickerKind::MergeInto(code) => {
            let path = model.study.tree.path(*code).to_owned();
            (crate::tr!("picker-merge", code = path), crate::tr!("picker-keys"))
        }
    };
    let inside = paint::frame(model, frame.buffer_mut(), area, &title, &foot);
    input(model, frame, Rect { height: 1, ..inside }, &open.query);
    let buffer = frame.buffer_mut();
    let mut y = inside.y + 1;
    if !open.marked.is_empty() {
        let names: Vec<&str> = open.marked.iter().map(|id| model.study.tree.path(*id)).collect();
        let line = crate::tr!("picker-marked", codes = names.join(", "));
        paint::text(buffer, inside.x + 1, y, inside.width - 2, &line, theme.good());
        y += 1;
    }
    if lines == 0 {
        paint::text(buffer, inside.x + 1, y, inside.width - 2, &crate::tr!("picker-empty"), theme.dim());
    }
    let (shown, room) = (open.cursor.top + lines, usize::from(inside.bottom().saturating_sub(y)));
    for nth in (in_sight(open.cursor, room)..shown.min(open.lines())).take(room) {
        let line = Rect { x: inside.x, y, width: inside.width, height: 1 };
        hits.put(line, Target::Choice(nth));
        let here = nth == open.cursor.at;
        if here {
            paint::wash(buffer, line, theme.cursor());
            paint::text(buffer, line.x, y, 1, "▸", theme.accent());
        }
        match open.found.get(nth).and_then(|id| model.study.tree.get(*id)) {
            Some(node) => {
                let id = node.code.id;
                let sign = if open.marked.contains(&id) { "✓" } else { " " };
                paint::text(buffer, line.x + 1, y, 1, sign, theme.good());
                paint::text(buffer, line.x + 2, y, 1, "■", Style::new().fg(theme.code(&node.code.color)));
                let count = model.study.counts.get(&id).copied().unwrap_or(0);
                let right = if count > 0 { count.to_string() } else { String::new() };
                let room = line.width.saturating_sub(6 + right.len() as u16);
                let used = paint::text(buffer, line.x + 4, y, room, &node.code.name, Style::new());
                if let Some((parent, _)) = node.path.rsplit_once('/')
                    && room > used + 4
                {
                    paint::text(buffer, line.x + 6 + used, y, room - used - 2, parent, theme.dim());
                }
                paint::text(buffer, line.right() - 1 - right.len() as u16, y, 8, &right, theme.dim());
            }
            None => {
                let name = open.offer.clone().unwrap_or_default();
                let text = crate::tr!("picker-create", code = name);
                paint::text(buffer, line.x + 2, y, 1, "+", theme.good());
                paint::text(buffer, line.x + 4, y, line.width - 5, &text, theme.good());
            }
        }
        y += 1;
    }
    // What the one under the cursor means.
    let here = open.found.get(open.cursor.at).and_then(|id| model.study.tree.get(*id));
    if let Some(node) = here {
        let below = Rect { x: inside.x + 1, y: y.max(inside.bottom().saturating_sub(2)), ..inside };
        let height = inside.bottom().saturating_sub(below.y);
        let below = Rect { width: inside.width.saturating_sub(2), height, ..below };
        paint::block(buffer, below, &node.code.guide.definition.replace('\n', " "), theme.dim());
    }
}

fn menu(model: &Model, open: &Menu, frame: &mut Frame<'_>, hits: &mut HitMap) {
    use crate::tui::model::overlay::MenuKind;
    let theme = model.theme;
    let widest = open.items.iter().map(|item| wrap::width(&item.text)).max().unwrap_or(0);
    let foot = match open.kind {
        MenuKind::Drafts => crate::tr!("menu-drafts-keys"),
        MenuKind::Anchors(_) => crate::tr!("menu-anchors-keys"),
        MenuKind::AllTemplates => crate::tr!("menu-all-templates-keys"),
        MenuKind::Slots => crate::tr!("menu-slots-keys"),
        MenuKind::Guides(GuidesFor::Reading) => crate::tr!("menu-guides-keys"),
        _ => crate::tr!("picker-keys"),
    };
    let around = wrap::width(&open.title).max(wrap::width(&foot));
    let width = (widest + 10).max(around + 8).max(36) as u16;
    let lines = open.items.len().min(rules::MENU) as u16;
    let area = centred(model, width, lines + 2);
    hits.put(area, Target::Popup);
    let buffer = frame.buffer_mut();
    let inside = paint::frame(model, buffer, area, &open.title, &foot);
    let room = usize::from(inside.height);
    let top = in_sight(open.cursor, room);
    for (nth, item) in open.items.iter().enumerate().skip(top).take(room) {
        let y = inside.y + (nth - top) as u16;
        let line = Rect { x: inside.x, y, width: inside.width, height: 1 };
        hits.put(line, Target::Choice(nth));
        if nth == open.cursor.at {
            paint::wash(buffer, line, theme.cursor());
            paint::text(buffer, line.x, y, 1, "▸", theme.accent());
        }
        if nth < 9 {
            paint::text(buffer, line.x + 1, y, 1, &(nth + 1).to_string(), theme.dim());
        }
        let mut x = line.x + 3;
        if let Some(color) = &item.color {
            x += paint::text(buffer, x, y, 2, "■ ", Style::new().fg(theme.code(color)));
        }
        paint::text(buffer, x, y, line.right().saturating_sub(x + 1), &item.text, Style::new());
    }
}

fn form(model: &Model, open: &Form, frame: &mut Frame<'_>, hits: &mut HitMap) {
    if matches!(open.kind, FormKind::Summary(_)) {
        return super::summaries::draw(model, open, frame, hits);
    }
    let theme = model.theme;
    let prompt = open.kind.is_prompt();
    let tall = open.fields.iter().filter(|field| field.lines).count() as u16;
    let short = open.fields.len() as u16 - tall;
    let area = match open.kind {
        FormKind::Query(_) => centred(model, 96, 4 + crate::tui::update::overlays::QUERY as u16 + 1),
        _ if tall == 0 => centred(model, 72, short * 2 + 2),
        _ => centred(model, 88, (short * 2 + tall * 9 + 2).min(model.height.saturating_sub(4))),
    };
    hits.put(area, Target::Popup);
    let foot = match (prompt, open.fields.len()) {
        (true, 1) if matches!(open.kind, FormKind::Query(_)) => crate::tr!("form-query-keys"),
        (true, 1) => crate::tr!("form-prompt-keys"),
        (true, _) => crate::tr!("form-fields-keys"),
        (false, 1) => crate::tr!("form-editor-keys"),
        (false, _) => crate::tr!("form-keys"),
    };
    let inside = paint::frame(model, frame.buffer_mut(), area, &open.title, &foot);
    let room = inside.height.saturating_sub(short * 2 + tall);
    let each = room.checked_div(tall).unwrap_or(0);
    let mut y = inside.y;
    for (nth, field) in open.fields.iter().enumerate() {
        let here = nth == open.focus;
        let style = if here { theme.accent() } else { theme.dim() };
        if y >= inside.bottom() {
            break;
        }
        paint::text(frame.buffer_mut(), inside.x + 1, y, inside.width - 2, &field.label, style);
        y += 1;
        let height = if field.lines { each } else { 1 }.min(inside.bottom().saturating_sub(y));
        let box_ = Rect { x: inside.x + 1, y, width: inside.width.saturating_sub(2), height };
        hits.put(Rect { y: y - 1, height: height + 1, ..box_ }, Target::Choice(nth));
        let mut area = field.area.clone();
        area.set_cursor_line_style(Style::new());
        let cursor = if here { Style::new().add_modifier(Modifier::REVERSED) } else { Style::new() };
        area.set_cursor_style(cursor);
        area.set_style(Style::new());
        if height > 0 {
            (&area).render(box_, frame.buffer_mut());
        }
        y += height;
    }
    if let FormKind::Query(asking) = &open.kind {
        let below = Rect {
            x: inside.x + 1,
            y,
            width: inside.width.saturating_sub(2),
            height: inside.bottom().saturating_sub(y),
        };
        asked(model, open, asking, frame, below);
    }
}

/// Below a query: where something is wrong and what would be right, or what could be typed next.
fn asked(model: &Model, open: &Form, asking: &Asking, frame: &mut Frame<'_>, area: Rect) {
    let (theme, buffer) = (model.theme, frame.buffer_mut());
    let Some((at, what, hint)) = &asking.fault else {
        for (nth, offer) in asking.offers.iter().enumerate().take(usize::from(area.height)) {
            let y = area.y + nth as u16;
            let style = if offer.word { theme.dim() } else { Style::new() };
            paint::text(buffer, area.x, y, 1, if nth == asking.at { "▸" } else { " " }, theme.accent());
            paint::text(buffer, area.x + 2, y, area.width.saturating_sub(2), &offer.text, style);
        }
        return;
    };
    // The line scrolls with its cursor: a place that is not in sight is only named.
    let before: String = open.text(0).chars().take(*at).collect();
    let column = wrap::width(&before) as u16;
    let shown = wrap::width(&open.text(0)) < usize::from(area.width);
    if shown && column < area.width {
        paint::text(buffer, area.x + column, area.y, 1, "^", theme.error());
    }
    let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    paint::block(buffer, rest, &format!("{what}\n{hint}"), theme.error());
}

fn palette(
    model: &Model,
    query: &str,
    cursor: crate::tui::model::Cursor,
    frame: &mut Frame<'_>,
    hits: &mut HitMap,
) {
    let theme = model.theme;
    let entries = rules::palette_entries(model, query);
    let area = centred(model, 78, rules::PALETTE as u16 + 3);
    hits.put(area, Target::Popup);
    let foot = crate::tr!("palette-keys");
    let inside = paint::frame(model, frame.buffer_mut(), area, &crate::tr!("palette-title"), &foot);
    input(model, frame, Rect { height: 1, ..inside }, query);
    let buffer = frame.buffer_mut();
    let contexts = Context::ALL;
    let room = usize::from(inside.height.saturating_sub(1));
    let top = in_sight(cursor, room);
    for (nth, command) in entries.iter().enumerate().skip(top).take(room) {
        let y = inside.y + 1 + (nth - top) as u16;
        let line = Rect { x: inside.x, y, width: inside.width, height: 1 };
        hits.put(line, Target::Choice(nth));
        if nth == cursor.at {
            paint::wash(buffer, line, theme.cursor());
            paint::text(buffer, line.x, y, 1, "▸", theme.accent());
        }
        let keys = model.keymap.shown(*command, &contexts);
        let wide = wrap::width(&keys) as u16;
        let (style, right, right_style) = match model.can(*command) {
            Ok(()) => (Style::new(), keys, theme.accent()),
            Err(reason) => (theme.dim(), reason, theme.dim()),
        };
        let wide = if style == theme.dim() { (wrap::width(&right) as u16).min(line.width / 2) } else { wide };
        let room = line.width.saturating_sub(wide + 4);
        paint::text(buffer, line.x + 2, y, room, &command.words(), style);
        paint::text(buffer, line.right().saturating_sub(wide + 1), y, wide, &right, right_style);
    }
}

fn help(model: &Model, query: &str, top: usize, frame: &mut Frame<'_>, hits: &mut HitMap) {
    let theme = model.theme;
    let area = centred(model, 86, model.height.saturating_sub(3));
    hits.put(area, Target::Popup);
    let foot = crate::tr!("help-keys");
    let inside = paint::frame(model, frame.buffer_mut(), area, &crate::tr!("help-title"), &foot);
    input(model, frame, Rect { height: 1, ..inside }, query);
    let buffer = frame.buffer_mut();
    let mut y = inside.y + 1;
    let mut last = None;
    for (context, command, keys) in rules::help_entries(model, query).into_iter().skip(top) {
        if last != Some(context) {
            if y + 1 >= inside.bottom() {
                break;
            }
            let name = crate::tr!(&format!("context-{}", context.name()));
            paint::text(buffer, inside.x + 1, y, inside.width - 2, &name, theme.accent());
            y += 1;
            last = Some(context);
        }
        if y >= inside.bottom() {
            break;
        }
        // What cannot be done now is told, and stands back.
        let (key, words) = match model.can(command) {
            Ok(()) => (theme.accent(), Style::new()),
            Err(_) => (theme.dim(), theme.dim()),
        };
        paint::text(buffer, inside.x + 3, y, 22, &keys, key);
        paint::text(buffer, inside.x + 26, y, inside.width.saturating_sub(27), &command.words(), words);
        y += 1;
    }
}

fn confirm(
    model: &Model,
    title: &str,
    lines: &[String],
    top: usize,
    then: bool,
    frame: &mut Frame<'_>,
    hits: &mut HitMap,
) {
    let area = centred(model, 96, model.height.saturating_sub(4));
    hits.put(area, Target::Popup);
    let foot = if then { crate::tr!("confirm-keys") } else { crate::tr!("confirm-nothing-keys") };
    let buffer = frame.buffer_mut();
    let inside = paint::frame(model, buffer, area, title, &foot);
    let mut rest = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    for line in lines.iter().skip(top) {
        if rest.height == 0 {
            break;
        }
        let rows = paint::block(buffer, rest, line, Style::new()).max(1);
        (rest.y, rest.height) = (rest.y + rows, rest.height.saturating_sub(rows));
    }
}
