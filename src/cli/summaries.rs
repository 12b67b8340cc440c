//! `summary`, `cell-state`, `document-summary`, `code-summary`, `case-summary`: what is written in the Summary Grid and at
//! its edges.

use clap::Args;
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::{Output, text_or_stdin};
use super::segments::documents_of;
use super::table::Listing;
use crate::error::{Error, Result};
use crate::model::summaries::{CellState, Condensed};
use crate::model::table::ColumnKind;
use crate::model::{CodeId, DocumentId};
use crate::ops::summaries::StatesSet;
use crate::store::{Project, cases, cell_states, coders, codes, condensations, documents, summaries};
use crate::{ops, tr};

/// Read or write one cell of the Summary Grid.
///
/// Without TEXT it prints the cell: your own summary, or else the one of the coder who counts for the document.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz summary 5 Legal\n  absatz summary 5 Legal \"The law is seen as a pretext.\"\n  absatz summary 5 Legal - < cell.txt\n  absatz summary 5 Legal \"\"                      empties the cell\n  absatz summary 5 Legal --state not-asked"
)]
pub struct Summary {
    /// Label of the document: 5
    label: String,
    /// The code
    code: String,
    /// What to write; - reads standard input, "" empties the cell
    text: Option<String>,
    /// What is known of a cell without segments: not-asked, no-answer, nothing; none takes it back
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
}

impl Summary {
    pub fn run(self, context: &Context) -> Result<()> {
        let state = self.state.as_deref().map(state_of).transpose()?;
        let mut project = context.open()?;
        let document = context::document(&project, &self.label)?;
        let tree = codes::tree(&project.read())?;
        let node = tree.find(&self.code)?;
        let text = self.text.as_deref().map(text_or_stdin).transpose()?;
        let writes = text.is_some() || state.is_some();
        project.in_batch(|project| {
            if let Some(text) = &text {
                ops::summaries::write(project, document.id, node.code.id, text)?;
            }
            if let Some(state) = state {
                ops::summaries::set_states(project, &[(document.id, node.code.id)], state)?;
            }
            Ok(())
        })?;
        let reader = project.read();
        // Where a document is consolidated, the consensus writes.
        let mut coder = match context.named_coder().is_none() || writes {
            true => ops::summaries::author(&reader, document.id, project.coder())?,
            false => project.coder(),
        };
        let mut summary = summaries::get(&reader, document.id, node.code.id, coder)?;
        let states = cell_states::list(&reader)?;
        let find = |coder| {
            let here = |one: &&crate::model::summaries::StateOf| {
                (one.document, one.code, one.coder) == (document.id, node.code.id, coder)
            };
            states.iter().find(here).map(|one| one.state)
        };
        let mut now = find(coder);
        if summary.is_none()
            && now.is_none()
            && !writes
            && context.named_coder().is_none()
            && let Some(counts) = coders::analysis_set(&reader)?.coder(document.id)
        {
            coder = counts;
            summary = summaries::get(&reader, document.id, node.code.id, coder)?;
            now = find(coder);
        }
        let name = coders::get(&reader, coder)?.name;
        let words = summary.map(|summary| summary.text);
        if context.json {
            return context.print_json(&json!({
                "document": document.label,
                "code": node.path,
                "coder": name,
                "summary": words,
                "state": now.map(CellState::name),
            }));
        }
        let (label, code) = (document.label, node.path.clone());
        if text.is_some() {
            let key = if words.is_some() { "cli-summary-written" } else { "cli-summary-emptied" };
            context.say(&tr!(key, label = label.clone(), code = code.clone()));
        }
        let said = now.map_or_else(|| tr!("cli-cell-state-cleared"), CellState::words);
        if state.is_some() {
            context.say(&tr!("cli-summary-state", label = label.clone(), code = code.clone(), state = said));
        }
        if writes {
            if coder != project.coder() {
                context.say(&tr!("summary-as-consensus", name = name));
            }
            return Ok(());
        }
        if coder != project.coder() && (words.is_some() || now.is_some()) {
            context.say(&tr!("cli-summary-of", coder = name));
        }
        match (words, now) {
            (Some(text), _) => context.line(&text)?,
            (None, Some(state)) => {
                context.say(&tr!("cli-summary-state", label = label, code = code, state = state.words()));
            }
            (None, None) => context.say(&tr!("cli-summary-none", label = label, code = code)),
        }
        Ok(())
    }
}

/// A state as typed; `none` takes it back.
fn state_of(typed: &str) -> Result<Option<CellState>> {
    if typed.eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    CellState::from_name(&typed.to_ascii_lowercase()).map(Some).ok_or_else(|| {
        let names = CellState::ALL.map(CellState::name).join(", ");
        Error::usage(tr!("error-cell-state-unknown", name = typed.to_owned()))
            .hint(tr!("cli-cell-state-hint", names = names))
    })
}

