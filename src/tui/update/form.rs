//! Fields to be filled in: opening them, and what their keys do.

use super::{
    beside, care, codes, consolidate, files, names, paraphrases, preview, query, records, report,
    saved_tables, saving, sharing, summaries, table, teams, templates, versions, work,
};
use crate::model::codes::Origin;
use crate::model::codings::Coding;
use crate::model::memos::{Memo, MemoOn, Template};
use crate::model::{CodeId, DocumentId, MemoId};
use crate::tr;
use crate::tui::editor::{Failed, Left};
use crate::tui::effect::{Effect, Work};
use crate::tui::keys::{Code, Key};
use crate::tui::model::counted::{Counted, Kind};
use crate::tui::model::overlay::{Field, Form, FormKind};
use crate::tui::model::table::Report;
use crate::tui::model::{Main, Model, Overlay, Pane, ToastKind};

/// Opens a form; a text that was not saved last time is in it again.
pub fn open(model: &mut Model, mut form: Form) {
    if let Some(name) = form.kind.draft()
        && let Some(draft) = model.drafts.iter().find(|draft| draft.field == name)
        && let Ok(texts) = serde_json::from_str::<Vec<String>>(&draft.text)
        // One that was kept before a form got its last fields fills the first.
        && texts.len() <= form.fields.len()
    {
        for (field, text) in form.fields.iter_mut().zip(&texts) {
            let fresh = Field::new(field.label.clone(), text, field.lines);
            *field = fresh;
        }
        form.kept = true;
    }
    model.overlays.push(Overlay::Form(Box::new(form)));
}

pub fn go_to(model: &mut Model) {
    let field = Field::new(tr!("field-place"), "", false);
    open(model, Form::new(FormKind::GoTo, tr!("form-go-to"), vec![field]));
}

pub fn search(model: &mut Model) {
    let field = Field::new(tr!("field-search"), &model.listing.query.clone(), false);
    open(model, Form::new(FormKind::Search, tr!("form-search"), vec![field]));
    if let Some(Overlay::Form(form)) = model.overlays.last_mut()
        && let Some(field) = form.fields.first_mut()
    {
        // Typing replaces what was searched before.
        field.area.select_all();
    }
}

/// Asks for transcripts to be imported, or for the file that a document is read anew from.
pub fn import(model: &mut Model, path: &str, replaces: Option<DocumentId>) {
    let (label, title) = match replaces {
        None => (tr!("field-file"), tr!("form-import")),
        Some(id) => (tr!("field-file-one"), tr!("form-replace", document = model.study.label(id))),
    };
    open(model, Form::new(FormKind::Import(replaces), title, vec![Field::new(label, path, false)]));
}

pub fn add_code(model: &mut Model) {
    let path = model.code_at_cursor().and_then(|id| model.study.tree.get(id)).map(|node| &node.path);
    let parent = match path.and_then(|path| path.rsplit_once('/')) {
        Some((parent, _)) => format!("{parent}/"),
        None => String::new(),
    };
    let field = Field::new(tr!("field-code-path"), &parent, false);
    open(model, Form::new(FormKind::AddCode, tr!("form-add-code"), vec![field]));
}

pub fn rename_code(model: &mut Model, code: CodeId) {
    let Some(node) = model.study.tree.get(code) else { return };
    let title = tr!("form-rename-code", code = node.path.clone());
    let field = Field::new(tr!("field-name"), &node.code.name.clone(), false);
    open(model, Form::new(FormKind::RenameCode(code), title, vec![field]));
}

