//! What `consolidate` says of differences and decisions, as text and as JSON.

use serde_json::{Value, json};

use super::context::Context;
use super::table;
use crate::analysis::consolidation::tables::{self, Decided, Had, Record};
use crate::analysis::consolidation::{Point, Progress};
use crate::error::Result;
use crate::ops::consolidation::{self, Survey};
use crate::store::{Project, codes, documents};
use crate::tr;

/// How far it is, in the shape that scripts rely on.
pub fn progress_json(progress: &Progress) -> Value {
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
pub fn record_json(record: &Record, coders: &[String]) -> Value {
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

/// One line a difference: codes without their words, which `show` gives.
pub fn lines(records: &[Record], coders: &[String]) -> String {
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

/// One difference: the passage, what each coder has, the definitions of the codes.
pub fn show(context: &Context, project: &Project, survey: &Survey, point: &Point) -> Result<()> {
    let reader = project.read();
    let record = consolidation::record(&reader, survey, point)?;
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
