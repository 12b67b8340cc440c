//! The columns and rows of a data sheet: variables are added, changed and moved, cases and persons moved.

use super::table::{material, meant};
use super::{form, table};
use crate::model::variables::{Disclosure, Entity, Owner, Variable, VariableKind};
use crate::ops::variables::NewVariable;
use crate::tr;
use crate::tui::effect::Effect;
use crate::tui::model::overlay::{Field, Form, FormKind};
use crate::tui::model::table::{ColumnOf, MaterialWork, Report, RowOf};
use crate::tui::model::{Model, ToastKind};

/// Asks for a new variable, or for what the one of the column is to become.
pub fn ask(model: &mut Model, change: bool) {
    let Some(Report::Sheet { entity, .. }) = model.table.report else {
        return model.say(tr!("table-only-sheet"), ToastKind::Notice);
    };
    let now = model.table.variable().filter(|_| change).cloned();
    if change && now.is_none() {
        return model.say(tr!("table-no-variable"), ToastKind::Notice);
    }
    let kind = now.as_ref().map(|variable| variable.kind).unwrap_or_default();
    let disclosure = now.as_ref().map(|variable| variable.disclosure).unwrap_or_default();
    let name = now.as_ref().map_or("", |variable| variable.name.as_str()).to_owned();
    let kind_words = |kind: VariableKind| tr!(&format!("variable-kind-{}", kind.name()));
    let entity_words = |entity: Entity| tr!(&format!("variable-of-{}", entity.name()));
    let way_words = |way: Disclosure| tr!(&format!("disclosure-{}", way.name()));
    let kinds = VariableKind::ALL.map(kind_words).join(", ");
    let entities = Entity::ALL.map(entity_words).join(", ");
    let ways = Disclosure::ALL.map(way_words).join(", ");
    let fields = vec![
        Field::new(tr!("field-name"), &name, false),
        Field::new(tr!("field-kind", kinds = kinds), &kind_words(kind), false),
        Field::new(tr!("field-entity", entities = entities), &entity_words(entity), false),
        Field::new(tr!("field-disclosure", ways = ways), &way_words(disclosure), false),
    ];
    let title = if change { tr!("form-variable") } else { tr!("form-new-variable") };
    form::open(model, Form::new(FormKind::Variable { now }, title, fields));
}

/// What the form asks for; none, and said, where something is not understood.
pub fn typed(model: &mut Model, texts: &[String], now: Option<Variable>) -> Option<MaterialWork> {
    let text = |at: usize| texts.get(at).map(|text| text.trim()).unwrap_or_default();
    let words = |key: &str, name: &str| [tr!(&format!("{key}-{name}")), name.to_owned()];
    let kind = meant(&VariableKind::ALL, text(1), |kind| words("variable-kind", kind.name()));
    let entity = meant(&Entity::ALL, text(2), |one| words("variable-of", one.name()));
    let disclosure = meant(&Disclosure::ALL, text(3), |one| words("disclosure", one.name()));
    let (Some(kind), Some(entity), Some(disclosure)) = (kind, entity, disclosure) else {
        model.say(tr!("variable-unclear"), ToastKind::Error);
        return None;
    };
    let new = NewVariable { name: text(0).to_owned(), kind, entity, disclosure };
    Some(match now {
        Some(variable) => MaterialWork::ChangeVariable { variable, new },
        None => MaterialWork::AddVariable(new),
    })
}

/// Moves the variable of the column among those of the sheet; the cursor goes along.
pub fn shift(model: &mut Model, steps: isize, effects: &mut Vec<Effect>) {
    let Some(variable) = model.table.variable().map(|variable| variable.id) else {
        return model.say(tr!("table-no-variable"), ToastKind::Notice);
    };
    let columns = model.table.content.columns.iter().filter_map(|column| match column {
        ColumnOf::Value { variable, published: false } => Some(variable.id),
        ColumnOf::Value { .. } | ColumnOf::Attribute | ColumnOf::Code(_) => None,
    });
    let all: Vec<_> = columns.collect();
    if let Some(to) = all.iter().position(|id| *id == variable).and_then(|at| moved(at, steps, all.len())) {
        material(effects, MaterialWork::MoveVariable(variable, to));
    }
}

/// Moves the case, person, set or document of the row; the cursor goes along.
pub fn shift_row(model: &mut Model, steps: isize, effects: &mut Vec<Effect>) {
    if model.table.sort.is_some() {
        return model.say(tr!("table-is-sorted"), ToastKind::Notice);
    }
    let row = model.table.row_of();
    if let RowOf::Owner(Owner::Document(id)) = row {
        return table::move_document(model, id, steps, effects);
    }
    // Sets of documents and of codes have an order each.
    let like = |other: &&RowOf| match (row, other) {
        (RowOf::Set(of, _), RowOf::Set(other, _)) => of == *other,
        _ => true,
    };
    let all: Vec<RowOf> = model.table.content.rows.iter().filter(like).copied().collect();
    let to = all.iter().position(|other| *other == row).and_then(|at| moved(at, steps, all.len()));
    let Some(to) = to else { return };
    match row {
        RowOf::Owner(Owner::Case(id)) => material(effects, MaterialWork::MoveCase(id, to)),
        RowOf::Owner(Owner::Person(id)) => material(effects, MaterialWork::MovePerson(id, to)),
        RowOf::Set(of, id) => material(effects, MaterialWork::MoveSet(of, id, to)),
        RowOf::Owner(Owner::Document(_))
        | RowOf::Difference(_)
        | RowOf::Judged(_)
        | RowOf::Revisit(..)
        | RowOf::Standing(_)
        | RowOf::Operation(_)
        | RowOf::Memo(_)
        | RowOf::Version(_)
        | RowOf::Nobody => {
            model.say(tr!("table-no-rows"), ToastKind::Notice);
        }
    }
}

/// Where something at `at` of `len` comes to stand; none: it is at the end already.
pub fn moved(at: usize, steps: isize, len: usize) -> Option<usize> {
    let to = at.saturating_add_signed(steps).min(len.saturating_sub(1));
    (to != at).then_some(to)
}
