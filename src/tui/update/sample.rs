//! The sample table: by which variables it is counted.

use super::{form, table};
use crate::model::cases::same_name;
use crate::model::variables::{Entity, Variable, VariableKind};
use crate::tr;
use crate::tui::model::overlay::{Field, Form, FormKind};
use crate::tui::model::table::SampleBy;
use crate::tui::model::{Model, ToastKind};

/// By which variables the sample is counted, and what.
pub fn ask(model: &mut Model) {
    let content = &model.table.content;
    let by = &content.sample;
    // Days and times sort into no classes; they may be typed all the same.
    let sorts = |variable: &&Variable| !matches!(variable.kind, VariableKind::Date | VariableKind::Duration);
    let names: Vec<&str> =
        content.variables.iter().filter(sorts).map(|variable| variable.name.as_str()).collect();
    let units = Entity::ALL.map(|unit| tr!(&format!("sample-of-{}", unit.name()))).join(", ");
    let unit = tr!(&format!("sample-of-{}", by.unit.name()));
    let fields = vec![
        Field::new(tr!("field-sample-rows", names = names.join(", ")), &by.rows.join(", "), false),
        Field::new(tr!("field-sample-columns"), by.columns.as_deref().unwrap_or_default(), false),
        Field::new(tr!("field-sample-of", units = units), &unit, false),
    ];
    form::open(model, Form::new(FormKind::Sample, tr!("form-sample"), fields));
}

/// The sample table that was typed; where something is not understood, it is said, and the prompt stays.
pub fn read(model: &mut Model, texts: &[String], published: bool) -> Option<SampleBy> {
    let typed = |at: usize| texts.get(at).map(|text| text.trim()).unwrap_or_default();
    let variables = &model.table.content.variables;
    let find = |name: &str| {
        let known = variables.iter().find(|one| same_name(&one.name, name.trim()));
        known.map(|one| one.id).ok_or_else(|| name.trim().to_owned())
    };
    let rows: Result<Vec<_>, _> =
        typed(0).split([',', ';']).filter(|name| !name.trim().is_empty()).map(find).collect();
    let columns = Some(typed(1)).filter(|name| !name.is_empty()).map(find).transpose();
    let words = |unit: Entity| [tr!(&format!("sample-of-{}", unit.name())), unit.name().to_owned()];
    let unit = table::meant(&Entity::ALL, typed(2), words);
    let wrong = match (rows, columns, unit) {
        (Err(name), ..) | (_, Err(name), _) => tr!("error-no-such-variable", name = name),
        (Ok(rows), ..) if rows.len() > 2 => tr!("error-sample-rows"),
        (.., None) => tr!("sample-unclear"),
        (Ok(rows), Ok(columns), Some(unit)) => {
            let mut rows = rows.into_iter();
            return Some(SampleBy { unit, rows: [rows.next(), rows.next()], columns, published });
        }
    };
    model.say(wrong, ToastKind::Error);
    None
}
