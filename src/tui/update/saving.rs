//! Nothing is lost: drafts, leaving editors, leaving the workbench, coming back to where one was.

use serde_json::{Value, json};

use super::{
    beside, codes, edits, form, halves, menu, paraphrases, query, returning, sections, summaries, templates,
    work,
};
use crate::error::Error;
use crate::model::codes::{Guide, Origin};
use crate::model::memos::{Memo, MemoOn, MemoText};
use crate::model::{CodeId, CoderId, DocumentId};
use crate::store::drafts::DraftText;
use crate::text::{CharPos, Span};
use crate::tr;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::{Desk, DividedBy, Half, Model, Overlay, Reading, Saving, ToastKind};
use crate::tui::worker::STATE;

/// After how many milliseconds changed text is kept.
const KEEP_AFTER: u64 = 600;

/// After how many milliseconds places, sizes, slots are remembered that have changed.
const REMEMBER_AFTER: u64 = 1_000;

/// Keeps the text of an editor that was changed a moment ago.
pub fn keep_draft(form: &mut Form, clock: u64, effects: &mut Vec<Effect>) {
    if form.dirty.is_some_and(|since| since + KEEP_AFTER <= clock) {
        keep_now(form, effects);
    }
}

pub fn keep_now(form: &mut Form, effects: &mut Vec<Effect>) {
    if form.dirty.take().is_none() {
        return;
    }
    if let Some(field) = form.kind.draft() {
        form.kept = true;
        work(effects, Work::KeepDraft { field, text: json!(form.texts()).to_string() });
    }
}

/// What would be lost if the program ended now, each to be kept.
pub fn unsaved(model: &Model) -> Vec<Work> {
    let forms = model.overlays.iter().filter_map(|overlay| match overlay {
        Overlay::Form(form) if form.changed() => {
            Some(Work::KeepDraft { field: form.kind.draft()?, text: json!(form.texts()).to_string() })
        }
        _ => None,
    });
    let leaving = model.saving.iter().map(|saving| keeping(saving.clone()));
    forms.chain(leaving).collect()
}

fn keeping(saving: Saving) -> Work {
    Work::KeepDraft { field: saving.field, text: saving.text }
}

/// The text that left its editor is stored: its draft is not needed any more.
pub fn stored(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(saving) = model.saving.take()
        && saving.kept
    {
        work(effects, Work::DropDraft(saving.field));
    }
}

/// The text that left its editor could not be stored: it is kept, and offered as one that was not saved.
pub fn not_stored(model: &mut Model, error: Error, effects: &mut Vec<Effect>) -> Error {
    let Some(saving) = model.saving.take() else { return error };
    model.drafts.retain(|draft| draft.field != saving.field);
    let (field, text) = (saving.field.clone(), saving.text.clone());
    model.drafts.push(DraftText { field, text, changed: String::new() });
    work(effects, keeping(saving));
    Error { hint: Some(tr!("saving-kept")), ..error }
}

