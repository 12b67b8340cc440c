//! What belongs to an interview besides its text: recording, consent, guide, protocol, and the logbook.

use super::{form, menu, picker, work};
use crate::error::Result;
use crate::model::consent::{Answer, Consent, Quotations};
use crate::model::guides::{Reference, ReferenceKind, Stage};
use crate::model::media::Recording;
use crate::model::memos::{Memo, MemoOn, Template};
use crate::model::{CodeId, DocumentId, PersonId, RecordingId, ReferenceId};
use crate::ops::consent::{ConsentChange, day, words};
use crate::ops::{media, templates};
use crate::text::{Span, times};
use crate::tr;
use crate::tui::command::Command;
use crate::tui::effect::{Beside, Effect, GuidesFor, Work};
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::{DocumentRow, Heading, Model, Overlay, Pane, PickerKind, ToastKind};

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    use Command as C;
    let mut order = |wanted: Beside| work(effects, Work::Beside(wanted));
    match (command, model.document_at_cursor()) {
        (C::Play, _) => play(model, effects),
        (C::SetTime, _) => time(model),
        (C::Consents, _) => order(Beside::Overview),
        (C::Guides, _) => order(Beside::Guides(GuidesFor::Reading)),
        (C::GuideCodes, _) => order(Beside::Guides(GuidesFor::Codes)),
        (C::ImportGuide, _) => import_guide(model),
        (C::Logbook, _) => logbook(model),
        (C::Release, _) => release(model),
        (C::Recording, Some(id)) => order(Beside::Recordings(id)),
        (C::Consent, Some(id)) => order(Beside::Consents(id)),
        (C::DocumentInfo, Some(id)) => order(Beside::Info(id)),
        (C::DocumentGuide, Some(id)) => order(Beside::Guides(GuidesFor::Document(id))),
        (C::DocumentStage, Some(id)) => {
            let stage = model.study.document(id).map(|document| document.stage).unwrap_or_default();
            let other = if stage == Stage::Main { Stage::Pretest } else { Stage::Main };
            order(Beside::SetStage(id, other));
        }
        (C::Protocol, Some(id)) => protocol(model, id),
        (C::MemoCase, Some(id)) => match model.study.material.case_of(id).map(|case| case.id) {
            Some(case) => form::memo(model, MemoOn::Case(case)),
            None => model.say(tr!("no-case", document = model.study.label(id)), ToastKind::Notice),
        },
        _ => {}
    }
}

/// The group or case under the cursor of the documents pane.
pub fn heading_at_cursor(model: &Model) -> Option<MemoOn> {
    match model.study.rows.get(model.documents.at).filter(|_| model.pane == Pane::Documents)? {
        DocumentRow::Heading(Heading::Group(name)) => {
            let groups = &model.study.material.groups;
            groups.iter().find(|group| group.name == *name).map(|group| MemoOn::Group(group.id))
        }
        DocumentRow::Heading(Heading::Case(id)) => Some(MemoOn::Case(*id)),
        DocumentRow::Heading(Heading::Set(_) | Heading::Rest) | DocumentRow::Document(_) => None,
    }
}

// Recordings ----------------------------------------------------------------------------------------------------------

fn play(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.playing.take().is_some() {
        effects.push(Effect::StopPlaying);
        return model.say(tr!("play-stopped"), ToastKind::Notice);
    }
    if let Some((document, span)) = model.passage() {
        work(effects, Work::Beside(Beside::Play(document, span)));
    }
}

/// The player is called.
pub fn begins(model: &mut Model, command: Vec<String>, said: String, effects: &mut Vec<Effect>) {
    let key = model.keymap.shown(Command::Play, &[crate::tui::command::Context::Transcript]);
    model.say(tr!("play-said", what = said.clone(), key = key), ToastKind::Notice);
    model.playing = Some(said);
    effects.push(Effect::Play(command));
}

/// The player has ended by itself.
pub fn ended(model: &mut Model, result: Result<()>) {
    model.playing = None;
    if let Err(error) = result {
        model.fail(error);
    }
}

/// What can be done with a document's recordings; where there is none, one is attached.
pub fn recordings(model: &mut Model, document: DocumentId, all: &[Recording]) {
    if all.is_empty() {
        return attach(model, document);
    }
    let item = |text: String, choice: Choice| MenuItem { text, color: None, choice };
    let mut items = Vec::new();
    for recording in all {
        let (id, file) = (recording.id, || recording.file_name.clone());
        let late = media::seconds(recording.shift);
        items
            .push(item(tr!("menu-shift", file = file(), seconds = late), Choice::Shift(id, recording.shift)));
        items.push(item(tr!("menu-relocate", file = file()), Choice::Relocate(id)));
        items.push(item(tr!("menu-detach", file = file()), Choice::Detach(id)));
    }
    items.push(item(tr!("menu-attach"), Choice::Attach));
    let title = tr!("menu-recordings", document = model.study.label(document));
    let kind = MenuKind::Recordings(document);
    menu::open(model, Menu { kind, title, items, cursor: Default::default() });
}

