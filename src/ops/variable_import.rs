//! Values of variables from a table: what it would bring, and bringing it.
//!
//! Rows are known by a document's label or file, a case or a person; the other columns are variables, `NAME (published)`
//! their published values. An empty cell leaves what is there; `-` suppresses a published value. Nothing is written
//! while a row is wrong, unless those are to be left out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::json;

use crate::error::{Error, Result};
use crate::formats::read::{Limits, files};
use crate::formats::values::{self, Row};
use crate::model::VariableId;
use crate::model::cases::{check_line, same_name};
use crate::model::history::{Done, OperationKind};
use crate::model::variables::{Disclosure, Entity, Owner, Variable, VariableKind, check_variable_name};
use crate::ops::variables::{NewVariable, ValueChange, insert, put};
use crate::store::{Project, Reader, Writer, cases, documents, persons, variables};
use crate::text::places::same_label;
use crate::tr;

/// What a row is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Label,
    File,
    Case,
    Person,
}

impl By {
    pub const ALL: [By; 4] = [By::Label, By::File, By::Case, By::Person];
    pub fn name(self) -> &'static str {
        match self {
            By::Label => "label",
            By::File => "file",
            By::Case => "case",
            By::Person => "person",
        }
    }
    pub fn from_name(name: &str) -> Option<By> {
        Self::ALL.into_iter().find(|by| by.name() == name)
    }
    pub fn entity(self) -> Entity {
        match self {
            By::Label | By::File => Entity::Document,
            By::Case => Entity::Case,
            By::Person => Entity::Person,
        }
    }
    /// What people call the column, in small letters.
    fn headings(self) -> &'static [&'static str] {
        match self {
            By::Label => &["label", "kennung", "document", "dokument", "interview", "nr", "no"],
            By::File => &["file", "datei", "filename", "file name", "dateiname"],
            By::Case => &["case", "fall"],
            By::Person => &["person", "interviewee", "name"],
        }
    }
}

/// Columns of exported tables that are no variables.
const ATTRIBUTES: [&str; 12] = [
    "title",
    "titel",
    "group",
    "gruppe",
    "case",
    "fall",
    "interviews",
    "documents",
    "dokumente",
    "persons",
    "personen",
    "stage",
];

/// A table as it was read: its first row holds the names of the columns.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    /// The file's name.
    pub name: String,
    pub rows: Vec<Row>,
}

impl Incoming {
    /// Reads a CSV, or the first sheet of a spreadsheet.
    pub fn load(file: &Path) -> Result<Incoming> {
        let (name, bytes) = files::load(file, &Limits::default())?;
        let rows = values::read(&name, &bytes)?;
        Ok(Incoming { name, rows })
    }
}

/// How to import.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// None: found by the headings.
    pub by: Option<By>,
    /// Kinds of new variables; the others are guessed.
    pub kinds: BTreeMap<String, VariableKind>,
    /// Cases and persons that are not in the project are added.
    pub add: bool,
    /// Rows that are wrong are left out, the others written.
    pub skip_errors: bool,
}

/// What a table would bring.
#[derive(Debug, Clone)]
pub struct Plan {
    pub by: By,
    pub columns: Vec<PlannedColumn>,
    /// Headings that are no variables.
    pub ignored: Vec<String>,
    pub values: Vec<PlannedValue>,
    /// Names of cases or persons that would be added.
    pub added: Vec<String>,
    /// Rows whose values are all there already.
    pub unchanged: usize,
    pub errors: Vec<RowError>,
}

