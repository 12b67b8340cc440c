//! The bridge to consolidating: what the workbench asks for, and what it is told.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::analysis::consolidation::tables::Record;
use crate::analysis::consolidation::{Point, Progress, Rule, Verdict};
use crate::error::Result;
use crate::model::history::Changed;
use crate::model::{CoderId, DocumentId};
use crate::ops::consolidation::{self, Scope};
use crate::store::{Project, documents};
use crate::text::{Span, paragraphs};

/// What is asked for.
#[derive(Debug, Clone)]
pub enum Ask {
    /// The differences of a document; of none: of the first in which something is open.
    Read {
        document: Option<DocumentId>,
        /// Where one is in it.
        at: Option<Span>,
        /// The view is opened, and not only brought up to date.
        open: bool,
    },
    Decide {
        point: Box<Point>,
        verdict: Verdict,
        reason: String,
        /// A code that is made for it, and the passage that it gets.
        create: Option<(String, Span)>,
        mark: bool,
    },
    Agreed(DocumentId),
    /// What a rule would settle; nothing is written.
    /// Of this document, or of all.
    Plan(Option<DocumentId>, Rule, String),
    Rule(Option<DocumentId>, Rule, String),
    /// Also where something is open.
    Finish(DocumentId, bool),
    Reopen(DocumentId),
}

/// What came of it.
#[derive(Debug)]
pub enum Told {
    Seen {
        seen: Seen,
        at: Option<Span>,
        open: bool,
    },
    /// What was open may not be seen any more, or is not there.
    Gone,
    Planned {
        document: Option<DocumentId>,
        rule: Rule,
        reason: String,
        lines: Vec<String>,
        count: usize,
    },
}

/// A difference with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub point: Point,
    pub record: Record,
    /// The paragraphs that it stands in: before it, itself, and after it.
    pub words: [String; 3],
}

/// The differences of a document, and how far all are.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Seen {
    pub document: Option<DocumentId>,
    pub items: Vec<Item>,
    /// Whoever was compared, in the order of the records.
    pub coders: Vec<(CoderId, String)>,
    pub progress: Progress,
    pub whole: Progress,
    pub finished: bool,
    /// Passages of the document that wait for codes to be revisited.
    pub waiting: usize,
    /// The documents that can be consolidated, with how many differences are open.
    pub documents: Vec<(DocumentId, usize)>,
}

/// The differences of a document, or of the first in which something is open.
pub fn seen(project: &Project, document: Option<DocumentId>) -> Result<Seen> {
    let reader = project.read();
    let survey = consolidation::survey(&reader)?;
    let documents: Vec<(DocumentId, usize)> =
        survey.documents.iter().map(|one| (one.document.id, one.progress().open())).collect();
    let open = || documents.iter().find(|(_, open)| *open > 0).or(documents.first()).map(|(id, _)| *id);
    let there = document.filter(|id| documents.iter().any(|(known, _)| known == id));
    let Some(document) = there.or_else(open) else { return Ok(Seen::default()) };
    let whole = survey.progress();
    let scope = Scope { documents: Some(vec![document]), codes: None };
    let listed = consolidation::list_of(&reader, survey, &scope, false)?;
    let transcript = documents::transcript(&reader, document)?;
    let coders = listed.compared.iter().copied().zip(listed.coders.iter().cloned()).collect();
    let mut seen = Seen { document: Some(document), coders, whole, documents, ..Seen::default() };
    for surveyed in &listed.survey.documents {
        seen.progress = surveyed.progress();
        seen.finished = surveyed.finished;
        seen.waiting = surveyed.waiting.len();
        for ((_, point), record) in surveyed.differences().zip(&listed.records) {
            let touched = paragraphs::touched(&transcript.paragraphs, point.span);
            let whole = touched.iter().map(|paragraph| paragraph.span).reduce(Span::hull);
            let whole = whole.unwrap_or(point.span).hull(point.span);
            let slice = |start, end| transcript.text.slice(Span { start, end }).to_owned();
            let words = [
                slice(whole.start, point.span.start),
                slice(point.span.start, point.span.end),
                slice(point.span.end, whole.end),
            ];
            seen.items.push(Item { point: point.clone(), record: record.clone(), words });
        }
    }
    Ok(seen)
}

/// What a rule would settle, in lines.
pub fn plan(project: &Project, document: Option<DocumentId>, rule: &Rule) -> Result<(Vec<String>, usize)> {
    let reader = project.read();
    let scope = Scope { documents: document.map(|document| vec![document]), codes: None };
    let survey = consolidation::survey(&reader)?;
    let settled = consolidation::settled_by(&reader, &scope, rule)?;
    let mut lines = Vec::new();
    let mut transcripts = HashMap::new();
    for (point, span) in &settled {
        let transcript = match transcripts.entry(point.document) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(documents::transcript(&reader, point.document)?),
        };
        let record = consolidation::record(&reader, &survey, point)?;
        let code = record.had.iter().flatten().flatten().next().map(|had| had.code.clone());
        lines.push(format!("{}  {}", record.citation, code.unwrap_or_default()));
        let words = paragraphs::quotation(&transcript.text, &transcript.paragraphs, *span);
        lines.push(format!("  → {}", words.replace('\n', " ")));
    }
    Ok((lines, settled.len()))
}

/// Does what changes something.
pub fn change(project: &mut Project, ask: Ask) -> Result<Changed> {
    let only = |document| Scope { documents: Some(vec![document]), codes: None };
    Ok(match ask {
        Ask::Decide { point, verdict, reason, create, mark } => project.in_batch(|project| {
            let mut changed = Changed::default();
            let verdict = match (create, verdict) {
                (Some((path, span)), Verdict::Anew(mut given)) => {
                    let made = super::revisit::made(project, &[path], mark, &mut changed)?;
                    given.extend(made.into_iter().map(|code| (code, span)));
                    Verdict::Anew(given)
                }
                (_, verdict) => verdict,
            };
            changed.join(consolidation::decide(project, &[(*point, verdict)], &reason)?.changed);
            Ok(changed)
        })?,
        Ask::Agreed(document) => consolidation::accept_agreed(project, &only(document))?.changed,
        Ask::Rule(document, rule, reason) => {
            let scope = document.map(only).unwrap_or_default();
            consolidation::settle(project, &scope, &rule, &reason)?.changed
        }
        Ask::Finish(document, anyway) => consolidation::finish(project, document, anyway)?.changed,
        Ask::Reopen(document) => consolidation::reopen(project, document)?.changed,
        Ask::Read { .. } | Ask::Plan(..) => Changed::default(),
    })
}
