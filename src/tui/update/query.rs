//! Asking: the line in which a query is typed, its answer as a list, saved queries, activation.

use super::{form, menu, table, work};
use crate::analysis::query::parse;
use crate::analysis::query::words::{Vocabulary, complete};
use crate::error::{Error, Kind, Result};
use crate::model::DocumentId;
use crate::model::sets::{Members, Set};
use crate::model::variables::Entity;
use crate::ops::queries::Named;
use crate::ops::query::Answer;
use crate::tr;
use crate::tui::bridge::desk::Ask;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Look, QueryChange, Question, Work};
use crate::tui::keys::{Code, Key};
use crate::tui::model::overlay::{Asking, Choice, Field, Form, FormKind, Menu, MenuItem, MenuKind, Naming};
use crate::tui::model::table::Report;
use crate::tui::model::{DocumentRow, ListingKind, Main, Model, Overlay, Pane, ToastKind};

/// Completions shown at most.
pub const OFFERS: usize = 6;

pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match command {
        Command::Query => {
            let before = model.listing.asked.as_ref().map_or(String::new(), |asked| asked.typed.clone());
            open(model, &before, effects);
        }
        Command::Queries => work(effects, Work::Query(Look::Saved)),
        Command::QuerySave => save(model),
        Command::QueryWithout => without(model, effects),
        Command::Activate => activate(model, effects),
        Command::ActivateAll => {
            model.active = Default::default();
            model.say(tr!("active-all"), ToastKind::Done);
            refresh(model, effects);
            grid_again(model, effects);
        }
        Command::ActivateWhere => {
            let field = Field::new(tr!("field-activate-where"), "", false);
            let kind = FormKind::Query(Box::new(Asking { activates: true, ..Asking::default() }));
            form::open(model, Form::new(kind, tr!("form-activate-where"), vec![field]));
            work(effects, Work::Query(Look::Vocabulary));
        }
        Command::ActivateSet => sets(model),
        _ => {}
    }
}

/// Opens the line, with the query that was asked last.
fn open(model: &mut Model, before: &str, effects: &mut Vec<Effect>) {
    let field = Field::new(tr!("field-query"), before, false);
    let kind = FormKind::Query(Box::default());
    form::open(model, Form::new(kind, tr!("form-query"), vec![field]));
    work(effects, Work::Query(Look::Vocabulary));
}

pub fn known(model: &mut Model, known: Vocabulary) {
    model.vocabulary = known;
    offer(model);
}

/// The open line, where it is one.
fn line(model: &mut Model) -> Option<(&mut Asking, &mut Field)> {
    let Some(Overlay::Form(form)) = model.overlays.last_mut() else { return None };
    let field = form.fields.first_mut()?;
    match &mut form.kind {
        FormKind::Query(asking) => Some((asking, field)),
        _ => None,
    }
}

/// Looks for what could stand at the cursor of the line, where it is open: something has been typed or pasted.
pub fn offer(model: &mut Model) {
    let known = std::mem::take(&mut model.vocabulary);
    if let Some((asking, field)) = line(model) {
        let cursor = field.area.cursor().1;
        asking.offers = match asking.activates {
            false => complete(&field.text(), cursor, &known),
            true => {
                // A condition is what stands behind `where` in a query.
                let before = CONDITION.chars().count();
                let mut all = complete(&format!("{CONDITION}{}", field.text()), cursor + before, &known);
                all.iter_mut().for_each(|offer| offer.from = offer.from.saturating_sub(before));
                all
            }
        };
        asking.offers.truncate(OFFERS);
        asking.at = 0;
    }
    model.vocabulary = known;
}

