//! An import in the workbench: asked for, shown, changed, confirmed, stored piece by piece, summed up.

use std::sync::Arc;

use super::{form, looks, options, work};
use crate::error::{Choice, Error, Kind, Result};
use crate::model::DocumentId;
use crate::model::draft::Reason;
use crate::model::history::Changed;
use crate::ops::documents::ImportAs;
use crate::tr;
use crate::tui::effect::{Effect, Work};
use crate::tui::keys::{Code, Key};
use crate::tui::layout::centred;
use crate::tui::model::overlay::{Field, Form};
use crate::tui::model::preview::{Stage, Storing};
use crate::tui::model::{Cursor, FormKind, Model, Overlay, Preview, ToastKind};
use crate::tui::msg::{Asked, Found, Item};

/// A label in the list of those to be switched on and off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    pub label: String,
    pub paragraphs: u32,
    /// None: it counts as a speaker.
    pub reason: Option<Reason>,
    pub interviewer: bool,
}

/// Begins to read what a path means.
pub fn ask(model: &mut Model, path: &str, replaces: Option<DocumentId>, effects: &mut Vec<Effect>) {
    let preview = Preview::new(path, replaces, model.clock);
    let serial = preview.serial;
    model.overlays.push(Overlay::Preview(Box::new(preview)));
    // One job at a time: this one takes the place of a search.
    (model.progress, model.doing) = (0, String::new());
    model.listing.search = None;
    model.report.since = None;
    work(effects, Work::Preview { path: path.to_owned(), asked: Vec::new(), replaces, serial });
}

/// Reads again what was changed, and looks again at what everything would be called.
fn again(model: &mut Model, effects: &mut Vec<Effect>) {
    let clock = model.clock;
    let Some(open) = open(model) else { return };
    open.serial += 1;
    open.waits = Some(open.serial);
    let (path, asked, replaces, serial) = (open.path.clone(), open.asked.clone(), open.replaces, open.serial);
    open.since = clock;
    model.progress = 0;
    work(effects, Work::Preview { path, asked, replaces, serial });
}

/// The preview, wherever it lies: a form may lie over it.
fn open(model: &mut Model) -> Option<&mut Preview> {
    model.overlays.iter_mut().rev().find_map(|overlay| match overlay {
        Overlay::Preview(open) => Some(&mut **open),
        _ => None,
    })
}

/// The files were read: they are shown, if they are still waited for.
pub fn read(model: &mut Model, serial: u64, result: Result<(Vec<Asked>, Vec<Found>)>) {
    let waits = |overlay: &Overlay| matches!(overlay, Overlay::Preview(open) if open.waits == Some(serial));
    let Some(at) = model.overlays.iter().rposition(waits) else { return };
    let rows = list_height(model);
    match result {
        Ok((asked, found)) => {
            if let Some(Overlay::Preview(open)) = model.overlays.get_mut(at) {
                let place = open.here().map(|found| (found.asked, found.part));
                let line = found.iter().position(|found| Some((found.asked, found.part)) == place);
                (open.asked, open.waits) = (asked, None);
                open.cursor.set(line.unwrap_or(open.cursor.at), found.len(), rows);
                open.found = Some(found);
            }
        }
        Err(error) => {
            // The path is asked for again, as it was typed.
            if let Some(Overlay::Preview(open)) = model.overlays.get(at) {
                let (path, replaces) = (open.path.clone(), open.replaces);
                model.overlays.remove(at);
                form::import(model, &path, replaces);
                model.fail(error);
            }
        }
    }
}

/// The documents that would be stored.
pub fn ready(open: &Preview) -> usize {
    open.found.iter().flatten().filter(|found| found.is_ready()).count()
}

/// The labels of a document: those that count, then those that could.
pub fn voices(found: &Found) -> Vec<Voice> {
    let Ok(ready) = &found.ready else { return Vec::new() };
    let speakers = ready.draft.speakers.iter().map(|speaker| Voice {
        label: speaker.label.clone(),
        paragraphs: speaker.paragraphs,
        reason: None,
        interviewer: speaker.interviewer,
    });
    let candidates = ready.draft.candidates.iter().map(|candidate| Voice {
        label: candidate.label.clone(),
        paragraphs: candidate.paragraphs,
        reason: Some(candidate.reason),
        interviewer: false,
    });
    speakers.chain(candidates).collect()
}

