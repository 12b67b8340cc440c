//! `consolidate`: settling the differences of coders who worked apart.

use clap::{ArgGroup, Args, Subcommand};
use serde_json::{Value, json};

use super::consolidated::{lines, progress_json, record_json, show};
use super::context::{self, Context};
use super::output::{Output, text_or_stdin};
use super::segments::documents_of;
use super::table;
use crate::analysis::consolidation::tables::{self, Record};
use crate::analysis::consolidation::{Point, Progress, Rule, Take, Tolerance, Verdict};
use crate::error::{Error, Result};
use crate::model::{CodeId, DocumentId};
use crate::ops::consolidation::{self, ProtocolQuery, Scope, Survey};
use crate::store::{Project, codes, documents};
use crate::text::Span;
use crate::{ops, tr};

/// Settle the differences of two or more coders: the consensus.
///
/// Compared is whoever declared a document done, once their work is released to each other. A decision gives the
/// consensus its codings and leaves the coders' own; deciding again replaces the earlier decision. When the consensus of
/// a document is finished, it is what counts there.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz consolidate\n  absatz consolidate list --document 5 --open\n  absatz consolidate show 12\n  absatz consolidate agreed\n  absatz consolidate rule --words 3 --take longer --dry-run\n  absatz consolidate decide 12 --take Anna --reason \"the recording is clear\"\n  absatz consolidate decide 5:9 --code Obstacles/Legal --at 5:9@0-80\n  absatz consolidate finish 5\n  absatz consolidate protocol -o protocol.docx\n\nA difference is meant by its number in the list, or by its place where there is only one."
)]
pub struct Consolidate {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the differences with what became of them (the default).
    List(List),
    /// Show one difference: the passage, what each coder has, the definitions of the codes.
    Show {
        /// The difference: its number, or its place
        #[arg(value_name = "NUMBER|PLACE")]
        difference: String,
    },
    /// Decide differences.
    Decide(Decide),
    /// Take into the consensus what all agree on.
    Agreed {
        #[command(flatten)]
        only: Only,
        /// Say what would be done, and do nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Settle small differences of boundaries: one code, one segment of each coder.
    Rule(ByRule),
    /// Declare the consensus of documents finished: it counts there from then on.
    Finish {
        /// Labels of the documents
        #[arg(required = true, value_name = "LABEL")]
        labels: Vec<String>,
        /// Also where differences are open; these stay out of the consensus
        #[arg(long)]
        anyway: bool,
    },
    /// Take that back, to decide anew.
    Reopen {
        /// Labels of the documents
        #[arg(required = true, value_name = "LABEL")]
        labels: Vec<String>,
    },
    /// The decisions with what each coder had, the outcome and the reason.
    ///
    /// Letters stand for the coders; who decided and when is left out.
    Protocol(Protocol),
}

#[derive(Debug, Default, Args)]
struct Only {
    /// Only in this document; several, or separated by commas
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    document: Vec<String>,
    /// Only in the documents of this group; several
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Only about this code or its subcodes; several
    #[arg(long, value_name = "CODE")]
    code: Vec<String>,
}

impl Only {
    fn scope(&self, project: &Project) -> Result<Scope> {
        let tree = codes::tree(&project.read())?;
        Ok(Scope {
            documents: documents_of(project, &self.document, &self.group)?,
            codes: if self.code.is_empty() { None } else { Some(context::code_ids(&tree, &self.code)?) },
        })
    }
}

#[derive(Debug, Default, Args)]
struct List {
    #[command(flatten)]
    only: Only,
    /// Only what has to be decided
    #[arg(long)]
    open: bool,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("verdict").args(["take", "code"]).required(true))]
struct Decide {
    /// The differences: their numbers, or places
    #[arg(required = true, value_name = "NUMBER|PLACE")]
    differences: Vec<String>,
    /// Take what one coder has, what all have, or none of it
    #[arg(long, value_name = "CODER|all|none")]
    take: Option<String>,
    /// Code it anew; several
    #[arg(long, value_name = "CODE")]
    code: Vec<String>,
    /// The passage that is coded anew [default: that of the difference]
    #[arg(long, value_name = "PLACE", conflicts_with = "take")]
    at: Option<String>,
    /// Why; - reads standard input
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("within").args(["words", "characters", "overlap"]).required(true))]
struct ByRule {
    /// So many words at most between the beginnings, and between the ends
    #[arg(long, value_name = "N")]
    words: Option<u32>,
    /// So many characters at most at either end
    #[arg(long, value_name = "N")]
    characters: Option<u32>,
    /// So many per cent at least of what the segments cover together lie in all of them
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u32).range(1..=100))]
    overlap: Option<u32>,
    /// Which boundaries hold
    #[arg(long, value_name = "shorter|longer|intersection|union|CODER")]
    take: String,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
    #[command(flatten)]
    only: Only,
    /// List what would be settled, and do nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Args)]