/// Keys of the line. Whether it was one.
pub fn key(model: &mut Model, key: Key, _effects: &mut Vec<Effect>) -> bool {
    let Some((asking, field)) = line(model) else { return false };
    match key.code {
        Code::Tab => {
            let Some(chosen) = asking.offers.get(asking.at).cloned() else { return true };
            let text: Vec<char> = field.text().chars().collect();
            let cursor = field.area.cursor().1;
            let before: String = text.iter().take(chosen.from).collect();
            let after: String = text.iter().skip(cursor).collect();
            let space = if chosen.insert.ends_with('(') || after.starts_with(' ') { "" } else { " " };
            let head = format!("{before}{}{space}", chosen.insert);
            let at = head.chars().count();
            let mut fresh = Field::new(field.label.clone(), &format!("{head}{after}"), false);
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            fresh.area.move_cursor(ratatui_textarea::CursorMove::Jump(0, at));
            *field = fresh;
            asking.fault = None;
        }
        Code::Down if !asking.offers.is_empty() => {
            asking.at = (asking.at + 1) % asking.offers.len();
            return true;
        }
        Code::Up if !asking.offers.is_empty() => {
            asking.at = (asking.at + asking.offers.len() - 1) % asking.offers.len();
            return true;
        }
        Code::Esc | Code::Enter => return false,
        Code::Char('c') if key.ctrl => return false,
        _ => {
            if form::input(field, key) {
                asking.fault = None;
            }
        }
    }
    offer(model);
    true
}

/// The line, or the name of a query that is to be kept, is confirmed. Whether it was one of these.
pub fn submit(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Some(Overlay::Form(open)) = model.overlays.last() else { return false };
    let typed = open.text(0).trim().to_owned();
    match open.kind.clone() {
        FormKind::Query(_) if typed.is_empty() => drop(model.overlays.pop()),
        FormKind::Query(asking) if asking.activates => match parse::condition(&open.text(0)) {
            Ok(_) => {
                let typed = open.text(0);
                work(effects, Work::Desk(Box::new(Ask::Where(typed))));
            }
            Err(fault) => {
                if let Some((asking, _)) = line(model) {
                    asking.fault = Some((fault.at.start, fault.message, fault.hint));
                }
            }
        },
        FormKind::Query(_) if typed.starts_with('@') => ask(model, typed, effects),
        FormKind::Query(_) => match parse::parse(&open.text(0)) {
            // As it was typed: what is wrong with a name is shown below it.
            Ok(_) => {
                let typed = open.text(0);
                ask(model, typed, effects);
            }
            Err(fault) => {
                if let Some((asking, _)) = line(model) {
                    asking.fault = Some((fault.at.start, fault.message, fault.hint));
                }
            }
        },
        FormKind::QueryName(_) if typed.is_empty() => drop(model.overlays.pop()),
        FormKind::QueryName(Naming::Saved(id)) => {
            work(effects, Work::ChangeQuery(QueryChange::Rename(id, typed)));
        }
        FormKind::QueryName(Naming::Query { query, again }) => {
            let replace = again.as_ref() == Some(&typed);
            if let Some(Overlay::Form(open)) = model.overlays.last_mut() {
                let again = Some(typed.clone());
                open.kind = FormKind::QueryName(Naming::Query { query: query.clone(), again });
            }
            work(effects, Work::ChangeQuery(QueryChange::Save { name: typed, query, replace }));
        }
        _ => return false,
    }
    true
}

/// What completes a condition: what stands before it in a query.
const CONDITION: &str = "a where ";

/// The documents for which a condition holds are switched on, and no others; or what is wrong with it.
pub fn holds(model: &mut Model, typed: &str, result: Result<Vec<DocumentId>>, effects: &mut Vec<Effect>) {
    let documents = match result {
        Ok(documents) => documents,
        Err(error) => return wrong(model, error),
    };
    if line(model).is_some() {
        model.overlays.pop();
    }
    if documents.is_empty() {
        return model.say(tr!("activate-none", condition = typed.to_owned()), ToastKind::Notice);
    }
    model.active.documents = documents.into_iter().collect();
    told(model, effects);
}

