//! `cases`: what groups documents.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::table::Listing;
use super::variables::{Said, Values, Variables, values_of};
use crate::error::{Error, Result};
use crate::model::cases::Case;
use crate::model::table::ColumnKind;
use crate::model::variables::{Entity, Owner};
use crate::ops::cases::CaseChange;
use crate::ops::material::Loaded;
use crate::store::{Project, cases};
use crate::{ops, tr};

/// Cases: list, add, set, remove, variables.
///
/// A case holds documents that belong together, such as the interviews of one municipality, and has variables of its
/// own. A document is in one case at most.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz cases add Moorbach --document 1,2\n  absatz cases set Moorbach --variable size=14000 --published size=\"10,000 to 20,000\"\n  absatz cases variables import municipalities.xlsx --dry-run\n  absatz cases list -o cases.csv"
)]
pub struct Cases {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the cases (the default).
    List(Output),
    /// Add a case.
    Add {
        /// Its name
        name: String,
        /// Documents that belong to it; several, or separated by commas
        #[arg(long, value_name = "LABEL", value_delimiter = ',')]
        document: Vec<String>,
        #[command(flatten)]
        values: Values,
    },
    /// Change a case: its name, documents, place, variables.
    Set(Set),
    /// Remove cases; their documents and persons stay.
    Remove {
        /// Their names
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
    },
    /// Variables of cases: list, set, add, change, remove, import.
    Variables(Variables),
}

#[derive(Debug, Args)]
struct Set {
    /// The case
    case: String,
    /// Its new name
    #[arg(long = "name", value_name = "NEW")]
    new_name: Option<String>,
    /// Documents that come to it; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// Documents that leave it; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    without: Vec<String>,
    /// Its place among the cases, from 1
    #[arg(long, value_name = "N")]
    position: Option<usize>,
    #[command(flatten)]
    values: Values,
}

impl Cases {
    pub fn run(self, context: &Context) -> Result<()> {
        match self.command.unwrap_or_else(|| Command::List(Output::default())) {
            Command::List(output) => list(context, &output),
            Command::Add { name, document, values } => add(context, &name, &document, &values),
            Command::Set(set) => set.run(context),
            Command::Remove { names } => remove(context, &names),
            Command::Variables(variables) => variables.run(context, Entity::Case),
        }
    }
}

fn as_json(case: &Case, loaded: &Loaded, said: &Said) -> Value {
    let label = |id: &crate::model::DocumentId| {
        loaded.documents.iter().find(|document| document.id == *id).map(|document| document.label.as_str())
    };
    let persons = loaded.relations.persons_of_case(case.id);
    let name = |id| loaded.persons.iter().find(|person| person.id == id).map(|person| person.name.as_str());
    json!({
        "name": case.name,
        "documents": case.documents.iter().filter_map(label).collect::<Vec<_>>(),
        "persons": persons.into_iter().filter_map(name).collect::<Vec<_>>(),
        "variables": said.working,
        "published": said.published,
        "uuid": case.uuid,
    })
}

fn list(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let loaded = Loaded::new(&project)?;
    let values = values_of(&project)?;
    let joined = |value: &Value| {
        let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
        list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
    };
    let mut rows = Listing::new("cases")
        .columns(ColumnKind::Short, ["case", "interviews", "persons"])
        .or_say(tr!("cli-no-cases"));
    for case in &loaded.cases {
        let said = values.get(&Owner::Case(case.id)).cloned().unwrap_or_default();
        let value = as_json(case, &loaded, &said);
        let cells = [case.name.clone(), joined(&value["documents"]), joined(&value["persons"])];
        rows.add(value, cells);
    }
    context.list(output, &project, &rows)
}

fn told(context: &Context, project: &Project, id: crate::model::CaseId, words: &str) -> Result<()> {
    let loaded = Loaded::new(project)?;
    let case = cases::get(&project.read(), id)?;
    let said = values_of(project)?.remove(&Owner::Case(id)).unwrap_or_default();
    context.done(&tr!(words, name = case.name.clone()), &as_json(&case, &loaded, &said))
}

fn add(context: &Context, name: &str, labels: &[String], values: &Values) -> Result<()> {
    let mut project = context.open()?;
    let documents = context::document_ids(&project, labels)?.unwrap_or_default();
    let id = project.in_batch(|project| {
        let id = ops::cases::add(project, name)?.value;
        for document in documents {
            ops::cases::assign(project, document, Some(id))?;
        }
        values.apply(project, Owner::Case(id), None)?;
        Ok(id)
    })?;
    told(context, &project, id, "cli-case-added")
}

impl Set {
    fn run(self, context: &Context) -> Result<()> {
        let nothing = self.new_name.is_none() && self.position.is_none() && self.values.is_empty();
        if nothing && self.document.is_empty() && self.without.is_empty() {
            return Err(Error::usage(tr!("cli-nothing-to-set")).hint(tr!("cli-nothing-to-set-case")));
        }
        let mut project = context.open()?;
        let id = cases::by_name(&project.read(), &self.case)?.id;
        let come = context::document_ids(&project, &self.document)?.unwrap_or_default();
        let leave = context::document_ids(&project, &self.without)?.unwrap_or_default();
        project.in_batch(|project| {
            if self.new_name.is_some() || self.position.is_some() {
                let index = self.position.map(|position| position.saturating_sub(1));
                ops::cases::change(project, id, &CaseChange { name: self.new_name, index })?;
            }
            for document in come {
                ops::cases::assign(project, document, Some(id))?;
            }
            let inside = cases::get(&project.read(), id)?.documents;
            for document in leave.into_iter().filter(|document| inside.contains(document)) {
                ops::cases::assign(project, document, None)?;
            }
            self.values.apply(project, Owner::Case(id), None)
        })?;
        told(context, &project, id, "cli-case-set")
    }
}

fn remove(context: &Context, names: &[String]) -> Result<()> {
    let mut project = context.open()?;
    let found = names.iter().map(|name| cases::by_name(&project.read(), name)).collect::<Result<Vec<_>>>()?;
    project.in_batch(|project| {
        found.iter().try_for_each(|case| ops::cases::remove(project, case.id).map(|_| ()))
    })?;
    let names: Vec<&str> = found.iter().map(|case| case.name.as_str()).collect();
    context.done(&tr!("cli-cases-removed", names = names.join(", ")), &json!({ "removed": names }))
}
