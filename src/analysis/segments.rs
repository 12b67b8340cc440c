//! Coded segments with their citations.

use std::collections::HashMap;

use crate::model::coders::Coder;
use crate::model::codes::CodeTree;
use crate::model::codings::{Coding, Segment};
use crate::model::documents::Document;
use crate::model::table::{Cell, Column, ColumnKind, Place, Table, Value};
use crate::model::{CoderId, DocumentId};
use crate::text::citations::{Pattern, Reference};
use crate::text::{Paragraph, Span, Text, paragraphs};
use crate::tr;

/// What turns codings into segments.
pub struct Context<'a> {
    pub documents: HashMap<DocumentId, &'a Document>,
    pub tree: &'a CodeTree,
    pub coders: HashMap<CoderId, &'a Coder>,
    pub pattern: &'a Pattern,
}

impl<'a> Context<'a> {
    pub fn new(
        documents: &'a [Document],
        tree: &'a CodeTree,
        coders: &'a [Coder],
        pattern: &'a Pattern,
    ) -> Self {
        Context {
            documents: documents.iter().map(|document| (document.id, document)).collect(),
            tree,
            coders: coders.iter().map(|coder| (coder.id, coder)).collect(),
            pattern,
        }
    }

    /// A coding with its words and its citation. `touched` are at least the paragraphs that it touches.
    pub fn segment(&self, coding: Coding, text: &Text, touched: &[Paragraph]) -> Segment {
        let document = self.documents.get(&coding.document).copied();
        let passage = Passage::new(document, self.pattern, Some(coding.span), text, touched);
        Segment {
            citation: passage.citation,
            label: passage.label,
            group: passage.group,
            paragraphs: passage.paragraphs,
            text: passage.text,
            speakers: passage.speakers,
            code: self.tree.path(coding.code).to_owned(),
            coder: self.coders.get(&coding.coder).map(|coder| coder.name.clone()).unwrap_or_default(),
            coding,
        }
    }
}

/// A passage with its words and its citation, as segments and paraphrases show it.
pub struct Passage {
    pub label: String,
    pub group: Option<String>,
    /// First and last paragraph number.
    pub paragraphs: (u32, u32),
    pub citation: String,
    pub text: String,
    pub speakers: Vec<String>,
}

impl Passage {
    /// `touched` are at least the paragraphs that the span touches. Without a span only the document is known.
    pub fn new(
        document: Option<&Document>,
        pattern: &Pattern,
        span: Option<Span>,
        text: &Text,
        touched: &[Paragraph],
    ) -> Passage {
        let label = document.map(|document| document.label.clone()).unwrap_or_default();
        let touched = span.map_or(&[][..], |span| paragraphs::touched(touched, span));
        let numbers = span.and_then(|span| paragraphs::numbers(touched, span));
        let mut speakers: Vec<String> = Vec::new();
        for speaker in touched.iter().filter_map(|paragraph| paragraph.speaker.as_ref()) {
            if !speakers.contains(speaker) {
                speakers.push(speaker.clone());
            }
        }
        Passage {
            citation: match numbers {
                Some((first, last)) => pattern.cite(&label, first, last),
                None => pattern.bundle(&[Reference { label: label.clone(), paragraphs: None }]),
            },
            label,
            group: document.and_then(|document| document.group.clone()),
            paragraphs: numbers.unwrap_or_default(),
            text: span.map(|span| paragraphs::quotation(text, touched, span)).unwrap_or_default(),
            speakers,
        }
    }
}

/// The canonical bundle of citations of some segments: `(IPen 4: 13; 5: 81)`.
pub fn bundle(segments: &[Segment], pattern: &Pattern) -> String {
    let references: Vec<Reference> = segments
        .iter()
        .map(|segment| Reference { label: segment.label.clone(), paragraphs: Some(segment.paragraphs) })
        .collect();
    pattern.bundle(&references)
}

/// A table without the column that names the coders.
pub fn without_coders(mut table: Table) -> Table {
    if let Some(at) = table.columns.iter().position(|column| column.key == "coder") {
        table.columns.remove(at);
        table.rows.iter_mut().filter(|row| row.len() > at).for_each(|row| drop(row.remove(at)));
    }
    table
}

/// The segments as a table, in the order given.
pub fn table(segments: &[Segment], notes: Vec<String>) -> Table {
    let columns = vec![
        Column::new("citation", tr!("table-citation"), ColumnKind::Citation),
        Column::new("code", tr!("table-code"), ColumnKind::Short),
        Column::new("text", tr!("table-segment"), ColumnKind::Long),
        Column::new("speaker", tr!("table-speaker"), ColumnKind::Short),
        Column::new("group", tr!("table-group"), ColumnKind::Short),
        Column::new("weight", tr!("table-weight"), ColumnKind::Number),
        Column::new("comment", tr!("table-comment"), ColumnKind::Long),
        Column::new("coder", tr!("table-coder"), ColumnKind::Short),
    ];
    let rows = segments
        .iter()
        .map(|segment| {
            let place = Place {
                document: segment.coding.document,
                span: segment.coding.span,
                code: (!segment.is_worked_out()).then_some(segment.coding.code),
                coding: (!segment.is_worked_out()).then_some(segment.coding.id),
            };
            let weight =
                segment.coding.weight.map_or(Value::Empty, |weight| Value::Integer(i64::from(weight)));
            vec![
                Cell::text(&segment.citation).at(place),
                Cell::text(&segment.code),
                Cell::text(&segment.text).at(place),
                Cell::text(segment.speakers.join(", ")),
                Cell::text(segment.group.clone().unwrap_or_default()),
                Cell { value: weight, places: Vec::new() },
                Cell::text(&segment.coding.comment),
                Cell::text(&segment.coder),
            ]
        })
        .collect();
    Table {
        name: "coded-segments".into(),
        title: tr!("table-segments-title"),
        columns,
        rows,
        notes,
        frozen: 1,
    }
}
