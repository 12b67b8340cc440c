//! The documents pane: by groups, cases or sets; and what belongs to a set.

use super::table::ask_name;
use super::{codes, form, menu, table, variables};
use crate::model::GroupId;
use crate::model::sets::{Members, Set, SetOf};
use crate::tr;
use crate::tui::effect::Effect;
use crate::tui::model::overlay::{Choice, Menu, MenuItem, MenuKind};
use crate::tui::model::table::{MaterialWork, NameFor};
use crate::tui::model::{DividedBy, DocumentRow, Heading, Main, Model, Pane, ToastKind};

/// Lays the pane out anew; the cursor stays on `here`.
pub fn divide(model: &mut Model, here: Option<&DocumentRow>) {
    model.study.divide();
    let row = here.and_then(|row| model.study.row_of(row, model.documents.at));
    codes::set_document_cursor(model, row.unwrap_or(model.documents.at));
}

/// The cursor stands on the first document.
pub fn to_first(model: &mut Model) {
    let first = model.study.rows.iter().position(|row| matches!(row, DocumentRow::Document(_)));
    codes::set_document_cursor(model, first.unwrap_or(0));
}

/// By groups, by cases, by sets in turn; what there is none of is passed over.
pub fn next(model: &mut Model) {
    let here = model.study.rows.get(model.documents.at).cloned();
    let now = DividedBy::ALL.iter().position(|by| *by == model.study.divided_by).unwrap_or(0);
    let others = (1..=DividedBy::ALL.len()).filter_map(|step| DividedBy::ALL.get((now + step) % 3));
    let next = others.copied().find(|by| {
        *by == DividedBy::Group || *by == model.study.divided_by || !model.study.sections_by(*by).is_empty()
    });
    match next {
        Some(by) if by != model.study.divided_by => {
            model.study.divided_by = by;
            divide(model, here.as_ref());
        }
        _ => model.say(tr!("documents-only-groups"), ToastKind::Notice),
    }
}

/// What is under the cursor, as members of a set: a document, all of a section, a code with its subcodes, the row of a
/// table.
fn members(model: &Model) -> Option<Members> {
    match (model.pane, model.main) {
        (Pane::Codes, _) => {
            let tree = &model.study.tree;
            let code = model.code_at_cursor()?;
            Some(Members::Codes(tree.subtree(code).iter().map(|node| node.code.id).collect()))
        }
        (Pane::Documents, _) => match model.study.rows.get(model.documents.at)? {
            DocumentRow::Document(id) => Some(Members::Documents(vec![*id])),
            DocumentRow::Heading(of) => Some(Members::Documents(model.study.section(of)?.documents.clone())),
        },
        (Pane::Main, Main::Table) => {
            let row = model.table.row().and_then(|row| model.table.content.table.rows.get(row));
            let places = row.into_iter().flatten().flat_map(|cell| &cell.places);
            let mut ids: Vec<_> = places.map(|place| place.document).collect();
            ids.sort();
            ids.dedup();
            (!ids.is_empty()).then_some(Members::Documents(ids))
        }
        _ => model.document_at_cursor().map(|id| Members::Documents(vec![id])),
    }
}

/// Whether all of these are in a set already.
fn holds(set: &Set, members: &Members) -> bool {
    match (&set.members, members) {
        (Members::Documents(all), Members::Documents(these)) => these.iter().all(|id| all.contains(id)),
        (Members::Codes(all), Members::Codes(these)) => these.iter().all(|id| all.contains(id)),
        _ => false,
    }
}

