//! Tables: moving, sorting, opening; and the data sheet, where cells are edited in place.

use std::path::PathBuf;

use super::{
    agreement, commands, comparing, counted, form, menu, page, records, sample, saved_tables, teams,
    variables, versions, work,
};
use crate::model::DocumentId;
use crate::model::chart::Chart;
use crate::model::documents::{Role, Speaker};
use crate::model::variables::{Entity, Owner};
use crate::ops::variable_import::SUPPRESSED;
use crate::tr;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Work};
use crate::tui::model::counted::{Counted, Kind};
use crate::tui::model::overlay::{Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind};
use crate::tui::model::table::{
    AgreementBy, ColumnOf, HistoryBy, MaterialWork, MemosBy, NameFor, Report, RowOf, SampleBy, Tabled,
};
use crate::tui::model::{Main, Model, Overlay, Pane, ToastKind};
use crate::tui::view::table::shape;

/// Shows a table in the main area.
pub fn show(model: &mut Model, report: Report, effects: &mut Vec<Effect>) {
    match report {
        Report::Differences(only) => return comparing::of(model, only, effects),
        Report::Agreement(by) => return agreement::show(model, by, effects),
        _ => {}
    }
    model.main = Main::Table;
    model.pane = Pane::Main;
    match Work::Table(report) {
        long if long.is_long() => page::wait(model, tr!("waiting-count"), long, effects),
        short => work(effects, short),
    }
}

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    if model.table.report == Some(Report::Coders) {
        // What is added, changed and turned over there are coders and passes.
        match command {
            Command::RowAdd => return super::coders::add(model),
            Command::VariableAdd => return teams::command(model, Command::CodersAssign),
            Command::VariableEdit => return teams::command(model, Command::CoderRename),
            Command::TableNext => return teams::command(model, Command::Passes),
            _ => {}
        }
    }
    match command {
        Command::Datasheet => {
            let open = model.main == Main::Table && model.pane == Pane::Main;
            if open && matches!(model.table.report, Some(Report::Sheet { .. })) {
                return commands::back_from_list(model);
            }
            show(model, Report::Sheet { entity: Entity::Document, published: false }, effects);
        }
        Command::Tables => choose(model),
        Command::Sets => show(model, Report::Sets, effects),
        Command::TableRight => sideways(model, 1),
        Command::TableLeft => sideways(model, -1),
        Command::TableEnter => enter(model, effects),
        Command::TableOpen if matches!(model.table.row_of(), RowOf::Difference(_)) => enter(model, effects),
        Command::TableOpen => match (model.table.row_of(), model.table.document()) {
            (RowOf::Operation(_), _) => records::enter(model, effects),
            (RowOf::Memo(id), _) => records::place(model, id, effects),
            (_, Some((document, span))) => commands::go_to(model, document, span, effects),
            (_, None) => model.say(tr!("table-no-document"), ToastKind::Notice),
        },
        Command::TableSort if model.table.is_drawn() => model.say(tr!("count-no-sort"), ToastKind::Notice),
        Command::TableSort => sort(model),
        Command::TablePublished => {
            let report = match model.table.report.clone() {
                Some(Report::Counted(counted)) if matches!(counted.kind, Kind::Variable(_)) => {
                    Report::Counted(Counted { published: !counted.published, ..counted })
                }
                Some(Report::Sheet { entity, published }) => Report::Sheet { entity, published: !published },
                Some(Report::Overview { published }) => Report::Overview { published: !published },
                Some(Report::Sample(by)) => Report::Sample(SampleBy { published: !by.published, ..by }),
                _ => return model.say(tr!("table-no-published"), ToastKind::Notice),
            };
            show(model, report, effects);
        }
        Command::TableNext if matches!(model.table.report, Some(Report::Agreement(_))) => {
            if let Some(Report::Agreement(by)) = model.table.report {
                agreement::next(model, by);
            }
        }
        Command::TableNext if matches!(model.table.report, Some(Report::Saved { .. })) => {
            if let Some(Report::Saved { id, turned }) = model.table.report {
                show(model, Report::Saved { id, turned: !turned }, effects);
            }
        }
        Command::TableNext if matches!(model.table.report, Some(Report::Changes { .. })) => {
            if let Some(Report::Changes { before, after }) = model.table.report {
                versions::next(model, before, after, effects);
            }
        }
        Command::TableNext => {
            let next = |entity| match entity {
                Entity::Document => Entity::Case,
                Entity::Case => Entity::Person,
                Entity::Person => Entity::Document,
            };
            let report = match model.table.report.clone() {
                Some(Report::Sheet { entity, published }) => {
                    Report::Sheet { entity: next(entity), published }
                }
                Some(Report::Without { question, by }) => Report::Without { question, by: next(by) },
                _ => return model.say(tr!("table-only-sheet"), ToastKind::Notice),
            };
            show(model, report, effects);
        }
        Command::TableCopy => {
            if let Some(cell) = model.table.cell() {
                effects.push(Effect::Copy(cell.value.plain()));
                model.say(tr!("table-copied"), ToastKind::Done);
            }
        }
        Command::VariableAdd => variables::ask(model, false),
        Command::VariableEdit if matches!(model.table.report, Some(Report::Sample(_))) => sample::ask(model),
        Command::VariableEdit
            if matches!(model.table.report, Some(Report::Agreement(_) | Report::Differences(_))) =>
        {
            agreement::command(model, Command::AgreementOptions, effects);
        }
        Command::VariableEdit if matches!(model.table.report, Some(Report::Saved { .. })) => {
            if let Some(Report::Saved { id, .. }) = model.table.report {
                let name = model.table.content.table.title.clone();
                ask_name(model, NameFor::SavedTable(id), &name);
            }
        }
        Command::VariableRemove if matches!(model.table.report, Some(Report::Saved { .. })) => {
            if let Some(Report::Saved { id, .. }) = model.table.report {
                material(effects, MaterialWork::RemoveTable(id));
            }
        }
        Command::VariableEdit if matches!(model.table.report, Some(Report::Versions)) => {
            if let RowOf::Version(id) = model.table.row_of() {
                versions::ask(model, Some(id));
            }
        }
        Command::VariableEdit => variables::ask(model, true),
        Command::VariableRemove => match model.table.variable() {
            Some(variable) => {
                let id = variable.id;
                material(effects, MaterialWork::RemoveVariable(id));
            }
            None => model.say(tr!("table-no-variable"), ToastKind::Notice),
        },
        Command::VariableLeft => variables::shift(model, -1, effects),
        Command::VariableRight => variables::shift(model, 1, effects),
        Command::RowMoveDown => variables::shift_row(model, 1, effects),
        Command::RowMoveUp => variables::shift_row(model, -1, effects),
        Command::RowAdd if records::add(model) => {}
        Command::RowAdd => match model.table.report {
            Some(Report::Versions) => versions::ask(model, None),
            Some(Report::Sheet { entity: Entity::Case, .. }) => ask_name(model, NameFor::NewCase(None), ""),
            Some(Report::Sheet { entity: Entity::Person, .. }) => {
                ask_name(model, NameFor::NewPerson(None), "")
            }
            _ => model.say(tr!("table-no-rows"), ToastKind::Notice),
        },
        Command::RowRemove if records::remove(model, effects) => {}
        Command::RowRemove => match model.table.row_of() {
            RowOf::Owner(Owner::Case(id)) => material(effects, MaterialWork::RemoveCase(id)),
            RowOf::Owner(Owner::Person(id)) => material(effects, MaterialWork::RemovePerson(id)),
            RowOf::Set(of, id) => material(effects, MaterialWork::RemoveSet(of, id)),
            RowOf::Version(id) => material(effects, MaterialWork::RemoveVersion(id)),
            RowOf::Owner(Owner::Document(_))
            | RowOf::Difference(_)
            | RowOf::Judged(_)
            | RowOf::Revisit(..)
            | RowOf::Standing(_)
            | RowOf::Operation(_)
            | RowOf::Memo(_)
            | RowOf::Nobody => {
                model.say(tr!("table-no-rows"), ToastKind::Notice);
            }
        },
        Command::ImportValues => {
            let field = Field::new(tr!("field-import-values"), "", false);
            form::open(model, Form::new(FormKind::ImportValues, tr!("form-import-values"), vec![field]));
        }
        _ => {}
    }
}

