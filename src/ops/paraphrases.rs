//! Paraphrases: writing and removing them, and finding those that an answer is made of.

use std::collections::HashMap;

use serde_json::json;

use crate::analysis::segments::Passage;
use crate::analysis::{notes, paraphrases as table};
use crate::error::{Error, Result};
use crate::model::history::{Done, OperationKind};
use crate::model::paraphrases::{Paraphrase, Paraphrased};
use crate::model::table::Table;
use crate::model::{CoderId, DocumentId, ParaphraseId};
use crate::store::{Project, Reader, Writer, coders, documents, paraphrases, settings};
use crate::text::{CharPos, Span, paragraphs as rows};
use crate::tr;

/// Writes the current coder's paraphrase of a passage: a new one, or the one that is on the very same passage anew.
pub fn write(
    project: &mut Project,
    document: DocumentId,
    span: Span,
    text: &str,
) -> Result<Done<ParaphraseId>> {
    let text = text.trim();
    project.operate(OperationKind::WriteParaphrase, json!({}), |w| {
        if text.is_empty() {
            return Err(Error::invalid(tr!("error-paraphrase-empty")).hint(tr!("hint-paraphrase-empty")));
        }
        let span = passage(w, document, span)?;
        w.argument("place", super::codings::cite(w, document, span)?);
        match own_on(w, document, span)? {
            Some(there) => {
                paraphrases::update(w, there.id, text)?;
                Ok(there.id)
            }
            None => paraphrases::insert(w, document, span, w.coder(), text),
        }
    })
}

/// Removes a paraphrase of the current coder.
pub fn remove(project: &mut Project, id: ParaphraseId) -> Result<Done<()>> {
    project.operate(OperationKind::RemoveParaphrase, json!({}), |w| {
        let found = own(w, id)?;
        let place = match found.span {
            Some(span) => super::codings::cite(w, found.document, span)?,
            None => documents::get(w, found.document)?.label,
        };
        w.argument("place", place);
        paraphrases::remove(w, id)
    })
}

/// A paraphrase of the current coder; another's is not theirs to change.
fn own(w: &Writer<'_>, id: ParaphraseId) -> Result<Paraphrase> {
    let found = paraphrases::get(w, id)?;
    if found.coder == w.coder() {
        return Ok(found);
    }
    let name = coders::get(w, found.coder)?.name;
    Err(Error::refused(tr!("error-paraphrase-of-another", name = name)))
}

/// The span that a paraphrase of a passage has: as a coding's, and without the labels and times at its ends, so that a
/// paragraph is the same passage however it was named.
pub fn passage(reader: &Reader<'_>, document: DocumentId, span: Span) -> Result<Span> {
    let span = super::codings::check_span(reader, document, span)?;
    let text = documents::text(reader, document)?;
    let touched = documents::paragraphs_touched(reader, document, span)?;
    let numbered = touched.iter().filter(|paragraph| paragraph.number.or(paragraph.part_of).is_some());
    let speech = numbered.flat_map(|paragraph| paragraph.speech_within(&text, span));
    Ok(speech.reduce(Span::hull).unwrap_or(span))
}

/// The current coder's paraphrase of exactly this passage.
pub fn own_on(reader: &Reader<'_>, document: DocumentId, span: Span) -> Result<Option<Paraphrase>> {
    let mut all = paraphrases::of_document(reader, document)?.into_iter();
    Ok(all.find(|one| one.coder == reader.coder() && one.span == Some(span)))
}

/// The current coder's paraphrase that a place means: the one on it, or else the only one that touches it.
pub fn find_own(reader: &Reader<'_>, document: DocumentId, span: Span) -> Result<Paraphrase> {
    let span = passage(reader, document, span)?;
    if let Some(found) = own_on(reader, document, span)? {
        return Ok(found);
    }
    let mut touching: Vec<Paraphrase> = paraphrases::of_document(reader, document)?
        .into_iter()
        .filter(|one| one.coder == reader.coder() && one.span.is_some_and(|at| at.overlaps(span)))
        .collect();
    match (touching.pop(), touching.len()) {
        (Some(found), 0) => Ok(found),
        (Some(_), others) => {
            let place = super::codings::cite(reader, document, span)?;
            let words = tr!("error-paraphrase-several", place = place, count = others + 1);
            Err(Error::refused(words).hint(tr!("hint-paraphrase-several")))
        }
        (None, _) => {
            let place = super::codings::cite(reader, document, span)?;
            Err(Error::not_found(tr!("error-no-paraphrase", place = place)).hint(tr!("hint-no-paraphrase")))
        }
    }
}

