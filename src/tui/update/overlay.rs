//! Keys for what lies over the panes; the palette and the help.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{form, menu, names, page, picker, preview, query, run, sharing, table};
use crate::tui::command::{Command, Context};
use crate::tui::effect::Effect;
use crate::tui::keys::{Code, Key};
use crate::tui::model::{Cursor, Model, Overlay};

/// Lines of the palette that are shown at most.
pub const HEIGHT: usize = 14;

pub fn key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    if key.ctrl && key.code == Code::Char('z') {
        return effects.push(Effect::Suspend);
    }
    match model.overlays.last() {
        Some(Overlay::Picker(_)) => picker::key(model, key, effects),
        Some(Overlay::Menu(_)) => menu::key(model, key, effects),
        Some(Overlay::Form(_)) => form::key(model, key, effects),
        Some(Overlay::Preview(_)) => preview::key(model, key, effects),
        Some(Overlay::Page(_)) => page::key(model, key),
        Some(Overlay::Confirm { .. }) => table::confirm_key(model, key, effects),
        Some(Overlay::Waiting { .. }) => page::waiting_key(model, key, effects),
        Some(Overlay::Names) => names::key(model, key, effects),
        Some(Overlay::Erasing(_)) => names::erasing_key(model, key, effects),
        Some(Overlay::Merging(_)) => sharing::key(model, key, effects),
        Some(Overlay::Palette { .. }) => palette_key(model, key, effects),
        Some(Overlay::Help { .. }) => help_key(model, key),
        None => {}
    }
}

/// Pasted text goes into the field that has the keys; panes ignore it.
pub fn paste(model: &mut Model, text: &str, _effects: &mut Vec<Effect>) {
    let clock = model.clock;
    let line: String =
        text.split(['\n', '\r']).collect::<Vec<_>>().join(" ").chars().filter(|c| !c.is_control()).collect();
    match model.overlays.last_mut() {
        Some(Overlay::Form(open)) => {
            form::paste(open, text, clock);
            query::offer(model);
        }
        Some(Overlay::Picker(picker)) => {
            picker.query.push_str(line.trim());
            picker::search(model);
        }
        Some(Overlay::Palette { query, .. } | Overlay::Help { query, .. }) => query.push_str(line.trim()),
        _ => {}
    }
}

/// After the study changed: an open picker shows what there is now.
pub fn refresh(model: &mut Model) {
    if matches!(model.overlays.last(), Some(Overlay::Picker(_))) {
        picker::search(model);
    }
}

pub fn palette(model: &mut Model) {
    model.overlays.push(Overlay::Palette { query: String::new(), cursor: Cursor::default() });
}

/// The commands that fit a query, the best first. Names, words in the language, and what MAXQDA calls them.
pub fn palette_entries(model: &Model, query: &str) -> Vec<Command> {
    let here = model.contexts();
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(query.trim(), CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut score = |text: &str| pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher);
    // Other names are long lists: scattered letters would find all of them. Whoever types a good part of one means it.
    let needle = query.trim().to_lowercase();
    let weight = if needle.chars().count() >= 6 { 380 } else { 60 };
    let named = |text: &str| text.contains(&needle).then_some(weight);
    let mut scored: Vec<(u32, bool, usize, Command)> = Vec::new();
    for (at, &command) in Command::ALL.iter().enumerate() {
        // Looked up once: this is done for every command at every key.
        let (said, aliases) = (command.words(), command.aliases().to_lowercase());
        let words = score(&said).map(|score| score + 10);
        let said = said.to_lowercase();
        let whole = said.contains(&needle).then_some(400);
        let other = named(&aliases).or_else(|| named(command.name()));
        // A name typed whole is meant, its own before another one, whatever else its letters are found in.
        let exact = match command.name() == needle || said == needle {
            true => Some(u32::MAX),
            false => aliases.split(',').any(|name| name.trim() == needle).then_some(u32::MAX - 1),
        };
        let Some(best) = words.max(whole).max(other).max(exact) else { continue };
        let elsewhere = !here.contains(&command.home());
        scored.push((best, elsewhere, at, command));
    }
    if query.trim().is_empty() {
        scored.sort_by_key(|(_, elsewhere, at, _)| (*elsewhere, *at));
    } else {
        scored.sort_by_key(|(score, elsewhere, at, _)| (std::cmp::Reverse(*score), *elsewhere, *at));
    }
    scored.into_iter().map(|(.., command)| command).collect()
}

