//! Codeline: the codes of a document as lines over its paragraphs.

use std::collections::BTreeSet;

use super::coded::{Coded, place};
use super::cross::{Cross, Heading};
use super::speech::{length, shared, union};
use crate::model::chart::{self, Chart, Figure};
use crate::model::documents::Transcript;
use crate::model::table::{Cell, Value};
use crate::text::citations::Pattern;
use crate::text::{Paragraph, Span};
use crate::tr;

/// The codeline of the only document of `coded`. The table has the numbered paragraphs with a code; a cell is the share
/// of the paragraph's speech that lies under a code.
pub fn figure(coded: &Coded<'_>, transcript: &Transcript, pattern: &Pattern) -> Figure {
    let label = coded.documents.first().map_or("", |document| document.label.as_str());
    let passages = coded.of_document(0);
    let numbered: Vec<&Paragraph> =
        transcript.paragraphs.iter().filter(|paragraph| paragraph.number.is_some()).collect();
    let used: BTreeSet<usize> =
        passages.iter().flat_map(|one| coded.rows_of(one.code).iter().copied()).collect();
    // First and last numbered paragraph of a span, counted from 0. A part without a number belongs to the one before it.
    let reach = |span: Span| -> (u32, u32) {
        let after = numbered.partition_point(|p| p.span.start < span.end);
        let before = numbered.partition_point(|p| p.span.end <= span.start);
        let last = after.saturating_sub(1);
        (before.min(last) as u32, last as u32)
    };
    let lines: Vec<chart::Line> = used
        .iter()
        .map(|&row| chart::Line {
            code: coded.rows[row].path.clone(),
            color: coded.rows[row].color.clone(),
            segments: passages
                .iter()
                .filter(|one| coded.rows_of(one.code).contains(&row))
                .map(|one| reach(one.span))
                .collect(),
        })
        .collect();
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    for paragraph in &numbered {
        let number = paragraph.number.unwrap_or_default();
        let end = passages.partition_point(|one| one.span.start < paragraph.span.end);
        let here: Vec<_> = passages[..end].iter().filter(|one| one.span.overlaps(paragraph.span)).collect();
        if here.is_empty() {
            continue;
        }
        let speech = paragraph.speech_spans(&transcript.text);
        let letters = length(&speech);
        let line = used.iter().map(|&row| {
            let own: Vec<_> = here.iter().filter(|one| coded.rows_of(one.code).contains(&row)).collect();
            let covered = shared(&speech, &union(own.iter().map(|one| one.span)));
            let value = match (own.is_empty(), letters) {
                (true, _) => Value::Empty,
                (false, 0) => Value::Share(1.0, 0),
                (false, letters) => Value::Share(f64::from(covered) / f64::from(letters), 0),
            };
            Cell { value, places: own.into_iter().map(|one| place(one)).collect() }
        });
        cells.push(line.collect());
        rows.push(Heading::new(&number.to_string(), pattern.cite(label, number, number)));
    }
    let heading = |&row: &usize| Heading {
        key: coded.rows[row].path.clone(),
        title: coded.rows[row].path.clone(),
        color: coded.rows[row].color.clone(),
    };
    let columns: Vec<Heading> = used.iter().map(heading).collect();
    let mut notes = vec![tr!("codeline-note", count = numbered.len())];
    if passages.is_empty() {
        notes.push(tr!("codeline-nothing", document = pattern.name(label)));
    }
    notes.extend(coded.notes().into_iter().skip(1));
    let cross = Cross {
        name: "codeline".to_owned(),
        title: tr!("codeline-title", document = pattern.name(label)),
        sides: (
            Heading::new("paragraph", tr!("codeline-paragraph")),
            Heading::new("code", tr!("table-code")),
        ),
        body: (rows.len(), columns.len()),
        rows,
        columns,
        cells,
        symmetric: false,
        notes,
    };
    let numbers = numbered.iter().filter_map(|paragraph| paragraph.number).collect();
    Figure { chart: Chart::Codeline(chart::Codeline { lines, numbers }), ..cross.figure() }
}