/// Leaves an editor: its text becomes one operation, if it changed.
pub fn save(model: &mut Model, effects: &mut Vec<Effect>) {
    if !beside::check_day(model) || edits::save(model, effects) {
        return;
    }
    let origin = match model.overlays.last() {
        Some(Overlay::Form(form)) if matches!(form.kind, FormKind::Define(_)) => {
            let typed = form.text(4);
            match form::origin(model, &typed) {
                Some(origin) => origin,
                None => return,
            }
        }
        _ => Origin::Unspecified,
    };
    let kind = match model.overlays.last() {
        Some(Overlay::Form(form)) if matches!(form.kind, FormKind::Template(_)) && form.changed() => {
            let typed = form.text(1);
            let Some(kind) = templates::kind(model, &typed) else { return };
            kind
        }
        _ => "free",
    };
    let Some(Overlay::Form(form)) = model.overlays.pop() else { return };
    let draft = form.kind.draft();
    let before = effects.len();
    if form.changed() {
        let first = form.text(0);
        match form.kind.clone() {
            FormKind::Define(code) => {
                let (apply, not_apply, research_question) = (form.text(1), form.text(2), form.text(3));
                let guide = Guide { definition: first, apply, not_apply, origin, research_question };
                work(effects, Work::DefineCode(code, guide, model.marks.unwrap_or(true)));
            }
            FormKind::Memo { id, on, template } => {
                let text = form.text(1);
                if id.is_some() || !(first.trim().is_empty() && text.trim().is_empty()) {
                    let text = MemoText { title: first, text, template, dated: None };
                    work(effects, Work::WriteMemo { id, on, text });
                }
            }
            FormKind::Template(of) => templates::save(of, first, kind, form.text(2), effects),
            FormKind::Logbook(id) => {
                let (title, text) = (form.text(1), form.text(2));
                if id.is_some() || !(title.trim().is_empty() && text.trim().is_empty()) {
                    let text = MemoText { title, text, template: None, dated: Some(first) };
                    work(effects, Work::WriteMemo { id, on: MemoOn::Logbook, text });
                }
            }
            FormKind::Paraphrase { document, span } => {
                paraphrases::save(model, document, span, first, effects);
            }
            FormKind::Summary(on) => work(effects, Work::WriteSummary(on, first)),
            FormKind::Comment(coding) => {
                let change = crate::ops::codings::CodingChange { weight: None, comment: Some(first) };
                work(effects, Work::ChangeCoding(coding, change));
            }
            _ => {}
        }
    }
    let Some(field) = draft else { return };
    if effects.len() > before {
        // It stays here until it is stored.
        let text = json!(form.texts()).to_string();
        model.saving = Some(Saving { field, text, kept: form.kept });
    } else if form.kept {
        work(effects, Work::DropDraft(field));
    }
}

/// Leaves an editor without its changes; where there are some, only when asked twice.
pub fn abandon(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(Overlay::Form(form)) = model.overlays.last_mut()
        && form.changed()
        && !form.kind.is_prompt()
        && !form.abandoning
    {
        form.abandoning = true;
        return model.say(tr!("toast-abandon-again"), ToastKind::Notice);
    }
    let Some(Overlay::Form(form)) = model.overlays.pop() else { return };
    if form.kept
        && let Some(field) = form.kind.draft()
    {
        work(effects, Work::DropDraft(field));
    }
    if form.changed() && !form.kind.is_prompt() {
        model.say(tr!("toast-abandoned"), ToastKind::Notice);
    }
}

/// Leaves the workbench: open editors are saved or kept, and where one was is remembered.
pub fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.ending {
        return;
    }
    model.ending = true;
    for overlay in &mut model.overlays {
        if let Overlay::Form(form) = overlay {
            keep_now(form, effects);
        }
    }
    work(effects, Work::Remember { key: STATE, value: left(model).to_string() });
    effects.push(Effect::Quit);
}

/// Remembers how the workbench is arranged, as when it is left, so that a crash costs nothing of it. Not while keys wait.
pub fn remember(model: &mut Model, effects: &mut Vec<Effect>) {
    let due = model.moved.is_some_and(|since| since + REMEMBER_AFTER <= model.clock);
    if !due || model.busy > 0 || !model.study.loaded {
        return;
    }
    model.moved = None;
    let value = left(model).to_string();
    if value != model.remembered {
        model.remembered.clone_from(&value);
        work(effects, Work::Remember { key: STATE, value });
    }
}