pub fn define(model: &mut Model, code: CodeId) {
    let Some(node) = model.study.tree.get(code) else { return };
    let title = tr!("form-define", code = node.path.clone());
    let guide = &node.code.guide;
    let origins = Origin::ALL.map(origin_word).join(", ");
    let fields = vec![
        Field::new(tr!("field-definition"), &guide.definition, true),
        Field::new(tr!("field-apply"), &guide.apply, true),
        Field::new(tr!("field-not-apply"), &guide.not_apply, true),
        Field::new(tr!("field-research-question"), &guide.research_question, false),
        Field::new(tr!("field-origin", choices = origins), &origin_word(guide.origin), false),
    ];
    open(model, Form::new(FormKind::Define(code), title, fields));
}

fn origin_word(origin: Origin) -> String {
    tr!(&format!("origin-{}", origin.name()))
}

/// The origin as typed; nothing typed is none. A slip is said, and none is given.
pub fn origin(model: &mut Model, typed: &str) -> Option<Origin> {
    if typed.trim().is_empty() {
        return Some(Origin::Unspecified);
    }
    let found = table::meant(&Origin::ALL, typed, |one| [origin_word(one), one.name().to_owned()]);
    if found.is_none() {
        let choices = Origin::ALL.map(origin_word).join(", ");
        model.say(tr!("origin-wrong", typed = typed.to_owned(), choices = choices), ToastKind::Error);
    }
    found
}

pub fn weight(model: &mut Model, coding: &Coding) {
    let path = model.study.tree.path(coding.code).to_owned();
    let now = coding.weight.map(|weight| weight.to_string()).unwrap_or_default();
    let field = Field::new(tr!("field-weight"), &now, false);
    open(model, Form::new(FormKind::Weight(coding.id), tr!("form-weight", code = path), vec![field]));
}

pub fn comment(model: &mut Model, coding: &Coding) {
    let path = model.study.tree.path(coding.code).to_owned();
    let field = Field::new(tr!("field-comment"), &coding.comment, true);
    open(model, Form::new(FormKind::Comment(coding.id), tr!("form-comment", code = path), vec![field]));
}

/// Label, title and group of a document, in this order; one begins at one of them.
pub fn document(model: &mut Model, id: DocumentId, focus: usize) {
    let Some(document) = model.study.document(id) else { return };
    let fields = vec![
        Field::new(tr!("field-label"), &document.label, false),
        Field::new(tr!("field-title"), &document.title, false),
        Field::new(tr!("field-group"), document.group.as_deref().unwrap_or_default(), false),
    ];
    let title = tr!("form-document", document = model.study.label(id));
    open(model, Form { focus, ..Form::new(FormKind::Document(id), title, fields) });
}

pub fn memo(model: &mut Model, on: MemoOn) {
    match model.study.memo_on(on).cloned() {
        Some(memo) => written(model, &memo),
        None => new_memo(model, on),
    }
}

/// The editor of a memo that is there.
pub fn written(model: &mut Model, memo: &Memo) {
    match memo.on {
        MemoOn::Logbook => beside::entry(model, memo),
        on => edited(model, Some(memo.id), on, &memo.title, &memo.text),
    }
}

/// The editor of a memo to come; where there are templates of its kind, it is asked first with which it begins.
pub fn new_memo(model: &mut Model, on: MemoOn) {
    if !templates::offer(model, on) {
        edited(model, None, on, "", "");
    }
}

/// The editor of a memo that begins with a template; none: with nothing.
pub fn with_template(model: &mut Model, on: MemoOn, template: Option<&Template>) {
    edited(model, None, on, "", template.map_or("", |template| template.text.as_str()));
    if let (Some(Overlay::Form(form)), Some(begun)) = (model.overlays.last_mut(), template)
        && let FormKind::Memo { template, .. } = &mut form.kind
    {
        *template = Some(begun.name.clone());
        form.before = vec![String::new(); form.fields.len()];
    }
}

fn edited(model: &mut Model, id: Option<MemoId>, on: MemoOn, title: &str, text: &str) {
    let about = about(model, on);
    let fields =
        vec![Field::new(tr!("field-memo-title"), title, false), Field::new(tr!("field-memo"), text, true)];
    let mut form = Form::new(FormKind::Memo { id, on, template: None }, tr!("form-memo", on = about), fields);
    form.focus = usize::from(id.is_some());
    open(model, form);
}