pub fn attach(model: &mut Model, document: DocumentId) {
    let field = Field::new(tr!("field-recording"), "", false);
    let title = tr!("form-attach", document = model.study.label(document));
    form::open(model, Form::new(FormKind::Attach(document), title, vec![field]));
}

pub fn relocate(model: &mut Model, recording: RecordingId) {
    let field = Field::new(tr!("field-recording"), "", false);
    form::open(model, Form::new(FormKind::Relocate(recording), tr!("form-relocate"), vec![field]));
}

pub fn shift(model: &mut Model, recording: RecordingId, now: i64) {
    let field = Field::new(tr!("field-shift"), &media::seconds(now), false);
    form::open(model, Form::new(FormKind::Shift(recording), tr!("form-shift"), vec![field]));
}

/// Asks for the times of the current paragraph.
fn time(model: &mut Model) {
    let Some((document, span)) = model.passage() else { return };
    let Some(reading) = model.reading_of(document) else {
        return model.say(tr!("need-transcript"), ToastKind::Notice);
    };
    let touched = crate::text::paragraphs::touched(reading.paragraphs(), span);
    let Some((paragraph, number)) = touched.iter().find_map(|p| p.number.map(|number| (p, number))) else {
        return;
    };
    let shown = |time: Option<u32>| time.map(times::exact).unwrap_or_default();
    let label = model.study.document(document).map_or("", |document| document.label.as_str());
    let title = tr!("form-time", place = reading.cite(label, &model.study.pattern, paragraph.span));
    let fields = vec![
        Field::new(tr!("field-time"), &shown(paragraph.time), false),
        Field::new(tr!("field-end-time"), &shown(paragraph.end_time), false),
    ];
    form::open(model, Form::new(FormKind::Time { document, number }, title, fields));
}

// Consent -------------------------------------------------------------------------------------------------------------

/// Whose consent is to be written down, where more than the whole interview can be meant.
pub fn consents(model: &mut Model, document: DocumentId, persons: &[(PersonId, String)], rows: Vec<Consent>) {
    if persons.is_empty() {
        return consent(model, document, None, &rows);
    }
    let row = |person: Option<PersonId>| rows.iter().find(|row| row.person == person);
    let mut items = Vec::new();
    let whole = row(None).map_or_else(|| tr!("concern-missing"), words);
    items.push((tr!("menu-whole-interview", consent = whole), None));
    for (id, name) in persons {
        let said = row(Some(*id)).map_or_else(|| format!("{name} · {}", tr!("concern-missing")), words);
        items.push((said, Some(*id)));
    }
    let items = items
        .into_iter()
        .map(|(text, person)| MenuItem { text, color: None, choice: Choice::Person(person) })
        .collect();
    let title = tr!("form-consent", whose = model.study.label(document));
    let kind = MenuKind::Consents { document, rows };
    menu::open(model, Menu { kind, title, items, cursor: Default::default() });
}

/// The form of one consent.
pub fn consent(model: &mut Model, document: DocumentId, person: Option<PersonId>, rows: &[Consent]) {
    let row = rows.iter().find(|row| row.person == person);
    let day = |of: fn(&Consent) -> &Option<String>| row.and_then(|row| of(row).clone()).unwrap_or_default();
    let quotations = row.map(|row| row.quotations).unwrap_or_default();
    let choices: Vec<String> = Quotations::ALL.into_iter().map(quotations_word).collect();
    let line = |label: String, text: &str| Field::new(label, text, false);
    let fields = vec![
        line(tr!("field-given"), &day(|row| &row.given)),
        line(tr!("field-quotations", choices = choices.join(", ")), &quotations_word(quotations)),
        line(tr!("field-scope"), row.map_or("", |row| row.scope.as_str())),
        line(tr!("field-delete-by"), &day(|row| &row.delete_recording_by)),
        line(tr!("field-recording-deleted"), &day(|row| &row.recording_deleted)),
        line(tr!("field-withdrawn"), &day(|row| &row.withdrawn)),
        line(tr!("field-note"), row.map_or("", |row| row.note.as_str())),
    ];
    let mut whose = model.study.label(document);
    if let Some(name) = row.and_then(|row| row.name.as_ref()) {
        whose = format!("{whose}, {name}");
    }
    let title = tr!("form-consent", whose = whose);
    form::open(model, Form::new(FormKind::Consent { document, person }, title, fields));
}

