//! `agreement`: how far the coders agree, and where they do not.

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

use super::context::{self, Context};
use super::output::Output;
use super::segments::documents_of;
use super::table;
use crate::analysis::agreement::figures::{Estimate, Figures};
use crate::analysis::agreement::matching::{Match, OverlapOf};
use crate::analysis::agreement::method::{self, Facts};
use crate::analysis::agreement::units::Unit;
use crate::analysis::agreement::{Coefficient, tables};
use crate::error::{Error, Result};
use crate::model::CoderId;
use crate::model::coders::Draw;
use crate::model::table::Table;
use crate::ops::agreement::{self, AgreementQuery, Compared, Names, SAMPLES};
use crate::ops::comparison;
use crate::store::{Project, codes, documents};
use crate::tr;

/// How far the coders agree: by code, document and pair, and over all.
///
/// Compared is what two coders or more have declared done. A coefficient that is not defined for the data says so in
/// words. Before coders are released to each other nothing is told.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz agreement\n  absatz agreement --coders Anna,Ben --unit segment --overlap 80\n  absatz agreement --by document\n  absatz agreement --by difference --document 5\n  absatz agreement --statistic gwet_ac1,pabak -o agreement.xlsx\n  absatz agreement --report --lang de\n  absatz agreement --choose 6 --by-group --seed 7"
)]
pub struct Agreement {
    /// The coders to compare [default: all who declared documents done]
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    coders: Vec<String>,
    /// What is compared
    #[arg(long, value_name = "UNIT", default_value = "paragraph", value_parser = Unit::ALL.map(Unit::name))]
    unit: String,
    /// From which overlap on two segments are the same, in per cent
    #[arg(long, value_name = "PERCENT", default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=100))]
    overlap: u32,
    /// Of what the overlap is a share
    #[arg(long, value_name = "WHAT", default_value = "union", value_parser = OverlapOf::ALL.map(OverlapOf::name))]
    overlap_of: String,
    /// Coefficients by name, or all [default: agreement, kappa, alpha]
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    statistic: Vec<String>,
    /// One table of several
    #[arg(long, value_name = "WHAT", default_value = "code")]
    by: By,
    /// Only this code with its subcodes; several
    #[arg(long, value_name = "CODE")]
    code: Vec<String>,
    /// Only this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// Only the documents of this group; several
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Subcodes count as their main code
    #[arg(long)]
    main_codes: bool,
    /// Leave out the interviewers' turns
    #[arg(long)]
    without_interviewers: bool,
    /// Samples of documents for the intervals; 0 gives analytic ones
    #[arg(long, value_name = "N", default_value_t = SAMPLES)]
    bootstrap: u32,
    /// Seed of the samples
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// The table by code, the figure over all and a paragraph for the method section
    #[arg(long)]
    report: bool,
    /// The paragraph for consensual coding, without any coefficient
    #[arg(long)]
    consensual: bool,
    /// Draw N documents to be coded twice, with the seed; `coders assign --choose` gives them out and keeps the draw
    #[arg(long, value_name = "N")]
    choose: Option<usize>,
    /// Draw from every group its share
    #[arg(long, requires = "choose")]
    by_group: bool,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Code,
    Document,
    Pair,
    Overall,
    Confusion,
    Difference,
}