/// A memo that was begun with a template: the one that is there, or a new one with the template's text in it.
pub fn begun(
    model: &mut Model,
    id: Option<MemoId>,
    document: DocumentId,
    template: Option<String>,
    title: &str,
    text: &str,
) {
    let on = MemoOn::Document(document);
    let fields =
        vec![Field::new(tr!("field-memo-title"), title, false), Field::new(tr!("field-memo"), text, true)];
    let name = tr!("form-memo", on = about(model, on));
    let mut form = Form::new(FormKind::Memo { id, on, template }, name, fields);
    form.focus = 1;
    open(model, form);
}

/// What a memo is on, in words.
pub fn about(model: &Model, on: MemoOn) -> String {
    match on {
        MemoOn::Project => model.study.name.clone(),
        MemoOn::Group(id) => model.study.material.group_name(id).to_owned(),
        MemoOn::Case(id) => model.study.material.case_name(id).to_owned(),
        MemoOn::Document(id) => model.study.label(id),
        MemoOn::Place(id, span) => {
            let label = model.study.document(id).map_or("", |document| document.label.as_str());
            match model.reading_of(id) {
                Some(reading) => reading.cite(label, &model.study.pattern, span),
                None => model.study.label(id),
            }
        }
        MemoOn::Code(id) => model.study.tree.path(id).to_owned(),
        MemoOn::Coding(_) => tr!("memo-on-segment"),
        MemoOn::Free | MemoOn::Logbook => tr!("memo-free"),
    }
}

pub fn key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    let clock = model.clock;
    if query::key(model, key, effects) || summaries::key(model, key, effects) {
        return;
    }
    let Some(Overlay::Form(form)) = model.overlays.last_mut() else { return };
    let prompt = form.kind.is_prompt();
    let many = form.fields.len();
    match key.code {
        Code::Esc if prompt => drop(model.overlays.pop()),
        Code::Char('c') if key.ctrl => return saving::abandon(model, effects),
        Code::Esc => saving::save(model, effects),
        Code::Char('s') if key.ctrl && !prompt => saving::save(model, effects),
        Code::Char('o') if key.ctrl && !prompt => return outside(model, effects),
        Code::Enter if prompt => submit(model, effects),
        Code::Tab if many > 1 => {
            form.focus = if key.shift { (form.focus + many - 1) % many } else { (form.focus + 1) % many };
        }
        Code::Enter if form.fields.get(form.focus).is_some_and(|field| !field.lines) => {
            form.focus = (form.focus + 1) % many;
        }
        _ => {
            let focus = form.focus;
            let Some(field) = form.fields.get_mut(focus) else { return };
            if input(field, key) {
                form.dirty.get_or_insert(clock);
            }
        }
    }
    if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
        form.abandoning = false;
    }
}

/// The text with the cursor goes to the person's own editor. What is written so far is kept first.
fn outside(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Overlay::Form(form)) = model.overlays.last_mut() else { return };
    saving::keep_now(form, effects);
    effects.push(Effect::EditText(form.text(form.focus)));
}

/// The person's own editor ended: what it left takes the text's place.
pub fn came_back(model: &mut Model, left: Left) {
    let clock = model.clock;
    let text = match left {
        // What an editor that failed has written may be the last of it: it stands there, and can be left again.
        Err(Failed { text: Some(text), .. }) => {
            model.say(tr!("editor-failed-text"), ToastKind::Notice);
            text
        }
        Err(Failed { error, text: None }) => return model.fail(*error),
        Ok(None) => return model.say(tr!("editor-same"), ToastKind::Notice),
        Ok(Some(text)) => text,
    };
    let Some(Overlay::Form(form)) = model.overlays.last_mut() else { return };
    let focus = form.focus;
    let Some(field) = form.fields.get_mut(focus) else { return };
    let text = if field.lines { text } else { text.replace('\n', " ").trim().to_owned() };
    *field = Field::new(field.label.clone(), &text, field.lines);
    form.dirty = Some(clock);
    form.abandoning = false;
}

