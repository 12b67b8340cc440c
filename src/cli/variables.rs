//! `documents variables`, `cases variables`, `persons variables`: attributes and their values.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::table;
use crate::error::{Error, Kind, Result};
use crate::model::history::Done;
use crate::model::variables::{Disclosure, Entity, Owner, Variable, VariableKind};
use crate::ops::variable_import::{By, ImportOptions, Incoming, Plan, SUPPRESSED};
use crate::ops::variables::{NewVariable, ValueChange, VariableChange};
use crate::store::{Project, cases, persons, variables};
use crate::{ops, tr};

const KINDS: [&str; 6] = ["text", "integer", "decimal", "date", "duration", "boolean"];
const DISCLOSURES: [&str; 3] = ["as-is", "recoded", "never"];
const ENTITIES: [&str; 3] = ["document", "case", "person"];

#[derive(Debug, Args)]
pub struct Variables {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show the data sheet: all values, a variable a column (the default). Written with -o it can be imported again.
    List(List),
    /// Set values; an empty one takes the value away. A variable that is new is made.
    Set(SetValues),
    /// Add a variable.
    Add {
        /// Its name
        name: String,
        /// What it holds
        #[arg(long, value_parser = KINDS, default_value = "text")]
        kind: String,
        /// What of it may be published
        #[arg(long, value_parser = DISCLOSURES, default_value = "as-is")]
        disclosure: String,
    },
    /// Change a variable: its name, kind, whose it is, what may be published, its place.
    Change(Change),
    /// Remove variables with all their values; undo brings them back.
    Remove {
        /// Their names
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
    },
    /// Import values from csv, xlsx or ods: the first row names the variables, a column says whose they are.
    Import(Import),
}

#[derive(Debug, Args)]
struct List {
    /// Also what has been written for publication
    #[arg(long)]
    published: bool,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Args)]
struct SetValues {
    /// Label of the document, or name of the case or person
    #[arg(value_name = "LABEL")]
    label: String,
    /// NAME=VALUE, several
    #[arg(value_name = "NAME=VALUE", required_unless_present = "published")]
    values: Vec<String>,
    /// NAME=VALUE as it may be published; - suppresses it, an empty one takes it away
    #[arg(long, value_name = "NAME=VALUE")]
    published: Vec<String>,
    /// What a variable that is new holds
    #[arg(long, value_parser = KINDS)]
    kind: Option<String>,
}

#[derive(Debug, Args)]
struct Change {
    /// The variable
    name: String,
    /// Its new name
    #[arg(long = "name", value_name = "NEW")]
    new_name: Option<String>,
    /// What it holds; only where all values fit
    #[arg(long, value_parser = KINDS)]
    kind: Option<String>,
    /// Whose it is; the values move to those who belong together, only where nothing is lost
    #[arg(long, value_parser = ENTITIES)]
    of: Option<String>,
    /// What of it may be published
    #[arg(long, value_parser = DISCLOSURES)]
    disclosure: Option<String>,
    /// Its place among the variables, from 1
    #[arg(long, value_name = "N")]
    position: Option<usize>,
}

#[derive(Debug, Args)]
struct Import {
    /// The file
    file: PathBuf,
    /// What the rows are known by [default: found by the name of the first column]
    #[arg(long, value_parser = ["label", "file", "case", "person"])]
    by: Option<String>,
    /// What a new variable holds, NAME=KIND; several [default: guessed from the values]
    #[arg(long, value_name = "NAME=KIND")]
    kind: Vec<String>,
    /// Add cases and persons that are not in the project
    #[arg(long)]
    add: bool,
    /// Leave out rows that are wrong, and import the others
    #[arg(long)]
    skip_errors: bool,
    /// Say what would change and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// Options of `set` commands that also set values.
#[derive(Debug, Clone, Default, Args)]
pub struct Values {
    /// Set a variable: NAME=VALUE; several. An empty value takes it away
    #[arg(long, value_name = "NAME=VALUE")]
    pub variable: Vec<String>,
    /// What of a variable may be published: NAME=VALUE; - suppresses it, an empty one takes it away
    #[arg(long, value_name = "NAME=VALUE")]
    pub published: Vec<String>,
}

impl Values {
    pub fn is_empty(&self) -> bool {
        self.variable.is_empty() && self.published.is_empty()
    }