pub fn material(effects: &mut Vec<Effect>, what: MaterialWork) {
    work(effects, Work::Material(Box::new(what)));
}

/// A table arrived: the cursor stays where it was, if that is still there.
pub fn arrived(model: &mut Model, report: Report, tabled: Tabled) {
    let view = &mut model.table;
    let same = match (&view.report, &report) {
        (Some(Report::Sheet { entity: a, .. }), Report::Sheet { entity: b, .. }) => a == b,
        (Some(Report::Sample(a)), Report::Sample(b)) => SampleBy { published: b.published, ..*a } == *b,
        (Some(Report::Counted(a)), Report::Counted(b)) => a.is_like(b),
        (Some(a), b) => a == b,
        (None, _) => false,
    };
    let (row, key) = (view.row_of(), view.key().to_owned());
    view.report = Some(report);
    view.content = tabled;
    if !same {
        (view.rows, view.columns, view.sort) = Default::default();
    }
    if view.is_drawn() {
        view.sort = None;
        // The first column of a codeline is no code.
        let first = usize::from(matches!(view.content.chart, Some(Chart::Codeline(_))));
        view.columns.at = view.columns.at.max(first);
    }
    view.arrange();
    if same {
        let at =
            view.order.iter().position(|at| view.content.rows.get(*at) == Some(&row) && row != RowOf::Nobody);
        view.rows.at = at.unwrap_or(view.rows.at);
        let column = view.content.table.columns.iter().position(|column| column.key == key);
        view.columns.at = column.unwrap_or(view.columns.at);
    }
    keep_in_sight(model);
}

