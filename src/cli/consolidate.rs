//! `consolidate`: settling the differences of coders who worked apart.

use clap::{ArgGroup, Args, Subcommand};
use serde_json::{Value, json};

use super::context::{self, Context};
use super::output::{Output, text_or_stdin};
use super::segments::documents_of;
use super::table;
use crate::analysis::consolidation::tables::{self, Decided, Had, Record};
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
            Command::Show { difference } => show(context, &project, &difference),
            Command::Decide(decide) => decide.run(context, &mut project),
            Command::Agreed { only, dry_run } => agreed(context, &mut project, &only, dry_run),
            Command::Rule(rule) => rule.run(context, &mut project),
            Command::Finish { labels, anyway } => finish(context, &mut project, &labels, anyway),
            Command::Reopen { labels } => reopen(context, &mut project, &labels),
            Command::Protocol(protocol) => protocol.run(context, &project),
        }
    }
}

fn progress_json(progress: &Progress) -> Value {
    json!({
        "differences": progress.differences,
        "decided": progress.decided,
        "open": progress.open(),
        "changed": progress.changed,
        "agreed": progress.agreed,
        "agreed_open": progress.agreed_open,
    })
}

fn had_json(had: &Had) -> Value {
    json!({"code": had.code, "place": had.place, "citation": had.citation, "text": had.words})
}

fn decided_json(decided: &Decided, coders: &[String]) -> Value {
    json!({
        "outcome": decided.outcome.name(),
        "taken": decided.taken.and_then(|coder| coders.get(coder)),
        "result": decided.result.iter().map(had_json).collect::<Vec<_>>(),
        "reason": decided.reason,
        "by": decided.by,
        "at": decided.at,
    })
}