/// Where the workbench was left.
fn left(model: &Model) -> Value {
    let mut places: Vec<(DocumentId, usize)> = model.places.iter().map(|(id, at)| (*id, *at)).collect();
    for reading in model.resting.iter().chain(&model.reading) {
        places.retain(|(id, _)| *id != reading.document);
        places.push((reading.document, reading.at));
    }
    places.sort();
    let folded: Vec<i64> = model.folded.iter().map(|id| id.0).collect();
    json!({
        "document": model.reading.as_ref().map(|reading| reading.document.0),
        "places": places.iter().map(|(id, at)| json!([id.0, at])).collect::<Vec<_>>(),
        "pane": returning::pane(model),
        "view": returning::view(model),
        "code": model.code_at_cursor().map(|id| id.0),
        "folded": folded,
        "side": model.sizes.side,
        "text": model.sizes.text,
        "split": model.sizes.split,
        "left": model.sizes.left,
        "resting": resting(model),
        "documents": model.study.divided_by.name(),
        "paraphrases": !model.hides_paraphrases,
        "desks": desks(model),
        "recent": model.recent.iter().map(|id| id.0).collect::<Vec<_>>(),
    })
}

/// The transcript beside the one that is read: document, place, in which half.
fn resting(model: &Model) -> Value {
    let Some(reading) = &model.resting else { return Value::Null };
    let place = |reading: &Reading| reading.paragraph(reading.at).map(|paragraph| paragraph.span.start.0);
    json!({
        "document": reading.document.0,
        "at": place(reading),
        "half": match model.half { Half::Left => "right", Half::Right => "left" },
        // The same document may be open twice: one place a document is not enough.
        "beside": model.reading.as_ref().and_then(place),
    })
}

/// Each coder's quick slots and activation.
fn desks(model: &Model) -> Value {
    let mut all = model.desks.clone();
    if let Some(coder) = model.study.coder {
        all.insert(coder, Desk { slots: model.slots, active: model.active.clone() });
    }
    let desk = |desk: &Desk| {
        json!({
            "slots": desk.slots.iter().map(|code| code.map(|code| code.0)).collect::<Vec<_>>(),
            "documents": desk.active.documents.iter().map(|id| id.0).collect::<Vec<_>>(),
            "codes": desk.active.codes.iter().map(|id| id.0).collect::<Vec<_>>(),
        })
    };
    Value::Object(all.iter().map(|(coder, one)| (coder.0.to_string(), desk(one))).collect())
}

/// What was remembered of a coder's desk. What is gone since is left out when it is used.
fn desk(value: &Value) -> Desk {
    let numbers = |key: &str| value.get(key).and_then(Value::as_array).into_iter().flatten();
    let mut desk = Desk::default();
    for (slot, code) in desk.slots.iter_mut().zip(numbers("slots")) {
        *slot = code.as_i64().map(CodeId);
    }
    desk.active.documents = numbers("documents").filter_map(Value::as_i64).map(DocumentId).collect();
    desk.active.codes = numbers("codes").filter_map(Value::as_i64).map(CodeId).collect();
    desk
}

/// Another coder sits down: the slots and the activation are theirs from now on.
pub fn change_desk(model: &mut Model, coder: CoderId, effects: &mut Vec<Effect>) {
    if let Some(before) = model.study.coder {
        let active = std::mem::take(&mut model.active);
        model.desks.insert(before, Desk { slots: model.slots, active });
    }
    sit_down(model, coder, effects);
}

fn sit_down(model: &mut Model, coder: CoderId, effects: &mut Vec<Effect>) {
    let Desk { slots, active } = model.desks.remove(&coder).unwrap_or_default();
    (model.slots, model.active) = (slots, active);
    let tree = &model.study.tree;
    for slot in &mut model.slots {
        *slot = slot.filter(|code| tree.get(*code).is_some());
    }
    query::refresh(model, effects);
}