fn palette_key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let Some(Overlay::Palette { query, cursor }) = model.overlays.last() else { return };
    let (mut query, mut cursor) = (query.clone(), *cursor);
    let len = palette_entries(model, &query).len();
    match key.code {
        Code::Esc => drop(model.overlays.pop()),
        Code::Char('c') if key.ctrl => drop(model.overlays.pop()),
        Code::Enter => return palette_run(model, cursor.at, effects),
        Code::Down => cursor.step(1, len, HEIGHT),
        Code::Up => cursor.step(-1, len, HEIGHT),
        Code::Char('n') if key.ctrl => cursor.step(1, len, HEIGHT),
        Code::Char('p') if key.ctrl => cursor.step(-1, len, HEIGHT),
        Code::PageDown => cursor.step(HEIGHT as isize, len, HEIGHT),
        Code::PageUp => cursor.step(-(HEIGHT as isize), len, HEIGHT),
        _ => {
            if edit_line(&mut query, key) {
                cursor = Cursor::default();
            }
        }
    }
    if let Some(Overlay::Palette { query: old, cursor: before }) = model.overlays.last_mut() {
        (*old, *before) = (query, cursor);
    }
}

pub fn palette_run(model: &mut Model, line: usize, effects: &mut Vec<Effect>) {
    let Some(Overlay::Palette { query, .. }) = model.overlays.last() else { return };
    let Some(command) = palette_entries(model, query).get(line).copied() else { return };
    // One that cannot be done says why and leaves the palette open.
    if model.can(command).is_ok() {
        model.overlays.pop();
    }
    run(model, command, effects);
}

pub fn help(model: &mut Model) {
    model.overlays.push(Overlay::Help { query: String::new(), top: 0 });
}

/// What the help shows here: the contexts, each with its commands, those that can be done now first; of all, those that
/// fit the query.
pub fn help_entries(model: &Model, query: &str) -> Vec<(Context, Command, String)> {
    let query = query.trim().to_lowercase();
    let mut entries = Vec::new();
    let (now, not): (Vec<Command>, Vec<Command>) =
        Command::ALL.iter().partition(|one| model.can(**one).is_ok());
    for context in model.contexts() {
        for command in now.iter().chain(&not).copied() {
            let keys = model.keymap.keys_of(command, &[context]);
            if keys.is_empty() {
                continue;
            }
            let keys = keys.iter().map(|keys| crate::tui::keys::shown(keys)).collect::<Vec<_>>().join(", ");
            let words = format!("{keys} {} {}", command.words(), command.aliases()).to_lowercase();
            if query.is_empty() || words.contains(&query) {
                entries.push((context, command, keys));
            }
        }
    }
    entries
}

fn help_key(model: &mut Model, key: Key) {
    let Some(Overlay::Help { query, top }) = model.overlays.last_mut() else { return };
    match key.code {
        Code::Esc | Code::Enter => drop(model.overlays.pop()),
        Code::Char('?') if query.is_empty() => drop(model.overlays.pop()),
        Code::F(1) => drop(model.overlays.pop()),
        Code::Down => *top += 1,
        Code::Up => *top = top.saturating_sub(1),
        Code::PageDown => *top += 10,
        Code::PageUp => *top = top.saturating_sub(10),
        Code::Home => *top = 0,
        Code::End => *top = usize::MAX,
        _ => {
            if edit_line(query, key) {
                *top = 0;
            }
        }
    }
    let query = match model.overlays.last() {
        Some(Overlay::Help { query, .. }) => query.clone(),
        _ => return,
    };
    let last = help_entries(model, &query).len();
    if let Some(Overlay::Help { top, .. }) = model.overlays.last_mut() {
        *top = (*top).min(last.saturating_sub(1));
    }
}

/// Edits a line of text that only grows and shrinks at its end.
fn edit_line(line: &mut String, key: Key) -> bool {
    match key.code {
        Code::Backspace => line.pop().is_some(),
        Code::Char('u') if key.ctrl => {
            line.clear();
            true
        }
        _ => match key.letter() {
            Some(letter) => {
                line.push(letter);
                true
            }
            None => false,
        },
    }
}
