//! The walk through the differences of a document: where one is, and the reason of the next decision.

use crate::model::DocumentId;
use crate::text::Span;
use crate::tui::bridge::consolidation::{Item, Seen};

/// The view's state.
#[derive(Debug, Default)]
pub struct ConsolidateView {
    pub seen: Seen,
    pub at: usize,
    /// Rows that the words of the passage are scrolled by.
    pub top: usize,
    /// Goes with the next decision.
    pub reason: String,
    /// The difference under the cursor was decided: the answer goes on to the next one.
    pub goes_on: bool,
}

impl ConsolidateView {
    pub fn item(&self) -> Option<&Item> {
        self.seen.items.get(self.at)
    }
    pub fn place(&self) -> Option<(DocumentId, Span)> {
        self.item().map(|item| (item.point.document, item.point.span))
    }
    /// The next item that is open, round about; none where all are decided.
    pub fn next_open(&self, forward: bool) -> Option<usize> {
        let len = self.seen.items.len();
        let step = |by: usize| {
            let by = if forward { by } else { len - by };
            (self.at + by) % len
        };
        (1..=len).map(step).find(|at| self.seen.items.get(*at).is_some_and(|item| item.point.is_open()))
    }
    /// The document before or after, or the next one with something open.
    pub fn other_document(&self, forward: bool, open: bool) -> Option<DocumentId> {
        let all = &self.seen.documents;
        let here = all.iter().position(|(id, _)| Some(*id) == self.seen.document)?;
        let len = all.len();
        let step = |by: usize| all.get((here + if forward { by } else { len - by }) % len);
        (1..len).filter_map(step).find(|(_, count)| !open || *count > 0).map(|(id, _)| *id)
    }
}