/// Comes back to where the workbench was left.
pub fn restore(model: &mut Model, remembered: Option<&str>, effects: &mut Vec<Effect>) {
    model.remembered = remembered.unwrap_or_default().to_owned();
    let value: Value = remembered.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let number = |key: &str| value.get(key).and_then(Value::as_i64);
    let size = |key: &str, from: u16, to: u16| {
        number(key).and_then(|number| u16::try_from(number).ok()).map(|size| size.clamp(from, to))
    };
    model.sizes.side = size("side", 16, 80).unwrap_or(model.sizes.side);
    model.sizes.text = size("text", 32, 160).unwrap_or(model.sizes.text);
    model.sizes.split = size("split", 15, 85).unwrap_or(model.sizes.split);
    model.sizes.left = size("left", halves::SHARES.0, halves::SHARES.1).unwrap_or(model.sizes.left);
    model.hides_paraphrases = value.get("paraphrases").and_then(Value::as_bool) == Some(false);
    let by = value.get("documents").and_then(Value::as_str).and_then(DividedBy::from_name);
    model.study.divided_by = by.unwrap_or_default();
    model.study.divide();
    sections::to_first(model);
    let ids = |key: &str| {
        let list = value.get(key).and_then(Value::as_array).into_iter().flatten();
        list.filter_map(Value::as_i64).map(crate::model::CodeId).collect::<Vec<_>>()
    };
    let tree = model.study.tree.clone();
    model.folded = ids("folded").into_iter().filter(|id| tree.get(*id).is_some()).collect();
    model.recent = ids("recent").into_iter().filter(|id| tree.get(*id).is_some()).collect();
    for place in value.get("places").and_then(Value::as_array).into_iter().flatten() {
        let pair = (place.get(0).and_then(Value::as_i64), place.get(1).and_then(Value::as_u64));
        if let (Some(id), Some(at)) = pair {
            model.places.insert(DocumentId(id), at as usize);
        }
    }
    for (coder, of) in value.get("desks").and_then(Value::as_object).into_iter().flatten() {
        if let Ok(coder) = coder.parse().map(CoderId) {
            model.desks.insert(coder, desk(of));
        }
    }
    if let Some(coder) = model.study.coder {
        sit_down(model, coder, effects);
    }
    if let Some(code) = number("code") {
        codes::go_to(model, crate::model::CodeId(code));
    }
    let left = number("document").map(DocumentId).filter(|id| model.study.document(*id).is_some());
    let document = left.or_else(|| model.study.documents.first().map(|document| document.id));
    if let Some(document) = document {
        let resting = value.get("resting").filter(|_| left.is_some());
        match resting.and_then(|resting| open_resting(model, resting, effects)) {
            Some((half, span)) => {
                model.returning = Some(returning::read(model, &value, 2));
                work(effects, Work::Open { document, span, half: Some(half) });
            }
            None => {
                model.returning = left.map(|_| returning::read(model, &value, 1));
                work(effects, Work::Open { document, span: None, half: None });
            }
        }
    }
    codes::keep_in_sight(model);
}

/// Opens the transcript that rested again. Says in which half the other one belongs, and its place.
fn open_resting(model: &Model, resting: &Value, effects: &mut Vec<Effect>) -> Option<(Half, Option<Span>)> {
    let number = |key: &str| resting.get(key).and_then(Value::as_u64);
    let place = |key: &str| {
        let at = u32::try_from(number(key)?).ok()?;
        Some(Span { start: CharPos(at), end: CharPos(at) })
    };
    let document = resting.get("document").and_then(Value::as_i64).map(DocumentId)?;
    model.study.document(document)?;
    work(effects, Work::Open { document, span: place("at"), half: None });
    let half = if resting.get("half")?.as_str()? == "left" { Half::Right } else { Half::Left };
    Some((half, place("beside")))
}

