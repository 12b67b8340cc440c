//! Correcting a transcript: a paragraph in an editor of the workbench, all of it in the person's own, who speaks.

use serde_json::json;

use super::{form, load, menu, work};
use crate::error::Error;
use crate::model::DocumentId;
use crate::store::documents::sha256;
use crate::store::drafts::DraftText;
use crate::text::breaks::BREAK;
use crate::text::paragraphs;
use crate::tr;
use crate::tui::bridge::edits::{Asks, Correct, Told};
use crate::tui::command::Command;
use crate::tui::editor::{Failed, Left, Outside};
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::{Cursor, ListingKind, Model, Overlay, Reading, Search, ToastKind};
use crate::tui::msg::Opened;

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let Some(reading) = &model.reading else { return };
    let document = reading.document;
    let here = reading.paragraph(reading.at).and_then(|paragraph| paragraph.number.or(paragraph.part_of));
    match (command, here) {
        (Command::CorrectTranscript, _) => outside(model, document, effects),
        (Command::CorrectParagraph, Some(number)) => open(model, document, number),
        (Command::ParagraphSpeaker, Some(number)) => speakers(model, document, number),
        _ => model.say(tr!("need-passage"), ToastKind::Notice),
    }
}

/// As lines of an editor: a line is a break within the paragraph, an empty one stands before what was split off it.
fn to_editor(text: &str) -> String {
    text.replace('\n', "\n\n").replace(BREAK, "\n")
}

fn from_editor(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').map(|line| line.trim_end_matches('\r')).collect();
    let parts = lines.split(|line| line.trim().is_empty()).filter(|part| !part.is_empty());
    parts.map(|part| part.join(&BREAK.to_string())).collect::<Vec<_>>().join("\n")
}

/// Opens the editor of a paragraph.
pub fn open(model: &mut Model, document: DocumentId, number: u32) {
    let Some(reading) = model.reading_of(document) else {
        return model.say(tr!("editing-elsewhere"), ToastKind::Notice);
    };
    let text = &reading.transcript.text;
    let Some(span) = paragraphs::extent(reading.paragraphs(), number) else {
        return model.say(tr!("need-passage"), ToastKind::Notice);
    };
    let base = sha256(text.as_str().as_bytes());
    let fields = vec![
        Field::new(tr!("field-corrected"), &to_editor(text.slice(span)), true),
        Field::new(tr!("field-correct-reason"), "", false),
    ];
    let draft = Correct::draft(document, Some(number));
    let asks = asks(model, &draft);
    let kind = FormKind::Correct { document, number: Some(number), base, asks };
    form::open(model, Form::new(kind, title(model, document, Some(number)), fields));
}

/// What comes back from a draft may be older than the transcript: all that it would change is shown.
fn asks(model: &Model, draft: &str) -> Asks {
    if model.drafts.iter().any(|kept| kept.field == draft) { Asks::Always } else { Asks::Losses }
}

/// What is corrected, in words.
pub fn title(model: &Model, document: DocumentId, number: Option<u32>) -> String {
    let label = model.study.document(document).map_or("", |document| document.label.as_str());
    let place = match number {
        Some(number) => model.study.pattern.cite(label, number, number),
        None => model.study.label(document),
    };
    tr!("form-correct", place = place)
}

/// Leaves the editor of a paragraph; false where there is nothing to write. It closes when that is done.
pub fn save(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(form)) = model.overlays.last_mut() else { return false };
    let FormKind::Correct { document, number, base, asks } = form.kind.clone() else { return false };
    if !form.changed() {
        return false;
    }
    (form.dirty, form.kept) = (None, true);
    let texts = form.texts();
    let (text, reason) = (from_editor(&form.text(0)), form.text(1));
    keep(model, document, number, &texts, effects);
    work(effects, Work::Correct(Box::new(Correct { document, number, text, reason, base, asks })));
    true
}

/// Keeps what is not written yet.
fn keep(
    model: &mut Model,
    document: DocumentId,
    number: Option<u32>,
    texts: &[String],
    effects: &mut Vec<Effect>,
) {
    let (field, text) = (Correct::draft(document, number), json!(texts).to_string());
    model.drafts.retain(|draft| draft.field != field);
    model.drafts.push(DraftText { field: field.clone(), text: text.clone(), changed: String::new() });
    work(effects, Work::KeepDraft { field, text });
}

/// What came of a correction.
pub fn told(model: &mut Model, told: Told, effects: &mut Vec<Effect>) {
    match told {
        Told::Done { document, number, same } => {
            close(model, document, number);
            work(effects, Work::DropDraft(Correct::draft(document, number)));
            if same {
                model.say(tr!("editing-same"), ToastKind::Notice);
            }
        }
        Told::Asks { lines, then } => {
            let title = title(model, then.document, then.number);
            let then = Some(Work::Correct(Box::new(then)));
            model.overlays.push(Overlay::Confirm { title, lines, top: 0, then });
        }
        Told::Outdated { document, number, error } => {
            close(model, document, number);
            model.fail(Error { hint: Some(tr!("editing-kept")), ..error });
        }
    }
}

fn close(model: &mut Model, document: DocumentId, number: Option<u32>) {
    model.overlays.retain(|overlay| {
        !matches!(overlay, Overlay::Form(form) if matches!(&form.kind,
            FormKind::Correct { document: of, number: nth, .. } if (*of, *nth) == (document, number)))
    });
}

