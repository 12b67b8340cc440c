//! `codes revisit`: codes to look for once more in what was coded before.

use clap::Subcommand;
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::segments::documents_of;
use super::table;
use crate::error::Result;
use crate::store::{coders, codes, documents};
use crate::{ops, tr};

#[derive(Debug, Subcommand)]
pub enum Revisit {
    /// List what waits for you (the default).
    List {
        /// Also what waits for others, where it may be seen
        #[arg(long)]
        everyone: bool,
        #[command(flatten)]
        output: Output,
    },
    /// Mark your documents for a code: those that you have begun or done.
    Add {
        /// The code
        code: String,
        /// Only this document; several, or separated by commas
        #[arg(long, value_name = "LABEL", value_delimiter = ',')]
        document: Vec<String>,
        /// Only the documents of this group; several
        #[arg(long, value_name = "GROUP")]
        group: Vec<String>,
    },
    /// Say that you have looked for a code; without documents, in all that wait.
    Done {
        /// The code
        code: String,
        /// Labels of the documents
        #[arg(value_name = "LABEL")]
        labels: Vec<String>,
    },
}

impl Revisit {
    pub fn run(self, context: &Context) -> Result<()> {
        match self {
            Revisit::List { everyone, output } => list(context, everyone, &output),
            Revisit::Add { code, document, group } => add(context, &code, &document, &group),
            Revisit::Done { code, labels } => done(context, &code, &labels),
        }
    }
}

fn list(context: &Context, everyone: bool, output: &Output) -> Result<()> {
    let project = context.open()?;
    let (shown, waiting) = ops::revisit::table(&project, everyone)?;
    let reader = project.read();
    let tree = codes::tree(&reader)?;
    let (all, coders) = (documents::list(&reader)?, coders::list(&reader)?);
    let as_json = || {
        let row = |one: &crate::model::revisit::Revisit| {
            let document = all.iter().find(|document| document.id == one.document);
            let coder = coders.iter().find(|coder| coder.id == one.coder);
            json!({
                "document": document.map(|document| &document.label),
                "code": tree.path(one.code),
                "coder": coder.map(|coder| &coder.name),
                "reason": one.reason.name(),
                "at": one.at,
            })
        };
        waiting.iter().map(row).collect::<Value>()
    };
    let text = || {
        let heading: Vec<String> = shown.columns.iter().map(|column| column.title.clone()).collect();
        let rows: Vec<Vec<String>> =
            shown.rows.iter().map(|row| row.iter().map(|cell| cell.value.plain()).collect()).collect();
        if rows.is_empty() { tr!("revisit-none") } else { table::columns(&heading, &rows) }
    };
    context.table(output, &project, std::slice::from_ref(&shown), as_json, text)
}

fn add(context: &Context, code: &str, labels: &[String], groups: &[String]) -> Result<()> {
    let mut project = context.open()?;
    let tree = codes::tree(&project.read())?;
    let node = tree.find(code)?;
    let chosen = documents_of(&project, labels, groups)?;
    let marked = ops::revisit::mark(&mut project, node.code.id, chosen.as_deref())?.value;
    let words = tr!("revisit-marked", count = marked, code = node.path.clone());
    context.done(&words, &json!({"code": node.path, "marked": marked}))
}

fn done(context: &Context, code: &str, labels: &[String]) -> Result<()> {
    let mut project = context.open()?;
    let tree = codes::tree(&project.read())?;
    let node = tree.find(code)?;
    let wanted = context::document_ids(&project, labels)?;
    let own = ops::revisit::own(&project)?;
    let waiting: Vec<_> = own
        .iter()
        .filter(|one| one.code == node.code.id)
        .filter(|one| wanted.as_ref().is_none_or(|wanted| wanted.contains(&one.document)))
        .collect();
    project.in_batch(|project| {
        waiting.iter().try_for_each(|one| ops::revisit::done(project, one.document, one.code).map(drop))
    })?;
    let words = tr!("revisit-done", count = waiting.len(), code = node.path.clone());
    context.done(&words, &json!({"code": node.path, "done": waiting.len()}))
}
