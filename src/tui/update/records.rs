//! What was done and written down, as tables: the history, the memos, the logbook. Narrowing them, and where an entry leads.

use super::table::meant;
use super::{beside, codes, commands, form, table, work};
use crate::error::{Error, Result};
use crate::model::history::Matter;
use crate::model::memos::{KINDS, MemoOn, MemoText};
use crate::model::{CodeId, CoderId, DocumentId, MemoId};
use crate::ops::history::Whereabouts;
use crate::tr;
use crate::tui::bridge::desk::Ask;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::overlay::{Field, Form, FormKind, Page, Tone};
use crate::tui::model::table::{HistoryBy, MemosBy, Report, RowOf};
use crate::tui::model::{Main, Model, Overlay, Pane, ToastKind};

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let shown = model.table.report.as_ref().filter(|_| model.main == Main::Table && model.pane == Pane::Main);
    match (command, shown) {
        // The key that opens it closes it.
        (Command::History, Some(Report::History(_)))
        | (Command::Memos, Some(Report::Memos(_)))
        | (Command::LogbookList, Some(Report::Logbook)) => commands::back_from_list(model),
        (Command::History, _) => table::show(model, Report::History(HistoryBy::default()), effects),
        (Command::HistoryHere, _) => {
            let by = match model.pane {
                Pane::Codes => HistoryBy { code: model.code_at_cursor(), ..HistoryBy::default() },
                _ => HistoryBy { document: model.document_at_cursor(), ..HistoryBy::default() },
            };
            table::show(model, Report::History(by), effects);
        }
        (Command::Memos, _) => table::show(model, Report::Memos(MemosBy::default()), effects),
        (Command::LogbookList, _) => table::show(model, Report::Logbook, effects),
        _ => {}
    }
}

/// Asks by what the history or the memos on the screen are to be narrowed. Whether they are on the screen.
pub fn filter(model: &mut Model) -> bool {
    let (kind, title, what, coder, document, code) = match &model.table.report {
        Some(Report::History(by)) => {
            let what = by.matter.map(matter_words).unwrap_or_default();
            (FormKind::HistoryFilter, tr!("form-history-filter"), what, by.coder, by.document, by.code)
        }
        Some(Report::Memos(by)) => {
            let what = by.kind.map(kind_words).unwrap_or_default();
            (FormKind::MemoFilter, tr!("form-memo-filter"), what, by.coder, by.document, by.code)
        }
        _ => return false,
    };
    let coder = coder.and_then(|id| model.study.coders.iter().find(|coder| coder.id == id));
    let document = document.and_then(|id| model.study.document(id));
    let mut fields = vec![
        Field::new(tr!("field-filter-kind"), &what, false),
        Field::new(tr!("field-filter-coder"), coder.map_or("", |coder| &coder.name), false),
        Field::new(tr!("field-filter-document"), document.map_or("", |document| &document.label), false),
        Field::new(tr!("cli-column-code"), code.map_or("", |id| model.study.tree.path(id)), false),
    ];
    if let Some(Report::Memos(by)) = &model.table.report {
        fields.push(Field::new(tr!("field-filter-text"), &by.text, false));
    }
    form::open(model, Form::new(kind, title, fields));
    true
}

fn matter_words(matter: Matter) -> String {
    tr!(&format!("history-matter-{}", matter.name()))
}

fn kind_words(kind: &str) -> String {
    tr!(&format!("memo-kind-{kind}"))
}

/// Coder, document and code as typed; nothing typed means all.
fn typed(model: &Model, texts: &[String]) -> Result<(Option<CoderId>, Option<DocumentId>, Option<CodeId>)> {
    let text = |nth: usize| texts.get(nth).map_or("", |text| text.trim());
    let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
    let coder = match text(1) {
        "" => None,
        name => {
            let found = model.study.coders.iter().find(|coder| same(&coder.name, name));
            let missing = || Error::not_found(tr!("error-no-such-coder", name = name.to_owned()));
            Some(found.ok_or_else(missing)?.id)
        }
    };
    let document = match text(2) {
        "" => None,
        label => {
            let is = |id: DocumentId, own: &str| same(own, label) || same(&model.study.label(id), label);
            let found = model.study.documents.iter().find(|one| is(one.id, &one.label));
            let missing = || Error::not_found(tr!("error-no-such-document", label = label.to_owned()));
            Some(found.ok_or_else(missing)?.id)
        }
    };
    let code = match text(3) {
        "" => None,
        path => Some(model.study.tree.find(path)?.code.id),
    };
    Ok((coder, document, code))
}