pub fn keep_in_sight(model: &mut Model) {
    let height = shape(model).rows;
    let view = &mut model.table;
    let (rows, columns) = (view.order.len(), view.content.table.columns.len());
    let at = view.rows.at;
    view.rows.set(at, rows, height);
    view.columns.at = view.columns.at.min(columns.saturating_sub(1));
    // What is in sight begins where it did, or at the cursor.
    let shape = shape(model);
    let frozen = model.table.content.table.frozen;
    let scrolled = shape.columns.iter().map(|(column, ..)| *column).filter(|column| *column >= frozen);
    model.table.columns.top = scrolled.min().unwrap_or(0);
}

pub fn step(model: &mut Model, steps: isize) {
    if model.table.is_drawn() {
        return counted::step(model, steps);
    }
    model.table.rows.at = model.table.rows.at.saturating_add_signed(steps);
    keep_in_sight(model);
}

fn sideways(model: &mut Model, steps: isize) {
    if model.table.is_drawn() {
        return counted::sideways(model, steps);
    }
    model.table.columns.at = model.table.columns.at.saturating_add_signed(steps);
    keep_in_sight(model);
}

/// The cursor goes to a cell that was clicked.
pub fn click(model: &mut Model, row: usize, column: usize, effects: &mut Vec<Effect>) {
    if (model.table.rows.at, model.table.columns.at) == (row, column) {
        return enter(model, effects);
    }
    (model.table.rows.at, model.table.columns.at) = (row, column);
    keep_in_sight(model);
}

/// By this column: from the start, from the end, as the table is.
fn sort(model: &mut Model) {
    let view = &mut model.table;
    let at = view.columns.at;
    let row = view.row();
    view.sort = match view.sort {
        Some((column, false)) if column == at => Some((at, true)),
        Some((column, true)) if column == at => None,
        _ => Some((at, false)),
    };
    view.arrange();
    view.rows.at = view.order.iter().position(|other| Some(*other) == row).unwrap_or(0);
    keep_in_sight(model);
}

