//! `report`: the written report from a template.

use std::path::PathBuf;

use clap::Args;

use super::context::{self, Context};
use super::output::Output;
use super::segments::documents_of;
use crate::analysis::composed::Asked;
use crate::error::{Error, Result};
use crate::ops::report::{self, ReportQuery};
use crate::store::codes;
use crate::{ops, tr};

/// Write the report: a chapter a main code with summaries, counts, citations and quotations, from a template.
///
/// Quoted are the passages that are marked for it: anchor examples of the coding guide and segments with a weight of 50 or
/// more, from as many interviews as can be; no passage twice, none that may not be quoted. "absatz check" finds nothing to
/// mend in it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz report -o report.docx\n  absatz report -o report.md --definitions --method --sample\n  absatz report --quotes all --most 2 --group Land -o land.docx\n  absatz report --print-template > my.md\n  absatz report --template my.md -o report.docx"
)]
pub struct Report {
    /// A template of one's own instead of the shipped one
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
    /// Print the shipped template and write no report
    #[arg(long)]
    print_template: bool,
    /// The report's title
    #[arg(long, value_name = "TEXT", default_value = "")]
    title: String,
    /// A chapter for this code; several [default: every main code]
    #[arg(long, value_name = "CODE")]
    code: Vec<String>,
    /// Only of this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// Only of the documents of this group; several
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Also documents of the stage pretest
    #[arg(long)]
    with_pretests: bool,
    /// With the definition of each code
    #[arg(long)]
    definitions: bool,
    /// With the facts on material and method
    #[arg(long)]
    method: bool,
    /// With the table of the sample
    #[arg(long)]
    sample: bool,
    /// Which passages are quoted: marked (anchor examples, and weights from 50 on), all, none
    #[arg(long, value_name = "WHICH", value_parser = ["marked", "all", "none"], default_value = "marked")]
    quotes: String,
    /// Quote what answers this query (docs/query.md), or the saved one @NAME
    #[arg(long, value_name = "QUERY", conflicts_with = "quotes")]
    query: Option<String>,
    /// Quotations of a code at most, where the template does not say [default: 3]
    #[arg(long, value_name = "N")]
    most: Option<usize>,
    /// Also whose codings they are
    #[arg(long)]
    with_coders: bool,
    #[command(flatten)]
    output: Output,
}

impl Report {
    pub fn run(self, context: &Context) -> Result<()> {
        if self.print_template {
            return context.print(report::shipped());
        }
        // What is wrong with the template is told before anything is read.
        let template = report::template(self.template.as_deref())?;
        if self.output.is_wanted() && !self.output.is_prose() {
            return Err(Error::usage(tr!("report-formats")).hint(tr!("report-formats-hint")));
        }
        let project = context.open()?;
        let tree = codes::tree(&project.read())?;
        let query = ReportQuery {
            title: self.title.trim().to_owned(),
            documents: documents_of(&project, &self.document, &self.group)?,
            codes: match self.code.is_empty() {
                true => None,
                false => Some(context::code_ids(&tree, &self.code)?),
            },
            with_pretests: self.with_pretests,
            asked: Asked { definitions: self.definitions, method: self.method, sample: self.sample },
            choose: self.quotes.clone(),
            most: self.most,
            query: self.query.as_ref().map(|typed| ops::queries::read(&project.read(), typed)).transpose()?,
            coder: context.own_work(&project),
            with_coders: self.with_coders,
        };
        let made = report::write(&project, &template, &query)?;
        if made.quoted == 0 && query.choose == "marked" && query.query.is_none() {
            context.warn(&tr!("report-nothing-quoted"));
        }
        context.written(&self.output, &project, made.written)
    }
}
