//! `coders`: who codes, how far each is, and whose codings count.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::segments::documents_of;
use super::table;
use crate::error::{Error, Result};
use crate::model::coders::{Because, Coder, Draw, Pass, Standing, Status};
use crate::model::documents::Document;
use crate::model::{CoderId, DocumentId};
use crate::store::{Project, coders, codings, documents, settings, versions, viewer};
use crate::{ops, tr};

/// Coders: list, add, rename, use, status, choose, packages, release.
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
    /// Give a coder another colour.
    Recolor {
        /// The coder
        coder: String,
        /// Colour as #RRGGBB
        color: String,
    },
    /// Give coders documents to code. Several coders: pairs of them take turns over the documents.
    Assign {
        /// The coders
        #[arg(required = true, value_name = "A,B", value_delimiter = ',')]
        coders: Vec<String>,
        /// Only this document; several, or separated by commas [default: all]
        #[arg(long, value_name = "LABEL", value_delimiter = ',')]
        document: Vec<String>,
        /// Only the documents of this group; several
        #[arg(long, value_name = "GROUP")]
        group: Vec<String>,
        /// Draw N of these documents at random; the draw is kept
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        choose: Option<u32>,
        /// Draw from every group its share
        #[arg(long, requires = "choose")]
        by_group: bool,
        /// Seed of the draw: the same again draws the same
        #[arg(long, value_name = "N", default_value_t = 1)]
        seed: u64,
        /// Take the documents away where they have not been begun
        #[arg(long)]
        revoke: bool,
    },
    /// List the coding passes, add one, rename one, or go on in another.
    Pass {
        /// What to do
        #[arg(value_parser = ["list", "add", "rename", "use"], default_value = "list")]
        what: String,
        /// The pass
        #[arg(value_name = "NAME")]
        name: Option<String>,
        /// Its new name
        new: Option<String>,
        /// The version of the codebook that its codes are of; none: of no version that is kept
        #[arg(long, value_name = "VERSION")]
        version: Option<String>,
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
    /// List the packages that were given away, and what came back.
    Packages,
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
            Command::Recolor { coder, color } => recolor(context, &coder, &color),
            Command::Assign { coders, document, group, choose, by_group, seed, revoke } => {
                let of = documents_of(&context.open()?, &document, &group)?;
                let draw = choose.map(|count| Draw { count: count as usize, by_group, seed });
                assign(context, &coders, of, draw, !revoke)
            }
            Command::Pass { what, name, new, version } => {
                pass(context, &what, name.as_deref(), new.as_deref(), version.as_deref())
            }
            Command::Use { coder } => sign_in(context, &coder),
            Command::Status { label: Some(label), status: Some(status) } => {
                set_status(context, &label, &status)
            }
            Command::Status { .. } => list_status(context),
            Command::Choose { label, coder } => choose(context, &label, coder.as_deref()),
            Command::Packages => super::merge::packages(context, &context.open()?),
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

fn recolor(context: &Context, typed: &str, color: &str) -> Result<()> {
    let mut project = context.open()?;
    let coder = context::coder(&project, typed)?;
    ops::coders::recolor(&mut project, coder, color)?;
    let coder = coders::get(&project.read(), coder)?;
    let words = tr!("cli-coder-recolored", coder = coder.name.clone(), color = coder.color.clone());
    context.done(&words, &json!({"name": coder.name, "color": coder.color}))
}

fn assign(
    context: &Context,
    names: &[String],
    of: Option<Vec<DocumentId>>,
    draw: Option<Draw>,
    to_do: bool,
) -> Result<()> {
    let mut project = context.open()?;
    let who: Vec<CoderId> = names.iter().map(|name| context::coder(&project, name)).collect::<Result<_>>()?;
    let done = ops::coders::hand_out(&mut project, &who, of.as_deref(), draw.as_ref(), to_do)?.value;
    let progress = ops::coders::progress(&project)?;
    let all = progress.rows.len();
    let share = crate::i18n::number(progress.twice as f64 * 100.0 / all.max(1) as f64, 0);
    let count = done.documents.len();
    let words = match to_do {
        true => tr!("coders-assigned", count = count, twice = progress.twice, all = all, share = share),
        false => tr!("coders-taken-away", count = count, twice = progress.twice, all = all, share = share),
    };
    let label = |(document, _): &(Document, Vec<Standing>)| {
        done.documents.contains(&document.id).then(|| document.label.clone())
    };
    let labels: Vec<String> = progress.rows.iter().filter_map(label).collect();
    let drawn = done.drawn.as_ref().map(|drawn| {
        json!({"labels": labels, "of": drawn.of, "seed": drawn.draw.seed, "by_group": drawn.draw.by_group})
    });
    context.done(&words, &json!({"documents": count, "twice": progress.twice, "of": all, "drawn": drawn}))?;
    if done.drawn.is_some() {
        context.say(&labels.join(", "));
    }
    Ok(())
}

fn pass(
    context: &Context,
    what: &str,
    name: Option<&str>,
    new: Option<&str>,
    version: Option<&str>,
) -> Result<()> {
    let mut project = context.open()?;
    let find = |project: &Project, name: Option<&str>| {
        let all = coders::passes(&project.read())?;
        let wanted = name.unwrap_or_default().trim().to_lowercase();
        all.into_iter().find(|pass| pass.name.to_lowercase() == wanted).ok_or_else(|| {
            Error::not_found(tr!("error-no-such-pass", name = name.unwrap_or_default().to_owned()))
                .hint(tr!("hint-no-such-pass"))
        })
    };
    match what {
        "add" => drop(ops::coders::add_pass(&mut project, name.unwrap_or_default())?),
        "rename" => {
            let pass = find(&project, name)?;
            ops::coders::rename_pass(&mut project, pass.id, new.unwrap_or_default())?;
        }
        "use" => {
            let pass = find(&project, name)?;
            ops::coders::use_pass(&mut project, &pass)?;
        }
        _ => {}
    }
    if let Some(typed) = version {
        let version = match typed {
            "none" => None,
            typed => Some(versions::by_name(&project.read(), typed)?.id),
        };
        let pass = find(&project, if what == "rename" { new } else { name })?;
        ops::coders::set_pass_version(&mut project, &pass, version)?;
    }
    let all = coders::passes(&project.read())?;
    let known = versions::list(&project.read())?;
    let of = |pass: &Pass| {
        let version = known.iter().find(|version| Some(version.id) == pass.version);
        version.map(|version| version.name.clone())
    };
    if context.json {
        let row = |pass: &Pass| json!({"name": pass.name, "current": pass.current, "version": of(pass)});
        return context.print_json(&all.iter().map(row).collect());
    }
    for pass in &all {
        let version = of(pass).map(|name| format!("  ({})", tr!("pass-of-version", name = name)));
        let mark = if pass.current { "*" } else { " " };
        context.line(&format!("{mark} {}{}", pass.name, version.unwrap_or_default()))?;
    }
    Ok(())
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
    let set = coders::analysis_set(&reader)?;
    let all = coders::list(&reader)?;
    let progress = ops::coders::progress(&project)?;
    let shown = &progress.coders;
    let name_of =
        |id| all.iter().find(|coder| coder.id == id).map(|coder| coder.name.clone()).unwrap_or_default();
    let coded = ops::retrieve::coded_paragraphs(&project, None)?;
    let mut rows = Vec::new();
    let mut values = Vec::new();
    for (document, declared) in &progress.rows {
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
            .zip(declared)
            .map(|(coder, standing)| (coder.name.clone(), status_json(*standing)))
            .collect();
        let given: Vec<&str> = shown
            .iter()
            .zip(declared)
            .filter(|(_, standing)| !matches!(standing, Standing::Hidden | Standing::Nothing))
            .map(|(coder, _)| coder.name.as_str())
            .collect();
        values.push(json!({
            "document": document.label,
            "status": status,
            "given": given,
            "counts": counts,
            "because": because,
            "coded_paragraphs": yours,
            "paragraphs": document.paragraphs,
            "released": viewer::released_on(&reader, document.id)?,
        }));
        let mut row = vec![document.label.clone(), format!("{yours}/{}", document.paragraphs)];
        row.extend(declared.iter().map(|standing| tr!(&format!("standing-{}", standing.name()))));
        row.push(counts);
        rows.push(row);
    }
    if context.json {
        return context.print_json(&Value::Array(values));
    }
    let mut heading = vec![tr!("cli-column-label"), tr!("cli-column-coded")];
    heading.extend(shown.iter().map(|coder| coder.name.clone()));
    heading.push(tr!("cli-column-counts"));
    context.print(&table::columns(&heading, &rows))?;
    if shown.len() > 1 {
        let share = crate::i18n::number(progress.twice as f64 * 100.0 / rows.len().max(1) as f64, 0);
        context.say(&tr!("coders-twice", twice = progress.twice, all = rows.len(), share = share));
    }
    for drawn in ops::coders::drawn_words(&reader)? {
        context.say(&drawn);
    }
    Ok(())
}

/// As scripts know it: what was neither given nor begun is not started; hidden is null.
fn status_json(standing: Standing) -> Value {
    match standing {
        Standing::Hidden => Value::Null,
        Standing::Nothing | Standing::ToDo => json!(Status::NotStarted.name()),
        Standing::InProgress => json!(Status::InProgress.name()),
        Standing::Done => json!(Status::Done.name()),
    }
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
