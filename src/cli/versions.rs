//! `codebook version`: states of the code system that are kept, and what has changed between two.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::Context;
use super::output::Output;
use super::table;
use crate::analysis::coding_guide;
use crate::analysis::versions::{Change, Comparison, What};
use crate::error::Result;
use crate::ops::versions::{self, Listed, NOW};
use crate::store::Project;
use crate::store::versions as stored;
use crate::tr;

/// Versions of the codebook: keep one, list them, compare two.
///
/// A version keeps the whole code system with its coding guide as it is at that moment. Where one is asked for, now is
/// the code system as it is.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz codebook version keep v1 --why 'after the pretests'\n  absatz codebook version compare v1\n  absatz codebook version compare v1 v2 -o changes.docx\n  absatz codebook version show v1 -o v1.json"
)]
pub struct Versions {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the versions, the oldest first (the default).
    List(Output),
    /// Keep the code system as it is now.
    Keep {
        /// Its name
        name: String,
        /// Why it is kept: what led to it
        #[arg(long, value_name = "TEXT", default_value = "")]
        why: String,
        /// The codes of the current coding pass are of this version
        #[arg(long)]
        pass: bool,
    },
    /// Say what has changed since a version, or between two.
    ///
    /// Codes are known by what they are and not by their names: new, gone, merged, renamed, moved, and what the coding
    /// guide says otherwise, field by field. Colours and the order of subcodes are not compared.
    Compare {
        /// The earlier version
        before: String,
        /// The later one, or now
        #[arg(default_value = NOW)]
        after: String,
        #[command(flatten)]
        output: Output,
    },
    /// Write the coding guide as it was in a version.
    Show {
        /// The version
        name: String,
        /// Write to FILE in the format of its ending (json, md, csv, txt, xlsx, docx, html); - is stdout
        #[command(flatten)]
        output: Output,
    },
    /// Give a version another name, or say otherwise why it was kept.
    Change {
        /// The version
        name: String,
        /// Its new name
        #[arg(long, value_name = "NAME")]
        rename: Option<String>,
        /// Why it was kept
        #[arg(long, value_name = "TEXT")]
        why: Option<String>,
    },
    /// Remove versions; the code system stays as it is.
    Remove {
        /// Their names
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
    },
}

fn as_json(listed: &Listed) -> Value {
    json!({
        "name": listed.version.name,
        "at": listed.version.at,
        "coder": listed.coder,
        "codes": listed.codes,
        "changes": listed.changes,
        "passes": listed.passes,
        "reason": listed.version.reason,
        "uuid": listed.version.uuid,
    })
}

/// One version as JSON.
fn one(project: &Project, name: &str) -> Result<Value> {
    let (all, _) = versions::list(&project.read())?;
    let id = stored::by_name(&project.read(), name)?.id;
    Ok(all.iter().find(|listed| listed.version.id == id).map(as_json).unwrap_or_default())
}

fn change_json(change: &Change) -> Value {
    json!({
        "code": change.code,
        "uuid": change.uuid,
        "change": change.what.name(),
        "field": change.what.field().map(|field| field.name()),
        "before": change.before,
        "after": change.after,
    })
}

pub fn comparison_json(comparison: &Comparison) -> Value {
    json!({
        "before": comparison.before.name,
        "after": comparison.after.name,
        "codes": [comparison.codes.0, comparison.codes.1],
        "changes": comparison.changes.iter().map(change_json).collect::<Vec<_>>(),
        "counts": comparison.counts().into_iter().map(|(kind, count)| (kind.to_owned(), json!(count))).collect::<serde_json::Map<_, _>>(),
    })
}

/// The changes code by code, for a person.
fn as_text(comparison: &Comparison) -> String {
    let mut out = String::new();
    let mut last = "";
    for change in &comparison.changes {
        if change.uuid != last {
            out.push_str(&format!("{}\n", change.code));
            last = &change.uuid;
        }
        out.push_str(&table::indented(&change.sentence(), 2));
        if let What::Redefined(_) = change.what {
            for (mark, text) in [("- ", &change.before), ("+ ", &change.after)] {
                if !text.is_empty() {
                    out.push_str(&table::indented(&format!("{mark}{}", table::one_line(text)), 4));
                }
            }
        }
    }
    out
}

impl Versions {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        match self.command.unwrap_or_else(|| Command::List(Output::default())) {
            Command::List(output) => list(context, &project, &output),
            Command::Keep { name, why, pass } => {
                versions::keep(&mut project, &name, &why, pass)?;
                let version = stored::by_name(&project.read(), &name)?;
                context
                    .done(&tr!("version-kept", name = version.name.clone()), &one(&project, &version.name)?)
            }
            Command::Compare { before, after, output } => {
                let reader = project.read();
                let (before, after) = (versions::find(&reader, &before)?, versions::find(&reader, &after)?);
                let comparison = versions::compare(&project, before, after)?;
                if output.is_prose() {
                    return context.written(&output, &project, coding_guide::comparison(&comparison));
                }
                let json = || comparison_json(&comparison);
                context.table(&output, &project, &[comparison.table()], json, || as_text(&comparison))?;
                if !context.json && !output.is_wanted() {
                    comparison.notes().iter().for_each(|note| context.say(note));
                }
                Ok(())
            }
            Command::Show { name, output } => {
                let state = versions::find(&project.read(), &name)?;
                let book = versions::book(&project, state, &name)?;
                super::codebook::write(context, &project, &output, book)
            }
            Command::Change { name, rename, why } => {
                let before = stored::by_name(&project.read(), &name)?;
                versions::change(&mut project, before.id, rename.as_deref(), why.as_deref())?;
                let after = stored::get(&project.read(), before.id)?;
                context.done(&tr!("version-changed", name = after.name.clone()), &one(&project, &after.name)?)
            }
            Command::Remove { names } => {
                let found: Result<Vec<_>> =
                    names.iter().map(|name| stored::by_name(&project.read(), name)).collect();
                let found = found?;
                let removed = project.in_batch(|project| {
                    found.iter().try_for_each(|version| versions::remove(project, version.id).map(|_| ()))
                });
                removed?;
                let names: Vec<&str> = found.iter().map(|version| version.name.as_str()).collect();
                context.done(&tr!("version-removed", names = names.join(", ")), &json!({ "removed": names }))
            }
        }
    }
}

fn list(context: &Context, project: &Project, output: &Output) -> Result<()> {
    let (listed, _) = versions::list(&project.read())?;
    let made = versions::table(&project.read())?;
    if listed.is_empty() && !context.json {
        context.say(&tr!("versions-none"));
    }
    let json = || listed.iter().map(as_json).collect();
    let text = || if made.rows.is_empty() { String::new() } else { table::text_of(&made) };
    context.table(output, project, std::slice::from_ref(&made), json, text)?;
    if !context.json && !output.is_wanted() {
        made.notes.iter().for_each(|note| context.say(note));
    }
    Ok(())
}
