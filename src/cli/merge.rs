//! `merge`: taking a package or a copy of the project back.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::context::Context;
use super::passphrase::Known;
use crate::error::{Error, Result};
use crate::model::packages::{Conflict, Happened, MergeReport, Take};
use crate::ops::merge::{self, Incoming};
use crate::store::Project;
use crate::tr;

/// Take work back: a coder's package, or a copy of the project that somebody worked in.
///
/// What only one side has changed is taken from that side. What both have changed is listed with numbers and has to be
/// decided; until then nothing is written. Doing it twice changes nothing. One undo takes it all back.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz merge from-ben.absatz --dry-run\n  absatz merge from-ben.absatz\n  absatz merge from-ben.absatz.age --take ours --decide 2=theirs,3=both"
)]
pub struct Merge {
    /// The package, encrypted or not, or the copy
    file: PathBuf,
    /// What to take of everything that collides
    #[arg(long, value_name = "SIDE", value_parser = ["ours", "theirs", "both"])]
    take: Option<String>,
    /// What to take of one thing that collides, by its number: 2=theirs; ours, theirs, or of texts both
    #[arg(long, value_name = "N=SIDE", value_delimiter = ',', value_parser = decision)]
    decide: Vec<(usize, Take)>,
    #[command(flatten)]
    passphrase: Known,
    /// Do not mark what was coded before to be revisited for codes that are new or mean something else
    #[arg(long)]
    no_revisit: bool,
    /// Say what would be merged and change nothing
    #[arg(long)]
    dry_run: bool,
}

fn decision(typed: &str) -> std::result::Result<(usize, Take), String> {
    let parsed = typed
        .split_once('=')
        .and_then(|(number, side)| Some((number.trim().parse().ok()?, Take::from_name(side.trim())?)));
    parsed.ok_or_else(|| "write the number and a side: 2=theirs (ours, theirs, both)".to_owned())
}

impl Merge {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        let passphrase = self.passphrase.of(&self.file)?;
        let incoming = merge::open(&project, &self.file, passphrase.as_deref())?;
        let decided: BTreeMap<usize, Take> = self.decide.iter().copied().collect();
        let all = self.take.as_deref().and_then(Take::from_name);
        let (plan, decisions) = context.working(|progress| {
            merge::plan(&mut project, &incoming, &decided, all, self.no_revisit, progress)
        })?;
        if self.dry_run || plan.undecided() > 0 {
            tell(context, &plan, &incoming, true)?;
            if plan.undecided() > 0 && !self.dry_run {
                return Err(Error::refused(tr!("error-merge-undecided", count = plan.undecided()))
                    .hint(tr!("hint-merge-undecided"))
                    .file(&self.file));
            }
            return Ok(());
        }
        let done = context.working(|progress| merge::merge(&mut project, &incoming, &decisions, progress))?;
        tell(context, &done.value, &incoming, false)
    }
}

fn tell(context: &Context, report: &MergeReport, incoming: &Incoming, dry_run: bool) -> Result<()> {
    if context.json {
        return context.print_json(&as_json(report, dry_run));
    }
    let coders = incoming.coders.join(", ");
    if report.is_empty() {
        context.say(&tr!("merge-nothing", coder = coders));
        return Ok(());
    }
    let heading = match incoming.cut() {
        Some(cut) => tr!("merge-heading", coder = coders, cut = crate::clock::local(cut)),
        None => coders,
    };
    context.line(&heading)?;
    for (&(table, happened), &count) in &report.counts {
        context.line(&format!("  {}", merge::happened_words(table, happened, count)))?;
    }
    for remark in &report.remarks {
        context.line(&format!("  {}", merge::remark_words(remark)))?;
    }
    for (number, conflict) in (1..).zip(&report.conflicts) {
        for line in conflict_lines(number, conflict) {
            context.line(&line)?;
        }
    }
    Ok(())
}

fn conflict_lines(number: usize, conflict: &Conflict) -> Vec<String> {
    let what = merge::unit_words(conflict.table, &conflict.unit);
    let clash = merge::clash_words(conflict.clash);
    let mut lines = vec![format!("{number:>3}  {} · {what}: {clash}", conflict.title)];
    let (ours, theirs) = (tr!("merge-ours"), tr!("merge-theirs"));
    let wide = ours.chars().count().max(theirs.chars().count());
    for (side, said) in [(ours, &conflict.ours), (theirs, &conflict.theirs)] {
        let below = format!("\n{}", " ".repeat(wide + 6));
        lines.push(format!("     {side:<wide$} {}", said.replace('\n', &below)));
    }
    if let Some(taken) = conflict.taken {
        lines.push(format!("     → {}", tr!(&format!("merge-take-{}", taken.name()))));
    }
    lines
}

fn as_json(report: &MergeReport, dry_run: bool) -> Value {
    let mut changes: BTreeMap<&str, BTreeMap<&str, u32>> = BTreeMap::new();
    for (&(table, happened), &count) in &report.counts {
        changes.entry(table).or_default().insert(happened.name(), count);
    }
    let changes: Vec<Value> = changes
        .into_iter()
        .map(|(table, counts)| {
            let of = |happened: Happened| counts.get(happened.name()).copied().unwrap_or(0);
            json!({
                "table": table,
                "added": of(Happened::Added),
                "changed": of(Happened::Changed),
                "removed": of(Happened::Removed),
            })
        })
        .collect();
    let conflicts: Vec<Value> = (1..)
        .zip(&report.conflicts)
        .map(|(number, conflict): (usize, _)| {
            json!({
                "number": number,
                "kind": conflict.clash.name(),
                "table": conflict.table,
                "unit": conflict.unit,
                "what": conflict.title,
                "base": conflict.base,
                "ours": conflict.ours,
                "theirs": conflict.theirs,
                "joinable": conflict.joinable,
                "taken": conflict.taken.map(Take::name),
            })
        })
        .collect();
    let remarks: Vec<Value> = report
        .remarks
        .iter()
        .map(|remark| {
            let (kind, what) = remark.parts();
            json!({"kind": kind, "what": what})
        })
        .collect();
    json!({
        "dry_run": dry_run,
        "coders": report.coders,
        "cut": report.cut,
        "changes": changes,
        "conflicts": conflicts,
        "remarks": remarks,
    })
}

/// What the project remembers of its packages, for `coders packages`.
pub fn packages(context: &Context, project: &Project) -> Result<()> {
    let all = crate::ops::share::given(project)?;
    if context.json {
        let rows: Vec<Value> = all
            .iter()
            .map(|one| json!({"coder": one.coder, "uuid": one.uuid, "given": one.cut, "merged": one.merged}))
            .collect();
        return context.print_json(&Value::Array(rows));
    }
    if all.is_empty() {
        context.say(&tr!("cli-no-packages"));
        return Ok(());
    }
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|one| {
            let merged = one.merged.as_deref().map_or_else(|| tr!("cli-package-out"), crate::clock::local);
            vec![one.coder.clone(), crate::clock::local(&one.cut), merged]
        })
        .collect();
    let heading =
        [tr!("cli-column-coder"), tr!("cli-column-package-given"), tr!("cli-column-package-merged")];
    context.print(&super::table::columns(&heading, &rows))
}