/// A difference or decision in the shape that scripts rely on.
fn record_json(record: &Record, coders: &[String]) -> Value {
    let sides = record.had.iter().zip(coders).filter_map(|(had, coder)| {
        let codings = had.as_ref()?.iter().map(had_json).collect::<Vec<_>>();
        Some(json!({"coder": coder, "codings": codings}))
    });
    json!({
        "number": record.number,
        "document": record.label,
        "place": record.place,
        "citation": record.citation,
        "start": record.at.span.start.0,
        "end": record.at.span.end.0,
        "kind": record.kind.name(),
        "state": record.state.name(),
        "text": record.words,
        "sides": sides.collect::<Vec<_>>(),
        "decision": record.decided.as_ref().map(|decided| decided_json(decided, coders)),
    })
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

/// One line a difference: codes without their words, which `show` gives.
fn lines(records: &[Record], coders: &[String]) -> String {
    if records.is_empty() {
        return String::new();
    }
    let codes = |had: &[Had]| match had.is_empty() {
        true => tr!("consolidation-nothing"),
        false => had.iter().map(|had| had.code.as_str()).collect::<Vec<_>>().join(", "),
    };
    let mut heading: Vec<String> = ["number", "citation", "kind", "state"]
        .into_iter()
        .map(|key| match key {
            "citation" => tr!("table-citation"),
            "kind" => tr!("agreement-column-kind"),
            key => tr!(&format!("consolidation-column-{key}")),
        })
        .collect();
    heading.extend(coders.iter().cloned());
    heading.push(tr!("consolidation-column-result"));
    let rows: Vec<Vec<String>> = records
        .iter()
        .map(|record| {
            let mut row = vec![
                record.number.map_or_else(String::new, |number| number.to_string()),
                record.citation.clone(),
                tr!(&format!("consolidation-kind-{}", record.kind.name())),
                tr!(&format!("consolidation-state-{}", record.state.name())),
            ];
            row.extend(record.had.iter().map(|had| had.as_deref().map(codes).unwrap_or_default()));
            row.push(record.decided.as_ref().map(|decided| codes(&decided.result)).unwrap_or_default());
            row
        })
        .collect();
    table::columns(&heading, &rows)
}

/// The difference that is meant: by its number, or by its place.
fn find(project: &Project, survey: &Survey, typed: &str) -> Result<Point> {
    if let Ok(number) = typed.trim().parse() {
        return survey.numbered(number).map(|(_, point)| point.clone()).map_err(|error| error.place(typed));
    }
    let (document, span) = context::place(project, typed)?;
    consolidation::at(survey, &project.read(), document.id, span)
}

fn show(context: &Context, project: &Project, typed: &str) -> Result<()> {
    let reader = project.read();
    let survey = consolidation::survey(&reader)?;
    let point = find(project, &survey, typed)?;
    let record = consolidation::record(&reader, &survey, &point)?;
    let names: Vec<String> = survey.compared().iter().map(|coder| coder.name.clone()).collect();
    let tree = codes::tree(&reader)?;
    let guides: Vec<_> = point.codes().into_iter().filter_map(|code| tree.get(code)).collect();
    let transcript = documents::transcript(&reader, point.document)?;
    let touched = crate::text::paragraphs::touched(&transcript.paragraphs, point.span);
    let paragraphs: Vec<&str> =
        touched.iter().map(|paragraph| transcript.text.slice(paragraph.span)).collect();
    if context.json {
        let mut value = record_json(&record, &names);
        let codings = point.sides.iter().map(|side| {
            json!({
                "coder": survey.name(side.coder),
                "code": tree.path(side.code),
                "uuid": side.uuid,
                "start": side.span.start.0,
                "end": side.span.end.0,
                "weight": side.weight,
                "comment": side.comment,
            })
        });
        let guides = guides.iter().map(|node| {
            let guide = &node.code.guide;
            json!({
                "code": node.path,
                "definition": guide.definition,
                "apply": guide.apply,
                "not_apply": guide.not_apply,
            })
        });
        value["codings"] = codings.collect();
        value["codes"] = guides.collect();
        value["paragraphs"] = json!(paragraphs);
        return context.print_json(&value);
    }
    let number = record.number.map_or_else(String::new, |number| format!("{number}  "));
    let kind = tr!(&format!("consolidation-kind-{}", record.kind.name()));
    let state = tr!(&format!("consolidation-state-{}", record.state.name()));
    let mut out = format!("{number}{}  {kind}, {state}\n\n", record.citation);
    for paragraph in paragraphs {
        out.push_str(&table::indented(paragraph, 4));
    }
    out.push('\n');
    let mut rows = Vec::new();
    for coder in &point.coders {
        let mut own: Vec<String> = Vec::new();
        for side in point.of(*coder) {
            let weight = side.weight.map_or_else(String::new, |weight| format!(" [{weight}]"));
            let words =
                crate::text::paragraphs::quotation(&transcript.text, &transcript.paragraphs, side.span);
            let coded =
                tr!("consolidation-coded-words", code = tree.path(side.code).to_owned(), words = words);
            own.push(format!("{coded}{weight}"));
            own.extend((!side.comment.is_empty()).then(|| format!("// {}", side.comment)));
        }
        let own = if own.is_empty() { tr!("consolidation-nothing") } else { own.join("\n") };
        rows.push((survey.name(*coder).to_owned(), own));
    }
    out.push_str(&table::pairs(&rows));
    let defined: Vec<(String, String)> =
        guides.iter().map(|node| (node.path.clone(), node.code.guide.definition.clone())).collect();
    if defined.iter().any(|(_, definition)| !definition.is_empty()) {
        out.push('\n');
        out.push_str(&table::pairs(&defined));
    }
    if let Some(decided) = &record.decided {
        let shown = tables::Shown { coders: &names, names: true, notes: &[] };
        let result: Vec<&str> = decided.result.iter().map(|had| had.code.as_str()).collect();
        out.push('\n');
        out.push_str(&table::pairs(&[
            (tr!("consolidation-column-outcome"), tables::outcome(decided, &shown)),
            (tr!("consolidation-column-result"), result.join(", ")),
            (tr!("consolidation-column-reason"), decided.reason.clone()),
            (tr!("consolidation-column-by"), format!("{}, {}", decided.by, decided.at)),
        ]));
    }
    context.print(&out)
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