impl Plan {
    /// The preview: what is wrong first, then what is new, then value by value.
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.errors.iter().map(|error| error.words()).collect();
        let new = self.columns.iter().filter(|column| column.variable.is_none() && !column.published);
        for column in new {
            let kind = tr!(&format!("variable-kind-{}", column.kind.name()));
            lines.push(tr!("import-new-variable", name = column.name.clone(), kind = kind));
        }
        if !self.added.is_empty() {
            lines.push(tr!("import-adds", by = self.by.name(), names = self.added.join(", ")));
        }
        if !self.ignored.is_empty() {
            lines.push(tr!("import-ignores", names = self.ignored.join(", ")));
        }
        for value in &self.values {
            let Some(column) = self.columns.get(value.column) else { continue };
            let name = match column.published {
                true => tr!("table-column-published", name = column.name.clone()),
                false => column.name.clone(),
            };
            let after = if value.after.is_empty() { SUPPRESSED.to_owned() } else { value.after.clone() };
            let change = match &value.before {
                Some(before) => format!("{before} → {after}"),
                None => after,
            };
            lines.push(format!("{}  {name}: {change}", value.whose));
        }
        lines
    }
}

/// A column of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedColumn {
    pub name: String,
    pub kind: VariableKind,
    pub published: bool,
    /// The variable, where there is one; it is made otherwise.
    pub variable: Option<VariableId>,
    at: usize,
}

/// A value that would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedValue {
    pub row: u64,
    /// Label or name of its owner.
    pub whose: String,
    owner: Option<Owner>,
    /// Index among the columns.
    pub column: usize,
    pub before: Option<String>,
    pub after: String,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    pub row: u64,
    pub column: Option<String>,
    pub message: String,
}

impl RowError {
    /// With its place: row 7, column size: …
    pub fn words(&self) -> String {
        match &self.column {
            Some(column) => tr!(
                "import-row-column",
                row = self.row,
                column = column.clone(),
                reason = self.message.clone()
            ),
            None => tr!("import-row", row = self.row, reason = self.message.clone()),
        }
    }
}

/// Suppresses a published value.
pub const SUPPRESSED: &str = "-";

/// A heading's variable, and whether it holds published values.
pub fn heading(text: &str) -> (&str, bool) {
    let text = text.trim();
    let endings = [":published", "(published)", "(veröffentlicht)"];
    match endings.into_iter().find_map(|ending| text.strip_suffix(ending)) {
        Some(name) => (name.trim(), true),
        None => (text, false),
    }
}

/// What a table would bring to the project as it is.
pub fn plan(reader: &Reader<'_>, table: &Incoming, options: &ImportOptions) -> Result<Plan> {
    let Some(Row { number: first, cells: head }) = table.rows.first() else { return Err(nothing(table)) };
    let (by, key) = key_column(table, head, options)?;
    let mut plan = Plan {
        by,
        columns: Vec::new(),
        ignored: Vec::new(),
        values: Vec::new(),
        added: Vec::new(),
        unchanged: 0,
        errors: Vec::new(),
    };
    columns(reader, &mut plan, table, key, options)?;
    if plan.columns.is_empty() && plan.errors.is_empty() {
        let hint = tr!("import-no-columns-hint");
        return Err(Error::invalid(tr!("import-no-columns", file = table.name.clone())).hint(hint));
    }
    let owners = owners(reader, by)?;
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let values = variables::values(reader)?;
    let known: BTreeMap<_, _> = values.iter().map(|value| ((value.variable, value.owner), value)).collect();
    for Row { number, cells } in table.rows.iter().filter(|row| row.number != *first) {
        let cell = |at: usize| cells.get(at).map_or("", |text| text.trim());
        let name = cell(key);
        let fail = |message: String| RowError { row: *number, column: None, message };
        if name.is_empty() {
            plan.errors.push(fail(tr!("import-row-nameless", by = by.name())));
            continue;
        }
        let owner = owners.iter().find(|(known, _)| same(by, known, name)).map(|(_, owner)| *owner);
        if owner.is_none() {
            match check_line(name) {
                Ok(_) if options.add && by.entity() != Entity::Document => plan.added.push(name.to_owned()),
                _ => {
                    let message = tr!("import-row-unknown", by = by.name(), name = name.to_owned());
                    plan.errors.push(fail(message));
                    continue;
                }
            }
        }
        let known_as = owners.iter().find(|(_, known)| Some(*known) == owner).map_or(name, |(name, _)| name);
        if let Some(other) = seen.insert(known_as.to_lowercase(), *number) {
            plan.errors.push(fail(tr!("import-row-twice", name = name.to_owned(), row = other)));
            plan.added.retain(|added| owner.is_some() || !same_name(added, name));
            continue;
        }
        let before = plan.values.len();
        for (index, column) in plan.columns.iter().enumerate() {
            let text = cell(column.at);
            if text.is_empty() {
                continue;
            }
            let kind = if column.published { VariableKind::Text } else { column.kind };
            let after = match (column.published, text) {
                // Word processors make a dash of it, as our own tables for people do.
                (true, SUPPRESSED | "–") => Ok(String::new()),
                _ => kind.check(text),
            };
            match after {
                Err(error) => plan.errors.push(RowError {
                    row: *number,
                    column: Some(column.name.clone()),
                    message: error.message,
                }),
                Ok(after) => {
                    let old = column.variable.zip(owner).and_then(|key| known.get(&key));
                    let old = old.and_then(|value| match column.published {
                        true => value.published.clone(),
                        false => Some(value.working.clone()).filter(|text| !text.is_empty()),
                    });
                    if old.as_ref() != Some(&after) {
                        plan.values.push(PlannedValue {
                            row: *number,
                            whose: known_as.to_owned(),
                            owner,
                            column: index,
                            before: old,
                            after,
                        });
                    }
                }
            }
        }
        plan.unchanged += usize::from(plan.values.len() == before);
    }
    let wrong: BTreeSet<u64> = plan.errors.iter().map(|error| error.row).collect();
    plan.values.retain(|value| !wrong.contains(&value.row));
    Ok(plan)
}

