//! The foot of the window: what was said or where one is, and the keys that help now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint;
use crate::text::wrap;
use crate::tui::command::{Command, Context};
use crate::tui::keys;
use crate::tui::layout;
use crate::tui::model::{Main, Model, Pane, Select, Toast, ToastKind};

/// After how long a wait shows.
const SPIN_AFTER: u64 = 200;

pub fn status(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let buffer = frame.buffer_mut();
    let theme = model.theme;
    for x in area.left()..area.right() {
        paint::glyph(buffer, x, area.y, " ", Style::new());
    }
    let playing = if model.playing.is_some() { "♪ · " } else { "" };
    let right = format!("{playing}{} · {}", coder(model), model.study.name);
    let right = wrap::cut(&right, 40);
    let wide = wrap::width(&right) as u16;
    let room = area.width.saturating_sub(wide + 3);
    let waits_long = |since: u64| model.clock.saturating_sub(since) > SPIN_AFTER;
    if let Some(toast) = &model.toast {
        let style = message_style(model, toast);
        let text = toast.text.replace('\n', " ");
        if wrap::width(&text) + 2 > usize::from(area.width) {
            return; // It takes more rows, over everything else.
        }
        paint::text(buffer, area.x + 1, area.y, area.width.saturating_sub(2), &text, style);
        if wrap::width(&text) > usize::from(room) {
            return;
        }
    } else if let Some(search) = model.listing.search.as_ref().filter(|search| waits_long(search.since)) {
        let words =
            crate::tr!("status-searching", query = wrap::cut(&search.query, 24), percent = model.progress);
        let text = format!("{} {words}", spinner(model));
        paint::text(buffer, area.x + 1, area.y, room, &text, theme.dim());
    } else if model.report.since.is_some_and(waits_long) {
        let words = crate::tr!("status-checking", percent = model.progress);
        let text = format!("{} {words}", spinner(model));
        paint::text(buffer, area.x + 1, area.y, room, &text, theme.dim());
    } else if model.comparing.computing.is_some_and(|one| waits_long(one.since)) {
        let words = crate::tr!("status-computing", percent = model.progress);
        let text = format!("{} {words}", spinner(model));
        paint::text(buffer, area.x + 1, area.y, room, &text, theme.dim());
    } else if model.busy > 0 && waits_long(model.busy_since) {
        let text = format!("{} {}", spinner(model), crate::tr!("status-working"));
        paint::text(buffer, area.x + 1, area.y, room, &text, theme.dim());
    } else {
        paint::text(buffer, area.x + 1, area.y, room, &place(model), theme.dim());
    }
    paint::text(buffer, area.right().saturating_sub(wide + 1), area.y, wide, &right, theme.dim());
}

/// Who codes; where several do, whether they see each other's work: on the document at hand, or in the study.
fn coder(model: &Model) -> String {
    let study = &model.study;
    let name = study.coder_name().to_owned();
    if !study.has_second_coders() {
        return name;
    }
    let released = model.document_at_cursor().map_or(study.released, |id| study.released_on(id));
    let seen = if released { crate::tr!("coders-released") } else { crate::tr!("coders-blind") };
    format!("{name} ({seen})")
}

/// A message that is too long for the status line: it takes the rows above, so that the way out can be read.
pub fn long_message(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    const ROWS: usize = 6;
    let Some(toast) = &model.toast else { return };
    let text = toast.text.replace('\n', " ");
    let width = area.width.saturating_sub(2);
    if wrap::width(&text) <= usize::from(width) {
        return;
    }
    let whole = crate::text::Text::new(text.as_str());
    let rows = wrap::rows(&text, crate::text::CharPos(0), usize::from(width));
    let shown = rows.len().min(ROWS);
    let buffer = frame.buffer_mut();
    let theme = model.theme;
    let first = area.y.saturating_sub(shown as u16);
    for (y, row) in (first..=area.y).zip(std::iter::once(None).chain(rows.iter().take(shown).map(Some))) {
        for x in area.left()..area.right() {
            paint::glyph(buffer, x, y, if row.is_none() { "─" } else { " " }, theme.frame());
        }
        if let Some(row) = row {
            paint::text(
                buffer,
                area.x + 1,
                y,
                width,
                whole.slice(*row).trim_end(),
                message_style(model, toast),
            );
        }
    }
}

fn message_style(model: &Model, toast: &Toast) -> Style {
    match toast.kind {
        ToastKind::Done => model.theme.good(),
        ToastKind::Notice => model.theme.warn(),
        ToastKind::Error => model.theme.error(),
    }
}

/// A sign that turns while something is under way.
pub fn spinner(model: &Model) -> &'static str {
    const SIGNS: [&str; 4] = ["◐", "◓", "◑", "◒"];
    SIGNS.get(model.clock as usize / 150 % SIGNS.len()).copied().unwrap_or("◐")
}

