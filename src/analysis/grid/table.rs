//! The grid as a table, how far it is, and what waits.

use std::collections::HashMap;

use super::{Grid, Level, Part, Row, RowOf};
use crate::analysis::material::{self, Material};
use crate::model::codes::CodeTree;
use crate::model::codings::Segment;
use crate::model::documents::Document;
use crate::model::summaries::{CellState, Condensed};
use crate::model::table::{Block, BlockKind, Cell, Column, ColumnKind, Place, Table, Value};
use crate::model::variables::{Entity, Owner, Variable};
use crate::model::{CodeId, DocumentId};
use crate::text::citations::{Pattern, Reference};
use crate::tr;

/// What a cell of the exported grid shows, and what stands around the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    pub summaries: bool,
    pub segments: bool,
    /// What is known of cells without segments.
    pub states: bool,
    /// Summaries of documents, codes and cases, at the edges.
    pub condensed: bool,
    /// Title, group and analysis set of each row.
    pub headings: bool,
    /// Codes as rows, documents as columns.
    pub transposed: bool,
    /// Variables stand in the first column, under the name.
    pub in_first: bool,
}

impl Default for Shown {
    fn default() -> Self {
        Shown {
            summaries: true,
            segments: true,
            states: true,
            condensed: true,
            headings: true,
            transposed: false,
            in_first: false,
        }
    }
}

/// Which variables stand beside the rows.
#[derive(Clone, Copy)]
pub struct Attributes<'a> {
    pub material: &'a Material<'a>,
    pub variables: &'a [&'a Variable],
    pub shown: material::Shown,
}

/// What is said of a row beside its cells.
struct Field {
    column: Column,
    cells: Vec<Cell>,
    /// It is left out where the rows become columns.
    upright: bool,
    /// What stands below the rows: the summary of a code.
    foot: Cell,
}

impl Field {
    fn new(column: Column, cells: Vec<Cell>) -> Field {
        Field { column, cells, upright: false, foot: Cell::default() }
    }
}

/// The grid as a table.
pub fn table(
    grid: &Grid,
    documents: &[Document],
    tree: &CodeTree,
    pattern: &Pattern,
    shown: Shown,
    attributes: Option<Attributes<'_>>,
) -> Table {
    let known: HashMap<DocumentId, &Document> =
        documents.iter().map(|document| (document.id, document)).collect();
    let cited = |document: DocumentId| {
        let label = known.get(&document).map_or("", |document| document.label.as_str());
        pattern.bundle(&[Reference { label: label.to_owned(), paragraphs: None }])
    };
    let mut fields = fields(grid, shown, attributes);
    let (name, title) = match grid.unit {
        Entity::Document => ("document", tr!("table-document")),
        Entity::Case => ("case", tr!("table-case")),
        Entity::Person => ("person", tr!("table-person")),
    };
    // Rows that are put together are called by what they have in common.
    let together = grid.rows.iter().any(|row| row.of == RowOf::Class);
    let (name, title) = match &grid.by {
        Some(by) if together => ("group", by.clone()),
        _ => (name, title),
    };
    let names = grid.rows.iter().map(|row| {
        let mut lines = vec![row.name.clone()];
        if shown.in_first {
            lines.extend(attributes.iter().flat_map(|attributes| in_first(*attributes, row)));
        }
        let cell = Cell::text(lines.join("\n"));
        row.documents.iter().fold(cell, |cell, document| cell.at(material::place(*document)))
    });
    let first = Field::new(Column::new(name, title, ColumnKind::Short), names.collect());
    for &code in &grid.codes {
        let cells = grid.rows.iter().map(|row| {
            // Where a row has several interviews, each summary says of which it is.
            let named = row.documents.len() > 1 || !matches!(row.of, RowOf::Document(_));
            let cite = |document| if named { cited(document) } else { String::new() };
            cell(&grid.parts(row, code), shown, cite)
        });
        let column = Column::new(tree.path(code), tree.path(code), ColumnKind::Long);
        let foot = foot(grid, code, shown);
        fields.push(Field { foot, ..Field::new(column, cells.collect()) });
    }
    fields.extend(edge(grid, shown, cited));
    let mut notes = grid.notes.clone();
    notes.push(level_words(&grid.level()));
    let of_values = attributes.filter(|attributes| grid.by_value || !attributes.variables.is_empty());
    notes.extend(of_values.map(|attributes| attributes.shown.note()));
    let (columns, rows) = match shown.transposed {
        true => lying(grid, first, fields),
        false => upright(first, fields),
    };
    Table { name: "summary-grid".into(), title: tr!("table-grid-title"), columns, rows, notes, frozen: 1 }
}