/// Where a paraphrase is, as a person types it: the exact place, where places can say it; without one its document.
pub fn place(reader: &Reader<'_>, one: &Paraphrased) -> Result<String> {
    let document = one.paraphrase.document;
    let (Some(span), Some((first, last))) = (one.paraphrase.span, one.paragraphs) else {
        return Ok(one.label.clone());
    };
    let named = match first == last {
        true => format!("{}:{first}", one.label),
        false => format!("{}:{first}-{last}", one.label),
    };
    let all = documents::paragraphs(reader, document)?;
    let (Some(begins), Some(ends)) = (rows::by_number(&all, first), rows::by_number(&all, last)) else {
        return Ok(named);
    };
    let whole = begins.span.hull(ends.span);
    let within = begins.span.intersection(span) == Some(span);
    if first != last || !within || passage(reader, document, whole)? == span {
        return Ok(named);
    }
    let from = |position: CharPos| position.0.saturating_sub(begins.span.start.0);
    Ok(format!("{named}@{}-{}", from(span.start), from(span.end)))
}

/// Which paraphrases; none means all.
#[derive(Debug, Clone, Default)]
pub struct ParaphraseQuery {
    pub documents: Option<Vec<DocumentId>>,
    /// A coder's own paraphrases instead of the analysis set's.
    pub coder: Option<CoderId>,
}

/// Paraphrases and what they answer for.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub paraphrases: Vec<Paraphrased>,
    /// Whose these are, in words.
    pub notes: Vec<String>,
}

/// The paraphrases that answer a query, by document order, in text order.
pub fn list(project: &Project, query: &ParaphraseQuery) -> Result<Found> {
    let reader = project.read();
    let set = super::retrieve::whose(&reader, query.coder)?;
    let mut found = paraphrases::list(&reader)?;
    found.retain(|one| set.counts(one.document, one.coder));
    let all_documents = documents::list(&reader)?;
    let asked = |id| query.documents.as_ref().is_none_or(|ids| ids.contains(&id));
    let answered: Vec<DocumentId> =
        all_documents.iter().map(|document| document.id).filter(|&id| asked(id)).collect();
    found.retain(|one| asked(one.document));
    let notes = notes::analysis_set(&set, &coders::list(&reader)?, &answered);
    Ok(Found { paraphrases: with_passages(project, found)?, notes })
}

/// The paraphrases as a table; with a column of coders where it is asked for.
pub fn table(project: &Project, query: &ParaphraseQuery, coders: bool) -> Result<Table> {
    let found = list(project, query)?;
    Ok(table::table(&found.paraphrases, coders, found.notes))
}

/// All that the reader may see, whether they count or not.
pub fn all(project: &Project) -> Result<Vec<Paraphrased>> {
    with_passages(project, paraphrases::list(&project.read())?)
}

/// Paraphrases with their passages and citations, by document order, in the order given.
pub fn with_passages(project: &Project, found: Vec<Paraphrase>) -> Result<Vec<Paraphrased>> {
    let reader = project.read();
    let pattern = settings::citation(&reader)?;
    let names: HashMap<CoderId, String> =
        coders::list(&reader)?.into_iter().map(|coder| (coder.id, coder.name)).collect();
    let mut by_document: HashMap<DocumentId, Vec<Paraphrase>> = HashMap::new();
    for one in found {
        by_document.entry(one.document).or_default().push(one);
    }
    let mut made = Vec::new();
    for document in documents::list(&reader)? {
        let Some(here) = by_document.remove(&document.id) else { continue };
        let transcript = documents::transcript(&reader, document.id)?;
        for paraphrase in here {
            let (text, rows) = (&transcript.text, &transcript.paragraphs);
            let passage = Passage::new(Some(&document), &pattern, paraphrase.span, text, rows);
            made.push(Paraphrased {
                label: passage.label,
                group: passage.group,
                paragraphs: paraphrase.span.map(|_| passage.paragraphs),
                citation: passage.citation,
                passage: passage.text,
                speakers: passage.speakers,
                coder: names.get(&paraphrase.coder).cloned().unwrap_or_default(),
                paraphrase,
            });
        }
    }
    Ok(made)
}
