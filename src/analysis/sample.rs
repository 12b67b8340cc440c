//! The sample table: how many documents, cases or persons there are of each kind, by one or two variables in the rows
//! and one in the columns.

use super::material::{Class, Material, Shown};
use crate::model::table::{Cell, Column, ColumnKind, Table, Value};
use crate::model::variables::{Entity, Owner, Variable};
use crate::tr;

/// What the sample is described by.
#[derive(Debug, Clone)]
pub struct Sample<'a> {
    /// What is counted.
    pub unit: Entity,
    /// One variable, or two, of which the second is inside the first.
    pub rows: Vec<&'a Variable>,
    pub columns: Option<&'a Variable>,
    pub shown: Shown,
    /// Also what belongs to pretests.
    pub pretests: bool,
}

/// Each class once, in order.
fn classes(mut all: Vec<Class>) -> Vec<Class> {
    all.sort_by(Class::compare);
    all.dedup();
    all
}

/// One counted thing with its classes.
struct Counted {
    owner: Owner,
    rows: Vec<Class>,
    column: Option<Class>,
}

pub fn table(material: &Material<'_>, sample: &Sample<'_>) -> Table {
    let (all, apart): (Vec<Owner>, Vec<Owner>) = material
        .owners(sample.unit)
        .into_iter()
        .partition(|owner| sample.pretests || !material.is_pretest(*owner));
    let class = |variable: &Variable, owner| material.class(variable, owner, sample.shown);
    let counted: Vec<Counted> = all
        .iter()
        .map(|&owner| Counted {
            owner,
            rows: sample.rows.iter().map(|variable| class(variable, owner)).collect(),
            column: sample.columns.map(|variable| class(variable, owner)),
        })
        .collect();
    let across = classes(counted.iter().filter_map(|one| one.column.clone()).collect());
    let mut columns: Vec<Column> = sample
        .rows
        .iter()
        .map(|variable| Column::new(&variable.name, &variable.name, ColumnKind::Short))
        .collect();
    columns.extend(
        across.iter().map(|class| Column::new(&class.key(), class.heading().plain(), ColumnKind::Number)),
    );
    columns.push(Column::new("total", tr!("table-total"), ColumnKind::Number));

    let count = |of: &dyn Fn(&Counted) -> bool| -> Vec<Cell> {
        let cell = |column: Option<&Class>| {
            let found: Vec<&Counted> = counted
                .iter()
                .filter(|one| of(one) && column.is_none_or(|class| one.column.as_ref() == Some(class)))
                .collect();
            let number = i64::try_from(found.len()).unwrap_or(i64::MAX);
            found.iter().fold(Cell::integer(number), |cell, one| material.leading(cell, one.owner))
        };
        across.iter().map(Some).chain([None]).map(cell).collect()
    };
    let margin = |value: Value| Cell { value, places: Vec::new() };
    let total = || Value::Said { stored: "(total)".to_owned(), shown: tr!("table-total") };
    let mut rows = Vec::new();
    for outer in classes(counted.iter().filter_map(|one| one.rows.first().cloned()).collect()) {
        let inside = |one: &Counted| one.rows.first() == Some(&outer);
        let inner = classes(
            counted.iter().filter(|one| inside(one)).filter_map(|one| one.rows.get(1).cloned()).collect(),
        );
        for (at, class) in inner.iter().enumerate() {
            // The outer value stands once, before what is inside it.
            let mut row =
                vec![margin(if at == 0 { outer.heading() } else { Value::Empty }), margin(class.heading())];
            row.extend(count(&|one| inside(one) && one.rows.get(1) == Some(class)));
            rows.push(row);
        }
        let mut row = match inner.len() {
            0 => vec![margin(outer.heading())],
            _ => vec![margin(Value::Empty), margin(total())],
        };
        row.extend(count(&inside));
        rows.push(row);
    }
    let mut last: Vec<Cell> = sample.rows.iter().map(|_| Cell::default()).collect();
    if let Some(first) = last.first_mut() {
        first.value = total();
    }
    last.extend(count(&|_| true));
    rows.push(last);

    let unit = sample.unit.name();
    let mut notes = vec![tr!("table-sample-n", unit = unit, count = all.len())];
    // Nothing else says what the columns are classes of.
    if let Some(columns) = sample.columns {
        let rows = sample.rows.iter().map(|variable| variable.name.as_str()).collect::<Vec<_>>().join(", ");
        notes.push(tr!("table-sample-by", rows = rows, columns = columns.name.clone()));
    }
    notes.push(sample.shown.note());
    if !apart.is_empty() {
        notes.push(tr!("table-pretests-apart", count = apart.len(), unit = unit));
    }
    Table {
        name: "sample".to_owned(),
        title: tr!("table-sample-title"),
        columns,
        rows,
        notes,
        frozen: sample.rows.len(),
    }
}
