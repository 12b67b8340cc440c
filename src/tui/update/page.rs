//! A text to be read over the panes: what is known of a document, a guide; and work that is waited for.

use super::work;
use crate::text::{CharPos, Text, wrap};
use crate::tui::effect::{Effect, Work};
use crate::tui::keys::{Code, Key};
use crate::tui::layout::centred;
use crate::tui::model::overlay::Tone;
use crate::tui::model::{Model, Overlay};

/// Columns of the page.
const WIDTH: u16 = 92;

pub fn key(model: &mut Model, key: Key) {
    let height = height(model) as isize;
    match key.code {
        Code::Esc | Code::Enter | Code::Char('q') => drop(model.overlays.pop()),
        Code::Char('c') if key.ctrl => drop(model.overlays.pop()),
        Code::Down | Code::Char('j') => scroll(model, 1),
        Code::Up | Code::Char('k') => scroll(model, -1),
        Code::PageDown | Code::Char(' ') => scroll(model, height - 1),
        Code::PageUp => scroll(model, 1 - height),
        Code::Home => scroll(model, isize::MIN),
        Code::End => scroll(model, isize::MAX),
        _ => {}
    }
}

/// Moves the lines, and keeps them in the window.
pub fn scroll(model: &mut Model, lines: isize) {
    let last = self::lines(model).len().saturating_sub(height(model));
    if let Some(Overlay::Page(page)) = model.overlays.last_mut() {
        page.top = page.top.saturating_add_signed(lines).min(last);
    }
}

/// The popup: as high as its lines, and as the window allows.
pub fn area(model: &Model) -> ratatui::layout::Rect {
    let wanted = lines(model).len().saturating_add(2).max(6);
    centred(model, WIDTH, u16::try_from(wanted).unwrap_or(u16::MAX).min(model.height.saturating_sub(2)))
}

fn height(model: &Model) -> usize {
    usize::from(area(model).height.saturating_sub(2)).max(1)
}

/// All lines of the page on top, wrapped to its width.
pub fn lines(model: &Model) -> Vec<(Tone, String)> {
    let Some(Overlay::Page(page)) = model.overlays.last() else { return Vec::new() };
    let width = usize::from(centred(model, WIDTH, 8).width.saturating_sub(4)).max(1);
    let mut lines = Vec::new();
    for (tone, text) in &page.lines {
        for paragraph in text.split(['\n', '\u{2028}']) {
            let whole = Text::new(paragraph);
            for row in wrap::rows(paragraph, CharPos(0), width) {
                lines.push((*tone, whole.slice(row).trim_end().to_owned()));
            }
        }
    }
    lines
}

/// Orders work that takes long, and waits for it.
pub fn wait(model: &mut Model, what: String, long: Work, effects: &mut Vec<Effect>) {
    // One at a time: it takes the place of a search.
    (model.progress, model.listing.search, model.names.since) = (0, None, None);
    model.overlays.push(Overlay::Waiting { what, since: model.clock, stopping: false });
    work(effects, long);
}

/// It can be stopped; other keys would act on what is about to change.
pub fn waiting_key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let stops = key.code == Code::Esc || key.ctrl && key.code == Code::Char('c');
    if let (true, Some(Overlay::Waiting { stopping, .. })) = (stops, model.overlays.last_mut()) {
        *stopping = true;
        effects.push(Effect::Stop);
    }
}

pub fn waiting_area(model: &Model) -> ratatui::layout::Rect {
    centred(model, 64, 4)
}