/// A fault is shown under the line that is open, with its place; everything else is said.
fn wrong(model: &mut Model, error: Error) {
    let column = error.place.as_deref().and_then(|place| place.parse::<usize>().ok());
    if let (Some((asking, _)), Some(column), Kind::Invalid) = (line(model), column, error.kind) {
        let hint = error.hint.unwrap_or_default();
        asking.fault = Some((column.saturating_sub(1), error.message, hint));
        return;
    }
    model.fail(error);
}

/// Sets of documents and of codes, to be switched on.
fn sets(model: &mut Model) {
    let item = |set: &Set| MenuItem {
        text: format!(
            "{} · {} ({})",
            set.name,
            tr!(&format!("set-of-{}", set.members.of().name())),
            set.members.len()
        ),
        color: None,
        choice: Choice::Set(set.members.clone()),
    };
    let items: Vec<MenuItem> = model.study.material.sets.iter().map(item).collect();
    if items.is_empty() {
        return model.say(tr!("activate-no-sets"), ToastKind::Notice);
    }
    let title = tr!("menu-activate-set");
    menu::open(model, Menu { kind: MenuKind::ActivateSet, title, items, cursor: Default::default() });
}

/// The members of a set are switched on, and no others of their kind.
pub fn activate_set(model: &mut Model, members: Members, effects: &mut Vec<Effect>) {
    match members {
        Members::Documents(ids) => model.active.documents = ids.into_iter().collect(),
        Members::Codes(ids) => model.active.codes = ids.into_iter().collect(),
    }
    told(model, effects);
}

/// How much is switched on now; lists answer for it.
fn told(model: &mut Model, effects: &mut Vec<Effect>) {
    let (documents, codes) = (model.active.documents.len(), model.active.codes.len());
    model.say(tr!("active-now", documents = documents, codes = codes), ToastKind::Done);
    refresh(model, effects);
    grid_again(model, effects);
}

/// Asks the activated documents and codes.
pub fn ask(model: &mut Model, typed: String, effects: &mut Vec<Effect>) {
    work(effects, Work::Query(Look::Ask(Box::new(question(model, typed, false)))));
}

fn question(model: &Model, typed: String, again: bool) -> Question {
    let active = &model.active;
    Question {
        typed,
        documents: (!active.documents.is_empty()).then(|| active.documents.iter().copied().collect()),
        codes: (!active.codes.is_empty()).then(|| active.codes.iter().copied().collect()),
        again,
    }
}

/// After a change the answer on the screen is asked for again.
pub fn refresh(model: &mut Model, effects: &mut Vec<Effect>) {
    let tree = &model.study.tree;
    model.active.codes.retain(|code| tree.get(*code).is_some());
    let documents = &model.study.documents;
    model.active.documents.retain(|id| documents.iter().any(|document| document.id == *id));
    // Lists and what is written of them answer for what is switched on.
    let wanted = (!model.active.documents.is_empty()).then(|| model.active.documents.clone());
    if wanted != model.told_active {
        model.told_active.clone_from(&wanted);
        let ids = wanted.map(|ids| ids.into_iter().collect());
        work(effects, Work::Desk(Box::new(Ask::Activate(ids))));
        if let (ListingKind::Segments, Some(code)) = (model.listing.kind, model.listing.code) {
            work(effects, Work::Segments { code, subcodes: model.listing.subcodes });
        }
    }
    let shown = model.main == Main::Listing && model.listing.kind == ListingKind::Segments;
    if let Some(asked) = model.listing.asked.clone().filter(|_| shown) {
        work(effects, Work::Query(Look::Ask(Box::new(question(model, asked.typed, true)))));
    }
}

/// The answer arrived, or what is wrong with the query, which then stands under it.
pub fn answered(model: &mut Model, question: Question, result: Result<Answer>) {
    let answer = match result {
        Ok(answer) => answer,
        Err(error) => return wrong(model, error),
    };
    // A line that was opened since stays open.
    if !question.again && line(model).is_some() {
        model.overlays.pop();
    }
    let listing = &mut model.listing;
    if !question.again {
        listing.cursor = Default::default();
    }
    listing.kind = ListingKind::Segments;
    listing.code = None;
    listing.cell = None;
    listing.segments = answer.segments;
    listing.notes = answer.notes;
    listing.cursor.at = listing.cursor.at.min(listing.segments.len().saturating_sub(1));
    listing.asked = Some(Question { typed: answer.query, ..question.clone() });
    if !question.again {
        model.main = Main::Listing;
        model.pane = Pane::Main;
    }
}

