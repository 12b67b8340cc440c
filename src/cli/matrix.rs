//! `matrix`, `coverage`, `portrait`, `codeline`: what the codings amount to, in tables and pictures.

use clap::{Args, Subcommand};
use serde_json::{Value as Json, json};

use super::context::{self, Context};
use super::output::Output;
use super::scope::{Choice, answer};
use crate::analysis::coded::Measure;
use crate::analysis::cooccurrence::{Figured, Relation};
use crate::analysis::crosstab::{Percent, Shape};
use crate::analysis::material::Shown;
use crate::analysis::portrait::TILES;
use crate::error::Result;
use crate::model::table::{Block, Cell, Table, Value};
use crate::ops;
use crate::ops::matrix::By;
use crate::ops::quotes::{QuoteQuery, Sides};
use crate::progress::Progress;
use crate::store::Project;

/// Count codes by documents, groups, values or other codes.
///
/// It answers for the analysis set, which is named below; with --coder, for that coder's own work.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz matrix codes-documents --main-codes\n  absatz matrix codes-documents --measure share -o matrix.svg\n  absatz matrix codes-variable level --measure documents --percent column -o crosstab.docx\n  absatz matrix codes-codes --relation near:2 -o relations.png\n  absatz matrix quotes --by group --weight 50.. -o quotes.docx"
)]
pub struct Matrix {
    #[command(subcommand)]
    kind: Kind,
}

#[derive(Debug, Subcommand)]
enum Kind {
    #[command(name = "codes-documents")]
    Documents(CodesDocuments),
    #[command(name = "codes-codes")]
    Codes(CodesCodes),
    #[command(name = "codes-variable")]
    Variable(CodesVariable),
    #[command(name = "codes-groups")]
    Groups(CodesGroups),
    #[command(name = "codes-sets")]
    Sets(CodesSets),
    Quotes(Quotes),
}

/// Codes × documents.
#[derive(Debug, Args)]
struct CodesDocuments {
    #[command(flatten)]
    choice: Choice,
    /// What is counted
    #[arg(long, value_name = "WHAT", value_parser = measures(), default_value = "segments")]
    measure: String,
    /// Documents as rows, codes as columns
    #[arg(long)]
    transpose: bool,
    #[command(flatten)]
    output: Output,
}

/// Codes × codes: which codes occur together.
#[derive(Debug, Args)]
struct CodesCodes {
    #[command(flatten)]
    choice: Choice,
    /// What together means: same (words), overlap, near:N (paragraphs apart at most), document
    #[arg(long, value_name = "RELATION", value_parser = relation, default_value = "overlap")]
    relation: Relation,
    /// A coefficient instead of a count
    #[arg(long, value_name = "NAME", value_parser = ["dice", "jaccard"])]
    coefficient: Option<String>,
    /// The pairs under each other, the most frequent first, with all figures
    #[arg(long, conflicts_with = "coefficient")]
    pairs: bool,
    #[command(flatten)]
    output: Output,
}

/// How groups are compared.
#[derive(Debug, Args)]
struct Compared {
    /// What is counted
    #[arg(long, value_name = "WHAT", value_parser = measures(), default_value = "segments")]
    measure: String,
    /// Percentages of the row, the column or of all
    #[arg(long, value_name = "OF", value_parser = ["row", "column", "total"])]
    percent: Option<String>,
    /// Percentages of documents without those that were not asked about a code
    #[arg(long, requires = "percent")]
    asked_only: bool,
    /// Groups as rows, codes as columns
    #[arg(long)]
    transpose: bool,
}

/// Codes × values of a variable of documents, cases or persons.
///
/// What is written to a file has published values, unless --working is given.
#[derive(Debug, Args)]
struct CodesVariable {
    /// The variable
    variable: String,
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    compared: Compared,
    /// By published values, on the screen too
    #[arg(long)]
    published: bool,
    /// By working values, in files too
    #[arg(long, conflicts_with = "published")]
    working: bool,
    #[command(flatten)]
    output: Output,
}

/// Codes × document groups.
#[derive(Debug, Args)]
struct CodesGroups {
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    compared: Compared,
    #[command(flatten)]
    output: Output,
}

/// Codes × sets of documents.
#[derive(Debug, Args)]
struct CodesSets {
    /// The sets [default: all of documents]
    sets: Vec<String>,
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    compared: Compared,
    #[command(flatten)]
    output: Output,
}

