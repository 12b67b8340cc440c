//! The data sheet: documents, cases or persons with their variables, a column each.

use super::material::{Material, SUPPRESSED};
use crate::model::table::{Cell, Column, ColumnKind, Table, Value};
use crate::model::variables::{Disclosure, Entity, Owner, Variable, VariableKind};
use crate::tr;

/// A data sheet as a table: written to a file, it can be imported again. With `published`, what has been written for
/// publication stands in columns of its own.
pub fn table(material: &Material<'_>, entity: Entity, published: bool) -> Table {
    let variables: Vec<&Variable> =
        material.variables.iter().filter(|variable| variable.entity == entity).collect();
    let mut columns = attributes(entity);
    for variable in &variables {
        let kind = match variable.kind {
            VariableKind::Integer | VariableKind::Decimal => ColumnKind::Number,
            _ => ColumnKind::Short,
        };
        columns.push(Column::new(&variable.name, &variable.name, kind));
        if published {
            let title = tr!("table-column-published", name = variable.name.clone());
            columns.push(Column::new(&format!("{}:published", variable.name), title, ColumnKind::Short));
        }
    }
    let rows = material.owners(entity).into_iter().map(|owner| {
        let mut row = attribute_cells(material, owner);
        for variable in &variables {
            let value = material.attributes.own(variable.id, owner);
            let working = value.map(|value| value.working.as_str()).filter(|text| !text.is_empty());
            row.push(cell(working.map_or(Value::Empty, |text| variable.shown(text))));
            if published {
                row.push(cell(match value.and_then(|value| value.published.as_deref()) {
                    None => Value::Empty,
                    Some("") => Value::Said { stored: "-".to_owned(), shown: SUPPRESSED.to_owned() },
                    Some(text) => Value::Text(text.to_owned()),
                }));
            }
        }
        row
    });
    let rows = rows.collect();
    let mut notes = Vec::new();
    for disclosure in [Disclosure::Recoded, Disclosure::Never] {
        let names: Vec<&str> = variables
            .iter()
            .filter(|variable| variable.disclosure == disclosure)
            .map(|variable| variable.name.as_str())
            .collect();
        if !names.is_empty() {
            let names = names.join(", ");
            notes.push(match disclosure {
                Disclosure::Never => tr!("table-never-published", names = names),
                _ => tr!("table-only-recoded", names = names),
            });
        }
    }
    let (name, title) = match entity {
        Entity::Document => ("document-variables", tr!("table-document-variables")),
        Entity::Case => ("case-variables", tr!("table-case-variables")),
        Entity::Person => ("person-variables", tr!("table-person-variables")),
    };
    Table { name: name.to_owned(), title, columns, rows, notes, frozen: 1 }
}

fn cell(value: Value) -> Cell {
    Cell { value, places: Vec::new() }
}

fn attributes(entity: Entity) -> Vec<Column> {
    let column = |key: &str, title: String| Column::new(key, title, ColumnKind::Short);
    match entity {
        Entity::Document => vec![
            column("label", tr!("table-label")),
            column("title", tr!("table-title")),
            column("group", tr!("table-group")),
            column("case", tr!("table-case")),
        ],
        Entity::Case => {
            vec![column("case", tr!("table-case")), column("interviews", tr!("table-interviews"))]
        }
        Entity::Person => vec![
            column("person", tr!("table-person")),
            column("interviews", tr!("table-interviews")),
            column("case", tr!("table-case")),
        ],
    }
}

fn attribute_cells(material: &Material<'_>, owner: Owner) -> Vec<Cell> {
    let labels = || {
        let documents = material.documents_of(owner);
        documents.iter().map(|document| document.label.as_str()).collect::<Vec<_>>().join(", ")
    };
    let cases = || {
        let names = material.attributes.relations().related(owner, Entity::Case);
        let name = |owner: &Owner| {
            material.cases.iter().find(|case| Owner::Case(case.id) == *owner).map(|case| case.name.as_str())
        };
        names.iter().filter_map(name).collect::<Vec<_>>().join(", ")
    };
    let first = |name: &str| material.leading(Cell::text(name), owner);
    match owner {
        Owner::Document(id) => match material.document(id) {
            Some(document) => vec![
                first(&document.label),
                Cell::text(&document.title),
                Cell::text(document.group.clone().unwrap_or_default()),
                Cell::text(cases()),
            ],
            None => Vec::new(),
        },
        Owner::Case(id) => {
            let case = material.cases.iter().find(|case| case.id == id);
            vec![first(case.map_or("", |case| &case.name)), Cell::text(labels())]
        }
        Owner::Person(id) => {
            let person = material.persons.iter().find(|person| person.id == id);
            vec![first(person.map_or("", |person| &person.name)), Cell::text(labels()), Cell::text(cases())]
        }
    }
}
