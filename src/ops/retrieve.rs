//! Retrieval: the coded segments that answer a question, and how far the coding is.

use std::collections::{BTreeSet, HashMap};

use crate::analysis::segments::Context;
use crate::analysis::{chapters, notes, progress};
use crate::error::{Error, Kind, Result};
use crate::model::coders::{AnalysisSet, Because, Choice, Work};
use crate::model::codings::{Coding, Segment};
use crate::model::documents::Document;
use crate::model::written::Written;
use crate::model::{CodeId, CoderId, CodingId, DocumentId};
use crate::store::{Project, Reader, coders, codes, codings, documents, settings, viewer};
use crate::text::Span;
use crate::text::citations::Reference;
use crate::tr;

/// Which segments; none means all.
#[derive(Debug, Clone, Default)]
pub struct SegmentQuery {
    pub codes: Option<Vec<CodeId>>,
    /// Also the segments of these codes' subcodes.
    pub with_subcodes: bool,
    pub documents: Option<Vec<DocumentId>>,
    /// A coder's own codings instead of the analysis set.
    pub coder: Option<CoderId>,
}

/// Segments and what they answer for.
#[derive(Debug, Clone, Default)]
pub struct Retrieved {
    pub segments: Vec<Segment>,
    /// Whose codings these are, in words.
    pub notes: Vec<String>,
}

/// The coded segments that answer a query, by document order, in text order.
pub fn segments(project: &Project, query: &SegmentQuery) -> Result<Retrieved> {
    let reader = project.read();
    let all_documents = documents::list(&reader)?;
    let tree = codes::tree(&reader)?;
    let all_coders = coders::list(&reader)?;
    let pattern = settings::citation(&reader)?;
    let set = whose(&reader, query.coder)?;

    let found = match &query.codes {
        None => codings::all(&reader)?,
        Some(codes) => {
            let wanted: BTreeSet<CodeId> = codes
                .iter()
                .flat_map(|&code| match query.with_subcodes {
                    true => tree.subtree(code).iter().map(|node| node.code.id).collect(),
                    false => vec![code],
                })
                .collect();
            codings::of_codes(&reader, &wanted.into_iter().collect::<Vec<_>>())?
        }
    };
    let asked: Option<BTreeSet<DocumentId>> =
        query.documents.as_ref().map(|ids| ids.iter().copied().collect());
    let wanted = |document: DocumentId| asked.as_ref().is_none_or(|ids| ids.contains(&document));
    let found = found
        .into_iter()
        .filter(|coding| set.counts(coding.document, coding.coder) && wanted(coding.document))
        .collect();
    let answered: Vec<DocumentId> =
        all_documents.iter().map(|document| document.id).filter(|id| wanted(*id)).collect();
    let context = Context::new(&all_documents, &tree, &all_coders, &pattern);
    let segments = with_words(&reader, &all_documents, &context, found)?;
    Ok(Retrieved { segments, notes: notes::analysis_set(&set, &all_coders, &answered) })
}

/// The current coder's own segments of a code and its subcodes: what can be sorted.
pub fn own(project: &Project, code: CodeId) -> Result<Vec<Segment>> {
    let (codes, coder) = (Some(vec![code]), Some(project.coder()));
    let query = SegmentQuery { codes, with_subcodes: true, documents: None, coder };
    Ok(segments(project, &query)?.segments)
}

