//! `table`: Summary Tables, which are choices from the Summary Grid with a name.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::Context;
use super::grid::Choice;
use super::output::Output;
use super::segments::documents_of;
use super::table::{Listing, as_json as table_json, indented};
use crate::analysis::query::parse;
use crate::error::{Error, Result};
use crate::model::table::{ColumnKind, Table, Value as CellValue};
use crate::ops::grid::Common;
use crate::ops::saved_tables::{self, Resolved, TableChoice};
use crate::store::{Project, codes, documents, saved_tables as stored, variables};
use crate::tr;

/// Summary Tables: show or export one; list, create, rename, remove.
///
/// A Summary Table has chosen documents and codes, with variables beside the documents. It shows what the Summary Grid
/// has today; a code that is renamed or merged stays in it.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  absatz table create obstacles --branch Obstacles --variables level,size --only summaries\n  absatz table obstacles -o obstacles.docx\n  absatz table obstacles --transpose --variables level -o obstacles.xlsx\n  absatz table create levels --compare level --transpose --replace\n  absatz table list"
)]
pub struct Tables {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    show: Named,
}

#[derive(Debug, Args)]
struct Named {
    /// The Summary Table; none: lists them
    name: Option<String>,
    /// The other way round than it was created
    #[arg(long)]
    transpose: bool,
    /// Other variables beside the documents; several, or separated by commas
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    variables: Option<Vec<String>>,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the Summary Tables.
    List(Output),
    /// Keep a choice of documents, codes and variables under a name.
    Create {
        /// Its name
        name: String,
        /// Replace the table of this name
        #[arg(long)]
        replace: bool,
        #[command(flatten)]
        choice: Box<Choice>,
    },
    /// Show or export a Summary Table, also one that is called like a command.
    Show {
        #[command(flatten)]
        show: Named,
    },
    /// Give a Summary Table another name.
    Rename {
        /// The Summary Table
        name: String,
        /// Its new name
        new: String,
    },
    /// Remove Summary Tables; what they show stays.
    Remove {
        /// Their names
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
    },
}

/// A Summary Table in the shape that scripts rely on.
fn as_json(project: &Project, resolved: &Resolved) -> Result<Value> {
    let reader = project.read();
    let (all, tree, known) = (documents::list(&reader)?, codes::tree(&reader)?, variables::list(&reader)?);
    let query = &resolved.query;
    let label = |id: &crate::model::DocumentId| all.iter().find(|one| one.id == *id).map(|one| &one.label);
    let variable =
        |id: &crate::model::VariableId| known.iter().find(|one| one.id == *id).map(|one| &one.name);
    Ok(json!({
        "name": resolved.name,
        "rows": query.rows.name(),
        "documents": query.documents.as_ref().map(|ids| ids.iter().filter_map(label).collect::<Vec<_>>()),
        "codes": query.codes.as_ref().map(|ids| ids.iter().map(|id| tree.path(*id)).collect::<Vec<_>>()),
        "with_subcodes": query.with_subcodes,
        "variables": resolved.variables.iter().filter_map(variable).collect::<Vec<_>>(),
        "variables_in": if resolved.shown.in_first { "first" } else { "columns" },
        "by": query.by.map(|by| match by {
            Common::Group => "group".to_owned(),
            Common::Set => "set".to_owned(),
            Common::Variable(id) => variable(&id).cloned().unwrap_or_default(),
        }),
        "together": query.together,
        "transposed": resolved.shown.transposed,
        "gone": resolved.gone,
    }))
}

fn resolved(project: &Project, name: &str) -> Result<Resolved> {
    let reader = project.read();
    saved_tables::resolve(&reader, &stored::by_name(&reader, name)?)
}

impl Tables {
    pub fn run(self, context: &Context) -> Result<()> {
        match (self.command, self.show.name.is_some()) {
            (Some(Command::List(output)), _) => list(context, &output),
            (None, false) => list(context, &self.show.output),
            (None, true) => self.show.run(context),
            (Some(Command::Show { show }), _) => show.run(context),
            (Some(Command::Create { name, replace, choice }), _) => create(context, &name, &choice, replace),
            (Some(Command::Rename { name, new }), _) => {
                let mut project = context.open()?;
                let before = stored::by_name(&project.read(), &name)?;
                saved_tables::rename(&mut project, before.id, &new)?;
                let now = resolved(&project, &new)?;
                let words = tr!("cli-table-renamed", before = before.name, name = now.name.clone());
                context.done(&words, &as_json(&project, &now)?)
            }
            (Some(Command::Remove { names }), _) => {
                let mut project = context.open()?;
                let found = names.iter().map(|name| stored::by_name(&project.read(), name));
                let found = found.collect::<Result<Vec<_>>>()?;
                project.in_batch(|project| {
                    found.iter().try_for_each(|table| saved_tables::remove(project, table.id).map(|_| ()))
                })?;
                let names: Vec<&str> = found.iter().map(|table| table.name.as_str()).collect();
                context
                    .done(&tr!("cli-tables-removed", names = names.join(", ")), &json!({ "removed": names }))
            }
        }
    }
}