/// Shows the texts that were not saved.
pub fn offer_drafts(model: &mut Model) {
    let items: Vec<MenuItem> = model
        .drafts
        .iter()
        .filter_map(|draft| {
            let texts: Vec<String> = serde_json::from_str(&draft.text).ok()?;
            let words = texts.iter().find(|text| !text.trim().is_empty()).cloned().unwrap_or_default();
            let kind = FormKind::from_draft(&draft.field)?;
            let what = match kind {
                FormKind::Summary(on) => summaries::title(model, on),
                FormKind::Define(code) => tr!("form-define", code = model.study.tree.path(code).to_owned()),
                FormKind::Paraphrase { document, span } => paraphrases::title(model, document, span),
                FormKind::Comment(_) => tr!("field-comment"),
                FormKind::Template(_) => tr!("form-template"),
                FormKind::Logbook(_) => tr!("form-logbook"),
                FormKind::Correct { document, number, .. } => edits::title(model, document, number),
                FormKind::Memo { on, id, .. } => match id {
                    Some(_) => tr!("field-memo"),
                    None => tr!("form-memo", on = form::about(model, on)),
                },
                _ => return None,
            };
            let text = format!("{what}: {}", crate::text::wrap::cut(&words, 40));
            Some(MenuItem { text, color: None, choice: Choice::Draft(draft.field.clone()) })
        })
        .collect();
    if items.is_empty() {
        return;
    }
    let title = tr!("menu-drafts", count = items.len());
    menu::open(model, Menu { kind: MenuKind::Drafts, title, items, cursor: Default::default() });
}

/// Opens the editor of an unsaved text, with it.
pub fn open_draft(model: &mut Model, field: &str, effects: &mut Vec<Effect>) {
    match FormKind::from_draft(field) {
        Some(FormKind::Summary(on)) => summaries::ask(model, on, effects),
        Some(FormKind::Define(code)) => form::define(model, code),
        Some(FormKind::Paraphrase { document, span }) => paraphrases::edit(model, document, span),
        Some(FormKind::Template(name)) => templates::edit_named(model, name.as_deref()),
        Some(FormKind::Logbook(None)) => beside::logbook(model),
        Some(FormKind::Logbook(Some(id))) => {
            match model.study.memos.iter().find(|memo| memo.id == id).cloned() {
                Some(memo) => beside::entry(model, &memo),
                None => model.say(tr!("error-memo-gone"), ToastKind::Notice),
            }
        }
        Some(FormKind::Correct { document, number: Some(number), .. }) => {
            edits::open(model, document, number);
        }
        Some(FormKind::Correct { document, number: None, .. }) => edits::outside(model, document, effects),
        Some(FormKind::Memo { id: None, on: MemoOn::Document(document), template: Some(name) }) => {
            form::begun(model, None, document, Some(name), "", "");
        }
        Some(FormKind::Memo { id: None, on, .. }) => form::memo(model, on),
        Some(FormKind::Memo { id: Some(id), .. }) => {
            match model.study.memos.iter().find(|memo| memo.id == id).cloned() {
                Some(Memo { on: MemoOn::Document(document), template: Some(name), title, text, .. }) => {
                    form::begun(model, Some(id), document, Some(name), &title, &text);
                }
                Some(memo) => form::written(model, &memo),
                None => model.say(tr!("error-memo-gone"), ToastKind::Notice),
            }
        }
        Some(FormKind::Comment(id)) => {
            let coding = model.readings().find_map(|reading| reading.coding(id)).cloned();
            match coding {
                Some(coding) => form::comment(model, &coding),
                None => model.say(tr!("draft-elsewhere"), ToastKind::Notice),
            }
        }
        _ => {}
    }
}

/// Gives up the unsaved text under the cursor.
pub fn give_up(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Menu(menu)) = model.overlays.last_mut() else { return };
    let at = menu.cursor.at;
    if at < menu.items.len() {
        let item = menu.items.remove(at);
        let len = menu.items.len();
        menu.cursor.set(at, len, super::menu::HEIGHT);
        if let Choice::Draft(field) = item.choice {
            // At once: the next key may ask for it.
            model.drafts.retain(|draft| draft.field != field);
            work(effects, Work::DropDraft(field));
        }
        if len == 0 {
            model.overlays.pop();
        }
    }
}
