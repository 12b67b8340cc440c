//! The view that one left, on the way back to it.

use super::Pane;
use crate::model::{CodeId, DocumentId};

/// What is shown again once the transcripts are open that were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Returning {
    /// Transcripts that are still to be opened.
    pub opens: usize,
    pub pane: Pane,
    pub view: View,
}

/// A view that is remembered. Tables, searches and answers are asked again by whoever wants them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    Transcript,
    /// The Summary Grid at a cell.
    Grid {
        document: DocumentId,
        code: CodeId,
        subcodes: bool,
        turned: bool,
    },
    /// A code's segments, at one of them.
    Segments {
        code: CodeId,
        subcodes: bool,
        at: usize,
    },
}
