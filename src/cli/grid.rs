//! `grid`: the Summary Grid, how far it is, and what waits.

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::scope::answer_table;
use super::segments::{as_json, documents_of};
use super::table;
use crate::analysis::grid::{Grid as Data, Level, Part, Row, RowOf, Shown};
use crate::analysis::query::parse;
use crate::error::Result;
use crate::model::codes::CodeTree;
use crate::model::documents::Document;
use crate::model::summaries::{CellState, Condensed};
use crate::model::variables::Entity;
use crate::model::{CodeId, DocumentId, VariableId};
use crate::ops::grid::{Common, GridQuery};
use crate::ops::material::Loaded;
use crate::store::{Project, cases, codes, documents, settings};
use crate::{analysis, ops};

/// Show or export the Summary Grid: documents × codes.
///
/// A cell has the coded segments of a code in a document and the summary written on them, or what is known of it where
/// it has neither. The summaries of documents, codes and cases stand at its edges.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz grid -o grid.xlsx\n  absatz grid --code Obstacles --with-subcodes --transpose -o grid.docx\n  absatz grid --only summaries -o -  --format csv\n  absatz grid --rows case --variables size,level -o cases.docx\n  absatz grid --branch Obstacles --compare level --transpose -o groups.docx\n  absatz grid --level                       how far it is\n  absatz grid --waiting                     cells with segments and no summary"
)]
pub struct Grid {
    #[command(flatten)]
    choice: Choice,
    /// Instead: how many cells of each row and column are summarised, and how many wait
    #[arg(long, conflicts_with = "waiting")]
    level: bool,
    /// Instead: the cells with segments and no summary
    #[arg(long)]
    waiting: bool,
    #[command(flatten)]
    output: Output,
}

/// Which rows and columns, and what is shown of them.
#[derive(Debug, Clone, Default, Args)]
pub struct Choice {
    /// Only this code; several
    #[arg(long, value_name = "CODE")]
    pub code: Vec<String>,
    /// Only this code and its subcodes, a column each; several
    #[arg(long, value_name = "CODE")]
    pub branch: Vec<String>,
    /// Only this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    pub document: Vec<String>,
    /// Only the documents of this group; several
    #[arg(long, value_name = "GROUP")]
    pub group: Vec<String>,
    /// Only documents of which this holds: 'level = Kommune and size < 100'
    #[arg(long = "where", value_name = "CONDITION")]
    pub condition: Option<String>,
    /// Cells also show the segments of their code's subcodes
    #[arg(long)]
    pub with_subcodes: bool,
    /// What the rows are
    #[arg(long, value_name = "WHAT", value_parser = ["document", "case", "person"])]
    pub rows: Option<String>,
    /// Arrange the rows by group, by set or by a variable
    #[arg(long, value_name = "WHAT")]
    pub by: Option<String>,
    /// One row for all documents of a group, of a set or with the same value of a variable
    #[arg(long, value_name = "WHAT", conflicts_with = "by")]
    pub compare: Option<String>,
    /// Variables beside the rows; several, or separated by commas
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub variables: Vec<String>,
    /// Where they stand: in columns of their own, or in the first one
    #[arg(long, value_name = "WHERE", value_parser = ["columns", "first"])]
    pub variables_in: Option<String>,
    /// Values as you work with them, not as they may be published
    #[arg(long)]
    pub working: bool,
    /// Codes as rows, documents as columns
    #[arg(long)]
    pub transpose: bool,
    /// Show only one of the two
    #[arg(long, value_name = "PART")]
    pub only: Option<Only>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Only {
    Summaries,
    Segments,
}

impl Choice {
    /// The documents that are named; none means all.
    pub fn documents(&self, project: &Project) -> Result<Option<Vec<DocumentId>>> {
        let mut chosen = documents_of(project, &self.document, &self.group)?;
        if let Some(typed) = &self.condition {
            let condition = parse::condition(typed).map_err(|fault| fault.error())?;
            let held = ops::query::documents_where(&project.read(), &condition)?;
            chosen = Some(match chosen {
                Some(chosen) => chosen.into_iter().filter(|id| held.contains(id)).collect(),
                None => held,
            });
        }
        Ok(chosen)
    }

    /// The codes that are named; none means all.
    pub fn codes(&self, tree: &CodeTree) -> Result<Option<Vec<CodeId>>> {
        if self.code.is_empty() && self.branch.is_empty() {
            return Ok(None);
        }
        let mut ids = context::code_ids(tree, &self.code)?;
        for id in context::code_ids(tree, &self.branch)? {
            let below = tree.subtree(id).iter().map(|node| node.code.id);
            let new: Vec<CodeId> = below.filter(|id| !ids.contains(id)).collect();
            ids.extend(new);
        }
        Ok(Some(ids))
    }