/// The whole transcript goes to the person's editor, or what came back from it and was not written.
pub fn outside(model: &mut Model, document: DocumentId, effects: &mut Vec<Effect>) {
    let Some(reading) = model.reading_of(document) else {
        return model.say(tr!("editing-elsewhere"), ToastKind::Notice);
    };
    let draft = Correct::draft(document, None);
    let kept = model.drafts.iter().find(|kept| kept.field == draft);
    let kept = kept.and_then(|kept| serde_json::from_str::<Vec<String>>(&kept.text).ok());
    let text = reading.transcript.text.as_str();
    let base = sha256(text.as_bytes());
    let text = kept.and_then(|texts| texts.into_iter().next()).unwrap_or_else(|| text.to_owned());
    let asks = asks(model, &draft);
    effects.push(Effect::Edit(Box::new(Outside { document, text, base, asks })));
}

/// The person's editor ended.
pub fn came_back(model: &mut Model, outside: Outside, left: Left, effects: &mut Vec<Effect>) {
    let Outside { document, text, base, asks } = outside;
    let text = match left {
        Err(Failed { text: Some(text), .. }) => {
            keep(model, document, None, &[text, String::new()], effects);
            return model.say(tr!("editing-failed-kept"), ToastKind::Error);
        }
        Err(Failed { error, text: None }) => return model.fail(*error),
        // What was not written last time is still to be.
        Ok(None) if asks == Asks::Always => text,
        Ok(None) => return model.say(tr!("editing-same"), ToastKind::Notice),
        Ok(Some(text)) => text,
    };
    keep(model, document, None, &[text.clone(), String::new()], effects);
    let reason = String::new();
    work(effects, Work::Correct(Box::new(Correct { document, number: None, text, reason, base, asks })));
}

/// Who speaks in the document, the present speaker marked, nobody, and the way to somebody new.
fn speakers(model: &mut Model, document: DocumentId, number: u32) {
    let Some(reading) = &model.reading else { return };
    let now = paragraphs::by_number(reading.paragraphs(), number).and_then(|p| p.speaker.clone());
    let mut all: Vec<(&String, &usize)> = reading.speakers.iter().collect();
    all.sort_by_key(|(_, nth)| **nth);
    let mark = |is: bool| if is { "✓" } else { " " };
    let item = |text: String, choice| MenuItem { text, color: None, choice };
    let mut items: Vec<MenuItem> = all
        .iter()
        .map(|(label, _)| {
            let text = format!("{} {label}", mark(now.as_ref() == Some(label)));
            item(text, Choice::Speaker((*label).clone()))
        })
        .collect();
    let at = all.iter().position(|(label, _)| now.as_ref() == Some(label)).unwrap_or(all.len());
    let nobody = format!("{} {}", mark(now.is_none()), tr!("menu-nobody"));
    items.push(item(nobody, Choice::Speaker(String::new())));
    items.push(item(tr!("menu-new-speaker"), Choice::NewSpeaker));
    let mut cursor = Cursor::default();
    cursor.set(at, items.len(), menu::HEIGHT);
    let label = model.study.document(document).map_or("", |document| document.label.as_str());
    let title = tr!("menu-who-speaks", place = model.study.pattern.cite(label, number, number));
    menu::open(model, Menu { kind: MenuKind::Speaker { document, number }, title, items, cursor });
}

pub fn new_speaker(model: &mut Model, document: DocumentId, number: u32) {
    let field = Field::new(tr!("field-speaker"), "", false);
    let kind = FormKind::NewSpeaker { document, number };
    form::open(model, Form::new(kind, tr!("menu-new-speaker"), vec![field]));
}

/// An open transcript was changed, here or elsewhere: everything is read again, and one stays where one is.
pub fn read_again(model: &mut Model, again: &Opened, effects: &mut Vec<Effect>) {
    let document = again.transcript.document;
    let mut same = true;
    for before in model.reading.iter_mut().chain(&mut model.resting) {
        if before.document == document {
            same &= before.transcript.text == again.transcript.text;
            *before = in_the_place_of(before, load::read(again.clone()));
        }
    }
    super::reading::keep_in_sight(model);
    // Hits lie elsewhere now.
    let query = model.listing.query.clone();
    if !same && model.listing.kind == ListingKind::Hits && model.listing.search.is_none() && !query.is_empty()
    {
        model.listing.search =
            Some(Search { query: query.clone(), since: model.clock, again: true, presses: model.presses });
        work(effects, Work::Search(query));
    }
}

/// A transcript as it is now, read where it was read before.
fn in_the_place_of(before: &Reading, mut now: Reading) -> Reading {
    let (old, new) = (before.paragraphs(), now.paragraphs());
    // The row with the same number, or as far behind it.
    let place = |index: usize| {
        let numbered = (0..=index.min(old.len().saturating_sub(1))).rev();
        let found = numbered.into_iter().find_map(|at| {
            let number = old.get(at)?.number?;
            Some((at, new.iter().position(|p| p.number == Some(number))?))
        });
        found.map_or(index, |(at, there)| there + (index - at)).min(new.len().saturating_sub(1))
    };
    use crate::tui::model::{Select, Top};
    let same = before.transcript.text == now.transcript.text;
    let at = place(before.at);
    let top = Top { paragraph: place(before.top.paragraph), row: before.top.row };
    let select = match before.select {
        Select::Letters { .. } if !same => Select::None,
        Select::Paragraphs { anchor } => Select::Paragraphs { anchor: place(anchor) },
        select => select,
    };
    (now.at, now.top, now.select) = (at, top, select);
    now.pressed = before.pressed.filter(|_| same);
    now.segment = before.segment.filter(|id| now.coding(*id).is_some());
    now
}
