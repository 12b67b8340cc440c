//! `grid`, `summary`: the Summary Grid and its cells.

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::{Output, text_or_stdin};
use super::segments::{as_json, documents_of};
use super::table;
use crate::analysis::grid::Shown;
use crate::error::Result;
use crate::model::codes::CodeTree;
use crate::model::documents::Document;
use crate::ops::grid::GridQuery;
use crate::store::{coders, codes, documents, settings, summaries};
use crate::{analysis, ops, tr};

/// Show or export the Summary Grid: documents × codes.
///
/// A cell has the coded segments of a code in a document and the summary written on them.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz grid -o grid.xlsx\n  absatz grid --code Obstacles --with-subcodes --transpose -o grid.docx\n  absatz grid --only summaries -o -  --format csv"
)]
pub struct Grid {
    /// Only this code; several
    #[arg(long, value_name = "CODE")]
    code: Vec<String>,
    /// Only this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// Only the documents of this group; several
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Cells also show the segments of their code's subcodes
    #[arg(long)]
    with_subcodes: bool,
    /// Codes as rows, documents as columns
    #[arg(long)]
    transpose: bool,
    /// Show only one of the two
    #[arg(long, value_name = "PART")]
    only: Option<Only>,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Only {
    Summaries,
    Segments,
}

impl Grid {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let reader = project.read();
        let tree = codes::tree(&reader)?;
        let chosen = match self.code.is_empty() {
            true => None,
            false => Some(context::code_ids(&tree, &self.code)?),
        };
        let query = GridQuery {
            documents: documents_of(&project, &self.document, &self.group)?,
            codes: chosen,
            with_subcodes: self.with_subcodes,
            coder: context.own_work(&project),
        };
        let shown = Shown {
            summaries: self.only != Some(Only::Segments),
            segments: self.only != Some(Only::Summaries),
            transposed: self.transpose,
        };
        let grid = ops::grid::grid(&project, &query)?;
        let all = documents::list(&reader)?;
        let rows: Vec<&Document> =
            grid.documents.iter().filter_map(|id| all.iter().find(|document| document.id == *id)).collect();
        let pattern = settings::citation(&reader)?;
        let table = analysis::grid::table(&grid, &all, &tree, &pattern, shown);
        let notes = table.notes.clone();
        let names: Vec<String> = rows.iter().map(|document| pattern.name(&document.label)).collect();
        context.table(
            &self.output,
            &project,
            &[table],
            || grid_json(&grid, &rows, &tree, shown),
            || grid_text(&grid, &rows, &names, &tree, shown),
        )?;
        if !context.json && !self.output.is_wanted() {
            for note in notes {
                context.say(&note);
            }
        }
        Ok(())
    }
}

fn grid_json(grid: &analysis::grid::Grid, rows: &[&Document], tree: &CodeTree, shown: Shown) -> Value {
    let mut cells = Vec::new();
    for document in rows {
        for &code in &grid.codes {
            let Some(cell) = grid.cell(document.id, code) else { continue };
            let segments: Vec<Value> =
                if shown.segments { cell.segments.iter().map(as_json).collect() } else { Vec::new() };
            let summary = cell.summary.as_ref().filter(|_| shown.summaries).map(|summary| &summary.text);
            if segments.is_empty() && summary.is_none() {
                continue;
            }
            cells.push(json!({
                "document": document.label,
                "code": tree.path(code),
                "segments": segments,
                "summary": summary,
            }));
        }
    }
    json!({
        "documents": rows.iter().map(|document| document.label.as_str()).collect::<Vec<_>>(),
        "codes": grid.codes.iter().map(|&code| tree.path(code)).collect::<Vec<_>>(),
        "cells": cells,
        "notes": grid.notes,
    })
}

fn grid_text(
    grid: &analysis::grid::Grid,
    rows: &[&Document],
    names: &[String],
    tree: &CodeTree,
    shown: Shown,
) -> String {
    let cell_text = |document: &Document, code| {
        let mut out = String::new();
        let Some(cell) = grid.cell(document.id, code) else { return out };
        if let Some(summary) = cell.summary.as_ref().filter(|_| shown.summaries) {
            out.push_str(&table::indented(&summary.text, 4));
        }
        if shown.segments {
            for segment in &cell.segments {
                let words = table::indented(&format!("{} {}", segment.text, segment.citation), 6);
                out.push_str(&words.replacen("      ", "    · ", 1));
            }
        }
        out
    };
    let mut out = String::new();
    let mut block = |heading: &str, cells: Vec<(String, String)>| {
        let cells: Vec<_> = cells.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        if cells.is_empty() {
            return;
        }
        out.push_str(&format!("{heading}\n"));
        for (name, text) in cells {
            out.push_str(&format!("  {name}\n{text}"));
        }
        out.push('\n');
    };
    if shown.transposed {
        for &code in &grid.codes {
            let cells = rows.iter().zip(names).map(|(row, name)| (name.clone(), cell_text(row, code)));
            block(tree.path(code), cells.collect());
        }
    } else {
        for (row, name) in rows.iter().zip(names) {
            let cells = grid.codes.iter().map(|&code| (tree.path(code).to_owned(), cell_text(row, code)));
            block(format!("{name}  {}", row.title).trim_end(), cells.collect());
        }
    }
    out
}

/// Read or write one cell of the Summary Grid.
///
/// Without TEXT it prints the cell: your own summary, or else the one of the coder who counts for the document.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz summary 5 Legal\n  absatz summary 5 Legal \"The law is seen as a pretext.\"\n  absatz summary 5 Legal - < cell.txt\n  absatz summary 5 Legal \"\"                      empties the cell"
)]
pub struct Summary {
    /// Label of the document: 5
    label: String,
    /// The code
    code: String,
    /// What to write; - reads standard input, "" empties the cell
    text: Option<String>,
}

impl Summary {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        let document = context::document(&project, &self.label)?;
        let tree = codes::tree(&project.read())?;
        let node = tree.find(&self.code)?;
        if let Some(text) = &self.text {
            let text = text_or_stdin(text)?;
            ops::summaries::write(&mut project, document.id, node.code.id, &text)?;
        }
        let reader = project.read();
        let mut coder = project.coder();
        let mut summary = summaries::get(&reader, document.id, node.code.id, coder)?;
        if summary.is_none()
            && self.text.is_none()
            && context.named_coder().is_none()
            && let Some(counts) = coders::analysis_set(&reader)?.coder(document.id)
        {
            coder = counts;
            summary = summaries::get(&reader, document.id, node.code.id, coder)?;
        }
        let name = coders::get(&reader, coder)?.name;
        let text = summary.map(|summary| summary.text);
        if context.json {
            return context.print_json(
                &json!({"document": document.label, "code": node.path, "coder": name, "summary": text}),
            );
        }
        let (label, code) = (document.label, node.path.clone());
        if self.text.is_some() {
            let key = if text.is_some() { "cli-summary-written" } else { "cli-summary-emptied" };
            context.say(&tr!(key, label = label, code = code));
            return Ok(());
        }
        match text {
            Some(text) => {
                if coder != project.coder() {
                    context.say(&tr!("cli-summary-of", coder = name));
                }
                context.line(&text)
            }
            None => {
                context.say(&tr!("cli-summary-none", label = label, code = code));
                Ok(())
            }
        }
    }
}