/// What the list answers, as its title.
pub fn title(model: &Model) -> String {
    model.listing.asked.as_ref().map_or(String::new(), |asked| asked.typed.clone())
}

/// Asks for the name under which the query on the screen is kept.
fn save(model: &mut Model) {
    let Some(asked) = model.listing.asked.clone() else {
        return model.say(tr!("query-nothing-asked"), ToastKind::Notice);
    };
    let title = tr!("form-query-name", query = asked.typed.clone());
    let kind = FormKind::QueryName(Naming::Query { query: asked.typed, again: None });
    form::open(model, Form::new(kind, title, vec![Field::new(tr!("field-name"), "", false)]));
}

/// What lacks what was asked for: the counter-evidence.
fn without(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(question) = model.listing.asked.clone() else {
        return model.say(tr!("query-nothing-asked"), ToastKind::Notice);
    };
    table::show(model, Report::Without { question, by: Entity::Document }, effects);
}

/// Another name for the saved query under the cursor of their list.
pub fn rename(model: &mut Model) {
    let Some(Overlay::Menu(menu)) = model.overlays.last() else { return };
    let Some(Choice::Query(id, _)) = menu.items.get(menu.cursor.at).map(|item| &item.choice) else { return };
    let Some(saved) = model.saved.iter().find(|named| named.saved.id == *id) else { return };
    let title = tr!("form-query-rename", query = saved.query.clone());
    let field = Field::new(tr!("field-name"), &saved.saved.name, false);
    let kind = FormKind::QueryName(Naming::Saved(*id));
    model.overlays.pop();
    form::open(model, Form::new(kind, title, vec![field]));
}

/// The saved queries as a list to choose from.
pub fn saved(model: &mut Model, all: Vec<Named>) {
    if all.is_empty() {
        return model.say(tr!("query-none-saved"), ToastKind::Notice);
    }
    let item = |named: &Named| MenuItem {
        text: match &named.gone {
            None => format!("{}  {}", named.saved.name, named.query),
            Some(gone) => format!("{}  ! {gone}", named.saved.name),
        },
        color: None,
        choice: Choice::Query(named.saved.id, named.query.clone()),
    };
    let items = all.iter().map(item).collect();
    model.saved = all;
    let cursor = Default::default();
    menu::open(model, Menu { kind: MenuKind::Queries, title: tr!("menu-queries"), items, cursor });
}

/// Switches what is under the cursor on or off: a document, all of a heading, a code.
fn activate(model: &mut Model, effects: &mut Vec<Effect>) {
    fn toggle<T: Ord + Copy>(set: &mut std::collections::BTreeSet<T>, these: &[T]) {
        let on = these.iter().all(|one| set.contains(one));
        for one in these {
            if on {
                set.remove(one);
            } else {
                set.insert(*one);
            }
        }
    }
    match model.pane {
        Pane::Codes => {
            if let Some(code) = model.code_at_cursor() {
                toggle(&mut model.active.codes, &[code]);
            }
        }
        _ => match model.study.rows.get(model.documents.at) {
            Some(DocumentRow::Document(id)) => toggle(&mut model.active.documents, &[*id]),
            Some(DocumentRow::Heading(heading)) => {
                let documents = model.study.section(heading).map(|section| section.documents.clone());
                toggle(&mut model.active.documents, &documents.unwrap_or_default());
            }
            None => {}
        },
    }
    told(model, effects);
}

/// The grid has the activated documents and codes.
fn grid_again(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.grid.loaded {
        super::grid::ask(model, effects);
    }
}
