//! The tables of a checked report: what to mend, all citations, all quotations, what is never cited.

use super::findings::{Level, fault_words, findings};
use super::{At, Checked};
use crate::model::DocumentId;
use crate::model::table::{Cell, Column, ColumnKind, Place, Table};
use crate::text::Span;
use crate::text::citations::Pattern;
use crate::text::cited;
use crate::text::wording;
use crate::tr;

/// All tables, what to mend first.
pub fn tables(checked: &Checked, pattern: &Pattern) -> Vec<Table> {
    vec![found(checked, pattern), citations(checked, pattern), quotations(checked), never(checked, pattern)]
}

fn line(at: &At) -> Cell {
    Cell::integer(at.line)
}

fn place_of(target: Option<(DocumentId, Span)>, cell: Cell) -> Cell {
    match target {
        Some((document, span)) => cell.at(Place { document, span, code: None, coding: None }),
        None => cell,
    }
}

/// Where in the report, in words: a footnote's line is not one of the text.
fn stands_in(at: &At) -> String {
    tr!(&format!("report-place-{}", at.place.name()))
}

fn columns(all: &[(&str, ColumnKind)]) -> Vec<Column> {
    all.iter().map(|(key, kind)| Column::new(key, tr!(&format!("report-column-{key}")), *kind)).collect()
}

use ColumnKind::{Citation, Long, Number, Short};

fn found(checked: &Checked, pattern: &Pattern) -> Table {
    let all = findings(checked, pattern);
    let told = all.iter().filter(|finding| finding.level != Level::Note);
    let rows = told.map(|finding| {
        vec![
            finding.at.as_ref().map_or_else(Cell::default, line),
            Cell::text(finding.at.as_ref().map(stands_in).unwrap_or_default()),
            Cell::text(tr!(&format!("report-level-{}", finding.level.name()))),
            Cell::text(finding.kind_words()),
            place_of(finding.target, Cell::text(&finding.text)),
            Cell::text(&finding.citation),
            Cell::text(&finding.message),
        ]
    });
    Table {
        name: "report-findings".into(),
        title: tr!("report-table-findings", report = checked.report.clone()),
        columns: columns(&[
            ("line", Number),
            ("place", Short),
            ("level", Short),
            ("kind", Short),
            ("text", Long),
            ("citation", Citation),
            ("message", Long),
        ]),
        rows: rows.collect(),
        notes: checked.notes.clone(),
        frozen: 1,
    }
}

fn citations(checked: &Checked, pattern: &Pattern) -> Table {
    let rows = checked.citations.iter().map(|citation| {
        let problems = citation.problems.iter().map(|problem| fault_words(problem, pattern));
        vec![
            line(&citation.at),
            Cell::text(stands_in(&citation.at)),
            place_of(citation.target, Cell::text(&citation.text)),
            Cell::text(cited::written(&citation.references, pattern)),
            Cell::text(problems.collect::<Vec<_>>().join(" ")),
        ]
    });
    Table {
        name: "report-citations".into(),
        title: tr!("report-table-citations", report = checked.report.clone()),
        columns: columns(&[
            ("line", Number),
            ("place", Short),
            ("citation", Citation),
            ("references", Citation),
            ("problems", Long),
        ]),
        rows: rows.collect(),
        notes: Vec::new(),
        frozen: 1,
    }
}

fn quotations(checked: &Checked) -> Table {
    let rows = checked.quotations.iter().map(|quotation| {
        let citation = quotation.citation.and_then(|index| checked.citations.get(index));
        let found = quotation.found.as_ref();
        vec![
            line(&quotation.at),
            Cell::text(stands_in(&quotation.at)),
            Cell::text(&quotation.text),
            Cell::text(citation.map(|citation| citation.text.clone()).unwrap_or_default()),
            Cell::text(tr!(&format!("report-kind-{}", quotation.status.name()))),
            place_of(
                found.map(|found| (found.document, found.span)),
                Cell::text(found.map(|found| found.citation.clone()).unwrap_or_default()),
            ),
            Cell::text(wording::shown(&quotation.difference)),
        ]
    });
    Table {
        name: "report-quotations".into(),
        title: tr!("report-table-quotations", report = checked.report.clone()),
        columns: columns(&[
            ("line", Number),
            ("place", Short),
            ("text", Long),
            ("citation", Citation),
            ("status", Short),
            ("found", Citation),
            ("difference", Long),
        ]),
        rows: rows.collect(),
        notes: Vec::new(),
        frozen: 1,
    }
}

fn never(checked: &Checked, pattern: &Pattern) -> Table {
    let documents = checked.never_documents.iter().map(|label| (pattern.name(label), "document-never-cited"));
    let codes = checked.never_codes.iter().map(|path| (path.clone(), "code-never-cited"));
    let rows = documents
        .chain(codes)
        .map(|(text, kind)| vec![Cell::text(tr!(&format!("report-kind-{kind}"))), Cell::text(text)]);
    Table {
        name: "report-never-cited".into(),
        title: tr!("report-table-never", report = checked.report.clone()),
        columns: columns(&[("kind", Short), ("text", Long)]),
        rows: rows.collect(),
        notes: checked.notes.clone(),
        frozen: 1,
    }
}
