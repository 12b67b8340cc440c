//! The Summary Grid of the project, as the analysis set has it.

use std::collections::HashMap;

use crate::analysis::crosstab::Group;
use crate::analysis::grid::{self, Attributes, Contents, Grid, Row, RowOf, Shown};
use crate::analysis::material::{Material, Shown as Values};
use crate::error::Result;
use crate::model::documents::Document;
use crate::model::table::Table;
use crate::model::variables::{Entity, Owner, Variable};
use crate::model::{CodeId, CoderId, DocumentId, VariableId};
use crate::ops::material::Loaded;
use crate::ops::matrix;
use crate::ops::retrieve::{self, SegmentQuery};
use crate::ops::summaries::counting;
use crate::store::{Project, cell_states, coders, codes, summaries, variables};
use crate::tr;

/// Which grid; none means all.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GridQuery {
    pub documents: Option<Vec<DocumentId>>,
    pub codes: Option<Vec<CodeId>>,
    /// Cells also show the segments of their code's subcodes.
    pub with_subcodes: bool,
    /// A coder's own work instead of the analysis set.
    pub coder: Option<CoderId>,
    /// Documents; cases or persons, where documents of none stand for themselves.
    pub rows: Entity,
    /// By what rows are arranged, or with `together` made one.
    pub by: Option<Common>,
    pub together: bool,
    /// Values of variables are those that the researchers work with, not those that may be published.
    pub working: bool,
}

impl GridQuery {
    fn values(&self) -> Values {
        if self.working { Values::Working } else { Values::Published }
    }
}

/// What documents can have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Common {
    /// Their group.
    Group,
    /// The sets they are in.
    Set,
    /// The value of a variable.
    Variable(VariableId),
}

impl Common {
    /// By what a person typed: `group`, `set` or a variable's name.
    pub fn find(project: &Project, typed: &str) -> Result<Common> {
        match typed.trim() {
            "group" => Ok(Common::Group),
            "set" => Ok(Common::Set),
            name => Ok(Common::Variable(Loaded::new(project)?.variable(name)?.id)),
        }
    }
    fn words(self, project: &Project) -> Result<String> {
        match self {
            Common::Group => Ok(tr!("table-group")),
            Common::Set => Ok(tr!("cli-column-set")),
            Common::Variable(id) => Ok(variables::get(&project.read(), id)?.name),
        }
    }
}

/// The grid as data.
pub fn grid(project: &Project, query: &GridQuery) -> Result<Grid> {
    let reader = project.read();
    let tree = codes::tree(&reader)?;
    let loaded = Loaded::read(&reader)?;
    let wanted = |document: &&Document| match &query.documents {
        Some(ids) => ids.contains(&document.id),
        None => true,
    };
    let chosen: Vec<&Document> = loaded.documents.iter().filter(wanted).collect();
    let ids: Vec<DocumentId> = chosen.iter().map(|document| document.id).collect();
    let columns = match &query.codes {
        Some(ids) => ids.clone(),
        None => tree.nodes().iter().map(|node| node.code.id).collect(),
    };
    let retrieved = retrieve::segments(
        project,
        &SegmentQuery {
            codes: Some(columns.clone()),
            with_subcodes: query.with_subcodes,
            documents: Some(ids),
            coder: query.coder,
        },
    )?;
    let set = retrieve::whose(&reader, query.coder)?;
    let mut contents = Contents {
        segments: retrieved.segments,
        summaries: summaries::list(&reader)?,
        states: cell_states::list(&reader)?,
        condensed: counting(project, query.coder)?,
    };
    contents.summaries.retain(|summary| set.counts(summary.document, summary.coder));
    contents.states.retain(|state| set.counts(state.document, state.coder));
    let material = loaded.material();
    let mut rows = rows(&material, query.rows, &chosen);
    let mut by = None;
    if let Some(common) = query.by {
        by = Some(common.words(project)?);
        let classes = classes(project, &loaded, common, &chosen, query.values())?;
        rows = match query.together {
            true => classes.iter().map(|class| together(&material, class, &chosen)).collect(),
            false => classes.iter().flat_map(|class| within(&rows, class)).collect(),
        };
        rows.retain(|row| !row.documents.is_empty());
    }
    let mut grid = Grid::new(rows, columns, contents, query.with_subcodes.then_some(&tree));
    grid.unit = query.rows;
    grid.by = by;
    grid.by_value = matches!(query.by, Some(Common::Variable(_)));
    grid.notes = retrieved.notes;
    let names: HashMap<CoderId, String> =
        coders::list(&reader)?.into_iter().map(|coder| (coder.id, coder.name)).collect();
    grid.coders = set
        .chosen
        .iter()
        .filter_map(|(document, choice)| Some((*document, names.get(&choice.coder)?.clone())))
        .collect();
    Ok(grid)
}

