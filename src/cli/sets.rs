//! `sets`: free collections of documents, or of codes.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::table::Listing;
use crate::error::{Error, Result};
use crate::model::sets::{Members, Set as SetOfThings};
use crate::model::table::ColumnKind;
use crate::ops::sets::SetChange;
use crate::store::{Project, codes, documents, sets};
use crate::{ops, tr};

/// Sets of documents or of codes: list, add, set, remove.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz sets add \"first wave\" --document 1,2,3\n  absatz sets add \"open questions\" --code Obstacles/Legal --code Outlook\n  absatz sets set \"first wave\" --document 4 --without-document 1"
)]
pub struct Sets {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the sets with their members (the default).
    List(Output),
    /// Add a set.
    Add {
        /// Its name
        name: String,
        #[command(flatten)]
        members: Typed,
    },
    /// Change a set: its name, members, place.
    Set(Set),
    /// Remove sets; their members stay where they are.
    Remove {
        /// Their names
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
    },
}

#[derive(Debug, Clone, Default, Args)]
struct Typed {
    /// A document of the set; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// A code of the set; several
    #[arg(long, value_name = "CODE", conflicts_with = "document")]
    code: Vec<String>,
}

#[derive(Debug, Args)]
struct Set {
    /// The set
    set: String,
    /// Its new name
    #[arg(long = "name", value_name = "NEW")]
    new_name: Option<String>,
    #[command(flatten)]
    members: Typed,
    /// A document that leaves the set; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    without_document: Vec<String>,
    /// A code that leaves the set; several
    #[arg(long, value_name = "CODE")]
    without_code: Vec<String>,
    /// Its place among the sets of its kind, from 1
    #[arg(long, value_name = "N")]
    position: Option<usize>,
}

impl Sets {
    pub fn run(self, context: &Context) -> Result<()> {
        match self.command.unwrap_or_else(|| Command::List(Output::default())) {
            Command::List(output) => list(context, &output),
            Command::Add { name, members } => add(context, &name, &members),
            Command::Set(set) => set.run(context),
            Command::Remove { names } => remove(context, &names),
        }
    }
}

/// What was typed as members; none where nothing was.
fn members(project: &Project, labels: &[String], paths: &[String]) -> Result<Option<Members>> {
    if !paths.is_empty() {
        let tree = codes::tree(&project.read())?;
        return Ok(Some(Members::Codes(context::code_ids(&tree, paths)?)));
    }
    Ok(context::document_ids(project, labels)?.map(Members::Documents))
}

fn as_json(project: &Project, set: &SetOfThings) -> Result<Value> {
    let reader = project.read();
    let names: Vec<String> = match &set.members {
        Members::Documents(ids) => {
            ids.iter().map(|id| documents::get(&reader, *id).map(|d| d.label)).collect::<Result<_>>()?
        }
        Members::Codes(ids) => {
            let tree = codes::tree(&reader)?;
            ids.iter().map(|id| tree.path(*id).to_owned()).collect()
        }
    };
    Ok(json!({"name": set.name, "kind": set.members.of().name(), "members": names, "uuid": set.uuid}))
}

fn list(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let joined = |value: &Value| {
        let list = value["members"].as_array().map(Vec::as_slice).unwrap_or_default();
        list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
    };
    let mut rows = Listing::new("sets")
        .columns(ColumnKind::Short, ["set", "kind", "members"])
        .or_say(tr!("cli-no-sets"));
    for set in sets::list(&project.read())? {
        let value = as_json(&project, &set)?;
        let kind = tr!(&format!("set-of-{}", set.members.of().name()));
        let cells = [set.name, kind, joined(&value)];
        rows.add(value, cells);
    }
    context.list(output, &project, &rows)
}

fn told(context: &Context, project: &Project, name: &str, words: &str) -> Result<()> {
    let set = sets::by_name(&project.read(), name)?;
    let words = tr!(words, name = set.name.clone(), count = set.members.len());
    context.done(&words, &as_json(project, &set)?)
}

fn add(context: &Context, name: &str, typed: &Typed) -> Result<()> {
    let mut project = context.open()?;
    let members = members(&project, &typed.document, &typed.code)?;
    let members = members.ok_or_else(|| {
        Error::usage(tr!("cli-set-without-members")).hint(tr!("cli-set-without-members-hint"))
    })?;
    ops::sets::add(&mut project, name, &members)?;
    told(context, &project, name, "cli-set-added")
}

impl Set {
    fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        let set = sets::by_name(&project.read(), &self.set)?;
        let change = SetChange {
            name: self.new_name,
            index: self.position.map(|position| position.saturating_sub(1)),
            add: members(&project, &self.members.document, &self.members.code)?,
            remove: members(&project, &self.without_document, &self.without_code)?,
        };
        if change.name.is_none() && change.index.is_none() && change.add.is_none() && change.remove.is_none()
        {
            return Err(Error::usage(tr!("cli-nothing-to-set")).hint(tr!("cli-nothing-to-set-set")));
        }
        ops::sets::change(&mut project, set.members.of(), set.id, &change)?;
        told(context, &project, change.name.as_deref().unwrap_or(&set.name), "cli-set-set")
    }
}

fn remove(context: &Context, names: &[String]) -> Result<()> {
    let mut project = context.open()?;
    let found = names.iter().map(|name| sets::by_name(&project.read(), name)).collect::<Result<Vec<_>>>()?;
    project.in_batch(|project| {
        found.iter().try_for_each(|set| ops::sets::remove(project, set.members.of(), set.id).map(|_| ()))
    })?;
    let names: Vec<&str> = found.iter().map(|set| set.name.as_str()).collect();
    context.done(&tr!("cli-sets-removed", names = names.join(", ")), &json!({ "removed": names }))
}