fn quotations_word(quotations: Quotations) -> String {
    tr!(&format!("quotations-{}", quotations.name()))
}

/// What became of the passage that was put before the person.
fn release(model: &mut Model) {
    let Some((document, span)) = model.passage() else { return };
    let items = Answer::ALL.map(|answer| MenuItem {
        text: tr!(&format!("release-{}", answer.name())),
        color: None,
        choice: Choice::Answer(answer),
    });
    let title = tr!("menu-release");
    let kind = MenuKind::Release { document, span };
    menu::open(model, Menu { kind, title, items: items.to_vec(), cursor: Default::default() });
}

pub fn answered(
    model: &mut Model,
    document: DocumentId,
    span: Span,
    answer: Answer,
    effects: &mut Vec<Effect>,
) {
    if answer == Answer::Changed {
        let field = Field::new(tr!("field-wording"), "", false);
        let kind = FormKind::Wording { document, span };
        return form::open(model, Form::new(kind, tr!("release-changed"), vec![field]));
    }
    let wording = String::new();
    work(effects, Work::Beside(Beside::Release { document, span, answer, wording }));
}

// Guides --------------------------------------------------------------------------------------------------------------

/// The guides: to be read, for a document to be led by one, or to say which codes one asks about.
pub fn guides(model: &mut Model, wanted: GuidesFor, all: Vec<Reference>) {
    let of = match wanted {
        GuidesFor::Document(id) => model.study.document(id).and_then(|document| document.guide),
        GuidesFor::Reading | GuidesFor::Codes => None,
    };
    let mut items = Vec::new();
    for guide in all {
        if wanted != GuidesFor::Reading && guide.kind != ReferenceKind::Guide {
            continue;
        }
        let mark = if of == Some(guide.id) { "✓ " } else { "" };
        let kind = tr!(&format!("reference-{}", guide.kind.name()));
        let text = format!("{mark}{} · {kind}", guide.typed());
        items.push(MenuItem { text, color: None, choice: Choice::Guide(Some(guide.id)) });
    }
    let last = match wanted {
        GuidesFor::Document(_) => {
            MenuItem { text: tr!("menu-no-guide"), color: None, choice: Choice::Guide(None) }
        }
        GuidesFor::Reading | GuidesFor::Codes => {
            MenuItem { text: tr!("menu-new-guide"), color: None, choice: Choice::NewGuide }
        }
    };
    items.push(last);
    let title = match wanted {
        GuidesFor::Document(id) => tr!("menu-document-guide", document = model.study.label(id)),
        GuidesFor::Reading => tr!("menu-guides"),
        GuidesFor::Codes => tr!("menu-guide-codes"),
    };
    let kind = MenuKind::Guides(wanted);
    menu::open(model, Menu { kind, title, items, cursor: Default::default() });
}

/// Chooses the codes that a guide asks about; those it asks about now are marked.
pub fn asked(model: &mut Model, guide: ReferenceId, codes: Vec<CodeId>) {
    picker::open(model, PickerKind::Asks(guide));
    if let Some(Overlay::Picker(picker)) = model.overlays.last_mut() {
        picker.marked = codes;
    }
}

pub fn import_guide(model: &mut Model) {
    let fields = vec![
        Field::new(tr!("field-guide-file"), "", false),
        Field::new(tr!("field-guide-name"), "", false),
        Field::new(tr!("field-guide-version"), "", false),
    ];
    form::open(model, Form::new(FormKind::ImportGuide, tr!("form-import-guide"), fields));
}

// Memos ---------------------------------------------------------------------------------------------------------------

/// The coder's own protocol of an interview, or a new one from a template: from the only one, or after a choice.
pub fn protocol(model: &mut Model, document: DocumentId) {
    if let Some(memo) = model.study.protocol_of(document).cloned() {
        let template = memo.template.clone();
        return form::begun(model, Some(memo.id), document, template, &memo.title, &memo.text);
    }
    let mut all: Vec<Template> = model.study.material.templates.clone();
    all.retain(|template| template.kind == "document");
    if !all.iter().any(|template| template.name.to_lowercase() == crate::model::memos::PROTOCOL) {
        all.insert(0, templates::protocol());
    }
    match &all[..] {
        [only] => begin(model, document, only),
        _ => {
            let items = all
                .into_iter()
                .map(|template| MenuItem {
                    text: templates::shown(&template),
                    color: None,
                    choice: Choice::Template(template),
                })
                .collect();
            let (kind, title) = (MenuKind::Templates(document), tr!("menu-templates"));
            menu::open(model, Menu { kind, title, items, cursor: Default::default() });
        }
    }
}

