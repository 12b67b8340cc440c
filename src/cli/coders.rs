//! `coders`: who codes, how far each is, and whose codings count.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::table;
use crate::error::Result;
use crate::model::coders::{Because, Coder, Status};
use crate::store::{Project, coders, codings, documents, settings};
use crate::{ops, tr};

/// Coders: list, add, rename, use, status, choose, release.
///
/// Before their work is released to each other, coders see nothing of one another.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz coders add Ben\n  absatz coders use Ben\n  absatz coders status 5 done\n  absatz coders release\n  absatz coders choose 5 Ben"
)]
pub struct Coders {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the coders (the default).
    List,
    /// Add coders.
    Add {
        /// Their names
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
    },
    /// Give a coder another name.
    Rename {
        /// The coder
        coder: String,
        /// The new name
        name: String,
    },
    /// Work as this coder from now on, in this copy of the project.
    Use {
        /// The coder
        #[arg(value_name = "NAME")]
        coder: String,
    },
    /// Show how far everybody is, or declare how far you are with a document.
    Status {
        /// Label of the document: 5
        #[arg(requires = "status")]
        label: Option<String>,
        /// How far
        #[arg(value_parser = ["not-started", "in-progress", "done"])]
        status: Option<String>,
    },
    /// Choose whose codings count in a document.
    Choose {
        /// Label of the document: 5
        label: String,
        /// The coder; left out: the first who declared it done
        coder: Option<String>,
    },
    /// Let the coders see each other's work.
    Release {
        /// Hide the coders' work from each other again
        #[arg(long)]
        revoke: bool,
    },
}

impl Coders {
    pub fn run(self, context: &Context) -> Result<()> {
        match self.command.unwrap_or(Command::List) {
            Command::List => list(context),
            Command::Add { names } => add(context, &names),
            Command::Rename { coder, name } => rename(context, &coder, &name),
            Command::Use { coder } => sign_in(context, &coder),
            Command::Status { label: Some(label), status: Some(status) } => {
                set_status(context, &label, &status)
            }
            Command::Status { .. } => list_status(context),
            Command::Choose { label, coder } => choose(context, &label, coder.as_deref()),
            Command::Release { revoke } => release(context, !revoke),
        }
    }
}

/// Coders with what the reader may see of their codings.
fn rows(project: &Project) -> Result<Vec<(Coder, u32)>> {
    let reader = project.read();
    let mut counts = std::collections::HashMap::new();
    for ((_, _, coder), count) in codings::counts(&reader)? {
        *counts.entry(coder).or_insert(0) += count;
    }
    let all = coders::list(&reader)?;
    Ok(all
        .into_iter()
        .map(|coder| (counts.get(&coder.id).copied().unwrap_or(0), coder))
        .map(|(n, c)| (c, n))
        .collect())
}

fn list(context: &Context) -> Result<()> {
    let project = context.open()?;
    let released = settings::released(&project.read())?;
    let visible = |coder: &Coder| released || coder.consensus || coder.id == project.coder();
    let all = rows(&project)?;
    if context.json {
        let rows = all.iter().map(|(coder, codings)| {
            json!({
                "name": coder.name,
                "current": coder.id == project.coder(),
                "consensus": coder.consensus,
                "color": coder.color,
                "uuid": coder.uuid,
                "codings": visible(coder).then_some(codings),
                "released": released,
            })
        });
        return context.print_json(&rows.collect());
    }
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|(coder, codings)| {
            let mark = if coder.id == project.coder() { "*" } else { "" };
            let codings = if visible(coder) { codings.to_string() } else { tr!("cli-hidden") };
            vec![mark.to_owned(), coder.name.clone(), codings]
        })
        .collect();
    context.print(&table::columns(
        &[String::new(), tr!("cli-column-coder"), tr!("cli-column-codings")],
        &rows,
    ))?;
    context.say(&if released { tr!("setting-released") } else { tr!("setting-blind") });
    Ok(())
}

fn add(context: &Context, names: &[String]) -> Result<()> {
    let mut project = context.open()?;
    project.in_batch(|project| {
        for name in names {
            ops::coders::add(project, name)?;
        }
        Ok(())
    })?;
    context.done(&tr!("cli-coders-added", names = names.join(", ")), &json!({ "added": names }))
}

