//! Picking codes by a few letters.

use super::Cursor;
use crate::model::{CodeId, DocumentId, ReferenceId};
use crate::text::Span;

/// What a code is picked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PickerKind {
    Apply {
        document: DocumentId,
        span: Span,
    },
    MoveUnder(CodeId),
    MergeInto(CodeId),
    /// Codes for many passages at once, in words; what would be coded is shown first.
    ApplyAll {
        what: String,
        passages: Vec<(DocumentId, Span)>,
    },
    /// Where segments are sorted into; new ones are made below this code.
    SortInto(CodeId),
    /// The code of a quick slot, from 0.
    Slot(usize),
    /// The codes that a guide asks about.
    Asks(ReferenceId),
    /// What a difference of coders is coded as, on this passage.
    Settle(Span),
}

impl PickerKind {
    /// Whether several codes can be marked.
    pub fn marks(&self) -> bool {
        matches!(
            self,
            PickerKind::Apply { .. }
                | PickerKind::ApplyAll { .. }
                | PickerKind::Asks(_)
                | PickerKind::Settle(_)
        )
    }
}

impl PickerKind {
    /// Whether a name that is typed can be made into a new code.
    pub fn makes(&self) -> bool {
        matches!(self, PickerKind::Apply { .. } | PickerKind::Settle(_) | PickerKind::SortInto(_))
    }
}

/// Picks codes by a few letters.
#[derive(Debug)]
pub struct Picker {
    pub kind: PickerKind,
    pub query: String,
    pub cursor: Cursor,
    /// Marked with Tab.
    pub marked: Vec<CodeId>,
    /// What fits the query, the best first.
    pub found: Vec<CodeId>,
    /// A name that could be made into a new code.
    pub offer: Option<String>,
}

impl Picker {
    /// Lines in the list: the codes, and the offer to make one.
    pub fn lines(&self) -> usize {
        self.found.len() + usize::from(self.offer.is_some())
    }
}
