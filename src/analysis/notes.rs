//! What every table says of itself: whose codings count.

use std::collections::{BTreeMap, HashMap};

use super::consolidation::tables::letter;
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

/// The coders with letters in the place of their names, as exports have them.
pub fn lettered(coders: &[Coder]) -> Vec<Coder> {
    let mut persons = 0..;
    let name = |coder: &Coder, nth: Option<usize>| nth.map_or_else(|| coder.name.clone(), letter);
    coders
        .iter()
        .map(|coder| {
            let nth = if coder.consensus { None } else { persons.next() };
            Coder { name: name(coder, nth), ..coder.clone() }
        })
        .collect()
}

/// Puts letters for names into notes that [`analysis_set`] made for these documents.
pub fn without_names(notes: &mut [String], set: &AnalysisSet, coders: &[Coder], documents: &[DocumentId]) {
    let unnamed = lettered(coders);
    for coder in coders {
        let of: Vec<DocumentId> =
            documents.iter().copied().filter(|document| set.coder(*document) == Some(coder.id)).collect();
        let (named, lettered) = (analysis_set(set, coders, &of), analysis_set(set, &unnamed, &of));
        for (before, after) in named.iter().zip(lettered) {
            if let Some(note) = notes.iter_mut().find(|note| *note == before) {
                *note = after;
            }
        }
    }
}
