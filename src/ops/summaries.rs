//! Summaries: writing the cells of the Summary Grid, saying what is known of those without segments, and condensing
//! documents, codes and cases.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::coders::Because;
use crate::model::history::{Done, OperationKind};
use crate::model::summaries::{CellState, Condensation, Condensed};
use crate::model::{CodeId, CoderId, DocumentId};
use crate::store::{
    Project, Reader, cases, cell_states, coders, codes, condensations, documents, guides, summaries,
};
use crate::tr;

/// As whom a summary on a document is written: as the consensus where the document is consolidated, for there nobody's own
/// summary counts; else as the current coder.
pub fn author(reader: &Reader<'_>, document: DocumentId, own: CoderId) -> Result<CoderId> {
    let set = coders::analysis_set(reader)?;
    let choice = set.chosen.get(&document).filter(|choice| choice.because == Because::Consensus);
    Ok(choice.map_or(own, |choice| choice.coder))
}

/// [`author`] of what is condensed.
pub fn author_on(reader: &Reader<'_>, on: Condensed, own: CoderId) -> Result<CoderId> {
    match on {
        Condensed::Document(id) => author(reader, id, own),
        Condensed::Code(_) | Condensed::Case(_) => Ok(own),
    }
}

/// Writes a text in one cell, as its [`author`]; an empty text empties it.
pub fn write(project: &mut Project, document: DocumentId, code: CodeId, text: &str) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    project.operate(OperationKind::WriteSummary, json!({"label": label}), |w| {
        let tree = codes::tree(w)?;
        let node = tree.get(code).ok_or_else(|| Error::not_found(tr!("error-code-gone")))?;
        w.argument("code", node.path.as_str());
        let coder = author(w, document, w.coder())?;
        summaries::write(w, document, code, coder, text.trim_end())
    })
}

/// How many cells were given a state, and how many have segments of one's own and so need none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StatesSet {
    pub set: usize,
    pub coded: usize,
}

/// Says of cells what the current coder found out; none takes it back. Cells with segments of one's own are left out;
/// where all have some it is refused.
pub fn set_states(
    project: &mut Project,
    cells: &[(DocumentId, CodeId)],
    state: Option<CellState>,
) -> Result<Done<StatesSet>> {
    let name = state.map_or("none", CellState::name);
    project.operate(OperationKind::SetCellState, json!({"status": name}), |w| {
        let tree = codes::tree(w)?;
        let mut coded = HashMap::new();
        let mut done = StatesSet::default();
        let mut first = None;
        for &(document, code) in cells {
            let label = documents::get(w, document)?.label;
            let node = tree.get(code).ok_or_else(|| Error::not_found(tr!("error-code-gone")))?;
            let coder = author(w, document, w.coder())?;
            let coded = match coded.entry(coder) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(cell_states::coded_cells(w, coder)?),
            };
            if state.is_some() && coded.contains(&(document, code)) {
                done.coded += 1;
                if done.coded == cells.len() {
                    let (label, code) = (label, node.path.clone());
                    return Err(Error::refused(tr!("error-cell-has-segments", label = label, code = code))
                        .hint(tr!("error-cell-has-segments-hint")));
                }
                continue;
            }
            cell_states::set(w, document, code, coder, state)?;
            done.set += 1;
            first.get_or_insert((label, node.path.clone()));
        }
        if let Some((label, code)) = first {
            w.argument("label", label);
            w.argument("code", code);
        }
        w.argument("count", done.set);
        Ok(done)
    })
}

/// The cells of documents that were led by a guide which does not ask about a code: neither about it, nor about a code
/// above or below it. Documents without a guide, and guides of which nobody said what they ask about, say nothing.
pub fn not_in_guide(project: &Project) -> Result<Vec<(DocumentId, CodeId)>> {
    let reader = project.read();
    let tree = codes::tree(&reader)?;
    let mut cells = Vec::new();
    for document in documents::list(&reader)? {
        let Some(guide) = document.guide else { continue };
        let asked = guides::codes(&reader, guide)?;
        if asked.is_empty() {
            continue;
        }
        let touched = |code: CodeId| {
            let below =
                |one: CodeId, other: CodeId| tree.subtree(one).iter().any(|node| node.code.id == other);
            asked.iter().any(|&one| below(one, code) || below(code, one))
        };
        let codes = tree.nodes().iter().map(|node| node.code.id).filter(|&code| !touched(code));
        cells.extend(codes.map(|code| (document.id, code)));
    }
    Ok(cells)
}

/// Writes the current coder's text on a document, a code or a case; an empty text removes it.
pub fn condense(project: &mut Project, on: Condensed, text: &str) -> Result<Done<()>> {
    let kind = match on {
        Condensed::Document(_) => OperationKind::WriteDocumentSummary,
        Condensed::Code(_) => OperationKind::WriteCodeSummary,
        Condensed::Case(_) => OperationKind::WriteCaseSummary,
    };
    project.operate(kind, json!({}), |w| {
        match on {
            Condensed::Document(id) => w.argument("label", documents::get(w, id)?.label),
            Condensed::Code(id) => {
                let tree = codes::tree(w)?;
                let node = tree.get(id).ok_or_else(|| Error::not_found(tr!("error-code-gone")))?;
                w.argument("code", node.path.as_str());
            }
            Condensed::Case(id) => w.argument("name", cases::get(w, id)?.name),
        }
        condensations::write(w, on, author_on(w, on, w.coder())?, text.trim_end())
    })
}

/// The condensations that count: of a document those of its coder of the analysis set, of codes and cases the reader's
/// own, else the consensus'. With `coder`, that coder's.
pub fn counting(project: &Project, coder: Option<CoderId>) -> Result<Vec<Condensation>> {
    let reader = project.read();
    let set = super::retrieve::whose(&reader, coder)?;
    let reads = coder.unwrap_or(project.coder());
    let consensus = coders::list(&reader)?.into_iter().find(|coder| coder.consensus).map(|coder| coder.id);
    let consensus = consensus.filter(|_| coder.is_none());
    let all = condensations::list(&reader)?;
    let own = |on: Condensed| all.iter().any(|one| one.on == on && one.coder == reads);
    let counts = |one: &Condensation| match one.on {
        Condensed::Document(id) => set.counts(id, one.coder),
        Condensed::Code(_) | Condensed::Case(_) => {
            one.coder == reads || (Some(one.coder) == consensus && !own(one.on))
        }
    };
    Ok(all.iter().filter(|one| counts(one)).cloned().collect())
}