impl Agreement {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        if let Some(count) = self.choose {
            return self.choose(context, &project, count);
        }
        if self.consensual {
            return consensual(context, &project);
        }
        let compared = agreement::compare(&project, &self.query(&project, context.json)?)?;
        let told = Told::new(&project, &compared)?;
        let mut chosen = self.tables(&told)?;
        if self.report {
            let paragraph = method::paragraph(&compared.agreement, &compared.asked, &told.facts());
            // In a file it stands with what the last table says of itself.
            if let Some(last) = chosen.last_mut().filter(|_| self.output.is_wanted()) {
                last.notes.push(paragraph.clone());
            }
            let text = || report_text(&chosen, &paragraph);
            return context.table(&self.output, &project, &chosen, || told.json(Some(&paragraph)), text);
        }
        let text = || chosen.iter().map(table_text).collect::<Vec<_>>().join("\n");
        context.table(&self.output, &project, &chosen, || told.json(None), text)?;
        if !context.json && !self.output.is_wanted() {
            for note in &told.names.notes {
                context.say(note);
            }
        }
        Ok(())
    }

    fn query(&self, project: &Project, json: bool) -> Result<AgreementQuery> {
        let tree = codes::tree(&project.read())?;
        let coders: Result<Vec<CoderId>> =
            self.coders.iter().map(|name| context::coder(project, name)).collect();
        let coders = Some(coders?).filter(|coders| !coders.is_empty());
        Ok(AgreementQuery {
            coders,
            documents: documents_of(project, &self.document, &self.group)?,
            codes: if self.code.is_empty() { None } else { Some(context::code_ids(&tree, &self.code)?) },
            unit: Unit::from_name(&self.unit).unwrap_or_default(),
            matching: Match {
                percent: self.overlap,
                of: OverlapOf::from_name(&self.overlap_of).unwrap_or_default(),
            },
            coefficients: self.coefficients(json)?,
            main_codes: self.main_codes,
            without_interviewers: self.without_interviewers,
            samples: self.bootstrap.min(100_000),
            seed: self.seed,
        })
    }

    /// A program that reads JSON gets all of them.
    fn coefficients(&self, json: bool) -> Result<Option<Vec<Coefficient>>> {
        if self.statistic.iter().any(|name| name == "all") || json && self.statistic.is_empty() {
            return Ok(Some(Coefficient::ALL.to_vec()));
        }
        let known = |name: &String| {
            Coefficient::from_name(name.trim()).ok_or_else(|| {
                let names: Vec<&str> =
                    Coefficient::ALL.iter().map(|coefficient| coefficient.name()).collect();
                Error::usage(format!("--statistic {name}: known are {}, all", names.join(", ")))
            })
        };
        let wanted: Vec<Coefficient> = self.statistic.iter().map(known).collect::<Result<_>>()?;
        Ok(Some(wanted).filter(|wanted| !wanted.is_empty()))
    }

    fn tables(&self, told: &Told<'_>) -> Result<Vec<Table>> {
        let (agreement, with) = (&told.compared.agreement, told.context());
        if self.report || self.output.is_wanted() && self.by == By::Code {
            return Ok(vec![tables::by_code(agreement, &with), tables::overall(agreement, &with)]);
        }
        Ok(vec![match self.by {
            By::Code => tables::by_code(agreement, &with),
            By::Document => tables::by_document(agreement, &with),
            By::Pair => tables::by_pair(agreement, &with),
            By::Overall => tables::overall(agreement, &with),
            By::Confusion => agreement::confusion(told.compared, &with)?,
            By::Difference => {
                let (reader, compared) = (told.project.read(), told.compared);
                let all = comparison::located(&reader, &compared.documents, &compared.differences)?;
                comparison::table(&with, &all)
            }
        }])
    }

    fn choose(&self, context: &Context, project: &Project, count: usize) -> Result<()> {
        let all = documents::list(&project.read())?.len();
        let draw = Draw { count, by_group: self.by_group, seed: self.seed };
        let chosen = agreement::draw_documents(&project.read(), None, &draw)?;
        let labels: Vec<&str> = chosen.iter().map(|document| document.label.as_str()).collect();
        let share = chosen.len() as f64 / all.max(1) as f64;
        if context.json {
            return context.print_json(&json!({
                "documents": labels, "of": all, "share": share, "seed": self.seed, "by_group": self.by_group,
            }));
        }
        for document in &chosen {
            context.line(&format!("{}\t{}", document.label, document.title))?;
        }
        let share = crate::i18n::number(share * 100.0, 0);
        context.say(&tr!(
            "cli-agreement-chosen",
            count = chosen.len(),
            all = all,
            share = share,
            seed = self.seed
        ));
        Ok(())
    }
}

fn consensual(context: &Context, project: &Project) -> Result<()> {
    let (consolidated, all) = agreement::consolidated(project)?;
    if consolidated == 0 {
        return Err(
            Error::refused(tr!("error-agreement-no-consensus")).hint(tr!("hint-agreement-no-consensus"))
        );
    }
    let paragraph = method::consensual(consolidated, all);
    if context.json {
        return context
            .print_json(&json!({"method": paragraph, "consolidated": consolidated, "documents": all}));
    }
    context.line(&paragraph)
}

/// A comparison with the names that go with its numbers.
struct Told<'a> {
    project: &'a Project,
    compared: &'a Compared,
    names: Names,
}