pub fn key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let Some(Overlay::Preview(open)) = model.overlays.last_mut() else { return };
    let leaves = matches!(key.code, Code::Esc | Code::Char('q')) || key.ctrl && key.code == Code::Char('c');
    match &mut open.stage {
        Stage::Storing(storing) => storing.stopping |= leaves,
        Stage::Done { .. } if leaves || key.code == Code::Enter => drop(model.overlays.pop()),
        Stage::Voices(_) if leaves || key.code == Code::Enter => open.stage = Stage::Look,
        Stage::Voices(_) => voice_key(model, key, effects),
        Stage::Look if leaves => leave(model, effects),
        Stage::Done { .. } => scroll_key(model, key),
        Stage::Look => look_key(model, key, effects),
    }
}

fn scroll_key(model: &mut Model, key: Key) {
    let page = (height(model) as isize - 1).max(1);
    match key.code {
        Code::Down | Code::Char('j') => scroll(model, 1),
        Code::Up | Code::Char('k') => scroll(model, -1),
        Code::PageDown | Code::Char(' ') => scroll(model, page),
        Code::PageUp => scroll(model, -page),
        Code::Home => scroll(model, isize::MIN),
        Code::End => scroll(model, isize::MAX),
        _ => {}
    }
}

fn look_key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let Some(Overlay::Preview(open)) = model.overlays.last() else { return };
    let Some(found) = &open.found else { return };
    let many = found.len() > 1;
    if key.ctrl || key.alt {
        return scroll_key(model, key);
    }
    match key.code {
        Code::Enter => store(model, effects),
        Code::Down | Code::Char('j') if many => step(model, 1),
        Code::Up | Code::Char('k') if many => step(model, -1),
        Code::Home if many => step(model, isize::MIN),
        Code::End if many => step(model, isize::MAX),
        Code::Char('r') if open.replaces.is_none() => rename(model),
        Code::Char('g') if many && open.replaces.is_none() => group(model),
        Code::Char('d') if many => without(model, effects),
        Code::Char('n') if open.here().is_some_and(|found| again_of(open, found).is_some()) => {
            all_the_same(model, effects);
        }
        Code::Char(letter @ ('f' | 'v')) if offers(open, letter) => columns_or_tiers(model, letter),
        Code::Char('s') => {
            if open.here().is_some_and(|found| found.ready.is_ok()) {
                set_stage(model, Stage::Voices(Cursor::default()));
            }
        }
        Code::Char('a') if many => for_all(model, effects),
        Code::Char(letter) => {
            if !change(model, letter, effects) {
                scroll_key(model, key);
            }
        }
        _ => scroll_key(model, key),
    }
}

fn set_stage(model: &mut Model, stage: Stage) {
    if let Some(Overlay::Preview(open)) = model.overlays.last_mut() {
        (open.stage, open.top) = (stage, 0);
    }
}

/// Another choice of how the file at the cursor is read. Whether the letter stands for one.
fn change(model: &mut Model, letter: char, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Preview(open)) = model.overlays.last_mut() else { return false };
    let Some(found) = open.here().cloned() else { return false };
    let Some(asked) = open.asked.get_mut(found.asked) else { return false };
    if !options::change(letter, &found, &mut asked.options) {
        return false;
    }
    asked.read = None;
    again(model, effects);
    true
}

/// The choices of the file at the cursor for all files.
fn for_all(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Preview(open)) = model.overlays.last_mut() else { return };
    let Some(at) = open.here().map(|found| found.asked) else { return };
    let Some(chosen) = open.asked.get(at).map(|asked| asked.options.clone()) else { return };
    for asked in open.asked.iter_mut().filter(|asked| asked.options != chosen) {
        (asked.options, asked.read) = (chosen.clone(), None);
    }
    model.say(tr!("preview-for-all"), ToastKind::Done);
    again(model, effects);
}