struct Protocol {
    #[command(flatten)]
    only: Only,
    /// Also the passages that all agreed on
    #[arg(long)]
    agreed: bool,
    /// With the names of the coders, who decided and when
    #[arg(long)]
    coders: bool,
    #[command(flatten)]
    output: Output,
}

impl Consolidate {
    pub fn run(self, context: &Context) -> Result<()> {
        let mut project = context.open()?;
        match self.command.unwrap_or(Command::List(List::default())) {
            Command::List(list) => list.run(context, &project),
            Command::Show { difference } => {
                let survey = consolidation::survey(&project.read())?;
                let point = find(&project, &survey, &difference)?;
                show(context, &project, &survey, &point)
            }
            Command::Decide(decide) => decide.run(context, &mut project),
            Command::Agreed { only, dry_run } => agreed(context, &mut project, &only, dry_run),
            Command::Rule(rule) => rule.run(context, &mut project),
            Command::Finish { labels, anyway } => finish(context, &mut project, &labels, anyway),
            Command::Reopen { labels } => reopen(context, &mut project, &labels),
            Command::Protocol(protocol) => protocol.run(context, &project),
        }
    }
}

impl List {
    fn run(self, context: &Context, project: &Project) -> Result<()> {
        let listed = consolidation::list(&project.read(), &self.only.scope(project)?, self.open)?;
        let made = tables::differences(&listed.records, &listed.shown());
        let as_json = || {
            let documents = listed.survey.documents.iter().map(|one| {
                let coders: Vec<&str> = one.coders.iter().map(|coder| listed.survey.name(*coder)).collect();
                json!({
                    "document": one.document.label,
                    "coders": coders,
                    "finished": one.finished,
                    "progress": progress_json(&one.progress()),
                    "waiting": one.waiting.len(),
                })
            });
            json!({
                "progress": progress_json(&listed.survey.progress()),
                "documents": documents.collect::<Vec<_>>(),
                "differences":
                    listed.records.iter().map(|record| record_json(record, &listed.coders)).collect::<Vec<_>>(),
            })
        };
        let text = || lines(&listed.records, &listed.coders);
        context.table(&self.output, project, std::slice::from_ref(&made), as_json, text)?;
        if !context.json && !self.output.is_wanted() {
            listed.notes.iter().for_each(|note| context.say(note));
        }
        Ok(())
    }
}

/// The difference that is meant: by its number, or by its place.
fn find(project: &Project, survey: &Survey, typed: &str) -> Result<Point> {
    if let Ok(number) = typed.trim().parse() {
        return survey.numbered(number).map(|(_, point)| point.clone()).map_err(|error| error.place(typed));
    }
    let (document, span) = context::place(project, typed)?;
    consolidation::at(survey, &project.read(), document.id, span)
}

impl Decide {
    fn run(self, context: &Context, project: &mut Project) -> Result<()> {
        let survey = consolidation::survey(&project.read())?;
        let tree = codes::tree(&project.read())?;
        let codes: Vec<CodeId> = context::code_ids(&tree, &self.code)?;
        let mut verdicts = Vec::with_capacity(self.differences.len());
        for typed in &self.differences {
            let point = match find(project, &survey, typed) {
                // Where nobody has anything, the consensus can have a code all the same.
                Err(error) if error.kind == crate::error::Kind::NotFound && !codes.is_empty() => {
                    self.nobodys(project, &survey, typed).unwrap_or(Err(error))?
                }
                found => found?,
            };
            let verdict = match &self.take {
                Some(take) => verdict(project, take)?,
                None => {
                    let span = self.passage(project, &point)?;
                    Verdict::Anew(codes.iter().map(|code| (*code, span)).collect())
                }
            };
            verdicts.push((point, verdict));
        }
        let reason = text_or_stdin(&self.reason)?;
        consolidation::decide(project, &verdicts, &reason)?;
        tell(context, project, &verdicts)
    }

    /// A passage that no difference touches.
    fn nobodys(&self, project: &Project, survey: &Survey, typed: &str) -> Option<Result<Point>> {
        if typed.trim().parse::<usize>().is_ok() {
            return None;
        }
        let (document, span) = context::place(project, typed).ok()?;
        let surveyed = survey.documents.iter().find(|one| one.document.id == document.id)?;
        Some(Ok(Point::nobodys(document.id, &surveyed.coders, span)))
    }

