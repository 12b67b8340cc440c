//! The canonical bundle of citations of some segments or places, and in how many interviews they are.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::segments;
use crate::error::Result;
use crate::model::DocumentId;
use crate::model::codings::Segment;
use crate::model::documents::Document;
use crate::model::guides::Stage;
use crate::store::{Project, Reader, documents, settings};
use crate::text::Span;
use crate::text::citations::Reference;

/// A bundle and what it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// `(IPen 4: 13; 5: 81)`; empty for nothing.
    pub citation: String,
    /// Segments or places.
    pub places: usize,
    pub documents: Count,
    /// By group, in the project's order; documents without one last.
    pub groups: Vec<(Option<String>, Count)>,
}

/// In how many documents, of how many that were asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    pub with: usize,
    pub all: usize,
}

/// The bundle of segments, however they were found; `asked` are the documents that could have some, none for all but
/// the pretests.
pub fn of_segments(project: &Project, found: &[Segment], asked: Option<&[DocumentId]>) -> Result<Bundle> {
    let reader = project.read();
    let citation = segments::bundle(found, &settings::citation(&reader)?);
    let with = found.iter().map(|segment| segment.coding.document).collect();
    bundle(&reader, citation, found.len(), &with, asked)
}

/// The bundle of places: spans of documents; none of a document is the whole of it.
pub fn of_places(project: &Project, places: &[(DocumentId, Option<Span>)]) -> Result<Bundle> {
    let reader = project.read();
    let mut references = Vec::with_capacity(places.len());
    for &(document, span) in places {
        let label = documents::get(&reader, document)?.label;
        let paragraphs = match span {
            Some(span) => documents::numbers(&reader, document, span)?,
            None => None,
        };
        references.push(Reference { label, paragraphs });
    }
    let citation = settings::citation(&reader)?.bundle(&references);
    let with = places.iter().map(|(document, _)| *document).collect();
    bundle(&reader, citation, places.len(), &with, None)
}

fn bundle(
    reader: &Reader<'_>,
    citation: String,
    places: usize,
    with: &BTreeSet<DocumentId>,
    asked: Option<&[DocumentId]>,
) -> Result<Bundle> {
    let wanted = |document: &&Document| match asked {
        Some(asked) => asked.contains(&document.id),
        None => document.stage != Stage::Pretest || with.contains(&document.id),
    };
    let all = documents::list(reader)?;
    let mut groups: BTreeMap<usize, (Option<String>, Count)> = BTreeMap::new();
    let mut order: Vec<Option<String>> = Vec::new();
    let mut count = Count::default();
    for document in all.iter().filter(wanted) {
        let at = order.iter().position(|group| *group == document.group).unwrap_or_else(|| {
            order.push(document.group.clone());
            order.len() - 1
        });
        let group = groups.entry(at).or_insert_with(|| (document.group.clone(), Count::default()));
        for count in [&mut group.1, &mut count] {
            count.all += 1;
            count.with += usize::from(with.contains(&document.id));
        }
    }
    Ok(Bundle { citation, places, documents: count, groups: groups.into_values().collect() })
}