/// Gives a key to the editor. Whether the text changed.
pub fn input(field: &mut Field, key: Key) -> bool {
    use ratatui_textarea::{CursorMove, Input, Key as K};
    // The usual keys of editors besides the widget's own.
    if key.ctrl && key.code == Code::Char('u') && !field.lines {
        return field.area.delete_line_by_head();
    }
    if key.ctrl && key.code == Code::Home {
        field.area.move_cursor(CursorMove::Top);
        return false;
    }
    if key.ctrl && key.code == Code::End {
        field.area.move_cursor(CursorMove::Bottom);
        return false;
    }
    let name = match key.code {
        Code::Char(c) => K::Char(c),
        Code::Enter => K::Enter,
        Code::Esc => K::Esc,
        Code::Tab => K::Tab,
        Code::Backspace => K::Backspace,
        Code::Delete => K::Delete,
        Code::Up => K::Up,
        Code::Down => K::Down,
        Code::Left => K::Left,
        Code::Right => K::Right,
        Code::Home => K::Home,
        Code::End => K::End,
        Code::PageUp => K::PageUp,
        Code::PageDown => K::PageDown,
        Code::Insert | Code::F(_) => K::Null,
    };
    field.area.input(Input { key: name, ctrl: key.ctrl, alt: key.alt, shift: key.shift })
}

/// Pasted text goes into the field as it is; into a line, newlines become spaces.
pub fn paste(form: &mut Form, text: &str, clock: u64) {
    let focus = form.focus;
    let Some(field) = form.fields.get_mut(focus) else { return };
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let clean: String = text
        .chars()
        .map(|c| if c == '\n' && !field.lines { ' ' } else { c })
        .filter(|c| *c == '\n' || *c == '\t' || !c.is_control())
        .collect();
    if field.area.insert_str(clean) {
        form.dirty.get_or_insert(clock);
    }
}

