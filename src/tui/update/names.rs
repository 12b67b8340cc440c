//! The window of names, and what would leave the file for good.

use super::{care, commands, form, page, work};
use crate::model::DocumentId;
use crate::model::names::Name;
use crate::tr;
use crate::tui::bridge::names::{Ask, Told};
use crate::tui::effect::{Effect, Work};
use crate::tui::keys::{Code, Key};
use crate::tui::layout::centred;
use crate::tui::model::names::{Erasing, Page};
use crate::tui::model::overlay::{Field, Form, FormKind};
use crate::tui::model::{Model, Overlay, ToastKind};

/// Opens the window where it was left.
pub fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    model.overlays.push(Overlay::Names);
    work(effects, Work::Names(Ask::List));
}

/// Opens the window on a page, which is made anew.
pub fn open_on(model: &mut Model, page: Page, effects: &mut Vec<Effect>) {
    open(model, effects);
    ask(model, page, effects);
}

/// Asks for what a page shows.
fn ask(model: &mut Model, page: Page, effects: &mut Vec<Effect>) {
    model.names.page = page;
    let everywhere = model.names.everywhere;
    let ask = match page {
        Page::List => return work(effects, Work::Names(Ask::List)),
        Page::Found => Ask::Find { everywhere },
        Page::Near => Ask::Suggest,
        Page::Check => Ask::Check,
    };
    // One job at a time: this one takes the place of a search.
    model.progress = 0;
    model.listing.search = None;
    model.report.since = None;
    model.names.since = Some(model.clock);
    work(effects, Work::Names(ask));
}

pub fn key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let page = model.names.page;
    let height = height(model) as isize;
    match (page, key.code) {
        (_, Code::Char('c')) if key.ctrl => close(model, effects),
        (Page::List, Code::Esc | Code::Char('q')) => close(model, effects),
        (_, Code::Esc | Code::Char('q')) => back(model, effects),
        (_, Code::Down | Code::Char('j')) => step(model, 1),
        (_, Code::Up | Code::Char('k')) => step(model, -1),
        (_, Code::PageDown) => step(model, height - 1),
        (_, Code::PageUp) => step(model, 1 - height),
        (_, Code::Home) => step(model, isize::MIN),
        (_, Code::End) => step(model, isize::MAX),
        (Page::List, Code::Char('a')) => edit(model, None),
        (Page::List, Code::Enter | Code::Char('e')) => {
            if let Some(name) = model.names.name().cloned() {
                edit(model, Some(name));
            }
        }
        (Page::List, Code::Char('D') | Code::Delete) => {
            if let Some(name) = model.names.name() {
                let form = name.called().to_owned();
                work(effects, Work::Names(Ask::Remove(form)));
            }
        }
        (Page::List, Code::Char('I')) => care::names(model),
        (Page::List, Code::Char('x')) => {
            let on = !model.names.in_exports;
            work(effects, Work::Names(Ask::InExports(on)));
        }
        (_, Code::Char('f')) => ask(model, Page::Found, effects),
        (_, Code::Char('s')) => ask(model, Page::Near, effects),
        (_, Code::Char('i')) => ask(model, Page::Check, effects),
        (Page::Found, Code::Char('t')) => {
            model.names.everywhere = !model.names.everywhere;
            ask(model, Page::Found, effects);
        }
        (Page::Found, Code::Char(' ')) => {
            let at = model.names.cursor().at;
            if at < model.names.found.len() && !model.names.off.remove(&at) {
                model.names.off.insert(at);
            }
            step(model, 1);
        }
        (Page::Found, Code::Char('r')) => replace(model, effects),
        (Page::Found | Page::Check, Code::Enter) => go(model, effects),
        (Page::Near, Code::Enter) => also(model, effects),
        _ => {}
    }
}

fn close(model: &mut Model, effects: &mut Vec<Effect>) {
    stop(model, effects);
    model.overlays.pop();
}

fn back(model: &mut Model, effects: &mut Vec<Effect>) {
    stop(model, effects);
    model.names.page = Page::List;
}

