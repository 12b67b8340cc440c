//! What every table says of itself: whose codings count.

use std::collections::{BTreeMap, HashMap};

use crate::model::coders::{AnalysisSet, Because, Coder};
use crate::model::{CoderId, DocumentId};
use crate::tr;

/// The analysis set in words, for the documents of a result: one line a coder and reason.
pub fn analysis_set(set: &AnalysisSet, coders: &[Coder], documents: &[DocumentId]) -> Vec<String> {
    let names: HashMap<CoderId, &str> = coders.iter().map(|coder| (coder.id, coder.name.as_str())).collect();
    let mut groups: BTreeMap<(Because, &str), usize> = BTreeMap::new();
    for choice in documents.iter().filter_map(|document| set.chosen.get(document)) {
        *groups
            .entry((choice.because, names.get(&choice.coder).copied().unwrap_or_default()))
            .or_default() += 1;
    }
    groups
        .into_iter()
        .map(|((because, coder), count)| {
            let (coder, count) = (coder.to_owned(), count);
            match because {
                Because::Consensus => tr!("table-set-consensus", count = count),
                Because::Chosen => tr!("table-set-chosen", coder = coder, count = count),
                Because::Done => tr!("table-set-done", coder = coder, count = count),
                Because::Reader => tr!("table-set-reader", coder = coder, count = count),
            }
        })
        .collect()
}
