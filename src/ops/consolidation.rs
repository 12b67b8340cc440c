//! Consolidating: what coders who worked apart have to talk about, and what they decide.
//!
//! Compared is whoever has declared a document done, as for the agreement, and only where their work is released to each
//! other. A decision writes codings of the consensus, a coder of its own kind, and never touches the originals; so the
//! figures of the agreement stay those before the discussion. What the consensus has is what the decisions say: deciding
//! again replaces the earlier decision together with what came of it.

mod deciding;
mod protocol;

pub(super) use deciding::bring_again;
pub use deciding::{accept_agreed, decide, finish, reopen, settle, settled_by};
pub use protocol::{Listed, Protocol, ProtocolQuery, list, list_of, protocol, record};

use std::collections::{BTreeSet, HashMap};

use crate::analysis::consolidation::{Point, Progress, State, points};
use crate::error::{Error, Result};
use crate::model::coders::{Coder, Status};
use crate::model::codes::CodeTree;
use crate::model::documents::Document;
use crate::model::{CodeId, CoderId, DocumentId};
use crate::store::{Reader, coders, codings, decisions, documents, revisit, viewer};
use crate::text::Span;
use crate::tr;

/// A document that two coders or more have done, with its points.
#[derive(Debug, Clone, PartialEq)]
pub struct Surveyed {
    pub document: Document,
    /// Who declared it done.
    pub coders: Vec<CoderId>,
    /// In text order.
    pub points: Vec<Point>,
    /// What nobody has decided yet and is about a code that one of the coders has to revisit here: left out until then.
    pub waiting: Vec<Point>,
    /// The number of its first difference among those of all documents.
    pub first_number: usize,
    /// Whether the consensus is declared done: from then on it is the analysis set.
    pub finished: bool,
}

impl Surveyed {
    pub fn progress(&self) -> Progress {
        Progress::of(&self.points)
    }
    /// The differences, with their numbers.
    pub fn differences(&self) -> impl Iterator<Item = (usize, &Point)> {
        (self.first_number..).zip(self.points.iter().filter(|point| point.is_difference()))
    }
}

/// What there is to consolidate.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Survey {
    /// In the order of the documents.
    pub documents: Vec<Surveyed>,
    /// All coders by key, the consensus included.
    pub coders: Vec<Coder>,
}

impl Survey {
    pub fn progress(&self) -> Progress {
        let mut progress = Progress::default();
        for surveyed in &self.documents {
            progress.add(surveyed.progress());
        }
        progress
    }
    /// The differences of all documents, with their numbers.
    pub fn differences(&self) -> impl Iterator<Item = (usize, &Surveyed, &Point)> {
        self.documents
            .iter()
            .flat_map(|surveyed| surveyed.differences().map(move |(number, point)| (number, surveyed, point)))
    }
    /// How many passages wait for codes to be revisited.
    pub fn waiting(&self) -> usize {
        self.documents.iter().map(|one| one.waiting.len()).sum()
    }
    /// Whoever was compared somewhere, in the order in which they joined.
    pub fn compared(&self) -> Vec<&Coder> {
        let took_part = |coder: &&Coder| self.documents.iter().any(|one| one.coders.contains(&coder.id));
        self.coders.iter().filter(took_part).collect()
    }
    pub fn name(&self, coder: CoderId) -> &str {
        self.coders
            .iter()
            .find(|known| known.id == coder)
            .map(|coder| coder.name.as_str())
            .unwrap_or_default()
    }
    /// The difference with a number.
    pub fn numbered(&self, number: usize) -> Result<(&Surveyed, &Point)> {
        let found = self.differences().find(|(of, _, _)| *of == number);
        found.map(|(_, surveyed, point)| (surveyed, point)).ok_or_else(|| {
            let count = self.differences().count();
            Error::not_found(tr!("error-no-difference", number = number))
                .hint(tr!("hint-no-difference", count = count))
        })
    }
}

/// What there is to consolidate, in all documents.
///
/// Only where they are released; refused while nothing is: a blind coder learns nothing of another's codings, nor their
/// number.
pub fn survey(reader: &Reader<'_>) -> Result<Survey> {
    let released = released(reader)?;
    let all_coders = coders::list(reader)?;
    let mut done: HashMap<DocumentId, Vec<CoderId>> = HashMap::new();
    for work in coders::work(reader)?.into_iter().filter(|work| work.status == Status::Done) {
        done.entry(work.document).or_default().push(work.coder);
    }
    let consensus = all_coders.iter().find(|coder| coder.consensus).map(|coder| coder.id);
    let mut survey = Survey { documents: Vec::new(), coders: all_coders };
    let to_revisit = revisit::list(reader)?;
    let mut first_number = 1;
    for document in released {
        let mut compared = done.remove(&document.id).unwrap_or_default();
        let finished = consensus.is_some_and(|consensus| compared.contains(&consensus));
        compared.retain(|coder| Some(*coder) != consensus);
        if compared.len() < 2 {
            continue;
        }
        compared.sort_unstable();
        let points = points(
            document.id,
            &compared,
            &codings::of_document(reader, document.id)?,
            &decisions::of_document(reader, document.id)?,
        );
        // What a coder has not looked for yet is no difference.
        let codes: BTreeSet<CodeId> = to_revisit
            .iter()
            .filter(|one| one.document == document.id && compared.contains(&one.coder))
            .map(|one| one.code)
            .collect();
        let waits =
            |point: &Point| point.state == State::Open && !point.codes().is_disjoint(&codes) && !finished;
        let (waiting, points) = points.into_iter().partition(waits);
        let surveyed = Surveyed { document, coders: compared, points, waiting, first_number, finished };
        first_number += surveyed.differences().count();
        survey.documents.push(surveyed);
    }
    if survey.documents.is_empty() {
        return Err(Error::refused(tr!("error-consolidation-none")).hint(tr!("hint-agreement-no-documents")));
    }
    Ok(survey)
}