/// A prompt that narrows is confirmed. Whether the open one is such.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last() else { return false };
    let (texts, kind) = (open.texts(), open.kind.clone());
    if !matches!(kind, FormKind::HistoryFilter | FormKind::MemoFilter) {
        return false;
    }
    let what = texts.first().map(|text| text.trim().to_owned()).unwrap_or_default();
    let (coder, document, code) = match typed(model, &texts) {
        Ok(typed) => typed,
        Err(error) => {
            model.fail(error);
            return true;
        }
    };
    let report = if kind == FormKind::HistoryFilter {
        let matter = meant(&Matter::ALL, &what, |one| [matter_words(one), one.name().to_owned()]);
        if matter.is_none() && !what.is_empty() {
            let known = Matter::ALL.map(matter_words).join(", ");
            model.say(tr!("filter-no-kind", kind = what, known = known), ToastKind::Error);
            return true;
        }
        Report::History(HistoryBy { coder, document, code, matter })
    } else {
        let of = meant(&KINDS, &what, |one| [kind_words(one), one.to_owned()]);
        if of.is_none() && !what.is_empty() {
            let known = KINDS.map(kind_words).join(", ");
            model.say(tr!("filter-no-kind", kind = what, known = known), ToastKind::Error);
            return true;
        }
        let text = texts.get(4).map_or("", |text| text.trim()).to_owned();
        Report::Memos(MemosBy { kind: of, coder, document, code, text })
    };
    model.overlays.pop();
    table::show(model, report, effects);
    true
}

/// Enter on an entry: where it was done; on a memo: its editor, or its text where somebody else wrote it.
pub fn enter(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.table.row_of() {
        RowOf::Operation(id) => work(effects, Work::Desk(Box::new(Ask::Whereabouts(id)))),
        RowOf::Memo(id) => open_memo(model, id),
        _ => {}
    }
}

pub fn open_memo(model: &mut Model, id: MemoId) {
    let Some(memo) = model.study.memos.iter().find(|memo| memo.id == id).cloned() else {
        return model.say(tr!("error-memo-gone"), ToastKind::Notice);
    };
    if Some(memo.coder) == model.study.coder {
        return form::written(model, &memo);
    }
    let name = model.study.coders.iter().find(|coder| coder.id == memo.coder);
    let title = format!("{} · {}", form::about(model, memo.on), name.map_or("", |coder| &coder.name));
    let mut lines = Vec::new();
    if !memo.title.is_empty() {
        lines.push((Tone::Name, memo.title));
    }
    lines.extend(memo.text.split('\n').map(|line| (Tone::Plain, line.to_owned())));
    model.overlays.push(Overlay::Page(Page { title, lines, top: 0 }));
}

/// To what a memo is on.
pub fn place(model: &mut Model, id: MemoId, effects: &mut Vec<Effect>) {
    let on = model.study.memos.iter().find(|memo| memo.id == id).map(|memo| memo.on);
    match (on, model.table.document()) {
        (_, Some((document, span))) => commands::go_to(model, document, span, effects),
        (Some(MemoOn::Code(code)), None) => to_code(model, code),
        _ => model.say(tr!("memo-no-place"), ToastKind::Notice),
    }
}

fn to_code(model: &mut Model, code: CodeId) {
    commands::focus(model, Pane::Codes);
    codes::go_to(model, code);
}

/// Where an operation was done is known.
pub fn whereabouts(model: &mut Model, found: Option<Whereabouts>, effects: &mut Vec<Effect>) {
    match found {
        Some(Whereabouts::Passage(document, span)) => commands::go_to(model, document, span, effects),
        Some(Whereabouts::Document(document)) => {
            work(effects, Work::Open { document, span: None, half: None })
        }
        Some(Whereabouts::Code(code)) => to_code(model, code),
        Some(Whereabouts::Memo(memo)) => open_memo(model, memo),
        None => model.say(tr!("history-no-place"), ToastKind::Notice),
    }
}

/// Adds what the list on the screen is of: an entry of the logbook, a free memo. Whether there is such a list.
pub fn add(model: &mut Model) -> bool {
    match &model.table.report {
        Some(Report::Logbook) => beside::logbook(model),
        Some(Report::Memos(_)) => form::new_memo(model, MemoOn::Free),
        _ => return false,
    }
    true
}

/// Removes the memo under the cursor; undo brings it back. Whether there is one.
pub fn remove(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let RowOf::Memo(id) = model.table.row_of() else { return false };
    let on = model.study.memos.iter().find(|memo| memo.id == id).map_or(MemoOn::Free, |memo| memo.on);
    work(effects, Work::WriteMemo { id: Some(id), on, text: MemoText::default() });
    true
}
