//! `seal`, `erase`: what must leave the file for good.

use std::io::IsTerminal as _;

use clap::Args;
use serde_json::{Value, json};

use super::context::{self, Context};
use crate::error::{Error, Result};
use crate::ops::erasure::{self, Report};
use crate::tr;

/// Take old wordings out of the file for good, after names have been replaced.
///
/// The history loses its words and what it could undo; old texts, drafts, the list of names and the names of original
/// files go. The file is written anew, so that its free pages hold nothing either. Nothing of it can be undone. Nobody
/// else may have the project open. Backups and copies beside it are named: they still hold everything. So are files with an
/// edited text that could not be saved.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  absatz seal --dry-run\n  absatz seal --yes")]
pub struct Seal {
    /// Say what would go and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Do not ask
    #[arg(long)]
    yes: bool,
    /// Seal although listed names still stand in the study
    #[arg(long)]
    leave_names: bool,
}

/// Take an interview out of the file for good, with all that stands on it, and seal.
///
/// Its text, codings, memos, summaries, paraphrases, values, its words in anchor examples, persons who speak nowhere else: all go,
/// and with them the history of the whole project (see `absatz seal`). Nothing of it can be undone.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  absatz erase 7 --dry-run\n  absatz erase 7 --yes")]
pub struct Erase {
    /// Label of the document: 7
    label: String,
    /// Say what would go and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Do not ask
    #[arg(long)]
    yes: bool,
    /// Keep the list of names in the project
    #[arg(long)]
    keep_names: bool,
}

impl Seal {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        project.set_dry_run(true);
        let plan = context.working(|progress| erasure::seal(&mut project, self.leave_names, progress))?;
        if self.dry_run {
            return answer(context, &plan, true);
        }
        let name = project.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        confirm(context, self.yes, &plan, &name)?;
        project.set_dry_run(false);
        let report = context.working(|progress| erasure::seal(&mut project, self.leave_names, progress))?;
        answer(context, &report, false)
    }
}

impl Erase {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        let id = context::document(&project, &self.label)?.id;
        project.set_dry_run(true);
        let plan = context.working(|progress| erasure::erase(&mut project, id, self.keep_names, progress))?;
        if self.dry_run {
            return answer(context, &plan, true);
        }
        let label = plan.document.as_ref().map(|erased| erased.label.clone()).unwrap_or_default();
        confirm(context, self.yes, &plan, &label)?;
        project.set_dry_run(false);
        let report =
            context.working(|progress| erasure::erase(&mut project, id, self.keep_names, progress))?;
        answer(context, &report, false)
    }
}

/// On a terminal the name is typed; a script says `--yes`.
fn confirm(context: &Context, yes: bool, plan: &Report, name: &str) -> Result<()> {
    if yes {
        return Ok(());
    }
    if context.json || !std::io::stdin().is_terminal() {
        return Err(Error::usage(tr!("cli-erasure-yes")).hint(tr!("cli-erasure-yes-hint")));
    }
    for line in erasure::lines(plan, true) {
        context.say(&line);
    }
    context.say(&tr!("cli-erasure-type", name = name.to_owned()));
    let mut typed = String::new();
    std::io::stdin().read_line(&mut typed).map_err(|error| Error::io("stdin", &error))?;
    if typed.trim() == name {
        return Ok(());
    }
    Err(Error::new(crate::error::Kind::Cancelled, tr!("cli-erasure-not-typed")))
}

fn answer(context: &Context, report: &Report, dry_run: bool) -> Result<()> {
    if context.json {
        return context.print_json(&as_json(report, dry_run));
    }
    for line in erasure::lines(report, dry_run) {
        context.say(&line);
    }
    Ok(())
}

fn as_json(report: &Report, dry_run: bool) -> Value {
    let taken = &report.taken;
    json!({
        "dry_run": dry_run,
        "history": taken.operations,
        "images": taken.images,
        "texts": taken.texts,
        "drafts": taken.drafts,
        "names": taken.names,
        "file_names": taken.files,
        "document": report.document.as_ref().map(|erased| json!({
            "label": erased.label,
            "codings": erased.work.codings,
            "memos": erased.work.memos,
            "summaries": erased.work.summaries,
            "paraphrases": erased.work.paraphrases,
            "anchors": erased.anchors,
            "persons": erased.persons,
        })),
        "standing": report.standing.iter().map(|one| json!({
            "in": format!("{}.{}", one.table, one.column),
            "place": one.place,
            "text": one.words,
        })).collect::<Vec<_>>(),
        "copies": report.copies.iter().map(|file| file.display().to_string()).collect::<Vec<_>>(),
        "kept": report.kept.iter().map(|file| file.display().to_string()).collect::<Vec<_>>(),
        "names_file": report.names_file.as_ref().map(|file| file.display().to_string()),
        "recordings": report.recordings,
    })
}
