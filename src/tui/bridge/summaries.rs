//! The bridge to summaries: what is there of one that is to be written, what it condenses, and search hits in them.

use crate::error::Result;
use crate::model::DocumentId;
use crate::model::history::Changed;
use crate::model::summaries::Condensed;
use crate::ops::grid::GridQuery;
use crate::ops::search::WrittenOn;
use crate::store::{Project, cases, coders, codes, condensations, documents, settings, summaries};
use crate::text::Span;
use crate::text::citations::Reference;
use crate::text::search::Finder;
use crate::tui::msg::{Hit, HitOf};
use crate::{ops, tr};

/// A text that is to be written, with what stands beside it.
#[derive(Debug, Clone)]
pub struct Writing {
    pub on: WrittenOn,
    /// What it is on, in words.
    pub title: String,
    /// One's own, as it is.
    pub text: String,
    pub beside: Vec<Entry>,
}

/// Something that a summary condenses: a segment, or a summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Citation, code or document.
    pub head: String,
    /// Who speaks, or which subcode.
    pub note: String,
    pub text: String,
    /// What stands behind it where it is dropped.
    pub citation: String,
    /// Of words of the transcript.
    pub place: Option<(DocumentId, Span)>,
}

/// What is there of a summary, and what it condenses.
pub fn writing(project: &Project, on: WrittenOn, subcodes: bool) -> Result<Writing> {
    let reader = project.read();
    let (tree, pattern) = (codes::tree(&reader)?, settings::citation(&reader)?);
    let own = project.coder();
    // In a consolidated document the consensus writes, and begins with what one has written oneself.
    let author = match on {
        WrittenOn::Cell(document, _) => ops::summaries::author(&reader, document, own)?,
        WrittenOn::Whole(on) => ops::summaries::author_on(&reader, on, own)?,
    };
    let of = |coder| match on {
        WrittenOn::Cell(document, code) => {
            Ok(summaries::get(&reader, document, code, coder)?.map(|summary| summary.text))
        }
        WrittenOn::Whole(on) => condensations::get(&reader, on, coder),
    };
    let text = match of(author)? {
        Some(text) => Some(text),
        None => of(own)?,
    };
    let query = match on {
        WrittenOn::Cell(document, code) => {
            GridQuery { documents: Some(vec![document]), codes: Some(vec![code]), ..GridQuery::default() }
        }
        WrittenOn::Whole(Condensed::Document(id)) => {
            GridQuery { documents: Some(vec![id]), ..GridQuery::default() }
        }
        WrittenOn::Whole(Condensed::Code(code)) => {
            GridQuery { codes: Some(vec![code]), ..GridQuery::default() }
        }
        WrittenOn::Whole(Condensed::Case(id)) => {
            GridQuery { documents: Some(cases::get(&reader, id)?.documents), ..GridQuery::default() }
        }
    };
    let grid = ops::grid::grid(project, &GridQuery { with_subcodes: subcodes, ..query })?;
    let mut beside = Vec::new();
    let entry = |head: String, text: &str, citation: String| Entry {
        head,
        note: String::new(),
        text: text.to_owned(),
        citation,
        place: None,
    };
    for row in &grid.rows {
        let Some(&document) = row.documents.first() else { continue };
        let reference = Reference { label: documents::get(&reader, document)?.label, paragraphs: None };
        let cited = pattern.bundle(&[reference]);
        if let (WrittenOn::Whole(Condensed::Case(_)), Some(whole)) =
            (on, grid.condensed(Condensed::Document(document)))
        {
            beside.push(entry(row.name.clone(), &whole.text, cited.clone()));
        }
        for &code in &grid.codes {
            for part in grid.parts(row, code) {
                // The summary that counts, where it is not the one that is being written.
                let other =
                    part.summary.filter(|one| !matches!(on, WrittenOn::Cell(..)) || one.coder != author);
                if let Some(summary) = other {
                    let head = match on {
                        WrittenOn::Cell(..) => coders::get(&reader, summary.coder)?.name,
                        WrittenOn::Whole(Condensed::Code(_)) => row.name.clone(),
                        WrittenOn::Whole(Condensed::Document(_)) => tree.path(code).to_owned(),
                        WrittenOn::Whole(Condensed::Case(_)) => {
                            format!("{} · {}", row.name, tree.path(code))
                        }
                    };
                    beside.push(entry(head, &summary.text, cited.clone()));
                }
                if matches!(on, WrittenOn::Cell(..)) {
                    beside.extend(part.segments.iter().map(|segment| Entry {
                        head: segment.citation.clone(),
                        note: match segment.coding.code == code {
                            true => segment.speakers.join(", "),
                            false => segment.code.clone(),
                        },
                        text: segment.text.clone(),
                        citation: segment.citation.clone(),
                        place: Some((document, segment.coding.span)),
                    }));
                }
            }
        }
    }
    let title = match author == own {
        true => name(project, on)?,
        false => {
            let coder = coders::get(&reader, author)?.name;
            tr!("summary-as", what = name(project, on)?, name = coder)
        }
    };
    Ok(Writing { on, title, text: text.unwrap_or_default(), beside })
}

/// What a summary is on, in words.
fn name(project: &Project, on: WrittenOn) -> Result<String> {
    let reader = project.read();
    let document =
        |id| -> Result<String> { Ok(settings::citation(&reader)?.name(&documents::get(&reader, id)?.label)) };
    let code = |id| -> Result<String> { Ok(codes::tree(&reader)?.path(id).to_owned()) };
    Ok(match on {
        WrittenOn::Cell(row, column) => tr!("form-summary", document = document(row)?, code = code(column)?),
        WrittenOn::Whole(Condensed::Document(id)) => tr!("form-summary-of", name = document(id)?),
        WrittenOn::Whole(Condensed::Code(id)) => tr!("form-summary-of", name = code(id)?),
        WrittenOn::Whole(Condensed::Case(id)) => tr!("form-summary-of", name = cases::get(&reader, id)?.name),
    })
}

/// Writes a summary; an empty one is removed.
pub fn write(project: &mut Project, on: WrittenOn, text: &str) -> Result<Changed> {
    Ok(match on {
        WrittenOn::Cell(document, code) => ops::summaries::write(project, document, code, text)?.changed,
        WrittenOn::Whole(on) => ops::summaries::condense(project, on, text)?.changed,
    })
}

/// The summaries that contain what is searched.
pub fn hits(project: &Project, finder: &Finder) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for one in ops::search::in_summaries(project, finder, None)? {
        let citation = match one.on {
            WrittenOn::Cell(..) => {
                format!("{} · {}", name(project, one.on)?, tr!("table-grid-row-summary"))
            }
            WrittenOn::Whole(_) => name(project, one.on)?,
        };
        let hit = super::search::beside(finder, citation, &one.text, HitOf::Summary(one.on));
        hits.push(Hit { document: one.on.document().unwrap_or(hit.document), ..hit });
    }
    Ok(hits)
}