/// What is known of each row before its cells.
fn fields(grid: &Grid, shown: Shown, attributes: Option<Attributes<'_>>) -> Vec<Field> {
    let text = |key: &str, title: String, of: &dyn Fn(&Row) -> String| Field {
        upright: true,
        ..Field::new(
            Column::new(key, title, ColumnKind::Short),
            grid.rows.iter().map(|row| Cell::text(of(row))).collect(),
        )
    };
    let mut fields = Vec::new();
    if shown.headings {
        let title = match grid.unit {
            Entity::Document => ("title", tr!("table-title")),
            _ => ("interviews", tr!("table-interviews")),
        };
        fields.push(text(title.0, title.1, &|row| row.title.clone()));
        fields.push(text("group", tr!("table-group"), &|row| row.group.clone()));
        // A CSV has no notes: each row says whose codings count.
        fields.push(text("analysis_set", tr!("table-analysis-set"), &|row| coders(grid, row)));
    }
    let arranged = grid.rows.iter().any(|row| row.class.is_some() && row.of != RowOf::Class);
    if let Some(by) = grid.by.as_ref().filter(|_| arranged) {
        let class = |row: &Row| row.class.as_ref().map_or(String::new(), |(_, title)| title.clone());
        fields.insert(0, Field { upright: false, ..text("class", by.clone(), &class) });
    }
    if let Some(attributes) = attributes.filter(|_| !shown.in_first) {
        for variable in attributes.variables {
            let cell = |row: &Row| Cell { value: value(attributes, variable, row), places: Vec::new() };
            let column = Column::new(&variable.name, &variable.name, ColumnKind::Short);
            fields.push(Field::new(column, grid.rows.iter().map(cell).collect()));
        }
    }
    fields
}

fn coders(grid: &Grid, row: &Row) -> String {
    let mut names: Vec<&str> =
        row.documents.iter().filter_map(|id| grid.coders.get(id)).map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}

/// What a variable says of a row: of a case what its interviews, persons or itself have, each once.
fn value(attributes: Attributes<'_>, variable: &Variable, row: &Row) -> Value {
    let owners = match row.of {
        RowOf::Document(id) => vec![Owner::Document(id)],
        RowOf::Case(id) => vec![Owner::Case(id)],
        RowOf::Person(id) => vec![Owner::Person(id)],
        RowOf::Class => row.documents.iter().copied().map(Owner::Document).collect(),
    };
    let mut values: Vec<Value> = Vec::new();
    for owner in owners {
        for found in attributes.material.attributes.all(variable, owner) {
            let value = material::shown(variable, found, attributes.shown);
            if !values.contains(&value) {
                values.push(value);
            }
        }
    }
    material::several(values)
}

/// Variables as lines under a name: `level: Land`.
fn in_first(attributes: Attributes<'_>, row: &Row) -> Vec<String> {
    let line = |variable: &&Variable| {
        let value = value(attributes, variable, row);
        (!value.is_empty()).then(|| format!("{}: {}", variable.name, value.plain()))
    };
    attributes.variables.iter().filter_map(line).collect()
}