fn rename(context: &Context, typed: &str, name: &str) -> Result<()> {
    let mut project = context.open()?;
    let coder = context::coder(&project, typed)?;
    ops::coders::rename(&mut project, coder, name)?;
    context.done(
        &tr!("cli-coder-renamed", coder = typed.to_owned(), name = name.to_owned()),
        &json!({ "name": name }),
    )
}

fn sign_in(context: &Context, typed: &str) -> Result<()> {
    let mut project = context.open()?;
    let coder = context::coder(&project, typed)?;
    ops::coders::sign_in(&mut project, coder)?;
    let name = coders::get(&project.read(), coder)?.name;
    context.done(&tr!("cli-coder-in-use", name = name.clone()), &json!({ "current": name }))
}

fn set_status(context: &Context, label: &str, status: &str) -> Result<()> {
    let mut project = context.open()?;
    let document = context::document(&project, label)?;
    let status = Status::from_name(status).unwrap_or_default();
    ops::coders::set_status(&mut project, document.id, status)?;
    let coder = coders::get(&project.read(), project.coder())?.name;
    let words =
        tr!("cli-status-set", label = document.label.clone(), coder = coder.clone(), status = said(status));
    context.done(&words, &json!({"document": document.label, "coder": coder, "status": status.name()}))
}

fn said(status: Status) -> String {
    tr!(&format!("cli-status-{}", status.name()))
}

fn list_status(context: &Context) -> Result<()> {
    let project = context.open()?;
    let reader = project.read();
    let work = ops::retrieve::work(&project)?;
    let set = coders::analysis_set(&reader)?;
    let released = settings::released(&reader)?;
    let all = coders::list(&reader)?;
    let shown: Vec<&Coder> = all.iter().filter(|coder| released || coder.id == project.coder()).collect();
    let name_of =
        |id| all.iter().find(|coder| coder.id == id).map(|coder| coder.name.clone()).unwrap_or_default();
    let coded = ops::retrieve::coded_paragraphs(&project, None)?;
    let mut rows = Vec::new();
    let mut values = Vec::new();
    for document in documents::list(&reader)? {
        let of = |coder: &Coder| {
            let found = work.iter().find(|work| work.document == document.id && work.coder == coder.id);
            found.map(|work| work.status).unwrap_or_default()
        };
        let choice = set.chosen.get(&document.id);
        let counts = choice.map(|choice| name_of(choice.coder)).unwrap_or_default();
        let because = choice.map_or("", |choice| match choice.because {
            Because::Consensus => "consensus",
            Because::Chosen => "chosen",
            Because::Done => "done",
            Because::Reader => "reader",
        });
        let yours = coded.get(&document.id).copied().unwrap_or(0);
        let status: serde_json::Map<String, Value> =
            shown.iter().map(|coder| (coder.name.clone(), json!(of(coder).name()))).collect();
        values.push(json!({
            "document": document.label,
            "status": status,
            "counts": counts,
            "because": because,
            "coded_paragraphs": yours,
            "paragraphs": document.paragraphs,
        }));
        let mut row = vec![document.label.clone(), format!("{yours}/{}", document.paragraphs)];
        row.extend(shown.iter().map(|coder| said(of(coder))));
        row.push(counts);
        rows.push(row);
    }
    if context.json {
        return context.print_json(&Value::Array(values));
    }
    let mut heading = vec![tr!("cli-column-label"), tr!("cli-column-coded")];
    heading.extend(shown.iter().map(|coder| coder.name.clone()));
    heading.push(tr!("cli-column-counts"));
    context.print(&table::columns(&heading, &rows))
}

fn choose(context: &Context, label: &str, typed: Option<&str>) -> Result<()> {
    let mut project = context.open()?;
    let document = context::document(&project, label)?;
    let coder = typed.map(|name| context::coder(&project, name)).transpose()?;
    ops::coders::choose(&mut project, document.id, coder)?;
    let name = coder.map(|id| coders::get(&project.read(), id)).transpose()?.map(|coder| coder.name);
    let words = match &name {
        Some(name) => tr!("cli-coder-chosen", label = document.label.clone(), coder = name.clone()),
        None => tr!("cli-coder-not-chosen", label = document.label.clone()),
    };
    context.done(&words, &json!({"document": document.label, "coder": name}))
}

fn release(context: &Context, released: bool) -> Result<()> {
    let mut project = context.open()?;
    ops::project::set_released(&mut project, released)?;
    let words = if released { tr!("setting-released") } else { tr!("setting-blind") };
    context.done(&words, &json!({ "released": released }))
}