fn choose(model: &mut Model) {
    let sheet = |entity| Report::Sheet { entity, published: false };
    let reports = [
        (sheet(Entity::Document), "table-document-variables"),
        (sheet(Entity::Case), "table-case-variables"),
        (sheet(Entity::Person), "table-person-variables"),
        (Report::Overview { published: false }, "table-overview-title"),
        (Report::Sample(SampleBy::default()), "table-sample-title"),
        (Report::Interviewees, "table-interviewees-title"),
        (Report::Method, "table-method-title"),
        (Report::Sets, "cli-list-sets"),
        (Report::Differences(model.comparing.only), "agreement-title-differences"),
        (Report::Agreement(AgreementBy::Code), "agreement-title-codes"),
        (Report::Revisit, "revisit-title"),
        (Report::Versions, "versions-title"),
        (Report::Coders, "coders-title"),
        (Report::History(HistoryBy::default()), "cli-list-history"),
        (Report::Memos(MemosBy::default()), "memos-title"),
        (Report::Logbook, "logbook-title"),
    ];
    let counted = counted::choices(model);
    let kept = model.study.material.tables.iter();
    let kept = kept.map(|(id, name)| {
        (Report::Saved { id: *id, turned: false }, tr!("menu-summary-table", name = name.clone()))
    });
    let kept: Vec<(Report, String)> = kept.collect();
    let items = reports.into_iter().map(|(report, key)| (report, tr!(key)));
    let items = kept
        .into_iter()
        .chain(items)
        .chain(counted)
        .map(|(report, text)| MenuItem { text, color: None, choice: Choice::Report(report) })
        .collect();
    let (kind, title) = (MenuKind::Material, tr!("menu-tables"));
    menu::open(model, Menu { kind, title, items, cursor: Default::default() });
}

/// Enter: edits what can be edited, else goes to the document.
fn enter(model: &mut Model, effects: &mut Vec<Effect>) {
    if saved_tables::enter(model, effects) {
        return;
    }
    let view = &model.table;
    match (view.row_of(), view.column_of().cloned(), view.key()) {
        (RowOf::Owner(owner), Some(ColumnOf::Value { variable, published }), _) => {
            let name = view.content.table.rows.get(view.row().unwrap_or(0)).and_then(|row| row.first());
            let name = name.map(|cell| cell.value.plain()).unwrap_or_default();
            let title = match published {
                true => tr!("form-published", name = variable.name.clone(), whose = name),
                false => tr!("form-value", name = variable.name.clone(), whose = name),
            };
            let label = match published {
                true => tr!("field-published"),
                false => tr!(&format!("variable-kind-{}", variable.kind.name())),
            };
            let field = Field::new(label, view.stored(), false);
            form::open(model, Form::new(FormKind::Value { owner, variable, published }, title, vec![field]));
        }
        (RowOf::Owner(Owner::Document(id)), _, "case") => choose_case(model, Owner::Document(id)),
        (RowOf::Owner(Owner::Person(id)), _, "case") => choose_case(model, Owner::Person(id)),
        (RowOf::Owner(Owner::Document(id)), _, key) => {
            // In its form one begins where one was in the row.
            let focus = match key {
                "title" => 1,
                "group" => 2,
                _ => 0,
            };
            form::document(model, id, focus);
        }
        (RowOf::Owner(Owner::Case(id)), _, "case") => rename(model, NameFor::Case(id)),
        (RowOf::Owner(Owner::Person(id)), _, "person") => rename(model, NameFor::Person(id)),
        (RowOf::Owner(Owner::Person(id)), _, "interviews") => choose_speaker(model, id),
        (RowOf::Set(of, id), _, "set") => rename(model, NameFor::Set(of, id)),
        (RowOf::Version(id), ..) => versions::open(model, id, effects),
        (RowOf::Difference(at), ..) => comparing::go_to(model, at, effects),
        (RowOf::Judged(only), ..) => agreement::enter(model, only, effects),
        (RowOf::Operation(_) | RowOf::Memo(_), ..) => records::enter(model, effects),
        _ if matches!(view.report, Some(Report::Sample(_))) => sample::ask(model),
        _ if view.counted().is_some() => counted::list_cell(model, effects),
        _ => command(model, Command::TableOpen, effects),
    }
}

fn rename(model: &mut Model, what: NameFor) {
    let now = model.table.cell().map(|cell| cell.value.plain()).unwrap_or_default();
    ask_name(model, what, &now);
}

pub fn ask_name(model: &mut Model, what: NameFor, now: &str) {
    let title = match &what {
        NameFor::NewCase(_) => tr!("form-new-case"),
        NameFor::NewPerson(_) => tr!("form-new-person"),
        NameFor::NewSet(members) => tr!("form-new-set", count = members.len()),
        NameFor::Case(_)
        | NameFor::Person(_)
        | NameFor::Group(_)
        | NameFor::Set(..)
        | NameFor::SavedTable(_) => tr!("form-rename"),
    };
    let field = Field::new(tr!("field-name"), now, false);
    form::open(model, Form::new(FormKind::Name(what), title, vec![field]));
}