    pub fn query(&self, context: &Context, project: &Project) -> Result<GridQuery> {
        let by = self.by.as_ref().or(self.compare.as_ref());
        Ok(GridQuery {
            documents: self.documents(project)?,
            codes: self.codes(&codes::tree(&project.read())?)?,
            with_subcodes: self.with_subcodes,
            coder: context.own_work(project),
            rows: self.unit(),
            by: by.map(|typed| Common::find(project, typed)).transpose()?,
            together: self.compare.is_some(),
            working: self.working,
        })
    }

    pub fn unit(&self) -> Entity {
        self.rows.as_deref().and_then(Entity::from_name).unwrap_or_default()
    }

    pub fn in_first(&self) -> bool {
        self.variables_in.as_deref() == Some("first")
    }

    pub fn shown(&self) -> Shown {
        Shown {
            summaries: self.only != Some(Only::Segments),
            segments: self.only != Some(Only::Summaries),
            states: self.only != Some(Only::Segments),
            transposed: self.transpose,
            in_first: self.in_first(),
            ..Shown::default()
        }
    }

    pub fn variables(&self, project: &Project) -> Result<Vec<VariableId>> {
        let loaded = Loaded::new(project)?;
        self.variables.iter().map(|name| loaded.variable(name).map(|variable| variable.id)).collect()
    }
}

impl Grid {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let query = self.choice.query(context, &project)?;
        let variables = self.choice.variables(&project)?;
        let shown = self.choice.shown();
        let grid = ops::grid::grid(&project, &query)?;
        let reader = project.read();
        let tree = codes::tree(&reader)?;
        let pattern = settings::citation(&reader)?;
        let all = documents::list(&reader)?;
        if self.level {
            return answer_table(context, &project, &self.output, analysis::grid::levels(&grid, &tree));
        }
        if self.waiting {
            let waiting = analysis::grid::waiting(&grid, &all, &tree, &pattern);
            return answer_table(context, &project, &self.output, waiting);
        }
        let made = ops::grid::table_of(&project, &grid, &query, shown, &variables)?;
        let notes = made.notes.clone();
        let name = |id: DocumentId| {
            let document = all.iter().find(|document| document.id == id);
            document.map_or(String::new(), |document| pattern.name(&document.label))
        };
        context.table(
            &self.output,
            &project,
            &[made],
            || grid_json(&project, &grid, &all, &tree, shown),
            || grid_text(&grid, name, &tree, shown),
        )?;
        if !context.json && !self.output.is_wanted() {
            for note in notes {
                context.say(&note);
            }
        }
        Ok(())
    }
}

fn level_json(level: &Level) -> Value {
    let mut object = Map::new();
    object.insert("cells".into(), level.cells.into());
    object.insert("summarised".into(), level.summarised.into());
    object.insert("waiting".into(), level.waiting.into());
    for (count, state) in level.states.iter().zip(CellState::ALL) {
        object.insert(state.name().replace('-', "_"), (*count).into());
    }
    object.insert("bare".into(), level.bare.into());
    Value::Object(object)
}

