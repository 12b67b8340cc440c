//! `history`, `undo`, `redo`.

use clap::Args;
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::table::Listing;
use crate::error::{Error, Result};
use crate::model::history::{Done, Matter, Operation, OperationKind, OperationState};
use crate::model::table::ColumnKind;
use crate::store::history::{HistoryFilter, words};
use crate::store::{Project, codes};
use crate::{clock, ops, tr};

/// Show who changed what, newest first.
///
/// Before the coders' work is released to each other, each sees their own.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz history -n 20\n  absatz history --document 5 --json\n  absatz history --by Ben --kind codings --since 2026-03-01\n  absatz history --code Obstacles --with-subcodes\n  absatz history --kind merge-codes --undone\n  absatz history -o audit-trail.xlsx"
)]
pub struct History {
    /// Only what changed this document
    #[arg(long, value_name = "LABEL")]
    document: Option<String>,
    /// Only what changed this code
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// Also what changed the subcodes of the code that is named
    #[arg(long, requires = "code")]
    with_subcodes: bool,
    /// Only what this coder did
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Only what was about this: project, coders, documents, variables, codes, codings, memos, paraphrases, summaries,
    /// consensus, undo; or one operation, as --json names it: merge-codes
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: Option<Kind>,
    /// Only from this day on
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    /// Only what was undone
    #[arg(long)]
    undone: bool,
    /// At most so many
    #[arg(short = 'n', long, value_name = "N")]
    limit: Option<u32>,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Matter(Matter),
    Operation(OperationKind),
}

fn kind(text: &str) -> std::result::Result<Kind, String> {
    let matter = Matter::from_name(text).map(Kind::Matter);
    matter.or_else(|| OperationKind::from_name(text).map(Kind::Operation)).ok_or_else(|| {
        let names = Matter::ALL.map(Matter::name).join(", ");
        format!("one of {names}, or an operation such as apply-code")
    })
}

fn as_json(operation: &Operation) -> Value {
    json!({
        "id": operation.id.0,
        "uuid": operation.uuid,
        "at": operation.at,
        "coder": operation.coder,
        "operation": operation.kind.name(),
        "label": words(operation),
        "undone": operation.state != OperationState::Done,
        "arguments": operation.arguments,
        "batch": operation.batch,
    })
}

impl History {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let document = match &self.document {
            Some(label) => Some(context::document(&project, label)?.id),
            None => None,
        };
        let codes = match &self.code {
            Some(name) => {
                let tree = codes::tree(&project.read())?;
                let code = tree.find(name)?.code.id;
                let below = tree.subtree(code).iter().map(|node| node.code.id);
                Some(if self.with_subcodes { below.collect() } else { vec![code] })
            }
            None => None,
        };
        let coder = match &self.by {
            Some(name) => Some(context::coder(&project, name)?),
            None => context.own_work(&project),
        };
        let since = self.since.as_deref().map(ops::consent::day).transpose()?;
        let (matter, kind) = match self.kind {
            Some(Kind::Matter(matter)) => (Some(matter), None),
            Some(Kind::Operation(kind)) => (None, Some(kind)),
            None => (None, None),
        };
        let filter = HistoryFilter {
            coder,
            document,
            codes,
            matter,
            kind,
            undone: self.undone,
            // A day is one of the person's own clock, which the file does not know.
            limit: self.limit.filter(|_| since.is_none()),
        };
        let mut found = ops::history::list(&project, &filter)?;
        if let Some(since) = since {
            found.retain(|operation| clock::day(&operation.at) >= since);
            found.truncate(self.limit.map_or(usize::MAX, |limit| limit as usize));
        }
        let mut rows = Listing::new("history")
            .columns(ColumnKind::Number, ["id"])
            .columns(ColumnKind::Short, ["at", "coder"])
            .columns(ColumnKind::Long, ["operation"])
            .or_say(tr!("cli-no-history"));
        for operation in &found {
            let undone = match operation.state {
                OperationState::Done => String::new(),
                _ => format!(" ({})", tr!("cli-undone-mark")),
            };
            let words = format!("{}{undone}", words(operation));
            let (id, at) = (operation.id.0.to_string(), clock::local(&operation.at));
            rows.add(as_json(operation), [id, at, operation.coder.clone(), words]);
        }
        context.list(&self.output, &project, &rows)
    }
}

/// Undo your newest changes, one after the other.
///
/// What was done in one call, such as an import of several files, is undone together. Another coder's changes are not
/// touched; where one stands in the way, nothing happens and it is named.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  absatz undo\n  absatz undo 3")]
pub struct Undo {
    /// How many
    #[arg(default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    count: u32,
}

/// Do again what you undid last.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  absatz redo\n  absatz redo 3")]
pub struct Redo {
    /// How many
    #[arg(default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    count: u32,
}

impl Undo {
    pub fn run(self, context: &Context) -> Result<()> {
        turn(context, self.count, "cli-undone", OperationState::Undone, ops::history::undo)
    }
}

impl Redo {
    pub fn run(self, context: &Context) -> Result<()> {
        turn(context, self.count, "cli-redone", OperationState::Done, ops::history::redo)
    }
}

fn turn(
    context: &Context,
    count: u32,
    key: &str,
    state: OperationState,
    step: impl Fn(&mut Project) -> Result<Done<Vec<Operation>>>,
) -> Result<()> {
    let mut project = context.open()?;
    let mut turned: Vec<Operation> = Vec::new();
    let mut stopped: Option<Error> = None;
    for _ in 0..count {
        match step(&mut project) {
            Ok(done) => {
                if !context.json {
                    for operation in &done.value {
                        context.line(&tr!(key, operation = words(operation)))?;
                    }
                }
                // As they are now, not as they were found.
                turned.extend(done.value.into_iter().map(|operation| Operation { state, ..operation }));
            }
            // What was turned before it stays so and is told.
            Err(error) => {
                stopped = Some(error);
                break;
            }
        }
    }
    if context.json && !turned.is_empty() {
        context.print_json(&turned.iter().map(as_json).collect())?;
    }
    stopped.map_or(Ok(()), Err)
}
