//! What `edit` says of a correction: text, JSON.

use serde_json::{Value, json};

use crate::model::edits::{Affected, EditReport};
use crate::text::anchors::Fate;
use crate::text::breaks::BREAK;
use crate::text::marked::marked;
use crate::text::wrap;
use crate::tr;

/// Room for the words of a segment in a line about it.
const WORDS: usize = 60;

/// The passages with what went and what came, a line or more each.
pub fn passages(report: &EditReport) -> String {
    let one = |passage: &crate::model::edits::Passage| {
        let words = marked(&passage.before, &passage.after).replace(BREAK, "\n");
        format!("{}  {}\n", passage.citation, words.replace('\n', "\n    "))
    };
    report.passages.iter().map(one).collect()
}

/// What becomes of numbers, speakers and of all that stands in the text.
pub fn consequences(report: &EditReport) -> Vec<String> {
    let mut lines = Vec::new();
    let list = |places: &[String]| places.join(", ");
    if !report.split.is_empty() {
        lines.push(tr!("edit-split", places = list(&report.split)));
    }
    if !report.emptied.is_empty() {
        lines.push(tr!("edit-emptied", places = list(&report.emptied)));
    }
    if !report.joined.is_empty() {
        lines.push(tr!("edit-joined", places = list(&report.joined)));
    }
    if !report.renumbered.is_empty() {
        let pairs = report.renumbered.iter().map(|(before, after)| {
            let after = after.clone().unwrap_or_else(|| tr!("edit-no-number"));
            format!("{before} → {after}")
        });
        lines.push(tr!("edit-renumbered", places = pairs.collect::<Vec<_>>().join(", ")));
    }
    for change in &report.speakers {
        let nobody = || tr!("edit-nobody");
        lines.push(tr!(
            "edit-speaker",
            place = change.citation.clone(),
            before = change.before.clone().unwrap_or_else(nobody),
            after = change.after.clone().unwrap_or_else(nobody)
        ));
    }
    lines.extend(report.affected.iter().map(affected));
    let others = &report.others;
    if others.changed + others.shrunk + others.emptied > 0 {
        lines.push(tr!(
            "edit-others",
            changed = others.changed,
            shrunk = others.shrunk,
            emptied = others.emptied
        ));
    }
    if report.kept + report.moved > 0 {
        lines.push(tr!("edit-kept", count = report.kept + report.moved));
    }
    lines
}

fn affected(one: &Affected) -> String {
    let whose = one.coder.as_ref().map(|name| format!(" · {name}")).unwrap_or_default();
    let code = one.code.as_ref().map(|code| format!(" · {code}")).unwrap_or_default();
    tr!(
        "edit-affected",
        place = one.citation.clone(),
        what = one.what.name(),
        about = format!("{code}{whose}"),
        fate = fate(one.fate),
        before = wrap::cut(&one.before, WORDS),
        after = wrap::cut(&one.after, WORDS)
    )
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Kept => "kept",
        Fate::Changed => "changed",
        Fate::Shrunk => "shrunk",
        Fate::Emptied => "emptied",
    }
}

/// As scripts read it; `changed` says whether there is anything to correct.
pub fn as_json(report: &EditReport, changed: bool, dry_run: bool) -> Value {
    json!({
        "label": report.label,
        "dry_run": dry_run,
        "changed": changed,
        "loses": report.loses(),
        "passages": report.passages.iter().map(|passage| json!({
            "citation": passage.citation,
            "before": passage.before,
            "after": passage.after,
        })).collect::<Vec<_>>(),
        "kept": report.kept,
        "moved": report.moved,
        "affected": report.affected.iter().map(|one| json!({
            "what": one.what.name(),
            "fate": fate(one.fate),
            "code": one.code,
            "coder": one.coder,
            "citation": one.citation,
            "now": one.now,
            "before": one.before,
            "after": one.after,
        })).collect::<Vec<_>>(),
        "others": {
            "changed": report.others.changed,
            "shrunk": report.others.shrunk,
            "emptied": report.others.emptied,
        },
        "split": report.split,
        "emptied": report.emptied,
        "joined": report.joined,
        "renumbered": report.renumbered.iter().map(|(before, after)| json!({
            "before": before,
            "after": after,
        })).collect::<Vec<_>>(),
        "speakers": report.speakers.iter().map(|change| json!({
            "citation": change.citation,
            "before": change.before,
            "after": change.after,
        })).collect::<Vec<_>>(),
    })
}