fn list(context: &Context, output: &Output) -> Result<()> {
    let project = context.open()?;
    let reader = project.read();
    let mut rows = Listing::new("summary-tables")
        .columns(ColumnKind::Short, ["name", "rows"])
        .columns(ColumnKind::Long, ["documents", "codes", "variables"])
        .or_say(tr!("cli-tables-none"));
    for saved in stored::list(&reader)? {
        let table = saved_tables::resolve(&reader, &saved)?;
        let value = as_json(&project, &table)?;
        let joined = |key: &str| match value[key].as_array() {
            Some(names) => names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
            None => tr!("cli-table-all"),
        };
        if table.gone > 0 && !context.json {
            let gone = tr!("table-saved-gone", count = table.gone);
            context.warn(&format!("{}: {gone}", table.name));
        }
        let unit = tr!(&format!("grid-rows-{}", table.query.rows.name()));
        let cells = [table.name.clone(), unit, joined("documents"), joined("codes"), joined("variables")];
        rows.add(value, cells);
    }
    context.list(output, &project, &rows)
}

fn create(context: &Context, name: &str, choice: &Choice, replace: bool) -> Result<()> {
    let mut project = context.open()?;
    let tree = codes::tree(&project.read())?;
    let condition = choice.condition.as_deref().map(parse::condition).transpose();
    // That groups are there is said as everywhere.
    documents_of(&project, &[], &choice.group)?;
    let groups = documents::groups(&project.read())?;
    let wanted =
        |name: &str| choice.group.iter().any(|group| crate::model::cases::same_name(group.trim(), name));
    let by = choice.by.as_ref().or(choice.compare.as_ref());
    let chosen = TableChoice {
        rows: choice.unit(),
        documents: documents_of(&project, &choice.document, &[])?,
        groups: groups.iter().filter(|group| wanted(&group.name)).map(|group| group.id).collect(),
        condition: condition.map_err(|fault| fault.error())?,
        codes: choice.codes(&tree)?,
        with_subcodes: choice.with_subcodes,
        variables: choice.variables(&project)?,
        by: by.map(|typed| Common::find(&project, typed)).transpose()?,
        together: choice.compare.is_some(),
        working: choice.working,
        shown: choice.shown(),
    };
    saved_tables::save(&mut project, name, &chosen, replace)?;
    let now = resolved(&project, name.trim())?;
    context.done(&tr!("cli-table-saved", name = now.name.clone()), &as_json(&project, &now)?)
}

impl Named {
    fn run(self, context: &Context) -> Result<()> {
        let Some(name) = &self.name else {
            return Err(Error::usage(tr!("cli-table-which")).hint(tr!("cli-table-which-hint")));
        };
        let project = context.open()?;
        let mut resolved = resolved(&project, name)?;
        resolved.query.coder = context.own_work(&project);
        resolved.shown.transposed ^= self.transpose;
        if let Some(named) = &self.variables {
            let choice = Choice { variables: named.clone(), ..Choice::default() };
            resolved.variables = choice.variables(&project)?;
        }
        let table = saved_tables::table(&project, &resolved)?;
        let tables = std::slice::from_ref(&table);
        context.table(&self.output, &project, tables, || table_json(&table), || text_of(&table))?;
        if !context.json && !self.output.is_wanted() {
            table.notes.iter().for_each(|note| context.say(note));
        }
        Ok(())
    }
}

/// Row after row, each cell under the name of its column; what is empty is left out.
fn text_of(table: &Table) -> String {
    let mut out = String::new();
    for row in &table.rows {
        let Some((first, cells)) = row.split_first() else { continue };
        out.push_str(&format!("{}\n", first.value.plain().replace('\n', " · ")));
        for (column, cell) in table.columns.iter().skip(1).zip(cells) {
            match &cell.value {
                value if value.is_empty() => {}
                CellValue::Blocks(blocks) => {
                    out.push_str(&format!("  {}\n", column.title.replace('\n', " · ")));
                    blocks.iter().for_each(|block| out.push_str(&indented(&block.plain(), 4)));
                }
                value => out.push_str(&format!("  {}: {}\n", column.title, value.plain())),
            }
        }
        out.push('\n');
    }
    out
}
