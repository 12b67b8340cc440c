//! Which codes and documents a result is about; and the result as text, JSON, table or picture.

use clap::Args;
use serde_json::{Map, Value as Json, json};
use unicode_width::UnicodeWidthStr as _;

use super::context::{self, Context};
use super::output::Output;
use super::segments::documents_of;
use super::table;
use crate::analysis::coded::Codes;
use crate::error::Result;
use crate::model::chart::{Chart, Figure};
use crate::model::sets::Members;
use crate::model::table::{Cell, ColumnKind, Table, Value};
use crate::model::{CodeId, DocumentId};
use crate::ops::matrix::{Scope, find_set};
use crate::progress::Progress;
use crate::store::{Project, codes, sets};

/// Which codes and documents.
#[derive(Debug, Clone, Default, Args)]
pub struct Which {
    /// Only this code; several
    #[arg(long, value_name = "CODE")]
    code: Vec<String>,
    /// Only this code and its subcodes, each for itself; several
    #[arg(long, value_name = "CODE")]
    branch: Vec<String>,
    /// Only this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// Only the documents of this group; several
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Only the documents, or the codes, of this set; several
    #[arg(long, value_name = "SET")]
    set: Vec<String>,
    /// Leave out documents of the stage pretest
    #[arg(long)]
    pub without_pretests: bool,
}

/// Codes and documents of a result.
#[derive(Debug, Clone, Default, Args)]
pub struct Choice {
    #[command(flatten)]
    which: Which,
    /// Only main codes, each with its subcodes
    #[arg(long)]
    main_codes: bool,
    /// A code also has the segments of its subcodes
    #[arg(long)]
    with_subcodes: bool,
    /// Amounts of text: what interviewers say too
    #[arg(long)]
    with_interviewers: bool,
}

/// Codes and documents that are chosen; none is all.
pub type Chosen = (Option<Vec<CodeId>>, Option<Vec<DocumentId>>);

impl Which {
    /// The codes and documents that are chosen; none is all.
    pub fn chosen(&self, project: &Project) -> Result<Chosen> {
        let tree = codes::tree(&project.read())?;
        let mut only: Option<Vec<CodeId>> = None;
        if !self.code.is_empty() || !self.branch.is_empty() {
            let mut ids = context::code_ids(&tree, &self.code)?;
            for id in context::code_ids(&tree, &self.branch)? {
                ids.extend(tree.subtree(id).iter().map(|node| node.code.id));
            }
            only = Some(ids);
        }
        let mut documents: Option<Vec<DocumentId>> = documents_of(project, &self.document, &self.group)?;
        let all = sets::list(&project.read())?;
        let (mut in_sets, mut of_sets) = (None, None);
        for name in &self.set {
            match &find_set(&all, name)?.members {
                Members::Documents(ids) => in_sets.get_or_insert_with(Vec::new).extend(ids),
                Members::Codes(ids) => of_sets.get_or_insert_with(Vec::new).extend(ids),
            }
        }
        narrow(&mut documents, in_sets);
        narrow(&mut only, of_sets);
        Ok((only, documents))
    }
}

impl Choice {
    pub fn scope(&self, context: &Context, project: &Project, progress: &Progress) -> Result<Scope> {
        let (only, documents) = self.which.chosen(project)?;
        Ok(Scope {
            codes: Codes { only, main: self.main_codes, with_subcodes: self.with_subcodes },
            documents,
            without_pretests: self.which.without_pretests,
            with_interviewers: self.with_interviewers,
            coder: context.own_work(project),
            progress: progress.clone(),
        })
    }
}

/// Keeps what is in both; none is everything.
fn narrow<T: PartialEq>(chosen: &mut Option<Vec<T>>, others: Option<Vec<T>>) {
    let Some(others) = others else { return };
    match chosen {
        Some(chosen) => chosen.retain(|one| others.contains(one)),
        None => *chosen = Some(others),
    }
}

/// A figure to its file as a table or a picture, as JSON, or as text with its notes on stderr.
pub fn answer(context: &Context, project: &Project, output: &Output, figure: Figure) -> Result<()> {
    if let Some(format) = output.picture_format() {
        return context.picture(output, project, figure, format);
    }
    let tables = std::slice::from_ref(&figure.table);
    context.table(output, project, tables, || as_json(&figure), || text_of(&figure))?;
    if !context.json && !output.is_wanted() {
        figure.table.notes.iter().for_each(|note| context.say(note));
    }
    Ok(())
}

