//! Two transcripts side by side: one has the keys, the other one rests.
//!
//! [`Model::reading`] is always the one with the keys, so that no command has to know of halves; to go over to the other
//! one is to exchange the two.

use super::{Model, Reading};
use crate::model::DocumentId;

/// A half of the main area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Half {
    #[default]
    Left,
    Right,
}

impl Half {
    pub fn other(self) -> Half {
        match self {
            Half::Left => Half::Right,
            Half::Right => Half::Left,
        }
    }
}

/// A line between two areas that the mouse can move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Between side panes and main area.
    Side,
    /// Between documents and codes: the title of the codes.
    Split,
    /// Between two transcripts.
    Halves,
}

impl Model {
    /// The open transcripts, the one with the keys first.
    pub fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.reading.iter().chain(&self.resting)
    }

    /// A document's open transcript; of two, the one with the keys.
    pub fn reading_of(&self, document: DocumentId) -> Option<&Reading> {
        self.readings().find(|reading| reading.document == document)
    }

    /// What is open left and right; nothing right of a single one.
    pub fn left_and_right(&self) -> (Option<&Reading>, Option<&Reading>) {
        match (self.half, &self.resting) {
            (Half::Right, Some(left)) => (Some(left), self.reading.as_ref()),
            _ => (self.reading.as_ref(), self.resting.as_ref()),
        }
    }
}