/// Cells are those of documents, whatever the rows are.
fn grid_json(project: &Project, grid: &Data, all: &[Document], tree: &CodeTree, shown: Shown) -> Value {
    let ids = grid.documents();
    let documents: Vec<&Document> = all.iter().filter(|document| ids.contains(&document.id)).collect();
    let mut cells = Vec::new();
    for document in &documents {
        for &code in &grid.codes {
            let Some(cell) = grid.cell(document.id, code) else { continue };
            let segments: Vec<Value> =
                if shown.segments { cell.segments.iter().map(as_json).collect() } else { Vec::new() };
            let summary = cell.summary.as_ref().filter(|_| shown.summaries).map(|summary| &summary.text);
            let state = cell.state.filter(|_| shown.states && cell.segments.is_empty()).map(CellState::name);
            if segments.is_empty() && summary.is_none() && state.is_none() {
                continue;
            }
            cells.push(json!({
                "document": document.label,
                "code": tree.path(code),
                "segments": segments,
                "summary": summary,
                "state": state,
            }));
        }
    }
    let label = |id: &DocumentId| {
        documents.iter().find(|document| document.id == *id).map(|document| document.label.as_str())
    };
    let row = |row: &Row| {
        let of = match row.of {
            RowOf::Document(_) => "document",
            RowOf::Case(_) => "case",
            RowOf::Person(_) => "person",
            RowOf::Class => "group",
        };
        json!({
            "of": of,
            "name": row.key,
            "under": row.class.as_ref().map(|(key, _)| key),
            "documents": row.documents.iter().filter_map(label).collect::<Vec<_>>(),
            "level": level_json(&grid.row_level(row)),
        })
    };
    let text = |on: Condensed| grid.condensed(on).map(|one| one.text.clone());
    let of_documents = documents.iter().filter_map(|document| {
        Some(json!({"document": document.label, "summary": text(Condensed::Document(document.id))?}))
    });
    let of_codes = grid
        .codes
        .iter()
        .filter_map(|&code| Some(json!({"code": tree.path(code), "summary": text(Condensed::Code(code))?})));
    let all_cases = cases::list(&project.read()).unwrap_or_default();
    let of_cases = all_cases
        .iter()
        .filter(|case| case.documents.iter().any(|id| ids.contains(id)))
        .filter_map(|case| Some(json!({"case": case.name, "summary": text(Condensed::Case(case.id))?})));
    json!({
        "documents": documents.iter().map(|document| document.label.as_str()).collect::<Vec<_>>(),
        "codes": grid.codes.iter().map(|&code| tree.path(code)).collect::<Vec<_>>(),
        "cells": cells,
        "rows": grid.rows.iter().map(row).collect::<Vec<_>>(),
        "document_summaries": of_documents.collect::<Vec<_>>(),
        "code_summaries": of_codes.collect::<Vec<_>>(),
        "case_summaries": of_cases.collect::<Vec<_>>(),
        "level": level_json(&grid.level()),
        "notes": grid.notes,
    })
}

/// What a row has of a code, as lines.
fn cell_text(parts: &[Part<'_>], shown: Shown, name: impl Fn(DocumentId) -> String) -> String {
    let mut out = String::new();
    for part in parts {
        let mut lines = String::new();
        if let Some(state) = part.state.filter(|_| shown.states) {
            lines.push_str(&table::indented(&format!("– {}", state.words()), 4));
        }
        if let Some(summary) = part.summary.filter(|_| shown.summaries) {
            lines.push_str(&table::indented(&summary.text, 4));
        }
        for segment in part.segments.iter().filter(|_| shown.segments) {
            let words = table::indented(&format!("{} {}", segment.text, segment.citation), 6);
            lines.push_str(&words.replacen("      ", "    · ", 1));
        }
        if !lines.is_empty() && parts.len() > 1 {
            out.push_str(&format!("   {}\n", name(part.document)));
        }
        out.push_str(&lines);
    }
    out
}

fn grid_text(
    grid: &Data,
    name: impl Fn(DocumentId) -> String + Copy,
    tree: &CodeTree,
    shown: Shown,
) -> String {
    let mut out = String::new();
    let mut block = |heading: &str, whole: Vec<&str>, cells: Vec<(String, String)>| {
        let cells: Vec<_> = cells.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        let whole = if shown.condensed && shown.summaries { whole } else { Vec::new() };
        if cells.is_empty() && whole.is_empty() {
            return;
        }
        out.push_str(&format!("{heading}\n"));
        for text in whole {
            out.push_str(&table::indented(text, 2));
        }
        for (name, text) in cells {
            out.push_str(&format!("  {name}\n{text}"));
        }
        out.push('\n');
    };
    let text = |on: Condensed| grid.condensed(on).map(|one| one.text.as_str());
    let of_row = |row: &Row| {
        let case = match row.of {
            RowOf::Case(id) => text(Condensed::Case(id)),
            _ => None,
        };
        let documents = row.documents.iter().filter_map(|id| text(Condensed::Document(*id)));
        case.into_iter().chain(documents).collect::<Vec<_>>()
    };
    if shown.transposed {
        for &code in &grid.codes {
            let cells = grid
                .rows
                .iter()
                .map(|row| (row.name.clone(), cell_text(&grid.parts(row, code), shown, name)));
            block(tree.path(code), text(Condensed::Code(code)).into_iter().collect(), cells.collect());
        }
    } else {
        for row in &grid.rows {
            let cells = grid
                .codes
                .iter()
                .map(|&code| (tree.path(code).to_owned(), cell_text(&grid.parts(row, code), shown, name)));
            let class = row.class.as_ref().filter(|_| row.of != RowOf::Class);
            let class = class.map_or(String::new(), |(_, title)| format!("  [{title}]"));
            let heading = format!("{}  {}{class}", row.name, row.title);
            block(heading.trim_end(), of_row(row), cells.collect());
        }
    }
    out
}
