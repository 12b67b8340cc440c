//! Writing a summary beside what it condenses: a cell beside its segments, a document or code beside its cells.

use super::{form, work};
use crate::model::summaries::Condensed;
use crate::model::{CodeId, DocumentId};
use crate::ops::search::WrittenOn;
use crate::tr;
use crate::tui::bridge::summaries::Writing;
use crate::tui::command::Command;
use crate::tui::effect::{Beside, Effect, Work};
use crate::tui::keys::{Code, Key};
use crate::tui::model::overlay::{Aside, Field, Form, FormKind};
use crate::tui::model::{Main, Model, Overlay, Pane, ToastKind};

/// Asks for what stands beside a summary; then its editor opens.
pub fn ask(model: &Model, on: WrittenOn, effects: &mut Vec<Effect>) {
    work(effects, Work::Write(on, model.grid.subcodes));
}

/// Opens the editor.
pub fn open(model: &mut Model, writing: Writing) {
    let field = Field::new(tr!("field-summary"), &writing.text, true);
    let mut form = Form::new(FormKind::Summary(writing.on), writing.title, vec![field]);
    form.aside = Aside { entries: writing.beside, at: 0 };
    form::open(model, form);
}

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let in_grid = model.pane == Pane::Main && model.main == Main::Grid;
    let cell = model.grid.cell().filter(|_| in_grid);
    let case_of = |document: DocumentId| {
        let cases = &model.study.material.cases;
        cases.iter().find(|case| case.documents.contains(&document)).map(|case| case.id)
    };
    let on = match command {
        Command::DocumentSummary => match cell.map(|(row, _)| (row.of, row.documents.first().copied())) {
            Some((crate::analysis::grid::RowOf::Case(id), _)) => Some(Condensed::Case(id)),
            Some((_, Some(document))) => Some(Condensed::Document(document)),
            _ => model.document_at_cursor().map(Condensed::Document),
        },
        Command::CodeSummary => match cell {
            Some((_, code)) => Some(Condensed::Code(code)),
            None => model.code_at_cursor().map(Condensed::Code),
        },
        _ => {
            let document = if in_grid { model.grid.document() } else { model.document_at_cursor() };
            let case = document.and_then(case_of);
            if case.is_none() {
                return model.say(tr!("case-summary-no-case"), ToastKind::Notice);
            }
            case.map(Condensed::Case)
        }
    };
    match on {
        Some(on) => ask(model, WrittenOn::Whole(on), effects),
        None => model.say(tr!("need-document"), ToastKind::Notice),
    }
}

/// Keys of the editor that are about what stands beside it. Whether it was one.
pub fn key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) -> bool {
    let (clock, lang) = (model.clock, model.lang);
    let Some(Overlay::Form(form)) = model.overlays.last_mut() else { return false };
    if !matches!(form.kind, FormKind::Summary(_)) || form.aside.entries.is_empty() {
        return false;
    }
    let many = form.aside.entries.len();
    let quoted = match key.code {
        Code::Tab => {
            let steps = if key.shift { many - 1 } else { 1 };
            form.aside.at = (form.aside.at + steps) % many;
            return true;
        }
        Code::Char('g') if key.ctrl => true,
        Code::Char('t') if key.ctrl => false,
        _ => return false,
    };
    let Some(entry) = form.aside.entries.get(form.aside.at).cloned() else { return true };
    let Some(field) = form.fields.first_mut() else { return true };
    let ratatui_textarea::DataCursor(row, column) = field.area.cursor();
    let before = field.area.lines().get(row).and_then(|line| line.chars().take(column).last());
    let gap = if before.is_none_or(char::is_whitespace) { "" } else { " " };
    // The researchers' own words are no quotation.
    let (left, right) = match (quoted && entry.place.is_some(), lang) {
        (false, _) => ("", ""),
        (true, crate::i18n::Lang::De) => ("„", "“"),
        (true, _) => ("“", "”"),
    };
    let text = entry.text.replace('\u{2028}', "\n");
    field.area.insert_str(format!("{gap}{left}{text}{right} {} ", entry.citation));
    form.dirty.get_or_insert(clock);
    if let Some((document, span)) = entry.place {
        work(effects, Work::Beside(Beside::MayQuote(document, span)));
    }
    true
}

/// What an unsaved summary is on, in words.
pub fn title(model: &Model, on: WrittenOn) -> String {
    let code = |id: CodeId| model.study.tree.path(id).to_owned();
    match on {
        WrittenOn::Cell(document, column) => {
            tr!("form-summary", document = model.study.label(document), code = code(column))
        }
        WrittenOn::Whole(Condensed::Document(id)) => tr!("form-summary-of", name = model.study.label(id)),
        WrittenOn::Whole(Condensed::Code(id)) => tr!("form-summary-of", name = code(id)),
        WrittenOn::Whole(Condensed::Case(id)) => {
            tr!("form-summary-of", name = model.study.material.case_name(id).to_owned())
        }
    }
}
