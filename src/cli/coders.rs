//! `coders`: who codes, how far each is, and whose codings count.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::segments::documents_of;
use super::table;
use crate::error::Result;
use crate::model::coders::{Because, Coder, Status};
use crate::store::{Project, coders, codings, documents, settings, viewer};
use crate::{ops, tr};

/// Coders: list, add, rename, use, status, choose, release.
///
/// Before their work is released to each other, coders see nothing of one another.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz coders add Ben\n  absatz coders use Ben\n  absatz coders status 5 done\n  absatz coders release\n  absatz coders release --document 5,6\n  absatz coders choose 5 Ben"
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
    /// Let the coders see each other's work: of the whole study, or on some documents.
    Release {
        /// Only on this document; several, or separated by commas
        #[arg(long, value_name = "LABEL", value_delimiter = ',')]
        document: Vec<String>,
        /// Only on the documents of this group; several
        #[arg(long, value_name = "GROUP")]
        group: Vec<String>,
        /// Hide the coders' work from each other again
        #[arg(long, visible_alias = "blind")]
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
            Command::Release { document, group, revoke } => release(context, &document, &group, !revoke),
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
    let reader = project.read();
    let released = settings::released(&reader)?;
    let mut visible = Vec::new();
    for coder in coders::list(&reader)? {
        if viewer::sees_any(&reader, coder.id)? {
            visible.push(coder.id);
        }
    }
    let visible = |coder: &Coder| visible.contains(&coder.id);
    let alone: Vec<String> = documents::list(&reader)?
        .into_iter()
        .filter(|document| document.released && !released)
        .map(|document| document.label)
        .collect();
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
                "released_documents": alone,
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
    if !alone.is_empty() {
        context.say(&tr!("release-some", count = alone.len(), documents = alone.join(", ")));
    }
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
    let all = coders::list(&reader)?;
    let mut shown: Vec<&Coder> = Vec::new();
    for coder in &all {
        let worked = !coder.consensus || work.iter().any(|work| work.coder == coder.id);
        if worked && viewer::sees_any(&reader, coder.id)? {
            shown.push(coder);
        }
    }
    let name_of =
        |id| all.iter().find(|coder| coder.id == id).map(|coder| coder.name.clone()).unwrap_or_default();
    let coded = ops::retrieve::coded_paragraphs(&project, None)?;
    let mut rows = Vec::new();
    let mut values = Vec::new();
    for document in documents::list(&reader)? {
        let mut declared: Vec<Option<Status>> = Vec::with_capacity(shown.len());
        for coder in &shown {
            let found = work.iter().find(|work| work.document == document.id && work.coder == coder.id);
            let seen = viewer::sees(&reader, coder.id, Some(document.id))?;
            declared.push(seen.then(|| found.map(|work| work.status).unwrap_or_default()));
        }
        let choice = set.chosen.get(&document.id);
        let counts = choice.map(|choice| name_of(choice.coder)).unwrap_or_default();
        let because = choice.map_or("", |choice| match choice.because {
            Because::Consensus => "consensus",
            Because::Chosen => "chosen",
            Because::Done => "done",
            Because::Reader => "reader",
        });
        let yours = coded.get(&document.id).copied().unwrap_or(0);
        let status: serde_json::Map<String, Value> = shown
            .iter()
            .zip(&declared)
            .map(|(coder, one)| (coder.name.clone(), json!(one.map(Status::name))))
            .collect();
        values.push(json!({
            "document": document.label,
            "status": status,
            "counts": counts,
            "because": because,
            "coded_paragraphs": yours,
            "paragraphs": document.paragraphs,
            "released": viewer::released_on(&reader, document.id)?,
        }));
        let mut row = vec![document.label.clone(), format!("{yours}/{}", document.paragraphs)];
        row.extend(declared.into_iter().map(|one| one.map_or_else(|| tr!("coders-hidden"), said)));
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

fn release(context: &Context, labels: &[String], groups: &[String], released: bool) -> Result<()> {
    let mut project = context.open()?;
    if let Some(chosen) = documents_of(&project, labels, groups)? {
        project.in_batch(|project| {
            chosen.iter().try_for_each(|document| {
                ops::project::set_released_on(project, *document, released).map(drop)
            })
        })?;
        let reader = project.read();
        let labels: Vec<String> = documents::list(&reader)?
            .into_iter()
            .filter(|document| chosen.contains(&document.id))
            .map(|document| document.label)
            .collect();
        let still = !released && settings::released(&reader)?;
        let said = if released { "yes" } else { "no" };
        let words = tr!("release-told", released = said, documents = labels.join(", "));
        context.done(&words, &json!({"documents": labels, "released": released || still}))?;
        if still {
            context.say(&tr!("release-told-study"));
        }
        return Ok(());
    }
    ops::project::set_released(&mut project, released)?;
    let words = if released { tr!("setting-released") } else { tr!("setting-blind") };
    context.done(&words, &json!({ "released": released }))
}
