//! The bridge to Summary Tables: reads one with what its cells are about, and keeps what the grid shows as one.

use crate::analysis::grid::{self, Shown};
use crate::error::Result;
use crate::model::history::Changed;
use crate::model::summaries::Condensed;
use crate::model::table::Table;
use crate::model::variables::{Entity, Owner};
use crate::model::{CodeId, DocumentId, SavedTableId};
use crate::ops;
use crate::ops::material::Loaded;
use crate::ops::saved_tables::{Resolved, TableChoice};
use crate::store::{Project, codes, saved_tables};
use crate::tui::model::GridRows;
use crate::tui::model::table::{Aim, ColumnOf, RowOf, Tabled};

/// What of the grid is kept as a Summary Table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keep {
    pub name: String,
    /// Names of variables as typed, separated by commas.
    pub variables: String,
    /// They stand in the first column.
    pub in_first: bool,
    pub documents: Option<Vec<DocumentId>>,
    pub codes: Option<Vec<CodeId>>,
    pub subcodes: bool,
    pub rows: GridRows,
    pub turned: bool,
    /// One of that name becomes this one.
    pub replace: bool,
}

/// Keeps it.
pub fn save(project: &mut Project, keep: Keep) -> Result<Changed> {
    let loaded = Loaded::new(project)?;
    let named = keep.variables.split(',').map(str::trim).filter(|name| !name.is_empty());
    let variables = named.map(|name| loaded.variable(name).map(|one| one.id)).collect::<Result<_>>()?;
    let choice = TableChoice {
        rows: keep.rows.unit,
        documents: keep.documents,
        codes: keep.codes,
        with_subcodes: keep.subcodes,
        variables,
        by: keep.rows.by,
        together: keep.rows.together,
        shown: Shown { transposed: keep.turned, in_first: keep.in_first, ..Shown::default() },
        ..TableChoice::default()
    };
    Ok(ops::saved_tables::save(project, &keep.name, &choice, keep.replace)?.changed)
}

fn resolved(project: &Project, id: SavedTableId, turned: bool) -> Result<Resolved> {
    let reader = project.read();
    let mut resolved = ops::saved_tables::resolve(&reader, &saved_tables::get(&reader, id)?)?;
    resolved.shown.transposed ^= turned;
    Ok(resolved)
}

/// The table alone.
pub fn table(project: &Project, id: SavedTableId, turned: bool) -> Result<Table> {
    ops::saved_tables::table(project, &resolved(project, id, turned)?)
}

/// What its cells are about, so that they can be edited in it.
pub fn aim(project: &Project, id: SavedTableId, turned: bool, tabled: &mut Tabled) -> Result<()> {
    let resolved = resolved(project, id, turned)?;
    let grid = ops::grid::grid(project, &resolved.query)?;
    let tree = codes::tree(&project.read())?;
    let code = |key: &str| grid.codes.iter().copied().find(|code| tree.path(*code) == key);
    let whole = |row: &grid::Row| match row.of {
        grid::RowOf::Document(id) => Aim::Whole(Condensed::Document(id)),
        grid::RowOf::Case(id) => Aim::Whole(Condensed::Case(id)),
        grid::RowOf::Person(_) | grid::RowOf::Class => Aim::Nothing,
    };
    // What stands where a row and a field meet; without a row it is the foot, that is the code's own summary.
    let meet = |row: Option<&grid::Row>, field: &str| match (row, code(field)) {
        (Some(row), Some(code)) => Aim::Cells(row.documents.clone(), code),
        (None, Some(code)) => Aim::Whole(Condensed::Code(code)),
        (Some(row), None) if field == "(summary)" => whole(row),
        _ => Aim::Nothing,
    };
    let keys: Vec<&str> = tabled.table.columns.iter().map(|column| column.key.as_str()).collect();
    let first = |cells: &Vec<crate::model::table::Cell>| match cells.first().map(|cell| &cell.value) {
        Some(crate::model::table::Value::Said { stored, .. }) => stored.clone(),
        Some(value) => value.plain(),
        None => String::new(),
    };
    tabled.aims = tabled
        .table
        .rows
        .iter()
        .enumerate()
        .map(|(line, cells)| {
            let field = first(cells);
            (0..keys.len())
                .map(|column| match (resolved.shown.transposed, column) {
                    (_, 0) => Aim::Nothing,
                    (true, column) => meet(grid.rows.get(column - 1), &field),
                    (false, column) => meet(grid.rows.get(line), keys.get(column).copied().unwrap_or("")),
                })
                .collect()
        })
        .collect();
    if !resolved.shown.transposed {
        values(project, &resolved, &grid, tabled)?;
    }
    Ok(())
}

/// Variables of documents, cases or persons, as the rows are, are edited as in a data sheet.
fn values(project: &Project, resolved: &Resolved, grid: &grid::Grid, tabled: &mut Tabled) -> Result<()> {
    let loaded = Loaded::new(project)?;
    let material = loaded.material();
    let of_row = |row: Option<&grid::Row>| match row.map(|row| row.of) {
        Some(grid::RowOf::Document(id)) => RowOf::Owner(Owner::Document(id)),
        Some(grid::RowOf::Case(id)) => RowOf::Owner(Owner::Case(id)),
        Some(grid::RowOf::Person(id)) => RowOf::Owner(Owner::Person(id)),
        Some(grid::RowOf::Class) | None => RowOf::Nobody,
    };
    tabled.rows = (0..tabled.table.rows.len()).map(|at| of_row(grid.rows.get(at))).collect();
    let entity = if resolved.query.together { None } else { Some(resolved.query.rows) };
    let column = |key: &str| {
        let known = loaded.variables.iter().find(|one| one.name == key && Some(one.entity) == entity);
        match known.filter(|one| resolved.variables.contains(&one.id)) {
            Some(variable) => ColumnOf::Value { variable: variable.clone(), published: false },
            None => ColumnOf::Attribute,
        }
    };
    tabled.columns = tabled.table.columns.iter().map(|one| column(&one.key)).collect();
    let stored = |row: &RowOf, column: &ColumnOf| match (row, column) {
        (RowOf::Owner(owner), ColumnOf::Value { variable, .. }) => {
            let value = material.attributes.own(variable.id, *owner);
            value.map(|value| value.working.clone()).unwrap_or_default()
        }
        _ => String::new(),
    };
    tabled.stored = tabled
        .rows
        .iter()
        .map(|row| tabled.columns.iter().map(|column| stored(row, column)).collect())
        .collect();
    // A row of another kind than the others (a document without a case) has no values of theirs.
    for row in &mut tabled.rows {
        let fits = matches!((&row, entity), (RowOf::Owner(owner), Some(entity)) if owner.entity() == entity);
        if !fits && entity != Some(Entity::Document) {
            *row = RowOf::Nobody;
        }
    }
    Ok(())
}
