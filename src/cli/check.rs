//! `check`: the citations and quotations of a written report.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::context::Context;
use super::output::Output;
use super::table;
use crate::analysis::check::{
    Checked, CitationChecked, Finding, Level, QuotationChecked, fault_words, findings, tables,
};
use crate::error::Result;
use crate::formats::write::Format;
use crate::model::table::Table;
use crate::ops::check;
use crate::store::settings;
use crate::text::citations::Pattern;
use crate::text::cited::Cited;
use crate::text::wording;
use crate::tr;

/// Check the citations and quotations of a written report.
///
/// Every citation of an interview is looked up, every quotation compared with the words that stand there: in the text,
/// in notes, tables and text boxes. REPORT is a docx, odt, rtf, html, md or txt file. Exit code 1 says that something has
/// to be mended; warnings alone leave it at 0.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz check report.docx\n  absatz check report.docx --all\n  absatz check report.md --json\n  absatz check report.odt -o findings.xlsx\n  absatz check report.docx --table quotations -o quotations.csv\n  absatz check report.docx --pattern \"(B3, Abs. 12)\""
)]
pub struct Check {
    /// The report
    #[arg(value_name = "REPORT")]
    report: PathBuf,
    /// The report cites otherwise than the project: an example with interview and paragraph
    #[arg(long, value_name = "EXAMPLE", value_parser = super::project::pattern)]
    pattern: Option<Pattern>,
    /// Also tell quotations that are in order
    #[arg(long)]
    all: bool,
    /// One table of several, for -o [default: all, findings for csv]
    #[arg(long, value_name = "TABLE")]
    table: Option<One>,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum One {
    Findings,
    Citations,
    Quotations,
    NeverCited,
}

impl Check {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let pattern = match &self.pattern {
            Some(pattern) => pattern.clone(),
            None => settings::citation(&project.read())?,
        };
        let report = check::read(&self.report)?;
        let checked = context.working(|progress| check::check(&project, &report, &pattern, progress))?;
        let all = findings(&checked, &pattern);
        let chosen = self.tables(tables(&checked, &pattern))?;
        let as_text = || text(&all, self.all);
        let as_json = || as_json(&checked, &all, &pattern);
        context.table(&self.output, &project, &chosen, as_json, as_text)?;
        if !context.json && !self.output.is_wanted() {
            context.say(&summary(&checked, &all));
        }
        context.found.set(checked.has_problems());
        Ok(())
    }

    fn tables(&self, mut all: Vec<Table>) -> Result<Vec<Table>> {
        let csv = self.output.is_wanted()
            && matches!(self.output.format(Format::from_name, Format::from_path)?, Format::Csv);
        let one = match self.table {
            Some(One::Findings) => 0,
            Some(One::Citations) => 1,
            Some(One::Quotations) => 2,
            Some(One::NeverCited) => 3,
            None if csv => 0,
            None => return Ok(all),
        };
        Ok(vec![all.swap_remove(one)])
    }
}

fn text(all: &[Finding], everything: bool) -> String {
    let mut out = String::new();
    let told = |finding: &&Finding| finding.at.is_some() && (everything || finding.level != Level::Note);
    for finding in all.iter().filter(told) {
        let Some(at) = &finding.at else { continue };
        let level = match finding.level {
            Level::Problem => finding.kind_words(),
            level => format!("{} · {}", tr!(&format!("report-level-{}", level.name())), finding.kind_words()),
        };
        out.push_str(&format!("{}: {level}\n", check::at_words(at)));
        let quoted = || tr!("report-quoted", text = finding.text.clone());
        let text = match finding.citation.is_empty() {
            _ if finding.citation == finding.text => finding.text.clone(),
            true => quoted(),
            false => format!("{} {}", quoted(), finding.citation),
        };
        out.push_str(&table::indented(&text, 4));
        out.push_str(&table::indented(&finding.message, 4));
        out.push('\n');
    }
    for kind in ["document-never-cited", "code-never-cited"] {
        let never: Vec<&str> =
            all.iter().filter(|finding| finding.kind == kind).map(|finding| finding.text.as_str()).collect();
        if !never.is_empty() {
            let list = never.join(", ");
            out.push_str(&format!("{}\n", tr!(&format!("report-list-{kind}"), list = list)));
        }
    }
    out
}

/// The last line: how much was looked at, how much is to be done.
fn summary(checked: &Checked, all: &[Finding]) -> String {
    let count = |level: Level| all.iter().filter(|finding| finding.level == level).count();
    tr!(
        "report-summary",
        citations = checked.citations.len(),
        quotations = checked.quotations.len(),
        problems = count(Level::Problem),
        warnings = count(Level::Warning)
    )
}

fn cited(cited: &Cited) -> Value {
    json!({
        "label": cited.label,
        "first": cited.paragraphs.map(|(first, _)| first),
        "last": cited.paragraphs.map(|(_, last)| last),
        "open": cited.open,
    })
}

fn citation(citation: &CitationChecked, pattern: &Pattern) -> Value {
    let problems = citation.problems.iter().map(|problem| {
        json!({
            "kind": problem.name(),
            "message": fault_words(problem, pattern),
        })
    });
    json!({
        "text": citation.text,
        "line": citation.at.line,
        "place": citation.at.place.name(),
        "references": citation.references.iter().map(cited).collect::<Vec<_>>(),
        "problems": problems.collect::<Vec<_>>(),
    })
}

fn quotation(quotation: &QuotationChecked, checked: &Checked) -> Value {
    let citation = quotation.citation.and_then(|index| checked.citations.get(index));
    let found = quotation.found.as_ref();
    let edits = quotation.edits.iter().map(|edit| json!({"written": edit.written, "stands": edit.stands}));
    let difference = (!quotation.difference.is_empty()).then(|| wording::shown(&quotation.difference));
    json!({
        "text": quotation.text,
        "line": quotation.at.line,
        "place": quotation.at.place.name(),
        "citation": citation.map(|citation| citation.text.as_str()),
        "status": quotation.status.name(),
        "found": found.map(|found| found.citation.as_str()),
        "found_text": found.map(|found| found.text.as_str()),
        "difference": difference,
        "edits": edits.collect::<Vec<_>>(),
        "quoted_before": quotation.before,
    })
}

fn as_json(checked: &Checked, all: &[Finding], pattern: &Pattern) -> Value {
    let warnings = checked.warnings.iter().map(|warning| {
        json!({
            "kind": warning.kind,
            "line": warning.at.line,
            "place": warning.at.place.name(),
            "text": warning.text,
            "message": warning.message,
        })
    });
    let count = |level: Level| all.iter().filter(|finding| finding.level == level).count();
    json!({
        "report": checked.report,
        "citations": checked.citations.iter().map(|one| citation(one, pattern)).collect::<Vec<_>>(),
        "quotations": checked.quotations.iter().map(|q| quotation(q, checked)).collect::<Vec<_>>(),
        "warnings": warnings.collect::<Vec<_>>(),
        "never_cited": {"documents": checked.never_documents, "codes": checked.never_codes},
        "problems": count(Level::Problem),
        "notes": checked.notes,
    })
}