fn nothing(table: &Incoming) -> Error {
    Error::invalid(tr!("import-nothing", file = table.name.clone())).file(&table.name)
}

fn same(by: By, known: &str, typed: &str) -> bool {
    match by {
        By::Label => same_label(known, typed),
        By::File | By::Case | By::Person => same_name(known, typed),
    }
}

/// Which column names the rows, and by what.
fn key_column(table: &Incoming, head: &[String], options: &ImportOptions) -> Result<(By, usize)> {
    let find = |by: By| {
        let of = |heading: &&str| head.iter().position(|found| found.trim().to_lowercase() == **heading);
        by.headings().iter().find_map(of)
    };
    if let Some(by) = options.by {
        return Ok((by, find(by).unwrap_or(0)));
    }
    // The first column decides where it has a telling name, else any that has one.
    let first = head.first().map(|text| text.trim().to_lowercase()).unwrap_or_default();
    let telling = By::ALL.into_iter().find(|by| by.headings().contains(&first.as_str()));
    let found =
        telling.map(|by| (by, 0)).or_else(|| By::ALL.into_iter().find_map(|by| Some((by, find(by)?))));
    found.ok_or_else(|| {
        Error::usage(tr!("import-by-what", file = table.name.clone())).hint(tr!("import-by-what-hint"))
    })
}

fn columns(
    reader: &Reader<'_>,
    plan: &mut Plan,
    table: &Incoming,
    key: usize,
    options: &ImportOptions,
) -> Result<()> {
    let Some(Row { number: first, cells: head }) = table.rows.first() else { return Ok(()) };
    let all = variables::list(reader)?;
    let mut names: BTreeSet<(String, bool)> = BTreeSet::new();
    for (at, text) in head.iter().enumerate().filter(|(at, text)| *at != key && !text.trim().is_empty()) {
        let (name, published) = heading(text);
        let known = all.iter().find(|variable| same_name(&variable.name, name));
        if known.is_none() && ATTRIBUTES.contains(&name.to_lowercase().as_str()) {
            plan.ignored.push(name.to_owned());
            continue;
        }
        let mut fail = |message: String| {
            plan.errors.push(RowError { row: *first, column: Some(name.to_owned()), message });
        };
        if let Err(error) = check_variable_name(name) {
            fail(error.message);
            continue;
        }
        if let Some(other) = known.filter(|variable| variable.entity != plan.by.entity()) {
            // An exported table also shows what belongs to others.
            if ATTRIBUTES.contains(&name.to_lowercase().as_str()) {
                plan.ignored.push(name.to_owned());
            } else {
                fail(tr!("error-variable-of", name = other.name.clone(), entity = other.entity.name()));
            }
            continue;
        }
        if !names.insert((name.to_lowercase(), published)) {
            fail(tr!("import-column-twice"));
            continue;
        }
        let cells = table.rows.iter().skip(1).filter_map(|row| row.cells.get(at)).map(String::as_str);
        let kind = match known {
            Some(variable) => variable.kind,
            None => match options.kinds.get(name) {
                Some(kind) => *kind,
                None if published => VariableKind::Text,
                None => VariableKind::guess(cells),
            },
        };
        let name = known.map_or(name, |variable| variable.name.as_str()).to_owned();
        plan.columns.push(PlannedColumn { name, kind, published, variable: known.map(|known| known.id), at });
    }
    Ok(())
}

