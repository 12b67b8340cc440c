//! `queries`: questions that are kept under a name.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::Context;
use super::output::Output;
use super::table::Listing;
use crate::error::Result;
use crate::model::table::ColumnKind;
use crate::ops::queries::{self, Named};
use crate::tr;

/// Saved queries: list, save, show, rename, remove.
///
/// `absatz segments --query @NAME` asks one. A code that is renamed or merged stays in the queries that name it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz queries save conflict 'Obstacles/Legal near Benefits/* within 2'\n  absatz segments --query @conflict\n  absatz queries rename conflict tension"
)]
pub struct Queries {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the saved queries (the default).
    List(Output),
    /// Keep a query under a name.
    Save {
        /// Its name
        name: String,
        /// The query, as segments --query takes it
        query: String,
        /// Replace the saved query of this name
        #[arg(long)]
        replace: bool,
    },
    /// Print a saved query.
    Show {
        /// The saved query
        name: String,
    },
    /// Give a saved query another name.
    Rename {
        /// The saved query
        name: String,
        /// Its new name
        new: String,
    },
    /// Remove saved queries.
    Remove {
        /// Their names
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
    },
}

fn as_json(named: &Named) -> Value {
    json!({
        "name": named.saved.name,
        "query": named.query,
        "gone": named.gone,
        "uuid": named.saved.uuid,
    })
}

impl Queries {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        match self.command.unwrap_or_else(|| Command::List(Output::default())) {
            Command::List(output) => {
                let mut rows = Listing::new("queries")
                    .columns(ColumnKind::Short, ["name"])
                    .columns(ColumnKind::Long, ["query"])
                    .or_say(tr!("cli-no-queries"));
                for named in queries::list(&project.read())? {
                    if let Some(gone) = named.gone.as_ref().filter(|_| !context.json) {
                        context.warn(&format!("{}: {gone}", named.saved.name));
                    }
                    rows.add(as_json(&named), [named.saved.name.clone(), named.query.clone()]);
                }
                context.list(&output, &project, &rows)
            }
            Command::Save { name, query, replace } => {
                let query = queries::read(&project.read(), &query)?;
                queries::save(&mut project, &name, &query, replace)?;
                let named = queries::by_name(&project.read(), &name)?;
                let words =
                    tr!("cli-query-saved", name = named.saved.name.clone(), query = named.query.clone());
                context.done(&words, &as_json(&named))
            }
            Command::Show { name } => {
                let named = queries::by_name(&project.read(), &name)?;
                if context.json {
                    return context.print_json(&as_json(&named));
                }
                if let Some(gone) = &named.gone {
                    context.warn(gone);
                }
                context.line(&named.query)
            }
            Command::Rename { name, new } => {
                let before = queries::by_name(&project.read(), &name)?.saved;
                queries::rename(&mut project, before.id, &new)?;
                let named = queries::by_name(&project.read(), &new)?;
                let words = tr!("cli-query-renamed", before = before.name, name = named.saved.name.clone());
                context.done(&words, &as_json(&named))
            }
            Command::Remove { names } => {
                let found: Result<Vec<Named>> =
                    names.iter().map(|name| queries::by_name(&project.read(), name)).collect();
                let found = found?;
                let removed = project.in_batch(|project| {
                    found.iter().try_for_each(|named| queries::remove(project, named.saved.id).map(|_| ()))
                });
                removed?;
                for named in &found {
                    context.say(&tr!("cli-query-removed", name = named.saved.name.clone()));
                }
                if context.json { context.print_json(&found.iter().map(as_json).collect()) } else { Ok(()) }
            }
        }
    }
}