/// Leaves the document at the cursor out, or takes it in again.
fn without(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Preview(open)) = model.overlays.last_mut() else { return };
    let Some((at, part)) = open.here().map(|found| (found.asked, found.part)) else { return };
    let Some(asked) = open.asked.get_mut(at) else { return };
    if !asked.without.remove(&part) {
        asked.without.insert(part);
    }
    again(model, effects);
}

/// Whether the document is imported though it is in the project already; none: it is not, and there is nothing to ask.
pub fn again_of(open: &Preview, found: &Found) -> Option<bool> {
    let wanted = open.asked.get(found.asked).and_then(|asked| asked.wanted.get(&found.part));
    let again = wanted.is_some_and(|wanted| wanted.again);
    let there = found.refused.as_ref().is_some_and(|error| error.choice == Some(Choice::Again));
    (again || there).then_some(again)
}

/// Imports the document at the cursor though it is in the project already, or leaves it at that.
fn all_the_same(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Preview(open)) = model.overlays.last_mut() else { return };
    let Some((at, part)) = open.here().map(|found| (found.asked, found.part)) else { return };
    let Some(asked) = open.asked.get_mut(at) else { return };
    asked.wanted.entry(part).or_insert_with(ImportAs::default).again ^= true;
    again(model, effects);
}

fn offers(open: &Preview, letter: char) -> bool {
    let Some(found) = open.here() else { return false };
    let Some(asked) = open.asked.get(found.asked) else { return false };
    options::shown(found, &asked.options).iter().any(|(here, _)| *here == letter)
}

/// Asks for the columns of a table, or for the tiers of annotations.
fn columns_or_tiers(model: &mut Model, letter: char) {
    let Some(Overlay::Preview(open)) = model.overlays.last() else { return };
    let Some(asked) = open.here().and_then(|found| open.asked.get(found.asked)) else { return };
    let (choice, title) = match letter {
        'v' => (Choice::Tiers, tr!("form-tiers", file = asked.name())),
        _ => (Choice::Columns, tr!("form-columns", file = asked.name())),
    };
    let fields = options::fields(choice, &asked.options);
    let fields = fields.into_iter().map(|(label, text)| Field::new(label, &text, false)).collect();
    form::open(model, Form::new(FormKind::ImportWith(choice), title, fields));
}

/// The form was confirmed: the file at the cursor is read with these columns or tiers.
pub fn read_with(model: &mut Model, choice: Choice, texts: &[String], effects: &mut Vec<Effect>) {
    let Some(open) = open(model) else { return };
    let Some(at) = open.here().map(|found| found.asked) else { return };
    let Some(asked) = open.asked.get_mut(at) else { return };
    options::name(choice, texts, &mut asked.options);
    asked.read = None;
    again(model, effects);
}

/// Asks what the document at the cursor is to be called.
fn rename(model: &mut Model) {
    let Some(Overlay::Preview(open)) = model.overlays.last() else { return };
    let Some(found) = open.here().filter(|found| found.ready.is_ok()) else { return };
    let fields = vec![
        Field::new(tr!("field-label"), &found.label, false),
        Field::new(tr!("field-title"), &found.title, false),
        Field::new(tr!("field-group"), &found.group, false),
    ];
    let title = tr!("form-import-as", file = found.name.clone());
    let kind = FormKind::ImportAs(Some(open.cursor.at));
    form::open(model, Form::new(kind, title, fields));
}

/// Asks for the group of all.
fn group(model: &mut Model) {
    let Some(Overlay::Preview(open)) = model.overlays.last() else { return };
    let group = open.here().map(|found| found.group.clone()).unwrap_or_default();
    let field = Field::new(tr!("field-group"), &group, false);
    form::open(model, Form::new(FormKind::ImportAs(None), tr!("form-import-group"), vec![field]));
}