/// Offers the sets that there are, to put what is here into one or take it out, and a new one.
pub fn ask_set(model: &mut Model) {
    let Some(members) = members(model) else {
        return model.say(tr!("need-document"), ToastKind::Notice);
    };
    let like = |set: &&Set| set.members.of() == members.of();
    let item = |set: &Set| {
        let inside = holds(set, &members);
        let (add, remove) = match inside {
            true => (None, Some(members.clone())),
            false => (Some(members.clone()), None),
        };
        let text = format!("{} {}", if inside { "✓" } else { " " }, set.name);
        let work = MaterialWork::ChangeSet { of: members.of(), id: set.id, add, remove };
        MenuItem { text, color: None, choice: Choice::Material(work) }
    };
    let mut items: Vec<MenuItem> = model.study.material.sets.iter().filter(like).map(item).collect();
    if items.is_empty() {
        return ask_name(model, NameFor::NewSet(members), "");
    }
    let title = tr!("menu-sets", count = members.len());
    let choice = Choice::Name(NameFor::NewSet(members));
    items.push(MenuItem { text: format!("  {}", tr!("menu-new-set")), color: None, choice });
    menu::open(model, Menu { kind: MenuKind::Material, title, items, cursor: Default::default() });
}

/// The heading under the cursor of the documents pane.
fn heading(model: &Model) -> Option<Heading> {
    match model.study.rows.get(model.documents.at).filter(|_| model.pane == Pane::Documents)? {
        DocumentRow::Heading(heading) => Some(heading.clone()),
        DocumentRow::Document(_) => None,
    }
}

fn group(model: &Model, name: &str) -> Option<GroupId> {
    model.study.material.groups.iter().find(|group| group.name == name).map(|group| group.id)
}

/// Asks for what a document is called, or for the name of the group, case or set under the cursor.
pub fn edit(model: &mut Model) {
    let (heading, document) = (heading(model), model.document_at_cursor());
    let name = heading.as_ref().and_then(|heading| model.study.section(heading));
    let name = name.map(|section| section.name.clone()).unwrap_or_default();
    match (heading, document) {
        (Some(Heading::Group(of)), _) => {
            if let Some(id) = group(model, &of) {
                ask_name(model, NameFor::Group(id), &name);
            }
        }
        (Some(Heading::Case(id)), _) => ask_name(model, NameFor::Case(id), &name),
        (Some(Heading::Set(id)), _) => ask_name(model, NameFor::Set(SetOf::Documents, id), &name),
        (None, Some(id)) => form::document(model, id, 0),
        (Some(Heading::Rest), _) | (None, None) => model.say(tr!("need-document"), ToastKind::Notice),
    }
}

/// Moves a group, case or set among the others; what stands in the pane above or below tells the place.
fn move_heading(model: &Model, heading: &Heading, steps: isize, effects: &mut Vec<Effect>) {
    let all = &model.study.sections;
    let at = all.iter().position(|section| section.heading == *heading);
    let to = at.and_then(|at| variables::moved(at, steps, all.len())).and_then(|to| all.get(to));
    let material = &model.study.material;
    let index = |name: &str| material.groups.iter().position(|group| group.name == name);
    let what = match (heading, to.map(|section| &section.heading)) {
        (Heading::Group(from), Some(Heading::Group(to))) => {
            group(model, from).zip(index(to)).map(|(id, to)| MaterialWork::MoveGroup(id, to))
        }
        (Heading::Case(from), Some(Heading::Case(to))) => {
            let to = material.cases.iter().position(|case| case.id == *to);
            to.map(|to| MaterialWork::MoveCase(*from, to))
        }
        (Heading::Set(from), Some(Heading::Set(to))) => {
            let mut sets = material.sets.iter().filter(|set| set.members.of() == SetOf::Documents);
            let to = sets.position(|set| set.id == *to);
            to.map(|to| MaterialWork::MoveSet(SetOf::Documents, *from, to))
        }
        _ => None,
    };
    if let Some(what) = what {
        table::material(effects, what);
    }
}

/// Moves a document in its group, or all that stands below a heading.
pub fn shift(model: &mut Model, steps: isize, effects: &mut Vec<Effect>) {
    if let Some(heading) = heading(model) {
        return move_heading(model, &heading, steps, effects);
    }
    if model.document_at_cursor().is_none() {
        return model.say(tr!("need-document"), ToastKind::Notice);
    }
    if model.study.divided_by != DividedBy::Group {
        return model.say(tr!("documents-order-groups"), ToastKind::Notice);
    }
    if let Some(id) = model.document_at_cursor() {
        table::move_document(model, id, steps, effects);
    }
}