/// Where one is: the passage with its citation, and the codes on it.
fn place(model: &Model) -> String {
    if model.pane == Pane::Codes {
        let definition = model.code_at_cursor().and_then(|id| model.study.tree.get(id));
        return definition.map(|node| node.code.guide.definition.replace('\n', " ")).unwrap_or_default();
    }
    if model.pane == Pane::Documents {
        return document(model);
    }
    if model.pane != Pane::Main || model.main != Main::Transcript {
        return String::new();
    }
    let Some(reading) = &model.reading else { return String::new() };
    let Some((document, span)) = model.passage() else { return String::new() };
    let label = model.study.document(document).map_or("", |document| document.label.as_str());
    let mut words = reading.cite(label, &model.study.pattern, span);
    match reading.select {
        Select::Letters { .. } => {
            words = format!("{words} · {}", crate::tr!("status-letters", count = span.len()));
        }
        Select::Paragraphs { .. } => {
            let (first, last) = reading.selected_paragraphs();
            words = format!("{words} · {}", crate::tr!("status-paragraphs", count = last - first + 1));
        }
        Select::None => {
            let time = reading.paragraph(reading.at).and_then(|paragraph| paragraph.time);
            if let Some(time) = time.filter(|_| model.study.material.recorded.contains(&document)) {
                words = format!("{words} · {}", crate::text::times::about(time));
            }
        }
    }
    let mut codes: Vec<&str> = Vec::new();
    for (coding, _) in reading.codings_in(span) {
        let name = model.study.tree.get(coding.code).map_or("", |node| node.code.name.as_str());
        if !codes.contains(&name) && reading.segment.is_none_or(|id| id == coding.id) {
            codes.push(name);
        }
    }
    if codes.is_empty() { words } else { format!("{words} · {}", codes.join(", ")) }
}

pub fn hints(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let buffer = frame.buffer_mut();
    let theme = model.theme;
    let contexts = model.contexts();
    let mut shown: Vec<(usize, u8, Command)> = Vec::new();
    for &command in Command::ALL {
        let Some(rank) = command.spec().hint else { continue };
        let place =
            contexts.iter().position(|context| !model.keymap.keys_of(command, &[*context]).is_empty());
        let Some(place) = place else { continue };
        if model.keymap.first_key(command, &contexts).is_none() {
            continue;
        }
        shown.push((usize::from(contexts.get(place) == Some(&Context::Global)), rank, command));
    }
    shown.sort_by_key(|(global, rank, _)| (*global, *rank));
    // Help and palette always find a place: they lead to everything else.
    let tail = [Command::Help, Command::Palette];
    let words = |command: Command| {
        let key =
            model.keymap.first_key(command, &contexts).map(|keys| keys::shown(&keys)).unwrap_or_default();
        // What is not edited in place leads to its document.
        let opens = command == Command::TableEnter && !model.table.is_edited();
        (key, if opens { Command::Open.hint_word() } else { command.hint_word() })
    };
    let wide = |command: Command| {
        let (key, word) = words(command);
        (wrap::width(&key) + wrap::width(&word) + 3) as u16
    };
    let reserved: u16 = tail.iter().map(|command| wide(*command)).sum();
    let mut x = area.x + 1;
    let end = area.right().saturating_sub(reserved + 1);
    let mut put = |command: Command, x: &mut u16| {
        let (key, word) = words(command);
        *x += paint::text(buffer, *x, area.y, 12, &key, theme.accent()) + 1;
        *x += paint::text(buffer, *x, area.y, 30, &word, theme.dim()) + 2;
    };
    for (_, _, command) in shown {
        if tail.contains(&command) || model.can(command).is_err() {
            continue;
        }
        if x + wide(command) <= end {
            put(command, &mut x);
        }
    }
    for command in tail {
        put(command, &mut x);
    }
}

/// What can follow the keys pressed so far, after a moment.
pub fn which_key(model: &Model, frame: &mut Frame<'_>) {
    use crate::tui::keymap::Found;
    if model.pressed.is_empty() || model.clock.saturating_sub(model.pressed_at) < 400 {
        return;
    }
    let Found::Prefix(next) = model.keymap.find(&model.contexts(), &model.pressed) else { return };
    let bottom = layout::areas(model).main.bottom();
    // Side by side where they are too many for the window.
    let room = bottom.saturating_sub(3).max(1);
    let columns = (next.len() as u16).div_ceil(room).max(1);
    let rows = (next.len() as u16).div_ceil(columns);
    let height = rows + 2;
    let width = (columns * 60).min(model.width.saturating_sub(4));
    let area = Rect { x: model.width - width - 1, y: bottom.saturating_sub(height), width, height };
    let buffer = frame.buffer_mut();
    let inside = paint::frame(model, buffer, area, &keys::shown(&model.pressed), "");
    let wide = inside.width / columns;
    for (nth, (keys, command)) in next.iter().enumerate() {
        let (column, row) = (nth as u16 / rows, nth as u16 % rows);
        let (x, y) = (inside.x + column * wide, inside.y + row);
        let rest = keys.get(model.pressed.len()..).unwrap_or_default();
        let used = paint::text(buffer, x + 1, y, 10, &keys::shown(rest), model.theme.accent());
        let room = wide.saturating_sub(used + 3);
        let words = slot_words(model, *command).unwrap_or_else(|| command.words());
        paint::text(buffer, x + 2 + used, y, room, &words, Style::new());
    }
}

/// What a quick slot holds: that is what one wants to know before the second key.
fn slot_words(model: &Model, command: Command) -> Option<String> {
    let nth = crate::tui::update::overlays::SLOTS.iter().position(|slot| *slot == command)?;
    let code = model.slots.get(nth).copied().flatten();
    let path = code.and_then(|code| model.study.tree.get(code)).map(|node| node.path.clone());
    Some(path.unwrap_or_else(|| crate::tr!("slot-nothing")))
}

/// The document under the cursor: title, group, case.
fn document(model: &Model) -> String {
    let found = model.document_at_cursor().and_then(|id| model.study.document(id));
    let Some(document) = found else { return String::new() };
    let case = model.study.material.case_of(document.id).map(|case| case.name.clone());
    let parts =
        [Some(model.study.label(document.id)), Some(document.title.clone()), document.group.clone(), case];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