/// Say what is known of cells without segments: not asked, asked without an answer, nothing relevant.
///
/// Without STATE it lists what has been said. A cell of which nothing is said is not judged. Tables that count "n of N"
/// leave out who was not asked. Cells with segments of yours are left out.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz cell-state not-asked --document 5,6 --code Legal\n  absatz cell-state not-asked --group Pretest --branch Obstacles\n  absatz cell-state not-asked --from-guides       as the guides say that were used\n  absatz cell-state none --document 5 --code Legal\n  absatz cell-state -o states.csv"
)]
pub struct CellStates {
    /// not-asked, no-answer, nothing; none takes it back
    state: Option<String>,
    /// In this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// In the documents of this group; several
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Of this code; several
    #[arg(long, value_name = "CODE")]
    code: Vec<String>,
    /// Of this code and its subcodes; several
    #[arg(long, value_name = "CODE")]
    branch: Vec<String>,
    /// Where a document's guide does not ask about a code
    #[arg(long)]
    from_guides: bool,
    /// Say what would be noted and change nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    output: Output,
}

impl CellStates {
    pub fn run(self, context: &Context) -> Result<()> {
        let Some(typed) = &self.state else { return self.list(context) };
        let state = state_of(typed)?;
        let mut project = context.open()?;
        let cells = self.cells(&project, state)?;
        project.set_dry_run(self.dry_run);
        let done = match cells.is_empty() {
            true => StatesSet::default(),
            false => ops::summaries::set_states(&mut project, &cells, state)?.value,
        };
        let words = state.map_or_else(|| tr!("cli-cell-state-cleared"), CellState::words);
        let mut said = tr!("cli-cell-states-set", count = done.set, state = words);
        if done.coded > 0 {
            said = format!("{said} {}", tr!("cli-cell-states-coded", count = done.coded));
        }
        let state = state.map(CellState::name);
        context.done(
            &said,
            &json!({"state": state, "cells": done.set, "coded": done.coded, "dry_run": self.dry_run}),
        )
    }

    fn cells(&self, project: &Project, state: Option<CellState>) -> Result<Vec<(DocumentId, CodeId)>> {
        let tree = codes::tree(&project.read())?;
        let rows = documents_of(project, &self.document, &self.group)?;
        let mut columns = context::code_ids(&tree, &self.code)?;
        for id in context::code_ids(&tree, &self.branch)? {
            columns.extend(tree.subtree(id).iter().map(|node| node.code.id));
        }
        if self.from_guides {
            if state != Some(CellState::NotAsked) {
                return Err(Error::usage(tr!("cli-cell-state-guides-only"))
                    .hint(tr!("cli-cell-state-guides-only-hint")));
            }
            let mut cells = ops::summaries::not_in_guide(project)?;
            cells.retain(|(document, code)| {
                rows.as_ref().is_none_or(|rows| rows.contains(document))
                    && (columns.is_empty() || columns.contains(code))
            });
            return Ok(cells);
        }
        let Some(rows) = rows.filter(|_| !columns.is_empty()) else {
            return Err(Error::usage(tr!("cli-cell-state-needs")).hint(tr!("cli-cell-state-needs-hint")));
        };
        Ok(rows.iter().flat_map(|&row| columns.iter().map(move |&column| (row, column))).collect())
    }

    fn list(&self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let reader = project.read();
        let tree = codes::tree(&reader)?;
        let rows = documents_of(&project, &self.document, &self.group)?;
        let columns = context::code_ids(&tree, &self.code)?;
        let set = ops::retrieve::whose(&reader, context.own_work(&project))?;
        let all = documents::list(&reader)?;
        let mut listed = Listing::new("cell-states")
            .columns(ColumnKind::Short, ["document", "code", "state", "coder"])
            .or_say(tr!("cli-cell-states-none"));
        let mut states = cell_states::list(&reader)?;
        states.retain(|one| {
            set.counts(one.document, one.coder)
                && rows.as_ref().is_none_or(|rows| rows.contains(&one.document))
                && (columns.is_empty() || columns.contains(&one.code))
        });
        for document in &all {
            for one in states.iter().filter(|one| one.document == document.id) {
                let coder = coders::get(&reader, one.coder)?.name;
                let code = tree.path(one.code);
                let value = json!({
                    "document": document.label, "code": code, "state": one.state.name(), "coder": coder,
                });
                listed.add(value, [document.label.clone(), code.to_owned(), one.state.words(), coder]);
            }
        }
        context.list(&self.output, &project, &listed)
    }
}

/// Read or write the summary of a document: what it says as a whole.
///
/// Without TEXT it prints your own, or else the one that counts; without LABEL it lists all that count.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz document-summary 5 \"Digitalisation is a matter for the mayor here.\"\n  absatz document-summary 5\n  absatz document-summary -o documents.docx"
)]
pub struct DocumentSummary {
    /// Label of the document: 5
    label: Option<String>,
    /// What to write; - reads standard input, "" removes the text
    text: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Read or write the summary of a code: what all documents say on it.
///
/// Without TEXT it prints your own, or else the consensus'; without CODE it lists all that count.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz code-summary Legal \"Law is named as an obstacle everywhere, and often as a pretext.\"\n  absatz code-summary Legal\n  absatz code-summary -o codes.docx"
)]
pub struct CodeSummary {
    /// The code
    code: Option<String>,
    /// What to write; - reads standard input, "" removes the text
    text: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// Read or write the summary of a case: an early text on all that is known of it.
///
/// Without TEXT it prints your own, or else the consensus'; without CASE it lists all that count.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz case-summary Moorbach - < moorbach.txt\n  absatz case-summary Moorbach\n  absatz case-summary -o cases.docx"
)]
pub struct CaseSummary {
    /// The case
    case: Option<String>,
    /// What to write; - reads standard input, "" removes the text
    text: Option<String>,
    #[command(flatten)]
    output: Output,
}