/// A table without a picture, in the same way.
pub fn answer_table(context: &Context, project: &Project, output: &Output, made: Table) -> Result<()> {
    let tables = std::slice::from_ref(&made);
    context.table(output, project, tables, || table::as_json(&made), || plain_text(&made))?;
    if !context.json && !output.is_wanted() {
        made.notes.iter().for_each(|note| context.say(note));
    }
    Ok(())
}

/// How many columns of a table are compared: those with headings of codes, labels or values.
fn compared(figure: &Figure) -> Option<std::ops::Range<usize>> {
    match &figure.chart {
        Chart::Heat(heat) => Some(heat.columns.clone()),
        Chart::Codeline(_) => Some(1..figure.table.columns.len()),
        Chart::Bars(_) | Chart::Portrait(_) => None,
    }
}

/// Two headings as rows with values; everything else as rows by the columns' keys.
pub fn as_json(figure: &Figure) -> Json {
    let table = &figure.table;
    let Some(columns) = compared(figure) else { return table::as_json(table) };
    let rows = match &figure.chart {
        Chart::Heat(heat) => heat.rows.clone(),
        _ => 0..table.rows.len(),
    };
    // What is no code, label or value has its key in brackets.
    let bare = |key: &str| key.trim_start_matches('(').trim_end_matches(')').to_owned();
    let row = |cells: &Vec<Cell>| {
        let mut object = Map::new();
        object.insert(
            "key".to_owned(),
            cells.first().map_or(Json::Null, |cell| table::value_json(&cell.value)),
        );
        let values =
            cells.get(columns.clone()).unwrap_or(&[]).iter().map(|cell| table::value_json(&cell.value));
        object.insert("values".to_owned(), values.collect());
        for (column, cell) in table.columns.iter().zip(cells).skip(columns.end) {
            object.insert(bare(&column.key), table::value_json(&cell.value));
        }
        Json::Object(object)
    };
    let keys: Vec<&str> =
        table.columns.get(columns.clone()).unwrap_or(&[]).iter().map(|column| column.key.as_str()).collect();
    json!({
        "name": table.name,
        "columns": keys,
        "rows": table.rows.get(rows.clone()).unwrap_or(&[]).iter().map(row).collect::<Vec<_>>(),
        "totals": table.rows.get(rows.end..).unwrap_or(&[]).iter().map(row).collect::<Vec<_>>(),
        "notes": table.notes,
    })
}

/// Headings wider than this become numbers, which stand before the rows or below the table.
const WIDEST_HEADING: usize = 14;

fn text_of(figure: &Figure) -> String {
    let table = &figure.table;
    let columns = compared(figure).unwrap_or(0..0);
    let wide = columns.clone().any(|at| table.columns[at].title.width() > WIDEST_HEADING);
    let symmetric = matches!(&figure.chart, Chart::Heat(heat) if heat.symmetric);
    let headings: Vec<String> = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| match wide && columns.contains(&at) {
            true => (at - columns.start + 1).to_string(),
            false => column.title.clone(),
        })
        .collect();
    let value = |value: &Value| match value {
        Value::Undefined(_) if !columns.is_empty() => "–".to_owned(),
        value => value.plain(),
    };
    let mut rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| value(&cell.value)).collect()).collect();
    if wide && symmetric {
        for (nth, row) in rows.iter_mut().enumerate() {
            if let Some(head) = row.first_mut() {
                *head = format!("{:>2}  {head}", nth + 1);
            }
        }
    }
    let mut out = table::aligned(&headings, &rows, &right(table));
    if wide && !symmetric {
        out.push('\n');
        for (nth, at) in columns.enumerate() {
            out.push_str(&format!("{:>2}  {}\n", nth + 1, table.columns[at].title));
        }
    }
    out
}

/// Which columns stand at the right of their room: numbers, and what leads up to a word.
fn right(table: &Table) -> Vec<bool> {
    let before = |key: &str| table.name == "concordance" && key == "before";
    table.columns.iter().map(|column| column.kind == ColumnKind::Number || before(&column.key)).collect()
}

fn plain_text(table: &Table) -> String {
    let headings: Vec<String> = table.columns.iter().map(|column| column.title.clone()).collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| cell.value.plain()).collect()).collect();
    table::aligned(&headings, &rows, &right(table))
}