/// Codes × documents, cases, groups or values: what was said, with its citations.
///
/// A passage under several subcodes of a code that is counted with them stands there once. What is written to a file has
/// published values, unless --working is given.
#[derive(Debug, Args)]
struct Quotes {
    #[command(flatten)]
    choice: Choice,
    /// What stands side by side
    #[arg(long, value_name = "WHAT", value_parser = ["document", "case", "group", "set"], default_value = "document")]
    by: String,
    /// The values of this variable stand side by side
    #[arg(long, value_name = "NAME", conflicts_with = "by")]
    variable: Option<String>,
    /// By published values, on the screen too
    #[arg(long, requires = "variable")]
    published: bool,
    /// By working values, in files too
    #[arg(long, requires = "variable", conflicts_with = "published")]
    working: bool,
    /// Only segments of this weight: 50, 50.. (at least), ..50 (at most), 30..60
    #[arg(long, value_name = "WEIGHT", value_parser = weights)]
    weight: Option<(u8, u8)>,
    /// Documents or groups as rows, codes as columns
    #[arg(long)]
    transpose: bool,
    /// Also whose codings they are, in what is written to a file
    #[arg(long)]
    with_coders: bool,
    #[command(flatten)]
    output: Output,
}

/// `50`, `50..`, `..50`, `30..60`.
pub fn weights(typed: &str) -> std::result::Result<(u8, u8), String> {
    let (least, most) = match typed.split_once("..") {
        None => (typed, typed),
        Some((least, most)) => {
            (if least.is_empty() { "0" } else { least }, if most.is_empty() { "100" } else { most })
        }
    };
    let number = |text: &str| text.trim().parse::<u8>().ok().filter(|weight| *weight <= 100);
    match (number(least), number(most)) {
        (Some(least), Some(most)) if least <= most => Ok((least, most)),
        _ => Err("a weight is 50, 50.., ..50 or 30..60, of 0 to 100".to_owned()),
    }
}

impl Quotes {
    fn run(self, context: &Context, project: &Project, progress: &Progress) -> Result<()> {
        let scope = self.choice.scope(context, project, progress)?;
        let wanted = self.output.is_wanted();
        let sides = match (self.variable, self.by.as_str()) {
            (Some(name), _) => {
                let shown = match (self.published, self.working, wanted) {
                    (true, ..) | (false, false, true) => Shown::Published,
                    _ => Shown::Working,
                };
                Sides::Grouped(By::Variable(name, shown))
            }
            (None, "case") => Sides::Cases,
            (None, "group") => Sides::Grouped(By::Group),
            (None, "set") => Sides::Grouped(By::Sets(Vec::new())),
            (None, _) => Sides::Documents,
        };
        let lettered = wanted && !self.with_coders;
        let query = QuoteQuery { sides, transposed: self.transpose, weights: self.weight, lettered };
        let table = ops::quotes::matrix(project, &scope, &query)?;
        let tables = std::slice::from_ref(&table);
        context.table(&self.output, project, tables, || as_json(&table), || as_text(&table))?;
        if !context.json && !wanted {
            table.notes.iter().for_each(|note| context.say(note));
        }
        Ok(())
    }
}

/// Quotations in blocks, each with its citation.
fn as_json(table: &Table) -> Json {
    let block = |block: &Block| json!({"text": block.text, "citation": block.citation});
    let value = |value: &Value| match value {
        Value::Blocks(blocks) => blocks.iter().map(block).collect(),
        value => super::table::value_json(value),
    };
    let row = |row: &Vec<Cell>| {
        let cells = table.columns.iter().zip(row);
        Json::Object(cells.map(|(column, cell)| (column.key.clone(), value(&cell.value))).collect())
    };
    json!({
        "name": table.name,
        "columns": table.columns.iter().map(|column| column.key.as_str()).collect::<Vec<_>>(),
        "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
        "notes": table.notes,
    })
}

/// Cell by cell under each other: quotations are too long to stand side by side.
fn as_text(table: &Table) -> String {
    let mut out = String::new();
    for row in &table.rows {
        let head = row.first().map(|cell| cell.value.plain()).unwrap_or_default();
        for (column, cell) in table.columns.iter().zip(row).skip(1) {
            if cell.value.is_empty() {
                continue;
            }
            out.push_str(&format!("{head} · {}\n", column.title));
            match &cell.value {
                Value::Blocks(blocks) => {
                    blocks.iter().for_each(|block| out.push_str(&super::table::indented(&block.plain(), 4)));
                }
                value => out.push_str(&super::table::indented(&value.plain(), 4)),
            }
            out.push('\n');
        }
    }
    out
}

fn measures() -> [&'static str; 4] {
    Measure::ALL.map(Measure::name)
}