    /// The passage that is coded anew.
    fn passage(&self, project: &Project, point: &Point) -> Result<Span> {
        let Some(at) = &self.at else { return Ok(point.span) };
        let (document, span) = context::place(project, at)?;
        match document.id == point.document {
            true => Ok(span),
            false => Err(Error::invalid(tr!("cli-other-document", place = at.clone())).place(at)),
        }
    }
}

/// What `--take` says. Whoever is called `all` or `none` is taken by another number of letters.
fn verdict(project: &Project, take: &str) -> Result<Verdict> {
    match take {
        "all" => Ok(Verdict::All),
        "none" => Ok(Verdict::Nothing),
        name => context::coder(project, name).map(Verdict::Take),
    }
}

/// Says how the points are decided now, how far it is, and which is next.
fn tell(context: &Context, project: &Project, verdicts: &[(Point, Verdict)]) -> Result<()> {
    let reader = project.read();
    let survey = consolidation::survey(&reader)?;
    let names: Vec<String> = survey.compared().iter().map(|coder| coder.name.clone()).collect();
    let mut records = Vec::with_capacity(verdicts.len());
    for (point, _) in verdicts {
        let points = survey.documents.iter().flat_map(|one| &one.points);
        let same = |now: &&Point| now.document == point.document && now.sides == point.sides;
        // What was nobody's and became nothing is no difference any more.
        let now = points.filter(same).find(|now| !point.sides.is_empty() || now.span == point.span);
        if let Some(now) = now {
            records.push(consolidation::record(&reader, &survey, now)?);
        }
    }
    let last = verdicts.last().map(|(point, _)| point);
    let open: Vec<_> = survey.differences().filter(|(_, _, point)| point.is_open()).collect();
    let after = open.iter().find(|(_, one, point)| {
        last.is_some_and(|last| one.document.id == last.document && point.span >= last.span)
    });
    let next = after.or(open.first());
    let progress = survey.progress();
    if context.json {
        let next = next.map(|(number, _, point)| {
            let record = consolidation::record(&reader, &survey, point)?;
            Ok::<_, Error>(json!({"number": number, "place": record.place, "citation": record.citation}))
        });
        return context.print_json(&json!({
            "decided": records.iter().map(|record| record_json(record, &names)).collect::<Vec<_>>(),
            "progress": progress_json(&progress),
            "next": next.transpose()?,
        }));
    }
    for record in &records {
        let result = record.decided.iter().flat_map(|decided| &decided.result);
        let codes: Vec<&str> = result.map(|had| had.code.as_str()).collect();
        let codes = if codes.is_empty() { tr!("consolidation-nothing") } else { codes.join(", ") };
        context.say(&tr!("consolidation-decided", place = record.citation.clone(), codes = codes));
    }
    say_progress(context, &progress);
    if let Some((number, _, point)) = next {
        let place = ops::codings::cite(&reader, point.document, point.span)?;
        context.say(&tr!("consolidation-next", number = *number, place = place));
    }
    Ok(())
}

fn say_progress(context: &Context, progress: &Progress) {
    context.say(&tr!("consolidation-note-progress", decided = progress.decided, all = progress.differences));
}

fn agreed(context: &Context, project: &mut Project, only: &Only, dry_run: bool) -> Result<()> {
    let scope = only.scope(project)?;
    project.set_dry_run(dry_run);
    let count = consolidation::accept_agreed(project, &scope)?.value;
    let key = if dry_run { "consolidation-agreed-would" } else { "consolidation-agreed-taken" };
    context.done(&tr!(key, count = count), &json!({"passages": count, "dry_run": dry_run}))
}

impl ByRule {
    fn rule(&self, project: &Project) -> Result<Rule> {
        let within = match (self.words, self.characters, self.overlap) {
            (Some(words), ..) => Tolerance::Words(words),
            (_, Some(characters), _) => Tolerance::Characters(characters),
            (.., overlap) => Tolerance::Overlap(overlap.unwrap_or(100)),
        };
        let take = match self.take.as_str() {
            "shorter" => Take::Shorter,
            "longer" => Take::Longer,
            "intersection" => Take::Intersection,
            "union" => Take::Union,
            name => Take::Coder(context::coder(project, name)?),
        };
        Ok(Rule { within, take })
    }