/// A prompt is confirmed.
fn submit(model: &mut Model, effects: &mut Vec<Effect>) {
    if beside::submit(model, effects)
        || files::submit(model, effects)
        || teams::submit(model, effects)
        || table::submit(model, effects)
        || saved_tables::submit(model, effects)
        || names::submit(model, effects)
        || consolidate::submit(model, effects)
        || sharing::submit(model, effects)
        || query::submit(model, effects)
        || records::submit(model, effects)
        || versions::submit(model, effects)
        || care::submit(model, effects)
    {
        return;
    }
    let Some(Overlay::Form(form)) = model.overlays.last() else { return };
    let (kind, texts, changed) = (form.kind.clone(), form.texts(), form.changed());
    let text = texts.first().map(|text| text.trim().to_owned()).unwrap_or_default();
    if kind == FormKind::GoTo && text.is_empty() {
        model.overlays.pop();
        return;
    }
    model.overlays.pop();
    match kind {
        FormKind::GoTo => {
            // A bare number is a paragraph of the transcript that is read.
            let here = model.reading.as_ref().and_then(|reading| model.study.document(reading.document));
            let typed = match here {
                Some(document) if text.bytes().all(|byte| byte.is_ascii_digit()) => {
                    format!("{}:{text}", document.label)
                }
                _ => text,
            };
            work(effects, Work::Find(typed));
        }
        FormKind::Search if !text.is_empty() => {
            model.progress = 0;
            model.report.since = None;
            model.listing.search = Some(crate::tui::model::Search {
                query: text.clone(),
                since: model.clock,
                again: false,
                presses: model.presses,
            });
            work(effects, Work::Search(text));
        }
        FormKind::Concordance if !text.is_empty() => {
            let kind = Kind::Concordance(text);
            super::table::show(model, Report::Counted(Counted::new(kind)), effects);
        }
        FormKind::CodeFilter => {
            let code = model.code_at_cursor();
            model.code_filter = text;
            let at = model.visible_codes().iter().position(|node| Some(node.code.id) == code);
            codes::set_cursor(model, at.unwrap_or(0));
            if model.visible_codes().is_empty() {
                model.say(tr!("code-filter-none"), ToastKind::Notice);
            }
        }
        FormKind::ParaphraseFilter => paraphrases::filter(model, text),
        FormKind::CheckReport if !text.is_empty() => {
            report::check(model, text.trim_matches(['"', '\'']).to_owned(), effects);
        }
        FormKind::Import(replaces) if !text.is_empty() => {
            preview::ask(model, text.trim_matches(['"', '\'']), replaces, effects);
        }
        FormKind::AddCode if !text.is_empty() => {
            work(effects, Work::AddCode(text, model.marks.unwrap_or(true)))
        }
        FormKind::NewSpeaker { document, number } if !text.is_empty() => {
            work(effects, Work::SetSpeaker { document, number, label: text });
        }
        FormKind::RenameCode(code) if changed => work(effects, Work::RenameCode(code, text)),
        FormKind::Weight(coding) if changed => {
            let weight = match text.as_str() {
                "" => None,
                text => match text.parse::<u8>() {
                    Ok(weight) => Some(weight),
                    Err(_) => {
                        return model.say(tr!("weight-wrong"), ToastKind::Error);
                    }
                },
            };
            let change = crate::ops::codings::CodingChange { weight: Some(weight), comment: None };
            work(effects, Work::ChangeCoding(coding, change));
        }
        FormKind::ImportWith(choice) if changed => preview::read_with(model, choice, &texts, effects),
        FormKind::ImportAs(line) if changed => preview::name(model, line, texts, effects),
        FormKind::Document(id) if changed => {
            let mut texts = texts.into_iter();
            let change = crate::ops::documents::DocumentChange {
                label: texts.next(),
                title: texts.next(),
                group: texts.next(),
                index: None,
            };
            work(effects, Work::ChangeDocument(id, change));
        }
        _ => {}
    }
}

/// Which thing a memo is about, from where the keys are.
pub fn memo_target(model: &Model) -> MemoOn {
    match (model.pane, model.main) {
        (Pane::Documents, _) => match (beside::heading_at_cursor(model), model.document_at_cursor()) {
            (Some(group), _) => group,
            (None, Some(document)) => MemoOn::Document(document),
            (None, None) => MemoOn::Project,
        },
        (Pane::Codes, _) => model.code_at_cursor().map_or(MemoOn::Project, MemoOn::Code),
        (Pane::Main, Main::Grid) => match model.grid.document() {
            Some(document) => MemoOn::Document(document),
            None => MemoOn::Project,
        },
        (Pane::Main, Main::Consolidate) => {
            model.consolidate.place().map_or(MemoOn::Project, |(id, span)| MemoOn::Place(id, span))
        }
        (Pane::Main, Main::Table) => match model.table.document() {
            Some((document, _)) => MemoOn::Document(document),
            None => MemoOn::Project,
        },
        (Pane::Main, Main::Listing) => match model.listing.segment() {
            Some(segment) => MemoOn::Coding(segment.coding.id),
            None => model.listing.place().map_or(MemoOn::Project, |(id, span)| MemoOn::Place(id, span)),
        },
        (Pane::Main, Main::Transcript) => {
            let coding = model.reading.as_ref().and_then(|reading| reading.segment);
            match (coding, model.passage()) {
                (Some(coding), _) => MemoOn::Coding(coding),
                (None, Some((document, span))) => MemoOn::Place(document, span),
                (None, None) => model.document_at_cursor().map_or(MemoOn::Project, MemoOn::Document),
            }
        }
    }
}