/// A row for each document; or for each case or person that has some of them, then for each document that is of none.
fn rows(material: &Material<'_>, unit: Entity, documents: &[&Document]) -> Vec<Row> {
    let document = |document: &&Document| Row {
        of: RowOf::Document(document.id),
        key: document.label.clone(),
        name: material.name_of_document(document),
        title: document.title.clone(),
        group: document.group.clone().unwrap_or_default(),
        class: None,
        documents: vec![document.id],
        speaks: HashMap::new(),
    };
    if unit == Entity::Document {
        return documents.iter().map(document).collect();
    }
    let mut rows: Vec<Row> = Vec::new();
    for owner in material.owners(unit) {
        let of_owner = material.documents_of(owner);
        let own: Vec<&Document> =
            documents.iter().copied().filter(|one| of_owner.iter().any(|other| other.id == one.id)).collect();
        let (of, name) = match owner {
            Owner::Case(id) => {
                let case = material.cases.iter().find(|case| case.id == id);
                (RowOf::Case(id), case.map(|case| case.name.clone()))
            }
            Owner::Person(id) => {
                let person = material.persons.iter().find(|person| person.id == id);
                (RowOf::Person(id), person.map(|person| person.name.clone()))
            }
            Owner::Document(_) => continue,
        };
        let mut speaks: HashMap<DocumentId, Vec<String>> = HashMap::new();
        if let Owner::Person(id) = owner {
            for speaker in material.speakers.iter().filter(|speaker| speaker.person == Some(id)) {
                speaks.entry(speaker.document).or_default().push(speaker.label.clone());
            }
        }
        if !own.is_empty() {
            rows.push(Row { of, speaks, ..several(material, name.unwrap_or_default(), &own) });
        }
    }
    let seen = |id: DocumentId| rows.iter().any(|row| row.documents.contains(&id));
    let alone: Vec<Row> = documents.iter().filter(|one| !seen(one.id)).map(document).collect();
    rows.extend(alone);
    rows
}

/// A row of several documents.
fn several(material: &Material<'_>, name: String, documents: &[&Document]) -> Row {
    let names: Vec<String> = documents.iter().map(|one| material.name_of_document(one)).collect();
    let mut groups: Vec<&str> = documents.iter().filter_map(|one| one.group.as_deref()).collect();
    groups.dedup();
    Row {
        of: RowOf::Class,
        key: name.clone(),
        name,
        title: names.join(", "),
        group: groups.join(", "),
        class: None,
        documents: documents.iter().map(|document| document.id).collect(),
        speaks: HashMap::new(),
    }
}

/// The documents by what they have in common.
fn classes(
    project: &Project,
    loaded: &Loaded,
    common: Common,
    documents: &[&Document],
    values: Values,
) -> Result<Vec<Group>> {
    let chosen: Vec<Document> = documents.iter().copied().cloned().collect();
    Ok(match common {
        Common::Group => matrix::by_group(&chosen),
        Common::Set => matrix::by_set(project, &[])?,
        Common::Variable(id) => {
            let variable = variables::get(&project.read(), id)?;
            matrix::by_variable(&loaded.material(), &variable, &chosen, values)
        }
    })
}

fn together(material: &Material<'_>, class: &Group, documents: &[&Document]) -> Row {
    let own: Vec<&Document> =
        documents.iter().copied().filter(|document| class.documents.contains(&document.id)).collect();
    let row = several(material, class.title.clone(), &own);
    Row { key: class.key.clone(), class: Some((class.key.clone(), class.title.clone())), ..row }
}

/// The rows of a class: of a case those of its interviews that are in it.
fn within<'a>(rows: &'a [Row], class: &'a Group) -> impl Iterator<Item = Row> + 'a {
    rows.iter().map(|row| {
        let mut row = row.clone();
        row.documents.retain(|document| class.documents.contains(document));
        row.class = Some((class.key.clone(), class.title.clone()));
        row
    })
}

/// The grid as a table; with variables beside the rows, in the order in which they are named.
pub fn table(project: &Project, query: &GridQuery, shown: Shown, beside: &[VariableId]) -> Result<Table> {
    table_of(project, &grid(project, query)?, query, shown, beside)
}

/// A grid that was read as a table.
pub fn table_of(
    project: &Project,
    grid: &Grid,
    query: &GridQuery,
    shown: Shown,
    beside: &[VariableId],
) -> Result<Table> {
    let reader = project.read();
    let loaded = Loaded::read(&reader)?;
    let material = loaded.material();
    let known = |id: &VariableId| loaded.variables.iter().find(|variable| variable.id == *id);
    let chosen: Vec<&Variable> = beside.iter().filter_map(known).collect();
    let attributes = Attributes { material: &material, variables: &chosen, shown: query.values() };
    let tree = codes::tree(&reader)?;
    Ok(grid::table(grid, &loaded.documents, &tree, &loaded.pattern, shown, Some(attributes)))
}