/// The summaries of documents and cases, where there are any.
fn edge(grid: &Grid, shown: Shown, cited: impl Fn(DocumentId) -> String) -> Option<Field> {
    let block =
        |text: &str, citation: String| Block { kind: BlockKind::Summary, text: text.to_owned(), citation };
    let cells: Vec<Cell> = grid
        .rows
        .iter()
        .map(|row| {
            let mut blocks = Vec::new();
            if let RowOf::Case(id) = row.of
                && let Some(whole) = grid.condensed(Condensed::Case(id))
            {
                blocks.push(block(&whole.text, String::new()));
            }
            let named = !matches!(row.of, RowOf::Document(_));
            for &document in &row.documents {
                if let Some(one) = grid.condensed(Condensed::Document(document)) {
                    blocks.push(block(&one.text, if named { cited(document) } else { String::new() }));
                }
            }
            Cell { value: blocks_or_nothing(blocks), places: Vec::new() }
        })
        .collect();
    let any = cells.iter().any(|cell| !cell.value.is_empty());
    let column = Column::new("(summary)", tr!("table-grid-row-summary"), ColumnKind::Long);
    (any && shown.condensed && shown.summaries).then(|| Field::new(column, cells))
}

/// The summary of a code.
fn foot(grid: &Grid, code: CodeId, shown: Shown) -> Cell {
    let one = grid.condensed(Condensed::Code(code)).filter(|_| shown.condensed && shown.summaries);
    let block =
        one.map(|one| Block { kind: BlockKind::Summary, text: one.text.clone(), citation: String::new() });
    Cell { value: blocks_or_nothing(block.into_iter().collect()), places: Vec::new() }
}

fn blocks_or_nothing(blocks: Vec<Block>) -> Value {
    if blocks.is_empty() { Value::Empty } else { Value::Blocks(blocks) }
}

fn has_foot(fields: &[Field]) -> bool {
    fields.iter().any(|field| !field.foot.value.is_empty())
}

fn upright(first: Field, fields: Vec<Field>) -> (Vec<Column>, Vec<Vec<Cell>>) {
    let mut rows: Vec<Vec<Cell>> = first.cells.into_iter().map(|cell| vec![cell]).collect();
    if has_foot(&fields) {
        let shown = tr!("table-grid-code-summary");
        let value = Value::Said { stored: "(code summary)".to_owned(), shown };
        rows.push(vec![Cell { value, places: Vec::new() }]);
    }
    let mut columns = vec![first.column];
    for field in fields {
        columns.push(field.column);
        for (row, cell) in rows.iter_mut().zip(field.cells.into_iter().chain([field.foot])) {
            row.push(cell);
        }
    }
    (columns, rows)
}

fn lying(grid: &Grid, first: Field, fields: Vec<Field>) -> (Vec<Column>, Vec<Vec<Cell>>) {
    let foot = has_foot(&fields);
    let mut columns = vec![Column::new("code", tr!("table-code"), ColumnKind::Short)];
    for (row, cell) in grid.rows.iter().zip(&first.cells) {
        columns.push(Column::new(&row.key, cell.value.plain(), ColumnKind::Long));
    }
    if foot {
        columns.push(Column::new("(code summary)", tr!("table-grid-code-summary"), ColumnKind::Long));
    }
    let mut rows = Vec::new();
    for field in fields.into_iter().filter(|field| !field.upright) {
        let name = match field.column.key == field.column.title {
            true => Value::Text(field.column.title),
            false => Value::Said { stored: field.column.key, shown: field.column.title },
        };
        let mut row = vec![Cell { value: name, places: Vec::new() }];
        row.extend(field.cells);
        if foot {
            row.push(field.foot);
        }
        rows.push(row);
    }
    (columns, rows)
}