    fn run(self, context: &Context, project: &mut Project) -> Result<()> {
        let (scope, rule) = (self.only.scope(project)?, self.rule(project)?);
        let survey = consolidation::survey(&project.read())?;
        let settled = match self.dry_run {
            true => consolidation::settled_by(&project.read(), &scope, &rule)?,
            false => consolidation::settle(project, &scope, &rule, &self.reason)?.value,
        };
        let reader = project.read();
        let names: Vec<String> = survey.compared().iter().map(|coder| coder.name.clone()).collect();
        let (mut values, mut out) = (Vec::new(), String::new());
        for (point, span) in &settled {
            // As they were before: which boundaries there were.
            let record = consolidation::record(&reader, &survey, point)?;
            let transcript = documents::transcript(&reader, point.document)?;
            let words = crate::text::paragraphs::quotation(&transcript.text, &transcript.paragraphs, *span);
            let code = record.had.iter().flatten().flatten().next().map(|had| had.code.clone());
            let number = record.number.map_or_else(String::new, |number| number.to_string());
            out.push_str(&format!("{number}  {}  {}\n", record.citation, code.unwrap_or_default()));
            let mut rows: Vec<(String, String)> = record
                .had
                .iter()
                .zip(&names)
                .filter_map(|(had, name)| Some((name.clone(), had.as_ref()?.first()?.words.clone())))
                .collect();
            rows.push((tr!("consolidation-column-result"), words.clone()));
            out.push_str(&table::indented(table::pairs(&rows).trim_end(), 4));
            let mut value = record_json(&record, &names);
            value["result"] = json!({"start": span.start.0, "end": span.end.0, "text": words});
            values.push(value);
        }
        if context.json {
            return context.print_json(&json!({"settled": values, "dry_run": self.dry_run}));
        }
        context.print(&out)?;
        let key = if self.dry_run { "consolidation-rule-would" } else { "consolidation-rule-settled" };
        context.say(&tr!(key, count = settled.len()));
        Ok(())
    }
}

fn labelled(project: &Project, labels: &[String]) -> Result<Vec<(DocumentId, String)>> {
    let found = labels.iter().map(|label| context::document(project, label));
    found.map(|found| found.map(|document| (document.id, document.label))).collect()
}

fn finish(context: &Context, project: &mut Project, labels: &[String], anyway: bool) -> Result<()> {
    let documents = labelled(project, labels)?;
    let mut values = Vec::with_capacity(documents.len());
    project.in_batch(|project| {
        for (document, label) in &documents {
            let progress = consolidation::finish(project, *document, anyway)?.value;
            if !context.json {
                let open = progress.open() + progress.agreed_open;
                context.say(&tr!("consolidation-finished", label = label.clone(), count = open));
            }
            values.push(json!({"document": label, "finished": true, "progress": progress_json(&progress)}));
        }
        Ok(())
    })?;
    if context.json { context.print_json(&Value::Array(values)) } else { Ok(()) }
}

fn reopen(context: &Context, project: &mut Project, labels: &[String]) -> Result<()> {
    let documents = labelled(project, labels)?;
    let mut values = Vec::with_capacity(documents.len());
    project.in_batch(|project| {
        for (document, label) in &documents {
            consolidation::reopen(project, *document)?;
            if !context.json {
                context.say(&tr!("consolidation-reopened", label = label.clone()));
            }
            values.push(json!({"document": label, "finished": false}));
        }
        Ok(())
    })?;
    if context.json { context.print_json(&Value::Array(values)) } else { Ok(()) }
}

impl Protocol {
    fn run(self, context: &Context, project: &Project) -> Result<()> {
        let query =
            ProtocolQuery { scope: self.only.scope(project)?, agreed: self.agreed, names: self.coders };
        let made = consolidation::protocol(project, &query)?;
        let names: Vec<String> = match self.coders {
            true => made.coders.clone(),
            false => (0..made.coders.len()).map(tables::letter).collect(),
        };
        let as_json = || {
            let decision = |record: &Record| {
                let mut value = record_json(record, &names);
                if !self.coders
                    && let Some(decision) = value["decision"].as_object_mut()
                {
                    decision.remove("by");
                    decision.remove("at");
                }
                value
            };
            Value::Array(made.records.iter().map(decision).collect())
        };
        let text = || if made.table.rows.is_empty() { String::new() } else { table::text_of(&made.table) };
        context.table(&self.output, project, std::slice::from_ref(&made.table), as_json, text)?;
        if !context.json && !self.output.is_wanted() {
            made.table.notes.iter().for_each(|note| context.say(note));
        }
        Ok(())
    }
}