fn measure(name: &str) -> Measure {
    Measure::from_name(name).unwrap_or_default()
}

fn relation(typed: &str) -> std::result::Result<Relation, String> {
    Relation::from_name(typed).ok_or_else(|| "known are same, overlap, near:N and document".to_owned())
}

impl Compared {
    fn shape(&self) -> Shape {
        Shape {
            measure: measure(&self.measure),
            percent: self.percent.as_deref().and_then(Percent::from_name),
            asked_only: self.asked_only,
        }
    }
}

impl Matrix {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let counted = context.working(|progress| {
            Ok(Some(match self.kind {
                Kind::Quotes(quotes) => {
                    quotes.run(context, &project, progress)?;
                    return Ok(None);
                }
                Kind::Documents(CodesDocuments { choice, measure: name, transpose, output }) => {
                    let scope = choice.scope(context, &project, progress)?;
                    (ops::matrix::codes_documents(&project, &scope, measure(&name), transpose)?, output)
                }
                Kind::Codes(CodesCodes { choice, relation, coefficient, pairs, output }) => {
                    let scope = choice.scope(context, &project, progress)?;
                    let figured = match coefficient.as_deref() {
                        Some("dice") => Figured::Dice,
                        Some(_) => Figured::Jaccard,
                        None => Figured::Count,
                    };
                    let figure = match pairs {
                        true => ops::matrix::code_pairs(&project, &scope, relation)?,
                        false => ops::matrix::codes_codes(&project, &scope, relation, figured)?,
                    };
                    (figure, output)
                }
                Kind::Variable(one) => {
                    let scope = one.choice.scope(context, &project, progress)?;
                    let published = one.published || (one.output.is_wanted() && !one.working);
                    let shown = if published { Shown::Published } else { Shown::Working };
                    let by = By::Variable(one.variable, shown);
                    let shape = one.compared.shape();
                    (ops::matrix::crosstab(&project, &scope, &by, shape, one.compared.transpose)?, one.output)
                }
                Kind::Groups(CodesGroups { choice, compared, output }) => {
                    let scope = choice.scope(context, &project, progress)?;
                    let shape = compared.shape();
                    (ops::matrix::crosstab(&project, &scope, &By::Group, shape, compared.transpose)?, output)
                }
                Kind::Sets(CodesSets { sets, choice, compared, output }) => {
                    let scope = choice.scope(context, &project, progress)?;
                    let (by, shape) = (By::Sets(sets), compared.shape());
                    (ops::matrix::crosstab(&project, &scope, &by, shape, compared.transpose)?, output)
                }
            }))
        })?;
        // Quotations are no figures: they have been answered.
        let Some((figure, output)) = counted else { return Ok(()) };
        answer(context, &project, &output, figure)
    }
}

/// State how much of what is said lies under each code.
///
/// In characters, each counted once however many segments lie on it; without the interviewers' turns, labels, times and
/// headings.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz coverage --main-codes\n  absatz coverage --group Land -o coverage.svg\n  absatz matrix codes-documents --measure share    document by document"
)]
pub struct Coverage {
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    output: Output,
}

impl Coverage {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let figure = context.working(|progress| {
            ops::matrix::coverage(&project, &self.choice.scope(context, &project, progress)?)
        })?;
        answer(context, &project, &self.output, figure)
    }
}

/// Show a document as tiles in the colours of its codes: the document portrait.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz portrait 5 -o portrait.svg\n  absatz portrait 5 --main-codes --tiles 200 -o portrait.png\n  absatz portrait 5 --json"
)]
pub struct Portrait {
    /// Label of the document: 5
    label: String,
    /// How many tiles
    #[arg(long, value_name = "N", default_value_t = TILES, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=10_000))]
    tiles: usize,
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    output: Output,
}

impl Portrait {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let document = context::document(&project, &self.label)?;
        let scope = self.choice.scope(context, &project, &Progress::new())?;
        let figure = ops::matrix::portrait(&project, document.id, &scope, self.tiles)?;
        answer(context, &project, &self.output, figure)
    }
}

/// Show the codes of a document as lines over its paragraphs: the codeline.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz codeline 5 -o codeline.svg\n  absatz codeline 5 --main-codes\n  absatz codeline 5 -o codeline.xlsx"
)]
pub struct Codeline {
    /// Label of the document: 5
    label: String,
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    output: Output,
}

impl Codeline {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let document = context::document(&project, &self.label)?;
        let scope = self.choice.scope(context, &project, &Progress::new())?;
        answer(context, &project, &self.output, ops::matrix::codeline(&project, document.id, &scope)?)
    }
}