fn stop(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.names.since.take().is_some() {
        effects.push(Effect::Stop);
    }
}

pub fn step(model: &mut Model, steps: isize) {
    let (len, height) = (model.names.len(), height(model));
    model.names.cursor_mut().step(steps, len, height);
}

/// A line was clicked: the cursor goes there.
pub fn click(model: &mut Model, line: usize) {
    let (len, height) = (model.names.len(), height(model));
    model.names.cursor_mut().set(line, len, height);
}

/// Goes to the place under the cursor; the window is found again as it is left.
fn go(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.names.place() {
        Some((document, span)) => {
            close(model, effects);
            commands::go_to(model, document, span, effects);
        }
        None => model.say(tr!("names-no-place"), ToastKind::Notice),
    }
}

/// The word under the cursor becomes a further form of the name that it is like.
fn also(model: &mut Model, effects: &mut Vec<Effect>) {
    let at = model.names.cursor().at;
    if at < model.names.near.len() {
        let one = model.names.near.remove(at);
        let typed = format!("{}={}", one.near.word, one.replacement);
        work(effects, Work::Names(Ask::Also { form: one.form, typed }));
        step(model, 0);
    }
}

fn replace(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.names.since.is_some() {
        return;
    }
    let chosen = model.names.chosen();
    if chosen.is_empty() {
        return model.say(tr!("names-nothing-chosen"), ToastKind::Notice);
    }
    let what = tr!("waiting-replace", count = chosen.len());
    page::wait(model, what, Work::Names(Ask::Replace(chosen)), effects);
}

/// Asks for a name: a new one, or another wording of one that is there.
fn edit(model: &mut Model, name: Option<Name>) {
    let text = |of: fn(&Name) -> String| name.as_ref().map(of).unwrap_or_default();
    let fields = vec![
        Field::new(tr!("field-name-form"), &text(|name| name.called().to_owned()), false),
        Field::new(tr!("field-name-replacement"), &text(|name| name.replacement.clone()), false),
        Field::new(tr!("field-name-further"), &text(|name| name.further().join("; ")), false),
        Field::new(tr!("field-name-note"), &text(|name| name.note.clone()), false),
    ];
    let title = if name.is_some() { tr!("form-name-edit") } else { tr!("form-name-add") };
    let was = name.map(|name| name.called().to_owned());
    form::open(model, Form::new(FormKind::Pseudonym { was }, title, fields));
}

/// A name was confirmed: the prompt stays open until the list has it. Whether the open one is of this kind.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last() else { return false };
    let FormKind::Pseudonym { was } = &open.kind else { return false };
    let (was, texts) = (was.clone(), open.texts());
    let text = |nth: usize| texts.get(nth).map(|text| text.trim()).unwrap_or_default();
    if text(0).is_empty() {
        model.overlays.pop();
        return true;
    }
    let before = was.as_ref().and_then(|was| model.names.list.by_form(was).ok());
    let before = before.and_then(|at| model.names.list.names.get(at));
    let mut name = Name::new(text(0), text(1));
    name.any_case = before.is_some_and(|before| before.any_case);
    for further in text(2).split(';').map(str::trim).filter(|further| !further.is_empty()) {
        name.also(further);
    }
    name.note = text(3).to_owned();
    work(effects, Work::Names(Ask::Put { was, name }));
    true
}

/// Asks what a sealing, or the erasing of a document, would take.
pub fn plan(model: &mut Model, document: Option<DocumentId>, effects: &mut Vec<Effect>) {
    page::wait(model, tr!("waiting-plan"), Work::Names(Ask::Plan(document)), effects);
}