    /// Sets them, each an operation; the caller makes a batch.
    pub fn apply(&self, project: &mut Project, owner: Owner, kind: Option<VariableKind>) -> Result<usize> {
        for (name, value) in pairs(&self.variable)? {
            ops::variables::set(project, owner, name, kind, &ValueChange::working(value))?;
        }
        for (name, value) in pairs(&self.published)? {
            let value = match value.trim() {
                "" => None,
                SUPPRESSED => Some(""),
                value => Some(value),
            };
            ops::variables::set(project, owner, name, None, &ValueChange::published(value))?;
        }
        Ok(self.variable.len() + self.published.len())
    }
}

fn pairs(typed: &[String]) -> Result<Vec<(&str, &str)>> {
    typed.iter().map(|text| split(text)).collect()
}

fn split(text: &str) -> Result<(&str, &str)> {
    text.split_once('=').ok_or_else(|| {
        Error::usage(tr!("cli-not-name-value", text = text.to_owned())).hint(tr!("cli-not-name-value-hint"))
    })
}

/// Working and published values of everybody, by name, in the variables' order.
#[derive(Debug, Clone, Default)]
pub struct Said {
    pub working: Map<String, Value>,
    pub published: Map<String, Value>,
}

pub fn values_of(project: &Project) -> Result<HashMap<Owner, Said>> {
    let reader = project.read();
    let values = variables::values(&reader)?;
    let mut found: HashMap<Owner, Said> = HashMap::new();
    for variable in variables::list(&reader)? {
        for value in values.iter().filter(|value| value.variable == variable.id) {
            let said = found.entry(value.owner).or_default();
            if !value.working.is_empty() {
                said.working.insert(variable.name.clone(), json!(value.working));
            }
            if let Some(published) = &value.published {
                said.published.insert(variable.name.clone(), json!(published));
            }
        }
    }
    Ok(found)
}

/// The document, case or person that is meant.
fn owner(project: &Project, entity: Entity, typed: &str) -> Result<(Owner, String)> {
    Ok(match entity {
        Entity::Document => {
            let document = context::document(project, typed)?;
            (Owner::Document(document.id), document.label)
        }
        Entity::Case => {
            let case = cases::by_name(&project.read(), typed)?;
            (Owner::Case(case.id), case.name)
        }
        Entity::Person => {
            let person = persons::by_name(&project.read(), typed)?;
            (Owner::Person(person.id), person.name)
        }
    })
}

impl Variables {
    pub fn run(self, context: &Context, entity: Entity) -> Result<()> {
        let list = List { published: false, output: Output::default() };
        match self.command.unwrap_or(Command::List(list)) {
            Command::List(list) => list.run(context, entity),
            Command::Set(set) => set.run(context, entity),
            Command::Add { name, kind, disclosure } => add(context, entity, name, &kind, &disclosure),
            Command::Change(change) => change.run(context),
            Command::Remove { names } => remove(context, &names),
            Command::Import(import) => import.run(context, entity),
        }
    }
}

impl List {
    fn run(self, context: &Context, entity: Entity) -> Result<()> {
        let project = context.open()?;
        let sheet = ops::material::datasheet(&project, entity, self.published)?;
        let values = values_of(&project)?;
        let loaded = ops::material::Loaded::new(&project)?;
        let any = loaded.variables.iter().any(|variable| variable.entity == entity);
        if !any && !context.json && !self.output.is_wanted() {
            context.say(&tr!("cli-no-variables"));
            return Ok(());
        }
        let key = if entity == Entity::Document { "label" } else { "name" };
        let rows = || {
            let owners = loaded.material().owners(entity).into_iter();
            let rows = owners.map(|owner| {
                let said = values.get(&owner).cloned().unwrap_or_default();
                let name = ops::variables::name_of(&project.read(), owner).unwrap_or_default();
                json!({key: name, "variables": said.working, "published": said.published})
            });
            rows.collect()
        };
        context.table(&self.output, &project, std::slice::from_ref(&sheet), rows, || table::text_of(&sheet))
    }
}

impl SetValues {
    fn run(self, context: &Context, entity: Entity) -> Result<()> {
        let kind = self.kind.as_deref().and_then(VariableKind::from_name);
        let values = Values { variable: self.values, published: self.published };
        pairs(&values.variable).and_then(|_| pairs(&values.published))?;
        let mut project = context.open()?;
        let (owner, name) = owner(&project, entity, &self.label)?;
        let count = project.in_batch(|project| values.apply(project, owner, kind))?;
        let said = values_of(&project)?.remove(&owner).unwrap_or_default();
        let key = if entity == Entity::Document { "label" } else { "name" };
        context.done(
            &tr!("cli-variables-set", label = name.clone(), count = count),
            &json!({key: name, "variables": said.working, "published": said.published}),
        )
    }
}

fn as_json(variable: &Variable) -> Value {
    json!({
        "name": variable.name,
        "kind": variable.kind.name(),
        "of": variable.entity.name(),
        "disclosure": variable.disclosure.name(),
    })
}

fn add(context: &Context, entity: Entity, name: String, kind: &str, disclosure: &str) -> Result<()> {
    let mut project = context.open()?;
    let kind = VariableKind::from_name(kind).unwrap_or_default();
    let disclosure = Disclosure::from_name(disclosure).unwrap_or_default();
    let id = ops::variables::add(&mut project, &NewVariable { name, kind, entity, disclosure })?.value;
    let variable = variables::get(&project.read(), id)?;
    context.done(&tr!("cli-variable-added", name = variable.name.clone()), &as_json(&variable))
}

impl Change {
    fn run(self, context: &Context) -> Result<()> {
        let change = VariableChange {
            name: self.new_name,
            kind: self.kind.as_deref().and_then(VariableKind::from_name),
            entity: self.of.as_deref().and_then(Entity::from_name),
            disclosure: self.disclosure.as_deref().and_then(Disclosure::from_name),
            index: self.position.map(|position| position.saturating_sub(1)),
        };
        let VariableChange { name: None, kind: None, entity: None, disclosure: None, index: None } = change
        else {
            let mut project = context.open()?;
            let id = variables::by_name(&project.read(), &self.name)?.id;
            ops::variables::change(&mut project, id, &change)?;
            let variable = variables::get(&project.read(), id)?;
            let words = tr!("cli-variable-changed", name = variable.name.clone());
            return context.done(&words, &as_json(&variable));
        };
        Err(Error::usage(tr!("cli-nothing-to-set")).hint(tr!("cli-nothing-to-set-variable")))
    }
}

fn remove(context: &Context, names: &[String]) -> Result<()> {
    let mut project = context.open()?;
    let found =
        names.iter().map(|name| variables::by_name(&project.read(), name)).collect::<Result<Vec<_>>>()?;
    let removed = project.in_batch(|project| {
        let mut removed = Vec::new();
        for variable in &found {
            let count = ops::variables::remove(project, variable.id)?.value;
            let (name, count) = (variable.name.clone(), count);
            if !context.json {
                context.say(&tr!("cli-variable-removed", name = name.clone(), count = count));
            }
            removed.push(json!({"name": name, "values": count}));
        }
        Ok(removed)
    })?;
    if context.json { context.print_json(&Value::Array(removed)) } else { Ok(()) }
}

impl Import {
    fn run(self, context: &Context, entity: Entity) -> Result<()> {
        let mut kinds = BTreeMap::new();
        for (name, kind) in pairs(&self.kind)? {
            let kind = VariableKind::from_name(kind.trim()).ok_or_else(|| {
                Error::usage(tr!("cli-kind-unknown", kind = kind.to_owned()))
                    .hint(tr!("cli-kinds-known", names = KINDS.join(", ")))
            })?;
            kinds.insert(name.trim().to_owned(), kind);
        }
        let by = self.by.as_deref().and_then(By::from_name).or(match entity {
            // `cases variables import` is about cases; documents go by label or file.
            Entity::Document => None,
            Entity::Case => Some(By::Case),
            Entity::Person => Some(By::Person),
        });
        let options = ImportOptions { by, kinds, add: self.add, skip_errors: self.skip_errors };
        let table = Incoming::load(&self.file)?;
        let mut project = context.open()?;
        if self.dry_run {
            let plan = ops::variable_import::plan(&project.read(), &table, &options)?;
            self.tell(context, &plan, true)?;
            return match plan.errors.len() {
                0 => Ok(()),
                count => Err(Error::new(Kind::Invalid, tr!("cli-import-rows-wrong", count = count))),
            };
        }
        let Done { value: plan, .. } = ops::variable_import::import(&mut project, &table, &options)?;
        self.tell(context, &plan, false)
    }