fn choose_case(model: &mut Model, owner: Owner) {
    let put = |case| match owner {
        Owner::Document(id) => Some(MaterialWork::AssignCase(id, case)),
        Owner::Person(id) => Some(MaterialWork::PersonCase(id, case)),
        Owner::Case(_) => None,
    };
    let mut items: Vec<MenuItem> = model
        .table
        .content
        .cases
        .iter()
        .filter_map(|(id, name)| Some((name.clone(), put(Some(*id))?)))
        .map(|(text, work)| MenuItem { text, color: None, choice: Choice::Material(work) })
        .collect();
    let none =
        if matches!(owner, Owner::Person(_)) { tr!("menu-case-of-documents") } else { tr!("menu-no-case") };
    if let Some(work) = put(None) {
        items.push(MenuItem { text: none, color: None, choice: Choice::Material(work) });
    }
    if let Owner::Document(id) = owner {
        let choice = Choice::Name(NameFor::NewCase(Some(id)));
        items.push(MenuItem { text: tr!("menu-new-case"), color: None, choice });
    }
    let (kind, title) = (MenuKind::Material, tr!("menu-case"));
    menu::open(model, Menu { kind, title, items, cursor: Default::default() });
}

/// Who is interviewed, with the document: chosen, a speaker is this person, or is not any more.
fn choose_speaker(model: &mut Model, person: crate::model::PersonId) {
    let label = |speaker: &Speaker| format!("{}: {}", model.study.label(speaker.document), speaker.label);
    let name = |id| {
        let known = model.table.content.persons.iter().find(|(other, _)| *other == id);
        known.map_or("", |(_, name)| name.as_str())
    };
    let interviewed = model.table.content.speakers.iter().filter(|speaker| speaker.role == Role::Interviewee);
    let items: Vec<MenuItem> = interviewed
        .map(|speaker| {
            let text = match speaker.person {
                Some(id) if id == person => format!("✓ {}", label(speaker)),
                Some(id) => format!("  {} ({})", label(speaker), name(id)),
                None => format!("  {}", label(speaker)),
            };
            let now = (speaker.person != Some(person)).then_some(person);
            let choice = Choice::Material(MaterialWork::AssignSpeaker(speaker.clone(), now));
            MenuItem { text, color: None, choice }
        })
        .collect();
    let (kind, title) = (MenuKind::Material, tr!("menu-speakers"));
    menu::open(model, Menu { kind, title, items, cursor: Default::default() });
}

/// What was typed for one of a few things: its word, its invariant name, or how either begins.
pub fn meant<T: Copy>(all: &[T], typed: &str, names: impl Fn(T) -> [String; 2]) -> Option<T> {
    let typed = typed.trim().to_lowercase();
    let is = |one: &&T| names(**one).iter().any(|name| name.to_lowercase() == typed);
    let begins = |one: &&T| {
        !typed.is_empty() && names(**one).iter().any(|name| name.to_lowercase().starts_with(&typed))
    };
    all.iter().find(is).or_else(|| all.iter().find(begins)).copied()
}

