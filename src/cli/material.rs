//! `sample`, `overview`, `interviewees`, `method`: the tables that a method section has.

use clap::Args;

use super::context::Context;
use super::output::Output;
use super::table;
use crate::analysis::material::Shown;
use crate::error::Result;
use crate::model::table::Table;
use crate::model::variables::Entity;
use crate::ops;
use crate::ops::material::{IntervieweesQuery, MeaningQuery, SampleQuery};
use crate::store::Project;

/// Count documents, cases or persons by variables: the sample table.
///
/// A variable of cases also sorts their documents and persons, one of persons their documents.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz sample --rows level --columns office\n  absatz sample --rows level,office --count persons -o sample.docx\n  absatz sample --rows level --columns mode --published"
)]
pub struct Sample {
    /// Variables of the rows: one, or two of which the second is inside the first [default: found]
    #[arg(long, value_name = "VARIABLE", value_delimiter = ',')]
    rows: Vec<String>,
    /// Variable of the columns
    #[arg(long, value_name = "VARIABLE")]
    columns: Option<String>,
    /// What is counted
    #[arg(long, value_name = "WHAT", value_parser = ["documents", "cases", "persons"], default_value = "documents")]
    count: String,
    /// By published values
    #[arg(long)]
    published: bool,
    /// Count pretests too
    #[arg(long)]
    with_pretests: bool,
    #[command(flatten)]
    output: Output,
}

/// Which variables say when, how long, how and with whom an interview was.
#[derive(Debug, Args)]
struct Meaning {
    /// The variable with the date [default: found by its name]
    #[arg(long, value_name = "VARIABLE")]
    date: Option<String>,
    /// The variable with the duration [default: found by its name]
    #[arg(long, value_name = "VARIABLE")]
    duration: Option<String>,
    /// The variable with the mode, such as on site or video [default: found by its name]
    #[arg(long, value_name = "VARIABLE")]
    mode: Option<String>,
}

impl Meaning {
    fn query(self, function: Option<String>) -> MeaningQuery {
        MeaningQuery { date: self.date, duration: self.duration, mode: self.mode, function }
    }
}

/// List the interviews: case, functions, date, duration, mode.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz overview\n  absatz overview --published -o interviews.docx\n  absatz overview --duration minutes --function office"
)]
pub struct Overview {
    #[command(flatten)]
    meaning: Meaning,
    /// The variable with the persons' functions [default: found by its name]
    #[arg(long, value_name = "VARIABLE")]
    function: Option<String>,
    /// Published values only, without titles and cases
    #[arg(long)]
    published: bool,
    #[command(flatten)]
    output: Output,
}

/// List the interviewees by published values, and flag who could be singled out by them.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz interviewees -o interviewees.docx\n  absatz interviewees --variables function,level --k 3"
)]
pub struct Interviewees {
    /// Variables to show [default: all of persons and cases that may be published]
    #[arg(long, value_name = "VARIABLE", value_delimiter = ',')]
    variables: Vec<String>,
    /// Flag what fewer persons than this share
    #[arg(long, value_name = "N", default_value = "2", value_parser = clap::value_parser!(u32).range(1..))]
    k: u32,
    /// Also the persons' names, for a list of your own
    #[arg(long)]
    names: bool,
    /// Also who was only interviewed in pretests
    #[arg(long)]
    with_pretests: bool,
    #[command(flatten)]
    output: Output,
}

/// State the facts of the method section: numbers, period, durations, modes; pretests apart.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  absatz method\n  absatz method --lang de -o method.docx")]
pub struct Method {
    #[command(flatten)]
    meaning: Meaning,
    #[command(flatten)]
    output: Output,
}

impl Sample {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let query = SampleQuery {
            unit: match self.count.as_str() {
                "cases" => Entity::Case,
                "persons" => Entity::Person,
                _ => Entity::Document,
            },
            rows: self.rows,
            columns: self.columns,
            shown: shown(self.published),
            pretests: self.with_pretests,
        };
        answer(context, &project, &self.output, ops::material::sample(&project, &query)?)
    }
}

impl Overview {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let query = self.meaning.query(self.function);
        let table = ops::material::overview(&project, &query, shown(self.published))?;
        answer(context, &project, &self.output, table)
    }
}

impl Interviewees {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let query = IntervieweesQuery {
            variables: self.variables,
            k: self.k as usize,
            names: self.names,
            pretests: self.with_pretests,
        };
        answer(context, &project, &self.output, ops::material::interviewees(&project, &query)?)
    }
}

impl Method {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        answer(context, &project, &self.output, ops::material::method(&project, &self.meaning.query(None))?)
    }
}

fn shown(published: bool) -> Shown {
    if published { Shown::Published } else { Shown::Working }
}

/// A table to its file, as JSON, or as text with its notes on stderr.
fn answer(context: &Context, project: &Project, output: &Output, made: Table) -> Result<()> {
    let tables = std::slice::from_ref(&made);
    context.table(output, project, tables, || table::as_json(&made), || table::text_of(&made))?;
    if !context.json && !output.is_wanted() {
        made.notes.iter().for_each(|note| context.say(note));
    }
    Ok(())
}