/// What a row has of a code.
fn cell(parts: &[Part<'_>], shown: Shown, cite: impl Fn(DocumentId) -> String) -> Cell {
    let mut blocks = Vec::new();
    let mut places = Vec::new();
    for part in parts {
        if let Some(state) = part.state.filter(|_| shown.states) {
            let citation = cite(part.document);
            blocks.push(Block { kind: BlockKind::State, text: state.words(), citation });
        }
        if let Some(summary) = part.summary.filter(|_| shown.summaries) {
            let citation = cite(part.document);
            blocks.push(Block { kind: BlockKind::Summary, text: summary.text.clone(), citation });
        }
        for segment in part.segments.iter().filter(|_| shown.segments) {
            blocks.push(Block {
                kind: BlockKind::Segment,
                text: segment.text.clone(),
                citation: segment.citation.clone(),
            });
            places.push(place(segment));
        }
    }
    Cell { value: blocks_or_nothing(blocks), places }
}

fn place(segment: &Segment) -> Place {
    Place {
        document: segment.coding.document,
        span: segment.coding.span,
        code: Some(segment.coding.code),
        coding: Some(segment.coding.id),
    }
}

/// `38 of 120 cells summarised; 14 with segments wait.`
pub fn level_words(level: &Level) -> String {
    let mut words =
        tr!("table-grid-level", summarised = level.summarised, cells = level.cells, waiting = level.waiting);
    for (count, state) in level.states.iter().zip(CellState::ALL).filter(|(count, _)| **count > 0) {
        words = format!("{words} {}", tr!("table-grid-state", count = *count, state = state.words()));
    }
    words
}

/// How far each row, each column and all of it is.
pub fn levels(grid: &Grid, tree: &CodeTree) -> Table {
    let number = |key: &str, title: String| Column::new(key, title, ColumnKind::Number);
    let mut columns = vec![
        Column::new("of", tr!("table-grid-of"), ColumnKind::Short),
        number("cells", tr!("table-grid-cells")),
        number("summarised", tr!("table-grid-summarised")),
        number("waiting", tr!("table-grid-waiting")),
    ];
    columns.extend(CellState::ALL.map(|state| number(state.name(), state.words())));
    columns.push(number("bare", tr!("table-grid-bare")));
    let row = |name: Cell, level: Level| {
        let mut row = vec![name];
        let numbers = [level.cells, level.summarised, level.waiting].into_iter();
        row.extend(numbers.chain(level.states).chain([level.bare]).map(|count| Cell::integer(count as i64)));
        row
    };
    let mut rows: Vec<Vec<Cell>> =
        grid.rows.iter().map(|one| row(Cell::text(&one.name), grid.row_level(one))).collect();
    rows.extend(grid.codes.iter().map(|&code| row(Cell::text(tree.path(code)), grid.column_level(code))));
    let all = Value::Said { stored: "(all)".to_owned(), shown: tr!("table-grid-all") };
    rows.push(row(Cell { value: all, places: Vec::new() }, grid.level()));
    let title = tr!("table-grid-level-title");
    Table { name: "grid-level".into(), title, columns, rows, notes: grid.notes.clone(), frozen: 1 }
}

/// The cells with segments and no summary.
pub fn waiting(grid: &Grid, documents: &[Document], tree: &CodeTree, pattern: &Pattern) -> Table {
    let known: HashMap<DocumentId, &Document> =
        documents.iter().map(|document| (document.id, document)).collect();
    let rows = grid.waiting().map(|(part, code)| {
        let document = known.get(&part.document);
        let name = document.map_or(String::new(), |document| pattern.name(&document.label));
        let places = part.segments.iter().map(|segment| place(segment)).collect();
        let count = Cell { value: Value::Integer(part.segments.len() as i64), places };
        vec![Cell::text(name), Cell::text(tree.path(code)), count]
    });
    Table {
        name: "grid-waiting".into(),
        title: tr!("table-grid-waiting-title"),
        columns: vec![
            Column::new("document", tr!("table-document"), ColumnKind::Short),
            Column::new("code", tr!("table-code"), ColumnKind::Short),
            Column::new("segments", tr!("table-grid-segments"), ColumnKind::Number),
        ],
        rows: rows.collect(),
        notes: grid.notes.clone(),
        frozen: 1,
    }
}