/// The form was confirmed: the document of that line is called so, or all are in that group.
pub fn name(model: &mut Model, line: Option<usize>, texts: Vec<String>, effects: &mut Vec<Effect>) {
    let Some(open) = open(model) else { return };
    let found = open.found.clone().unwrap_or_default();
    for (at, found) in found.iter().enumerate().filter(|(at, _)| line.is_none_or(|line| line == *at)) {
        let Some(asked) = open.asked.get_mut(found.asked) else { continue };
        let wanted = asked.wanted.entry(found.part).or_insert_with(ImportAs::default);
        match texts.as_slice() {
            [label, title, group] if line == Some(at) => {
                let set = |text: &String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
                (wanted.label, wanted.title) = (set(label), set(title));
                wanted.group = Some(group.trim().to_owned());
            }
            [group] => wanted.group = Some(group.trim().to_owned()),
            _ => {}
        }
    }
    again(model, effects);
}

fn voice_key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let rows = list_height(model);
    let Some(Overlay::Preview(open)) = model.overlays.last_mut() else { return };
    let Some(found) = open.here().cloned() else { return };
    let voices = voices(&found);
    let Stage::Voices(cursor) = &mut open.stage else { return };
    match key.code {
        Code::Down | Code::Char('j') => cursor.step(1, voices.len(), rows),
        Code::Up | Code::Char('k') => cursor.step(-1, voices.len(), rows),
        Code::PageDown => cursor.step(rows as isize, voices.len(), rows),
        Code::PageUp => cursor.step(-(rows as isize), voices.len(), rows),
        Code::Home => cursor.step(isize::MIN, voices.len(), rows),
        Code::End => cursor.step(isize::MAX, voices.len(), rows),
        Code::Char(' ' | 'x' | 'i') => {
            let Some(voice) = voices.get(cursor.at) else { return };
            let Some(asked) = open.asked.get_mut(found.asked) else { return };
            if key.code == Code::Char('i') {
                if voice.reason.is_some() {
                    return;
                }
                options::turn_role(voice, &voices, &mut asked.options);
            } else {
                options::switch(voice, &mut asked.options);
            }
            asked.read = None;
            again(model, effects);
        }
        _ => {}
    }
}

pub fn click(model: &mut Model, line: usize, effects: &mut Vec<Effect>) {
    let rows = list_height(model);
    let Some(Overlay::Preview(open)) = model.overlays.last_mut() else { return };
    let voices = open.here().map(voices).unwrap_or_default().len();
    let documents = open.found.as_ref().map_or(0, Vec::len);
    match &mut open.stage {
        Stage::Voices(cursor) if cursor.at == line => {
            voice_key(model, Key::plain(Code::Char(' ')), effects);
        }
        Stage::Voices(cursor) => cursor.set(line, voices, rows),
        Stage::Look => {
            open.cursor.set(line, documents, rows);
            open.top = 0;
        }
        Stage::Storing(_) | Stage::Done { .. } => {}
    }
}

/// Leaves without importing; files that are being read are not read on.
fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(Overlay::Preview(open)) = model.overlays.pop()
        && open.waits.is_some()
    {
        effects.push(Effect::Stop);
    }
}

fn store(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Preview(open)) = model.overlays.last_mut() else { return };
    // What is on the screen is what is stored: a reading under way is waited for.
    if open.waits.is_some() {
        return;
    }
    let found = open.found.iter().flatten().enumerate().filter(|(_, found)| found.is_ready());
    let items: Vec<Item> = found
        .filter_map(|(at, found)| {
            let wanted = ImportAs {
                label: Some(found.label.clone()),
                title: Some(found.title.clone()),
                group: Some(found.group.clone()),
                again: again_of(open, found).unwrap_or(false),
            };
            let ready = Arc::clone(found.ready.as_ref().ok()?);
            Some(Item { at, name: found.name.clone(), ready, wanted, replaces: open.replaces })
        })
        .collect();
    if items.is_empty() {
        return model.say(tr!("preview-nothing"), ToastKind::Notice);
    }
    let items = Arc::new(items);
    let storing = Storing { items: Arc::clone(&items), ..Storing::default() };
    (open.stage, open.since) = (Stage::Storing(storing), model.clock);
    work(effects, Work::Import { items, from: 0, batch: None });
}