    fn tell(&self, context: &Context, plan: &Plan, dry_run: bool) -> Result<()> {
        if context.json {
            return context.print_json(&plan_json(plan));
        }
        if dry_run {
            context.print(&plan.lines().into_iter().map(|line| line + "\n").collect::<String>())?;
        }
        for error in plan.errors.iter().filter(|_| !dry_run) {
            context.say(&error.words());
        }
        let rows = plan.values.iter().map(|value| value.row).collect::<std::collections::BTreeSet<_>>().len();
        let (values, wrong) = (plan.values.len(), plan.errors.len());
        let words = match dry_run {
            true => tr!("cli-import-would", values = values, rows = rows, unchanged = plan.unchanged),
            false => tr!("cli-imported", values = values, rows = rows, unchanged = plan.unchanged),
        };
        context.say(&words);
        if wrong > 0 && !dry_run {
            context.say(&tr!("cli-import-rows-left-out", count = wrong));
        }
        Ok(())
    }
}

fn plan_json(plan: &Plan) -> Value {
    let columns = plan.columns.iter().map(|column| {
        json!({
            "name": column.name,
            "kind": column.kind.name(),
            "published": column.published,
            "new": column.variable.is_none(),
        })
    });
    let values = plan.values.iter().map(|value| {
        json!({
            "row": value.row,
            "whose": value.whose,
            "variable": plan.columns.get(value.column).map(|column| column.name.as_str()),
            "published": plan.columns.get(value.column).is_some_and(|column| column.published),
            "before": value.before,
            "after": value.after,
        })
    });
    let errors = plan
        .errors
        .iter()
        .map(|error| json!({"row": error.row, "column": error.column, "message": error.message}));
    json!({
        "by": plan.by.name(),
        "columns": columns.collect::<Vec<_>>(),
        "ignored": plan.ignored,
        "values": values.collect::<Vec<_>>(),
        "added": plan.added,
        "unchanged": plan.unchanged,
        "errors": errors.collect::<Vec<_>>(),
    })
}