pub fn begin(model: &mut Model, document: DocumentId, template: &Template) {
    let name = Some(template.name.clone());
    form::begun(model, None, document, name, &templates::shown(template), &template.text);
}

/// A new entry of the research diary.
pub fn logbook(model: &mut Model) {
    let fields = vec![
        Field::new(tr!("field-dated"), "", false),
        Field::new(tr!("field-memo-title"), "", false),
        Field::new(tr!("field-memo"), "", true),
    ];
    let mut open = Form::new(FormKind::Logbook(None), tr!("form-logbook"), fields);
    open.focus = 2;
    form::open(model, open);
}

/// An entry of the logbook that is there.
pub fn entry(model: &mut Model, memo: &Memo) {
    let fields = vec![
        Field::new(tr!("field-dated"), memo.dated.as_deref().unwrap_or_default(), false),
        Field::new(tr!("field-memo-title"), &memo.title, false),
        Field::new(tr!("field-memo"), &memo.text, true),
    ];
    let mut open = Form::new(FormKind::Logbook(Some(memo.id)), tr!("form-logbook"), fields);
    open.focus = 2;
    form::open(model, open);
}

// Prompts -------------------------------------------------------------------------------------------------------------

/// A prompt is confirmed that stays open until it is answered, so that a slip is mended and not typed again. Whether the
/// open one is of this kind.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last() else { return false };
    let texts: Vec<String> = open.texts().iter().map(|text| text.trim().to_owned()).collect();
    let text = |nth: usize| texts.get(nth).cloned().unwrap_or_default();
    let path = || std::path::PathBuf::from(text(0).trim_matches(['"', '\'']));
    let changed = open.changed();
    let wrong = |model: &mut Model, words: String| {
        model.say(words, ToastKind::Error);
        true
    };
    let order = match open.kind.clone() {
        FormKind::Attach(document) => Beside::Attach(document, path()),
        FormKind::Relocate(recording) => Beside::Relocate(recording, path()),
        FormKind::ImportGuide => Beside::ImportGuide { path: path(), name: text(1), version: text(2) },
        FormKind::Wording { document, span } => {
            Beside::Release { document, span, answer: Answer::Changed, wording: text(0) }
        }
        FormKind::Shift(recording) => match media::typed_shift(&text(0)) {
            Some(by) => Beside::Shift(recording, by),
            None => return wrong(model, tr!("cli-no-shift", text = text(0))),
        },
        FormKind::Time { document, number } => {
            let read = |typed: String| match typed.as_str() {
                "" => Some(None),
                typed => times::typed(typed).map(Some),
            };
            match (read(text(0)), read(text(1))) {
                (Some(time), Some(end)) => Beside::SetTime { document, number, time, end },
                (None, _) => return wrong(model, tr!("time-wrong", text = text(0))),
                _ => return wrong(model, tr!("time-wrong", text = text(1))),
            }
        }
        FormKind::Consent { document, person } => {
            let typed = text(1).to_lowercase();
            let known =
                |kind: &Quotations| kind.name() == typed || quotations_word(*kind).to_lowercase() == typed;
            let quotations = Quotations::ALL.into_iter().find(known);
            if quotations.is_none() && !typed.is_empty() {
                return wrong(model, tr!("quotations-wrong", text = text(1)));
            }
            let change = ConsentChange {
                given: Some(text(0)),
                quotations: Some(quotations.unwrap_or_default()),
                scope: Some(text(2)),
                delete_recording_by: Some(text(3)),
                recording_deleted: Some(text(4)),
                withdrawn: Some(text(5)),
                note: Some(text(6)),
            };
            Beside::SetConsent { document, person, change }
        }
        _ => return false,
    };
    // Nothing typed, nothing meant.
    if !changed {
        model.overlays.pop();
    } else {
        work(effects, Work::Beside(order));
    }
    true
}

/// Whether the day of an open entry of the logbook can be kept; said where it cannot, and the entry stays open.
pub fn check_day(model: &mut Model) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last() else { return true };
    if !matches!(open.kind, FormKind::Logbook(_)) || open.text(0).trim().is_empty() {
        return true;
    }
    match day(&open.text(0)) {
        Ok(_) => true,
        Err(error) => {
            model.fail(error);
            false
        }
    }
}