/// A piece was stored: the next one, or what came of all.
pub fn stored(
    model: &mut Model,
    batch: String,
    results: Vec<(usize, Result<DocumentId>)>,
    changed: Changed,
    effects: &mut Vec<Effect>,
) {
    let Some(open) = open(model) else { return };
    let Stage::Storing(storing) = &mut open.stage else { return };
    storing.results.extend(results);
    storing.changed.join(changed);
    let (from, stopping) = (storing.results.len(), storing.stopping);
    storing.batch = Some(batch);
    if from < storing.items.len() && !stopping {
        let (items, batch) = (Arc::clone(&storing.items), storing.batch.clone());
        return work(effects, Work::Import { items, from, batch });
    }
    let Storing { results, changed, .. } = std::mem::take(storing);
    let documents: Vec<DocumentId> =
        results.values().filter_map(|result| result.as_ref().ok().copied()).collect();
    let wrong: Option<Error> = results.values().find_map(|result| result.as_ref().err().cloned());
    let alone = open.found.as_ref().is_none_or(|found| found.len() == 1);
    open.stage = Stage::Done { results, top: 0 };
    if alone {
        model.overlays.retain(|overlay| !matches!(overlay, Overlay::Preview(_)));
        if let Some(error) = wrong {
            model.fail(error);
        }
    }
    work(effects, Work::Imported { documents: documents.len(), changed });
    // Who had nothing to read reads the first one.
    if let (None, Some(first)) = (&model.reading, documents.first()) {
        work(effects, Work::Open { document: *first, span: None, half: None });
    }
}

fn step(model: &mut Model, steps: isize) {
    let rows = list_height(model);
    if let Some(Overlay::Preview(open)) = model.overlays.last_mut() {
        let len = open.found.as_ref().map_or(0, Vec::len);
        open.cursor.step(steps, len, rows);
        open.top = 0;
    }
}

/// Moves the lines, and keeps them in the window.
pub fn scroll(model: &mut Model, lines: isize) {
    let Some(Overlay::Preview(open)) = model.overlays.last() else { return };
    let all = match open.stage {
        Stage::Done { .. } => looks::summary(model).len(),
        _ => looks::lines(model).len(),
    };
    let last = all.saturating_sub(height(model));
    if let Some(Overlay::Preview(open)) = model.overlays.last_mut() {
        let top = match &mut open.stage {
            Stage::Done { top, .. } => top,
            _ => &mut open.top,
        };
        *top = top.saturating_add_signed(lines).min(last);
    }
}

/// The popup: all of the window that reading leaves.
pub fn area(model: &Model) -> ratatui::layout::Rect {
    centred(model, 104, model.height.saturating_sub(2))
}

/// Lines of the list of documents, or of labels.
pub fn list_height(model: &Model) -> usize {
    let inside = usize::from(area(model).height.saturating_sub(2));
    let Some(Overlay::Preview(open)) = model.overlays.iter().rev().find(|o| matches!(o, Overlay::Preview(_)))
    else {
        return inside;
    };
    match open.stage {
        Stage::Voices(_) => inside.saturating_sub(2),
        _ => match open.found.as_ref().map_or(0, Vec::len) {
            0 | 1 => 0,
            many => many.min((inside / 3).max(3)),
        },
    }
}

/// Lines of what is said of a document, or of the summary.
fn height(model: &Model) -> usize {
    let inside = usize::from(area(model).height.saturating_sub(2));
    let list = list_height(model);
    let done = matches!(model.overlays.last(), Some(Overlay::Preview(open)) if matches!(open.stage, Stage::Done { .. }));
    match (done, list) {
        (true, _) | (_, 0) => inside,
        // The line above the list, and the one below it.
        (false, list) => inside.saturating_sub(list + 2),
    }
    .max(1)
}

/// What kind of refusal it is: in the project already, or its label taken, is no fault of the file.
pub fn is_fault(error: &Error) -> bool {
    error.kind != Kind::Refused
}