/// The documents on which the coders see each other's work; refused where there is none.
fn released(reader: &Reader<'_>) -> Result<Vec<Document>> {
    let mut released = Vec::new();
    for document in documents::list(reader)? {
        if viewer::released_on(reader, document.id)? {
            released.push(document);
        }
    }
    match released.is_empty() {
        true => Err(Error::refused(tr!("error-consolidation-blind")).hint(tr!("hint-agreement-blind"))),
        false => Ok(released),
    }
}

/// Which documents and codes; none means all.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    pub documents: Option<Vec<DocumentId>>,
    /// With their subcodes.
    pub codes: Option<Vec<CodeId>>,
}

impl Scope {
    /// Keeps what is asked for; refused where a document is named that is not coded twice.
    pub fn narrow(&self, survey: &mut Survey, reader: &Reader<'_>) -> Result<()> {
        if let Some(asked) = &self.documents {
            for id in asked {
                if !survey.documents.iter().any(|one| one.document.id == *id) {
                    return Err(not_there(reader, *id)?);
                }
            }
        }
        let is_asked = |id| self.documents.as_ref().is_none_or(|asked| asked.contains(&id));
        survey.documents.retain(|one| is_asked(one.document.id));
        Ok(())
    }
    /// Whether a point is about the codes that are asked for.
    pub fn is_about(&self, point: &Point, tree: &CodeTree) -> bool {
        let Some(codes) = &self.codes else { return true };
        let about = point.codes();
        codes.iter().any(|code| tree.subtree(*code).iter().any(|node| about.contains(&node.code.id)))
    }
}

/// Why a document is not among those that can be consolidated.
fn not_there(reader: &Reader<'_>, document: DocumentId) -> Result<Error> {
    let label = documents::get(reader, document)?.label;
    if !viewer::released_on(reader, document)? {
        return Ok(Error::refused(tr!("error-consolidation-blind"))
            .hint(tr!("hint-agreement-blind"))
            .place(label));
    }
    Ok(Error::refused(tr!("error-consolidation-once", label = label))
        .hint(tr!("hint-agreement-no-documents")))
}

/// The point that a passage means: the only one that it touches, of differences first, and of open ones before that.
pub fn at(survey: &Survey, reader: &Reader<'_>, document: DocumentId, span: Span) -> Result<Point> {
    let found = survey.documents.iter().find(|one| one.document.id == document);
    let Some(surveyed) = found else { return Err(not_there(reader, document)?) };
    let touched: Vec<&Point> = surveyed.points.iter().filter(|point| point.span.overlaps(span)).collect();
    let exact: Vec<&Point> = touched.iter().copied().filter(|point| point.span == span).collect();
    let open = |points: &[&Point]| -> Vec<Point> {
        let differences: Vec<&Point> = points.iter().copied().filter(|point| point.is_difference()).collect();
        let open: Vec<&Point> = differences.iter().copied().filter(|point| point.is_open()).collect();
        let best = [open, differences, points.to_vec()].into_iter().find(|some| !some.is_empty());
        best.unwrap_or_default().into_iter().cloned().collect()
    };
    let exact = open(&exact);
    let mut meant = if exact.is_empty() { open(&touched) } else { exact };
    let place = || super::codings::cite(reader, document, span);
    match (meant.pop(), meant.len()) {
        (Some(point), 0) => Ok(point),
        (None, _) if surveyed.waiting.iter().any(|point| point.span.overlaps(span)) => {
            let label = surveyed.document.label.clone();
            Err(Error::refused(tr!("error-consolidation-waits", place = place()?))
                .hint(tr!("hint-consolidation-waits", label = label)))
        }
        (None, _) => Err(Error::not_found(tr!("error-consolidation-nothing-there", place = place()?))
            .hint(tr!("hint-consolidation-nothing-there"))),
        (Some(last), _) => {
            meant.push(last);
            let number = |point: &Point| surveyed.differences().find(|(_, one)| *one == point);
            let numbers: Vec<String> =
                meant.iter().filter_map(number).map(|(number, _)| number.to_string()).collect();
            let words = tr!("error-consolidation-several", place = place()?, count = meant.len());
            Err(Error::refused(words).hint(tr!("hint-consolidation-several", numbers = numbers.join(", "))))
        }
    }
}

/// The coder that stands for what was agreed on; none before the first decision.
pub fn consensus(reader: &Reader<'_>) -> Result<Option<Coder>> {
    Ok(coders::list(reader)?.into_iter().find(|coder| coder.consensus))
}