impl DocumentSummary {
    pub fn run(self, context: &Context) -> Result<()> {
        let Some(label) = self.label else { return list(context, &self.output, "document-summaries") };
        one(context, self.text, |project| {
            let document = context::document(project, &label)?;
            Ok((Condensed::Document(document.id), "document", document.label))
        })
    }
}

impl CodeSummary {
    pub fn run(self, context: &Context) -> Result<()> {
        let Some(code) = self.code else { return list(context, &self.output, "code-summaries") };
        one(context, self.text, |project| {
            let tree = codes::tree(&project.read())?;
            let node = tree.find(&code)?;
            Ok((Condensed::Code(node.code.id), "code", node.path.clone()))
        })
    }
}

impl CaseSummary {
    pub fn run(self, context: &Context) -> Result<()> {
        let Some(name) = self.case else { return list(context, &self.output, "case-summaries") };
        one(context, self.text, |project| {
            let case = cases::by_name(&project.read(), &name)?;
            Ok((Condensed::Case(case.id), "case", case.name))
        })
    }
}

fn one(
    context: &Context,
    text: Option<String>,
    find: impl FnOnce(&Project) -> Result<(Condensed, &'static str, String)>,
) -> Result<()> {
    let mut project = context.open()?;
    let (on, noun, name) = find(&project)?;
    if let Some(text) = &text {
        ops::summaries::condense(&mut project, on, &text_or_stdin(text)?)?;
    }
    let mut coder = match context.named_coder().is_none() || text.is_some() {
        true => ops::summaries::author_on(&project.read(), on, project.coder())?,
        false => project.coder(),
    };
    let mut words = condensations::get(&project.read(), on, coder)?;
    if words.is_none() && text.is_none() && context.named_coder().is_none() {
        let counting = ops::summaries::counting(&project, None)?;
        if let Some(one) = counting.into_iter().find(|one| one.on == on) {
            (coder, words) = (one.coder, Some(one.text));
        }
    }
    let by = coders::get(&project.read(), coder)?.name;
    if context.json {
        return context.print_json(&json!({noun: name, "coder": by, "summary": words}));
    }
    match (text, words) {
        (Some(_), Some(_)) => {
            context.say(&tr!("cli-condensed-written", name = name));
            if coder != project.coder() {
                context.say(&tr!("summary-as-consensus", name = by));
            }
        }
        (Some(_), None) => context.say(&tr!("cli-condensed-emptied", name = name)),
        (None, Some(words)) => {
            if coder != project.coder() {
                context.say(&tr!("cli-summary-of", coder = by));
            }
            context.line(&words)?;
        }
        (None, None) => context.say(&tr!("cli-condensed-none", name = name)),
    }
    Ok(())
}

fn list(context: &Context, output: &Output, what: &'static str) -> Result<()> {
    let project = context.open()?;
    let reader = project.read();
    let (all, tree) = (documents::list(&reader)?, codes::tree(&reader)?);
    let all_cases = cases::list(&reader)?;
    let noun = what.trim_end_matches("-summaries");
    let noun: &'static str = ["document", "code", "case"].into_iter().find(|one| *one == noun).unwrap_or("");
    let mut found: Vec<(usize, String, Value, [String; 3])> = Vec::new();
    for one in ops::summaries::counting(&project, context.own_work(&project))? {
        let (at, name) = match (one.on, noun) {
            (Condensed::Document(id), "document") => {
                let at = all.iter().position(|document| document.id == id);
                (at, at.and_then(|at| all.get(at)).map(|document| document.label.clone()))
            }
            (Condensed::Code(id), "code") => (tree.index(id), Some(tree.path(id).to_owned())),
            (Condensed::Case(id), "case") => {
                let at = all_cases.iter().position(|case| case.id == id);
                (at, at.and_then(|at| all_cases.get(at)).map(|case| case.name.clone()))
            }
            _ => continue,
        };
        let (Some(at), Some(name)) = (at, name) else { continue };
        let by = coders::get(&reader, one.coder)?.name;
        let value = json!({noun: name, "coder": by, "summary": one.text});
        found.push((at, name.clone(), value, [name, one.text, by]));
    }
    found.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let mut rows = Listing::new(what)
        .columns(ColumnKind::Short, [noun])
        .columns(ColumnKind::Long, ["summary"])
        .columns(ColumnKind::Short, ["coder"])
        .or_say(tr!("cli-condensed-no-text"));
    for (_, _, value, cells) in found {
        rows.add(value, cells);
    }
    context.list(output, &project, &rows)
}
