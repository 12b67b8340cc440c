//! The coding guide to be read: a chapter a code, with its rules, its anchor examples, how often it was applied, and what
//! has changed since a version.

use std::collections::HashMap;

use super::versions::{Change, Comparison, What};
use crate::model::codebook::{Codebook, CodebookAnchor, CodebookCode};
use crate::model::codes::Origin;
use crate::model::table::{Cell, Column, ColumnKind, Table};
use crate::model::written::{Part, Run, Written};
use crate::tr;

/// How often a code was applied in the analysis set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Applied {
    pub segments: usize,
    pub documents: usize,
    /// Its subcodes' included.
    pub segments_below: usize,
    pub documents_below: usize,
}

/// Counts by the UUIDs of the codes.
pub type Counts = HashMap<String, Applied>;

/// The coding guide as running text. `since`: with what has changed, at its end.
pub fn write(
    book: &Codebook,
    title: String,
    counts: Option<&Counts>,
    since: Option<&Comparison>,
    notes: Vec<String>,
) -> Written {
    let mut written = Written { name: "coding-guide".into(), title, parts: Vec::new(), notes };
    if book.len() > 1 {
        written.parts.push(Part::Contents);
    }
    each(&book.codes, 1, counts, &mut written.parts);
    if let Some(since) = since {
        written.parts.push(Part::Heading(1, tr!("guide-changes", version = since.before.words())));
        written.parts.extend(since.notes().into_iter().map(Part::note));
        written.parts.extend(changes(since, 2));
    }
    written
}

fn each(codes: &[CodebookCode], level: u8, counts: Option<&Counts>, parts: &mut Vec<Part>) {
    for code in codes {
        parts.push(Part::Heading(level, code.name.clone()));
        let guide = &code.guide;
        if !guide.definition.is_empty() {
            parts.push(Part::text(&guide.definition));
        }
        for (name, text) in [
            (tr!("codebook-column-apply"), &guide.apply),
            (tr!("codebook-column-not-apply"), &guide.not_apply),
        ] {
            if !text.is_empty() {
                parts.push(Part::named(&name, text));
            }
        }
        if !code.anchors.is_empty() {
            let name = tr!("guide-anchors", count = code.anchors.len());
            parts.push(Part::Text(vec![Run::strong(tr!("written-named", name = name))]));
        }
        parts.extend(code.anchors.iter().map(quoted));
        if guide.origin != Origin::Unspecified {
            let origin = tr!(&format!("codebook-origin-{}", guide.origin.name()));
            parts.push(Part::named(&tr!("codebook-column-origin"), origin));
        }
        if !guide.research_question.is_empty() {
            parts.push(Part::named(&tr!("codebook-column-research-question"), &guide.research_question));
        }
        if let Some(applied) = counts.and_then(|counts| counts.get(code.uuid.as_deref()?)) {
            parts.push(Part::note(applied_words(applied, !code.children.is_empty())));
        }
        each(&code.children, level.saturating_add(1), counts, parts);
    }
}

fn quoted(anchor: &CodebookAnchor) -> Part {
    let citation = match anchor.place.trim() {
        "" => String::new(),
        place if place.starts_with('(') => place.to_owned(),
        place => format!("({place})"),
    };
    Part::Quote { text: anchor.text.clone(), citation, about: String::new() }
}

fn applied_words(applied: &Applied, subcodes: bool) -> String {
    let own = tr!("guide-applied", segments = applied.segments, documents = applied.documents);
    match subcodes {
        false => own,
        true => {
            let below = tr!(
                "guide-applied-below",
                segments = applied.segments_below,
                documents = applied.documents_below
            );
            format!("{own} {below}")
        }
    }
}

/// Puts how often each code was applied beside it, in a table with a code a row in the order of the book.
pub fn add_counts(table: &mut Table, book: &Codebook, counts: &Counts) {
    fn uuids<'a>(codes: &'a [CodebookCode], out: &mut Vec<Option<&'a str>>) {
        for code in codes {
            out.push(code.uuid.as_deref());
            uuids(&code.children, out);
        }
    }
    let mut order = Vec::new();
    uuids(&book.codes, &mut order);
    for key in ["segments", "documents", "segments_with_subcodes", "documents_with_subcodes"] {
        let title = tr!(&format!("guide-column-{}", key.replace('_', "-")));
        table.columns.push(Column::new(key, title, ColumnKind::Number));
    }
    for (row, uuid) in table.rows.iter_mut().zip(order) {
        let applied = uuid.and_then(|uuid| counts.get(uuid)).copied().unwrap_or_default();
        let Applied { segments, documents, segments_below, documents_below } = applied;
        let all = [segments, documents, segments_below, documents_below];
        row.extend(all.map(|count| Cell::integer(count as i64)));
    }
}

/// What has changed, code by code, with the texts before and after.
pub fn changes(comparison: &Comparison, level: u8) -> Vec<Part> {
    let mut parts = Vec::new();
    for of_code in comparison.changes.chunk_by(|a, b| a.uuid == b.uuid) {
        let Some(first) = of_code.first() else { continue };
        parts.push(Part::Heading(level, first.code.clone()));
        of_code.iter().for_each(|change| told(change, &mut parts));
    }
    parts
}

fn told(change: &Change, parts: &mut Vec<Part>) {
    parts.push(Part::text(change.sentence()));
    match change.what {
        What::Redefined(_) => {
            for (key, text) in
                [("change-column-before", &change.before), ("change-column-after", &change.after)]
            {
                if !text.is_empty() {
                    let name = tr!("written-named", name = tr!(key));
                    parts.push(Part::Item(vec![Run::strong(name), Run::plain(" "), Run::plain(text)]));
                }
            }
        }
        What::New if !change.after.is_empty() => parts.push(Part::Item(vec![Run::plain(&change.after)])),
        What::New | What::Merged | What::Gone | What::Renamed | What::Moved => {}
    }
}

/// A comparison of two versions as a text of its own.
pub fn comparison(comparison: &Comparison) -> Written {
    Written {
        name: "codebook-changes".into(),
        title: comparison.title(),
        parts: comparison.notes().into_iter().map(Part::note).chain(changes(comparison, 1)).collect(),
        notes: Vec::new(),
    }
}