impl<'a> Told<'a> {
    fn new(project: &'a Project, compared: &'a Compared) -> Result<Told<'a>> {
        Ok(Told { project, compared, names: agreement::names(&project.read(), compared)? })
    }

    fn context(&self) -> tables::Context<'_> {
        self.names.context(self.compared)
    }

    fn facts(&self) -> Facts {
        agreement::facts(self.compared)
    }

    fn json(&self, paragraph: Option<&str>) -> Value {
        let compared = self.compared;
        let asked = &compared.asked;
        let labels = compared.documents.iter().map(|document| document.label.as_str());
        let codes = compared.codes.iter().zip(&compared.agreement.codes).map(|((_, path), figures)| {
            let mut value = as_json(figures);
            value.insert("code".to_owned(), json!(path));
            value
        });
        let by_document = labels.clone().zip(&compared.agreement.documents).map(|(label, figures)| {
            let mut value = as_json(figures);
            value.insert("document".to_owned(), json!(label));
            value
        });
        let pairs = compared.agreement.pairs.iter().map(|(first, second, figures)| {
            let mut value = as_json(figures);
            value.insert(
                "coders".to_owned(),
                json!([self.names.coders.get(*first), self.names.coders.get(*second)]),
            );
            value
        });
        let declared: Vec<&str> = compared.codes.iter().map(|(_, path)| path.as_str()).collect();
        json!({
            "unit": asked.unit.name(),
            "overlap": (asked.unit == Unit::Segment)
                .then(|| json!({"percent": asked.matching.percent, "of": asked.matching.of.name()})),
            "coders": self.names.coders,
            "documents": labels.collect::<Vec<_>>(),
            "of_documents": compared.of_documents,
            "declared_codes": declared,
            "left_out": {"blind_documents": compared.blind, "to_revisit": compared.revisit},
            "main_codes": compared.main_codes,
            "without_interviewers": compared.without_interviewers,
            "bootstrap": {"samples": asked.samples, "seed": asked.seed},
            "codes": codes.collect::<Vec<_>>(),
            "by_document": by_document.collect::<Vec<_>>(),
            "pairs": pairs.collect::<Vec<_>>(),
            "overall": as_json(&compared.agreement.overall),
            "differences": compared.differences.len(),
            "method": paragraph,
            "notes": self.names.notes,
        })
    }
}

/// A value that is not defined is null; why, stands beside it.
fn as_json(figures: &Figures) -> Map<String, Value> {
    let (mut statistics, mut errors) = (Map::new(), Map::new());
    let (mut intervals, mut undefined) = (Map::new(), Map::new());
    for Estimate { name, value, error, interval, resampled } in &figures.estimates {
        statistics.insert((*name).to_owned(), json!(value.ok()));
        if let Err(why) = value {
            undefined.insert((*name).to_owned(), json!(why.name()));
        }
        if let Some(Ok(error)) = error {
            errors.insert((*name).to_owned(), json!(error));
        }
        let sampled = resampled.map(|bootstrap| bootstrap.interval);
        if let Some(Ok((low, high))) = sampled.or(*interval) {
            let method = if sampled.is_some() { "bootstrap" } else { "analytic" };
            intervals.insert((*name).to_owned(), json!({"low": low, "high": high, "method": method}));
        }
    }
    let mut all = Map::new();
    all.insert("units".to_owned(), json!(figures.units));
    all.insert("agreements".to_owned(), json!(figures.agreements));
    all.insert("disagreements".to_owned(), json!(figures.differences));
    all.insert("statistics".to_owned(), Value::Object(statistics));
    all.insert("standard_errors".to_owned(), Value::Object(errors));
    all.insert("intervals".to_owned(), Value::Object(intervals));
    all.insert("undefined".to_owned(), Value::Object(undefined));
    all
}

fn table_text(shown: &Table) -> String {
    let heading: Vec<String> = shown.columns.iter().map(|column| column.title.clone()).collect();
    let rows: Vec<Vec<String>> =
        shown.rows.iter().map(|row| row.iter().map(|cell| cell.value.plain()).collect()).collect();
    table::columns(&heading, &rows)
}

fn report_text(tables: &[Table], paragraph: &str) -> String {
    let mut out = String::new();
    for shown in tables {
        out.push_str(&format!("{}\n\n{}\n", shown.title, table_text(shown)));
    }
    let notes = tables.first().map(|table| table.notes.join("\n")).unwrap_or_default();
    out.push_str(&format!("{notes}\n\n{}\n\n{paragraph}\n", tr!("agreement-method-title")));
    out
}