/// A prompt of these kinds is confirmed: it stays open until it is done. Whether the open one is such.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last() else { return false };
    let texts = open.texts();
    let text = texts.first().map(|text| text.trim().to_owned()).unwrap_or_default();
    let changed = open.changed();
    let what = match open.kind.clone() {
        FormKind::Value { owner, variable, published } => {
            if !changed {
                model.overlays.pop();
                return true;
            }
            if let (false, false, Err(error)) = (published, text.is_empty(), variable.kind.check(&text)) {
                model.fail(error);
                return true;
            }
            let text = if published && text == SUPPRESSED { SUPPRESSED.to_owned() } else { text };
            MaterialWork::SetValue { owner, name: variable.name, published, text }
        }
        FormKind::Variable { now } => match variables::typed(model, &texts, now) {
            Some(what) => what,
            None => return true,
        },
        FormKind::Name(what) => match what {
            NameFor::NewCase(document) => MaterialWork::AddCase(text, document),
            NameFor::Case(id) => MaterialWork::RenameCase(id, text),
            NameFor::NewPerson(speaker) => MaterialWork::AddPerson(text, speaker),
            NameFor::Person(id) => MaterialWork::RenamePerson(id, text),
            NameFor::Group(id) => MaterialWork::RenameGroup(id, text),
            NameFor::NewSet(members) => MaterialWork::AddSet(text, members),
            NameFor::Set(of, id) => MaterialWork::RenameSet(of, id, text),
            NameFor::SavedTable(id) => MaterialWork::RenameTable(id, text),
        },
        FormKind::Sample => {
            let published = matches!(model.table.report, Some(Report::Sample(by)) if by.published);
            if let Some(by) = sample::read(model, &texts, published) {
                model.overlays.pop();
                show(model, Report::Sample(by), effects);
            }
            return true;
        }
        FormKind::Agreement => {
            agreement::submit(model, &texts, effects);
            return true;
        }
        FormKind::ImportValues => {
            if text.is_empty() {
                model.overlays.pop();
            } else {
                work(effects, Work::PlanValues(PathBuf::from(text.trim_matches(['"', '\'']))));
            }
            return true;
        }
        _ => return false,
    };
    material(effects, what);
    true
}

/// What was asked for is done: its prompt closes.
pub fn settled(model: &mut Model) {
    let of_these = |overlay: &Overlay| match overlay {
        Overlay::Form(open) => {
            matches!(
                open.kind,
                FormKind::Value { .. }
                    | FormKind::Variable { .. }
                    | FormKind::Name(_)
                    | FormKind::SaveTable { .. }
            )
        }
        _ => false,
    };
    if model.overlays.last().is_some_and(of_these) {
        model.overlays.pop();
    }
}

/// A file with values was looked at: what it would bring stands over the prompt, to be confirmed.
pub fn planned(model: &mut Model, path: PathBuf, title: String, lines: Vec<String>, values: usize) {
    let prompt =
        |overlay: &Overlay| matches!(overlay, Overlay::Form(form) if form.kind == FormKind::ImportValues);
    if model.overlays.last().is_some_and(prompt) {
        model.overlays.pop();
    }
    let then = (values > 0).then(|| Work::Material(Box::new(MaterialWork::ImportValues(path))));
    model.overlays.push(Overlay::Confirm { title, lines, top: 0, then });
}

/// Keys of what is to be confirmed.
pub fn confirm_key(model: &mut Model, key: crate::tui::keys::Key, effects: &mut Vec<Effect>) {
    use crate::tui::keys::Code;
    let page = usize::from(model.height / 2);
    let Some(Overlay::Confirm { lines, top, then, .. }) = model.overlays.last_mut() else { return };
    let last = lines.len().saturating_sub(1);
    match key.code {
        Code::Esc => leave_it(model),
        Code::Char('c') if key.ctrl => leave_it(model),
        Code::Down | Code::Char('j') => *top = (*top + 1).min(last),
        Code::Up | Code::Char('k') => *top = top.saturating_sub(1),
        Code::PageDown | Code::Char(' ') => *top = (*top + page).min(last),
        Code::PageUp => *top = top.saturating_sub(page),
        Code::Enter => {
            let then = then.take();
            model.overlays.pop();
            if let Some(then) = then {
                work(effects, then);
            }
        }
        _ => {}
    }
}

/// It is not done; a transcript that came from the person's editor is kept, one in an editor here is there still.
fn leave_it(model: &mut Model) {
    if let Some(Overlay::Confirm { then: Some(Work::Correct(what)), .. }) = model.overlays.pop()
        && what.number.is_none()
    {
        model.say(tr!("editing-kept"), ToastKind::Notice);
    }
}

/// Moves a document in its group.
pub fn move_document(model: &mut Model, id: DocumentId, steps: isize, effects: &mut Vec<Effect>) {
    let Some(document) = model.study.document(id) else { return };
    let group: Vec<_> = model.study.documents.iter().filter(|other| other.group == document.group).collect();
    let Some(at) = group.iter().position(|other| other.id == id) else { return };
    if let Some(to) = variables::moved(at, steps, group.len()) {
        material(effects, MaterialWork::MoveDocument(id, to));
    }
}