/// Answers become state.
pub fn told(model: &mut Model, told: Told, effects: &mut Vec<Effect>) {
    match told {
        Told::Replaced => {
            if matches!(model.overlays.last(), Some(Overlay::Names)) {
                ask(model, Page::Found, effects);
            }
        }
        Told::List { list, file, in_exports } => {
            if matches!(model.overlays.last(), Some(Overlay::Form(form)) if matches!(form.kind, FormKind::Pseudonym { .. }))
            {
                model.overlays.pop();
            }
            let view = &mut model.names;
            (view.list, view.file, view.in_exports) = (list, file, in_exports);
            step(model, 0);
        }
        Told::Found(result) => {
            if let Some(found) = arrived(model, Page::Found, result) {
                model.names.found = found;
                model.names.off.clear();
                click(model, 0);
            }
        }
        Told::Suggested(result) => {
            if let Some(near) = arrived(model, Page::Near, result) {
                model.names.near = near;
                click(model, 0);
            }
        }
        Told::Checked(result) => {
            if let Some(findings) = arrived(model, Page::Check, result) {
                model.names.findings = findings;
                click(model, 0);
            }
        }
        Told::Planned { document, lines, name } => {
            let erasing = Erasing { document, lines, name: Some(name), typed: String::new(), top: 0 };
            model.overlays.push(Overlay::Erasing(erasing));
        }
        Told::Erased(lines) => {
            model.names = Default::default();
            model.overlays.retain(|overlay| !matches!(overlay, Overlay::Erasing(_) | Overlay::Names));
            let erasing = Erasing { document: None, lines, name: None, typed: String::new(), top: 0 };
            model.overlays.push(Overlay::Erasing(erasing));
        }
    }
}

/// What a job found, if it is still waited for.
fn arrived<T>(model: &mut Model, page: Page, result: crate::error::Result<T>) -> Option<T> {
    if model.names.page != page || model.names.since.take().is_none() {
        return None;
    }
    result.map_err(|error| model.fail(error)).ok()
}

/// Keys of what would leave the file: the name is typed, Enter confirms.
pub fn erasing_key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let height = usize::from(erasing_area(model).height.saturating_sub(5)).max(1);
    let lines = erasing_lines(model).len();
    let Some(Overlay::Erasing(open)) = model.overlays.last_mut() else { return };
    match key.code {
        Code::Esc => drop(model.overlays.pop()),
        Code::Char('c') if key.ctrl => drop(model.overlays.pop()),
        Code::Down => open.top = (open.top + 1).min(lines.saturating_sub(height)),
        Code::Up => open.top = open.top.saturating_sub(1),
        Code::Enter => match &open.name {
            None => drop(model.overlays.pop()),
            Some(name) if open.typed.trim() == name => {
                let work = Work::Names(Ask::Erase(open.document));
                page::wait(model, tr!("waiting-erase"), work, effects);
            }
            Some(_) => model.say(tr!("cli-erasure-not-typed"), ToastKind::Notice),
        },
        Code::Backspace => drop(open.typed.pop()),
        _ => {
            if let Some(letter) = key.letter().filter(|_| open.name.is_some()) {
                open.typed.push(letter);
            }
        }
    }
}

/// The window: all of the height there is.
pub fn area(model: &Model) -> ratatui::layout::Rect {
    centred(model, 100, model.height.saturating_sub(2))
}

/// Lines of the list in sight: one a name, two an occurrence.
pub fn height(model: &Model) -> usize {
    let inside = usize::from(area(model).height.saturating_sub(3));
    (if model.names.page == Page::List { inside } else { inside / 2 }).max(1)
}

pub fn erasing_area(model: &Model) -> ratatui::layout::Rect {
    let wanted = u16::try_from(erasing_lines(model).len() + 5).unwrap_or(u16::MAX);
    centred(model, 84, wanted.max(8).min(model.height.saturating_sub(2)))
}

/// What would go, wrapped.
pub fn erasing_lines(model: &Model) -> Vec<String> {
    let open = model.overlays.iter().rev().find_map(|overlay| match overlay {
        Overlay::Erasing(open) => Some(open),
        _ => None,
    });
    let Some(open) = open else { return Vec::new() };
    let width = usize::from(centred(model, 84, 8).width.saturating_sub(4));
    let mut out = Vec::new();
    for line in &open.lines {
        let whole = crate::text::Text::new(line.as_str());
        for row in crate::text::wrap::rows(line, crate::text::CharPos(0), width) {
            out.push(whole.slice(row).trim_end().to_owned());
        }
    }
    out
}