/// Who the rows can be about, by what they are known by.
fn owners(reader: &Reader<'_>, by: By) -> Result<Vec<(String, Owner)>> {
    Ok(match by {
        By::Label => documents::list(reader)?
            .into_iter()
            .map(|document| (document.label, Owner::Document(document.id)))
            .collect(),
        By::File => documents::list(reader)?
            .into_iter()
            .map(|document| (document.source_name, Owner::Document(document.id)))
            .collect(),
        By::Case => cases::list(reader)?.into_iter().map(|case| (case.name, Owner::Case(case.id))).collect(),
        By::Person => {
            persons::list(reader)?.into_iter().map(|person| (person.name, Owner::Person(person.id))).collect()
        }
    })
}

/// Brings the values of a table, as one operation; gives what it brought and what was left out.
pub fn import(project: &mut Project, table: &Incoming, options: &ImportOptions) -> Result<Done<Plan>> {
    project.operate(OperationKind::ImportVariables, json!({"name": table.name}), |w| {
        let plan = plan(w, table, options)?;
        if let Some(error) = plan.errors.first().filter(|_| !options.skip_errors) {
            let words = tr!("import-wrong", count = plan.errors.len(), first = error.words());
            return Err(Error::invalid(words).hint(tr!("import-wrong-hint")).file(&table.name));
        }
        write(w, &plan)?;
        w.argument("count", plan.values.len());
        Ok(plan)
    })
}

fn write(w: &Writer<'_>, plan: &Plan) -> Result<()> {
    let entity = plan.by.entity();
    let mut made: Vec<Variable> = Vec::new();
    for column in &plan.columns {
        let id = match column.variable {
            Some(id) => id,
            None => match made.iter().find(|variable| same_name(&variable.name, &column.name)) {
                Some(variable) => variable.id,
                None => insert(
                    w,
                    &NewVariable {
                        name: column.name.clone(),
                        // A column of published values may come before that of the working ones.
                        kind: plan
                            .columns
                            .iter()
                            .find(|other| !other.published && same_name(&other.name, &column.name))
                            .map_or(column.kind, |other| other.kind),
                        entity,
                        disclosure: Disclosure::default(),
                    },
                )?,
            },
        };
        made.push(variables::get(w, id)?);
    }
    let mut added: BTreeMap<&str, Owner> = BTreeMap::new();
    for name in &plan.added {
        let owner = match entity {
            Entity::Case => Owner::Case(cases::insert(w, name)?),
            Entity::Person => Owner::Person(persons::insert(w, name)?),
            Entity::Document => continue,
        };
        added.insert(name, owner);
    }
    for value in &plan.values {
        let (Some(column), Some(variable)) = (plan.columns.get(value.column), made.get(value.column)) else {
            continue;
        };
        let Some(owner) = value.owner.or_else(|| added.get(value.whose.as_str()).copied()) else { continue };
        let change = match column.published {
            true => ValueChange::published(Some(&value.after)),
            false => ValueChange::working(&value.after),
        };
        put(w, variable, owner, &change)?;
    }
    Ok(())
}