/// Some codings as segments, by document order, in text order. Those that are gone are left out.
pub fn of_codings(project: &Project, ids: &[CodingId]) -> Result<Retrieved> {
    let reader = project.read();
    let all_documents = documents::list(&reader)?;
    let tree = codes::tree(&reader)?;
    let all_coders = coders::list(&reader)?;
    let pattern = settings::citation(&reader)?;
    let set = coders::analysis_set(&reader)?;
    let ids: BTreeSet<CodingId> = ids.iter().copied().collect();
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        match codings::get(&reader, id) {
            Ok(coding) => found.push(coding),
            Err(error) if error.kind == Kind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    let touched: BTreeSet<DocumentId> = found.iter().map(|coding| coding.document).collect();
    let context = Context::new(&all_documents, &tree, &all_coders, &pattern);
    let mut segments = with_words(&reader, &all_documents, &context, found)?;
    let place: HashMap<DocumentId, usize> =
        all_documents.iter().enumerate().map(|(at, document)| (document.id, at)).collect();
    segments.sort_by_key(|one| (place.get(&one.coding.document).copied(), one.coding.span, one.coding.id));
    let answered: Vec<DocumentId> = touched.into_iter().collect();
    Ok(Retrieved { segments, notes: notes::analysis_set(&set, &all_coders, &answered) })
}

/// Codings with their words and citations, by document order.
fn with_words(
    reader: &Reader<'_>,
    all_documents: &[Document],
    context: &Context<'_>,
    found: Vec<Coding>,
) -> Result<Vec<Segment>> {
    let mut by_document: HashMap<DocumentId, Vec<Coding>> = HashMap::new();
    for coding in found {
        by_document.entry(coding.document).or_default().push(coding);
    }
    let mut segments = Vec::new();
    for document in all_documents {
        let Some(codings) = by_document.remove(&document.id) else { continue };
        let text = documents::text(reader, document.id)?;
        // Few segments touch few paragraphs; for many, one reading of all is quicker.
        if codings.len() > 10 {
            let all = documents::paragraphs(reader, document.id)?;
            segments.extend(codings.into_iter().map(|coding| context.segment(coding, &text, &all)));
        } else {
            for coding in codings {
                let touched = documents::paragraphs_touched(reader, document.id, coding.span)?;
                segments.push(context.segment(coding, &text, &touched));
            }
        }
    }
    Ok(segments)
}

/// The analysis set, or one coder's work wherever it may be seen.
pub fn whose(reader: &Reader<'_>, coder: Option<CoderId>) -> Result<AnalysisSet> {
    let mut set = coders::analysis_set(reader)?;
    if let Some(coder) = coder {
        if !viewer::sees_any(reader, coder)? {
            let name = coders::get(reader, coder)?.name;
            return Err(Error::refused(tr!("error-blind", name = name)).hint(tr!("hint-blind")));
        }
        for document in set.chosen.keys().copied().collect::<Vec<_>>() {
            if viewer::sees(reader, coder, Some(document))? {
                set.chosen.insert(document, Choice { coder, because: Because::Chosen });
            } else {
                set.chosen.remove(&document);
            }
        }
    }
    Ok(set)
}

/// Notes for what leaves the program: letters stand for the coders.
pub fn without_coders(
    project: &Project,
    coder: Option<CoderId>,
    documents: Option<&[DocumentId]>,
    notes: &mut [String],
) -> Result<()> {
    let reader = project.read();
    let all: Vec<DocumentId>;
    let asked = match documents {
        Some(documents) => documents,
        None => {
            all = documents::list(&reader)?.into_iter().map(|document| document.id).collect();
            &all
        }
    };
    notes::without_names(notes, &whose(&reader, coder)?, &coders::list(&reader)?, asked);
    Ok(())
}

/// The canonical bundle of some segments.
pub fn bundle(project: &Project, segments: &[&Segment]) -> Result<String> {
    let reference =
        |segment: &&Segment| Reference { label: segment.label.clone(), paragraphs: Some(segment.paragraphs) };
    let references: Vec<Reference> = segments.iter().map(reference).collect();
    Ok(settings::citation(&project.read())?.bundle(&references))
}

/// Segments as running text: a chapter a code or a document. What may not be quoted says so.
pub fn chapters(
    project: &Project,
    segments: &[Segment],
    by: chapters::By,
    with_coders: bool,
    notes: Vec<String>,
) -> Result<Written> {
    let reader = project.read();
    let about = chapters::About { coders: with_coders, flags: super::consent::flags(&reader, segments)? };
    let (tree, all) = (codes::tree(&reader)?, documents::list(&reader)?);
    Ok(chapters::write(segments, by, &tree, &all, &settings::citation(&reader)?, &about, notes))
}

/// One visible coding as a segment.
pub fn segment(project: &Project, id: CodingId) -> Result<Segment> {
    let reader = project.read();
    let coding = codings::get(&reader, id)?;
    let all_documents = [documents::get(&reader, coding.document)?];
    let tree = codes::tree(&reader)?;
    let all_coders = coders::list(&reader)?;
    let pattern = settings::citation(&reader)?;
    let text = documents::text(&reader, coding.document)?;
    let touched = documents::paragraphs_touched(&reader, coding.document, coding.span)?;
    Ok(Context::new(&all_documents, &tree, &all_coders, &pattern).segment(coding, &text, &touched))
}

/// How many segments each code has in the analysis set (its own, without its subcodes').
pub fn code_counts(project: &Project) -> Result<HashMap<CodeId, u32>> {
    let reader = project.read();
    let set = coders::analysis_set(&reader)?;
    let mut counts: HashMap<CodeId, u32> = HashMap::new();
    for ((document, code, coder), count) in codings::counts(&reader)? {
        if set.counts(document, coder) {
            *counts.entry(code).or_default() += count;
        }
    }
    Ok(counts)
}

/// How far the current coder is, document by document; of one document where `only` says so.
pub fn coded_paragraphs(project: &Project, only: Option<DocumentId>) -> Result<HashMap<DocumentId, u32>> {
    let reader = project.read();
    let mut paragraphs: HashMap<DocumentId, Vec<Span>> = HashMap::new();
    for (document, span) in documents::numbered_spans(&reader, only)? {
        paragraphs.entry(document).or_default().push(span);
    }
    let mut spans: HashMap<DocumentId, Vec<Span>> = HashMap::new();
    for (document, span) in codings::spans(&reader, only)? {
        spans.entry(document).or_default().push(span);
    }
    Ok(paragraphs
        .into_iter()
        .map(|(document, paragraphs)| {
            let codings = spans.get(&document).map_or(&[][..], Vec::as_slice);
            (document, progress::coded_paragraphs(&paragraphs, codings))
        })
        .collect())
}

/// Every declared status that the current coder may see.
pub fn work(project: &Project) -> Result<Vec<Work>> {
    coders::work(&project.read())
}
